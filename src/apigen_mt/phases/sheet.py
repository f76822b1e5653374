"""A domain in text, for prompts: what depends on the domain and its tables alone, so that it stays the same, byte for byte."""

from collections.abc import Mapping
from functools import lru_cache
from random import Random
from typing import Any, NamedTuple

import msgspec

from apigen_mt.phases.answer import ways_to_say
from apigen_mt.phases.context import Context
from apigen_mt.phases.instruction import brief
from apigen_mt.phases.propose import word_goal
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.persona import Persona, Style
from apigen_mt.world.domain import Domain, GoalKind, Slot, Slots, World

TRIED = 60
"""Customers asked for a sample of a goal kind."""


class Sample(NamedTuple):
    """A wish of one kind, as somebody in the tables has it."""

    slots: Slots
    text: str
    """`want to cancel the order with the mug because ...`"""
    tells: Mapping[str, str]
    """Detail that has to be told -> kind of its value."""


@lru_cache(maxsize=8)
def samples(world: World) -> Mapping[str, Sample]:
    """Return one sample for each goal kind that somebody in the tables can have."""
    found = {kind.name: _sample(world, kind) for kind in world.domain.kinds.values()}
    return {name: sample for name, sample in found.items() if sample is not None}


def _sample(world: World, kind: GoalKind) -> Sample | None:
    rng = Random(f"sample:{kind.name}")
    environment = world.environment()
    for account in world.accounts[:TRIED]:
        slots = kind.draw(environment.state, account, rng)
        if slots is None:
            continue
        context = Context(account, Persona("", "", Style(front_load=1.0)), (), frozenset())
        goal = word_goal(world.domain, environment, context, kind, slots, rng)
        if goal is not None:
            details = kind.details(environment.state, account, slots)
            tells = {name: details[name].kind for name in kind.tells}
            return Sample(slots, brief(world.domain, goal, goal.said, rng), tells)
    return None


@lru_cache(maxsize=8)
def tool_sheet(domain: Domain) -> str:
    """Return the write tools, one a line: name, parameters with their JSON Schema, and what it does."""
    lines: list[str] = []
    for name in sorted(domain.tools):
        tool = domain.tools[name]
        if tool.kind == "write":
            parameters = canonical_json(tool.parameters["properties"]).decode()
            lines.append(f"- {name}: {tool.description} Parameters: {parameters}")
    return "\n".join(lines)


@lru_cache(maxsize=8)
def kind_sheet(world: World) -> str:
    """Return the goal kinds that somebody in the tables can have, with slots, choices, what is told, and a sample."""
    return "\n\n".join(
        _kind_lines(world.domain, world.domain.kinds[name], sample) for name, sample in samples(world).items()
    )


def _kind_lines(domain: Domain, kind: GoalKind, sample: Sample) -> str:
    writes = [name for name in kind.tools if domain.tools[name].kind == "write"]
    if kind.declined_by:
        use = f"always refused, by clause {kind.declined_by}; no action"
    elif writes:
        asks = "" if kind.propose else "; carried out without asking for confirmation, so no change and not withdrawn"
        use = f"one call of {writes[0]}{asks}"
    else:
        use = f"a question; no action; answered from {' and '.join(kind.tools)}"
    lines = [f"### {kind.name} ({use})"]
    lines += [f"- slot {slot.name}: {_slot(slot, sample.slots[slot.name])}" for slot in kind.slots]
    told = ", ".join(f"{name} ({type_})" for name, type_ in sample.tells.items())
    lines.append(f"- outputs when it goes through: {told or 'none'}")
    lines.append(f"- in an instruction, somebody else's: You {sample.text}.")
    return "\n".join(lines)


def _slot(slot: Slot, value: Any) -> str:
    shown = msgspec.json.encode(value).decode()
    if slot.choices is not None:
        ways = [f"{choice!r} ({' / '.join(dict.fromkeys(ways_to_say(slot, choice)))})" for choice in slot.choices]
        return "one of " + ", ".join(ways)
    if slot.typed is not None:
        return f"a value that the customer gives, such as {shown}"
    several = "a list of values of things" if slot.many else "the value of a thing"
    return f"{several} listed as {slot.entity!r}, such as {shown}"
