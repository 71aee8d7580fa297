from __future__ import annotations

import pytest
from trees import document

from quotes.records import Span
from quotes.silences import is_silence
from quotes.tree import Tree


def she(verb: str, lemma: str, rest: str) -> str:
    """A sentence in which she does something, ``rest`` behind the verb with ``V`` for it."""
    return f"She/PRON/{verb}/nsubj {verb}/VERB/0/root/{lemma} " + rest.replace("/V/", f"/{verb}/")


def rain(verb: str, lemma: str) -> str:
    """A sentence in the passive."""
    return f"rain/NOUN/{verb}/nsubj is/AUX/{verb}/aux:pass {verb}/VERB/0/root/{lemma}"


def to(verb: str) -> str:
    return f"to/PART/{verb}/mark {verb}/VERB/V/xcomp"


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "sourced", "silent"),
    [
        (she("declined", "decline", to("comment")), 1, "to comment", True, True),
        (she("declined", "decline", f"{to('say')} how/ADV/say/advmod"), 1, "to say how", True, False),
        (she("refused", "refuse", to("answer")), 1, "to answer", True, True),
        (she("refused", "refuse", to("resign")), 1, "to resign", True, False),
        (she("responded", "respond", "to/ADP/calls/case calls/NOUN/V/obl"), 1, "calls", True, False),
        (she("asked", "ask", f"not/PART/named/advmod {to('named')}"), 1, "not to named", True, True),
        (she("asked", "ask", f"not/PART/go/advmod {to('go')}"), 1, "not to go", True, False),
        (she("has", "have", f"yet/ADV/V/advmod {to('say')} what/PRON/say/obj"), 4, "what", True, True),
        (she("expects", "expect", "rain/NOUN/V/obj"), 1, "rain", False, False),
        (
            "She/PRON/respond/nsubj did/AUX/respond/aux not/PART/respond/advmod respond/VERB/0/root "
            "to/ADP/calls/case calls/NOUN/respond/obl",
            *(3, "calls", True, True),
        ),
        (rain("expected", "expect"), 2, "rain", False, True),
        (rain("expected", "expect"), 2, "rain", True, False),
        (rain("feared", "fear"), 2, "rain", False, False),
    ],
)
def test_where_nobody_says_anything(sentence: str, cue: int, content: str, sourced: bool, silent: bool) -> None:
    parsed = document(sentence)
    begin = parsed.text.index(content)
    place = Span(begin, begin + len(content))
    assert is_silence(Tree(parsed), (cue, cue + 1), place, sourced) is silent
