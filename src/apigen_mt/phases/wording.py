"""How the two scripted speakers put values into words; what is domain-independent about it."""

import re
from collections.abc import Mapping, Sequence
from random import Random

from apigen_mt.language import phrases
from apigen_mt.language.grammar import Phrases, Segment, Words, connected
from apigen_mt.language.surface import render, render_in_full
from apigen_mt.values.blueprint import Said
from apigen_mt.values.persona import Register
from apigen_mt.values.value import Value
from apigen_mt.world.domain import GoalKind, Slot

INFORM = Phrases("""
    ~ 9x {value}
    ~ [it's|it is|that is|I think|I think it's|I believe|I mean|I'd say|that would be|it should be|I have|I got] {value}
    ~ [ok|sure|yes|hmm|well|yeah|oh|I see,|alright][,|] {value}
    ~ {value} [please|thanks|I think|I believe|I guess|is fine|is the one|that one|if you can|I hope|for now|right|ok]
    . 6x {value}
    . {value}[, please| please|, thanks| thanks|]
    . [it's|it is|that's|that would be|that is|I mean|I think it's|it should be|let's say|I'd say|it was] {value}
    . [ok|okay|sure|right|yes|yeah|oh|well|so][,|] [it's|that's|it is||] {value}
    + [oh, |ah, |let me see, |hmm, |one sec, |good question, |let me check, |sorry, ]{value}
    + [right, so |ok so |well, |oh, |so, |yeah so ][it's|that would be|that's|that is|I believe it's] {value}
    + {value}[, if that helps|, I think that's all you need|, hope that helps|, I hope that's clear|, if you see what I mean|, sorry]
    = [It is|That is|That would be|This is|I believe it is] {value}
    = {value}[, please|]
    = [Certainly|Of course|Yes], {value}
""")
"""User: gives a detail that was asked for."""

FACT = Phrases("""
    ~ 9x {value}
    . 4x {value}
    .+ [my|the] {fact} is {value}
    ~. {fact} {value}
    ~. {fact} is {value}
    .+ it's {value}
    .+ [sure|yes|ok|hi][,|] [it's|my {fact} is|that's] {value}
    = My {fact} is {value}
    = {fact}: {value}
""")
"""User: one fact about themselves, where no sentence of `IDENTITY` fits."""

TWO_FACTS = Phrases("""
    ~ 12x {first}[,|] {second}
    ~ 6x {first}[ and |. | ]{second}
    ~ {first}[,|] {what} {second}
    ~ 2x [I am|it is|I have|sure it's|ok|yes|sure|of course|no problem|hi|alright|fine|oh|well|hmm|yep] {first}[,| and|, and| -] [my |the ||||][{what} |{what} is |] {second} [thanks|please|ok|||||]
    ~ 2x [|||my |the ][{label} |{label} is |] {first}[,| and|.] [{what} |{what} is |my {what} |] {second} [thanks|please|ok|right|||||]
    ~ {label} {first}[,|] {what} {second}
    ~. [it's|that's|sure|ok|yes|hi][,|] {first}[,| and] {second}
    . {first} and {what} [is|] {second}
    . {first}[,| and] {second}[ thanks| please|]
    .+ [my|the] {label} is {first} and [my|the|] {what} is {second}
    .+ [my|the] {label} is {first}[, and it's| and|,] {second}
    .+ [it's|that's] {first}[, and my| and my| and the|, my] {what} is {second}
    .+ [sure|ok|of course|yes|right|well|here you go][,|] [my {label} is|it's|{label} is|it is] {first}[, | and | and my ]{what} [is|] {second}
    + [let me see|let me look|one sec|hold on|right], [it's|{label} is|my {label} is] {first}[, and then| and|, and] {what} [is|] {second}
    = [My|The] {label} is {first}, and [my|the] {what} is {second}
    = {label}: {first}; {what}: {second}
""")
"""User: two facts about themselves."""

THREE_FACTS = Phrases("""
    ~ 9x {first}[, | | and |. ]{second}[, | | and |, and |. ]{third}
    ~ 3x [I am|it is|I have|sure it's|ok|yes|sure|of course|no problem|here you go|alright|fine|oh ok|here it is|got it|||||] [{label} |] {first}[,| and|] [{what} |{what} is |] {second}[,| and|, and|] [{last} |{last} is |] {third} [thanks|please|ok|||||]
    ~ {first}[,|] {what} {second}[,|] {third}
    ~ {label} {first}[,|] {what} {second}[,|] {last} {third}
    . {first}[,| and] {second}[, and| and|,] {third}[ thanks| please|]
    . {first}, {what} [is|] {second}[, and| and|,] {last} [is|] {third}
    .+ [sure|ok|of course|yes|right|here you go][,|] {first}[,| and] {what} [is|] {second}[, and| and|,] {last} [is|] {third}
    .+ [my|the] {label} is {first}[, my|, the|,] {what} is {second} and [my|the|] {last} is {third}
    .+ [it's|that's] {first}[, my| and my|, then] {what} is {second}[, and| and|,] {third}
    + [let me see|one sec|hold on|right], [it's|{label} is|my {label} is] {first}[, and then| and|, and] {what} {second}[, and|, plus| and] {last} {third}
    = [My|The] {label} is {first}, [my|the] {what} is {second}, and [my|the] {last} is {third}
""")
"""User: three facts about themselves."""

_FACTS = {1: (FACT, ("value",), ("fact",)), 2: (TWO_FACTS, ("first", "second"), ("label", "what")),
          3: (THREE_FACTS, ("first", "second", "third"), ("label", "what", "last"))}  # fmt: skip
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
_BEFORE_VALUES = frozenset("in on from at for with the to is ending account voucher order flight booking trip card code number".split())
_NUMERALS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand noon midday midnight".split()
)


def say_slots(said: Sequence[Said], rng: Random, register: Register) -> Words:
    """Answer the question for one or more slots."""
    value = Words() if not said else referring(said[0])
    for one in said[1:]:
        value = Words((*value.segments, (rng.choice((", ", ", ", " and ")), False), (one.text, True)))
    return INFORM.realise(rng, {"value": value}, register)


def say_facts(facts: Mapping[str, Value], rng: Random, register: Register) -> Words:
    """Tell who one is, in any order."""
    fields = {fact: render_in_full(value, rng, casual=register == "terse") for fact, value in facts.items()}
    own = phrases.IDENTITY.allows(frozenset(fields), register, every=True)
    if own and rng.random() < _OWN_WORDS:
        return phrases.IDENTITY.realise(rng, fields, register, every=True)
    told = list(fields.items())
    rng.shuffle(told)
    if len(told) not in _FACTS:
        said = [FACT.realise(rng, {"fact": called(fact), "value": value}, register) for fact, value in told]
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


def told(values: Mapping[str, Value], rng: Random) -> dict[str, Words]:
    """Return values as the agent tells them."""
    return {name: opening(render(value, rng, casual=False)) for name, value in values.items()}


def opening(text: str) -> Words:
    """Return a value of which the first letter is left free if it is small: it may open a sentence."""
    if text[:1].islower():
        return Words(((text[0], False), (text[1:], True)))
    return Words(((text, True),))
