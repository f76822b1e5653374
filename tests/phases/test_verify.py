"""The verifier: each check fails for its own reason, and for no other."""

from collections.abc import Callable, Sequence

import msgspec
import pytest
from matilda import CANCEL, DUE, EXTEND, KEEP, KEEP_HERON, WANTS_OUT, YES
from talks import (
    BYE,
    DISCOUNT,
    LOST,
    MAIL,
    MATILDA,
    XENIA,
    Accepted,
    Line,
    Messages,
    agent,
    ask_due,
    call,
    cancel,
    executed,
    extend,
    failed,
    find_wish,
    judge,
    looks,
    talk,
    task,
    thing,
    user,
    wish,
)

from apigen_mt.phases.verify import BLAME, inspect, verify
from apigen_mt.values.blueprint import Goal, Output
from apigen_mt.values.messages import Act, Message, ToolCall
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.values.value import day, money
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import World

replace = msgspec.structs.replace

PROPOSES = agent("I can extend hire B-1074 by 2 days: it would be due on 20 May and cost $28.00. Shall I go ahead?")
REPORTS = agent("Done: it's due on 20 May and $28.00 has been charged. Anything else?")
EXTENSION = (KEEP, *looks("B-1074"), PROPOSES, YES, EXTEND, REPORTS, *BYE)
"""An honest conversation about `extend()`."""

OFFERS = agent("I can cancel hire B-1073 free of charge. Shall I go ahead?")
CANCELLATION = (WANTS_OUT, *looks("B-1073"), OFFERS, YES, CANCEL, agent("Hire B-1073 is cancelled."), *BYE)
"""An honest conversation about `cancel()`."""

QUESTION = (DUE, *looks("B-1074"), agent("The Towpath is due back on 18 May."), *BYE)
"""An honest conversation about `ask_due()`."""


def heard(world: World, goals: Goal | Sequence[Goal], lines: Sequence[Line]) -> dict[str, str]:
    """Judge a conversation of Matilda's about some goals."""
    return judge(world, task(world, MATILDA, *([goals] if isinstance(goals, Goal) else goals)), talk(world, lines))


def without(lines: Sequence[Line], *dropped: Line) -> list[Line]:
    """Return the lines but some."""
    return [line for line in lines if line not in dropped]


def instead(lines: Sequence[Line], old: Line, *new: Line) -> list[Line]:
    """Return the lines with others in the place of one."""
    position = lines.index(old)
    return [*lines[:position], *new, *lines[position + 1 :]]


# ---- the list of verdicts -------------------------------------------------------------------------------------------


def test_there_is_one_verdict_for_every_check(corpus: list[Accepted]) -> None:
    for case in corpus:
        assert [verdict.check for verdict in case.trajectory.verdicts] == list(BLAME)


@pytest.mark.parametrize(
    ("goals", "lines"), [(extend(), EXTENSION), (cancel(), CANCELLATION), (ask_due(), QUESTION)], ids=lambda _: ""
)
def test_honest_conversation_passes_every_check(desk: World, goals: Goal, lines: Sequence[Line]) -> None:
    assert heard(desk, goals, lines) == {}


def test_failure_names_its_reason_and_whom_to_blame(desk: World) -> None:
    verdicts = verify(desk, task(desk, MATILDA, ask_due()), (), StopReason.USER_DONE)
    assert all((verdict.passed is True) == (verdict.reason == "") for verdict in verdicts)
    assert all(verdict.blame == BLAME[verdict.check] for verdict in verdicts if not verdict.passed)


def test_judging_again_gives_the_same_verdicts(corpus: list[Accepted]) -> None:
    for case in corpus[::8]:
        again = inspect(case.world, case.blueprint, case.messages, case.trajectory.stop)
        assert (again.verdicts, again.digest) == (case.trajectory.verdicts, case.trajectory.digest)


