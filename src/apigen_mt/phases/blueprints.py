"""Phase 1: propose, check, review, revise; then compose (APIGen-MT §3.2.1, §4.1). One work item at a time."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import msgspec

from apigen_mt.models.completion import Malformed, NoAnswer
from apigen_mt.phases.checks import check
from apigen_mt.phases.committee import deliberate
from apigen_mt.phases.compose import compose
from apigen_mt.phases.context import Context, sample_context
from apigen_mt.phases.item import Branch, Rejected, Settings, Steering, Tried
from apigen_mt.phases.propose import ScriptedProposer, same_wish, suit, things
from apigen_mt.phases.revise import ScriptedReviser
from apigen_mt.phases.roles import Candidate, Composer, Proposer, Reviewer, Reviser, Unusable
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import Review
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import World
from apigen_mt.world.graph import Graph

PARTS = (2, 3, 4)
"""How many blueprints are composed into one."""
SPARE = 2

CONTEXTS = 4
"""Contexts drawn before a work item ends without a blueprint: many customers offer nothing for some aims."""

PROPOSALS = 24
"""Proposals spent on a work item, revisions and unanswered ones included, after which it begins no further context or part:
a model that cannot write for some aims would otherwise be asked up to 96 times for one composed blueprint."""


class Drafters(NamedTuple):
    """Who plays the roles of phase 1."""

    proposer: Proposer = ScriptedProposer()
    reviser: Reviser = ScriptedReviser()
    reviewers: tuple[Reviewer, ...] = ()
    """Those with a model; the scripted ones always sit on the committee."""
    composer: Composer | None = None
    """Without one a composed blueprint keeps the instruction that strings its goals together."""


class Drafted(NamedTuple):
    """What phase 1 made of one work item."""

    blueprint: Blueprint | None
    rejected: tuple[Rejected, ...]
    reviews: tuple[Review, ...] = ()
    """Of the accepted blueprint, by reviewers with a model."""
    tried: tuple[Tried, ...] = ()
    """Every context proposed from, by branch."""


class Accepted(NamedTuple):
    """A blueprint that passed its checks and the committee."""

    blueprint: Blueprint
    reviews: tuple[Review, ...]


class _Work(NamedTuple):
    """One work item in the making: what it is made with, and what is kept of the way."""

    world: World
    drafters: Drafters
    settings: Settings
    rng: Random
    rejected: list[Rejected]
    tried: list[Tried]
    reviewing: bool = True
    """Whether the committee votes on what has passed the checks."""

    @property
    def is_spent(self) -> bool:
        """Whether the item has had its share of proposals."""
        unanswered = sum(one.stage == "completion" for one in self.rejected)
        return sum(one.proposals for one in self.tried) + unanswered >= PROPOSALS


async def draft(
    world: World, graph: Graph, steering: Steering, settings: Settings, rng: Random, drafters: Drafters = Drafters()
) -> Drafted:
    """Make one verified blueprint, plain or composed, and keep every candidate that failed on the way.

    A role that gives no usable answer costs its context, and is kept as a rejection of stage `completion`.

    Raises:
        OutOfBudget: when the run may spend no more.
        EndpointDown: when an endpoint answers nobody.
    """
    work = _Work(world, drafters, settings, rng, [], [])
    found: Accepted | None = None
    composed = rng.random() < settings.composed
    for number in range(CONTEXTS):
        wishes = rng.choice(PARTS) + SPARE if composed else rng.choice(settings.wishes)
        context = sample_context(world, graph, steering, settings.population, wishes, rng, settings.targets)
        make = _compose if composed else _make
        found = await make(work, suit(world, context, rng), f"context{number}")
        if found is not None or work.is_spent:
            break
    blueprint, reviews = found or (None, ())
    return Drafted(blueprint, tuple(work.rejected), reviews, tuple(work.tried))


async def _make(work: _Work, context: Context, place: str) -> Accepted | None:
    """Propose until a candidate passes checks and committee, or the rounds are used up: with feedback, without, or both."""
    revising = work.settings.revising
    branch: Branch = "retries" if revising == "retries" else "feedback"
    first = await _asked(work, context, None, f"{place}/round0", 0, branch)
    if first is None:
        return None
    passed = await _pass(work, context, first, f"{place}/round0", 0, branch)
    found = await _again(work, context, passed, place, branch)
    if revising != "both":
        return found
    # What trying again gives is measured beside feedback, from the same first proposal.
    retried = await _again(work, context, passed, place, "retries")
    return found or retried


class _Failed(NamedTuple):
    """A candidate that did not pass, and what was said of it; None if there is nothing to go on from."""

    candidate: Blueprint | Unusable | None
    verdicts: tuple[Verdict, ...] = ()
    reviews: tuple[Review, ...] = ()


async def _again(
    work: _Work, context: Context, last: Accepted | _Failed, place: str, branch: Branch
) -> Accepted | None:
    """Go on from a first proposal in one branch, and note what became of it."""
    proposals = 1
    for number in range(1, work.settings.rounds(work.world.domain.name) + 1):
        if isinstance(last, Accepted) or last.candidate is None:
            break
        here = f"{place}/{'round' if branch == 'feedback' else 'retry'}{number}"
        candidate = await _asked(work, context, last if branch == "feedback" else None, here, number, branch)
        if candidate is None:
            break
        proposals += 1
        last = await _pass(work, context, candidate, here, number, branch)
    found = last if isinstance(last, Accepted) else None
    work.tried.append(Tried(place, branch, proposals, found is not None))
    return found


async def _asked(
    work: _Work, context: Context, last: _Failed | None, place: str, number: int, branch: Branch
) -> Candidate:
    """Ask for a proposal, or for a revision of what failed; None if there is none."""
    try:
        if last is None or last.candidate is None:
            return await work.drafters.proposer.propose(work.world, context, work.rng, place)
        return await work.drafters.reviser.revise(
            work.world, context, last.candidate, last.verdicts, last.reviews, work.rng, place
        )
    except (NoAnswer, Malformed) as error:
        work.rejected.append(Rejected(None, "completion", _unanswered(error), number, branch=branch))
        return None


def _unanswered(error: NoAnswer | Malformed) -> tuple[Verdict, ...]:
    return (Verdict("completion", None, str(error)),)


async def _pass(
    work: _Work, context: Context, candidate: Blueprint | Unusable, place: str, number: int, branch: Branch
) -> Accepted | _Failed:
    """Check and review one candidate."""
    if isinstance(candidate, Unusable):
        verdicts = (Verdict("format", False, candidate.reason, "blueprint"),)
        work.rejected.append(Rejected(None, "format", verdicts, number, branch=branch))
        return _Failed(candidate, verdicts)
    verdicts, reviews = check(work.world, candidate), ()
    stage = verdicts[-1].check
    if accepted(verdicts) and work.reviewing:
        stage = "committee"
        said = await deliberate(work.world, candidate, context, work.drafters.reviewers, place)
        verdicts, reviews = verdicts + said.verdicts, said.reviews
    if accepted(verdicts):
        return Accepted(msgspec.structs.replace(candidate, verdicts=verdicts), reviews)
    work.rejected.append(Rejected(candidate, stage, verdicts, number, reviews, branch))
    # A committee that could not judge has found nothing to mend: more rounds would only ask it again.
    objected = any(verdict.passed is False for verdict in verdicts)
    return _Failed(candidate if objected else None, verdicts, reviews)


async def _compose(work: _Work, context: Context, place: str) -> Accepted | None:
    """Make verified blueprints for one customer and persona and join them; a single one stands as it is.

    There are `SPARE` aims more than parts wanted, for aims that the customer's rows cannot serve. The built-in reviewers,
    who hardly ever object to a part that has passed its checks, see only what is to be kept: the joined blueprint, or the
    part that stands alone. Reviewers with a model see every part, for their objections to one can still be mended.
    """
    parts: list[Accepted] = []
    making = work._replace(reviewing=bool(work.drafters.reviewers))
    for number, aim in enumerate(context.aims):
        if len(parts) == len(context.aims) - SPARE or work.is_spent:
            break
        goals = [goal for other in parts for goal in other.blueprint.goals]
        focus = frozenset(thing for goal in goals for thing in things(goal))
        part = await _make(making, context._replace(aims=(aim,), focus=focus), f"{place}/part{number}")
        if part is not None and not _overlaps(part.blueprint, [other.blueprint for other in parts]):
            parts.append(part)
    joined: Accepted | None = None
    if len(parts) > 1:
        joined = await _join(work, context, [part.blueprint for part in parts], f"{place}/composed")
    return joined or await _alone(work, context, parts)


async def _alone(work: _Work, context: Context, parts: Sequence[Accepted]) -> Accepted | None:
    """Return the first of some parts that may stand alone."""
    if work.drafters.reviewers:
        return parts[0] if parts else None
    for part in parts:
        verdicts = part.blueprint.verdicts + (await deliberate(work.world, part.blueprint, context)).verdicts
        if accepted(verdicts):
            return Accepted(msgspec.structs.replace(part.blueprint, verdicts=verdicts), ())
        work.rejected.append(Rejected(part.blueprint, "committee", verdicts))
    return None


async def _join(work: _Work, context: Context, parts: Sequence[Blueprint], place: str) -> Accepted | None:
    """Compose blueprints, have the whole told as one story, and check and review it like any other."""
    composed, verdict = compose(work.world, parts, work.rng)
    verdicts: tuple[Verdict, ...] = (verdict,)
    reviews: tuple[Review, ...] = ()
    if verdict.passed and work.drafters.composer is not None:
        try:
            written = await work.drafters.composer.write(work.world, composed, parts, place)
        except (NoAnswer, Malformed) as error:
            work.rejected.append(Rejected(composed, "completion", (verdict, *_unanswered(error))))
            return None
        composed = msgspec.structs.replace(composed, instruction=written)
    if verdict.passed:
        verdicts += check(work.world, composed)
    if accepted(verdicts):
        said = await deliberate(work.world, composed, context, work.drafters.reviewers, place)
        verdicts, reviews = verdicts + said.verdicts, said.reviews
    if accepted(verdicts):
        return Accepted(msgspec.structs.replace(composed, verdicts=verdicts), reviews)
    work.rejected.append(Rejected(composed, "composition", verdicts, reviews=reviews))
    return None


def _overlaps(part: Blueprint, others: Sequence[Blueprint]) -> bool:
    return any(same_wish(one, two) for other in others for one in part.goals for two in other.goals)
