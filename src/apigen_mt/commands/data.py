"""The commands on finished data: verify, export."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from apigen_mt.commands.output import say, write_json
from apigen_mt.dataset.export import export as write_export
from apigen_mt.dataset.reverify import reverify


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


def export(path: Path, /, *, format: Literal["openai", "trl", "sharegpt"], out: Path) -> None:
    """Write a dataset in another format.

    Args:
        path: Dataset directory or file in our format.
        format: openai (JSONL as the chat API takes it), trl (Parquet for training), sharegpt (JSON or JSONL).
        out: File to write.
    """
    say(f"{write_export(path, format, out):,} conversations in {out}")
