"""The verifier against honest people who talk in another way than we do: conversations as a language model writes them.

Ten conversations of the kind that the pipeline makes, told again in free words, with the same facts. None may be rejected. What
still raises a false alarm is marked as such; a mark that is no longer true fails.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import msgspec
import pytest
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
    executed,
    extend,
    fact,
    find_wish,
    judge,
    looks,
    small_desk,
    talk,
    task,
    thing,
    user,
    wish,
)

from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Goal
from apigen_mt.world.domain import World

Case = tuple[World, str, tuple[Goal, ...], list[Line]]

desk = cache(small_desk)


@cache
def shop() -> World:
    """The shop, with 60 customers."""
    return load_world("retail", 1, 60)


def raises_alarm(why: str) -> pytest.MarkDecorator:
    """Mark what the verifier wrongly rejects."""
    return pytest.mark.xfail(reason=why, strict=True)


def long_date(iso: str) -> str:
    """`Wednesday, June 3, 2026`."""
    day = date.fromisoformat(iso)
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


# ---- ten conversations ----------------------------------------------------------------------------------------------


def extends_a_hire() -> Case:
    """Markdown, emphasis, a list, a recap at the end."""
    return desk(), MATILDA, (extend(),), [
        user("Hey there! I've got the Towpath out right now and I'm having too much fun with it. Any way I could hang on "
             "to it for two extra days?"),
        agent("I'd be delighted to help you with that! 🚲 Could you please share the **email address** on your account so "
              "I can look up your booking?"),
        user(f"Sure thing: {MAIL}"),
        *looks("B-1074"),
        agent("Thank you, Matilda! I've found your booking. Here's what the extension would look like:\n\n"
              "- **Hire:** B-1074 (Towpath)\n- **Additional days:** 2\n- **New due date:** May 20, 2026\n"
              "- **Extra cost:** $28.00\n\nWould you like me to proceed with this extension?"),
        user("Yep, that works for me, please go ahead!"),
        call("extend_hire", hire="B-1074", days=2),
        agent("All set! Your hire B-1074 has been extended by 2 days. The Towpath is now due back on **May 20, 2026**, and "
              "$28.00 has been charged. Is there anything else I can help you with today?"),
        user("Nope, that's everything. Thanks so much!"),
        agent("You're very welcome, Matilda! Enjoy the ride!"),
    ]  # fmt: skip


def cancels_a_hire() -> Case:
    """The customer says the date in another form than the tables; the agent says a word before each call."""
    goal = wish("cancel", {"hire": "B-1073"}, hire=thing("the one from 6/6", start="2026-06-06"))
    return desk(), MATILDA, (goal,), [
        user(f"Hello, I'm afraid my plans have changed and I need to cancel the booking that starts on June 6th. I'm {MAIL}."),
        *looks("B-1073"),
        agent("I'm sorry to hear your plans changed. I see the Cargo Mule hire, number B-1073, starting on Saturday, June 6. "
              "It hasn't started yet, so I can cancel it for you at no charge. Just to confirm: would you like me to go "
              "ahead and cancel B-1073?"),
        user("yes please do, thank you"),
        call("cancel_hire", hire="B-1073"),
        agent("Done! Your hire B-1073 has been successfully cancelled. We hope to see you another time."),
        user("Great, bye!"),
        agent("Goodbye, Matilda!"),
    ]  # fmt: skip


def refuses_an_extension() -> Case:
    """A refusal with empathy, and another question."""
    return desk(), MATILDA, (extend("B-1075"), ask_due("B-1075")), [
        user("Hi, could I keep my Night Heron for two more days please?"),
        agent("Of course, let me check. What email address did you book with?"),
        user(MAIL),
        *looks("B-1075"),
        agent("Thanks for waiting, Matilda. I completely understand wanting a bit more time with it. Unfortunately, this "
              "hire has been extended once already, and a hire can only be extended once, so I'm not able to add more days."),
        user("Ah okay. When do I need to bring the Night Heron back then?"),
        agent("Your Night Heron is due back on Sunday, 24 May 2026. Anything else I can do for you?"),
        *BYE,
    ]  # fmt: skip


def answers_and_takes_up_a_loss() -> Case:
    """Two small things; the agent sums up what it did."""
    return desk(), MATILDA, (ask_due(), LOST), [
        user(f"Hi! Quick question \u2013 when's the Towpath due back? My e-mail's {MAIL}"),
        *looks("B-1074"),
        agent("Hi Matilda! Your Towpath (hire B-1074) is due back today, May 18. Is there anything else I can do for you?"),
        user("Oh yes, I think I left my rain jacket in your shop last week..."),
        call("hand_over", rider=MATILDA, topic="lost property"),
        agent("Oh no! I've passed this on to our workshop team: they'll have a look around for your rain jacket and get back "
              "to you. So, to recap: the Towpath is due on May 18, and your lost-property request is with the team."),
        user("You're a star. Thank you, bye!"),
        agent("My pleasure! Have a wonderful day!"),
    ]  # fmt: skip


def declines_a_discount() -> Case:
    """A fallback, and a customer in capitals."""
    return desk(), MATILDA, (DISCOUNT, cancel()), [
        user("HELLO, I'm a LOYAL customer. Can I get a discount on my next hire?? PLEASE"),
        agent("Thanks so much for your loyalty! May I have the email address you booked with?"),
        user(MAIL),
        call("find_rider", email=MAIL),
        agent("Thank you, Matilda! I really appreciate you riding with us. Unfortunately, I'm not able to offer discounts at "
              "the desk. IMPORTANT: that holds for club members, too."),
        user("Fine. Then just cancel the Cargo Mule."),
        call("list_hires", rider=MATILDA), call("show_hire", hire="B-1073"),
        agent("I can do that. Cancelling hire B-1073 (Cargo Mule) is free of charge. Do you want me to go ahead?"),
        user("YES, go ahead"),
        call("cancel_hire", hire="B-1073"),
        agent("Your hire B-1073 is now cancelled."),
        *BYE,
    ]  # fmt: skip


def returns_goods(label: Callable[[str], str] = lambda label: f"your {label}") -> Case:
    """Bullet points, rounding to two decimals, weekdays; `label` is how the agent names the card."""
    used = ["opened", "original", 1]
    account, goal = find_wish(
        shop(), "return_lines",
        lambda slots, broken: not broken and [slots["condition"], slots["refund_to"], len(slots["lines"])] == used,
    )  # fmt: skip
    slots, name, state = goal.slots, fact(shop(), account, "name"), shop().environment().state
    order, line = slots["order"], slots["lines"][0]
    item = next(row["item"] for row in state.row("orders", order)["lines"] if row["line"] == line)
    told = {k: v.value for k, v in shop().domain.kinds["return_lines"].details(state, account, slots).items()}
    refund, by, card = f"${told['refund']:.2f}", long_date(str(told["send_by"])), label(str(told["destination"]))
    wanted = wish(
        "return_lines", slots, order=thing(f"order {order}", order=order),
        lines=thing(f"the {item}", each=[{"item": item}]), condition="used, I'm afraid", refund_to="the way I paid",
    )  # fmt: skip
    return shop(), account, (wanted,), [
        user(f"Hey! So I bought a {item} from you guys (order {order}) and honestly, it's just not for me. Can I send it back?"),
        agent("I'd be happy to help you with that return! To get started, could you please confirm your **full name** and "
              "**postcode**?"),
        user(f"Sure, {name}, {fact(shop(), account, 'postcode')}"),
        call("identify_by_name", full_name=name, postcode=fact(shop(), account, "postcode")),
        call("list_orders", customer=account), at_once(call("show_order", order=order), call("show_account", customer=account)),
        agent(f"Thank you, {name.split()[0]}! Just two quick questions about the {item}:\n\n1. Is it still sealed, or has it "
              "been opened or used?\n2. Where should the refund go: your original payment method, or store credit?"),
        user("Used, I'm afraid, once. And back to my card please, the way I paid."),
        call("quote_return", order=order, lines=[line], condition="opened", refund_to="original"),
        agent(f"Thanks for letting me know! Here's a summary of your return:\n\n- **Order:** {order}\n- **Item:** {item}\n"
              f"- **Refund:** {refund} to {card}\n- **Send it back by:** {by}\n\nWould you like me to proceed?"),
        user("Yes, please go ahead."),
        call("take_back", order=order, lines=[line], condition="opened", refund_to="original"),
        agent(f"Your return is all set up! {refund} will be refunded to {card}. Please send the item by {by}. Is there "
              "anything else I can help you with today?"),
        *BYE,
    ]  # fmt: skip


def swaps_an_option() -> Case:
    """Dashes and an amount that is charged or refunded, told in words of the agent's own."""
    account, goal = find_wish(shop(), "swap_option", lambda _, broken: not broken)
    slots, name, state = goal.slots, fact(shop(), account, "name"), shop().environment().state
    order, line, option = slots["order"], slots["line"], state.row("variants", slots["option"])["option"]
    row = next(row for row in state.row("orders", order)["lines"] if row["line"] == line)
    told = {k: v.value for k, v in shop().domain.kinds["swap_option"].details(state, account, slots).items()}
    way = "we'd refund you" if told["direction"] == "refunded to" else "there's an extra charge of"
    wanted = wish(
        "swap_option", slots, order=thing(f"order {order}", order=order),
        line=thing(f"the {row['item']}", **_line_features(goal)), option=thing(f"the {option} one", option=option),
    )  # fmt: skip
    return shop(), account, (wanted,), [
        user(f"Hi! I think I picked the wrong {row['item']} in order {order} — I'd rather have the {option} one. Too late to "
             f"change it? You can find me under {fact(shop(), account, 'email')}, postcode {fact(shop(), account, 'postcode')}."),
        call("identify_by_email", email=fact(shop(), account, "email"), postcode=fact(shop(), account, "postcode")),
        at_once(call("show_order", order=order), call("list_orders", customer=account)),
        call("list_options", order=order, line=line),
        agent(f"Good news, {name.split()[0]} — order {order} hasn't left us yet, so I can still swap it. Going from "
              f"{row['option']} to {option}, {way} ${told['difference']:.2f} ({told['payment']}), which brings your order "
              f"to a new total of ${told['total']:.2f}. Does that work for you?"),
        user("Perfect, yes, do it!"),
        call("swap_option", order=order, line=line, variant=slots["option"]),
        agent(f"All done! You'll now get the {option} version. The difference of ${told['difference']:.2f} is settled with "
              f"your {told['payment']}, and your new order total is ${told['total']:.2f}."),
        *BYE,
    ]  # fmt: skip


