"""What people do beside their agenda: each behaviour once by hand, and all of them over what the pipeline makes."""

import asyncio
from collections.abc import Iterator
from random import Random

import msgspec
import pytest
from talks import BIKES, DISCOUNT, MATILDA, Accepted, Messages, cancel, extend, task, thing

from apigen_mt.audit.behaviours import shown
from apigen_mt.language.behaviours import BEHAVIOURS, RATES
from apigen_mt.language.consent import consent
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.refusals import refuses
from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.conversation import converse
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.instruction import write_instruction
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.phases.lively import LivelyUser
from apigen_mt.phases.verify import verify
from apigen_mt.pipeline import make_block, make_blueprints
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint, Change, Said
from apigen_mt.values.messages import Message
from apigen_mt.values.persona import Style
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World

replace = msgspec.structs.replace
PLAIN = Style(greets=0.0, thanks=0.0, front_load=0.0)
SEEDS = range(4)


def talked(world: World, blueprint: Blueprint, *behaviours: str, seed: int = 0) -> Messages:
    """Let somebody who does these things wherever they can talk to the scripted agent; the verifier has to accept it."""
    blueprint = replace(blueprint, persona=replace(blueprint.persona, style=PLAIN))
    environment = world.environment()
    habits = dict.fromkeys(behaviours, 1.0)
    user = LivelyUser(world.domain, blueprint, Random(seed), habits, Random(f"habits{seed}"))
    agent = ScriptedAgent(world.domain, environment, Random(f"agent{seed}"))
    messages, stop, _ = asyncio.run(converse(environment, user, agent))
    verdicts = verify(world, blueprint, messages, stop)
    assert accepted(verdicts), [verdict for verdict in verdicts if not verdict.passed]
    return messages


def did(blueprint: Blueprint, messages: Messages) -> set[str]:
    """What the user did."""
    return {name for name, _ in shown(blueprint, messages)}


def after(messages: Messages, act: str) -> Iterator[str]:
    """What the agent says right after each message of the user with an act."""
    for position, message in enumerate(messages):
        if message.role == "user" and any(one.name == act for one in message.acts):
            yield next(m.content for m in messages[position + 1 :] if m.role == "assistant" and m.content)


# ---- detours --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["hesitates", "asks_again"])
def test_proposal_that_is_not_agreed_to_is_made_again(desk: World, name: str, seed: int) -> None:
    """`Sounds good, but wait` is no consent: nothing is written before the second proposal has met a yes."""
    messages = talked(desk, task(desk, MATILDA, cancel()), name, seed=seed)
    [again] = after(messages, name)
    assert asks_consent(again) and "B-1073" in again
    first_write = next(p for p, m in enumerate(messages) if any(call.name == "cancel_hire" for call in m.calls))
    said = [m.content for m in messages[:first_write] if m.role == "user"]
    assert consent(said[-1]) == "yes" and consent(said[-2]) != "yes"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["pushes_back", "asks_why"])
def test_refusal_stays_the_same_with_its_reason(desk: World, name: str, seed: int) -> None:
    messages = talked(desk, task(desk, MATILDA, cancel("B-1074"), replace(extend(), opens="later")), name, seed=seed)
    if name == "asks_why" and not list(after(messages, name)):
        pytest.skip("they asked why about their identity")
    for answer in after(messages, name):
        assert refuses(answer) or "account" in answer
    assert sum(call.name == "cancel_hire" for m in messages for call in m.calls) == 0


def test_somebody_who_insists_does_so_twice_at_most(desk: World) -> None:
    times = [
        len(list(after(talked(desk, task(desk, MATILDA, DISCOUNT), "pushes_back", seed=seed), "pushes_back")))
        for seed in range(12)
    ]
    assert set(times) == {1, 2}


@pytest.mark.parametrize("seed", SEEDS)
def test_check_afterwards_is_answered_by_the_report(desk: World, seed: int) -> None:
    messages = talked(desk, task(desk, MATILDA, extend()), "checks_afterwards", seed=seed)
    [answer] = after(messages, "checks_afterwards")
    assert "B-1074" in answer or "28" in answer
    assert sum(call.name == "extend_hire" for m in messages for call in m.calls) == 1


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["recalls_later", "answers_another", "off_topic"])
def test_open_question_is_asked_again_and_answered(desk: World, name: str, seed: int) -> None:
    blueprint = task(desk, MATILDA, replace(extend(), given=("hire",)))
    messages = talked(desk, blueprint, name, seed=seed)
    [answer] = after(messages, name)
    assert "?" in answer or "please" in answer.casefold()
    assert name in did(blueprint, messages)


@pytest.mark.parametrize("seed", SEEDS)
def test_greeting_alone_and_closing_twice_take_a_turn_each(desk: World, seed: int) -> None:
    blueprint = task(desk, MATILDA, cancel())
    messages = talked(desk, blueprint, "greets_alone", "closes_twice", seed=seed)
    assert did(blueprint, messages) >= {"greets_alone", "closes_twice"}
    said = [m for m in messages if m.role == "user"]
    assert [act.name for act in said[0].acts] == ["greets_alone"]
    assert [act.name for act in said[-2].acts] == ["closes_twice"]


def test_whoever_does_nothing_beside_the_agenda_takes_no_detour(desk: World) -> None:
    blueprint = task(desk, MATILDA, cancel())
    assert did(blueprint, talked(desk, blueprint)) <= {"withholds"}