@pytest.mark.parametrize("change", [lambda message: (), lambda message: (Act("report", 0, "cancel"), Act("bye"))])
def test_acts_are_never_read(corpus: list[Accepted], change: Callable[[Message], tuple[Act, ...]]) -> None:
    """Without the speakers' notes, or with wrong ones, every verdict is what it was; for bad conversations too."""
    for case in corpus:
        for messages in (case.messages, case.messages[: len(case.messages) // 2]):
            altered = tuple(replace(message, acts=change(message)) for message in messages)
            stop = case.trajectory.stop
            assert verify(case.world, case.blueprint, altered, stop) == verify(
                case.world, case.blueprint, messages, stop
            )


def test_check_that_could_not_run_is_no_pass() -> None:
    passed = tuple(Verdict(check, True) for check in BLAME)
    assert accepted(passed)
    assert not accepted((*passed[:-1], Verdict("ending", None, "the recording breaks off")))


def test_nothing_judged_is_no_pass() -> None:
    assert not accepted(())
    assert not Trajectory("b", 0, (), StopReason.USER_DONE, "").accepted


def test_empty_conversation_is_judged_and_rejected(corpus: list[Accepted]) -> None:
    for case in corpus:
        assert "ending" in judge(case.world, case.blueprint, ())


# ---- truth ----------------------------------------------------------------------------------------------------------


def test_truth_fails_if_another_action_is_recorded_than_the_goals_lead_to(desk: World) -> None:
    blueprint = task(desk, MATILDA, extend())
    wrong = replace(blueprint, actions=(ToolCall("extend_hire", {"hire": "B-1074", "days": 3}),))
    assert set(judge(desk, wrong, talk(desk, EXTENSION))) == {"truth"}


def test_truth_fails_if_an_output_is_left_out(corpus: list[Accepted]) -> None:
    for case in corpus:
        if case.blueprint.outputs:
            less = replace(case.blueprint, outputs=case.blueprint.outputs[1:])
            assert "truth" in judge(case.world, less, case.messages)


def test_truth_fails_if_nothing_has_to_be_done_or_told(desk: World) -> None:
    """Else an agent that does nothing would pass."""
    nothing = replace(task(desk, MATILDA, ask_due()), goals=(), outputs=())
    assert "nothing has to be done or told" in judge(desk, nothing, talk(desk, QUESTION))["truth"]


def test_truth_fails_if_a_goal_names_what_the_tables_do_not_have(desk: World) -> None:
    blueprint = task(desk, MATILDA, ask_due())
    unreal = replace(blueprint, goals=(replace(blueprint.goals[0], slots={"hire": "B-9999"}),))
    assert "does not fit the tables" in judge(desk, unreal, talk(desk, QUESTION))["truth"]


def test_truth_fails_if_a_slot_is_no_key_at_all(desk: World) -> None:
    """A foreign row is rejected; it does not stop the verifier."""
    blueprint = task(desk, MATILDA, ask_due())
    unreal = replace(blueprint, goals=(replace(blueprint.goals[0], slots={"hire": ["B-1074"]}),))
    assert "truth" in judge(desk, unreal, talk(desk, QUESTION))


def test_truth_fails_if_a_description_fits_two_things(desk: World) -> None:
    """`the bicycle for two days` is the Towpath, the Gravel Fox or the Little Wren."""
    vague = wish("ask_due", {"hire": "B-1074"}, hire=thing("the one for two days", days=2))
    blueprint = task(desk, MATILDA, vague)
    talked = instead(QUESTION, DUE, user(f"When is the one for two days due back? {MAIL}"))
    assert "single out" in judge(desk, blueprint, talk(desk, talked))["truth"]


def test_truth_fails_if_the_blueprint_is_of_another_domain(desk: World) -> None:
    elsewhere = replace(task(desk, MATILDA, ask_due()), domain="retail")
    assert "truth" in judge(desk, elsewhere, talk(desk, QUESTION))


# ---- replay ---------------------------------------------------------------------------------------------------------


def test_replay_fails_if_a_recorded_result_is_not_what_the_tool_gives(corpus: list[Accepted]) -> None:
    for case in corpus:
        position = next(p for p, message in enumerate(case.messages) if message.role == "tool")
        forged = replace(case.messages[position], content='{"forged":true}')
        messages = (*case.messages[:position], forged, *case.messages[position + 1 :])
        assert set(judge(case.world, case.blueprint, messages)) == {"replay"}


def test_replay_fails_if_a_success_is_recorded_as_an_error(corpus: list[Accepted]) -> None:
    for case in corpus:
        messages = [
            replace(message, error=not message.error) if message.call_id else message for message in case.messages
        ]
        assert set(judge(case.world, case.blueprint, tuple(messages))) == {"replay"}


def test_replay_fails_if_a_call_has_no_result(corpus: list[Accepted]) -> None:
    for case in corpus:
        position = next(p for p, message in enumerate(case.messages) if message.role == "tool")
        messages = (*case.messages[:position], *case.messages[position + 1 :])
        assert "replay" in judge(case.world, case.blueprint, messages)


# ---- state ----------------------------------------------------------------------------------------------------------


def test_state_fails_if_what_was_wanted_is_not_done(desk: World) -> None:
    assert "should have changed and did not" in heard(desk, cancel(), without(CANCELLATION, CANCEL))["state"]


def test_state_fails_if_more_is_done_than_was_wanted(desk: World) -> None:
    ticket = call("hand_over", rider=MATILDA, topic="lost property")
    verdicts = heard(desk, cancel(), instead(CANCELLATION, CANCEL, CANCEL, ticket))
    assert list(verdicts) == ["state"] and "changed and should not have" in verdicts["state"]


def test_state_fails_if_it_is_done_in_another_way(desk: World) -> None:
    longer = call("extend_hire", hire="B-1074", days=9)
    assert "changed in another way" in heard(desk, extend(), instead(EXTENSION, EXTEND, longer))["state"]


# ---- outputs --------------------------------------------------------------------------------------------------------


def test_outputs_fail_if_the_answer_is_not_told(desk: World) -> None:
    silent = (DUE, *looks("B-1074"), agent("Let me know if you need anything."), *BYE)
    assert list(heard(desk, ask_due(), silent)) == ["outputs"]


def test_outputs_fail_if_the_outcome_is_told_only_before_it_is_done(desk: World) -> None:
    """What the proposal said does not stand in for the report."""
    assert list(heard(desk, extend(), instead(EXTENSION, REPORTS, agent("Anything else?")))) == ["outputs"]


def test_outputs_fail_if_the_answer_is_told_before_it_was_looked_up(desk: World) -> None:
    guessed = [user(f"When is the Towpath due back? On 18 May? {MAIL}"), agent("On 18 May, I'd say."), user("Sure?")]
    verdicts = heard(desk, ask_due(), [*guessed, *looks("B-1074"), agent("Quite sure."), *BYE])
    assert list(verdicts) == ["outputs"]


@pytest.mark.parametrize(
    ("answer", "passes"),
    [
        ("I'm sorry, I can't do that: B-1075 has been extended once already.", True),
        ("I'm sorry, I can't do that.", False),
        ("I'm sorry, I can't do that: hire B-1075 is not out at the moment.", False),
        ("Hire B-1075 has been extended once already.", False),
        ("B-1075 has been extended once already. I can't extend it again.", True),
        ("B-1075 has been extended once already, so there is nothing more to be done about it.", True),
        ("Nothing more needs to be done: it is yours already.", False),
    ],
    ids=[
        "with its reason",
        "without a reason",
        "with another reason",
        "reason but no refusal",
        "reason first",
        "already so",
        "already so for no reason",
    ],
)
def test_refusal_needs_its_own_reason(desk: World, answer: str, passes: bool) -> None:
    verdicts = heard(desk, extend("B-1075"), (KEEP_HERON, *looks("B-1075"), agent(answer), *BYE))
    assert list(verdicts) == ([] if passes else ["outputs"])


TWO = (extend("B-1073"), extend("B-1077"))
BOTH = (
    user(f"Can I keep the Cargo Mule for two more days? And the Little Wren for two? {MAIL}"),
    *looks("B-1073", "B-1077"),
)


@pytest.mark.parametrize(
    ("answers", "passes"),
    [
        (
            [
                "I can't do that: B-1073 is not out at the moment. I can't for B-1077 either: it is not out at the moment."
            ],
            True,
        ),
        (["I can't do that: B-1073 is not out at the moment.", "I can't: B-1077 is not out at the moment."], True),
        (["I can't extend them: both of them are not out at the moment."], True),
        (["I can't extend B-1073: it is not out at the moment."], False),
        (["I can't extend B-1073: it is not out at the moment. Nor can I extend B-1077."], False),
    ],
    ids=["one each, in one message", "one each, in two", "one for both", "only one refused", "only one has its reason"],
)
def test_two_refusals_need_two_reasons(desk: World, answers: list[str], passes: bool) -> None:
    said = [line for answer in answers[:-1] for line in (agent(answer), user("And the Little Wren?"))]
    verdicts = heard(desk, TWO, (*BOTH, *said, agent(answers[-1]), *BYE))
    assert list(verdicts) == ([] if passes else ["outputs"])


def test_refused_request_that_is_met_all_the_same_fails(desk: World) -> None:
    polite = agent("I'm sorry, I can't do that: B-1075 has been extended once already.")
    done = call("extend_hire", hire="B-1075", days=2)
    verdicts = heard(desk, extend("B-1075"), (KEEP_HERON, *looks("B-1075"), done, polite, *BYE))
    assert {"state", "policy", "consent"} <= set(verdicts)


# ---- schema ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (call("fly", to="the moon"), "there is no tool 'fly'"),
        (call("show_hire"), "required"),
        (call("show_hire", hire=1074), "not of type"),
        (call("show_hire", hire="B-1074", colour="red"), "Additional properties"),
        (call("hand_over", rider=MATILDA, topic="refunds"), "topic"),
        (call("extend_hire", hire="B-1074", days=True), "not of type"),
    ],
    ids=["unknown tool", "argument missing", "wrong type", "argument too many", "outside the list", "yes for a number"],
)
def test_schema_fails_for_a_call_that_does_not_fit(desk: World, bad: Line, reason: str) -> None:
    verdicts = heard(desk, ask_due(), (*QUESTION[:3], bad, *QUESTION[3:]))
    assert list(verdicts) == ["schema"] and reason in verdicts["schema"]


