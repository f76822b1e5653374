"""The command that looks at somebody's benchmark: benchmark."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.table import Table

from apigen_mt.adapters.load import load_benchmark
from apigen_mt.adapters.played import Report
from apigen_mt.adapters.played import report as report_on
from apigen_mt.commands.output import write_json

Flag = Annotated[bool, Parameter(negative="")]


def benchmark(
    names: tuple[str, ...],
    /,
    *,
    checkout: Path | None = None,
    split: str = "",
    limit: int | None = None,
    json: Flag = False,
) -> None:
    """Replay a benchmark's ground truth, say what is wrong with it, and what agents earn that do nothing or know it.

    Args:
        names: Benchmarks, for example tau-bench:retail, tau2:airline or bfcl:multi_turn_base.
        checkout: Folder of the peer's repository, where its code is not installed.
        split: Which of its splits (default: the one that is usually reported).
        limit: Look at the first so many tasks only.
        json: Print the figures as JSON.
    """
    found: list[Report] = []
    for name in names:
        peer = load_benchmark(name, checkout)
        found.append(report_on(peer, split or peer.splits[0], limit))
    if json:
        write_json(found)
        return
    console = Console()
    console.print(_earnings(found))
    for one in found:
        console.print(_flaws(one))


def _earnings(found: list[Report]) -> Table:
    table = Table("benchmark", "tasks", "calls", "agent", "their reward", "our verdicts", "failed", box=None)
    for one in found:
        for agent, earned in one.earned.items():
            unjudged = f" ({earned.unjudged} need a judge)" if earned.unjudged else ""
            failed = ", ".join(f"{check} {count:,}" for check, count in earned.failed.items())
            table.add_row(
                f"{one.benchmark} {one.split}",
                f"{one.tasks:,}",
                f"{one.actions:,}",
                agent,
                f"{earned.theirs:.1%}{unjudged}",
                f"{earned.ours:.1%}",
                failed,
            )
    return table


def _flaws(one: Report) -> Table:
    table = Table("wrong with the ground truth", "tasks", "for example", box=None, title=f"{one.benchmark} {one.split}")
    table.title_justify = "left"
    for check, flaw in one.flaws.items():
        table.add_row(check, f"{flaw.tasks:,}", flaw.example[:160])
    return table
