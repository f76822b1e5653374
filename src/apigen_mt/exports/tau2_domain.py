"""Our worlds as domains of τ²-bench, at run time: its registry, its environments and its evaluators work on them as on its own.

The tools are ours and act on an environment of ours; what τ² sees as its database is that environment's tables.
"""

# τ²-bench is installed from its repository, where somebody wants it; nothing here can be checked against it beforehand.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from apigen_mt.dataset.versions import source_of
from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import Place
from apigen_mt.exports.signature import as_method
from apigen_mt.exports.tau2 import BASE, POLICY, SPLITS, TASKS, WORLD, Setting
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import World
from apigen_mt.world.environment import Environment, Moment
from apigen_mt.world.tables import State, Tables
from apigen_mt.world.tools import Tool


def register(folder: Path, given: Mapping[str, str]) -> list[str]:
    """Register all domains of an export with τ²'s registry and return their names.

    Args:
        folder: Where `apigen-mt export --format tau2` has written.
        given: Domain name -> path of its code, for domains that are not installed.

    Raises:
        UserError: when a folder is damaged, a domain is another version, or τ²-bench is not installed.
    """
    registry = _tau2("registry").registry
    task_class = _tau2("data_model.tasks").Task
    names: list[str] = []
    for file in sorted(folder.glob(f"*/{WORLD}")):
        place = file.parent
        world = _world(file, given)
        # τ² reads tasks for each run anew; so do we, and a task that was edited counts.
        registry.register_domain(_environments(world, place.name, (place / POLICY).read_text("utf-8")), place.name)
        registry.register_tasks(_tasks(place, task_class), place.name, get_task_splits=_splits(place))
        names.append(place.name)
    if not names:
        raise UserError(f"{str(folder)!r} holds no domain: there is no */{WORLD} in it")
    return names


def _tau2(module: str) -> Any:
    try:
        return import_module(f"tau2.{module}")
    except ModuleNotFoundError as error:
        raise UserError(
            f"τ²-bench cannot be imported ({error}): install it from its repository; `tau2` on PyPI is something else"
        ) from error


def _world(file: Path, given: Mapping[str, str]) -> World:
    try:
        setting = msgspec.json.decode(file.read_bytes(), type=Setting)
    except msgspec.MsgspecError as error:
        raise UserError(f"{str(file)!r} cannot be read ({error}); export the blueprints again") from error
    source = source_of(setting.domain, given, {})
    return Place(source, setting.seed, setting.size, setting.digest).world()


def _tasks(place: Path, task_class: Any) -> Callable[..., list[Any]]:
    def load(task_split_name: str | None = BASE) -> list[Any]:
        tasks = [task_class.model_validate(task) for task in json.loads((place / TASKS).read_text("utf-8"))]
        if task_split_name is None:
            return tasks
        wanted = set(_splits(place)()[task_split_name])
        return [task for task in tasks if task.id in wanted]

    return load


def _splits(place: Path) -> Callable[[], dict[str, list[str]]]:
    return lambda: json.loads((place / SPLITS).read_text("utf-8"))


def _environments(world: World, name: str, policy: str) -> Callable[..., Any]:
    toolkit, environment = _toolkit(world), _tau2("environment.environment").Environment

    def build(db: Any = None, solo_mode: bool = False) -> Any:
        if solo_mode:
            raise ValueError(f"{name} has a user to talk to and no solo mode")
        return environment(domain_name=name, policy=policy, tools=toolkit(db))

    return build


def _toolkit(world: World) -> Any:
    """Return the class of a world's tools. τ²'s metaclass finds them among its methods."""
    toolkits, kinds = _tau2("environment.toolkit"), _tau2("environment.tool")
    database = type(
        "TablesDB",
        (_tau2("environment.db").DB,),
        {"__annotations__": {"tables": dict[str, dict[str, Any]]}, "__module__": __name__},
    )
    shown = {tool.name: _shown(kinds.Tool, tool) for tool in world.domain.tools.values()}

    def begin(self: Any, db: Any = None) -> None:
        self.environment = world.environment()
        if db is not None:
            self.db = db

    def tables(self: Any) -> Any:
        return database(tables=_rows(self.environment.state))

    def replace(self: Any, db: Any) -> None:
        self.environment = Environment(Moment(State(Tables(db.tables))), world.domain.tools)

    def get_tools(self: Any, include: list[str] | None = None) -> dict[str, Any]:
        return {name: shown[name](func=getattr(self, name)) for name in include or shown}

    methods = {
        name: toolkits.is_tool(toolkits.ToolType(tool.kind))(as_method(tool, _run(tool)))
        for name, tool in world.domain.tools.items()
    }
    names = {"__init__": begin, "db": property(tables, replace), "get_tools": get_tools}
    return type(toolkits.ToolKitBase)("Desk", (toolkits.ToolKitBase,), {**methods, **names})


def _run(tool: Tool) -> Callable[..., str]:
    def run(desk: Any, **arguments: Any) -> str:
        result = desk.environment.call(ToolCall(tool.name, arguments))
        if result.error:
            raise ValueError(result.value["error"])
        return result.content

    return run


def _shown(base: Any, tool: Tool) -> Any:
    """Return a class for what τ² shows of a tool: our schema as it stands, where τ² would work one out from the signature."""
    return type("Shown", (base,), {"openai_schema": property(lambda self: tool.spec()), "__module__": __name__})


def _rows(state: State) -> dict[str, dict[str, Any]]:
    """Return all tables as they are now."""
    tables = {name: dict(rows) for name, rows in state.tables.rows.items()}
    for name, changes in state.diff().items():
        for key, (_, after) in changes.items():
            if after is None:
                tables[name].pop(key, None)
            else:
                tables[name][key] = after
    return tables
