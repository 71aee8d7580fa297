"""Whom pronouns mean, in short articles with trees written by hand."""

from __future__ import annotations

from test_speakers import name, speaker
from trees import attribution, document

from quotes.lexicon import Gender
from quotes.resolution.preferences import antecedent
from quotes.resolution.pronouns import Candidate, Entity, Pronoun, Reference
from quotes.speakers import speakers


def test_a_pronoun_in_a_quotation_that_speaks_there_is_not_who_utters_it() -> None:
    parsed = document(
        "[person Robert/PROPN/said/nsubj Hill/PROPN/Robert/flat ] said/VERB/0/root it/PRON/rained/nsubj "
        "rained/VERB/said/ccomp .",
        '¶ " He/PRON/says/nsubj says/VERB/said/ccomp it/PRON/snowed/nsubj snowed/VERB/says/ccomp , " '
        "said/VERB/0/root [person Robert/PROPN/said/nsubj Hill/PROPN/Robert/flat ] .",
    )
    outer = attribution(parsed, "Robert Hill", '"He says it snowed,"', nth=1, type="direct")
    inner = attribution(parsed, "He", "it snowed")
    assert [each.name for each in speakers(parsed, [outer, inner])] == ["Robert Hill", None]


def test_it_means_the_body_and_not_the_person() -> None:
    place = Reference(token=9, entity=-1, sentence=1, governor=10, relation="nsubj", speech=1)
    body = Reference(token=1, entity=0, sentence=0, governor=2, relation="nsubj", speech=0, main=True)
    person = Reference(token=4, entity=1, sentence=0, governor=2, relation="obj")
    candidates = [
        Candidate(Entity("person", None, 1, False), person, 0, False),
        Candidate(Entity("organization", None, 2, True, 1), body, 1, True),
    ]
    assert antecedent(Pronoun("thing"), place, candidates) == candidates[1]
    assert antecedent(Pronoun("thing"), place, candidates[:1]) is None


def test_a_first_name_that_leans_gives_way_to_one_that_fits() -> None:
    place = Reference(token=9, entity=-1, sentence=1, governor=10, relation="nsubj", speech=1)
    spoke = Reference(token=1, entity=0, sentence=0, governor=2, relation="nsubj", speech=0, main=True)
    other = Reference(token=5, entity=1, sentence=0, governor=2, relation="obj")

    def meant(leaning: Gender | None) -> int:
        candidates = [
            Candidate(Entity("person", None, 1, False, leaning="female"), other, 0, False),
            Candidate(Entity("person", None, 2, True, 1, leaning=leaning), spoke, 1, True),
        ]
        chosen = antecedent(Pronoun("one", "female"), place, candidates)
        assert chosen is not None
        return chosen.latest.entity

    assert (meant("male"), meant(None), meant("female")) == (1, 0, 0)


def test_a_name_behind_the_subject_that_tells_what_they_are_is_the_subject() -> None:
    parsed = document(
        f"{name('Carl Hill')} said/VERB/0/root so/ADV/said/advmod .",
        f"His/PRON/colleague/nmod:poss colleague/NOUN/faced/nsubj {name('Bo Lee', 'criticism', 'nmod')} "
        "faced/VERB/0/root criticism/NOUN/faced/obj after/SCONJ/asked/mark he/PRON/asked/nsubj asked/VERB/faced/advcl "
        "it/PRON/rained/nsubj rained/VERB/asked/ccomp .",
    )
    assert speaker(parsed, "he").name == "Bo Lee"
