"""The commands about domains: list, show, check, graph."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.table import Table

from apigen_mt.commands.output import say, tell
from apigen_mt.errors import UserError
from apigen_mt.outputs.graph_svg import draw_graph, graph_json
from apigen_mt.phases.domain_check import check_domain
from apigen_mt.registry import domain_names, load_domain, load_world
from apigen_mt.world.domain import Domain, World
from apigen_mt.world.graph import infer_graph


def list_domains() -> None:
    """List the installed domains."""
    for name in domain_names():
        try:
            domain = load_domain(name)
        except UserError as error:
            tell(str(error))
            continue
        kinds = [tool.kind for tool in domain.tools.values()]
        say(
            f"{name}: {domain.title}; {kinds.count('read')} read and {kinds.count('write')} write tools, "
            f"{len(domain.kinds)} kinds of goals, {len(domain.policy.clauses)} clauses"
        )


def show(
    name: str, /, *, policy: Annotated[bool, Parameter(negative="")] = False, seed: int = 0, size: int = 500
) -> None:
    """Show a domain: its tools, tables, kinds of goals and clauses.

    Args:
        name: Installed domain, or path to one.
        policy: Show the policy's text, as an agent reads it, and nothing else.
        seed: Seed of the tables that are counted.
        size: Customers in them.
    """
    if policy:
        say(load_domain(name).policy.text.rstrip())
        return
    world = load_world(name, seed, size)
    console = Console(highlight=False)
    domain = world.domain
    console.print(f"[bold]{domain.name}[/]: {domain.title}, on {domain.today}; world {world.digest[:12]}")
    for table in (_tools(domain), _tables(world), _kinds(domain), _clauses(domain)):
        console.print()
        console.print(table)


def check(name: str, /, *, seed: int = 0, size: int = 500, customers: int = 150) -> int:
    """Look for what would spoil a domain's data: for authors of domains. Exit code 1 if something is found.

    Args:
        name: Installed domain, or path to one.
        seed: Seed of the tables.
        size: Customers in the tables.
        customers: How many of them to draw wishes for.
    """
    found = check_domain(load_world(name, seed, size), customers)
    for problem, times in found.most_common():
        say(f"{times:>6} x {problem}")
    tell(f"{name}: {len(found)} kinds of problems" if found else f"{name}: nothing found")
    return 1 if found else 0


def graph(name: str, /, *, out: Path, seed: int = 0, size: int = 500) -> None:
    """Draw the API graph.

    Args:
        name: Installed domain, or path to one.
        out: File to write: .svg for a picture, .json for machines.
        seed: Seed of the tables.
        size: Customers in the tables.
    """
    world = load_world(name, seed, size)
    found = infer_graph(world)
    text = graph_json(found) if out.suffix == ".json" else draw_graph(world.domain, found)
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(f"cannot write {str(out)!r}: {error.strerror}; choose another --out") from error
    say(f"{len(found.edges)} edges in {out}")


def _tools(domain: Domain) -> Table:
    table = Table("tool", "kind", "what it does", title="Tools", title_justify="left")
    for name, tool in sorted(domain.tools.items(), key=lambda pair: (pair[1].kind, pair[0])):
        table.add_row(name, tool.kind, tool.description.split(". ")[0])
    return table


def _tables(world: World) -> Table:
    table = Table("table", "rows", title="Tables", title_justify="left")
    for name, rows in world.tables.rows.items():
        table.add_row(name, f"{len(rows):,}")
    return table


def _kinds(domain: Domain) -> Table:
    table = Table("kind of goal", "tools", "slots", title="Goals", title_justify="left")
    for name, kind in domain.kinds.items():
        tools = ", ".join(kind.tools) or f"none: declined by clause {kind.declined_by}"
        table.add_row(name, tools, ", ".join(slot.name for slot in kind.slots))
    return table


def _clauses(domain: Domain) -> Table:
    table = Table("clause", "decided by", title="Policy", title_justify="left")
    for number, clause in domain.policy.clauses.items():
        by = f"rule for {', '.join(clause.rule.tools)}" if clause.rule else clause.judged_by
        table.add_row(number, by or f"nothing: {clause.unchecked}")
    return table
