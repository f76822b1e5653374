"""Same seed, one worker against two against a run that is killed again and again: identical bytes.

python benchmarks/kills.py [-n 400] [--kills 20] [domain ...]
"""

import argparse
import hashlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from apigen_mt.run.directory import JOURNAL

MOMENT = 0.6
"""Seconds that a process may live on, at most: start-up, a few blocks, and the end of writing all come under the knife."""


def command(arguments: argparse.Namespace, out: Path, workers: int) -> list[str]:
    """Return the command of one run."""
    base = [sys.executable, "-m", "apigen_mt", "generate", *arguments.domains, "-n", str(arguments.n)]
    return [*base, "--workers", str(workers), "--out", str(out), "--quiet"]


def digest(directory: Path) -> str:
    """Hash every file of a dataset but the journal, by name and content."""
    whole = hashlib.sha256()
    for path in sorted(directory.rglob("*")):
        if path.is_file() and not path.name.startswith("journal"):
            whole.update(str(path.relative_to(directory)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


def killed(arguments: argparse.Namespace, out: Path) -> int:
    """Kill a run at random moments, spread over all of its progress, then let it end; return the kills.

    Each process may work until the journal has reached a point drawn beforehand, and lives a random moment longer: killing
    by the clock alone would let the run end before the last kill, or never get anywhere.
    """
    rng = random.Random(0)
    for point in sorted(rng.uniform(0, 0.9) for _ in range(arguments.kills)):
        process = subprocess.Popen(command(arguments, out, 2), start_new_session=True)
        while progress(out / JOURNAL) < point * arguments.n and process.poll() is None:
            time.sleep(0.01)
        time.sleep(rng.uniform(0, MOMENT))
        process.send_signal(signal.SIGKILL)
        if process.wait() == 0:
            sys.exit(f"the run ended before its kill at {point:.0%}: give a larger -n")
    subprocess.run(command(arguments, out, 2), check=True)
    return arguments.kills


def progress(journal: Path) -> int:
    """Return how many trajectories a journal holds; 0 while there is none."""
    if not journal.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"{journal.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM accepted").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def main() -> None:
    """Make the three datasets and compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("domains", nargs="*", default=["retail", "airline", "banking"])
    parser.add_argument("-n", type=int, default=400)
    parser.add_argument("--kills", type=int, default=20)
    arguments = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix=".benchmark-", dir="."))
    try:
        results: dict[str, str] = {}
        for workers in (1, 2):
            subprocess.run(command(arguments, place / f"{workers}", workers), check=True)
            results[f"{workers} worker{'s' * (workers > 1)}"] = digest(place / f"{workers}")
        kills = killed(arguments, place / "killed")
        results[f"2 workers, killed {kills} times"] = digest(place / "killed")
    finally:
        shutil.rmtree(place)
    for name, value in results.items():
        print(f"{name:28} {value}")
    same = len(set(results.values())) == 1
    print("identical bytes" if same else "DIFFERENT BYTES")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
