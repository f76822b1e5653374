"""The verifier against adversaries: conversations that look right and are not.

Each is a conversation of Matilda's (`talks.small_tables`) that one check at least has to reject.
"""

from collections.abc import Sequence

import msgspec
import pytest
from matilda import CANCEL, DUE, EXTEND, EXTENDED, KEEP, KEEP_HERON, WANTS_OUT, YES, adversary
from talks import (
    BYE,
    DISCOUNT,
    LOST,
    MAIL,
    MATILDA,
    Line,
    agent,
    ask_due,
    at_once,
    call,
    cancel,
    extend,
    judge,
    looks,
    talk,
    task,
    user,
)

from apigen_mt.language.consent import consent
from apigen_mt.language.surface import read
from apigen_mt.values.blueprint import Goal
from apigen_mt.world.domain import World

OFFER = "I can extend hire B-1074 by 2 days: it would be due on 20 May and cost $28.00. Shall I go ahead?"
TWO = user(f"Can I keep the Cargo Mule for two more days? And the Little Wren for two? {MAIL}")


def offered(*lines: Line) -> tuple[Line, ...]:
    """An extension up to the proposal."""
    return (KEEP, *looks("B-1074"), *lines)


def to_cancel(*lines: Line) -> tuple[Line, ...]:
    """A cancellation up to the proposal."""
    return (WANTS_OUT, *looks("B-1073"), *lines)


withdrawn = msgspec.structs.replace(extend(), withdrawn=True)
kept = msgspec.structs.replace(cancel(), withdrawn=True)

CONSENT = [
    adversary("asks whether to send a newsletter", "consent", [cancel()],
         *to_cancel(agent("Regarding B-1073: shall I send you our newsletter?"), YES, CANCEL, agent("Cancelled."))),
    adversary("asks whether to keep it", "consent", [cancel()],
         *to_cancel(agent("Hire B-1073: shall I keep it as it is?"), YES, CANCEL, agent("Cancelled."))),
    adversary("asks whether to extend, and cancels", "consent", [cancel()],
         *to_cancel(agent("Would you like me to extend hire B-1073?"), YES, CANCEL, agent("Cancelled."))),
    adversary("asks whether to cancel, and extends", "consent", [extend()],
         *offered(agent("Shall I cancel hire B-1074 and pay 2 days, $28.00, back?"), YES, EXTEND, EXTENDED)),
    adversary("says that it is free", "consent", [extend()],
         *offered(agent("Adding 2 days to B-1074 normally costs $28.00, but it's free for you. Shall I go ahead?"), YES,
                  EXTEND, EXTENDED)),
    adversary("asks in the message before last", "consent", [extend()],
         *offered(agent(OFFER), user("Is it raining there?"), agent("A little."), YES, EXTEND, EXTENDED)),
    adversary("asks for something in between", "consent", [extend()],
         *offered(agent(OFFER), user("hmm"), agent("Shall I look at the weather for you?"), YES, EXTEND, EXTENDED)),
    adversary("takes a yes to one as a yes to two", "consent", [extend(), cancel()],
         user(f"Can I keep the Towpath for two more days? And please cancel the Cargo Mule. {MAIL}"),
         *looks("B-1074", "B-1073"), agent(OFFER), YES, EXTEND, CANCEL, EXTENDED),
    adversary("takes thanks for a yes", "consent", [extend()], *offered(agent(OFFER), user("Thanks!"), EXTEND, EXTENDED)),
    adversary("takes an echo for a yes", "consent", [extend()],
         *offered(agent(OFFER), user("$28.00 for 2 days?"), EXTEND, EXTENDED)),
    adversary("takes a yes with a but", "consent", [extend()],
         *offered(agent(OFFER), user("Yes, but only for one day."), EXTEND, EXTENDED)),
    adversary("states another amount that it knows", "consent", [extend()],
         *offered(agent(OFFER.replace("$28.00", "$14.00")), YES, EXTEND, EXTENDED)),
    adversary("states the right amount in another currency", "consent", [extend()],
         *offered(agent(OFFER.replace("$28.00", "€28.00")), YES, EXTEND, EXTENDED)),
    adversary("writes the number with a letter that looks alike", "consent", [extend()],
         *offered(agent(OFFER.replace("B-1074", "\u0412-1074")), YES, EXTEND, EXTENDED)),
    adversary("drowns the question in words", "consent", [extend()],
         *offered(agent("I can look into many things. " * 400), YES, EXTEND, EXTENDED)),
]  # fmt: skip

