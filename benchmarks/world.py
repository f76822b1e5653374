"""Fork, replay, digest and compare of blueprints: our overlay against copying and hashing the whole tables.

Same verified blueprints, same actions, same tool functions, same checks of the arguments. The public way, as
benchmarks of this kind do it: copy all tables, run the actions on the copy, hash all of it, compare with the
expected hash. It is measured with two hashes: sha256 of canonical JSON, and sha256 of the text of a recursive
tuple of everything.

Every result and every final state is compared between the two ways, and equal states have to be exactly those
with equal digests.
"""

import argparse
import asyncio
import copy
import hashlib
import statistics
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from common import announce, cpu_of, show, verdict

from apigen_mt.phases.item import Settings, Steering
from apigen_mt.pipeline import fold, make_blueprints
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import World
from apigen_mt.world.replay import replay
from apigen_mt.world.tables import Row, State, thaw
from apigen_mt.world.tools import ToolError

Plain = dict[str, dict[str, Row]]


class PlainState:
    """What tools need of a `State`, over plain dictionaries that belong to this state alone."""

    def __init__(self, tables: Plain):
        self.tables = tables

    def get(self, table: str, key: str) -> Row | None:
        return self.tables[table].get(key)

    def row(self, table: str, key: str) -> Row:
        return self.tables[table][key]

    def where(self, table: str, field: str, value: Any) -> list[Row]:
        return [row for row in self.tables[table].values() if row.get(field) == value]

    def scan(self, table: str) -> Iterator[tuple[str, Row]]:
        return iter(self.tables[table].items())

    def edit(self, table: str, key: str) -> Row:
        return self.tables[table][key]

    def insert(self, table: str, key: str, row: Row) -> None:
        if key in self.tables[table]:
            raise KeyError(key)
        self.tables[table][key] = row

    def delete(self, table: str, key: str) -> None:
        del self.tables[table][key]

    def count(self, table: str) -> int:
        return len(self.tables[table])


def run_on_copy(world: World, state: PlainState, actions: tuple[ToolCall, ...]) -> list[str]:
    """Run actions on plain tables; the result of each, as JSON text."""
    results: list[str] = []
    for action in actions:
        tool = world.domain.tools[action.name]
        if problems := tool.problems(action.arguments):
            raise ValueError(problems)
        try:
            value = tool.function(state, **tool.normalise(action.arguments))
        except ToolError as error:
            value = {"error": str(error)}
        results.append(canonical_json(value).decode())
    return results


def hash_json(tables: Plain) -> str:
    return hashlib.sha256(canonical_json(tables)).hexdigest()


def hash_recursively(tables: Plain) -> str:
    return hashlib.sha256(str(_hashable(tables)).encode()).hexdigest()


