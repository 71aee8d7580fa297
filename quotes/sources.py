"""The source of a cue by the dependency tree alone: who performs the verb, whose the noun is, according to whom.

A table of constructions, tried in order; each names the relation in which the source stands to the cue's head.
"""

from __future__ import annotations

from quotes.records import ROOT
from quotes.tree import Tree

OUTSIDE = ("punct", "parataxis", "acl:relcl")
"""What hangs on a noun and is not part of the source."""

_SUBJECTS = ("nsubj", "csubj")
_SHARED = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis", "acl"})
"""Relations through which a verb without a subject of its own has that of the verb above it."""

_CLOSING = frozenset("\"”’'»") | {"''"}

_HEARING = frozenset({"told", "informed", "advised", "warned", "assured", "reminded"})
"""Participles whose subject in the passive hears what is said."""

_UNDERGOING = {
    "accused": "of",
    "blamed": "for",
    "charged": "with",
    **dict.fromkeys(("criticised", "criticized", "praised", "condemned"), "for"),
    **dict.fromkeys(("told", "urged", "ordered", "advised", "instructed"), "to"),
}
"""Participles and what follows them at once in a headline's passive: "Minister accused of", "Drivers urged to"."""

_ASSEMBLIES = frozenset(
    {"court", "jury", "juror", "inquest", "tribunal", "hearing", "inquiry", "trial", "judge", "magistrate"}
)
"""Before whom somebody else speaks: "The jury heard that"."""

_TELLING = frozenset({"told", "tells", "telling", "asked", "asks", "warned", "warns", "reminded"})
"""Forms of verbs whose object hears what is said."""

_OPENING = frozenset("\"“‘'«„:")

_OWNERS = frozenset({"of", "by", "from"})


def source_of(tree: Tree, first: int, last: int) -> tuple[int, int] | None:
    """The token range (last exclusive) of the source of the cue ``first`` to ``last``; None where no tree names it."""
    head = tree.head_of(first, last)
    found = (_according(tree, first, last), _noun_cue(tree, head), _performer(tree, head), _inverted(tree, head))
    noun = next((index for index in found if index is not None), None)
    if noun is None or first <= noun < last:
        return None
    phrase = _without_preposition(tree, noun, tree.noun_phrase(noun, OUTSIDE))
    if phrase[0] < last and first < phrase[1]:
        return _without_preposition(tree, noun, tree.noun_phrase(noun, (*OUTSIDE, "acl")))
    return phrase


def _without_preposition(tree: Tree, noun: int, phrase: tuple[int, int]) -> tuple[int, int]:
    """The phrase behind its "by", "of" or "according to"; a possessive's mark at its end stays."""
    cases = {n for case in tree.children(noun, {"case"}) for n in tree.subtree(case) if n < noun}
    first, last = phrase
    while first in cases:
        first += 1
    return first, last


def _according(tree: Tree, first: int, last: int) -> int | None:
    """A preposition whose noun is the source: "according to X" and its like."""
    head = tree.head_of(first, last)
    if tree.relation(head) == "case" and tree.token(head).head != ROOT:
        return tree.token(head).head
    if tree.token(head).lemma == "accord":
        return next(iter(tree.children(head, {"obl", "nmod"})), None)
    return None


def _noun_cue(tree: Tree, head: int) -> int | None:
    """Whose the noun is ("her claim", "the claim of X"); otherwise who performs the verb that it belongs to."""
    if tree.token(head).upos not in ("NOUN", "PROPN"):
        return None
    for child in tree.children(head):
        if tree.token(child).deprel == "nmod:poss":
            return child
    for child in tree.children(head, {"nmod"}):
        if any(tree.token(case).lemma in _OWNERS for case in tree.children(child, {"case"})):
            return child
    above = tree.token(head).head
    return _performer(tree, above) if above != ROOT and tree.relation(head) in ("obj", "obl") else None


def _inverted(tree: Tree, verb: int) -> int | None:
    """What stands right behind a verb right behind a quotation: in '"...?" shrugged the welder' it is no object."""
    before = tree.token(verb - 1).text if verb > 0 else ""
    if tree.token(verb).upos != "VERB" or before not in _CLOSING or tree.children(verb, _SUBJECTS):
        return None
    objects = [n for n in tree.children(verb, {"obj"}) if n > verb]
    return objects[0] if objects and tree.near(objects[0])[0] == verb + 1 else None


def _performer(tree: Tree, verb: int) -> int | None:
    """The subject, the agent of a passive, or the subject of the verb that this one shares it with."""
    for _ in range(4):
        passive = any(tree.token(child).deprel == "aux:pass" for child in tree.children(verb))
        agents = [child for child in tree.children(verb) if tree.token(child).deprel == "obl:agent"]
        if passive or agents:
            return agents[0] if agents else None
        subjects = tree.children(verb, _SUBJECTS)
        if subjects:
            return subjects[0]
        if tree.token(verb).deprel.startswith("acl"):
            return tree.token(verb).head
        if tree.relation(verb) not in _SHARED or tree.token(verb).head == ROOT:
            return None
        verb = tree.token(verb).head
    return None


def is_hearer(tree: Tree, cue: tuple[int, int], source: tuple[int, int]) -> bool:
    """Whether the source before a cue is only told: "The court was told that", the headline "Carer told: 'You lied'".

    Who tells somebody in the active names whom.
    """
    head = tree.head_of(*cue)
    verb = tree.token(head).text.casefold()
    if source[1] > cue[0]:
        return False
    if tree.token(head).lemma == "hear":
        return tree.token(tree.head_of(*source)).lemma.casefold() in _ASSEMBLIES
    passive = any(tree.token(child).deprel == "aux:pass" for child in tree.children(head))
    following = tree.tokens[head + 1].text if head + 1 < len(tree.tokens) else ""
    told = verb == "told" and (following in _OPENING or _ends(tree, head))
    return told or _UNDERGOING.get(verb) == following or (passive and verb in _HEARING)


def _ends(tree: Tree, verb: int) -> bool:
    """Whether a verb ends its sentence, so that nobody is named whom somebody told."""
    limit = tree.document.sentences[tree.sentence_of[verb]].last
    return all(token.upos == "PUNCT" for token in tree.tokens[verb + 1 : limit])


def teller(tree: Tree, source: tuple[int, int]) -> tuple[int, int] | None:
    """The token range of whoever tells the source something: in 'The judge told Hill: "You lied"' it is not Hill's."""
    heard = tree.head_of(*source)
    verb = tree.token(heard).head
    told = verb != ROOT and verb < heard and tree.token(verb).text.casefold() in _TELLING
    if not told or tree.relation(heard) not in ("obj", "iobj"):
        return None
    subject = next(iter(tree.children(verb, {"nsubj"})), None)
    return None if subject is None or subject > verb else tree.noun_phrase(subject, OUTSIDE)


def behind_setting(tree: Tree, first: int, last: int) -> int:
    """Where a source begins behind what only tells where or when: "Outside court, a spokesman"."""
    placed = tree.token(first).text.casefold() in ("outside", "inside")  # taken for adjectives of "court"
    if not placed and tree.token(first).upos not in ("ADP", "ADV", "SCONJ"):
        return first
    comma = next((n for n in range(first, last - 1) if tree.token(n).text == ","), first)
    named = any(tree.entity_kind.get(n) == "person" for n in range(first, comma))
    return comma + 1 if comma > first and not named else first
