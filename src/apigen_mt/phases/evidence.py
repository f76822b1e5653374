"""What execution shows of a candidate, for reviewers: they judge what it means, not whether it is so.

The paper shows reviewers the diff of the state alone (APIGen-MT §4.1.2, Fig. 9). Results, the rules weighed and the origin
of every argument stand beside it here, because code knows them for certain.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from apigen_mt.phases.answer import outputs_of, ways_to_say
from apigen_mt.phases.ground_truth import Settled, settle
from apigen_mt.phases.grounds import needs
from apigen_mt.phases.provenance import leaves
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import World
from apigen_mt.world.environment import Environment
from apigen_mt.world.policy import Case

LONGEST = 1200
"""Characters shown of one tool result."""


def evidence(world: World, candidate: Blueprint) -> str:
    """Return outcomes, executed actions with their rules and the origin of their arguments, reads, and the diff."""
    settled = settle(world, candidate.account, candidate.goals)
    environment = world.environment()
    facts = "; ".join(f"{name.replace('_', ' ')} {value.value}" for name, value in candidate.facts.items())
    parts = [f"What the customer knows of themselves, as the tables have it: {facts}", ""]
    parts += ["Goals, as execution settles them:", *_outcomes(world, settled)]
    parts += ["", "Actions, executed in order:" if candidate.actions else "There is no action to execute."]
    for number in range(len(candidate.actions)):
        wanted_by = settled.wanted_by[number] if number < len(settled.wanted_by) else 0
        parts += _action(world, candidate, environment, number, wanted_by)
    if settled.looked_up:
        parts += ["", "Reads that the questions rest on:"]
    for goal, call in settled.looked_up:
        parts.append(f"- goal {goal}: {shown_call(call)} gives {_cut(_read(world, settled, goal, call))}")
    rests_on = list(dict.fromkeys(_rests_on(world, settled)))
    if rests_on:
        parts += ["", "Reads that the refusals rest on:", *rests_on]
    parts += ["", "Diff of the tables (before -> after):", *_diff(environment)]
    return "\n".join(parts)


def shown_call(call: ToolCall) -> str:
    """Return a call in one line."""
    return f"{call.name} {canonical_json(call.arguments).decode()}"


def _read(world: World, settled: Settled, goal: int, call: ToolCall) -> str:
    """Return what a read gives when its goal's turn has come."""
    environment = world.environment()
    for action, wanted_by in zip(settled.actions, settled.wanted_by, strict=True):
        if wanted_by < goal:
            environment.call(action)
    return environment.call(call).content


def _rests_on(world: World, settled: Settled) -> Iterator[str]:
    """Yield what the rules behind each refusal look at."""
    refusals = [output.goal for output in settled.outputs if output.value is None]
    for goal, cases in zip(refusals, settled.cases, strict=True):
        for call, *_ in (alternatives for case in cases for alternatives in needs(world.domain, case)):
            yield f"- goal {goal}: {shown_call(call)} gives {_cut(_read(world, settled, goal, call))}"


def _outcomes(world: World, settled: Settled) -> Iterator[str]:
    outputs = list(zip(outputs_of(world.domain, settled.goals), settled.outputs, strict=False))
    yield from settled.failures
    for index, goal in enumerate(settled.goals):
        part: Goal | None = goal
        while part is not None:
            clauses = [f"{number}: {world.domain.policy.clauses[number].text}" for number in part.clauses]
            why = f" under clause {' and '.join(clauses)}" if clauses else ""
            lead = f"- goal {index}" if part is goal else "  - its fallback"
            yield f"{lead}, {part.kind}: {part.outcome}{why}"
            part = part.fallback
        told = [
            f"{detail} = {one.value.value}" for (at, detail), one in outputs if at == index and one.value is not None
        ]
        if told:
            yield f"  - to be told: {', '.join(told)}"


def _action(world: World, candidate: Blueprint, environment: Environment, number: int, wanted_by: int) -> Iterator[str]:
    """Yield what happens when one action is made in the state that the earlier ones have left."""
    domain, action = world.domain, candidate.actions[number]
    case = Case(environment.state, action, candidate.account, candidate.actions[:number])
    broken = {violation.clause.number for violation in domain.policy.judge(case)}
    rules = [f"{clause} {'BROKEN' if clause in broken else 'kept'}" for clause in domain.policy.applying(action.name)]
    origins = [
        f"{name}: {_origin(world, candidate, environment, action, name, wanted_by)}" for name in action.arguments
    ]
    result = environment.call(action)
    yield f"{number}. {shown_call(action)}"
    yield f"   result: {'ERROR ' if result.error else ''}{_cut(result.content)}"
    yield f"   clauses weighed: {', '.join(rules) or 'none applies'}"
    yield f"   arguments: {'; '.join(origins)}"


def _origin(
    world: World, candidate: Blueprint, environment: Environment, action: ToolCall, name: str, wanted_by: int
) -> str:
    """Return where an argument comes from, as far as code can tell: by preference from the goal that wants the action."""
    value = action.arguments[name]
    if value == candidate.account:
        return "the customer's account"
    wanted = [(index, part) for index, goal in enumerate(candidate.goals) for part in (goal, goal.fallback) if part]
    for index, part in sorted(wanted, key=lambda entry: entry[0] != wanted_by):
        for slot, settled in part.slots.items():
            if value == settled or value in (settled.values() if isinstance(settled, dict) else ()):
                return f"goal {index}, {slot}{_put(world, part, slot)}"
    safeguard = world.domain.safeguards.get(action.name)
    if safeguard is None or name not in world.domain.tools[action.name].parameters["properties"]:
        return "NOT FOUND: this is no argument of a write tool"
    if name in safeguard.derived:
        return "worked out as policy says"
    if "enum" in world.domain.tools[action.name].parameters["properties"][name]:
        return "a closed list"
    for alternatives in safeguard.needs(environment.state, candidate.account, action.arguments):
        if value in list(leaves(environment.call(alternatives[0]).value)):
            return f"read by {alternatives[0].name}"
    return "NOT FOUND in goals, reads or lists"


def _put(world: World, goal: Goal, name: str) -> str:
    """Return how a slot is put: in the customer's words, or by the name of the choice, whose words are the domain's."""
    slot = next((slot for slot in world.domain.kinds[goal.kind].slots if slot.name == name), None)
    if slot is not None and slot.choices is not None:
        return f" (the choice {ways_to_say(slot, str(goal.slots[name]))[0]!r})"
    return f" ({goal.said[name].text!r})" if name in goal.said else ""


def _diff(environment: Environment) -> Iterator[str]:
    changes = environment.state.diff()
    if not changes:
        yield "- nothing changes"
    for table, rows in sorted(changes.items()):
        for key, (before, after) in sorted(rows.items()):
            if before is None or after is None:
                yield f"- {table} {key}: {'added ' + _json(after) if before is None else 'removed'}"
                continue
            fields = sorted({*before, *after})
            parts = [(f, before.get(f), after.get(f)) for f in fields if before.get(f) != after.get(f)]
            yield f"- {table} {key}: " + "; ".join(f"{f}: {_json(old)} -> {_json(new)}" for f, old, new in parts)


def _json(value: Mapping[str, Any] | Any) -> str:
    return _cut(canonical_json(value).decode())


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}... ({len(text) - LONGEST} characters more)"
