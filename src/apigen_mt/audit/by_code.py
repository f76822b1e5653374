"""The checks and the built-in reviewers as members of a committee: what needs no model to be found."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from apigen_mt.phases.checks import check
from apigen_mt.phases.committee import SCRIPTED
from apigen_mt.phases.context import Context
from apigen_mt.phases.roles import Reviewer
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import CRITERIA, Review, Vote
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import World


class ByCode:
    """A reviewer whose word is a finding."""

    def __init__(self, name: str, judge: Callable[[World, Blueprint], tuple[Vote, ...]]):
        """Give a judgement a name."""
        self.name = name
        self.judge = judge

    async def review(self, world: World, candidate: Blueprint, place: str) -> Review:
        """Return what the code finds; where the candidate comes has no influence."""
        return Review(self.name, self.judge(world, candidate))


def checks(world: World, candidate: Blueprint) -> tuple[Vote, ...]:
    """Vote as the checks decide."""
    reason = _checked(world, msgspec.json.encode(candidate))[-1].reason
    return tuple(Vote(criterion, not reason, reason) for criterion in CRITERIA)


@lru_cache(maxsize=1024)
def _checked(world: World, candidate: bytes) -> tuple[Verdict, ...]:
    """Check a candidate; all members by code ask for the same, in several sittings."""
    return check(world, msgspec.json.decode(candidate, type=Blueprint))


def _built_in(number: int) -> Callable[[World, Blueprint], tuple[Vote, ...]]:
    def judge(world: World, candidate: Blueprint) -> tuple[Vote, ...]:
        if not accepted(_checked(world, msgspec.json.encode(candidate))):
            # A run never shows them what the checks have rejected.
            return ()
        votes = SCRIPTED[number](world, candidate, Context(candidate.account, candidate.persona, (), frozenset()))
        return tuple(Vote(vote.criterion, vote.approves, vote.reason, vote.certain) for vote in votes)

    return judge


CHECKS: Reviewer = ByCode("checks", checks)
BUILT_IN: Sequence[Reviewer] = tuple(
    ByCode(reviewer.__name__.removeprefix("review_"), _built_in(number)) for number, reviewer in enumerate(SCRIPTED)
)
CODE: Sequence[Reviewer] = (CHECKS, *BUILT_IN)
