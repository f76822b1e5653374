"""Trajectories: the record that a conversation leaves."""

from enum import StrEnum

import msgspec

from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.verdict import Blame, Verdict, accepted


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
    TOO_MANY_CALLS = "too_many_calls"
    """The agent made more calls than the limit allows, over the whole conversation."""
    TOO_LONG = "too_long"
    """What was said, called and answered grew past the limit on characters."""
    USER_FAILED = "user_failed"
    """The model behind the user gave nothing of use, even after it was told why."""
    AGENT_FAILED = "agent_failed"
    """The model behind the agent gave nothing of use, even after it was told why."""
    NO_ANSWER = "no_answer"
    """A request to a model found no answer within its tries."""
    UNREACHABLE = "unreachable"
    """Acceptance was out of reach, whatever would have followed: a verdict has failed for good."""

    @property
    def cut(self) -> bool:
        """Whether neither speaker ended it and no limit did: what only a whole conversation shows cannot be judged."""
        return self in _CUT

    @property
    def blame(self) -> Blame | None:
        """Whom a conversation that ended like this is blamed on; None where a verdict says it."""
        return _BLAME.get(self, "agent")


_CUT = frozenset((StopReason.USER_FAILED, StopReason.AGENT_FAILED, StopReason.NO_ANSWER, StopReason.UNREACHABLE))
_BLAME: dict[StopReason, Blame | None] = {
    StopReason.USER_FAILED: "user",
    StopReason.NO_ANSWER: "environment",
    StopReason.UNREACHABLE: None,
}


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
    notes: tuple[str, ...] = ()
    """What went wrong behind the scenes, in words: a critic without an answer, why a model's answer was of no use."""
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
