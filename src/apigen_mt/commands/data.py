"""The commands on finished data: verify, export, show."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from apigen_mt.audit.behaviours import shown
from apigen_mt.audit.diversity import Sample
from apigen_mt.audit.telling import told, varied
from apigen_mt.commands.output import say, write_json
from apigen_mt.dataset.export import export as write_export
from apigen_mt.dataset.lessons import write_mended, write_pairs
from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.reverify import reverify
from apigen_mt.dataset.rows import blueprint_of, messages_of
from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import read_tasks
from apigen_mt.exports.bfcl import export_bfcl
from apigen_mt.exports.tau2 import write_tau2
from apigen_mt.language.behaviours import BEHAVIOURS
from apigen_mt.registry import load_domain


def verify(
    path: Path,
    /,
    *,
    workers: int | None = None,
    domain: tuple[str, ...] = (),
    json: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Re-execute and re-judge every row. Exit code 1 unless all of them pass everything.

    Args:
        path: Dataset directory, or a .parquet, .jsonl or .json file in our format, ShareGPT's or the chat API's.
        workers: Processes (default: all cores).
        domain: Path of a domain that is not installed.
        json: Print the report as JSON.
    """
    report = reverify(path, workers, domain)
    if json:
        write_json(report)
    else:
        say(report.table())
    return 0 if report.ok else 1


def export(
    path: Path,
    /,
    *,
    format: Literal["openai", "trl", "sharegpt", "dpo", "mended", "tau2", "bfcl"],
    out: Path,
    domain: tuple[str, ...] = (),
) -> None:
    """Write a dataset in another format, what its rejected conversations teach, or its blueprints as somebody's tasks.

    Args:
        path: Dataset directory or file in our format; for tau2 also a directory of `blueprints`.
        format: openai (JSONL as the chat API takes it), trl (Parquet for training), sharegpt (JSON or JSONL); dpo (Parquet
            of preference pairs from rejected conversations), mended (Parquet as trl, of rejected conversations in which the
            agent put its mistake right; the mistake is not learned); tau2 (tasks for τ²-bench); bfcl (multi-turn files in BFCL's
            layout).
        out: File to write; for tau2 and bfcl a directory.
        domain: Path of a domain that is not installed; needed for dpo, mended and tau2 only.
    """
    given = {load_domain(one).name: one for one in domain}
    if format == "tau2":
        splits = write_tau2(read_tasks(path, given), out)
        told = ", ".join(f"{number:,} in split {split}" for split, number in splits.items())
        say(f"{sum(splits.values()):,} tasks in {out}: {told}")
    elif format == "bfcl":
        say(f"{export_bfcl(path, out):,} conversations in {out}")
    elif format == "dpo":
        say(f"{write_pairs(path, out, given):,} pairs in {out}")
    elif format == "mended":
        say(f"{write_mended(path, out, given):,} conversations in {out}")
    else:
        say(f"{write_export(path, format, out):,} conversations in {out}")


def show(
    path: Path, /, *, number: Annotated[int, Parameter(name=["--number", "-n"])] = 6, behaviour: str | None = None
) -> None:
    """Print conversations in full: as far as there are such, each of a user with another register and another casing.

    Args:
        path: Dataset directory or file in our format.
        number: How many.
        behaviour: Only conversations in which the user does this; `apigen-mt stats` lists what there is.
    """
    if behaviour is not None and behaviour not in BEHAVIOURS:
        raise UserError(f"there is no behaviour {behaviour!r}; behaviours are {', '.join(BEHAVIOURS)}")
    found = (Sample(blueprint_of(row), messages_of(row)) for row in read_rows(path))
    fitting = [one for one in found if behaviour is None or behaviour in dict(shown(*one))]
    for sample in varied(fitting, number):
        say("\n".join(told(sample)) + "\n")
