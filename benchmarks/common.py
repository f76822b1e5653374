"""What the benchmarks share: the machine in words, tables, and runs of `apigen-mt` that are watched from outside."""

import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

COMMAND = [sys.executable, "-m", "apigen_mt"]


def announce(title: str) -> None:
    """Say what is measured, and on what; a busy machine makes wall clocks useless, so its load is told as well."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"\n{title}\nPython {platform.python_version()}, {cores()} cores{load}, {time.strftime('%Y-%m-%d')}")


def cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def show(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a small table."""
    table = Table(*columns, box=None, header_style="bold")
    for row in rows:
        table.add_row(*map(str, row))
    Console(width=150).print(table)


def verdict(what: str, value: float, target: float, *, at_least: bool, form: str = ",.1f") -> bool:
    """Print a figure beside its target; return whether it is met."""
    met = value >= target if at_least else value <= target
    sign = ">=" if at_least else "<="
    print(f"{what}: {value:{form}} (target {sign} {target:{form}}: {'met' if met else 'MISSED'})")
    return met


def cpu_of(work: Callable[[], object]) -> float:
    """Return the CPU seconds of a call in this process."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


class Watched(NamedTuple):
    """One finished command."""

    wall: float
    cpu: float
    """User and system seconds of all its processes."""
    peak: int
    """Largest sum of the memory of all its processes at one moment, in bytes (see `memory_of`); 0 if not asked for."""
    output: str


@contextmanager
def folder() -> Iterator[Path]:
    """Give a new directory on the disk of the current directory: temporary ones may lie in memory."""
    with tempfile.TemporaryDirectory(prefix=".benchmark-", dir=Path.cwd()) as path:
        yield Path(path)


def watch(command: Sequence[str], sample: "Callable[[int], int] | None" = None, every: float = 0.1) -> Watched:
    """Run a command to its end; with `sample`, ask again and again what its process group holds.

    Raises:
        SystemExit: when it fails; what it said is printed.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    peak = 0
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        while sample and process.poll() is None:
            peak = max(peak, sample(process.pid))
            time.sleep(every)
        process.wait()
        wall = time.perf_counter() - begun
        said.seek(0)
        output = said.read()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{output[-3000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Watched(wall, cpu, peak, output)
