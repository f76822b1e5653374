"""The reviser: the smallest change that meets the reasons given."""

from random import Random

import msgspec
import pytest
from talks import DISCOUNT, LOST, MATILDA, PLAIN, ask_due, cancel, extend, task

from apigen_mt.phases.checks import check
from apigen_mt.phases.context import Aim, Context
from apigen_mt.phases.revise import revise
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import World

replace = msgspec.structs.replace
CONTEXT = Context(MATILDA, PLAIN, (Aim("ask_due"),), frozenset())


def revised(world: World, candidate: Blueprint, *reasons: str) -> Blueprint:
    """Revise a candidate that failed for some reasons."""
    found = revise(world, candidate, [Verdict("execution", False, reason) for reason in reasons], CONTEXT, Random(1))
    assert found is not None
    return found


def kinds(blueprint: Blueprint) -> list[str]:
    """The goal kinds of a blueprint."""
    return [goal.kind for goal in blueprint.goals]


def test_goal_that_a_reason_names_loses_its_event_first(desk: World) -> None:
    candidate = task(desk, MATILDA, replace(cancel(), withdrawn=True), ask_due())
    found = revised(desk, candidate, "cancel: cannot be withdrawn, policy refuses it first")
    assert kinds(found) == ["cancel", "ask_due"]
    assert not found.goals[0].withdrawn


def test_fallback_of_a_goal_that_is_not_refused_is_dropped(desk: World) -> None:
    candidate = task(desk, MATILDA, replace(cancel(), fallback=LOST))
    assert not accepted(check(desk, candidate))
    found = revised(desk, candidate, "cancel: has a fallback but is not refused")
    assert found.goals[0].fallback is None
    assert accepted(check(desk, found))


def test_goal_without_an_event_is_dropped(desk: World) -> None:
    found = revised(desk, task(desk, MATILDA, extend(), cancel(), ask_due()), "cancel did not come true")
    assert kinds(found) == ["extend", "ask_due"]


def test_goals_that_no_reason_names_are_kept_as_they_are(desk: World) -> None:
    candidate = task(desk, MATILDA, extend(), cancel(), ask_due())
    found = revised(desk, candidate, "ask_due: an output is missing")
    assert found.goals == candidate.goals[:2]


def test_ground_truth_is_derived_anew(desk: World) -> None:
    """What is revised is executed again; nothing is carried over but the goals and the customer."""
    candidate = task(desk, MATILDA, extend(), cancel())
    found = revised(desk, candidate, "extend did not come true")
    assert [action.name for action in found.actions] == ["cancel_hire"]
    assert found.instruction != candidate.instruction
    assert (found.facts, found.persona, found.account) == (candidate.facts, candidate.persona, candidate.account)
    assert accepted(check(desk, found))


@pytest.mark.parametrize(
    "reason", ["a recent blueprint asks for the same", "extend and cancel and discount: all wrong"]
)
def test_proposer_draws_again_if_no_goal_or_every_goal_is_named(desk: World, reason: str) -> None:
    found = revised(desk, task(desk, MATILDA, extend(), cancel(), DISCOUNT), reason)
    assert kinds(found) == ["ask_due"], "the context's only aim"


def test_verdicts_that_passed_are_not_taken_for_reasons(desk: World) -> None:
    candidate = task(desk, MATILDA, extend(), cancel())
    verdicts = [Verdict("format", True, "extend is fine"), Verdict("execution", False, "cancel did not come true")]
    found = revise(desk, candidate, verdicts, CONTEXT, Random(1))
    assert found is not None and kinds(found) == ["extend"]


def test_reason_that_names_a_tool_does_not_cost_another_goal(desk: World) -> None:
    """`extend_hire` stands for the goal `extend`; the word `extended` in a clause does not."""
    candidate = task(desk, MATILDA, extend(), cancel())
    found = revised(desk, candidate, "cancel: breaks clause 1.3: Before extending or cancelling, say what will happen")
    assert kinds(found) == ["extend"]
