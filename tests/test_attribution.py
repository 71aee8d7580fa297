from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from effort import calls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spoken import parsed, read, rows, said

from quotes.attribution import DOUBTFUL, REACH, UNLIKELY, attributions, evidenced
from quotes.contents import quotations
from quotes.records import ROOT, Document, Link, Role, RoleSpan, Sentence, Span, Token

SAID = "said/VERB/0/root/say"
QUOTE = '" we lost the vote , "'


# ---- where the cue stands -----------------------------------------------------------------------------------------


def test_a_cue_before_indirect_speech() -> None:
    document = parsed(f"Ann Hill {SAID} the plan is dead .")
    assert rows(read(document, said("said", "Ann Hill", "the plan is dead"))) == [
        ("the plan is dead", "said", "Ann Hill", "indirect", "clause")
    ]


def test_a_cue_before_direct_speech() -> None:
    document = parsed(f'Ann Hill {SAID} , " we lost . "')
    assert rows(read(document, said("said", "Ann Hill", "we lost"))) == [
        ('"we lost."', "said", "Ann Hill", "direct", "quote")
    ]


def test_a_cue_after_direct_speech() -> None:
    document = parsed(f"{QUOTE} she {SAID} .")
    assert rows(read(document, said("said", "she", "we lost the vote"))) == [
        ('"we lost the vote,"', "said", "she", "direct", "quote")
    ]


def test_an_inverted_cue_with_objects_and_adverbs_between() -> None:
    document = parsed(f"{QUOTE} {SAID} Ann Hill , the club 's chair , on Tuesday .")
    assert rows(read(document, said("said", "Ann Hill, the club's chair", "we lost the vote"))) == [
        ('"we lost the vote,"', "said", "Ann Hill, the club's chair", "direct", "quote")
    ]


def test_a_cue_between_the_pieces_of_a_quotation() -> None:
    document = parsed(f'" we lost , " Ann {SAID} on Friday , " and we know it . "')
    assert rows(read(document, said("said", "Ann", "we lost", "and we know it"))) == [
        ('"we lost," "and we know it."', "said", "Ann", "direct", "quote")
    ]


def test_a_cue_of_several_words() -> None:
    document = parsed("Ann told/VERB/0/root/tell reporters on Tuesday that the plan is dead .")
    assert rows(read(document, said("told reporters", "Ann", "that the plan is dead"))) == [
        ("that the plan is dead", "told reporters", "Ann", "indirect", "clause")
    ]


def test_mixed_speech() -> None:
    document = parsed(f'Ann {SAID} the plan was " a sad joke " on voters .')
    assert rows(read(document, said("said", "Ann", 'the plan was "a sad joke" on voters'))) == [
        ('the plan was "a sad joke" on voters', "said", "Ann", "mixed", "clause")
    ]


# ---- kinds of cues ------------------------------------------------------------------------------------------------


ACCORDING = (
    "the plan is/VERB/0/root/be dead , according/VERB/report/case/accord to/ADP/according/fixed the/DET/report/det "
)
ACCORDING += "report/NOUN/is/obl ."


def test_according_to() -> None:
    document = parsed(ACCORDING)
    expected = [("the plan is dead", "according to", "the report", "indirect", "according-to")]
    assert rows(read(document, said("according to", "the report", "the plan is dead"))) == expected


def test_according_to_a_source_that_only_the_tree_shows() -> None:
    document = parsed(ACCORDING)
    expected = [("the plan is dead", "according to", "the report", "indirect", "according-to")]
    assert rows(read(document, said("according to", None, "the plan is dead"))) == expected


def test_noun_cues() -> None:
    document = parsed("They mocked/VERB/0/root her/PRON/claim/nmod:poss claim/NOUN/mocked/obj that the plan is dead .")
    expected = [("that the plan is dead", "claim", "her", "indirect", "noun")]
    assert rows(read(document, said("claim", "her", "that the plan is dead"))) == expected
    assert rows(read(document, said("claim", None, "that the plan is dead"))) == expected


