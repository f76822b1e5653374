"""Held out or not: what two sets of blueprints share that a model could have learnt by heart."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from apigen_mt.evaluation.tasks import Place, Task
from apigen_mt.phases.provenance import leaves
from apigen_mt.phases.signature import signature
from apigen_mt.values.canonical import content_hash
from apigen_mt.world.domain import World

EXAMPLES = 3


class Level(msgspec.Struct, frozen=True):
    """One thing that could be shared."""

    name: str
    first: int
    """Different ones in the first set."""
    second: int
    shared: int
    examples: tuple[str, ...]


class Overlap(msgspec.Struct, frozen=True):
    """What two sets share, level by level."""

    levels: tuple[Level, ...]

    @property
    def apart(self) -> bool:
        """Whether they share nothing."""
        return not any(level.shared for level in self.levels)


def overlap(first: Sequence[Task], second: Sequence[Task]) -> Overlap:
    """Return what two sets of tasks share.

    A customer or a row is told by its content, and a row by whose it is too: tables of another seed number their rows alike,
    and that is no leak. What belongs to nobody, such as a catalogue, is there for everybody.
    """
    one, other = _things(first), _things(second)
    return Overlap(tuple(_level(name, one[name], other[name]) for name in one))


def _level(name: str, one: dict[str, str], other: dict[str, str]) -> Level:
    shared = [key for key in one if key in other]
    return Level(name, len(one), len(other), len(shared), tuple(one[key] for key in shared[:EXAMPLES]))


def _things(tasks: Sequence[Task]) -> dict[str, dict[str, str]]:
    """Return level -> key -> how it is told of."""
    found: dict[str, dict[str, str]] = {"seeds": {}, "customers": {}, "rows": {}, "signatures": {}}
    for task in tasks:
        blueprint, world = task.blueprint, _world(task.place)
        domain = blueprint.domain
        found["seeds"][f"{domain} {task.place.seed}"] = f"{domain} with seed {task.place.seed}"
        customer = world.tables.rows[world.domain.accounts].get(blueprint.account)
        found["customers"][content_hash([domain, customer])] = f"{domain} {blueprint.account}"
        for table, key, row in _rows(world, task):
            found["rows"][content_hash([domain, table, row, _owners(world, row)])] = f"{domain} {table} {key}"
        found["signatures"][content_hash([signature(blueprint), customer])] = f"blueprint {task.id}"
    return found


def _rows(world: World, task: Task) -> Iterator[tuple[str, str, Any]]:
    """Yield table, key and content of the customers' own rows that a task's goals and actions name."""
    wanted = msgspec.json.decode(msgspec.json.encode([task.blueprint.goals, task.blueprint.actions]))
    named = {leaf for leaf in leaves(wanted) if isinstance(leaf, str)}
    for table, rows in world.tables.rows.items():
        if table != world.domain.accounts:
            yield from ((table, key, rows[key]) for key in sorted(named & rows.keys()) if _owners(world, rows[key]))


def _owners(world: World, row: Any) -> list[Any]:
    """Return the customers that a row names."""
    customers = world.tables.rows[world.domain.accounts]
    return [customers[leaf] for leaf in leaves(row) if isinstance(leaf, str) and leaf in customers]


@cache
def _world(place: Place) -> World:
    return place.world()
