"""Phase 2's loop: a user and an agent talk in a world (APIGen-MT §3.2.2, §4.2)."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import msgspec

from apigen_mt.phases.user import UserTurn
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.environment import Environment


class User(Protocol):
    """Whoever plays the user: knows the blueprint's goals, not the tools."""

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next user message; `messages` is empty at the start."""
        ...


class Agent(Protocol):
    """Whoever plays the agent: knows policy and tools, not the blueprint."""

    async def step(self, messages: Sequence[Message]) -> Message:
        """Return the next assistant message: calls, or something to say."""
        ...


class Limits(NamedTuple):
    """Where a conversation is cut."""

    turns: int = 30
    """User messages."""
    steps: int = 30
    """Assistant messages within one turn."""


class Conversation(NamedTuple):
    """What was said and done, and why it ended."""

    messages: tuple[Message, ...]
    stop: StopReason


async def converse(environment: Environment, user: User, agent: Agent, limits: Limits = Limits()) -> Conversation:
    """Let user and agent talk until the user leaves; the agent has the last word."""
    messages: list[Message] = []
    calls = 0
    for _ in range(limits.turns):
        turn = await user.speak(messages)
        messages.append(turn.message)
        for _ in range(limits.steps):
            reply = await agent.step(messages)
            if not reply.calls:
                messages.append(reply)
                break
            named = [
                msgspec.structs.replace(call, id=f"call_{calls + number}") for number, call in enumerate(reply.calls, 1)
            ]
            reply = msgspec.structs.replace(reply, calls=tuple(named))
            messages.append(reply)
            calls += len(reply.calls)
            for call in reply.calls:
                result = environment.call(call)
                messages.append(Message("tool", result.content, call_id=call.id, error=result.error))
        else:
            return Conversation(tuple(messages), StopReason.TOO_MANY_STEPS)
        if turn.leaves:
            return Conversation(tuple(messages), StopReason.USER_GAVE_UP if turn.gave_up else StopReason.USER_DONE)
    return Conversation(tuple(messages), StopReason.TOO_MANY_TURNS)
