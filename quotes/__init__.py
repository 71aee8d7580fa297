"""Who said what: the quotations of news articles, with their speakers, as a table.

``extract`` turns a text, a Series or a DataFrame into the table; ``load`` makes an ``Extractor`` to be used again.
torch and stanza are not imported before the first ``load``.
"""

__version__ = "0.1.0"  # ahead of the modules, which write it into what they make

from quotes.errors import ArticleError, ArticleWarning, InputError, OutputError, QuotesError, SetupError
from quotes.formats import read, write
from quotes.frames import extract
from quotes.pipeline import Extractor, load
from quotes.records import Quote
from quotes.table import META, SCHEMA

__all__ = [
    "META",
    "SCHEMA",
    "ArticleError",
    "ArticleWarning",
    "Extractor",
    "InputError",
    "OutputError",
    "Quote",
    "QuotesError",
    "SetupError",
    "extract",
    "load",
    "read",
    "write",
]
