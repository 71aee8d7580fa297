"""A joint model of a few thousand random weights, with a vocabulary of single letters, as a folder of weights."""

from __future__ import annotations

import string
from pathlib import Path

import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from quotes.model.batches import LAST
from quotes.model.config import EncoderConfig, ModelConfig, write_config
from quotes.model.joint import JointModel
from quotes.model.weights import CONFIG, VOCABULARY, save_weights

LETTERS = string.ascii_lowercase + string.digits + string.punctuation + "“”‘’—"
WORDS = ("said", "the", "that", "he", "she", "ann", "hill", "paris")


def vocabulary() -> dict[str, int]:
    """The markers where BERT has them, then letters that begin a word, letters within one, and a few words."""
    names = ["[PAD]", *(f"[unused{n}]" for n in range(99)), "[UNK]", "[CLS]", "[SEP]"]
    assert len(names) == LAST + 1
    names += [*LETTERS, *(f"##{letter}" for letter in LETTERS), *WORDS]
    return {name: number for number, name in enumerate(names)}


def config(dropout: float = 0.0) -> ModelConfig:
    """Labels as the package has them, sizes as small as they go."""
    encoder = EncoderConfig(len(vocabulary()), 512, hidden=16, layers=2, heads=2, intermediate=32, dropout=dropout)
    return ModelConfig(
        upos=("NOUN", "VERB", "PUNCT", "PRON"),
        deprels=("punct", "nsubj", "root", "obj"),
        lemma_scripts=("keep|0|", "lower|0|", "lower|1|", "=be"),
        encoder=encoder,
        arc_size=8,
        relation_size=8,
        role_size=8,
        link_size=8,
        dropout=dropout,
    )


def model(seed: int = 1, spread: float = 0.3) -> JointModel:
    """Random weights, wide enough apart that labels of every kind come out."""
    torch.manual_seed(seed)
    made = JointModel(config())
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.add_(torch.randn_like(parameter) * spread)
    return made.eval()


def write_vocabulary(folder: Path) -> Path:
    """Writes the tokenizer's file."""
    tokenizer = Tokenizer(WordPiece(vocabulary(), unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    path = folder / VOCABULARY
    tokenizer.save(str(path))
    return path


def write_model(folder: Path, seed: int = 1) -> JointModel:
    """Writes all that a reader needs, and returns the model."""
    made = model(seed)
    write_vocabulary(folder)
    write_config(made.config, folder / CONFIG)
    save_weights(made, folder)
    return made
