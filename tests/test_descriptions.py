"""How speakers without a name, and joint ones, are named."""

from __future__ import annotations

import pytest
from test_speakers import THEY, name, said, speaker
from trees import attribution, document

from quotes.records import Speaker
from quotes.speakers import speakers

TAIL = " said/VERB/0/root it/PRON/rained/nsubj rained/VERB/said/ccomp ."

SHORT_FORMS = [
    ("a counting one", "one/NUM/source/nummod GOP/PROPN/source/compound source/NOUN/said/nsubj", "GOP source"),
    ("one of several", "one/NUM/said/nsubj of/ADP/aides/case the/DET/aides/det aides/NOUN/one/nmod/aide",
     "one of the aides"),
    ("many of several", "Many/ADJ/said/nsubj of/ADP/aides/case the/DET/aides/det aides/NOUN/Many/nmod/aide",
     "Many of the aides"),
    ("many", "Many/ADJ/aides/amod aides/NOUN/said/nsubj/aide", "aides"),
    ("a share", "Four/NUM/said/nsubj out/ADP/teens/case of/ADP/five/case five/NUM/teens/nummod "
     "teens/NOUN/said/nsubj/teen", "teens"),
    ("a half", "half/NOUN/said/nsubj of/ADP/teens/case the/DET/teens/det teens/NOUN/half/nmod/teen", "teens"),
    ("an adjective behind it", "A/DET/aide/det aide/NOUN/said/nsubj close/ADJ/aide/amod to/ADP/talks/case "
     "the/DET/talks/det talks/NOUN/close/obl", "aide close to the talks"),
    ("a date behind it", "a/DET/group/det group/NOUN/said/nsubj of/ADP/aides/case aides/NOUN/group/nmod/aide "
     "in/ADP/6/case 2015/NUM/group/nmod", "group of aides"),
    ("a weekday behind it", "a/DET/post/det post/NOUN/said/nsubj from/ADP/Friday/case Friday/PROPN/post/nmod", "post"),
    ("a name tied elsewhere", "The/DET/chain/det Gannett/PROPN/said/compound newspaper/NOUN/chain/compound "
     "chain/NOUN/said/nsubj", "Gannett newspaper chain"),
    ("an owner tied elsewhere", "[person Ann/PROPN/said/nsubj Hill/PROPN/Ann/flat ] _'s/PART/Ann/case "
     "campaign/NOUN/said/nsubj", "Ann Hill's campaign"),
    ("two subjects side by side", "labor/NOUN/policy/compound -/PUNCT/labor/punct policy/NOUN/said/nsubj "
     "experts/NOUN/said/nsubj/expert", "labor-policy experts"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in SHORT_FORMS], ids=[c[0] for c in SHORT_FORMS])
def test_short_forms(source: str, expected: str) -> None:
    parsed = document(source + TAIL)
    found = speaker(parsed, parsed.text[: parsed.text.index(" said")]).name
    assert found is not None and found.replace(" - ", "-") == expected


def test_a_genitive_that_hangs_elsewhere_does_not_cut_the_owner_off() -> None:
    parsed = document(
        "[person Ann/PROPN/campaign/nmod:poss Hill/PROPN/Ann/flat ] 's/PART/said/case campaign/NOUN/said/nsubj" + TAIL
    )
    found = speaker(parsed, parsed.text[: parsed.text.index(" said")]).name
    assert found is not None and found.replace(" 's", "'s") == "Ann Hill's campaign"


def test_an_owner_is_called_by_the_full_name() -> None:
    parsed = document(
        said(name("Ann Hill")),
        "¶[person Hill/PROPN/lawyer/nmod:poss ] 's/PART/Hill/case lawyer/NOUN/said/nsubj" + TAIL,
    )
    source = parsed.text[parsed.text.rindex("Hill") : parsed.text.rindex(" said")]
    found = speaker(parsed, source).name
    assert found is not None and found.replace(" 's", "'s") == "Ann Hill's lawyer"


def test_a_document_is_called_by_its_noun_alone_once_the_article_does() -> None:
    parsed = document(
        "A/DET/review/det review/NOUN/said/nsubj of/ADP/law/case the/DET/law/det law/NOUN/review/nmod" + TAIL,
        "The/DET/review/det review/NOUN/said/nsubj" + TAIL,
    )
    sources = ("A review of the law", "The review")
    found = speakers(parsed, [attribution(parsed, source, "it rained") for source in sources])
    assert found == [Speaker("review", None, "document")] * 2


