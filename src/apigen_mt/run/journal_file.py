"""The journal as a file: its schema, how it is begun and checked, what is said when disk or file fails.

Only what SQLite 3.40 has is used.
"""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.run.origin import Origin

FORMAT = 1
APPLICATION = 0x41504D54
"""`APMT` in the file's header: tells our journals from other SQLite files."""

SCHEMA = (
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
    """CREATE TABLE rejected (
        ordinal INTEGER PRIMARY KEY REFERENCES items,
        reasons TEXT NOT NULL,
        item TEXT NOT NULL
    ) STRICT""",
)


class Meta(msgspec.Struct, frozen=True):
    """What the table `meta` holds."""

    origin: Origin
    wanted: int


def is_new(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing is written yet: also so if a run was killed before its first commit."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return application == 0 and tables == 0


def create(connection: sqlite3.Connection, origin: Origin, wanted: int) -> None:
    """Write the schema and what the journal is made with, all at once."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    with transaction(connection):
        for statement in SCHEMA:
            connection.execute(statement)
        values = {"origin": origin, "wanted": wanted}
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [(key, msgspec.json.encode(value).decode()) for key, value in values.items()],
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def check_format(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse other files, and journals of other versions."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise UserError(f"{str(path)!r} is not a journal of apigen-mt; choose another --out")
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found != FORMAT:
        raise UserError(
            f"{str(path)!r} has journal format {found}, and this version of apigen-mt reads format {FORMAT}; "
            "use the version that made it, or choose another --out"
        )


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that SQLite finds damaged, or from which blocks are missing."""
    for (found,) in connection.execute("PRAGMA quick_check(1)"):
        if found != "ok":
            raise damaged(path, " ".join(found.split()))
    blocks, last, items = connection.execute("SELECT count(*), max(block), sum(items) FROM blocks").fetchone()
    if blocks and (last != blocks - 1 or items != connection.execute("SELECT count(*) FROM items").fetchone()[0]):
        raise damaged(path, "finished blocks are missing")


def read_meta(connection: sqlite3.Connection, path: Path) -> Meta:
    """Return what the journal was made with."""
    try:
        rows = {key: msgspec.json.decode(value) for key, value in connection.execute("SELECT key, value FROM meta")}
        return msgspec.convert(rows, Meta)
    except msgspec.DecodeError as error:
        raise damaged(path, str(error)) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Generator[None]:
    """Commit what is written in the block, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def damaged(path: Path, how: str) -> UserError:
    """Return what to raise about a damaged journal."""
    return UserError(
        f"the journal {str(path)!r} is damaged ({how}) and was left as it is; "
        "put back a copy of the directory, or choose another --out"
    )


@contextmanager
def explained(path: Path) -> Generator[None]:
    """Turn what the disk or the file is to blame for into a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        # Extended codes carry the primary one in their low byte.
        match getattr(error, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
                raise UserError(
                    f"the disk of {str(path)!r} fails or is full ({error}); what was finished before "
                    "is safe: free some space, then run the same command to go on"
                ) from error
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                raise UserError(
                    f"cannot write {str(path)!r} ({error}); make it writable, or choose another --out"
                ) from error
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                raise damaged(path, str(error)) from error
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                raise UserError(
                    f"another program keeps {str(path)!r} locked; close it, then run the same command"
                ) from error
            case _:
                raise
