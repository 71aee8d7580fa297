from __future__ import annotations

from pathlib import Path

import pytest

from quotes.errors import InputError
from quotes.records import Document, Token
from quotes.training.antecedents import Case
from quotes.training.coreference import Chains, chained
from quotes.training.pronouns import answer, fit

FILE = (
    "# newdoc id = one\n# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n# newpar\n"
    "1\tAnn\tAnn\tPROPN\t_\t_\t2\tnsubj\t_\tEntity=(1-person-new-n-cf1-1-ana-Ann)\n"
    "2\tsaw\tsee\tVERB\t_\t_\t0\troot\t_\t_\n"
    "3\tthe\tthe\tDET\t_\t_\t4\tdet\t_\tEntity=(2-organization-new-n-cf1-2-sgl\n"
    "4\tunion\tunion\tNOUN\t_\t_\t2\tobj\t_\t_\n"
    "5\tof\tof\tADP\t_\t_\t6\tcase\t_\t_\n"
    "6\tLeeds\tLeeds\tPROPN\t_\t_\t4\tnmod\t_\tEntity=(3-place-new-n-cf1-1-sgl)2)|SplitAnte=1<9,2<9\n\n"
)


def test_mentions_heads_and_split_antecedents(tmp_path: Path) -> None:
    path = tmp_path / "some.conllu"
    path.write_text(FILE, encoding="utf-8")
    (gold,) = chained(path)
    assert gold.text == "Ann saw the union of Leeds"
    assert {(m.chain, m.first, m.last, m.heads) for m in gold.mentions} == {
        ("1", 0, 1, (0,)),
        ("2", 2, 6, (3,)),
        ("3", 5, 6, (5,)),
    }
    assert gold.split == {"9": {"1", "2"}}
    tokens = tuple(Token(s.start, s.end, s.text(gold.text), "", "X", -1, "root") for s in gold.words)
    chains = Chains(gold, Document(gold.text, tokens, ()))
    assert [chains.at(n) for n in range(6)] == ["1", None, None, "2", None, "3"]


def test_undeclared_fields_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.conllu"
    path.write_text(FILE.replace("GRP", "ID"), encoding="utf-8")
    with pytest.raises(InputError, match="GRP"):
        list(chained(path))


def test_the_fit_prefers_what_is_right_and_is_the_same_each_time() -> None:
    near, far, none = {"near": 1.0}, {"far": 1.0}, {"nobody": 1.0}
    cases = [Case("thing", False, (far, near, none), frozenset({1}), 0)] * 50
    weights = fit(cases, {})
    assert weights == fit(cases, {})
    assert answer(cases[0], weights) == 1
    assert answer(Case("thing", False, (far, none), frozenset({0}), 0), {"nobody": 1.0}) == 1
