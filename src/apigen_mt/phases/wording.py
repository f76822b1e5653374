"""How the two scripted speakers put values into words; what is domain-independent about it."""

from collections.abc import Mapping, Sequence
from random import Random

from apigen_mt.language import phrases
from apigen_mt.language.grammar import Phrases, Words, connected
from apigen_mt.language.surface import render, render_in_full
from apigen_mt.values.blueprint import Said
from apigen_mt.values.persona import Register
from apigen_mt.values.value import Value
from apigen_mt.world.domain import GoalKind, Slot

INFORM = Phrases("""
    ~ {value}
    ~ [it's|thats] {value}
    . {value}
    . [it's|it is|that's|that would be] {value}
    . [ok|okay|sure|right], [it's|that's] {value}
    . {value}[, please|, thanks|]
    + [oh, |ah, |let me see, |hmm, |one sec, ]{value}
    + [right, so |ok so |well, ][it's|that would be|that's] {value}
    + {value}[, if that helps|, I think that's all you need|, hope that helps]
    = [It is|That is|That would be] {value}
    = {value}[, please|]
    = [Certainly|Of course], {value}
""")
"""User: gives a detail that was asked for."""

FACT = Phrases("""
    ~ {value}
    .+ my {fact} is {value}
    ~.+ {fact}: {value}
    ~.+ {fact} {value}
    .+ it's {value}
    = My {fact} is {value}
    = {fact}: {value}
""")
"""User: one fact about themselves, where no sentence of `IDENTITY` fits."""


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
    """Return a user's reference as a value; a description may open a sentence, other values stay as they are."""
    return opening(said.text) if said.features else Words(((said.text, True),))


def say_slots(said: Sequence[Said], rng: Random, register: Register) -> Words:
    """Answer the question for one or more slots."""
    return INFORM.realise(rng, {"value": ", ".join(one.text for one in said)}, register)


def say_facts(facts: Mapping[str, Value], rng: Random, register: Register) -> Words:
    """Tell who one is."""
    fields = {fact: render_in_full(value, rng) for fact, value in facts.items()}
    if phrases.IDENTITY.allows(frozenset(fields), register, every=True):
        return phrases.IDENTITY.realise(rng, fields, register, every=True)
    said = [FACT.realise(rng, {"fact": plain(fact), "value": value}, register) for fact, value in fields.items()]
    return connected(rng, tuple(said), register)


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


def told(values: Mapping[str, Value], rng: Random) -> dict[str, Words]:
    """Return values as the agent tells them."""
    return {name: opening(render(value, rng, casual=False)) for name, value in values.items()}


def opening(text: str) -> Words:
    """Return a value of which the first letter is left free if it is small: it may open a sentence."""
    if text[:1].islower():
        return Words(((text[0], False), (text[1:], True)))
    return Words(((text, True),))