def test_a_work_in_marks_before_its_noun_is_not_who_speaks() -> None:
    parsed = document(
        'The/DET/section/det " [other History/PROPN/section/compound ] " section/NOUN/said/nsubj of/ADP/site/case '
        "the/DET/site/det site/NOUN/section/nmod" + TAIL
    )
    found = speaker(parsed, parsed.text[: parsed.text.index(" said")]).name
    assert found is not None and found.endswith("section of the site")


def test_joint_speakers_without_names_are_called_by_their_phrase() -> None:
    parsed = document(
        "World/NOUN/leaders/compound leaders/NOUN/said/nsubj/leader and/CCONJ/diplomats/cc "
        "diplomats/NOUN/leaders/conj/diplomat in/ADP/Geneva/case [place Geneva/PROPN/leaders/nmod ] , "
        "who/PRON/met/nsubj met/VERB/diplomats/acl:relcl ," + TAIL,
        said(THEY),
    )
    source = parsed.text[: parsed.text.index(", who")]
    found = speakers(parsed, [attribution(parsed, s, "it rained") for s in (source, "They")])
    assert found == [Speaker("World leaders and diplomats in Geneva", None, "group")] * 2


def test_a_title_before_the_first_of_joint_names_does_not_hide_the_others() -> None:
    parsed = document(
        "nominee/NOUN/said/nsubj [person Ann/PROPN/nominee/flat Hill/PROPN/Ann/flat ] and/CCONJ/Dunne/cc "
        "[person Carl/PROPN/Dunne/compound Dunne/PROPN/Ann/conj ]" + TAIL
    )
    assert speaker(parsed, "nominee Ann Hill and Carl Dunne").name == "Ann Hill and Carl Dunne"


def test_which_stands_for_all_whom_an_apposition_describes() -> None:
    parsed = document(
        "It/PRON/helped/nsubj helped/VERB/0/root [place Chad/PROPN/helped/obj ] and/CCONJ/Togo/cc "
        "[place Togo/PROPN/Chad/conj ] , the/DET/neighbours/det two/NUM/neighbours/nummod "
        "neighbours/NOUN/Chad/appos/neighbour , which/PRON/say/nsubj say/VERB/neighbours/acl:relcl "
        "it/PRON/rained/nsubj rained/VERB/say/ccomp ."
    )
    assert speaker(parsed, "which") == Speaker("Chad and Togo", None, "group")


def test_a_role_told_only_now_takes_up_the_one_person_just_spoken_of() -> None:
    parsed = document(said(name("Ann Hill")), "The/DET/striker/det striker/NOUN/said/nsubj" + TAIL)
    assert speaker(parsed, "The striker").name == "Ann Hill"
    young = "The/DET/striker/det young/ADJ/striker/amod striker/NOUN/said/nsubj"
    assert speaker(document(said(name("Ann Hill")), young + TAIL), "The young striker").name == "Ann Hill"


DIFFERENT = [
    (
        "one of a place",
        "The/DET/striker/det striker/NOUN/said/nsubj of/ADP/Leeds/case Leeds/PROPN/striker/nmod",
        "striker of Leeds",
    ),
    ("somebody's", "Her/PRON/striker/nmod:poss striker/NOUN/said/nsubj", "Ann Hill's striker"),
    ("a new one", "A/DET/striker/det striker/NOUN/said/nsubj", "striker"),
]


@pytest.mark.parametrize(("source", "expected"), [case[1:] for case in DIFFERENT], ids=[case[0] for case in DIFFERENT])
def test_a_role_may_be_somebody_else_s(source: str, expected: str) -> None:
    parsed = document(said(name("Ann Hill")), source + TAIL)
    assert speaker(parsed, parsed.text.split(". ")[1].split(" said")[0]).name == expected


def test_a_role_is_not_taken_up_where_two_people_were_spoken_of() -> None:
    parsed = document(
        "[person Ann/PROPN/met/nsubj ] met/VERB/0/root [person Bob/PROPN/met/obj ] .",
        "The/DET/striker/det striker/NOUN/said/nsubj" + TAIL,
    )
    assert speaker(parsed, "The striker").name == "striker"


def test_a_bare_noun_in_a_headline_is_the_body_with_that_word_in_its_name() -> None:
    parsed = document(
        "Hospital/NOUN/said/nsubj" + TAIL,
        "¶[organization Lake/PROPN/Hospital/compound Hospital/PROPN/said/nsubj ]" + TAIL,
    )
    assert speaker(parsed, "Hospital").name == "Lake Hospital"


def test_a_body_that_is_one_with_its_owner_only() -> None:
    parsed = document(
        "[place Lake/PROPN/Hospital/nmod:poss ] 's/PART/Lake/case [organization Hospital/PROPN/said/nsubj ]" + TAIL
    )
    assert speaker(parsed, "Lake's Hospital") == Speaker("Lake's Hospital", None, "organization")


