"""The checks of candidate blueprints: format, then execution, then policy."""

import msgspec
import pytest
from talks import DISCOUNT, MATILDA, Accepted, cancel, extend, find_wish, task, thing, wish

from apigen_mt.phases.checks import STAGES, check
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World

replace = msgspec.structs.replace


@pytest.fixture
def good(desk: World) -> Blueprint:
    """A candidate that passes."""
    return task(desk, MATILDA, extend(), cancel(), DISCOUNT)


def stopped(world: World, candidate: Blueprint) -> tuple[str, str]:
    """The stage at which a candidate fails, and why."""
    verdicts = check(world, candidate)
    assert not accepted(verdicts)
    return verdicts[-1].check, verdicts[-1].reason


def test_good_candidate_passes_every_stage_in_order(desk: World, good: Blueprint) -> None:
    verdicts = check(desk, good)
    assert accepted(verdicts)
    assert tuple(verdict.check for verdict in verdicts) == STAGES


def test_accepted_blueprints_pass_again(corpus: list[Accepted]) -> None:
    assert all(accepted(check(case.world, case.blueprint)) for case in corpus)


def test_checking_stops_at_the_first_failure(desk: World, good: Blueprint) -> None:
    assert len(check(desk, replace(good, instruction=""))) == 1


# ---- format ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"instruction": ""}, "the instruction or the goals are missing"),
        ({"goals": ()}, "the instruction or the goals are missing"),
        ({"actions": (), "outputs": ()}, "an agent that does nothing would pass"),
        ({"actions": (ToolCall("fly", {}),)}, "'fly' is not a write tool"),
        ({"actions": (ToolCall("show_hire", {"hire": "B-1074"}),)}, "'show_hire' is not a write tool"),
        ({"actions": (ToolCall("cancel_hire", {}),)}, "required"),
        ({"actions": (ToolCall("extend_hire", {"hire": "B-1074", "days": "two"}),)}, "not of type"),
    ],
    ids=["no instruction", "no goals", "nothing to do", "unknown tool", "a read as action", "argument missing", "wrong type"],
)  # fmt: skip
def test_format_fails(desk: World, good: Blueprint, changes: dict, reason: str) -> None:
    stage, why = stopped(desk, replace(good, **changes))
    assert stage == "format" and reason in why


# ---- execution ------------------------------------------------------------------------------------------------------


def test_execution_fails_if_the_goals_lead_to_other_actions(desk: World, good: Blueprint) -> None:
    other = replace(good, actions=(*good.actions[:1], ToolCall("cancel_hire", {"hire": "B-1076"})))
    assert stopped(desk, other) == (
        "execution", "the goals lead to other actions or outputs than the candidate claims"
    )  # fmt: skip


def test_execution_fails_if_the_actions_come_in_another_order(desk: World, good: Blueprint) -> None:
    assert stopped(desk, replace(good, actions=good.actions[::-1]))[0] == "execution"


def test_execution_fails_if_an_output_is_not_what_comes_out(desk: World, good: Blueprint) -> None:
    assert stopped(desk, replace(good, outputs=good.outputs[1:]))[0] == "execution"


def test_execution_fails_if_the_world_refuses_what_policy_allows(shop: World) -> None:
    """No rule counts a customer's tickets on one topic; the tool does."""
    account, goal = find_wish(shop, "ask_team", lambda *_: True)
    stage, why = stopped(shop, task(shop, account, goal, goal))
    assert stage == "execution" and "hand_over fails" in why


def test_execution_fails_if_a_goal_is_about_what_is_not_there(desk: World, good: Blueprint) -> None:
    unreal = replace(good.goals[1], slots={"hire": "B-9999"})
    stage, why = stopped(desk, replace(good, goals=(good.goals[0], unreal)))
    assert stage == "execution" and "does not fit the tables" in why


def test_execution_fails_if_a_description_is_ambiguous(desk: World) -> None:
    vague = wish("ask_due", {"hire": "B-1074"}, hire=thing("the one for two days", days=2))
    assert "does not single out" in stopped(desk, task(desk, MATILDA, vague))[1]


# ---- policy ---------------------------------------------------------------------------------------------------------


def test_policy_fails_for_another_customers_data(desk: World) -> None:
    """The hire is Xenia's, the cancellation legal: only not Matilda's to ask for."""
    own = task(desk, MATILDA, cancel())
    goal = replace(own.goals[0], slots={"hire": "B-1043"}, said={})
    foreign = replace(own, goals=(goal,), actions=(ToolCall("cancel_hire", {"hire": "B-1043"}),))
    stage, why = stopped(desk, foreign)
    assert stage == "policy" and "touches the data of rdr_e45b79" in why


AGAIN = wish("extend", {"hire": "B-1074", "days": 1}, hire=thing("the Towpath", model="Towpath"), days="one more")


def test_request_that_an_earlier_one_forbids_becomes_a_refusal(desk: World) -> None:
    """Each is legal alone; a hire is extended once at most."""
    both = task(desk, MATILDA, extend(), AGAIN)
    assert [goal.outcome for goal in both.goals] == ["done", "refused"]
    assert both.goals[1].clauses == ("2.4",)
    assert accepted(check(desk, both))


def test_claiming_that_both_can_be_done_fails(desk: World) -> None:
    both = task(desk, MATILDA, extend(), AGAIN)
    second = ToolCall("extend_hire", {"hire": "B-1074", "days": 1})
    assert stopped(desk, replace(both, actions=(*both.actions, second)))[0] == "execution"
