"""How the two scripted speakers put values into words; what is domain-independent about it."""

import re
from collections.abc import Mapping, Sequence
from random import Random
from typing import TYPE_CHECKING, TypeVar

from apigen_mt.language import phrases, telling
from apigen_mt.language.grammar import Phrases, Segment, Words, connected
from apigen_mt.language.surface import render, render_in_full
from apigen_mt.values.blueprint import Said
from apigen_mt.values.persona import Register
from apigen_mt.values.value import Value
from apigen_mt.world.domain import GoalKind, Slot

if TYPE_CHECKING:
    from _typeshed import SupportsLenAndGetItem

Form = TypeVar("Form")

_FACTS = {1: (telling.FACT, ("value",), ("fact",)), 2: (telling.TWO_FACTS, ("first", "second"), ("label", "what")),
          3: (telling.THREE_FACTS, ("first", "second", "third"), ("label", "what", "last"))}  # fmt: skip
"""How many facts -> how they are told, the fields of their values, those of what they are called."""
_OWN_WORDS = 0.4
"""Share of identifications in the words of `IDENTITY`, where these have words for every fact."""


NEXT = Phrases("""
    [as for|regarding|about|on] [the other thing|your other request|the other matter|your other point],
    [and|now,] [as for|regarding|about] [the other thing|your other request|your other point],
    [turning|coming|moving on] to [the other thing|your other request|your other point]:
    [then|next], [the other thing|your other request|your other point]:
    = [with regard to|regarding|concerning] your other request,
""")
"""Agent: goes on to the next of several requests in one message."""


def plain(name: str) -> str:
    """Return an identifier as words."""
    return name.replace("_", " ")


def listed(parts: Sequence[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def referring(said: Said) -> Words:
    """Return a user's reference: what tells things apart is a value; plain words around it are free like any others."""
    if not said.features:
        return Words(((said.text, True),))
    telling = frozenset(re.findall(r"[a-z]+", str(said.features).casefold())) | _NUMERALS
    tokens = said.text.split(" ")
    segments: list[Segment] = []
    for place, token in enumerate(tokens):
        before, after = tokens[place - 1] if place else "", tokens[place + 1] if place + 1 < len(tokens) else ""
        near = _HAS_DIGIT.search(before) or (_HAS_DIGIT.search(after) and token not in _BEFORE_VALUES)
        free = _PLAIN.fullmatch(token) is not None and token not in telling and not near
        for text, fixed in ((" ", False), (token, not free)) if place else ((token, not free),):
            if segments and segments[-1][1] == fixed:
                segments[-1] = (segments[-1][0] + text, fixed)
            else:
                segments.append((text, fixed))
    return Words(tuple(segments))


_PLAIN = re.compile(r"[a-z][a-z']*,?")
_HAS_DIGIT = re.compile(r"\d")
_BEFORE_VALUES = frozenset(("in", "on", "from", "at", "for", "with", "the", "to", "is"))
_SPELT = "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand noon midday midnight"
_NUMERALS = frozenset(_SPELT.split())


def say_slots(said: Sequence[Words], rng: Random, register: Register) -> Words:
    """Answer the question for one or more slots; who writes in fragments mostly names what tells things apart only."""
    answers = [one.segments for one in said]
    if register == "terse":
        answers = [parts[1:] if _leads_in(parts) and rng.random() < _FRAGMENTS else parts for parts in answers]
    segments = list(answers[0])
    for parts in answers[1:]:
        segments += [(rng.choice((", ", ", ", " and ")), False), *parts]
    return telling.INFORM.realise(rng, {"value": Words(tuple(segments))}, register)


def _leads_in(parts: Sequence[Segment]) -> bool:
    """Whether something plain stands before what tells things apart: `my card ending in` before 4857."""
    return len(parts) > 1 and not parts[0][1]


_FRAGMENTS = 0.45


def say_facts(facts: Mapping[str, Value], rng: Random, register: Register) -> Words:
    """Tell who one is, in any order."""
    fields = {fact: render_in_full(value, rng, casual=register != "formal") for fact, value in facts.items()}
    own = phrases.IDENTITY.allows(frozenset(fields), register, every=True)
    if own and rng.random() < _OWN_WORDS:
        return phrases.IDENTITY.realise(rng, fields, register, every=True)
    told = list(fields.items())
    rng.shuffle(told)
    if len(told) not in _FACTS:
        said = [telling.FACT.realise(rng, {"fact": called(fact), "value": value}, register) for fact, value in told]
        return connected(rng, tuple(said), register)
    source, values, labels = _FACTS[len(told)]
    named = {label: called(fact) for label, (fact, _) in zip(labels, told, strict=True)}
    return source.realise(rng, named | {place: value for place, (_, value) in zip(values, told, strict=True)}, register)


def called(fact: str) -> Words:
    """Return what a fact is called, as words that any style may change."""
    return Words(((plain(fact), False),))


def shown(slot: Slot, value: object, rng: Random) -> str:
    """Return how an agent or an instruction writes the value of a slot that is not a thing in the tables."""
    if slot.typed is not None:
        return ", ".join(render(part, rng, casual=False) for part in slot.typed(value))
    return slot.names.get(str(value), plain(str(value)))


def agent_fields(
    kind: GoalKind, slots: Mapping[str, object], labels: Mapping[str, str], details: Mapping[str, Value], rng: Random
) -> dict[str, Words]:
    """Return what the agent's sentences about a wish may mention: labels of things, other slots, details."""
    fields = {slot.name: shown(slot, slots[slot.name], rng) for slot in kind.slots if not slot.entity}
    return {name: opening(text) for name, text in (fields | dict(labels)).items()} | told(details, rng)


class Hand(Random):
    """How one writer puts values: whatever there is to choose from, it takes the one at the same place."""

    def __init__(self, place: float) -> None:
        """Take a place of at least 0 and less than 1."""
        super().__init__(0)
        self.place = place

    def choice(self, seq: "SupportsLenAndGetItem[Form]") -> Form:
        """Return the element at this hand's place."""
        return seq[int(self.place * len(seq))]


def told(values: Mapping[str, Value], rng: Random) -> dict[str, Words]:
    """Return values as the agent tells them."""
    return {name: opening(render(value, rng, casual=False)) for name, value in values.items()}


def opening(text: str) -> Words:
    """Return a value of which the first letter is left free if it is small: it may open a sentence."""
    if text[:1].islower():
        return Words(((text[0], False), (text[1:], True)))
    return Words(((text, True),))