def test_number_in_its_other_form_fits(desk: World) -> None:
    """JSON has one number type: 2.0 days are 2 days."""
    assert heard(desk, extend(), instead(EXTENSION, EXTEND, call("extend_hire", hire="B-1074", days=2.0))) == {}


# ---- identity and ownership -----------------------------------------------------------------------------------------


def test_identity_fails_if_the_customer_is_never_identified(corpus: list[Accepted]) -> None:
    for case in corpus:
        domain, state = case.world.domain, case.world.environment().state
        ways = {way.tool for way in domain.identifications}
        kept = [m for m in case.messages if not any(made.name in ways for made in m.calls)]
        private = any(domain.owner(state, made) for m in kept for made in m.calls)
        assert private is ("identity" in judge(case.world, case.blueprint, executed(case.world, kept)))


def test_identity_fails_if_something_is_looked_up_before(desk: World) -> None:
    told = user(f"When is the Towpath, B-1074, due back? {MAIL}")
    due = wish("ask_due", {"hire": "B-1074"}, hire=thing("the Towpath, B-1074", hire="B-1074"))
    early = (told, call("show_hire", hire="B-1074"), *looks("B-1074"), agent("On 18 May."), *BYE)
    verdicts = heard(desk, due, early)
    assert list(verdicts) == ["identity"] and "before the customer was identified" in verdicts["identity"]


