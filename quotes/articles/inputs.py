"""All that is to be read, in order: what a run goes through."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.articles.items import Item, TableFile, written
from quotes.articles.listing import Listing
from quotes.articles.tables import Columns, Ids, Table, check, kept_fields, open_table, rows
from quotes.errors import ArticleError, InputError

EVERYTHING_AS_IT_IS = Columns()


class Inputs:
    """The items of a listing, those of its tables row by row; can be gone through again and yields the same.

    ``kept`` has the fields of the columns that are carried along; ``total`` is how many items there are, or None where
    only reading tells; ``warnings`` what has to be told about tables. Raises ``InputError`` where a table does not have
    the columns, or columns are asked for without a table.
    """

    def __init__(self, listing: Listing, columns: Columns = EVERYTHING_AS_IT_IS, encoding: str | None = None) -> None:
        self.files = listing.files
        self._columns = columns
        self._tables: dict[str, Table] = {}
        self._failures = list(listing.failures)
        for file in self.files:
            if isinstance(file, TableFile):
                self._open(file, encoding)
        if columns.asked and not any(isinstance(file, TableFile) for file in self.files):
            raise InputError(
                f"{' and '.join(columns.asked)}: there is no table (.csv, .jsonl, .parquet) among the inputs. Give the "
                "table itself (in a folder tables are skipped), or leave the option out."
            )
        self.kept = kept_fields(list(self._tables.values()), columns.keep)
        self.warnings = [
            f"{written(table.file.place)} is not UTF-8; read as {table.head.encoding}"
            for table in self._tables.values()
            if table.head.guessed
        ]

    @property
    def total(self) -> int | None:
        """The number of items, errors included."""
        counts = [table.head.rows for table in self._tables.values()]
        known = [max(1, count) for count in counts if count is not None]  # a table without rows is an error
        files = sum(not isinstance(file, TableFile) for file in self.files)
        return len(self._failures) + files + sum(known) if len(known) == len(counts) else None

    def __iter__(self) -> Iterator[Item | ArticleError]:
        yield from self._failures
        ids = Ids(file.id for file in self.files) if self._columns.id else Ids()
        for file in self.files:
            if not isinstance(file, TableFile):
                yield file
            elif file.place in self._tables:
                yield from rows(self._tables[file.place], self._columns, self.kept, ids)

    def _open(self, file: TableFile, encoding: str | None) -> None:
        try:
            table = open_table(file, encoding)
        except ArticleError as error:
            self._failures.append(error)
        else:
            check(table, self._columns)
            self._tables[file.place] = table
