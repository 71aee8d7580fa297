"""Bytes -> text: by the byte order mark, as UTF-8, in the encoding that was named, or in the likeliest one."""

from __future__ import annotations

import codecs
import re
import warnings

from charset_normalizer import from_bytes

from quotes.errors import ArticleWarning

# the mark of UTF-32 in little-endian order begins with that of UTF-16: longest first
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# English text in an older encoding is in one of these; among all encodings the detector prefers rarer ones
_LIKELY = ["cp1252", "mac_roman"]
_NO_ENCODING = "is not text: its bytes do not fit any encoding"
_NUL = "is not text: it has NUL characters"
# where a page says in what encoding it is; browsers look no further either
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096


def is_encoding(name: str) -> bool:
    """Whether there is an encoding of that name, for text."""
    try:
        " ".encode(name)
    except (LookupError, ValueError):
        return False
    return True


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text in ``data``; ``name`` names its origin in the ``ArticleWarning`` about a guessed encoding.

    ``encoding`` takes the place of a guess: it is that of data without a byte order mark that are not UTF-8. Raises
    ``ValueError`` where the data are not text, or not in that encoding.
    """
    mark, marked = _marked(data)
    text = _fitting(data[len(mark) :], marked or "utf-8")
    if marked is None and encoding and (text is None or "\0" in text):
        text = _fitting(data, encoding)
        if text is None:
            raise ValueError(f"is not text in UTF-8 or {encoding}: its bytes do not fit")
    if text is None and (marked or b"\0" in data):
        raise ValueError(_NO_ENCODING)
    text = _guessed(data, name) if text is None else text
    if "\0" in text:
        raise ValueError(_NUL)
    return text


def decode_page(data: bytes, name: str, encoding: str | None = None) -> str:
    """Like ``decode``, for a web page, which may tell its own encoding; ``encoding`` is believed before it."""
    declared = _DECLARED.search(data, 0, _HEAD)
    told = declared.group(1).decode("ascii", "replace") if declared and not encoding else None
    if told and is_encoding(told):
        try:
            return decode(data, name, told)
        except ValueError:
            pass  # what the page says of itself is wrong
    return decode(data, name, encoding)


def sniff(start: bytes, encoding: str | None = None) -> tuple[str, bool]:
    """The encoding of a file that begins with ``start``, after the rules of ``decode``, and whether it is a guess.

    Its decoder takes off the byte order mark. Raises ``ValueError`` where the start is not text.
    """
    _, marked = _marked(start)
    guessed = False
    found = {"utf-8": "utf-8-sig"}.get(marked, marked.rpartition("-")[0]) if marked else "utf-8"
    if not _begins(start, found) and marked is None:
        best = None if encoding or b"\0" in start else _best(start)
        found, guessed = encoding or best or found, best is not None
    if not _begins(start, found):
        raise ValueError(_NO_ENCODING)
    return found, guessed


def _begins(start: bytes, encoding: str) -> bool:
    """Whether the bytes are the start of a text in the encoding; its last character may be cut."""
    try:
        return "\0" not in codecs.getincrementaldecoder(encoding)().decode(start)
    except UnicodeDecodeError:
        return False


def _marked(data: bytes) -> tuple[bytes, str | None]:
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", None))


def _fitting(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _best(data: bytes) -> str | None:
    best = from_bytes(data, cp_isolation=_LIKELY).best() or from_bytes(data).best()
    return best.encoding if best else None


def _guessed(data: bytes, name: str) -> str:
    encoding = _best(data)
    if encoding is None:
        raise ValueError("is not text: no encoding fits its bytes")
    warnings.warn(f"{name} is not UTF-8; read as {encoding}", ArticleWarning, stacklevel=3)
    return data.decode(encoding)
