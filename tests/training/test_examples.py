from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quotes.training.examples import Words, cuts


def document(sizes: list[int]) -> Words:
    """A document with sentences of so many words, in one paragraph."""
    starts = [n == 0 for size in sizes for n in range(size)]
    forms = ["a"] * len(starts)
    return Words("some", forms, [True] * len(forms), starts, [n == 0 for n in range(len(forms))])


def test_sentences_are_packed_whole() -> None:
    ten = [1] * 40
    assert list(cuts(document([10, 10, 10, 10]), ten, 25)) == [(0, 20), (20, 40)]
    assert list(cuts(document([10, 10]), [2] * 20, 100)) == [(0, 20)]
    assert list(cuts(document([]), [], 100)) == []


def test_a_sentence_beyond_the_limit_stands_alone_and_is_cut_off() -> None:
    found = list(cuts(document([5, 50, 5]), [1] * 60, 20))
    assert [first for first, _ in found] == [0, 5, 55]
    assert found[0] == (0, 5)
    assert found[2] == (55, 60)
    assert 5 < found[1][1] <= 5 + 18


SIZES = st.lists(st.integers(1, 30), max_size=20)


@given(SIZES, st.integers(40, 120), st.integers(1, 3), st.one_of(st.none(), st.integers(0, 99)))
def test_windows_are_whole_sentences_within_the_limit(
    sizes: list[int], limit: int, each: int, seed: int | None
) -> None:
    words = document(sizes)
    lengths = [each] * len(words)
    rng = None if seed is None else Random(seed)
    found = list(cuts(words, lengths, limit, rng))
    edges = {n for n, start in enumerate(words.sentence_starts) if start} | {len(words)}
    for first, last in found:
        assert first < last
        assert first in edges
        assert sum(lengths[first:last]) <= limit
    if max(sizes, default=0) * each < limit:
        assert [n for first, last in found for n in range(first, last)] == list(range(len(words)))
        assert all(last in edges for _, last in found)


def test_some_windows_are_cut_shorter() -> None:
    words = document([4] * 200)
    lengths = [1] * len(words)
    full = len(list(cuts(words, lengths, 100)))
    varied = [len(list(cuts(words, lengths, 100, Random(seed)))) for seed in range(20)]
    assert min(varied) >= full
    assert max(varied) > full
    assert list(cuts(words, lengths, 100, Random(7))) == list(cuts(words, lengths, 100, Random(7)))
