"""The index of a run or dataset: what lists, filters and pictures need, derived from it item by item.

The journal holds one JSON text an item, and is never changed by looking at it. What is derived lies in a file of its own,
which may be deleted at any time; it grows while the run does. Each batch is one transaction with how far it has come, so
several viewers of one run do no harm. Rows of a dataset cannot be found again at once as the items of a journal can, so
the index keeps them.
"""

import sqlite3
import tempfile
import threading
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from apigen_mt.audit.diversity import flow
from apigen_mt.dataset.rows import kinds_of, turns_of
from apigen_mt.models.log import COMPLETIONS, CompletionLog, Cost
from apigen_mt.phases.signature import happenings, hurdles
from apigen_mt.run.journal import Yields
from apigen_mt.sqlite_file import Layout, creation, is_new, transaction
from apigen_mt.values.verdict import first_failed
from apigen_mt.viewer.sources import Found, Source
from apigen_mt.viewer.things import Thing, is_split, things_of

BATCH = 128
"""Items in a transaction."""
EXCERPT = 240
"""Characters of a thing's beginning that a list shows."""
SEARCHED = 20_000
"""Characters of a thing that can be searched for."""
MET = 100
"""Tools and clauses of one item that are counted with each other."""
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
        hurdles INTEGER NOT NULL,
        turns INTEGER NOT NULL,
        calls INTEGER NOT NULL,
        kinds TEXT NOT NULL,
        excerpt TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX things_by_turns ON things (turns, id, goals, accepted, domain, composed, stage)",
    "CREATE INDEX things_by_calls ON things (calls, id, goals, accepted, domain, composed, stage)",
    "CREATE INDEX things_by_hurdles ON things (hurdles, id, goals, accepted, domain, composed, stage)",
    "CREATE INDEX things_by_verdict ON things (accepted, stage, domain, id)",
    "CREATE INDEX things_by_domain ON things (domain, accepted, id)",
    "CREATE INDEX things_by_subject ON things (subject)",
    "CREATE INDEX things_split ON things (id) WHERE split",
    "CREATE TABLE places (domain TEXT PRIMARY KEY, place TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE kept (ordinal INTEGER PRIMARY KEY, found BLOB NOT NULL) STRICT",
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
LAYOUT = Layout("viewer's index", 0x41504D56, 2, SCHEMA)
"""The number is `APMV`."""


