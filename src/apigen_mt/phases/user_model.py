"""The user with a model behind it: best of n candidates, guards, and a critic that sees the conversation (APIGen-MT §4.2).

The paper's critic sees the description and the candidate only. Ours sees the conversation too: whether a message comes too
early, or answers what was asked, cannot be told without it.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

import msgspec

from apigen_mt.language.manner import typing_habits
from apigen_mt.models.completion import Chat, Completion, Malformed, Model, NoAnswer, Request
from apigen_mt.models.prompts import prompt
from apigen_mt.models.structured import ask
from apigen_mt.phases.allowances import allowances
from apigen_mt.phases.brief import brief
from apigen_mt.phases.chat import cut_off, transcript, user_side, without_thoughts
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.guards import Candidate, Scene, objections
from apigen_mt.phases.user import UserTurn
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.world.domain import World

T = TypeVar("T")

CANDIDATES = 4
"""Candidates for each message (APIGen-MT §4.2)."""
STOP = "###STOP###"
"""How a model says that the customer takes leave."""

_REPAIR = (
    "(A note from the director, not from the agent.) That message cannot be sent: {problems}. Write the customer's message "
    "once more, and nothing else."
)


class Score(msgspec.Struct, frozen=True):
    """What a critic says of a candidate."""

    reason: str
    score: int


class ModelUser:
    """Plays one blueprint's user in one conversation."""

    def __init__(
        self,
        model: Model,
        critic: Model | None,
        world: World,
        blueprint: Blueprint,
        place: str,
        candidates: int = CANDIDATES,
    ) -> None:
        """Open a conversation.

        Args:
            model: Writes the candidates.
            critic: Scores those that pass the guards; without one the first of them is taken.
            world: The world that the blueprint is about.
            blueprint: What the user wants and knows.
            place: Where in the work item the conversation is held, for example `attempt0`.
            candidates: How many are written for each message.
        """
        self.model = model
        self.critic = critic
        self.domain = world.domain
        self.blueprint = blueprint
        self.place = place
        self.candidates = candidates
        self.allowed = allowances(blueprint, settle(world, blueprint.account, blueprint.goals))
        self.fields = brief(world.domain, blueprint)
        self.prompt = prompt("user")
        self.opening = self.prompt.messages(**{name: self.fields[name] for name in _BRIEF})
        self.label = self.prompt.label
        style = blueprint.persona.style
        if style.ease:
            habits = prompt("habits")
            typing = habits.system.substitute(typing_habits(style))
            system, brief_of = self.opening
            self.opening = (system, brief_of | {"content": f"{brief_of['content']}\n\n{typing.strip()}"})
            self.label = f"{self.label}+{habits.label}"

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next user message.

        Raises:
            Malformed: when no candidate passes the guards, and neither does the one after the repair turn.
            NoAnswer: when no candidate was answered.
        """
        requests = self.requests(messages)
        answers = await _answered([self.model.complete(request) for request in requests])
        drafts = {number: answer for number, answer in enumerate(answers) if isinstance(answer, Completion)}
        silences = {number: answer for number, answer in enumerate(answers) if not isinstance(answer, Completion)}
        if not drafts:
            raise silences[0]
        notes = [f"candidate {number}: {silence}" for number, silence in silences.items()]
        scene = Scene(self.domain, self.blueprint, self.allowed, messages)
        faults = {number: _faults(scene, draft) for number, draft in drafts.items()}
        passed = {number: _candidate(drafts[number]) for number, found in faults.items() if not found}
        if not passed:
            first = min(drafts)
            return _turn(await self._repair(scene, requests[first], drafts[first], faults[first]), notes)
        best, remarks = await self._best(passed, messages)
        return _turn(passed[best], [*notes, *remarks])

    def requests(self, messages: Sequence[Message]) -> list[Request]:
        """Return what the model is asked for the candidates of the next message."""
        turn = sum(message.role == "user" for message in messages)
        chat = (*self.opening, *user_side(messages))
        return [
            Request("user", f"{self.place}/turn{turn}/candidate{number}", chat, prompt=self.label)
            for number in range(self.candidates)
        ]

    def critique(self, candidate: Candidate, number: int, messages: Sequence[Message]) -> Request:
        """Return what the critic is asked about a candidate."""
        turn = sum(message.role == "user" for message in messages)
        text = f"{candidate.text} {STOP}" if candidate.stops else candidate.text
        said = transcript(messages) or "(The customer speaks first.)"
        source = prompt("critic")
        chat = source.messages(**self.fields, conversation=said, candidate=text)
        return Request("critic", f"{self.place}/turn{turn}/candidate{number}", chat, prompt=source.label)

    async def _repair(self, scene: Scene, request: Request, draft: Completion, problems: Sequence[str]) -> Candidate:
        """Tell the model why its first candidate cannot stand, and take what it writes then."""
        note = _REPAIR.format(problems="; ".join(problems))
        dropped: tuple[Chat, ...] = (
            {"role": "assistant", "content": without_thoughts(draft.text) or "(nothing)"},
            {"role": "user", "content": note},
        )
        again = msgspec.structs.replace(request, messages=request.messages + dropped, place=f"{request.place}/repair")
        mended = await self.model.complete(again)
        if found := _faults(scene, mended):
            raise Malformed(f"no candidate for the user can stand: {'; '.join(found)}")
        return _candidate(mended)

    async def _best(self, passed: dict[int, Candidate], messages: Sequence[Message]) -> tuple[int, list[str]]:
        """Return the number of the best candidate, the first of equals, and which ones the critic said nothing of."""
        numbers = list(passed)
        # Equal candidates are scored once; nothing is asked where there is nothing to choose.
        different = {candidate: number for number, candidate in reversed(passed.items())}
        if self.critic is None or len(different) == 1:
            return numbers[0], []
        asked = sorted(different.values())
        critic = self.critic
        scores = await _answered(
            [ask(critic, self.critique(passed[number], number, messages), Score, _out_of_range) for number in asked]
        )
        by_number = dict(zip(asked, scores, strict=True))
        remarks = [f"no score for candidate {n}: {s}" for n, s in by_number.items() if not isinstance(s, Score)]
        ranked = [(-score.score, number) for number, score in by_number.items() if isinstance(score, Score)]
        return min(ranked)[1] if ranked else numbers[0], remarks


_BRIEF = ("desk", "manner", "facts", "instruction")


async def _answered(questions: Sequence[Coroutine[Any, Any, T]]) -> list[T | NoAnswer | Malformed]:
    """Return the answers in the order of the questions, asked at once; `NoAnswer` and `Malformed` count as answers.

    Raises:
        ApigenError: what else stands in the way of a question, of the first one that has it.
    """
    answers: list[T | NoAnswer | Malformed] = []
    for answer in await asyncio.gather(*questions, return_exceptions=True):
        if isinstance(answer, BaseException) and not isinstance(answer, NoAnswer | Malformed):
            raise answer
        answers.append(answer)
    return answers


def _candidate(draft: Completion) -> Candidate:
    text = without_thoughts(draft.text)
    return Candidate(text.replace(STOP, " ").strip(), STOP in text)


def _faults(scene: Scene, draft: Completion) -> list[str]:
    cut = cut_off(draft)
    return [cut] if cut else objections(scene, _candidate(draft))


def _turn(candidate: Candidate, notes: Sequence[str]) -> UserTurn:
    return UserTurn(Message("user", candidate.text), leaves=candidate.stops, notes=tuple(notes))


def _out_of_range(score: Score) -> str:
    return "" if 0 <= score.score <= 10 else f"score is {score.score}, and has to be an integer from 0 to 10"
