from __future__ import annotations

import pytest
from trees import document

from quotes.resolution.mistagged import corrected

SAID = "said/VERB/0/root so/ADV/said/advmod ."


def names(sentence: str) -> list[tuple[str, str]]:
    parsed = corrected(document(sentence))
    texts = [token.text for token in parsed.tokens]
    return [(" ".join(texts[each.first : each.last]), each.kind) for each in parsed.entities]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "[person Clare/PROPN/said/nsubj TD/PROPN/Clare/flat Michael/PROPN/Clare/flat Heery/PROPN/Clare/flat ] "
            + SAID,
            [("Michael Heery", "person")],
        ),
        ("[person Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat MP/PROPN/Ann/flat ] " + SAID, [("Ann Hill MP", "person")]),
        (
            "Det/PROPN/Ann/nmod [person Con/PROPN/Ann/nmod Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat ] " + SAID,
            [("Ann Hill", "person")],
        ),
        ("[person Con/PROPN/said/nsubj Hill/PROPN/Con/flat ] " + SAID, [("Con Hill", "person")]),
        ("the/DET/Justice/det [organization Chief/ADJ/Justice/amod Justice/PROPN/said/nsubj ] " + SAID, []),
        ("[organization Health/PROPN/Reporter/compound Reporter/PROPN/said/nsubj ] " + SAID, []),
        (
            "[organization Leeds/PROPN/Examiner/compound Examiner/PROPN/said/nsubj ] " + SAID,
            [("Leeds Examiner", "organization")],
        ),
        (
            "[organization Norges/PROPN/style/compound ] _-/PUNCT/style/punct _style/NOUN/caution/compound "
            "caution/NOUN/said/nsubj " + SAID,
            [],
        ),
        (
            "[person Brenn/PROPN/said/nsubj ] [organization Securities/PROPN/Brenn/flat ] " + SAID,
            [("Brenn Securities", "organization")],
        ),
        ("[organization Ann/PROPN/said/nsubj ] [person Hill/PROPN/Ann/flat ] " + SAID, [("Ann Hill", "person")]),
        (
            "[person Wyndel/PROPN/said/nsubj cofounder/NOUN/Wyndel/flat ] " + SAID,
            [("Wyndel", "person")],
        ),
        ("[organization Greens/PROPN/MP/compound MP/PROPN/said/nsubj ] " + SAID, [("Greens", "organization")]),
        (
            "Its/PRON/director/nmod:poss director/NOUN/said/nsubj ,/PUNCT/Ann/punct [place Ann/PROPN/director/appos "
            "Park/PROPN/Ann/flat ] ,/PUNCT/Ann/punct " + SAID,
            [("Ann Park", "person")],
        ),
        (
            "The/DET/town/det town/NOUN/said/nsubj ,/PUNCT/Ann/punct [place Ann/PROPN/town/appos "
            "Park/PROPN/Ann/flat ] ,/PUNCT/Ann/punct " + SAID,
            [("Ann Park", "place")],
        ),
    ],
)
def test_names_as_their_words_tell(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert names(sentence) == expected


def test_a_document_without_such_names_is_the_same() -> None:
    parsed = document("[person Ann/PROPN/said/nsubj ] " + SAID)
    assert corrected(parsed) is parsed
