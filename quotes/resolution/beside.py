"""Titles right before and right after a name.

The tree is asked first. Where it does not hold the phrase together (parsers often make a name and its title two
subjects of the verb) the order of the words decides: a title before a name is a run of nouns and adjectives, an
appositive begins after a comma and goes on to the next comma, verb or relative pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon import lexicon
from quotes.resolution.asides import behind_age_and_home, timed
from quotes.resolution.genitives import is_genitive
from quotes.resolution.growth import HYPHENS
from quotes.resolution.mentions import Mention
from quotes.resolution.names import key
from quotes.resolution.roles import LONGEST, OWNERS, QUOTATION, is_rank, names_role, title_of
from quotes.resolution.title import SILKS, Title
from quotes.tree import Tree

TRAILING_CLAUSES = ("acl:relcl", "parataxis", "list", "advcl", "advcl:relcl", "dep", "orphan")
TYING = ("case", "cc", "mark", "advmod", "det", "cop", "nsubj", "punct", "discourse", "aux")
"""Relations of words that tie a noun phrase to the sentence and are no part of a title."""

CUTTING = frozenset({":", ";", "”", "’", "»"})
"""Marks across which no title reaches: the headline "‘I was a waitress’: Ann Hill on grief"."""

NOW = frozenset({"now", "currently"})

RUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART", "X"})
CLAUSE_TAGS = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
PARTICIPLES = frozenset(
    {"managing", "acting", "commanding", "sitting", "founding", "presiding", "governing", "visiting", "leading"}
    | {
        "defending",
        "outgoing",
        "incoming",
        "ruling",
        "serving",
        "retired",
        "appointed",
        "elected",
        "disgraced",
        "ousted",
    }
)
"""Verbs in titles, which taggers take for those of a clause."""


def before(tree: Tree, mention: Mention) -> Iterator[Title]:
    """In "Japanese Prime Minister X", "Clinton campaign manager X", "Fox News' X", "lead author X", "Dr X"."""
    first = _phrase_start(tree, mention)
    title = title_of(tree, first, mention.first, "before")
    if title:
        yield title
    elif first < mention.first and is_genitive(tree, mention.first - 1):
        yield from _genitive(tree, first, mention.first)


def _phrase_start(tree: Tree, mention: Mention) -> int:
    """Where the noun phrase that a name ends begins."""
    top = head_noun(tree, mention)
    own = set(tree.near(top))
    first = mention.first
    while first > 0 and (
        _belongs(tree, first - 1, top, own)
        or _is_sibling(tree, first - 1, top)
        or (first < mention.first and _is_of_office(tree, first - 1))
    ):
        first -= 1
    while first > 0 and is_rank(tree, first - 1) and _is_torn_off(tree, first):
        first -= 1
    first -= 0 < first < mention.first and names_role(tree, first) and _is_participle(tree, first - 1)
    first = first - 2 if first > 1 and _is_stopped(tree, first) else first
    while first < mention.first - 1 and _is_apart(tree, first):
        first += 1
    return min(_body_start(tree, first, mention), _field_start(tree, mention.first))


def _body_start(tree: Tree, first: int, mention: Mention) -> int:
    """Where a title begins whose body, or its office from it, the tree tears apart: "Union of" "Nurses" "chair Ann"."""
    begin = end = first
    while begin > 0 and tree.entity_kind.get(begin - 1) == "organization":
        begin -= 1
    while end < mention.first and tree.entity_kind.get(end) == "organization":
        end += 1
    hung = begin <= tree.tokens[first].head < first < mention.first and tree.relation(first) == "compound"
    top = head_noun(tree, mention)
    added = begin <= tree.tokens[top].head < first <= top < mention.first and tree.relation(top) == "appos"
    return begin if end > first or hung or added else first


def _is_apart(tree: Tree, index: int) -> bool:
    """Whether a noun before an office in capitals has a preposition of its own: "After the hearing" "Constable X"."""
    noun = tree.tokens[index]
    common = noun.upos == "NOUN" and noun.text.islower() and not names_role(tree, index)
    office = names_role(tree, index + 1) and tree.tokens[index + 1].text[:1].isupper()
    return common and office and bool(tree.children(index, ("case",)))


def _is_participle(tree: Tree, index: int) -> bool:
    return tree.tokens[index].text.casefold() in PARTICIPLES


def _field_start(tree: Tree, name: int) -> int:
    """Where an office begins that tells its field, on whatever words the tree hangs it: "Minister for Housing X"."""
    n = name - 1
    while n > 0 and (tree.tokens[n].text[:1].isupper() or tree.tokens[n].text in ("and", "&")):
        n -= 1
    told = n > 0 and n < name - 1 and tree.tokens[n].text in ("for", "of") and names_role(tree, n - 1)
    office = told and tree.tokens[n - 1].text[:1].isupper()
    return n - 1 if office and all(tree.entity_kind.get(m) != "person" for m in range(n, name)) else name


def _is_stopped(tree: Tree, first: int) -> bool:
    """Whether a rank stands before a name whose stop was taken for the end of a sentence: "Ald" "." "Ann Hill"."""
    rank, stop = tree.tokens[first - 2 : first]
    return stop.text == "." and stop.start == rank.end and rank.text[:1].isupper() and is_rank(tree, first - 2)


def _is_of_office(tree: Tree, index: int) -> bool:
    """Whether an "of" stands within a capitalised office, on whatever word the tree hangs it: "Secretary of State"."""
    if tree.tokens[index].text != "of" or index == 0 or not names_role(tree, index - 1):
        return False
    return all(tree.tokens[n].text[:1].isupper() for n in (index - 1, index + 1))


def _is_torn_off(tree: Tree, first: int) -> bool:
    """Whether the rank before a name belongs to it against the tree; splitters end sentences at "Sen."."""
    rank = tree.tokens[first - 1].text
    together = tree.sentence_of[first - 1] == tree.sentence_of[first]
    return rank[:1].isupper() and (together or rank.endswith("."))


def head_noun(tree: Tree, mention: Mention) -> int:
    """The noun that a name hangs on without a comma ("director Ann Hill" may have either head), or the name's head."""
    head = tree.tokens[mention.head].head
    tied = ("flat", "appos", "compound", "nmod") if not tree.children(mention.head, ("case",)) else ("flat",)
    if 0 <= head < mention.first and tree.relation(mention.head) in tied:
        between = tree.tokens[head + 1 : mention.first]
        if not any(token.upos == "PUNCT" and token.text not in HYPHENS for token in between):
            return head
    return mention.head


