"""The journal: everything a run has made, in SQLite, from which a killed run goes on.

One writer, one transaction a block, nothing written twice. Blocks are there from 0 without a gap, so their
number is all the state that a run has. Which items are admitted is decided in ordinal order and written with
them; the first `wanted` of those are the run's result, and what the last block has beyond them waits for a
run that wants more.

Readers page by ordinal in short transactions, so that they never stop a run that is writing.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item, Settings
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal_file import LAYOUT, check_whole, create, read_meta
from apigen_mt.run.origin import Origin, check_origin, check_wanted
from apigen_mt.run.record import Reason, Record
from apigen_mt.sqlite_file import explained, opened, opened_to_read, transaction

END = 2**62
"""Beyond every ordinal."""
PAGE = 256
"""Items read in one transaction."""


class Yields(NamedTuple):
    """How many got how far, stage by stage."""

    items: int = 0
    candidates: int = 0
    blueprints: int = 0
    conversations: int = 0
    repeats: int = 0
    admitted: int = 0

    def plus(self, other: "Yields") -> "Yields":
        """Return the sum, stage by stage."""
        return Yields(*(mine + its for mine, its in zip(self, other, strict=True)))


class Summary(msgspec.Struct, frozen=True):
    """A run in numbers, over the items up to the last one of its result."""

    origin: Origin
    wanted: int
    complete: bool
    total: Yields
    domains: dict[str, Yields]
    reasons: dict[Reason, int]
    """Why something was rejected -> how often, the most frequent first."""


class Entry(NamedTuple):
    """One work item as the journal holds it: how far it got, and what it made, as JSON."""

    ordinal: int
    domain: str
    yields: Yields
    reasons: tuple[Reason, ...]
    """One for everything rejected."""
    accepted: bytes | None
    rejected: bytes | None
    at: str = ""
    """When its block was finished: UTC, ISO 8601. Nothing that is made depends on it."""


class Journal:
    """An open journal. Only the one that `resume` gives may be written to."""

    def __init__(self, path: Path, connection: sqlite3.Connection, origin: Origin, wanted: int):
        """Wrap an open connection; use `resume` or `read`."""
        connection.text_factory = bytes
        self.path = path
        self.origin = origin
        self.wanted = wanted
        """Size of the result."""
        self._connection = connection

    @classmethod
    def resume(cls, directory: Path, origin: Origin, wanted: int) -> Self:
        """Open the journal of a directory that is held, or begin one, to work on towards `wanted` admitted.

        Raises:
            UserError: when it is damaged, not ours, made with other settings, or cannot be written.
        """
        path = directory / JOURNAL
        with opened(path, LAYOUT, lambda new: create(new, origin, wanted)) as connection:
            check_whole(connection, path)
            meta = read_meta(connection, path)
            check_origin(meta.origin, origin, directory)
            admitted = connection.execute("SELECT count(*) FROM items WHERE admitted").fetchone()[0]
            check_wanted(meta.wanted, wanted, admitted, directory)
            connection.execute("UPDATE meta SET value = ? WHERE key = 'wanted'", (str(wanted),))
        return cls(path, connection, origin, wanted)

    @classmethod
    def read(cls, directory: Path) -> Self:
        """Open the journal of a directory to read, also while a run is writing it.

        Raises:
            UserError: when there is none, or it is damaged or not ours.
        """
        path = directory / JOURNAL
        if not path.is_file():
            raise UserError(f"{str(directory)!r} is no run's directory: it has no {JOURNAL}")
        with opened_to_read(path, LAYOUT) as connection:
            meta = read_meta(connection, path)
        return cls(path, connection, meta.origin, meta.wanted)

    def __enter__(self) -> Self:
        """Return the journal, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the journal."""
        self._connection.close()

    @property
    def settings(self) -> Settings:
        """The settings that it was made with."""
        return self.origin.settings

    def add_block(self, block: int, records: Sequence[tuple[Record, bool]]) -> None:
        """Write a block durably; each record with whether it is admitted.

        Raises:
            UserError: when the disk refuses; the journal is as it was.
        """
        with explained(self.path), transaction(self._connection):
            execute = self._connection.executemany
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            execute("INSERT INTO blocks VALUES (?, ?, ?)", [(block, len(records), at)])
            execute(
                "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))",
                [_row(block, record, admitted) for record, admitted in records],
            )
            # Bytes are cast by SQLite, so that nothing large is decoded on its way from a worker to the disk.
            execute(
                "INSERT INTO accepted VALUES (?, CAST(? AS TEXT))",
                [(record.ordinal, record.accepted) for record, admitted in records if admitted],
            )
            execute(
                "INSERT INTO rejected VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT))",
                [
                    (record.ordinal, msgspec.json.encode(record.reasons), record.rejected)
                    for record, _ in records
                    if record.rejected
                ],
            )

    def blocks(self) -> int:
        """Return how many blocks are finished: those before this number."""
        return self._one("SELECT count(*) FROM blocks")

    def finished(self) -> Iterator[tuple[Yields, list[Item]]]:
        """Yield each finished block's counts and admitted items, these with cells and signature only."""
        columns = f"ordinal, block, {', '.join(Yields._fields[1:])}, domain, signature, cells"
        decode = msgspec.json.Decoder(tuple[str, ...]).decode
        for _, group in groupby(self._pages(columns, "items", None), lambda row: row[1]):
            yields, items = Yields(), list[Item]()
            for ordinal, _, *stages, domain, signature, cells in group:
                counts = Yields(1, *stages)
                yields = yields.plus(counts)
                if counts.admitted:
                    items.append(Item(ordinal, domain.decode(), signature=signature.decode(), cells=decode(cells)))
            yield yields, items

    def admitted(self) -> Iterator[bytes]:
        """Yield the result: admitted items as JSON, in ordinal order, without what was rejected for them."""
        for _, item in self._pages("ordinal, item", "accepted", self._last()):
            yield item

    def rejected(self) -> Iterator[bytes]:
        """Yield what was rejected, as JSON of items that hold nothing else, in ordinal order.

        An item has here its rejected candidates and its failed conversations, these with their blueprint.
        """
        for _, item in self._pages("ordinal, item", "rejected", self._last()):
            yield item

    def fruitless(self) -> Iterator[bytes]:
        """Yield what was rejected, as `rejected` does, for items of which nothing was admitted."""
        for _, item, admitted in self._pages(
            "ordinal, item, admitted", "rejected JOIN items USING (ordinal)", self._last()
        ):
            if not admitted:
                yield item

    def entries(self, after: int, limit: int = PAGE) -> list[Entry]:
        """Return the result's items after an ordinal, at most `limit` of them, in ordinal order."""
        last = self._last()
        return self._entries(after, END if last is None else last, limit)

    def entry(self, ordinal: int) -> Entry | None:
        """Return one item, be it of the result or beyond it; None if there is none with that ordinal."""
        return next(iter(self._entries(ordinal - 1, ordinal, 1)), None)

    def _entries(self, after: int, last: int, limit: int) -> list[Entry]:
        columns = f"ordinal, domain, {', '.join(Yields._fields[1:])}, reasons, accepted.item, rejected.item, at"
        with explained(self.path):
            rows = self._connection.execute(
                f"SELECT {columns} FROM items JOIN blocks USING (block) LEFT JOIN accepted USING (ordinal) "
                "LEFT JOIN rejected USING (ordinal) WHERE ordinal > ? AND ordinal <= ? ORDER BY ordinal LIMIT ?",
                (after, last, limit),
            ).fetchall()
        return [
            Entry(
                ordinal,
                domain.decode(),
                Yields(1, *stages),
                _reasons(reasons or b"[]"),
                accepted,
                rejected,
                at.decode(),
            )
            for ordinal, domain, *stages, reasons, accepted, rejected, at in rows
        ]

    def summary(self) -> Summary:
        """Count what the run has made, up to the last item of its result."""
        last = self._last()
        where, parameters = ("WHERE ordinal <= ?", (last,)) if last is not None else ("", ())
        with explained(self.path):
            per_domain = self._connection.execute(
                f"SELECT domain, count(*), {', '.join(f'sum({stage})' for stage in Yields._fields[1:])} "
                f"FROM items {where} GROUP BY domain ORDER BY domain",
                parameters,
            ).fetchall()
            reasons = self._connection.execute(
                "SELECT each.value, count(*) AS times FROM rejected, json_each(rejected.reasons) AS each "
                f"{where} GROUP BY each.value ORDER BY times DESC, each.value",
                parameters,
            ).fetchall()
        domains = {domain.decode(): Yields(*counts) for domain, *counts in per_domain}
        total = Yields()
        for counts in domains.values():
            total = total.plus(counts)
        return Summary(
            self.origin,
            self.wanted,
            total.admitted >= self.wanted,
            total,
            domains,
            {msgspec.json.decode(reason, type=Reason): times for reason, times in reasons},
        )

    def _last(self) -> int | None:
        """Ordinal of the last item of a full result; None while it is not full: then everything counts."""
        with explained(self.path):
            row = self._connection.execute(
                "SELECT ordinal FROM items WHERE admitted ORDER BY ordinal LIMIT 1 OFFSET ?",
                (self.wanted - 1,),
            ).fetchone()
        return row[0] if row else None

    def _pages(self, columns: str, table: str, last: int | None) -> Iterator[tuple[Any, ...]]:
        """Yield rows in ordinal order, a page in each transaction; the first column is the ordinal."""
        query = f"SELECT {columns} FROM {table} WHERE ordinal > ? AND ordinal <= ? ORDER BY ordinal LIMIT {PAGE}"
        after = -1
        while True:
            with explained(self.path):
                rows = self._connection.execute(query, (after, END if last is None else last)).fetchall()
            yield from rows
            if len(rows) < PAGE:
                return
            after = rows[-1][0]

    def _one(self, query: str) -> Any:
        with explained(self.path):
            return self._connection.execute(query).fetchone()[0]


_reasons = msgspec.json.Decoder(tuple[Reason, ...]).decode


def _row(block: int, record: Record, admitted: bool) -> tuple[Any, ...]:
    return (
        record.ordinal,
        block,
        record.domain,
        int(admitted),
        record.candidates,
        record.blueprints,
        record.conversations,
        record.repeats,
        record.signature,
        msgspec.json.encode(record.cells if admitted else ()),
    )
