"""The phrase book: short news texts through the whole pipeline, with the model of the package."""

from __future__ import annotations

import pandas as pd
import pytest
from phrases import blind, hard, newly, news, openings, others, people, pronouns, titles, told, wide
from phrases.cases import Case, Said

import quotes
from quotes.parse import weights_folder

CASES = (
    *(*people.NAMESAKES, *people.CALLED),
    *(*pronouns.SINGULAR, *pronouns.PLURAL, *pronouns.DEICTIC),
    *(*titles.BEFORE, *titles.AFTER),
    *(*others.BODIES, *others.GROUPS, *others.DOCUMENTS, *others.UNNAMED, *others.DESCRIBED),
    *news.NEWS,
    *wide.WIDE,
    *hard.HARD,
    *openings.OPENINGS,
    *told.TOLD,
    *told.BODIES,
    *told.OFFICES,
    *newly.NEWLY,
    *newly.NAMED,
    *newly.INTRODUCED,
    *newly.ASKED,
    *blind.INSTITUTIONS,
    *blind.OFFICES,
    *blind.DESCRIBED,
    *blind.TOLD,
    *blind.AGAIN,
    *blind.LATER,
)

pytestmark = pytest.mark.skipif(
    not (weights_folder() / "en" / "joint" / "news.safetensors").exists(), reason="the package has no weights yet"
)


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    """The rows of all cases; the id of an article is the case's name."""
    frame = pd.DataFrame({"text": [case.text for case in CASES], "id": [case.name for case in CASES]})
    return quotes.extract(frame, id="id", extractor=quotes.load(device="cpu"))


def rows(table: pd.DataFrame, case: Case) -> list[Said]:
    """Whoever speaks in a case, in text order; sources cut to those that the case tells of."""
    own = table[table["article_id"] == case.name].astype(object)
    columns = ["source", "speaker", "title", "affiliation", "speaker_kind"]
    found = own.where(own.notna(), None)[columns].itertuples(index=False)
    return [Said(*row) for row in found]


def test_no_case_is_there_twice() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_right_person_in_the_right_role(table: pd.DataFrame, case: Case) -> None:
    found = rows(table, case)
    left = iter(found)
    for said in case.rows:
        match = next((row for row in left if row.source and said.source in row.source), None)
        assert match is not None, f"no row for {said.source!r} in {found}"
        assert match._replace(source=said.source) == said