def redeems_points() -> Case:
    """Thousands with and without a comma."""
    account, goal = find_wish(shop(), "redeem_points", lambda slots, broken: not broken and slots["points"] >= 1000)
    slots, name = goal.slots, fact(shop(), account, "name")
    order, points = slots["order"], slots["points"]
    told = shop().domain.kinds["redeem_points"].details(shop().environment().state, account, slots)
    off, left, card = f"${told['off'].value:.2f}", f"{told['points_left'].value:,}", told["destination"].value
    wanted = wish("redeem_points", slots, order=thing(f"order {order}", order=order), points=str(points))
    return shop(), account, (wanted,), [
        user(f"Hello, I'd love to put {points:,} of my loyalty points towards order {order}, if that's possible."),
        agent("Of course, I can look into that. May I have your full name and the phone number on file, please?"),
        user(f"{name}, {fact(shop(), account, 'phone')}"),
        call("identify_by_phone", phone=fact(shop(), account, "phone"), full_name=name),
        call("list_orders", customer=account),
        at_once(call("show_order", order=order), call("show_account", customer=account)),
        agent(f"Thanks, {name.split()[0]}! Redeeming {points:,} points takes {off} off order {order}, credited to your {card}. "
              f"You'd have {left} points left after that. Shall I go ahead and apply them?"),
        user("Yes please, that sounds great."),
        call("redeem_points", order=order, points=points),
        agent(f"Wonderful! {points:,} points have been redeemed, and {off} goes back to your {card}. Your remaining balance is "
              f"{left} points."),
        *BYE,
    ]  # fmt: skip


