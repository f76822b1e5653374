"""Blueprints as tasks of τ²-bench: the files, and where τ²-bench is installed its own evaluator on them."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.exports.conftest import held

from apigen_mt.cli import main
from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import Task, read_tasks
from apigen_mt.exports.tau2 import task_of, text_of
from apigen_mt.exports.tau2_domain import register
from apigen_mt.values.blueprint import Output
from apigen_mt.values.value import Value, clock, code, day, money, name, number, phrase

TAU2 = importlib.util.find_spec("tau2") and importlib.util.find_spec("tau2.registry")


@pytest.fixture(scope="session")
def exported(blueprints: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of the shop's blueprints."""
    out = tmp_path_factory.mktemp("tau2") / "out"
    assert main(["export", str(blueprints), "--format", "tau2", "--out", str(out)]) == 0
    return out


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_every_blueprint_is_a_task_in_one_split(exported: Path, tasks: tuple[Task, ...]) -> None:
    place = exported / "apigen_retail"
    made, splits = read(place / "tasks.json"), read(place / "split_tasks.json")
    assert [one["id"] for one in made] == [task.id for task in tasks]
    assert sorted(splits["base"] + splits["judged"]) == sorted(task.id for task in tasks)
    world = tasks[0].place.world()
    assert (place / "policy.md").read_text("utf-8") == world.domain.policy.text
    assert read(place / "world.json") == {"domain": "retail", "seed": 0, "size": 60, "digest": world.digest}


def test_reward_basis_says_what_code_decides(tasks: tuple[Task, ...]) -> None:
    for task in tasks:
        made = task_of(task.place.world().domain, task.blueprint)["evaluation_criteria"]
        assert len(made["communicate_info"]) + len(made["nl_assertions"] or ()) == len(task.blueprint.outputs)
        judged = ["NL_ASSERTION"] if made["nl_assertions"] else []
        assert made["reward_basis"] == ["DB", "COMMUNICATE", *judged]
        assert [(one["name"], one["arguments"]) for one in made["actions"]] == [
            (action.name, action.arguments) for action in task.blueprint.actions
        ]
        # Where τ² has nothing to look for, an agent that does nothing would pass.
        assert made["actions"] or made["communicate_info"] or made["nl_assertions"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (money(1284.2), "1284.20"),
        (money(-1284.0), "1284"),
        (money(84.0), None),
        (code("R-20418"), "R-20418"),
        (name("Quist, Tilda"), "Quist Tilda"),
        (phrase("red"), None),
        (day("2026-03-12"), None),
        (clock("14:35"), None),
        (number(31415), None),
    ],
)
def test_text_is_what_everybody_writes_alike(value: Value, text: str | None) -> None:
    assert text_of(Output(0, value)) == text
    assert text_of(Output(0, clauses=("1.1",))) is None


def test_texts_are_found_in_what_our_agent_says(tasks: tuple[Task, ...]) -> None:
    """As τ² looks for them: in lower case, without the commas of the message."""
    found = 0
    for task in tasks:
        said = [message.content for message in held(task, "scripted").messages if message.role == "assistant"]
        for text in filter(None, map(text_of, task.blueprint.outputs)):
            assert any(text.lower() in one.lower().replace(",", "") for one in said)
            found += 1
    assert found > 10


def test_worlds_of_one_domain_stay_apart(tmp_path: Path, blueprints: Path) -> None:
    other = tmp_path / "other"
    bikes = str(Path(__file__).parents[2] / "examples" / "bikes")
    made = ["blueprints", "retail", bikes, "--size", "60", "--seed", "7", "-n", "4", "--workers", "1", "--quiet"]
    assert main([*made, "--out", str(other)]) == 0
    lines = (other / "blueprints.jsonl").read_bytes()
    assert main(["export", str(other), "--format", "tau2", "--out", str(tmp_path / "out"), "--domain", bikes]) == 0
    assert lines and {one.name for one in (tmp_path / "out").iterdir()} == {
        "apigen_bikes",
        "apigen_retail",
        "register.py",
    }
    assert f"{{'bikes': {bikes!r}}}" in (tmp_path / "out" / "register.py").read_text()


@pytest.mark.skipif(bool(TAU2), reason="τ²-bench is installed")
def test_missing_tau2_is_told(exported: Path) -> None:
    with pytest.raises(UserError, match="install it from its repository; `tau2` on PyPI is something else"):
        register(exported, {})


@pytest.mark.skipif(not TAU2, reason="τ²-bench is not installed: it comes from its repository only")
def test_tau2_rewards_as_we_do(exported: Path, blueprints: Path) -> None:
    """Its environments and evaluator in a process of their own: `benchmarks/tau2_export.py` does it on a thousand and more."""
    script = Path(__file__).parents[2] / "benchmarks" / "tau2_export.py"
    checkout = Path(str(TAU2.origin)).parents[2]  # type: ignore[union-attr]
    command = [sys.executable, str(script), str(checkout), "-n", "20", "--domains", "retail", "--least", "1"]
    done = subprocess.run(command, cwd=blueprints, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_unreadable_export_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is nothing at"):
        read_tasks(tmp_path / "none", {})
    (tmp_path / "file").write_text("")
    assert main(["export", str(tmp_path / "none"), "--format", "tau2", "--out", str(tmp_path / "file" / "x")]) == 2
