"""The data types that travel between the stages.

Everything here is frozen and knows nothing of the stages; the only behaviour is span arithmetic. Offsets are code-point
offsets into the article's text as it was read, ``start`` inclusive and ``end`` exclusive. Token ranges are written
``first`` (inclusive) and ``last`` (exclusive) and index ``Document.tokens``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

QuoteType = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organization", "group", "unnamed", "document"]
EntityKind = Literal["person", "organization", "place", "other"]
Role = Literal["cue", "source", "content"]

ROOT = -1
"""``Token.head`` of the root of a sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the article's text, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def text(self, source: str) -> str:
        """The characters of ``source`` that the span covers."""
        return source[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read: its id in the table, and its untouched text.

    ``kept`` has the values of further columns of its table; ``repaired`` says that mojibake was undone in its text.
    """

    id: str
    text: str
    kept: tuple[object, ...] = ()
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word. ``head`` indexes ``Document.tokens``; it is ``ROOT`` for the root of a sentence."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str

    @property
    def span(self) -> Span:
        """Where the word stands in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens ``first`` to ``last`` (exclusive)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity over the tokens ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A span that the model tagged as cue, source or content, with its probability."""

    role: Role
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """A source or content (``part``) that belongs to a cue; both index ``Document.roles``."""

    part: int
    cue: int
    score: float


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed article: words, sentences, trees, names, attribution roles and their links, all in text order.

    ``content`` is, for each token, the model's probability that it is reported content; empty where no model has
    read it.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    roles: tuple[RoleSpan, ...] = ()
    links: tuple[Link, ...] = ()
    content: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between an opening mark and its closing mark, marks included.

    A quotation that runs over paragraphs (each re-opens the mark, only the last closes it) has a piece for each of
    them. ``inner`` holds the quotations nested in it; ``closed`` is false where the closing mark is missing.
    """

    pieces: tuple[Span, ...]
    inner: tuple[Quotation, ...] = ()
    closed: bool = True

    @property
    def span(self) -> Span:
        """From the first piece's start to the last piece's end."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content, cue and source that belong together; the source is a mention, not yet a speaker.

    ``rule`` names what linked them; ``confidence`` is the calibrated probability that they belong together.
    Under the rule ``floating`` there is no cue; the source is then the mention whose speech the quotation
    continues, if any.
    """

    content: tuple[Span, ...]
    type: QuoteType
    cue: Span | None
    source: Span | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Speaker:
    """The entity behind a source: fullest name in the article, the role the article gives, and what kind it is.

    ``affiliation`` is the organization, party or country that the article names with the role.
    """

    name: str | None
    title: str | None
    kind: SpeakerKind | None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A finished row of the table: an attribution and its speaker."""

    id: int
    attribution: Attribution
    speaker: Speaker
