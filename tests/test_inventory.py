from __future__ import annotations

from pathlib import Path

import pytest

from quotes.articles.items import ArticleFile
from quotes.errors import InputError
from quotes.running.inventory import difference, keep
from quotes.running.journal import journal

FILES = [ArticleFile(name, f"in/{name}", 10, 1) for name in ("a.txt", "b\\xff\n.txt", "c\udc80.txt")]


def test_the_same_inputs_do_not_differ(tmp_path: Path) -> None:
    keep(FILES, tmp_path / "inputs.gz")
    assert difference(FILES, tmp_path / "inputs.gz") == ""
    assert [path.name for path in tmp_path.iterdir()] == ["inputs.gz"]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ([ArticleFile("a.txt", "in/a.txt", 11, 1), *FILES[1:]], "in/a.txt has another size or time of change"),
        ([ArticleFile("a.txt", "in/a.txt", 10, 2), *FILES[1:]], "in/a.txt has another size or time of change"),
        ([*FILES, ArticleFile("d.txt", "in/d.txt")], "in/d.txt is new"),
        (FILES[:2], "in/c\\x80.txt is gone"),
        (FILES[1:], "in/b\\xff\n.txt stands where in/a.txt was"),
    ],
)
def test_the_first_that_differs_is_named(tmp_path: Path, now: list[ArticleFile], told: str) -> None:
    keep(FILES, tmp_path / "inputs.gz")
    assert difference(now, tmp_path / "inputs.gz") == told


def test_nothing_is_told_where_none_were_kept(tmp_path: Path) -> None:
    assert difference(FILES, tmp_path / "inputs.gz") == ""


def test_a_run_that_goes_on_names_the_input_that_changed(tmp_path: Path) -> None:
    output, changed = tmp_path / "out.csv", [ArticleFile("a.txt", "in/a.txt", 11, 1), *FILES[1:]]
    folder = tmp_path / "out.csv.unfinished"
    folder.mkdir()
    (folder / "0-1.arrow").touch()  # something is finished, or nothing would be left behind
    with pytest.raises(
        InputError, match=r"differs \(in/a.txt has another size or time of change; inputs: '3, x', now '3, y'"
    ):
        with journal(output, {"inputs": "3, x"}, inputs=FILES):
            pass
        with journal(output, {"inputs": "3, y"}, inputs=changed):
            pass
