"""How much reviewers agree, and how many independent ones a committee is worth.

A row of a table is a rater, a column an item; None is a missing value.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import combinations
from statistics import fmean


def alpha(ratings: Sequence[Sequence[Hashable | None]]) -> float | None:
    """Return Krippendorff's alpha for nominal data with missing values: 1 is full agreement, 0 what chance gives.

    An item counts that at least two raters have rated. None if there is none, or if all values are the same: then there is
    nothing to agree or disagree on (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").
    """
    units = [[value for value in unit if value is not None] for unit in zip(*ratings, strict=True)]
    counts = [Counter(unit) for unit in units if len(unit) > 1]
    totals = sum(counts, Counter[Hashable]())
    pairable = totals.total()
    expected = pairable**2 - sum(count**2 for count in totals.values())
    if not expected:
        return None
    observed = sum(
        (unit.total() ** 2 - sum(count**2 for count in unit.values())) / (unit.total() - 1) for unit in counts
    )
    return 1 - (pairable - 1) * observed / expected


def error_correlation(errors: Sequence[Sequence[bool | None]]) -> float | None:
    """Return the mean correlation of two raters' errors.

    Pooled over the pairs: the sum of the covariances over the sum of the mean variances, each on the items that both have
    rated. So a rater who never errs has a place in it, which the mean of single correlations could not give them. None if
    nobody's errors vary, or there is no pair.
    """
    covariances = variances = 0.0
    for one, other in combinations(errors, 2):
        both = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
        if not both:
            continue
        mine, theirs = (fmean(side) for side in zip(*both, strict=True))
        covariances += fmean(a * b for a, b in both) - mine * theirs
        variances += (mine * (1 - mine) + theirs * (1 - theirs)) / 2
    return covariances / variances if variances else None


def effective_votes(raters: int, correlation: float) -> float:
    """Return how many raters with unrelated errors would be worth as many raters with errors so correlated.

    n / (1 + (n - 1) rho), the design effect of survey sampling (Kish 1965): the variance of the mean of n equally
    correlated votes is that of so many independent ones. Copies give 1. A correlation below 0 counts as 0, for a committee
    is not credited with more votes than it has members.
    """
    return raters / (1 + (raters - 1) * max(0.0, correlation))
