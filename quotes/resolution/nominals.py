"""Noun phrases without a name: what they describe (person, group, body, document) and their shortest clear form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.lexicon import AGENT_ENDINGS, Gender, Lexicon, lexicon
from quotes.records import SpeakerKind, Token
from quotes.resolution.extents import EXAMPLES, extent, is_date
from quotes.resolution.initials import spelt_out
from quotes.resolution.names import key
from quotes.resolution.short_forms import short_form
from quotes.tree import Tree

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
INDEFINITE = frozenset({"a", "an", "some", "any", "one", "another", "no", "every", "each"})

QUANTITIES = (
    frozenset(
        {"number", "lot", "handful", "majority", "minority", "dozen", "dozens", "hundred", "hundreds", "thousand"}
    )
    | {"thousands", "million", "millions", "couple", "percent", "percentage", "rest", "series", "plenty", "score"}
    | {"scores", "range", "variety", "half", "third", "thirds", "quarter", "quarters", "share", "proportion"}
)
"""Nouns that count what stands after their "of": "a number of members" speaks of members."""


IRREGULAR_PLURALS = frozenset({"people", "men", "women", "children", "police", "data", "media", "folks"})
SINGULARS = {"men": "man", "women": "woman", "children": "child", "wives": "wife"}
"""Plurals whose lemma models get wrong at times."""

AT_LAW = frozenset({"defendant", "suspect", "accused", "plaintiff", "accuser"})
"""What somebody is called in a trial."""

ANYBODY = frozenset({"member", "person", "one", "other"})
"""Nouns that by themselves are for whoever belongs to something; a council member is somebody."""

VAGUE = frozenset(
    {"source", "insider", "individual", "critic", "user", "poster", "commenter", "voter", "caller"}
    | {"viewer", "reader", "opponent", "rival", "supporter", "commentator", "participant", "respondent"}
)
"""What anybody may be: such a noun tells nothing new of somebody just named."""

AGE_WORDS = 5
"""Tokens before the "old" of an age: "84-year-"."""

AGED = frozenset({"old", "teenager", "teen", "toddler", "pensioner", "septuagenarian", "octogenarian", "nonagenarian"})
"""Nouns that say only how old somebody is; "old" is the end of "26-year-old"."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A described entity: head word, its lemma, kind, short form, definiteness, number, gender, describing words.

    ``limited``: a phrase tells which one is meant, ``seated``: whom they stand for, ``counting``: of how many.
    ``home`` are those of the describing words that only tell where it is from: "Leeds-based", "Swedish".
    """

    head: int
    noun: str
    kind: SpeakerKind
    text: str
    definite: bool
    indefinite: bool
    plural: bool
    gender: Gender | None
    modifiers: frozenset[str]
    possessed: bool = False
    limited: bool = False
    seated: bool = False
    counting: bool = False
    home: frozenset[str] = frozenset()


def nominal(
    tree: Tree, index: int, within: tuple[int, int] | None = None, said: Callable[[int], bool] = lambda index: False
) -> Nominal | None:
    """The description with this head word, or None where the word is no noun.

    ``within``: the tokens of the source that it heads, which may know better than the tree how far the phrase goes;
    ``said`` tells of a word whether this source says it: no speaker's name goes on into what they say.
    """
    token = tree.tokens[index]
    if token.upos not in ("NOUN", "PROPN", "NUM", "DET", "ADJ", "PRON", "X", "SYM"):
        return None
    told = counted(tree, index)
    plural = is_plural(tree, told) or told != index
    first, last = extent(tree, told)
    first = told if told != index and token.upos == "NUM" else first
    last = _stretched(tree, last, within) if within else last
    last = within[1] if within and any(said(n) for n in range(within[1], last)) else last
    office = spelt_out(tree.tokens[told].text)
    noun = office[0] if office else singular(tree.tokens[told])
    determiners = _determiners(tree, index)
    limits = [child for child in tree.children(index, ("nmod", "acl", "appos")) if not _is_set_off(tree, child)]
    return Nominal(
        head=index,
        noun=noun,
        kind="group" if plural and token.upos == "NUM" else kind_of(noun, plural),
        text=short_form(tree, first, last),
        definite=bool(DEFINITE & determiners) or _is_possessed(tree, index),
        indefinite=bool(INDEFINITE & determiners),
        plural=plural,
        gender=None if plural else lexicon().gender(noun),
        modifiers=_modifiers(tree, told) | (determiners & {"both"}) | set(office[1:] if office else ()),
        possessed=_is_possessed(tree, index),
        limited=bool(limits),
        seated=bool(limits) and all(_is_seat(tree, child) for child in limits),
        counting=bool(limits) and all(tree.tokens[child].upos == "NUM" for child in limits),
        home=_home(tree, first, told),
    )


def _home(tree: Tree, first: int, last: int) -> frozenset[str]:
    """The words before a noun that tell where somebody or something is from."""
    texts = [key(token.text) for token in tree.tokens[first:last]]
    based = texts.index("based") if "based" in texts else 0
    return frozenset(n for n in texts if n in lexicon().demonyms) | frozenset(texts[: based + 1] if based else ())


def _is_seat(tree: Tree, child: int) -> bool:
    """Whether a phrase says whom somebody stands for: "the senator from Texas", "the MP for Leeds"."""
    cases = {tree.tokens[case].text.casefold() for case in tree.children(child, ("case",))}
    return tree.relation(child) == "nmod" and tree.tokens[child].upos == "PROPN" and bool(cases & {"from", "for"})


def _is_set_off(tree: Tree, child: int) -> bool:
    """Whether a comma stands before what is told of a noun: it only adds, and does not say which one is meant."""
    first = tree.near(child)[0]
    return tree.tokens[first].text == "," or (first > 0 and tree.tokens[first - 1].text == ",")


def _stretched(tree: Tree, last: int, within: tuple[int, int]) -> int:
    """The end of the source, if only a prepositional phrase that the tree gives the verb is between."""
    rest = tree.tokens[last : within[1]]
    plain = all(token.upos in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART") for token in rest)
    preposition = rest[0] if rest else None
    tied = preposition is not None and preposition.upos == "ADP" and preposition.text.casefold() not in EXAMPLES
    return within[1] if plain and tied and not any(is_date(token) for token in rest) else last


def counted(tree: Tree, index: int) -> int:
    """What a quantity counts: "members" in "a number of members"; the word itself if it is no quantity."""
    if tree.tokens[index].upos == "NUM":
        return _out_of(tree, index)
    if tree.tokens[index].lemma.casefold() not in QUANTITIES:
        return index
    counts = (child for child in tree.children(index, ("nmod",)) if child > index and _has_of(tree, child))
    return next(counts, index)


def _out_of(tree: Tree, index: int) -> int:
    """The noun that a share counts: "teenagers" in "four out of five teenagers", "seven in ten teenagers"."""
    after = index + 1
    while after < len(tree.tokens) and tree.tokens[after].text in ("out", "of", "in"):
        after += 1
    noun = after + 1
    shares = index + 1 < after and noun < len(tree.tokens) and tree.tokens[after].upos == "NUM"
    return noun if shares and tree.tokens[noun].upos == "NOUN" else index


def _has_of(tree: Tree, index: int) -> bool:
    return any(tree.tokens[child].text == "of" for child in tree.children(index, ("case",)))


def singular(token: Token) -> str:
    """A noun's singular: the lemma, or what a word list knows where the lemmatiser left the plural."""
    lemma = SINGULARS.get(token.text.casefold(), token.lemma.casefold())
    if lemma != token.text.casefold() or not lemma.endswith("s") or token.upos not in ("NOUN", "PROPN"):
        return lemma
    words = lexicon()
    stems = (lemma[:-1], lemma[:-2], lemma[:-3] + "y")
    known = (stem for stem in stems if _is_listed(words, stem) or (stem == lemma[:-1] and stem.endswith(AGENT_ENDINGS)))
    return lemma if _is_listed(words, lemma) else next(known, lemma)


