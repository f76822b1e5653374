"""Tables of validated model objects: shared by many worlds, copied row by row where a write reaches for them.

τ²-bench's tools hold a database object and change its rows in place, so a row that a writing tool takes has to be a copy
of its own. Tools that by their own declaration change nothing get the shared rows.
"""

import copy
import json
from collections.abc import ItemsView, Iterator, KeysView, MutableMapping, ValuesView
from typing import Any

from apigen_mt.errors import ToolBug

_ABSENT = object()
_ATOMS = frozenset((str, int, float, bool, type(None)))


class Rows(MutableMapping[str, Any]):
    """One table of a world: the shared rows, and private copies of those that were reached for in order to write."""

    __slots__ = ("base", "own", "writing")

    def __init__(self, base: dict[str, Any]):
        """Stand on shared rows, which stay as they are."""
        self.base = base
        self.own: dict[str, Any] = {}
        self.writing = True
        """Whether who reads a row may change it."""

    def __getitem__(self, key: str) -> Any:
        row = self.own.get(key, _ABSENT)
        if row is _ABSENT:
            row = self.base[key]
            if self.writing:
                row = self.own[key] = private(row)
        return row

    def __setitem__(self, key: str, row: Any) -> None:
        self.own[key] = row

    def __delitem__(self, key: str) -> None:
        raise ToolBug(f"a tool of τ²-bench removes the row {key!r}; the overlay on its tables cannot show that")

    def __contains__(self, key: object) -> bool:
        return key in self.own or key in self.base

    def __iter__(self) -> Iterator[str]:
        yield from self.base
        yield from (key for key in self.own if key not in self.base)

    def __len__(self) -> int:
        return len(self.base) + sum(key not in self.base for key in self.own)

    def keys(self) -> KeysView[str]:
        """Return all keys, those of new rows last."""
        return super().keys() if self.own else self.base.keys()

    def values(self) -> ValuesView[Any]:
        """Return all rows; a world that has none of its own hands out the shared ones as they lie."""
        return super().values() if self.own or self.writing else self.base.values()

    def items(self) -> ItemsView[str, Any]:
        """Return keys and rows, as `values` does."""
        return super().items() if self.own or self.writing else self.base.items()


def private(value: Any) -> Any:
    """Return a deep copy of plain data and pydantic models, many times faster than `copy.deepcopy`."""
    kind: Any = type(value)
    if kind in _ATOMS:
        return value
    if kind is dict:
        return {key: private(item) for key, item in value.items()}
    if kind is list:
        return [private(item) for item in value]
    if not hasattr(kind, "__pydantic_fields__"):
        return copy.deepcopy(value)
    twin = kind.__new__(kind)
    put = object.__setattr__
    put(twin, "__dict__", {name: private(item) for name, item in vars(value).items()})
    put(twin, "__pydantic_fields_set__", set(value.__pydantic_fields_set__))
    put(twin, "__pydantic_extra__", private(value.__pydantic_extra__))
    put(twin, "__pydantic_private__", private(value.__pydantic_private__))
    return twin


def text(row: Any) -> str:
    """Return a row as τ²-bench's state hash sees it: two states have one hash if and only if all rows have one text."""
    plain = row.model_dump(warnings=False) if hasattr(row, "model_dump") else row
    return json.dumps(plain, sort_keys=True, default=str)


def spread(database: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield table, key and row of everything in a database object; what is no table is a row by the name of its field."""
    for field, value in vars(database).items():
        if hasattr(value, "model_dump"):
            for inner, item in vars(value).items():
                yield from _spread(f"{field}.{inner}", item)
        else:
            yield from _spread(field, value)


def _spread(table: str, value: Any) -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, dict):
        yield from ((table, key, row) for key, row in value.items())
    elif isinstance(value, list):
        yield from ((table, str(place), row) for place, row in enumerate(value))
    else:
        yield table, "", value
