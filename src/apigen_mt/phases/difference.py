"""What a candidate claims and what execution gives, told apart so that whoever wrote the claim can mend it."""

from collections.abc import Iterator
from itertools import zip_longest

from apigen_mt.phases.answer import outputs_of
from apigen_mt.phases.ground_truth import Settled
from apigen_mt.values.blueprint import Blueprint, Goal, Output
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import World

SHOWN = 4


def difference(world: World, candidate: Blueprint, settled: Settled) -> str:
    """Return the first few differences, and the clauses that forbid what the candidate takes for allowed."""
    found = [*_actions(candidate, settled), *_outputs(world, candidate, settled)]
    return "; ".join([*found[:SHOWN], *_refusals(world, candidate, settled)])


def _actions(candidate: Blueprint, settled: Settled) -> Iterator[str]:
    for number, (claimed, given) in enumerate(zip_longest(candidate.actions, settled.actions)):
        if claimed == given:
            continue
        if claimed is None:
            yield f"actions[{number}] is missing: carrying out the goals gives {_shown(given)}"
        elif given is None:
            yield f"actions[{number}], {_shown(claimed)}, is one too many: no goal leads to it"
        elif claimed.name == given.name:
            names = [name for name in {**claimed.arguments, **given.arguments} if _differs(claimed, given, name)]
            parts = [f"{name} {_json(claimed, name)} where execution gives {_json(given, name)}" for name in names]
            yield f"actions[{number}] ({claimed.name}) has {' and '.join(parts)}"
        else:
            yield f"actions[{number}] is {_shown(claimed)} where carrying out the goals gives {_shown(given)}"


def _differs(one: ToolCall, other: ToolCall, name: str) -> bool:
    return _json(one, name) != _json(other, name)


def _json(call: ToolCall, name: str) -> str:
    return canonical_json(call.arguments[name]).decode() if name in call.arguments else "nothing"


def _shown(call: ToolCall | None) -> str:
    return "" if call is None else f"{call.name} {canonical_json(call.arguments).decode()}"


def _outputs(world: World, candidate: Blueprint, settled: Settled) -> Iterator[str]:
    left = list(candidate.outputs)
    unmet: list[tuple[int, str, Output]] = []
    for (index, detail), truth in zip(outputs_of(world.domain, settled.goals), settled.outputs, strict=False):
        if truth in left:
            left.remove(truth)
        else:
            unmet.append((index, detail, truth))
    for index, detail, truth in unmet:
        claimed = next((one for one in left if one.goal == index and bool(one.clauses) == bool(truth.clauses)), None)
        if claimed is not None:
            left.remove(claimed)
        what = f"the output {detail} of goal {index}" if detail else f"the reason for refusing goal {index}"
        yield f"{what} is {_told(truth)} by execution, and {_told(claimed)} in the candidate"
    yield from (f"the output {_told(one)} of goal {one.goal} is one too many" for one in left)


def _told(output: Output | None) -> str:
    if output is None:
        return "missing"
    if output.value is None:
        return f"clause {' or '.join(output.clauses) or 'none'}"
    return str(output.value.value)


def _refusals(world: World, candidate: Blueprint, settled: Settled) -> Iterator[str]:
    known = {(output.goal, output.clauses) for output in candidate.outputs}
    for index, goal in enumerate(settled.goals):
        part: Goal | None = goal
        while part is not None:
            for number in part.clauses if (index, part.clauses) not in known else ():
                text = world.domain.policy.clauses[number].text
                yield f"goal {index} ({part.kind}) is refused under clause {number}: {text}"
            part = part.fallback
