"""Contents, cues and sources that belong together.

The joint model proposes cues, sources, contents and their links; the marks decide the boundaries of direct content, the
dependencies find what the model left open, and quotations without a cue continue the speech before them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.confidence import Evidence, confidence
from quotes.paragraphs import paragraphs
from quotes.pieces import Piece, content_pieces
from quotes.records import Attribution, Document, Quotation, QuoteType, Span
from quotes.sources import source_of
from quotes.tree import Tree
from quotes.turns import Turn, turns

REACH = 2
"""Paragraphs back to which a quotation without a cue may continue the speech before it."""

SURE = 0.95
"""A link of this probability holds even over a sentence's end."""


@dataclass(frozen=True, slots=True)
class _Linked:
    """A piece, the cue role that it was linked to (None: none found), and how sure that is."""

    piece: Piece
    cue: int | None
    score: float
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Draft:
    """An attribution in the making."""

    pieces: tuple[Piece, ...]
    cue: Span | None
    source: Span | None
    rule: str
    evidence: Evidence
    paragraph: int


def attributions(document: Document, quotations: Sequence[Quotation]) -> list[Attribution]:
    """All attributions of a document in text order; ``quotations`` are those of its text.

    Quotations without a stated source are kept with None; nothing is dropped for want of a speaker.
    """
    return [attribution for attribution, _ in evidenced(document, quotations)]


def evidenced(document: Document, quotations: Sequence[Quotation]) -> list[tuple[Attribution, Evidence]]:
    """The attributions, each with what its confidence was computed from."""
    return _Linker(document, quotations).attributions()


