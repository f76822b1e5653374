"""Phase 1: propose, check, review, revise; then compose (APIGen-MT §3.2.1, §4.1). One work item at a time."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import msgspec

from apigen_mt.phases.checks import check
from apigen_mt.phases.committee import deliberate
from apigen_mt.phases.compose import compose
from apigen_mt.phases.context import Context, sample_context
from apigen_mt.phases.item import Rejected, Settings, Steering
from apigen_mt.phases.propose import propose, same_wish, suit, things
from apigen_mt.phases.revise import revise
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import World
from apigen_mt.world.graph import Graph

WISHES = (1, 2, 3, 3, 4)
"""How many wishes a plain blueprint aims at."""
PARTS = (2, 3, 4)
"""How many blueprints are composed into one."""
SPARE = 2

CONTEXTS = 4
"""Contexts drawn before a work item ends without a blueprint: many customers offer nothing for some aims."""


class Drafted(NamedTuple):
    """What phase 1 made of one work item."""

    blueprint: Blueprint | None
    rejected: tuple[Rejected, ...]


async def draft(world: World, graph: Graph, steering: Steering, settings: Settings, rng: Random) -> Drafted:
    """Make one verified blueprint, plain or composed, and keep every candidate that failed on the way."""
    rejected: list[Rejected] = []
    composed = rng.random() < settings.composed
    for _ in range(CONTEXTS):
        wishes = rng.choice(PARTS) + SPARE if composed else rng.choice(WISHES)
        context = sample_context(world, graph, steering, settings.style, wishes, rng)
        make = _compose if composed else _make
        blueprint = make(world, suit(world, context, rng), settings, rng, rejected)
        if blueprint is not None:
            return Drafted(blueprint, tuple(rejected))
    return Drafted(None, tuple(rejected))


def _make(
    world: World, context: Context, settings: Settings, rng: Random, rejected: list[Rejected], *, review: bool = True
) -> Blueprint | None:
    """Propose and revise until a candidate passes checks and, if asked for, committee, or the rounds are used up."""
    candidate = propose(world, context, rng)
    for round_ in range(settings.revisions + 1):
        if candidate is None:
            return None
        verdicts = check(world, candidate)
        stage = verdicts[-1].check
        if review and accepted(verdicts):
            stage = "committee"
            verdicts += deliberate(world, candidate, context)
        if accepted(verdicts):
            return msgspec.structs.replace(candidate, verdicts=verdicts)
        rejected.append(Rejected(candidate, stage, verdicts, round_))
        candidate = revise(world, candidate, verdicts, context, rng)
    return None


def _compose(
    world: World, context: Context, settings: Settings, rng: Random, rejected: list[Rejected]
) -> Blueprint | None:
    """Make checked blueprints for one customer and persona and join them; if that fails, one of them stands alone.

    There are `SPARE` aims more than parts wanted, for aims that the customer's rows cannot serve. The committee votes on
    what is to be kept: the joined blueprint, or the part that stands alone.
    """
    parts: list[Blueprint] = []
    for aim in context.aims:
        if len(parts) == len(context.aims) - SPARE:
            break
        focus = frozenset(thing for other in parts for goal in other.goals for thing in things(goal))
        narrowed = context._replace(aims=(aim,), focus=focus)
        part = _make(world, narrowed, settings, rng, rejected, review=False)
        if part is not None and not _overlaps(part, parts):
            parts.append(part)
    if len(parts) > 1:
        composed, verdict = compose(world, parts, rng)
        verdicts: tuple[Verdict, ...] = (verdict,)
        if verdict.passed:
            verdicts += check(world, composed)
        if accepted(verdicts):
            verdicts += deliberate(world, composed, context)
        if accepted(verdicts):
            return msgspec.structs.replace(composed, verdicts=verdicts)
        rejected.append(Rejected(composed, "composition", verdicts))
    return _alone(world, parts, context, rejected)


def _alone(world: World, parts: Sequence[Blueprint], context: Context, rejected: list[Rejected]) -> Blueprint | None:
    """Return the first of some checked blueprints that the committee accepts as it stands."""
    for part in parts:
        verdicts = part.verdicts + deliberate(world, part, context)
        if accepted(verdicts):
            return msgspec.structs.replace(part, verdicts=verdicts)
        rejected.append(Rejected(part, "committee", verdicts))
    return None


def _overlaps(part: Blueprint, others: Sequence[Blueprint]) -> bool:
    return any(same_wish(one, two) for other in others for one in part.goals for two in other.goals)