def refuses_a_late_claim() -> Case:
    """A refusal that names the day and the rule in the agent's own order."""
    account, goal = find_wish(shop(), "damage_refund", lambda _, broken: broken == {"6.1"})
    slots, name, state = goal.slots, fact(shop(), account, "name"), shop().environment().state
    order = slots["order"]
    row = next(row for row in state.row("orders", order)["lines"] if row["line"] == slots["line"])
    wanted = wish(
        "damage_refund", slots, order=thing(f"order {order}", order=order),
        line=thing(f"the {row['item']}", **_line_features(goal)), extent="a bit scuffed",
    )  # fmt: skip
    return shop(), account, (wanted,), [
        user(f"Hi, the {row['item']} from order {order} turned out to be a bit scuffed. Can I get some money back for that?"),
        agent("I'm sorry to hear that! Let me look into it. Could you share your full name and postcode?"),
        user(f"{name} and {fact(shop(), account, 'postcode')}"),
        call("identify_by_name", full_name=name, postcode=fact(shop(), account, "postcode")),
        call("list_orders", customer=account), call("show_order", order=order),
        agent(f"Thank you, {name.split()[0]}. I've checked order {order}: it was delivered on "
              f"{long_date(state.row('orders', order)['delivered'])}. Unfortunately, damage has to be reported within 14 days "
              "of delivery, so I'm not able to offer a refund for this one. I'm really sorry about that."),
        *BYE,
    ]  # fmt: skip


