"""The completion log: what every model answered, durable before it is used.

One SQLite file in a run's directory. An answer is found again by work item, role and place, and only if it answers the
very same request. From this come resume without a second payment, runs again without a model, recordings for tests, and
the ledger. Requests that found no answer stand in it too, so that such a run comes out the same again; what stopped the
run (a budget, an endpoint that is down) does not, and is asked again.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, get_args

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.models.asked import SIZE, Asked
from apigen_mt.models.completion import Completion, Role, Usage
from apigen_mt.models.log_writer import Entry, Writer, unpack
from apigen_mt.models.players import Player
from apigen_mt.sqlite_file import (
    Layout,
    check_pages,
    connect_to_read,
    creation,
    damaged,
    explained,
    opened,
    opened_to_read,
)

COMPLETIONS = "completions.sqlite"
"""The log's file in a run's directory."""
SCHEMA = (
    "CREATE TABLE parts (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, content BLOB NOT NULL) STRICT",
    """CREATE TABLE completions (
        number INTEGER PRIMARY KEY,
        item INTEGER NOT NULL,
        role TEXT NOT NULL,
        place TEXT NOT NULL,
        prompt TEXT NOT NULL,
        request BLOB NOT NULL,
        player BLOB NOT NULL,
        messages BLOB NOT NULL,
        tools BLOB NOT NULL,
        schema BLOB NOT NULL,
        parallel INTEGER NOT NULL,
        answer TEXT,
        error TEXT,
        seconds REAL NOT NULL,
        tries INTEGER NOT NULL,
        UNIQUE (item, role, place),
        CHECK ((answer IS NULL) <> (error IS NULL))
    ) STRICT""",
)
LAYOUT = Layout("completion log", 0x41504D43, 1, SCHEMA)
"""The number is `APMC`."""
PAGE = 256
"""Rows read in one transaction."""


class Answer(msgspec.Struct, frozen=True):
    """What came of a request: a completion, or why there is none."""

    completion: Completion | None
    error: str = ""
    tries: int = 1


class Logged(NamedTuple):
    """One row of the log."""

    item: int
    role: Role
    place: str
    prompt: str
    asked: Asked
    answer: Answer
    seconds: float
    """From asking to the answer; waiting for a limit counts."""


class Found(NamedTuple):
    """An answer, and the hash of the request that it answers."""

    request: bytes
    answer: Answer


class Cost(NamedTuple):
    """What one request came to, without its words."""

    number: int
    """Of the row, in the order in which they were written."""
    item: int
    role: Role
    place: str
    model: str
    """By its name in the configuration."""
    usage: Usage
    seconds: float
    answered: bool


class CompletionLog:
    """An open log. Only the one that `resume` gives may be written to."""

    def __init__(self, path: Path, connection: sqlite3.Connection, writer: Writer | None):
        """Wrap open connections; use `resume` or `read`."""
        self.path = path
        self._connection = connection
        self._writer = writer

    @classmethod
    def resume(cls, directory: Path) -> Self:
        """Open the log of a directory that is held, or begin one.

        Raises:
            UserError: when it is damaged, not ours, or cannot be written.
        """
        path = directory / COMPLETIONS
        with opened(path, LAYOUT, _create, any_thread=True) as connection:
            _check_whole(connection, path)
            # Reading has a connection of its own: one that commits keeps its readers waiting for the disk.
            return cls(path, connect_to_read(path), Writer(path, connection))

    @classmethod
    def read(cls, directory: Path) -> Self:
        """Open the log of a directory to read, also while a run is writing it.

        Raises:
            UserError: when there is none, or it is damaged or not ours.
        """
        path = directory / COMPLETIONS
        if not path.is_file():
            raise UserError(
                f"{str(directory)!r} has no {COMPLETIONS}: no language model played in the run that made it; "
                "name the directory of one where it did"
            )
        with opened_to_read(path, LAYOUT) as connection:
            return cls(path, connection, None)

    def __enter__(self) -> Self:
        """Return the log, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Write what still waits, and close the log."""
        self._connection.close()
        if self._writer is not None:
            self._writer.close()

    async def add(self, row: Logged, parts: dict[bytes, bytes]) -> None:
        """Return once a row is on the disk; it gets there too if the caller is cancelled meanwhile.

        Args:
            row: The row.
            parts: Hash -> canonical JSON of what its request is made of; others may be among them.

        Raises:
            UserError: when the disk refuses.
        """
        await self._writable.add(Entry(_values(row), parts))

    def add_all(self, rows: Iterable[tuple[Logged, dict[bytes, bytes]]]) -> None:
        """Write rows durably at once, with no event loop."""
        self._writable.add_now([Entry(_values(row), parts) for row, parts in rows])

    def found(self, item: int) -> dict[tuple[str, str], Found]:
        """Return a work item's answers by role and place."""
        with explained(self.path):
            rows = self._connection.execute(
                "SELECT role, place, request, answer, error, tries FROM completions WHERE item = ?", (item,)
            ).fetchall()
        return {(role, place): Found(request, self._answer(*rest)) for role, place, request, *rest in rows}

    def row(self, item: int, role: str, place: str) -> Logged:
        """Return one row.

        Raises:
            KeyError: when there is none.
        """
        with explained(self.path):
            found = self._connection.execute(
                f"SELECT {_COLUMNS} FROM completions WHERE item = ? AND role = ? AND place = ?", (item, role, place)
            ).fetchone()
        if found is None:
            raise KeyError((item, role, place))
        return self._row(found)

    def rows(self) -> Iterator[Logged]:
        """Yield all rows in the order in which they were written, a page in each transaction."""
        after = 0
        while True:
            with explained(self.path):
                found = self._connection.execute(
                    f"SELECT {_COLUMNS} FROM completions WHERE number > ? ORDER BY number LIMIT {PAGE}", (after,)
                ).fetchall()
            yield from (self._row(row) for row in found)
            if len(found) < PAGE:
                return
            after = found[-1][0]

    def costs(self, after: int = 0, limit: int = PAGE) -> list[Cost]:
        """Return what the requests after a row came to, at most `limit` of them, in the order of their rows."""
        return self._costs("number > ? ORDER BY number LIMIT ?", (after, limit))

    def costs_of(self, item: int) -> list[Cost]:
        """Return what a work item's requests came to, in the order of their rows."""
        return self._costs("item = ? ORDER BY number", (item,))

    def _costs(self, where: str, parameters: tuple[int, ...]) -> list[Cost]:
        with explained(self.path):
            rows = self._connection.execute(
                f"""SELECT number, item, role, place, player, json_extract(answer, '$.usage.prompt'),
                    json_extract(answer, '$.usage.completion'), json_extract(answer, '$.usage.cached'), seconds,
                    answer IS NOT NULL FROM completions WHERE {where}""",
                parameters,
            ).fetchall()
        models = {player: self.player(player).model for player in {row[4] for row in rows}}
        return [
            Cost(
                number,
                item,
                role,
                place,
                models[player],
                Usage(*(int(one or 0) for one in tokens)),
                seconds,
                bool(answered),
            )
            for number, item, role, place, player, *tokens, seconds, answered in rows
        ]

    def part(self, name: bytes) -> bytes:
        """Return a part's canonical JSON by its hash.

        Raises:
            UserError: when it is missing or cannot be read.
        """
        with explained(self.path):
            found = self._connection.execute("SELECT content FROM parts WHERE hash = ?", (name,)).fetchone()
        if found is None:
            raise damaged(self.path, f"part {name.hex()} is missing")
        try:
            return unpack(found[0])
        except zlib.error as error:
            raise damaged(self.path, f"part {name.hex()}: {error}") from error

    def player(self, name: bytes) -> Player:
        """Return a player by the hash of its part."""
        return msgspec.json.decode(self.part(name), type=Player)

    def spent(self) -> dict[str, tuple[int, Usage]]:
        """Return for each model, by its name in the configuration, calls and tokens so far: what a budget starts from."""
        with explained(self.path):
            found = self._connection.execute(
                """SELECT player, count(*), total(json_extract(answer, '$.usage.prompt')),
                    total(json_extract(answer, '$.usage.completion')), total(json_extract(answer, '$.usage.cached'))
                    FROM completions GROUP BY player"""
            ).fetchall()
        spent: dict[str, tuple[int, Usage]] = {}
        for player, calls, *tokens in found:
            model = self.player(player).model
            before, usage = spent.get(model, (0, Usage()))
            counts = (int(one) for one in tokens)
            sums = (have + new for have, new in zip(msgspec.structs.astuple(usage), counts, strict=True))
            spent[model] = (before + calls, Usage(*sums))
        return spent

    @property
    def _writable(self) -> Writer:
        if self._writer is None:
            raise RuntimeError(f"{self.path} is open to read")
        return self._writer

    def _row(self, found: tuple[Any, ...]) -> Logged:
        _, item, role, place, prompt, player, messages, tools, schema, parallel, answer, error, tries, seconds = found
        if role not in _ROLES:
            raise damaged(self.path, f"role {role!r}")
        names = tuple([messages[at : at + SIZE] for at in range(0, len(messages), SIZE)])
        asked = Asked(player, names, tools, schema, bool(parallel))
        return Logged(item, role, place, prompt, asked, self._answer(answer, error, tries), seconds)

    def _answer(self, answer: str | None, error: str | None, tries: int) -> Answer:
        if answer is None:
            return Answer(None, error or "", tries)
        try:
            return Answer(_decode(answer), "", tries)
        except msgspec.DecodeError as problem:
            raise damaged(self.path, str(problem)) from problem


_COLUMNS = "number, item, role, place, prompt, player, messages, tools, schema, parallel, answer, error, tries, seconds"
_ROLES = frozenset(get_args(Role))
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Completion).decode


def _values(row: Logged) -> tuple[Any, ...]:
    """The columns of `completions`, as `log_writer` inserts them."""
    asked, answer = row.asked, row.answer
    return (
        row.item,
        row.role,
        row.place,
        row.prompt,
        asked.identity,
        asked.player,
        b"".join(asked.messages),
        asked.tools,
        asked.schema,
        int(asked.parallel),
        None if answer.completion is None else _encode(answer.completion).decode(),
        answer.error if answer.completion is None else None,
        row.seconds,
        answer.tries,
    )


def _create(connection: sqlite3.Connection) -> None:
    with creation(connection, LAYOUT):
        pass


def _check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that SQLite finds damaged, or from which rows are missing."""
    check_pages(connection, path)
    rows, last = connection.execute("SELECT count(*), max(number) FROM completions").fetchone()
    if rows and rows != last:
        raise damaged(path, "completions are missing")
