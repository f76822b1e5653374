"""q: a blueprint's goals as prose for whoever plays the user. No tool name and no internal id ever stands in it."""

import re
from collections.abc import Mapping, Sequence
from random import Random

from apigen_mt.language.surface import render_in_full
from apigen_mt.phases.wording import plain, shown
from apigen_mt.values.blueprint import Blueprint, Change, Goal, Said
from apigen_mt.world.domain import Domain

_MY = re.compile(r"\bmy\b")


def write_instruction(domain: Domain, blueprint: Blueprint) -> str:
    """Return the instruction: who the user is, what they know, what they want, and when."""
    rng = Random(f"{blueprint.account}:{blueprint.persona.id}:{len(blueprint.goals)}")
    facts = "; ".join(f"{plain(fact)} {render_in_full(value, rng)}" for fact, value in blueprint.facts.items())
    lines = [
        f"You are {blueprint.persona.about}, and you are writing to {domain.title}.",
        f"About you: {facts}.",
    ]
    lines += [
        f"At first you give your {plain(fact)} wrongly as {render_in_full(value, rng)}; when told so, you correct it."
        for fact, value in blueprint.wrong_facts.items()
    ]
    for goal in blueprint.goals:
        lines.extend(_wish(domain, goal, goal is blueprint.goals[0], rng))
    return " ".join(lines)


def _wish(domain: Domain, goal: Goal, first: bool, rng: Random) -> Sequence[str]:
    opening = "You" if first else rng.choice(("You also", "In the same conversation you"))
    if goal.opens == "later" and not first:
        opening = rng.choice(("Once that is dealt with, you", "After that you", "Only then you"))
    lines = [f"{opening} {brief(domain, goal, goal.said, rng)}."]
    if goal.change is not None:
        lines.append(_changing(domain, goal, goal.change))
    for name, vague in goal.vague.items():
        lines.append(f"At first you only say {vague.text!r}; asked which one, you say {goal.said[name].text!r}.")
    if goal.withdrawn:
        lines.append("When asked to confirm this, you decide against it.")
    if goal.fallback is not None:
        when = "You say from the start that only if that" if goal.conditional else "Only if that"
        lines.append(f"{when} is refused, you {brief(domain, goal.fallback, goal.fallback.said, rng)}.")
    return lines


def _changing(domain: Domain, goal: Goal, change: Change) -> str:
    asked = next(slot.asked for slot in domain.kinds[goal.kind].slots if slot.name == change.slot)
    other, settled = f"{change.said.text!r}", f"{goal.said[change.slot].text!r}"
    match change.manner:
        case "at_once":
            return f"Asked {asked}, you say {other} and change it to {settled} in the same message."
        case "slip":
            return f"Asked {asked}, you first say {other} by mistake; in your next message you put it right: {settled}."
        case "tried":
            return (
                f"When asked to confirm, you want to see {other} instead of {settled}, and then go back to {settled}."
            )
        case "later":
            return f"Asked {asked}, you first say {other}; when asked to confirm, you change it to {settled}."


def brief(domain: Domain, goal: Goal, said: Mapping[str, Said], rng: Random) -> str:
    """Return what follows `You` for a wish: `want to cancel your order because it came too late`."""
    kind = domain.kinds[goal.kind]
    fields = {slot.name: _worded(domain, goal, slot.name, said, rng) for slot in kind.slots}
    return str(kind.brief.fragment(rng, fields, "plain")).rstrip(".")


def _worded(domain: Domain, goal: Goal, name: str, said: Mapping[str, Said], rng: Random) -> str:
    slot = next(slot for slot in domain.kinds[goal.kind].slots if slot.name == name)
    return shown(slot, goal.slots[name], rng) if slot.choices is not None else second_person(said[name].text)


def second_person(text: str) -> str:
    """Return a customer's words as somebody else says them to the customer."""
    return _MY.sub("your", text)
