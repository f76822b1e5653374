"""Worlds: built once from seed and size, and known by a digest of everything that an agent meets."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from apigen_mt.registry import load_domain
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import Domain
from apigen_mt.world.policy import Policy
from apigen_mt.world.tables import State
from apigen_mt.world.tools import read

BIKES = load_domain(str(Path(__file__).parents[2] / "examples" / "bikes"))
SIZE = 20


def digest(**changes: Any) -> str:
    """The digest of the hire desk's world, with some fields of the domain changed."""
    return dataclasses.replace(BIKES, **changes).world(0, SIZE).digest


def test_the_digest_is_stable() -> None:
    """Building a world again gives the same one, also from another copy of the domain."""
    assert BIKES.world(0, SIZE).digest == BIKES.world(0, SIZE).digest == digest()
    assert len(digest()) == 64


@read
def list_hires(state: State, rider: str, status: str = "") -> list[Any]:
    """List a rider's hires.

    Args:
        rider: Internal rider id, from find_rider.
        status: Only those in this status.
    """
    return []


def one_row_changed(seed: int, size: int) -> dict[str, Any]:
    tables = BIKES.tables(seed, size)
    first: dict[str, Any] = next(iter(tables["hires"].values()))  # type: ignore[assignment]
    first["days"] += 1
    return dict(tables)


def reworded(domain: Domain) -> Policy:
    (heading, (first, *clauses)), *sections = domain.policy.sections
    first = dataclasses.replace(first, text=first.text + " Always.")
    return Policy(domain.policy.preamble, ((heading, (first, *clauses)), *sections))


@pytest.mark.parametrize(
    "changes",
    [
        {"tools": {**BIKES.tools, "list_hires": list_hires}},
        {"tools": {name: tool for name, tool in BIKES.tools.items() if name != "hand_over"}},
        {"policy": reworded(BIKES)},
        {"policy": dataclasses.replace(BIKES.policy, preamble="# Another desk")},
        {"tables": one_row_changed},
    ],
    ids=["a tool's schema", "a tool less", "a clause", "the preamble", "one row"],
)
def test_the_digest_shows_every_change_of_tools_policy_and_tables(changes: dict[str, Any]) -> None:
    """What was made in one world is not taken for made in the other."""
    assert digest(**changes) != digest()


def test_seed_and_size_make_the_tables() -> None:
    """Equal ones equal tables, others other tables."""
    worlds = [BIKES.world(*place) for place in ((0, SIZE), (0, SIZE), (1, SIZE), (0, SIZE + 1))]
    digests = [world.tables.digest for world in worlds]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3


def test_accounts_are_the_keys_of_their_table() -> None:
    """Sorted, one for each customer."""
    world = BIKES.world(0, SIZE)
    assert world.accounts == sorted(world.tables.rows["riders"])
    assert len(world.accounts) == SIZE


def test_every_environment_is_fresh() -> None:
    """What happens in one has not happened in the next."""
    world = BIKES.world(0, SIZE)
    before = world.environment().state.digest()
    used = world.environment()
    used.call(ToolCall("hand_over", {"rider": world.accounts[0], "topic": "lost property"}))
    assert used.state.digest() != before
    assert world.environment().state.digest() == before


def test_only_rehearsed_environments_take_writes_from_one_another() -> None:
    """Any other carries them out: a tool that does something else each time is found out there."""
    world = BIKES.world(0, SIZE)
    call = ToolCall("hand_over", {"rider": world.accounts[0], "topic": "lost property"})
    used = [world.environment(rehearsed=rehearsed) for rehearsed in (True, True, False, False)]
    for environment in used:
        environment.call(call)
    assert len({environment.state.digest() for environment in used}) == 1
    assert len({id(environment.state) for environment in used}) == 3


def test_specs_are_sorted_by_name() -> None:
    """So that the order of declaration makes no other world."""
    names = [spec["function"]["name"] for spec in BIKES.specs]
    assert names == sorted(BIKES.tools)
    assert digest(tools=dict(reversed(list(BIKES.tools.items())))) == digest()
