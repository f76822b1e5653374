"""Two agents that need no model, played against a benchmark: one that does nothing, and one that plays the ground truth.

A reward that the first one earns measures nothing; one that the second one misses is no measure either.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from apigen_mt.adapters.benchmark import BYE, Benchmark, Conversed, PeerTask, played
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason

IDLE = "I'm sorry, I can't help with that."


def do_nothing(benchmark: Benchmark, task: PeerTask) -> Conversed:
    """Return the conversation of an agent that only talks."""
    said = task.turns or (task.instruction, BYE)
    messages = [message for turn in said for message in (Message("user", turn), Message("assistant", IDLE))]
    return Conversed(messages, StopReason.USER_DONE)


Player = Callable[[Benchmark, PeerTask], Conversed]
PLAYERS: Mapping[str, Player] = {
    "do-nothing": do_nothing,
    "oracle": lambda benchmark, task: played(benchmark.environment(task), task),
}


class Earned(msgspec.Struct, frozen=True):
    """What one of them earns over a split."""

    theirs: float
    """Mean reward by the peer's definition."""
    unjudged: int
    """Tasks of which a part of their reward needs a judge, and counts as earned here."""
    ours: float
    """Share of the tasks in which none of our verdicts failed."""
    failed: dict[str, int]
    """Our checks, by how many tasks failed them."""


class Flaw(msgspec.Struct, frozen=True):
    """What is wrong with ground truths."""

    tasks: int
    example: str


class Report(msgspec.Struct, frozen=True):
    """What a split of a benchmark is like."""

    benchmark: str
    version: str
    split: str
    tasks: int
    actions: int
    flaws: dict[str, Flaw]
    earned: dict[str, Earned]


def report(benchmark: Benchmark, split: str, limit: int | None = None) -> Report:
    """Replay every ground truth of a split, look for what is wrong with it, and play both agents.

    Raises:
        UserError: when there is no such split.
    """
    tasks = benchmark.tasks(split)[:limit]
    return Report(
        benchmark.name,
        benchmark.version,
        split,
        len(tasks),
        sum(len(task.actions) for task in tasks),
        _flaws(benchmark, tasks),
        {name: _earned(benchmark, tasks, player) for name, player in PLAYERS.items()},
    )


def _flaws(benchmark: Benchmark, tasks: Sequence[PeerTask]) -> dict[str, Flaw]:
    found: dict[str, list[str]] = {}
    for task in tasks:
        for verdict in benchmark.flaws(task):
            if verdict.passed is False:
                found.setdefault(verdict.check, []).append(f"task {task.id}: {verdict.reason}")
    return {check: Flaw(len(told), told[0]) for check, told in sorted(found.items())}


def _earned(benchmark: Benchmark, tasks: Sequence[PeerTask], player: Player) -> Earned:
    rewards: list[float] = []
    failed: dict[str, int] = {}
    unjudged = passed = 0
    for task in tasks:
        conversed = player(benchmark, task)
        reward = benchmark.reward(task, conversed)
        rewards.append(reward.value)
        unjudged += reward.value > 0 and None in reward.parts.values()
        wrong = {verdict.check for verdict in benchmark.verdicts(task, conversed) if verdict.passed is False}
        passed += not wrong
        for check in wrong:
            failed[check] = failed.get(check, 0) + 1
    count = max(len(tasks), 1)
    return Earned(sum(rewards) / count, unjudged, passed / count, dict(sorted(failed.items())))
