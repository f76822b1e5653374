"""The file of an evaluation: its tasks and every finished trial, in SQLite, from which a killed evaluation goes on."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.evaluation.peer_tasks import AnyTask
from apigen_mt.sqlite_file import (
    Layout,
    check_pages,
    creation,
    damaged,
    explained,
    opened,
    opened_to_read,
    transaction,
)
from apigen_mt.values.trajectory import Trajectory

TRIALS = "trials.sqlite"
"""The file in an evaluation's directory."""
SCHEMA = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE tasks (task INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content TEXT NOT NULL) STRICT",
    """CREATE TABLE trials (
        task INTEGER NOT NULL REFERENCES tasks,
        trial INTEGER NOT NULL,
        trajectory TEXT NOT NULL,
        PRIMARY KEY (task, trial)
    ) STRICT, WITHOUT ROWID""",
)
LAYOUT = Layout("file of an evaluation", 0x41504D45, 3, SCHEMA)
"""The number is `APME`."""
LAST = 2**63 - 1
"""The greatest number that SQLite takes, and no task has."""


class Setup(msgspec.Struct, frozen=True):
    """What an evaluation was made with: what has to be the same to go on with it."""

    tasks: str
    """Hash of the tasks and their order."""
    agent: str
    """A model with how it is asked, a function with its file's hash, or the name of a built-in agent; with its prompt."""
    user: str
    seed: int
    version: str
    """Of this package."""


class TrialFile:
    """An open file of an evaluation. Only the one that `resume` gives may be written to."""

    def __init__(self, path: Path, connection: sqlite3.Connection, setup: Setup, trials: int):
        """Wrap an open connection; use `resume` or `read`."""
        self.path = path
        self.setup = setup
        self.trials = trials
        """Wanted of each task."""
        self._connection = connection

    @classmethod
    def resume(cls, directory: Path, setup: Setup, tasks: tuple[AnyTask, ...], trials: int) -> Self:
        """Open the file of a directory that is held, or begin one. More trials than before are fine.

        Raises:
            UserError: when it is damaged, not ours, made with something else, or cannot be written.
        """
        path = directory / TRIALS
        with opened(path, LAYOUT, lambda new: _create(new, setup, tasks, trials)) as connection:
            check_pages(connection, path)
            made, before = _meta(connection, path)
            _check_setup(made, setup, directory)
            if trials < before:
                raise UserError(f"{str(directory)!r} has {before} trials of each task: give --trials {before} or more")
            connection.execute("UPDATE meta SET value = ? WHERE key = 'trials'", (str(trials),))
        return cls(path, connection, setup, trials)

    @classmethod
    def read(cls, directory: Path) -> Self:
        """Open the file of a directory to read.

        Raises:
            UserError: when there is none, or it is damaged or not ours.
        """
        path = directory / TRIALS
        if not path.is_file():
            raise UserError(f"{str(directory)!r} has no {TRIALS}: name the --out of an `apigen-mt evaluate`")
        with opened_to_read(path, LAYOUT) as connection:
            setup, trials = _meta(connection, path)
        return cls(path, connection, setup, trials)

    def __enter__(self) -> Self:
        """Return the file, to be closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self._connection.close()

    def add(self, task: int, trajectory: Trajectory) -> None:
        """Write a finished trial durably.

        Raises:
            UserError: when the disk refuses.
        """
        row = (task, trajectory.attempt, msgspec.json.encode(trajectory).decode())
        with explained(self.path), transaction(self._connection):
            self._connection.execute("INSERT INTO trials VALUES (?, ?, ?)", row)

    def done(self) -> set[tuple[int, int]]:
        """Return which trials are finished: (task's number, trial)."""
        with explained(self.path):
            return set(self._connection.execute("SELECT task, trial FROM trials").fetchall())

    def tasks(self) -> Iterator[AnyTask]:
        """Yield the tasks in order."""
        with explained(self.path):
            rows = self._connection.execute("SELECT content FROM tasks ORDER BY task").fetchall()
        for (content,) in rows:
            yield self._decoded(content, AnyTask)

    def task(self, number: int) -> AnyTask | None:
        """Return one task by its number; None if there is none."""
        with explained(self.path):
            row = self._connection.execute("SELECT content FROM tasks WHERE task = ?", (min(number, LAST),)).fetchone()
        return self._decoded(row[0], AnyTask) if row else None

    def held(self) -> Iterator[tuple[int, Trajectory]]:
        """Yield the number of its task and the conversation, for every finished trial, in order."""
        with explained(self.path):
            rows = self._connection.execute("SELECT task, trajectory FROM trials ORDER BY task, trial")
            for task, trajectory in rows:
                yield task, self._decoded(trajectory, Trajectory)

    def of_task(self, task: int) -> list[Trajectory]:
        """Return the finished trials of one task, by its number."""
        with explained(self.path):
            rows = self._connection.execute("SELECT trajectory FROM trials WHERE task = ? ORDER BY trial", (task,))
            return [self._decoded(trajectory, Trajectory) for (trajectory,) in rows]

    def _decoded(self, text: str, kind: Any) -> Any:
        try:
            return msgspec.json.decode(text, type=kind)
        except msgspec.DecodeError as error:
            raise damaged(self.path, str(error)) from error


def _create(connection: sqlite3.Connection, setup: Setup, tasks: tuple[AnyTask, ...], trials: int) -> None:
    with creation(connection, LAYOUT):
        values = {"setup": msgspec.json.encode(setup).decode(), "trials": str(trials)}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", values.items())
        connection.executemany(
            "INSERT INTO tasks VALUES (?, ?, ?)",
            [(number, task.id, msgspec.json.encode(task).decode()) for number, task in enumerate(tasks)],
        )


def _meta(connection: sqlite3.Connection, path: Path) -> tuple[Setup, int]:
    try:
        rows: dict[str, str] = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        return msgspec.json.decode(rows["setup"], type=Setup), int(rows["trials"])
    except (KeyError, ValueError) as error:
        raise damaged(path, str(error)) from error


def _check_setup(made: Setup, wanted: Setup, directory: Path) -> None:
    for name in Setup.__struct_fields__:
        before, now = getattr(made, name), getattr(wanted, name)
        if before != now:
            what = "other tasks" if name == "tasks" else f"{name} = {before!r}, not {now!r}"
            raise UserError(f"{str(directory)!r} was made with {what}; give the same to go on, or choose another --out")
