"""Their checker as we read it: after every turn the state and the results, against the ground truth in a world of its own.

Kept as it is, with what is wrong in it: a turn without ground truth is not looked at, one earlier result serves in several
turns, tools that are withheld run, what somebody wrote is rewritten where it looks like a call, and the two worlds share
what the classes hold as one object for a whole process.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from apigen_mt.adapters.benchmark import Conversed, Reward
from apigen_mt.adapters.bfcl.apis import toolset
from apigen_mt.adapters.bfcl.calls import as_executed
from apigen_mt.adapters.bfcl.entries import Entry
from apigen_mt.adapters.bfcl.world import Shared, World
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.replay import replay

Turn = list[tuple[ToolCall, ...]]
"""The calls of an agent between two messages of the user, step by step."""

MOST_STEPS = 20
"""Their runner stops a conversation when an agent makes one more in a turn."""
CHECKS = (
    "inference_error",
    "force_terminated",
    "empty_turn_model_response",
    "instance_state_mismatch",
    "execution_response_mismatch",
)
"""What their checker may object, by its names."""


def turns(messages: Sequence[Message]) -> list[Turn]:
    """Return the calls of a conversation by turn and step; steps without a call are not counted."""
    found: list[Turn] = []
    for message in messages:
        if message.role == "user":
            found.append([])
        elif message.calls and found:
            found[-1].append(message.calls)
    return found


def as_their_runner_ends(found: list[Turn]) -> list[Turn]:
    """Return what is left of a conversation where their runner, which counts an agent's steps, would have stopped it."""
    for number, turn in enumerate(found):
        if len(turn) > MOST_STEPS:
            return [*found[:number], turn[: MOST_STEPS + 1]]
    return found


def objection(name: str = "") -> Reward:
    """Return the reward of a conversation that a check objects to, or none does; checks that were not reached are None."""
    parts = {check: 0.0 if check == name else None if name else 1.0 for check in CHECKS}
    return Reward(0.0 if name else 1.0, parts)


def reward(entry: Entry, conversed: Conversed) -> Reward:
    """Return what their checker would give."""
    if conversed.stop == StopReason.NO_ANSWER:
        return objection("inference_error")
    made = as_their_runner_ends(turns(conversed.messages))
    if len(made) != len(entry.calls):
        return objection("force_terminated")
    return objection(_checked(entry, made))


def _checked(entry: Entry, made: Sequence[Turn]) -> str:
    """Return the name of the check that fails first, or nothing."""
    shared: Shared = {}
    world, truth = World(entry.scenario, shared), World(entry.scenario, shared)
    given: list[str] = []
    for turn, right in zip(made, entry.calls, strict=True):
        given += _results(world, entry, [call for step in turn for call in step], "model")
        wanted = _results(truth, entry, right, "ground_truth")
        if not right:
            continue
        if not turn:
            return "empty_turn_model_response"
        if not world.agrees(truth):
            return "instance_state_mismatch"
        left = given.copy()
        for text in wanted:
            if text not in left:
                return "execution_response_mismatch"
            left.remove(text)
    return ""


def _results(world: World, entry: Entry, calls: Sequence[ToolCall], side: str) -> list[str]:
    """Return what calls give; one that cannot be executed gives an error with them, and no ground truth asks for that."""
    objects = _objects(entry.scenario.classes, side)
    executed: list[ToolCall] = []
    for call in calls:
        with suppress(ValueError):
            if call.name in objects:
                executed.append(as_executed(call, objects))
    return [result.content for result in replay(world, executed).results]


@cache
def _objects(classes: tuple[str, ...], side: str) -> dict[str, str]:
    return {tool: f"{side}_{owner}_instance" for tool, owner in toolset(classes).owners.items()}
