from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from quotes import META, write
from quotes.errors import GoldError, InputError
from quotes.evaluation import Evaluation, as_text, evaluate_table
from quotes.evaluation.gold import GoldArticle, load, type_of
from quotes.evaluation.names import same_name, same_title, words
from quotes.evaluation.tokens import starts, trimmed
from quotes.records import Span

TEXT = 'Ann Hill, the mayor, said: "We will rebuild." She added that it would take years.\n"It rained," Bo Lee said.\n'
GOLD: dict[str, Any] = {
    "doc": "flood",
    "people": [
        {"id": "p1", "name": "Ann Hill", "kind": "person", "aliases": [], "titles": ["mayor"]},
        {"id": "p2", "name": "Bo Lee", "kind": "person", "aliases": [], "titles": []},
    ],
    "attributions": [
        {
            "id": "Q1",
            "person": "p1",
            "type": "direct",
            "source": "Ann Hill, the mayor",
            "cue": "said",
            "content": ['"We will rebuild."'],
        },
        {
            "id": "Q2",
            "person": "p1",
            "type": "indirect",
            "source": "She",
            "cue": "added",
            "content": ["that it would take years"],
        },
        {"id": "Q3", "person": "p2", "type": "direct", "source": "Bo Lee", "cue": "said", "content": ['"It rained,"']},
    ],
}

Row = dict[str, Any]
Score = Callable[..., Evaluation]


def row(article: str, content: Sequence[tuple[int, int]], **cells: Any) -> Row:
    """A row of the table; what is not given is missing."""
    given = {"article_id": article, "quote_id": 0, "type": "direct", "quote": "", "rule": "clause", "confidence": 0.5}
    return dict.fromkeys(META.columns) | given | {"spans": [list(span) for span in content]} | cells


