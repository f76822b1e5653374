"""Ground truth is a fold over the schedule, by execution: what each kind of event leads to."""

import msgspec
import pytest
from talks import DISCOUNT, LOST, MATILDA, Accepted, Goal, ask_due, cancel, extend, find_wish, thing, wish

from apigen_mt.phases.ground_truth import Settled, settle
from apigen_mt.values.blueprint import Change, Output, Said
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import day, money
from apigen_mt.world.domain import World
from apigen_mt.world.replay import replay

replace = msgspec.structs.replace


def settled(world: World, *goals: Goal) -> Settled:
    """Fold a schedule of Matilda's."""
    return settle(world, MATILDA, goals)


def outcomes(result: Settled) -> list[str]:
    """The outcome of each goal."""
    return [goal.outcome for goal in result.goals]


def changed(goal: Goal, slot: str, first: object, said: Said | str) -> Goal:
    """A goal of which one detail is first given in another way."""
    return replace(goal, change=Change(slot, first, Said(said, first) if isinstance(said, str) else said))


# ---- plain wishes and questions -------------------------------------------------------------------------------------


def test_wish_is_done_and_its_outcome_has_to_be_told(desk: World) -> None:
    result = settled(desk, extend())
    assert (outcomes(result), result.failures) == (["done"], ())
    assert result.actions == (ToolCall("extend_hire", {"hire": "B-1074", "days": 2}),)
    assert result.outputs == (Output(0, money(28.0)), Output(0, day("2026-05-20")))
    assert result.state.row("hires", "B-1074")["days"] == 4


def test_question_is_answered_from_a_read_and_changes_nothing(desk: World) -> None:
    result = settled(desk, ask_due())
    assert (outcomes(result), result.actions) == (["answered"], ())
    assert result.looked_up == ((0, ToolCall("show_hire", {"hire": "B-1074"})),)
    assert result.outputs == (Output(0, day("2026-05-18")),)
    assert result.state.diff() == {}


def test_wishes_are_carried_out_in_order_on_one_state(desk: World) -> None:
    """After the extension the same question has another answer."""
    result = settled(desk, ask_due(), extend(), ask_due())
    dates = [
        output.value.value for output in result.outputs if output.value is not None and output.value.kind == "date"
    ]
    assert dates == ["2026-05-18", "2026-05-20", "2026-05-20"]


def test_every_action_knows_its_goal(desk: World) -> None:
    assert settled(desk, ask_due(), cancel(), extend()).wanted_by == (1, 2)


def test_nothing_is_left_behind(desk: World) -> None:
    before = desk.tables.digest
    settled(desk, extend(), cancel())
    assert desk.tables.digest == before
    assert settled(desk, extend()).state.digest() == settled(desk, extend()).state.digest()


# ---- refusals -------------------------------------------------------------------------------------------------------


def test_forbidden_wish_is_refused_with_its_clauses(desk: World) -> None:
    result = settled(desk, extend("B-1075"))
    assert (outcomes(result), result.actions, result.failures) == (["refused"], (), ())
    assert result.goals[0].clauses == ("2.4",)
    assert result.outputs == (Output(0, clauses=("2.4",)),)


def test_refusal_that_several_clauses_support_names_them_all(desk: World) -> None:
    """The returned Little Wren is neither out nor to be cancelled; any right reason will do."""
    assert settled(desk, extend("B-1077")).goals[0].clauses == ("2.3",)
    assert settled(desk, cancel("B-1076")).goals[0].clauses == ("2.2",)
    assert settled(desk, cancel("B-1075")).goals[0].clauses == ("2.1",)


def test_wish_that_policy_always_declines_is_refused(desk: World) -> None:
    result = settled(desk, DISCOUNT)
    assert (outcomes(result), result.outputs) == (["refused"], (Output(0, clauses=("2.5",)),))


def test_wish_that_an_earlier_one_forbids_is_refused(desk: World) -> None:
    again = wish("extend", {"hire": "B-1074", "days": 1}, hire=thing("the Towpath", model="Towpath"), days="one")
    assert outcomes(settled(desk, extend(), again)) == ["done", "refused"]


def test_refused_wish_falls_back_to_another(desk: World) -> None:
    result = settled(desk, replace(extend("B-1075"), fallback=ask_due("B-1075")))
    fallback = result.goals[0].fallback
    assert fallback is not None and (result.goals[0].outcome, fallback.outcome) == ("refused", "answered")
    assert result.outputs == (Output(0, clauses=("2.4",)), Output(0, day("2026-05-24")))
    assert result.failures == ()


def test_fallback_may_be_refused_too(desk: World) -> None:
    result = settled(desk, replace(extend("B-1075"), fallback=DISCOUNT))
    assert [output.clauses for output in result.outputs] == [("2.4",), ("2.5",)]


def test_fallback_acts_for_its_goal(desk: World) -> None:
    result = settled(desk, replace(DISCOUNT, fallback=cancel()))
    assert (result.wanted_by, [action.name for action in result.actions]) == ((0,), ["cancel_hire"])


def test_fallback_of_a_wish_that_is_granted_is_a_failure(desk: World) -> None:
    assert settled(desk, replace(cancel(), fallback=LOST)).failures == ("cancel: has a fallback but is not refused",)


