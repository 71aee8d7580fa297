"""The joint model: one encoder, one forward pass, all heads."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from quotes.model.batches import Batch
from quotes.model.config import ModelConfig
from quotes.model.crf import ChainCRF
from quotes.model.encoder import Encoder
from quotes.model.heads import Arcs, LabelHead, LayerMix, Links, LogitHead, Relations


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of a batch: [batch, words, labels] each.

    ``arcs`` is [batch, words, 1 + words] (0 the root), ``starts`` [batch, words] the logit that a sentence begins.
    ``syntax`` and ``speech`` [batch, words, hidden] are the words as the relation and link heads see them.
    """

    syntax: Tensor
    speech: Tensor
    upos: Tensor
    lemmas: Tensor
    arcs: Tensor
    starts: Tensor
    entities: Tensor
    roles: Tensor


class JointModel(nn.Module):
    """Tags, trees, lemmas, names, sentences, attribution roles and their links."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        hidden, dropout = config.encoder.hidden, config.dropout
        self.config = config
        self.encoder = Encoder(config.encoder)
        self.syntax_mix = LayerMix(config.encoder.layers)
        self.speech_mix = LayerMix(config.encoder.layers)
        self.upos = LabelHead(hidden, len(config.upos), dropout)
        self.lemmas = LabelHead(hidden, len(config.lemma_scripts), dropout)
        self.starts = LogitHead(hidden, dropout)
        self.entities = LabelHead(hidden, len(config.entities), dropout)
        self.roles = LabelHead(hidden, len(config.roles), dropout, config.role_size)
        self.role_chain = ChainCRF(config.roles)
        self.arcs = Arcs(hidden, config.arc_size, dropout)
        self.relations = Relations(hidden, config.relation_size, len(config.deprels), dropout)
        self.sources = Links(hidden, config.link_size, dropout)
        self.contents = Links(hidden, config.link_size, dropout)

    def forward(self, batch: Batch) -> Scores:
        """One pass over a batch of windows."""
        states = self.encoder(batch.pieces, batch.surfaces, batch.positions, batch.lengths)
        words = [state[batch.first] for state in states]
        syntax, speech = self.syntax_mix(words).float(), self.speech_mix(words).float()
        return Scores(
            syntax=syntax,
            speech=speech,
            upos=self.upos(syntax),
            lemmas=self.lemmas(syntax),
            arcs=self.arcs(syntax),
            starts=self.starts(syntax),
            entities=self.entities(speech),
            roles=self.roles(speech),
        )
