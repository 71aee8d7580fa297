"""`python -m quotes.training tokenizer`: trains Stanza's tokenizer on UD and news, with Stanza's own trainer.

The weights are a slim BiLSTM over characters without the second layer, convolutions and dictionary of Stanza's default:
these cost more time at run time than the whole encoder of the joint model.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from stanza.models import tokenizer as stanza_tokenizer

from quotes.model.tokenize import Segmenter
from quotes.records import Span
from quotes.training.tokenizer_data import Paragraph, kept_prefixes, labels, read_treebank, restyled
from quotes.training.tokenizer_silver import read_news

TREEBANKS = ("en_ewt", "en_gum")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TokenizerRecipe:
    """Sizes and schedule of the training; ``width`` is in characters, one step reads ``batch`` * ``width`` of them."""

    embedding: int = 32
    hidden: int = 64
    dropout: float = 0.2
    unit_dropout: float = 0.1
    width: int = 300
    batch: int = 32
    steps: int = 6500
    evaluated_every: int = 500
    annealed_after: int = 4500
    anneal: float = 0.5
    seed: int = 1
    threads: int = 1


@dataclass(frozen=True, slots=True)
class Figures:
    """End-to-end F1 in per cent: words and sentences count when both their first and last character are right."""

    words: float
    sentences: float


def train(shared: Path, work: Path, recipe: TokenizerRecipe) -> Path:
    """Trains from the corpora under ``shared/data``; returns the weights, to be installed, in ``work``."""
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(recipe.threads)
    write(work, "train", training_paragraphs(shared / "data", Random(recipe.seed)))
    write(work, "dev", treebanks(shared / "data", "dev"))
    (work / "mwt.json").write_text("[]")  # UD's words are the tokens: there is nothing to expand
    stanza_tokenizer.main(arguments(work, recipe))
    return publish(work / "checkpoint.pt", work / "news.pt")


def training_paragraphs(data: Path, random: Random) -> list[Paragraph]:
    """Gold paragraphs as they are and in another style of marks, and silver news in all styles."""
    gold = treebanks(data, "train")
    silver = read_news(data / "polnear" / "train", kept_prefixes(gold))
    logger.info("gold: %d paragraphs, silver: %d paragraphs", len(gold), len(silver))
    varied = [restyled(each, random) for each in gold]
    return gold + varied + [restyled(each, random) if random.random() < 0.5 else each for each in silver]


def treebanks(data: Path, part: str) -> list[Paragraph]:
    """All paragraphs of the treebanks' train or dev part."""
    return [each for name in TREEBANKS for each in read_treebank(data / "ud" / f"{name}-{part}.conllu")]


def write(work: Path, part: str, paragraphs: Iterable[Paragraph]) -> None:
    """Stanza's two files: the text and a label for each of its characters, paragraphs separated by blank lines."""
    chosen = [each for each in paragraphs if each.sentences]
    texts = ("".join(" " if char.isspace() else char for char in each.text) for each in chosen)
    (work / f"{part}.txt").write_text("\n\n".join(texts), encoding="utf-8")
    (work / f"{part}.toklabels").write_text("\n\n".join(map(labels, chosen)), encoding="utf-8")


def arguments(work: Path, recipe: TokenizerRecipe) -> list[str]:
    """The command line of Stanza's trainer."""
    options = {
        "txt_file": work / "train.txt",
        "label_file": work / "train.toklabels",
        "dev_txt_file": work / "dev.txt",
        "dev_label_file": work / "dev.toklabels",
        "mwt_json_file": work / "mwt.json",
        "save_dir": work,
        "save_name": "checkpoint.pt",
        "lang": "en",
        "shorthand": "en_news",
        "emb_dim": recipe.embedding,
        "hidden_dim": recipe.hidden,
        "dropout": recipe.dropout,
        "unit_dropout": recipe.unit_dropout,
        "max_seqlen": recipe.width,
        "batch_size": recipe.batch,
        "steps": recipe.steps,
        "eval_steps": recipe.evaluated_every,
        "anneal_after": recipe.annealed_after,
        "anneal": recipe.anneal,
        "report_steps": 100,
        "drop_initial_punct_prob": 0,  # Spanish marks
        "seed": recipe.seed,
    }
    pairs = [[f"--{name}", str(value)] for name, value in options.items()]
    return [part for pair in pairs for part in pair] + ["--no_use_mwt", "--no-hierarchical", "--cpu"]


def publish(checkpoint: Path, target: Path) -> Path:
    """Stanza's checkpoint without the names of the training's files."""
    content: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=True)
    names = ("_file", "_dir", "_gold", "_name")
    content["config"] = {key: None if key.endswith(names) else value for key, value in content["config"].items()}
    torch.save(content, target, _use_new_zipfile_serialization=False)
    return target


def evaluate(weights: Path, paragraphs: list[Paragraph]) -> Figures:
    """How well the tokenizer finds the words and sentences of the paragraphs, from their joined text alone."""
    text, gold = "", []
    for each in paragraphs:
        gold += [tuple(Span(s.start + len(text), s.end + len(text)) for s in words) for words in each.sentences]
        text += each.text + "\n\n"
    (found,) = Segmenter(weights).sentences([text])
    return Figures(
        _f1({word for words in gold for word in words}, {word for words in found for word in words}),
        _f1({(s[0].start, s[-1].end) for s in gold}, {(s[0].start, s[-1].end) for s in found}),
    )


def _f1(gold: set[Any], found: set[Any]) -> float:
    return 200 * len(gold & found) / max(1, len(gold) + len(found))


def figures(shared: Path, weights: Path) -> dict[str, Figures]:
    """The figures on EWT dev, GUM dev and the silver news of PolNeAR dev."""
    data = shared / "data"
    prefixes = kept_prefixes(treebanks(data, "train"))
    sets = {name: list(read_treebank(data / "ud" / f"{name}-dev.conllu")) for name in TREEBANKS}
    sets["polnear"] = read_news(data / "polnear" / "dev", prefixes)
    return {name: evaluate(weights, paragraphs) for name, paragraphs in sets.items()}


def main(shared: Path, work: Path, recipe: TokenizerRecipe | None = None) -> None:
    """Trains, measures, and writes ``news.pt`` and ``figures.json`` into ``work``."""
    weights = train(shared, work, recipe or TokenizerRecipe())
    measured = figures(shared, weights)
    for name, each in measured.items():
        logger.info("%s: words %.2f, sentences %.2f", name, each.words, each.sentences)
    table = {name: asdict(each) for name, each in measured.items()}
    (work / "figures.json").write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
