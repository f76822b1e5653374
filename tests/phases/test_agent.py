"""The scripted agent: asks for what is missing, looks before it judges, and never writes without a yes."""

import asyncio
from collections.abc import Callable, Sequence
from random import Random

import msgspec
import pytest
from talks import DISCOUNT, MAIL, MATILDA, Accepted, Messages, cancel, extend, task

from apigen_mt.language.consent import consent
from apigen_mt.language.proposals import asks_consent
from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.conversation import Limits, converse
from apigen_mt.phases.user import AgendaUser, UserTurn
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Act, Message, ToolCall
from apigen_mt.values.persona import Style
from apigen_mt.world.domain import World

replace = msgspec.structs.replace
SEEDS = range(6)


class Told:
    """A user who says given things in order, and hesitates ever after."""

    def __init__(self, *turns: tuple[str, Sequence[Act]]):
        self.turns = list(turns)

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Say the next thing."""
        text, acts = self.turns.pop(0) if self.turns else ("Hmm, I don't know yet.", ())
        return UserTurn(Message("user", text, acts=tuple(acts)))


IDENTIFIES = (f"It's {MAIL}.", [Act("identify", slots={"email": MAIL})])


def asks_for(kind: str, text: str, **slots: object) -> tuple[str, list[Act]]:
    """The user's request: the details are given as the agenda user gives them."""
    return text, [Act("request", 0, kind, slots)]


CARGO = {"text": "the Cargo Mule", "features": {"model": "Cargo Mule"}}
WANTS_OUT = asks_for("cancel", "Please cancel the Cargo Mule.", hire=CARGO)


def talked(world: World, *turns: tuple[str, Sequence[Act]], seed: int = 0, more: int = 2) -> Messages:
    """Let the agent talk to a user who says these things, and hesitates a few times."""
    environment = world.environment()
    agent = ScriptedAgent(world.domain, environment, Random(seed))
    limits = Limits(turns=len(turns) + more)
    return asyncio.run(converse(environment, Told(*turns), agent, limits)).messages


def calls(messages: Messages) -> list[str]:
    """The names of the tools that were called."""
    return [call.name for message in messages for call in message.calls]


def answers(messages: Messages) -> list[str]:
    """What the agent said."""
    return [message.content for message in messages if message.role == "assistant" and not message.calls]


def is_write(world: World, call: ToolCall) -> bool:
    """Whether a call changes something."""
    return world.domain.tools[call.name].kind == "write"


