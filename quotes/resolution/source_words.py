"""The word that a source turns on: the name, pronoun or noun that says who speaks.

A person's name that ends the first stretch of the source is always it ("lead author Ann Hill, a professor"), whatever
the tree says. Otherwise the tree decides, if the source is one phrase in it; if not, the first stretch's last noun.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.resolution.genitives import CLITICS, is_genitive
from quotes.resolution.growth import HYPHENS
from quotes.resolution.mentions import Mention
from quotes.resolution.nominals import is_plural, kind_of
from quotes.resolution.roles import names_role
from quotes.tree import Tree

NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
PLAIN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "PART"})
CUTTING = frozenset({",", ";", ":", "(", "[", "–", "—", "--"})
BRACKETS = frozenset("()")
LINKING = frozenset({"of", "for", "the", "&", "in"}) | CLITICS
NAMING = frozenset({"turned", "named", "called"})
"""What may stand in a title: "the Olympian turned commentator Ann Hill", "a rancher named Ann Hill"."""

COUNTING = frozenset({"one", "another"})
"""What one of several is before the name: "One, Ann Hill from Leeds,"."""

OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})


@dataclass(frozen=True, slots=True)
class SourceWord:
    """The word ``index``; ``title`` the token range before a comma that describes the person named after it, if any."""

    index: int
    title: tuple[int, int] | None = None


NameAt = Callable[[int], Mention | None]


def source_word(tree: Tree, extent: tuple[int, int], name_at: NameAt) -> SourceWord | None:
    """The word that a source in the token range ``extent`` turns on; None where the range is empty."""
    first, last = extent
    if first >= last:
        return None
    first = _behind_clause(tree, first, last, name_at)
    cut = _cut(tree, first, last, name_at)
    person = _closing_person(tree, first, cut, name_at)
    if person is not None:
        mention = name_at(person)
        led = mention is not None and (_is_led(tree, first, mention) or _bears_two(tree, first, mention))
        return SourceWord(person, (first, mention.first) if mention and led else None)
    named = _fronted_person(tree, (first, cut), last, name_at)
    if named is not None:
        return SourceWord(named, (first, cut))
    return SourceWord(_by_tree(tree, first, last) if _is_phrase(tree, first, last) else _by_order(tree, first, last))


def _cut(tree: Tree, first: int, last: int, name_at: NameAt) -> int:
    """The end of the first stretch: the first comma, bracket or dash; not brackets in a title ("Police (Crime) X")."""
    passed = _passed(tree, first, last, name_at)
    return next((n for n in range(first + 1, last) if tree.tokens[n].text in CUTTING and n not in passed), last)


def _behind_clause(tree: Tree, first: int, last: int, name_at: NameAt) -> int:
    """Where a person's name begins behind the clause that opens a source: "Opening the case, Ann Hill, prosecuting"."""
    if tree.tokens[first].upos != "VERB":
        return first
    named = ((n + 1, name_at(n + 1)) for n in range(first, last - 1) if tree.tokens[n].text == ",")
    return next((n for n, mention in named if mention and mention.kind == "person"), first)


def _passed(tree: Tree, first: int, last: int, name_at: NameAt) -> set[int]:
    """The opening brackets behind which, once they are closed, a person's name follows, or a title and the name."""
    texts = [token.text for token in tree.tokens[first:last]]
    opens = [first + n for n, text in enumerate(texts) if text == "("]
    closes = {n: first + texts.index(")", n - first) for n in opens if ")" in texts[n - first :]}
    return {n for n, end in closes.items() if _leads_to_person(tree, end + 1, last, name_at)}


def _leads_to_person(tree: Tree, first: int, last: int, name_at: NameAt) -> bool:
    """Whether nothing but plain nouns stands before the next person's name."""
    for index in range(first, last):
        mention = name_at(index)
        if mention and mention.kind == "person":
            return True
        if mention or tree.tokens[index].upos not in PLAIN_TAGS:
            return False
    return False


