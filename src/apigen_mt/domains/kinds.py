"""The three usual sorts of goal kinds, made from what differs between them: actions, questions, declined wishes."""

from collections.abc import Callable
from random import Random
from typing import Any

from apigen_mt.domains.wording import Wording
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value
from apigen_mt.world.domain import GoalKind, Slot, Slots
from apigen_mt.world.tables import State

Draw = Callable[[State, str, Random], Slots | None]
Calls = Callable[[State, str, Slots], list[ToolCall]]
Details = Callable[[State, str, Slots], dict[str, Value]]
Effect = Callable[[State, State, str, Slots], bool]
Arguments = Callable[[State, str, Slots], dict[str, Any]]


def action(
    name: str,
    tool: str,
    slots: tuple[Slot, ...],
    draw: Draw,
    arguments: Arguments,
    details: Details,
    tells: tuple[str, ...],
    effect: Effect,
    words: Wording,
) -> GoalKind:
    """Make the kind of a wish that one write fulfils."""
    return GoalKind(
        name=name,
        tools=(tool,),
        slots=slots,
        draw=draw,
        calls=lambda state, account, values: [ToolCall(tool, arguments(state, account, values))],
        details=details,
        tells=tells,
        effect=effect,
        **words._asdict(),
    )


def question(
    name: str,
    tools: tuple[str, ...],
    slots: tuple[Slot, ...],
    draw: Draw,
    calls: Calls,
    details: Details,
    tells: tuple[str, ...],
    words: Wording,
) -> GoalKind:
    """Make the kind of a question that reads answer."""
    return GoalKind(
        name=name,
        tools=tools,
        slots=slots,
        draw=draw,
        calls=calls,
        details=details,
        tells=tells,
        **words._asdict(),
    )


def any_choice(slot: Slot) -> Draw:
    """Draw any of a slot's choices; the slot must list some."""
    return lambda state, account, rng: {slot.name: rng.choice(sorted(slot.choices or ()))}


def declined(name: str, clause: str, slot: Slot, draw: Draw, words: Wording) -> GoalKind:
    """Make the kind of a wish that the clause always declines; the slot says what it is about."""
    return GoalKind(
        name=name,
        tools=(),
        slots=(slot,),
        draw=draw,
        calls=lambda state, account, slots: [],
        details=lambda state, account, slots: {},
        declined_by=clause,
        **words._asdict(),
    )
