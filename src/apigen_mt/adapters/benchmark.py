"""What somebody's benchmark looks like from here: tasks, a world to act in, their reward, and our own verdicts beside it.

An adapter loads the peer's installed code at run time and copies none of it. `reward` is what the peer's code would give,
worked out by our means and bit for bit the same; `their_reward` asks the peer's code itself, which is slow and is there to
prove the first. Where their definition is wrong, both say what they say, and `verdicts` says better.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Protocol, runtime_checkable

import msgspec

from apigen_mt.models.completion import Chat
from apigen_mt.values.messages import Message, Role, ToolCall, made_by
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.replay import Replayable
from apigen_mt.world.tables import Tables

DONE, BYE = "Done.", "Thanks, goodbye."


class Action(msgspec.Struct, frozen=True, omit_defaults=True):
    """One call of a ground truth, and who makes it: in some benchmarks the user has tools too."""

    call: ToolCall
    by: Role = "assistant"


def as_made(actions: Iterable[Action]) -> list[ToolCall]:
    """Return the calls of a ground truth as a world takes them; those of the user say that they are the user's."""
    return [made_by(action.by, action.call) for action in actions]


class PeerTask(msgspec.Struct, frozen=True, omit_defaults=True):
    """An item of somebody's benchmark."""

    id: str
    """As the peer names or numbers it within its split."""
    split: str
    actions: tuple[Action, ...]
    """Their ground truth, in order."""
    instruction: str = ""
    """What their user simulator is told; empty where the user's words are scripted."""
    turns: tuple[str, ...] = ()
    """The user's messages, where the benchmark scripts them."""
    by_turn: tuple[int, ...] = ()
    """How many of the actions belong to each of the scripted turns."""
    withheld: dict[str, int] = {}
    """Tools that the agent is offered only from a turn on, with the number of that turn (the first is 0)."""
    outputs: tuple[str, ...] = ()
    """Texts that the agent has to say by their definition."""
    history: tuple[Message, ...] = ()
    """What was said and called before it begins; its worlds have that behind them."""


class Reward(msgspec.Struct, frozen=True):
    """What a conversation earns by the peer's definition."""

    value: float
    parts: dict[str, float | None] = {}
    """Their components by their names; None where one could not be worked out (it needs a judge)."""


class Conversed(msgspec.Struct, frozen=True):
    """A finished conversation to be judged."""

    messages: Sequence[Message]
    """Calls of the user, where it has tools, stand in messages of role `user`."""
    stop: StopReason


def offered(specs: Sequence[dict[str, Any]], task: PeerTask, turn: int) -> list[dict[str, Any]]:
    """Return those of a task's tools that the agent is offered in a turn."""
    return [spec for spec in specs if task.withheld.get(spec["function"]["name"], 0) <= turn]


def played(environment: Replayable[Any], task: PeerTask) -> Conversed:
    """Play a task's ground truth: the user says what is scripted, or else the instruction.

    Each call is made by its own side, one a message, and what has to be told is said whenever the calls of a turn are made.

    Args:
        environment: A fresh world of the task.
        task: Whose actions and outputs are played.
    """
    actions = iter(task.actions)
    messages: list[Message] = []
    for said, count in list(zip(task.turns, task.by_turn, strict=True)) or [(task.instruction, len(task.actions))]:
        messages.append(Message("user", said))
        for action in islice(actions, count):
            call = msgspec.structs.replace(action.call, id=f"call_{len(messages)}")
            result = environment.call(made_by(action.by, call))
            messages.append(Message(action.by, calls=(call,)))
            messages.append(Message("tool", result.content, call_id=call.id, error=result.error))
        messages.append(Message("assistant", "\n".join(task.outputs) or DONE))
    if not task.turns:
        messages += [Message("user", BYE), Message("assistant", "Goodbye.")]
    return Conversed(messages, StopReason.USER_DONE)


class Benchmark(Protocol):
    """One domain or category of somebody's benchmark."""

    @property
    def name(self) -> str:
        """What it is loaded by, for example `tau-bench:retail`."""
        ...

    @property
    def version(self) -> str:
        """Of the peer's code and data: what a figure depends on."""
        ...

    @property
    def splits(self) -> tuple[str, ...]:
        """Names of its splits, the one that is usually reported first."""
        ...

    def tasks(self, split: str) -> Sequence[PeerTask]:
        """Return all tasks of a split, in the peer's order."""
        ...

    def policy(self, task: PeerTask) -> str:
        """Return what the agent is told beside its tools; may be empty."""
        ...

    def specs(self, task: PeerTask) -> list[dict[str, Any]]:
        """Return the agent's tools as the chat API takes them, those included that are `withheld` at first."""
        ...

    def user_specs(self, task: PeerTask) -> list[dict[str, Any]]:
        """Return the user's tools as the chat API takes them; empty where it has none."""
        ...

    def user_prompt(self, task: PeerTask) -> Sequence[Chat]:
        """Return the chat in which a model speaks as the user, as the peer's own simulator opens it.

        Empty where the user's words are scripted.
        """
        ...

    def environment(self, task: PeerTask) -> Replayable[Any]:
        """Return a fresh world; single-use."""
        ...

    def reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what the peer's code would give, by our means."""
        ...

    def their_reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what the peer's own code gives."""
        ...

    def verdicts(self, task: PeerTask, conversed: Conversed) -> tuple[Verdict, ...]:
        """Judge by our own, stricter measures those that this world supports; the others say that they could not run."""
        ...

    def flaws(self, task: PeerTask) -> tuple[Verdict, ...]:
        """Judge the ground truth itself: failing calls, vacuous tasks, contradictions."""
        ...


@runtime_checkable
class WithTables(Protocol):
    """A benchmark that can show what its worlds start from."""

    @property
    def tables(self) -> Tables:
        """The tables of all its worlds, as they are at first."""
        ...
