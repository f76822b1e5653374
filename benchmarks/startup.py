"""How long commands take to start: `apigen-mt --help` and imports, against an interpreter that does nothing.

Commands take turns, so that a busy moment of the machine hits all of them alike; medians are compared.
"""

import argparse
import statistics
import sys

from common import COMMAND, announce, show, verdict, watch

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "apigen-mt --help": [*COMMAND, "--help"],
    "apigen-mt generate --help": [*COMMAND, "generate", "--help"],
    "import apigen_mt.pipeline": [sys.executable, "-c", "import apigen_mt.pipeline"],
    "import apigen_mt.dataset.write": [sys.executable, "-c", "import apigen_mt.dataset.write"],
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    given = parser.parse_args()

    announce("Start of the command line (seconds, medians)")
    for command in COMMANDS.values():
        watch(command)  # once for the compiled modules and the disk's cache
    runs = {name: [] for name in COMMANDS}
    for _ in range(given.runs):
        for name, command in COMMANDS.items():
            runs[name].append(watch(command))
    wall = {name: statistics.median(run.wall for run in each) for name, each in runs.items()}
    cpu = {name: statistics.median(run.cpu for run in each) for name, each in runs.items()}
    least = {name: min(run.wall for run in each) for name, each in runs.items()}
    bare = next(iter(COMMANDS))
    show(
        ("command", "wall", "fastest", "CPU", "ratio of CPU"),
        [
            (name, f"{wall[name]:.3f}", f"{least[name]:.3f}", f"{cpu[name]:.3f}", f"{cpu[name] / cpu[bare]:.1f}")
            for name in COMMANDS
        ],
    )
    good = verdict("apigen-mt --help, wall seconds", wall["apigen-mt --help"], 0.3, at_least=False, form=".3f")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