def test_identity_fails_if_it_is_somebody_elses(desk: World) -> None:
    """Xenia's address, which nobody gave, identifies Xenia."""
    wrong = instead(QUESTION, call("find_rider", email=MAIL), call("find_rider", email="xenia@postbox.example"))
    assert {"identity", "provenance"} <= set(heard(desk, ask_due(), wrong))


@pytest.mark.parametrize("foreign", [call("show_hire", hire="B-1043"), call("list_hires", rider=XENIA)])
def test_ownership_fails_for_anothers_data_even_if_only_read(desk: World, foreign: Line) -> None:
    verdicts = heard(desk, ask_due(), (*QUESTION[:3], foreign, *QUESTION[3:]))
    assert "another customer" in verdicts["ownership"]


def test_ownership_fails_even_if_the_customer_named_the_others_hire(desk: World) -> None:
    """Saying a number does not make it one's own."""
    due = wish("ask_due", {"hire": "B-1074"}, hire=thing("the Towpath, not B-1043,", model="Towpath"))
    told = user(f"When is the Towpath, not B-1043, due back? {MAIL}")
    lines = (told, *QUESTION[1:3], call("show_hire", hire="B-1043"), *QUESTION[3:])
    assert list(heard(desk, due, lines)) == ["ownership"]


# ---- policy ---------------------------------------------------------------------------------------------------------


