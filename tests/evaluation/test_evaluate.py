"""`apigen-mt evaluate` and `compare`: real worlds, real processes, a real server."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.evaluation.conftest import Book, figures, made, serving
from tests.models.endpoint_server import refusal, text

from apigen_mt.audit.trivial import AGENTS
from apigen_mt.cli import main
from apigen_mt.evaluation import agents
from apigen_mt.evaluation.file import TrialFile
from apigen_mt.evaluation.result import finished
from apigen_mt.evaluation.tasks import read_tasks
from apigen_mt.models.log import CompletionLog
from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.conversation import Agent
from apigen_mt.phases.verify import BLAME
from apigen_mt.world.domain import World
from apigen_mt.world.environment import Environment

Captured = pytest.CaptureFixture[str]


def rate(found: dict[str, Any], k: int = 1, reward: str = "strict") -> float:
    return found[reward][k - 1]["all_of_k"]["value"]


def evaluated(capsys: Captured, tasks: Path, out: Path, *more: str | Path, code: int = 0) -> dict[str, Any]:
    return figures(capsys, "evaluate", tasks, "--workers", "1", "--out", out, *more, code=code)


# ---- agents whose worth is known ------------------------------------------------------------------------------------


def test_scripted_agent_passes_and_one_that_does_nothing_does_not(
    held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    good = evaluated(capsys, held_out, tmp_path / "good", "--agent", "scripted")
    idle = evaluated(capsys, held_out, tmp_path / "idle", "--agent", "do-nothing")
    assert rate(good) >= 0.95 and rate(good, reward="plain") >= 0.95
    assert [one["any_of_k"]["value"] for one in idle["strict"] + idle["plain"]] == [0.0] * 8
    assert (good["tasks"], good["trials"], good["unfinished"]) == (8, 4, 0)
    assert idle["blame"] == {"agent": 32} and sum(idle["stops"].values()) == 32
    assert good["stops"] == {"user_done": 32}
    assert list(good["gates"]) == list(BLAME)
    assert idle["gates"]["outputs"]["value"] == 0.0 and idle["gates"]["replay"]["value"] == 1.0
    assert good["calls"] > idle["calls"] == 0.0 and good["turns"] > 1
    assert good["spent"] == []
    assert (tmp_path / "good" / "result.json").stat().st_size > 1000


def test_trials_of_a_task_are_told_in_different_words(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    evaluated(capsys, held_out, tmp_path, "--agent", "scripted")
    with TrialFile.read(tmp_path) as file:
        for one in finished(file)[0]:
            assert len({str(trial.messages) for trial in one.trials}) >= 3


def test_agent_of_known_rate_has_its_powers_as_figures(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An agent that is right in 7 of 10 trials, whatever the task, has pass^k = 0.7^k and pass@k = 1 - 0.3^k."""

    def flaky(world: World, environment: Environment, seed: str, place: str) -> Agent:
        if Random(f"{seed}:luck").random() < 0.7:
            return ScriptedAgent(world.domain, environment, Random(f"{seed}:agent"))
        return AGENTS["do-nothing"](world.domain, environment, Random(seed))

    monkeypatch.setitem(agents.BUILT_IN, "flaky", flaky)  # type: ignore[arg-type]
    tasks = made(tmp_path / "tasks", "--seed", "1001", "-n", "60")
    found = evaluated(capsys, tasks, tmp_path / "out", "--agent", "flaky", "--trials", "6")
    for one in found["strict"]:
        every, some = one["all_of_k"], one["any_of_k"]
        assert every["value"] == pytest.approx(0.7 ** one["k"], abs=0.08)
        assert some["value"] == pytest.approx(1 - 0.3 ** one["k"], abs=0.08)
        assert every["low"] - 0.02 <= 0.7 ** one["k"] <= every["high"] + 0.02
    assert 0.2 < found["blame"]["agent"] / 360 < 0.4