def test_participles_share_the_subject() -> None:
    document = parsed(
        "Ann/PROPN/left/nsubj left/VERB/0/root/leave , saying/VERB/left/advcl/say the plan is dead , "
        "adding/VERB/saying/conj/add that she knew it ."
    )
    found = rows(read(document, said("saying", None, "the plan is dead"), said("adding", None, "that she knew it")))
    assert found == [
        ("the plan is dead", "saying", "Ann", "indirect", "clause"),
        ("that she knew it", "adding", "Ann", "indirect", "clause"),
    ]


def test_the_agent_of_a_passive() -> None:
    document = parsed(
        "It/PRON/claimed/nsubj:pass was/AUX/claimed/aux:pass claimed/VERB/0/root/claim by/ADP/minister/case "
        "the/DET/minister/det minister/NOUN/claimed/obl:agent that the plan is dead ."
    )
    assert rows(read(document, said("claimed", None, "that the plan is dead"))) == [
        ("that the plan is dead", "claimed", "the minister", "indirect", "clause")
    ]


def test_a_passive_without_an_agent_has_no_source() -> None:
    document = parsed(
        "It/PRON/claimed/nsubj:pass was/AUX/claimed/aux:pass claimed/VERB/0/root/claim that the plan is dead ."
    )
    assert rows(read(document, said("claimed", None, "that the plan is dead"))) == [
        ("that the plan is dead", "claimed", None, "indirect", "clause")
    ]


def test_a_relative_clause() -> None:
    document = parsed(
        "They met/VERB/0/root Ann Hill , who/PRON/said/nsubj said/VERB/Hill/acl:relcl/say the plan is dead ."
    )
    assert rows(read(document, said("said", "Ann Hill", "the plan is dead"))) == [
        ("the plan is dead", "said", "Ann Hill", "indirect", "clause")
    ]


def test_a_colon_is_a_cue() -> None:
    document = parsed("Hill : the plan is dead")
    assert rows(read(document, said(":", "Hill", "the plan is dead"))) == [
        ("the plan is dead", ":", "Hill", "indirect", "colon")
    ]


def test_a_dash_is_a_cue() -> None:
    document = parsed('" we lost . " - Commissioner Hill')
    assert rows(read(document, said("-", "Commissioner Hill", "we lost"))) == [
        ('"we lost."', "-", "Commissioner Hill", "direct", "dash")
    ]


def test_a_colon_may_end_the_paragraph_before() -> None:
    document = parsed("Hill wrote/VERB/0/root/write this on Facebook :", '¶ " we lost . "')
    assert rows(read(document, said("wrote", "Hill", "we lost"))) == [
        ('"we lost."', "wrote", "Hill", "direct", "quote")
    ]


def test_turns_of_a_transcript() -> None:
    document = parsed("WALLACE : did you lose ?", "¶ HILL : we lost .", "¶ We know it .", "¶ WALLACE : thank you .")
    found = rows(read(document))
    assert [(content, cue, source, rule) for content, cue, source, _, rule in found] == [
        ("did you lose?", ":", "WALLACE", "transcript"),
        ("we lost. We know it.", ":", "HILL", "transcript"),
        ("thank you.", ":", "WALLACE", "transcript"),
    ]


def test_one_label_makes_no_transcript() -> None:
    assert rows(read(parsed("UPDATE : we lost .", "¶ We know it ."))) == []


def test_a_cue_that_was_not_linked_but_stands_beside_the_quotation() -> None:
    document = parsed(f"{QUOTE} she {SAID} .", "¶ it rained .")
    linked = read(document, said("said", "she", "we lost the vote"))
    sources = tuple(link for link in linked.links if linked.roles[link.part].role == "source")
    assert rows(replace(linked, links=sources)) == [('"we lost the vote,"', "said", "she", "direct", "quote")]


def test_a_quotation_goes_with_the_cue_beside_it_against_an_unsure_link_into_the_next_paragraph() -> None:
    document = parsed('" Both , " I say/VERB/0/root .', f"¶ Bob {SAID} it rained .")
    unsure = read(document, said("say", "I"), said("said", "Bob", "it rained", "Both"))
    sure = replace(unsure, links=tuple(replace(link, score=0.99) for link in unsure.links))
    assert [row[:3] for row in rows(unsure)] == [('"Both,"', "say", "I"), ("it rained", "said", "Bob")]
    assert rows(sure)[0][1] is None


