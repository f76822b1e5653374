"""How an evaluation and a comparison look in a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from apigen_mt.evaluation.intervals import Mean
from apigen_mt.evaluation.paired import Comparison
from apigen_mt.evaluation.result import REWARDS, Group, Result, Versus


def result_tables(found: Result, spent: Sequence[Mapping[str, Any]]) -> list[RenderableType]:
    """Return the tables of a result."""
    head = f"{found.agent}\n{found.tasks:,} tasks, {found.trials} trials each; the user is {found.user}"
    tables: list[RenderableType] = [head, _passed(found), _gates(found)]
    tables += [_groups(name, groups, found.trials) for name, groups in found.by.items() if groups]
    tables.append(_figures(found))
    if spent:
        tables.append(_spent(spent, found.tasks * found.trials))
    return tables


def comparison_table(found: Versus) -> list[RenderableType]:
    """Return the table of a comparison."""
    table = _table("reward", "tasks", "difference of pass^1", "better", "worse", "p")
    for reward in REWARDS:
        one: Comparison = getattr(found, reward)
        gap = one.difference
        shown = f"{gap.value:+.1%} [{gap.low:+.1%}, {gap.high:+.1%}]".replace("[", r"\[")
        table.add_row(reward, f"{one.tasks:,}", shown, f"{one.better:,}", f"{one.worse:,}", _likely(one.p))
    return [f"{found.first}\nless {found.second}", table]


def _passed(found: Result) -> Table:
    table = _table("k", *(f"{name}, {reward}" for reward in REWARDS for name in ("pass^k", "pass@k")))
    for strict, plain in zip(found.strict, found.plain, strict=True):
        cells = [_shown(mean) for one in (strict, plain) for mean in (one.all_of_k, one.any_of_k)]
        table.add_row(str(strict.k), *cells)
    return table


def _gates(found: Result) -> Table:
    table = _table("gate", "trials passed")
    for gate, mean in found.gates.items():
        table.add_row(gate, _shown(mean))
    return table


def _groups(name: str, groups: Mapping[str, Group], trials: int) -> Table:
    table = _table(name, "tasks", "pass^1, strict", f"pass^{trials}", "pass^1, plain")
    for one, group in groups.items():
        every = group.strict[-1].all_of_k.value
        cells = (_shown(group.strict[0].all_of_k), "-" if every is None else f"{every:.1%}")
        table.add_row(one, f"{group.tasks:,}", *cells, _shown(group.plain[0].all_of_k))
    return table


def _figures(found: Result) -> Table:
    table = _table("figure", "value")
    claims = found.claims
    table.add_row("false success", f"{_shown(claims.rate)}: {claims.false:,} of {claims.claimed:,} that claim one")
    table.add_row("tool calls in a trial", f"{found.calls:.1f}")
    if found.user_calls:
        table.add_row("tool calls of the user", f"{found.user_calls:.1f}")
    table.add_row("user messages in a trial", f"{found.turns:.1f}")
    for name, counts in (("failed, blamed on", found.blame), ("ended by", found.stops)):
        told = ", ".join(f"{what} {count:,}" for what, count in counts.items())
        table.add_row(name, told or "none")
    return table


def _spent(spent: Sequence[Mapping[str, Any]], trials: int) -> Table:
    table = _table("role", "model", "calls", "tokens", "tokens a trial", "s/call", "money")
    for line in spent:
        tokens = line["prompt"] + line["completion"]
        table.add_row(
            line["role"],
            line["model"],
            f"{line['calls']:,}",
            f"{tokens:,}",
            f"{tokens / trials:,.0f}" if trials else "-",
            f"{line['seconds'] / line['calls']:.1f}",
            "-" if line["unpriced"] else f"{line['money']:,.3f}",
        )
    return table


def _likely(p: float) -> str:
    return "< 0.0001" if p < 0.0001 else f"{p:.4f}"


def _shown(mean: Mean) -> str:
    return "-" if mean.value is None else rf"{mean.value:.1%} \[{mean.low:.0%}, {mean.high:.0%}]"


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, no_wrap=True)
    return table
