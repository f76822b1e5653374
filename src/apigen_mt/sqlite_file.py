"""SQLite files of ours: how one is begun and recognised, and what is said when disk or file fails.

Only what SQLite 3.40 has is used.
"""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from apigen_mt.errors import UserError


class Layout(NamedTuple):
    """What a file of one sort looks like."""

    name: str
    """What it is called in messages."""
    application: int
    """In the file's header: tells it from other SQLite files."""
    version: int
    schema: tuple[str, ...]


def is_new(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing is written yet: also so if a run was killed before its first commit."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return application == 0 and tables == 0


@contextmanager
def creation(connection: sqlite3.Connection, layout: Layout) -> Generator[None]:
    """Write the schema and what the block writes, all at once."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    with transaction(connection):
        for statement in layout.schema:
            connection.execute(statement)
        yield
        connection.execute(f"PRAGMA application_id = {layout.application}")
        connection.execute(f"PRAGMA user_version = {layout.version}")


def check_format(connection: sqlite3.Connection, path: Path, layout: Layout) -> None:
    """Refuse other files, and files of other versions."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != layout.application:
        raise UserError(f"{str(path)!r} is not a {layout.name} of apigen-mt; choose another --out")
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found != layout.version:
        raise UserError(
            f"{str(path)!r} has {layout.name} format {found}, and this version of apigen-mt reads format "
            f"{layout.version}; use the version that made it, or choose another --out"
        )


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that SQLite finds damaged."""
    for (found,) in connection.execute("PRAGMA quick_check(1)"):
        if found != "ok":
            raise damaged(path, " ".join(found.split()))


@contextmanager
def opened(
    path: Path, layout: Layout, begin: Callable[[sqlite3.Connection], object], *, any_thread: bool = False
) -> Generator[sqlite3.Connection]:
    """Open a file to write, begun by `begin` where there is none; every commit is on the disk when it returns.

    The block checks what is in it, and is left with an open connection unless it raises.

    Raises:
        UserError: when the file is not of this layout, or cannot be written.
    """
    with explained(path):
        connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=not any_thread)
    try:
        with explained(path):
            if is_new(connection):
                begin(connection)
            check_format(connection, path, layout)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            yield connection
    except BaseException:
        connection.close()
        raise


@contextmanager
def opened_to_read(path: Path, layout: Layout) -> Generator[sqlite3.Connection]:
    """Open a file with a connection that cannot write; it stays open unless the block raises.

    Raises:
        UserError: when the file is damaged, or not of this layout.
    """
    connection = connect_to_read(path)
    try:
        with explained(path):
            check_format(connection, path, layout)
            yield connection
    except BaseException:
        connection.close()
        raise


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write."""
    with explained(path):
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)


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
    """Return what to raise about a damaged file."""
    return UserError(
        f"{str(path)!r} is damaged ({how}) and was left as it is; "
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