def test_the_reporters_sentence_in_front_of_what_is_said_is_no_part_of_it() -> None:
    document = parsed("The team fixed sensors .", f"That suggests tides at work , Hill {SAID} .")
    found = read(document, said("said", "Hill", "The team fixed sensors", "That suggests tides at work"))
    assert [row[0] for row in rows(found)] == ["That suggests tides at work"]


def test_whoever_acts_right_before_a_quotation_speaks_in_it() -> None:
    before = f"{QUOTE} she {SAID} ."
    acting = "[person Lee/PROPN/grinned/nsubj ] grinned/VERB/0/root ."
    document = parsed(before, f"¶ {acting}", '" now we go home . "')
    found = read(document, said("said", "she", "we lost the vote"), said(None, None, "now we go home"))
    assert rows(found)[1] == ('"now we go home."', None, "Lee", "direct", "floating")
    apart = parsed(before, f"¶ {acting}", '¶ " now we go home . "')
    elsewhere = read(apart, said("said", "she", "we lost the vote"), said(None, None, "now we go home"))
    assert rows(elsewhere)[1][2] == "she"


def test_a_sentence_behind_a_quotation_that_ended_one_is_the_reporters() -> None:
    document = parsed(f'Hill {SAID} it was " tiny but real . "', "Not everyone agrees .")
    wide = read(document, said("said", "Hill", 'it was "tiny but real." Not everyone agrees'))
    assert [row[0] for row in rows(wide)] == ['it was "tiny but real."']


def test_the_subject_of_a_cues_own_sentence_goes_before_a_source_in_another() -> None:
    document = parsed(f'" We lost , " Ann {SAID} .', f"Bob/PROPN/said/nsubj {SAID} it rained all day .")
    found = read(document, said("said", "Ann", "We lost"), said("said#2", "Ann", "it rained all day"))
    assert [row[2] for row in rows(found)] == ["Ann", "Bob"]


@pytest.mark.parametrize(("quoted", "kept"), [("We lost", False), ("is not all", True)])
def test_what_a_speaker_does_meanwhile_is_not_said(quoted: str, kept: bool) -> None:
    document = parsed(f'Cutting/VERB/said/advcl taxes/NOUN/Cutting/obj , Hill {SAID} : " {quoted} . "')
    found = rows(read(document, said("said", "Hill", "Cutting taxes", quoted)))
    assert [row[0].startswith("Cutting") for row in found] == [kept]


# ---- quotations without a cue -------------------------------------------------------------------------------------


def test_a_quotation_that_goes_on_in_the_same_paragraph() -> None:
    document = parsed(f"{QUOTE} she {SAID} .", '" now we go home . "')
    found = read(document, said("said", "she", "we lost the vote"), said(None, None, "now we go home"))
    assert rows(found) == [('"we lost the vote," "now we go home."', "said", "she", "direct", "quote")]


def test_a_quotation_that_goes_on_in_the_next_paragraph() -> None:
    document = parsed(f"{QUOTE} she {SAID} .", '¶ " now we go home . "')
    found = read(document, said("said", "she", "we lost the vote"), said(None, None, "now we go home"))
    assert rows(found) == [
        ('"we lost the vote,"', "said", "she", "direct", "quote"),
        ('"now we go home."', None, "she", "direct", "floating"),
    ]


@pytest.mark.parametrize("apart", range(1, REACH + 3))
def test_a_quotation_too_far_from_the_last_has_no_source(apart: int) -> None:
    between = ["¶ it rained ."] * (apart - 1)
    document = parsed(f"{QUOTE} she {SAID} .", *between, '¶ " now we go home . "')
    found = read(document, said("said", "she", "we lost the vote"), said(None, None, "now we go home"))
    assert rows(found)[1] == ('"now we go home."', None, "she" if apart <= REACH else None, "direct", "floating")


