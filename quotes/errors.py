"""What can go wrong, as exceptions and warnings; every message says what to do next."""

from __future__ import annotations


class QuotesError(Exception):
    """Base of every error that this package raises on purpose."""


class SetupError(QuotesError):
    """The package cannot work here: weights that are missing or do not fit, a device that is not there."""


def unusable_model(folder: object, error: Exception, named: bool) -> SetupError:
    """The error about weights that cannot be read; ``named`` says that the user gave their folder."""
    advice = (
        "Name a folder of weights as quotes/training makes them (--model-dir; in Python model_dir=), or leave it out"
        if named
        else "Install quotes anew"
    )
    return SetupError(f"The model in {folder} cannot be read ({error}). {advice}.")


class InputError(QuotesError):
    """A call or a table that was handed in does not have the shape it must have."""


class OutputError(QuotesError):
    """A result cannot be written where it should go."""


class GoldError(QuotesError):
    """Gold annotations are missing or cannot be understood."""


class ArticleError(QuotesError):
    """One article could not be finished; all others go on.

    ``article_id`` is its id in the table, ``stage`` the step that failed (``read``, ``parse``, ``contents``,
    ``attribution``, ``speakers``), ``reason`` what happened and what to do about it.
    """

    def __init__(self, article_id: str, stage: str, reason: str) -> None:
        super().__init__(article_id, stage, reason)  # all three, so that the error survives pickling
        self.article_id = article_id
        self.stage = stage
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.article_id} ({self.stage}): {self.reason}"


class ArticleWarning(UserWarning):
    """An article was read, but perhaps not as it was meant.

    A guessed encoding, characters that no file can hold, an id that another article has, the name of a file as a text.
    """