def test_agent_that_only_claims_has_false_successes(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    tasks = made(tmp_path / "tasks", "--seed", "1002", "-n", "30")
    claims = evaluated(capsys, tasks, tmp_path / "claims", "--agent", "read-only", "--trials", "1")["claims"]
    assert 0 < claims["false"] <= claims["claimed"] <= claims["trials"] == 30
    assert claims["rate"]["value"] == pytest.approx(claims["false"] / 30)
    with TrialFile.read(tmp_path / "claims") as file:
        acting = sum(bool(task.blueprint.actions) for task in file.tasks())
    assert claims["false"] == acting, "whatever had to be done was claimed, and was not"
    honest = evaluated(capsys, tasks, tmp_path / "honest", "--agent", "do-nothing", "--trials", "1")["claims"]
    assert (honest["claimed"], honest["false"], honest["rate"]["value"]) == (0, 0, 0.0)


def test_groups_count_every_task_where_it_belongs(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    found = evaluated(capsys, held_out, tmp_path, "--agent", "scripted", "--trials", "2")
    with TrialFile.read(tmp_path) as file:
        tasks = list(file.tasks())
    groups = found["by"]
    assert {name: group["tasks"] for name, group in groups["domain"].items()} == {"retail": 8}
    assert sum(group["tasks"] for group in groups["actions"].values()) == 8
    goals = {
        name: [len(task.blueprint.goals) for task in tasks if task.difficulty == name] for name in groups["difficulty"]
    }
    assert {name: len(some) for name, some in goals.items()} == {
        name: group["tasks"] for name, group in groups["difficulty"].items()
    }
    assert sum(map(len, goals.values())) == 8 and set(goals.get("plain", [1])) == {1}
    for kind, group in groups["kind"].items():
        assert group["tasks"] == sum(kind.removeprefix("retail: ") in task.kinds for task in tasks)
    for tool, group in groups["tool"].items():
        assert group["tasks"] == sum(tool.removeprefix("retail: ") in task.tools for task in tasks) > 0


# ---- what decides a result ------------------------------------------------------------------------------------------


def test_result_depends_on_seed_and_not_on_workers_or_other_tasks(
    held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    common = (held_out, "--agent", "by-words", "--trials", "2")
    one = figures(capsys, "evaluate", *common, "--workers", "1", "--out", tmp_path / "one")
    assert one == figures(capsys, "evaluate", *common, "--workers", "2", "--out", tmp_path / "two")
    header, _, *others = (held_out / "blueprints.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "blueprints.jsonl").write_text("".join([header, *others[:3]]))
    figures(
        capsys, "evaluate", tmp_path / "blueprints.jsonl", *common[1:], "--workers", "1", "--out", tmp_path / "three"
    )
    figures(capsys, "evaluate", *common, "--workers", "1", "--seed", "5", "--out", tmp_path / "other")
    held = {name: _held(tmp_path / name) for name in ("one", "two", "three", "other")}
    assert held["one"] == held["two"]
    assert [trial for _, trial in held["three"]] == [trial for _, trial in held["one"][2:8]]
    assert all(mine != its for mine, its in zip(held["one"], held["other"], strict=True))


def test_blueprints_keep_their_ids_on_their_way_to_another_process(held_out: Path) -> None:
    for task in read_tasks(held_out, {}):
        assert pickle.loads(pickle.dumps(task)).blueprint.id == task.id == task.blueprint.id


def _held(directory: Path) -> list[Any]:
    with TrialFile.read(directory) as file:
        return list(file.held())


def test_more_trials_go_on_and_other_settings_are_refused(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    evaluated(capsys, held_out, tmp_path, "--agent", "scripted", "--trials", "1")
    before = _held(tmp_path)
    evaluated(capsys, held_out, tmp_path, "--agent", "scripted", "--trials", "2")
    after = _held(tmp_path)
    assert len(after) == 16 and [one for one in after if one[1].attempt == 0] == before
    for more, sentence in (
        (("--agent", "do-nothing", "--trials", "2"), "was made with agent = 'scripted', not 'do-nothing'"),
        (("--agent", "scripted", "--trials", "2", "--seed", "1"), "was made with seed = 0, not 1"),
        (("--agent", "scripted", "--trials", "2", "--limit", "2"), "was made with other tasks"),
        (("--agent", "scripted", "--trials", "1"), "has 2 trials of each task"),
    ):
        assert main(["evaluate", str(held_out), "--workers", "1", "--out", str(tmp_path), *more]) == 2
        assert sentence in capsys.readouterr().err
    assert _held(tmp_path) == after


def test_rows_of_a_dataset_and_its_journal_are_tasks_too(tmp_path: Path, capsys: Captured) -> None:
    data = tmp_path / "data"
    assert main(["generate", "retail", "--size", "60", "-n", "5", "--workers", "1", "--quiet", "--out", str(data)]) == 0
    rows = evaluated(capsys, data, tmp_path / "rows", "--agent", "scripted", "--trials", "1")
    shutil.rmtree(data / "data")
    journal = evaluated(capsys, data, tmp_path / "journal", "--agent", "scripted", "--trials", "1")
    assert rows["tasks"] == 5 and rows == journal


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ((), "no agent given"),
        (("--agent", "nobody"), "neither a built-in agent"),
        (("--model", "m"), "--model and --url go together"),
        (("--model", "m", "--url", "http://x", "--agent", "scripted"), "name one agent"),
        (("--agent", "scripted", "--trials", "0"), "--trials and --limit have to be 1 or more"),
    ],
)
def test_what_a_person_can_mend_is_told(
    more: tuple[str, ...], sentence: str, held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["evaluate", str(held_out), "--out", str(tmp_path / "out"), *more]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1) and sentence in err


# ---- models over HTTP -----------------------------------------------------------------------------------------------


def test_model_that_answers_as_the_scripted_agent_does_has_its_figures(
    held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    """Through prompt, function calling and HTTP, the same conversations come about, trial by trial."""
    words = evaluated(capsys, held_out, tmp_path / "words", "--agent", "by-words", "--trials", "2")
    with serving(Book(tmp_path / "words")) as server:
        spoken = evaluated(
            capsys, held_out, tmp_path / "model", "--trials", "2", "--model", "large", "--url", server.url
        )
    assert [one.messages for _, one in _held(tmp_path / "model")] == [
        one.messages for _, one in _held(tmp_path / "words")
    ]
    for name in ("strict", "plain", "gates", "stops", "claims", "calls", "turns"):
        assert spoken[name] == words[name]
    (line,) = spoken["spent"]
    assert (line["role"], line["model"], line["calls"]) == ("agent", "large", server.count)
    assert line["prompt"] + line["completion"] == 15 * server.count
    compared = figures(capsys, "compare", tmp_path / "model", tmp_path / "words")
    assert compared["strict"]["difference"]["value"] == 0 and compared["strict"]["p"] == 1.0
    assert compared["same_user"] and compared["left_out"] == 0


def test_killed_evaluation_goes_on_and_asks_for_nothing_twice(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    """What the log has is not asked again; what it has not yet is one request for each conversation, at most."""
    conversations = 16
    evaluated(capsys, held_out, tmp_path / "words", "--agent", "by-words", "--trials", "2")
    with serving(Book(tmp_path / "words"), latency=0.01) as server:
        config = tmp_path / "models.toml"
        config.write_text(
            f'[endpoints.here]\nurl = "{server.url}"\nin_flight = 4\n'
            '[players]\nagent = { model = "m", endpoint = "here" }\n[prices.m]\nprompt = 1.0\ncompletion = 1.0\n'
        )
        whole = ("--trials", "2", "--config", str(config))
        evaluated(capsys, held_out, tmp_path / "whole", *whole)
        wanted, server.count = server.count, 0
        command = [sys.executable, "-m", "apigen_mt", "evaluate", str(held_out), *whole, "--out", str(tmp_path / "cut")]
        process = subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while server.count < wanted // 2 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert wanted // 2 <= server.count < wanted, "killed in the middle"
        with CompletionLog.read(tmp_path / "cut") as log:
            logged = len(list(log.rows()))
        assert server.count - conversations <= logged <= server.count
        count = server.count
        found = evaluated(capsys, held_out, tmp_path / "cut", *whole)
        assert server.count - count == wanted - logged
        count = server.count
        assert evaluated(capsys, held_out, tmp_path / "cut", *whole) == found
        assert server.count == count, "a finished evaluation asks nothing"
    assert _held(tmp_path / "cut") == _held(tmp_path / "whole")
    assert found["spent"][0]["money"] == pytest.approx(15 * wanted / 1e6)


def test_user_may_be_a_model_with_a_critic(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    """Both sides are asked over HTTP; what the user does not bring up is the user's fault."""
    played = {"user": "u", "critic": "c", "agent": "a"}
    said = {"u": "Hello, I need some help please.", "c": '{"score": 7, "reason": "fine"}', "a": "How may I help you?"}
    with serving(lambda body: text(said[body["model"]])) as server:
        config = tmp_path / "models.toml"
        players = "\n".join(f'{role} = {{ model = "{model}", endpoint = "here" }}' for role, model in played.items())
        config.write_text(f'candidates = 2\n[endpoints.here]\nurl = "{server.url}"\n[players]\n{players}\n')
        found = evaluated(capsys, held_out, tmp_path / "out", "--trials", "1", "--limit", "2", "--config", config)
        assert {line["role"] for line in found["spent"]} >= {"agent", "user"}
        assert sum(line["calls"] for line in found["spent"]) == server.count
        assert found["user"].startswith("u ") and "best of 2, critic c " in found["user"]
        assert rate(found) == 0.0 and found["gates"]["fidelity"]["value"] == 0.0
        arguments = ["evaluate", str(held_out), "--config", str(config), "--agent", "scripted", "--out", str(tmp_path)]
        assert main(arguments) == 2
    assert "a model as user needs a model or a function as agent" in capsys.readouterr().err


def test_request_without_an_answer_fails_its_trial_and_is_told(
    held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    with serving(lambda body: refusal(400, "too long") if len(body["messages"]) > 2 else text("Hello.")) as server:
        found = evaluated(
            capsys, held_out, tmp_path, "--trials", "1", "--model", "m", "--url", server.url, "--limit", "3", code=1
        )
    assert found["stops"] == {"no_answer": 3} and found["blame"] == {"environment": 3}
    assert rate(found) == 0.0 and found["claims"]["trials"] == 0


def test_budget_ends_it_cleanly_and_unfinished_tasks_count_in_no_figure(
    held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    with serving(lambda _: text("Is there anything else?")) as server:
        config = tmp_path / "models.toml"
        content = (
            f'[endpoints.here]\nurl = "{server.url}"\nin_flight = 1\n'
            '[players]\nagent = { model = "m", endpoint = "here" }\n'
        )
        config.write_text(content + "[budget]\ncalls = 10\n")
        arguments = ("--trials", "1", "--config", config)
        found = evaluated(capsys, held_out, tmp_path / "out", *arguments, code=1)
        assert "the budget of 10 calls is used up" in found["ended"]
        assert found["tasks"] + found["unfinished"] == 8 and found["unfinished"] > 0
        config.write_text(content)
        assert evaluated(capsys, held_out, tmp_path / "out", *arguments)["tasks"] == 8


# ---- compare --------------------------------------------------------------------------------------------------------


def test_comparison_tells_better_from_worse(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    evaluated(capsys, held_out, tmp_path / "good", "--agent", "scripted", "--trials", "2")
    evaluated(capsys, held_out, tmp_path / "idle", "--agent", "do-nothing", "--trials", "1", "--limit", "6")
    found = figures(capsys, "compare", tmp_path / "good", tmp_path / "idle")
    assert found["left_out"] == 2
    assert (found["strict"]["tasks"], found["strict"]["better"], found["strict"]["worse"]) == (6, 6, 0)
    assert found["strict"]["p"] == 2 / 2**6 and found["strict"]["difference"]["low"] > 0.2
    assert main(["compare", str(tmp_path / "good"), str(tmp_path / "idle")]) == 0
    assert "2 tasks are finished in one of the two only" in capsys.readouterr().err
    assert main(["compare", str(tmp_path / "good"), str(tmp_path)]) == 2


def test_no_trial_is_stopped_early(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    """A model whose first words lose our reward is heard to the end, and every verdict runs."""
    with serving(lambda _: text("Customer cus_0001, I see. Is there anything else?")) as server:
        more = ("--trials", "1", "--limit", "3", "--model", "m", "--url", server.url)
        found = evaluated(capsys, held_out, tmp_path, *more)
    assert found["gates"]["discretion"]["value"] == 0.0
    assert "unreachable" not in found["stops"]
    for _, trial in _held(tmp_path):
        assert all(verdict.passed is not None for verdict in trial.verdicts)
