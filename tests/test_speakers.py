from __future__ import annotations

import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import attribution, document

from quotes.records import ROOT, Attribution, Document, Entity, EntityKind, Sentence, Span, Speaker, Token
from quotes.speakers import speakers


def name(text: str, head: str = "said", relation: str = "nsubj", kind: str = "person") -> str:
    first, *rest = text.split()
    words = [f"{first}/PROPN/{head}/{relation}", *(f"{word}/PROPN/{first}/flat" for word in rest)]
    return f"[{kind} {' '.join(words)} ]"


def said(subject: str) -> str:
    return f"{subject} said/VERB/0/root it/PRON/rained/nsubj rained/VERB/said/ccomp ."


def speaker(parsed: Document, source: str, *, nth: int = 0, content: str = "it rained") -> Speaker:
    return speakers(parsed, [attribution(parsed, source, content, nth=nth)])[0]


HE, SHE, THEY, IT = (f"{word}/PRON/said/nsubj" for word in ("He", "She", "They", "It"))


def test_no_attribution_no_speaker() -> None:
    assert speakers(document(said(HE)), []) == []


def test_no_source_stays_empty() -> None:
    parsed = document(said(name("Ann Hill")))
    assert speakers(parsed, [attribution(parsed, None, "it rained", rule="floating")]) == [Speaker(None, None, None)]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ann Hill", "Hill"),
        ("Ann Hill", "Ann"),
        ("Ann Hill", "HILL"),
        ("Menno de Vries", "De Vries"),
        ("Lee Sung-min", "Lee"),
        ("Robert Okafor", "Bob Okafor"),
        ("Anna Kowalczyk", "Kowalzcyk"),
        ("Carl Dunne Jr.", "Dunne"),
    ],
)
def test_the_fullest_name(full: str, short: str) -> None:
    parsed = document(said(name(full)), "¶" + said(name(short)))
    assert speaker(parsed, short, nth=parsed.text.count(short) - 1).name == full


def test_the_fullest_name_comes_later() -> None:
    parsed = document(said(name("Hill")), "¶" + said(name("Ann Hill")))
    assert speaker(parsed, "Hill").name == "Ann Hill"


def test_form_of_address_chooses_between_two_of_one_surname() -> None:
    parsed = document(
        said(name("Ann Hill")), said(name("Robert Hill")), said("Mrs./PROPN/Hill/nmod:desc " + name("Hill"))
    )
    assert speaker(parsed, "Mrs. Hill").name == "Ann Hill"


def test_a_bare_surname_is_not_theirs_whom_the_article_calls_by_first_name() -> None:
    parsed = document(said(name("Robert Hill")), said(name("Ann Hill")), said(name("Ann")), "¶" + said(name("Hill")))
    assert speaker(parsed, "Hill", nth=2).name == "Robert Hill"


def test_generations_stay_apart() -> None:
    parsed = document(said(name("Carl Dunne Sr.")), said(name("Carl Dunne Jr.")))
    found = speakers(parsed, [attribution(parsed, n, "it rained") for n in ("Carl Dunne Sr.", "Carl Dunne Jr.")])
    assert len({each.name for each in found}) == 2


@pytest.mark.parametrize(
    ("full", "short"), [("Harbor News Agency", "HNA"), ("Harbor City Council", "City Council"), ("Daily Post", "Post")]
)
def test_bodies(full: str, short: str) -> None:
    parsed = document(
        said(name(full, kind="organization")),
        "¶" + said("The/DET/" + short.split()[0] + "/det " + name(short, kind="organization")),
    )
    found = speaker(parsed, short, nth=parsed.text.count(short) - 1)
    assert (found.name, found.kind) == (full, "organization")


def test_an_abbreviation_in_brackets_names_a_body_that_the_tagger_missed() -> None:
    parsed = document(
        "The/DET/League/det League/PROPN/said/nsubj of/ADP/Boats/case Small/PROPN/Boats/compound "
        "Boats/PROPN/League/nmod ( LSB/PROPN/League/appos ) said/VERB/0/root it/PRON/rained/nsubj "
        "rained/VERB/said/ccomp .",
        said(name("LSB", kind="person")),
    )
    assert speaker(parsed, "LSB", nth=1) == Speaker("League of Small Boats", None, "organization")


