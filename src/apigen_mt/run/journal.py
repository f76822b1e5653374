"""The journal: everything a run has made, in SQLite, from which a killed run goes on.

One writer, one transaction a block, nothing written twice. Blocks are there from 0 without a gap, so the number of blocks
is all the state that a run has. Which items are admitted is decided in ordinal order and written with them; the first
`wanted` of those are the run's result, and what the last block has beyond them waits for a run with more.

Readers page by ordinal in short transactions, so that they never stop a run that is writing.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item, Settings
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.record import Reason, Record

FORMAT = 1
APPLICATION = 0x41504D54
"""`APMT` in the file's header: tells our journals from other SQLite files."""
PAGE = 256
"""Items read in one transaction."""

Command = Literal["generate", "blueprints", "simulate"]

_SCHEMA = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE blocks (block INTEGER PRIMARY KEY, items INTEGER NOT NULL) STRICT",
    """CREATE TABLE items (
        ordinal INTEGER PRIMARY KEY,
        block INTEGER NOT NULL REFERENCES blocks,
        domain TEXT NOT NULL,
        admitted INTEGER NOT NULL,
        candidates INTEGER NOT NULL,
        blueprints INTEGER NOT NULL,
        conversations INTEGER NOT NULL,
        repeats INTEGER NOT NULL,
        signature TEXT NOT NULL,
        cells TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX items_by_domain ON items (domain, admitted, ordinal)",
    "CREATE INDEX items_admitted ON items (ordinal) WHERE admitted",
    "CREATE TABLE accepted (ordinal INTEGER PRIMARY KEY REFERENCES items, item TEXT NOT NULL) STRICT",
    "CREATE TABLE rejected (ordinal INTEGER PRIMARY KEY REFERENCES items, reasons TEXT NOT NULL, item TEXT NOT NULL) STRICT",
)


class Origin(msgspec.Struct, frozen=True):
    """What a journal was made with: equal origins give equal items."""

    command: Command
    settings: Settings
    worlds: dict[str, str]
    """Domain -> digest of its world."""
    source: str = ""
    """For `simulate`: digest of the blueprints it was given."""


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


class Journal:
    """An open journal. Only the one that `resume` gives may be written to."""

    def __init__(self, path: Path, connection: sqlite3.Connection, origin: Origin, wanted: int | None):
        """Wrap an open connection; use `resume` or `read`."""
        connection.text_factory = bytes
        self.path = path
        self.origin = origin
        self.wanted = wanted
        """Size of the result; None for as many as there are."""
        self._connection = connection

    @classmethod
    def resume(cls, directory: Path, origin: Origin, wanted: int | None) -> Self:
        """Open the journal of a directory that is held, or begin one, to work on towards `wanted` admitted items.

        Raises:
            UserError: when it is damaged, not ours, made with other settings, or cannot be written.
        """
        path = directory / JOURNAL
        with _explained(path):
            connection = sqlite3.connect(path, timeout=10, isolation_level=None)
        try:
            with _explained(path):
                if _is_new(connection):
                    _create(connection, origin, wanted)
                _check_format(connection, path)
                _check_whole(connection, path)
                meta = _meta(connection, path)
                _check_origin(meta.origin, origin, directory)
                _check_wanted(meta.wanted, wanted, directory)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute(
                    "UPDATE meta SET value = ? WHERE key = 'wanted'", (msgspec.json.encode(wanted).decode(),)
                )
        except BaseException:
            connection.close()
            raise
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
        with _explained(path):
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)
        try:
            with _explained(path):
                _check_format(connection, path)
                meta = _meta(connection, path)
        except BaseException:
            connection.close()
            raise
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
        with _explained(self.path), _transaction(self._connection):
            execute = self._connection.executemany
            execute("INSERT INTO blocks VALUES (?, ?)", [(block, len(records))])
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
        """Yield each finished block's counts and its admitted items, of which only cells and signature are given."""
        columns = "block, ordinal, domain, admitted, candidates, blueprints, conversations, repeats, signature, cells"
        decode = msgspec.json.Decoder(tuple[str, ...]).decode
        rows = self._pages(columns, "items", None)
        for _, group in groupby(rows, lambda row: row[0]):
            counts, items = Yields(), list[Item]()
            for _, ordinal, domain, admitted, *stages, signature, cells in group:
                counts = counts.plus(Yields(1, *stages, admitted))
                if admitted:
                    items.append(
                        Item(ordinal, domain.decode(), signature=signature.decode(), cells=decode(cells))
                    )
            yield counts, items

    def admitted(self) -> Iterator[bytes]:
        """Yield the result: admitted items as JSON, in ordinal order, without what was rejected on the way to them."""
        for _, item in self._pages("ordinal, item", "accepted", self._last()):
            yield item

    def rejected(self) -> Iterator[bytes]:
        """Yield what was rejected, as JSON of items that hold nothing else, in ordinal order.

        An item has here its rejected candidates and its failed conversations, these with their blueprint.
        """
        for _, item in self._pages("ordinal, item", "rejected", self._last()):
            yield item

    def summary(self) -> Summary:
        """Count what the run has made, up to the last item of its result."""
        last = self._last()
        where, parameters = ("WHERE ordinal <= ?", (last,)) if last is not None else ("", ())
        with _explained(self.path):
            per_domain = self._connection.execute(
                "SELECT domain, count(*), sum(candidates), sum(blueprints), sum(conversations), sum(repeats), sum(admitted) "
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
            self.wanted if self.wanted is not None else total.admitted,
            self.wanted is None or total.admitted >= self.wanted,
            total,
            domains,
            {msgspec.json.decode(reason, type=Reason): times for reason, times in reasons},
        )

    def _last(self) -> int | None:
        """Ordinal of the last item of a full result; None while it is not full, and then everything counts."""
        if self.wanted is None:
            return None
        with _explained(self.path):
            row = self._connection.execute(
                "SELECT ordinal FROM items WHERE admitted ORDER BY ordinal LIMIT 1 OFFSET ?",
                (self.wanted - 1,),
            ).fetchone()
        return row[0] if row else None

    def _pages(self, columns: str, table: str, last: int | None) -> Iterator[tuple[Any, ...]]:
        """Yield rows in ordinal order, a page in each transaction."""
        place = columns.split(", ").index("ordinal")
        query = f"SELECT {columns} FROM {table} WHERE ordinal > ? AND ordinal <= ? ORDER BY ordinal LIMIT {PAGE}"
        after = -1
        while True:
            with _explained(self.path):
                rows = self._connection.execute(query, (after, last if last is not None else 2**62)).fetchall()
            yield from rows
            if len(rows) < PAGE:
                return
            after = rows[-1][place]

    def _one(self, query: str) -> Any:
        with _explained(self.path):
            return self._connection.execute(query).fetchone()[0]