def _is_listed(words: Lexicon, noun: str) -> bool:
    return words.is_person(noun) or noun in words.organizations or noun in words.documents


def is_plural(tree: Tree, index: int) -> bool:
    """Whether a noun stands in the plural, as far as its form or a number before it tells."""
    token = tree.tokens[index]
    word = token.text.casefold()
    if tells_age(word) and not word.endswith("s"):
        return False  # the 58 of "the 58-year-old" are years
    if word in IRREGULAR_PLURALS or (token.upos == "NUM" and word not in ("one", "1")):
        return True
    if word.endswith(("s", "men", "women")) and word != singular(token) and token.upos in ("NOUN", "PROPN"):
        return True
    counts = [tree.tokens[child].text.casefold() for child in tree.children(index, ("nummod",))]
    return any(count not in ("one", "1") for count in counts) and token.upos == "NOUN"


def tells_age(noun: str) -> bool:
    """Whether a noun says only how old somebody is: the "old" of "the 26-year-old", however it is cut into words."""
    return noun in AGED or noun.removesuffix("s") in AGED or noun.endswith(("year-old", "year-olds"))


def tells_news(described: Nominal) -> bool:
    """Whether a description can tell something new of somebody just named: a role, age, country, a man, a defendant."""
    noun = described.noun
    if noun in ANYBODY and not described.modifiers:
        return False
    told = lexicon().is_role(noun) or tells_age(noun) or noun in AT_LAW or noun in lexicon().demonyms
    return told or (noun in lexicon().people and noun not in VAGUE)


def kind_of(noun: str, plural: bool) -> SpeakerKind:
    """What a noun (its lemma) describes. A noun in no list is a person by its ending, otherwise a thing."""
    words = lexicon()
    if tells_age(noun):
        return "group" if plural else "unnamed"
    if noun in words.groups or (plural and _is_animate(words, noun)):
        return "group"
    if noun in words.documents and not (noun in words.organizations and plural):
        return "document"
    if noun in words.organizations:
        return "group" if plural else "organization"
    if _is_animate(words, noun):
        return "unnamed"
    return "group" if plural else "document"


def _is_animate(words: Lexicon, noun: str) -> bool:
    listed = noun in words.documents or noun in words.organizations
    return words.is_person(noun) or (not listed and noun.endswith(AGENT_ENDINGS))


def _determiners(tree: Tree, index: int) -> set[str]:
    """The articles and numbers of a noun; the tree hangs that of "the 84-year-old" anywhere."""
    found = {tree.tokens[child].text.casefold() for child in tree.children(index, ("det", "nummod"))}
    before = [token.text.casefold() for token in tree.tokens[max(0, index - AGE_WORDS) : index]]
    aged = tells_age(tree.tokens[index].lemma.casefold()) and any(word.isdigit() for word in before)
    return found | (set(before) & (DEFINITE | INDEFINITE) if aged else set())


def _is_possessed(tree: Tree, index: int) -> bool:
    return any(tree.tokens[child].deprel in ("nmod:poss", "det:poss") for child in tree.children(index))


def _modifiers(tree: Tree, index: int) -> frozenset[str]:
    """The content words of the noun phrase but its head, as keys."""
    first, last = extent(tree, index)
    words = (n for n in range(first, last) if n != index and tree.tokens[n].upos in ("NOUN", "PROPN", "ADJ", "NUM"))
    return frozenset(key(tree.tokens[n].text) for n in words)
