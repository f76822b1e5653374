"""Whether and when a user has brought a goal up, from their words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from apigen_mt.language import detours, phrases
from apigen_mt.language.grammar import Phrases
from apigen_mt.language.surface import normalise, read, states
from apigen_mt.values.blueprint import Blueprint, Goal, Said
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain, Slot

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5
"""Letters of a word that count: `cancel`, `cancelled` and `cancelling` are one."""
_COMMON = 0.25
"""A word in the requests of more than this share of all goal kinds tells nothing about which one is meant."""


def brought_up(domain: Domain, blueprint: Blueprint, texts: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Return goal index -> position of the first user message that mentions it; goals never mentioned are missing.

    A goal is mentioned by the words for one of its slots, by the values that these stand for, or, if it is about nothing in
    the tables, by a word that belongs to requests of its kind.
    """
    found: dict[int, int] = {}
    texts = list(texts)
    for index, goal in enumerate(blueprint.goals):
        position = next((position for position, text in texts if _mentions(domain, goal, text)), None)
        if position is not None:
            found[index] = position
    return found


def _mentions(domain: Domain, goal: Goal, text: str) -> bool:
    if goal.change is not None and _says(domain, goal.kind, goal.change.slot, goal.change.said, text):
        return True
    return any(
        any(_says(domain, part.kind, slot, said, text) for slot, said in (*part.said.items(), *part.vague.items()))
        or (not _is_about_a_thing(part) and bool(vocabulary(domain)[part.kind] & words_in(text)))
        for part in (goal, goal.fallback)
        if part is not None
    )


def _is_about_a_thing(goal: Goal) -> bool:
    return any(said.features for said in goal.said.values())


def _says(domain: Domain, kind: str, name: str, said: Said, text: str) -> bool:
    slot = next(slot for slot in domain.kinds[kind].slots if slot.name == name)
    reading = read(text)
    if any(mark in reading.text for mark in slot.meanings.get(str(said.value), ())):
        return True
    return normalise(said.text) in reading.text or any(states(reading, value) for value in _values(domain, slot, said))


def _values(domain: Domain, slot: Slot, said: Said) -> Iterator[Value]:
    """Yield what the words for a slot stand for, as values that may be said in other ways."""
    if slot.typed is not None:
        yield from slot.typed(said.value)
    if slot.entity:
        kinds = domain.entities[slot.entity].kinds
        for features in said.features.get("each", [said.features]) if slot.many else [said.features]:
            for field, value in features.items():
                if field in kinds and isinstance(value, str | int | float):
                    yield Value(kinds[field], value)  # type: ignore[arg-type]


@lru_cache(maxsize=16)
def vocabulary(domain: Domain) -> dict[str, frozenset[str]]:
    """Return goal kind -> words of its requests that most other kinds' requests do not have."""
    return _distinctive({name: _words_of(kind.request) for name, kind in domain.kinds.items()})


@lru_cache(maxsize=16)
def action_words(domain: Domain) -> dict[str, frozenset[str]]:
    """Return write tool -> words that tell proposals to use it from others, from the wording of its goal kinds."""
    by_kind = {
        name: _words_of(kind.request, kind.noun, kind.report, kind.propose) for name, kind in domain.kinds.items()
    }
    words = _distinctive(by_kind)
    return {
        tool: frozenset[str]().union(*(words[name] for name, kind in domain.kinds.items() if tool in kind.tools))
        for tool in domain.safeguards
    }


def is_about_another(domain: Domain, tool: str, proposal: str) -> bool:
    """Tell whether a proposal speaks the language of other write tools and not of this one; most neutral ones do neither."""
    words, by_tool = words_in(proposal), action_words(domain)
    return not words & by_tool[tool] and any((words - _COURTESIES) & others for others in by_tool.values())


def words_in(text: str) -> set[str]:
    """Return the words of a text that are long enough to tell something, cut to their stems."""
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}


def _distinctive(words: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    spread = Counter(word for of_kind in words.values() for word in of_kind)
    most = max(1, _COMMON * len(words))
    return {name: frozenset(word for word in of_kind if spread[word] <= most) for name, of_kind in words.items()}


def _words_of(*blocks: Phrases | None) -> frozenset[str]:
    texts = (re.sub(r"\{\w+\}", " ", line.source) for block in blocks if block for line in block.lines)
    return frozenset(word for text in texts for word in words_in(text))


_COURTESIES = _words_of(
    *(phrases.ASK_CONSENT, phrases.WELCOME, phrases.UPDATED, phrases.GREET, phrases.LEAVE_AS_IS, phrases.ANYTHING_ELSE),
    *(detours.NO_RUSH, detours.RECAP, detours.NOTED, detours.SYMPATHY, detours.SORRY, detours.AS_YOU_SAID),
)
"""Words of any proposal, whatever it is about."""
