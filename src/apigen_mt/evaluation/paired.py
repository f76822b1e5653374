"""Two results on the same tasks: is one agent better, or is that chance?"""

from collections.abc import Sequence
from math import gcd

import msgspec

from apigen_mt.evaluation.intervals import Gap, gap


class Comparison(msgspec.Struct, frozen=True):
    """One agent against another on the same tasks: differences of pass^1, the first less the second."""

    tasks: int
    difference: Gap
    better: int
    """Tasks in which the first did better."""
    worse: int
    p: float
    """How likely so large a difference is, in either direction, if each task's were as likely the other way round."""


def compare(one: Sequence[int], other: Sequence[int], trials: tuple[int, int]) -> Comparison:
    """Compare two results.

    Args:
        one: The first agent's successes in each task.
        other: The second agent's, in the same order.
        trials: Trials of each task, in the first result and in the second.
    """
    first, second = trials
    # Over a common denominator differences are whole numbers, and the test is exact.
    differences = [mine * second - theirs * first for mine, theirs in zip(one, other, strict=True)]
    return Comparison(
        len(differences),
        gap([count / first for count in one], [count / second for count in other], min(trials)),
        sum(difference > 0 for difference in differences),
        sum(difference < 0 for difference in differences),
        sign_flip(differences),
    )


def sign_flip(differences: Sequence[int]) -> float:
    """Return the exact two-sided p of the sign-flip test (Fisher 1935): the share of all signs whose sum is as far from 0.

    All 2^m signings are counted, by the sum they lead to, and not drawn.
    """
    unit = gcd(*differences) or 1
    sizes = [abs(difference) // unit for difference in differences if difference]
    observed = abs(sum(differences)) // unit
    total = sum(sizes)
    # Bit field number s holds how many ways lead to a subset with sum s; the signed sum is then 2 s - total.
    width = len(sizes) + 1
    ways = 1
    for size in sizes:
        ways += ways << (size * width)
    least = (total - observed) // 2
    below = ways & ((1 << (least + 1) * width) - 1)
    extreme = sum((below >> (s * width)) & ((1 << width) - 1) for s in range(least + 1))
    return 1.0 if not observed else 2 * extreme / 2 ** len(sizes)
