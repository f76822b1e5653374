"""A world of BFCL: objects of its classes for one task, and calls to their methods by name.

What their executor makes of text with `eval` is done here by a look-up in a table of tools. Results are the same texts, and
end states the same, as in a process of theirs that has run nothing else; unlike there nothing outlives the world.
"""

import copy
import decimal
import json
import pickle
from collections.abc import Mapping
from typing import Any

import msgspec

from apigen_mt.adapters.bfcl.apis import Global, api, toolset
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.tools import ToolResult

Snapshot = dict[str, dict[str, Any]]
"""Class -> attribute -> value, as JSON has them."""
Shared = dict[int, Any]
"""What the classes hold as one object for a whole process, by the id of the original -> this process's copy."""


class Scenario(msgspec.Struct, frozen=True):
    """Where a world starts."""

    classes: tuple[str, ...]
    config: bytes
    """JSON text: class -> its initial data. Decoding it again is the fastest private copy."""
    long_context: bool


class World:
    """Live, single-use objects; to start again, make another one."""

    def __init__(self, scenario: Scenario, shared: Shared | None = None):
        """Load a scenario.

        Args:
            scenario: Where to start.
            shared: Given to two worlds, these share what they would share in one process of theirs: rows of global tables
                and mutable defaults.
        """
        config = msgspec.json.decode(scenario.config)
        self._tools = toolset(scenario.classes)
        self._shared: Shared = {} if shared is None else shared
        self._objects: dict[str, Any] = {}
        for name in scenario.classes:
            it = api(name)
            made = self._objects[name] = it.make()
            if it.has_state:
                made._load_scenario(config.get(name, {}), long_context=scenario.long_context)
                if scenario.long_context:
                    self._take_in(made, it.rows)

    @property
    def state(self) -> "World":
        """The world itself: its data are as they are now and go on changing. `snapshot` keeps them."""
        return self

    def call(self, call: ToolCall) -> ToolResult:
        """Run a tool as they do; one that fails may have changed something, which is for the tool to say."""
        owner = self._tools.owners.get(call.name)
        if owner is None:
            return ToolResult(f"Error during execution: name {call.name!r} is not defined", error=True)
        arguments = {name: _private(value) for name, value in call.arguments.items()}
        for name, default in self._tools.defaults.get(call.name, {}).items():
            arguments.setdefault(name, self._own(default))
        try:
            # A tool sets the precision of everybody's decimal numbers.
            with decimal.localcontext():
                value = getattr(self._objects[owner], call.name)(**arguments)
        except Exception as error:
            return ToolResult(f"Error during execution: {error}", error=True)
        return ToolResult(_text(value), error=_tells_failure(value))

    def fork(self) -> "World":
        """Return an independent world that stands where this one stands now."""
        other = copy.copy(self)
        other._objects, other._shared = copy.deepcopy((self._objects, self._shared))
        return other

    def agrees(self, other: "World") -> bool:
        """Tell whether all public attributes are equal, as their state checker compares them (1 equals 1.0)."""
        for name, theirs in other._objects.items():
            ours = vars(self._objects[name])
            for attribute, value in vars(theirs).items():
                if not attribute.startswith("_") and ours[attribute] != value:
                    return False
        return True

    def snapshot(self) -> Snapshot:
        """Return all public attributes as JSON data: files and folders as objects, sets sorted, keys as text."""
        return {
            name: {key: _plain(value) for key, value in vars(it).items() if not key.startswith("_")}
            for name, it in self._objects.items()
        }

    def hidden(self) -> Snapshot:
        """Return what matters and is not public: where in the file system one stands, forces on brakes, fares seen."""
        return {name: dict(_hidden(it)) for name, it in self._objects.items()}

    def draws(self) -> list[Any]:
        """Return the states of the generators of random numbers: ids come from them in the order of calls."""
        return [it._random.getstate() for it in self._objects.values() if hasattr(it, "_random")]

    def _own(self, it: Global) -> Any:
        """Return this process's copy of an object that is global in theirs."""
        found = self._shared.get(id(it.value))
        if found is None:
            found = self._shared[id(it.value)] = pickle.loads(it.pickled)
        return found

    def _take_in(self, made: Any, rows: Mapping[int, Global]) -> None:
        """Replace rows of global tables, which only long contexts put into worlds, by copies."""
        for table in vars(made).values():
            if isinstance(table, dict):
                for key, row in table.items():
                    if id(row) in rows:
                        table[key] = self._own(rows[id(row)])


def _private(value: Any) -> Any:
    """Tools keep lists that they are given."""
    return copy.deepcopy(value) if isinstance(value, list | dict) else value


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if type(value) is dict:
        try:
            return json.dumps(value)
        except (TypeError, ValueError, RecursionError):
            pass
    return str(value)


def _tells_failure(value: Any) -> bool:
    """Tell whether a result is their way of saying no: a field `error`, in four tools inside of a list."""
    match value:
        case {"error": _} | [{"error": _}]:
            return True
        case [str(word)]:
            return word.startswith("Error:")
        case _:
            return False


def _hidden(it: Any) -> Any:
    for key, value in vars(it).items():
        if key == "_current_dir":
            yield key, it.pwd()
        elif key.startswith("_") and key not in ("_api_description", "_random"):
            yield key, _plain(value)


def _plain(value: Any) -> Any:
    match value:
        case None | str() | int() | float():
            return value
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case set():
            return sorted(value)
        case _:
            # A file or a folder; what a folder lies in would lead round in circles.
            return {key: _plain(item) for key, item in vars(value).items() if key[0] != "_" and key != "parent"}
