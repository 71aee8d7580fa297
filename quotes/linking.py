"""Which cue a piece of content belongs to, and which source a cue has: by the model's links, then by text and tree."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.pieces import Piece
from quotes.records import ROOT, Span
from quotes.sources import source_of
from quotes.tree import Tree

SURE = 0.95
"""A link of this probability holds even over a sentence's end."""

LONGEST_SOURCE = 40
"""Words that may stand between a piece and a cue that adjoins it."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A piece, the cue role that it was linked to (None: none found), and how sure that is.

    ``verb`` is the word that governs a quotation for which the model has no cue, if the tree shows one.
    """

    piece: Piece
    cue: int | None
    score: float
    verb: int | None = None


class Linker:
    """Links within one document."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._document = tree.document
        self._cue_of, self._source_of = self._links()
        taken = {cue for cue, _ in self._cue_of.values()}
        self._idle = [n for n, role in enumerate(self._document.roles) if role.role == "cue" and n not in taken]

    def linked(self, pieces: Sequence[Piece]) -> list[Linked]:
        """The pieces with their cues, without those that turn out to be the reporter's own."""
        linked = [self._link(piece) for piece in pieces]
        return [item for item in linked if not (self._outdone(item, linked) or self._accompanies(item, linked))]

    def _accompanies(self, item: Linked, linked: Sequence[Linked]) -> bool:
        """Whether words are no more than what somebody does who speaks in marks: "Jailing him, the judge said: ..."."""
        if item.cue is None or item.piece.quoted:
            return False
        others = [each for each in linked if each.cue == item.cue and each is not item]
        if not others or not all(each.piece.quoted for each in others) or not self._begins(others[0].piece.span):
            return False
        first, last = self._tree.covering(item.piece.span)
        role, word = self._document.roles[item.cue], self._tree.token(first)
        is_participle = word.upos == "VERB" and word.text.endswith("ing") and self._tree.relation(first) == "advcl"
        return is_participle and first == self._tree.head_of(first, last) and role.first <= word.head < role.last

    def _outdone(self, item: Linked, linked: Sequence[Linked]) -> bool:
        """Whether the reporter's own sentence was linked to a cue in another sentence, with what is said there."""
        if item.cue is None or item.piece.quoted:
            return False
        if self._sentence(item.piece.span.end - 1) == self._cue_sentence(item.cue):
            return False
        rivals = [each for each in linked if each.cue == item.cue and each is not item]
        return any(self._sentence(each.piece.span.end - 1) == self._cue_sentence(item.cue) for each in rivals)

    def _begins(self, quoted: Span) -> bool:
        """Whether a quotation begins a sentence: "Winning, he said, "is not all"" goes on with one."""
        return next((char for char in quoted.text(self._document.text) if char.isalpha()), "").isupper()

    def _sentence(self, place: int) -> int:
        """The sentence that a character stands in."""
        first, _ = self._tree.covering(Span(place, place + 1))
        return self._tree.sentence_of[min(first, len(self._document.tokens) - 1)]

    def _cue_sentence(self, cue: int) -> int:
        return self._tree.sentence_of[self._document.roles[cue].first]

    def _link(self, piece: Piece) -> Linked:
        found = [self._cue_of[role] for role in piece.roles if role in self._cue_of]
        cue, score = max(found, key=lambda link: link[1], default=(None, 0.0))
        if cue is not None and (score >= SURE or self._sentence(piece.span.end - 1) == self._cue_sentence(cue)):
            return Linked(piece, cue, score)
        near = self._neighbour(piece)
        if cue is not None and near is None:
            return Linked(piece, cue, score)
        verb = self._governor(piece) if near is None and piece.quoted else None
        return Linked(piece, near, 0.0, verb)

    def _governor(self, piece: Piece) -> int | None:
        """The verb with a subject that the head of a quotation's last sentence hangs on, or that hangs on it.

        Failing that, of its first one: "She posted: ..."
        """
        first, last = self._tree.covering(piece.span)
        if first == last:
            return None
        begin = max(first, self._document.sentences[self._tree.sentence_of[last - 1]].first)
        end = min(last, self._document.sentences[self._tree.sentence_of[first]].last)
        behind = self._governing(begin, last)
        return self._governing(first, end) if behind is None else behind

    def _governing(self, first: int, last: int) -> int | None:
        """The same for the words of one sentence."""
        words = [n for n in range(first, last) if self._tree.token(n).upos != "PUNCT"]
        if not words:
            return None
        head = min(words, key=lambda index: (self._tree.depth(index), index))
        candidates = [child for child in self._tree.children(head, {"parataxis"}) if not first <= child < last]
        if self._tree.relation(head) in ("ccomp", "parataxis") and self._tree.token(head).head != ROOT:
            candidates.append(self._tree.token(head).head)
        return next((verb for verb in candidates if self._speaks(verb, first, last)), None)

    def _speaks(self, verb: int, first: int, last: int) -> bool:
        if self._tree.token(verb).upos != "VERB":
            return False
        subjects = self._tree.children(verb, {"nsubj"})
        if not subjects and self._tree.relation(verb) == "conj":  # "She left but posted on Instagram: ..."
            return verb < first and any(self._tree.token(n).text == ":" for n in range(verb, first))
        return any(not first <= subject < last for subject in subjects)

    def _neighbour(self, piece: Piece) -> int | None:
        """The cue role that only its source and punctuation separate from a piece, behind it or before it."""
        first, last = self._tree.covering(piece.span)
        roles = self._document.roles
        begin = bisect_left(self._idle, first - LONGEST_SOURCE, key=lambda cue: roles[cue].last)
        for cue in self._idle[begin:]:
            if roles[cue].first > last + LONGEST_SOURCE:
                return None
            if self._adjoins(cue, piece):
                return cue
        return None

    def _adjoins(self, cue: int, piece: Piece) -> bool:
        role = self._document.roles[cue]
        first, last = self._tree.covering(piece.span)
        between = range(last, role.first) if role.first >= last else range(role.last, first)
        if len(between) > LONGEST_SOURCE or first <= role.first < last:
            return False
        words = set(range(role.first, role.last))
        if cue in self._source_of:
            source = self._document.roles[self._source_of[cue][0]]
            words |= set(range(source.first, source.last))
        return all(n in words or self._tree.token(n).upos == "PUNCT" for n in between)

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

    def source(self, cue: int) -> tuple[Span | None, float]:
        """The source of a cue role, with its probability (0 where the tree alone names it)."""
        if cue in self._source_of:
            index, score = self._source_of[cue]
            source = self._document.roles[index]
            away = self._tree.sentence_of[source.first] != self._cue_sentence(cue)
            nearer = self.source_in_tree(cue) if away else None
            span = self._tree.span(source.first, source.last)
            return (nearer, 0.0) if nearer else (span, min(score, source.score))
        return self.source_in_tree(cue), 0.0

    def source_in_tree(self, cue: int) -> Span | None:
        """The source of a cue role that the tree alone names."""
        role = self._document.roles[cue]
        found = source_of(self._tree, role.first, role.last)
        return self._tree.span(*found) if found else None
