"""`quotes.extract`: texts, Series and frames, in one process and in several."""

from __future__ import annotations

import functools
from pathlib import Path

import fakes
import pandas as pd
import pytest
from fakes import FakeParser
from pandas.testing import assert_frame_equal

from quotes import META
from quotes.errors import ArticleError, ArticleWarning, InputError, SetupError
from quotes.frames import extract
from quotes.pipeline import Extractor

TEXT = '"No," Ann said. "Why not?" Bo asked. "Because."'
MANY = pd.Series([f'"No {n}," Ann said. ' * (n % 3) for n in range(90)], index=[f"n{n // 2}" for n in range(90)])


def no_model() -> Extractor:
    raise SetupError("The weights are missing.")


def test_lone_surrogates_are_replaced_with_a_warning(extractor: Extractor, parser: FakeParser) -> None:
    with pytest.warns(ArticleWarning, match="2 lone surrogates"):
        table = extract('\ud800 "No\udc80," Ann said.', extractor=extractor)
    assert parser.batches == [['\ufffd "No\ufffd," Ann said.']]
    assert table["quote"].tolist() == ['"No\ufffd,"']
    assert table["spans"].tolist() == [[[2, 8]]]


def test_extract_of_a_text(extractor: Extractor) -> None:
    table = extract(TEXT, extractor=extractor)
    assert table["speaker"].tolist() == ["Ann", "Bo", pd.NA]
    assert table["article_id"].unique().tolist() == ["0"]
    assert table.dtypes.equals(META.dtypes)
    assert extract(TEXT, id="note", extractor=extractor)["article_id"].unique().tolist() == ["note"]
    assert_frame_equal(extract("Nothing.", extractor=extractor), META)


def test_extract_of_a_series_has_the_index_of_extractall(extractor: Extractor) -> None:
    bodies = pd.Series([TEXT, None, "Nothing.", '"Yes," Cy said.'], index=pd.Index(["a", "b", "c", "a"], name="day"))
    before = bodies.copy()
    table = extract(bodies, extractor=extractor)
    assert table.index.tolist() == [("a", 0), ("a", 1), ("a", 2), ("a", 0)]
    assert table.index.names == ["day", "match"]
    assert table["article_id"].tolist() == ["a"] * 4
    assert table["quote_id"].tolist() == table.index.get_level_values("match").tolist()
    assert table.reset_index("match", drop=True)["speaker"].tolist() == ["Ann", "Bo", pd.NA, "Cy"]
    pd.testing.assert_series_equal(bodies, before)


def test_extract_of_a_series_with_levels_and_of_none(extractor: Extractor) -> None:
    index = pd.MultiIndex.from_tuples([("x", 1), ("y", 2)], names=["paper", "day"])
    table = extract(pd.Series(["Nothing.", '"Yes," Cy said.'], index=index), extractor=extractor)
    assert table.index.tolist() == [("y", 2, 0)]
    assert table.index.names == ["paper", "day", "match"]
    empty = extract(pd.Series([], dtype="str"), extractor=extractor)
    assert len(empty) == 0 and empty.index.nlevels == 2 and empty.dtypes.equals(META.dtypes)


def test_extract_of_a_frame(extractor: Extractor) -> None:
    data = pd.DataFrame({"url": ["u/1", "u/2"], "body": [TEXT, '"Yes," Cy said.']}, index=[7, 8])
    table = extract(data, text="body", id="url", extractor=extractor)
    assert table["article_id"].tolist() == ["u/1"] * 3 + ["u/2"]
    assert table.index.tolist() == [0, 1, 2, 3]
    assert extract(data, text="body", extractor=extractor)["article_id"].tolist() == ["7"] * 3 + ["8"]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_id_that_several_articles_have_is_told_and_kept(workers: int) -> None:
    data = pd.DataFrame({"url": ["a", 1, "b", "1", "a", "a"], "text": [TEXT] * 6})
    with pytest.warns(ArticleWarning, match=r"^3 articles have the id 'a' \(1 further id alike\): .*merge") as caught:
        table = extract(data, id="url", extractor=fakes.load, workers=workers)
    assert len(caught) == 1 and caught[0].filename == __file__
    assert table["article_id"].tolist()[::3] == ["a", "1", "b", "1", "a", "a"]


def test_labels_of_a_frame_are_ids_without_a_column(extractor: Extractor) -> None:
    data = pd.DataFrame({"text": [TEXT] * 2}, index=[7, 7])
    with pytest.warns(ArticleWarning, match=r"^2 articles have the id '7': .*reset_index"):
        extract(data, extractor=extractor)
    extract(data.reset_index(drop=True), extractor=extractor)  # a warning would be an error here
    extract(data["text"], extractor=extractor)  # a Series has its own index in the result