# ---- changes of mind ------------------------------------------------------------------------------------------------


def test_changed_detail_counts_as_it_was_settled(desk: World) -> None:
    result = settled(desk, changed(extend(days=2), "days", 5, "five"))
    assert (outcomes(result), result.failures) == (["done"], ())
    assert result.actions[0].arguments == {"hire": "B-1074", "days": 2}


def test_first_value_of_a_changed_detail_may_be_stated_too(desk: World) -> None:
    """The agent proposes it before the customer thinks again."""
    details = settled(desk, changed(extend(days=2), "days", 5, "five")).details
    assert [step["cost"] for step in details if "cost" in step] == [money(70.0), money(28.0)]


def test_changed_thing_counts_as_it_was_settled(desk: World) -> None:
    other = changed(ask_due("B-1075"), "hire", "B-1074", thing("the Towpath", model="Towpath"))
    assert settled(desk, other).outputs == (Output(0, day("2026-05-24")),)


def test_first_value_that_policy_refuses_is_a_failure(desk: World) -> None:
    """The agent would refuse before the customer could change their mind."""
    refused_first = changed(extend(), "hire", "B-1075", thing("the Night Heron", model="Night Heron"))
    assert "one that policy refuses outright" in settled(desk, refused_first).failures[0]


def test_withdrawn_wish_does_nothing_and_has_nothing_to_tell(desk: World) -> None:
    result = settled(desk, replace(extend(), withdrawn=True))
    assert (outcomes(result), result.actions, result.outputs, result.failures) == (["withdrawn"], (), (), ())
    assert result.state.diff() == {}


def test_withdrawing_what_is_refused_is_a_failure(desk: World) -> None:
    assert "policy refuses it first" in settled(desk, replace(extend("B-1075"), withdrawn=True)).failures[0]


def test_withdrawn_wish_leaves_the_way_free_for_others(desk: World) -> None:
    """What was not done forbids nothing."""
    assert outcomes(settled(desk, replace(extend(), withdrawn=True), extend())) == ["withdrawn", "done"]


def test_wish_raised_later_is_carried_out_like_any_other(desk: World) -> None:
    later = replace(extend(), opens="later")
    assert settled(desk, cancel(), later).actions == settled(desk, cancel(), extend()).actions


# ---- what is no ground truth ----------------------------------------------------------------------------------------


def test_call_that_the_world_refuses_is_a_failure(shop: World) -> None:
    account, goal = find_wish(shop, "ask_team", lambda *_: True)
    failures = settle(shop, account, (goal, goal)).failures
    assert any("hand_over fails" in failure for failure in failures)


def test_wish_that_does_not_come_true_is_a_failure(shop: World) -> None:
    """The effect is read off the tables by other code than the calls': two tickets are not one."""
    account, goal = find_wish(shop, "ask_team", lambda *_: True)
    failures = settle(shop, account, (goal, goal)).failures
    assert len(failures) >= 1 and all(failure.startswith("ask_team: ") for failure in failures)


def test_description_that_fits_several_things_is_a_failure(desk: World) -> None:
    vague = wish("ask_due", {"hire": "B-1074"}, hire=thing("the bicycle", days=2))
    assert "does not single out" in settled(desk, vague).failures[0]


def test_description_that_fits_another_thing_is_a_failure(desk: World) -> None:
    wrong = wish("ask_due", {"hire": "B-1074"}, hire=thing("the Night Heron", model="Night Heron"))
    assert "does not single out" in settled(desk, wrong).failures[0]


@pytest.mark.parametrize(
    "unreal", [Goal("fly", {}, {}), Goal("cancel", {"hire": "B-9999"}, {}), Goal("cancel", {}, {})],
    ids=["unknown kind", "unknown row", "slot missing"],
)  # fmt: skip
def test_goal_that_does_not_fit_the_domain_is_a_failure_and_no_crash(desk: World, unreal: Goal) -> None:
    result = settled(desk, unreal, cancel())
    assert "does not fit the tables" in result.failures[0]
    assert [action.name for action in result.actions] == ["cancel_hire"], "the others are settled all the same"


# ---- over everything that the pipeline makes ------------------------------------------------------------------------


def test_actions_alone_lead_to_the_same_state(corpus: list[Accepted]) -> None:
    for case in corpus:
        result = settle(case.world, case.blueprint.account, case.blueprint.goals)
        replayed = replay(case.world.environment(), result.actions)
        assert not replayed.failures
        assert replayed.state.digest() == result.state.digest()


def test_settling_what_is_settled_changes_nothing(corpus: list[Accepted]) -> None:
    for case in corpus:
        result = settle(case.world, case.blueprint.account, case.blueprint.goals)
        assert (result.goals, result.actions, result.outputs) == (
            case.blueprint.goals, case.blueprint.actions, case.blueprint.outputs,
        )  # fmt: skip


def test_pipeline_makes_every_kind_of_event(corpus: list[Accepted]) -> None:
    goals = [goal for case in corpus for goal in case.blueprint.goals]
    assert {goal.outcome for goal in goals} == {"done", "answered", "refused", "withdrawn"}
    assert any(goal.change for goal in goals)
    assert any(goal.fallback for goal in goals)
    assert any(goal.opens == "later" for goal in goals)
    assert any(case.blueprint.wrong_facts for case in corpus)
