"""The user simulator without a model: an agenda over the blueprint's goals (Schatzmann 2007; Shah 2018).

It knows its goals and facts and nothing of tools. It never invents a value, always delivers its goals, and stops only when
each of them has been dealt with or when the agent makes no progress.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

import msgspec

from apigen_mt.language import detours, phrases, telling
from apigen_mt.language.grammar import Phrases, Words, connected, message
from apigen_mt.language.population import Taste
from apigen_mt.language.style import dress
from apigen_mt.language.surface import render_in_full
from apigen_mt.phases.choosy import choose
from apigen_mt.phases.hearing import hear
from apigen_mt.phases.wording import listed, plain, referring, say_facts, say_slots
from apigen_mt.values.blueprint import Blueprint, Change, Goal, Said
from apigen_mt.values.messages import Act, Message
from apigen_mt.values.persona import Register
from apigen_mt.world.domain import Domain

_LEADS_UP = 0.1
_ROUNDS_OFF = 0.1
PATIENCE = 3
"""Agent turns without any progress before the user leaves."""


Saying = Callable[[], Words]
"""Something that is to be said: each call puts it in words anew."""


class UserTurn(NamedTuple):
    """What the user says, or does with tools of their own, and whether they leave after it."""

    message: Message
    leaves: bool = False
    gave_up: bool = False
    at_once: bool = False
    """Leaves without an answer to this: nothing that the agent would do or say afterwards counts."""
    notes: tuple[str, ...] = ()
    """What went wrong behind the words: a critic that gave no answer."""


class AgendaUser:
    """Plays one blueprint's user in one conversation.

    What is done is settled once; then it may be put in words several times, of which a taste takes one.
    """

    def __init__(self, domain: Domain, blueprint: Blueprint, rng: Random, taste: Taste | None = None):
        """Start with the whole agenda before it; without a taste the first words that come are said."""
        self.domain = domain
        self.blueprint = blueprint
        self.rng = rng
        self.taste = taste
        self.register: Register = blueprint.persona.style.register
        self.open: dict[int, Goal] = {}
        self.later = deque((index, goal) for index, goal in enumerate(blueprint.goals) if goal.opens == "later")
        self.changed: set[int] = set()
        self.tried: set[int] = set()
        self.clear: set[int] = set()
        """Goals whose vague words have been made clear, or been questioned."""
        self.told: dict[int, set[str]] = {}
        """Goal -> slots that have been told in some way."""
        self.mistaken = dict(blueprint.wrong_facts)
        self.told_facts: set[str] = set()
        self.stalled = 0
        self.asked: list[tuple[str, int, str]] = []
        self.parts: list[Saying] = []
        self.acts: list[Act] = []

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next user message, given the conversation so far (empty at the start)."""
        self.parts, self.acts = [], []
        if not messages:
            self._open_conversation()
            return self._turn()
        return self._react(hear(messages[-1], self.domain, self.blueprint, self.open))

    def _react(self, heard: Sequence[Act]) -> UserTurn:
        leaving = self._answer(heard)
        self.stalled = (
            0 if any(act.name in _PROGRESS for act in heard) and not self._repeats(heard) else self.stalled + 1
        )
        if self.stalled >= PATIENCE:
            self.parts, self.acts = [self._say(phrases.IMPATIENT), self._say(phrases.BYE)], [Act("give_up")]
            return self._turn(leaves=True, gave_up=True)
        if not self.acts and not leaving and self.open:
            self._press_on()
        return self._turn(leaves=leaving)

    def _repeats(self, heard: Sequence[Act]) -> bool:
        """Whether the agent asks again for what it has just been told."""
        asked = [(act.name, act.goal, str(act.slots)) for act in heard if act.name in ("ask_slots", "ask_identity")]
        repeated = bool(asked) and asked == self.asked
        self.asked = asked
        return repeated

    def _turn(self, leaves: bool = False, gave_up: bool = False) -> UserTurn:
        text = self._draft() if self.taste is None else choose(self._draft, self.taste, self.rng)
        return UserTurn(Message("user", text, acts=tuple(self.acts)), leaves, gave_up)

    def _draft(self) -> str:
        answers = any(act.name in _ANSWERING for act in self.acts)
        said = message(*[part() for part in self.parts])
        return dress(said, self.blueprint.persona.style, self.rng, answers=answers)

    def _say(self, source: Phrases, **fields: str) -> Saying:
        return partial(source.realise, self.rng, fields, self.register)

    def _perhaps(self, chance: float, source: Phrases) -> Words:
        return self._say(source)() if self.rng.random() < chance else Words()

    def _open_conversation(self) -> None:
        style = self.blueprint.persona.style
        first = [(index, goal) for index, goal in enumerate(self.blueprint.goals) if goal.opens == "start"]
        if self.rng.random() < style.greets:
            self.parts.append(self._say(phrases.GREETING))
            self.acts.append(Act("greet"))
        if style.ease and len(first) > 1 and self.rng.random() >= style.front_load:
            self.later.extendleft(reversed(first[1:]))
            del first[1:]
        self._request(first)
        if self.rng.random() < 0.3 * style.front_load:
            # Nobody says unasked what they cannot recall.
            self._identify(self.rng.choice(self._ways()))

    def _request(self, goals: Sequence[tuple[int, Goal]]) -> None:
        self.open |= dict(goals)
        asked = [self._ask_for(index, goal) for index, goal in goals]
        self.parts.append(
            lambda: connected(self.rng, [message(*[part() for part in goal]) for goal in asked], self.register)
        )
        if self.blueprint.persona.style.ease:
            self._take_ease()

    def _take_ease(self) -> None:
        """Lead up to a wish, or round it off, now and then: somebody at ease does not come straight to the point."""
        if self.rng.random() < _LEADS_UP:
            self.parts.insert(-1, self._say(telling.LEAD_UP))
        if self.rng.random() < _ROUNDS_OFF:
            self.parts.append(self._say(telling.ROUND_OFF))

    def _ask_for(self, index: int, goal: Goal) -> list[Saying]:
        asked = [self._asking("request", index, goal, self._said(index, goal))]
        asked += self._change_at_once(index, goal, goal.given)
        if goal.conditional and goal.fallback is not None:
            instead = self._asking("condition", index, goal.fallback, goal.fallback.said)
            asked += [self._say(detours.CONDITION), instead]
        return asked

    def _asking(self, name: str, index: int, goal: Goal, said: Mapping[str, Said]) -> Saying:
        self._act(name, index, goal, {slot: said[slot] for slot in goal.given})
        fields = {slot: referring(said[slot]) for slot in goal.given}
        return partial(self.domain.kinds[goal.kind].request.realise, self.rng, fields, self.register, every=True)

    def _act(self, name: str, index: int, goal: Goal, said: Mapping[str, Said]) -> None:
        """Note an act that gives details of a goal."""
        self.acts.append(Act(name, index, goal.kind, msgspec.to_builtins(dict(said))))
        self.told.setdefault(index, set()).update(said)

    def _said(self, index: int, goal: Goal) -> dict[str, Said]:
        """How the user refers to the slots at this moment: before a change of mind with the first value."""
        said = goal.said if index in self.clear else goal.said | goal.vague
        if goal.change is None or goal.change.manner == "tried" or index in self.changed:
            return said
        return said | {goal.change.slot: goal.change.said}

    def _change_at_once(self, index: int, goal: Goal, slots: Sequence[str]) -> Sequence[Saying]:
        """Return the change of a detail that has just been given, if it is one that comes in the same breath."""
        change = goal.change
        if change is None or change.manner != "at_once" or index in self.changed or change.slot not in slots:
            return ()
        return (self._change(detours.AT_ONCE, index, goal, change),)

    def _change(self, source: Phrases, index: int, goal: Goal, change: Change) -> Saying:
        """Go over to what the goal settles on."""
        self.changed.add(index)
        said = goal.said[change.slot]
        self._act("change", index, goal, {change.slot: said})
        return self._say(source, new=said.text, old=change.said.text)

    def _answer(self, heard: Sequence[Act]) -> bool:
        """React to what the agent did; return whether the user leaves."""
        asked_for_more = False
        corrected = self._correct_slips(heard)
        for act in heard:
            goal = self.open.get(act.goal)
            match act.name:
                case "ask_identity" if self.told_facts >= set(act.slots["facts"]) and self.mistaken:
                    self._correct_identity(tuple(act.slots["facts"]))
                case "ask_identity":
                    self._identify(tuple(act.slots["facts"]))
                case "identity_failed":
                    self._correct_identity(tuple(act.slots["facts"]))
                case "ask_slots" if goal is not None:
                    self._inform(act.goal, goal, act.slots["names"])
                case "propose" if act.goal in corrected:
                    pass
                case "propose" if goal is not None:
                    self._decide(act.goal, goal)
                case "refuse" if goal is not None:
                    self._take_refusal(act.goal, goal)
                case "report" | "left" if goal is not None:
                    del self.open[act.goal]
                case "anything_else":
                    asked_for_more = True
                case _:
                    pass
        if self.acts or self.open:
            return False
        return self._go_on(heard, asked_for_more)

    def _go_on(self, heard: Sequence[Act], asked_for_more: bool) -> bool:
        """Nothing is open: raise the next goal, or leave."""
        style = self.blueprint.persona.style
        helped = any(act.name in ("report", "left") for act in heard)
        if self.later:
            begun = len(self.blueprint.goals) > len(self.later)
            if helped:
                self.parts.append(partial(self._perhaps, style.thanks, phrases.ACK))
            if begun:
                self.parts.append(partial(self._perhaps, 1.0 if helped else 0.5, phrases.ADD))
            self._request([self.later.popleft()])
            return False
        return self._leave(asked_for_more)

    def _leave(self, asked_for_more: bool) -> bool:
        """Take leave; return whether this was the last word."""
        if asked_for_more:
            self.parts.append(self._say(phrases.NOTHING_ELSE))
        self.parts.append(partial(self._goodbye, alone=not self.parts))
        self.acts.append(Act("bye"))
        return True

    def _goodbye(self, alone: bool) -> Words:
        style = self.blueprint.persona.style
        thanks = self._perhaps(style.thanks, phrases.THANKS)
        closes = 1.0 if alone and not thanks.segments else style.closes
        return message(thanks, self._perhaps(closes, phrases.BYE))

    def _identify(self, asked: tuple[str, ...]) -> None:
        known = self.blueprint.facts
        missing = [fact for fact in asked if fact not in known]
        if missing:
            named = listed([f"my {plain(fact)}" for fact in missing])
            what = Words(((self.rng.choice((named, "that", "any of that")) if missing == [*asked] else named, False),))
            self.parts.append(partial(phrases.CANNOT_RECALL.realise, self.rng, {"what": what}, self.register))
            asked = self._another_way(asked)
        offered = {fact: self.mistaken.get(fact, known[fact]) for fact in asked if fact in known}
        if offered:
            self.parts.append(partial(say_facts, offered, self.rng, self.register))
        self.told_facts |= offered.keys()
        self.acts.append(Act("identify", slots={fact: value.value for fact, value in offered.items()}))

    def _ways(self) -> list[tuple[str, ...]]:
        """Return the facts of each way to be identified for which the user has all of them."""
        ways = [tuple(way.facts.values()) for way in self.domain.identifications]
        return [facts for facts in ways if self.blueprint.facts.keys() >= {*facts}]

    def _another_way(self, asked: tuple[str, ...]) -> tuple[str, ...]:
        return next((facts for facts in self._ways() if facts != asked), ())

    def _correct_identity(self, asked: tuple[str, ...]) -> None:
        wrong = [fact for fact in asked if fact in self.mistaken]
        facts = {fact: self.blueprint.facts[fact] for fact in (wrong or asked) if fact in self.blueprint.facts}
        for fact in wrong:
            del self.mistaken[fact]
        new = listed([render_in_full(value, self.rng) for value in facts.values()])
        self.parts.append(self._say(phrases.CORRECT, new=new))
        self.acts.append(Act("identify", slots={fact: value.value for fact, value in facts.items()}))

    def _inform(self, index: int, goal: Goal, slots: Sequence[str]) -> None:
        if self.told.get(index, set()) & set(slots) & goal.vague.keys():
            self.clear.add(index)
        said = self._said(index, goal)
        answers = [referring(said[slot]) for slot in slots]
        self.parts.append(partial(say_slots, answers, self.rng, self.register))
        self._act("inform", index, goal, {slot: said[slot] for slot in slots})
        self.parts.extend(self._change_at_once(index, goal, slots))

    def _correct_slips(self, heard: Sequence[Act]) -> set[int]:
        """Put right what was said by mistake in an earlier message; return the goals that this is about.

        A yes or no that is waited for has to stand by itself, so a mistake about something else comes after it.
        """
        found: set[int] = set()
        proposed = {act.goal for act in heard if act.name == "propose"}
        for index, goal in self.open.items():
            change = goal.change
            if change is None or change.manner != "slip" or index in self.changed or proposed - {index}:
                continue
            if change.slot in self.told.get(index, ()):
                self.parts.append(self._change(phrases.CORRECT, index, goal, change))
                found.add(index)
        return found

    def _decide(self, index: int, goal: Goal) -> None:
        change = None if index in self.changed else goal.change
        if change is not None and change.manner == "tried" and index not in self.tried:
            self.tried.add(index)
            self.parts.append(self._say(detours.TRY_OTHER, new=change.said.text, old=goal.said[change.slot].text))
            self._act("change", index, goal, {change.slot: change.said})
        elif change is not None:
            source = detours.BACK_TO if change.manner == "tried" else phrases.CHANGE
            self.parts.append(self._change(source, index, goal, change))
        elif goal.withdrawn:
            self.parts.append(partial(self._about, phrases.DECLINE, goal))
            self.acts.append(Act("decline", index, goal.kind))
        else:
            self.parts.append(partial(self._consent, goal))
            self.acts.append(Act("consent", index, goal.kind))

    def _consent(self, goal: Goal) -> Words:
        bare = self.rng.random() < self.blueprint.persona.style.bare_yes
        return self._say(phrases.CONSENT_BARE)() if bare else self._about(phrases.CONSENT, goal)

    def _about(self, source: Phrases, goal: Goal) -> Words:
        noun = self.domain.kinds[goal.kind].noun.fragment(self.rng, {}, self.register)
        return self._say(source, what=str(noun))()

    def _take_refusal(self, index: int, goal: Goal) -> None:
        if goal.fallback is None:
            del self.open[index]
            if self.later or self.open:
                self.parts.append(self._say(phrases.ACCEPT_REFUSAL))
                if self.open:
                    self.acts.append(Act("accept", index, goal.kind))
            return
        self.open[index] = goal.fallback
        self.told[index] = set(goal.fallback.given) if goal.conditional else set()
        if goal.conditional:
            return
        self.parts.append(self._say(phrases.FALLBACK_LEADIN))
        self.parts += self._ask_for(index, goal.fallback)

    def _press_on(self) -> None:
        """The agent said nothing to react to: say again what is still wanted."""
        index, goal = next(iter(self.open.items()))
        self.parts += self._ask_for(index, goal)


_ANSWERING = frozenset(("consent", "decline", "change", "hesitates", "asks_again"))
"""What a user does that has to be read from its words as it was meant."""
_PROGRESS = frozenset(
    (
        "ask_identity",
        "identity_failed",
        "ask_slots",
        "propose",
        "refuse",
        "report",
        "left",
        "anything_else",
        "greet",
    )
)
