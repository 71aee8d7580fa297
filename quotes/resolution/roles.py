"""Titles: the stretch of the article that says in what role somebody speaks.

A title is always verbatim, without leading articles and possessive pronouns and without Mr, Mrs, Ms and Miss. It must
have a word for an office, a rank or a profession; affiliations and relatives are titles of a lower worth.
"""

from __future__ import annotations

from itertools import takewhile

from quotes.lexicon import lexicon
from quotes.resolution.asides import DURATIONS
from quotes.resolution.bodies import PARTIES, body_in
from quotes.resolution.genitives import CLITICS
from quotes.resolution.growth import is_constable
from quotes.resolution.names import key
from quotes.resolution.title import ADDRESSING, SILKS, Form, Title
from quotes.tree import Tree

LONGEST = 40
"""No title is longer, in tokens: what is, is a parsing error."""

OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
ARTICLES = OWNERS | {
    "a",
    "an",
    "the",
    "own",
    "one",
    "another",
    "this",
    "that",
    "now",
    "currently",
    "himself",
    "herself",
}
MARKS = frozenset("\"“”‘’'«»„,;:()[]–—-") | {"--", "``", "''"}
TYING_TAGS = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "PART"})
DANGLING = MARKS | {"who", "which", "that", "and", "of", "for", "at", "in", "from", "with", "to", "on", "by"}
RELATIVE = frozenset({"who", "whose", "whom", "which"})
"""Words that begin a clause, which no title has."""

MERE_WORDS = frozenset({"member", "sir", "lady", "lord", "dame", "sister", "madam"})
"""Words that are no titles by themselves: forms of address in lower case, and "member" without a body."""

DATING = frozenset({"since", "until", "there", "here"})
"""Words behind which a title only says how long, or where as the article has told."""

SIDES = frozenset({"sponsor", "co-sponsor", "cosponsor", "backer", "supporter", "critic", "opponent"})
"""What somebody is to a bill or a plan, beside the office that they have."""

CHOSEN = frozenset({"appointee", "nominee", "protege", "protégé", "ally", "confidant", "supporter"})
"""Whose choice or friend somebody is, beside the office that they have: "an appointee of President Bush"."""

FOREMOST = frozenset({"top", "ranking", "leading", "senior"})
"""What makes the members of a party its leaders somewhere: "the top Democrat on the panel"."""

CLOSING = frozenset("’'”\"»")

QUOTATION = frozenset('"“”«»„')


def title_of(tree: Tree, first: int, last: int, form: Form) -> Title | None:
    """The title in a token range, trimmed; None where it names no role and is no affiliation."""
    first, last = _core(tree, first, last)
    if form == "before":
        first, last = _core(tree, _own_start(tree, first, last), last)
    if first >= last or last - first > LONGEST or _is_broken(tree, first, last) or _is_one_of(tree, first):
        return None
    roles = _roles(tree, first, last)
    if form == "affiliation":
        text = _text(tree, first, last)
        return (
            None if _is_mere_word(tree, first, last) else Title(text, form, roles, body_in(tree, first, last) or text)
        )
    if not roles or form == "family":
        return _family(tree, first, last)
    if _text(tree, first, last) in MERE_WORDS:
        return None
    if last - first == 1 and is_rank(tree, first):
        form = "rank"
    if roles <= PARTIES and key(tree.tokens[last - 1].text) in PARTIES:  # "Ohio Republican", or the party alone
        form = "stance" if last - first > 1 else "party"
    elif _is_stance(tree, first, last, roles):
        form = "stance"
    return Title(_text(tree, first, last), form, roles, body_in(tree, first, last))


def _is_stance(tree: Tree, first: int, last: int, roles: frozenset[str]) -> bool:
    """Whether a title tells only whose side somebody is on, or letters: "Republican from Ferris", "KC"."""
    sided = roles <= PARTIES | SIDES and tree.tokens[first].text.casefold() not in FOREMOST
    sided = sided or (tree.tokens[first].text.casefold() in CHOSEN and last - first > 1)
    return sided or (last - first == 1 and key(tree.tokens[first].text) in SILKS)


