"""What the README shows is tried as it stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

README = Path(__file__).resolve().parents[1] / "README.md"


def test_the_lines_in_python_run_from_top_to_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first = re.search(r"```python\n(import quotes\n.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert first
    texts = ['"It will rain," said Ann Hill, a forecaster.', "The wind dropped.", '"So it did," she said.']
    df = pd.DataFrame({"url": ["u/1", "u/2", "u/3"], "body": texts})
    known: dict[str, Any] = {"df": df, "text": texts[0], "texts": texts}
    exec(first.group(1), known)
    assert (tmp_path / "quotes.parquet").exists()
    assert known["table"]["article_id"].tolist() == ["u/1", "u/3"]
    assert known["row"][:4] == ('"It will rain,"', [(0, 15)], "direct", "quote") and known["row"][4] > 0.5
    assert known["row"][5] == "Ann Hill, a forecaster" and known["who"] == ("Ann Hill", "forecaster", None, "person")
    assert known["found"].index.tolist() == [(0, 0), (2, 0)]
