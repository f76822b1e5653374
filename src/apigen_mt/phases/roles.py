"""The seams of phase 1: what each role is asked for. Scripted and model-backed players stand behind the same ones.

The seams of phase 2, `User` and `Agent`, stand with the loop in which they talk (`phases.conversation`). `place` says
where in the work item a role is asked; players with a model pass it on, so that the completion log knows the answer again.
"""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple, Protocol

from apigen_mt.phases.context import Context
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import Review
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.domain import World


class Unusable(NamedTuple):
    """An answer that never became a candidate: it cannot be read, or names what does not exist."""

    reason: str
    answer: str = ""
    """As the model gave it, as far as it could be read: what a revision starts from."""


Candidate = Blueprint | Unusable | None
"""None: the customer's rows offer nothing for the aims."""


class Proposer(Protocol):
    """Proposes a task from a context."""

    async def propose(self, world: World, context: Context, rng: Random, place: str) -> Candidate:
        """Return a candidate blueprint."""
        ...


class Reviser(Protocol):
    """Mends a candidate in the light of what was said against it."""

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
        """Return another candidate; `reviews` is empty if the checks rejected this one."""
        ...


class Reviewer(Protocol):
    """One member of the committee whose word is an opinion."""

    name: str

    async def review(self, world: World, candidate: Blueprint, place: str) -> Review:
        """Return a vote on each criterion; abstentions are votes too."""
        ...


class Composer(Protocol):
    """Writes the instruction of a composed blueprint (q_comb, §4.1.3)."""

    async def write(self, world: World, composed: Blueprint, parts: Sequence[Blueprint], place: str) -> str:
        """Return an instruction that frames the goals of all parts as one request, with the reasons that the parts give."""
        ...
