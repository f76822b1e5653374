"""Tables that many environments share, and the private state of one environment.

`Tables` are built once and are deeply read-only. A `State` is an overlay on them: reading a row costs a dictionary
look-up, editing takes a private copy of that row, rollback restores references. The digest covers the base's digest
and the rows that differ from it, compared as canonical bytes, so it does not depend on the order of edits and an
edit that is undone leaves no trace.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import msgspec

from apigen_mt.values.canonical import canonical_json

Row = dict[str, Any]


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise TypeError("this row is shared and read-only; take a copy with state.edit(table, key) and change that")


class FrozenDict(dict[str, Any]):
    """A dictionary that refuses every change. Copies are plain and changeable; pickling keeps it frozen."""

    __slots__ = ()
    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse  # type: ignore[assignment]

    def __copy__(self) -> dict[str, Any]:
        return dict(self)

    def __deepcopy__(self, memo: object) -> dict[str, Any]:
        return thaw(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenDict, (dict(self),)


class FrozenList(list[Any]):
    """A list that refuses every change; copies and pickles as `FrozenDict` does."""

    __slots__ = ()
    __setitem__ = __delitem__ = append = clear = extend = insert = pop = remove = reverse = sort = _refuse  # type: ignore[assignment]
    __iadd__ = __imul__ = _refuse  # type: ignore[assignment]

    def __copy__(self) -> list[Any]:
        return list(self)

    def __deepcopy__(self, memo: object) -> list[Any]:
        return thaw(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenList, (list(self),)


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode
# A round trip through JSON text copies a row ten times faster than walking through it, and loses nothing of plain JSON.

_AS_THEY_ARE = frozenset((str, int, bool, type(None)))
"""Types whose values nobody can change."""


def freeze(value: Any) -> Any:
    """Return a deeply read-only copy of JSON-like data.

    Raises:
        TypeError: for anything that JSON text cannot hold exactly (a tuple, a set, NaN, a non-string key).
    """
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None or kind is FrozenDict or kind is FrozenList:
        return value
    if kind is dict:
        for key in value:
            if type(key) is not str:
                raise TypeError(f"table rows need string keys, not {key!r}")
        return FrozenDict({key: item if type(item) in _AS_THEY_ARE else freeze(item) for key, item in value.items()})
    if kind is list:
        return FrozenList([item if type(item) in _AS_THEY_ARE else freeze(item) for item in value])
    if kind is float and value - value == 0:
        return value
    raise TypeError(f"table rows hold plain JSON values, not {value!r} of type {kind.__name__}")


def thaw(value: Any) -> Any:
    """Return a private, changeable copy of plain JSON data; anything else has to be refused before, by `freeze`."""
    return _decode(_encode(value))


class Tables:
    """The rows that a world starts from: table -> key -> row, deeply read-only."""

    def __init__(self, rows: Mapping[str, Mapping[str, Row]]):
        """Freeze the rows and take their digest.

        Raises:
            TypeError: when a row holds something that is not plain JSON.
        """
        plain = {table: dict(content) for table, content in rows.items()}
        self.rows: Mapping[str, Mapping[str, Row]] = freeze(plain)
        self.digest: str = hashlib.sha256(canonical_json(self.rows)).hexdigest()
        self._indexes: dict[tuple[str, str], dict[Any, tuple[str, ...]]] = {}

    def keys(self, table: str, field: str, value: Any) -> tuple[str, ...]:
        """Return the keys of the rows whose `field` has that value; the index is built at first use."""
        index = self._indexes.get((table, field))
        if index is None:
            found: dict[Any, list[str]] = {}
            for key, row in self.rows[table].items():
                found.setdefault(row.get(field), []).append(key)
            index = self._indexes[table, field] = {value: tuple(keys) for value, keys in found.items()}
        return index.get(value, ())


_DELETED: Any = None
"""What the overlay holds for a deleted row; rows themselves are never None."""
_ABSENT: Any = object()

Changes = dict[str, dict[str, tuple[Row | None, Row | None]]]
"""table -> key -> (row before, row after); None where there is no row."""


class State:
    """The private data of one environment: an overlay of changed rows on shared tables."""

    __slots__ = ("_before", "_changed", "_digest", "tables")

    def __init__(self, tables: Tables):
        """Start as the tables are."""
        self.tables = tables
        self._changed: dict[tuple[str, str], Any] = {}
        self._before: dict[tuple[str, str], Any] = {}
        self._digest = ""
        """Of what was last committed, once it was asked for."""

    def get(self, table: str, key: str) -> Row | None:
        """Return a row to read, or None if there is none with that key."""
        if not self._changed:
            return self.tables.rows[table].get(key)
        row = self._changed.get((table, key), _ABSENT)
        return self.tables.rows[table].get(key) if row is _ABSENT else row

    def row(self, table: str, key: str) -> Row:
        """Return a row to read.

        Raises:
            KeyError: when there is none with that key.
        """
        row = self.get(table, key)
        if row is None:
            raise KeyError(f"{table} has no row {key!r}")
        return row

    def where(self, table: str, field: str, value: Any) -> list[Row]:
        """Return the rows whose `field` equals `value`, in the order of `scan`."""
        keys = self.tables.keys(table, field, value)
        base = self.tables.rows[table]
        if not self._changed:
            return [base[key] for key in keys]
        found = [row for key in keys if (row := self.get(table, key)) is not None and row.get(field) == value]
        for (changed_table, key), row in self._changed.items():
            if changed_table == table and row is not None and row.get(field) == value and key not in keys:
                if key in base:  # it has this value only since an edit, and its place is among the found ones
                    return [row for _, row in self.scan(table) if row.get(field) == value]
                found.append(row)
        return found

    def scan(self, table: str) -> Iterator[tuple[str, Row]]:
        """Yield every key and row as it is now: the tables' rows in their order, then new ones as they came."""
        base = self.tables.rows[table]
        for key in base:
            row = self.get(table, key)
            if row is not None:
                yield key, row
        for (changed_table, key), row in self._changed.items():
            if changed_table == table and row is not None and key not in base:
                yield key, row

    def rows(self, table: str) -> Mapping[str, Row]:
        """Return a table as it is now, to read: key -> row, in the order of `scan`."""
        base = self.tables.rows[table]
        changed = {key: row for (changed_table, key), row in self._changed.items() if changed_table == table}
        if not changed:
            return base
        return {key: row for key, row in {**base, **changed}.items() if row is not _DELETED}

    def edit(self, table: str, key: str) -> Row:
        """Return this environment's own copy of a row, to be changed in place.

        Raises:
            KeyError: when there is no row with that key.
        """
        place = (table, key)
        if place in self._before and self._changed[place] is not _DELETED:
            return self._changed[place]
        row = thaw(self.row(table, key))
        self._put(place, row)
        return row

    def insert(self, table: str, key: str, row: Row) -> None:
        """Add a new row.

        Raises:
            KeyError: when the key is taken.
            TypeError: when the row holds something that is not plain JSON.
        """
        if self.get(table, key) is not None:
            raise KeyError(f"{table} already has a row {key!r}")
        self._put((table, key), thaw(freeze(row)))

    def put(self, table: str, key: str, row: Row) -> None:
        """Make a row the one with this key, whether there is one or not; from now on it is the state's to keep."""
        self._put((table, key), row)

    def delete(self, table: str, key: str) -> None:
        """Remove a row.

        Raises:
            KeyError: when there is no row with that key.
        """
        self.row(table, key)
        self._put((table, key), _DELETED)

    def count(self, table: str) -> int:
        """Return how many rows were ever in a table: base rows and inserted ones; the next serial number."""
        base = self.tables.rows[table]
        return len(base) + sum(1 for changed, key in self._changed if changed == table and key not in base)

    def _put(self, place: tuple[str, str], row: Any) -> None:
        if place not in self._before:
            self._before[place] = self._changed.get(place, _ABSENT)
        self._changed[place] = row
        self._digest = ""

    @property
    def dirty(self) -> bool:
        """Whether there are edits since the last commit."""
        return bool(self._before)

    def commit(self) -> None:
        """Make the edits since the last commit final and read-only.

        Raises:
            TypeError: when an edited row holds something that is not plain JSON; nothing is committed then.
        """
        if self._before:
            self._changed |= {place: freeze(self._changed[place]) for place in self._before}
            self._before.clear()

    def rollback(self) -> None:
        """Drop the edits since the last commit."""
        for place, row in self._before.items():
            if row is _ABSENT:
                del self._changed[place]
            else:
                self._changed[place] = row
        self._before.clear()

    def fork(self) -> "State":
        """Return an independent state that starts as this one is now (committed rows are shared, never copied)."""
        twin = State(self.tables)
        twin._changed = self._changed | {place: freeze(self._changed[place]) for place in self._before}
        return twin

    def _differing(self) -> list[tuple[str, str, bytes | None]]:
        found: list[tuple[str, str, bytes | None]] = []
        for (table, key), row in self._changed.items():
            original = self.tables.rows[table].get(key)
            if row is None:
                if original is not None:
                    found.append((table, key, None))
                continue
            text = canonical_json(row)
            if original is None or canonical_json(original) != text:
                found.append((table, key, text))
        found.sort(key=lambda place: place[:2])
        return found

    def digest(self) -> str:
        """Return a hash of the whole state; equal states over equal tables have equal digests."""
        if self._digest:
            return self._digest
        whole = hashlib.sha256(self.tables.digest.encode())
        for table, key, text in self._differing():
            whole.update(canonical_json([table, key]))
            whole.update(b"deleted" if text is None else text)
        digest = whole.hexdigest()
        if not self.dirty:
            self._digest = digest
        return digest

    def diff(self) -> Changes:
        """Return the rows that differ from the tables, before and after."""
        changes: Changes = {}
        for table, key, _ in self._differing():
            before = self.tables.rows[table].get(key)
            changes.setdefault(table, {})[key] = (before, self._changed[table, key])
        return changes


def first_difference(actual: Changes, wanted: Changes) -> str:
    """Name the first row in which two sets of changes differ."""
    for table in sorted({*actual, *wanted}):
        rows, other = actual.get(table, {}), wanted.get(table, {})
        for key in sorted({*rows, *other}):
            if key not in rows:
                return f"{table} {key} should have changed and did not"
            if key not in other:
                return f"{table} {key} changed and should not have"
            if rows[key] != other[key]:
                return f"{table} {key} changed in another way than it should have"
    return "the states differ"
