"""What the agenda user makes of an agent's message.

A scripted agent says what it did beside its words; of any other agent the words are all there is, so they are read.
"""

from collections.abc import Mapping, Sequence

from apigen_mt.language.claims import claims_done
from apigen_mt.language.handovers import hands_over
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.reading import asks
from apigen_mt.language.refusals import refuses
from apigen_mt.language.surface import read
from apigen_mt.phases.delivery import vocabulary, words_in
from apigen_mt.phases.reasons import sentences
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.messages import Act, Message
from apigen_mt.world.domain import Domain

_MORE = ("anything else", "something else", "further help", "help with today", "else i can", "more i can")


def hear(message: Message, domain: Domain, blueprint: Blueprint, open_goals: Mapping[int, Goal]) -> Sequence[Act]:
    """Return what the agent did in its last message."""
    return message.acts or _read(message.content, domain, blueprint, open_goals)


def _read(text: str, domain: Domain, blueprint: Blueprint, open_goals: Mapping[int, Goal]) -> list[Act]:
    acts: list[Act] = []
    index, goal = _meant(text, domain, open_goals)
    facts = _asked_facts(text.casefold(), domain, blueprint) if asks(text) else []
    if facts:
        acts.append(Act("ask_identity", slots={"facts": facts}))
    elif goal is not None:
        acts.extend(_dealings(text, domain, index, goal))
    if any(phrase in text.casefold() for phrase in _MORE):
        acts.append(Act("anything_else"))
    return acts


def _meant(text: str, domain: Domain, open_goals: Mapping[int, Goal]) -> tuple[int, Goal | None]:
    """Return the open goal that a message is about by its words; the first of them if it could be any."""
    words, known = words_in(text), vocabulary(domain)
    kinds = {index: len(words & known[goal.kind]) for index, goal in open_goals.items()}
    index = max(kinds, key=kinds.__getitem__, default=-1)
    return index, open_goals.get(index)


def _dealings(text: str, domain: Domain, index: int, goal: Goal) -> list[Act]:
    """Return what a message does about a goal; an agent that knows the fallback may refuse and go on in one breath."""
    if goal.conditional and goal.fallback is not None and refuses(text):
        instead = _about(text, domain, index, goal.fallback)
        further = [instead] if instead is not None and instead.name != "refuse" else []
        return [Act("refuse", index, goal.kind), *further]
    act = _about(text, domain, index, goal)
    return [] if act is None else [act]


def _about(text: str, domain: Domain, index: int, goal: Goal) -> Act | None:
    """Return what a message does about a goal. A question comes first: nobody asks about what is dealt with."""
    if asks_consent(text):
        return Act("propose", index, goal.kind)
    if wanted := _asked_slots(text, domain, goal):
        return Act("ask_slots", index, goal.kind, {"names": wanted})
    if refuses(text):
        return Act("refuse", index, goal.kind)
    if claims_done(text) or hands_over(text) or (domain.kinds[goal.kind].effect is None and _tells_a_value(text)):
        return Act("report", index, goal.kind)
    return None


def _tells_a_value(text: str) -> bool:
    reading = read(text)
    return bool(reading.money or reading.dates or reading.times or reading.numbers)


def _asked_facts(lowered: str, domain: Domain, blueprint: Blueprint) -> list[str]:
    """Return the facts that a question is about: those of a way of identification that it quotes, else those it names."""
    plain = lowered.replace("e-mail", "email")
    for way in domain.identifications:
        if way.asked.casefold().replace("e-mail", "email") in plain:
            return list(way.facts.values())
    return [fact for fact in blueprint.facts if all(word in plain for word in fact.split("_"))]


def _asked_slots(text: str, domain: Domain, goal: Goal) -> list[str]:
    """Return the slots that a message asks for: those whose question it quotes, else those that a question of it names."""
    slots, lowered = domain.kinds[goal.kind].slots, text.casefold()
    if quoted := [slot.name for slot in slots if slot.asked.casefold() in lowered]:
        return quoted
    questions = " ".join(part for part in sentences(lowered) if part.endswith("?"))
    return [slot.name for slot in slots if slot.name.replace("_", " ") in questions]