class _Meta(msgspec.Struct, frozen=True):
    origin: Origin
    wanted: int | None


def _row(block: int, record: Record, admitted: bool) -> tuple[Any, ...]:
    return (
        record.ordinal,
        block,
        record.domain,
        int(admitted),
        record.candidates,
        record.blueprints,
        record.conversations,
        sum(reason.stage == "repeat" for reason in record.reasons),
        record.signature,
        msgspec.json.encode(record.cells if admitted else ()),
    )


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _is_new(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing has been written: also so if the run that began it was killed before its first commit."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return application == 0 and tables == 0


def _create(connection: sqlite3.Connection, origin: Origin, wanted: int | None) -> None:
    connection.execute("PRAGMA page_size = 8192")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    with _transaction(connection):
        for statement in _SCHEMA:
            connection.execute(statement)
        values = {"origin": origin, "wanted": wanted}
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [(key, msgspec.json.encode(value).decode()) for key, value in values.items()],
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise UserError(f"{str(path)!r} is not a journal of apigen-mt; choose another --out")
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found != FORMAT:
        raise UserError(
            f"{str(path)!r} has journal format {found}, and this version of apigen-mt reads format {FORMAT}; "
            "use the version that made it, or choose another --out"
        )


def _check_whole(connection: sqlite3.Connection, path: Path) -> None:
    for (found,) in connection.execute("PRAGMA quick_check(1)"):
        if found != "ok":
            raise _damaged(path, found)
    blocks, last, items = connection.execute("SELECT count(*), max(block), sum(items) FROM blocks").fetchone()
    if blocks and (last != blocks - 1 or items != connection.execute("SELECT count(*) FROM items").fetchone()[0]):
        raise _damaged(path, "finished blocks are missing")


def _meta(connection: sqlite3.Connection, path: Path) -> _Meta:
    try:
        rows = {key: msgspec.json.decode(value) for key, value in connection.execute("SELECT key, value FROM meta")}
        return msgspec.convert(rows, _Meta)
    except msgspec.DecodeError as error:
        raise _damaged(path, str(error)) from error


def _check_origin(made: Origin, wanted: Origin, directory: Path) -> None:
    """Refuse to go on with anything that would make the later items differ from the earlier ones."""
    advice = "give the same settings to go on, or choose another --out"
    if made.command != wanted.command:
        raise UserError(f"{str(directory)!r} was made by `{made.command}`, not `{wanted.command}`; choose another --out")
    for name in Settings.__struct_fields__:
        before, now = getattr(made.settings, name), getattr(wanted.settings, name)
        if before != now:
            raise UserError(f"{str(directory)!r} was made with {name} = {before!r}, not {now!r}; {advice}")
    if made.source != wanted.source:
        raise UserError(f"{str(directory)!r} was made from other blueprints; {advice}")
    for domain, digest in made.worlds.items():
        if digest != wanted.worlds.get(domain):
            raise UserError(
                f"domain {domain!r} has changed since {str(directory)!r} was made with it "
                f"(world {digest[:12]} then, {wanted.worlds.get(domain, 'none')[:12]} now); choose another --out"
            )


def _check_wanted(before: int | None, now: int | None, directory: Path) -> None:
    if now is not None and (before is None or now < before):
        raise UserError(
            f"{str(directory)!r} was made with -n {before if before is not None else 'of all blueprints'}, and -n {now} is less; "
            "a run can go on to more, not back to fewer: choose another --out"
        )


def _damaged(path: Path, how: str) -> UserError:
    return UserError(
        f"the journal {str(path)!r} is damaged ({how}) and was left as it is; "
        "put back a copy of the directory, or choose another --out"
    )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the disk or the file is to blame for into a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        # Extended codes carry the primary one in their low byte.
        match getattr(error, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
                raise UserError(
                    f"the disk of {str(path)!r} fails or is full ({error}); every block finished before is safe: "
                    "free some space, then run the same command to go on"
                ) from error
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                raise UserError(
                    f"cannot write {str(path)!r} ({error}); make it writable, or choose another --out"
                ) from error
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                raise _damaged(path, str(error)) from error
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                raise UserError(
                    f"another program keeps {str(path)!r} locked; close it, then run the same command"
                ) from error
            case _:
                raise
