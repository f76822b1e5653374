"""The index of a run: what lists, filters and pictures need, derived from its journal item by item.

The journal holds one JSON text an item, and is never changed by looking at it. What is derived lies in a file of its own,
which may be deleted at any time; it grows while the run does. Each batch is one transaction with how far it has come, so
several viewers of one run do no harm.
"""

import sqlite3
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from apigen_mt.audit.diversity import flow
from apigen_mt.dataset.rows import kinds_of, turns_of
from apigen_mt.models.log import COMPLETIONS, CompletionLog, Cost
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import Entry, Journal, Yields
from apigen_mt.sqlite_file import Layout, creation, is_new, transaction
from apigen_mt.values.verdict import first_failed
from apigen_mt.viewer.things import Thing, is_split, things_of

INDEX = "viewer.sqlite"
"""The index's file in a run's directory."""
BATCH = 128
"""Items in a transaction."""
SLICE = 32
"""Work items of one point of a run's course."""
EXCERPT = 240
"""Characters of a thing's beginning that a list shows."""
SEARCHED = 20_000
"""Characters of a thing that can be searched for."""
_PLACES = 4096
"""Ids that an item's things may have."""
SCHEMA = (
    "CREATE TABLE progress (of TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE things (
        id INTEGER PRIMARY KEY,
        ordinal INTEGER NOT NULL,
        name TEXT NOT NULL,
        subject TEXT NOT NULL,
        domain TEXT NOT NULL,
        accepted INTEGER NOT NULL,
        stage TEXT NOT NULL,
        failed TEXT NOT NULL,
        blame TEXT NOT NULL,
        composed INTEGER NOT NULL,
        split INTEGER NOT NULL,
        goals INTEGER NOT NULL,
        turns INTEGER NOT NULL,
        calls INTEGER NOT NULL,
        kinds TEXT NOT NULL,
        excerpt TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX things_by_turns ON things (turns, id, goals, accepted, domain, composed, stage)",
    "CREATE INDEX things_by_calls ON things (calls, id, goals, accepted, domain, composed, stage)",
    "CREATE INDEX things_by_verdict ON things (accepted, stage, domain, id)",
    "CREATE INDEX things_by_domain ON things (domain, accepted, id)",
    "CREATE INDEX things_by_subject ON things (subject)",
    "CREATE INDEX things_split ON things (id) WHERE split",
    "CREATE TABLE marks (mark TEXT, id INTEGER, PRIMARY KEY (mark, id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE tallies (topic TEXT, key TEXT, count INTEGER NOT NULL, PRIMARY KEY (topic, key)) STRICT, WITHOUT ROWID",
    "CREATE TABLE seen (topic TEXT, hash INTEGER, PRIMARY KEY (topic, hash)) STRICT, WITHOUT ROWID",
    """CREATE TABLE costs (
        role TEXT, model TEXT, calls INTEGER NOT NULL, unanswered INTEGER NOT NULL, repairs INTEGER NOT NULL,
        prompt INTEGER NOT NULL, cached INTEGER NOT NULL, completion INTEGER NOT NULL, seconds REAL NOT NULL,
        PRIMARY KEY (role, model)
    ) STRICT, WITHOUT ROWID""",
    "CREATE VIRTUAL TABLE texts USING fts5(text, content='', detail='none', tokenize='unicode61')",
)
LAYOUT = Layout("viewer's index", 0x41504D56, 1, SCHEMA)
"""The number is `APMV`."""


