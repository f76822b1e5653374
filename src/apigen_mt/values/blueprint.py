"""Blueprints: what a user wants, and the ground truth that follows from it (APIGen-MT §3.1: q, a_gt, o_gt)."""

from typing import Any, Literal

import msgspec

from apigen_mt.values.canonical import content_hash
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.persona import Persona
from apigen_mt.values.value import Value
from apigen_mt.values.verdict import Verdict

Outcome = Literal["done", "answered", "refused", "withdrawn"]
Manner = Literal["later", "at_once", "slip", "tried"]
"""How a detail changes: once it is proposed, in the very message that gives it, as a mistake that is put right in the next
message, or the other way round: what the user has settled on comes first, the other value is tried, and given up again."""


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a user refers to a slot's value: the words, and for things in the tables what the words pin down."""

    text: str
    value: Any = None
    """The value, where it is said itself: an amount, a date, a choice."""
    features: dict[str, Any] = {}
    """Where something in the tables is described: field -> value that its record has; several things under `each`."""


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """A detail that the user gives as one thing too, and settles on another before consenting."""

    slot: str
    value: Any
    """The value that is given up; the goal's own slots hold what the user settles on."""
    said: Said
    manner: Manner = "later"


class Goal(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing the user wants, with its schedule.

    The ground truth is the fold of the schedule: what remains after changes, withdrawals and fallbacks.
    """

    kind: str
    slots: dict[str, Any]
    """Slot -> the value that the user settles on."""
    said: dict[str, Said]
    """Slot -> how the user says it."""
    given: tuple[str, ...] = ()
    """Slots volunteered with the request; the others wait until the agent asks."""
    opens: Literal["start", "later"] = "start"
    """With the first request, or only after the earlier goals are dealt with."""
    change: Change | None = None
    withdrawn: bool = False
    """The user gives the goal up when asked to confirm it."""
    fallback: "Goal | None" = None
    """What the user asks for if this goal is refused."""
    outcome: Outcome = "done"
    clauses: tuple[str, ...] = ()
    """For a refused goal: the policy clauses that forbid it, any of which is a right reason."""
    conditional: bool = False
    """The fallback is named together with the request: `7 if you can, else 8`."""
    vague: dict[str, Said] = {}
    """Slot -> a description that fits several things, which the user starts with and makes clear when asked."""


class Output(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that the agent has to tell the user (one element of o_gt)."""

    goal: int
    """Index of the goal that it belongs to; a fallback belongs to its goal."""
    value: Value | None = None
    """An answer, an amount, a date; None for a reason."""
    clauses: tuple[str, ...] = ()
    """A refusal: the reason of one of these policy clauses has to be told."""


class Blueprint(msgspec.Struct, frozen=True, omit_defaults=True):
    """A task for a conversation. A candidate until its checks and the committee have accepted it."""

    domain: str
    account: str
    """Internal id of the customer on whose behalf the user speaks."""
    persona: Persona
    facts: dict[str, Value]
    """What the user knows of themselves and may say when asked, for example `name`, `email`."""
    goals: tuple[Goal, ...]
    instruction: str
    """q: who the user is and what they want, in prose, without any tool or internal id."""
    actions: tuple[ToolCall, ...]
    """a_gt: the state-changing calls, in order."""
    outputs: tuple[Output, ...]
    """o_gt."""
    wrong_facts: dict[str, Value] = {}
    """Facts that the user first gets wrong and then corrects."""
    parts: tuple[str, ...] = ()
    """Ids of the executed and checked blueprints that this one was composed of (§4.1.3)."""
    verdicts: tuple[Verdict, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to other processes as JSON: a default that is text is left out of JSON only while it is the very same
        object, so that a blueprint that is pickled field by field would come out with another id."""
        return _unpickled, (msgspec.json.encode(self),)

    @property
    def id(self) -> str:
        """Content hash of what is asked; verdicts are not part of the identity."""
        return content_hash(
            [
                self.domain,
                self.account,
                self.persona.id,
                self.facts,
                self.goals,
                self.instruction,
                self.actions,
                self.outputs,
            ]
        )


def _unpickled(encoded: bytes) -> Blueprint:
    return msgspec.json.decode(encoded, type=Blueprint)
