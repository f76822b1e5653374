"""pass^k and pass@k, from n trials of each task (pass^k: Yao et al. 2024, τ-bench; pass@k: Chen et al. 2021).

Both are unbiased for every k up to n: they are the shares of the k-subsets of a task's trials of which all, or any, have
succeeded. A task is the unit: figures are means over tasks, and their uncertainty is that of having drawn these tasks.
"""

from collections.abc import Sequence
from math import comb

import msgspec

from apigen_mt.evaluation.intervals import Mean, mean


class Passed(msgspec.Struct, frozen=True):
    """One k."""

    k: int
    all_of_k: Mean
    """pass^k: k trials all succeed."""
    any_of_k: Mean
    """pass@k: at least one of k trials succeeds."""


def all_of(successes: int, trials: int, k: int) -> float:
    """Return a task's pass^k: the share of its trials' k-subsets in which all have succeeded."""
    _check(successes, trials, k)
    return comb(successes, k) / comb(trials, k)


def any_of(successes: int, trials: int, k: int) -> float:
    """Return a task's pass@k: the share of its trials' k-subsets in which at least one has succeeded."""
    _check(successes, trials, k)
    return (comb(trials, k) - comb(trials - successes, k)) / comb(trials, k)


def passed(successes: Sequence[int], trials: int) -> tuple[Passed, ...]:
    """Return pass^k and pass@k for every k up to the number of trials.

    Args:
        successes: Of each task, how many of its trials succeeded.
        trials: Of each task, how many there were.
    """
    return tuple(
        Passed(
            k,
            mean([all_of(count, trials, k) for count in successes], trials),
            mean([any_of(count, trials, k) for count in successes], trials),
        )
        for k in range(1, trials + 1)
    )


def _check(successes: int, trials: int, k: int) -> None:
    if not (0 <= successes <= trials and 1 <= k <= trials):
        raise ValueError(f"k = {k} and {successes} successes do not fit {trials} trials")
