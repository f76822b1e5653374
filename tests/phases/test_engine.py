"""Both phases without a model, over many seeds of the bicycle hire desk: what holds for everything that comes out."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec
import pytest

from apigen_mt.phases.compose import compose
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.item import Item, Settings, Steering
from apigen_mt.phases.verify import inspect
from apigen_mt.pipeline import make_block, make_blueprints
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World
from apigen_mt.world.replay import replay

PLACE = str(Path(__file__).parents[2] / "examples" / "bikes")
SEEDS = range(6)


def settings(seed: int, block: int = 40) -> Settings:
    """A small run."""
    return Settings((PLACE,), seed, size=60, block=block)


def world(seed: int) -> World:
    """The world in which the items of a seed were made."""
    return load_world(PLACE, seed, 60)


@pytest.fixture(scope="module")
def items() -> dict[int, list[Item]]:
    """Seed -> the first block of a run."""
    return {seed: asyncio.run(make_block(settings(seed), 0, Steering())) for seed in SEEDS}


Made = list[tuple[World, Blueprint, Trajectory]]


@pytest.fixture(scope="module")
def made(items: dict[int, list[Item]]) -> Made:
    """Every accepted item: its world, its blueprint, its trajectory."""
    return [
        (world(seed), item.blueprint, item.accepted)
        for seed, block in items.items()
        for item in block
        if item.blueprint is not None and item.accepted is not None
    ]


def all_goals(blueprint: Blueprint) -> Iterator[Goal]:
    """The goals, and what is asked for instead of refused ones."""
    for goal in blueprint.goals:
        yield goal
        if goal.fallback is not None:
            yield goal.fallback


# ---- phase 1 --------------------------------------------------------------------------------------------------------


def test_nearly_every_work_item_comes_to_an_accepted_trajectory(items: dict[int, list[Item]], made: Made) -> None:
    """The proposer is honest, so little is thrown away."""
    assert len(made) > 0.9 * sum(map(len, items.values()))


def test_a_ground_truth_replays(made: Made) -> None:
    """The actions run on a fresh world and lead to the state that the goals lead to."""
    for place, blueprint, _ in made:
        settled = settle(place, blueprint.account, blueprint.goals)
        replayed = replay(place.environment(), blueprint.actions)
        assert settled.failures == ()
        assert (settled.actions, settled.outputs) == (blueprint.actions, blueprint.outputs)
        assert replayed.failures == []
        assert replayed.state.digest() == settled.state.digest()


def test_a_blueprint_carries_the_verdicts_that_let_it_pass(made: Made) -> None:
    """Format, execution, policy and the committee's four criteria."""
    criteria = {"format", "execution", "policy", "correctness", "completeness", "satisfaction", "creativity"}
    for _, blueprint, _ in made:
        assert accepted(blueprint.verdicts)
        assert criteria <= {verdict.check for verdict in blueprint.verdicts}


def test_every_outcome_and_event_occurs(made: Made) -> None:
    """The other properties would say nothing about what is never drawn."""
    goals = [goal for _, blueprint, _ in made for goal in all_goals(blueprint)]
    assert {goal.outcome for goal in goals} >= {"done", "answered", "refused", "withdrawn"}
    assert any(goal.change is not None for goal in goals)
    assert any(goal.fallback is not None for goal in goals)
    assert any(goal.opens == "later" for goal in goals)
    assert any(blueprint.parts for _, blueprint, _ in made)
    assert any(blueprint.wrong_facts for _, blueprint, _ in made)


@pytest.mark.parametrize("outcome", ["refused", "withdrawn", "answered"])
def test_a_goal_that_is_not_carried_out_leaves_the_tables_alone(made: Made, outcome: str) -> None:
    """Struck out of the schedule, it leaves actions and state as they were."""
    for place, blueprint, _ in made:
        for goal in blueprint.goals:
            if goal.outcome == outcome and goal.fallback is None:
                rest = tuple(other for other in blueprint.goals if other is not goal)
                without, whole = (settle(place, blueprint.account, goals) for goals in (rest, blueprint.goals))
                assert without.actions == whole.actions
                assert without.state.digest() == whole.state.digest()


def test_a_blueprint_has_actions_only_for_what_is_done(made: Made) -> None:
    """Refused, withdrawn and answered goals add no action."""
    for place, blueprint, _ in made:
        done = [goal for goal in all_goals(blueprint) if goal.outcome == "done"]
        assert len(blueprint.actions) == sum(len(place.domain.kinds[goal.kind].tools) for goal in done)


def test_a_refused_goal_expects_its_reason_to_be_told(made: Made) -> None:
    """So that an agent which does nothing fails."""
    for _, blueprint, _ in made:
        for index, goal in enumerate(blueprint.goals):
            if goal.outcome == "refused":
                assert goal.clauses
                assert any(output.goal == index and output.clauses == goal.clauses for output in blueprint.outputs)


def test_a_composition_executes_again(made: Made) -> None:
    """The joined goals settle as the parts did."""
    composed = [(place, blueprint) for place, blueprint, _ in made if blueprint.parts]
    for place, blueprint in composed:
        settled = settle(place, blueprint.account, blueprint.goals)
        assert [goal.outcome for goal in settled.goals] == [goal.outcome for goal in blueprint.goals]
        assert len(blueprint.parts) >= 2