def test_pronouns_follow_gender_and_who_spoke_last() -> None:
    parsed = document(said(name("Ann Hill")), said(name("Robert Dale")), said(SHE), said(HE))
    found = speakers(parsed, [attribution(parsed, s, "it rained") for s in ("Ann Hill", "Robert Dale", "She", "He")])
    assert [each.name for each in found] == ["Ann Hill", "Robert Dale", "Ann Hill", "Robert Dale"]


def test_nobody_of_the_gender_nobody_named() -> None:
    parsed = document(said(name("Ann Hill")), said(HE))
    assert speaker(parsed, "He") == Speaker(None, None, None)


def test_pronouns_tell_the_gender_of_a_name_that_does_not() -> None:
    parsed = document(
        said(name("Xanthi Okafor")), "She/PRON/left/nsubj left/VERB/0/root .", said(name("Ann Hill")), said(HE)
    )
    assert speaker(parsed, "He") == Speaker(None, None, None)


def test_whoever_is_quoted_about_is_not_who_speaks() -> None:
    parsed = document(
        said(name("Robert Hill")),
        '¶ " ' + name("Carl Dunne", "lies") + ' lies/VERB/said/ccomp , " he/PRON/said/nsubj said/VERB/0/root .',
    )
    quoted = attribution(parsed, "he", '"Carl Dunne lies,"', type="direct")
    first = attribution(parsed, "Robert Hill", "it rained")
    assert speakers(parsed, [first, quoted])[1].name == "Robert Hill"


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    parsed = document(
        '" I/PRON/think/nsubj think/VERB/said/ccomp it/PRON/rained/nsubj rained/VERB/think/ccomp , " '
        "said/VERB/0/root " + name("Ann Hill") + " ."
    )
    outer = attribution(parsed, "Ann Hill", '"I think it rained,"', type="direct")
    inner = attribution(parsed, "I", "it rained")
    assert [each.name for each in speakers(parsed, [inner, outer])] == ["Ann Hill", "Ann Hill"]


def test_first_person_of_the_author() -> None:
    parsed = document(
        "By/ADP/Ann/case [person Ann/PROPN/0/root Hill/PROPN/Ann/flat ]",
        "¶" + said(name("Carl Dunne")),
        said("I/PRON/said/nsubj"),
    )
    assert speaker(parsed, "I", nth=0).name == "Ann Hill"


def test_relative_pronoun() -> None:
    parsed = document(
        name("Ann Hill", "left") + " , who/PRON/said/nsubj said/VERB/Ann/acl:relcl it/PRON/rained/nsubj "
        "rained/VERB/said/ccomp , left/VERB/0/root ."
    )
    assert speaker(parsed, "who").name == "Ann Hill"


def test_who_is_a_person_even_where_the_tree_gives_it_a_thing() -> None:
    parsed = document(
        "The/DET/rise/det rise/NOUN/left/nsubj of/ADP/Ann/case "
        + name("Ann Hill", "rise", "nmod")
        + " , who/PRON/said/nsubj said/VERB/rise/acl:relcl it/PRON/rained/nsubj rained/VERB/said/ccomp , "
        "left/VERB/0/root ."
    )
    assert speaker(parsed, "who").name == "Ann Hill"


def test_a_role_names_the_person_who_has_it() -> None:
    parsed = document(
        said("Senator/PROPN/Ann/nmod:desc " + name("Ann Hill")),
        said("Mayor/PROPN/Carl/nmod:desc " + name("Carl Dunne")),
        said("The/DET/senator/det senator/NOUN/said/nsubj"),
    )
    assert speaker(parsed, "The senator") == Speaker("Ann Hill", "Senator", "person")


def test_a_role_that_nobody_has_stays_unnamed() -> None:
    parsed = document(
        said(name("Ann Hill")), said("A/DET/official/det senior/ADJ/official/amod official/NOUN/said/nsubj")
    )
    assert speaker(parsed, "A senior official") == Speaker("senior official", None, "unnamed")


