"""The τ² export executed by τ²-bench's own evaluator: its reward beside ours, for ground truths and for corrupted conversations.

Needs a checkout of τ²-bench and what its environments and evaluators import: litellm, loguru, pandas and others.
"""

import argparse
import asyncio
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from common import announce, folder, show, verdict

from apigen_mt.cli import main as apigen_mt
from apigen_mt.evaluation.tasks import Task, read_tasks
from apigen_mt.exports.tau2 import BASE, task_of, write_tau2
from apigen_mt.exports.tau2_domain import register
from apigen_mt.phases.trajectories import attempt_once
from apigen_mt.phases.verify import verify
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason

KINDS = ("none", "a write left out", "an argument changed", "nothing told", "a text left unsaid", "does nothing")
PAPER = ("state", "outputs")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkout", type=Path, help="checkout of τ²-bench")
    parser.add_argument("--domains", nargs="+", default=["retail", "airline", "banking"])
    parser.add_argument("-n", type=int, default=500, help="blueprints of each domain")
    parser.add_argument("--least", type=int, default=100, help="ground truths to be found in the split `base`")
    options = parser.parse_args()
    os.environ.setdefault("TAU2_DATA_DIR", str(options.checkout / "data"))
    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
    sys.path.insert(0, str(options.checkout / "src"))
    announce(f"τ² export: {options.n} blueprints of each of {', '.join(options.domains)}")
    counts: Counter[tuple[str, str, bool]] = Counter()
    splits: Counter[str] = Counter()
    with folder() as place:
        for domain in options.domains:
            out = place / domain
            made = ["blueprints", domain, "-n", str(options.n), "--size", "60", "--seed", "2000", "--quiet"]
            assert apigen_mt([*made, "--out", str(out)]) == 0
            tasks = read_tasks(out, {})
            splits += Counter(write_tau2(tasks, place / f"tau2-{domain}"))
            for kind, split, theirs, ours in _compared(place / f"tau2-{domain}", tasks):
                counts[kind, f"{split} {'one' if ours else 'zero'}", theirs == ours] += 1
    return _tell(counts, splits, options.least)


def _tell(counts: Counter[tuple[str, str, bool]], splits: Counter[str], least: int) -> int:
    print(f"tasks by split: {dict(splits)}")
    show(
        ("corrupted by", "judged as", "equal", "differ"),
        [
            (kind, case, counts[kind, case, True], counts[kind, case, False])
            for kind in KINDS
            for case in sorted({case for one, case, _ in counts if one == kind})
        ],
    )
    differ = sum(number for (_, _, equal), number in counts.items() if not equal)
    gold = sum(
        number for (kind, case, equal), number in counts.items() if (kind, case, equal) == ("none", "base one", True)
    )
    met = [
        verdict("ground truths with reward 1 on both sides, whole reward", gold, least, at_least=True, form=",.0f"),
        verdict("rewards that differ", differ, 0, at_least=False, form=",.0f"),
    ]
    return 0 if all(met) else 1


def _compared(export: Path, tasks: Sequence[Task]) -> Iterator[tuple[str, str, float, float]]:
    """Yield corruption, split, their reward and ours: the whole one in `base`, that of the database alone in `judged`."""
    import_module("loguru").logger.remove()
    registry = _tau2("registry").registry
    (name,) = register(export, {})
    loaded = {task.id: task for task in registry.get_tasks_loader(name)(None)}
    base = {task.id for task in registry.get_tasks_loader(name)(BASE)}
    judged = 0
    for task in tasks:
        if task.id not in base:
            judged += 1
            if judged > 40:
                continue
        gold = asyncio.run(attempt_once(task.place.world(), task.blueprint, 0, "tau2"))
        for kind in KINDS:
            messages = _corrupted(kind, gold.messages, Random(f"{task.id} {kind}"), task)
            if messages is None:
                continue
            found = {
                v.check: v.passed is True
                for v in verify(task.place.world(), task.blueprint, messages, StopReason.USER_DONE)
            }
            reward = _their_reward(registry, name, loaded[task.id], messages)
            if task.id in base:
                yield kind, "base", reward.reward, float(all(found[check] for check in PAPER))
            else:
                yield kind, "judged", reward.db_check.db_reward, float(found["state"])