class Index:
    """A run's index, and who fills it."""

    def __init__(self, directory: Path):
        """Open the index of a run, or begin one; beside the journal, or elsewhere if that cannot be written.

        Raises:
            UserError: when there is no journal.
        """
        with Journal.read(directory) as journal:
            made_of = msgspec.json.encode(journal.origin).decode()
        self.directory = directory
        self.is_behind = True
        """Whether the run may have made something that is not here yet."""
        self._lock = threading.Lock()
        self._done: tuple[object, ...] = ()
        self._elsewhere: tempfile.TemporaryDirectory[str] | None = None
        self.path = directory / INDEX
        try:
            self._open(made_of)
        except sqlite3.Error:
            self._elsewhere = tempfile.TemporaryDirectory(prefix="apigen-mt-view-")
            self.path = Path(self._elsewhere.name) / INDEX
            self._open(made_of)

    def close(self) -> None:
        """Close the index."""
        self._connection.close()
        if self._elsewhere:
            self._elsewhere.cleanup()

    def _open(self, made_of: str) -> None:
        self._connection = _connected(self.path)
        if not is_new(self._connection) and not _is_of(self._connection, made_of, self.directory):
            # It is of an earlier version, or of another run that was here: nothing in it cannot be made again.
            self._connection.close()
            for suffix in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            self._connection = _connected(self.path)
        if is_new(self._connection):
            with creation(self._connection, LAYOUT):
                self._connection.execute("INSERT INTO progress VALUES ('made of', ?)", (made_of,))
        self._connection.execute("PRAGMA synchronous = OFF")

    def catch_up(self, batches: int = 1) -> bool:
        """Take in what is new, at most so many batches; tell whether there may be more."""
        with self._lock:
            now = _stamps(self.directory)
            if now == self._done:
                return False
            self.is_behind = any([self._items(batches), self._costs(batches)])
            if not self.is_behind:
                self._done = now
            return self.is_behind

    def _items(self, batches: int) -> bool:
        with Journal.read(self.directory) as journal:
            for _ in range(batches):
                after = int(self._progress("items", "-1"))
                entries = journal.entries(after, BATCH)
                if not entries:
                    return False
                prepared = [(entry, things_of(entry)) for entry in entries]
                with transaction(self._connection):
                    if int(self._progress("items", "-1")) == after:
                        self._add(prepared)
                        self._note("items", str(entries[-1].ordinal))
                        if after < 0:
                            self._note("first", _fingerprint(entries[0]))
        return True

    def _add(self, prepared: list[tuple[Entry, list[Thing]]]) -> None:
        tallies: Counter[tuple[str, str]] = Counter()
        seen: list[tuple[str, int]] = []
        rows: list[tuple[Any, ...]] = []
        marks: list[tuple[str, int]] = []
        texts: list[tuple[int, str]] = []
        for entry, things in prepared:
            tallies.update(_tallied(entry))
            for number, thing in enumerate(things):
                at = entry.ordinal * _PLACES + number
                rows.append((at, *_row(thing)))
                found = set(_marks(thing))
                marks.extend((mark, at) for mark in found)
                tallies.update(("mark", mark) for mark in found)
                texts.append((at, _text(thing)))
                if thing.accepted and thing.trajectory is not None:
                    seen.extend(_distinct(thing))
                    tallies.update(_lengths(thing))
        execute = self._connection.executemany
        execute(f"INSERT INTO things VALUES ({', '.join('?' * 16)})", rows)
        execute("INSERT INTO marks VALUES (?, ?)", marks)
        execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", texts)
        before = self._connection.total_changes
        for topic in {topic for topic, _ in seen}:
            execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", [one for one in seen if one[0] == topic])
            tallies["distinct", topic] += self._connection.total_changes - before
            before = self._connection.total_changes
            tallies["said", topic] += sum(one[0] == topic for one in seen)
        execute(
            "INSERT INTO tallies VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            [(*key, count) for key, count in tallies.items()],
        )

    def _costs(self, batches: int) -> bool:
        if not (self.directory / COMPLETIONS).is_file():
            return False
        with CompletionLog.read(self.directory) as log:
            for _ in range(batches):
                after = int(self._progress("costs", "0"))
                found = log.costs(after)
                if not found:
                    return False
                with transaction(self._connection):
                    if int(self._progress("costs", "0")) == after:
                        self._connection.executemany(_ADD_COST, map(_spent, found))
                        self._note("costs", str(found[-1].number))
        return True

    def _progress(self, of: str, otherwise: str) -> str:
        row = self._connection.execute("SELECT value FROM progress WHERE of = ?", (of,)).fetchone()
        return row[0] if row else otherwise

    def _note(self, of: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO progress VALUES (?, ?)", (of, value))


class Spent(NamedTuple):
    """What one role of one model has cost, as the table `costs` has it."""

    role: str
    model: str
    calls: int
    unanswered: int
    repairs: int
    prompt: int
    cached: int
    completion: int
    seconds: float


def _stamps(directory: Path) -> tuple[object, ...]:
    """Return what changes whenever a run writes: asking its files costs nothing, asking a long journal does."""
    names = (name + suffix for name in (JOURNAL, COMPLETIONS) for suffix in ("", "-wal"))
    found = [directory / name for name in names]
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in found if file.exists())


_ADD_COST = "INSERT INTO costs VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET " + ", ".join(
    f"{name} = {name} + excluded.{name}" for name in Spent._fields[2:]
)