def test_a_role_of_two_people_goes_to_the_one_described_so() -> None:
    parsed = document(
        said("French/ADJ/minister/amod minister/NOUN/Ann/nmod:desc " + name("Ann Hill")),
        said("Dutch/ADJ/minister/amod minister/NOUN/Carl/nmod:desc " + name("Carl Dunne")),
        said("The/DET/minister/det French/ADJ/minister/amod minister/NOUN/said/nsubj"),
    )
    assert speaker(parsed, "The French minister").name == "Ann Hill"


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("report/NOUN/said/nsubj", "document"),
        ("company/NOUN/said/nsubj", "organization"),
        ("residents/NOUN/said/nsubj/resident", "group"),
        ("residents/NOUN/said/nsubj/residents", "group"),
        ("police/NOUN/said/nsubj", "group"),
        ("plumber/NOUN/said/nsubj", "unnamed"),
    ],
)
def test_kinds_of_descriptions(noun: str, kind: str) -> None:
    word = noun.partition("/")[0]
    parsed = document(said(f"The/DET/{word}/det {noun}"))
    assert speaker(parsed, f"The {word}") == Speaker(word, None, kind)  # type: ignore[arg-type]


def test_the_short_form_has_no_clause_and_no_quantifier() -> None:
    parsed = document(
        "Many/ADJ/critics/amod critics/NOUN/said/nsubj/critic of/ADP/plan/case the/DET/plan/det plan/NOUN/critics/nmod "
        "who/PRON/came/nsubj came/VERB/critics/acl:relcl said/VERB/0/root it/PRON/rained/nsubj rained/VERB/said/ccomp ."
    )
    assert speaker(parsed, "Many critics of the plan who came") == Speaker("critics of the plan", None, "group")


def test_her_lawyer() -> None:
    parsed = document(said(name("Ann Hill")), said("Her/PRON/lawyer/nmod:poss lawyer/NOUN/said/nsubj"))
    found = speakers(parsed, [attribution(parsed, s, "it rained") for s in ("Ann Hill", "Her lawyer")])
    assert found[1] == Speaker("Ann Hill's lawyer", None, "unnamed")


def test_joint_speakers_and_their_pronoun() -> None:
    pair = name("Hill") + " and/CCONJ/Dunne/cc " + name("Dunne", "Hill", "conj")
    parsed = document(said(name("Ann Hill")), said(name("Carl Dunne")), said(pair), said(THEY))
    found = speakers(parsed, [attribution(parsed, s, "it rained") for s in ("Hill and Dunne", "They")])
    assert found == [Speaker("Ann Hill and Carl Dunne", None, "group")] * 2


def test_two_roles_of_one_person_are_no_group() -> None:
    parsed = document(
        "His/PRON/wife/nmod:poss wife/NOUN/Ann/nmod:desc and/CCONJ/lawyer/cc lawyer/NOUN/wife/conj "
        + said(name("Ann Hill"))
    )
    assert speaker(parsed, "His wife and lawyer Ann Hill") == Speaker("Ann Hill", "lawyer", "person")


def test_the_title_comes_from_any_mention() -> None:
    parsed = document(
        said(name("Hill")),
        name("Ann Hill")
        + " , a/DET/judge/det judge/NOUN/Ann/appos , said/VERB/0/root it/PRON/rained/nsubj rained/VERB/said/ccomp .",
    )
    assert speaker(parsed, "Hill") == Speaker("Ann Hill", "judge", "person")


def test_a_title_before_the_comma() -> None:
    parsed = document(
        "The/DET/minister/det finance/NOUN/minister/compound minister/NOUN/said/nsubj , "
        + name("Ann Hill", "minister", "appos")
        + " , said/VERB/0/root it/PRON/rained/nsubj rained/VERB/said/ccomp ."
    )
    assert speaker(parsed, "The finance minister, Ann Hill") == Speaker("Ann Hill", "finance minister", "person")


def test_a_parse_without_structure_still_finds_the_name() -> None:
    parsed = document(
        "Professor/PROPN/said/nsubj Ann/PROPN/said/nsubj Hill/PROPN/said/nsubj , a/DET/said/det "
        "botanist/NOUN/said/nsubj , said/VERB/0/root it/PRON/rained/nsubj rained/VERB/said/ccomp ."
    )
    assert speaker(parsed, "Professor Ann Hill, a botanist").name == "Ann Hill"


