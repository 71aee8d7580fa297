"""The titles that the article gives beside one mention of a name.

Each way of giving one is a small function ``(tree, mention) -> titles``: before the name, in apposition, as a predicate,
as an affiliation, as a party tag. A title is always a stretch of the article, without leading articles and possessive
pronouns and without Mr, Mrs, Ms and Miss.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from quotes.lexicon import lexicon
from quotes.mentions import Mention
from quotes.names import key
from quotes.tree import Tree

Form = Literal["apposition", "before", "predicate", "description", "affiliation", "rank", "party", "family"]

WEIGHTS: dict[Form, float] = {
    "apposition": 3.0,
    "before": 2.8,
    "predicate": 2.2,
    "description": 1.5,
    "affiliation": 1.4,
    "rank": 1.3,
    "party": 0.8,
    "family": 0.2,
}
"""How far each form is trusted to be the role the article means."""

WORD_WEIGHT = 0.1
"""What each further word of a title adds (the more complete one is preferred) up to ``FULL`` words."""
FULL = 10
LONGEST = 40
"""No title is longer, in tokens: what is, is a parsing error."""

ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "one", "another", "this", "that"})
AFFILIATING = frozenset({"of", "from", "at", "with", "for"})
TRAILING_CLAUSES = ("acl:relcl", "parataxis", "list", "advcl", "advcl:relcl", "dep", "orphan")
PARTY = re.compile(r"\s*,?\s*[(\[]\s*((?:[RDI]|Lab|Con|Lib Dem|SNP|Green)[-–. ,][^)\]]{1,24})[)\]]|,\s*([RDI]-[A-Z][\w.]*)")
LEADING_MARKS = "\"“”‘’'«»„,;:()[]–— "


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it stands in the article, the way it is given, and the nouns in it that name a role (lemmas)."""

    text: str
    form: Form
    roles: frozenset[str]

    @property
    def worth(self) -> float:
        """How complete and how sure it is."""
        return WEIGHTS[self.form] + WORD_WEIGHT * min(FULL, len(self.text.split()))


def titles(tree: Tree, mention: Mention) -> list[Title]:
    """Every title beside one mention."""
    found = [*_before(tree, mention), *_after(tree, mention), *_predicates(tree, mention)]
    return [*found, *_affiliations(tree, mention), *_party(tree, mention)]


def best(candidates: Iterable[Title]) -> Title | None:
    """The most complete and surest of several titles; of equals the first."""
    return max(candidates, key=lambda title: title.worth, default=None)


def title_of(tree: Tree, first: int, last: int, form: Form) -> Title | None:
    """The title in a token range, trimmed; None where it names no role and is no affiliation."""
    first, last = _core(tree, first, last)
    if first >= last or last - first > LONGEST:
        return None
    nouns = [n for n in range(first, last) if _names_role(tree, n)]
    roles = frozenset(_role(tree, n) for n in nouns)
    if form == "affiliation":
        return Title(_text(tree, first, last), form, roles)
    if not nouns:
        return _family(tree, first, last)
    if all(_is_rank(tree, n) for n in range(first, last) if tree.tokens[n].upos != "PUNCT"):
        form = "rank"
    return Title(_text(tree, first, last), form, roles)