def test_floating_quotations_hand_the_source_on() -> None:
    quote = '¶ " now we go home . "'
    document = parsed(f"{QUOTE} she {SAID} .", *[quote] * 4)
    contents = [said(None, None, f"now we go home#{n}") for n in range(1, 5)]
    found = rows(read(document, said("said", "she", "we lost the vote"), *contents))
    assert [(source, rule) for _, _, source, _, rule in found[1:]] == [("she", "floating")] * 4


def test_a_quotation_alone_is_kept_without_a_source() -> None:
    document = parsed('" now we go home . "')
    assert rows(read(document, said(None, None, "now we go home"))) == [
        ('"now we go home."', None, None, "direct", "floating")
    ]


def test_indirect_speech_without_a_cue_is_none() -> None:
    assert rows(read(parsed("It was clear that the plan is dead ."), said(None, None, "that the plan is dead"))) == []


# ---- quotations over paragraphs -----------------------------------------------------------------------------------


LONG = ("“ we lost the vote .", "¶ “ we lost our way .", "¶ “ we lost it all .", f"¶ “ now we go , ” she {SAID} .")


def long() -> list[str]:
    return ["we lost the vote", "we lost our way", "we lost it all", "now we go"]


def test_a_quotation_over_paragraphs_is_one_attribution() -> None:
    found = rows(read(parsed(*LONG), said("said", "she", *long())))
    assert found == [
        ("“we lost the vote. “we lost our way. “we lost it all. “now we go,”", "said", "she", "direct", "quote")
    ]


def test_one_linked_paragraph_of_a_quotation_is_enough() -> None:
    others = [said(None, None, content) for content in long()[:-1]]
    found = rows(read(parsed(*LONG), *others, said("said", "she", long()[-1])))
    assert [row[1:] for row in found] == [("said", "she", "direct", "quote")]


def test_what_follows_a_long_quotation_is_near_its_end() -> None:
    """How far a quotation without a cue stands from the speech before is counted from where that ends."""
    sentences = (
        f"Ann {SAID} : “ we lost the vote .",
        "¶ “ we lost our way .",
        "¶ “ we lost it all .",
        "¶ “ it is over . ”",
    )
    document = parsed(*sentences, "¶ “ now we go . ”")
    contents = ("we lost the vote", "we lost our way", "we lost it all", "it is over")
    found = rows(read(document, said("said", "Ann", *contents), said(None, None, "now we go")))
    assert found[-1] == ("“now we go.”", None, "Ann", "direct", "floating")


# ---- boundaries ---------------------------------------------------------------------------------------------------


SCARE = parsed('They fought/VERB/0/root for the " old way " in town .')


def test_marks_alone_make_no_row() -> None:
    assert rows(read(SCARE, likely={"old way": 0.2})) == []
    assert rows(read(parsed('" Titanic " won .'), likely={"Titanic": 0.9})) == []


def test_a_quotation_that_the_model_leans_to_is_a_row() -> None:
    assert rows(read(SCARE, likely={'"old way"': 0.6})) == [('"old way"', None, None, "direct", "floating")]


def test_a_content_in_pieces_is_one_attribution() -> None:
    document = parsed(f"Ann {SAID} the plan is dead .")
    assert rows(read(document, said("said", "Ann", "the plan", "is dead"))) == [
        ("the plan is dead", "said", "Ann", "indirect", "clause")
    ]


def test_pieces_within_one_quotation_are_one_span() -> None:
    document = parsed(f'Ann {SAID} , " we lost , yes , the vote . "')
    found = read(document, said("said", "Ann", "we lost", "the vote"))
    (one,) = attributions(found, quotations(found.text))
    assert [span.text(found.text) for span in one.content] == ['"we lost, yes, the vote."']


def test_content_ends_with_its_paragraph() -> None:
    document = parsed(f"Ann {SAID} the plan is dead .", "¶ Weather and more")
    found = rows(read(document, said("said", "Ann", "the plan is dead.\n\nWeather")))
    assert found == [("the plan is dead.", "said", "Ann", "indirect", "clause")]


