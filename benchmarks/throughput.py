"""Accepted trajectories a second: `apigen-mt generate` as anybody runs it, journal, dataset and all.

The same run with 1 worker and with more, one after the other, each into a new directory on the current disk.
Starting up (imports, building the tables, the API graph) is measured by a run that wants one trajectory, and taken
off in one of the two rates. On a machine that other work shares the wall clock says little: then CPU seconds
per trajectory, times the share that the second worker really added, are what to look at.
"""

import argparse
import json
import sys
from pathlib import Path

from common import COMMAND, announce, cores, folder, show, verdict, watch


def generate(domains: list[str], options: list[str], count: int, workers: int, out: Path) -> tuple[float, float, int]:
    """Run `generate`; return wall seconds, CPU seconds and how many were accepted."""
    more = ["-n", str(count), "--workers", str(workers), "--out", str(out), "--json"]
    run = watch([*COMMAND, "generate", *domains, *options, *more])
    return run.wall, run.cpu, json.loads(run.output)["accepted"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("domains", nargs="*", default=["retail", "airline", "banking"])
    parser.add_argument("-n", type=int, default=6000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--size", default="500")
    parser.add_argument("--style", default="mixed")
    given = parser.parse_args()

    announce(f"Accepted trajectories a second ({', '.join(given.domains)}; {given.n:,} wanted, style {given.style})")
    options = ["--size", given.size, "--style", given.style]
    rows: list[tuple[object, ...]] = []
    rates: dict[int, float] = {}
    least: dict[int, float] = {}
    for workers in (1, given.workers):
        with folder() as place:
            begun, begun_cpu, _ = generate(given.domains, options, 1, workers, place / "start")
            wall, cpu, accepted = generate(given.domains, options, given.n, workers, place / "run")
        rates[workers] = accepted / (wall - begun)
        each = (cpu - begun_cpu) / accepted
        least[workers] = each
        rows.append((
            workers, f"{wall:.1f}", f"{begun:.1f}", f"{accepted / wall:,.0f}", f"{rates[workers]:,.0f}",
            f"{cpu:.1f}", f"{each * 1e3:.2f}", f"{cpu / wall:.2f}",
        ))  # fmt: skip
    show(("workers", "wall s", "start s", "a second", "after start", "CPU s", "CPU ms each", "cores used"), rows)
    print(f"{given.workers} workers against 1: {rates[given.workers] / rates[1]:.2f} times as many a second")
    possible = min(given.workers, cores()) / least[given.workers]
    print(
        f"by CPU time alone, {min(given.workers, cores())} cores that nobody shares would make {possible:,.0f} a second"
    )
    return 0 if verdict("accepted a second, after start", rates[given.workers], 500, at_least=True, form=",.0f") else 1


if __name__ == "__main__":
    sys.exit(main())
