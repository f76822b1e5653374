"""The agenda user with what people do beside their agenda: detours from an open question, remarks, openings and closings.

A detour is a message that leaves what the agent has asked open; the agent answers it and asks again. What `language/behaviours.py`
calls declared is in the blueprint, and the agenda user does it anyhow. Draws come from a stream of their own, and each
behaviour comes at most once in a conversation, pushing back twice at most.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

from apigen_mt.language import detours, phrases
from apigen_mt.language.grammar import Phrases
from apigen_mt.language.population import Taste
from apigen_mt.phases.hearing import hear
from apigen_mt.phases.user import AgendaUser, Saying, UserTurn
from apigen_mt.phases.wording import referring
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Act, Message
from apigen_mt.world.domain import Domain

INSISTS_AGAIN = 0.35
"""Chance that somebody who has pushed back once does so again."""
ASKS_EARLY = 0.3
"""Chance that somebody who asks why does so as soon as they are asked who they are, and not about a refusal."""
LONG = 45
"""Words of an agent's message from which it taxes somebody's patience."""


class Detour(NamedTuple):
    """A message beside the agenda."""

    act: Act
    words: Saying


class LivelyUser(AgendaUser):
    """Plays one blueprint's user as somebody who does more than follow an agenda."""

    def __init__(
        self,
        domain: Domain,
        blueprint: Blueprint,
        rng: Random,
        rates: Mapping[str, float],
        habits: Random,
        taste: Taste | None = None,
    ):
        """Start with the whole agenda before them.

        Args:
            domain: The desk.
            blueprint: What the user wants and knows.
            rng: Draws wording.
            rates: Behaviour -> chance, where it can happen, that it does.
            habits: Draws behaviours.
            taste: Chooses among several ways to put a message; without one the first that comes is said.
        """
        super().__init__(domain, blueprint, rng, taste)
        self.habits = habits
        self.intended = {name for name in rates if habits.random() < rates[name]}
        self.held: list[Act] = []
        """What the agent did in a message that was met with a detour."""
        self.recalling: tuple[str, ...] = ()
        """Facts that slipped their mind, and come back with the next question."""
        self.questions = 0
        self.insisted = False

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next user message, given the conversation so far (empty at the start)."""
        if not messages:
            return await super().speak(messages)
        self.parts, self.acts = [], []
        heard = self._resumed(hear(messages[-1], self.domain, self.blueprint, self.open))
        self.questions += any(act.name.startswith("ask_") for act in heard)
        waiting = [act for act in heard if act.name in _WAITING or act.name == "report"]
        # Somebody who has two things to react to does so.
        if len(waiting) == 1 and (detour := self._detour(waiting[0])):
            return self._wander(detour, heard)
        self._remark(heard, messages[-1].content)
        return self._react(heard)

    def _resumed(self, heard: Sequence[Act]) -> Sequence[Act]:
        """Return what was heard together with what the last detour has left unheard.

        What was dealt with stays dealt with. A question or refusal stands unless the agent has gone on from it; a proposal
        has to be made again, for a yes belongs behind the question.
        """
        held, self.held = self.held, []
        if not held:
            return heard
        stands = _DEALT_WITH if any(act.name in _WAITING for act in heard) else _DEALT_WITH | _WAITING - {"propose"}
        again = {(act.name, act.goal) for act in heard}
        return [*(act for act in held if act.name in stands and (act.name, act.goal) not in again), *heard]

    def _take(self, name: str) -> bool:
        """Whether something is still to come; then it comes now."""
        wanted = name in self.intended
        self.intended.discard(name)
        return wanted

    # ---- detours --------------------------------------------------------------------------------------------------

    def _wander(self, detour: Detour, heard: Sequence[Act]) -> UserTurn:
        self.held = list(heard)
        self.asked = []
        self.parts.append(detour.words)
        self.acts.append(detour.act)
        return self._turn()

    def _detour(self, act: Act) -> Detour | None:
        """Return what comes before the answer to something that the agent did, if anything."""
        match act.name:
            case "ask_identity" if not (self.recalling or self.told_facts):
                return self._before_identity(act)
            case "ask_slots" if act.goal in self.open:
                return self._before_details(act)
            case "propose" if act.goal in self.open and not self._will_change(act.goal):
                return self._plain("hesitates", detours.HESITATE, act) or self._plain(
                    "asks_again", detours.ASK_AGAIN, act
                )
            case "refuse" if act.goal in self.open:
                return self._before_acceptance(act)
            case "report" if self._has_changed(act):
                return self._plain("checks_afterwards", detours.CHECK, act)
            case _:
                return None

    def _plain(self, name: str, source: Phrases, act: Act, about: str = "") -> Detour | None:
        return Detour(Act(name, act.goal, about), self._say(source)) if self._take(name) else None

    def _before_identity(self, act: Act) -> Detour | None:
        facts = tuple(act.slots["facts"])
        if all(fact in self.blueprint.facts for fact in facts) and (
            detour := self._plain("recalls_later", detours.FORGOT, act)
        ):
            self.recalling = facts
            return detour
        return self._answer_another({}) or self._ask_why_early(act) or self._off_topic(act)

    def _ask_why_early(self, act: Act) -> Detour | None:
        early = self.habits.random() < ASKS_EARLY
        return self._plain("asks_why", detours.ASK_WHY_IDENTITY, act, "identity") if early else None

    def _before_details(self, act: Act) -> Detour | None:
        return self._answer_another({act.goal: set(act.slots["names"])}) or self._off_topic(act)

    def _before_acceptance(self, act: Act) -> Detour | None:
        if self.open[act.goal].conditional:
            return None
        if detour := self._plain("asks_why", detours.ASK_WHY_REFUSED, act, "refusal"):
            return detour
        detour = self._plain("pushes_back", detours.PUSH_BACK, act)
        if detour and not self.insisted and self.habits.random() < INSISTS_AGAIN:
            self.intended.add("pushes_back")
        self.insisted = self.insisted or detour is not None
        return detour

    def _off_topic(self, act: Act) -> Detour | None:
        topic = self.habits.choice(sorted(detours.OFF_TOPIC))
        return self._plain("off_topic", detours.OFF_TOPIC[topic].asked, act, topic)

    def _answer_another(self, asked: Mapping[int, set[str]]) -> Detour | None:
        """Tell a detail that nobody has asked for yet."""
        for index, goal in self.open.items():
            untold = [
                slot.name
                for slot in self.domain.kinds[goal.kind].slots
                if slot.name not in self.told.get(index, set()) | asked.get(index, set())
                and not (goal.change is not None and goal.change.slot == slot.name)
            ]
            if untold and self._take("answers_another"):
                said = self._said(index, goal)[untold[0]]
                self._act("inform", index, goal, {untold[0]: said})
                words = partial(detours.ANOTHER_ANSWER.realise, self.rng, {"value": referring(said)}, self.register)
                return Detour(Act("answers_another", index), words)
        return None

    def _will_change(self, index: int) -> bool:
        """Whether a proposal will be met with something else than a yes anyhow."""
        goal = self.open[index]
        return goal.withdrawn or (goal.change is not None and index not in self.changed)

    def _has_changed(self, act: Act) -> bool:
        """Whether a report is about something that was changed."""
        goal = self.open.get(act.goal)
        return goal is not None and self.domain.kinds[goal.kind].effect is not None

    # ---- remarks --------------------------------------------------------------------------------------------------

    def _remark(self, heard: Sequence[Act], text: str) -> None:
        """Say something beside an answer; never beside a yes or no, which has to be clear."""
        if not any(act.name in ("ask_identity", "ask_slots") for act in heard):
            return
        if any(act.name in ("propose", "refuse") for act in heard):
            return
        if self.questions > 1 or len(text.split()) > LONG:
            self._beside("impatient", detours.IMPATIENCE)
        elif self.questions == 1:
            self._beside("gives_reason", phrases.REASONS_ASIDE)

    def _beside(self, name: str, source: Phrases) -> None:
        if self._take(name):
            self.parts.append(self._say(source))
            self.acts.append(Act(name))

    # ---- identity, openings and closings ----------------------------------------------------------------------------

    def _identify(self, asked: tuple[str, ...]) -> None:
        if self.recalling:
            self.parts.append(self._say(detours.RECALLED))
            self.acts.append(Act("recalled"))
            asked, self.recalling = self.recalling, ()
        super()._identify(asked)

    def _open_conversation(self) -> None:
        if self._take("greets_alone"):
            first = [entry for entry in enumerate(self.blueprint.goals) if entry[1].opens == "start"]
            self.later.extendleft(reversed(first))
            self.parts.append(self._say(phrases.GREETING))
            self.acts.append(Act("greets_alone"))
            return
        super()._open_conversation()
        if "gives_reason" in self.intended and self.habits.random() < 0.5:
            self._beside("gives_reason", phrases.REASONS_ASIDE)

    def _leave(self, asked_for_more: bool) -> bool:
        if not self._take("closes_twice"):
            return super()._leave(asked_for_more)
        if asked_for_more:
            self.parts.append(self._say(phrases.NOTHING_ELSE))
        self.parts.append(self._say(detours.CLOSING_TWICE))
        self.acts.append(Act("closes_twice"))
        return False


_WAITING = frozenset(("ask_identity", "identity_failed", "ask_slots", "propose", "refuse"))
"""What somebody has to answer."""
_DEALT_WITH = frozenset(("report", "left"))
