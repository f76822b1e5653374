"""Benchmarks whose user has tools: both speakers are models over HTTP, both act on one world, and neither sees the other's calls.

TAU2_CHECKOUT names a checkout of tau2-bench; the port of it comes with `inspect-evals`.
"""

import importlib.util
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.evaluation.conftest import figures, serving
from tests.models.endpoint_server import Body, EndpointServer, calls, text

from apigen_mt.adapters.benchmark import Conversed, PeerTask, played
from apigen_mt.adapters.load import load_benchmark
from apigen_mt.evaluation.file import TrialFile
from apigen_mt.evaluation.peer_trials import THEIRS
from apigen_mt.values.messages import Message

CHECKOUT = os.environ.get("TAU2_CHECKOUT", "")
HAS_PORT = all(importlib.util.find_spec(name) for name in ("inspect_ai", "inspect_evals", "toml"))
needs_port = pytest.mark.skipif(not HAS_PORT, reason="inspect-evals with inspect-ai and toml is not installed")
needs_checkout = pytest.mark.skipif(not CHECKOUT, reason="TAU2_CHECKOUT names no checkout of tau2-bench")
PORTED = [
    pytest.param("tau2-port:telecom", marks=needs_port),
    pytest.param("tau2-port:banking_knowledge", marks=needs_port),
]
EVERY = [
    *PORTED,
    *(pytest.param(f"tau2:{domain}", marks=needs_checkout) for domain in ("telecom", "banking_knowledge", "mock")),
]
TASKS = 4
STEP, DONE, ALL_DONE = "Please do step ", "I have done it.", "That was all."


class Actors:
    """Play the ground truths: the agent makes its own calls and asks the user for theirs, one after the other."""

    def __init__(self, tasks: Sequence[PeerTask], *, lazy: bool = False) -> None:
        self.tasks = tasks
        self.lazy = lazy
        """Whether the user says that it is done and does nothing."""
        self.waiting = list(range(len(tasks)))

    def __call__(self, body: Body) -> Body:
        return self.agent(body["messages"]) if body["model"] == "a" else self.user(body["messages"])

    def user(self, messages: list[Any]) -> Body:
        begun = _named(messages, "assistant")
        if not begun:  # Some tasks tell their users the same: conversations begin in the order of their tasks.
            number = next(n for n in self.waiting if self.tasks[n].instruction in messages[0]["content"])
            self.waiting.remove(number)
            return text(f"Task {number}")
        number, last = int(begun.removeprefix("Task ")), messages[-1]
        if last["role"] == "tool":
            return text(DONE)
        if last["content"].startswith(STEP):
            return text(DONE) if self.lazy else _call(self.tasks[number], int(last["content"].removeprefix(STEP)))
        return text("###STOP###")

    def agent(self, messages: list[Any]) -> Body:
        told = _named(messages, "user")
        task = self.tasks[int(told.removeprefix("Task "))]
        since = messages[messages.index({"role": "user", "content": told}) :]
        made = sum(one["role"] == "tool" or one["content"] == DONE for one in since)
        if made == len(task.actions):
            return text("\n".join([*task.outputs, ALL_DONE]))
        return _call(task, made) if task.actions[made].by == "assistant" else text(f"{STEP}{made}")


def _named(messages: list[Any], role: str) -> str:
    """The message that names the task; empty if there is none yet."""
    said = (one["content"] or "" for one in messages if one["role"] == role)
    return next((content for content in said if content.startswith("Task ")), "")


def _call(task: PeerTask, number: int) -> Body:
    call = task.actions[number].call
    return calls((call.name, json.dumps(call.arguments)))