# ---- what a blueprint declares --------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("manner", "name"),
    [
        ("at_once", "changes_at_once"),
        ("slip", "corrects_slip"),
        ("tried", "tries_alternative"),
        ("later", "changes_later"),
    ],
)
def test_change_in_any_manner_leads_to_what_is_settled_on(desk: World, manner: str, name: str, seed: int) -> None:
    change = Change("days", 5, Said("five", 5), manner=manner)  # type: ignore[arg-type]
    changing = task(desk, MATILDA, replace(extend(days=2, words="two"), change=change))
    assert changing.actions == task(desk, MATILDA, extend(days=2, words="two")).actions
    messages = talked(desk, changing, seed=seed)
    assert name in did(changing, messages)
    said = " ".join(m.content for m in messages if m.role == "user")
    assert "five" in said and "two" in said


def test_instruction_tells_every_manner_apart(desk: World) -> None:
    told = {
        write_instruction(
            desk.domain,
            task(desk, MATILDA, replace(extend(), change=Change("days", 5, Said("five", 5), manner=manner))),  # type: ignore[arg-type]
        )
        for manner in ("later", "at_once", "slip", "tried")
    }
    assert len(told) == 4


@pytest.mark.parametrize("seed", SEEDS)
def test_named_fallback_is_turned_to_without_being_asked_for_again(desk: World, seed: int) -> None:
    blueprint = task(desk, MATILDA, replace(extend("B-1075"), fallback=cancel(), conditional=True))
    messages = talked(desk, blueprint, seed=seed)
    assert "names_fallback" in did(blueprint, messages)
    assert sum(act.name == "request" for m in messages for act in m.acts) == 1
    assert any(refuses(m.content) for m in messages if m.role == "assistant")


def test_condition_without_a_fallback_is_no_ground_truth(desk: World) -> None:
    settled = settle(desk, MATILDA, (replace(extend("B-1075"), conditional=True),))
    assert any("condition" in failure for failure in settled.failures)


TWO_DAYS = thing("the one for two days", days=2)


@pytest.mark.parametrize("seed", SEEDS)
def test_vague_words_are_made_clear_when_asked(desk: World, seed: int) -> None:
    vague = replace(extend(), given=("hire",), vague={"hire": TWO_DAYS})
    blueprint = task(desk, MATILDA, vague)
    messages = talked(desk, blueprint, seed=seed)
    assert "describes_vaguely" in did(blueprint, messages)
    asked = [m.content for m in messages if m.role == "assistant" and "B-1074" in m.content and "B-1076" in m.content]
    assert asked, "the agent lists what fits"


@pytest.mark.parametrize("words", [thing("the Towpath", model="Towpath"), thing("the cargo one", model="Cargo Mule")])
def test_vague_words_have_to_fit_the_thing_and_another(desk: World, words: Said) -> None:
    settled = settle(desk, MATILDA, (replace(extend(), vague={"hire": words}),))
    assert any("something else" in failure for failure in settled.failures)


# ---- over what the pipeline makes -----------------------------------------------------------------------------------


def test_nearly_every_behaviour_comes_up_in_users_own_domains_too() -> None:
    settings = Settings((BIKES,), seed=3, size=60, block=60, behaviours=dict.fromkeys(RATES, 0.5))
    items = [item for item in asyncio.run(make_block(settings, 0, Steering())) if item.accepted and item.blueprint]
    found = {name for item in items for name in did(item.blueprint, item.accepted.messages)}  # type: ignore[union-attr,arg-type]
    assert len(items) >= 50
    assert len(found) >= len(BEHAVIOURS) - 3


def test_behaviours_do_not_shift_which_wishes_are_found() -> None:
    """The scripted proposer draws rows, wishes and their order apart from how they are brought up."""

    def kinds(**rates: float) -> list[list[str]]:
        settings = Settings(
            ("retail",), seed=2, size=60, block=6, composed=0.0, behaviours=dict.fromkeys(RATES, 0.0) | rates
        )
        items = asyncio.run(make_blueprints(settings, 0, Steering()))
        return [[goal.kind for goal in item.blueprint.goals] for item in items if item.blueprint]

    assert kinds() == kinds(describes_vaguely=1.0, names_fallback=1.0)


def test_old_blueprints_keep_their_bytes(corpus: list[Accepted]) -> None:
    """What has no manner, condition or vague words is written as it always was."""
    plain = next(
        case.blueprint for case in corpus if not any(goal.vague or goal.conditional for goal in case.blueprint.goals)
    )
    assert b"vague" not in msgspec.json.encode(plain) and b"conditional" not in msgspec.json.encode(plain)
    assert msgspec.json.encode(Change("days", 5, Said("five", 5))) == (
        b'{"slot":"days","value":5,"said":{"text":"five","value":5}}'
    )


def test_remarks_stand_beside_answers_and_never_beside_a_decision(corpus: list[Accepted]) -> None:
    for case in corpus:
        for message in case.messages:
            acts = {act.name for act in message.acts}
            if acts & {"gives_reason", "impatient"}:
                assert not acts & {"consent", "decline"}


def test_story_without_acts_shows_nothing() -> None:
    world = load_world(BIKES, 1, 60)
    assert list(shown(task(world, world.accounts[0]), (Message("user", "Hello"),))) == []
