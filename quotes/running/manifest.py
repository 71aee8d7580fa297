"""What a run depends on: its inputs, its settings and the model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from quotes import __version__
from quotes.articles import File
from quotes.errors import unusable_model


def manifest(inputs: Iterable[File], settings: Mapping[str, Any], model_dir: str | None) -> dict[str, Any]:
    """The value by which a run that goes on is seen to be the same as the one that was begun."""
    return {"version": __version__, "model": _model(model_dir), "inputs": _fingerprint(inputs), **settings}


def about(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """What of a manifest goes into the table: not where the inputs lay, and when they were written."""
    return {name: value for name, value in manifest.items() if name != "inputs"}


def _model(model_dir: str | None) -> str:
    folder = Path(model_dir) if model_dir else Path(str(files("quotes").joinpath("model", "weights")))
    try:
        with (folder / "en" / "joint" / "news.safetensors").open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()[:16]
    except OSError as error:
        raise unusable_model(folder, error, named=bool(model_dir)) from error


def _fingerprint(inputs: Iterable[File]) -> str:
    """The number of files, and a hash over their places, sizes and what tells a change of them."""
    digest, count = hashlib.sha256(), 0
    for file in inputs:
        digest.update(f"{file.id}\0{file.place}\0{file.size}\0{file.changed}\n".encode("utf-8", "surrogatepass"))
        count += 1
    return f"{count} files, {digest.hexdigest()[:16]}"
