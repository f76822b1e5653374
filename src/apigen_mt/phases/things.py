"""Which rows of the tables a sentence names, by the numbers that customers know them by."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from apigen_mt.language.stems import stems
from apigen_mt.language.surface import plain_code
from apigen_mt.phases.provenance import leaves
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.tables import Tables


def named_in(calls: Iterable[ToolCall]) -> frozenset[str]:
    """Return the strings among the arguments of calls, in the form of `plain_code`."""
    return frozenset(plain_code(leaf) for call in calls for leaf in leaves(call.arguments) if isinstance(leaf, str))


def like_these(tables: Tables, own: frozenset[str]) -> frozenset[str]:
    """Return the keys of all rows that stand in one table with some of the rows `own`, without those."""
    return frozenset[str]().union(*(keys for keys in _keys(tables) if keys & own)) - own


@lru_cache(maxsize=16)
def _keys(tables: Tables) -> tuple[frozenset[str], ...]:
    """Return the keys of each table, in the form of `plain_code`."""
    return tuple(frozenset(map(plain_code, rows)) for rows in tables.rows.values())


def words_about(results: Iterable[str], codes: frozenset[str]) -> frozenset[str]:
    """Return the stems of what tool results say in the records with one of these codes, or at all where there are none."""
    texts = (text for result in results for text in (_records(result, codes) if codes else [result]))
    return frozenset[str]().union(*map(stems, texts))


def _records(result: str, codes: frozenset[str]) -> Iterator[str]:
    waiting: list[Any] = [msgspec.json.decode(result)]
    for item in waiting:  # the list grows meanwhile
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            named = {plain_code(value) for value in item.values() if isinstance(value, str)}
            if named & codes:
                yield " ".join(
                    str(leaf)
                    for key, value in item.items()
                    if value not in (None, False)
                    for leaf in (key, *leaves(value))
                )
            else:
                waiting += item.values()
