from __future__ import annotations

from effort import calls
from hypothesis import given
from hypothesis import strategies as st

from quotes.model.windows import LIMIT, windows

WORDS = st.lists(st.tuples(st.integers(1, 24), st.booleans(), st.booleans()), max_size=300)


def cost(lengths: list[int], paragraphs: list[bool], first: int, last: int) -> int:
    return 2 + sum(lengths[first:last]) + sum(paragraphs[first:last])


@given(WORDS, st.integers(27, 120))
def test_windows_cover_every_word_once_within_the_limit(words: list[tuple[int, bool, bool]], limit: int) -> None:
    lengths, sentences, paragraphs = ([word[n] for word in words] for n in range(3))
    found = list(windows(lengths, sentences, paragraphs, limit))  # type: ignore[arg-type]
    assert [n for first, last in found for n in range(first, last)] == list(range(len(words)))
    assert all(first < last for first, last in found)
    assert all(cost(lengths, paragraphs, *each) <= limit for each in found)  # type: ignore[arg-type]


@given(st.lists(st.integers(1, 10), min_size=2, max_size=60))
def test_whole_sentences_stay_whole(sizes: list[int]) -> None:
    """Sentences of at most 10 words fit into 23 pieces, so that every window can end with one."""
    starts = [n == 0 for size in sizes for n in range(size)]
    for first, _ in windows([1] * len(starts), starts, [False] * len(starts), limit=23):
        assert starts[first]


def test_a_paragraph_that_leaves_half_a_window_is_preferred_to_a_sentence() -> None:
    sentences = [n % 3 == 0 for n in range(40)]
    late, early = ([n in (0, place) for n in range(40)] for place in (12, 6))
    assert next(iter(windows([1] * 40, sentences, late, limit=20))) == (0, 12)
    first, last = next(iter(windows([1] * 40, sentences, early, limit=20)))
    assert (first, last) == (0, 15)


def test_a_text_that_fits_is_one_window() -> None:
    starts = [True, *[False] * 9]
    assert list(windows([1] * 10, starts, starts, limit=13)) == [(0, 10)]
    assert list(windows([], [], [])) == []


def test_a_sentence_without_an_end_is_cut_in_linear_time() -> None:
    def cost(count: int) -> int:
        starts = [True, *[False] * (count - 1)]
        assert len(list(windows([1] * count, starts, starts))) == -(-(count + 1) // (LIMIT - 2))
        return calls(lambda: list(windows([1] * count, starts, starts)))

    assert cost(40_000) < 4.4 * cost(10_000)