def _hashable(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((key, _hashable(item)) for key, item in sorted(value.items()))
    if isinstance(value, list):
        return tuple(_hashable(item) for item in value)
    return value


def whole(state: State) -> Plain:
    """Return everything a state holds, as plain dictionaries."""
    return {table: {key: thaw(row) for key, row in state.scan(table)} for table in state.tables.rows}


def make(domain: str, seed: int, size: int, count: int) -> tuple[World, list[Blueprint], int]:
    """Make verified blueprints that have actions; also return how many without any were left out."""
    settings = Settings(domains=(domain,), seed=seed, size=size)
    steering, found, left_out, block = Steering(), list[Blueprint](), 0, 0
    while len(found) < count:
        items = asyncio.run(make_blueprints(settings, block, steering))
        steering = fold(steering, items)
        made = [item.blueprint for item in items if item.blueprint is not None]
        found += [blueprint for blueprint in made if blueprint.actions]
        left_out += sum(not blueprint.actions for blueprint in made)
        block += 1
    return load_world(domain, seed, size), found[:count], left_out


class Copied(NamedTuple):
    """CPU seconds of the public way on one blueprint, part by part, and where it ended."""

    copying: float
    tools: float
    json: float
    recursive: float
    hashes: tuple[str, str]


def copy_everything(world: World, plain: Plain, blueprint: Blueprint) -> Copied:
    """Do a blueprint the public way; compare results and final state with ours."""
    kept: dict[str, Any] = {}
    copying = cpu_of(lambda: kept.update(tables=copy.deepcopy(plain)))
    state = PlainState(kept["tables"])
    tools = cpu_of(lambda: kept.update(results=run_on_copy(world, state, blueprint.actions)))
    by_json = cpu_of(lambda: kept.update(json=hash_json(state.tables)))
    recursive = cpu_of(lambda: kept.update(recursive=hash_recursively(state.tables)))
    ours = replay(world.environment(), blueprint.actions)
    if [result.content for result in ours.results] != kept["results"]:
        raise SystemExit(f"blueprint {blueprint.id}: the two ways give different results")
    if canonical_json(whole(ours.state)) != canonical_json(state.tables):
        raise SystemExit(f"blueprint {blueprint.id}: the two ways end in different states")
    return Copied(copying, tools, by_json, recursive, (kept["json"], kept["recursive"]))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--domain", default="retail")
    parser.add_argument("--size", type=int, default=1000, help="customers; 1000 of retail are about 3 MB of JSON")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--blueprints", type=int, default=200)
    parser.add_argument("--copied", type=int, default=60, help="blueprints done the public way too (they take long)")
    parser.add_argument("--rounds", type=int, default=10, help="times that all blueprints are done our way")
    given = parser.parse_args()

    announce("Fork, replay of the ground truth, digest and compare (CPU time)")
    world, blueprints, left_out = make(given.domain, given.seed, given.size, given.blueprints)
    plain: Plain = {table: {key: thaw(row) for key, row in rows.items()} for table, rows in world.tables.rows.items()}
    megabytes = len(canonical_json(plain)) / 1e6
    actions = statistics.mean(len(blueprint.actions) for blueprint in blueprints)
    print(
        f"{given.domain}, size {given.size}: {megabytes:.2f} MB of JSON, {sum(map(len, plain.values())):,} rows; "
        f"{len(blueprints)} blueprints with {actions:.2f} actions each ({left_out} without actions left out)"
    )

    expected = [replay(world.environment(), blueprint.actions).state.digest() for blueprint in blueprints]

    def ours() -> None:
        for blueprint, digest in zip(blueprints, expected, strict=True):
            if replay(world.environment(), blueprint.actions).state.digest() != digest:
                raise SystemExit(f"blueprint {blueprint.id}: replayed twice, it ends in two states")

    rounds = [cpu_of(ours) / len(blueprints) for _ in range(given.rounds)]
    mine = statistics.median(rounds)

    step = max(1, len(blueprints) // given.copied)
    sample = list(range(0, len(blueprints), step))[: given.copied]
    copied = [copy_everything(world, plain, blueprints[index]) for index in sample]
    pairs = {(expected[index], *one.hashes) for index, one in zip(sample, copied, strict=True)}
    distinct = [len({pair[place] for pair in pairs}) for place in range(3)]
    if not distinct[0] == distinct[1] == distinct[2] == len(pairs):
        raise SystemExit("equal digests and equal hashes of everything do not go together")

    copying = statistics.median(one.copying for one in copied)
    tools = statistics.median(one.tools for one in copied)
    hashing = [statistics.median(one.json for one in copied), statistics.median(one.recursive for one in copied)]
    totals = [copying + tools + one for one in hashing]
    show(
        ("way", "copy ms", "tools ms", "hash ms", "whole ms", "blueprints/s", "ratio"),
        [
            (name, f"{copying * 1e3:.1f}", f"{tools * 1e3:.2f}", f"{part * 1e3:.1f}", f"{total * 1e3:.1f}",
             f"{1 / total:.1f}", f"{total / mine:,.0f}")
            for name, part, total in zip(("deepcopy, JSON hash", "deepcopy, recursive hash"), hashing, totals, strict=True)
        ]
        + [("overlay (ours)", "", "", "", f"{mine * 1e3:.4f}", f"{1 / mine:,.0f}", "1")],
    )  # fmt: skip
    print(
        f"ours: {len(rounds)} rounds of {len(blueprints)}, fastest {min(rounds) * 1e3:.4f} ms, slowest "
        f"{max(rounds) * 1e3:.4f} ms; the public way: medians over {len(copied)} blueprints"
    )
    print(
        f"results and states equal on all {len(copied)}; {distinct[0]} distinct end states, told apart alike by all hashes"
    )
    good = verdict("ratio, recursive hash", totals[1] / mine, 1000, at_least=True, form=",.0f")
    verdict("ratio, JSON hash", totals[0] / mine, 1000, at_least=True, form=",.0f")
    return 0 if verdict("blueprints a second on one core", 1 / mine, 5000, at_least=True, form=",.0f") and good else 1


if __name__ == "__main__":
    sys.exit(main())
