"""τ²-bench's own evaluators beside our reward, on the same conversations: its ground truths, carried out.

Ours: a fresh world, every call of the ground truth through the one replay, then the reward, for which the writes are carried
out in a second world and the ground truth is replayed in a third, and the ends compared. Nothing is remembered between
conversations but the shared tables. Theirs: its evaluators on the finished conversation, which build two environments from
its files, replay the writes and the ground truth in them, and hash both databases; no tool is called before, and no judge.

Every reward is compared. With `--sequences`, so are the rewards of that many ground truths per domain, spoilt at random.
"""

import argparse
import importlib
import random
import statistics
import sys
from pathlib import Path

import msgspec
from common import announce, cpu_of, show, verdict

from apigen_mt.adapters.benchmark import Reward, played
from apigen_mt.adapters.tau2 import load
from apigen_mt.adapters.tau2.benchmark import Tau2
from apigen_mt.adapters.tau2.domain import DOMAINS

TARGET = 100
REPEATS = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path, help="a checkout of github.com/sierra-research/tau2-bench with its data")
    parser.add_argument("--domains", nargs="+", default=DOMAINS, choices=DOMAINS)
    parser.add_argument("--tasks", type=int, default=0, help="of each domain's first split; 0 for all")
    parser.add_argument(
        "--sequences", type=int, default=0, help="spoilt ground truths per domain to compare rewards on"
    )
    given = parser.parse_args()
    announce("Reset, replay, compare and reward against τ²-bench's evaluators, CPU ms a task")
    rows: list[tuple[object, ...]] = []
    met = True
    for name in given.domains:
        benchmark = load(f"tau2:{name}", given.checkout)
        rows.append(timed(benchmark, given.tasks))
        print(*rows[-1], flush=True)
        if given.sequences:
            print(
                f"{benchmark.name}: {spoilt(benchmark, given.sequences)} of {given.sequences} spoilt ones have equal rewards"
            )
    show(("domain", "tasks", "ours", "theirs", "ratio", "equal rewards", "reward 1"), rows)
    for row in rows:
        if row[0] == "tau2:retail":
            met = verdict("τ²-bench retail, theirs / ours", float(str(row[4])), TARGET, at_least=True)
    return 0 if met and all(row[5] == row[1] for row in rows) else 1


def timed(benchmark: Tau2, count: int) -> tuple[object, ...]:
    """One row of the table."""
    tasks = benchmark.tasks(benchmark.splits[0])
    tasks = tasks[: count or len(tasks)]

    def ours() -> list[Reward]:
        benchmark.rewards.truth.cache_clear()
        return [benchmark.reward(task, played(benchmark.environment(task), task)) for task in tasks]

    talks = [played(benchmark.environment(task), task) for task in tasks]
    found = ours()  # loads the tables, and where tasks begin
    mine = statistics.median(cpu_of(ours) for _ in range(REPEATS)) / len(tasks)
    given: list[Reward] = []
    other = cpu_of(lambda: given.extend(map(benchmark.their_reward, tasks, talks))) / len(tasks)
    equal = sum(one == two for one, two in zip(found, given, strict=True))
    ones = sum(reward.value == 1 for reward in given)
    return benchmark.name, len(tasks), f"{1000 * mine:.2f}", f"{1000 * other:.1f}", f"{other / mine:.1f}", equal, ones


def spoilt(benchmark: Tau2, count: int) -> int:
    """Return on how many spoilt ground truths the rewards are equal; what is to be told is told four times in five."""
    sys.path.append(str(Path(__file__).parents[1] / "tests" / "adapters"))
    corrupted = importlib.import_module("tau2_corruption").corrupted
    rng = random.Random(1)
    tasks = benchmark.tasks(benchmark.splits[0])
    equal = 0
    for _ in range(count):
        task = rng.choice(tasks)
        told = tuple(f"It is {text}." for text in task.outputs if rng.random() < 0.8)
        wrong = msgspec.structs.replace(task, actions=tuple(corrupted(task, tasks, rng)), outputs=told)
        talk = played(benchmark.environment(task), wrong)
        one, two = benchmark.reward(task, talk), benchmark.their_reward(task, talk)
        equal += one == two
        if one != two:
            print(f"{benchmark.name} {task.id}: {one} against {two}")
    return equal


if __name__ == "__main__":
    raise SystemExit(main())
