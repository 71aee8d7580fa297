"""Titles farther from a name: in a predicate, as an affiliation, as a party's tag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from quotes.lexicon import lexicon
from quotes.resolution.asides import behind_age, timed
from quotes.resolution.beside import TRAILING_CLAUSES, is_cut, kin_before, unbroken
from quotes.resolution.mentions import Mention
from quotes.resolution.names import key
from quotes.resolution.roles import names_role, title_of
from quotes.resolution.title import Title
from quotes.tree import Tree

SERVED = 12
"""Words behind a name among which a clause tells as what somebody serves."""

AFFILIATING = frozenset({"of", "from", "at", "with", "for"})
PREDICATE_CUT = ("nsubj", "cop", "advmod", "obl", "punct", "conj", "cc", "ccomp", "discourse", "expl", "acl")
MEMBERS = {"R": ("republican",), "D": ("democrat",)}
"""What the members of a tag's party are called."""
PARTY = re.compile(
    r"\s*,?\s*[(\[]((?:[RDI]|Lab|Con|Lib Dem|SNP|Green)(?:[-–., ]+[A-Z][^)\]]{0,24})?)[)\]]"
    r"|,\s([RDI]-(?:St\. )?[A-Z][\w.]*(?:(?<!\.) [A-Z]\w*)*)"
)


def predicates(tree: Tree, mention: Mention) -> Iterator[Title]:
    """In "X is the president of Y", "His wife, X, is a nurse", "X, who is the president of Y,"."""
    for subject in (mention.head, *kin_before(tree, mention)):
        above = tree.tokens[subject].head
        if tree.tokens[subject].deprel == "nsubj" and not is_cut(tree, above, subject):
            yield from _predicate(tree, above)
    for clause in _told_of(tree, mention):
        yield from _predicate(tree, clause)
        for joined in _joined(tree, mention.head, clause):
            yield from _predicate(tree, joined)
    yield from _served(tree, mention)


def _served(tree: Tree, mention: Mention) -> Iterator[Title]:
    """The role behind "as" in "X, who served as mayor", "X, who in 11 seasons as the club's head coach"."""
    behind = tree.tokens[mention.last : mention.last + SERVED]
    if [token.text for token in behind[:2]] != [",", "who"]:
        return
    clause = list(takewhile(lambda token: token.text != ",", behind[2:]))
    place = next((mention.last + 2 + n for n, token in enumerate(clause) if token.text == "as"), -1)
    noun = tree.tokens[place].head if place > 0 else -1
    if noun > place and tree.relation(place) == "case" and names_role(tree, noun):
        members = [n for n in tree.near(noun, TRAILING_CLAUSES) if n > place and n not in timed(tree, noun)]
        title = title_of(tree, *unbroken(members, noun, tree), "predicate")
        if title:
            yield title


def _told_of(tree: Tree, mention: Mention) -> list[int]:
    """The relative clauses with "who" behind a name and its appositives."""
    described = [mention.head, *tree.children(mention.head, ("appos",)), *kin_before(tree, mention)]
    clauses = (n for head in described for n in tree.children(head) if tree.tokens[n].deprel == "acl:relcl")
    return [clause for clause in clauses if _has_subject_who(tree, clause)]


def _joined(tree: Tree, head: int, clause: int) -> list[int]:
    """The clauses joined to a relative clause, whatever the tree hangs them on: "who ran Y and is an adviser"."""
    joined = [*tree.children(clause, ("conj",)), *tree.children(head, ("conj",))]
    return [n for n in joined if n > clause and not tree.children(n, ("nsubj",))]


def _has_subject_who(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[child].text.casefold() == "who" for child in tree.children(clause, ("nsubj",)))


def _predicate(tree: Tree, noun: int) -> Iterator[Title]:
    """The role noun after "is" or "was", unless it is denied, conditional or part of a subordinate clause."""
    copulas = tree.children(noun, ("cop",))
    role = any(names_role(tree, n) for n in (noun, *tree.children(noun, ("compound",))))
    if tree.tokens[noun].upos not in ("NOUN", "PROPN") or not copulas or not role:
        return
    children = tree.children(noun)
    if tree.children(noun, ("mark", "aux")) or any(tree.tokens[n].lemma in ("not", "never") for n in children):
        return
    members = [n for n in _described(tree, noun) if n > copulas[-1]]
    title = title_of(tree, *unbroken(members, noun, tree), "predicate")
    if title and title.form != "family":
        yield title