def _spent(cost: Cost) -> tuple[Any, ...]:
    asked = (cost.role, cost.model, not cost.answered, cost.place.endswith("/repair"))
    return *asked, cost.usage.prompt, cost.usage.cached, cost.usage.completion, cost.seconds


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA cache_size = -65536")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _is_of(connection: sqlite3.Connection, made_of: str, directory: Path) -> bool:
    if connection.execute("PRAGMA application_id").fetchone()[0] != LAYOUT.application:
        return False
    if connection.execute("PRAGMA user_version").fetchone()[0] != LAYOUT.version:
        return False
    known = dict(connection.execute("SELECT of, value FROM progress").fetchall())
    with Journal.read(directory) as journal:
        entries = journal.entries(-1, 1)
    first = _fingerprint(entries[0]) if entries else ""
    return known.get("made of") == made_of and known.get("first", first) == first


def _fingerprint(entry: Entry) -> str:
    return blake2b((entry.accepted or b"") + b"|" + (entry.rejected or b""), digest_size=16).hexdigest()


def _row(thing: Thing) -> tuple[Any, ...]:
    blueprint, trajectory = thing.blueprint, thing.trajectory
    failed = first_failed(thing.verdicts) if not thing.accepted else None
    return (
        thing.ordinal,
        thing.name,
        thing.subject,
        thing.domain,
        int(thing.accepted),
        thing.stage,
        failed.check if failed else "",
        failed.blame or "" if failed else "",
        int(blueprint is not None and len(blueprint.parts) > 1),
        int(is_split(thing.reviews)),
        len(blueprint.goals) if blueprint else 0,
        turns_of(trajectory.messages) if trajectory else 0,
        len(trajectory.calls) if trajectory else 0,
        ", ".join(kinds_of(blueprint.goals)) if blueprint else "",
        _sound(_excerpt(thing)),
    )


def _excerpt(thing: Thing) -> str:
    """Return how a thing begins: what the customer says first, or the task's instruction."""
    if thing.trajectory is None:
        return thing.blueprint.instruction[:EXCERPT] if thing.blueprint else ""
    said = ""
    for message in thing.trajectory.messages:
        if message.role == "user" and len(said) < EXCERPT // 3:
            said = f"{said} / {message.content}" if said else message.content
    return said[:EXCERPT]


def _marks(thing: Thing) -> Iterator[str]:
    if thing.trajectory is not None:
        yield from (f"tool:{call.name}" for call in thing.trajectory.calls)
    if thing.blueprint is not None:
        yield from (f"tool:{call.name}" for call in thing.blueprint.actions)
        yield from (f"kind:{kind}" for kind in kinds_of(thing.blueprint.goals))
    if not thing.accepted:
        first = first_failed(thing.verdicts)
        yield from (f"failed:{verdict.check}" for verdict in thing.verdicts if first and verdict.passed is first.passed)


def _text(thing: Thing) -> str:
    said = [thing.blueprint.instruction] if thing.blueprint else []
    if thing.trajectory is not None:
        said += [message.content for message in thing.trajectory.messages if message.role != "tool"]
        said += [str(value) for call in thing.trajectory.calls for value in call.arguments.values()]
    return _sound("\n".join(part[:SEARCHED] for part in said)[:SEARCHED])


def _sound(text: str) -> str:
    """Return text that SQLite takes: lone halves of surrogate pairs are no Unicode."""
    return text.encode("utf-8", "replace").decode()


def _tallied(entry: Entry) -> Iterator[tuple[str, str]]:
    for stage, count in zip(Yields._fields, entry.yields, strict=True):
        yield from [(f"stage:{stage}", entry.domain)] * count
    for reason in entry.reasons:
        yield "reason", "\t".join(reason)
    at = str(entry.ordinal // SLICE)
    yield from [("course:accepted", at)] * entry.yields.admitted
    yield from [("course:rejected", at)] * len(entry.reasons)
    if entry.accepted:
        yield from (("cell", cell) for cell in _cells(entry.accepted).cells)


class _Cells(msgspec.Struct):
    cells: tuple[str, ...] = ()


_cells = msgspec.json.Decoder(_Cells).decode


def _lengths(thing: Thing) -> Iterator[tuple[str, str]]:
    if thing.trajectory is not None and thing.blueprint is not None:
        yield "turns", str(turns_of(thing.trajectory.messages))
        yield "calls", str(len(thing.trajectory.calls))
        yield "goals", str(len(thing.blueprint.goals))
        yield "composed", str(int(len(thing.blueprint.parts) > 1))


def _distinct(thing: Thing) -> Iterator[tuple[str, int]]:
    if thing.trajectory is None:
        return
    yield "flows", _hash("\n".join((thing.domain, *flow(thing.trajectory.messages))))
    for message in thing.trajectory.messages:
        if message.role == "user":
            yield "user messages", _hash(message.content)
        elif message.role == "assistant" and message.content:
            yield "agent messages", _hash(message.content)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)
