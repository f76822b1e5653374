"""What is wrong with the ground truth of BFCL's tasks. All of it passes their checker, which compares it with itself."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from apigen_mt.adapters.bfcl.apis import toolset
from apigen_mt.adapters.bfcl.calls import as_executed
from apigen_mt.adapters.bfcl.entries import Entry
from apigen_mt.adapters.bfcl.judge import Life, each, early, failures, misfits, verdict
from apigen_mt.adapters.bfcl.reward import MOST_STEPS
from apigen_mt.values.verdict import Verdict

FLAWS = (
    "errors",
    "schema",
    "idle",
    "unchecked",
    "unproved",
    "steps",
    "drawn",
    "ungiven",
    "rewritten",
    "excluded",
    "withheld",
)
"""Verdicts on a ground truth:

errors     a call fails
schema     a call does not fit its tool's own schema
idle       a call changes nothing, of a tool that elsewhere in the category does
unchecked  a turn without calls: their checker does not look at it
unproved   a turn with calls that any call passes: the state stays, and earlier results serve
steps      a turn has more calls than an agent that makes one a step is allowed
drawn      results or state hold what was drawn at random, in the order of calls: a detour that comes to the same fails
ungiven    an identifier in a call that neither the user nor an earlier result has given: more calls are needed than it has
rewritten  their executor changes what is written, because part of it looks like a call
excluded   a tool is to be taken away so that there is one way only, and nothing takes it away
withheld   a tool is used before it is offered, or is offered later and not used
"""

_IDENTIFIER = re.compile(r"[\w#@.-]*\d[\w.-]*")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
"""Users say dates in other words."""


def actors(lives: Iterable[Life]) -> frozenset[str]:
    """Return the tools that change something public in any of these."""
    return frozenset(it.call.name for life in lives for _, it in each(life) if it.changed)


def flaws(entry: Entry, right: Life, acting: frozenset[str]) -> tuple[Verdict, ...]:
    """Judge a ground truth: one verdict a flaw.

    Args:
        entry: Whose ground truth.
        right: What it comes to.
        acting: Tools that are known to change something (`actors`).
    """
    unused = set(entry.task.withheld) - {it.call.name for _, it in each(right)}
    found: Mapping[str, Iterable[str]] = {
        "errors": failures(right),
        "schema": misfits(entry, right),
        "idle": (f"turn {n}: {it.call.name}" for n, it in each(right) if it.call.name in acting and not it.moved),
        "unchecked": (f"turn {n}" for n, turn in enumerate(entry.calls) if not turn),
        "unproved": _unproved(right),
        "steps": (f"turn {n}: {len(turn)} calls" for n, turn in enumerate(entry.calls) if len(turn) > MOST_STEPS),
        "drawn": ["a generator of random numbers was used"] if right.drew else [],
        "ungiven": _ungiven(entry, right),
        "rewritten": _rewritten(entry, right),
        "excluded": entry.question.get("excluded_function", ()),
        "withheld": [*early(entry, right), *(f"{name} is not used" for name in sorted(unused))],
    }
    return tuple(verdict(flaw, found[flaw], "blueprint") for flaw in FLAWS)


def _unproved(right: Life) -> Iterator[str]:
    given: list[str] = []
    for number, turn in enumerate(right.turns):
        left = given.copy()
        served = True
        for it in turn:
            served = served and not it.changed and it.result.content in left
            if served:
                left.remove(it.result.content)
        if turn and served:
            yield f"turn {number}"
        given += [it.result.content for it in turn]


def _ungiven(entry: Entry, right: Life) -> Iterator[str]:
    given = ""
    for number, (said, turn) in enumerate(zip(entry.task.turns, right.turns, strict=True)):
        given += f"{said.lower()}\n"
        for it in turn:
            for text in _texts(it.call.arguments):
                identifier = len(text) > 2 and _IDENTIFIER.fullmatch(text) and not _DATE.fullmatch(text)
                if identifier and text.lower() not in given:
                    yield f"turn {number}: {it.call.name}: {text}"
            given += f"{it.result.content.lower()}\n"


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from _texts(item)
        case list():
            for item in value:
                yield from _texts(item)
        case _:
            pass


def _rewritten(entry: Entry, right: Life) -> Iterator[str]:
    owners = toolset(entry.scenario.classes).owners
    return (f"turn {n}: {it.call.name}" for n, it in each(right) if as_executed(it.call, owners) != it.call)
