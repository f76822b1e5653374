"""From reviews to decisions: True approves, False objects, None does neither."""

from collections.abc import Sequence

from apigen_mt.values.review import CRITERIA, Criterion, Review

Decision = bool | None


def decision(review: Review) -> Decision:
    """Return what one reviewer says on the whole: an objection on any criterion objects, abstentions on all say nothing."""
    cast = [vote.approves for vote in review.votes if vote.approves is not None]
    return all(cast) if cast else None


def count(reviews: Sequence[Review]) -> Decision:
    """Return what a committee says, criterion by criterion.

    A finding of code that objects stands. For the rest a majority of the opinions cast has to approve, and ties fail; a
    finding that approves says only that there is nothing wrong on the side it looked at, so it decides where nobody has
    an opinion and does not outvote those who have one. If nobody objects but a criterion has no vote at all, the committee
    has not decided.
    """
    results = [_result(criterion, reviews) for criterion in CRITERIA]
    if False in results:
        return False
    return None if None in results else True


def _result(criterion: Criterion, reviews: Sequence[Review]) -> Decision:
    votes = [vote for review in reviews for vote in review.votes if vote.criterion == criterion]
    findings = [vote.approves for vote in votes if vote.certain and vote.approves is not None]
    opinions = [vote.approves for vote in votes if not vote.certain and vote.approves is not None]
    if not findings and not opinions:
        return None
    return all(findings) and (not opinions or 2 * sum(opinions) > len(opinions))
