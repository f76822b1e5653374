"""Phase 2's loop: a user and an agent talk in a world (APIGen-MT §3.2.2, §4.2)."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

import msgspec

from apigen_mt.models.completion import Malformed, NoAnswer
from apigen_mt.phases.user import UserTurn
from apigen_mt.values.messages import Message, made_by
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.replay import Replayable


class User(Protocol):
    """Whoever plays the user: knows the blueprint's goals, not the tools."""

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next user message: something said, or calls of tools that are the user's. At the start there are none."""
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
    talk = Talk(environment, user, limits, observer)
    await talk.hear()
    while talk.stop is None:
        try:
            reply = await agent.step(talk.messages)
        except Malformed as error:
            talk.end(StopReason.AGENT_FAILED, str(error))
        except NoAnswer as error:
            talk.end(StopReason.NO_ANSWER, str(error))
        else:
            await talk.take(reply)
    return talk.conversation(talk.stop)


class Talk:
    """One conversation in progress, for whoever has the agent's messages: it is the agent's turn until `stop` is set."""

    def __init__(
        self, environment: Replayable[Any], user: User, limits: Limits = Limits(), observer: Observer | None = None
    ) -> None:
        """Open a conversation, in which nobody has said anything yet; as for `converse`."""
        self.environment = environment
        self.user = user
        self.limits = limits
        self.observer = observer
        self.messages: list[Message] = []
        self.notes: list[str] = []
        self.stop: StopReason | None = None
        self.calls = 0
        self.characters = 0
        self.turns = 0
        self.steps = 0
        self.said: UserTurn | None = None

    async def hear(self) -> None:
        """Let the user speak: at the beginning, and after each answer of the agent's. Where it has tools, it uses them first."""
        self.steps = 0
        while self.stop is None:
            try:
                self.said = await self.user.speak(self.messages)
            except Malformed as error:
                self.end(StopReason.USER_FAILED, str(error))
                return
            except NoAnswer as error:
                self.end(StopReason.NO_ANSWER, str(error))
                return
            self.notes.extend(self.said.notes)
            if not self.said.message.calls:
                self._heard(self.said)
                return
            self._act(self.said.message)
            self.steps += 1
            self._limit()
            if self.stop is None and self.steps >= self.limits.steps:
                self.end(StopReason.USER_FAILED, f"the user went on calling tools for {self.steps} messages")

    def _heard(self, said: UserTurn) -> None:
        self._add(said.message)
        self.turns += 1
        self.steps = 0
        if said.leaves and said.at_once:
            self.stop = StopReason.USER_DONE
        elif self._lost():
            self.stop = StopReason.UNREACHABLE

    async def take(self, reply: Message) -> None:
        """Take in what the agent says or calls; where it has said something, the user answers it, or has left."""
        self._act(reply)
        self.steps += 1
        self._limit()
        if self.stop is not None:
            return
        if not reply.calls:
            await self._answer()
        elif self.steps >= self.limits.steps:
            self.stop = StopReason.TOO_MANY_STEPS
        elif self._lost():
            self.stop = StopReason.UNREACHABLE

    def end(self, stop: StopReason, note: str) -> None:
        """End the conversation for want of an agent."""
        self.notes.append(note)
        self.stop = stop

    def conversation(self, stop: StopReason) -> Conversation:
        """Return what was said and done until now, as ended for that reason."""
        return Conversation(tuple(self.messages), stop, tuple(self.notes))

    async def _answer(self) -> None:
        """Let the user react to what the agent has said."""
        if self.said is not None and self.said.leaves:
            self.stop = StopReason.USER_GAVE_UP if self.said.gave_up else StopReason.USER_DONE
        elif self._lost():
            self.stop = StopReason.UNREACHABLE
        elif self.turns >= self.limits.turns:
            self.stop = StopReason.TOO_MANY_TURNS
        else:
            await self.hear()

    def _limit(self) -> None:
        if self.calls > self.limits.calls:
            self.stop = StopReason.TOO_MANY_CALLS
        elif self.characters > self.limits.characters:
            self.stop = StopReason.TOO_LONG

    def _act(self, reply: Message) -> None:
        """Take in what one of the two says, carry out its calls and take in their results."""
        if not reply.calls:
            self._add(reply)
            return
        named = [msgspec.structs.replace(call, id=f"call_{self.calls + n}") for n, call in enumerate(reply.calls, 1)]
        self.calls += len(named)
        self._add(msgspec.structs.replace(reply, calls=tuple(named)))
        for call in named:
            self.characters += len(call.name) + len(msgspec.json.encode(call.arguments))
            result = self.environment.call(made_by(reply.role, call))
            self._add(Message("tool", result.content, call_id=call.id, error=result.error))

    def _add(self, message: Message) -> None:
        self.messages.append(message)
        self.characters += len(message.content)

    def _lost(self) -> bool:
        return self.observer is not None and self.observer.lost(self.messages)
