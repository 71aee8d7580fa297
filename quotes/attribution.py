"""Contents, cues and sources that belong together.

The joint model proposes cues, sources, contents and their links; the marks decide the boundaries of direct content, the
dependencies find what the model left open, and quotations without a cue continue the speech before them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.bylines import bylines
from quotes.confidence import Evidence, confidence
from quotes.datelines import datelines
from quotes.linking import Linked, Linker
from quotes.nicknames import names_something
from quotes.paragraphs import paragraphs
from quotes.pieces import Blocks, Piece, content_pieces
from quotes.questions import acting, answering, is_put
from quotes.records import Attribution, Document, Quotation, QuoteType, Span
from quotes.signoffs import sign_off
from quotes.silences import is_silence
from quotes.sources import behind_setting, is_hearer, source_of, teller
from quotes.tree import Tree
from quotes.turns import Turn, turns

REACH = 2
"""Paragraphs back to which a quotation without a cue may continue the speech before it."""

NEAR = 4
"""Groups back to which a piece may belong: a longer reach would only cost time."""


UNLIKELY = 0.3
"""Indirect speech of a lower confidence is no row.

F1 is highest where what is less likely than about half of it is left out (Lipton, Elkan and Naryanaswamy, 2014); a
little below that, recall is kept.
"""


FEW = 3
DOUBTFUL = 0.6
"""The same for so few words ("the rule", "any bell"): fewer of them are speech than their confidence tells."""


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

    Quotations without a stated source are kept with None; nothing is dropped for want of a speaker. Speech without
    marks that most likely is none is left out (see `UNLIKELY`).
    """
    found = (each for each, _ in evidenced(document, quotations))
    return [each for each in found if each.type != "indirect" or _is_likely(each, document.text)]


def _is_likely(attribution: Attribution, text: str) -> bool:
    words = sum(len(span.text(text).split()) for span in attribution.content)
    return attribution.confidence >= (UNLIKELY if words > FEW else DOUBTFUL)


def evidenced(document: Document, quotations: Sequence[Quotation]) -> list[tuple[Attribution, Evidence]]:
    """The attributions, unlikely ones as well, each with what its confidence was computed from."""
    return _Drafter(document, quotations).attributions()