def _belongs(tree: Tree, index: int, top: int, own: set[int]) -> bool:
    """Whether a word is part of the noun phrase and not what ties the phrase to the sentence."""
    token = tree.tokens[index]
    if token.upos == "PUNCT":
        return index in own and (token.text in HYPHENS or token.text in QUOTATION or token.text == ".")
    clause = token.upos in ("AUX", "VERB") and tree.relation(index) not in ("amod", "compound")
    clause = clause and not _is_participle(tree, index)
    return index in own and not clause and (token.head != top or tree.relation(index) not in TYING)


def _is_sibling(tree: Tree, index: int, top: int) -> bool:
    """Whether a word before belongs to a phrase in the very same relation to the same verb: one phrase cut in two."""
    token, above = tree.tokens[index], tree.tokens[top]
    if token.upos == "PUNCT" and not (token.text in HYPHENS and token.end == tree.tokens[index + 1].start):
        return False
    if token.upos not in RUN_TAGS | {"PUNCT"} or tree.sentence_of[index] != tree.sentence_of[top]:
        return False
    highest = _highest_before(tree, index, top)
    return highest != top and tree.tokens[highest].head == above.head and tree.tokens[highest].deprel == above.deprel


def _highest_before(tree: Tree, index: int, top: int) -> int:
    """The word that a word hangs on, directly or not, of those close before ``top``."""
    for _ in range(LONGEST):
        head = tree.tokens[index].head
        close = head == index - 1 if tree.tokens[index].upos == "PART" else index < head < top
        if not close:
            break
        index = head
    return index