def _described(tree: Tree, noun: int) -> list[int]:
    """The words of a predicate noun and of the role nouns coordinated with it, or (parsers err) with a word below."""
    left_out = timed(tree, noun)
    members = [n for n in tree.near(noun, (*PREDICATE_CUT, *TRAILING_CLAUSES)) if n not in left_out]
    for joined in (child for member in members for child in tree.children(member, ("conj",))):
        if joined > noun and names_role(tree, joined) and not tree.children(joined, ("nsubj", "cop", "aux")):
            members = members + tree.children(joined, ("cc",)) + _described(tree, joined)
    return members


ACTING = {
    "chair": "chairman",
    "head": "head",
    "lead": "leader",
    "run": "head",
    "own": "owner",
    "coach": "coach",
    "manage": "manager",
    "edit": "editor",
    "found": "founder",
    "direct": "director",
    "teach": "teacher",
    "represent": "lawyer",
    "farm": "farmer",
    "produce": "producer",
}
"""What somebody is who does so, by the verb of a relative clause: "who chairs the panel" is later "the chairman"."""


IN_COURT = {
    "prosecuting": "prosecutor",
    "defending": "barrister",
    "mitigating": "barrister",
    "presiding": "judge",
    "sentencing": "judge",
}
"""What somebody is in court who is named so: "Ann Hill, prosecuting, said" is later "the prosecutor"."""


SIDES = frozenset({"defence", "defense", "prosecution", "crown"})
"""For whom counsel speaks: "Ann Hill, for the defence, asked"."""


def acted(tree: Tree, mention: Mention) -> frozenset[str]:
    """The roles that relative clauses tell of somebody by a verb, and courts by a participle; these are no titles."""
    verbs = (tree.tokens[clause].lemma for clause in _told_of(tree, mention))
    behind = [token.text for token in tree.tokens[mention.last : mention.last + 2]]
    told = IN_COURT.get(behind[1]) if len(behind) > 1 and behind[0] == "," else None
    side = [token.text.casefold() for token in tree.tokens[mention.last + 1 : mention.last + 4]]
    told = "barrister" if side[:2] == ["for", "the"] and side[2:] and side[2] in SIDES else told
    return frozenset(ACTING[verb] for verb in verbs if verb in ACTING) | ({told} if told else frozenset())


def affiliations(tree: Tree, mention: Mention) -> Iterator[Title]:
    """In "X of the US National Heart Institute", "X, from Carleton University": a body, never a mere place."""
    for child in [*tree.children(mention.head, ("nmod", "obl")), *_loose(tree, mention)]:
        cases = tree.children(child, ("case",))
        if child >= mention.last and cases and tree.tokens[cases[0]].text.casefold() in AFFILIATING:
            members = tree.near(child, (*TRAILING_CLAUSES, "appos"))
            home = behind_age(tree, mention.last) > mention.last  # "X, 34, of Beck Row": tagged as whatever
            if any(_is_known_body(tree, n) if home else _is_body(tree, n) for n in members):
                first, last = unbroken(members, child, tree)
                last = next((n - 1 for n in range(child, last) if tree.entity_kind.get(n) == "person"), last)
                title = title_of(tree, max(first, cases[-1] + 1), last, "affiliation")
                if title:
                    yield title


def _loose(tree: Tree, mention: Mention) -> list[int]:
    """In "said X from Y" the phrase right behind the name that the tree hangs on the verb."""
    above, following = tree.tokens[mention.head].head, mention.last
    inverted = 0 <= above < mention.first and tree.relation(mention.head) == "nsubj"
    if not inverted or following >= len(tree.tokens) or tree.tokens[following].text not in ("from", "of", "at"):
        return []
    noun = tree.tokens[following].head
    return [noun] if noun > following and tree.tokens[noun].head < following else []


def _is_body(tree: Tree, index: int) -> bool:
    return tree.entity_kind.get(index) == "organization" or _is_known_body(tree, index)


def _is_known_body(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos == "PROPN" and key(token.text) in lexicon().body_words


def party(tree: Tree, mention: Mention) -> Iterator[Title]:
    """The tags "(R-Ohio)" and ", D-Mo.," right after the name."""
    match = PARTY.match(tree.document.text, tree.tokens[mention.last - 1].end)
    if match:
        tag = (match.group(1) or match.group(2)).strip()
        yield Title(tag, "party", frozenset(MEMBERS.get(tag.split("-")[0], ())), tag)
