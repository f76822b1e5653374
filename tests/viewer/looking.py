"""What to look for in a run: found in its journal, so that no test depends on what a seed happens to draw."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec

from apigen_mt.audit.planted import hesitant_consent, no_ending, wrong_amount_told
from apigen_mt.audit.subject import Subject
from apigen_mt.phases.verify import inspect
from apigen_mt.registry import load_world
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item, record_of
from apigen_mt.values.verdict import first_failed
from apigen_mt.viewer.things import Thing, things_of
from apigen_mt.world.domain import World

SEED, SIZE = 0, 500


def things(directory: Path) -> list[Thing]:
    """All things of a run."""
    with Journal.read(directory) as journal:
        return [thing for entry in journal.entries(-1, 10_000) for thing in things_of(entry)]


def said(thing: Thing) -> str:
    """All that can be searched for, arguments apart."""
    messages = thing.trajectory.messages if thing.trajectory else ()
    instruction = thing.blueprint.instruction if thing.blueprint else ""
    return "\n".join([instruction, *(message.content for message in messages if message.role != "tool")])


def world_of(thing: Thing) -> World:
    return load_world(thing.domain, SEED, SIZE)


def plant_attempt(directory: Path, ordinal: int) -> None:
    """Give an accepted item an attempt before it that failed: the same conversation with an error in it."""
    with sqlite3.connect(directory / JOURNAL) as journal:
        (text,) = journal.execute("SELECT item FROM accepted WHERE ordinal = ?", (ordinal,)).fetchone()
        item = decode_item(text.encode())
        blueprint, right = item.blueprint, item.accepted
        assert blueprint is not None and right is not None
        world = load_world(item.domain, SEED, SIZE)
        subject = Subject(world, blueprint, right.messages)
        tried = (plant(subject, Random(1)) for plant in (hesitant_consent, wrong_amount_told, no_ending))
        messages = next(one for one in tried if one is not None)
        verdicts, digest = inspect(world, blueprint, messages, right.stop)
        wrong = msgspec.structs.replace(right, messages=messages, verdicts=verdicts, digest=digest)
        again = msgspec.structs.replace(right, attempt=1)
        record = record_of(msgspec.structs.replace(item, trajectories=(wrong, again)), "trajectory")
        assert record.accepted is not None and record.rejected is not None
        reasons = json.dumps([list(reason) for reason in record.reasons])
        journal.execute("UPDATE accepted SET item = ? WHERE ordinal = ?", (record.accepted.decode(), ordinal))
        journal.execute("INSERT INTO rejected VALUES (?, ?, ?)", (ordinal, reasons, record.rejected.decode()))
        journal.execute("UPDATE items SET conversations = 2 WHERE ordinal = ?", (ordinal,))
    journal.close()


def failed_check(directory: Path) -> str:
    """The check that the first failed attempt of a run failed."""
    verdicts = next(one.trajectory.verdicts for one in things(directory) if one.trajectory and not one.accepted)
    failed = first_failed(verdicts)
    assert failed is not None
    return failed.check


def words_of(thing: Thing) -> list[str]:
    """The words of a conversation that can be searched for, in small letters."""
    return re.findall(r"[a-z]+", said(thing).lower())


def searched_word(directory: Path) -> str:
    """A word that stands in one conversation only."""
    talks = [words_of(one) for one in things(directory)]
    counts = Counter(word for talk in talks for word in set(talk))
    once = (word for talk in talks for word in talk if len(word) > 6 and counts[word] == 1)
    return next(word for word in once if sum(any(one.startswith(word) for one in talk) for talk in talks) == 1)


class Change(NamedTuple):
    """A text in a row that a write of an accepted conversation changed."""

    place: str
    tool: str
    row: str
    field: str
    before: str
    after: str


def first_change(directory: Path) -> Change:
    """Return the first one of a run."""
    return next(change for thing in things(directory) if thing.accepted for change in _changes(thing))


def _changes(thing: Thing) -> Iterator[Change]:
    environment = world_of(thing).environment()
    for call in thing.trajectory.calls if thing.trajectory else ():
        before = environment.state
        environment.call(call)
        for table, rows in environment.state.diff().items():
            for key, (_, row) in rows.items():
                old = before.get(table, key)
                for field, value in (row or {}).items() if old else ():
                    if isinstance(value, str) and isinstance(old[field], str) and value != old[field]:
                        place = f"items/{thing.ordinal}/{thing.name}"
                        yield Change(place, call.name, f"{table} {key}", field, old[field], value)
