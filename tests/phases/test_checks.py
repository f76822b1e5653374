"""The checks of candidate blueprints: format, then execution, then policy."""

from collections.abc import Callable

import msgspec
import pytest
from talks import DISCOUNT, MATILDA, Accepted, ask_due, cancel, extend, find_wish, task, thing, wish

from apigen_mt.phases.checks import STAGES, check
from apigen_mt.values.blueprint import Blueprint, Output
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import day
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


MISMATCH = "the goals lead to other actions or outputs than the candidate claims: "


def swapped(good: Blueprint) -> Blueprint:
    """The second action is about another hire."""
    return replace(good, actions=(*good.actions[:1], ToolCall("cancel_hire", {"hire": "B-1076"})))


def fewer(good: Blueprint) -> Blueprint:
    """The second action is missing."""
    return replace(good, actions=good.actions[:1])


def more(good: Blueprint) -> Blueprint:
    """An action that no goal wants."""
    return replace(good, actions=(*good.actions, ToolCall("cancel_hire", {"hire": "B-1076"})))


def another_tool(good: Blueprint) -> Blueprint:
    """The first action is a call of another tool."""
    return replace(good, actions=(ToolCall("cancel_hire", {"hire": "B-1074"}), *good.actions[1:]))


def wrong_answer(good: Blueprint) -> Blueprint:
    """The answer to the question is a day late."""
    late = Output(goal=2, value=day("2026-05-21"))
    return replace(good, outputs=tuple(late if one.goal == 2 else one for one in good.outputs))


def without_reason(good: Blueprint) -> Blueprint:
    """Nothing is said of the refusal."""
    return replace(good, outputs=tuple(one for one in good.outputs if not one.clauses))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (swapped, 'actions[1] (cancel_hire) has hire "B-1076" where execution gives "B-1073"'),
        (fewer, 'actions[1] is missing: carrying out the goals gives cancel_hire {"hire":"B-1073"}'),
        (more, 'actions[2], cancel_hire {"hire":"B-1076"}, is one too many: no goal leads to it'),
        (
            another_tool,
            'actions[0] is cancel_hire {"hire":"B-1074"} where carrying out the goals gives '
            'extend_hire {"days":2,"hire":"B-1074"}',
        ),
        (wrong_answer, "the output due of goal 2 is 2026-05-24 by execution, and 2026-05-21 in the candidate"),
        (
            without_reason,
            "the reason for refusing goal 3 is clause 2.5 by execution, and missing in the candidate; "
            "goal 3 (discount) is refused under clause 2.5: No discounts at the desk.",
        ),
    ],
    ids=lambda value: getattr(value, "__name__", "").replace("_", " "),
)
def test_execution_says_what_differs_from_the_claim(
    desk: World, wrong: Callable[[Blueprint], Blueprint], reason: str
) -> None:
    """Whoever wrote the claim can mend it from the reason alone."""
    candidate = task(desk, MATILDA, extend(), cancel(), ask_due("B-1075"), DISCOUNT)
    assert accepted(check(desk, candidate))
    assert stopped(desk, wrong(candidate)) == ("execution", MISMATCH + reason)


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
