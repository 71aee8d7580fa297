from __future__ import annotations

import pytest
from trees import document

from quotes.records import Span
from quotes.silences import is_silence
from quotes.tree import Tree


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "sourced", "silent"),
    [
        ("She/PRON/declined/nsubj declined/VERB/0/root/decline to/PART/comment/mark comment/VERB/declined/xcomp",
         1, "to comment", True, True),
        ("She/PRON/declined/nsubj declined/VERB/0/root/decline to/PART/say/mark say/VERB/declined/xcomp "
         "how/ADV/say/advmod", 1, "to say how", True, False),
        ("She/PRON/refused/nsubj refused/VERB/0/root/refuse to/PART/answer/mark answer/VERB/refused/xcomp",
         1, "to answer", True, True),
        ("She/PRON/refused/nsubj refused/VERB/0/root/refuse to/PART/resign/mark resign/VERB/refused/xcomp",
         1, "to resign", True, False),
        ("She/PRON/respond/nsubj did/AUX/respond/aux not/PART/respond/advmod respond/VERB/0/root "
         "to/ADP/calls/case calls/NOUN/respond/obl", 3, "calls", True, True),
        ("She/PRON/responded/nsubj responded/VERB/0/root/respond to/ADP/calls/case calls/NOUN/responded/obl",
         1, "calls", True, False),
        ("She/PRON/asked/nsubj asked/VERB/0/root/ask not/PART/named/advmod to/PART/named/mark "
         "be/AUX/named/aux:pass named/VERB/asked/xcomp", 1, "not to be named", True, True),
        ("She/PRON/asked/nsubj asked/VERB/0/root/ask not/PART/go/advmod to/PART/go/mark go/VERB/asked/xcomp",
         1, "not to go", True, False),
        ("She/PRON/has/nsubj has/VERB/0/root yet/ADV/has/advmod to/PART/say/mark say/VERB/has/xcomp "
         "what/PRON/say/obj", 4, "what", True, True),
        ("rain/NOUN/expected/nsubj is/AUX/expected/aux:pass expected/VERB/0/root/expect", 2, "rain", False, True),
        ("rain/NOUN/expected/nsubj is/AUX/expected/aux:pass expected/VERB/0/root/expect", 2, "rain", True, False),
        ("She/PRON/expects/nsubj expects/VERB/0/root/expect rain/NOUN/expects/obj", 1, "rain", False, False),
        ("rain/NOUN/feared/nsubj is/AUX/feared/aux:pass feared/VERB/0/root/fear", 2, "rain", False, False),
    ],
)  # fmt: skip
def test_where_nobody_says_anything(sentence: str, cue: int, content: str, sourced: bool, silent: bool) -> None:
    parsed = document(sentence)
    begin = parsed.text.index(content)
    place = Span(begin, begin + len(content))
    assert is_silence(Tree(parsed), (cue, cue + 1), place, sourced) is silent
