"""The reviser without a model: it takes the reasons to heart by the smallest change that meets them (Reflexion-style, §4.1.2)."""

import re
from collections.abc import Sequence
from random import Random

import msgspec

from apigen_mt.phases.context import Context
from apigen_mt.phases.propose import assemble, propose
from apigen_mt.phases.roles import Unusable
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.review import Review
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.domain import World


def revise(
    world: World, candidate: Blueprint, verdicts: Sequence[Verdict], context: Context, rng: Random
) -> Blueprint | None:
    """Return another candidate: without the events or the goals that the reasons name, or proposed afresh.

    A goal that is named loses its event first; a goal that has none is dropped; if nothing is left, or no goal is named,
    the proposer draws again from the same context.
    """
    reasons = " ".join(verdict.reason for verdict in verdicts if verdict.passed is not True)
    named = {goal.kind for goal in candidate.goals if re.search(rf"\b{goal.kind}\b", reasons)}
    goals: list[Goal] = []
    for goal in candidate.goals:
        if goal.kind not in named:
            goals.append(goal)
        elif goal.change is not None or goal.withdrawn or goal.fallback is not None or goal.vague:
            goals.append(
                msgspec.structs.replace(goal, change=None, withdrawn=False, fallback=None, conditional=False, vague={})
            )
    if not goals or tuple(goals) == candidate.goals:
        return propose(world, context, rng)
    return assemble(world, candidate.account, candidate.persona, candidate.facts, candidate.wrong_facts, tuple(goals))


class ScriptedReviser:
    """The reviser without a model, in the role's form."""

    async def revise(
        self,
        world: World,
        context: Context,
        candidate: Blueprint | Unusable,
        verdicts: Sequence[Verdict],
        reviews: Sequence[Review],
        rng: Random,
        place: str,
    ) -> Blueprint | None:
        """Return another candidate, as `revise` does; in the place of what never became one, a proposal."""
        if isinstance(candidate, Unusable):
            return propose(world, context, rng)
        return revise(world, candidate, verdicts, context, rng)
