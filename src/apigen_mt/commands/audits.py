"""The commands that ask how good the data, the verifier and the committee are: stats, mutate, trivial-agents, audit."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Sequence
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from cyclopts import Parameter
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from apigen_mt.audit.behaviours import Shown
from apigen_mt.audit.biased import panel
from apigen_mt.audit.by_code import CODE
from apigen_mt.audit.committee import Report
from apigen_mt.audit.committee import audit as audit_committee
from apigen_mt.audit.diversity import Sample, measure
from apigen_mt.audit.mix import WorldOf, mix, sittings
from apigen_mt.audit.tables import MutationRow, mutation_table, trivial_table
from apigen_mt.commands.committee_table import report_tables
from apigen_mt.commands.output import write_json
from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.rows import Row, blueprint_of, messages_of
from apigen_mt.dataset.versions import read_versions, source_of
from apigen_mt.errors import UserError
from apigen_mt.models.completion import EndpointDown, OutOfBudget
from apigen_mt.models.log import COMPLETIONS
from apigen_mt.models.metered import Metered
from apigen_mt.models.players import Players
from apigen_mt.phases.reviewer_model import ModelReviewer
from apigen_mt.registry import load_domain, load_world
from apigen_mt.run.blueprint_file import NAME, read_blueprints
from apigen_mt.run.config import load_config
from apigen_mt.run.directory import hold
from apigen_mt.run.studio import open_studio
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.world.domain import World

Json = Annotated[bool, Parameter(negative="")]
Given = tuple[str, ...]


def stats(path: Path, /, *, limit: int | None = None, domain: Given = (), json: Json = False) -> None:
    """Print diversity and difficulty.

    Args:
        path: Dataset directory or file in our format.
        limit: Look at the first so many rows only.
        domain: Path of a domain that is not installed.
        json: Print the figures as JSON.
    """
    given, versions = _given(domain), read_versions(path)
    names = sorted({version.name for version in versions.values()})
    domains = [load_domain(source_of(name, given, versions)) for name in names]
    figures = measure(map(_sample, islice(read_rows(path), limit)), domains)
    if json:
        write_json(figures)
        return
    table = Table("figure", "value", box=None, header_style="bold")
    for name, value in msgspec.structs.asdict(figures).items():
        if name != "behaviours":
            table.add_row(name.replace("_", " "), _shown(value))
    Console().print(table)
    Console().print(_behaviours(figures.behaviours))


def _behaviours(rows: Sequence[Shown]) -> Table:
    table = Table("behaviour", "share", "wordings", "a message that shows it", box=None, header_style="bold")
    for row in rows:
        table.add_row(row.behaviour.replace("_", " "), f"{row.share:.1%}", f"{row.wordings:,}", escape(row.example))
    return table


def mutate(path: Path, /, *, mutants: int = 5000, seed: int = 0, domain: Given = (), json: Json = False) -> int:
    """Plant errors in accepted conversations and count how many the verifier catches, and how often it cries wolf.

    Exit code 1 if less than 99 % of all errors or 95 % of one kind are caught, or more than 0.5 % of the harmless variants
    are rejected.

    Args:
        path: Dataset directory or file in our format.
        mutants: How many errors to plant, spread over the kinds.
        seed: Another seed, other mutants.
        domain: Path of a domain that is not installed.
        json: Print the table as JSON.
    """
    table = mutation_table([_sample(row) for row in read_rows(path)], _worlds(path, domain), mutants, seed)
    good = table.caught >= 0.99 and table.false_alarms <= 0.005
    good = good and all(row.share >= 0.95 for row in table.errors if row.planted)
    if json:
        write_json(table)
        return 0 if good else 1
    console = Console()
    console.print(_mutations("planted error", table.errors, table.caught))
    console.print(_mutations("harmless variant", table.variants, table.false_alarms))
    return 0 if good else 1


def trivial_agents(path: Path, /, *, limit: int = 500, seed: int = 0, domain: Given = (), json: Json = False) -> int:
    """Let agents that should pass nothing try the blueprints. Exit code 1 if one of them passes 5 % or more.

    Args:
        path: Dataset directory or file in our format.
        limit: Blueprints each of them tries.
        seed: Another seed, other conversations.
        domain: Path of a domain that is not installed.
        json: Print the table as JSON.
    """
    rows = trivial_table([_sample(row) for row in islice(read_rows(path), limit)], _worlds(path, domain), seed)
    if json:
        write_json(rows)
    else:
        table = Table("agent", "blueprints", "passed", "share", box=None, header_style="bold")
        for row in rows:
            table.add_row(row.agent, f"{row.blueprints:,}", f"{row.passed:,}", f"{row.passed / row.blueprints:.1%}")
        Console().print(table)
    return 0 if all(row.passed < 0.05 * row.blueprints for row in rows) else 1


def audit(
    path: Path,
    /,
    *,
    items: int = 200,
    probes: int = 100,
    reviewers: Literal["code", "biased"] = "code",
    config: Path | None = None,
    log: Path | None = None,
    seed: int = 0,
    domain: Given = (),
    json: Json = False,
) -> None:
    """Audit a committee: plant defects in verified blueprints, mix them with clean ones, and see who finds what.

    Args:
        path: Directory that `blueprints` or `generate` has made, or a file of it.
        items: Size of the mix, half of it defective; no clean blueprint comes twice, so with few of them it is smaller.
        probes: Items shown again, in another order, with their parts in another order, and padded.
        reviewers: code (the checks and the built-in reviewers) or biased (scripted ones of known bias).
        config: TOML file with players.reviewers: language models, audited instead. They cost what `docs/models.md` says.
        log: Directory where their answers are kept; the same command on it pays for none of them again.
        seed: Another seed, another mix.
        domain: Path of a domain that is not installed.
        json: Print the report as JSON.
    """
    if items < 2 or probes < 1:
        raise UserError(f"--items has to be 2 or more and --probes 1 or more, not {items} and {probes}")
    blueprints, world_of = _blueprints(path, domain)
    mixed = mix(blueprints, world_of, items, seed)
    if not any(item.kind for item in mixed):
        raise UserError(f"no defect can be planted in the {len(blueprints)} blueprints of {str(path)!r}: make more")
    shown = sittings(mixed, probes, seed)
    if config is not None:
        report = _audit_models(config, log, partial(audit_committee, mixed, shown, world_of))
    else:
        committee = CODE if reviewers == "code" else panel(mixed, shown, seed)
        report = asyncio.run(audit_committee(mixed, shown, world_of, committee))
    if json:
        write_json(report)
        return
    console = Console()
    for table in report_tables(report):
        console.print(table)


def _audit_models(file: Path, log: Path | None, audited: Callable[..., Coroutine[Any, Any, Report]]) -> Report:
    """Audit the reviewers of a configuration."""
    if log is None:
        raise UserError("reviewers with a model need a directory for their answers: add --log DIR")
    config = load_config(file, {"out": log, "domains": ("audit",)})
    if not config.players.reviewers:
        raise UserError(f"{str(file)!r} has no players.reviewers; add the committee that is to be audited")
    config = msgspec.structs.replace(config, players=Players(reviewers=config.players.reviewers))
    with hold(log, COMPLETIONS), open_studio(config, log) as studio:
        meters = {role: Metered(model) for role, model in studio.models(0).items()}
        committee = [ModelReviewer(name, meter) for name, meter in meters.items()]
        try:
            return studio.loop.run(audited(committee, meters))
        except (OutOfBudget, EndpointDown) as error:
            raise UserError(f"{error}; what was answered is kept: run the same command to go on") from error


def _blueprints(path: Path, domain: Given) -> tuple[list[Blueprint], WorldOf]:
    """Read the blueprints of a blueprint file or of a dataset, each once, and say where their worlds come from."""
    if path.name != NAME and not (path / NAME).exists():
        rows = {row.blueprint: blueprint_of(row) for row in read_rows(path)}
        return list(rows.values()), _worlds(path, domain)
    source = read_blueprints(path)
    settings, given = source.header.settings, _given(domain)

    @cache
    def world_of(name: str) -> World:
        world = load_world(source_of(name, given, {}), settings.seed, settings.size)
        return _same(world, source.header.worlds.values(), path)

    return [blueprint for block in source.blocks(source.count) for _, blueprint in block], world_of


def _sample(row: Row) -> Sample:
    return Sample(blueprint_of(row), messages_of(row))


def _given(paths: Sequence[str]) -> dict[str, str]:
    return {load_domain(path).name: path for path in paths}


def _worlds(path: Path, domain: Sequence[str]) -> WorldOf:
    given, versions = _given(domain), read_versions(path)
    by_name = {version.name: version for version in versions.values()}

    @cache
    def world_of(name: str) -> World:
        version = by_name[name]
        world = load_world(source_of(name, given, versions), version.seed, version.size)
        return _same(world, [version.digest], path)

    return world_of


def _same(world: World, digests: Collection[str], path: Path) -> World:
    """Return the world if it is one that the data was made in."""
    if world.digest not in digests:
        raise UserError(
            f"{str(path)!r} was made with another version of {world.domain.name!r}: make it anew, or install that version"
        )
    return world


def _mutations(what: str, rows: Sequence[MutationRow], share: float) -> Table:
    table = Table(what, "planted", "rejected", "share", "checks that failed", box=None, header_style="bold")
    for row in rows:
        checks = ", ".join(f"{check} {count}" for check, count in list(row.checks.items())[:4])
        table.add_row(row.kind.replace("_", " "), f"{row.planted:,}", f"{row.rejected:,}", f"{row.share:.1%}", checks)
    table.add_row(
        "all",
        f"{sum(row.planted for row in rows):,}",
        f"{sum(row.rejected for row in rows):,}",
        f"{share:.2%}",
        "",
        style="bold",
    )
    return table


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, float):
        return f"{value:.1%}" if value <= 1 else f"{value:.2f}"
    return f"{value:,}"
