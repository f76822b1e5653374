"""Tasks of somebody's benchmark as what an agent is tried on."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

import msgspec

from apigen_mt.adapters.benchmark import Action, Benchmark, PeerTask
from apigen_mt.adapters.load import load_benchmark
from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import Task
from apigen_mt.values.canonical import content_hash


class BenchmarkTask(msgspec.Struct, frozen=True, tag="benchmark"):
    """A task of a benchmark: where it is found, and what is to be shown of it without the peer's code."""

    id: str
    domain: str
    """The benchmark's name."""
    split: str
    number: int
    """Its place in the split."""
    version: str
    """Of the peer's code and data."""
    checkout: str
    """Folder of the peer's repository; empty where its package is installed."""
    truth: tuple[Action, ...]
    """The calls of its ground truth."""
    instruction: str = ""
    outputs: tuple[str, ...] = ()
    """Texts that have to be told by the peer's definition."""

    kinds: ClassVar[tuple[str, ...]] = ()
    difficulty: ClassVar[str] = ""
    """Nothing is known of either."""

    @property
    def actions(self) -> int:
        """How many calls its ground truth has."""
        return len(self.truth)

    @property
    def tools(self) -> tuple[str, ...]:
        """The tools of its ground truth, each once."""
        return tuple(dict.fromkeys(action.call.name for action in self.truth))

    def found(self) -> tuple[Benchmark, PeerTask]:
        """Return the benchmark and the task.

        Raises:
            UserError: when the peer's code is not there any more, or is another version.
        """
        benchmark = load_benchmark(self.domain, Path(self.checkout) if self.checkout else None)
        if benchmark.version != self.version:
            raise UserError(
                f"the tasks are of {self.domain} {self.version}, and here is {benchmark.version}: begin another --out"
            )
        return benchmark, benchmark.tasks(self.split)[self.number]


AnyTask = Task | BenchmarkTask


def benchmark_tasks(name: str, checkout: Path | None, split: str, limit: int | None) -> tuple[BenchmarkTask, ...]:
    """Return the tasks of a benchmark's split, in its order.

    Args:
        name: For example `tau-bench:retail`.
        checkout: Folder of the peer's repository, where its package is not installed.
        split: One of its splits; empty for the one that is usually reported.
        limit: The first so many only.

    Raises:
        UserError: when there is no such benchmark or split, or the peer's code is not there.
    """
    benchmark = load_benchmark(name, checkout)
    split = split or benchmark.splits[0]
    return tuple(
        BenchmarkTask(
            f"{name} {split} {task.id}",
            name,
            split,
            number,
            benchmark.version,
            str(checkout.resolve()) if checkout else "",
            task.actions,
            task.instruction,
            task.outputs,
        )
        for number, task in enumerate(benchmark.tasks(split)[:limit])
    )


def tasks_digest(tasks: Iterable[AnyTask]) -> str:
    """Return a hash of the tasks and their order."""
    return content_hash([task.id for task in tasks])
