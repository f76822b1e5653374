"""What stays of the language models of a run: what they cost, what revising gave, and their answers as a recording."""

from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter
from rich.console import Console
from rich.table import Table

from apigen_mt.commands.output import write_json
from apigen_mt.errors import UserError
from apigen_mt.models.ledger import Ledger, Spent, conversations, ledger
from apigen_mt.models.log import CompletionLog
from apigen_mt.models.recording import export_recording
from apigen_mt.run.config import load_prices
from apigen_mt.run.journal import Journal
from apigen_mt.run.yields import Made, made, saved


def costs(
    directory: Path, /, *, config: Path | None = None, json: Annotated[bool, Parameter(negative="")] = False
) -> None:
    """Print what a run's language models cost.

    Args:
        directory: The run's directory; it may still be at work.
        config: TOML file with the prices: [prices."model"] with prompt and completion, for a million tokens.
        json: Print the figures as JSON.
    """
    with CompletionLog.read(directory) as log, Journal.read(directory) as journal:
        done = made(journal)
        told = ledger(log, load_prices(config) if config else {}, done.outcomes)
        early = saved(done.stops, conversations(log))
    if json:
        write_json(_figures(told, done, early))
        return
    console = Console()
    console.print(_table(told))
    for line in (*_sums(told), *_revising(done), _early(early)):
        console.print(line, highlight=False, soft_wrap=True)


def record(directory: Path, /, *, out: Path) -> None:
    """Write a run's completion log as a recording: a text file that `--replay` takes as well.

    Args:
        directory: The run's directory.
        out: The file; one that is there is replaced.
    """
    with CompletionLog.read(directory) as log:
        try:
            with out.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(export_recording(log))
        except OSError as error:
            raise UserError(f"cannot write the recording {str(out)!r}: {error.strerror}") from error


def _table(told: Ledger) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("role", "model"):
        table.add_column(name, no_wrap=True)
    for name in ("calls", "k prompt", "shared", "k compl.", "s/call", "money"):
        table.add_column(name, justify="right", no_wrap=True)
    for (_, role, model), spent in told.by("stage", "role", "model").items():
        table.add_row(role, model, *_shown(spent))
    table.add_row("total", "", *_shown(told.total), style="bold")
    return table


def _shown(spent: Spent) -> tuple[str, ...]:
    return (
        f"{spent.calls:,}",
        f"{spent.prompt / 1000:,.1f}",
        f"{spent.shared_share:.0%}",
        f"{spent.completion / 1000:,.1f}",
        f"{spent.seconds / spent.calls:.1f}" if spent.calls else "-",
        "-" if spent.unpriced == spent.calls else f"{spent.money:,.3f}",
    )


def _sums(told: Ledger) -> list[str]:
    total = told.total
    lines = [f"{told.accepted:,} accepted"]
    tokens = told.per_accepted(total.prompt + total.completion)
    if tokens is not None:
        lines[0] += f", each with what was rejected on the way: {tokens:,.0f} tokens"
        if not total.unpriced:
            lines[0] += f", {told.per_accepted(total.money):,.4f} in money"
    cached = f", {total.cached / total.prompt:.0%} of the prompts cached by the servers" if total.prompt else ""
    lines.append(f"{total.failures:,} calls without an answer, {total.repairs:,} repair turns{cached}")
    for (outcome,), spent in told.by("outcome").items():
        lines.append(f"items {outcome}: {spent.calls:,} calls, {spent.prompt + spent.completion:,} tokens")
    unpriced = {model: spent for (model,), spent in told.by("model").items() if spent.unpriced}
    if unpriced:
        lines.append(f"no price for {', '.join(unpriced)}: add it to \\[prices] and give the file as --config")
    return lines


def _revising(done: Made) -> list[str]:
    """Tell what feedback gives apart from what retrying gives."""
    return [
        f"{branch}: {one.contexts:,} contexts, {one.at_once:,} accepted at the first proposal, {one.accepted:,} in the end "
        f"({one.share:.0%}), {one.proposals:,} proposals"
        for branch, one in sorted(done.revised.items())
    ]


def _early(early: tuple[int, float]) -> str:
    return f"stopped early: {early[0]:,} conversations, about {early[1]:,.0f} tokens saved"


def _figures(told: Ledger, done: Made, early: tuple[int, float]) -> dict[str, Any]:
    return {
        "accepted": told.accepted,
        "total": told.total._asdict(),
        "lines": [{**group._asdict(), **spent._asdict()} for group, spent in told.lines.items()],
        "stopped_early": {"conversations": early[0], "tokens_saved": round(early[1])},
        "revising": {branch: one._asdict() for branch, one in done.revised.items()},
    }
