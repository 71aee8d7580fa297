from __future__ import annotations

import re
import time
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from quotes.model.layout import CLOSING, FREE, OPENED, Layout, layout, settled_starts
from quotes.model.surface import QUOTED
from quotes.model.windows import windows
from quotes.records import Span

WORD = re.compile(r"\w+|[^\w\s]")


def laid_out(text: str) -> Layout:
    words = [Span(*match.span()) for match in WORD.finditer(text)]
    return layout(text, words, [n == 0 for n in range(len(words))])


def chosen(found: Layout, flags: Sequence[bool]) -> list[str]:
    return [form for form, flag in zip(found.forms, flags, strict=True) if flag]


def test_paragraphs_begin_where_the_text_begins_them() -> None:
    found = laid_out('  Ann spoke.\n\n"Go," said Bo.\n\nThe end.')
    assert [n for n, start in enumerate(found.paragraph_starts) if start] == [0, 3, 10]
    assert [found.forms[n] for n in (0, 3, 10)] == ["Ann", '"', "The"]


def test_spaces_are_told_from_the_text() -> None:
    found = laid_out("No, Ann-Lee.")
    assert chosen(found, found.spaced) == ["No", "Ann"]


def test_words_know_whether_they_are_quoted() -> None:
    found = laid_out('Ann said "go home" and left.')
    names = [QUOTED[state] for state in found.quoted]
    assert names == ["outside", "outside", "mark", "inside", "inside", "mark", "outside", "outside", "outside"]


def test_a_quotation_over_paragraphs_is_quoted_in_all_of_them() -> None:
    found = laid_out("“One of us left.\n\n“Two of us stayed,” she said.")
    assert "".join(str(state) for state in found.quoted) == "122222" + "1222221" + "000"


def test_the_bounds_of_marks() -> None:
    found = laid_out("He said: “‘Go,’ she said.” Then he left.")
    bounds = dict.fromkeys((FREE, OPENED, CLOSING), "")
    for form, bound in zip(found.forms, found.bound, strict=True):
        bounds[bound] += form
    assert bounds[OPENED] == "‘Go"
    assert bounds[CLOSING] == "’”"


def test_an_apostrophe_binds_nothing() -> None:
    assert set(laid_out("The teachers' union met. It's late in the '80s.").bound) == {FREE}


def settled(text: str, wanted: set[int]) -> list[int]:
    found = laid_out(text)
    flags = [n in wanted for n in range(len(found.words))]
    return [n for n, start in enumerate(settled_starts(flags, found.paragraph_starts, found.bound)) if start]


def test_a_start_behind_an_opening_mark_moves_before_it() -> None:
    assert settled('He left. "Go home."', {4}) == [0, 3]
    assert settled("He left. “‘Go’ home.”", {5}) == [0, 3]


def test_a_start_at_a_closing_mark_moves_behind_it() -> None:
    text = '"Go home." He left.'
    assert settled(text, {4}) == [0, 5]
    assert settled('"Go home."', {4}) == [0]


def test_a_start_moves_over_closing_and_opening_marks_at_once() -> None:
    # “ Go . ” “ No . ”: a start wanted at the first closing mark can only stand before the next opening one
    assert settled("“Go.” “No.”", {3}) == [0, 4]


def test_a_paragraph_begins_whatever_was_wanted() -> None:
    assert settled('He left.\n\n"Go home."', set()) == [0, 3]


TEXTS = st.text(st.sampled_from("ab. \n\"'“”‘’,—"), max_size=60)


@given(TEXTS, st.randoms(use_true_random=False))
def test_no_sentence_begins_inside_the_marks(text: str, random: object) -> None:
    found = laid_out(text)
    flags = [getattr(random, "random")() < 0.5 for _ in found.words]  # noqa: B009
    starts = settled_starts(flags, found.paragraph_starts, found.bound)
    assert len(starts) == len(found.words)
    for n, start in enumerate(starts):
        assert start or not found.paragraph_starts[n]
        assert not start or found.paragraph_starts[n] or found.bound[n] == FREE or n == 0


@given(st.text(max_size=80))
def test_every_sequence_has_one_item_for_each_word(text: str) -> None:
    found = laid_out(text)
    parts = (found.forms, found.paragraph_starts, found.spaced, found.quoted, found.bound)
    assert {len(part) for part in parts} == {len(found.words)}
    assert found.forms == [word.text(text) for word in found.words]
    assert set(found.quoted) <= {0, 1, 2}


def seconds(text: str) -> float:
    began = time.process_time()
    found = laid_out(text)
    settled_starts([True] * len(found.words), found.paragraph_starts, found.bound)
    parts = list(windows([1] * len(found.words), found.sentence_starts, found.paragraph_starts))
    assert sum(last - first for first, last in parts) == len(found.words)
    return time.process_time() - began


def test_texts_that_never_stop_are_read_quickly() -> None:
    assert seconds("and so on " * 10_000) < 5


def test_runs_of_marks_are_read_quickly() -> None:
    for run in ('"' * 10_000, "“" * 10_000, "'" * 10_000, "“a” " * 5_000, '" ' * 10_000, "«‹" * 5_000):
        assert seconds(run) < 5, run[:4]