def _is_one_of(tree: Tree, first: int) -> bool:
    """Whether a title tells only whose number somebody is of: "One of its authors, Ann Hill"."""
    before = [token.text.casefold() for token in tree.tokens[max(0, first - 3) : first]]
    return before[-3:-1] == ["one", "of"] or before[-2:] == ["one", "of"]


def _own_start(tree: Tree, first: int, last: int) -> int:
    """Where the title itself begins in what stands before a name.

    Behind another noun's preposition ("a clear reference to presidential nominee X") and behind another person ("race
    between Republican Y and Democrat X"); a body's own preposition ("Committee on Oversight Chairman X") stays.
    """
    start = first
    for n in range(first + 1, last - 1):
        tag, before = tree.tokens[n].upos, tree.tokens[n - 1]
        named = tree.entity_kind.get(n) == tree.entity_kind.get(n - 1) == "organization"
        thing = before.upos == "NOUN" or (before.upos == "PROPN" and names_role(tree, n + 1))  # "Bench of Justice X"
        borrowed = tag == "ADP" and thing and not names_role(tree, n - 1) and not named
        shared = (
            tag == "CCONJ"
            and tree.tokens[n].text != "&"
            and any(tree.entity_kind.get(m) == "person" for m in range(start, n))
            and not names_role(tree, n - 1)  # "Lumen co-founder and CEO X", whatever Lumen is taken for
        )
        if borrowed or shared:
            start = n + 1
    return start


def _roles(tree: Tree, first: int, last: int) -> frozenset[str]:
    """The role nouns of a range but those of owners: the president's chief of staff is no president."""
    clitics = [n for n in range(first + 1, last - 1) if tree.tokens[n].text in CLITICS]
    owners = {owner for clitic in clitics for owner in _run(tree, first, clitic)}
    return frozenset(role_noun(tree, n) for n in range(first, last) if n not in owners and names_role(tree, n))


def _run(tree: Tree, first: int, last: int) -> list[int]:
    """The unbroken nouns and adjectives that end before ``last``."""
    words = takewhile(lambda n: tree.tokens[n].upos in ("NOUN", "PROPN", "ADJ", "X"), range(last - 1, first - 1, -1))
    return list(words)


def _is_mere_word(tree: Tree, first: int, last: int) -> bool:
    """Whether a body's name is a single common word ("University"): the rest of it has been lost."""
    return last - first == 1 and key(tree.tokens[first].text) in lexicon().body_words


