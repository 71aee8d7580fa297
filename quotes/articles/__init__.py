"""Folders, files, tables and URLs -> articles: which there are, under which ids, and what their text is.

The text is what the file holds, line ends included; only a byte order mark at its start is taken off, so that offset 0
is the first character after it. Of a web page it is the text of the article in it. An input that cannot be read is an
``ArticleError`` of its own and never ends the run.
"""

from quotes.articles.decoding import decode
from quotes.articles.inputs import Inputs
from quotes.articles.items import ArticleFile, File, Item, Piped, Row, TableFile
from quotes.articles.listing import Listing, find
from quotes.articles.reading import MAX_CHARS, Reading, read
from quotes.articles.tables import TEXT_COLUMN, Columns

__all__ = [
    "MAX_CHARS",
    "TEXT_COLUMN",
    "ArticleFile",
    "Columns",
    "File",
    "Inputs",
    "Item",
    "Listing",
    "Piped",
    "Reading",
    "Row",
    "TableFile",
    "decode",
    "find",
    "read",
]