def test_extract_of_a_frame_needs_its_columns(extractor: Extractor) -> None:
    data = pd.DataFrame({"url": ["u/1"], "body": [TEXT]})
    with pytest.raises(InputError, match=r"no column 'text'.*url, body"):
        extract(data, extractor=extractor)
    with pytest.raises(InputError, match="no column 'link'"):
        extract(data, text="body", id="link", extractor=extractor)
    with pytest.raises(InputError, match="not a list"):
        extract([TEXT], extractor=extractor)  # type: ignore[arg-type]


def test_texts_that_are_names_of_files_or_folders_are_doubted(
    extractor: Extractor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with pytest.warns(ArticleWarning, match=r"^'a\.txt' is .* a file's name\. Hand in the text itself: Path"):
        assert extract("a.txt", extractor=extractor).empty
    with pytest.warns(ArticleWarning, match=r"a folder's name\. .* `quotes extract` reads folders"):
        extract(str(tmp_path), extractor=extractor)
    names = pd.Series([TEXT, None, "a.txt", "b.txt", 5.5, "c.txt"])
    with pytest.warns(ArticleWarning, match=r"^'a\.txt' is .* a file's name \(as 1 further text\)") as caught:
        extract(pd.DataFrame({"text": names[[0, 1, 2, 3, 5]]}), extractor=extractor)
    assert len(caught) == 1 and caught[0].filename == __file__
    with pytest.warns(ArticleWarning, match="as 1 further text"):
        extract(names.drop(4), extractor=extractor)


def test_what_errors_may_be(extractor: Extractor) -> None:
    with pytest.raises(InputError, match=r"errors is 'coerce'\. Use 'raise' or 'warn'"):
        extract(TEXT, extractor=extractor, errors="coerce")  # type: ignore[arg-type]


def test_an_extractor_of_another_type_is_named(extractor: Extractor) -> None:
    with pytest.raises(InputError, match=r"extractor is a str\. Hand in what quotes\.load\(\) makes"):
        extract("text", extractor="en")  # type: ignore[arg-type]


def test_extract_raises_or_warns_about_an_article_that_fails(extractor: Extractor) -> None:
    bodies = pd.Series([TEXT, "CRASH", 5.5, '"Yes," Cy said.'])
    with pytest.raises(ArticleError, match="no memory left"):
        extract(bodies, extractor=extractor)
    with pytest.warns(ArticleWarning) as caught:
        table = extract(bodies, extractor=extractor, errors="warn")
    assert [str(warning.message)[:9] for warning in caught] == ["1 (parse)", "2 (read):"]
    assert table.index.tolist() == [(0, 0), (0, 1), (0, 2), (3, 0)]


@pytest.mark.parametrize("batch_size", [1, 7, 64])
def test_more_workers_make_the_same_table(batch_size: int) -> None:
    load = fakes.load_hostile
    here, there = (extract(MANY, extractor=load, workers=n, batch_size=batch_size) for n in (1, 2))
    assert_frame_equal(here, extract(MANY, extractor=load()))
    assert_frame_equal(there, here)
    assert there.index[0] == ("n0", 0) and len(there) == 90


def test_workers_raise_or_warn_about_an_article_that_fails() -> None:
    bodies = pd.Series([TEXT, "SEGFAULT", 5.5, '"Yes\ud800," Cy said.'], index=list("abcd"))
    call = functools.partial(extract, bodies, extractor=fakes.load_hostile, workers=2, batch_size=2)
    with pytest.raises(ArticleError, match=r"b .work.*SIGSEGV"):
        call()
    with pytest.warns(ArticleWarning) as caught:
        table = call(errors="warn")
    told = " ".join(str(warning.message) for warning in caught)
    assert "b (work)" in told and "c (read)" in told and "d: 1 lone surrogate read" in told
    assert table.index.tolist() == [("a", 0), ("a", 1), ("a", 2), ("d", 0)]


def test_workers_need_a_function_that_makes_an_extractor(extractor: Extractor) -> None:
    with pytest.raises(InputError, match=r"quotes\.load"):
        extract(MANY, extractor=extractor, workers=2)
    with pytest.raises(InputError, match="workers is 0"):
        extract(MANY, extractor=extractor, workers=0)
    with pytest.raises(SetupError, match="weights"):
        extract(MANY, extractor=no_model, workers=2)


def test_progress_is_shown_on_the_standard_error_on_request(
    extractor: Extractor, capsys: pytest.CaptureFixture[str]
) -> None:
    extract(MANY, extractor=extractor)
    assert capsys.readouterr() == ("", "")
    extract(MANY, extractor=extractor, progress=True)
    out, err = capsys.readouterr()
    assert out == "" and "90/90" in err and "quotes=90" in err
