"""Counts of what was found and what was right, and the figures that they give.

The figures, overall and for each type (all in per cent; triples are precision, recall, F1):

- ``content_exact``: contents with the same tokens as a gold content, end punctuation and quotation marks aside
- ``content_overlap``: tokens in common with any gold content, of the tokens of the rows and of the gold contents
- ``found``: gold contents that a row shares at least half of its tokens with, one to one
- ``source_overlap|found``, ``source_exact|found``, ``cue_overlap|found``: of the found ones that have a source (a cue)
- ``speaker_e2e``: the gold name, of the rows with a speaker and of the gold attributions with one
- ``speaker|found``, ``speaker|found person``: the gold name, of the found ones (of those that a named person said)
- ``title|speaker``, ``title|has``, ``title|none``: a gold title or rightly none, of the named persons found and named
  right; of those who have a title; of those who have none
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from quotes.evaluation.gold import GoldQuote, Person, Spans
from quotes.evaluation.matching import Matched, Row, found_by, type_of_row
from quotes.evaluation.names import same_name, same_title
from quotes.evaluation.tokens import trimmed

TYPES = ("direct", "mixed", "indirect")
ALL = "all"

Triple = tuple[float | None, float | None, float]
Figures = dict[str, int | float | Triple | None]
Counts = Counter[str]


def figures(articles: Iterable[Matched]) -> dict[str, Figures]:
    """The figures under ``all`` and each type."""
    counts = {key: Counter[str]() for key in (ALL, *TYPES)}
    for matched in articles:
        for key, count in counts.items():
            count.update(_count(matched, key))
    return {key: _figures(count) for key, count in counts.items()}


def _count(matched: Matched, key: str) -> Counts:
    """What one article adds to the counts of a type (or of all)."""
    text = matched.article.text
    gold = [index for index, quote in enumerate(matched.article.quotes) if key in (ALL, quote.type)]
    rows = [index for index in range(len(matched.rows)) if key == ALL or type_of_row(matched, index) == key]
    contents = {trimmed(text, matched.article.quotes[index].content) for index in gold}
    anywhere_gold = frozenset[int]().union(*matched.gold_tokens)
    anywhere_rows = frozenset[int]().union(*matched.row_tokens)
    counts = Counter(
        gold=len(gold),
        rows=len(rows),
        exact=len({trimmed(text, matched.rows[index].content) for index in rows} & contents),
        gold_tokens=sum(len(matched.gold_tokens[index]) for index in gold),
        gold_tokens_found=sum(len(matched.gold_tokens[index] & anywhere_rows) for index in gold),
        row_tokens=sum(len(matched.row_tokens[index]) for index in rows),
        row_tokens_right=sum(len(matched.row_tokens[index] & anywhere_gold) for index in rows),
        rows_with_speaker=sum(bool(matched.rows[index].speaker) for index in rows),
        gold_with_speaker=sum(matched.article.quotes[index].person is not None for index in gold),
    )
    for index in gold:
        quote, row = found_by(matched, index)
        if row is not None:
            counts.update(_events(text, quote, row))
    return counts


def _events(text: str, quote: GoldQuote, row: Row) -> Iterator[str]:
    """What there is to count about an attribution that was found."""
    yield "found"
    if quote.source:
        yield "source"
        if _overlap(row.source, quote.source):
            yield "source_overlap"
        if row.source and trimmed(text, row.source) == trimmed(text, quote.source):
            yield "source_exact"
    if quote.cue:
        yield "cue"
        if _overlap(row.cue, quote.cue):
            yield "cue_overlap"
    if quote.person:
        yield from _speaker_events(quote.person, row)


def _speaker_events(person: Person, row: Row) -> Iterator[str]:
    named, right = person.kind == "person", same_name(row.speaker, person.name)
    yield from ("speaker", "speaker_person")[: 1 + named]
    if right:
        yield from ("speaker_right", "speaker_person_right")[: 1 + named]
    if right and named:
        which = "title_has" if person.titles else "title_none"
        yield from ("title", which)
        if same_title(row.title, person.titles):
            yield from ("title_right", f"{which}_right")


def _overlap(mine: Spans, theirs: Spans) -> bool:
    return any(one.overlaps(other) for one in mine for other in theirs)


def _figures(counts: Counts) -> Figures:
    return {
        "gold": counts["gold"],
        "pred": counts["rows"],
        "content_exact": _triple(counts["exact"], counts["rows"], counts["gold"]),
        "content_overlap": _overlap_triple(counts),
        "found": _triple(counts["found"], counts["rows"], counts["gold"]),
        "source_overlap|found": _percent(counts["source_overlap"], counts["source"]),
        "source_exact|found": _percent(counts["source_exact"], counts["source"]),
        "cue_overlap|found": _percent(counts["cue_overlap"], counts["cue"]),
        "speaker_e2e": _triple(counts["speaker_right"], counts["rows_with_speaker"], counts["gold_with_speaker"]),
        "speaker|found": _percent(counts["speaker_right"], counts["speaker"]),
        "speaker|found person": _percent(counts["speaker_person_right"], counts["speaker_person"]),
        "title|speaker": _percent(counts["title_right"], counts["title"]),
        "title|has": _percent(counts["title_has_right"], counts["title_has"]),
        "title|none": _percent(counts["title_none_right"], counts["title_none"]),
    }


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _triple(right: int, rows: int, gold: int) -> Triple:
    """Precision, recall and F1; 0 where there is nothing to be right about."""
    precision, recall = (right / whole if whole else 0.0 for whole in (rows, gold))
    f1 = 200 * precision * recall / (precision + recall) if precision + recall else 0.0
    return round(100 * precision, 1), round(100 * recall, 1), round(f1, 1)


def _overlap_triple(counts: Counts) -> Triple:
    """Precision, recall and the F1 of the two as they are printed."""
    precision = _percent(counts["row_tokens_right"], counts["row_tokens"])
    recall = _percent(counts["gold_tokens_found"], counts["gold_tokens"])
    f1 = round(2 * precision * recall / (precision + recall), 1) if precision and recall else 0.0
    return precision, recall, f1
