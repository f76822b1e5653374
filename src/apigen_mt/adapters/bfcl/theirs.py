"""Their own checker, asked in this process.

It runs the text of calls with `eval`. So it gets only calls to tools of the task with plain names and JSON values for arguments,
in Python's notation; any other call is put as one to a tool that is not there, which is what a made-up name comes to with
them too unless it happens to be one that Python knows. It keeps its objects in its module for ever, and some of its classes
keep data in theirs: both are put back, so that every check is a first one.
"""

import __future__

import ast
import itertools
import pickle
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from apigen_mt.adapters.benchmark import Conversed, Reward
from apigen_mt.adapters.bfcl import package
from apigen_mt.adapters.bfcl.apis import Global, Toolset, api, toolset
from apigen_mt.adapters.bfcl.calls import written
from apigen_mt.adapters.bfcl.entries import Entry
from apigen_mt.adapters.bfcl.reward import Turn, as_their_runner_ends, objection, turns
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.trajectory import StopReason

_numbers = itertools.count()


def their_reward(entry: Entry, conversed: Conversed) -> Reward:
    """Return what their code gives."""
    made = as_their_runner_ends(turns(conversed.messages))
    if conversed.stop == StopReason.NO_ANSWER:
        return _reward(_verdict(entry, "Error during inference"))
    tools = toolset(entry.scenario.classes)
    return _reward(_verdict(entry, [[_step(step, tools) for step in turn] for turn in made]))


def check(entry: Entry, made: Sequence[Turn], name: str) -> dict[str, Any]:
    """Run their multi-turn checker once on calls that may be trusted, and leave behind what it leaves."""
    checker = package.module(f"{package.CHECKER}.multi_turn_checker").multi_turn_checker
    calls = [[[written(call) for call in step] for step in turn] for turn in made]
    return checker(calls, entry.answer, entry.question, entry.task.id.rsplit("_", 1)[0], name)


def _verdict(entry: Entry, answers: Any) -> dict[str, Any]:
    name = f"apigen{next(_numbers)}"
    with as_new(entry, name):
        return _judge()(_Handler(), entry.task.id, answers, entry.answer, dict(entry.question), name, "")


def _reward(verdict: dict[str, Any]) -> Reward:
    if verdict["valid"]:
        return objection()
    return objection(verdict["error"]["error_type"].removeprefix("multi_turn:"))


class _Handler:
    """What their evaluation asks to turn an answer into calls: ours are calls already."""

    @staticmethod
    def decode_execute(answer: list[str], has_tool_call_tag: bool) -> list[str]:
        return answer


@cache
def _judge() -> Any:
    """Return their judgement of one entry, out of the file that holds it: importing that file needs all they depend on."""
    name = "_evaluate_single_multi_turn_entry"
    path: Path = package.folder() / "eval_checker" / "eval_runner.py"
    source = ast.parse(path.read_text(encoding="utf-8"))
    source.body = [node for node in source.body if isinstance(node, ast.FunctionDef) and node.name == name]
    checker = package.module(f"{package.CHECKER}.multi_turn_checker")
    namespace: dict[str, Any] = {
        "multi_turn_checker": checker.multi_turn_checker,
        "is_empty_execute_response": checker.is_empty_execute_response,
    }
    exec(compile(source, str(path), "exec", flags=__future__.annotations.compiler_flag), namespace)
    return namespace[name]


def _step(calls: Sequence[ToolCall], tools: Toolset) -> list[str]:
    return [written(call) if _harmless(call, tools) else "no_such_tool()" for call in calls]


def _harmless(call: ToolCall, tools: Toolset) -> bool:
    return call.name in tools.tools and all(name.isidentifier() for name in call.arguments)


@contextmanager
def as_new(entry: Entry, name: str) -> Generator[None]:
    """Put back what a check leaves behind in modules."""
    executor = vars(package.module(f"{package.CHECKER}.multi_turn_utils"))
    try:
        yield
    finally:
        for left in [key for key in executor if key.startswith(f"{name}_")]:
            del executor[left]
        for it, before in _process_wide(entry.scenario.classes):
            if it.value != before:
                fresh = pickle.loads(it.pickled)
                it.value.clear()
                it.value.extend(fresh) if isinstance(fresh, list) else it.value.update(fresh)


@cache
def _process_wide(classes: tuple[str, ...]) -> list[tuple[Global, Any]]:
    """Return the rows and defaults that a world of theirs may change for all others, and what they were at first."""
    apis = [api(name) for name in classes]
    defaults = [it for made in apis for named in made.defaults.values() for it in named.values()]
    rows = [row for made in apis for row in made.rows.values()]
    return [(it, pickle.loads(it.pickled)) for it in rows + defaults]