def placed(part: str, words: str, occurrence: int = 0) -> Row:
    """The cells of a source or cue that is these words in TEXT."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return {part: words, f"{part}_start": start, f"{part}_end": start + len(words)}


def content(words: str) -> list[tuple[int, int]]:
    start = TEXT.index(words)
    return [(start, start + len(words))]


RIGHT = [
    row(
        "flood.txt",
        content('"We will rebuild."'),
        speaker="Ann Hill",
        title="mayor",
        **placed("source", "Ann Hill"),
        **placed("cue", "said"),
    ),
    row(
        "flood.txt",
        content("it would take years"),
        type="indirect",
        speaker="Ann Hill",
        title="the mayor",
        **placed("source", "She"),
        **placed("cue", "added"),
    ),
    row(
        "flood.txt",
        content("It rained"),
        speaker="Mr. Bo Lee",
        **placed("source", "Bo Lee"),
        **placed("cue", "said", 1),
    ),
]


def to_frame(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=META.columns).astype(META.dtypes.to_dict())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "flood.txt").write_text(TEXT, encoding="utf-8", newline="")
    (gold / "flood.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return gold


@pytest.fixture
def score(folder: Path, tmp_path: Path) -> Score:
    def scored(rows: Sequence[Row], errors: int = 0) -> Evaluation:
        write(to_frame(rows), tmp_path / "table.parquet", overwrite=True)
        return evaluate_table(tmp_path / "table.parquet", folder, errors)

    return scored


def only(folder: Path) -> GoldArticle:
    (article,) = load(folder)
    return article


def test_gold_strings_are_found_where_they_stand(folder: Path) -> None:
    article = only(folder)
    assert (article.id, article.text) == ("flood", TEXT)
    assert [quote.content[0].text(TEXT) for quote in article.quotes] == [
        '"We will rebuild."',
        "that it would take years",
        '"It rained,"',
    ]
    assert [quote.cue[0].start for quote in article.quotes] == [
        TEXT.index("said"),
        TEXT.index("added"),
        TEXT.rindex("said"),
    ]
    assert [quote.person.name for quote in article.quotes if quote.person] == ["Ann Hill", "Ann Hill", "Bo Lee"]


def test_gold_spans_come_from_the_corpus_where_it_has_them(folder: Path) -> None:
    spans = [
        {"id": "Q1", "content": [[27, 45]], "source": [[0, 8]], "cue": []},
        {"id": "Q9", "content": [[47, 50]], "source": [], "cue": []},
        {"id": "Q3", "content": [], "source": [[0, 8]], "cue": []},
    ]
    (folder / "flood.spans.json").write_text(json.dumps(spans), encoding="utf-8")
    first, second = only(folder).quotes  # no content, no attribution
    assert (first.content, first.source, first.cue, first.type) == ((Span(27, 45),), (Span(0, 8),), (), "direct")
    assert first.person is not None and first.person.titles == ("mayor",)
    assert (second.type, second.person) == ("indirect", None)


def test_a_folder_without_gold_and_malformed_gold_are_named(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(GoldError, match="empty"):
        list(load(empty))
    (folder / "flood.gold.json").write_text('{"people": []}', encoding="utf-8")
    with pytest.raises(GoldError, match=r"flood\.txt lack 'attributions'"):
        list(load(folder))
    (folder / "flood.gold.json").write_text("[1", encoding="utf-8")
    with pytest.raises(GoldError, match=r"flood\.txt are malformed"):
        list(load(folder))


def test_an_annotated_content_that_is_not_in_the_text_is_named(folder: Path) -> None:
    lost = {**GOLD["attributions"][0], "id": "Q7", "content": ["nobody wrote this"]}
    gold = {**GOLD, "attributions": [*GOLD["attributions"], lost]}
    (folder / "flood.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    with pytest.raises(GoldError, match="the content of Q7 is not in the text"):
        list(load(folder))


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["he was ill"], "indirect"),
        (['"He was ill."'], "direct"),
        (["“He was", "ill,”"], "direct"),
        (['he was "ill" then'], "mixed"),
        (['"He" was "ill"'], "mixed"),
        (['"He was ill', "and stayed so"], "mixed"),
    ],
)
def test_type_of(pieces: list[str], expected: str) -> None:
    text, spans = " ".join(pieces), []
    for piece in pieces:
        start = text.index(piece)
        spans.append(Span(start, start + len(piece)))
    assert type_of(text, spans) == expected


def test_tokens_leave_out_quotation_marks_and_trimmed_ones_end_punctuation() -> None:
    text = "“Don't go,” he said."
    whole = [Span(0, len(text))]
    assert {text[start] for start in starts(text, whole)} == set("Dtg,hs.")
    assert [token.text(text) for token in trimmed(text, whole)] == ["Don", "t", "go", "he", "said"]
    assert trimmed(text, [Span(12, 20), Span(0, 10)]) == trimmed(text, whole)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr. Bo Lee's", ["bo", "lee"]),
        ("The U.S. Senate", ["u.s", "senate"]),
        ("Jean-Luc O’Neil Jr.", ["jean-luc", "o'neil", "jr"]),
        ("ＡＴ&T", ["at&t"]),
        ("the", []),
        (None, []),
    ],
)
def test_words_of_names(name: str | None, expected: list[str]) -> None:
    assert words(name) == expected


def test_same_name_and_same_title() -> None:
    assert same_name("Ms Ann Hill", "Ann Hill")
    assert not same_name("Hill", "Ann Hill")
    assert not same_name("", "the")
    assert same_title(None, []) and same_title("", [])
    assert not same_title("mayor", [])
    assert not same_title(None, ["mayor"])
    assert same_title("deputy secretary of state", ["minister", "deputy secretary of the state"])  # 8 of 9 words
    assert not same_title("secretary of state", ["former deputy secretary of state for trade"])  # 6 of 10


def test_a_right_table_has_full_marks(score: Score) -> None:
    figures = score(RIGHT).figures
    everything = figures["all"]
    assert (everything["gold"], everything["pred"]) == (3, 3)
    for name in ("found", "speaker_e2e"):
        assert everything[name] == (100.0, 100.0, 100.0)
    for name in (
        "source_overlap|found",
        "cue_overlap|found",
        "speaker|found",
        "title|speaker",
        "title|has",
        "title|none",
    ):
        assert everything[name] == 100.0
    assert everything["source_exact|found"] == 66.7  # "Ann Hill" is not "Ann Hill, the mayor"
    assert everything["content_exact"] == (66.7, 66.7, 66.7)  # "that" is missing, the comma makes no difference
    assert everything["content_overlap"] == (100.0, 83.3, 90.9)  # 10 of 12 gold tokens
    assert (figures["direct"]["gold"], figures["mixed"]["gold"], figures["indirect"]["gold"]) == (2, 0, 1)
    assert figures["mixed"]["speaker|found"] is None


def test_every_mistake_costs_its_own_figure(score: Score) -> None:
    spare = row("flood.txt", content("Ann Hill"), speaker="Bo Lee")
    assert score([*RIGHT, spare]).figures["all"]["found"] == (75.0, 100.0, 85.7)
    assert score(RIGHT[:2]).figures["all"]["found"] == (100.0, 66.7, 80.0)
    misnamed = [RIGHT[0] | {"speaker": "Bo Lee"}, *RIGHT[1:]]
    assert score(misnamed).figures["all"]["speaker|found"] == 66.7
    unnamed = [RIGHT[0] | {"speaker": None}, *RIGHT[1:]]
    assert score(unnamed).figures["all"]["speaker_e2e"] == (100.0, 66.7, 80.0)
    untitled = [RIGHT[0] | {"title": None}, *RIGHT[1:]]
    assert score(untitled).figures["all"]["title|has"] == 50.0
    mistyped = [RIGHT[0] | {"type": "mixed"}, *RIGHT[1:]]  # a row counts under the type of what it found
    assert score(mistyped).figures["mixed"]["pred"] == 0


def test_an_attribution_is_found_by_one_row_only(score: Score) -> None:
    assert score([RIGHT[0], RIGHT[0]]).figures["all"]["found"] == (50.0, 33.3, 40.0)


def test_an_empty_table_has_figures(score: Score) -> None:
    figures = score([]).figures["all"]
    assert (figures["found"], figures["content_overlap"]) == ((0.0, 0.0, 0.0), (None, 0.0, 0.0))
    assert figures["source_overlap|found"] is None


def test_a_table_of_other_articles_is_named_with_one_of_each_side(score: Score) -> None:
    with pytest.raises(GoldError, match=r"table\.parquet is that of .*gold: 'storm' is in the table, 'flood' in the"):
        score([row("storm.txt", [(27, 45)])])
    assert score([row("storm.txt", [(27, 45)]), row("flood", [(27, 45)])]).figures["all"]["pred"] == 1


def test_errors_are_shown_by_kind(score: Score) -> None:
    wrong = [RIGHT[0] | {"speaker": "Bo Lee"}, RIGHT[1] | {"title": "queen"}]
    missed, name, title = score(wrong, errors=5).examples
    assert missed.startswith("MISSED flood") and "It rained" in missed
    assert "'Bo Lee', not 'Ann Hill'" in name
    assert "'queen'" in title and "mayor" in title
    assert len(score([], errors=2).examples) == 2
    assert score([], errors=0).examples == ()


def test_the_report_has_a_line_for_each_figure(score: Score) -> None:
    figures = score(RIGHT).figures
    lines = as_text(figures).splitlines()
    assert lines[0].split() == ["precision,", "recall,", "F1", "all", "direct", "mixed", "indirect"]
    assert len(lines) == 1 + len(figures["all"])
    assert next(line for line in lines if line.startswith("title|none")).split() == [
        "title|none",
        "100.0",
        "100.0",
        "-",
        "-",
    ]


def test_a_table_with_other_columns_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="missing: article_id"):
        evaluate_table(tmp_path / "other.csv", folder)


def perturbed(article: GoldArticle, chance: random.Random) -> list[Row]:
    """Rows made from the gold with mistakes of every kind."""
    people = [quote.person for quote in article.quotes if quote.person]
    rows = []
    for quote in article.quotes:
        if chance.random() < 0.2:
            continue
        person = chance.choice([quote.person, quote.person, quote.person, *people[:1]])
        titles = person.titles if person else ()
        spans = [
            (max(0, s.start + chance.choice([0, 0, -9, 5])), s.end + chance.choice([0, 0, 7])) for s in quote.content
        ]
        cells: Row = {
            "type": chance.choice([quote.type, quote.type, "mixed"]),
            "speaker": chance.choice(["", "Nobody", *[f"the {person.name}’s"] * 8]) if person else None,
            "title": chance.choice([None, "", "aide", *titles, *titles]),
        }
        for part, there in (("source", quote.source), ("cue", quote.cue)):
            if there and chance.random() < 0.9:
                shift = chance.choice([0, 0, 0, 2, 60])
                cells |= {part: "x", f"{part}_start": there[0].start + shift, f"{part}_end": there[0].end + shift}
        rows += [row(article.id + chance.choice(["", ".txt"]), spans, **cells)] * chance.choice([1, 1, 1, 2])
    chance.shuffle(rows)
    return rows


@pytest.mark.parametrize(("data", "suffix"), [("shared", ".parquet"), ("golden", ".csv")])
def test_figures_are_those_of_the_shared_scorer(
    shared: Path, golden: Path, tmp_path: Path, suffix: str, data: str, yardstick: ModuleType
) -> None:
    folder = shared / "data" / "gold" / "dev" if data == "shared" else golden
    if not any(folder.rglob("*.gold.json")):
        pytest.skip(f"{folder} has no gold annotations")
    scorer, table = yardstick, tmp_path / f"table{suffix}"
    for seed in range(2):
        chance = random.Random(seed)
        write(to_frame([row for article in load(folder) for row in perturbed(article, chance)]), table, overwrite=True)
        ours, theirs = evaluate_table(table, folder).figures, scorer.score(table, folder)
        assert json.loads(json.dumps(ours)) == json.loads(json.dumps(theirs))
        assert 30 < ours["all"]["found"][2] < 95  # type: ignore[index]  # neither all wrong nor all right
