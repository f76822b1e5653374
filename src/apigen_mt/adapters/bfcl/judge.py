"""Our own verdicts on conversations about BFCL's tasks: what its checker does not look at."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from apigen_mt.adapters.benchmark import Conversed
from apigen_mt.adapters.bfcl.apis import toolset
from apigen_mt.adapters.bfcl.entries import Entry
from apigen_mt.adapters.bfcl.reward import MOST_STEPS, turns
from apigen_mt.adapters.bfcl.world import Scenario, Snapshot, World
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.verdict import Blame, Verdict
from apigen_mt.world.replay import replay
from apigen_mt.world.tools import ToolResult

CHECKS: dict[str, Blame] = {
    "replay": "environment",
    "turns": "user",
    "steps": "agent",
    "state": "agent",
    "outputs": "agent",
    "schema": "agent",
    "errors": "agent",
    "withheld": "agent",
    "restraint": "agent",
}
"""Verdicts on a conversation:

replay     every recorded result is what the world gives
turns      the user said all that is scripted, in order, and nothing else
steps      no turn took more steps than their runner allows; theirs overlooks the last turn
state      after every turn the state is the ground truth's, also after turns in which it does nothing
outputs    every result of the ground truth was given by the same tool; one of a call that changed something counts once
schema     every call names a tool and fits its schema; theirs has no such check
errors     no call failed
withheld   no tool was called in a turn before that in which it is offered; theirs runs it
restraint  where the ground truth does nothing, nothing was changed and nothing was done that it does only later
"""
NOT_JUDGED = {
    "policy": "BFCL has no policy",
    "consent": "its scripted user is never asked",
    "provenance": "its scripted user and its ground truth do not say where values come from",
}


class Lived(NamedTuple):
    """A call, and what came of it."""

    call: ToolCall
    result: ToolResult
    changed: bool
    """Anything public."""
    moved: bool
    """Anything at all, but for generators of random numbers."""


class Life(NamedTuple):
    """What calls come to, by turn."""

    turns: list[list[Lived]]
    states: list[Snapshot]
    """After each turn."""
    drew: bool
    """Something was drawn at random."""


def live(scenario: Scenario, calls: Sequence[Sequence[ToolCall]]) -> Life:
    """Execute calls turn by turn in a fresh world and look at it after each of them."""
    world = World(scenario)
    drawn = world.draws()
    public, hidden = world.snapshot(), world.hidden()
    lived: list[list[Lived]] = []
    states: list[Snapshot] = []
    for turn in calls:
        lived.append([])
        for call in turn:
            result = replay(world, [call]).results[0]
            before = public, hidden
            public, hidden = world.snapshot(), world.hidden()
            lived[-1].append(Lived(call, result, public != before[0], (public, hidden) != before))
        states.append(public)
    return Life(lived, states, world.draws() != drawn)


def verdicts(entry: Entry, right: Life, conversed: Conversed) -> tuple[Verdict, ...]:
    """Judge a conversation, given what the ground truth comes to: one verdict a check, those last that nothing in BFCL allows."""
    steps = turns(conversed.messages)
    made = live(entry.scenario, [[call for step in turn for call in step] for turn in steps])
    found = {
        "replay": _unlike_recorded(made, conversed),
        "turns": _unscripted(entry, conversed),
        "steps": (f"turn {n}: {len(turn)} steps" for n, turn in enumerate(steps) if len(turn) > MOST_STEPS),
        "state": _wrong_states(made, right),
        "outputs": _missing(made, right),
        "schema": misfits(entry, made),
        "errors": failures(made),
        "withheld": early(entry, made),
        "restraint": _unasked(made, right),
    }
    judged = tuple(verdict(check, found[check], blame) for check, blame in CHECKS.items())
    return judged + tuple(Verdict(check, None, reason) for check, reason in NOT_JUDGED.items())


def verdict(check: str, reasons: Iterable[str] | None, blame: Blame) -> Verdict:
    """Return a verdict that passes where there is nothing to say against it."""
    if reasons is None:
        return Verdict(check, None, "not every call has a recorded result")
    said = list(reasons)
    return Verdict(check, False, "; ".join(said[:3]), blame) if said else Verdict(check, True)


def each(life: Life) -> Iterator[tuple[int, Lived]]:
    """Yield every call with the number of its turn."""
    return ((number, lived) for number, turn in enumerate(life.turns) for lived in turn)


def _unlike_recorded(made: Life, conversed: Conversed) -> list[str] | None:
    recorded = [message.content for message in conversed.messages if message.role == "tool"]
    given = [lived for _, lived in each(made)]
    if len(recorded) != len(given):
        return None
    pairs = zip(given, recorded, strict=True)
    return [f"{it.call.name} gives {it.result.content[:80]}" for it, text in pairs if it.result.content != text]


def _unscripted(entry: Entry, conversed: Conversed) -> Iterator[str]:
    said = [message.content for message in conversed.messages if message.role == "user"]
    if len(said) != len(entry.task.turns):
        yield f"{len(said)} turns of {len(entry.task.turns)}"
    for number, (text, scripted) in enumerate(zip(said, entry.task.turns, strict=False)):
        if text != scripted:
            yield f"turn {number}: {text[:80]!r} is not what is scripted"


def _wrong_states(made: Life, right: Life) -> Iterator[str]:
    if len(made.states) < len(right.states):
        yield f"the conversation ends after turn {len(made.states) - 1}"
    for number, (state, wanted) in enumerate(zip(made.states, right.states, strict=False)):
        for name, attributes in wanted.items():
            wrong = [key for key, value in attributes.items() if state[name].get(key) != value]
            if wrong:
                yield f"turn {number}: {name}.{', '.join(wrong)}"


def _missing(made: Life, right: Life) -> Iterator[str]:
    """Yield the results of the ground truth that were not given up to the end of their turn."""
    given: list[Lived] = []
    for number, turn in enumerate(right.turns):
        given += made.turns[number] if number < len(made.turns) else ()
        left = given.copy()
        for wanted in turn:
            match = next((it for it in left if _same_result(it, wanted)), None)
            if match is None:
                yield f"turn {number}: what {wanted.call.name} gives"
                continue
            left.remove(match)
            if match.changed:
                given.remove(match)


def _same_result(one: Lived, other: Lived) -> bool:
    return one.call.name == other.call.name and one.result == other.result


def misfits(entry: Entry, life: Life) -> Iterator[str]:
    """Yield the calls that fit no tool, or not its schema."""
    tools = toolset(entry.scenario.classes).tools
    for number, (call, *_) in each(life):
        if call.name not in tools:
            yield f"turn {number}: no tool {call.name}"
        elif problems := tools[call.name].problems(call.arguments):
            yield f"turn {number}: {call.name}: {problems[0]}"


def failures(life: Life) -> Iterator[str]:
    """Yield the calls that failed."""
    return (f"turn {n}: {it.call.name}: {it.result.content[:80]}" for n, it in each(life) if it.result.error)


def early(entry: Entry, life: Life) -> Iterator[str]:
    """Yield the calls of tools that are not offered yet."""
    return (f"turn {n}: {it.call.name}" for n, it in each(life) if n < entry.task.withheld.get(it.call.name, 0))


def _unasked(made: Life, right: Life) -> Iterator[str]:
    quiet = [number for number, turn in enumerate(right.turns) if not turn and number < len(made.turns)]
    for number in quiet:
        later = {_key(it.call) for turn in right.turns[number:] for it in turn}
        for it in made.turns[number]:
            if it.changed or _key(it.call) in later:
                yield f"turn {number}: {it.call.name}"


def _key(call: ToolCall) -> bytes:
    return canonical_json([call.name, call.arguments])
