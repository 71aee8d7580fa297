"""How far a name goes beyond what the tagger saw of it: ranks, hyphens, generations, what a body is for."""

from __future__ import annotations

from quotes.lexicon import lexicon
from quotes.records import EntityKind, Token
from quotes.resolution.names import GENERATIONS, is_suffix, key
from quotes.tree import Tree

HYPHENS = frozenset("-–‐‑")

LIKENESS = frozenset({"style", "like", "era", "esque"})
"""What makes a name with a hyphen an adjective: "Norges-style"."""

SHORT_HONOUR = 2
"""Honours of no more letters look like initials; those of two are known one by one (`GENERATIONS`)."""

DETECTIVES = frozenset({"det", "detective"})
CONSTABLES = frozenset({"con"})

LEGAL_FORMS = frozenset(
    {"plc", "inc", "ltd", "llc", "llp", "gmbh", "pty", "corp", "co", "nv", "sa", "ag", "ab", "asa", "se"}
)
"""What a firm is by law, at the end of its name; taggers pass over it where it is written small ("plc")."""

LOWER_FORMS = frozenset({"plc", "llc", "llp", "gmbh"})
"""Those that cannot be another word when they are written small."""

SPECIFYING = frozenset({"on", "for", "of", "against"})
"""Prepositions inside the names of bodies."""


def grown(tree: Tree, first: int, last: int, kind: EntityKind | None) -> tuple[int, int]:
    """With ranks before a name, and the rest of a hyphenated or flat name, which taggers cut off, after it."""
    if first >= last:
        return first, last
    while _is_glued(tree, last):
        last += 1
    while kind == "person" and _continues(tree, first, last):
        last += 1
    if kind in ("person", None):
        last = _with_generation(tree, first, last)
    if kind == "other" and _is_dated(tree, first, last):
        first -= 1
    while kind == "organization" and _qualifies(tree, first, last):
        first -= 1
    while kind == "organization" and goes_on(tree, last):
        last += 1
    if kind == "organization":
        last = incorporated(tree, _specified(tree, first, last))
    if kind in ("organization", None) and _is_numbered(tree, first, last):
        first -= 1
    while kind == "person" and last - first <= 3 and _is_cut_off(tree, first):
        first -= 1
    while kind == "person" and _is_initial(tree, first - 1, first):
        first -= 1
    while first > 0 and _precedes(tree, first):
        first -= 1
    return first, last


def _is_initial(tree: Tree, index: int, first: int) -> bool:
    """Whether a word is the initial of the name behind it, which the tagger left outside: "P." "Anbarasi"."""
    if index < 0 or tree.entity_kind.get(index) == "person" or tree.sentence_of[index] != tree.sentence_of[first]:
        return False
    return is_initial(tree.tokens[index].text)


def is_initial(text: str) -> bool:
    """Whether a word is the first letter of a name, with its stop."""
    return len(text) == len("P.") and text[0].isupper() and text[1] == "."


def honoured(tree: Tree, first: int, last: int) -> int:
    """The end of a name without the letters of degrees and orders behind it: "Ann Hill MRCVS"."""
    while last - first > 2 and _is_honour(tree, first, last):
        last -= 1
    return last


def _is_honour(tree: Tree, first: int, last: int) -> bool:
    end, before = tree.tokens[last - 1].text, tree.tokens[first : last - 1]
    letters = end.isupper() and len(end) > SHORT_HONOUR and key(end) not in GENERATIONS
    return letters and not any(word.text.isupper() for word in before)


def _is_dated(tree: Tree, first: int, last: int) -> bool:
    """Whether the year before a law's or treaty's name belongs to it: "the 1951 Refugee Convention"."""
    year = tree.tokens[first - 1] if first > 0 else None
    return year is not None and year.text.isdigit() and len(year.text) == 4 and first <= year.head < last


def _is_numbered(tree: Tree, first: int, last: int) -> bool:
    """Whether the ordinal before a body's name belongs to it: "5th" "Circuit"."""
    number = tree.tokens[first - 1] if first > 0 else None
    ordinal = number is not None and number.text[:1].isdigit() and number.text.endswith(("st", "nd", "rd", "th"))
    return ordinal and number is not None and first <= number.head < last


def _with_generation(tree: Tree, first: int, last: int) -> int:
    """The end of a name with the generation behind it ("Jr."), which the tree and the tagger often leave outside."""
    following = last + (last < len(tree.tokens) and tree.tokens[last].text == ",")
    if following >= len(tree.tokens) or tree.sentence_of[following] != tree.sentence_of[first]:
        return last
    word = tree.tokens[following].text
    return following + 1 if key(word) in GENERATIONS and word[:1].isupper() and last - first > 1 else last


def _qualifies(tree: Tree, first: int, last: int) -> bool:
    """Whether the capitalised word before a body's name belongs to it ("Republican" "National Committee")."""
    if first == 0:
        return False
    before = tree.tokens[first - 1]
    capital = before.text[:1].isupper() and before.upos in ("PROPN", "ADJ", "NOUN")
    return capital and first <= before.head < last and tree.relation(first - 1) in ("compound", "amod")


def incorporated(tree: Tree, last: int) -> int:
    """Where a firm's name ends with its legal form: "Bramley Foods" "plc", "Hill Motor" "Pty" "Ltd"."""
    while last < len(tree.tokens) and _is_legal_form(tree.tokens[last].text):
        last += 1
    return last


