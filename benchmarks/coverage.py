"""How often the intervals of pass^k, and of a difference of pass^1, hold the truth: `python benchmarks/coverage.py`.

Simulated agents whose rates over tasks are drawn from a beta distribution, four trials of each task.
"""

from math import prod
from random import Random

from apigen_mt.evaluation.intervals import gap
from apigen_mt.evaluation.passk import passed

RUNS, TRIALS = 800, 4
TASKS = (5, 10, 30, 100)
SHAPES = {
    "all or nothing": (0.3, 0.3),
    "in between": (2.0, 2.0),
    "mostly right": (8.0, 2.0),
    "nearly all right": (0.5, 0.05),
    "all alike": (50.0, 50.0),
    "hardly ever right": (0.1, 2.0),
}


def truth(shape: tuple[float, float], k: int) -> float:
    """pass^k over all tasks."""
    a, b = shape
    return prod((a + step) / (a + b + step) for step in range(k))


def covered(rng: Random, shape: tuple[float, float], tasks: int, k: int) -> float:
    """Share of the runs whose interval of pass^k holds the truth."""
    kept = 0
    for _ in range(RUNS):
        rates = [rng.betavariate(*shape) for _ in range(tasks)]
        found = passed([sum(rng.random() < rate for _ in range(TRIALS)) for rate in rates], TRIALS)[k - 1].all_of_k
        kept += found.low <= truth(shape, k) <= found.high
    return kept / RUNS


def covered_gap(rng: Random, power: int, tasks: int) -> float:
    """Share of the runs whose interval of the difference from an agent whose rates are a power of the other's holds it."""
    shape, kept = (0.6, 0.4), 0
    difference = truth(shape, 1) - truth(shape, power)
    for _ in range(RUNS):
        rates = [rng.betavariate(*shape) for _ in range(tasks)]
        one, other = (
            [sum(rng.random() < rate**exponent for _ in range(TRIALS)) / TRIALS for rate in rates]
            for exponent in (1, power)
        )
        found = gap(one, other, TRIALS)
        kept += found.low <= difference <= found.high
    return kept / RUNS


def main() -> None:
    """Print the shares."""
    rng = Random(5)
    print(f"{'':34}" + "".join(f"{tasks:>6} tasks" for tasks in TASKS))
    for name, shape in SHAPES.items():
        for k in (1, TRIALS):
            shares = "".join(f"{covered(rng, shape, tasks, k):>12.1%}" for tasks in TASKS)
            print(f"{name + f', pass^{k}':34}{shares}")
    for power in (1, 2):
        shares = "".join(f"{covered_gap(rng, power, tasks):>12.1%}" for tasks in TASKS)
        print(f"{f'difference, rates to the power {power}':34}{shares}")


if __name__ == "__main__":
    main()
