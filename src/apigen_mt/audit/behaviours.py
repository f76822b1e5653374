"""What the users of a set of conversations did beside saying what they want: how often, in how many words, one example each.

It goes by the acts that the built-in users note beside their words, and by what the blueprint declares. Conversations without
acts, such as a model's, show nothing here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from apigen_mt.language.behaviours import BEHAVIOURS
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.messages import Act, Message

_DIGIT = re.compile(r"\d+")
_BY_MANNER = {
    "later": "changes_later",
    "at_once": "changes_at_once",
    "slip": "corrects_slip",
    "tried": "tries_alternative",
}


class Shown(msgspec.Struct, frozen=True):
    """One behaviour in a set of conversations."""

    behaviour: str
    about: str
    conversations: int
    share: float
    """Of all conversations."""
    wordings: int
    """Different messages that show it, values apart."""
    example: str
    """A user's message that shows it."""


class Tally:
    """Counts behaviours, conversation by conversation."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.conversations = 0
        self.counts: Counter[str] = Counter()
        self.wordings: dict[str, set[int]] = {name: set() for name in BEHAVIOURS}
        self.examples: dict[str, str] = {}
        self.clear: set[str] = set()
        """Behaviours whose example shows nothing else."""

    def add(self, blueprint: Blueprint, messages: Sequence[Message]) -> None:
        """Count a conversation."""
        self.conversations += 1
        found = list(shown(blueprint, messages))
        alone = {content for content, count in Counter(message.content for _, message in found).items() if count == 1}
        for name, message in found:
            self.wordings[name].add(hash(_masked(message)))
            if name not in self.examples or (name not in self.clear and message.content in alone):
                self.examples[name] = message.content
            if message.content in alone:
                self.clear.add(name)
        self.counts.update({name for name, _ in found})

    def rows(self) -> tuple[Shown, ...]:
        """Return every behaviour, the absent ones included."""
        whole = max(self.conversations, 1)
        return tuple(
            Shown(name, known.about, self.counts[name], self.counts[name] / whole, len(self.wordings[name]),
                  self.examples.get(name, ""))
            for name, known in BEHAVIOURS.items()
        )  # fmt: skip


def shown(blueprint: Blueprint, messages: Sequence[Message]) -> Iterator[tuple[str, Message]]:
    """Yield each behaviour with the user's message that shows it."""
    heard: Mapping[str, Act] = {}
    for message in messages:
        acts = {act.name: act for act in message.acts}
        if message.role == "assistant" and message.content:
            heard = acts
        elif message.role == "user":
            names = dict.fromkeys([*_by_acts(blueprint, message.acts), *_about_identity(blueprint, heard, acts)])
            yield from ((name, message) for name in names)


def _by_acts(blueprint: Blueprint, acts: Sequence[Act]) -> Iterator[str]:
    if sum(act.name == "request" for act in acts) > 1:
        yield "several_at_once"
    for act in acts:
        if act.name in BEHAVIOURS:
            yield act.name
        elif 0 <= act.goal < len(blueprint.goals):
            yield from _of_goal(
                blueprint.goals[act.goal], act, answering=any(a.name == "answers_another" for a in acts)
            )


def _of_goal(goal: Goal, act: Act, *, answering: bool) -> Iterator[str]:
    if any(act.slots.get(slot, {}).get("text") == said.text for slot, said in goal.vague.items()):
        yield "describes_vaguely"
    match act.name:
        case "request" if goal.fallback is not None and act.about == goal.fallback.kind and act.about != goal.kind:
            yield "falls_back"
        case "request" if goal.opens == "later":
            yield "one_at_a_time"
        case "inform" if not answering:
            yield "withholds"
        case "condition":
            yield "names_fallback"
        case "change" if goal.change is not None:
            yield _BY_MANNER[goal.change.manner]
        case "decline":
            yield "withdraws"
        case _:
            pass


def _about_identity(blueprint: Blueprint, heard: Mapping[str, Act], acts: Mapping[str, Act]) -> Iterator[str]:
    if "identify" not in acts:
        return
    if "identity_failed" in heard and blueprint.wrong_facts:
        yield "wrong_fact"
    asked = heard["ask_identity"].slots["facts"] if "ask_identity" in heard else ()
    if any(fact not in blueprint.facts for fact in asked):
        yield "another_way"


def _masked(message: Message) -> str:
    """Return a message without its values, so that what is left is wording."""
    text = message.content.casefold()
    for value in sorted({value for act in message.acts for value in _values(act.slots)}, key=len, reverse=True):
        text = text.replace(value, "_")
    return _DIGIT.sub("#", text)


def _values(slots: Mapping[str, Any]) -> Iterator[str]:
    for value in slots.values():
        yield str(value["text"] if isinstance(value, dict) else value).casefold()
