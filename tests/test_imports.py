from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import CHECKOUT

PACKAGE = CHECKOUT / "quotes"

STAGES = {"parse", "contents", "attribution", "speakers"}
# what each module (or folder) may import from the package; errors and records are free for all
ALLOWED: dict[str, set[str]] = {
    "__init__": {"formats", "pipeline", "table"},
    "__main__": {"cli"},
    "errors": set(),
    "records": set(),
    "lexicon": set(),
    "tree": set(),
    "articles": set(),
    "parse": {"model"},
    "contents": set(),
    "attribution": {"tree", "lexicon"},
    "titles": {"tree", "lexicon"},
    "speakers": {"tree", "lexicon", "titles"},
    "table": set(),
    "formats": {"table"},
    "pipeline": {*STAGES, "table"},
    "batch": {"pipeline", "articles", "table", "formats"},
    "cli": {"__init__", "pipeline", "batch", "articles", "table", "formats", "evaluation"},
    "model": set(),
    "training": {"model"},
    "evaluation": {"table", "formats"},
}
FREE = {"errors", "records"}
# heavy libraries, and who may import them
GUARDED = {
    "stanza": {"parse", "model", "training"},
    "torch": {"parse", "model", "training"},
    "tokenizers": {"parse", "model", "training"},
}


def unit(path: Path) -> str:
    """The module of the table that a file belongs to: its folder's, or its own."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The full names that a file imports, wherever in it; relative imports made absolute."""
    package = path.relative_to(CHECKOUT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*package[: len(package) - node.level + 1], *filter(None, [node.module])])
            module = base if node.level else node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def units_of(name: str) -> str | None:
    """The module of this package that an imported name belongs to, if it is one's."""
    parts = name.split(".")
    if parts[0] != "quotes":
        return None
    inside = len(parts) > 1 and ((PACKAGE / parts[1]).is_dir() or (PACKAGE / f"{parts[1]}.py").exists())
    return parts[1] if inside else "__init__"


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_what_the_design_allows(path: Path) -> None:
    own = unit(path)
    assert own in ALLOWED, f"{own} is not in the table of modules"
    for name in imported(path):
        other = units_of(name)
        assert other is None or other in {own, *FREE, *ALLOWED[own]}, f"{own} may not import {name}"
        guarded = GUARDED.get(name.split(".")[0])
        assert guarded is None or own in guarded, f"{own} may not import {name}"


def test_the_walk_sees_imports_of_every_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("test_imports.CHECKOUT", tmp_path)
    path = tmp_path / "quotes" / "model" / "x.py"
    path.parent.mkdir(parents=True)
    path.write_text(
        "import quotes.table as t\nfrom quotes import cli\ndef f():\n    from ..tree import x\n    from . import y\n",
        encoding="utf-8",
    )
    assert set(imported(path)) == {"quotes.table", "quotes.cli", "quotes.tree.x", "quotes.model.y"}