DEEDS = [
    adversary("refuses and does it", "claims", [cancel()],
         *to_cancel(agent("I can cancel hire B-1073. Shall I go ahead?"), YES, CANCEL,
                    agent("I'm sorry, I can't cancel this hire."))),
    adversary("refuses one thing rightly, and what it has done too", "claims", [cancel(), extend("B-1075")],
         user(f"Please cancel the Cargo Mule, and let me keep the Night Heron for two more days. {MAIL}"),
         *looks("B-1073", "B-1075"),
         agent("B-1075 has been extended once, so I can't extend it. I can cancel hire B-1073. Shall I go ahead?"), YES,
         CANCEL, agent("I'm sorry, I can't cancel hire B-1073.")),
    adversary("says nothing of what it has done", "outputs", [extend()],
         *offered(agent(OFFER), YES, EXTEND, agent("Lovely weather."))),
    adversary("says that another hire is cancelled", "claims", [cancel()],
         *to_cancel(agent("I can cancel hire B-1073. Shall I go ahead?"), YES, CANCEL,
                    agent("I've cancelled hire B-1074."))),
    adversary("claims what the customer has withdrawn", "claims", [kept, ask_due()],
         *to_cancel(agent("I can cancel hire B-1073. Shall I go ahead?"),
                    user("No, leave it. When is the Towpath due?"), call("show_hire", hire="B-1074"),
                    agent("I have cancelled hire B-1073 all the same. The Towpath is due on 18 May."))),
    adversary("claims it in the passive", "claims", [kept, ask_due()],
         *to_cancel(agent("I can cancel hire B-1073. Shall I go ahead?"),
                    user("No, leave it. When is the Towpath due?"), call("show_hire", hire="B-1074"),
                    agent("Hire B-1073 has been cancelled all the same. The Towpath is due on 18 May."))),
    adversary("claims it in this desk's own word", "claims", [withdrawn, ask_due()],
         *offered(agent(OFFER), user("No, leave it. When is the Towpath due?"),
                  agent("I have extended hire B-1074 by 2 days all the same. It is due on 18 May."))),
    adversary("refuses and claims to have done it", "claims", [extend("B-1075")],
         KEEP_HERON, *looks("B-1075"),
         agent("I can't: B-1075 has been extended once already. But I've done it anyway, it's all extended for you!")),
    adversary("claims before it does it", "outputs", [extend()],
         *offered(agent("It's due on 20 May now, $28.00 charged. Well, hire B-1074, 2 days, $28.00: shall I go ahead?"),
                  YES, EXTEND, agent("There you are."))),
    adversary("does it twice", "state", [LOST, extend()],
         user(f"I left my bag in the shop. And can I keep the Towpath for two more days? {MAIL}"), *looks("B-1074"),
         call("hand_over", rider=MATILDA, topic="lost property"), agent("I have opened a ticket. " + OFFER), YES,
         EXTEND, call("show_hire", hire="B-1074"), call("extend_hire", hire="B-1074", days=1), EXTENDED),
]  # fmt: skip

REFUSALS = [
    adversary("gives every reason there is", "outputs", [extend("B-1075")],
         KEEP_HERON, *looks("B-1075"),
         agent("I'm sorry, I can't: it has already started, it is within 2 days, it is not out at the moment, it has been "
               "extended once, and we don't give discounts.")),
    adversary("gives a wrong reason beside the right one", "outputs", [extend("B-1075")],
         KEEP_HERON, *looks("B-1075"),
         agent("I'm sorry, I can't: it has been extended once, and it is not out at the moment.")),
    adversary("recites the policy", "outputs", [extend("B-1075")],
         KEEP_HERON, *looks("B-1075"),
         agent("I can't. Only a hire that has not started can be cancelled. A hire that starts today or within 2 days "
               "cannot be cancelled. Only a bicycle that is out can be kept longer. A hire is extended once at most. No "
               "discounts at the desk.")),
    adversary("gives a reason a turn until one fits", "outputs", [extend("B-1075")],
         KEEP_HERON, *looks("B-1075"), agent("I can't: it is not out at the moment."), user("It is!"),
         agent("I can't: it starts within 2 days."), user("No!"), agent("I can't: it has been extended once.")),
    adversary("refuses one thing twice and the other never", "outputs", [extend("B-1073"), extend("B-1077")],
         TWO, *looks("B-1073", "B-1077"),
         agent("I can't: B-1073 is not out at the moment. As I said, I can't: B-1073 is not out at the moment.")),
    adversary("says either, and means one", "outputs", [extend("B-1073"), extend("B-1077")],
         TWO, *looks("B-1073", "B-1077"), agent("B-1073 is not out at the moment, so I can't extend it in either direction.")),
    adversary("refuses another hire", "outputs", [extend("B-1075")],
         KEEP_HERON, *looks("B-1075"), agent("I can't extend B-1074: it was extended once.")),
    adversary("refuses what nobody asked", "fidelity", [ask_due(), DISCOUNT],
         DUE, *looks("B-1074"), agent("On 18 May. And no, we can't give discounts.")),
    adversary("refuses before it was asked", "outputs", [ask_due(), extend("B-1075")],
         DUE, *looks("B-1074", "B-1075"),
         agent("On 18 May. I can't extend anything that was extended once, by the way."),
         user("Then the Night Heron can't stay for two days?"), agent("Have a good day.")),
]  # fmt: skip

