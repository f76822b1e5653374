"""What a reviewer says of a candidate blueprint, on the paper's four criteria (APIGen-MT §4.1.2, stage 2)."""

from typing import Literal

import msgspec

from apigen_mt.values.verdict import Verdict

Criterion = Literal["correctness", "completeness", "satisfaction", "creativity"]
CRITERIA: tuple[Criterion, ...] = ("correctness", "completeness", "satisfaction", "creativity")


class Vote(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reviewer's word on one criterion; `approves` is None for an abstention."""

    criterion: Criterion
    approves: bool | None
    reason: str = ""
    certain: bool = True
    """Whether this is a finding of code: an objection then stands whatever the others say. Opinions are counted."""


class Review(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that one reviewer says of one candidate."""

    reviewer: str
    votes: tuple[Vote, ...]
    reflection: str = ""
    correction: str = ""
    """What the reviewer would change."""
    absent: str = ""
    """Why there is no review: the model gave no usable answer. The votes then are abstentions."""


class Judgement(msgspec.Struct, frozen=True):
    """What the committee says: the count of every criterion, and the reviews behind it."""

    verdicts: tuple[Verdict, ...]
    reviews: tuple[Review, ...] = ()
