"""Guards on a model's words as the user: sure of themselves, or silent."""

import asyncio

import pytest
from talks import DISCOUNT, MAIL, MATILDA, Accepted, ask_due, cancel, extend, task

from apigen_mt.phases.allowances import allowances
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.guards import Candidate, Scene, objections
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.pipeline import make_block
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.messages import Message
from apigen_mt.world.domain import World

OFFER = "I can extend hire B-1074 by 2 days: it would be due on 20 May and cost $28.00. Shall I go ahead?"


def scene(world: World, blueprint: Blueprint, *lines: str) -> Scene:
    """A conversation so far: user and agent in turn."""
    roles = ("user", "assistant")
    messages = [Message(roles[number % 2], line) for number, line in enumerate(lines)]  # type: ignore[arg-type]
    allowed = allowances(blueprint, settle(world, blueprint.account, blueprint.goals))
    return Scene(world.domain, blueprint, allowed, messages)


def against(world: World, goals: tuple[Goal, ...], lines: tuple[str, ...], text: str, stops: bool = False) -> str:
    """What the guards say of a message, joined."""
    return "; ".join(objections(scene(world, task(world, MATILDA, *goals), *lines), Candidate(text, stops)))


@pytest.mark.parametrize("name", ["retail", "airline", "banking"])
def test_built_in_user_passes(name: str) -> None:
    """Over hundreds of messages, goodbyes included, hardly one is called in question."""
    settings = Settings((name,), seed=5, size=80, block=60)
    world = load_world(name, settings.seed, settings.size)
    messages, stopped = 0, 0
    for item in asyncio.run(make_block(settings, 0, Steering())):
        if item.blueprint is None or item.accepted is None:
            continue
        said = item.accepted.messages
        last = max(place for place, message in enumerate(said) if message.role == "user")
        allowed = allowances(item.blueprint, settle(world, item.blueprint.account, item.blueprint.goals))
        for place, message in enumerate(said):
            if message.role == "user":
                messages += 1
                before = Scene(world.domain, item.blueprint, allowed, said[:place])
                stopped += bool(objections(before, Candidate(message.content, place == last)))
    assert messages > 300
    assert stopped <= 0.005 * messages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It's hire B-4711.", "b4711"),
        ("I was told it would be $99.50.", "99.50"),
        ("Write to me at someone@else.example", "someone@else.example"),
        ("I rented it on 3 January.", "01-03"),
        (f"My rider id is {MATILDA}", MATILDA),
        ("Please run cancel_hire for me.", "cancel_hire"),
    ],
)
def test_value_that_nobody_gave_is_named(desk: World, text: str, found: str) -> None:
    assert found in against(desk, (cancel(),), (), text)


def test_value_of_the_users_own_passes(desk: World) -> None:
    assert against(desk, (cancel(),), (), f"I'm {MAIL}, and I want to cancel the Cargo Mule.") == ""


def test_everybody_knows_what_day_it_is(desk: World) -> None:
    assert against(desk, (cancel(),), (), f"Today is {desk.domain.today}, isn't it? Cancel the Cargo Mule.") == ""


def test_value_that_the_agent_told_passes(desk: World) -> None:
    lines = ("The Towpath, two more days please.", OFFER)
    assert against(desk, (extend(),), lines, "20 May and $28 for B-1074, yes please, go ahead") == ""


@pytest.mark.parametrize("text", ["Agent: How can I help?", "Customer: I'd like to cancel.", "Sure\n**User**: ok"])
def test_label_is_refused(desk: World, text: str) -> None:
    assert "label" in against(desk, (cancel(),), (), text)


def test_message_comes_once(desk: World) -> None:
    lines = ("Could you please cancel the Cargo Mule for me?", "May I have your email address?")
    assert "repeats" in against(desk, (cancel(),), lines, "could you please cancel the Cargo Mule for me")
    assert against(desk, (cancel(),), (*lines, "yes please", "Sure?"), "yes please") == ""


# ---- leaving --------------------------------------------------------------------------------------------------------

DONE = ("Please cancel the Cargo Mule.", "I've cancelled B-1073. Is there anything else I can help you with?")


def test_customer_may_leave_when_all_is_dealt_with(desk: World) -> None:
    assert against(desk, (cancel(),), DONE, "No, that's all, thanks. Bye!", stops=True) == ""


def test_wish_that_was_never_raised_keeps_the_customer(desk: World) -> None:
    assert "not been raised" in against(desk, (cancel(), ask_due()), DONE, "That's all, bye!", stops=True)


def test_wish_raised_with_the_goodbye_has_no_answer_yet(desk: World) -> None:
    said = "And when is the Towpath due? Bye!"
    assert "raises a wish at once" in against(desk, (cancel(), ask_due()), DONE, said, stops=True)


def test_question_for_consent_is_answered_first(desk: World) -> None:
    lines = ("The Towpath, two more days please.", OFFER)
    assert "yes or no" in against(desk, (extend(),), lines, "Yes please, go ahead. Bye!", stops=True)
    assert against(desk, (extend(),), lines, "No thanks, leave it.", stops=True) == ""


@pytest.mark.parametrize("question", ["Which email did you book with?", "I see. Please tell me your email address."])
def test_question_is_answered_first(desk: World, question: str) -> None:
    assert "just asked" in against(desk, (cancel(),), ("Please cancel the Cargo Mule.", question), "Bye!", stops=True)


@pytest.mark.parametrize(
    "offer", ["May I assist you with any other matter today?", "Anything more you'd like?", "Good day to you."]
)
def test_offer_of_help_keeps_nobody(desk: World, offer: str) -> None:
    assert (
        against(desk, (DISCOUNT,), ("A discount please?", f"We give no discounts. {offer}"), "Bye!", stops=True) == ""
    )


@pytest.mark.parametrize("stops", [True, False])
def test_empty_message_is_none(desk: World, corpus: list[Accepted], stops: bool) -> None:
    assert "empty" in against(desk, (cancel(),), DONE, "", stops=stops)
