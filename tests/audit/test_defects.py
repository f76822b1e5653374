"""What is planted is a defect: each kind, in verified blueprints of all domains."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

import msgspec
import pytest

from apigen_mt.audit.defects import DEFECTS
from apigen_mt.language.surface import read, states
from apigen_mt.phases.checks import check
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.signature import is_trivial
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World
from apigen_mt.world.policy import Case
from apigen_mt.world.replay import replay

ACTIONS = ["wrong argument", "missing action", "extra action", "swapped things", "wrong order"]
FALSE_TRUTH = [*ACTIONS, "wrong answer", "missing answer", "wrong clause", "forbidden as done"]
FALSE_READING = ["misread detail", "unserved wish", "ignored change of mind"]
FALSE_WORDS = [kind for kind in DEFECTS if kind not in (*FALSE_TRUTH, *FALSE_READING, "trivial")]

WorldOf = Callable[[str], World]


class Planted(NamedTuple):
    """A defect beside what it was planted in."""

    world: World
    before: Blueprint
    after: Blueprint


@pytest.fixture(scope="module")
def planted(blueprints: list[Blueprint], world_of: WorldOf) -> dict[str, list[Planted]]:
    """Every kind tried on every blueprint."""
    found: dict[str, list[Planted]] = {kind: [] for kind in DEFECTS}
    for number, blueprint in enumerate(blueprints):
        world = world_of(blueprint.domain)
        for kind, defect in DEFECTS.items():
            after = defect.plant(world, blueprint, Random(f"{number}:{kind}"))
            if after is not None:
                found[kind].append(Planted(world, blueprint, after))
    return found


def ground_truth(blueprint: Blueprint) -> object:
    """What an agent has to do and tell."""
    return blueprint.goals, blueprint.actions, blueprint.outputs


def outcome(world: World, blueprint: Blueprint) -> str:
    """The state that the actions lead to."""
    return replay(world.environment(), blueprint.actions).state.digest()


def test_there_are_at_least_ten_kinds() -> None:
    assert len(DEFECTS) >= 10


@pytest.mark.parametrize("kind", DEFECTS)
def test_every_kind_can_be_planted_and_is_named_in_its_place(kind: str, planted: dict[str, list[Planted]]) -> None:
    assert planted[kind]
    assert all(one.after.id != one.before.id for one in planted[kind])
    assert DEFECTS[kind].objection


@pytest.mark.parametrize("kind", DEFECTS)
def test_same_chance_plants_the_same(kind: str, planted: dict[str, list[Planted]]) -> None:
    world, before, _ = planted[kind][0]
    one, other = (DEFECTS[kind].plant(world, before, Random("again")) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("kind", FALSE_TRUTH)
def test_false_ground_truth_does_not_follow_from_the_goals(kind: str, planted: dict[str, list[Planted]]) -> None:
    for world, before, after in planted[kind]:
        settled = settle(world, after.account, after.goals)
        assert after.instruction == before.instruction
        assert (settled.actions, settled.outputs) != (after.actions, after.outputs)


@pytest.mark.parametrize("kind", FALSE_TRUTH)
def test_checks_catch_every_false_ground_truth(kind: str, planted: dict[str, list[Planted]]) -> None:
    assert not any(accepted(check(one.world, one.after)) for one in planted[kind])


@pytest.mark.parametrize("kind", ACTIONS)
def test_wrong_actions_lead_elsewhere(kind: str, planted: dict[str, list[Planted]]) -> None:
    assert all(outcome(one.world, one.after) != outcome(one.world, one.before) for one in planted[kind])


def test_what_is_forbidden_really_is(planted: dict[str, list[Planted]]) -> None:
    for world, before, after in planted["forbidden as done"]:
        environment = world.environment()
        violations = []
        for number, action in enumerate(after.actions):
            violations += world.domain.policy.judge(
                Case(environment.state, action, after.account, after.actions[:number])
            )
            environment.call(action)
        assert violations
        assert len(after.outputs) == len(before.outputs) - 1


@pytest.mark.parametrize("kind", FALSE_READING)
def test_false_readings_are_coherent_and_about_something_else(kind: str, planted: dict[str, list[Planted]]) -> None:
    """All checks pass, so only somebody who reads the instruction can tell."""
    for world, before, after in planted[kind]:
        assert accepted(check(world, after))
        assert after.instruction == before.instruction
        assert (after.actions, after.outputs) != (before.actions, before.outputs)


@pytest.mark.parametrize("kind", FALSE_WORDS)
def test_false_words_leave_the_ground_truth(kind: str, planted: dict[str, list[Planted]]) -> None:
    for _, before, after in planted[kind]:
        assert ground_truth(after) == ground_truth(before)
        assert after.instruction != before.instruction


def added(one: Planted) -> str:
    """What stands after the old instruction."""
    assert one.after.instruction.startswith(one.before.instruction)
    return one.after.instruction.removeprefix(one.before.instruction)


def test_words_are_spoilt_as_named(planted: dict[str, list[Planted]]) -> None:
    assert all(any(tool in added(one) for tool in one.world.domain.tools) for one in planted["tool name"])
    assert all(re.search(one.world.domain.internal, added(one)) for one in planted["internal id"])
    for one in planted["answer given away"]:
        values = [output.value for output in one.after.outputs if output.value is not None]
        assert any(states(read(added(one)), value) for value in values)
    assert all(one.after.persona.about not in one.after.instruction for one in planted["other persona"])


def test_wrong_facts_are_another_customers(planted: dict[str, list[Planted]]) -> None:
    for one in planted["wrong fact"]:
        said = {str(v.value) for v in one.before.facts.values() if str(v.value) in one.before.instruction}
        assert any(value not in one.after.instruction for value in said)


def test_omitted_details_are_nowhere_in_the_instruction(planted: dict[str, list[Planted]]) -> None:
    for one in planted["omitted detail"]:
        parts = [part for goal in one.after.goals for part in (goal, goal.fallback) if part is not None]
        said = [re.sub(r"\bmy\b", "your", s.text) for part in parts for s in part.said.values()]
        assert any(text in one.before.instruction and text not in one.after.instruction for text in said)


def test_foreign_things_are_not_the_customers(planted: dict[str, list[Planted]]) -> None:
    """Whatever the customer's own tables hold that things are called by, the label is not among it."""
    tried = 0
    for world, before, after in planted["foreign thing"]:
        label = added(Planted(world, before, after)).removeprefix(" You want the same for ").rstrip(".")
        for goal in after.goals:
            for slot in world.domain.kinds[goal.kind].slots:
                if slot.entity:
                    entity = world.domain.entities[slot.entity]
                    result = world.environment().call(entity.finder(after.account, goal.slots))
                    assert label not in [entity.label(record) for record in entity.records(result.value)]
                    tried += 1
    assert tried > 50


def test_trivial_ones_are_trivial_and_otherwise_sound(planted: dict[str, list[Planted]]) -> None:
    for one in planted["trivial"]:
        assert is_trivial(one.world.domain, one.after.goals)
        assert accepted(check(one.world, one.after))


def test_what_does_not_apply_is_not_planted(blueprints: list[Blueprint], world_of: WorldOf) -> None:
    blueprint = blueprints[0]
    bare = msgspec.structs.replace(blueprint, goals=(), actions=(), outputs=(), instruction="", facts={})
    world = world_of(blueprint.domain)
    applied = {kind for kind, one in DEFECTS.items() if one.plant(world, bare, Random(1)) is not None}
    assert applied <= {"extra action", "tool name", "internal id", "trivial"}
