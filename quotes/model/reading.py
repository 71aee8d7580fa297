"""Texts with their words -> everything that the joint model says of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from quotes.model.batches import Window, WordPieces, by_length, collate
from quotes.model.decode import Floats, Ints, LabelledSpan, spans, tree
from quotes.model.joint import Scores
from quotes.model.layout import Layout, settled_starts
from quotes.model.lemmas import apply_script
from quotes.model.rows import HALF, SINGLE
from quotes.model.surface import surfaces
from quotes.model.weights import VOCABULARY, load_model
from quotes.model.windows import windows

BATCH_PIECES = 1536
"""Word pieces in a batch, a multiple of what they are filled up to.

Twice as many save 7 % of the time, but their memory grows with the articles.
"""

BARRED = -1e4


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A cue, source or content over the words ``first`` to ``last`` (inclusive), with their mean probability."""

    role: str
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class FoundLink:
    """The role ``part`` belongs to the role ``cue`` (indices into `Reading.roles`)."""

    part: int
    cue: int
    score: float


@dataclass(slots=True)
class Reading:
    """What the model says of one text, one item for each word; ``heads`` index words of the text, -1 is a root.

    ``content`` is the probability that the word is reported content.
    """

    sentence_starts: list[bool] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    content: list[float] = field(default_factory=list)
    entities: list[LabelledSpan] = field(default_factory=list)
    roles: list[FoundRole] = field(default_factory=list)
    links: list[FoundLink] = field(default_factory=list)

    def append(self, other: Reading) -> None:
        """Adds the reading of the words that follow."""
        words, roles = len(self.upos), len(self.roles)
        self.sentence_starts += other.sentence_starts
        self.upos += other.upos
        self.lemmas += other.lemmas
        self.heads += [head + words if head >= 0 else head for head in other.heads]
        self.deprels += other.deprels
        self.content += other.content
        self.entities += [span._replace(first=span.first + words, last=span.last + words) for span in other.entities]
        self.roles += [FoundRole(r.role, r.first + words, r.last + words, r.score) for r in other.roles]
        self.links += [FoundLink(link.part + roles, link.cue + roles, link.score) for link in other.links]


@dataclass(frozen=True, slots=True)
class _Part:
    """The words ``first`` to ``last`` (exclusive) of the text number ``text``, which are one window."""

    text: int
    layout: Layout
    first: int
    last: int
    window: Window


class Reader:
    """A joint model with its vocabulary, ready to read."""

    def __init__(self, folder: Path, device: torch.device) -> None:
        self._pieces = WordPieces(folder / VOCABULARY)
        self._model = load_model(folder).to(device)
        self._device = device
        self._chain = self._model.role_chain.chain()
        # Only where nearly all the time goes half precision is used: trees and labels are decided by small margins.
        half = device.type == "cuda" or _fast_bf16()
        self._filling = HALF if half else SINGLE
        if half:
            self._model.encoder.to(torch.bfloat16)
            self._model.relations.bilinear.to(torch.bfloat16)

    @torch.inference_mode()
    def read(self, layouts: Sequence[Layout]) -> list[Reading]:
        """One reading for each text; windows of all texts run together, those of like length in one batch."""
        parts = [part for number, layout in enumerate(layouts) for part in self._parts(number, layout)]
        found: list[Reading] = [Reading() for _ in parts]
        for batch in by_length([part.window.length for part in parts], BATCH_PIECES):
            chosen = [parts[index] for index in batch]
            for index, reading in zip(batch, self._batch(chosen), strict=True):
                found[index] = reading
        return _joined(len(layouts), parts, found)

    def _parts(self, number: int, layout: Layout) -> Iterator[_Part]:
        pieces = self._pieces(layout.forms)
        marks = surfaces(layout.forms, layout.spaced, layout.quoted)
        lengths = [len(word) for word in pieces]
        for first, last in windows(lengths, layout.sentence_starts, layout.paragraph_starts):
            window = Window(pieces[first:last], marks[first:last], layout.paragraph_starts[first:last])
            yield _Part(number, layout, first, last, window)

    def _batch(self, parts: Sequence[_Part]) -> list[Reading]:
        batch = collate([part.window for part in parts], self._filling).to(self._device)
        scores = self._model(batch)
        starts = [_starts(part, logits) for part, logits in zip(parts, scores.starts.tolist(), strict=True)]
        heads = _heads(scores, starts)
        relations = self._model.relations(scores.syntax, torch.from_numpy(heads).to(self._device))
        roles, mask = scores.roles.cpu().numpy(), batch.word_mask.cpu().numpy()
        labels = _Labels(
            heads=heads,
            deprels=relations.argmax(-1).cpu().numpy(),
            upos=scores.upos.argmax(-1).cpu().numpy(),
            lemmas=scores.lemmas.argmax(-1).cpu().numpy(),
            entities=scores.entities.argmax(-1).cpu().numpy(),
            roles=self._chain.best_paths(roles, mask),
            role_shares=self._chain.marginals(roles, mask),
        )
        return [self._reading(part, row, starts[row], labels, scores.speech[row]) for row, part in enumerate(parts)]

    def _reading(self, part: _Part, row: int, starts: list[bool], labels: _Labels, speech: torch.Tensor) -> Reading:
        config, size = self._model.config, part.last - part.first
        forms = part.layout.forms[part.first : part.last]
        scripts = labels.lemmas[row, :size].tolist()
        shares = labels.role_shares[row, :size]
        roles = _roles([config.roles[n] for n in labels.roles[row, :size].tolist()], shares, config.roles)
        return Reading(
            sentence_starts=starts,
            upos=[config.upos[n] for n in labels.upos[row, :size].tolist()],
            lemmas=[apply_script(form, config.lemma_scripts[n]) for form, n in zip(forms, scripts, strict=True)],
            heads=[head - 1 for head in labels.heads[row, :size].tolist()],
            deprels=[config.deprels[n] for n in labels.deprels[row, :size].tolist()],
            content=_share(shares, config.roles, "content").tolist(),
            entities=spans([config.entities[n] for n in labels.entities[row, :size].tolist()]),
            roles=roles,
            links=self._links(roles, speech),
        )

    def _links(self, roles: Sequence[FoundRole], words: torch.Tensor) -> list[FoundLink]:
        """Each cue chooses its source, each content its cue; the choice of none makes no link."""
        cues, sources, contents = ([n for n, r in enumerate(roles) if r.role == role] for role in _LINKED)
        found = []
        if cues and sources:
            shares = self._model.sources(words, _ends(roles, cues), _ends(roles, sources)).softmax(1)
            found += [FoundLink(sources[c], cues[q], score) for q, c, score in _chosen(shares)]
        if cues and contents:
            shares = self._model.contents(words, _ends(roles, contents), _ends(roles, cues)).softmax(1)
            found += [FoundLink(contents[q], cues[c], score) for q, c, score in _chosen(shares)]
        return found