@pytest.mark.parametrize("tagged", ["we", "lost the", "we lost the vote", '"we lost the vote,"', "the vote"])
def test_the_marks_decide_where_direct_speech_begins_and_ends(tagged: str) -> None:
    document = parsed(f"{QUOTE} she {SAID} .")
    assert rows(read(document, said("said", "she", tagged)))[0][0] == '"we lost the vote,"'


def test_content_that_slips_over_a_mark_is_held_back() -> None:
    document = parsed(f'Ann {SAID} the plan is dead . " we won the very last vote , " she {SAID} .')
    found = read(document, said("said", "Ann", 'the plan is dead. "we'))
    assert rows(found)[0][0] == "the plan is dead."


def test_separators_at_the_edges_are_left_out() -> None:
    document = parsed(f"Ann {SAID} , the plan is dead , but left .")
    assert rows(read(document, said("said", "Ann", ", the plan is dead,")))[0][0] == "the plan is dead"


def test_two_speakers_in_one_paragraph_stay_apart() -> None:
    document = parsed(f'" we lost , " Ann {SAID} .', f'" we won , " Bo {SAID} .')
    found = rows(read(document, said("said#1", "Ann", "we lost"), said("said#2", "Bo", "we won")))
    assert [row[:3] for row in found] == [('"we lost,"', "said", "Ann"), ('"we won,"', "said", "Bo")]


def test_a_sure_link_makes_a_sure_row() -> None:
    document = read(parsed(f"{QUOTE} she {SAID} ."), said("said", "she", "we lost the vote"))
    weak = replace(
        document,
        roles=tuple(replace(role, score=0.3) for role in document.roles),
        links=tuple(replace(link, score=0.3) for link in document.links),
        content=tuple(0.4 for _ in document.content),
    )
    sure, unsure = (attributions(each, quotations(each.text))[0].confidence for each in (document, weak))
    assert 0 <= unsure < sure <= 1


def unsure(document: Document) -> Document:
    """The same as read by a model that believes in none of it."""
    return replace(
        document,
        roles=tuple(replace(role, score=0.1) for role in document.roles),
        links=tuple(replace(link, score=0.1) for link in document.links),
        content=tuple(0.3 for _ in document.content),
    )


def test_indirect_speech_that_most_likely_is_none_is_no_row() -> None:
    indirect = read(parsed(f"Ann Hill {SAID} the plan is dead ."), said("said", "Ann Hill", "the plan is dead"))
    direct = read(parsed(f"{QUOTE} she {SAID} ."), said("said", "she", "we lost the vote"))
    assert rows(indirect) and not rows(unsure(indirect))
    assert rows(unsure(direct))  # marks show that somebody speaks
    (kept,) = evidenced(unsure(indirect), quotations(indirect.text))
    assert kept[0].confidence < UNLIKELY


def test_a_few_words_without_marks_have_to_be_likelier() -> None:
    long = read(parsed(f"Ann Hill {SAID} it rained all day ."), said("said", "Ann Hill", "it rained all day"))
    short = read(parsed(f"Ann Hill {SAID} it rained ."), said("said", "Ann Hill", "it rained"))
    doubtful = [replace(each, content=tuple(0.7 for _ in each.content)) for each in (long, short)]
    found = [evidenced(each, quotations(each.text))[0][0].confidence for each in doubtful]
    assert all(UNLIKELY < each < DOUBTFUL for each in found)
    assert rows(doubtful[0]) and not rows(doubtful[1])


def test_who_is_asked_is_not_quoted() -> None:
    put = parsed(
        "Asked/VERB/laughed/advcl/ask whether/SCONJ/stay/mark she/PRON/stay/nsubj would/AUX/stay/aux "
        "stay/VERB/Asked/ccomp , Ann/PROPN/laughed/nsubj laughed/VERB/0/root ."
    )
    assert not rows(read(put, said("Asked", "Ann", "whether she would stay")))
    asking = parsed(
        "Ann/PROPN/asked/nsubj asked/VERB/0/root/ask whether/SCONJ/stay/mark he/PRON/stay/nsubj would/AUX/stay/aux "
        "stay/VERB/asked/ccomp ."
    )
    assert rows(read(asking, said("asked", "Ann", "whether he would stay")))


