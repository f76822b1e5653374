"""Trajectories: the record that a conversation leaves."""

from enum import StrEnum

import msgspec

from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.verdict import Verdict, accepted


class StopReason(StrEnum):
    """Why a conversation ended."""

    USER_DONE = "user_done"
    """The user said goodbye and the agent answered."""
    TOO_MANY_TURNS = "too_many_turns"
    """The limit on user turns was reached."""
    TOO_MANY_STEPS = "too_many_steps"
    """The agent made more calls in one turn than the limit allows."""
    USER_GAVE_UP = "user_gave_up"
    """The user saw no progress and left."""


class Trajectory(msgspec.Struct, frozen=True, omit_defaults=True):
    """One conversation about one blueprint, with the judgement on it."""

    blueprint: str
    """The blueprint's id."""
    attempt: int
    messages: tuple[Message, ...]
    stop: StopReason
    digest: str
    """Digest of the state at the end (`world.tables.State.digest`)."""
    verdicts: tuple[Verdict, ...] = ()
    worded: str = ""
    """The prompt by which a model has rewritten words of the built-in engine, as `wording@1f3a9c20`; empty if none has."""

    @property
    def accepted(self) -> bool:
        """Whether every check ran and passed."""
        return accepted(self.verdicts)

    @property
    def calls(self) -> list[ToolCall]:
        """All tool calls, in order."""
        return [call for message in self.messages for call in message.calls]
