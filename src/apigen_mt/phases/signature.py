"""What makes two blueprints repeats of each other, and what a trajectory covers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.canonical import content_hash
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.world.domain import Domain

DIFFICULTIES = {"plain": (0, 0), "easy": (1, 2), "middling": (3, 5), "hard": (6, 10**6)}
"""Name -> least and most of what makes a task difficult, as `hurdles` counts it."""


def signature(blueprint: Blueprint) -> str:
    """Hash of what is asked: customer, goals and events, without persona and words."""
    return content_hash([blueprint.domain, blueprint.account, [_shape(goal) for goal in blueprint.goals]])


def _shape(goal: Goal) -> list[object]:
    change = [goal.change.slot, goal.change.value] if goal.change else None
    fallback = _shape(goal.fallback) if goal.fallback else None
    return [goal.kind, goal.slots, goal.opens, change, goal.withdrawn, fallback]


def is_trivial(domain: Domain, goals: Sequence[Goal]) -> bool:
    """Tell whether all that is wanted is the answer to one question without any detail."""
    return len(goals) == 1 and not domain.kinds[goals[0].kind].slots and goals[0].outcome == "answered"


def covered(domain: Domain, blueprint: Blueprint, trajectory: Trajectory) -> Iterator[str]:
    """Yield the coverage cells of an accepted trajectory, each prefixed by the domain."""
    names = [call.name for call in trajectory.calls]
    cells = {f"tool:{name}" for name in names} | {f"pair:{a}>{b}" for a, b in pairwise(names)}
    for goal in blueprint.goals:
        for part in (goal, goal.fallback):
            if part is not None:
                cells.add(f"kind:{part.kind}")
                cells.update(f"clause:{number}" for number in part.clauses)
                cells.update(f"event:{event}" for event in events(part))
    for action in blueprint.actions:
        cells.update(f"kept:{number}" for number in domain.policy.applying(action.name))
    if blueprint.wrong_facts:
        cells.add("event:wrong_fact")
    return (f"{domain.name}:{cell}" for cell in sorted(cells))


def events(goal: Goal) -> Iterator[str]:
    """Yield the names of what happens to a goal on its way."""
    yield goal.outcome
    if goal.change is not None:
        yield "changed"
    if goal.fallback is not None:
        yield "fallback"
    if goal.opens == "later":
        yield "added"


def hurdles(blueprint: Blueprint) -> int:
    """Return how difficult a task is: goals beyond the first, and what happens on the way, each counted once."""
    return len(blueprint.goals) - 1 + sum(1 for _ in happenings(blueprint))


def happenings(blueprint: Blueprint) -> Iterator[str]:
    """Yield what happens on the way: a detail that changes, a wish refused or given up, a fallback, a wrong fact."""
    for goal in blueprint.goals:
        yield from (event for event in events(goal) if event not in ("done", "answered"))
    if blueprint.wrong_facts:
        yield "wrong_fact"


def difficulty(blueprint: Blueprint) -> str:
    """Return the name of how difficult a task is: one of `DIFFICULTIES`."""
    return next(name for name, (_, most) in DIFFICULTIES.items() if hurdles(blueprint) <= most)
