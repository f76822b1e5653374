"""Defects in the words of a blueprint: goals, actions and outputs stay as they are, and the instruction is spoilt."""

import re
from collections.abc import Iterator
from random import Random

import msgspec

from apigen_mt.language.personas import sample_persona
from apigen_mt.language.population import preset
from apigen_mt.language.surface import render_in_full
from apigen_mt.phases.instruction import second_person
from apigen_mt.phases.propose import assemble
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.world.domain import World

CUSTOMERS = 10
"""Other customers whose rows are looked at."""


def omitted_detail(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction leaves out which thing or which value is meant."""
    slots = [(goal, slot) for goal in _goals(blueprint) for slot in world.domain.kinds[goal.kind].slots]
    for goal, slot in rng.sample(slots, len(slots)):
        text = second_person(goal.said[slot.name].text)
        vague = "one of yours" if slot.entity else "something else"
        if slot.choices is None and (found := _retold(blueprint, text, vague)):
            return found
    return None


def foreign_thing(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction asks for the same for a thing of another customer's."""
    own = blueprint.account
    others = [account for account in rng.sample(world.accounts, min(CUSTOMERS, len(world.accounts))) if account != own]
    slots = [(goal, slot) for goal in _goals(blueprint) for slot in world.domain.kinds[goal.kind].slots if slot.entity]
    environment = world.environment()
    for goal, slot in rng.sample(slots, len(slots)):
        entity = world.domain.entities[slot.entity]
        if own not in entity.finder(own, goal.slots).arguments.values():
            continue
        mine = environment.call(entity.finder(own, goal.slots))
        known = [entity.label(record) for record in entity.records(mine.value)] if not mine.error else []
        for other in others:
            theirs = environment.call(entity.finder(other, goal.slots))
            records = [] if theirs.error else entity.records(theirs.value)
            labels = sorted({entity.label(record) for record in records} - set(known))
            if labels:
                return _adding(blueprint, f"You want the same for {rng.choice(labels)}.")
    return None


def contradiction(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction says of something wanted that it is not wanted."""
    done = [goal for goal in _goals(blueprint) if goal.outcome == "done"]
    if not done:
        return None
    noun = world.domain.kinds[rng.choice(done).kind].noun.fragment(rng, {}, "plain")
    return _adding(blueprint, f"You want nothing changed, paid, booked or cancelled today, {noun} least of all.")


def tool_name(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction names a tool."""
    tool = rng.choice([action.name for action in blueprint.actions] or sorted(world.domain.tools))
    return _adding(blueprint, f"You ask for {tool} to be used for this.")


def internal_id(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction tells the customer an id that only the tables know."""
    text = " ".join([blueprint.account, *(str(action.arguments) for action in blueprint.actions)])
    ids = sorted(set(re.findall(world.domain.internal, text)))
    return _adding(blueprint, f"Your reference is {rng.choice(ids)}.") if ids else None


def wrong_fact(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction gives another customer's details as the customer's own."""
    state = world.environment().state
    other = world.domain.facts(
        state, rng.choice([account for account in world.accounts if account != blueprint.account])
    )
    for name, value in rng.sample(list(blueprint.facts.items()), len(blueprint.facts)):
        if name in other and (found := _retold(blueprint, str(value.value), str(other[name].value))):
            return found
    return None


def other_persona(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction describes somebody else than the persona."""
    other = sample_persona(rng, preset("mixed"))
    return None if other.id == blueprint.persona.id else _retold(blueprint, blueprint.persona.about, other.about)


def answer_given_away(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction tells the customer what the agent has to find out."""
    values = [output.value for output in blueprint.outputs if output.value is not None]
    if not values:
        return None
    return _adding(blueprint, f"You know already that the answer is {render_in_full(rng.choice(values), rng)}.")


def trivial(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """All that is wanted is the answer to one question without any detail."""
    kinds = [kind for kind in world.domain.kinds.values() if not kind.slots and kind.tells and kind.effect is None]
    state = world.environment().state
    for kind in rng.sample(kinds, len(kinds)):
        if kind.draw(state, blueprint.account, rng) is None:
            continue
        goals = (Goal(kind.name, {}, {}),)
        bare = assemble(world, blueprint.account, blueprint.persona, blueprint.facts, {}, goals)
        if bare.goals[0].outcome == "answered":
            return bare
    return None


def _goals(blueprint: Blueprint) -> Iterator[Goal]:
    return (part for goal in blueprint.goals for part in (goal, goal.fallback) if part is not None)


def _retold(blueprint: Blueprint, old: str, new: str) -> Blueprint | None:
    """Return the blueprint with other words in its instruction, if it has the old ones and then no longer does."""
    instruction = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, blueprint.instruction)
    if old == new or instruction == blueprint.instruction or old.casefold() in instruction.casefold():
        return None
    return msgspec.structs.replace(blueprint, instruction=instruction)


def _adding(blueprint: Blueprint, sentence: str) -> Blueprint:
    return msgspec.structs.replace(blueprint, instruction=f"{blueprint.instruction} {sentence}")
