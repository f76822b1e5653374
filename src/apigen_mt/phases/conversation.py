"""Phase 2's loop: a user and an agent talk in a world (APIGen-MT §3.2.2, §4.2)."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

import msgspec

from apigen_mt.models.completion import Malformed, NoAnswer
from apigen_mt.phases.user import UserTurn
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.replay import Replayable


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


class Observer(Protocol):
    """Whoever follows a conversation and may see that it leads nowhere."""

    def lost(self, messages: Sequence[Message]) -> bool:
        """Tell whether acceptance is out of reach; all calls among the messages have their results."""
        ...


class Limits(NamedTuple):
    """Where a conversation is cut."""

    turns: int = 30
    """User messages."""
    steps: int = 30
    """Assistant messages within one turn."""
    calls: int = 150
    """Tool calls over the whole conversation."""
    characters: int = 400_000
    """Of everything said, called and answered: about 100,000 tokens, at four characters a token."""


class Conversation(NamedTuple):
    """What was said and done, and why it ended."""

    messages: tuple[Message, ...]
    stop: StopReason
    notes: tuple[str, ...] = ()
    """What went wrong behind the scenes, in words."""


async def converse(
    environment: Replayable[Any],
    user: User,
    agent: Agent,
    limits: Limits = Limits(),
    observer: Observer | None = None,
) -> Conversation:
    """Let user and agent talk until the user leaves; the agent has the last word.

    A player that fails ends the conversation, with the stop reason that says so.

    Args:
        environment: The world that the calls act on; single-use.
        user: Plays the user.
        agent: Plays the agent.
        limits: Where the conversation is cut.
        observer: Stops it as soon as acceptance is out of reach; without one it goes on to its end.

    Raises:
        OutOfBudget: when the run may spend no more.
        EndpointDown: when an endpoint answers nobody.
    """
    talk = _Talk(environment, user, agent, limits, observer)
    try:
        stop = await talk.run()
    except NoAnswer as error:
        talk.notes.append(str(error))
        stop = StopReason.NO_ANSWER
    return Conversation(tuple(talk.messages), stop, tuple(talk.notes))


class _Talk:
    """One conversation in progress."""

    def __init__(
        self, environment: Replayable[Any], user: User, agent: Agent, limits: Limits, observer: Observer | None
    ) -> None:
        self.environment = environment
        self.user = user
        self.agent = agent
        self.limits = limits
        self.observer = observer
        self.messages: list[Message] = []
        self.notes: list[str] = []
        self.calls = 0
        self.characters = 0

    async def run(self) -> StopReason:
        """Talk, and return why it ended."""
        for _ in range(self.limits.turns):
            try:
                turn = await self.user.speak(self.messages)
            except Malformed as error:
                self.notes.append(str(error))
                return StopReason.USER_FAILED
            self.notes.extend(turn.notes)
            self._add(turn.message)
            stop = await self._turn()
            if stop is not None:
                return stop
            if turn.leaves:
                return StopReason.USER_GAVE_UP if turn.gave_up else StopReason.USER_DONE
            if self._lost():
                return StopReason.UNREACHABLE
        return StopReason.TOO_MANY_TURNS

    async def _turn(self) -> StopReason | None:
        """Let the agent act until it says something; return why the conversation ends in the middle of it, if it does."""
        for _ in range(self.limits.steps):
            if self._lost():
                return StopReason.UNREACHABLE
            try:
                reply = await self.agent.step(self.messages)
            except Malformed as error:
                self.notes.append(str(error))
                return StopReason.AGENT_FAILED
            self._act(reply)
            if self.calls > self.limits.calls:
                return StopReason.TOO_MANY_CALLS
            if self.characters > self.limits.characters:
                return StopReason.TOO_LONG
            if not reply.calls:
                return None
        return StopReason.TOO_MANY_STEPS

    def _act(self, reply: Message) -> None:
        """Take in what the agent says, carry out its calls and take in their results."""
        if not reply.calls:
            self._add(reply)
            return
        named = [msgspec.structs.replace(call, id=f"call_{self.calls + n}") for n, call in enumerate(reply.calls, 1)]
        self.calls += len(named)
        self._add(msgspec.structs.replace(reply, calls=tuple(named)))
        for call in named:
            self.characters += len(call.name) + len(msgspec.json.encode(call.arguments))
            result = self.environment.call(call)
            self._add(Message("tool", result.content, call_id=call.id, error=result.error))

    def _add(self, message: Message) -> None:
        self.messages.append(message)
        self.characters += len(message.content)

    def _lost(self) -> bool:
        return self.observer is not None and self.observer.lost(self.messages)
