"""Where an agent went wrong: the messages at which the verifier finds something, one by one.

A check of the whole conversation (something was never told) has no place. A wrong write has one where it settled for good
what the ground truth has otherwise.
"""

from collections.abc import Sequence
from typing import NamedTuple

from apigen_mt.phases.verify import BLAME, Inspector
from apigen_mt.phases.wellformed import answers
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.domain import World


class Fault(NamedTuple):
    """One thing that an agent did wrong."""

    position: int
    """Of the message."""
    check: str
    reason: str


def faults(world: World, blueprint: Blueprint, messages: Sequence[Message]) -> tuple[Fault, ...]:
    """Return the agent's faults in the order of the messages; a message may have several."""
    return _followed(Inspector(world, blueprint, answers(messages), watchful=True), messages)


def mended(world: World, blueprint: Blueprint, messages: Sequence[Message]) -> tuple[bool, ...] | None:
    """Return which messages of a conversation a model should learn to write: the agent's, without those that were wrong.

    None where nothing was wrong, or where something still is at the end, or somebody else was to blame: then what came
    after a wrong turn is no example of how it is put right.
    """
    inspector = Inspector(world, blueprint, answers(messages))
    found = _followed(inspector, messages)
    if not found or sum(map(len, inspector.failures.values())) > len(found):
        return None
    inspector.judge_end(messages, StopReason.USER_DONE)
    if sum(map(len, inspector.failures.values())) > len(found):
        return None
    wrong = {fault.position for fault in found}
    return tuple(message.role == "assistant" and place not in wrong for place, message in enumerate(messages))


def _followed(inspector: Inspector, messages: Sequence[Message]) -> tuple[Fault, ...]:
    found: list[Fault] = []
    for position, message in enumerate(messages):
        before = {check: len(reasons) for check, reasons in inspector.failures.items()}
        inspector.take(position, message)
        if message.role == "assistant":
            found += [
                Fault(position, check, reason)
                for check, reasons in inspector.failures.items()
                if BLAME[check] == "agent"
                for reason in reasons[before.get(check, 0) :]
            ]
    return tuple(found)
