"""What a refusal has to rest on: of the reads that go with a write, those that show what the broken rule looks at.

Before a write every read of its safeguard has to be seen. A refusal needs less: that a voucher was used already is plain
from the voucher, whatever order it was meant for. So the rule is watched while it decides, and a read shows a detail if
another value there would make it give something else.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import getitem
from typing import Any, cast

from apigen_mt.errors import ToolBug
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import Domain
from apigen_mt.world.policy import Case, Rule
from apigen_mt.world.tables import State, Tables
from apigen_mt.world.watched import Detail, WatchedState

Needs = list[tuple[ToolCall, ...]]


def ungrounded_refusal(
    domain: Domain, cases: Sequence[Case], clauses: Iterable[str], made: Sequence[ToolCall]
) -> ToolCall | None:
    """Return a read that a refusal lacks, or None if what was read shows why one of the clauses forbids it.

    Args:
        domain: Whose policy and tools these are.
        cases: The writes that were wished for, in the state of that time.
        clauses: Those that the refusal appeals to.
        made: The reads made before the refusal.
    """
    every = [alternatives for case in cases for alternatives in needs(domain, case)]
    unseen = [alternatives[0] for alternatives in every if not any(call in made for call in alternatives)]
    if not unseen:
        return None
    lacking = [_lacking(domain, cases, clause, made, unseen[0]) for clause in sorted(clauses)]
    return None if None in lacking else lacking[0]


def needs(domain: Domain, case: Case) -> Needs:
    """Return the reads that go with a write, each with its alternatives."""
    return domain.safeguards[case.call.name].needs(case.state, case.account, case.call.arguments)


def _lacking(
    domain: Domain, cases: Iterable[Case], clause: str, made: Sequence[ToolCall], unseen: ToolCall
) -> ToolCall | None:
    rule = domain.policy.clauses[clause].rule
    plain = False
    for case in cases:
        if rule is None or case.call.name not in rule.tools:
            continue
        useful = [call for alternatives in needs(domain, case) for call in alternatives]
        for detail in _looked_at(rule, case):
            showing = [call for call in useful if _shows(domain, case.state, call, detail)]
            plain = plain or bool(showing)
            if showing and not any(_shows(domain, case.state, call, detail) for call in made):
                return showing[0]
    # Where no read shows the ground (a word that was said wrong, an amount above a limit), nothing less than all will do.
    return None if plain else unseen


def _looked_at(rule: Rule, case: Case) -> Iterable[Detail]:
    """Return what the rule looks at to find the call forbidden; nothing if it does not."""
    watched = WatchedState(case.state)
    return () if rule.broken(case._replace(state=watched)) is None else watched.looked


def _shows(domain: Domain, state: State, call: ToolCall, detail: Detail) -> bool:
    """Whether a read would give something else if a detail were another one."""
    tool = domain.tools[call.name]
    other = state.fork()
    place: Any = other.edit(detail.table, detail.key)
    for step in detail.path[:-1]:
        place = place[step]
    place[detail.path[-1]] = _another(place[detail.path[-1]], state.tables, detail)
    other.commit()
    try:
        return tool.run(state.fork(), call.arguments) != tool.run(other, call.arguments)
    except ToolBug:
        # The other value makes no world that the tool knows, so the tool looks at it.
        return True


def _another(value: Any, tables: Tables, detail: Detail) -> Any:
    """Return another value that some row has at this place; where there is none, a made-up one of the same sort."""
    for row in tables.rows[detail.table].values():
        try:
            other = reduce(getitem, detail.path, cast("Any", row))
        except (LookupError, TypeError):
            continue
        if type(other) is type(value) and other != value:
            return other
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int | float) else f"{value or ''}x"
