"""What an agent fails at, by goal kind and by check, and how much more of it should be generated next."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from apigen_mt.evaluation.result import Tried, succeeded
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.values.verdict import first_failed

PRIOR = 4
"""Trials at the mean rate that are added to those of each kind: a kind that was tried once says little."""
LEAST = 0.1
"""Smallest weight: what an agent can do has to stay in the data."""


class Target(msgspec.Struct, frozen=True):
    """A goal kind: how an agent fared with tasks that have it."""

    kind: str
    """With its domain: `retail:cancel_order`."""
    trials: int
    failed: int
    checks: dict[str, int]
    """Check that failed first -> in how many of these trials; a trial counts for every kind of its task."""
    weight: float
    """How many times as often as otherwise it should be aimed at: its rate of failures by that of all."""


def targets(tried: Sequence[Tried]) -> tuple[Target, ...]:
    """Return the goal kinds of some tasks, those that fail most first; none if they have no kinds, or nothing failed."""
    trials: dict[str, list[Trajectory]] = {}
    for one in tried:
        for kind in one.task.kinds:
            trials.setdefault(f"{one.task.domain}:{kind}", []).extend(one.trials)
    failures = {kind: [trial for trial in some if not succeeded(trial, "strict")] for kind, some in trials.items()}
    count = sum(map(len, trials.values()))
    mean = sum(map(len, failures.values())) / count if count else 0.0
    if not mean:
        return ()
    found = [
        Target(
            kind,
            len(trials[kind]),
            len(failed),
            dict(Counter(map(_check, failed)).most_common()),
            round(max(LEAST, (len(failed) + PRIOR * mean) / (len(trials[kind]) + PRIOR) / mean), 2),
        )
        for kind, failed in failures.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.kind)))


def _check(trial: Trajectory) -> str:
    """Return what a trial failed at: a check, or how it stopped if none of them failed."""
    failed = first_failed(trial.verdicts)
    return failed.check if failed else trial.stop.value