def _genitive(tree: Tree, first: int, last: int) -> Iterator[Title]:
    """In "Fox News' Megyn Kelly" the body is an affiliation; a person's name is none."""
    words = range(first, last)
    if any(tree.entity_kind.get(n) == "organization" or _is_acronym(tree.tokens[n].text) for n in words):
        title = title_of(tree, first, last - 1, "affiliation")
        if title:
            yield title


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) > 1 and text.isalpha()


def after(tree: Tree, mention: Mention) -> Iterator[Title]:
    """In "X, a Japan expert and senior fellow at Y", "X, 45, of Leeds, a nurse", "Y's lawyer, X", "An aide to Y, X"."""
    yield from _appositives(tree, mention)
    yield from _fronted(tree, mention)
    yield from _fronted_by_order(tree, mention)
    yield from _appositive_by_order(tree, mention)
    yield from _silk(tree, mention)


def _silk(tree: Tree, mention: Mention) -> Iterator[Title]:
    """The letters of senior barristers, taken for the end of the name or not: "Samuel Whitlock KC"."""
    for index in range(mention.last - 1, min(mention.last + 1, len(tree.tokens))):
        word = tree.tokens[index].text
        title = title_of(tree, index, index + 1, "apposition") if word.isupper() and key(word) in SILKS else None
        if title:
            yield title


def _appositives(tree: Tree, mention: Mention) -> Iterator[Title]:
    """The appositives that the tree hangs on a name; behind "Ann Hill's" stands what she has, not what she is."""
    if mention.last < len(tree.tokens) and is_genitive(tree, mention.last):
        return
    heads = {mention.head, head_noun(tree, mention), *kin_before(tree, mention)}
    for child in sorted(child for head in heads for child in tree.children(head)):
        if child >= mention.last and _is_apposition(tree, child, mention):
            yield from appositive(tree, child, mention.last, len(tree.tokens))


def _is_now(tree: Tree, child: int, mention: Mention) -> bool:
    """Whether a second appositive tells what somebody is today: "X, once a clerk and now secretary of state,"."""
    told = {tree.tokens[n].text.casefold() for n in tree.children(child, ("advmod",))}
    joined = tree.relation(child) == "conj" and bool(told & NOW)
    return joined and names_role(tree, child) and tree.tokens[mention.last].text == ","


def kin_before(tree: Tree, mention: Mention) -> list[int]:
    """The relative that a name is an apposition of: trees hang on it what follows, "his wife, Ann Hill, a nurse,"."""
    above = tree.tokens[mention.head].head
    kin = tree.relation(mention.head) == "appos" and 0 <= above < mention.first
    return [above] if kin and lexicon().is_family(tree.tokens[above].lemma) else []


def is_cut(tree: Tree, first: int, last: int) -> bool:
    """Whether a mark stands between two words, in this order, across which no title reaches."""
    return any(token.text in CUTTING for token in tree.tokens[first:last])


def _fronted(tree: Tree, mention: Mention) -> Iterator[Title]:
    """The noun phrase that the name itself is an appositive of."""
    above = tree.tokens[mention.head].head
    tied = 0 <= above < mention.first and tree.relation(mention.head) == "appos"
    if tied and not is_cut(tree, above, mention.first) and above != head_noun(tree, mention):
        yield from appositive(tree, _office_of(tree, above), 0, mention.first)


def _office_of(tree: Tree, noun: int) -> int:
    """Who is meant by an appositive of a body: "the chief executive of the trust, Ann Hill" is the executive's name."""
    office = tree.tokens[noun].head
    belongs = tree.relation(noun) == "nmod" and 0 <= office < noun
    return office if belongs and not names_role(tree, noun) and names_role(tree, office) else noun


def _fronted_by_order(tree: Tree, mention: Mention) -> Iterator[Title]:
    """A definite phrase that ends in a role before a comma and a name set off: "the nominee, X,", "Y's coach, X,"."""
    comma = mention.first - 1
    closed = mention.last < len(tree.tokens) and tree.tokens[mention.last].upos == "PUNCT"
    if comma < 1 or tree.tokens[comma].text != "," or not closed or not names_role(tree, comma - 1):
        return
    first = comma - 1
    while first > 0 and tree.tokens[first - 1].upos in RUN_TAGS:
        first -= 1
    owned = any(is_genitive(tree, n) for n in range(first, comma))
    if owned or (first > 0 and tree.tokens[first - 1].text.casefold() in ("the", "a", "an", *OWNERS)):
        title = title_of(tree, first, comma, "apposition")
        if title:
            yield title


