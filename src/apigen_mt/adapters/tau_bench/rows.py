"""Our state as the nested dictionaries that τ-bench's tools take, and those tools as ours.

Their tools are given `data[table][key]` and change rows in place. `Rows` shows a table of a `State` that way: a row that is
asked for by its key is handed out as a private copy, what a scan hands out is the shared, read-only row. Two cases would
tell the difference: a call that scanned a table and changed something (it may hold the same row twice, once from each
way), and one that raised (a read-only row refuses changes, and a `Rows` is no `dict`). Such a call is carried out again
on a full copy of the tables, in plain dictionaries, and that is what counts. Where neither happened, every row that the
call had was what it would have had in dictionaries.
"""

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from typing import Any

import msgspec

from apigen_mt.errors import ToolBug
from apigen_mt.world.tables import Row, State, freeze, thaw
from apigen_mt.world.tools import Tool, ToolResult

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode

ERROR = "Error:"
"""How a text begins by which their tools say that a call failed."""
UNHELD = ToolResult("Error: an argument holds something that JSON text cannot hold exactly", error=True)
CRASHED = ToolResult("Error: the tool returned no text, on which τ-bench's environment breaks", error=True)
_READING = ("calculate", "find_", "get_", "list_", "search_", "think", "transfer_")
"""How the names of their tools begin that change nothing; they declare no such thing."""
_ABSENT: Any = object()

Edits = dict[tuple[str, Any], Row | None]
"""(table, key) -> the row after a call, for rows that it changed; None for one that it removed."""


class Rows(MutableMapping[Any, Any]):
    """One table of a state for the time of one call: to their tools a dictionary of rows."""

    def __init__(self, state: State, table: str):
        """Start with the table as it is; nothing is copied yet."""
        self._state = state
        self._table = table
        self._now: Mapping[Any, Row] | None = None
        self._own: dict[Any, Any] = {}
        """Rows that were handed out by key or put in."""
        self._texts: dict[Any, bytes] = {}
        """Of the rows handed out, as they were."""
        self._removed: set[Any] = set()
        self.scanned = False
        """Whether shared rows were handed out."""

    def _rows(self) -> Mapping[Any, Row]:
        if self._now is None:
            self._now = self._state.rows(self._table)
        return self._now

    def __getitem__(self, key: Any) -> Any:
        row = self._own.get(key, _ABSENT)
        if row is _ABSENT:
            text = self._texts[key] = _encode(self._rows()[key])
            row = self._own[key] = _decode(text)
        return row

    def __setitem__(self, key: Any, row: Any) -> None:
        if key not in self._rows():
            self._now = {**self._rows(), key: row}
        self._own[key] = row
        self._texts.pop(key, None)
        self._removed.discard(key)

    def __delitem__(self, key: Any) -> None:
        self._rows()[key]
        self._now = {kept: row for kept, row in self._rows().items() if kept != key}
        self._own.pop(key, None)
        self._texts.pop(key, None)
        self._removed.add(key)

    def __contains__(self, key: object) -> bool:
        return key in self._rows()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows())

    def __len__(self) -> int:
        return len(self._rows())

    def items(self) -> ItemsView[Any, Any]:
        """Return keys and rows; the shared rows, unless private ones are out already."""
        if self._own:
            return super().items()
        self.scanned = True
        return self._rows().items()  # type: ignore[return-value]

    def values(self) -> ValuesView[Any]:
        """Return the rows, as `items` does."""
        if self._own:
            return super().values()
        self.scanned = True
        return self._rows().values()  # type: ignore[return-value]

    def edits(self) -> Iterator[tuple[Any, Row | None]]:
        """Yield the rows that are not as they were, and the keys of removed ones with None."""
        for key, row in self._own.items():
            if self._texts.get(key) != _encode(row):
                yield key, row
        for key in self._removed:
            yield key, None


def carry_out(function: Any, state: State, arguments: Mapping[str, Any]) -> tuple[Any, Edits]:
    """Run a function of theirs on a state and return what it gave, an exception as their text, and what it changed.

    The state is left as it is.

    Raises:
        ToolBug: when the function adds, removes or replaces whole tables.
    """
    data: dict[str, Any] = {table: Rows(state, table) for table in state.tables.rows}
    given, raised = _invoke(function, data, arguments)
    views = [view for view in data.values() if isinstance(view, Rows)]
    if not raised and len(views) == len(data) == len(state.tables.rows):
        edits: Edits = {(table, key): row for table, rows in data.items() for key, row in rows.edits()}
        if not edits or not any(view.scanned for view in views):
            return given, edits
    return _carry_out_on_copy(function, state, arguments)


def _carry_out_on_copy(function: Any, state: State, arguments: Mapping[str, Any]) -> tuple[Any, Edits]:
    data = {table: thaw(state.rows(table)) for table in state.tables.rows}
    given, _ = _invoke(function, data, arguments)
    if list(data) != list(state.tables.rows):
        raise ToolBug(f"{function.__qualname__} adds or removes whole tables, which this world cannot follow")
    edits: Edits = {}
    for table, rows in data.items():
        before = state.rows(table)
        for key, row in rows.items():
            if key not in before or _encode(before[key]) != _encode(row):
                edits[table, key] = row
        edits |= {(table, key): None for key in before if key not in rows}
    return given, edits


def _invoke(function: Any, data: Mapping[str, Any], arguments: Mapping[str, Any]) -> tuple[Any, bool]:
    """Call as their environment calls: whatever is raised becomes a text; and tell whether the function raised it.

    Where the arguments do not fit its parameters, Python raises before the function begins.
    """
    try:
        return function(data=data, **thaw(arguments)), False
    except Exception as error:
        begun = error.__traceback__ is not None and error.__traceback__.tb_next is not None
        return f"{ERROR} {error}", begun


class TauTool(Tool):
    """A tool of τ-bench: its own schema, its own texts, its own way of failing, unmodified."""

    def __init__(self, peer: Any):
        """Take a tool class of theirs."""
        self._published: dict[str, Any] = peer.get_info()
        told = self._published["function"]
        kind = "read" if told["name"].startswith(_READING) else "write"
        super().__init__(told["name"], told["description"], told["parameters"], kind, peer.invoke)

    def run(self, state: State, arguments: dict[str, Any]) -> ToolResult:
        """Carry out a call as their environment does and commit what it changed, even if it failed half way.

        Arguments are not checked against the schema: theirs are not.

        Raises:
            ToolBug: when the tool changes whole tables.
        """
        return self.attempt(state, arguments)[0]

    def attempt(self, state: State, arguments: dict[str, Any]) -> tuple[ToolResult, bool]:
        """Do what `run` does, and tell whether it changed the state.

        Raises:
            ToolBug: as for `run`.
        """
        try:
            freeze(arguments)
            text, edits = carry_out(self.function, state, arguments)
            for (table, key), row in edits.items():
                if row is None:
                    state.delete(table, key)
                else:
                    state.put(table, key, row)
            state.commit()
        except (TypeError, OverflowError, UnicodeEncodeError):
            return UNHELD, False
        finally:
            state.rollback()
        result = ToolResult(text, error=text.startswith(ERROR)) if isinstance(text, str) else CRASHED
        return result, bool(edits)

    def spec(self) -> dict[str, Any]:
        """Return the tool as they publish it."""
        return self._published
