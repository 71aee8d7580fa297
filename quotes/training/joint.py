"""The training of the joint model: batches of each kind in turn, one schedule, checkpoints to resume from."""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from quotes.model.batches import WordPieces, by_length
from quotes.model.config import ModelConfig, write_config
from quotes.model.joint import JointModel
from quotes.model.weights import CONFIG, save_weights
from quotes.training import corpora
from quotes.training.corpora import Corpora
from quotes.training.encoded import Example, examples, targets
from quotes.training.examples import Words
from quotes.training.figures import measure
from quotes.training.losses import losses, total
from quotes.training.start import load_starting_weights, starting_folder

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that the weights depend on besides the data."""

    epochs: int = 6
    seed: int = 1
    window: int = 224
    batch_pieces: int = 2500
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    decay: float = 0.01
    clip: float = 1.0
    bf16: bool = True
    threads: int = 2
    checkpoint_minutes: float = 5.0


@dataclass(slots=True)
class State:
    """What a checkpoint holds besides the recipe."""

    model: JointModel
    optimizer: torch.optim.AdamW
    epoch: int = 0
    step: int = 0


def train(shared: Path, work: Path, recipe: Recipe) -> None:
    """Trains from the corpora in ``shared``; checkpoints, log and weights go to ``work``.

    A run that was killed goes on from its last checkpoint when it is started again with the same recipe. A GPU is used
    where there is one; the figures after each epoch are taken on the processor, as the package reads.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    data = corpora.training(shared)
    config = corpora.inventory(data.syntax)
    pieces = WordPieces(starting_folder() / "tokenizer.json")
    held_out = _held_out(shared, config, pieces, recipe)
    state = _begin(config, work, recipe, device)
    while state.epoch < recipe.epochs:
        _epoch(state, data, pieces, work, recipe)
        for name, known in held_out.items():
            log.info("epoch %d, %s: %s", state.epoch, name, measure(state.model.cpu(), known, recipe.bf16).line())
        state.model.to(device)


def _held_out(shared: Path, config: ModelConfig, pieces: WordPieces, recipe: Recipe) -> dict[str, list[Example]]:
    parts = {
        "EWT dev": corpora.treebank(shared, "ewt", "dev"),
        "GUM dev": corpora.treebank(shared, "gum", "dev"),
        "PolNeAR dev": corpora.speech(shared, "dev"),
    }
    return {name: list(examples(part, config, pieces, recipe.window)) for name, part in parts.items()}


def _begin(config: ModelConfig, work: Path, recipe: Recipe, device: torch.device) -> State:
    model = JointModel(config).to(device)
    optimizer = torch.optim.AdamW(_groups(model, recipe), betas=(0.9, 0.98), fused=True)
    state = State(model, optimizer)
    saved = work / "checkpoint.pt"
    if saved.exists():
        values = torch.load(saved, map_location="cpu", weights_only=True)
        model.load_state_dict(values["model"])
        optimizer.load_state_dict(values["optimizer"])
        state.epoch, state.step = values["epoch"], values["step"]
        torch.set_rng_state(values["random"])
        log.info("resumed after %d steps of epoch %d", state.step, state.epoch)
    else:
        load_starting_weights(model.encoder, starting_folder() / "model.safetensors")
    model.train()
    return state


def _groups(model: JointModel, recipe: Recipe) -> list[dict[str, object]]:
    """The encoder learns slowly, what starts from nothing learns fast; biases and norms do not decay."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        pretrained = name.startswith("encoder.") and "surfaces" not in name
        rate = recipe.encoder_rate if pretrained else recipe.head_rate
        decay = recipe.decay if parameter.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [
        {"params": parameters, "lr": rate, "weight_decay": decay, "top": rate}
        for (rate, decay), parameters in groups.items()
    ]


def _batches(data: Corpora, config: ModelConfig, pieces: WordPieces, recipe: Recipe, epoch: int) -> list[list[Example]]:
    """The epoch's batches of like windows of one kind, shuffled; the same for the same seed."""
    rng = random.Random(f"{recipe.seed}/{epoch}")
    batches = []
    for documents in (data.syntax, _one_annotator(data.roles, rng), data.names):
        known = list(examples(documents, config, pieces, recipe.window, rng))
        rng.shuffle(known)
        # Windows of about one length stand together, but not always the same ones.
        lengths = [round(example.window.length * rng.uniform(0.85, 1.15)) for example in known]
        batches += [[known[index] for index in batch] for batch in by_length(lengths, recipe.batch_pieces)]
    rng.shuffle(batches)
    return batches


def _one_annotator(documents: Sequence[Words], rng: random.Random) -> list[Words]:
    """Of an article that several people annotated, one version each epoch."""
    versions: dict[str, list[Words]] = {}
    for document in documents:
        versions.setdefault(document.name, []).append(document)
    return [rng.choice(found) for found in versions.values()]


def _epoch(state: State, data: Corpora, pieces: WordPieces, work: Path, recipe: Recipe) -> None:
    batches = _batches(data, state.model.config, pieces, recipe, state.epoch)
    saved = began = time.monotonic()
    words = 0
    sums: dict[str, float] = {}
    for batch in batches[state.step :]:
        progress = (state.epoch + state.step / len(batches)) / recipe.epochs
        parts = _step(state, batch, _rate(progress, recipe), recipe)
        words += sum(len(example.window.pieces) for example in batch)
        sums = {name: 0.98 * sums.get(name, value) + 0.02 * value for name, value in parts.items()} | {
            name: value for name, value in sums.items() if name not in parts
        }
        if state.step % 50 == 0:
            speed = words / (time.monotonic() - began)
            line = " ".join(f"{name} {value:.3f}" for name, value in sorted(sums.items()))
            log.info("epoch %d step %d/%d, %.0f words/s: %s", state.epoch, state.step, len(batches), speed, line)
        if time.monotonic() - saved > 60 * recipe.checkpoint_minutes:
            _save(state, work)
            saved = time.monotonic()
    # Before the checkpoint: a run that is killed in between makes them again, none is without them.
    save_weights(state.model, work)
    write_config(state.model.config, work / CONFIG)
    state.epoch, state.step = state.epoch + 1, 0
    _save(state, work)


def _rate(progress: float, recipe: Recipe) -> float:
    """The share of the top rate: up linearly, then down along a cosine."""
    if progress < recipe.warm_up:
        return progress / recipe.warm_up
    return 0.5 + 0.5 * math.cos(math.pi * (progress - recipe.warm_up) / (1 - recipe.warm_up))


def _step(state: State, batch: list[Example], share: float, recipe: Recipe) -> dict[str, float]:
    for group in state.optimizer.param_groups:
        group["lr"] = group["top"] * max(share, 1e-4)
    device = next(state.model.parameters()).device
    gold = targets(batch).to(device)
    with torch.autocast(device.type, torch.bfloat16, enabled=recipe.bf16):
        parts = losses(state.model, state.model(gold.batch), gold)
        loss = total(parts)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(state.model.parameters(), recipe.clip)
    state.optimizer.step()
    state.optimizer.zero_grad(set_to_none=True)
    state.step += 1
    return {name: float(value.detach()) for name, value in parts.items()}


def _save(state: State, work: Path) -> None:
    values = {
        "model": state.model.state_dict(),
        "optimizer": state.optimizer.state_dict(),
        "epoch": state.epoch,
        "step": state.step,
        "random": torch.get_rng_state(),
    }
    partial = work / "checkpoint.pt.part"
    torch.save(values, partial)
    partial.replace(work / "checkpoint.pt")
