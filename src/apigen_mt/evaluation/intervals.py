"""Means over tasks with 95 % intervals, and the difference of two on the same tasks.

A task's figure lies between 0 and 1, and most lie at one of the ends. Student's interval would have no width where all agree,
and the bootstrap none either. So a mean gets Wilson's interval with the sample size that its variance is worth: the design
effect of survey sampling (Kish 1965), with Student's quantile as Korn and Graubard (1998) have it. Where all tasks agree,
that is Wilson's interval for so many tasks. A difference is put together from the intervals of both sides and their
correlation over the tasks (Newcombe 1998, paired, method 10; Zou and Donner 2008).
"""

from collections.abc import Sequence
from math import pi, sqrt, tan
from statistics import correlation, fmean, variance

import msgspec

Z = 1.959964
"""Standard deviations on either side that hold 95 % of a normal distribution."""


class Mean(msgspec.Struct, frozen=True):
    """A mean over tasks, with what it may be over all tasks of the kind. Of none there is no mean."""

    value: float | None
    low: float
    high: float
    tasks: int


class Gap(msgspec.Struct, frozen=True):
    """How much more one mean is than another."""

    value: float
    low: float
    high: float


def mean(values: Sequence[float], trials: int = 1) -> Mean:
    """Return the mean of figures between 0 and 1, one for each task.

    Args:
        values: One for each task.
        trials: Trials behind each: the interval claims no more than independent trials would give.
    """
    tasks = len(values)
    if tasks < 2:
        # Of one task nobody knows how others differ from it.
        return Mean(values[0] if values else None, 0.0, 1.0, tasks)
    centre = fmean(values)
    low, high = _wilson(centre, _worth(values, centre, trials), quantile(tasks - 1))
    return Mean(centre, low, high, tasks)


def gap(one: Sequence[float], other: Sequence[float], trials: int = 1) -> Gap:
    """Return the difference of two means over the same tasks, in the same order."""
    first, second = mean(one, trials), mean(other, trials)
    if first.value is None or second.value is None:
        return Gap(0.0, -1.0, 1.0)
    shared = _correlation(one, other)
    value = first.value - second.value
    down, up = first.value - first.low, second.high - second.value
    below = sqrt(max(0.0, down**2 - 2 * shared * down * up + up**2))
    up, down = first.high - first.value, second.value - second.low
    above = sqrt(max(0.0, up**2 - 2 * shared * up * down + down**2))
    return Gap(value, max(-1.0, value - below), min(1.0, value + above))


def quantile(freedom: int) -> float:
    """Return Student's two-sided 95 % quantile (Cornish and Fisher's expansion; within 0.3 % from 3 degrees on)."""
    if freedom == 1:
        return tan(0.475 * pi)
    if freedom == 2:
        return 0.95 * sqrt(2 / (1 - 0.95**2))
    z, n = Z, freedom
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * n**4)
    )


def _worth(values: Sequence[float], centre: float, trials: int) -> float:
    """Return how many independent yes-or-no trials the mean is worth."""
    tasks, spread = len(values), variance(values, centre)
    if not spread:
        return tasks
    return min(centre * (1 - centre) / spread * tasks, tasks * trials)


def _wilson(centre: float, worth: float, t: float) -> tuple[float, float]:
    square = t * t / worth
    middle = (centre + square / 2) / (1 + square)
    margin = sqrt(square * (centre * (1 - centre) + square / 4)) / (1 + square)
    return max(0.0, min(centre, middle - margin)), min(1.0, max(centre, middle + margin))


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    if min(one) == max(one) or min(other) == max(other):
        return 0.0
    return correlation(one, other)
