"""The verifier's report card: planted errors, harmless variants, and agents that should pass nothing."""

import asyncio
from collections.abc import Callable
from random import Random

import msgspec
import pytest

from apigen_mt.audit.diversity import Sample
from apigen_mt.audit.planted import ERRORS
from apigen_mt.audit.subject import Messages, Subject
from apigen_mt.audit.tables import MutationTable, TrivialRow, mutation_table, trivial_table
from apigen_mt.audit.trivial import AGENTS
from apigen_mt.audit.variants import VARIANTS
from apigen_mt.phases.context import Context
from apigen_mt.phases.propose import assemble, word_goal
from apigen_mt.phases.trajectories import attempt_once
from apigen_mt.phases.verify import BLAME, verify
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint, Goal, Said
from apigen_mt.values.persona import Persona, Style
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World

WorldOf = Callable[[str], World]
MUTANTS = 1200
EXPECTED = {
    "skipped_authentication": "identity",
    "skipped_consent": "consent",
    "hesitant_consent": "consent",
    "stale_read": "reads",
    "skipped_read": "reads",
    "refusal_without_reason": "outputs",
    "wrong_refusal": "outputs",
    "missing_answer": "outputs",
    "extra_write": "state",
    "dropped_write": "state",
    "leaked_internal_id": "discretion",
    "another_customers_row": "ownership",
    "user_invents": "fidelity",
    "user_leaks": "fidelity",
    "tampered_result": "replay",
    "no_ending": "ending",
}
"""Kind of error -> the check that it is aimed at."""


COMMON = sorted(set(ERRORS) - {"wrong_order"})
"""The order of two writes matters in one conversation of forty; that kind has a test of its own."""


@pytest.fixture(scope="module")
def table(samples: list[Sample], world_of: WorldOf) -> MutationTable:
    """One table over all samples."""
    return mutation_table(samples, world_of, MUTANTS)


@pytest.fixture(scope="module")
def trivial(samples: list[Sample], world_of: WorldOf) -> list[TrivialRow]:
    """What the trivial agents pass."""
    return trivial_table(samples, world_of)


def test_samples_are_of_all_domains(samples: list[Sample]) -> None:
    assert len(samples) >= 110
    assert {sample.blueprint.domain for sample in samples} == {"bikes", "retail", "airline", "banking"}


# ---- planted errors -------------------------------------------------------------------------------------------------


def test_there_are_at_least_fifteen_kinds_of_error() -> None:
    assert len(ERRORS) >= 15


@pytest.mark.parametrize("kind", COMMON)
def test_kind_of_error_is_caught(table: MutationTable, kind: str) -> None:
    """At least 95 of 100."""
    row = next(row for row in table.errors if row.kind == kind)
    assert row.share >= 0.95, f"{row.rejected} of {row.planted}"


def test_wrong_order_is_caught_where_it_matters() -> None:
    """An order is held and then cancelled. The other way round the hold fails, and the order ends otherwise."""
    world = load_world("retail", 5, 60)
    blueprint, messages = _held_and_cancelled(world)
    changed = ERRORS["wrong_order"](Subject(world, blueprint, messages), Random(0))
    assert changed is not None
    verdicts = verify(world, blueprint, changed, StopReason.USER_DONE)
    assert {"state", "outputs"} & {verdict.check for verdict in verdicts if not verdict.passed}


def _held_and_cancelled(world: World) -> tuple[Blueprint, Messages]:
    """A conversation in which one order is first held and then cancelled."""
    rng, persona = Random(0), Persona("plain", "somebody", Style())
    for account in world.accounts:
        environment = world.environment()
        context = Context(account, persona, (), frozenset())
        hold = world.domain.kinds["hold_order"]
        slots = hold.draw(environment.state, account, rng)
        goal = slots and word_goal(world.domain, environment, context, hold, slots, rng)
        if not slots or not goal:
            continue
        number = Said(f"order {slots['order']}", features={"order": slots["order"]})
        cancel = Goal(
            "cancel_order", {"order": slots["order"], "cause": "not_needed"},
            {"order": number, "cause": Said("a change of mind", "not_needed")}, given=("order", "cause"), opens="later",
        )  # fmt: skip
        facts = world.domain.facts(environment.state, account)
        goals = (msgspec.structs.replace(goal, said=goal.said | {"order": number}), cancel)
        blueprint = assemble(world, account, persona, facts, {}, goals)
        if [made.outcome for made in blueprint.goals] == ["done", "done"]:
            trajectory = asyncio.run(attempt_once(world, blueprint, 0, "0"))
            assert trajectory.accepted
            return blueprint, trajectory.messages
    raise LookupError("no order can be held and then cancelled")


def test_nearly_all_errors_are_caught(table: MutationTable) -> None:
    assert table.caught >= 0.99


@pytest.mark.parametrize("kind", COMMON)
def test_kind_of_error_can_be_planted(table: MutationTable, kind: str) -> None:
    """A kind that applies to hardly any conversation proves nothing."""
    assert next(row for row in table.errors if row.kind == kind).planted >= 3


@pytest.mark.parametrize(("kind", "check"), EXPECTED.items())
def test_error_is_caught_by_the_check_that_it_is_aimed_at(table: MutationTable, kind: str, check: str) -> None:
    row = next(row for row in table.errors if row.kind == kind)
    assert row.checks.get(check, 0) >= 0.8 * row.planted


def test_nearly_every_check_has_an_error_of_its_own(table: MutationTable) -> None:
    """`truth` and `schema` are not about what these errors plant: the blueprint, and calls that do not fit."""
    caught_by = {check for row in table.errors for check in row.checks}
    assert set(BLAME) - caught_by <= {"truth", "schema"}


def test_errors_are_planted_one_at_a_time(samples: list[Sample], world_of: WorldOf) -> None:
    """A mutant's results are what the world really gave to such an agent: only a forged one is spotted by replay."""
    rng = Random(0)
    for blueprint, messages in samples[::12]:
        world = world_of(blueprint.domain)
        for kind in set(ERRORS) - {"tampered_result", "no_ending"}:
            changed = ERRORS[kind](Subject(world, blueprint, messages), rng)
            if changed is not None:
                verdicts = verify(world, blueprint, changed, StopReason.USER_DONE)
                assert next(v for v in verdicts if v.check == "replay").passed, kind


# ---- variants that are no error -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", VARIANTS)
def test_harmless_variant_raises_no_alarm(table: MutationTable, kind: str) -> None:
    row = next(row for row in table.variants if row.kind == kind)
    assert row.planted >= 10
    assert row.rejected == 0, row.checks


def test_samples_themselves_raise_no_alarm(samples: list[Sample], world_of: WorldOf) -> None:
    for blueprint, messages in samples:
        assert accepted(verify(world_of(blueprint.domain), blueprint, messages, StopReason.USER_DONE))


def test_same_seed_gives_the_same_table(samples: list[Sample], world_of: WorldOf) -> None:
    first, again = (mutation_table(samples[:20], world_of, 60, seed=3) for _ in range(2))
    assert first == again


# ---- trivial agents -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("agent", AGENTS)
def test_trivial_agent_passes_next_to_nothing(trivial: list[TrivialRow], agent: str) -> None:
    row = next(row for row in trivial if row.agent == agent)
    assert row.passed < 0.05 * row.blueprints, f"{row.passed} of {row.blueprints}"


def test_every_trivial_agent_tries_every_blueprint(trivial: list[TrivialRow], samples: list[Sample]) -> None:
    assert {row.agent: row.blueprints for row in trivial} == dict.fromkeys(AGENTS, len(samples))