class _Drafter:
    def __init__(self, document: Document, quotations: Sequence[Quotation]) -> None:
        self._document = document
        self._tree = Tree(document)
        self._linker = Linker(self._tree)
        self._blocks = Blocks(self._tree, quotations)
        self._dated = datelines(self._tree)
        self._signed = bylines(self._tree)
        self._paragraphs = paragraphs(document.text)
        self._paragraph_starts = [paragraph.start for paragraph in self._paragraphs]
        self._turns = turns(document.text, self._paragraphs)
        self._in_turns = {self._paragraph(span) for turn in self._turns for span in turn.content}

    def attributions(self) -> list[tuple[Attribution, Evidence]]:
        pieces = content_pieces(self._tree, self._blocks, self._paragraphs)
        linked = self._linker.linked([each for each in pieces if self._paragraph(each.span) not in self._in_turns])
        drafts = [draft for draft in self._drafts(linked) if self._spoken(draft)]
        drafts += [self._turn(turn) for turn in self._turns]
        return [(self._attribution(draft), draft.evidence) for draft in self._continued(drafts)]

    def _spoken(self, draft: _Draft) -> bool:
        """Without a cue only marks and transcript labels show that somebody speaks."""
        if draft.cue is None:
            return draft.rule != "floating" or any(piece.quoted for piece in draft.pieces)
        return not self._is_silent(self._tree.covering(draft.cue), draft)

    def _is_silent(self, cue: tuple[int, int], draft: _Draft) -> bool:
        """Whether nobody speaks at a cue: who is asked or silent, what is called so, what stands behind a dateline."""
        asked = draft.rule == "clause" and is_put(self._tree, cue)
        if asked or cue[0] in self._dated or names_something(self._tree, cue, draft.pieces[-1].span):
            return True
        spoken = any(self._blocks.touching(piece.span) for piece in draft.pieces)
        return not spoken and is_silence(self._tree, cue, draft.pieces[-1].span, draft.source is not None)

    def _paragraph(self, span: Span) -> int:
        return bisect_right(self._paragraph_starts, span.start) - 1

    def _turn(self, turn: Turn) -> _Draft:
        """All that a transcript has behind a label is one utterance; who is quoted within it is not looked for."""
        quoted = any(block.span.contains(turn.content[0]) for block in self._blocks.touching(turn.content[0]))
        pieces = tuple(Piece(span, (), quoted, 1.0, 1.0) for span in turn.content)
        return _Draft(
            pieces, turn.colon, turn.label, "transcript", Evidence(1.0, 1.0, 1.0, 1.0, 1.0), self._paragraph(turn.label)
        )

    def _drafts(self, linked: Sequence[Linked]) -> Iterator[_Draft]:
        """Pieces of one paragraph with one cue are one attribution; so are those of one quotation over paragraphs."""
        groups: list[list[Linked]] = []
        for item in linked:
            home = next((group for group in reversed(groups[-NEAR:]) if self._together(group, item)), None)
            if home is None:
                groups.append([item])
            else:
                home.append(item)
        used: set[int | None] = set()
        for group in groups:
            draft = self._draft(group, used)
            if draft.cue is not None:
                used |= {each.cue for each in group}
            yield draft

    def _together(self, group: Sequence[Linked], item: Linked) -> bool:
        last = group[-1]
        if self._one_quotation(last.piece.span, item.piece.span):
            return True
        if self._paragraph(last.piece.span) != self._paragraph(item.piece.span):
            return False
        if item.cue is not None:
            return item.cue in {each.cue for each in group} and not self._speaks_anew(group, item)
        return (
            item.piece.quoted
            and item.verb is None
            and group[0].cue is not None
            and any(each.piece.quoted for each in group)
        )

    def _speaks_anew(self, group: Sequence[Linked], item: Linked) -> bool:
        """Whether a quotation in a sentence of its own follows an indirect statement, which it illustrates."""
        if not item.piece.quoted or any(each.piece.quoted for each in group):
            return False
        before = self._document.text[: item.piece.span.start].rstrip()
        return before.endswith((".", "!", "?"))

    def _one_quotation(self, one: Span, other: Span) -> bool:
        """Whether two spans are pieces of one quotation that runs over paragraphs."""
        touched = {block.quotation for block in self._blocks.touching(one)}
        return any(block.quotation in touched and block.runs_on for block in self._blocks.touching(other))

    def _draft(self, group: Sequence[Linked], used: Collection[int | None]) -> _Draft:
        pieces = tuple(each.piece for each in group)
        cue = next((each.cue for each in group if each.cue is not None), None)
        paragraph = self._paragraph(pieces[0].span)
        if cue is not None and ((cue in used and pieces[0].quoted) or self._away(cue, group)):
            cue = None
        if cue is None:
            return self._without_cue(group, pieces, paragraph)
        role = self._document.roles[cue]
        source, source_score = self._source(cue)
        evidence = Evidence(
            *_certainty(pieces), cue=role.score, source=source_score, link=max(each.score for each in group)
        )
        rule = self._rule(role.first, role.last, pieces)
        return _Draft(pieces, self._tree.span(role.first, role.last), source, rule, evidence, paragraph)

    def _source(self, cue: int) -> tuple[Span | None, float]:
        """The source of a cue role; nobody is named inside the quotation marks that the cue stands outside of."""
        role = self._document.roles[cue]
        place = self._tree.span(role.first, role.last)
        named = (self._linker.source(cue), (self._linker.source_in_tree(cue), 0.0))
        near = ((source and self._in_paragraph(source, place), score) for source, score in named)
        free = (each for each in near if each[0] is None or not self._is_shut_in(each[0], place))
        source, score = next(free, (None, 0.0))
        telling = teller(self._tree, self._tree.covering(source)) if source else None
        source = self._tree.span(*telling) if telling else source
        if source and is_hearer(self._tree, (role.first, role.last), self._tree.covering(source)):
            return None, 0.0
        return source and self._behind_dateline(source), score

    def _in_paragraph(self, source: Span, cue: Span) -> Span | None:
        """The words of a source that are not in a byline, nor in another paragraph than those nearest to the cue."""
        first, last = self._tree.covering(source)
        words = [n for n in range(first, last) if n not in self._signed]
        places = {n: self._paragraph(self._tree.span(n, n + 1)) for n in words}
        home = min(places.values(), key=lambda place: abs(place - self._paragraph(cue)), default=None)
        kept = [n for n in words if places[n] == home]
        return self._tree.span(kept[0], kept[-1] + 1) if kept else None

    def _behind_dateline(self, source: Span) -> Span:
        """A source without the dateline or the place that it begins with: "GENEVA — The envoy", "In court, she"."""
        first, last = self._tree.covering(source)
        begin = next((n for n in range(first, last) if n not in self._dated), first)
        begin = behind_setting(self._tree, begin, last)
        return self._tree.span(begin, last) if begin > first else source

    def _is_shut_in(self, inside: Span, outside: Span) -> bool:
        """Whether quotation marks stand around one span and not around the other."""
        return any(
            block.span.contains(inside) and not block.span.contains(outside) for block in self._blocks.touching(inside)
        )

    def _without_cue(self, group: Sequence[Linked], pieces: tuple[Piece, ...], paragraph: int) -> _Draft:
        """A quotation for which the model has no cue: the tree's, a signature behind a dash, or none."""
        evidence = Evidence(*_certainty(pieces))
        verb = next((each.verb for each in group if each.verb is not None), None)
        if verb is not None:
            source = source_of(self._tree, verb, verb + 1)
            mention = self._tree.span(*source) if source else None
            return _Draft(pieces, self._tree.span(verb, verb + 1), mention, "quote", evidence, paragraph)
        signed = sign_off(self._tree, pieces[-1].span, self._paragraphs, paragraph) if pieces[-1].quoted else None
        if signed is not None:
            return _Draft(pieces, signed.dash, signed.source, "dash", evidence, paragraph)
        return _Draft(pieces, None, None, "floating", evidence, paragraph)

    def _away(self, cue: int, group: Sequence[Linked]) -> bool:
        """Whether the cue stands in another paragraph than all of the pieces: then they float."""
        role = self._document.roles[cue]
        home = self._paragraph(self._tree.span(role.first, role.last))
        places = [self._paragraph(each.piece.span) for each in group]
        return home not in places and not self._introduces(home, places[0])

    def _introduces(self, home: int, place: int) -> bool:
        """Whether a paragraph leads over to the next one: "He said:" and what he said below it."""
        return place == home + 1 and self._paragraphs[home].text(self._document.text).endswith((":", ","))

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
            if draft.rule == "floating":
                source = self._answering(draft) or self._acting(before, draft) or self._going_on(before, draft)
                draft = replace(draft, source=source)
            before = draft
            yield draft

    def _answering(self, draft: _Draft) -> Span | None:
        """Who answers the narrator's question at once before a quotation."""
        answers = answering(self._tree, self._tree.covering(draft.pieces[0].span)[0])
        return None if answers is None else self._tree.span(answers, answers + 1)

    def _acting(self, before: _Draft | None, draft: _Draft) -> Span | None:
        """Who acts in the sentence right before a quotation, if nobody speaks in it."""
        first, _ = self._tree.covering(draft.pieces[0].span)
        acts = acting(self._tree, first)
        if acts is None or self._paragraph(self._tree.span(*acts)) != draft.paragraph:
            return None
        spoken = before is not None and before.cue is not None and before.cue.start > self._tree.span(*acts).start
        heard = before is not None and before.pieces[-1].span.end > self._tree.span(*acts).start
        return None if spoken or heard else self._tree.span(*acts)

    def _going_on(self, before: _Draft | None, draft: _Draft) -> Span | None:
        """The source of the speech before, if it is near."""
        near = before is not None and draft.paragraph - self._paragraph(before.pieces[-1].span) <= REACH
        return before.source if before is not None and near else None

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
        return "mixed" if any(self._blocks.touching(piece.span) for piece in pieces) else "indirect"


def _certainty(pieces: Sequence[Piece]) -> tuple[float, float]:
    """The mean content probability of the pieces, and the least certain word's."""
    return sum(piece.score for piece in pieces) / len(pieces), min(piece.weakest for piece in pieces)
