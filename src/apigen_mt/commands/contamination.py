"""The command that looks for benchmarks in a dataset: contamination."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.table import Table

from apigen_mt.adapters.load import is_benchmark, load_benchmark
from apigen_mt.commands.output import tell, write_json
from apigen_mt.errors import UserError
from apigen_mt.evaluation.contamination import Contamination
from apigen_mt.evaluation.contamination import contamination as find_contamination
from apigen_mt.evaluation.contents import Contents, contents_of, contents_of_benchmark
from apigen_mt.registry import load_domain


def contamination(
    dataset: Path,
    /,
    *,
    against: Annotated[tuple[str, ...], Parameter(consume_multiple=True)],
    checkout: Path | None = None,
    threshold: float | None = None,
    domain: tuple[str, ...] = (),
    json: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Count what of benchmarks stands in a dataset: ids, rows, tools, policy, tasks, dialogue.

    Args:
        dataset: Dataset or blueprints in our format, or conversations in ShareGPT's or the chat API's.
        against: Benchmarks: tau-bench:retail and the like, a folder with db.json, policy.md, tools.json and tasks*.json, or
            whatever a dataset can be.
        checkout: Checkout of an adapted benchmark, if it is not installed.
        threshold: Share of a benchmark's things, from 0 to 1, that may be found at each level; exit code 1 if it is more.
        domain: Path of a domain that is not installed.
        json: Print the counts as JSON.
    """
    if threshold is not None and not 0 <= threshold <= 1:
        raise UserError(f"--threshold is a share from 0 to 1, not {threshold:g}")
    given = {load_domain(one).name: one for one in domain}
    ours = contents_of(dataset, given)
    found = [find_contamination(ours, _benchmark(name, checkout, given)) for name in against]
    if json:
        write_json(found)
    else:
        for one in found:
            _show(one)
    above = [] if threshold is None else [(one, level) for one in found for level in one.above(threshold)]
    for one, level in above:
        tell(f"{one.benchmark}, {level.name}: {level.shared:,} of {level.second:,} are in {one.dataset}")
    return 1 if above else 0


def _benchmark(name: str, checkout: Path | None, given: Mapping[str, str]) -> Contents:
    if is_benchmark(name):
        return contents_of_benchmark(load_benchmark(name, checkout))
    return contents_of(Path(name), given)


def _show(found: Contamination) -> None:
    table = Table(found.benchmark, found.dataset, "benchmark", "found", "for example", box=None, header_style="bold")
    for level in found.levels:
        table.add_row(
            level.name, f"{level.first:,}", f"{level.second:,}", f"{level.shared:,}", ", ".join(level.examples)
        )
    Console().print(table)