def hands_a_charge_over() -> Case:
    """The topic in the customer's own words, the ticket in the agent's."""
    account, goal = find_wish(shop(), "ask_team", lambda slots, _: slots["topic"] == "billing")
    told = shop().domain.kinds["ask_team"].details(shop().environment().state, account, goal.slots)
    wanted = wish("ask_team", {"topic": "billing"}, topic="a charge I don't recognise")
    email, postcode = fact(shop(), account, "email"), fact(shop(), account, "postcode")
    return shop(), account, (wanted,), [
        user("There's a charge on my statement from you that I don't recognise."),
        agent("I'm sorry about that! I'd like our team to look into it. Could I have the email on your account and your postcode?"),
        user(f"{email} / {postcode}"),
        call("identify_by_email", email=email, postcode=postcode),
        call("hand_over", customer=account, topic="billing"),
        agent(f"Thank you. I've opened ticket **{told['ticket'].value}** for you, and a colleague will get back to you by "
              f"{long_date(str(told['answer_by'].value))}."),
        *BYE,
    ]  # fmt: skip


def _line_features(goal: Goal) -> dict[str, Any]:
    """By what the line can be told from the others."""
    return goal.said["line"].features


TEN: list[Callable[[], Case]] = [
    extends_a_hire, cancels_a_hire, refuses_an_extension, answers_and_takes_up_a_loss, declines_a_discount,
    returns_goods, swaps_an_option, redeems_points, refuses_a_late_claim, hands_a_charge_over,
]  # fmt: skip


@pytest.mark.parametrize("made", TEN)
def test_honest_conversation_in_free_words_passes(made: Callable[[], Case]) -> None:
    world, account, goals, lines = made()
    assert judge(world, task(world, account, *goals), talk(world, lines)) == {}


@pytest.mark.parametrize("made", TEN)
def test_conversation_in_free_words_still_has_to_do_what_was_wanted(made: Callable[[], Case]) -> None:
    """The same ten without their tool calls: nobody is taken at their word."""
    world, account, goals, lines = made()
    silent = executed(world, [message for message in talk(world, lines) if not message.calls])
    assert {"identity"} <= set(judge(world, task(world, account, *goals), silent))


# ---- small differences ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "label",
    [
        "your {}", "the {}",
        pytest.param("your card ending in {:digits}", marks=raises_alarm("payment methods go by their full names")),
    ],
)  # fmt: skip
def test_card_may_be_named_in_other_words(label: str) -> None:
    def named(full: str) -> str:
        return label.replace("{:digits}", full.rsplit(" ", 1)[1]).replace("{}", full)

    world, account, goals, lines = returns_goods(named)
    assert judge(world, task(world, account, *goals), talk(world, lines)) == {}


CANCEL = [user(f"Please cancel the Cargo Mule. {MAIL}"), *looks("B-1073")]


@pytest.mark.parametrize(
    "question",
    [
        "I can cancel hire B-1073 free of charge. Shall I?",
        "Just to confirm: you'd like to cancel hire B-1073, correct?",
        "I'll go ahead and cancel hire B-1073 once you confirm.",
        "Hire B-1073 (Cargo Mule, 6 June to 15 June 2026, 9 days) can be cancelled. Would you like me to do that?",
        "Please reply \"yes\" and I'll cancel hire B\u20111073 for you.",
        "IMPORTANT: cancelling B-1073 can't be undone. Do you want to proceed?",
        "Your 2026 hire B-1073 would be cancelled within 1-2 minutes. May I go ahead?",
        "1. **Hire:** B-1073\n2. **Cost:** $0.00\n\nShall I go ahead?",
        "Cancelling B-1073 costs you nothing ($0). OK to proceed?",
    ],
)  # fmt: skip
def test_go_ahead_may_be_asked_for_in_many_ways(question: str) -> None:
    lines = [
        *CANCEL,
        agent(question),
        user("Yes, please do."),
        call("cancel_hire", hire="B-1073"),
        agent("Cancelled."),
        *BYE,
    ]
    assert judge(desk(), task(desk(), MATILDA, cancel()), talk(desk(), lines)) == {}


