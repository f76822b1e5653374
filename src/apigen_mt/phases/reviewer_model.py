"""A reviewer with a model: brief reflection, a vote on each criterion, a correction (APIGen-MT §4.1.2, Fig. 9)."""

from typing import Literal

import msgspec

from apigen_mt.models.completion import Model, Request
from apigen_mt.models.prompts import prompt
from apigen_mt.models.structured import ask
from apigen_mt.phases.answer import answer_of
from apigen_mt.phases.evidence import evidence
from apigen_mt.phases.sheet import tool_sheet
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import CRITERIA, Review, Vote
from apigen_mt.world.domain import World

PROMPT = "reviewer"


class VoteAnswer(msgspec.Struct, frozen=True):
    """One vote; null is an abstention."""

    vote: Literal[0, 1] | None
    reason: str = ""


class ReviewAnswer(msgspec.Struct, frozen=True):
    """A review as a model writes it. The paper's total is not asked for: it is the sum of the votes."""

    reflection: str
    correctness: VoteAnswer
    completeness: VoteAnswer
    satisfaction: VoteAnswer
    creativity: VoteAnswer
    correction: str = ""


class ModelReviewer:
    """One member of the committee."""

    def __init__(self, name: str, model: Model):
        self.name = name
        self.model = model

    async def review(self, world: World, candidate: Blueprint, place: str) -> Review:
        """Return this reviewer's votes, which are opinions.

        Raises:
            NoAnswer: when the model gave none.
            Malformed: when its answer is of no use, and so is the one after the repair turn.
        """
        messages = prompt(PROMPT).messages(
            title=world.domain.title,
            policy=world.domain.policy.text,
            tools=tool_sheet(world.domain),
            instruction=candidate.instruction,
            task=task_shown(world, candidate),
            evidence=evidence(world, candidate),
        )
        request = Request(role="reviewer", place=f"{place}/{self.name}", messages=messages, prompt=prompt(PROMPT).label)
        answer = await ask(self.model, request, ReviewAnswer, _problem)
        votes: list[Vote] = []
        for criterion in CRITERIA:
            one: VoteAnswer = getattr(answer, criterion)
            votes.append(Vote(criterion, None if one.vote is None else bool(one.vote), one.reason, certain=False))
        return Review(self.name, tuple(votes), answer.reflection, answer.correction)


def task_shown(world: World, candidate: Blueprint) -> str:
    """Return goals, actions and outputs of a candidate as JSON."""
    answer = answer_of(world, candidate)
    shown = {"goals": answer.goals, "actions": answer.actions, "outputs": answer.outputs}
    return msgspec.json.format(msgspec.json.encode(shown), indent=1).decode()


def _problem(answer: ReviewAnswer) -> str:
    """Return what is wrong with a review: a vote that does not approve needs a reason that can be acted on."""
    bare = [name for name in CRITERIA if getattr(answer, name).vote != 1 and not getattr(answer, name).reason.strip()]
    return f"{bare[0]}: a vote of 0 or null needs its reason" if bare else ""
