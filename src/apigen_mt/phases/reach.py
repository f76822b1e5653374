"""Whether a world can still get to where it should: what a write has settled for good, against the ground truth."""

from collections.abc import Iterator
from typing import Any

from apigen_mt.world.tables import State

_MISSING = object()


def settled_wrongly(before: State, after: State, truth: State, tables: tuple[str, ...]) -> str:
    """Return what a write has settled otherwise than the ground truth has it, or an empty string.

    Only what nothing can take back counts (`Safeguard.settles`): rows added, and texts and flags set. A number may be
    reached in other steps, and a setting may be set again.

    Args:
        before: The state before the write.
        after: The state after it.
        truth: The ground truth's final state.
        tables: Where what the write does is final.
    """
    changes = after.diff()
    for table in tables:
        for key, (_, row) in changes.get(table, {}).items():
            old = before.get(table, key)
            if row is None or row == old:
                continue
            wanted = truth.get(table, key)
            if wanted is None:
                return f"{table} {key} should not be there"
            first, last = dict(_leaves(old)), dict(_leaves(wanted))
            for path, value in _leaves(row):
                if value != first.get(path, _MISSING) and value != last.get(path, _MISSING):
                    return f"{table} {key}: {'.'.join(path)} is {value!r} for good, and should not be"
    return ""


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield path and value of every text and flag in a row."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _leaves(item, (*path, str(number)))
    elif path and (value is None or isinstance(value, str | bool)):
        yield path, value
