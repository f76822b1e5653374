"""Calls that no agent should make: ground truths of τ-bench, spoiled at random, and a conversation around them.

Used by `peers_tau_bench.py` and by the tests that need a checkout.
"""

import copy
import json
import random
from collections.abc import Sequence
from typing import Any

from apigen_mt.adapters.benchmark import Conversed, PeerTask
from apigen_mt.adapters.tau_bench import TauBench
from apigen_mt.adapters.tau_bench.rows import CRASHED
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason

ODD: tuple[Any, ...] = (None, "", 0, -1, 2.5, True, [], {}, ["x"], {"payment_id": "x"}, "#W0", "basic_economy", 10**12)
ENDS = (StopReason.USER_DONE,) * 8 + (StopReason.USER_GAVE_UP, StopReason.TOO_MANY_STEPS)


def gold_calls(task: PeerTask) -> list[ToolCall]:
    """The calls of a ground truth."""
    return [action.call for action in task.actions]


def conversed(task: PeerTask, calls: Sequence[ToolCall], said: Sequence[str], stop: StopReason) -> Conversed:
    """A conversation in which the agent makes these calls and then says these things."""
    messages = [Message("user", "hello")]
    for number, call in enumerate(calls):
        messages.append(Message("assistant", calls=(ToolCall(call.name, call.arguments, str(number)),)))
        messages.append(Message("tool", "", call_id=str(number)))
    for text in said:
        messages += [Message("assistant", text), Message("user", "ok")]
    return Conversed([*messages, Message("assistant", "Goodbye.")], stop)


def spoiled(tasks: Sequence[PeerTask], seed: int) -> tuple[PeerTask, list[ToolCall], Conversed]:
    """A task, its calls after one to four accidents, and a conversation with them."""
    rng = random.Random(f"spoiled-{seed}")
    task = rng.choice(tasks)
    calls = copy.deepcopy(gold_calls(task))
    for _ in range(rng.randint(1, 4)):
        calls = _accident(calls, tasks, rng)
    said = [_said(output, rng) for output in task.outputs if rng.random() < 0.8]
    return task, calls, conversed(task, calls, said, rng.choice(ENDS))


def _said(output: str, rng: random.Random) -> str:
    forms = (f"It is {output}.", f"That is ${output}", output.upper(), f"x{output}9", output[:-1], f"1,{output}")
    return rng.choice((forms[0], *forms))


def _accident(calls: list[ToolCall], tasks: Sequence[PeerTask], rng: random.Random) -> list[ToolCall]:
    others = gold_calls(rng.choice(tasks)) or calls
    if not calls:
        return list(others)
    at = rng.randrange(len(calls))
    kind = rng.randrange(12)
    if kind == 0:
        return calls[:at] + calls[at + 1 :]
    if kind == 1:
        return calls[: at + 1] + calls[at:]
    if kind == 2:
        return rng.sample(calls, len(calls))
    if kind == 3:
        return calls[:at] + rng.sample(others, min(2, len(others))) + calls[at:]
    if kind == 4:
        extra = rng.choice(
            (
                ToolCall("transfer_to_human_agents", {"summary": "s"}),
                ToolCall("no_such_tool", {"a": 1}),
                ToolCall("send_certificate", {"user_id": "sara_doe_496", "amount": 50}),
                ToolCall("cancel_reservation", {"reservation_id": "HATHAT"}),
                ToolCall("calculate", {"expression": rng.choice(("1/0", "2 * 3.10", "import", "(((", "1 +"))}),
            )
        )
        return calls[:at] + [extra] * rng.choice((1, 1, 4)) + calls[at:]
    return [*calls[:at], _bent(calls[at], others, rng), *calls[at + 1 :]]


def _bent(call: ToolCall, others: Sequence[ToolCall], rng: random.Random) -> ToolCall:
    """The call with one argument that is another one's, of another type, gone, or too many."""
    arguments = copy.deepcopy(call.arguments)
    if not arguments:
        return ToolCall(call.name, {"unknown": 1})
    name = rng.choice(list(arguments))
    value = arguments[name]
    kind = rng.randrange(8)
    if kind == 0:
        del arguments[name]
    elif kind == 1:
        arguments["unknown"] = value
    elif kind == 2:
        arguments[name] = rng.choice(ODD)
    elif kind == 3:
        arguments[name] = _retyped(value, rng)
    elif kind == 4 and isinstance(value, list) and value:
        arguments[name] = rng.choice((value[::-1], value + value, value[1:], [*value, value[0]]))
    elif kind == 5:
        arguments = dict(reversed(list(arguments.items())))
    else:
        found = [v for other in others for key, v in other.arguments.items() if key == name and v != value]
        arguments[name] = rng.choice(found) if found else rng.choice(ODD)
    return ToolCall(call.name, arguments)


def _retyped(value: Any, rng: random.Random) -> Any:
    """The value with every number of the other type, or a changed text."""
    if isinstance(value, dict):
        items = [(key, _retyped(item, rng)) for key, item in value.items()]
        return dict(items if rng.random() < 0.5 else items[::-1])
    if isinstance(value, list):
        return [_retyped(item, rng) for item in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str):
        return rng.choice((value, value.upper(), value + "0", value[1:]))
    return value


def differences(benchmark: TauBench, task: PeerTask, calls: Sequence[ToolCall]) -> list[str]:
    """What our world and their environment make differently of the same calls: results, or the tables at the end."""
    ours, theirs = benchmark.environment(task), benchmark.peer.environment(task.split, int(task.id), None)
    found: list[str] = []
    for position, call in enumerate(calls):
        given = ours.call(call).content
        if call.name == "transfer_to_human_agents":
            continue
        try:
            wanted = theirs.step(benchmark.peer.action(call.name, copy.deepcopy(call.arguments))).observation
        except ValueError:  # their environment breaks where a tool returns no text
            wanted = CRASHED.content
        if given != wanted:
            found.append(f"call {position}, {call.name} {call.arguments}: {given[:200]!r}, theirs {wanted[:200]!r}")
    tables = {table: ours.state.rows(table) for table in benchmark.tables.rows}
    if json.dumps(tables) != json.dumps(theirs.data):
        found.append("the tables differ at the end")
    return found