def _core(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Without articles, marks, forms of address, and a relative before "and" ("wife and current nominee")."""
    tokens, words = tree.tokens, lexicon()
    while first < last and _is_loose(tree, first, last):
        first += 1
    last = next((n for n in range(first + 1, last) if tokens[n].text in RELATIVE), last)
    while first < last and (key(tokens[last - 1].text) in words.honorifics or tokens[last - 1].text in DANGLING):
        last -= 1
    while last - first > 1 and key(tokens[last - 1].text) in ADDRESSING:
        last -= 1
    ends = (n for n in range(first + 1, last) if tokens[n].text in DATING or _lasts(tree, n, last) or _adorns(tree, n))
    last = next(ends, last)
    first = _behind_age(tree, _behind_mark(tree, _addressed(tree, first, last), last), last)
    if last - first > 2 and words.is_family(tokens[first].lemma) and tokens[first + 1].text == "and":
        return _core(tree, first + 2, last)
    return first, last


def _addressed(tree: Tree, first: int, last: int) -> int:
    """Where an owner begins with a form of address: "Outside court Mr Hill's wife" is Mr Hill's wife."""
    clitic = next((n for n in range(first, last) if tree.tokens[n].text in CLITICS), first)
    polite = next((n for n in range(first, clitic) if key(tree.tokens[n].text) in lexicon().honorifics), first)
    return first if any(names_role(tree, n) for n in range(first, polite)) else polite


def _is_loose(tree: Tree, index: int, last: int) -> bool:
    """Whether a word before a title is no part of it; the "one" of "one-time aide" is."""
    word = tree.tokens[index]
    bound = index + 1 < last and tree.tokens[index + 1].text == "-"
    return word.upos in TYING_TAGS or (word.text.casefold() in ARTICLES and not bound)


def _lasts(tree: Tree, index: int, last: int) -> bool:
    """Whether a title ends in how long somebody is it: "coach of seven years"."""
    told = tree.tokens[index].text == "of" and tree.tokens[last - 1].lemma.casefold() in DURATIONS
    return told and last - index == 3 and tree.tokens[index + 1].upos in ("NUM", "DET", "ADJ")


def _adorns(tree: Tree, index: int) -> bool:
    """Whether a phrase only tells what somebody looks like: "a schoolteacher with a magnificent moustache"."""
    return [token.text for token in tree.tokens[index : index + 2]] in (["with", "a"], ["with", "an"])


def _behind_mark(tree: Tree, first: int, last: int) -> int:
    """Where a title begins behind the end of a work's name that was opened before it: "'Low Country' Director"."""
    marks = [n for n in range(first, last) if tree.tokens[n].upos == "PUNCT" and tree.tokens[n].text in CLOSING]
    return marks[0] + 1 if len(marks) == 1 and marks[0] + 1 < last else first


def _behind_age(tree: Tree, first: int, last: int) -> int:
    """Where a title begins behind an age: "44-year-old dental hygienist"."""
    texts = [token.text.casefold() for token in tree.tokens[first : min(last, first + 6)]]
    aged = bool(texts) and texts[0].split("-")[0].isdigit() and "year" in "".join(texts)
    old = next((n for n, text in enumerate(texts) if text.endswith("old")), None) if aged else None
    return first + old + 1 if old is not None and first + old + 1 < last else first


def _is_broken(tree: Tree, first: int, last: int) -> bool:
    """Whether the range runs over what no title has in it: a colon, a second sentence, one quotation mark of a pair."""
    texts = [token.text for token in tree.tokens[first:last]]
    if any(text in (":", ";", "?", "!") for text in texts) or sum(text in QUOTATION for text in texts) % 2:
        return True
    return tree.sentence_of[first] != tree.sentence_of[last - 1]


def _text(tree: Tree, first: int, last: int) -> str:
    return " ".join(tree.text(first, last).split())


def _family(tree: Tree, first: int, last: int) -> Title | None:
    named = [n for n in range(first, last) if lexicon().is_family(tree.tokens[n].lemma)]
    return Title(_text(tree, first, last), "family", frozenset(tree.tokens[n].lemma for n in named)) if named else None


def names_role(tree: Tree, index: int) -> bool:
    """Whether a word names an office, a rank or a profession."""
    token = tree.tokens[index]
    if token.upos not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    if token.upos == "PROPN":
        # The endings of nouns for persons are also endings of surnames ("Friedman").
        return token.text.casefold() in lexicon().roles or is_rank(tree, index)
    return lexicon().is_role(token.lemma) or lexicon().is_role(token.text) or is_rank(tree, index)


def is_rank(tree: Tree, index: int) -> bool:
    """Whether a word is a title by itself before a name ("Dr", "Sen."); "sister" in lower case is a relative."""
    text = tree.tokens[index].text
    ranked = key(text) in lexicon().ranks or is_constable(tree, index)
    return ranked and not (text.islower() and lexicon().is_family(text))


def role_noun(tree: Tree, index: int) -> str:
    """The lemma of a role noun, abbreviations spelt out ("Sen." -> "senator")."""
    word = key(tree.tokens[index].text)
    return lexicon().rank_nouns.get(word, tree.tokens[index].lemma.casefold().rstrip("."))