def _corrupted(kind: str, messages: tuple[Message, ...], rng: Random, task: Task) -> tuple[Message, ...] | None:
    tools = task.place.world().domain.tools
    writes = [n for n, m in enumerate(messages) if any(tools[call.name].kind == "write" for call in m.calls)]
    if kind == "none":
        return messages
    if kind == "does nothing":
        return tuple(m for m in messages if m.role == "user")
    if kind == "nothing told":
        return tuple(msgspec.structs.replace(m, content="Done.") if _is_said(m) else m for m in messages)
    if kind == "a text left unsaid":
        return _retold(messages, task)
    if not writes:
        return None
    place = rng.choice(writes)
    if kind == "a write left out":
        gone = {call.id for call in messages[place].calls}
        return tuple(m for n, m in enumerate(messages) if n != place and m.call_id not in gone)
    call = messages[place].calls[0]
    name = rng.choice(sorted(call.arguments))
    changed = msgspec.structs.replace(call, arguments={**call.arguments, name: _other(call.arguments[name], rng)})
    return tuple(
        msgspec.structs.replace(m, calls=(changed, *m.calls[1:])) if n == place else m for n, m in enumerate(messages)
    )


def _retold(messages: tuple[Message, ...], task: Task) -> tuple[Message, ...] | None:
    """Change one text by which τ² decides, wherever the agent says it."""
    texts = task_of(task.place.world().domain, task.blueprint)["evaluation_criteria"]["communicate_info"]
    if not texts:
        return None
    wanted = texts[0]

    def without(text: str) -> str:
        found = text.replace(",", "").lower()
        return "Something else." if wanted.lower() in found else text

    return tuple(msgspec.structs.replace(m, content=without(m.content)) if _is_said(m) else m for m in messages)


def _is_said(message: Message) -> bool:
    return message.role == "assistant" and not message.calls


def _other(value: Any, rng: Random) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + rng.choice((1, 10))
    if isinstance(value, list) and value:
        return value[:-1]
    return f"{value}x"


def _their_reward(registry: Any, name: str, task: Any, messages: Sequence[Message]) -> Any:
    """Ask τ²'s own evaluator, with the results that its environment gives."""
    theirs, runs, judges = _tau2("data_model.message"), _tau2("data_model.simulation"), _tau2("evaluator.evaluator")
    environment = registry.get_env_constructor(name)()
    said: list[Any] = []
    for message in messages:
        if message.role == "user":
            said.append(theirs.UserMessage(role="user", content=message.content))
        elif message.calls:
            calls = [theirs.ToolCall(id=call.id, name=call.name, arguments=call.arguments) for call in message.calls]
            said.append(theirs.AssistantMessage(role="assistant", tool_calls=calls))
            said += [environment.get_response(call) for call in calls]
        elif message.role == "assistant":
            said.append(theirs.AssistantMessage(role="assistant", content=message.content))
    if "NL_ASSERTION" in [one.value for one in task.evaluation_criteria.reward_basis]:
        return judges.EnvironmentEvaluator.calculate_reward(registry.get_env_constructor(name), task, said)
    run = runs.SimulationRun(
        id=task.id,
        task_id=task.id,
        start_time="",
        end_time="",
        duration=0.0,
        termination_reason=runs.TerminationReason.USER_STOP,
        messages=said,
    )
    return judges.evaluate_simulation(run, task, judges.EvaluationType.ALL, solo_mode=False, domain=name)


def _tau2(module: str) -> Any:
    return import_module(f"tau2.{module}")


if __name__ == "__main__":
    sys.exit(main())
