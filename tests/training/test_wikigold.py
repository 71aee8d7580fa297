from __future__ import annotations

from pathlib import Path

import pytest

from quotes.training.names import bio, documents

FILE = """-DOCSTART- O
Ann I-PER
Hill I-PER
left O
Acme I-ORG
. O

Then O
Oslo I-LOC
, O
the O
Nobel I-MISC
Prize I-MISC

-DOCSTART- O

May O
"""


@pytest.mark.parametrize(
    ("kinds", "labels"),
    [
        (["person", "person", None, "person"], "B-person I-person O B-person"),
        (["person", "place", "place"], "B-person B-place I-place"),
        ([None, None], "O O"),
        ([], ""),
    ],
)
def test_kinds_become_labels(kinds: list[str | None], labels: str) -> None:
    assert bio(kinds) == labels.split()


def test_a_file_of_names_is_read(tmp_path: Path) -> None:
    path = tmp_path / "names.conll"
    path.write_text(FILE, encoding="utf-8")
    first, second = documents(path)
    assert " ".join(first.forms) == "Ann Hill left Acme . Then Oslo , the Nobel Prize"
    labels = "B-person I-person O B-organization O O B-place O O B-other I-other"
    assert list(first.entities or ()) == labels.split()
    assert [first.forms[n] for n, start in enumerate(first.sentence_starts) if start] == ["Ann", "Then"]
    assert [n for n, start in enumerate(first.paragraph_starts) if start] == [0]
    assert [form for form, spaced in zip(first.forms, first.spaced, strict=True) if not spaced] == [".", ","]
    assert list(second.forms) == ["May"]
    assert list(second.sentence_starts) == [True]
    assert first.upos is None and first.roles is None