def evaluated(
    name: str, actors: Actors, directory: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[dict[str, Any], EndpointServer]:
    with serving(actors) as server:
        config = directory / "models.toml"
        config.write_text(
            f'[endpoints.here]\nurl = "{server.url}"\nin_flight = 1\n[players]\n'
            'agent = { model = "a", endpoint = "here" }\nuser = { model = "u", endpoint = "here" }\n'
        )
        given = ("--checkout", CHECKOUT) if name.startswith("tau2:") else ()
        limit = ("--limit", str(len(actors.tasks)), "--trials", "1")
        out = ("--config", config, "--out", directory / "out")
        return figures(capsys, "evaluate", name, *given, *limit, *out), server


def tasks_of(name: str) -> tuple[Any, list[PeerTask]]:
    benchmark = load_benchmark(name, Path(CHECKOUT) if name.startswith("tau2:") else None)
    return benchmark, list(benchmark.tasks(benchmark.splits[0]))[:TASKS]


@pytest.mark.parametrize("name", EVERY)
def test_agent_and_user_who_do_what_is_right_earn_what_the_peers_own_code_gives(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    benchmark, tasks = tasks_of(name)
    found, server = evaluated(name, Actors(tasks), tmp_path, capsys)
    known = [benchmark.reward(task, played(benchmark.environment(task), task)).value for task in tasks]
    assert found["plain"][0]["all_of_k"]["value"] == sum(known) / len(tasks)
    assert found["stops"] == {"user_done": len(tasks)}
    made = [sum(action.by == "user" for action in task.actions) for task in tasks]
    assert found["user_calls"] == sum(made) / len(tasks)
    assert found["calls"] == sum(len(task.actions) - by_user for task, by_user in zip(tasks, made, strict=True)) / len(
        tasks
    )
    with TrialFile.read(tmp_path / "out") as file:
        for (_, trial), task in zip(file.held(), tasks, strict=True):
            by_check = {verdict.check: verdict.passed for verdict in trial.verdicts}
            assert by_check["replay"] is True
            assert trial.messages[-1] == Message("user", "###STOP###"), "nothing is said or done after that"
            theirs = benchmark.their_reward(task, Conversed(trial.messages, trial.stop))
            assert by_check[THEIRS] is (theirs.value == 1)
    _apart(server, benchmark, tasks)


def _apart(server: EndpointServer, benchmark: Any, tasks: Sequence[PeerTask]) -> None:
    """Each side is offered its own tools, and is shown its own calls and results and no others."""
    offers = {
        "a": [_names(benchmark.specs(task)) for task in tasks],
        "u": [_names(benchmark.user_specs(task)) for task in tasks],
    }
    every = set[str]().union(*offers["a"], *offers["u"])
    for body in (seen.body for seen in server.requests):
        own = _names(body.get("tools", []))
        assert own in offers[body["model"]]
        told = [message for message in body["messages"] if message["role"] != "system"]
        called = [call["function"]["name"] for one in told for call in one.get("tool_calls") or ()]
        assert not set(called) & (every - own)
        assert sum(one["role"] == "tool" for one in told) == len(called)


def _names(specs: list[Any]) -> set[str]:
    return {spec["function"]["name"] for spec in specs}


@pytest.mark.parametrize("name", PORTED)
def test_a_user_who_only_claims_to_have_done_it_costs_the_reward(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, tasks = tasks_of(name)
    needed = [task for task in tasks if any(action.by == "user" for action in task.actions)]
    found, _ = evaluated(name, Actors(tasks, lazy=True), tmp_path, capsys)
    assert found["plain"][0]["all_of_k"]["value"] <= 1 - len(needed) / len(tasks)
    assert found["user_calls"] == 0


@needs_port
def test_a_user_who_never_stops_calling_tools_is_cut_and_blamed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda body: calls(("check_network_status", "{}"))) as server:
        config = tmp_path / "models.toml"
        config.write_text(
            f'[endpoints.here]\nurl = "{server.url}"\nin_flight = 1\n[players]\n'
            'agent = { model = "a", endpoint = "here" }\nuser = { model = "u", endpoint = "here" }\n'
        )
        arguments = ("--limit", "1", "--trials", "1", "--config", config, "--out", tmp_path / "out")
        found = figures(capsys, "evaluate", "tau2-port:telecom", *arguments)
    assert found["stops"] == {"user_failed": 1} and server.count == 30
    assert list(found["notes"]) == ["the user went on calling tools for 30 messages"]
    assert found["plain"][0]["all_of_k"]["value"] == 0