def _closing_person(tree: Tree, first: int, cut: int, name_at: NameAt) -> int | None:
    """The person whose name ends the first stretch, or stands in it before a preposition or relative clause."""
    named = dict.fromkeys(mention for index in range(first, cut) if (mention := name_at(index)))
    for mention in sorted(named, key=lambda mention: mention.kind != "person"):
        known = mention.kind in ("person", None) and mention.last <= cut
        if known and _is_closed(tree, mention, cut) and _leads(tree, first, mention, name_at):
            return mention.head
    return None


def _is_closed(tree: Tree, mention: Mention, cut: int) -> bool:
    """Whether after a name nothing follows in the stretch but a genitive, a preposition or a clause."""
    if tree.relation(mention.head) == "compound" and mention.last <= tree.tokens[mention.head].head < cut:
        return False
    after = mention.last
    if after < cut and tree.tokens[after].upos == "PART":
        return after + 1 >= cut
    return after >= cut or tree.tokens[after].upos in ("ADP", "VERB", "AUX", "PRON", "SCONJ", "PUNCT", "ADV")


def _leads(tree: Tree, first: int, mention: Mention, name_at: NameAt) -> bool:
    """Whether the words before a name can be its title: plain nouns, or all capitalised ("Secretary of State")."""
    words = tree.tokens[first : mention.first]
    if words and is_genitive(tree, mention.first - 1):
        owner = name_at(mention.first - 2)
        return owner is not None and owner.kind != "person"
    if all(_is_plain(tree, n) for n in range(first, mention.first)) and not _joins_names(tree, first, mention, name_at):
        return True
    if mention.kind is None and len(mention.name.keys) == 1 and not mention.name.address:
        return False  # the "State" of "the Secretary of State"
    if words and words[-1].text == ")" and any(names_role(tree, n) for n in range(first, mention.first)):
        return True
    if _is_led(tree, first, mention) or _is_of_body(tree, first, mention, name_at):
        return True
    capitals = all(_is_capital(tree, n) for n in range(first, mention.first))
    return capitals and len(words) > 1


def _is_of_body(tree: Tree, first: int, mention: Mention, name_at: NameAt) -> bool:
    """Whether a body and the role in it stand before a name: "Union of Ward Nurses" "chief" "Ann Hill"."""
    named = [n for n in range(first, mention.first) if (body := name_at(n)) and body.kind == "organization"]
    others = [n for n in range(first, mention.first) if n not in named]
    plain = all(_is_plain(tree, n) for n in others)
    return bool(named) and plain and bool(others) and others[-1] > named[-1] and names_role(tree, mention.first - 1)


def _is_capital(tree: Tree, index: int) -> bool:
    """Whether a word can stand in an office in capitals; "Attorneys for Hill" has one since it begins a sentence."""
    word = tree.tokens[index]
    opens = index == tree.document.sentences[tree.sentence_of[index]].first
    common = opens and word.upos == "NOUN" and is_plural(tree, index)
    return (word.text[:1].isupper() and not common) or word.text.casefold() in LINKING | BRACKETS


def _is_led(tree: Tree, first: int, mention: Mention) -> bool:
    """Whether an office that leads something stands before a name: "Leader of the opposition Ann Hill".

    The name of somebody else would follow a preposition or what that one is: "a lawyer for actor Ann Hill".
    """
    words = tree.tokens[first : mention.first]
    heads = [n for n in range(first, mention.first) if tree.tokens[n].upos == "ADP"][:1]
    tied = bool(heads) and tree.tokens[heads[0]].text in ("of", "in")
    led = tied and heads[0] > first and names_role(tree, heads[0] - 1)
    last = words[-1] if words else None
    thing = last is not None and last.upos == "NOUN" and kind_of(last.lemma.casefold(), False) != "unnamed"
    return led and thing and mention.kind == "person"


