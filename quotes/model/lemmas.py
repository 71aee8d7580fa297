"""Lemmas as edit scripts (Chrupala 2006): a casing, how many characters to cut from the end, what to append."""

from __future__ import annotations

KEEP = "keep|0|"


def script(form: str, lemma: str) -> str:
    """The edit that makes ``lemma`` of ``form``; "=" and the lemma itself where they share too little."""
    casing, base = ("keep", form) if lemma[:1] == form[:1] else ("lower", form.lower())
    shared = next((n for n, (a, b) in enumerate(zip(base, lemma, strict=False)) if a != b), min(len(base), len(lemma)))
    if shared == 0 and lemma:
        return f"={lemma}"
    return f"{casing}|{len(base) - shared}|{lemma[shared:]}"


def apply_script(form: str, edit: str) -> str:
    """The lemma that an edit makes of a form; the form itself where the edit cuts more than there is."""
    if edit.startswith("="):
        return edit[1:]
    casing, cut, tail = edit.split("|", 2)
    base = form if casing == "keep" else form.lower()
    return base[: len(base) - int(cut)] + tail if int(cut) < len(base) or tail else form