# ---- asking ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_identity_is_asked_for_before_anything_is_looked_up(desk: World, seed: int) -> None:
    messages = talked(desk, WANTS_OUT, seed=seed, more=0)
    assert calls(messages) == []
    assert "e-mail address" in answers(messages)[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_missing_details_are_asked_for(desk: World, seed: int) -> None:
    vague = asks_for("extend", "I'd like to keep a bicycle a bit longer.")
    messages = talked(desk, vague, IDENTIFIES, seed=seed, more=0)
    assert "which hire" in answers(messages)[1]
    assert not any(is_write(desk, call) for message in messages for call in message.calls)


@pytest.mark.parametrize("seed", SEEDS)
def test_description_that_fits_nothing_is_asked_for_again(desk: World, seed: int) -> None:
    unknown = asks_for(
        "cancel", "Please cancel the Penny-farthing.", hire={"text": "it", "features": {"model": "Penny-farthing"}}
    )
    messages = talked(desk, unknown, IDENTIFIES, seed=seed, more=0)
    assert "list_hires" in calls(messages)
    assert "which hire" in answers(messages)[-1]


@pytest.mark.parametrize("seed", SEEDS)
def test_description_that_fits_two_things_is_asked_for_again(desk: World, seed: int) -> None:
    both = asks_for("cancel", "Please cancel the one for two days.", hire={"text": "it", "features": {"days": 2}})
    assert "which hire" in answers(talked(desk, both, IDENTIFIES, seed=seed, more=0))[-1]


def test_identification_that_fails_is_asked_for_again(desk: World) -> None:
    wrong = ("It's nobody@inkwell.example.", [Act("identify", slots={"email": "nobody@inkwell.example"})])
    messages = talked(desk, WANTS_OUT, wrong, IDENTIFIES, more=0)
    assert calls(messages)[:2] == ["find_rider", "find_rider"]
    assert asks_consent(answers(messages)[2])


# ---- looking before judging -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("hire", ["Night Heron", "Little Wren"])
def test_refusal_comes_after_a_look(desk: World, seed: int, hire: str) -> None:
    wants = asks_for(
        "extend", f"Can I keep the {hire} two more days?", hire={"text": hire, "features": {"model": hire}},
        days={"text": "two", "value": 2},
    )  # fmt: skip
    messages = talked(desk, IDENTIFIES, wants, seed=seed, more=0)
    assert "show_hire" in calls(messages)
    assert not any(is_write(desk, call) for message in messages for call in message.calls)


def test_every_write_rests_on_present_reads(corpus: list[Accepted]) -> None:
    """The reads that each write's rules rest on have been made, and would give the same now."""
    for case in corpus:
        environment = case.world.environment()
        seen: dict[str, str] = {}
        for call in (call for message in case.messages for call in message.calls):
            if is_write(case.world, call) and not environment.fork().call(call).error:
                safeguard = case.world.domain.safeguards[call.name]
                for reads in safeguard.needs(environment.state, case.blueprint.account, call.arguments):
                    assert any(seen.get(_key(read)) == environment.call(read).content for read in reads)
            seen[_key(call)] = environment.call(call).content


def _key(call: ToolCall) -> str:
    return f"{call.name}{sorted(call.arguments.items())}"


def test_nothing_is_looked_up_twice_for_nothing(corpus: list[Accepted]) -> None:
    """A read is repeated only after a write, or to check what the write did."""
    for case in corpus:
        last: dict[str, int] = {}
        writes = -1
        for position, call in enumerate(call for message in case.messages for call in message.calls):
            if is_write(case.world, call):
                writes = position
            elif _key(call) in last:
                assert writes > last[_key(call)]
            last[_key(call)] = position


# ---- consent --------------------------------------------------------------------------------------------------------


def test_no_write_without_a_clear_yes_to_a_question(corpus: list[Accepted]) -> None:
    for case in corpus:
        said: list[Message] = []
        for message in case.messages:
            for call in message.calls:
                if is_write(case.world, call) and case.world.domain.safeguards[call.name].consent is not None:
                    assert said[-1].role == "user" and consent(said[-1].content) == "yes"
                    assert asks_consent(said[-2].content)
            if message.content and message.role != "tool":
                said.append(message)


@pytest.mark.parametrize("seed", SEEDS)
def test_customer_who_never_says_yes_gets_nothing_done(desk: World, seed: int) -> None:
    messages = talked(desk, WANTS_OUT, IDENTIFIES, seed=seed, more=5)
    assert "cancel_hire" not in calls(messages)
    assert any(map(asks_consent, answers(messages)))


@pytest.mark.parametrize("seed", SEEDS)
def test_yes_before_the_question_counts_for_nothing(desk: World, seed: int) -> None:
    """The customer agrees to whatever comes, before anything was proposed."""
    eager = ("Yes, yes, do it!", [Act("consent", 0)])
    messages = talked(desk, WANTS_OUT, eager, IDENTIFIES, seed=seed)
    assert "cancel_hire" not in calls(messages)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_is_taken_for_a_no(desk: World, seed: int) -> None:
    messages = talked(desk, WANTS_OUT, IDENTIFIES, ("No, leave it.", [Act("decline", 0)]), seed=seed)
    assert "cancel_hire" not in calls(messages)


@pytest.mark.parametrize("seed", SEEDS)
def test_changed_detail_is_proposed_again(desk: World, seed: int) -> None:
    """A yes to two days is none to one."""
    towpath = {"text": "the Towpath", "features": {"model": "Towpath"}}
    wants = asks_for("extend", "Can I keep the Towpath two more days?", hire=towpath, days={"text": "two", "value": 2})
    change = ("Make it one.", [Act("change", 0, "extend", {"days": {"text": "one", "value": 1}})])
    messages = talked(desk, IDENTIFIES, wants, change, ("Yes, do it.", [Act("consent", 0)]), seed=seed)
    proposals = [text for text in answers(messages) if asks_consent(text) and "B-1074" in text]
    assert len(proposals) >= 2
    made = [call.arguments for message in messages for call in message.calls if call.name == "extend_hire"]
    assert made == [{"hire": "B-1074", "days": 1}]


# ---- legal variation ------------------------------------------------------------------------------------------------


def with_agent(world: World, blueprint: Blueprint, seed: int) -> Messages:
    """A conversation with the agenda user, always the same one, and an agent of this seed."""
    plain = replace(blueprint, persona=replace(blueprint.persona, style=Style()))
    environment = world.environment()
    user, agent = AgendaUser(world.domain, plain, Random(0)), ScriptedAgent(world.domain, environment, Random(seed))
    return asyncio.run(converse(environment, user, agent)).messages


@pytest.mark.parametrize("of", [calls, answers], ids=["calls", "words"])
def test_agents_differ_in_what_they_may_differ_in(shop: World, corpus: list[Accepted], of: Callable) -> None:
    case = max(corpus, key=lambda case: len(case.messages))
    assert len({str(of(with_agent(case.world, case.blueprint, seed))) for seed in range(16)}) >= 4


def test_agents_agree_in_what_they_do(desk: World) -> None:
    blueprint = task(desk, MATILDA, extend(), DISCOUNT, cancel())
    done = {
        str([call.arguments for m in with_agent(desk, blueprint, seed) for call in m.calls if is_write(desk, call)])
        for seed in range(12)
    }
    assert len(done) == 1


def test_same_seed_gives_the_same_agent(desk: World) -> None:
    blueprint = task(desk, MATILDA, extend(), cancel())
    assert with_agent(desk, blueprint, 7) == with_agent(desk, blueprint, 7)
