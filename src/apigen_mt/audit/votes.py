"""From reviews to decisions: True approves, False objects, None does neither."""

from collections.abc import Sequence

from apigen_mt.phases.committee import count as count_opinions
from apigen_mt.values.review import CRITERIA, Review

Decision = bool | None


def decision(review: Review) -> Decision:
    """Return what one reviewer says on the whole: an objection on any criterion objects, abstentions on all say nothing."""
    cast = [vote.approves for vote in review.votes if vote.approves is not None]
    return all(cast) if cast else None


def count(reviews: Sequence[Review]) -> Decision:
    """Return what a committee says, as a run counts it (`phases.committee`).

    A finding of code that objects stands. Opinions are counted among opinions; where there are none, the findings decide.
    """
    votes = [vote for review in reviews for vote in review.votes if vote.certain]
    if any(vote.approves is False for vote in votes):
        return False
    opinions = [review for review in reviews if not any(vote.certain for vote in review.votes)]
    if opinions:
        results = {verdict.passed for verdict in count_opinions(opinions)}
    else:
        approved = {vote.criterion for vote in votes if vote.approves}
        results = {True if criterion in approved else None for criterion in CRITERIA}
    return False if False in results else None if None in results else True