@pytest.mark.parametrize(
    "report",
    [
        "Done.",
        "You're all set, Matilda! I've cancelled hire B-1073 for you.",
        "Hire B-1073 is cancelled. Please note that this can't be undone.",
        "That's taken care of. The bike can no longer be collected, of course.",
        "✅ B-1073 cancelled",
    ],
)
def test_outcome_may_be_told_in_many_ways(report: str) -> None:
    agrees, done = user("Yes, please do."), call("cancel_hire", hire="B-1073")
    offer = agent("I can cancel hire B-1073. Shall I go ahead?")
    lines = [*CANCEL, offer, agrees, done, agent(report), *BYE]
    assert judge(desk(), task(desk(), MATILDA, cancel()), talk(desk(), lines)) == {}


def test_what_was_done_may_be_told_again_later() -> None:
    lines = [
        *CANCEL, agent("I can cancel hire B-1073. Shall I go ahead?"), user("Yes, please do."),
        call("cancel_hire", hire="B-1073"), agent("B-1073 is cancelled."), user("So it's really cancelled?"),
        agent("Yes, I've cancelled it."), user("Great, that's all. Bye!"), agent("Bye! I've cancelled your hire, as you wished."),
    ]  # fmt: skip
    assert judge(desk(), task(desk(), MATILDA, cancel()), talk(desk(), lines)) == {}


@pytest.mark.parametrize(
    "small_talk",
    [
        "Thanks, I've opened your account.",
        "I've done a quick check for you.",
        "I've made a note of that.",
        "Thank you, you've been verified.",
    ],
)
def test_small_things_that_an_agent_does_are_no_claims(small_talk: str) -> None:
    asks = user(f"When is the Towpath due back? {MAIL}")
    lines = [asks, *looks("B-1074"), agent(f"{small_talk} The Towpath is due on 18 May."), *BYE]
    assert judge(desk(), task(desk(), MATILDA, ask_due()), talk(desk(), lines)) == {}


NOT_OUT = (extend("B-1073"), user(f"Can I keep the Cargo Mule two more days? {MAIL}"))
TWICE = (extend("B-1075"), user(f"Can I keep the Night Heron two more days? {MAIL}"))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (TWICE, "I looked into it. B-1075 has already been extended once, so it isn't eligible for a further extension."),
        (TWICE, "Since B-1075 has been extended once already, a second extension isn't possible."),
        (TWICE, "I'm afraid I can't: our policy allows each hire to be extended at most once, and B-1075 already has been."),
        (TWICE, "That hire was already extended before, and we allow one extension per hire, so I can't add more days."),
        (TWICE, "Unfortunately it has already been extended, and a hire can be extended only once."),
        (NOT_OUT, "I can't extend B-1073 right now because the bike is not out at the moment."),
        (NOT_OUT, "I can't extend B-1073 because the bike isn't out at the moment."),
        (NOT_OUT, "Only a bicycle that is out can be kept longer, and B-1073 starts on June 6, so I can't extend it."),
        (NOT_OUT, "The Cargo Mule hasn't been picked up yet: only bikes that are currently out can be extended. I can't."),
        (NOT_OUT, "Unfortunately I can't extend B-1073 since it is only booked and hasn't started yet."),
    ],
)  # fmt: skip
def test_reason_may_be_given_in_many_ways(asked: tuple[Goal, Line], answer: str) -> None:
    goal, request = asked
    lines = [request, *looks(goal.slots["hire"]), agent(answer), *BYE]
    assert judge(desk(), task(desk(), MATILDA, goal), talk(desk(), lines)) == {}


