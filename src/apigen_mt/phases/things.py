"""Which things in the tables a sentence is about, by their numbers and their names."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from apigen_mt.language.stems import stems
from apigen_mt.language.surface import Reading, plain_code, read, states
from apigen_mt.phases.provenance import leaves
from apigen_mt.values.blueprint import Goal
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain, Entity
from apigen_mt.world.environment import Environment
from apigen_mt.world.policy import Case
from apigen_mt.world.tables import Tables


def named_in(calls: Iterable[ToolCall]) -> frozenset[str]:
    """Return the strings among the arguments of calls, in the form of `plain_code`."""
    return frozenset(plain_code(leaf) for call in calls for leaf in leaves(call.arguments) if isinstance(leaf, str))


def like_these(tables: Tables, own: frozenset[str], codes: frozenset[str]) -> frozenset[str]:
    """Return those of the codes that are keys of rows, in a table of which the rows `own` are, and are none of these."""
    beside = codes - own
    return beside and frozenset[str]().union(*(beside & keys for keys in _keys(tables) if not own.isdisjoint(keys)))


def names_another(tables: Tables, calls: Iterable[ToolCall], text: str) -> bool:
    """Tell whether a text names rows by their numbers, of the kind that some calls are about, and none of theirs."""
    codes = read(text).codes
    if not codes:
        return False
    own = named_in(calls)
    return not codes & own and bool(like_these(tables, own, codes))


def describes_another(domain: Domain, environment: Environment, case: Case, goal: Goal, text: str) -> bool:
    """Tell whether a text names things of the customer's by name or number, and none that a wish is about.

    Args:
        domain: Whose tables these are.
        environment: Where the customer's things are looked up.
        case: The write that was wished for.
        goal: The wish, with its fallback.
        text: What is said.
    """
    said = read(text)
    if not said.codes.isdisjoint(named_in([case.call])):
        return False
    parts = [part for part in (goal, goal.fallback) if part and case.call.name in domain.kinds[part.kind].tools]
    known = [
        _known_by(domain.entities[slot.entity], environment, case.account, part, slot.name)
        for part in parts
        for slot in domain.kinds[part.kind].slots
        if slot.entity and not slot.many and slot.name in part.slots
    ]
    own = frozenset[str]().union(*(mine for mine, _ in known))
    others = frozenset[str]().union(*(theirs for _, theirs in known)) - own
    if not others or not _is_named(said, others):
        return False
    return not _is_named(said, own) and not stems(said.text) & stems(" ".join(own))


def _known_by(
    entity: Entity, environment: Environment, account: str, goal: Goal, slot: str
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names and numbers of the thing that a slot holds, and of the others that it might have held."""
    result = environment.call(entity.finder(account, goal.slots))
    own, others = set[str](), set[str]()
    fields = [field for field, kind in entity.kinds.items() if kind in ("code", "name")]
    for record in () if result.error else entity.records(result.value):
        known = own if record[entity.key] == goal.slots[slot] else others
        known.update(value for field in fields if isinstance(value := record.get(field), str))
    return frozenset(own), frozenset(others)


def _is_named(said: Reading, names: Iterable[str]) -> bool:
    return any(states(said, Value("name", name)) or states(said, Value("code", name)) for name in names)


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
