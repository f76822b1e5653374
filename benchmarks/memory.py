"""Peak memory of `apigen-mt generate`: a run against one that makes ten times as much.

Two figures of the same runs, of all their processes: the largest resident set of any one process, and the
largest sum of all resident sets at one moment, as seen by looking ten times a second. In the sum, pages that a
worker shares with its parent count once for each (an upper bound; `proportional` counts them once).
Linux only: it reads /proc.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import NamedTuple

from common import COMMAND, Watched, announce, folder, show, verdict, watch

MEGABYTE = 1e6


class Memory:
    """What the processes of one group have held at most."""

    def __init__(self, proportional: bool):
        self.largest = 0
        """Of one process, by the kernel's own high-water mark: nothing is missed between two looks."""
        self._proportional = proportional

    def held(self, group: int) -> int:
        """Look once: return the sum over the group's processes."""
        return sum(self._of(process) for process in _group(group))

    def _of(self, process: Path) -> int:
        try:
            status = _fields((process / "status").read_text())
            self.largest = max(self.largest, status.get("VmHWM", 0))
            if self._proportional:
                return _fields((process / "smaps_rollup").read_text()).get("Pss", 0)
            return status.get("VmRSS", 0)
        except OSError:  # it has just ended
            return 0


def _fields(text: str) -> dict[str, int]:
    """Return the fields of a file of /proc that are given in kB, in bytes."""
    parts = (line.split() for line in text.splitlines())
    return {part[0].rstrip(":"): int(part[1]) * 1024 for part in parts if part[-1:] == ["kB"]}


def _group(group: int) -> list[Path]:
    found: list[Path] = []
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and os.getpgid(int(process.name)) == group:
                found.append(process)
        except OSError:
            continue
    return found


class Run(NamedTuple):
    """One run's figures."""

    count: int
    largest: int
    watched: Watched


def generate(domains: list[str], count: int, workers: int, size: int, proportional: bool) -> Run:
    memory = Memory(proportional)
    with folder() as place:
        options = ["-n", str(count), "--workers", str(workers), "--size", str(size), "--out", str(place / "run")]
        run = watch([*COMMAND, "generate", *domains, *options, "--quiet"], memory.held)
    return Run(count, memory.largest, run)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("domains", nargs="*", default=["retail", "airline", "banking"])
    parser.add_argument("--few", type=int, default=2000)
    parser.add_argument("--many", type=int, default=20000)
    parser.add_argument("--full", action="store_true", help="10,000 against 100,000: takes many minutes")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--size", type=int, default=2000, help="customers: enough that they do not run out of wishes")
    parser.add_argument("--proportional", action="store_true", help="count shared pages once in the sum; slower")
    given = parser.parse_args()
    few, many = (10_000, 100_000) if given.full else (given.few, given.many)

    announce(f"Peak memory ({', '.join(given.domains)}; {given.workers} workers, size {given.size})")
    runs = [generate(given.domains, count, given.workers, given.size, given.proportional) for count in (few, many)]
    show(
        ("accepted", "largest process MB", "all processes MB", "wall s", "CPU s"),
        [
            (f"{run.count:,}", f"{run.largest / MEGABYTE:.0f}", f"{run.watched.peak / MEGABYTE:.0f}",
             f"{run.watched.wall:.0f}", f"{run.watched.cpu:.0f}")
            for run in runs
        ],
    )  # fmt: skip
    one = runs[1].largest / runs[0].largest
    whole = runs[1].watched.peak / runs[0].watched.peak
    good = verdict("ratio, largest process", one, 1.5, at_least=False, form=".2f")
    return 0 if verdict("ratio, all processes", whole, 1.5, at_least=False, form=".2f") and good else 1


if __name__ == "__main__":
    sys.exit(main())
