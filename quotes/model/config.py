"""What a set of weights was made with: sizes and label inventories, stored beside the weights as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROLE_LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
ENTITY_LABELS = (
    "O",
    "B-person",
    "I-person",
    "B-organization",
    "I-organization",
    "B-place",
    "I-place",
    "B-other",
    "I-other",
)


@dataclass(frozen=True, slots=True)
class EncoderConfig:
    """The sizes of a BERT-shaped encoder; the defaults are those of all-MiniLM-L6-v2."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    intermediate: int = 1536
    dropout: float = 0.1


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """The sizes of the heads and the labels that they choose from, each tuple in the order of the head's outputs."""

    upos: tuple[str, ...]
    deprels: tuple[str, ...]
    lemma_scripts: tuple[str, ...]
    entities: tuple[str, ...] = ENTITY_LABELS
    roles: tuple[str, ...] = ROLE_LABELS
    encoder: EncoderConfig = EncoderConfig()
    arc_size: int = 256
    relation_size: int = 128
    role_size: int = 256
    link_size: int = 128
    dropout: float = 0.2


def write_config(config: ModelConfig, path: Path) -> None:
    """Writes the configuration as JSON."""
    path.write_text(json.dumps(asdict(config), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_config(path: Path) -> ModelConfig:
    """Reads what `write_config` wrote."""
    values = json.loads(path.read_text(encoding="utf-8"))
    encoder = EncoderConfig(**values.pop("encoder"))
    fields: dict[str, Any] = {n: tuple(value) if isinstance(value, list) else value for n, value in values.items()}
    return ModelConfig(encoder=encoder, **fields)
