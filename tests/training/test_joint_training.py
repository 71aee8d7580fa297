from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import tiny
import torch
from test_encoded import speech, syntax
from torch import Tensor

from quotes.model.batches import WordPieces
from quotes.model.config import ModelConfig, read_config
from quotes.model.weights import load_model
from quotes.training import corpora, joint
from quotes.training.corpora import Corpora
from quotes.training.encoded import examples
from quotes.training.examples import Words
from quotes.training.figures import measure
from quotes.training.joint import Recipe
from quotes.training.losses import total

RECIPE = Recipe(epochs=2, window=60, batch_pieces=120, bf16=False, threads=1, checkpoint_minutes=1e-9)

TREEBANK = """# newdoc id = {name}
1\tAnn\tAnn\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_

"""
ARTICLE = "Ann said the end is near.\nHe left.\n"
BRAT = "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nT3\tContent 9 24\tx\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder of corpora of a few words each."""
    data = tmp_path / "shared" / "data"
    for folder in ("ud", "ner"):
        (data / folder).mkdir(parents=True)
    for name in ("ewt", "gum"):
        for part, documents in (("train", 4), ("dev", 1)):
            content = "".join(TREEBANK.format(name=n) for n in range(documents))
            (data / "ud" / f"en_{name}-{part}.conllu").write_text(content, encoding="utf-8")
    for part in ("train", "dev"):
        polnear(data / "polnear" / part)
    (data / "ner" / "wikigold.conll").write_text("Ann I-PER\nleft O\n. O\n", encoding="utf-8")
    return tmp_path / "shared"


