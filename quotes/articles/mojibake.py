"""Text that was once decoded in the wrong encoding -> the text that was meant ("donâ€™t" -> "don’t")."""

from __future__ import annotations


def repair(text: str) -> str:
    """The text with what a wrong encoding did to it undone; nothing else is changed.

    Quotation marks, line ends, widths, entities and control characters stay as they are.
    """
    from ftfy import TextFixerConfig, fix_text  # only here: most runs do not ask for it

    damage_alone = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
    return fix_text(text, damage_alone)