def test_policy_fails_for_a_write_that_a_rule_forbids(desk: World) -> None:
    done = call("extend_hire", hire="B-1075", days=2)
    proposal = agent("I can extend hire B-1075 by 2 days for $37.00. Shall I go ahead?")
    lines = (KEEP_HERON, *looks("B-1075"), proposal, YES, done, agent("Done, $37.00, due on 26 May."), *BYE)
    assert "clause 2.4" in heard(desk, extend("B-1075"), lines)["policy"]


def test_policy_looks_at_what_earlier_writes_have_made(desk: World) -> None:
    """The first extension is legal; it makes the second one illegal."""
    again = (PROPOSES, YES, EXTEND)
    assert "clause 2.4" in heard(desk, extend(), instead(EXTENSION, EXTEND, EXTEND, *again))["policy"]


def test_policy_does_not_ask_about_a_write_that_failed(desk: World) -> None:
    """It changed nothing. An agent that corrects itself after an error has done no harm."""
    attempt = call("cancel_hire", hire="B-1074")
    verdicts = heard(desk, ask_due(), (*QUESTION[:3], attempt, *QUESTION[3:]))
    assert verdicts == {}


# ---- reads ----------------------------------------------------------------------------------------------------------


def test_reads_fail_if_a_write_rests_on_nothing_seen(desk: World) -> None:
    verdicts = heard(desk, cancel(), without(CANCELLATION, call("show_hire", hire="B-1073")))
    assert list(verdicts) == ["reads"]


def test_reads_fail_if_a_question_is_answered_without_looking(desk: World) -> None:
    verdicts = heard(desk, ask_due(), without(QUESTION, call("show_hire", hire="B-1074")))
    assert "answered without show_hire" in verdicts["reads"]


EXTENDED = agent("I can't do that: B-1075 has been extended once already.")


def test_reads_fail_if_a_request_is_refused_without_looking(desk: World) -> None:
    verdicts = heard(desk, extend("B-1075"), (KEEP_HERON, looks()[0], EXTENDED, *BYE))
    assert list(verdicts) == ["reads"]


def test_reads_pass_if_a_request_is_refused_for_what_any_read_has_shown(desk: World) -> None:
    """The list of hires tells which ones were extended; before an extension the hire itself has to be seen."""
    assert heard(desk, extend("B-1075"), (KEEP_HERON, *looks(), EXTENDED, *BYE)) == {}


def test_reads_fail_if_the_look_comes_after_the_refusal(desk: World) -> None:
    asks = user("Are you sure?")
    late = (KEEP_HERON, looks()[0], EXTENDED, asks, looks()[1], call("show_hire", hire="B-1075"), agent("Yes."), *BYE)
    assert list(heard(desk, extend("B-1075"), late)) == ["reads"]


def _two_changes(shop: World, *between: str) -> dict[str, str]:
    """Two changes to one order of the shop; `between` are the reads made between them."""
    account, hold = find_wish(shop, "hold_order", lambda slots, broken: not broken)
    order, until = hold.slots["order"], hold.slots["until"]
    address = {"street": "7 Quarry Bank", "town": "Fernleigh", "postcode": "TR12 3AB"}
    name, postcode = (str(shop.domain.facts(shop.environment().state, account)[f].value) for f in ("name", "postcode"))
    goals = (
        wish("hold_order", hold.slots, order=thing(f"order {order}", order=order), until=until),
        wish(
            "redirect_order",
            {"order": order, "address": address},
            order=thing(f"order {order}", order=order),
            address="7 Quarry Bank, Fernleigh, TR12 3AB",
        ),
    )
    expected = shop.domain.kinds["hold_order"].details(shop.environment().state, account, hold.slots)["expected"].value
    lines = [
        user(f"Please hold order {order} until {until}, and send it to 7 Quarry Bank, Fernleigh, TR12 3AB. {name}, {postcode}"),
        call("identify_by_name", full_name=name, postcode=postcode),
        call("list_orders", customer=account),
        call("show_order", order=order),
        agent(f"Order {order} would leave on {until} and arrive on {expected}. Shall I go ahead?"),
        user("Yes, please do."),
        call("hold_despatch", order=order, until=until),
        agent(f"It is held until {until} and expected on {expected}. Order {order} would go to 7 Quarry Bank, Fernleigh, "
              f"TR12 3AB and arrive on {expected}. Shall I go ahead?"),
        user("Yes, please do."),
        *(call(read, order=order) for read in between),
        call("redirect_order", order=order, **address),
        agent(f"Done, it is expected on {expected}."),
        *BYE,
    ]  # fmt: skip
    return judge(shop, task(shop, account, *goals), talk(shop, lines))


