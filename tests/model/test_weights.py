from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import tiny
import torch

from quotes.model.config import read_config, write_config
from quotes.model.weights import CONFIG, WEIGHTS, load_model, save_weights


def test_a_configuration_comes_back(tmp_path: Path) -> None:
    config = replace(tiny.config(), deprels=("nsubj:pass", "“quoted”"), dropout=0.25)
    write_config(config, tmp_path / CONFIG)
    assert read_config(tmp_path / CONFIG) == config


def test_weights_come_back_to_half_precision(tmp_path: Path) -> None:
    made = tiny.write_model(tmp_path)
    loaded = load_model(tmp_path)
    assert not loaded.training
    assert loaded.config == made.config
    before, after = made.state_dict(), loaded.state_dict()
    assert before.keys() == after.keys()
    for name, value in after.items():
        assert value.dtype == torch.float32
        assert torch.equal(value, before[name].half().float()), name


def test_what_was_loaded_and_saved_again_is_the_same_file(tmp_path: Path) -> None:
    tiny.write_model(tmp_path)
    first = (tmp_path / WEIGHTS).read_bytes()
    save_weights(load_model(tmp_path), tmp_path)
    assert (tmp_path / WEIGHTS).read_bytes() == first
    assert not list(tmp_path.glob("*.part"))


def test_weights_of_another_size_are_refused(tmp_path: Path) -> None:
    made = tiny.write_model(tmp_path)
    write_config(replace(made.config, arc_size=9), tmp_path / CONFIG)
    with pytest.raises(RuntimeError):
        load_model(tmp_path)


def test_a_write_that_breaks_leaves_the_old_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tiny.write_model(tmp_path)
    before = (tmp_path / WEIGHTS).read_bytes()

    def broken(values: object, path: Path) -> None:
        path.write_bytes(b"half a fi")
        raise OSError("disk full")

    monkeypatch.setattr("quotes.model.weights.save_file", broken)
    with pytest.raises(OSError, match="disk full"):
        save_weights(made, tmp_path)
    assert (tmp_path / WEIGHTS).read_bytes() == before
