"""What is wrong with τ-bench's ground truths, by execution."""

import re

from apigen_mt.adapters.benchmark import PeerTask
from apigen_mt.adapters.tau_bench.environment import TauEnvironment
from apigen_mt.adapters.tau_bench.reward import same_data
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.replay import Replay, replay
from apigen_mt.world.tables import State

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_SHORT = 2
"""Characters of an output that stands in nearly every price."""


def flaws(task: PeerTask, environment: TauEnvironment) -> tuple[Verdict, ...]:
    """Judge a ground truth in a fresh environment.

    failing   every call works
    schema    every call fits the published schema
    vacuous   an agent that does nothing does not pass
    outputs   no output that is a number stands inside another number that the ground truth's calls show
    order     the calls that change something lead to the same in reverse order
    """
    start = environment.state
    calls = [action.call for action in task.actions]
    gold, writes = _replay(task, environment.fork())
    return (
        _verdict("failing", [f"call {n}, {calls[n].name}: {gold.results[n].content}" for n in gold.failures]),
        _verdict("schema", _misfits(task, environment)),
        _verdict("vacuous", [] if task.outputs or not same_data(start, gold.state) else ["doing nothing earns 1"]),
        _verdict("outputs", _ambiguous(task, gold)),
        _verdict("order", _order(task, environment, gold.state, writes)),
    )


def _verdict(check: str, reasons: list[str]) -> Verdict:
    return Verdict(check, False, "; ".join(reasons), "blueprint") if reasons else Verdict(check, True)


def _replay(task: PeerTask, environment: TauEnvironment) -> tuple[Replay[State], list[int]]:
    """Return what the ground truth does, and the positions of the calls that change something."""
    states = [environment.state]
    results = []
    for action in task.actions:
        results.append(environment.call(action.call))
        states.append(environment.state)
    writes = [position for position, state in enumerate(states[1:]) if state is not states[position]]
    return Replay(results, environment.state), writes


def _misfits(task: PeerTask, environment: TauEnvironment) -> list[str]:
    return [
        f"call {position}, {action.call.name}: {problem}"
        for position, action in enumerate(task.actions)
        for problem in environment.tools[action.call.name].problems(action.call.arguments)
    ]


def _ambiguous(task: PeerTask, gold: Replay[State]) -> list[str]:
    """Return the outputs that are numbers and would be found in another number that the agent has good reason to tell."""
    shown = {figure for result in gold.results for figure in _FIGURE.findall(result.content)}
    found: list[str] = []
    for output in task.outputs:
        if _FIGURE.fullmatch(output):
            others = sorted(figure for figure in shown if output in figure and float(figure) != float(output))
            if others:
                found.append(f"{output!r} stands in {others[0]}, which the calls show")
            elif len(output) <= _SHORT:
                found.append(f"{output!r} is a short bare number")
    return found


def _order(task: PeerTask, environment: TauEnvironment, gold: State, writes: list[int]) -> list[str]:
    if len(writes) < 2:
        return []
    actions = [task.actions[position].call for position in reversed(writes)]
    backwards = replay(environment.fork(), actions)
    if backwards.failures:
        position = backwards.failures[0]
        return [f"in reverse order {actions[position].name} fails: {backwards.results[position].content}"]
    return [] if same_data(backwards.state, gold) else ["in reverse order the same calls lead to other data"]
