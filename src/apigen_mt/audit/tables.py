"""The verifier's report card: how many planted errors it catches, how often it cries wolf, and whom it lets pass."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

import msgspec

from apigen_mt.audit.diversity import Sample
from apigen_mt.audit.planted import ERRORS
from apigen_mt.audit.subject import Mutation, Subject
from apigen_mt.audit.trivial import AGENTS, passes
from apigen_mt.audit.variants import VARIANTS
from apigen_mt.phases.verify import verify
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World

WorldOf = Callable[[str], World]
"""Domain name -> the world that a sample was made in."""


class MutationRow(msgspec.Struct, frozen=True):
    """What became of one kind of change."""

    kind: str
    planted: int
    rejected: int
    checks: dict[str, int]
    """Check -> how many of the rejected it failed."""

    @property
    def share(self) -> float:
        """Share of the planted that was rejected."""
        return self.rejected / self.planted if self.planted else 0.0


class MutationTable(msgspec.Struct, frozen=True):
    """Planted errors, which have to be rejected, and equivalent variants, which must not be."""

    errors: tuple[MutationRow, ...]
    variants: tuple[MutationRow, ...]

    @property
    def caught(self) -> float:
        """Share of all planted errors that was rejected."""
        return _share(self.errors)

    @property
    def false_alarms(self) -> float:
        """Share of all equivalent variants that was rejected."""
        return _share(self.variants)


class TrivialRow(msgspec.Struct, frozen=True):
    """How many blueprints an agent passes that should pass none."""

    agent: str
    blueprints: int
    passed: int


def mutation_table(samples: Sequence[Sample], world_of: WorldOf, mutants: int, seed: int = 0) -> MutationTable:
    """Plant about `mutants` errors, evenly over the kinds, and half as many variants that are none.

    Every sample is tried for every kind until the kind has its share or the samples run out; a kind that applies to few
    conversations stays below its share.
    """
    return MutationTable(
        tuple(_row(name, ERRORS[name], samples, world_of, mutants // len(ERRORS) + 1, seed) for name in ERRORS),
        tuple(
            _row(name, VARIANTS[name], samples, world_of, mutants // (2 * len(VARIANTS)) + 1, seed) for name in VARIANTS
        ),
    )


def _row(
    name: str, mutation: Mutation, samples: Sequence[Sample], world_of: WorldOf, wanted: int, seed: int
) -> MutationRow:
    rng = Random(f"{seed}:{name}")
    planted = rejected = 0
    checks: Counter[str] = Counter()
    for blueprint, messages in rng.sample(samples, len(samples)):
        world = world_of(blueprint.domain)
        changed = mutation(Subject(world, blueprint, messages), rng)
        if changed is None or changed == messages:
            continue
        verdicts = verify(world, blueprint, changed, StopReason.USER_DONE)
        planted += 1
        if not accepted(verdicts):
            rejected += 1
            checks.update(verdict.check for verdict in verdicts if verdict.passed is not True)
        if planted == wanted:
            break
    return MutationRow(name, planted, rejected, dict(checks.most_common()))


def _share(rows: Sequence[MutationRow]) -> float:
    return sum(row.rejected for row in rows) / max(1, sum(row.planted for row in rows))


def trivial_table(samples: Sequence[Sample], world_of: WorldOf, seed: int = 0) -> list[TrivialRow]:
    """Let every trivial agent try every sample's blueprint once."""
    return [asyncio.run(_trivial_row(agent, samples, world_of, seed)) for agent in AGENTS]


async def _trivial_row(agent: str, samples: Sequence[Sample], world_of: WorldOf, seed: int) -> TrivialRow:
    passed = 0
    for number, (blueprint, _) in enumerate(samples):
        passed += await passes(world_of(blueprint.domain), blueprint, AGENTS[agent], f"{seed}:{agent}:{number}")
    return TrivialRow(agent, len(samples), passed)