_LINKED = ("cue", "source", "content")


@dataclass(frozen=True, slots=True)
class _Labels:
    """A batch's label indices [batch, words]; ``heads`` 0 the root, 1 + n the window's word n."""

    heads: Ints
    deprels: Ints
    upos: Ints
    lemmas: Ints
    entities: Ints
    roles: Ints
    role_shares: Floats


def _fast_bf16() -> bool:
    """Whether the processor multiplies bfloat16 in hardware; elsewhere it is slower than single precision."""
    capability = torch.backends.cpu.get_cpu_capability()
    return "AVX512" in capability and torch.ops.mkldnn._is_mkldnn_bf16_supported()


def _joined(texts: int, parts: Sequence[_Part], found: Sequence[Reading]) -> list[Reading]:
    results = [Reading() for _ in range(texts)]
    for part, reading in zip(parts, found, strict=True):
        results[part.text].append(reading)
    return results


def _starts(part: _Part, logits: Sequence[float]) -> list[bool]:
    inside = slice(part.first, part.last)
    wanted = [logit > 0 for logit in logits[: part.last - part.first]]
    starts = settled_starts(wanted, part.layout.paragraph_starts[inside], part.layout.bound[inside])
    return [True, *starts[1:]]


def _heads(scores: Scores, starts: Sequence[list[bool]]) -> Ints:
    """The trees of all sentences: [batch, words], 0 the root, 1 + n the window's word n."""
    arcs = scores.arcs.cpu().numpy()
    heads = np.zeros(arcs.shape[:2], dtype=np.int64)
    for row, begins in enumerate(starts):
        bounds = [n for n, start in enumerate(begins) if start] + [len(begins)]
        for first, last in itertools.pairwise(bounds):
            columns = np.concatenate([[0], np.arange(first + 1, last + 1)])
            found = tree(arcs[row, first:last][:, columns])
            heads[row, first:last] = np.where(found > 0, found + first, 0)
    return heads


def _share(shares: Floats, labels: Sequence[str], role: str) -> Floats:
    """The probability [words] of a role, beginning or inside."""
    chosen = [n for n, label in enumerate(labels) if label[2:] == role]
    total: Floats = shares[:, chosen].sum(1)
    return total


def _roles(path: Sequence[str], shares: Floats, labels: Sequence[str]) -> list[FoundRole]:
    by_role = {role: _share(shares, labels, role) for role in _LINKED}
    return [
        FoundRole(span.label, span.first, span.last, float(by_role[span.label][span.first : span.last + 1].mean()))
        for span in spans(path)
    ]


def _ends(roles: Sequence[FoundRole], chosen: Sequence[int]) -> torch.Tensor:
    return torch.tensor([(roles[n].first, roles[n].last) for n in chosen])


def _chosen(shares: torch.Tensor) -> Iterator[tuple[int, int, float]]:
    """The best candidate of each query that does not prefer none, with its probability."""
    values, places = shares.max(1)
    for query, (value, place) in enumerate(zip(values.tolist(), places.tolist(), strict=True)):
        if place:
            yield query, place - 1, value