def _is_plain(tree: Tree, index: int) -> bool:
    """Whether a word can stand in a title, and be it in one with hyphens ("mother-of-three")."""
    word = tree.tokens[index]
    plain = word.upos in PLAIN_TAGS or word.upos in ("PUNCT", "CCONJ") or word.text.casefold() in OWNERS | NAMING
    return plain or (index > 0 and tree.tokens[index - 1].text in HYPHENS and tree.tokens[index - 1].end == word.start)


def _joins_names(tree: Tree, first: int, mention: Mention, name_at: NameAt) -> bool:
    """Whether an "and" before a name joins it to another name.

    In "his wife and current nominee" and "Orlin founder and chief executive" are two roles of one, in "Hill & Sons
    spokesman" it is in a name.
    """
    joins = [n for n in range(first, mention.first) if tree.tokens[n].upos == "CCONJ" and name_at(n) is None]
    if not joins or _joins_roles(tree, joins[-1], mention):
        return False
    return any(tree.tokens[n].upos == "PROPN" for n in range(first, joins[-1]))


def _bears_two(tree: Tree, first: int, mention: Mention) -> bool:
    """Whether two roles joined by "and" stand before a name."""
    joins = [n for n in range(first + 1, mention.first) if tree.tokens[n].upos == "CCONJ"]
    return len(joins) == 1 and _joins_roles(tree, joins[0], mention)


def _joins_roles(tree: Tree, join: int, mention: Mention) -> bool:
    """Whether an "and" before a name joins two roles of whoever bears it: no second article begins somebody else."""
    roles = names_role(tree, join - 1) and names_role(tree, mention.first - 1)
    return roles and tree.tokens[join + 1].upos != "DET"


def _fronted_person(tree: Tree, front: tuple[int, int], last: int, name_at: NameAt) -> int | None:
    """The person named after the comma in "Malaysia's prime minister, X", "An attorney for Y, X"."""
    first, cut = front
    if cut >= last or tree.tokens[cut].text != ",":
        return None
    head = _by_order(tree, first, cut)
    token = tree.tokens[head]
    owned = tree.tokens[first].text.casefold() in OWNERS
    counts = token.text.casefold() in COUNTING
    if name_at(head) or not (counts or token.upos in ("NOUN", "PROPN")):
        return None
    if kind_of(token.lemma.casefold(), False) != "unnamed" and not owned:
        return None
    end = next((n for n in range(cut + 1, last) if tree.tokens[n].text in CUTTING), last)
    return _closing_person(tree, cut + 1, end, name_at)


def _is_phrase(tree: Tree, first: int, last: int) -> bool:
    """Whether only one word of the range hangs on a word outside."""
    return sum(_hangs_outside(tree, n, first, last) for n in range(first, last)) == 1


def _hangs_outside(tree: Tree, index: int, first: int, last: int) -> bool:
    """Whether a word hangs on one outside the range; "last week" within "a report last week by Y" does not count."""
    plain = tree.tokens[index].upos != "PUNCT" and tree.tokens[index].deprel != "obl:unmarked"
    return plain and not first <= tree.tokens[index].head < last


def _by_tree(tree: Tree, first: int, last: int) -> int:
    head = next(n for n in range(first, last) if _hangs_outside(tree, n, first, last))
    return head if tree.tokens[head].upos in NOMINAL_TAGS else _by_order(tree, first, last)


def _by_order(tree: Tree, first: int, last: int) -> int:
    """The last noun before the first preposition, comma or verb; else the first nominal word; else the first word."""
    found = first
    for index in range(first, last):
        token = tree.tokens[index]
        if token.upos in ("ADP", "VERB", "AUX", "SCONJ", "CCONJ") or token.text in CUTTING:
            if tree.tokens[found].upos in NOMINAL_TAGS:
                break
        elif token.upos in ("NOUN", "PROPN", "PRON", "NUM") or tree.tokens[found].upos not in NOMINAL_TAGS:
            found = index
    return found
