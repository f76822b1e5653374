"""BFCL's multi-turn tasks, CPU time side by side: our reset, replay, compare and reward against its own checker.

Both are given the ground truth as the agent's calls, all of a turn in one step, and both execute it twice: once for the agent,
once as the truth. The two take turns, category by category and round by round. Left out on both sides: imports, reading
the files, and making the conversations (for theirs, as text). Every reward is compared.

Needs the distribution `bfcl-eval` (installed with --no-deps) and `mpmath`.
"""

import argparse
import statistics
import sys

from common import announce, cpu_of, show, verdict

from apigen_mt.adapters.benchmark import Conversed, Reward
from apigen_mt.adapters.bfcl import package
from apigen_mt.adapters.bfcl.benchmark import NAMES, Bfcl
from apigen_mt.adapters.bfcl.calls import written
from apigen_mt.adapters.bfcl.entries import Entry
from apigen_mt.adapters.bfcl.reward import turns
from apigen_mt.adapters.bfcl.theirs import as_new
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason

TARGET = 1.5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args()

    announce(f"BFCL multi-turn, {package.DISTRIBUTION} {package.version()}: all tasks judged (CPU time)")
    rows: list[tuple[str, ...]] = []
    whole: list[tuple[float, float]] = []
    for name in NAMES:
        benchmark = Bfcl(name)
        ours, theirs = measure(benchmark, given.rounds)
        whole.append((statistics.median(ours), statistics.median(theirs)))
        each = (f"{seconds / len(benchmark.entries) * 1e3:.3f}" for seconds in reversed(whole[-1]))
        ratios = [t / o for t, o in zip(theirs, ours, strict=True)]
        ratio = whole[-1][1] / whole[-1][0]
        rows.append(
            (name, str(len(benchmark.entries)), *each, f"{ratio:.2f}", f"{min(ratios):.2f} to {max(ratios):.2f}")
        )
    show(("category", "tasks", "theirs, ms a task", "ours, ms a task", "ratio of medians", "over the rounds"), rows)
    mine, peers = (sum(seconds) for seconds in zip(*whole, strict=True))
    return 0 if verdict("all four, theirs against ours", peers / mine, TARGET, at_least=True, form=".2f") else 1


def measure(benchmark: Bfcl, rounds: int) -> tuple[list[float], list[float]]:
    """Return the CPU seconds that our reward and their checker take for all tasks, round by round."""
    tasks = benchmark.tasks("test")
    played = [at_once(entry) for entry in benchmark.entries.values()]
    texts = [
        [[[written(call) for call in step] for step in turn] for turn in turns(conversed.messages)]
        for conversed in played
    ]
    ours: list[float] = []
    theirs: list[float] = []
    rewards: list[Reward] = []
    for number in range(rounds + 1):
        seconds = cpu_of(lambda: rewards.extend(map(benchmark.reward, tasks, played)))
        if any(reward.value != 1.0 for reward in rewards):
            raise SystemExit("the ground truth does not earn the whole reward")
        checked = sum(
            check(benchmark.entries[task.id], calls, f"round{number}") for task, calls in zip(tasks, texts, strict=True)
        )
        if number:  # the first one fills caches, ours and theirs
            ours.append(seconds)
            theirs.append(checked)
    return ours, theirs


def at_once(entry: Entry) -> Conversed:
    """Return the ground truth with all calls of a turn in one step, so that no turn has too many."""
    messages: list[Message] = []
    for said, calls in zip(entry.task.turns, entry.calls, strict=True):
        steps = [Message("assistant", calls=tuple(calls))] if calls else []
        messages += [Message("user", said), *steps, Message("assistant")]
    return Conversed(messages, StopReason.USER_DONE)


def check(entry: Entry, calls: list[list[list[str]]], name: str) -> float:
    """Return the CPU seconds of their checker on one task; what it leaves behind is removed outside of that."""
    checker = package.module(f"{package.CHECKER}.multi_turn_checker").multi_turn_checker
    found: list[bool] = []
    category = entry.task.id.rsplit("_", 1)[0]
    with as_new(entry, name):
        seconds = cpu_of(lambda: found.append(checker(calls, entry.answer, entry.question, category, name)["valid"]))
    if found != [True]:
        raise SystemExit(f"{entry.task.id}: their checker rejects the ground truth")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
