"""`apigen-mt view` over a journal of 100,000 trajectories: seconds to take it in, milliseconds a page, memory.

The journal is that of a small run whose items stand in it again and again under new ordinals. Pages are asked for over HTTP,
one after the other, as a browser would; the median and the slowest count. The server's CPU time stands beside them: it is
what is left on a machine that nobody else uses.
"""

import argparse
import json
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

from common import COMMAND, announce, folder, show, verdict

from apigen_mt.run.directory import JOURNAL

ORDINAL = re.compile(r'^\{"ordinal":\d+')
PAGES = {
    "overview": "/",
    "list, first page": "/items",
    "list, last page": "/items?page=999999",
    "list, rejected": "/items?verdict=rejected",
    "list, one domain and verdict": "/items?domain=airline&verdict=accepted",
    "list, a common tool": "/items?tool=show_order",
    "list, a rare tool of composed tasks": "/items?tool=pay_compensation&composed=yes",
    "list, a failed check": "/items?failed=consent",
    "list, most turns": "/items?sort=turns",
    "list, hardest": "/items?difficulty=hard&sort=difficulty",
    "list, 3 goals, most calls, page 500": "/items?goals=3&sort=calls&page=500",
    "search, a common word": "/items?text=order",
    "search, two words": "/items?text=willow+trug",
    "search, a name": "/items?text=Lottie",
    "search in a domain, not reviewed": "/items?text=refund&domain=retail&person=none",
    "item": "/items/50001",
    "item within a search": "/items/50001/attempt-0?text=order&verdict=accepted",
    "pulse": "/pulse",
}
MOST = 200.0
"""Milliseconds a page."""


def enlarge(directory: Path, count: int) -> None:
    """Repeat a run's items under new ordinals until so many are admitted."""
    journal = sqlite3.connect(directory / JOURNAL, isolation_level=None)
    journal.execute("PRAGMA synchronous = OFF")
    items = journal.execute("SELECT * FROM items ORDER BY ordinal").fetchall()
    accepted = dict(journal.execute("SELECT ordinal, item FROM accepted").fetchall())
    rejected = {one[0]: one[1:] for one in journal.execute("SELECT * FROM rejected").fetchall()}
    width = len(items)
    journal.execute("BEGIN")
    for copy in range(1, -(-count // len(accepted))):
        at = datetime.fromtimestamp(1.8e9 + 10 * copy, UTC).isoformat(timespec="milliseconds")
        journal.execute("INSERT INTO blocks VALUES (?, ?, ?)", (copy + 10**6, width, at))
        moved = [(one[0] + copy * width, copy + 10**6, *one[2:]) for one in items]
        journal.executemany(f"INSERT INTO items VALUES ({', '.join('?' * len(items[0]))})", moved)
        number = {old[0]: new[0] for old, new in zip(items, moved, strict=True)}
        journal.executemany(
            "INSERT INTO accepted VALUES (?, ?)",
            [(number[old], ORDINAL.sub(f'{{"ordinal":{number[old]}', text)) for old, text in accepted.items()],
        )
        journal.executemany(
            "INSERT INTO rejected VALUES (?, ?, ?)",
            [
                (number[old], why, ORDINAL.sub(f'{{"ordinal":{number[old]}', text))
                for old, (why, text) in rejected.items()
            ],
        )
    journal.execute("UPDATE meta SET value = ? WHERE key = 'wanted'", (str(count),))
    journal.execute("COMMIT")
    journal.close()


@contextmanager
def serving(directory: Path) -> Iterator[tuple[int, HTTPConnection]]:
    """Start the viewer; give its process and a connection to it."""
    command = [*COMMAND, "view", str(directory), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            port = int(process.stdout.readline().split("/")[2].rpartition(":")[2])
            yield process.pid, HTTPConnection("127.0.0.1", port, timeout=300)
        finally:
            process.terminate()


def ask(connection: HTTPConnection, path: str) -> bytes:
    """Return a page, wherever it leads."""
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read()
    if answer.status == 307:
        return ask(connection, answer.headers["location"])
    if answer.status != 200:
        raise SystemExit(f"{path} answers {answer.status}")
    return text


def peak(process: int) -> float:
    """Return the largest resident set so far, in megabytes."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1000  # type: ignore[index]


def worked(process: int) -> float:
    """Return the CPU seconds that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    announce(f"apigen-mt view over {given.count:,} trajectories")
    with folder() as place:
        directory = place / "run"
        domains = ["retail", "airline", "banking"]
        subprocess.run([*COMMAND, "generate", *domains, "-n", "500", "--out", str(directory), "--quiet"], check=True)
        enlarge(directory, given.count)
        print(f"journal: {(directory / JOURNAL).stat().st_size / 1e6:,.0f} MB")
        with serving(directory) as (process, connection):
            begun = time.perf_counter()
            slowest = 0.0
            while json.loads(ask(connection, "/pulse"))["state"] == "reading":
                before = time.perf_counter()
                ask(connection, "/items")
                slowest = max(slowest, time.perf_counter() - before)
                time.sleep(0.25)
            taken = time.perf_counter() - begun
            print(
                f"taken in after {taken:,.1f} s ({given.count / taken:,.0f} a second), meanwhile {peak(process):,.0f} MB"
            )
            print(f"slowest first page of the list meanwhile: {1000 * slowest:,.0f} ms")
            size = sum(file.stat().st_size for file in directory.glob("viewer.sqlite*")) / 1e6
            print(f"index: {size:,.0f} MB")
            rows, worst = [], 0.0
            for name, path in PAGES.items():
                ask(connection, path)
                times: list[float] = []
                used = worked(process)
                for _ in range(given.rounds):
                    before = time.perf_counter()
                    text = ask(connection, path)
                    times.append(1000 * (time.perf_counter() - before))
                worst = max(worst, statistics.median(times))
                cpu = 1000 * (worked(process) - used) / given.rounds
                rows.append(
                    (
                        name,
                        f"{statistics.median(times):.0f}",
                        f"{max(times):.0f}",
                        f"{cpu:.0f}",
                        f"{len(text) / 1000:,.0f}",
                    )
                )
            show(("page", "median ms", "slowest ms", "CPU ms", "kB"), rows)
            print(f"peak memory {peak(process):,.0f} MB")
    return 0 if verdict("slowest median, ms a page", worst, MOST, at_least=False) else 1


if __name__ == "__main__":
    sys.exit(main())