def _core(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Without articles, marks, a relative before "and" ("wife and current nominee"), and forms of address."""
    tokens, words = tree.tokens, lexicon()
    while first < last and (tokens[first].text.casefold() in ARTICLES or tokens[first].text in LEADING_MARKS):
        first += 1
    while first < last and (key(tokens[last - 1].text) in words.honorifics or _is_edge(tokens[last - 1].text)):
        last -= 1
    if last - first > 2 and words.is_family(tokens[first].lemma) and tokens[first + 1].text == "and":
        return _core(tree, first + 2, last)
    return first, last


def _is_edge(text: str) -> bool:
    return text in LEADING_MARKS or text in ("-", "--")


def _text(tree: Tree, first: int, last: int) -> str:
    return " ".join(tree.text(first, last).split()).strip(LEADING_MARKS)


def _family(tree: Tree, first: int, last: int) -> Title | None:
    named = [n for n in range(first, last) if lexicon().is_family(tree.tokens[n].lemma)]
    return Title(_text(tree, first, last), "family", frozenset(tree.tokens[n].lemma for n in named)) if named else None


def _names_role(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.upos not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    return lexicon().is_role(token.lemma) or lexicon().is_role(token.text) or _is_rank(tree, index)


def _is_rank(tree: Tree, index: int) -> bool:
    return key(tree.tokens[index].text) in lexicon().ranks


def _role(tree: Tree, index: int) -> str:
    """The lemma of a role noun, abbreviations spelt out ("Sen." -> "senator")."""
    word = key(tree.tokens[index].text)
    return lexicon().rank_nouns.get(word, tree.tokens[index].lemma.casefold().rstrip("."))


def _top(tree: Tree, mention: Mention) -> int:
    """The noun that a name hangs on without a comma ("director Ann Hill" may be headed by either), or the name's head."""
    head = tree.tokens[mention.head].head
    if 0 <= head < mention.first and tree.relation(mention.head) in ("flat", "appos", "compound"):
        between = tree.tokens[head + 1 : mention.first]
        if not any(token.text in (",", ";", ":", "(") for token in between):
            return head
    return mention.head


def _before(tree: Tree, mention: Mention) -> Iterator[Title]:
    """ "Japanese Prime Minister X", "Clinton campaign manager X", "Fox News' X", "lead author X", "Dr X"."""
    top = _top(tree, mention)
    own = set(tree.subtree(top))
    first = mention.first
    while first > 0 and _stands_before(tree, first - 1, top, own):
        first -= 1
    first = _split_rank(tree, first, mention.first)
    title = title_of(tree, first, mention.first, "before")
    if title:
        yield title
    elif first < mention.first and _ends_in_genitive(tree, mention.first):
        yield from _genitive(tree, first, mention.first)


def _split_rank(tree: Tree, first: int, last: int) -> int:
    """Takes in a rank that the sentence splitter or tagger has torn from the name ("Sen." at a sentence's end)."""
    if first == last and last > 0 and _is_rank(tree, last - 1) and tree.tokens[last - 1].text[:1].isupper():
        return last - 1
    return first


def _stands_before(tree: Tree, index: int, top: int, own: set[int]) -> bool:
    """Whether a word belongs to the noun phrase of a name and not to what ties the phrase to the sentence."""
    token = tree.tokens[index]
    if index not in own:
        return False
    if token.upos == "PUNCT":
        return token.text in "-–." or token.text in LEADING_MARKS and token.text != "," and token.text not in ":;()"
    return token.head != top or tree.relation(index) not in ("case", "cc", "mark", "advmod", "det", "conj", "cop", "nsubj")


def _ends_in_genitive(tree: Tree, last: int) -> bool:
    return tree.tokens[last - 1].upos == "PART" or tree.tokens[last - 1].text in ("'", "’")


def _genitive(tree: Tree, first: int, last: int) -> Iterator[Title]:
    """ "Fox News' Megyn Kelly": the body as an affiliation; never a person's name."""
    if any(tree.entity_kind.get(index) == "organization" for index in range(first, last)):
        title = title_of(tree, first, last - 1, "affiliation")
        if title:
            yield title


def _after(tree: Tree, mention: Mention) -> Iterator[Title]:
    """ "X, a Japan expert and senior fellow at Y", "X, 45, of Leeds, a nurse"; and "Y's lawyer, X", "An aide to Y, X"."""
    heads = {mention.head, _top(tree, mention)}
    for child in sorted(child for head in heads for child in tree.children(head)):
        if child >= mention.last and _is_apposition(tree, child):
            yield from _appositive(tree, child, mention.last, len(tree.tokens))
    above = tree.tokens[mention.head].head
    if 0 <= above < mention.first and tree.relation(mention.head) == "appos" and above not in heads:
        yield from _appositive(tree, above, 0, mention.first)


def _is_apposition(tree: Tree, child: int) -> bool:
    """An appositive, or what the parser took for an item of a list although a comma and an article begin it."""
    if tree.relation(child) == "appos":
        return True
    joined = tree.relation(child) in ("conj", "list", "parataxis", "dep", "nmod")
    starts = tree.subtree(child)[0]
    comma = starts > 0 and tree.tokens[starts - 1].text == ","
    return joined and comma and not tree.children(child, ("cc", "case", "cop", "nsubj")) and _names_role(tree, child)


def _appositive(tree: Tree, head: int, lowest: int, limit: int) -> Iterator[Title]:
    """The noun phrase of an appositive within ``lowest`` and ``limit``, without relative clauses; its own appositives too."""
    if tree.tokens[head].upos not in ("NOUN", "PROPN", "ADJ"):
        return
    members = [n for n in tree.subtree(head, (*TRAILING_CLAUSES, "appos")) if lowest <= n < limit]
    first, last = _unbroken(tree, members, head)
    title = title_of(tree, first, last, "apposition")
    if title and (_has_role_head(tree, head) or title.form == "family"):
        yield title
    for child in tree.children(head, ("appos",)):
        if child > head:
            yield from _appositive(tree, child, max(lowest, head + 1), limit)
    yield from _predicates_of(tree, head, limit)


def _has_role_head(tree: Tree, head: int) -> bool:
    """Whether the head of a noun phrase, or a noun coordinated with it, names a role ("expert and senior fellow")."""
    nouns = [head, *tree.children(head, ("conj", "flat"))]
    return any(_names_role(tree, noun) for noun in nouns)


def _unbroken(tree: Tree, members: list[int], head: int) -> tuple[int, int]:
    """The token range around a head that its members and the marks between them fill."""
    own = set(members)
    first = last = head
    while first - 1 in own or (first - 2 in own and tree.tokens[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in own or (last + 2 in own and tree.tokens[last + 1].upos == "PUNCT"):
        last += 1
    return first, last + 1


def _predicates(tree: Tree, mention: Mention) -> Iterator[Title]:
    """ "X is the president of Y", "X, who is the president of Y,"."""
    above = tree.tokens[mention.head].head
    if above >= 0 and tree.tokens[mention.head].deprel == "nsubj":
        yield from _predicate(tree, above)
    yield from _predicates_of(tree, mention.head, len(tree.tokens))


def _predicates_of(tree: Tree, head: int, limit: int) -> Iterator[Title]:
    """The predicates of the relative clauses of a noun: "who is the president of Y"."""
    for clause in tree.children(head):
        if tree.tokens[clause].deprel == "acl:relcl" and clause < limit and _has_subject_who(tree, clause):
            yield from _predicate(tree, clause)


def _has_subject_who(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[child].text.casefold() == "who" for child in tree.children(clause, ("nsubj",)))


def _predicate(tree: Tree, noun: int) -> Iterator[Title]:
    """The role noun after "is" or "was", unless it is denied, conditional or a mere opinion in a subordinate clause."""
    copulas = tree.children(noun, ("cop",))
    if tree.tokens[noun].upos not in ("NOUN", "PROPN") or not copulas or not _names_role(tree, noun):
        return
    if tree.children(noun, ("mark", "aux")) or any(tree.tokens[n].lemma in ("not", "never") for n in tree.children(noun)):
        return
    cut = ("nsubj", "cop", "advmod", "obl", "punct", "conj", "cc", "ccomp", "discourse", "expl", *TRAILING_CLAUSES, "acl")
    first, last = _unbroken(tree, [n for n in tree.subtree(noun, cut) if n > copulas[-1]], noun)
    title = title_of(tree, first, last, "predicate")
    if title and title.form != "family":
        yield title


def _affiliations(tree: Tree, mention: Mention) -> Iterator[Title]:
    """ "X of the US National Heart Institute", "X, from Carleton University": a body, never a mere place."""
    for child in tree.children(mention.head, ("nmod", "obl")):
        cases = tree.children(child, ("case",))
        if child >= mention.last and cases and tree.tokens[cases[0]].text.casefold() in AFFILIATING:
            members = tree.subtree(child, (*TRAILING_CLAUSES, "case", "appos"))
            if any(tree.entity_kind.get(n) == "organization" or _is_body(tree, n) for n in members):
                first, last = _unbroken(tree, tree.subtree(child, (*TRAILING_CLAUSES, "appos")), child)
                title = title_of(tree, max(first, cases[-1] + 1), last, "affiliation")
                if title:
                    yield title


def _is_body(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos == "PROPN" and key(token.text) in lexicon().body_words


def _party(tree: Tree, mention: Mention) -> Iterator[Title]:
    """ "(R-Ohio)" and ", D-Mo.," right after the name."""
    match = PARTY.match(tree.document.text, tree.tokens[mention.last - 1].end)
    if match:
        yield Title((match.group(1) or match.group(2)).strip(), "party", frozenset())