class _Linker:
    def __init__(self, document: Document, quotations: Sequence[Quotation]) -> None:
        self._document = document
        self._quotations = quotations
        self._tree = Tree(document)
        self._paragraphs = paragraphs(document.text)
        self._paragraph_starts = [paragraph.start for paragraph in self._paragraphs]
        self._turns = turns(document.text, self._paragraphs)
        self._in_turns = {self._paragraph(span) for turn in self._turns for span in turn.content}
        self._cue_of, self._source_of = self._links()

    def attributions(self) -> list[tuple[Attribution, Evidence]]:
        drafts = [draft for draft in self._drafts(self._linked()) if self._spoken(draft)]
        drafts += [self._turn(turn) for turn in self._turns]
        return [(self._attribution(draft), draft.evidence) for draft in self._continued(drafts)]

    def _spoken(self, draft: _Draft) -> bool:
        """Without a cue only marks and transcript labels show that somebody speaks."""
        return draft.rule != "floating" or any(piece.quoted for piece in draft.pieces)

    def _links(self) -> tuple[dict[int, tuple[int, float]], dict[int, tuple[int, float]]]:
        """The best cue of each content role, and the best source role of each cue, with their scores."""
        roles = self._document.roles
        cues: dict[int, tuple[int, float]] = {}
        sources: dict[int, tuple[int, float]] = {}
        for link in self._document.links:
            known, key, value = (
                (cues, link.part, link.cue) if roles[link.part].role == "content" else (sources, link.cue, link.part)
            )
            if key not in known or known[key][1] < link.score:
                known[key] = (value, link.score)
        return cues, sources

    def _paragraph(self, span: Span) -> int:
        return bisect_right(self._paragraph_starts, span.start) - 1

    def _linked(self) -> list[_Linked]:
        pieces = content_pieces(self._tree, self._quotations, self._paragraphs)
        linked = [self._link(piece) for piece in pieces if self._paragraph(piece.span) not in self._in_turns]
        return [item for item in linked if not self._outdone(item, linked)]

    def _outdone(self, item: _Linked, linked: Sequence[_Linked]) -> bool:
        """Whether an unquoted sentence was linked to the cue of a quotation in another sentence: that is the reporter's."""
        if item.cue is None or item.piece.quoted or item.score >= SURE:
            return False
        if self._sentence(item.piece.span.end - 1) == self._cue_sentence(item.cue):
            return False
        rivals = [each for each in linked if each.cue == item.cue and each.piece.quoted]
        return any(self._sentence(each.piece.span.end - 1) == self._cue_sentence(item.cue) for each in rivals)

    def _sentence(self, place: int) -> int:
        """The sentence that a character stands in."""
        first, _ = self._tree.covering(Span(place, place + 1))
        return self._tree.sentence_of[min(first, len(self._document.tokens) - 1)]

    def _cue_sentence(self, cue: int) -> int:
        return self._tree.sentence_of[self._document.roles[cue].first]

    def _turn(self, turn: Turn) -> _Draft:
        """All that a transcript has behind a label is one utterance; who is quoted within it is not looked for."""
        quoted = any(block.contains(turn.content[0]) for quotation in self._quotations for block in quotation.pieces)
        pieces = tuple(Piece(span, (), quoted, 1.0, 1.0) for span in turn.content)
        return _Draft(pieces, turn.colon, turn.label, "transcript", Evidence(1.0, 1.0, 1.0), self._paragraph(turn.label))

    def _link(self, piece: Piece) -> _Linked:
        paragraph = self._paragraph(piece.span)
        found = [self._cue_of[role] for role in piece.roles if role in self._cue_of]
        if found:
            cue, score = max(found, key=lambda link: link[1])
            return _Linked(piece, cue, score, paragraph)
        return _Linked(piece, self._neighbour(piece), 0.0, paragraph)

    def _neighbour(self, piece: Piece) -> int | None:
        """The cue role that only its source and punctuation separate from a piece, behind it or before it."""
        taken = {cue for cue, _ in self._cue_of.values()}
        for index, role in enumerate(self._document.roles):
            if role.role == "cue" and index not in taken and self._adjoins(index, piece):
                return index
        return None

    def _adjoins(self, cue: int, piece: Piece) -> bool:
        role = self._document.roles[cue]
        words = set(range(role.first, role.last))
        if cue in self._source_of:
            source = self._document.roles[self._source_of[cue][0]]
            words |= set(range(source.first, source.last))
        first, last = self._tree.covering(piece.span)
        between = range(last, role.first) if role.first >= last else range(role.last, first)
        if len(between) > 40 or role.first in range(first, last):
            return False
        return all(n in words or self._tree.token(n).upos == "PUNCT" for n in between)

    def _drafts(self, linked: Sequence[_Linked]) -> Iterator[_Draft]:
        """Pieces of one paragraph with one cue are one attribution; so are those of one quotation over paragraphs."""
        groups: list[list[_Linked]] = []
        for item in linked:
            home = next((group for group in reversed(groups[-4:]) if self._together(group, item)), None)
            if home is None:
                groups.append([item])
            else:
                home.append(item)
        used: set[int | None] = set()
        for group in groups:
            draft = self._draft(group, used)
            used |= {each.cue for each in group}
            yield draft

    def _together(self, group: Sequence[_Linked], item: _Linked) -> bool:
        last = group[-1]
        if self._one_quotation(last.piece.span, item.piece.span):
            return True
        if last.paragraph != item.paragraph:
            return False
        if item.cue is not None:
            return item.cue in {each.cue for each in group} and not self._speaks_anew(group, item)
        return item.piece.quoted and group[0].cue is not None and any(each.piece.quoted for each in group)

    def _speaks_anew(self, group: Sequence[_Linked], item: _Linked) -> bool:
        """Whether a quotation in a sentence of its own follows an indirect statement: it illustrates, it does not go on."""
        if not item.piece.quoted or any(each.piece.quoted for each in group):
            return False
        before = self._document.text[: item.piece.span.start].rstrip()
        return before.endswith((".", "!", "?"))

    def _one_quotation(self, one: Span, other: Span) -> bool:
        """Whether two spans are pieces of one quotation that runs over paragraphs."""
        return any(
            len(quotation.pieces) > 1
            and any(piece.overlaps(one) for piece in quotation.pieces)
            and any(piece.overlaps(other) for piece in quotation.pieces)
            for quotation in self._quotations
        )

    def _draft(self, group: Sequence[_Linked], used: Collection[int | None]) -> _Draft:
        pieces = tuple(each.piece for each in group)
        cue = next((each.cue for each in group if each.cue is not None), None)
        paragraph = group[0].paragraph
        if cue is not None and ((cue in used and pieces[0].quoted) or self._away(cue, group)):
            cue = None
        if cue is None:
            return _Draft(pieces, None, None, "floating", Evidence(*_certainty(pieces)), paragraph)
        role = self._document.roles[cue]
        source, source_score = self._source(cue)
        evidence = Evidence(
            *_certainty(pieces), cue=role.score, source=source_score, link=max(each.score for each in group)
        )
        rule = self._rule(role.first, role.last, pieces)
        return _Draft(pieces, self._tree.span(role.first, role.last), source, rule, evidence, paragraph)

    def _away(self, cue: int, group: Sequence[_Linked]) -> bool:
        """Whether the cue stands in another paragraph than all of the pieces: then they float."""
        role = self._document.roles[cue]
        home = self._paragraph(self._tree.span(role.first, role.last))
        return all(each.paragraph != home for each in group) and self._paragraph_gap(home, group)

    def _paragraph_gap(self, home: int, group: Sequence[_Linked]) -> bool:
        """A cue with a colon at the end of the paragraph before introduces what follows."""
        before = self._paragraphs[home].text(self._document.text)
        return not (group[0].paragraph == home + 1 and before.endswith((":", ",")))

    def _source(self, cue: int) -> tuple[Span | None, float]:
        if cue in self._source_of:
            index, score = self._source_of[cue]
            source = self._document.roles[index]
            return self._tree.span(source.first, source.last), min(score, source.score)
        role = self._document.roles[cue]
        found = source_of(self._tree, role.first, role.last)
        return (self._tree.span(*found), 0.0) if found else (None, 0.0)

    def _rule(self, first: int, last: int, pieces: Sequence[Piece]) -> str:
        head = self._tree.token(self._tree.head_of(first, last))
        if head.upos == "PUNCT":
            return "colon" if head.text == ":" else "dash"
        if head.lemma == "accord" or head.upos == "ADP":
            return "according-to"
        if head.upos == "NOUN":
            return "noun"
        return "quote" if all(piece.quoted for piece in pieces) else "clause"

    def _continued(self, drafts: Sequence[_Draft]) -> Iterator[_Draft]:
        """Gives quotations without a cue the source of the speech that they continue."""
        before: _Draft | None = None
        for draft in sorted(drafts, key=lambda draft: draft.pieces[0].span):
            if draft.rule == "floating" and before is not None and draft.paragraph - before.paragraph <= REACH:
                draft = replace(draft, source=before.source)
            before = draft
            yield draft

    def _attribution(self, draft: _Draft) -> Attribution:
        kind = self._type(draft.pieces)
        return Attribution(
            content=tuple(piece.span for piece in draft.pieces),
            type=kind,
            cue=draft.cue,
            source=draft.source,
            rule=draft.rule,
            confidence=confidence(draft.evidence, draft.rule, kind),
        )

    def _type(self, pieces: Sequence[Piece]) -> QuoteType:
        if all(piece.quoted for piece in pieces):
            return "direct"
        touched = any(
            piece.span.overlaps(block) for piece in pieces for quotation in self._quotations for block in quotation.pieces
        )
        return "mixed" if touched else "indirect"


def _certainty(pieces: Sequence[Piece]) -> tuple[float, float]:
    """The mean content probability of the pieces, and the least certain word's."""
    return sum(piece.score for piece in pieces) / len(pieces), min(piece.weakest for piece in pieces)
