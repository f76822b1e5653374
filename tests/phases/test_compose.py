"""Composition: verified blueprints of one customer joined, and executed again."""

from random import Random

import msgspec
import pytest
from talks import DISCOUNT, LOST, MATILDA, ask_due, cancel, extend, find_wish, task, thing, wish

from apigen_mt.phases.checks import check
from apigen_mt.phases.compose import compose
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import World

replace = msgspec.structs.replace
SEEDS = range(8)


def joined(world: World, *parts: Blueprint, seed: int = 0) -> tuple[Blueprint, Verdict]:
    """Compose verified blueprints."""
    assert all(accepted(check(world, part)) for part in parts)
    return compose(world, parts, Random(seed))


@pytest.fixture
def parts(desk: World) -> list[Blueprint]:
    """Three blueprints of Matilda's that have nothing to do with each other."""
    return [
        task(desk, MATILDA, extend(), DISCOUNT),
        task(desk, MATILDA, cancel()),
        task(desk, MATILDA, ask_due("B-1075")),
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_joined_blueprint_holds_every_goal_action_and_output(desk: World, parts: list[Blueprint], seed: int) -> None:
    composed, verdict = joined(desk, *parts, seed=seed)
    assert verdict.passed
    assert accepted(check(desk, composed))
    assert sorted(goal.kind for goal in composed.goals) == sorted(goal.kind for part in parts for goal in part.goals)
    assert sorted(map(canonical_json, composed.actions)) == sorted(canonical_json(a) for p in parts for a in p.actions)
    assert len(composed.outputs) == sum(len(part.outputs) for part in parts)


@pytest.mark.parametrize("seed", SEEDS)
def test_goals_come_in_the_order_in_which_they_are_raised(desk: World, parts: list[Blueprint], seed: int) -> None:
    """What is asked for at the start is dealt with before what comes up later."""
    opens = [goal.opens for goal in joined(desk, *parts, seed=seed)[0].goals]
    assert opens == sorted(opens, reverse=True)
    assert opens[0] == "start"


def test_outputs_belong_to_the_goals_at_their_new_places(desk: World, parts: list[Blueprint]) -> None:
    composed, _ = joined(desk, *parts)
    kinds = [composed.goals[output.goal].kind for output in composed.outputs]
    assert sorted(kinds) == ["ask_due", "discount", "extend", "extend"]


def test_composed_blueprint_names_its_parts(desk: World, parts: list[Blueprint]) -> None:
    composed, _ = joined(desk, *parts)
    assert composed.parts == tuple(part.id for part in parts)
    assert composed.id not in composed.parts


def test_composed_blueprint_speaks_for_the_same_customer(desk: World, parts: list[Blueprint]) -> None:
    composed, _ = joined(desk, *parts)
    assert (composed.account, composed.persona, composed.facts) == (MATILDA, parts[0].persona, parts[0].facts)


def test_instruction_tells_of_every_part(desk: World, parts: list[Blueprint]) -> None:
    composed, _ = joined(desk, *parts)
    for words in ("the Towpath", "the Cargo Mule", "the Night Heron", "discount"):
        assert words in composed.instruction


def test_same_thing_twice_is_no_longer_what_it_was(desk: World) -> None:
    """The second extension of one hire is refused: as a part it was granted."""
    again = wish("extend", {"hire": "B-1074", "days": 1}, hire=thing("the Towpath", model="Towpath"), days="one more")
    _, verdict = joined(desk, task(desk, MATILDA, extend()), task(desk, MATILDA, again))
    assert (verdict.passed, verdict.reason) == (False, "extend no longer has the same outcome")
    assert (verdict.check, verdict.blame) == ("composition", "blueprint")


def test_two_questions_about_one_thing_join(desk: World) -> None:
    """Nothing conflicts; that nobody asks twice is the proposer's business."""
    assert joined(desk, task(desk, MATILDA, ask_due()), task(desk, MATILDA, ask_due()))[1].passed


def _order(goal: Goal) -> Goal:
    number = goal.slots["order"]
    return replace(goal, said=goal.said | {"order": thing(f"order {number}", order=number)})


def _held_and_cancelled(shop: World) -> tuple[Blueprint, Blueprint]:
    """Two blueprints about one order: to cancel it, and to hold it."""
    for seed in range(20):
        account, goal = find_wish(shop, "hold_order", lambda slots, broken: not broken, seed)
        hold, slots = _order(goal), {"order": goal.slots["order"], "cause": "not_needed"}
        drop = task(shop, account, wish("cancel_order", slots, order=hold.said["order"], cause="a change of mind"))
        if drop.goals[0].outcome == "done":
            return drop, task(shop, account, hold)
    raise LookupError("no order can be both held and cancelled")


def test_order_that_the_first_part_cancels_cannot_be_held_by_the_second(shop: World) -> None:
    _, verdict = joined(shop, *_held_and_cancelled(shop))
    assert verdict.reason == "hold_order no longer has the same outcome"


def test_order_that_the_first_part_holds_can_still_be_cancelled_by_the_second(shop: World) -> None:
    """The order of the parts matters, and only execution knows."""
    drop, hold = _held_and_cancelled(shop)
    composed, verdict = joined(shop, hold, drop)
    assert verdict.passed and [goal.outcome for goal in composed.goals] == ["done", "done"]


def test_points_that_the_first_part_spends_are_gone_for_the_second(shop: World) -> None:
    account, points = find_wish(shop, "redeem_points", lambda _, broken: not broken)
    part = task(shop, account, _order(points))
    _, verdict = joined(shop, part, part)
    assert verdict.reason == "redeem_points no longer has the same outcome"


def test_what_no_rule_forbids_and_the_world_refuses_fails_in_execution(shop: World) -> None:
    """One open ticket a topic: no rule says so, the tool does."""
    account, goal = find_wish(shop, "ask_team", lambda *_: True)
    part = task(shop, account, goal)
    composed, _ = joined(shop, part, part)
    assert "hand_over fails" in check(shop, composed)[-1].reason


def test_refusals_join_with_deeds(desk: World) -> None:
    """A part that was refused stays refused."""
    composed, verdict = joined(desk, task(desk, MATILDA, cancel(), LOST), task(desk, MATILDA, extend("B-1073")))
    assert verdict.passed and [goal.outcome for goal in composed.goals].count("refused") == 1
