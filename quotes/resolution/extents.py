"""How far a noun phrase goes: what belongs to it, and what only adds to it."""

from __future__ import annotations

from quotes.lexicon import lexicon
from quotes.records import Token
from quotes.resolution.genitives import CLITICS
from quotes.tree import Tree

EXAMPLES = frozenset(
    {"such", "including", "like", "as", "than", "since", "during", "before", "after", "until", "despite"}
)
"""Prepositions whose phrases give examples or circumstances, not what is meant."""

CLAUSES = ("acl", "acl:relcl", "appos", "parataxis", "list", "dep", "advcl", "advcl:relcl", "orphan")
"""Relations of what only adds to a noun phrase."""

TYING = frozenset({"nsubj", "cop", "aux", "mark", "case", "cc", "advmod", "expl", "discourse"})
"""Relations of words that tie a noun phrase to the sentence, or belong to it as a predicate."""

CUT = TYING | {"conj"}


def extent(tree: Tree, index: int) -> tuple[int, int]:
    """The tokens of a noun phrase without what only adds to it: clauses, appositives, examples."""
    children = tree.children(index)
    cut = {n for n in children if not _is_added(tree, index, n)}
    cut = {n for n in cut if _gives_example(tree, n) or _tells_when(tree, n) or tree.relation(n) in CUT}
    kept = set(tree.near(index, ("punct", *CLAUSES)))
    for name in (child for word in kept - {index} for child in tree.children(word, ("appos",))):
        if _calls(tree, name):
            kept = kept | set(tree.near(name, ("punct", *CLAUSES)))
    if _is_compound(tree, index - 1, index):
        kept |= set(tree.near(index - 1, ("punct", *CLAUSES)))
    kept |= {n for child in children if _is_added(tree, index, child) for n in tree.near(child, CLAUSES)}
    for child in cut | {n for n in kept if _ties(tree, n, index)}:
        kept -= set(tree.near(child))
    first = last = index
    while first - 1 in kept or _joins(tree, first - 1, kept, -1):
        first -= 1
    while last + 1 in kept or _joins(tree, last + 1, kept, 1):
        last += 1
    return tree.trimmed(_with_owner(tree, _from_article(tree, index, first)), last + 1)


def _ties(tree: Tree, word: int, index: int) -> bool:
    """Whether a word before a phrase ties it to the sentence, though it hangs lower: "according to" two of them."""
    return word < index < tree.tokens[word].head and tree.relation(word) in ("case", "mark")


def _with_owner(tree: Tree, first: int) -> int:
    """Where a noun phrase begins behind a genitive that the tree gives to the verb: "Ann Hill's campaign"."""
    if first < 2 or tree.tokens[first - 1].text not in CLITICS or tree.tokens[first - 2].upos != "PROPN":
        return first
    first -= 2
    while (
        first > 0 and tree.tokens[first - 1].upos == "PROPN" and tree.sentence_of[first - 1] == tree.sentence_of[first]
    ):
        first -= 1
    return first


def _from_article(tree: Tree, index: int, first: int) -> int:
    """Where a noun phrase begins whose article the tree ties to it but not a name between: "the Gannett chain"."""
    article = min(tree.children(index, ("det",)), default=first)
    between = tree.tokens[article + 1 : first]
    return article if between and all(token.upos in ("PROPN", "NOUN", "ADJ") for token in between) else first


def _calls(tree: Tree, name: int) -> bool:
    """Whether an apposition is the name that its noun needs: "the journal Nature", with no mark between."""
    own, head = tree.near(name), tree.tokens[name].head
    return tree.tokens[name].upos == "PROPN" and own[0] == head + 1


def _is_added(tree: Tree, index: int, child: int) -> bool:
    """Whether an adjective right behind a noun says which one is meant: "a diplomat close to the talks"."""
    behind = child == index + 1 and tree.tokens[child].upos == "ADJ"
    return behind and bool(tree.children(child, ("obl", "nmod", "advcl", "xcomp")))


def _is_compound(tree: Tree, before: int, index: int) -> bool:
    """Whether a noun at once before another is part of it, though the tree gives the verb both as its subject."""
    if before < 0 or tree.relation(index) != "nsubj":
        return False
    one, other = tree.tokens[before], tree.tokens[index]
    return one.upos in ("NOUN", "PROPN") and (one.head, one.deprel) == (other.head, other.deprel)


def _joins(tree: Tree, index: int, kept: set[int], step: int) -> bool:
    """Whether a mark stands between two kept words: hyphens, commas in a list, quotation marks, a genitive's."""
    if not 0 <= index + step < len(tree.tokens) or index < 0 or tree.tokens[index].upos not in ("PUNCT", "PART"):
        return False
    set_off = tree.tokens[index].text == "," and tree.tokens[index + 1].upos in ("DET", "ADP")
    return index + step in kept and not set_off


def _gives_example(tree: Tree, child: int) -> bool:
    cases = tree.children(child, ("case", "mark"))
    return bool(cases) and tree.tokens[cases[0]].text.casefold() in EXAMPLES


def _tells_when(tree: Tree, child: int) -> bool:
    """Whether a phrase behind a noun only dates it ("in 2015", "from Friday")."""
    dated = is_date(tree.tokens[child])
    return dated and (not tree.tokens[child].text.isdigit() or bool(tree.children(child, ("case",))))


def is_date(token: Token) -> bool:
    """Whether a word is a weekday, a month or a year."""
    word = token.text.casefold()
    return word in lexicon().calendar or (word.isdigit() and len(word) == 4)