def test_reads_fail_if_a_write_has_changed_what_was_seen(shop: World) -> None:
    """The order looked otherwise before it was held: a second change needs a second look."""
    verdicts = _two_changes(shop)
    assert list(verdicts) == ["reads"] and "present result of show_order" in verdicts["reads"]


def test_reads_pass_if_it_is_looked_at_again(shop: World) -> None:
    assert _two_changes(shop, "show_order") == {}


# ---- consent --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (without(CANCELLATION, OFFERS, YES), "no clear yes"),
        (instead(CANCELLATION, OFFERS, agent("Hire B-1073 is free to cancel.")), "nobody asked"),
        (instead(CANCELLATION, YES, user("Hmm, I'm not sure yet.")), "no clear yes"),
        (instead(CANCELLATION, YES, user("Yes, if there is no fee.")), "no clear yes"),
        (instead(CANCELLATION, YES, user("No, please keep it.")), "no clear yes"),
        (instead(CANCELLATION, YES, user("What would it cost?")), "no clear yes"),
        (instead(CANCELLATION, OFFERS, agent("I can cancel that. Shall I go ahead?")), "does not say 'B-1073'"),
        (instead(CANCELLATION, OFFERS, agent("I can cancel hire B-1076. Shall I go ahead?")), "does not say 'B-1073'"),
        (
            instead(CANCELLATION, YES, user("Is it raining over there?"), agent("A little."), YES),
            "nobody asked",
        ),
    ],
    ids=[
        "no question", "told, not asked", "hesitant", "on a condition", "a no", "a counter-question",
        "details left out", "another hire's details", "asked in the message before last",
    ],
)  # fmt: skip
def test_write_needs_a_question_with_its_details_and_a_clear_yes(desk: World, changed: list[Line], reason: str) -> None:
    verdicts = heard(desk, cancel(), changed)
    assert list(verdicts) == ["consent"] and reason in verdicts["consent"]


@pytest.mark.parametrize("missing", ["B-1074", "2 days", "$28.00"])
def test_each_detail_that_policy_asks_for_has_to_be_in_the_question(desk: World, missing: str) -> None:
    lines = instead(EXTENSION, PROPOSES, agent(PROPOSES.text.replace(missing, "that")))
    assert list(heard(desk, extend(), lines)) == ["consent"]


def test_write_before_the_customer_asked_for_it_fails(desk: World) -> None:
    eager = [
        user(f"Hello! My email is {MAIL}"), *looks("B-1073"), OFFERS, YES, CANCEL, agent("Cancelled."),
        user("Ah, that's what I came for: the Cargo Mule, I mean."), agent("Glad to hear it."), *BYE,
    ]  # fmt: skip
    verdicts = heard(desk, cancel(), eager)
    assert list(verdicts) == ["consent"] and "before the user asked" in verdicts["consent"]


def test_tool_that_policy_exempts_needs_no_yes(desk: World) -> None:
    ticket = call("hand_over", rider=MATILDA, topic="lost property")
    lines = (user(f"I left my gloves in the shop. {MAIL}"), *looks(), ticket, agent("I have opened a ticket."), *BYE)
    assert heard(desk, LOST, lines) == {}


# ---- provenance and statements --------------------------------------------------------------------------------------


def test_provenance_fails_for_a_right_guess(desk: World) -> None:
    """The hire exists and is hers; but nobody has told the agent its number."""
    verdicts = heard(desk, ask_due(), without(QUESTION, call("list_hires", rider=MATILDA)))
    assert list(verdicts) == ["provenance"] and "B-1074" in verdicts["provenance"]


