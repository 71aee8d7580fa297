"""Joint speakers: the heads of the names and nouns that are coordinated in a source."""

from __future__ import annotations

from collections.abc import Callable

from quotes.lexicon import lexicon
from quotes.resolution.mentions import Mention
from quotes.resolution.names import key
from quotes.tree import Tree

NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
COORDINATORS = frozenset({"and", "&"})
TITLE_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "DET"})

NameAt = Callable[[int], Mention | None]
Extent = tuple[int, int]


def joint_parts(tree: Tree, extent: Extent, head: int, name_at: NameAt) -> list[Extent]:
    """The parts of a source in the token range ``extent`` that turns on ``head``: one, or each of the coordinated ones.

    Names are split where "and" or a comma follows them at once; nouns where the tree says so. A name that stands in
    apposition to coordinated nouns is one person with two roles ("president and founder Ann Hill").
    """
    mention = _name_of(tree, head, name_at)
    parts = _by_order(tree, extent, mention, name_at) if mention else _by_tree(tree, extent, head)
    return parts if len(parts) > 1 else [extent]


def paired(tree: Tree, last: int) -> list[int]:
    """The heads of "A and B" or "A, B and C" whose last is this word and which are the subject; else nothing."""
    head = tree.tokens[last].head
    if tree.relation(last) != "conj" or not 0 <= head < last or tree.relation(head) != "nsubj":
        return []
    joined = {tree.tokens[n].text.casefold() for n in tree.children(last, ("cc",))}
    if not joined or not joined <= COORDINATORS:
        return []
    heads = [head, *tree.children(head, ("conj",))]
    return heads if heads[-1] == last else []


def _name_of(tree: Tree, head: int, name_at: NameAt) -> Mention | None:
    """The name that a head word is part of or a title of."""
    words = (head, *tree.children(head, ("flat",)))
    return next((mention for word in words if (mention := name_at(word))), None)


def _by_order(tree: Tree, extent: Extent, mention: Mention | None, name_at: NameAt) -> list[Extent]:
    """In "A and B", "A, B and C", "A and other members": each name up to the mark after it, the rest after "and"."""
    first, last = extent
    parts: list[Extent] = []
    while mention is not None and mention.last < last:
        after = mention.last
        parts.append((first, after))
        if tree.tokens[after].text.casefold() in COORDINATORS and after + 1 < last:
            return [*parts, (after + 1, last)]
        if tree.tokens[after].text != ",":
            return []
        first, mention = after + 1, _next_name(tree, after + 1, last, name_at)
    return []


def _next_name(tree: Tree, first: int, last: int, name_at: NameAt) -> Mention | None:
    """The name that begins here, or after its article and titles."""
    for index in range(first, last):
        mention = name_at(index)
        if mention is not None:
            return mention
        if tree.tokens[index].upos not in TITLE_TAGS:
            return None
    return None


def _by_tree(tree: Tree, extent: Extent, head: int) -> list[Extent]:
    first, last = extent
    joining = (n for n in tree.children(head, ("conj",)) if first <= n < last and _stands_alone(tree, n))
    heads = [n for n in joining if not _is_of_clause(tree, head, n)]
    joined = {tree.tokens[n].text.casefold() for h in heads for n in tree.children(h, ("cc",))}
    if not joined & COORDINATORS:
        return []
    starts = [first, *(_start(tree, h, first) for h in heads)]
    return [(start, _end(tree, starts, n, last)) for n, start in enumerate(starts)]


def _is_of_clause(tree: Tree, head: int, index: int) -> bool:
    """Whether a thing belongs to the clause before it: "A carer who spent it on cruises and a hot tub"."""
    clause = any(head < n < index and tree.tokens[n].deprel == "acl:relcl" for n in tree.children(head))
    return clause and tree.tokens[index].upos == "NOUN" and not lexicon().is_person(tree.tokens[index].lemma)


def _stands_alone(tree: Tree, index: int) -> bool:
    word = key(tree.tokens[index].text)
    return tree.tokens[index].upos in NOMINAL_TAGS and word not in lexicon().honorifics


def _start(tree: Tree, head: int, lowest: int) -> int:
    """Where a conjunct begins, its coordinator and comma left out."""
    return max(lowest, min(n for n in tree.near(head, ("cc", "punct")) if n >= lowest))


def _end(tree: Tree, starts: list[int], number: int, last: int) -> int:
    """Where a conjunct ends: before the coordinator or comma of the next."""
    if number + 1 == len(starts):
        return last
    end = starts[number + 1]
    while end > starts[number] + 1 and (tree.tokens[end - 1].upos in ("PUNCT", "CCONJ")):
        end -= 1
    return end