def polnear(folder: Path) -> None:
    for name in ("text", "corenlp", "attributions"):
        (folder / name).mkdir(parents=True)
    for number in range(3):
        (folder / "text" / f"a{number}.txt").write_text(ARTICLE, encoding="utf-8", newline="")
        (folder / "attributions" / f"a{number}_x.ann").write_text(BRAT, encoding="utf-8")
        spans = [(0, 3), (4, 8), (9, 12), (13, 16), (17, 19), (20, 24), (24, 25), (26, 28), (29, 33), (33, 34)]
        lines = [f"{start}\t{end}\tx\tX\tO" for start, end in spans]
        (folder / "corenlp" / f"a{number}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tiny encoder with random weights in place of the official one."""
    tiny.write_vocabulary(tmp_path)
    inventory: Callable[[list[Words]], ModelConfig] = corpora.inventory

    def sized(documents: list[Words]) -> ModelConfig:
        found, sizes = inventory(documents), tiny.config()
        return replace(sizes, upos=found.upos, deprels=found.deprels, lemma_scripts=found.lemma_scripts)

    monkeypatch.setattr(joint, "starting_folder", lambda: tmp_path)
    monkeypatch.setattr(joint, "load_starting_weights", lambda encoder, path: None)
    monkeypatch.setattr(corpora, "inventory", sized)
    threads = torch.get_num_threads()
    monkeypatch.setattr(torch, "set_num_threads", lambda count: None)
    assert threads == torch.get_num_threads()


def workplace(tmp_path: Path, name: str) -> Path:
    folder = tmp_path / name
    folder.mkdir()
    return folder


def weights(folder: Path) -> dict[str, Tensor]:
    return load_model(folder).state_dict()


def test_a_step_lowers_the_loss(tmp_path: Path) -> None:
    torch.manual_seed(1)
    pieces = WordPieces(tmp_path / "tokenizer.json")
    recipe = replace(RECIPE, encoder_rate=3e-3, head_rate=3e-3)
    state = joint._begin(tiny.config(), workplace(tmp_path, "work"), recipe, torch.device("cpu"))
    for document in (syntax(), speech()):
        batch = list(examples([document], tiny.config(), pieces, 100))
        known = [joint._step(state, batch, 1.0, recipe) for _ in range(15)]
        before, after = (total({n: torch.tensor(v) for n, v in each.items()}) for each in (known[0], known[-1]))
        assert after < 0.95 * before
        assert sum(known[-1][name] < known[0][name] for name in known[0]) >= len(known[0]) - 1
    assert state.step == 30


def test_training_writes_a_model_that_loads(shared: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    work = workplace(tmp_path, "work")
    with caplog.at_level(logging.INFO):
        joint.train(shared, work, RECIPE)
    assert read_config(work / "news.json").upos == ("VERB", "PRON", "PROPN", "PUNCT")
    assert weights(work)
    assert all(
        f"epoch {epoch}, {name}" in caplog.text for epoch in (1, 2) for name in ("EWT dev", "GUM dev", "PolNeAR dev")
    )
    assert not list(work.glob("*.part"))


def test_the_same_seed_makes_the_same_weights(shared: Path, tmp_path: Path) -> None:
    one, two, other = (workplace(tmp_path, name) for name in ("one", "two", "other"))
    joint.train(shared, one, RECIPE)
    joint.train(shared, two, RECIPE)
    joint.train(shared, other, replace(RECIPE, seed=2))
    assert all(torch.equal(value, weights(two)[name]) for name, value in weights(one).items())
    assert any(not torch.equal(value, weights(other)[name]) for name, value in weights(one).items())


class KilledError(Exception):
    """The run ends here, as if the machine had."""


def killed(after: int, ordinary: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which runs a number of times and then no more."""
    left = [after]

    def run(*arguments: Any) -> Any:
        if not left[0]:
            raise KilledError
        left[0] -= 1
        return ordinary(*arguments)

    return run


@pytest.mark.parametrize("steps", [1, 3])
def test_a_killed_run_goes_on_where_it_was(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    whole, broken = workplace(tmp_path, "whole"), workplace(tmp_path, "broken")
    joint.train(shared, whole, RECIPE)
    with monkeypatch.context() as patch, pytest.raises(KilledError):
        patch.setattr(joint, "_step", killed(steps, joint._step))
        joint.train(shared, broken, RECIPE)
    assert (broken / "checkpoint.pt").exists()
    joint.train(shared, broken, RECIPE)
    expected, found = weights(whole), weights(broken)
    assert all(torch.allclose(value, found[name], atol=1e-3) for name, value in expected.items())


def test_a_run_killed_behind_its_last_step_still_writes_its_weights(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Measuring takes minutes; a run that ends there has its last epoch in the checkpoint alone."""
    whole, broken = workplace(tmp_path, "whole"), workplace(tmp_path, "broken")
    joint.train(shared, whole, RECIPE)
    with monkeypatch.context() as patch, pytest.raises(KilledError):
        patch.setattr(joint, "measure", killed(3, measure))  # the three dev sets of the first epoch
        joint.train(shared, broken, RECIPE)
    joint.train(shared, broken, RECIPE)
    found = weights(broken)
    assert all(torch.allclose(value, found[name], atol=1e-3) for name, value in weights(whole).items())


def test_the_rate_rises_and_falls() -> None:
    rates = [joint._rate(n / 100, RECIPE) for n in range(101)]
    top = rates.index(max(rates))
    assert rates[0] == 0 and max(rates) == pytest.approx(1) and rates[-1] == pytest.approx(0, abs=1e-9)
    assert top == 8
    assert rates[: top + 1] == sorted(rates[: top + 1]) and rates[top:] == sorted(rates[top:], reverse=True)


def test_the_encoder_learns_slowly_and_norms_do_not_decay(tmp_path: Path) -> None:
    state = joint._begin(tiny.config(), workplace(tmp_path, "work"), RECIPE, torch.device("cpu"))
    of = {id(p): group for group in state.optimizer.param_groups for p in group["params"]}
    named = {name: of[id(parameter)] for name, parameter in state.model.named_parameters()}
    assert len(of) == len(named)
    assert named["encoder.layers.0.inner.weight"]["top"] == RECIPE.encoder_rate
    assert named["encoder.embeddings.surfaces.0.weight"]["top"] == RECIPE.head_rate
    assert named["arcs.weight"]["top"] == RECIPE.head_rate
    assert named["encoder.layers.0.inner.weight"]["weight_decay"] > 0
    assert named["encoder.layers.0.norm.weight"]["weight_decay"] == named["arcs.bias"]["weight_decay"] == 0


def test_batches_are_of_one_kind_and_hold_every_window(tmp_path: Path) -> None:
    pieces = WordPieces(tmp_path / "tokenizer.json")
    data = Corpora([syntax()] * 6, [replace(speech(), name=str(n)) for n in range(5)], [])
    batches = joint._batches(data, tiny.config(), pieces, RECIPE, 0)
    kinds = [{example.labels.upos is None for example in batch} for batch in batches]
    assert all(len(kind) == 1 for kind in kinds)
    assert sum(len(example.window.pieces) for batch in batches for example in batch) == 6 * 5 + 5 * 6
    assert batches == joint._batches(data, tiny.config(), pieces, RECIPE, 0)
    assert batches != joint._batches(data, tiny.config(), pieces, RECIPE, 1)


def test_one_version_of_an_article_is_taken_at_a_time() -> None:
    versions = [replace(speech(), name="a"), replace(speech(), name="a", speech=()), replace(speech(), name="b")]
    taken = [joint._one_annotator(versions, Random(seed)) for seed in range(30)]
    assert {len(each) for each in taken} == {2}
    assert {len(each[0].speech) for each in taken} == {0, 1}
