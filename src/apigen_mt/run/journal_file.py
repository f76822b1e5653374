"""The journal as a file: its schema, how it is begun and checked."""

import sqlite3
from pathlib import Path

import msgspec

from apigen_mt.run.origin import Origin
from apigen_mt.sqlite_file import Layout, check_pages, creation, damaged

SCHEMA = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE blocks (block INTEGER PRIMARY KEY, items INTEGER NOT NULL, at TEXT NOT NULL) STRICT",
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
LAYOUT = Layout("journal", 0x41504D54, 2, SCHEMA)
"""The number is `APMT`."""


class Meta(msgspec.Struct, frozen=True):
    """What the table `meta` holds."""

    origin: Origin
    wanted: int


def create(connection: sqlite3.Connection, origin: Origin, wanted: int) -> None:
    """Write the schema and what the journal is made with, all at once."""
    with creation(connection, LAYOUT):
        values = {"origin": origin, "wanted": wanted}
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [(key, msgspec.json.encode(value).decode()) for key, value in values.items()],
        )


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that SQLite finds damaged, or from which blocks are missing."""
    check_pages(connection, path)
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
