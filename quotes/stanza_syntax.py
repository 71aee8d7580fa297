"""Text -> `Document` with the tokens, trees and names of one of Stanza's own packages (Qi et al. 2020).

The attribution roles are still the joint model's. Stanza's packages are larger and slower than the model in this
package, and are not in it: they have to be on the machine (``stanza.download``), nothing is fetched at run time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import stanza
from stanza.models.common import doc

from quotes.errors import SetupError
from quotes.model.layout import Layout, layout
from quotes.model.reading import Reader
from quotes.parse import with_roles
from quotes.records import ROOT, Document, Entity, EntityKind, Sentence, Span, Token

PROCESSORS = "tokenize,mwt,pos,lemma,depparse,ner"

KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "other",
    "EVENT": "other",
    "LAW": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "MISC": "other",
}
"""The kinds of OntoNotes and CoNLL -> ours; kinds that are not named here (dates, amounts) are no entities."""


class StanzaParser:
    """Reads texts into documents with the Stanza package ``package`` and the attribution roles of ``reader``.

    Raises `SetupError` where Stanza has no such package on this machine.
    """

    def __init__(self, package: str, reader: Reader) -> None:
        self._reader = reader
        try:
            self._pipeline = stanza.Pipeline(
                "en", package=package, processors=PROCESSORS, download_method=None, verbose=False
            )
        # Stanza raises what its files happen to lead to: there is no class for a package that is missing or damaged
        except Exception as error:
            advice = f"fetch it once with `python -c \"import stanza; stanza.download('en', package='{package}')\"`"
            raise SetupError(f"Stanza cannot load its package {package!r} ({error}): {advice}.") from error

    def parse(self, texts: Sequence[str]) -> list[Document]:
        """One document for each text, in order; an empty text gives an empty document."""
        found = [_document(text, parsed) for text, parsed in zip(texts, self._parsed(texts), strict=True)]
        readings = self._reader.read([_laid_out(document) for document in found])
        return [with_roles(document, reading) for document, reading in zip(found, readings, strict=True)]

    def _parsed(self, texts: Sequence[str]) -> Iterator[doc.Document | None]:
        """Stanza's documents; None for a text without a word, which some of its processors cannot take."""
        parsed = iter(self._pipeline.bulk_process([text for text in texts if text.strip()]))
        return (next(parsed) if text.strip() else None for text in texts)


def _laid_out(document: Document) -> Layout:
    starts = {sentence.first for sentence in document.sentences}
    return layout(
        document.text,
        [token.span for token in document.tokens],
        [number in starts for number in range(len(document.tokens))],
    )


def _document(text: str, parsed: doc.Document | None) -> Document:
    if parsed is None:
        return Document(text, (), ())
    tokens: list[Token] = []
    for sentence in parsed.sentences:
        tokens += _tokens(text, sentence, len(tokens))
    bounds = [0, *accumulate(len(sentence.words) for sentence in parsed.sentences)]
    return Document(
        text=text,
        tokens=tuple(tokens),
        sentences=tuple(Sentence(first, last) for first, last in pairwise(bounds)),
        entities=tuple(_entities(parsed, tokens)),
    )


def _tokens(text: str, sentence: doc.Sentence, before: int) -> list[Token]:
    spans = [span for token in sentence.tokens for span in _word_spans(token)]
    return [
        Token(
            start=span.start,
            end=span.end,
            text=span.text(text),
            lemma=word.lemma or word.text,
            upos=word.upos,
            head=before + word.head - 1 if word.head else ROOT,
            deprel=word.deprel,
        )
        for word, span in zip(sentence.words, spans, strict=True)
    ]


def _word_spans(token: doc.Token) -> list[Span]:
    """Where a token's words stand: one behind the other, as long as each is, the last up to the token's end.

    A word that is spelt otherwise than the text ("will" in "won't") takes what the lengths leave, at least a character.
    """
    ends = list(accumulate((len(word.text) for word in token.words), initial=token.start_char))[1:-1]
    room = [token.end_char - left for left in range(len(token.words) - 1, 0, -1)]
    cuts = [min(end, limit) for end, limit in zip(ends, room, strict=True)]
    return [Span(*each) for each in pairwise([token.start_char, *cuts, token.end_char])]


def _entities(parsed: doc.Document, tokens: Sequence[Token]) -> Iterator[Entity]:
    first = {token.start: number for number, token in enumerate(tokens)}
    last = {token.end: number for number, token in enumerate(tokens)}
    for name in parsed.ents:
        kind = KINDS.get(name.type)
        if kind and name.start_char in first and name.end_char in last:
            yield Entity(first[name.start_char], last[name.end_char] + 1, kind)