class Index:
    """An index, and who fills it."""

    def __init__(self, source: Source):
        """Open the index of a run or dataset, or begin one; beside the data, or elsewhere if that cannot be written.

        Raises:
            UserError: when the data cannot be read.
        """
        made_of = source.identity()
        self.source = source
        self.is_behind = True
        """Whether there may be something that is not here yet."""
        self._lock = threading.Lock()
        self._done: object = None
        self._elsewhere: tempfile.TemporaryDirectory[str] | None = None
        self.path = source.directory / source.index
        try:
            self._open(made_of)
        except sqlite3.Error:
            self._elsewhere = tempfile.TemporaryDirectory(prefix="apigen-mt-view-")
            self.path = Path(self._elsewhere.name) / source.index
            self._open(made_of)

    def close(self) -> None:
        """Close the index."""
        self._connection.close()
        if self._elsewhere:
            self._elsewhere.cleanup()

    def _open(self, made_of: str) -> None:
        self._connection = _connected(self.path)
        if not is_new(self._connection) and not _is_of(self._connection, made_of, self.source):
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
            now = self.source.stamps()
            if now == self._done:
                return False
            self.is_behind = any([self._items(batches), self._costs(batches)])
            if not self.is_behind:
                self._done = now
            return self.is_behind

    def _items(self, batches: int) -> bool:
        for _ in range(batches):
            after = int(self._progress("items", "-1"))
            found = self.source.read(after, BATCH)
            if not found:
                return False
            prepared = [(one, things_of(one.entry)) for one in found]
            with transaction(self._connection):
                if int(self._progress("items", "-1")) == after:
                    self._add(prepared)
                    self._note("items", str(found[-1].entry.ordinal))
                    if after < 0:
                        self._note("first", _fingerprint(found[0]))
        return True

    def _add(self, prepared: list[tuple[Found, list[Thing]]]) -> None:
        tallies: Counter[tuple[str, str]] = Counter()
        seen: list[tuple[str, int]] = []
        rows: list[tuple[Any, ...]] = []
        marks: list[tuple[str, int]] = []
        texts: list[tuple[int, str]] = []
        for found, things in prepared:
            entry = found.entry
            tallies.update(_tallied(found))
            for number, thing in enumerate(things):
                at = entry.ordinal * _PLACES + number
                rows.append((at, *_row(thing)))
                marked = set(_marks(thing))
                marks.extend((mark, at) for mark in marked)
                tallies.update(("mark", mark) for mark in marked)
                texts.append((at, _text(thing)))
                if thing.accepted and thing.trajectory is not None:
                    seen.extend(_distinct(thing))
                    tallies.update(_lengths(thing))
        execute = self._connection.executemany
        execute(f"INSERT INTO things VALUES ({', '.join('?' * 17)})", rows)
        execute("INSERT INTO marks VALUES (?, ?)", marks)
        execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", texts)
        places = {one.entry.domain: msgspec.json.encode(one.place).decode() for one, _ in reversed(prepared)}
        execute("INSERT OR IGNORE INTO places VALUES (?, ?)", places.items())
        if not self.source.is_run:
            kept = ((one.entry.ordinal, zlib.compress(msgspec.msgpack.encode(one), 1)) for one, _ in prepared)
            execute("INSERT INTO kept VALUES (?, ?)", kept)
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
        directory = self.source.directory
        if not self.source.is_run or not (directory / COMPLETIONS).is_file():
            return False
        with CompletionLog.read(directory) as log:
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


def _is_of(connection: sqlite3.Connection, made_of: str, source: Source) -> bool:
    if connection.execute("PRAGMA application_id").fetchone()[0] != LAYOUT.application:
        return False
    if connection.execute("PRAGMA user_version").fetchone()[0] != LAYOUT.version:
        return False
    known = dict(connection.execute("SELECT of, value FROM progress").fetchall())
    entries = source.read(-1, 1)
    first = _fingerprint(entries[0]) if entries else ""
    return known.get("made of") == made_of and known.get("first", first) == first


def _fingerprint(found: Found) -> str:
    entry = found.entry
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
        hurdles(blueprint) if blueprint else 0,
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
        yield from (f"event:{event}" for event in happenings(thing.blueprint))
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


def _tallied(found: Found) -> Iterator[tuple[str, str]]:
    entry = found.entry
    for stage, count in zip(Yields._fields, entry.yields, strict=True):
        yield from [(f"stage:{stage}", entry.domain)] * count
    for reason in entry.reasons:
        yield "reason", "\t".join(reason)
    if entry.at:
        yield from [("accepted at", entry.at)] * entry.yields.admitted
        yield from [("rejected at", entry.at)] * len(entry.reasons)
    if found.made:
        yield "made", found.made
    if entry.accepted:
        yield from _covered(_cells(entry.accepted).cells)


def _covered(cells: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the cells that an accepted item covers, and each clause with each tool that it meets there."""
    tools: list[tuple[str, str]] = []
    clauses: set[tuple[str, str]] = set()
    for cell in cells:
        domain, kind, name = (*cell.split(":", 2), "", "")[:3]
        yield "cell", f"{domain}:{kind}:{name}"
        if kind == "tool":
            tools.append((domain, name))
        elif kind in ("clause", "kept"):
            clauses.add((domain, name))
    for domain, tool in tools[:MET]:
        yield from (
            ("meets", f"{domain}:{tool}:{number}") for place, number in sorted(clauses)[:MET] if place == domain
        )


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
