"""The golden articles through the library and the command line, with the model of the package."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from conftest import CHECKOUT
from pandas.testing import assert_frame_equal

import quotes
from quotes.cli import main
from quotes.evaluation import evaluate_table
from quotes.parse import weights_folder

ARTICLES = CHECKOUT / "fixtures" / "articles"
PATHS = sorted(ARTICLES.rglob("*.txt"))
TEXTS = {path.relative_to(ARTICLES).as_posix(): path.read_bytes().decode("utf-8") for path in PATHS}

# per cent; what the package reaches on these articles, less two or three rows for another processor's rounding
FLOORS = {
    ("all", "found"): 91,
    ("direct", "found"): 96,
    ("indirect", "found"): 88,
    ("all", "content_overlap"): 93,
    ("all", "speaker|found"): 90,
    ("all", "speaker|found person"): 93,
    ("all", "title|speaker"): 92,
}

# other styles: articles that the rules were read against, and articles that nobody reads, see fixtures/README.md
SHELVES = {
    "newsroom": {"found": 90, "speaker|found": 83, "speaker|found person": 92, "title|speaker": 88},
    "unread": {"found": 89, "speaker|found": 84, "speaker|found person": 93, "title|speaker": 88},
}

pytestmark = pytest.mark.skipif(
    not (weights_folder() / "en" / "joint" / "news.safetensors").exists(), reason="the package has no weights yet"
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table that the command line writes."""
    path = tmp_path_factory.mktemp("golden") / "quotes.parquet"
    result = CliRunner().invoke(main, ["extract", str(ARTICLES), "-o", str(path), "--quiet"])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture(scope="module")
def table(written: Path) -> pd.DataFrame:
    return quotes.read(written)


@pytest.fixture(scope="module")
def extractor() -> quotes.Extractor:
    return quotes.load(device="cpu")


def test_the_library_and_the_command_line_give_the_same_table(table: pd.DataFrame, extractor: quotes.Extractor) -> None:
    frame = pd.DataFrame({"text": TEXTS.values(), "id": TEXTS.keys()})
    found = quotes.extract(frame, id="id", extractor=extractor).reset_index(drop=True)
    assert_frame_equal(found, table)


def test_every_offset_points_at_its_words(table: pd.DataFrame) -> None:
    assert len(table) > 200
    for row in table.to_dict("records"):
        text = TEXTS[str(row["article_id"])]
        assert " ".join(text[start:end] for start, end in row["spans"]) == row["quote"]
        for name in ("source", "cue"):
            if not pd.isna(row[name]):
                assert text[row[f"{name}_start"] : row[f"{name}_end"]] == row[name]


def test_speakers_and_titles_are_words_of_the_article(table: pd.DataFrame) -> None:
    for row in table.dropna(subset=["speaker"]).to_dict("records"):
        text = " ".join(TEXTS[str(row["article_id"])].split())
        # "Ann Hill and Bob Stone", "Ann Hill's lawyer": of names that the article has
        for name in re.split(r" and |'s ", str(row["speaker"])):
            assert name in text, row["speaker"]
        if not pd.isna(row["title"]):
            assert row["title"] in text


def test_types_follow_from_the_marks(table: pd.DataFrame) -> None:
    marks = set("\"“”‘’'«»„`")
    direct = table[table["type"] == "direct"]
    assert len(direct) > 50
    assert all(quote[0] in marks for quote in direct["quote"])


def test_an_article_without_quotations_has_no_direct_rows(table: pd.DataFrame) -> None:
    plain = table[table["article_id"].str.startswith("plain/")]
    assert not (plain["type"] == "direct").any()


@pytest.mark.parametrize(("kind", "figure"), FLOORS)
def test_figures_do_not_fall(written: Path, kind: str, figure: str) -> None:
    value = evaluate_table(written, ARTICLES).figures[kind][figure]
    assert value is not None
    reached = value[2] if isinstance(value, tuple) else value
    assert reached >= FLOORS[kind, figure]


@pytest.mark.parametrize("shelf", SHELVES)
def test_figures_do_not_fall_on_other_styles(shelf: str, tmp_path: Path, extractor: quotes.Extractor) -> None:
    folder, target = CHECKOUT / "fixtures" / shelf, tmp_path / "quotes.parquet"
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.txt"))}
    frame = pd.DataFrame({"text": [text.decode("utf-8") for text in texts.values()], "id": list(texts)})
    quotes.write(quotes.extract(frame, id="id", extractor=extractor), target)
    figures = evaluate_table(target, folder).figures["all"]
    for name, floor in SHELVES[shelf].items():
        value = figures[name]
        assert value is not None
        assert (value[2] if isinstance(value, tuple) else value) >= floor, name
