"""Reverse task recombination: checked blueprints of one persona and account become a harder one (APIGen-MT §4.1.3).

Unlike the paper, which declares stage 1 safely skippable, the joined schedule is executed again: a balance that the first
part has spent, or an order that it has cancelled, makes the second part another task.
"""

from collections.abc import Sequence
from random import Random

import msgspec

from apigen_mt.phases.propose import assemble, in_order
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.domain import World


def compose(world: World, parts: Sequence[Blueprint], rng: Random) -> tuple[Blueprint, Verdict]:
    """Join checked blueprints of one persona and account, re-execute, and say whether each part still holds."""
    first = parts[0]
    goals = in_order([_placed(goal, index, rng) for index, part in enumerate(parts) for goal in part.goals])
    composed = assemble(
        world,
        first.account,
        first.persona,
        first.facts,
        first.wrong_facts,
        goals,
        tuple(part.id for part in parts),
    )
    before = [(goal.outcome, goal.clauses) for goal in goals]
    after = [(goal.outcome, goal.clauses) for goal in composed.goals]
    actions = sorted(canonical_json(action) for part in parts for action in part.actions)
    if before != after:
        changed = next(goal.kind for goal, was, now in zip(goals, before, after, strict=True) if was != now)
        return composed, Verdict("composition", False, f"{changed} no longer has the same outcome", "blueprint")
    if actions != sorted(map(canonical_json, composed.actions)):
        return composed, Verdict("composition", False, "the joined actions are not those of the parts", "blueprint")
    return composed, Verdict("composition", True)


def _placed(goal: Goal, index: int, rng: Random) -> Goal:
    """Goals of later parts mostly come up later, sometimes with the first request."""
    if index == 0 or rng.random() < 0.3:
        return goal
    return msgspec.structs.replace(goal, opens="later")
