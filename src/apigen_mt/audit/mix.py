"""What the committee is shown: planted defects among clean blueprints, in random order, and the same again in other guises."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Literal, NamedTuple, TypeVar, get_args

import msgspec

from apigen_mt.audit.defects import DEFECTS
from apigen_mt.values.blueprint import Blueprint, Goal, Said
from apigen_mt.world.domain import World

V = TypeVar("V")

WorldOf = Callable[[str], World]
"""Domain name -> the world that a blueprint was made in."""

Sitting = Literal["first", "again", "order", "parts", "padding"]
"""Everything once; then some of it once more as it was, in another order, with its parts listed in another order, and padded.
What changes between `first` and `again` is a reviewer's own noise, against which the others have to be seen."""
SITTINGS: tuple[Sitting, ...] = get_args(Sitting)

PADDING = (
    "You have had a cup of tea and the afternoon is a calm one.",
    "The weather where you are is neither warm nor cold, and you do not mind it.",
    "You have written to service desks before and have found the people there pleasant.",
    "You read every answer with care before you write back.",
    "There is some music in the background, not loud enough to disturb you.",
    "You are sitting comfortably and you have all the time that this may take.",
    "You think of yourself as an ordinary person, no better or worse at such things than anybody else.",
    "When all is said and done, you will go back to what you were doing before.",
)
"""Harmless sentences: no wish, no value and no fact that anybody could need."""


class Item(NamedTuple):
    """One blueprint of the mix, and the kind of defect planted in it, if any."""

    candidate: Blueprint
    kind: str = ""


class Shown(NamedTuple):
    """What a reviewer is shown at one point of a sitting."""

    item: int
    """Index in the mix."""
    candidate: Blueprint


def mix(blueprints: Sequence[Blueprint], world_of: WorldOf, items: int, seed: int = 0) -> tuple[Item, ...]:
    """Plant defects in verified blueprints, evenly over the kinds, and mix them with as many clean ones.

    There are no more clean ones than blueprints, and a kind that applies to few of them stays below its share. The marks
    of having been verified are taken off all of them.
    """
    bare = [msgspec.structs.replace(blueprint, verdicts=()) for blueprint in blueprints]
    rng = Random(f"{seed}:mix")
    planted = _planted(bare, world_of, items // 2, rng)
    clean = [Item(blueprint) for blueprint in rng.sample(bare, min(len(bare), items - len(planted)))]
    return tuple(rng.sample([*planted, *clean], len(planted) + len(clean)))


def _planted(blueprints: Sequence[Blueprint], world_of: WorldOf, wanted: int, rng: Random) -> list[Item]:
    """Go round the kinds, each with its own order of the blueprints, until there are enough or nothing is left to try."""
    found: list[Item] = []
    queues = {kind: rng.sample(blueprints, len(blueprints)) for kind in rng.sample(list(DEFECTS), len(DEFECTS))}
    while queues and len(found) < wanted:
        for kind in list(queues):
            candidate = None
            while queues[kind] and candidate is None:
                blueprint = queues[kind].pop()
                candidate = DEFECTS[kind].plant(world_of(blueprint.domain), blueprint, rng)
            if candidate is None:
                del queues[kind]
            elif len(found) < wanted:
                found.append(Item(candidate, kind))
    return found


def sittings(items: Sequence[Item], probes: int, seed: int = 0) -> dict[Sitting, tuple[Shown, ...]]:
    """Return what is shown in each sitting; the first `probes` items come in all of them."""
    first = tuple(Shown(number, item.candidate) for number, item in enumerate(items))
    some = first[:probes]
    return {
        "first": first,
        "again": some,
        "order": tuple(Random(f"{seed}:order").sample(some, len(some))),
        "parts": tuple(Shown(number, reordered(candidate)) for number, candidate in some),
        "padding": tuple(Shown(number, padded(candidate)) for number, candidate in some),
    }


def reordered(blueprint: Blueprint) -> Blueprint:
    """Return the same blueprint with all that has no order listed the other way round: facts, slots, arguments."""
    return msgspec.structs.replace(
        blueprint,
        facts=_turned(blueprint.facts),
        goals=tuple(map(_turned_goal, blueprint.goals)),
        actions=tuple(
            msgspec.structs.replace(action, arguments=_turned(action.arguments)) for action in blueprint.actions
        ),
    )


def padded(blueprint: Blueprint) -> Blueprint:
    """Return the same task with harmless sentences after its instruction."""
    return msgspec.structs.replace(blueprint, instruction=" ".join((blueprint.instruction, *PADDING)))


def _turned_goal(goal: Goal) -> Goal:
    said = {slot: Said(one.text, one.value, _turned(one.features)) for slot, one in goal.said.items()}
    fallback = None if goal.fallback is None else _turned_goal(goal.fallback)
    return msgspec.structs.replace(goal, slots=_turned(goal.slots), said=_turned(said), fallback=fallback)


def _turned(things: dict[str, V]) -> dict[str, V]:
    return dict(reversed(things.items()))
