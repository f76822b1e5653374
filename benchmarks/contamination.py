"""Our retail set against a benchmark's plain data: nothing shared; a leak planted at each level found; and the time it takes."""

import argparse
import json
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from common import announce, cpu_of, folder, show, verdict

from apigen_mt.cli import main as apigen_mt
from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.rows import text_of
from apigen_mt.evaluation.contamination import contamination
from apigen_mt.evaluation.contents import Contents, contents_of

Plant = Callable[[dict[str, Any], dict[str, Any]], Any]
CLEAN = ("ids", "rows", "tools", "writes", "instructions", "likeness")
"""What a set of another shop must not share; sentences and talk are told as well."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "benchmark", type=Path, nargs="+", help="folder with db.json, policy.md, tools.json and tasks*.json"
    )
    parser.add_argument("--rows", type=int, default=10_000, help="rows of the dataset that the time is measured with")
    options = parser.parse_args()
    announce(f"contamination: 1,000 and {options.rows:,} retail rows against {', '.join(map(str, options.benchmark))}")
    met: list[bool] = []
    with folder() as place:
        for name, wanted in (("small", 1000), ("large", options.rows)):
            assert apigen_mt(["generate", "retail", "-n", str(wanted), "--quiet", "--out", str(place / name)]) == 0
        ours = contents_of(place / "small", {})
        for path in options.benchmark:
            theirs = contents_of(path, {})
            met += _clean(ours, theirs)
            met += _planted(place, path, theirs)
        met += _timed(place / "large", options.benchmark[0])
    return 0 if all(met) else 1


def _clean(ours: Contents, theirs: Contents) -> list[bool]:
    levels = contamination(ours, theirs).levels
    show(("level", "ours", "theirs", "found"), [(one.name, one.first, one.second, one.shared) for one in levels])
    shared = sum(level.shared for level in levels if level.name in CLEAN)
    return [verdict(f"{theirs.name}: found at {', '.join(CLEAN)}", shared, 0, at_least=False, form=",.0f")]


def _planted(place: Path, benchmark: Path, theirs: Contents) -> list[bool]:
    rows = [json.loads(text_of(row)) for row in islice(read_rows(place / "small"), 100)]
    (file,) = (place / "small" / "domains").iterdir()
    found: list[tuple[str, int, str]] = []
    for number, (level, plant) in enumerate(_leaks(benchmark, theirs).items()):
        target = place / f"{benchmark.parent.name}-{benchmark.name}-{number}"
        (target / "domains").mkdir(parents=True)
        leaky, domain = json.loads(json.dumps(rows)), json.loads(file.read_text("utf-8"))
        plant(leaky[len(leaky) // 2], domain)
        (target / "domains" / file.name).write_text(json.dumps(domain))
        (target / "rows.jsonl").write_text("\n".join(map(json.dumps, leaky)))
        shared = {one.name: one for one in contamination(contents_of(target / "rows.jsonl", {}), theirs).levels}
        found.append((level, shared[level].shared, ", ".join(shared[level].examples)[:90]))
    show(("planted leak", "found", "for example"), found)
    times = sum(number > 0 for _, number, _ in found)
    return [
        verdict(f"{theirs.name}: planted leaks found, of {len(found)}", times, len(found), at_least=True, form=",.0f")
    ]


def _leaks(benchmark: Path, theirs: Contents) -> dict[str, Plant]:
    """Return level -> what plants one thing of the benchmark there."""
    table = next(iter(json.loads((benchmark / "db.json").read_text("utf-8")).values()))
    row = next(iter(table.values())) if isinstance(table, dict) else table[0]
    tool = json.loads((benchmark / "tools.json").read_text("utf-8"))[0]
    sentence = max(next(iter(theirs.policies)).splitlines(), key=len)
    task = next(one for one in theirs.exercises if one.writes and len(one.instruction.split()) > 40)
    actions = [{"name": call.name, "arguments": call.arguments} for call in reversed(task.writes)]
    words = task.instruction.split()
    return {
        "ids": lambda one, _: _say(one, f"My number is {min(theirs.ids)}."),
        "rows": lambda one, _: _answer(one, json.dumps({"result": [row]})),
        "tools": lambda _, domain: domain["tools"].append(tool),
        "policy": lambda _, domain: domain.update(policy=f"{domain['policy']}\n{sentence}"),
        "writes": lambda one, _: one.update(actions=json.dumps(actions)),
        "instructions": lambda one, _: one.update(instruction=" ".join(words[10:30])),
        "likeness": lambda one, _: one.update(instruction=" ".join(w for n, w in enumerate(words) if n % 12)),
        "dialogue": lambda one, _: _say(one, " ".join(words[10:30])),
    }


def _say(row: dict[str, Any], text: str) -> None:
    row["messages"][0]["content"] += " " + text


def _answer(row: dict[str, Any], text: str) -> None:
    next(one for one in row["messages"] if one["role"] == "tool")["content"] = text


def _timed(large: Path, benchmark: Path) -> list[bool]:
    read: list[Contents] = []
    reading = cpu_of(lambda: read.append(contents_of(large, {})))
    looking = cpu_of(lambda: contamination(read[0], contents_of(benchmark, {})))
    print(f"CPU seconds: {reading:.1f} to read, {looking:.1f} to look")
    return [verdict("CPU seconds in all", reading + looking, 60, at_least=False)]


if __name__ == "__main__":
    sys.exit(main())
