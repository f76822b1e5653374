"""What the agenda user makes of an agent's message.

A scripted agent says what it did beside its words; of any other agent the words are all there is, so they are read.
"""

from collections.abc import Mapping, Sequence

from apigen_mt.language.reading import asks, asks_consent, claims_done, hands_over, refuses
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.messages import Act, Message
from apigen_mt.world.domain import Domain

_MORE = ("anything else", "something else", "further help", "help with today", "else i can", "more i can")


def hear(message: Message, domain: Domain, blueprint: Blueprint, open_goals: Mapping[int, Goal]) -> Sequence[Act]:
    """Return what the agent did in its last message."""
    return message.acts or _read(message.content, domain, blueprint, open_goals)


def _read(text: str, domain: Domain, blueprint: Blueprint, open_goals: Mapping[int, Goal]) -> list[Act]:
    lowered = text.casefold()
    acts: list[Act] = []
    index, goal = next(iter(open_goals.items()), (-1, None))
    if goal is not None and (claims_done(text) or hands_over(text)):
        acts.append(Act("report", index, goal.kind))
    elif goal is not None and refuses(text):
        acts.append(Act("refuse", index, goal.kind))
    elif asks_consent(text) and goal is not None:
        acts.append(Act("propose", index, goal.kind))
    elif asks(text):
        facts = [fact for fact in blueprint.facts if fact.replace("_", " ") in lowered]
        wanted = [] if goal is None else _asked_slots(lowered, domain, goal)
        if facts:
            acts.append(Act("ask_identity", slots={"facts": facts}))
        elif wanted and goal is not None:
            acts.append(Act("ask_slots", index, goal.kind, {"names": wanted}))
    if any(phrase in lowered for phrase in _MORE):
        acts.append(Act("anything_else"))
    return acts


def _asked_slots(lowered: str, domain: Domain, goal: Goal) -> list[str]:
    slots = domain.kinds[goal.kind].slots
    return [slot.name for slot in slots if slot.name.replace("_", " ") in lowered or slot.asked.casefold() in lowered]
