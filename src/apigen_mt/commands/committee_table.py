"""The audit of a committee as tables for people."""

from collections.abc import Iterator

from rich.table import Table

from apigen_mt.audit.committee import SWAYS, Report, Row, Sway
from apigen_mt.audit.shares import Share

ALIKE, CLOSEST = 0.5, 5
"""Pairs whose errors are correlated more than this are named, the closest few of them."""


def report_tables(report: Report) -> Iterator[Table]:
    """Yield what reviewers find, what sways them, who finds which kind, and how far they are of one mind."""
    yield _found(report)
    yield _swayed(report)
    yield _kinds(report)
    yield _together(report)


def _table(title: str, first: str, *columns: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, title=title, title_justify="left", title_style="bold")
    table.add_column(first, no_wrap=True)
    for column in columns:
        table.add_column(column)
    return table


def _found(report: Report) -> Table:
    table = _table(
        f"What they find: {report.planted:,} planted defects among {report.clean:,} clean blueprints",
        "reviewer", "recall", "past code", "false alarms", "undecided", "adds recall", "adds alarms", "tokens",
    )  # fmt: skip
    for row in (*report.reviewers, report.vote, report.code, report.both):
        added = (f"{row.adds.recall:+.1%}", f"{row.adds.false_alarms:+.1%}") if row.adds else ("", "")
        spent = f"{row.tokens.prompt + row.tokens.completion:,}" if row.tokens else ""
        shares = (_shown(row.recall), _shown(row.past_code), _shown(row.false_alarms), _plain(row.undecided))
        table.add_row(row.name, *shares, *added, spent, style=_style(row, report))
    return table


def _swayed(report: Report) -> Table:
    table = _table(
        f"What sways them: decisions that changed, of {report.probes:,}; in brackets: beyond noise (! surely)",
        "reviewer", "again (noise)", *SWAYS,
    )  # fmt: skip
    for row in (*report.reviewers, report.vote):
        table.add_row(
            row.name,
            _shown(row.sways["again"].changed),
            *(_sway(row.sways[sitting]) for sitting in SWAYS),
            style=_style(row, report),
        )
    return table


def _kinds(report: Report) -> Table:
    names = [row.name for row in (*report.reviewers, report.vote)]
    table = _table("Who finds what", "defect", "planted", "checks", "built-in", "left", *names)
    for row in report.kinds:
        left = row.planted - row.checks - row.built_in
        counts = (f"{count:,}" for count in (row.planted, row.checks, row.built_in, left))
        table.add_row(row.kind, *counts, *(_plain(row.caught[name]) for name in names))
    return table


def _together(report: Report) -> Table:
    table = _table("Together", "figure", "value")
    table.add_row("Krippendorff's alpha", _figure(report.alpha))
    table.add_row("correlation of errors", _figure(report.error_correlation))
    table.add_row("effective votes", f"{_figure(report.effective_votes)} of {len(report.reviewers)}")
    for pair in [pair for pair in report.pairs if (pair.error_correlation or 0) > ALIKE][:CLOSEST]:
        table.add_row(f"{pair.one} and {pair.other}", f"correlation of errors {_figure(pair.error_correlation)}")
    return table


def _style(row: Row, report: Report) -> str:
    return "" if row in report.reviewers else "bold"


def _shown(share: Share) -> str:
    return "none" if share.share is None else f"{share.share:.0%} ({100 * share.low:.0f}-{100 * share.high:.0f})"


def _plain(share: Share) -> str:
    return "none" if share.share is None else f"{share.share:.0%}"


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.2f}"


def _sway(sway: Sway) -> str:
    beyond = sway.beyond_noise
    if beyond is None:
        return _plain(sway.changed)
    sure = "!" if beyond.low > 0 else ""
    return f"{_plain(sway.changed)} ({beyond.low:+.0%} to {beyond.high:+.0%}){sure}"