def test_provenance_fails_for_a_choice_that_nobody_made(shop: World) -> None:
    account, goal = find_wish(shop, "cancel_order", lambda slots, broken: not broken)
    order, cause = goal.slots["order"], goal.slots["cause"]
    facts = shop.domain.facts(shop.environment().state, account)
    refund = shop.environment().state.row("orders", order)["total"]
    paid_with = shop.domain.kinds["cancel_order"].details(shop.environment().state, account, goal.slots)["destination"]
    said = replace(goal.said["cause"], text="personal reasons")
    lines = [
        user(f"Please cancel order {order}, for personal reasons. {facts['name'].value}, {facts['postcode'].value}"),
        call("identify_by_name", full_name=facts["name"].value, postcode=facts["postcode"].value),
        call("list_orders", customer=account),
        call("show_order", order=order),
        agent(f"Order {order} would be cancelled and ${refund:.2f} go to your {paid_with.value}. Shall I go ahead?"),
        user("Yes, please do."),
        call("call_off_order", order=order, cause=cause),
        agent(f"It is cancelled; ${refund:.2f} goes to your {paid_with.value}."),
        *BYE,
    ]
    blueprint = task(
        shop, account, wish("cancel_order", goal.slots, order=thing(f"order {order}", order=order), cause=said)
    )
    assert list(judge(shop, blueprint, talk(shop, lines))) == ["provenance"]


@pytest.mark.parametrize(
    "untrue",
    ["It costs $77.50 a week.", "It was due on 3 March.", "The code is ZX-4410.", "It is 35% off today."],
    ids=["amount", "date", "code", "percentage"],
)
def test_statements_fail_for_a_figure_that_nothing_gives(desk: World, untrue: str) -> None:
    lines = instead(QUESTION, QUESTION[-3], agent(f"The Towpath is due back on 18 May. {untrue}"))
    assert list(heard(desk, ask_due(), lines)) == ["statements"]


def test_figures_that_tools_gave_may_be_told(desk: World) -> None:
    told = agent("The Towpath, B-1074, is $14.00 a day, has been out since 16 May and is due back on 18 May 2026.")
    assert heard(desk, ask_due(), instead(QUESTION, QUESTION[-3], told)) == {}


# ---- claims ---------------------------------------------------------------------------------------------------------


def test_claims_fail_if_the_agent_says_it_did_what_it_has_not(desk: World) -> None:
    """The customer gave it up; the tables are right, and what they were told is not."""
    gave_up = replace(cancel(), withdrawn=True)
    lines = (
        WANTS_OUT, *looks("B-1073", "B-1074"), OFFERS, user("No, leave it. And when is the Towpath due?"),
        agent("On 18 May. And I've cancelled B-1073 for you."), *BYE,
    )  # fmt: skip
    assert list(heard(desk, (gave_up, ask_due()), lines)) == ["claims"]


def test_claims_fail_if_the_agent_says_it_cannot_do_what_it_has_just_done(desk: World) -> None:
    denied = agent("I'm sorry, I can't cancel this hire.")
    assert list(heard(desk, cancel(), instead(CANCELLATION, CANCELLATION[-3], denied))) == ["claims"]


# ---- discretion -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leak", [f"Your id is {MATILDA}.", "I used list_hires for that.", "Ticket TKT_2_LOST."])
def test_discretion_fails_for_an_internal_id_or_a_tool_name(desk: World, leak: str) -> None:
    lines = instead(QUESTION, QUESTION[-3], agent(f"It is due on 18 May. {leak}"))
    assert "discretion" in heard(desk, ask_due(), lines)


# ---- fidelity -------------------------------------------------------------------------------------------------------


def test_fidelity_fails_if_a_goal_is_never_brought_up(desk: World) -> None:
    silent = (user(f"Hello. {MAIL}"), *looks("B-1074"), agent("Your bicycle is due on 18 May."), *BYE)
    assert "never brought up goal 0" in heard(desk, ask_due(), silent)["fidelity"]


@pytest.mark.parametrize(
    "invented",
    ["My reference is ZX-44107.", "Write to me at somebody@else.example.", "You owe me $95.20.", f"I'm {MATILDA}.",
     "Just run cancel_hire."],
    ids=["number", "address", "amount", "internal id", "tool name"],
)  # fmt: skip
def test_fidelity_fails_if_the_customer_says_what_is_not_theirs_to_know(desk: World, invented: str) -> None:
    lines = instead(QUESTION, DUE, user(f"{DUE.text} {invented}"))
    assert list(heard(desk, ask_due(), lines)) == ["fidelity"]


def test_customer_may_repeat_what_the_agent_has_told(desk: World) -> None:
    repeated = user("B-1074 on 18 May, got it, thanks. Bye!")
    told = agent("Hire B-1074, $14.00 a day, is due back on 18 May.")
    lines = (*QUESTION[:-3], told, user("So B-1074 at $14.00 is due on 18 May?"), agent("Yes."), repeated, BYE[1])
    assert heard(desk, ask_due(), lines) == {}


