"""Writing to the completion log: many answers at once, one commit for all that came while the last one ran.

Rows are put in on the event loop, which takes microseconds each, and committed on a thread of its own, which waits for
the disk. So the thread asks for the interpreter once a commit and not once a row: while the loop is busy, each time costs
up to five milliseconds.
"""

import asyncio
import sqlite3
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from apigen_mt.sqlite_file import explained

KNOWN = 2**17
"""Hashes of written parts that are kept in memory, to spare the question whether they are there."""
SHORT = 1024
"""Bytes: parts shorter than this stay as they are, since compressing them takes longer than all else."""
QUICK = 1
"""Level of compression: the default takes twice the time for a tenth less."""


def pack(content: bytes) -> bytes:
    """Return canonical JSON as it is stored; what is compressed begins with `x`, which no JSON does."""
    return content if len(content) < SHORT else zlib.compress(content, QUICK)


def unpack(stored: bytes) -> bytes:
    """Return canonical JSON from what is stored.

    Raises:
        zlib.error: when it is damaged.
    """
    return zlib.decompress(stored) if stored.startswith(b"x") else stored


class Entry(NamedTuple):
    """A row of completions, and the parts that its request is made of; there may be others among them."""

    row: tuple[Any, ...]
    parts: dict[bytes, bytes]


class Writer:
    """The one writer of a log."""

    def __init__(self, path: Path, connection: sqlite3.Connection):
        """Take over a connection that any thread may use."""
        self._path = path
        self._connection = connection
        self._thread = ThreadPoolExecutor(1, "completion-log")
        self._known: set[bytes] = set()
        self._waiting: list[tuple[Entry, asyncio.Future[None]]] = []
        self._busy = False

    async def add(self, entry: Entry) -> None:
        """Return once the entry is on the disk.

        It gets there too if the caller is cancelled while waiting.

        Raises:
            UserError: when the disk refuses.
        """
        loop = asyncio.get_running_loop()
        written: asyncio.Future[None] = loop.create_future()
        self._waiting.append((entry, written))
        if not self._busy:
            self._busy = True
            loop.call_soon(self._write, loop)
        await written

    def add_now(self, entries: list[Entry]) -> None:
        """Write entries durably, with no event loop."""
        self._insert(entries)
        self._commit()

    def close(self) -> None:
        """Write what still waits, and close the file."""
        try:
            self._thread.shutdown()
            if self._waiting:
                self.add_now([entry for entry, _ in self._waiting])
        finally:
            self._connection.close()

    def _write(self, loop: asyncio.AbstractEventLoop) -> None:
        batch, self._waiting = self._waiting, []
        try:
            self._insert([entry for entry, _ in batch])
        except Exception as error:  # belongs to those who wait, not to the loop
            self._settle(loop, batch, error)
            return
        done = loop.run_in_executor(self._thread, self._commit)
        done.add_done_callback(lambda done: self._settle(loop, batch, done.exception()))

    def _settle(
        self,
        loop: asyncio.AbstractEventLoop,
        batch: list[tuple[Entry, asyncio.Future[None]]],
        error: BaseException | None,
    ) -> None:
        for _, written in batch:
            if written.done():
                continue
            if error is None:
                written.set_result(None)
            else:
                written.set_exception(error)
        if self._waiting:
            loop.call_soon(self._write, loop)
        else:
            self._busy = False

    def _insert(self, entries: list[Entry]) -> None:
        """Put entries into a transaction that is left open."""
        parts = {name: content for entry in entries for name, content in entry.parts.items() if name not in self._known}
        with explained(self._path):
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany(
                    "INSERT INTO parts (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    [(name, pack(content)) for name, content in parts.items()],
                )
                self._connection.executemany(
                    "INSERT INTO completions (item, role, place, prompt, request, player, messages, tools, schema,"
                    " parallel, answer, error, seconds, tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [entry.row for entry in entries],
                )
            except BaseException:
                self._undo()
                raise
        if len(self._known) > KNOWN:
            self._known.clear()
        self._known.update(parts)

    def _commit(self) -> None:
        with explained(self._path):
            try:
                self._connection.execute("COMMIT")
            except BaseException:
                self._undo()
                raise

    def _undo(self) -> None:
        self._known.clear()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
