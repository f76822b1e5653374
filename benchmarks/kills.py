"""Same seed, one worker against two against a run that is killed again and again: identical bytes.

python benchmarks/kills.py [-n 400] [--kills 20] [domain ...]
"""

import argparse
import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path


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


def killed(arguments: argparse.Namespace, out: Path, whole: float) -> int:
    """Run with SIGKILL at random moments until as many kills as wanted have hit, then to the end; return the kills."""
    rng, kills = random.Random(0), 0
    while kills < arguments.kills:
        process = subprocess.Popen(command(arguments, out, 2), start_new_session=True)
        time.sleep(rng.uniform(0.3, 1.0) * whole / 3)
        if process.poll() is not None:
            break
        process.send_signal(signal.SIGKILL)
        process.wait()
        kills += 1
    subprocess.run(command(arguments, out, 2), check=True)
    return kills


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
            begun = time.monotonic()
            subprocess.run(command(arguments, place / f"{workers}", workers), check=True)
            whole = time.monotonic() - begun
            results[f"{workers} worker{'s' * (workers > 1)}"] = digest(place / f"{workers}")
        kills = killed(arguments, place / "killed", whole)
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