def _is_apposition(tree: Tree, child: int, mention: Mention) -> bool:
    """An appositive, or what the parser took for an item of a list although a comma and no "and" begin it."""
    starts = tree.near(child)[0]
    if starts < mention.last or any(token.text in (":", ";") for token in tree.tokens[mention.last : child]):
        return False
    if tree.relation(child) == "appos":
        return True
    if _is_now(tree, child, mention):
        return True
    joined = tree.relation(child) in ("conj", "list", "parataxis", "dep", "nmod")
    comma = tree.tokens[starts - 1].text == ","
    return joined and comma and not tree.children(child, ("cc", "case", "cop", "nsubj")) and names_role(tree, child)


def appositive(tree: Tree, head: int, lowest: int, limit: int) -> Iterator[Title]:
    """The noun phrase of an appositive between two words, without relative clauses; then its own appositives."""
    if tree.tokens[head].upos not in ("NOUN", "PROPN", "ADJ"):
        return
    tied = {n for child in tree.children(head, TYING) if child < head for n in tree.near(child)}
    articles = set(tree.children(head, ("det",)))
    left_out = (tied - articles) | timed(tree, head)
    lowest = max(lowest, *articles, 0)  # "of St. Clair, the ranking Democrat": what is before hangs there by mistake
    members = [n for n in tree.near(head, (*TRAILING_CLAUSES, "appos")) if lowest <= n < limit and n not in left_out]
    related = not _has_role_head(tree, head) and lexicon().is_family(tree.tokens[head].lemma)
    title = title_of(tree, *unbroken(members, head, tree), "family" if related else "apposition")
    if title and (related or _has_role_head(tree, head)):
        yield title
    for child in tree.children(head, ("appos",)):
        if head < child < limit:
            yield from appositive(tree, child, max(lowest, head + 1), limit)


def _has_role_head(tree: Tree, head: int) -> bool:
    """Whether the head of a noun phrase, or a noun coordinated with it, names a role ("expert and senior fellow")."""
    return any(names_role(tree, noun) for noun in (head, *tree.children(head, ("conj", "flat"))))


def unbroken(members: list[int], head: int, tree: Tree) -> tuple[int, int]:
    """The token range around a head that its members and the marks between them fill."""
    own = set(members)
    first = last = head
    while first - 1 in own or (first - 2 in own and tree.tokens[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in own or (last + 2 in own and tree.tokens[last + 1].upos == "PUNCT"):
        last += 1
    return first, last + 1


def _appositive_by_order(tree: Tree, mention: Mention) -> Iterator[Title]:
    """After a comma: a noun phrase whose first run of nouns ends in a role, up to the next comma, verb or pronoun."""
    limit = tree.document.sentences[tree.sentence_of[mention.first]].last
    start = behind_age_and_home(tree, mention.last, limit) + 1
    start += start < limit and tree.tokens[start].text in NOW
    if start >= limit or tree.tokens[mention.last].text != ",":
        return
    last = start
    while last < limit and not _ends_apposition(tree, last):
        last += 1
    run = start
    while run < last and tree.tokens[run].upos in RUN_TAGS | {"DET", "PUNCT"}:
        run += 1
    closed = last < limit and tree.tokens[last].upos != "CCONJ" and not _acts(tree, run - 1, last)
    if closed and run > start and names_role(tree, run - 1):
        title = title_of(tree, start, last, "apposition")
        if title:
            yield title


def _acts(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun is the subject of the verb right behind it: "X, the coach said, had begged to play"."""
    return tree.tokens[noun].head == verb and tree.relation(noun).startswith("nsubj")


def _ends_apposition(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.upos == "PUNCT" or token.text in ("who", "which", "whose"):
        return token.text not in HYPHENS and token.text not in QUOTATION
    participle = token.upos == "VERB" and token.text.casefold().endswith(("ing", "ed"))
    return token.upos in CLAUSE_TAGS and not participle and not lexicon().is_role(token.lemma)
