"""The golden articles: every string of the gold stands in its article, where the scorers look for it."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "fixtures" / "articles"
SHELVES = (ARTICLES, ROOT / "fixtures" / "newsroom", ROOT / "fixtures" / "unread")

KINDS = {"person", "organization", "group", "unnamed", "document"}
HONORIFICS = {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx"}
DOUBLE_MARKS = '"“”„«»'
ANY_MARK = re.compile("[\"“”„«»‘’']|``|''")
OPENS_QUOTE = re.compile("[\"“„«»‘']|``")
LOOK_BACK = 1500  # characters: how far before the last attribution the scorers look for the next one
NEAR = 400  # characters between a content and its own cue or source, at most

Gold = dict[str, Any]
Span = tuple[int, int]


def read(path: Path) -> str:
    """The article as it stands on disk, line ends included."""
    return path.read_bytes().decode("utf-8")


def gold_of(path: Path) -> Gold:
    """The gold beside an article."""
    gold: Gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return gold


def on_one_line(text: str) -> str:
    """The text with every run of white space as one space, so that a name broken over two lines is found."""
    return " ".join(text.split())


def located(text: str, gold: Gold) -> list[list[Span]]:
    """Where the scorers find the content of each attribution: the first occurrence after the fragment before."""
    places: list[list[Span]] = []
    last = 0
    for attribution in gold["attributions"]:
        cursor, spans = max(0, last - LOOK_BACK), []
        for fragment in attribution["content"]:
            start = text.find(fragment, cursor)
            assert start >= 0, f"{attribution['id']}: {fragment!r} is not in the article, or not in order"
            cursor = start + len(fragment)
            spans.append((start, cursor))
        last = max(last, spans[0][0])
        places.append(spans)
    return places


def distance(text: str, mention: str, spans: list[Span]) -> int | None:
    """Characters from the edge of a content to the nearest whole-word occurrence of a mention, None without any."""
    found = re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text)
    edges = [edge for span in spans for edge in span]
    return min((abs(match.start() - edge) for match in found for edge in edges), default=None)


PATHS = [path for shelf in SHELVES for path in sorted(shelf.rglob("*.txt"))]
each_article = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(path.parents[2]).as_posix())


def test_enough_articles_each_with_its_gold() -> None:
    assert len(PATHS) >= 18
    found = (path for shelf in SHELVES for path in shelf.rglob("*.gold.json"))
    golds = {path.with_name(path.name.removesuffix(".gold.json") + ".txt") for path in found}
    assert golds == set(PATHS)


@each_article
def test_article_is_utf8_without_bom_and_of_the_length_of_a_short_story(path: Path) -> None:
    text = read(path)
    assert not text.startswith("\ufeff")
    assert 150 <= len(text.split()) <= 600


@each_article
def test_gold_has_the_agreed_shape(path: Path) -> None:
    gold = gold_of(path)
    assert list(gold) == ["doc", "people", "attributions", "scare"]
    assert gold["doc"] == path.relative_to(path.parents[1]).with_suffix("").as_posix()
    for person in gold["people"]:
        assert list(person) == ["id", "name", "kind", "aliases", "titles"]
        assert person["kind"] in KINDS
    for number, attribution in enumerate(gold["attributions"], 1):
        assert list(attribution) == ["id", "person", "type", "source", "cue", "content"]
        assert attribution["id"] == f"Q{number}"
        assert attribution["content"] and all(attribution["content"])


@each_article
def test_people_of_the_gold_are_the_people_who_speak(path: Path) -> None:
    gold = gold_of(path)
    ids = [person["id"] for person in gold["people"]]
    assert len(ids) == len(set(ids))
    assert {attribution["person"] for attribution in gold["attributions"]} == set(ids)


@each_article
def test_names_aliases_and_titles_stand_in_the_article(path: Path) -> None:
    text = on_one_line(read(path))
    for person in gold_of(path)["people"]:
        for mention in [*person["aliases"], *person["titles"]]:
            assert on_one_line(mention) in text, mention
        pair = person["name"].split(" and ") if person["kind"] == "group" else [person["name"]]
        assert person["name"] in text or all(part in text for part in pair), person["name"]


@each_article
def test_titles_are_roles_of_people(path: Path) -> None:
    for person in gold_of(path)["people"]:
        assert not person["titles"] or person["kind"] in {"person", "unnamed"}
        assert not HONORIFICS & set(person["titles"])


@each_article
def test_contents_stand_in_the_article_in_order(path: Path) -> None:
    starts = [spans[0][0] for spans in located(read(path), gold_of(path))]
    assert starts == sorted(starts)


@each_article
def test_cue_and_source_stand_near_their_content(path: Path) -> None:
    text, gold = read(path), gold_of(path)
    for attribution, spans in zip(gold["attributions"], located(text, gold), strict=True):
        for mention in filter(None, (attribution["source"], attribution["cue"])):
            away = distance(text, mention, spans)
            assert away is not None and away <= NEAR, (attribution["id"], mention, away)


@each_article
def test_types_agree_with_the_marks(path: Path) -> None:
    for attribution in gold_of(path)["attributions"]:
        content = attribution["content"]
        if attribution["type"] == "direct":
            assert all(OPENS_QUOTE.match(fragment) for fragment in content), content
        elif attribution["type"] == "mixed":
            assert any(ANY_MARK.search(fragment) for fragment in content), content
        else:
            assert attribution["type"] == "indirect"
            assert not any(mark in fragment for mark in DOUBLE_MARKS for fragment in content), content


@each_article
def test_floating_quotations_have_neither_cue_nor_source(path: Path) -> None:
    for attribution in gold_of(path)["attributions"]:
        assert attribution["source"] or not attribution["cue"], attribution["id"]


@each_article
def test_scare_quotes_stand_in_the_article_and_in_no_direct_speech(path: Path) -> None:
    text, gold = read(path), gold_of(path)
    direct = [piece for quote in gold["attributions"] if quote["type"] == "direct" for piece in quote["content"]]
    for scare in gold["scare"]:
        assert scare in text
        assert OPENS_QUOTE.match(scare)
        assert scare not in direct


def test_all_types_and_kinds_are_covered() -> None:
    golds = [gold_of(path) for path in PATHS]
    types = Counter(attribution["type"] for gold in golds for attribution in gold["attributions"])
    assert min(types[name] for name in ("direct", "mixed", "indirect")) >= 25
    assert {person["kind"] for gold in golds for person in gold["people"]} == KINDS
    assert any(not attribution["source"] for gold in golds for attribution in gold["attributions"])


def test_files_that_are_about_their_form_have_it() -> None:
    windows = read(ARTICLES / "windows/market-fire.txt")
    assert windows.count("\r\n") == windows.count("\n") > 0
    assert windows[-1].isalpha()
    wrapped = read(ARTICLES / "plaintext/wrapped-observatory.txt")
    assert max(map(len, wrapped.splitlines())) <= 72
    assert "``" in wrapped
    assert not any(mark in read(ARTICLES / "plain/canal-reopens.txt") for mark in DOUBLE_MARKS + "‘’'")
    unbalanced = read(ARTICLES / "unbalanced/school-bell.txt")
    assert unbalanced.count("“") > unbalanced.count("”")
    assert unbalanced.count('"') % 2 == 0


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.name)
def test_a_table_made_from_the_gold_scores_full_marks(shelf: Path, tmp_path: Path, yardstick: ModuleType) -> None:
    pandas = pytest.importorskip("pandas")
    rows = []
    for path in sorted(shelf.rglob("*.txt")):
        for quote in yardstick.load_gold(path)[1]:
            row = {"article_id": path.relative_to(shelf).as_posix(), "type": quote["type"]}
            row |= {"spans": json.dumps(quote["spans"]), "speaker": quote["person"]["name"]}
            row["title"] = next(iter(quote["person"]["titles"]), None)
            for part in ("source", "cue"):
                row[f"{part}_start"], row[f"{part}_end"] = quote[part][0] if quote[part] else (None, None)
            rows.append(row)
    table = tmp_path / "gold.csv"
    pandas.DataFrame(rows).to_csv(table, index=False)
    figures = yardstick.score(table, shelf)["all"]
    assert figures["found"] == figures["speaker_e2e"] == (100.0, 100.0, 100.0)
    assert figures["title|speaker"] == figures["source_exact|found"] == 100.0