def _is_legal_form(text: str) -> bool:
    form = key(text)
    return form in LEGAL_FORMS and (text[:1].isupper() or form in LOWER_FORMS)


def goes_on(tree: Tree, last: int) -> bool:
    """Whether a body's name was cut before the word that it hangs on: "Redrock" "Aggregates"; no office or product."""
    if last >= len(tree.tokens) or last in tree.entity_kind or tree.tokens[last - 1].head != last:
        return False
    token, words = tree.tokens[last], lexicon()
    titled = words.is_person(token.text) or key(token.text) in words.ranks or key(token.text) in words.calendar
    capital = token.upos == "PROPN" and token.text[:1].isupper() and not token.text.isupper()
    return capital and not titled and tree.relation(last - 1) == "compound"


def _specified(tree: Tree, first: int, last: int) -> int:
    """Where the capitalised phrase ends that tells what a body is for: "Commission" "on Presidential Debates"."""
    tokens = tree.tokens
    if (
        last >= len(tokens)
        or tokens[last].text not in SPECIFYING
        or key(tokens[last - 1].text) not in lexicon().body_words
    ):
        return last
    end = last + 1
    while end < len(tokens) and tokens[end].text[:1].isupper() and end not in tree.entity_kind:
        end += 1
    specified = tokens[end - 1]
    tied = first <= specified.head < last and tree.relation(end - 1) == "nmod"
    return end if end > last + 1 and tied else last


def _is_cut_off(tree: Tree, first: int) -> bool:
    """Whether the word before a name is the rest of it, which the tagger passed over ("Park" "Geun-hye")."""
    if first == 0 or first - 1 in tree.entity_kind or tree.tokens[first - 1].upos != "PROPN":
        return False
    before, token = tree.tokens[first - 1], tree.tokens[first]
    named = key(before.text)
    if is_constable(tree, first - 1):
        return False
    if named in lexicon().ranks or named in lexicon().honorifics or named in lexicon().calendar:
        return False
    if is_description(before):
        return False
    within = token.head == first - 1 and tree.relation(first) == "flat"
    return within or (before.head, before.deprel) == (token.head, token.deprel)


def is_constable(tree: Tree, index: int) -> bool:
    """Whether a word is the second one of "Det Con", which by itself is a first name."""
    behind = index > 0 and key(tree.tokens[index - 1].text) in DETECTIVES
    return behind and key(tree.tokens[index].text) in CONSTABLES


def _is_glued(tree: Tree, index: int) -> bool:
    """Whether a word carries on the one before it without a space: "Ki", "-", "moon"."""
    tokens = tree.tokens
    if not 0 < index < len(tokens) or tokens[index].start != tokens[index - 1].end:
        return False
    if tokens[index].text in HYPHENS:
        return _is_glued(tree, index + 1) and tokens[index + 1].upos in ("PROPN", "NOUN") and _fits_hyphen(tree, index)
    return tokens[index - 1].text in HYPHENS and tokens[index].upos in ("PROPN", "NOUN")


def _fits_hyphen(tree: Tree, index: int) -> bool:
    """Whether the words around a hyphen stand in one name ("Ban Ki-moon"), not in a compound ("Texas-based")."""
    before, after = tree.tokens[index - 1], tree.tokens[index + 1]
    named = before.upos == "PROPN" and after.upos in ("PROPN", "NOUN") and tree.relation(index + 1) != "amod"
    return named and after.text.casefold() not in LIKENESS


def _continues(tree: Tree, first: int, last: int) -> bool:
    tokens = tree.tokens
    if last >= len(tokens) or tree.sentence_of[last] != tree.sentence_of[first]:
        return False
    token = tokens[last]
    inside = first <= token.head < last and not (token.text.islower() and lexicon().is_role(token.text))
    return inside and tree.relation(last) == "flat" and (token.upos == "PROPN" or is_suffix(token.text))


def _precedes(tree: Tree, first: int) -> bool:
    """Whether the word before is a form of address or rank that belongs to the name."""
    before = tree.tokens[first - 1]
    words = lexicon()
    if tree.sentence_of[first - 1] != tree.sentence_of[first]:
        # Splitters often end a sentence at the stop of "Sen."; the rank still belongs to what follows.
        return before.text.endswith(".") and key(before.text) in words.honorifics.keys() | words.ranks.keys()
    named = key(before.text)
    full = before.text.islower() and tree.tokens[first].upos == "PROPN" and _is_first_name(tree, first)
    return (before.text[:1].isupper() and named in words.honorifics) or (
        (before.text[:1].isupper() or full) and named in words.ranks
    )


def _is_first_name(tree: Tree, index: int) -> bool:
    return key(tree.tokens[index].text) in lexicon().first_names


def is_description(token: Token) -> bool:
    """Whether a word that was tagged as the beginning of a name only describes the person ("potter", "Activist")."""
    words = lexicon()
    ranked = key(token.text) in words.ranks or key(token.text) in words.particles
    word = token.text.casefold()
    several = word.endswith("s") and any(word[:-1] in known for known in (words.roles, words.people, words.families))
    return not ranked and (token.text.islower() or word in words.roles or several)
