from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quotes.training.marks import STYLES, requoted

FORMS = ["She", "said", '"', "go", '"', "and", "“", "it", "'s", "late", "”", "."]
PLACES = (2, 4, 6, 10)


def test_all_marks_of_a_document_get_one_style() -> None:
    seen = set()
    for seed in range(60):
        found = requoted(FORMS, Random(seed), kept=0.0)
        style = (found[2], found[4])
        assert (found[6], found[10]) == style
        assert [form for n, form in enumerate(found) if n not in PLACES] == [
            form for n, form in enumerate(FORMS) if n not in PLACES
        ]
        seen.add(style)
    assert seen == set(STYLES)


def test_marks_may_be_kept() -> None:
    assert all(requoted(FORMS, Random(seed), kept=1.0) == FORMS for seed in range(20))
    kept = sum(requoted(FORMS, Random(seed)) == FORMS for seed in range(200))
    assert 110 < kept < 150  # 0.6 kept, and nothing but one mark differs in the other styles


@given(st.lists(st.sampled_from([*FORMS, "''", "’", "«"]), max_size=30), st.integers(0, 99))
def test_only_double_marks_change(forms: list[str], seed: int) -> None:
    found = requoted(forms, Random(seed), kept=0.0)
    assert len(found) == len(forms)
    for before, after in zip(forms, found, strict=True):
        assert before == after or before in {'"', "''", "“", "”"}