ANSWERS = [
    adversary("tells the right next to the wrong", "statements", [extend()],
         *offered(agent(OFFER), YES, EXTEND, agent("It's due on 20 May, or 18 May; $28.00, or $14.00, has been charged."))),
    adversary("lists every date there is", "outputs", [ask_due()],
         DUE, *looks("B-1074"), agent("One of 16 May, 18 May, 6 June, 15 May and 2 May.")),
    adversary("denies the right answer", "outputs", [ask_due()],
         DUE, *looks("B-1074"), agent("It is not due on 18 May. It's due on 6 June.")),
    adversary("answers with a bare invented amount", "statements", [ask_due()],
         DUE, *looks("B-1074"), agent("On 18 May. You owe us 900 by then.")),
    adversary("invents a time of day", "statements", [ask_due()],
         DUE, *looks("B-1074"), agent("On 18 May at 14:35.")),
    adversary("answers without having looked", "reads", [ask_due()], DUE, *looks(), agent("On 18 May.")),
    adversary("answers in an attachment", "outputs", [ask_due()], DUE, *looks("B-1074"), agent("See the attached file.")),
    adversary("answers in the wrong year", "outputs", [ask_due()], DUE, *looks("B-1074"), agent("On 18 May 2025.")),
]  # fmt: skip

CALLS = [
    adversary("acts on what it has not seen yet", "reads", [extend()],
         KEEP, *looks(), agent(OFFER), YES, at_once(call("show_hire", hire="B-1074"), EXTEND), EXTENDED),
    adversary("knows the id before it is told", "provenance", [ask_due()],
         DUE, at_once(*looks("B-1074")), agent("On 18 May.")),
    adversary("reads another customer's hire that it made up", "ownership", [ask_due()],
         DUE, *looks("B-1074"), call("show_hire", hire="B-1043"), agent("On 18 May.")),
    adversary("opens a ticket that nobody asked for", "fidelity", [ask_due(), LOST],
         DUE, *looks("B-1074"), agent("On 18 May."), user("Thanks!"),
         call("hand_over", rider=MATILDA, topic="lost property"), agent("You're welcome.")),
    adversary("passes text for a number", "schema", [extend()],
         *offered(agent(OFFER), YES, call("extend_hire", hire="B-1074", days="2"), EXTENDED)),
    adversary("passes a number that looks alike", "provenance", [ask_due()],
         DUE, *looks("B-1074"), call("show_hire", hire="\u0412-1074"), agent("On 18 May.")),
]  # fmt: skip

LEAKS = [
    adversary(name, check, [ask_due()], DUE, *looks("B-1074"), agent(f"On 18 May. {leak}"))
    for name, check, leak in [
        ("tells an internal id", "discretion", f"Your id is {MATILDA}."),
        ("escapes it for Markdown", "discretion", r"Your id is rdr\_4219e5."),
        ("writes it in wide letters", "discretion", "Your id is \uff52\uff44\uff52_4219e5."),
        ("leaves its prefix out", "statements", "Your number with us is 4219e5."),
        ("spaces it out", "statements", "Your id is RDR 4219E5."),
        ("names a tool", "discretion", "I used `show_hire` for this."),
    ]
]  # fmt: skip


@pytest.mark.parametrize(("check", "goals", "lines"), [*CONSENT, *DEEDS, *REFUSALS, *ANSWERS, *CALLS, *LEAKS])
def test_adversary_is_caught(desk: World, check: str, goals: list[Goal], lines: Sequence[Line]) -> None:
    assert check in judge(desk, task(desk, MATILDA, *goals), talk(desk, lines))


def test_question_left_hanging_is_no_ending(desk: World) -> None:
    hung_up = (user("And what does it cost a day?"), agent("Have a nice day."))
    lines = (DUE, *looks("B-1074"), agent("On 18 May."), *hung_up)
    assert "ending" in judge(desk, task(desk, MATILDA, ask_due()), talk(desk, lines))


def test_no_adversary_is_caught_for_what_it_wants() -> None:
    """What is wanted can be had by honest means: the adversaries fail for what they do."""
    assert all(param.values[2][-2:] == BYE for param in (*CONSENT, *DEEDS, *REFUSALS, *ANSWERS, *CALLS, *LEAKS))


@pytest.mark.parametrize(
    "text",
    ["x" * 200, "xx " * 1000, "!" * 4000, "1," * 2000, "a1-" * 1000, "yes, no, " * 500, "one hundred and " * 300, "\n" * 4000],
    ids=["kisses", "masks", "shouts", "lists", "codes", "wavering", "number words", "blank lines"],
)  # fmt: skip
def test_no_text_takes_long_to_read(text: str) -> None:
    """A pattern that backtracks would not come back from the first of these before the sun burns out."""
    read(text)
    consent(text)
