"""A dataset without its journal: each row as the work item that it came from, with the rejects that lie beside it.

Rows are numbered in the order in which they are read. A reject knows only its domain and the ordinal that its item had in
the run: it goes to the first row with the same two, and those that find none follow the rows.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path

import msgspec

from apigen_mt.dataset.foreign import UNDECODABLE
from apigen_mt.dataset.read import Kind, Record, chunks_of, read_rejects, records_of, row_of_record
from apigen_mt.dataset.rows import Reject, Row, item_of
from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item, Rejected
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import Entry, Yields
from apigen_mt.run.record import Reason, record_of
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.values.verdict import Verdict
from apigen_mt.viewer.sources import Found, Place

REJECTS = 200
"""Rejects of one item that are shown."""
CUSTOMERS = 100_000
"""Size of the largest world that is made for a look."""
NOWHERE = Place("", 0, 0, ())


class Dataset:
    """A directory with rows, or a file of them."""

    is_run = False

    def __init__(self, path: Path):
        """Take a dataset's directory, or a .parquet, .jsonl or .json file with rows.

        Raises:
            UserError: when there is nothing to read, or it is not in our format.
        """
        if path.is_dir() and not [*path.glob("data/*.parquet"), *path.glob("*.parquet")]:
            raise UserError(
                f"{str(path)!r} holds neither a run's {JOURNAL} nor a dataset's data/*.parquet; give the directory of a "
                "run or of a dataset, or a .parquet, .jsonl or .json file with rows"
            )
        first = next(chunks_of(path), None)
        if first is None or first.kind is not Kind.ROWS:
            what = f"is in {first.kind.value} format" if first else "holds no rows"
            raise UserError(
                f"{str(path)!r} {what}, and the viewer shows runs and rows as `apigen-mt generate` writes them"
            )
        self.path = path
        self.directory = path if path.is_dir() else path.parent
        self.index = "viewer.sqlite" if path.is_dir() else f"{path.name}.viewer.sqlite"
        self._entries = self._all()
        self._at = -1

    def identity(self) -> str:
        """Return names, sizes and times of what is read."""
        files = [self.path] if self.path.is_file() else sorted(self.path.rglob("*.parquet"))
        stamps = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
        return msgspec.json.encode(stamps).decode()

    def stamps(self) -> object:
        """Return the same always: rows are not written while they are looked at."""
        return ()

    def read(self, after: int, limit: int) -> list[Found]:
        """Return the rows after a number, at most `limit` of them."""
        if after != self._at:
            self._entries = islice(self._all(), after + 1, None)
        found = list(islice(self._entries, limit))
        self._at = after + len(found)
        return found

    def _all(self) -> Iterator[Found]:
        # A nameless database of SQLite's own lies on the disk where it grows large, and goes with its connection.
        beside = sqlite3.connect("", check_same_thread=False)
        try:
            beside.execute("CREATE TABLE rejects (domain TEXT, ordinal INTEGER, reject BLOB)")
            beside.execute("CREATE INDEX by_item ON rejects (domain, ordinal)")
            if self.path.is_dir():
                rejects = ((one.domain, one.ordinal, msgspec.json.encode(one)) for one in read_rejects(self.path))
                beside.executemany("INSERT INTO rejects VALUES (?, ?, ?)", rejects)
            numbers = count()
            for record in (record for chunk in chunks_of(self.path) for record in records_of(chunk)):
                yield _row_found(next(numbers), record, beside)
            left = beside.execute("SELECT DISTINCT domain, ordinal FROM rejects ORDER BY domain, ordinal").fetchall()
            for key in left:
                yield _read(next(numbers), None, _taken(beside, *key))
        finally:
            beside.close()


def _row_found(number: int, record: Record, beside: sqlite3.Connection) -> Found:
    try:
        row = row_of_record(record)
    except UserError as error:
        return _unreadable(number, str(error).removeprefix(f"{record.place}: "))
    return _read(number, row, _taken(beside, row.domain, row.ordinal))


def _taken(beside: sqlite3.Connection, domain: str, ordinal: int) -> list[Reject]:
    """Return the rejects of an item, which nobody else gets."""
    if not -(2**63) <= ordinal < 2**63:
        return []
    found = beside.execute(
        "SELECT reject FROM rejects WHERE domain = ? AND ordinal = ? ORDER BY rowid LIMIT ?", (domain, ordinal, REJECTS)
    ).fetchall()
    if found:
        beside.execute("DELETE FROM rejects WHERE domain = ? AND ordinal = ?", (domain, ordinal))
    return [msgspec.json.decode(text, type=Reject) for (text,) in found]


def _read(number: int, row: Row | None, rejects: list[Reject]) -> Found:
    """Return an item, or why it cannot be read: whatever a file holds, the others are shown."""
    try:
        item = item_of(row) if row else Item(number, rejects[0].domain)
        record = record_of(_with_rejects(msgspec.structs.replace(item, ordinal=number), rejects), "trajectory")
        made = _made(row)
    except (UserError, ValueError, *UNDECODABLE) as error:
        return _unreadable(number, str(error))
    stages = (
        record.candidates,
        record.blueprints,
        record.conversations,
        record.repeats,
        int(record.accepted is not None),
    )
    entry = Entry(number, record.domain, Yields(1, *stages), record.reasons, record.accepted, record.rejected)
    return Found(entry, _place(row, record.domain), made)


def _unreadable(number: int, why: str) -> Found:
    return Found(Entry(number, "", Yields(items=1), (Reason("reading", why[:200], ""),), None, None), NOWHERE)


def _with_rejects(item: Item, rejects: Iterable[Reject]) -> Item:
    candidates: list[Rejected] = []
    attempts: list[Trajectory] = []
    blueprint = item.blueprint
    for one in rejects:
        verdicts = msgspec.json.decode(one.verdicts, type=tuple[Verdict, ...])
        made = msgspec.json.decode(one.blueprint, type=Blueprint) if one.blueprint else None
        if one.conversation:
            messages = msgspec.json.decode(one.conversation, type=tuple[Message, ...])
            stop = StopReason(one.stop)
            attempts.append(Trajectory(one.blueprint_id, one.round, messages, stop, one.state_digest, verdicts))
            blueprint = blueprint or made
        else:
            candidates.append(Rejected(made, one.stage, verdicts, one.round))
    trajectories = (*attempts, *item.trajectories)
    return msgspec.structs.replace(item, blueprint=blueprint, trajectories=trajectories, rejected=tuple(candidates))


def _place(row: Row | None, domain: str) -> Place:
    if row is None or not 0 <= row.world_size <= CUSTOMERS or not 0 <= row.world_seed < 2**63:
        return Place(domain, 0, 0, ())
    return Place(row.domain, row.world_seed, row.world_size, (row.world_digest,))


def _made(row: Row | None) -> str:
    """Return who made a row: its run's seed, the size of its world, and the models, or that none played."""
    if row is None:
        return ""
    engine = msgspec.json.decode(row.engine or "{}", type=dict[str, str])
    models = [f"{role} {who}" for role, who in engine.items() if who != "scripted" and role != "apigen_mt"]
    cast = ", ".join(models) or "no language model"
    return f"seed {row.run_seed} · {row.world_size:,} customers · {cast}"[:500]
