"""Conversations that somebody outside holds are those that we hold ourselves."""

import asyncio

import msgspec
import pytest
from tests.exports.conftest import held

from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import Task
from apigen_mt.exports.rollout import Rollout, at_once
from apigen_mt.phases.conversation import Limits
from apigen_mt.phases.user import UserTurn
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason, Trajectory

Tasks = tuple[Task, ...]


def played(rollout: Rollout, book: Trajectory) -> None:
    """Say what the agent of a recorded conversation said, without its notes."""
    for message in book.messages:
        if message.role == "assistant":
            at_once(rollout.step(msgspec.structs.replace(message, acts=())))


@pytest.mark.parametrize("agent", ["by-words", "do-nothing"])
def test_same_agent_meets_the_same_customer_and_the_same_judgement(agent: str, tasks: Tasks) -> None:
    for task in tasks[:6]:
        rollout = Rollout(task, trial=3)
        at_once(rollout.reset())
        book = held(task, agent, 3)
        played(rollout, book)
        assert rollout.judged() == book


def test_begun_anew_everything_is_as_it_was(tasks: Tasks) -> None:
    rollout = Rollout(tasks[0])
    first = at_once(rollout.reset())
    played(rollout, held(tasks[0], "by-words"))
    assert rollout.stop is not None
    assert at_once(rollout.reset()) == first and rollout.stop is None
    played(rollout, held(tasks[0], "by-words"))
    assert rollout.judged() == held(tasks[0], "by-words")


def test_step_returns_what_it_led_to(tasks: Tasks) -> None:
    rollout = Rollout(tasks[0])
    (opening,) = at_once(rollout.reset())
    assert opening.role == "user"
    calls = (ToolCall("no_such_tool"), ToolCall("list_orders", {"customer": "nobody"}))
    one, other = at_once(rollout.step(Message("assistant", calls=calls)))
    assert (one.role, one.error, other.call_id) == ("tool", True, "call_2")
    (answer,) = at_once(rollout.step(Message("assistant", "What is your name?")))
    assert answer.role == "user" and rollout.messages[-1] == answer
    # Nothing is judged before it is over, but for what a limit on turns would leave.
    assert rollout.stop is None and rollout.judged().stop == StopReason.TOO_MANY_TURNS


def test_conversation_ends_once(tasks: Tasks) -> None:
    rollout = Rollout(tasks[0], limits=Limits(turns=1))
    with pytest.raises(UserError, match=r"call reset\(\) before the first step"):
        at_once(rollout.step(Message("assistant", "Hello")))
    at_once(rollout.reset())
    assert at_once(rollout.step(Message("assistant", "Hello"))) == ()
    assert rollout.stop == StopReason.TOO_MANY_TURNS
    with pytest.raises(UserError, match="after the end"):
        at_once(rollout.step(Message("assistant", "Hello")))
    at_once(rollout.reset())
    assert at_once(rollout.step(Message("assistant"))) == ()
    assert rollout.judged().stop == StopReason.AGENT_FAILED and not rollout.judged().accepted


def test_user_who_has_to_be_waited_for_needs_an_event_loop(tasks: Tasks) -> None:
    class Slow:
        async def speak(self, messages: object) -> UserTurn:
            await asyncio.sleep(0)
            return UserTurn(Message("user", "Good evening"), leaves=True)

    rollout = Rollout(tasks[0], user=lambda *_: Slow())
    with pytest.raises(UserError, match="await reset"):
        at_once(rollout.reset())

    async def talk() -> None:
        assert [message.content for message in await rollout.reset()] == ["Good evening"]
        assert await rollout.step(Message("assistant", "Good night")) == ()

    asyncio.run(talk())
    assert rollout.stop == StopReason.USER_DONE