# ---- anything at all ----------------------------------------------------------------------------------------------


WORDS = ["Ann", "said", "the", "plan", "WALLACE", "it"]
PIECES = [
    *(f"{word} " for word in WORDS),
    ", ",
    ". ",
    '"',
    ' "',
    '" ',
    "“",
    "” ",
    "‘",
    "’ ",
    "'s ",
    "— ",
    ": ",
    "\n\n",
    "\n",
]
PIECES += ["\n\nWALLACE: ", "\n\nANN: ", "…", "« ", " »", "(", ") "]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text with any tree, roles that do not overlap, and links between any of them."""
    text = "".join(draw(st.lists(st.sampled_from(PIECES), max_size=50)))
    found = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    tokens = tuple(
        Token(start, end, text[start:end], text[start:end].lower(), *_syntax(draw, n))
        for n, (start, end) in enumerate(found)
    )
    sentences = (Sentence(0, len(tokens)),) if tokens else ()
    roles = tuple(draw(_roles(len(tokens))))
    content = tuple(draw(st.lists(st.floats(0, 1), min_size=len(tokens), max_size=len(tokens))))
    return Document(text, tokens, sentences, (), roles, tuple(draw(_links(roles))), content)


def _syntax(draw: st.DrawFn, index: int) -> tuple[str, int, str]:
    upos = draw(st.sampled_from(["NOUN", "VERB", "PUNCT", "ADP", "PROPN"]))
    if index == 0:
        return upos, ROOT, "root"
    relations = ["nsubj", "case", "nmod", "nmod:poss", "obl:agent", "aux:pass", "conj", "punct", "acl:relcl", "obj"]
    return upos, draw(st.integers(0, index - 1)), draw(st.sampled_from(relations))


@st.composite
def _roles(draw: st.DrawFn, count: int) -> list[RoleSpan]:
    edges = sorted(draw(st.sets(st.integers(0, count), max_size=14)))
    kinds: list[Role] = ["cue", "source", "content"]
    return [
        RoleSpan(draw(st.sampled_from(kinds)), first, last, draw(st.floats(0, 1)))
        for first, last in pairwise(edges)
        if draw(st.integers(0, 3))
    ]


@st.composite
def _links(draw: st.DrawFn, roles: tuple[RoleSpan, ...]) -> list[Link]:
    cues = [n for n, role in enumerate(roles) if role.role == "cue"]
    parts = [n for n, role in enumerate(roles) if role.role != "cue"]
    if not cues or not parts:
        return []
    pairs = st.tuples(st.sampled_from(parts), st.sampled_from(cues), st.floats(0, 1))
    return [Link(*pair) for pair in draw(st.lists(pairs, max_size=8))]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_attributions_of_anything_are_in_order_and_apart(document: Document) -> None:
    text, found = document.text, attributions(document, quotations(document.text))
    everything: list[Span] = []
    for each in found:
        assert each.content
        assert all(0 <= span.start < span.end <= len(text) for span in each.content)
        assert all(a.end <= b.start for a, b in pairwise(each.content))
        assert all(span is None or 0 <= span.start < span.end <= len(text) for span in (each.cue, each.source))
        assert 0 <= each.confidence <= 1
        assert (each.rule == "floating") == (each.cue is None)
        everything += each.content
    assert [each.content[0] for each in found] == sorted(each.content[0] for each in found)
    assert all(a.end <= b.start for a, b in pairwise(sorted(everything)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_content_holds_to_words_and_paragraphs(document: Document) -> None:
    for each in attributions(document, quotations(document.text)):
        for span in each.content:
            content = span.text(document.text)
            assert content == content.strip()
            assert "\n\n" not in content
        if each.rule != "transcript" and each.type == "direct":
            assert all(any(not c.isalnum() for c in span.text(document.text)) for span in each.content)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), documents())
def test_foreign_quotations_do_no_harm(document: Document, other: Document) -> None:
    """Marks that were found by another rule, even in the wrong places, never raise."""
    size = len(document.text)
    foreign = [q for q in quotations(other.text) if q.span.end <= size]
    for each in attributions(document, foreign):
        assert all(0 <= span.start < span.end <= size for span in each.content)


def article(count: int, linked: bool) -> Document:
    """So many quoted sentences in one paragraph."""
    sentence = parsed(f'" we lost , " he {SAID} .')
    size, width = len(sentence.tokens), len(sentence.text) + 1
    tokens = tuple(
        replace(
            token,
            start=token.start + n * width,
            end=token.end + n * width,
            head=token.head if token.head == ROOT else token.head + n * size,
        )
        for n in range(count)
        for token in sentence.tokens
    )
    one = read(sentence, said("said", "he", "we lost"))
    roles = tuple(
        replace(role, first=role.first + n * size, last=role.last + n * size)
        for n in range(count)
        for role in one.roles
    )
    links = tuple(
        replace(link, part=link.part + 3 * n, cue=link.cue + 3 * n) for n in range(count) for link in one.links
    )
    sentences = tuple(Sentence(n * size, (n + 1) * size) for n in range(count))
    text = " ".join([sentence.text] * count)
    return Document(text, tokens, sentences, (), roles, links if linked else (), one.content * count)


@pytest.mark.parametrize("linked", [True, False])
def test_long_articles_take_time_in_proportion(linked: bool) -> None:
    def cost(count: int) -> int:
        document = article(count, linked)
        found = quotations(document.text)
        assert len(attributions(document, found)) == count
        return calls(lambda: attributions(document, found))

    assert cost(400) < 4.4 * cost(100)


def test_nobody_is_named_inside_the_marks_that_the_cue_stands_outside_of() -> None:
    document = parsed(f'Ann/PROPN/said/nsubj {SAID} " Bob is late " , claiming/VERB/2/advcl/claim the bus was full .')
    found = read(document, said("said", "Ann", "Bob is late"), said("claiming", "Bob", "the bus was full"))
    assert [row[2] for row in rows(found)] == ["Ann", "Ann"]


NAMED = 'One/PRON/won/nsubj , nicknamed/VERB/One/acl " Lucky/PROPN/nicknamed/xcomp Star/PROPN/Lucky/flat " '


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "rows_left"),
    [
        (f"{NAMED}, won/VERB/0/root .", "nicknamed", "Lucky Star", 0),
        (f"{NAMED}by/ADP/fans/case fans/NOUN/nicknamed/obl:agent , won/VERB/0/root .", "nicknamed", "Lucky Star", 1),
        ('Ann/PROPN/called/nsubj called/VERB/0/root it/PRON/called/obj " a bad plan " .', "called", "a bad plan", 1),
    ],
)
def test_what_something_is_called_is_no_speech(sentence: str, cue: str, content: str, rows_left: int) -> None:
    found = read(parsed(sentence), said(cue, None, content))
    assert len(rows(found)) == rows_left


def test_a_dateline_with_a_colon_does_not_speak() -> None:
    document = parsed("[place DELHI/PROPN/0/root ] : Traders/NOUN/struck/nsubj struck/VERB/DELHI/parataxis .")
    assert rows(read(document, said(":", "DELHI", "Traders struck"))) == []


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("Does/AUX/mind/aux she/PRON/mind/nsubj mind/VERB/0/root ?", "she"),
        ("Does/AUX/matter/aux it/PRON/matter/nsubj matter/VERB/0/root ?", "Ann"),
        ('" Does/AUX/mind/aux she/PRON/mind/nsubj mind/VERB/0/root ? "', "Ann"),
        ("So/ADV/went/advmod she/PRON/went/nsubj went/VERB/0/root .", "Ann"),
    ],
)
def test_who_the_narrator_asks_about_answers(question: str, source: str) -> None:
    first = f'" We lost , " Ann/PROPN/said/nsubj {SAID} .'
    document = parsed(first, f"¶ {question}", '¶ " Not at all . "')
    found = read(document, said("said", "Ann", "We lost"), said(None, None, "Not at all"))
    assert rows(found)[-1][2] == source
