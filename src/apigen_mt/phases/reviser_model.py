"""The reviser with a model: reviews become feedback, and the proposer is asked again with its answer and the feedback.

The summariser judges nothing itself (APIGen-MT §4.1.2, Fig. 10). Failed checks need no summary: their reasons say exactly
what differs and where, and a summary could only lose some of it.
"""

from collections.abc import Sequence
from random import Random

import msgspec

from apigen_mt.models.completion import Model, Request
from apigen_mt.models.prompts import prompt
from apigen_mt.models.structured import ask
from apigen_mt.phases.answer import written
from apigen_mt.phases.context import Context
from apigen_mt.phases.evidence import evidence
from apigen_mt.phases.material import gather
from apigen_mt.phases.proposer_model import PROMPT, asked_for_task, opening
from apigen_mt.phases.reviewer_model import task_shown
from apigen_mt.phases.roles import Candidate, Unusable
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import Review
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.domain import World


class SummaryAnswer(msgspec.Struct, frozen=True):
    """Feedback as a model writes it."""

    thought: str
    summary: str


class ModelReviser:
    """Has the proposer's model mend what it wrote."""

    def __init__(self, proposer: Model, summariser: Model | None = None):
        self.proposer = proposer
        self.summariser = summariser

    async def revise(
        self,
        world: World,
        context: Context,
        candidate: Blueprint | Unusable,
        verdicts: Sequence[Verdict],
        reviews: Sequence[Review],
        rng: Random,
        place: str,
    ) -> Candidate:
        """Return the proposer's next attempt.

        Raises:
            NoAnswer: when a model gave no answer.
            Malformed: when the summariser's answer is of no use.
        """
        material = gather(world, context)
        if material is None:
            return None
        feedback = await self._feedback(world, candidate, verdicts, reviews, place)
        previous = candidate.answer if isinstance(candidate, Unusable) else written(world, candidate)
        revision = prompt("revision")
        messages = (
            *opening(world, context, material),
            {"role": "assistant", "content": previous or "(an answer that could not be read)"},
            *revision.messages(feedback=feedback),
        )
        label = f"{prompt(PROMPT).label}+{revision.label}"
        return await asked_for_task(self.proposer, world, context, material, messages, label, place)

    async def _feedback(
        self,
        world: World,
        candidate: Blueprint | Unusable,
        verdicts: Sequence[Verdict],
        reviews: Sequence[Review],
        place: str,
    ) -> str:
        if isinstance(candidate, Unusable):
            return f"What is wrong with it: {candidate.reason}"
        reasons = "\n".join(f"- {one.check}: {one.reason}" for one in verdicts if one.passed is not True)
        if self.summariser is None or not reviews:
            corrections = "\n".join(f"- {one.correction}" for one in reviews if one.correction)
            return f"What was found:\n{reasons}" + (
                f"\nWhat reviewers would change:\n{corrections}" if corrections else ""
            )
        messages = prompt("reviser").messages(
            instruction=candidate.instruction,
            task=task_shown(world, candidate),
            evidence=evidence(world, candidate),
            counts="\n".join(f"- {one.check}: {'passed' if one.passed else 'not passed'}" for one in verdicts),
            reviews="\n\n".join(map(_shown, reviews)),
        )
        request = Request(role="reviser", place=f"{place}/feedback", messages=messages, prompt=prompt("reviser").label)
        answer = await ask(self.summariser, request, SummaryAnswer)
        return f"Feedback of the reviewers:\n{answer.summary}"


def _shown(review: Review) -> str:
    marks = {True: "1", False: "0", None: "null"}
    lines = [f"{review.reviewer}: {review.reflection}"]
    lines += [f"- {vote.criterion}: {marks[vote.approves]} {vote.reason}".rstrip() for vote in review.votes]
    return "\n".join([*lines, f"- correction: {review.correction or 'none'}"])
