"""Noun phrases without a name: what they describe (person, group, body, document) and their shortest clear form."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.lexicon import Gender, Lexicon, lexicon
from quotes.records import SpeakerKind, Token
from quotes.resolution.genitives import CLITICS
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

EXAMPLES = frozenset(
    {"such", "including", "like", "as", "than", "since", "during", "before", "after", "until", "despite"}
)
"""Prepositions whose phrases give examples or circumstances, not what is meant."""

CLAUSES = ("acl", "acl:relcl", "appos", "parataxis", "list", "dep", "advcl", "advcl:relcl", "orphan")
"""Relations of what only adds to a noun phrase."""

TYING = frozenset({"nsubj", "cop", "aux", "mark", "case", "cc", "advmod", "expl", "discourse"})
"""Relations of words that tie a noun phrase to the sentence, or belong to it as a predicate."""

CUT = TYING | {"conj"}

AGENT_ENDINGS = ("er", "or", "ist", "ian", "ant", "eur", "ee")
"""Endings that most nouns for persons share with few others."""

IRREGULAR_PLURALS = frozenset({"people", "men", "women", "children", "police", "data", "media", "folks"})
SINGULARS = {"men": "man", "women": "woman", "children": "child", "wives": "wife"}
"""Plurals whose lemma models get wrong at times."""

AT_LAW = frozenset({"defendant", "suspect", "accused", "plaintiff", "accuser"})
"""What somebody is called in a trial."""

AGED = frozenset({"old", "teenager", "teen", "toddler", "pensioner", "septuagenarian", "octogenarian", "nonagenarian"})
"""Nouns that say only how old somebody is; "old" is the end of "26-year-old"."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A described entity: head word, its lemma, kind, short form, definiteness, number, gender, describing words."""

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


def nominal(tree: Tree, index: int, within: tuple[int, int] | None = None) -> Nominal | None:
    """The description with this head word, or None where the word is no noun.

    ``within``: the tokens of the source that it heads, which may know better than the tree how far the phrase goes.
    """
    token = tree.tokens[index]
    if token.upos not in ("NOUN", "PROPN", "NUM", "DET", "ADJ", "PRON", "X", "SYM"):
        return None
    told = counted(tree, index)
    plural = is_plural(tree, told) or told != index
    first, last = extent(tree, told)
    first = told if told != index and token.upos == "NUM" else first
    last = _stretched(tree, last, within) if within else last
    noun = singular(tree.tokens[told])
    determiners = _determiners(tree, index)
    return Nominal(
        head=index,
        noun=noun,
        kind="group" if plural and token.upos == "NUM" else kind_of(noun, plural),
        text=short_form(tree, first, last),
        definite=bool(DEFINITE & determiners) or _is_possessed(tree, index),
        indefinite=bool(INDEFINITE & determiners),
        plural=plural,
        gender=None if plural else lexicon().gender(noun),
        modifiers=_modifiers(tree, told) | (determiners & {"both"}),
        possessed=_is_possessed(tree, index),
        limited=bool(tree.children(index, ("nmod", "acl", "acl:relcl", "appos"))),
    )


def _stretched(tree: Tree, last: int, within: tuple[int, int]) -> int:
    """The end of the source, if only a prepositional phrase that the tree gives the verb is between."""
    rest = tree.tokens[last : within[1]]
    plain = all(token.upos in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART") for token in rest)
    preposition = rest[0] if rest else None
    tied = preposition is not None and preposition.upos == "ADP" and preposition.text.casefold() not in EXAMPLES
    return within[1] if plain and tied and not any(_is_date(token) for token in rest) else last


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
    """Whether a description can tell something new of somebody just named: a role, an age, a man, a defendant."""
    told = lexicon().is_role(described.noun) or tells_age(described.noun) or described.noun in AT_LAW
    return told or bool(described.gender and described.noun in lexicon().people)


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
    return {tree.tokens[child].text.casefold() for child in tree.children(index, ("det", "nummod"))}


def _is_possessed(tree: Tree, index: int) -> bool:
    return any(tree.tokens[child].deprel in ("nmod:poss", "det:poss") for child in tree.children(index))


def _modifiers(tree: Tree, index: int) -> frozenset[str]:
    """The content words of the noun phrase but its head, as keys."""
    first, last = extent(tree, index)
    words = (n for n in range(first, last) if n != index and tree.tokens[n].upos in ("NOUN", "PROPN", "ADJ", "NUM"))
    return frozenset(key(tree.tokens[n].text) for n in words)


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
    for child in cut:
        kept -= set(tree.near(child))
    first = last = index
    while first - 1 in kept or _joins(tree, first - 1, kept, -1):
        first -= 1
    while last + 1 in kept or _joins(tree, last + 1, kept, 1):
        last += 1
    return tree.trimmed(_with_owner(tree, _from_article(tree, index, first)), last + 1)


def _from_article(tree: Tree, index: int, first: int) -> int:
    """Where a noun phrase begins whose article the tree ties to it but not a name between: "the Gannett chain"."""
    article = min(tree.children(index, ("det",)), default=first)
    between = tree.tokens[article + 1 : first]
    return article if between and all(token.upos in ("PROPN", "NOUN", "ADJ") for token in between) else first


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
    dated = _is_date(tree.tokens[child])
    return dated and (not tree.tokens[child].text.isdigit() or bool(tree.children(child, ("case",))))


def _is_date(token: Token) -> bool:
    word = token.text.casefold()
    return word in lexicon().calendar or (word.isdigit() and len(word) == 4)