def test_a_profession_before_a_name_is_not_part_of_it() -> None:
    parsed = document(
        "Pilot/PROPN/said/nsubj Ann/PROPN/Pilot/flat [person Hill/PROPN/Pilot/flat ]" + TAIL,
    )
    assert speaker(parsed, "Pilot Ann Hill").name == "Ann Hill"


def test_so_many_of_a_group_are_a_group() -> None:
    parsed = document("Four/NUM/said/nsubj" + TAIL)
    assert speaker(parsed, "Four").kind == "group"


def test_what_commas_set_off_is_not_part_of_a_description() -> None:
    parsed = document(
        "The/DET/study/det study/NOUN/said/nsubj , by/ADP/team/case a/DET/team/det team/NOUN/study/nmod ," + TAIL
    )
    assert speaker(parsed, parsed.text.split(" said")[0]).name == "study"


def test_the_first_sentence_tells_the_role_of_somebody_named_later() -> None:
    judge = "A/DET/judge/det [place Ohio/PROPN/judge/compound ] judge/NOUN/said/nsubj" + TAIL
    named = said("County/PROPN/Justice/compound Justice/PROPN/Ann/nmod:desc " + name("Ann Hill"))
    assert speaker(document(judge, named), "A Ohio judge").name == "Ann Hill"
    other = said("Justice/PROPN/Carl/nmod:desc " + name("Carl Dunne"))
    assert speaker(document(judge, named, other), "A Ohio judge").name == "Ohio judge"
    assert speaker(document(named, other, "It/PRON/0/root .", judge), "A Ohio judge").name == "Ohio judge"


def test_a_mother_of_three_is_the_woman_spoken_of_last() -> None:
    mother = "The/DET/mother/det mother/NOUN/said/nsubj of/ADP/three/case three/NUM/mother/nmod" + TAIL
    women = (said(name("Mr. Carl Dunne")), said(name("Ms. Ann Hill")))
    assert speaker(document(*women[::-1], mother), "The mother of three").name == "Ann Hill"
    assert speaker(document(women[0], mother), "The mother of three").name == "mother of three"


def test_his_lawyer_is_not_another_s_lawyer() -> None:
    lawyer = "[person Dunne/PROPN/lawyer/nmod:poss ] 's/PART/Dunne/case lawyer/NOUN/Bo/nmod:desc " + name("Bo Reed")
    his = "{}/PROPN/lawyer/nmod:poss ] 's/PART/{}/case lawyer/NOUN/said/nsubj" + TAIL
    parsed = document(said(name("Ann Hill")), said(lawyer), "[person " + his.format("Hill", "Hill"))
    source = parsed.text[parsed.text.rindex("Hill") : parsed.text.rindex(" said")]
    assert speaker(parsed, source).kind == "unnamed"
    parsed = document(said(name("Ann Hill")), said(lawyer), "[person " + his.format("Dunne", "Dunne"))
    source = parsed.text[parsed.text.rindex("Dunne") : parsed.text.rindex(" said")]
    assert speaker(parsed, source).name == "Bo Reed"


LEADERS = "The/DET/leaders/det two/NUM/leaders/nummod leaders/NOUN/said/nsubj/leader" + TAIL


def test_the_two_leaders_are_the_two_just_named() -> None:
    met = name("Ann Hill", "met") + " met/VERB/0/root " + name("Carl Dunne", "met", "obj") + " ."
    assert speaker(document(met, LEADERS), "The two leaders") == Speaker("Ann Hill and Carl Dunne", None, "group")
    third = said(name("Bo Reed"))
    assert speaker(document(met, third, LEADERS), "The two leaders").name == "two leaders"


@pytest.mark.parametrize(
    ("title", "expected"), [("", "Ann Hill and Carl Dunne"), ("Dr/PROPN/Ann/nmod:desc", "Ann Hill and Carl Dunne"),
                            ("Senator/PROPN/Ann/nmod:desc", "researchers")],
)  # fmt: skip
def test_the_researchers_are_the_two_who_spoke_unless_they_have_other_roles(title: str, expected: str) -> None:
    pair = f"{title} {name('Ann Hill')} and/CCONJ/Carl/cc {name('Carl Dunne', 'Ann', 'conj')}"
    parsed = document(pair + TAIL, "The/DET/researchers/det researchers/NOUN/said/nsubj/researcher" + TAIL)
    sources = (parsed.text[: parsed.text.index(" said")], "The researchers")
    found = speakers(parsed, [attribution(parsed, source, "it rained") for source in sources])
    assert found[1].name == expected


