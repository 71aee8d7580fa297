"""A web page -> the text of the article in it."""

from __future__ import annotations

import logging

_SILENT = logging.NullHandler()


def article_text(page: str) -> str:
    """What a reader came for: headline and paragraphs, a line each, without menus, scripts, comments and tables.

    Empty where there is no article. Raises ``ValueError`` where the page cannot be taken apart, ``ImportError`` where
    trafilatura is not installed.
    """
    from trafilatura import extract  # an extra, and only here: it takes a second to load

    logging.getLogger("trafilatura").addHandler(_SILENT)  # what it says of a page is told by the error of that page
    try:
        return extract(page, include_comments=False, include_tables=False) or ""
    except Exception as error:  # the border between one page and all others
        raise ValueError(f"is a page that cannot be taken apart ({type(error).__name__}: {error})") from error
