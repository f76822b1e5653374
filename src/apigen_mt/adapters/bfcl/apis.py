"""The API classes of BFCL: their tools, and what of their modules one world must not share with another."""

import inspect
import pickle
from collections.abc import Callable, Mapping
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from apigen_mt.adapters.bfcl import package
from apigen_mt.adapters.bfcl.documents import schema
from apigen_mt.world.tools import Tool


class Global(NamedTuple):
    """Something that a class holds as one object for a whole process."""

    value: Any
    pickled: bytes
    """As it was before anybody used it."""


class Api(NamedTuple):
    """One of their classes."""

    name: str
    make: Callable[[], Any]
    has_state: bool
    tools: Mapping[str, Tool]
    """For what an agent is told and for the schemas; a world calls the methods of its own objects."""
    parameters: Mapping[str, tuple[str, ...]]
    """Tool -> names of its parameters, in order."""
    defaults: Mapping[str, Mapping[str, Global]]
    """Tool -> parameter -> a default that is a list or a dictionary: one object for all calls in a process."""
    rows: Mapping[int, Global]
    """The rows of global tables of its module, by their ids: `_load_scenario` puts some of them into a world as they are."""


class Toolset(NamedTuple):
    """The tools of some classes together; their names are distinct over all classes."""

    tools: Mapping[str, Tool]
    owners: Mapping[str, str]
    """Tool -> class."""
    parameters: Mapping[str, tuple[str, ...]]
    defaults: Mapping[str, Mapping[str, Global]]


@cache
def api(name: str) -> Api:
    """Return a class by the name that the data have for it.

    Raises:
        UserError: when the package is not there or has no such class.
    """
    settings = package.settings()
    module = package.module(settings.CLASS_FILE_PATH_MAPPING[name])
    kind: Any = getattr(module, name)
    documents = package.lines(package.data() / package.DOCUMENTS, settings.MULTI_TURN_FUNC_DOC_FILE_MAPPING[name])
    methods = {document["name"]: getattr(kind, document["name"]) for document in documents}
    signatures = {tool: list(inspect.signature(method).parameters.values())[1:] for tool, method in methods.items()}
    mutable = {
        tool: {it.name: _global(it.default) for it in parameters if isinstance(it.default, list | dict)}
        for tool, parameters in signatures.items()
    }
    return Api(
        name,
        kind,
        name not in settings.STATELESS_CLASSES,
        {document["name"]: _tool(document, methods[document["name"]]) for document in documents},
        {tool: tuple(it.name for it in parameters) for tool, parameters in signatures.items()},
        {tool: defaults for tool, defaults in mutable.items() if defaults},
        {id(row): _global(row) for row in _rows(module)},
    )


@cache
def toolset(classes: tuple[str, ...]) -> Toolset:
    """Return the tools of some classes together."""
    apis = [api(name) for name in classes]
    return Toolset(
        {name: tool for it in apis for name, tool in it.tools.items()},
        {name: it.name for it in apis for name in it.tools},
        {name: parameters for it in apis for name, parameters in it.parameters.items()},
        {name: defaults for it in apis for name, defaults in it.defaults.items()},
    )


def _tool(document: Mapping[str, Any], method: Callable[..., Any]) -> Tool:
    # Which of them write is nowhere written down, and a world of theirs does not ask.
    return Tool(document["name"], document["description"], schema(document["parameters"]), "write", method)


def _global(value: Any) -> Global:
    return Global(value, pickle.dumps(value))


def _rows(module: ModuleType) -> list[Any]:
    tables = [table for name, table in vars(module).items() if name.isupper() and isinstance(table, dict)]
    return [row for table in tables for row in table.values() if isinstance(row, dict | list)]