WORDS = st.sampled_from(
    [
        "Ann",
        "Hill",
        "Dunne",
        "Mr.",
        "Sen.",
        "president",
        "he",
        "She",
        "they",
        "I",
        "who",
        ",",
        "and",
        "of",
        "the",
        "said",
        '"',
        ":",
    ]
)
TAGS = st.sampled_from(["PROPN", "NOUN", "VERB", "PRON", "PUNCT", "ADP", "DET", "CCONJ", "ADJ", "PART", "NUM"])
RELATIONS = st.sampled_from(
    ["nsubj", "obj", "appos", "flat", "compound", "conj", "nmod", "nmod:poss", "acl:relcl", "cop", "cc", "case"]
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of any words under any tree: what no parser would give must not break anything."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    text = ""
    for length in draw(st.lists(st.integers(1, 12), min_size=1, max_size=4)):
        base = len(tokens)
        for index in range(length):
            word = draw(WORDS)
            text += " " if text else ""
            above = ROOT if index == 0 else base + draw(st.integers(0, index - 1))
            tokens.append(
                Token(len(text), len(text) + len(word), word, word.lower(), draw(TAGS), above, draw(RELATIONS))
            )
            text += word
        sentences.append(Sentence(base, len(tokens)))
    first = draw(st.integers(0, len(tokens) - 1))
    kind: EntityKind = draw(st.sampled_from(["person", "organization", "place", "other"]))
    last = next(s.last for s in sentences if s.last > first)
    entity = Entity(first, draw(st.integers(first + 1, last)), kind)
    return Document(text, tuple(tokens), tuple(sentences), (entity,))


@st.composite
def attributed(draw: st.DrawFn) -> tuple[Document, list[Attribution]]:
    parsed = draw(documents())
    found = []
    for _ in range(draw(st.integers(1, 4))):
        first = draw(st.integers(0, len(parsed.tokens) - 1))
        last = draw(st.integers(first, len(parsed.tokens) - 1))
        source = Span(parsed.tokens[first].start, parsed.tokens[last].end)
        start = draw(st.integers(0, len(parsed.text) - 1))
        content = Span(start, draw(st.integers(start + 1, len(parsed.text))))
        found.append(
            Attribution((content,), draw(st.sampled_from(["direct", "mixed", "indirect"])), None, source, "clause", 1.0)
        )
    return parsed, found


@settings(max_examples=300, deadline=None)
@given(attributed())
def test_nothing_is_invented(case: tuple[Document, list[Attribution]]) -> None:
    parsed, found = case
    result = speakers(parsed, found)
    assert len(result) == len(found)
    for each in result:
        assert (each.name is None) == (each.kind is None)
        if each.title is not None:
            assert each.kind == "person"
            assert each.title in parsed.text
        if each.kind == "person":
            assert each.name is not None
            assert each.name in parsed.text


def test_the_cost_is_linear() -> None:
    def cost(times: int) -> int:
        one = [said(name(f"Ann Hill{n}")) + " " for n in range(4)] + [
            said(SHE),
            said("The/DET/judge/det judge/NOUN/said/nsubj"),
        ]
        parsed = document(*(one * times))
        found = [attribution(parsed, "She", "it rained", nth=n) for n in range(times)]
        return calls(lambda: speakers(parsed, found))

    assert cost(80) < 4.4 * cost(20)


def test_a_nickname_in_marks_does_not_cut_a_name_in_two() -> None:
    parsed = document(
        '[person Brian/PROPN/said/nsubj ] " Tank/PROPN/Brian/flat " [person Mossop/PROPN/Brian/flat ] said/VERB/0/root '
        "it/PRON/rained/nsubj rained/VERB/said/ccomp .",
        said(name("Mossop")),
    )
    assert speaker(parsed, "Mossop", nth=1).name == 'Brian "Tank" Mossop'


def test_a_description_inside_a_tagged_name_is_no_part_of_it() -> None:
    parsed = document(said(name("Postman Carl Dunne")), said(name("Dunne")))
    assert speaker(parsed, "Dunne", nth=1).name == "Carl Dunne"


def test_the_first_of_two_spanish_surnames() -> None:
    parsed = document(said(name("María Rojas Olmedo")), said(name("Rojas")))
    assert speaker(parsed, "Rojas", nth=1).name == "María Rojas Olmedo"


def test_member_describes_nobody() -> None:
    parsed = document(
        said("board/NOUN/member/compound member/NOUN/Ann/nmod:desc " + name("Ann Hill")),
        said("The/DET/member/det member/NOUN/said/nsubj"),
    )
    assert speaker(parsed, "The member").kind == "unnamed"
    assert speaker(parsed, "board member Ann Hill").title == "board member"


@pytest.mark.parametrize("suffix", ["Jr./PROPN/said/nsubj", ", Jr./PROPN/said/appos"])
def test_a_generation_outside_the_tagged_name_belongs_to_it(suffix: str) -> None:
    parsed = document(f"{name('Carl Dunne')} {suffix} said/VERB/0/root it/PRON/rained/nsubj rained/VERB/said/ccomp .")
    assert (speaker(parsed, parsed.text.partition(" said")[0]).name or "").endswith("Jr.")


def test_a_first_name_does_not_make_a_person_of_a_tagged_body() -> None:
    parsed = document(said("The/DET/Charlotte/det " + name("Charlotte Harbor", kind="organization")))
    assert speaker(parsed, "The Charlotte Harbor").kind == "organization"


def test_a_nickname_in_marks_stands_for_its_bearer() -> None:
    parsed = document(
        '[person Brian/PROPN/said/nsubj ] " Tank/PROPN/Brian/flat " [person Mossop/PROPN/Brian/flat ] said/VERB/0/root '
        "it/PRON/rained/nsubj rained/VERB/said/ccomp .",
        said(name("Tank")),
    )
    assert speaker(parsed, "Tank", nth=1).name == 'Brian "Tank" Mossop'


def test_a_name_in_either_order_is_one_person() -> None:
    parsed = document(said(name("Kenji Morita")), said(name("Morita Kenji")), said(name("Morita")))
    assert speaker(parsed, "Morita", nth=2).name == "Kenji Morita"


def test_a_person_whose_surname_is_a_word_for_bodies() -> None:
    parsed = document(said(name("Ann Post")), said(name("Post")))
    assert speaker(parsed, "Post", nth=1) == Speaker("Ann Post", None, "person")


def test_one_greeting_by_first_name_does_not_take_the_surname_away() -> None:
    parsed = document(
        said(name("Ann Hill")),
        *[said(name("Hill"))] * 3,
        said(name("Ann")),
        said(name("Robert Hill")),
        *[said(name("Ann Hill"))] * 3,
        "¶" + said(name("Hill")),
    )
    last = parsed.text.count("Hill") - 1
    assert speaker(parsed, "Hill", nth=last).name == "Ann Hill"


def test_a_rank_before_a_shared_surname_is_its_bearers() -> None:
    parsed = document(
        said("Senator/PROPN/Ann/nmod:desc " + name("Ann Hill")),
        said(name("Robert Hill")),
        "¶" + said("Senator/PROPN/Hill/nmod:desc " + name("Hill")),
    )
    assert speaker(parsed, "Senator Hill").name == "Ann Hill"


def test_a_surname_in_the_headline_is_theirs_whom_the_article_names_most() -> None:
    headline, first = said(name("Hill")), "¶" + said(name("Ann Hill"))
    later = ["¶" + said(name("Carl Hill"))] + ["¶" + said(name("Hill"))] * 3
    assert speaker(document(headline, first, *later), "Hill").name == "Carl Hill"
    assert speaker(document(headline, first, *["¶" + said(name("Hill"))] * 3, later[0]), "Hill").name == "Ann Hill"


BODIES = [
    ("a place and a body", "[place North/PROPN/Fenland/compound Fenland/PROPN/Water/compound ] [organization "
     "Water/PROPN/said/nsubj Board/PROPN/Water/flat ]", "North Fenland Water Board"),
    ("two describing words", "[organization Central/ADJ/League/amod ] and/CCONJ/Eastern/cc [organization "
     "Eastern/ADJ/Central/conj League/PROPN/said/nsubj ]", "Central and Eastern League"),
    ("what it is for", "[organization Commission/PROPN/said/nsubj ] on/ADP/Debates/case Public/ADJ/Debates/amod "
     "Debates/PROPN/Commission/nmod", "Commission on Public Debates"),
    ("where it is", "[organization Commission/PROPN/said/nsubj ] in/ADP/Leeds/case "
     "[place Leeds/PROPN/Commission/nmod ]", "Commission"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "expected"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
def test_the_whole_name_of_a_body(subject: str, expected: str) -> None:
    parsed = document(said(subject))
    assert speaker(parsed, parsed.text[: parsed.text.index(" said")]).name == expected


def test_a_body_under_begun_initials_is_the_same() -> None:
    full = "[organization United/PROPN/Council/compound Nations/PROPN/Council/compound Council/PROPN/said/nsubj ]"
    parsed = document(said(full), said("[organization U.N./PROPN/Council/compound Council/PROPN/said/nsubj ]"))
    assert speaker(parsed, "U.N. Council").name == "United Nations Council"
