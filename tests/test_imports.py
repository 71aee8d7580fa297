from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import CHECKOUT

PACKAGE = CHECKOUT / "quotes"

STAGES = {"parse", "contents", "attribution", "speakers"}
# the modules that a stage is divided into: they import what the stage may, and one another, but no other stage's
PARTS = {
    "contents": {"apostrophes", "marks", "pairing"},
    "attribution": {
        "confidence",
        "linking",
        "nicknames",
        "pieces",
        "questions",
        "signoffs",
        "silences",
        "sources",
        "turns",
    },
    "speakers": {"resolution"},
}
# what each module (or folder) may import from the package; errors, records and wording are free for all
MODULES: dict[str, set[str]] = {
    "__init__": {"formats", "frames", "pipeline", "table"},
    "__main__": {"cli"},
    "errors": set(),
    "records": set(),
    "wording": set(),
    "lexicon": set(),
    "tree": set(),
    "paragraphs": set(),
    "datelines": {"lexicon", "paragraphs", "tree"},
    "bylines": {"paragraphs", "tree"},
    "doubts": set(),
    "articles": {"doubts"},
    "parse": {"model"},
    "stanza_syntax": {"model", "parse"},
    "contents": {"paragraphs"},
    "attribution": {"bylines", "datelines", "tree", "lexicon", "paragraphs"},
    "speakers": {"bylines", "datelines", "tree", "lexicon", "paragraphs"},
    "table": set(),
    "formats": {"__init__", "table"},
    "pipeline": {*STAGES, "stanza_syntax", "table"},
    "frames": {"doubts", "pipeline", "running", "table"},
    "running": {"__init__", "pipeline", "articles", "table", "formats"},
    "cli": {"__init__", "pipeline", "running", "articles", "table", "formats", "evaluation"},
    # no sentence ends within a quotation: the tokenizer has to know where they are
    "model": {"paragraphs", "contents"},
    # what makes the weights and what measures them run the package as a whole; nothing imports training at run time
    "training": {*STAGES, "confidence", "lexicon", "model", "resolution", "tree"},
    "evaluation": {"table", "formats", "model", "parse", "training"},
}
ALLOWED = {module: others | PARTS.get(module, set()) for module, others in MODULES.items()} | {
    part: MODULES[stage] | parts for stage, parts in PARTS.items() for part in parts
}
FREE = {"errors", "records", "wording"}
# heavy libraries, and who may import them
HEAVY = {"parse", "stanza_syntax", "model", "training", "evaluation"}
INPUTS = {"articles"}
GUARDED = {
    **dict.fromkeys(("safetensors", "stanza", "tokenizers", "torch"), HEAVY),
    **dict.fromkeys(("charset_normalizer", "fsspec", "ftfy", "trafilatura"), INPUTS),
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
    return parts[1] if len(parts) > 2 or parts[-1] in ALLOWED else "__init__"


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
