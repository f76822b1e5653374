"""Values that a blueprint itself lets somebody say, beside what they have seen and heard."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from apigen_mt.language.surface import Date, Reading, plain_code, read
from apigen_mt.phases.ground_truth import Settled
from apigen_mt.values.blueprint import Blueprint, Goal


class Allowances(NamedTuple):
    """Values that a blueprint itself lets somebody say, beside what they have seen and heard."""

    codes: frozenset[str]
    emails: frozenset[str]
    dates: frozenset[Date]
    times: frozenset[int]
    user_numbers: frozenset[float]
    """What the user may name: what their facts and wishes mention."""
    numbers: frozenset[float]
    """What the agent may tell: also what policy has it work out for these wishes."""
    bare: frozenset[float]
    """Numbers without a mark in facts, wishes, and what policy has the agent work out."""


def allowances(blueprint: Blueprint, settled: Settled) -> Allowances:
    """Return what facts, wishes and policy let user and agent say."""
    facts = [*blueprint.facts.values(), *blueprint.wrong_facts.values()]
    details = [value for step in settled.details for value in step.values()]
    texts = [text for goal in blueprint.goals for text in _said_texts(goal)]
    said = _reading(texts)
    known = _reading(str(value.value) for value in (*facts, *details))
    codes = {plain_code(str(value.value)) for value in (*facts, *details) if value.kind == "code"}
    # Groups of digits, as of a phone number, are numbers to a reader until somebody types them without the blanks.
    codes |= {plain_code(text) for text in texts if _GROUPS.fullmatch(text)}
    numbers = {round(abs(float(value.value)), 2) for value in details if isinstance(value.value, int | float)}
    return Allowances(
        codes=said.codes | known.codes | codes,
        emails=said.emails | known.emails,
        dates=said.dates | known.dates,
        times=said.times | known.times,
        user_numbers=said.money | said.numbers,
        numbers=frozenset(numbers),
        bare=said.numbers | known.numbers,
    )


def _reading(texts: Iterable[str]) -> Reading:
    """Read many short texts in one go; nothing that can be read reaches over a bar."""
    return read(" | ".join([text for text in texts if _TELLS.search(text)]))


_GROUPS = re.compile(r"\d+(?: \d+)+")
_TELLS = re.compile(r"[\d@]|[A-Z]{5}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
"""Without any of these a text holds no value that could be invented."""


def _said_texts(goal: Goal) -> list[str]:
    texts = [said.text for said in (*goal.said.values(), *goal.vague.values())]
    if goal.change is not None:
        texts.append(goal.change.said.text)
    if goal.fallback is not None:
        texts.extend(_said_texts(goal.fallback))
    return texts


def same_day(one: Date, other: Date) -> bool:
    """Tell whether two days agree; one without its year fits any year."""
    return one[1:] == other[1:] and (one[0] is None or other[0] is None or one[0] == other[0])