@pytest.mark.parametrize(
    "answer",
    [
        "I can't extend them: both of them are not out at the moment.",
        "I'm sorry, both B-1073 and B-1077 are not out at the moment, so I can't extend them.",
        "Neither of the two is out at the moment, that is, both of them are not out at the moment. I can't extend them.",
    ],
)
def test_one_sentence_may_refuse_two_requests(answer: str) -> None:
    asks = user(f"Can I keep the Cargo Mule for two more days? And the Little Wren for two? {MAIL}")
    lines = [asks, *looks("B-1073", "B-1077"), agent(answer), *BYE]
    assert judge(desk(), task(desk(), MATILDA, extend("B-1073"), extend("B-1077")), talk(desk(), lines)) == {}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (thing("the one from 6/6", start="2026-06-06"), "my hire that starts on the 6th of June"),
        (thing("hire B-1073", hire="B-1073"), "hire number B1073"),
        (thing("the Cargo Mule", model="Cargo Mule"), "my CARGO MULE, the big one,"),
        (thing("the Cargo Mule from June 6", model="Cargo Mule", start="2026-06-06"), "the one on 6 June 2026"),
        pytest.param(
            thing("the Cargo Mule", model="Cargo Mule"), "my cargo bike booking",
            marks=raises_alarm("a nickname is not the name"),
        ),
    ],
)  # fmt: skip
def test_customer_may_describe_a_thing_in_other_words(said: Any, words: str) -> None:
    lines = [
        user(f"Please cancel {words}. {MAIL}"), *looks("B-1073"), agent("I can cancel hire B-1073. Shall I go ahead?"),
        user("Yes, please do."), call("cancel_hire", hire="B-1073"), agent("It is cancelled."), *BYE,
    ]  # fmt: skip
    goal = wish("cancel", {"hire": "B-1073"}, hire=said)
    assert judge(desk(), task(desk(), MATILDA, goal), talk(desk(), lines)) == {}


def test_serving_engine_may_count_its_calls_anew_in_every_message() -> None:
    """Call ids have to be unique within a message only."""
    world, account, goals, lines = extends_a_hire()
    messages = talk(world, lines)
    renumbered = tuple(_renumbered(message) for message in messages)
    assert judge(world, task(world, account, *goals), renumbered) == {}


def _renumbered(message: Any) -> Any:
    calls = tuple(msgspec.structs.replace(one, id=f"call_{n}") for n, one in enumerate(message.calls))
    return msgspec.structs.replace(message, calls=calls, call_id="call_0" if message.call_id else "")


def _cheapest() -> tuple[str, str, str]:
    account, goal = find_wish(shop(), "ask_cheapest", lambda slots, _: " " in slots["item"])
    told = shop().domain.kinds["ask_cheapest"].details(shop().environment().state, account, goal.slots)
    return account, goal.slots["item"], f"The {told['option'].value} one, at ${told['price'].value:.2f}."


@pytest.mark.parametrize(
    "search",
    [
        str,
        str.title,
    ],
    ids=["as the customer said", "in title case"],
)
def test_catalogue_may_be_searched_in_other_letters(search: Callable[[str], str]) -> None:
    account, item, answer = _cheapest()
    name, postcode = fact(shop(), account, "name"), fact(shop(), account, "postcode")
    lines = [
        user(f"What's the cheapest {item} you have? {name}, {postcode}"),
        call("identify_by_name", full_name=name, postcode=postcode), call("search_catalogue", item=search(item)),
        agent(answer), *BYE,
    ]  # fmt: skip
    assert (
        judge(shop(), task(shop(), account, wish("ask_cheapest", {"item": item}, item=item)), talk(shop(), lines)) == {}
    )


@pytest.mark.parametrize(
    "slip",
    [
        lambda word: word[:2] + word[3:],
        lambda word: word[:3] + word[2:],
        lambda word: word[:2] + word[3] + word[2] + word[4:],
    ],
    ids=["a letter missing", "doubled", "two that changed places"],
)
def test_catalogue_may_be_searched_for_what_was_meant(slip: Callable[[str], str]) -> None:
    """Customers' fingers slip; an agent that searches for the right word has it from them."""
    account, item, answer = _cheapest()
    said = " ".join(slip(word) if len(word) > 4 else word for word in item.split())
    lines = [user(f"What's the cheapest {said} you have?"), call("search_catalogue", item=item), agent(answer), *BYE]
    assert said != item
    blueprint = task(shop(), account, wish("ask_cheapest", {"item": item}, item=thing(said)))
    assert "provenance" not in judge(shop(), blueprint, talk(shop(), lines))


def test_another_word_is_no_slip() -> None:
    account, item, answer = _cheapest()
    lines = [user("What's the cheapest kettle you have?"), call("search_catalogue", item=item), agent(answer), *BYE]
    blueprint = task(shop(), account, wish("ask_cheapest", {"item": item}, item=item))
    assert "provenance" in judge(shop(), blueprint, talk(shop(), lines))


def test_public_question_needs_no_identification() -> None:
    account, item, answer = _cheapest()
    lines = [user(f"What's the cheapest {item} you have?"), call("search_catalogue", item=item), agent(answer), *BYE]
    assert (
        judge(shop(), task(shop(), account, wish("ask_cheapest", {"item": item}, item=item)), talk(shop(), lines)) == {}
    )
