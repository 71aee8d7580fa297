from __future__ import annotations

from pathlib import Path

import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as st

from quotes.model.batches import (
    FIRST,
    LAST,
    LONGEST_WORD,
    PAD,
    PARAGRAPH,
    UNKNOWN,
    Window,
    WordPieces,
    by_length,
    collate,
)
from quotes.model.rows import FEWEST, HALF, SINGLE, Filling
from quotes.model.surface import NO_SURFACE, Surface

LOWER, CAPITAL = Surface(1, 1, 0), Surface(2, 0, 2)


@given(st.lists(st.integers(1, 60), max_size=80), st.integers(20, 300), st.integers(1, 9))
def test_batches_hold_every_window_once_within_the_budget(lengths: list[int], budget: int, most: int) -> None:
    batches = list(by_length(lengths, budget, most))
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) <= most
        assert len(batch) == 1 or len(batch) * max(lengths[n] for n in batch) <= budget


@given(st.lists(st.integers(1, 60), min_size=1, max_size=80))
def test_batches_go_from_short_to_long(lengths: list[int]) -> None:
    order = [lengths[index] for batch in by_length(lengths, 200) for index in batch]
    assert order == sorted(order)


def test_batches_are_filled() -> None:
    assert [len(batch) for batch in by_length([10] * 25, 100)] == [10, 10, 5]


def test_windows_are_laid_out_one_behind_the_other() -> None:
    long = Window([(7,), (8, 9), (10,)], [LOWER, CAPITAL, LOWER], [True, False, True])
    short = Window([(11,)], [CAPITAL], [False])
    batch, filler = collate([long, short], Filling(20, 4)), 9
    assert batch.lengths == (8, 3, filler)
    assert batch.pieces.tolist() == [
        FIRST, PARAGRAPH, 7, 8, 9, PARAGRAPH, 10, LAST,
        FIRST, 11, LAST,
        *[PAD] * filler,
    ]  # fmt: skip
    assert batch.positions.tolist() == [*range(8), *range(3), *range(filler)]
    nothing = list(NO_SURFACE)
    assert batch.surfaces.tolist() == [
        nothing, nothing, list(LOWER), list(CAPITAL), list(CAPITAL), nothing, list(LOWER), nothing,
        nothing, list(CAPITAL), nothing,
        *[nothing] * filler,
    ]  # fmt: skip


def test_the_words_of_windows_are_padded_to_one_number() -> None:
    long, short = Window([(7,)] * 20, [LOWER] * 20, [False] * 20), Window([(11,)], [CAPITAL], [False])
    batch = collate([long, short])
    assert batch.first.tolist() == [[*range(1, 21)], [23, *[0] * 19]]
    assert batch.word_mask.tolist() == [[True] * 20, [True, *[False] * 19]]


def test_a_word_alone_has_company() -> None:
    assert collate([Window([(11,)], [CAPITAL], [False])]).word_mask.tolist() == [[True, *[False] * (FEWEST - 1)]]


@pytest.mark.parametrize("filling", [SINGLE, HALF])
def test_rows_that_fill_the_steps_get_no_more(filling: Filling) -> None:
    size = filling.fewest
    full = Window([(7,)] * (size - 2), [LOWER] * (size - 2), [False] * (size - 2))
    assert collate([full], filling).lengths == (size,)
    assert collate([full, full, full], filling).lengths == (size, size, size)


@given(st.integers(1, 5000), st.sampled_from([SINGLE, HALF, Filling(5, 3)]))
def test_rows_are_filled_to_a_step_and_no_further(rows: int, filling: Filling) -> None:
    filled = rows + filling.missing(rows)
    assert filled >= filling.fewest and (filled % filling.step == 0 or filled == filling.fewest)
    assert filled - rows < filling.step or filled == filling.fewest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tiny.write_vocabulary(tmp_path)


def test_words_are_cut_into_pieces(path: Path) -> None:
    names = {number: name for name, number in tiny.vocabulary().items()}
    said, at, new = WordPieces(path)(["said", "At", "xy"])
    assert [names[n] for n in said] == ["said"]
    assert [names[n] for n in at] == ["a", "##t"]
    assert [names[n] for n in new] == ["x", "##y"]


def test_every_word_has_a_piece_and_none_too_many(path: Path) -> None:
    pieces = WordPieces(path)
    odd = ["", " ", "\u200b", "字", "a" * 5000, '"' * 400]
    found = pieces(odd)
    assert len(found) == len(odd)
    assert all(1 <= len(each) <= LONGEST_WORD for each in found)
    assert found[0] == (UNKNOWN,)


def test_a_full_memory_is_emptied_without_changing_the_pieces(path: Path) -> None:
    generous, narrow = WordPieces(path), WordPieces(path, remembered=3)
    for words in (["a", "b"], ["c", "d", "a"], ["one", "two", "three", "four", "a"], ["a", "a"]):
        assert narrow(words) == generous(words)