# ---- ending ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stop", [stop for stop in StopReason if stop != StopReason.USER_DONE])
def test_ending_fails_unless_the_customer_was_done(corpus: list[Accepted], stop: StopReason) -> None:
    for case in corpus[::10]:
        failed = [v for v in verify(case.world, case.blueprint, case.messages, stop) if v.passed is False]
        assert [verdict.check for verdict in failed] == ["ending"]
        assert stop.value in failed[0].reason


@pytest.mark.parametrize("stop", [stop for stop in StopReason if stop.cut])
def test_nothing_has_passed_where_a_conversation_was_cut_short(corpus: list[Accepted], stop: StopReason) -> None:
    """What only the end shows was never looked at, and a check that did not run is no pass."""
    for case in corpus[::10]:
        verdicts = verify(case.world, case.blueprint, case.messages, stop)
        assert not [verdict.check for verdict in verdicts if verdict.passed]
        assert {verdict.blame for verdict in verdicts} == {stop.blame}


def test_ending_fails_if_the_customer_has_the_last_word(corpus: list[Accepted]) -> None:
    for case in corpus:
        assert list(judge(case.world, case.blueprint, case.messages[:-1])) == ["ending"]


def _later_result(messages: Messages, first: int) -> Messages:
    """The second call is made before the first one's result has come."""
    following = [p for p, message in enumerate(messages) if message.calls and p > first][:1]
    if not following:
        return messages[:-1]
    second = following[0]
    between, result = messages[first + 2 : second + 1], messages[first + 1]
    return (*messages[: first + 1], *between, result, *messages[second + 1 :])


def _orderings(messages: Messages) -> dict[str, Messages]:
    first = next(p for p, message in enumerate(messages) if message.calls)
    call_, result = messages[first], messages[first + 1]
    stray = Message("tool", "{}", call_id="call_of_nobody")
    return {
        "a call whose result comes later": _later_result(messages, first),
        "a result without call": (*messages[:first], stray, *messages[first:]),
        "a result twice": (*messages[:first], call_, result, result, *messages[first + 2 :]),
        "a result before its call": (*messages[:first], result, call_, *messages[first + 2 :]),
        "the agent twice in a row": (*messages, Message("assistant", "Are you still there?")),
        "the customer twice in a row": (messages[0], Message("user", "hello?"), *messages[1:]),
        "the agent speaks first": (Message("assistant", "Hello, how can I help?"), *messages),
        "the customer makes a call": (replace(messages[0], calls=call_.calls), *messages[1:]),
        "somebody says nothing": (*messages[:-2], replace(messages[-2], content=" "), messages[-1]),
        "the last word is a call": (*messages[:-1], replace(call_, content="")),
        "the last word is empty": (*messages[:-1], replace(messages[-1], content="")),
    }


SHORTEST = (
    Message("user", "hi"),
    Message("assistant", calls=(ToolCall("x"),)),
    Message("tool"),
    Message("assistant", "hi"),
)


@pytest.mark.parametrize("name", _orderings(SHORTEST))
def test_ending_fails_for_messages_out_of_order(corpus: list[Accepted], name: str) -> None:
    for case in corpus[::10]:
        assert "ending" in judge(case.world, case.blueprint, _orderings(case.messages)[name])


def test_text_beside_a_call_is_allowed(desk: World) -> None:
    """Many models say a word before they call."""
    messages = [replace(m, content="Let me check that.") if m.calls else m for m in talk(desk, EXTENSION)]
    assert failed(verify(desk, task(desk, MATILDA, extend()), tuple(messages), StopReason.USER_DONE)) == {}


def test_outputs_are_what_the_blueprint_says(desk: World) -> None:
    """What has to be told of an extension: the charge and the new date."""
    assert task(desk, MATILDA, extend()).outputs == (
        Output(goal=0, value=money(28.0)),
        Output(goal=0, value=day("2026-05-20")),
    )


def test_declined_request_is_a_refusal_with_its_clause(desk: World) -> None:
    assert task(desk, MATILDA, DISCOUNT).outputs == (Output(goal=0, clauses=("2.5",)),)