def test_a_composition_in_which_one_part_spoils_another_is_rejected(made: Made) -> None:
    """A hire that the first part cancels cannot be cancelled by the second."""
    place, blueprint = next(
        (place, blueprint)
        for place, blueprint, _ in made
        if ("cancel", "done") in {(goal.kind, goal.outcome) for goal in blueprint.goals}
    )
    _, verdict = compose(place, [blueprint, blueprint], Random(0))
    assert verdict.passed is False
    assert "cancel" in verdict.reason


def test_an_instruction_names_no_tool_and_no_internal_id(made: Made) -> None:
    """Whoever plays the user may read it."""
    for place, blueprint, _ in made:
        assert not re.search(place.domain.internal, blueprint.instruction)
        assert not [name for name in place.domain.tools if name in blueprint.instruction]


# ---- phase 2 --------------------------------------------------------------------------------------------------------


def test_an_accepted_trajectory_verifies_again_with_the_same_verdicts(made: Made) -> None:
    """Also after it has been written to JSON and read back, as it is in a dataset."""
    for place, blueprint, trajectory in made:
        messages, goals = msgspec.json.encode(trajectory.messages), msgspec.json.encode(blueprint)
        verdicts, digest = inspect(
            place,
            msgspec.json.decode(goals, type=Blueprint),
            msgspec.json.decode(messages, type=tuple[Message, ...]),
            trajectory.stop,
        )
        assert verdicts == trajectory.verdicts
        assert digest == trajectory.digest
        assert accepted(verdicts)


def test_its_writes_lead_where_the_ground_truth_leads(made: Made) -> None:
    """Reads and failed calls on the way change nothing."""
    for place, blueprint, trajectory in made:
        assert replay(place.environment(), blueprint.actions).state.digest() == trajectory.digest
        assert replay(place.environment(), trajectory.calls).state.digest() == trajectory.digest


def test_verdicts_do_not_look_at_acts(made: Made) -> None:
    """The verifier judges words and calls alone."""
    for place, blueprint, trajectory in made:
        bare = [msgspec.structs.replace(message, acts=()) for message in trajectory.messages]
        assert inspect(place, blueprint, bare, trajectory.stop).verdicts == trajectory.verdicts


def test_a_conversation_without_its_writes_is_rejected(made: Made) -> None:
    """Words alone do nothing: what was to be done is missing."""
    for place, blueprint, trajectory in made:
        if blueprint.actions:
            spoken = [message for message in trajectory.messages if message.role != "tool" and not message.calls]
            verdicts = {
                verdict.check: verdict for verdict in inspect(place, blueprint, spoken, trajectory.stop).verdicts
            }
            assert verdicts["state"].passed is False
            assert verdicts["state"].blame == "agent"


def test_the_user_never_says_what_no_customer_knows(made: Made) -> None:
    """No internal id, no tool name."""
    for place, _, trajectory in made:
        said = " ".join(message.content for message in trajectory.messages if message.role == "user")
        assert not re.search(place.domain.internal, said)
        assert not [name for name in place.domain.tools if name in said]


def test_every_conversation_ends_with_the_agent_s_answer_to_a_goodbye(made: Made) -> None:
    """The user opens, the agent has the last word, and nobody is left without an answer."""
    for _, _, trajectory in made:
        first, last = trajectory.messages[0], trajectory.messages[-1]
        assert first.role == "user"
        assert (last.role, bool(last.content), last.calls) == ("assistant", True, ())
        assert trajectory.stop is StopReason.USER_DONE


def test_every_call_has_its_result(made: Made) -> None:
    """In order, tied by the call's id."""
    for _, _, trajectory in made:
        answers = [message.call_id for message in trajectory.messages if message.role == "tool"]
        assert answers == [call.id for call in trajectory.calls]
        assert len(set(answers)) == len(answers)


# ---- both -----------------------------------------------------------------------------------------------------------


def test_the_same_seed_makes_the_same_items(items: dict[int, list[Item]]) -> None:
    """Byte for byte."""
    again = asyncio.run(make_block(settings(SEEDS[0]), 0, Steering()))
    assert msgspec.json.encode(again) == msgspec.json.encode(items[SEEDS[0]])


def test_another_seed_makes_other_items(items: dict[int, list[Item]]) -> None:
    """Worlds, wishes and words all differ."""
    blueprints = [item.blueprint.id for block in items.values() for item in block if item.blueprint]
    assert len(set(blueprints)) == len(blueprints)


@pytest.mark.parametrize("ordinal", [0, 7, 39])
def test_an_item_does_not_depend_on_what_was_made_before_it(items: dict[int, list[Item]], ordinal: int) -> None:
    """Alone in its block it is the same."""
    seed = SEEDS[1]
    (alone,) = asyncio.run(make_block(settings(seed, block=1), ordinal, Steering()))
    assert msgspec.json.encode(alone) == msgspec.json.encode(items[seed][ordinal])


def test_phase_one_alone_makes_the_same_blueprints(items: dict[int, list[Item]]) -> None:
    """Conversations do not reach back."""
    alone = asyncio.run(make_blueprints(settings(SEEDS[0]), 0, Steering()))
    assert [item.blueprint for item in alone] == [item.blueprint for item in items[SEEDS[0]]]
    assert not [item for item in alone if item.trajectories]
