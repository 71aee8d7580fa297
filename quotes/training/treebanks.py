"""Universal Dependencies treebanks (CoNLL-U) -> annotated documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quotes.training.examples import Words


def documents(path: Path) -> Iterator[Words]:
    """The documents of a CoNLL-U file, in its order; a file without "newdoc" is one document."""
    lines: list[str] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc") and lines:
                yield _document(lines)
                lines = []
            lines.append(line.rstrip("\n"))
    if lines:
        yield _document(lines)


class _Columns:
    """The columns of the document that is being read."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.spaced: list[bool] = []
        self.sentences: list[bool] = []
        self.paragraphs: list[bool] = []
        self.upos: list[str] = []
        self.lemmas: list[str] = []
        self.heads: list[int] = []
        self.deprels: list[str] = []
        self.base = 0
        self.glued_until = 0
        self.glued = False
        self.new_paragraph = True
        self.space_after = True

    def line(self, line: str) -> None:
        """Takes in one line of the file."""
        if line.startswith("#"):
            self.new_paragraph = self.new_paragraph or line.startswith("# newpar")
        elif not line:
            self.base = len(self.forms)
        else:
            self._fields(line.split("\t"))

    def _fields(self, fields: list[str]) -> None:
        number = fields[0]
        after = "SpaceAfter=No" not in fields[9].split("|")
        if "-" in number:
            self.glued_until, self.glued = int(number.split("-")[1]), not after
        elif "." not in number:
            self._word(int(number), fields, after)

    def _word(self, number: int, fields: list[str], after: bool) -> None:
        first = number == 1
        self.forms.append(fields[1])
        self.spaced.append(self.space_after)
        self.sentences.append(first)
        self.paragraphs.append(first and self.new_paragraph)
        self.upos.append(fields[3])
        self.lemmas.append(fields[2])
        self.heads.append(self.base + int(fields[6]) - 1 if fields[6] != "0" else -1)
        self.deprels.append(fields[7])
        self.new_paragraph = self.new_paragraph and not first
        # Within a multi-word token nothing stands between the words; after its last one the token's own note holds.
        within = number < self.glued_until
        self.space_after = not within and (not self.glued if number == self.glued_until else after)
        if number >= self.glued_until:
            self.glued_until = 0


def _document(lines: list[str]) -> Words:
    columns = _Columns()
    name = next((line.partition("=")[2].strip() for line in lines if line.startswith("# newdoc")), "")
    for line in lines:
        columns.line(line)
    return Words(
        name=name,
        forms=columns.forms,
        spaced=columns.spaced,
        sentence_starts=columns.sentences,
        paragraph_starts=columns.paragraphs,
        upos=columns.upos,
        heads=columns.heads,
        deprels=columns.deprels,
        lemmas=columns.lemmas,
    )
