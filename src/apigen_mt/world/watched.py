"""A state that remembers what was looked at: which details of which rows."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from apigen_mt.world.tables import Row, State


class Detail(NamedTuple):
    """One value in a row that is no list and no mapping."""

    table: str
    key: str
    path: tuple[str | int, ...]
    """Field, then further in."""


class WatchedState(State):
    """A state for one look; `looked` fills with the details that are read, in order. A row that is only passed on adds none."""

    __slots__ = ("looked",)

    def __init__(self, state: State):
        """Stand where a state stands now."""
        super().__init__(state.tables)
        self._changed = state.fork()._changed
        self.looked: dict[Detail, None] = {}

    def get(self, table: str, key: str) -> Row | None:
        """Return a row to read, as `State.get` does."""
        row = super().get(table, key)
        return None if row is None else _WatchedRow(row, Detail(table, key, ()), self.looked)

    def where(self, table: str, field: str, value: Any) -> list[Row]:
        """Return the rows whose `field` equals `value`, as `State.where` does; the comparison itself is no look."""
        return [row for _, row in self.scan(table) if dict.get(row, field) == value]

    def scan(self, table: str) -> Iterator[tuple[str, Row]]:
        """Yield every key and row, as `State.scan` does."""
        for key, _ in super().scan(table):
            yield key, self.row(table, key)


class _WatchedRow(dict[str, Any]):
    """A mapping in a row that notes what is taken out of it."""

    def __init__(self, row: Row, place: Detail, looked: dict[Detail, None]):
        super().__init__(row)
        self._place = place
        self._looked = looked

    def __getitem__(self, field: str) -> Any:
        return _watched(super().__getitem__(field), _within(self._place, field), self._looked)

    def __iter__(self) -> Iterator[str]:
        # With an iterator of its own, dict(row) and {**row} go through __getitem__ too.
        return super().__iter__()

    def get(self, field: str, default: Any = None) -> Any:
        return _watched(super().get(field, default), _within(self._place, field), self._looked)

    def values(self) -> Any:
        return [self[field] for field in self]

    def items(self) -> Any:
        return [(field, self[field]) for field in self]


def _watched(value: Any, place: Detail, looked: dict[Detail, None]) -> Any:
    if isinstance(value, dict):
        return _WatchedRow(value, place, looked)
    if isinstance(value, list):
        return [_watched(item, _within(place, number), looked) for number, item in enumerate(value)]
    looked[place] = None
    return value


def _within(place: Detail, step: str | int) -> Detail:
    return place._replace(path=(*place.path, step))
