"""An item of the inputs -> its article."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

from quotes.articles.decoding import decode, decode_page
from quotes.articles.items import File, Item, Piped, Row, failure, written
from quotes.articles.mojibake import repair
from quotes.articles.pages import article_text
from quotes.articles.places import FAULTS, read_bytes, reason
from quotes.articles.suffixes import PAGES, kind
from quotes.errors import ArticleError, ArticleWarning
from quotes.records import Article

MAX_CHARS = 1_000_000
"""A longer article is most likely none, but a book or a year's issues in one file."""

_WIDEST = 4  # bytes of a character, at most
_MARKUP = 4  # a page may be so much longer than the longest article
_SAVE = "Save it as UTF-8 text, name its encoding (--encoding), or take it away"
_FILL = "Put the article into it, or take it away"
_PIPE = "It is the standard input: send an article through it"
_EXTRA = "Install it: pip install trafilatura lxml_html_clean"


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are read: their encoding where it is not UTF-8, whether mojibake is repaired, how long they may be.

    Without an ``encoding`` the likeliest one is taken, with a warning.
    """

    encoding: str | None = None
    fix_mojibake: bool = False
    max_chars: int = MAX_CHARS

    def most_bytes(self, page: bool = False) -> int:
        """A file with more bytes than this is certainly too long."""
        return (self.max_chars + 1) * _WIDEST * (_MARKUP if page else 1)


AS_IT_STANDS = Reading()


def read(item: Item, how: Reading = AS_IT_STANDS) -> Article:
    """The article of an item; a guessed encoding and a changed id are told (``ArticleWarning``).

    Raises ``ArticleError`` where a file cannot be read, is no text, or has none, and where a text is too long. A row
    may be without text.
    """
    text = _row_text(item) if isinstance(item, Row) else _file_text(item, how)
    if len(text) > how.max_chars:
        raise _too_long(item, how)
    fixed = repair(text) if how.fix_mojibake else text
    return Article(item.id, fixed, item.kept if isinstance(item, Row) else (), fixed != text)


def _row_text(row: Row) -> str:
    if row.note:
        warnings.warn(row.note, ArticleWarning, stacklevel=3)
    return row.text


def _file_text(file: File, how: Reading) -> str:
    page = kind(file.place) in PAGES
    try:
        limit = how.most_bytes(page)
        data = file.data if isinstance(file, Piped) else read_bytes(file.place, limit + 1)
        if len(data) > limit:
            raise _too_long(file, how)
        text = (decode_page if page else decode)(data, written(file.place), how.encoding)
        text = article_text(text) if page else text
    except FAULTS as error:
        raise failure(file.id, file.place, *reason(error)) from error
    except ImportError as error:
        raise failure(file.id, file.place, "is a web page, which needs the library trafilatura", _EXTRA) from error
    except ValueError as error:
        raise failure(file.id, file.place, str(error), _SAVE) from error
    if not text.strip():
        what = "has no article in it" if page else "has no text"
        raise failure(file.id, file.place, what, _PIPE if isinstance(file, Piped) else _FILL)
    return text


def _too_long(item: Item, how: Reading) -> ArticleError:
    what = f"is longer than {how.max_chars:,} characters"
    return failure(item.id, item.place, what, "Allow more (--max-chars), or divide it into its articles")