def test_the_new_of_a_place_belongs_to_the_description() -> None:
    parsed = document(
        "A/DET/judge/det [place New/ADJ/York/amod York/PROPN/judge/compound ] judge/NOUN/said/nsubj" + TAIL
    )
    assert speaker(parsed, "A New York judge").name == "New York judge"


OPENING = "[organization House/PROPN/panel/compound ] panel/NOUN/said/nsubj"
COMMITTEE = "[organization House/PROPN/Committee/compound Ethics/PROPN/Committee/compound Committee/PROPN/met/nsubj ]"
COUNCIL = "[organization Senate/PROPN/Committee/compound Trade/PROPN/Committee/compound Committee/PROPN/met/nsubj ]"


def met(committee: str) -> str:
    return f"The/DET/Committee/det {committee} met/VERB/0/root ."


@pytest.mark.parametrize(
    ("source", "texts", "expected"),
    [
        ("A House panel", (said(f"A/DET/panel/det {OPENING}"), met(COMMITTEE)),
         "House Ethics Committee"),
        ("The panel", (met(COMMITTEE), said("The/DET/panel/det panel/NOUN/said/nsubj")),
         "House Ethics Committee"),
        ("The panel", (met(COMMITTEE), met(COUNCIL), said("The/DET/panel/det panel/NOUN/said/nsubj")), "panel"),
    ],
)  # fmt: skip
def test_a_panel_is_the_committee_that_fits_alone(source: str, texts: tuple[str, ...], expected: str) -> None:
    assert speaker(document(*texts), source).name == expected


def test_a_team_is_the_campaign_of_the_same_name() -> None:
    campaign = "[organization Hill/PROPN/campaign/compound ] campaign/NOUN/said/nsubj"
    team = "[organization Hill/PROPN/team/compound ] team/NOUN/said/nsubj"
    parsed = document(said(f"The/DET/campaign/det {campaign}"), said(f"The/DET/team/det {team}"))
    content = [
        attribution(parsed, "The Hill campaign", "it rained"),
        attribution(parsed, "The Hill team", "it rained"),
    ]
    assert [each.name for each in speakers(parsed, content)] == ["Hill campaign", "Hill campaign"]


def test_below_a_headline_a_role_is_its_bearers_who_stands_there() -> None:
    headline = f"{name('Ann Hill', 'backs')} backs/VERB/0/root plan/NOUN/backs/obj ."
    below = said("Senator/NOUN/said/nsubj from/ADP/Texas/case Texas/PROPN/Senator/nmod")
    others = [f"Sen./PROPN/{n.split()[0]}/nmod:desc {name(n, 'met')} met/VERB/0/root ." for n in ("Ann Hill", "Bo Lee")]
    assert speaker(document(headline, below, *others), "Senator from Texas").name == "Ann Hill"


def test_an_age_goes_where_an_owner_is_told() -> None:
    daughter = (
        "Her/PRON/daughter/nmod:poss 14/NUM/old/nummod _-/PUNCT/old/punct _year/NOUN/old/compound _-/PUNCT/old/punct "
        "_old/ADJ/daughter/amod daughter/NOUN/said/nsubj"
    )
    parsed = document(said(name("Ann Hill")), said(daughter))
    assert speaker(parsed, "Her 14-year-old daughter").name == "Ann Hill's daughter"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("policy/NOUN/experts/compound", "policy experts"),
        ("The/DET/experts/det policy/NOUN/experts/compound", "experts"),
    ],
)
def test_the_lead_tells_who_the_headline_speaks_of(lead: str, expected: str) -> None:
    experts = "experts/NOUN/said/nsubj/expert"
    parsed = document(said(f"Experts/{experts.partition('/')[2]}"), said(f"{lead} {experts}"))
    content = [attribution(parsed, "Experts", "it rained"), attribution(parsed, "policy experts", "it rained")]
    assert (speakers(parsed, content)[0].name or "").casefold() == expected


def test_the_year_of_a_treaty_is_part_of_its_name() -> None:
    treaty = "1951/NUM/Convention/compound [other Refugee/PROPN/Convention/compound Convention/PROPN/said/nsubj ]"
    assert speaker(document(said(f"The/DET/Convention/det {treaty}")), "The 1951 Refugee Convention").name == (
        "1951 Refugee Convention"
    )


def test_an_owners_full_name_stands_without_form_of_address() -> None:
    returns = (
        "Mr./PROPN/Hill/nmod:desc [person Hill/PROPN/returns/nmod:poss ] _'s/PART/Hill/case "
        "returns/NOUN/said/nsubj/return"
    )
    parsed = document(said(name("Carl Hill")), said(returns))
    assert speaker(parsed, "Mr. Hill's returns").name == "Carl Hill's returns"
