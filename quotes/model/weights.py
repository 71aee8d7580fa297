"""Weights as safetensors, half precision on disk."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from quotes.model.config import read_config
from quotes.model.joint import JointModel

WEIGHTS, CONFIG, VOCABULARY = "news.safetensors", "news.json", "tokenizer.json"


def save_weights(model: JointModel, folder: Path) -> None:
    """Writes the weights; replaces an older file only when the new one is complete."""
    partial = folder / f"{WEIGHTS}.part"
    half = {name: value.detach().to(torch.float16).contiguous() for name, value in model.state_dict().items()}
    save_file(half, partial)
    partial.replace(folder / WEIGHTS)


def load_model(folder: Path) -> JointModel:
    """Builds the model that the folder describes and fills it, in full precision, ready to read."""
    model = JointModel(read_config(folder / CONFIG))
    weights = load_file(folder / WEIGHTS)
    model.load_state_dict({name: value.float() for name, value in weights.items()})
    return model.eval()
