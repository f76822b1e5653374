"""The real τ-bench, where a checkout of it is at hand: TAU_BENCH=folder pytest tests/adapters/test_tau_checkout.py

A sample of what `benchmarks/peers_tau_bench.py CHECKOUT agree` compares in full.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from benchmarks.tau_bench_calls import conversed, differences, gold_calls, spoiled

from apigen_mt import cli
from apigen_mt.adapters.benchmark import Conversed, PeerTask
from apigen_mt.adapters.tau_bench import TauBench, load
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason

CHECKOUT = os.environ.get("TAU_BENCH", "")
pytestmark = pytest.mark.skipif(not CHECKOUT, reason="TAU_BENCH does not name the folder of a τ-bench checkout")
DOMAINS = ("tau-bench:retail", "tau-bench:airline")

COUNTS = {
    # (tasks, gold calls, tasks with failing calls, failing calls, vacuous tasks), by their own executor
    ("tau-bench:retail", "test"): (115, 582, 19, 24, 7),
    ("tau-bench:retail", "dev"): (20, 25, 0, 0, 1),
    ("tau-bench:retail", "train"): (500, 768, 19, 20, 5),
    ("tau-bench:airline", "test"): (50, 158, 0, 0, 19),
}


@cache
def benchmark(name: str) -> TauBench:
    return load(name, Path(CHECKOUT))


def oracle(task: PeerTask) -> Conversed:
    return conversed(task, gold_calls(task), (" ".join(task.outputs),), StopReason.USER_DONE)


@pytest.mark.parametrize(("name", "split"), COUNTS)
def test_all_tasks_load_and_their_flaws_are_those_that_their_executor_shows(name: str, split: str) -> None:
    whole = benchmark(name)
    tasks = whole.tasks(split)
    flaws = [{flaw.check for flaw in whole.flaws(task) if flaw.passed is False} for task in tasks]
    failures = sum(len(whole.gold(task).failures) for task in tasks)
    calls = sum(len(task.actions) for task in tasks)
    failing, vacuous = (sum(check in found for found in flaws) for check in ("failing", "vacuous"))
    assert (len(tasks), calls, failing, failures, vacuous) == COUNTS[name, split]


@pytest.mark.parametrize(("name", "split"), COUNTS)
def test_an_oracle_earns_1_everywhere_and_who_does_nothing_only_on_vacuous_tasks(name: str, split: str) -> None:
    whole = benchmark(name)
    tasks = whole.tasks(split)
    nothing = Conversed((Message("assistant", "Hello."),), StopReason.USER_DONE)
    assert [whole.reward(task, oracle(task)).value for task in tasks] == [1.0] * len(tasks)
    assert sum(whole.reward(task, nothing).value for task in tasks) == COUNTS[name, split][-1]
    assert all(any(verdict.passed is False for verdict in whole.verdicts(task, nothing)) for task in tasks)


@pytest.mark.parametrize(("name", "split"), COUNTS)
def test_ground_truths_give_what_their_environment_gives(name: str, split: str) -> None:
    whole = benchmark(name)
    assert [text for task in whole.tasks(split)[::12] for text in differences(whole, task, gold_calls(task))] == []


@pytest.mark.parametrize("name", DOMAINS)
def test_spoiled_calls_give_what_their_environment_gives(name: str) -> None:
    whole = benchmark(name)
    found = [spoiled(whole.tasks("test"), seed) for seed in range(1000, 1040)]
    assert [text for task, calls, _ in found for text in differences(whole, task, calls)] == []


@pytest.mark.parametrize("name", DOMAINS)
def test_our_reading_of_the_reward_is_theirs(name: str) -> None:
    whole = benchmark(name)
    talks = [(task, talk) for task, _, talk in (spoiled(whole.tasks("test"), seed) for seed in range(2000, 2008))]
    for task, talk in [*talks, *((task, oracle(task)) for task in whole.tasks("test")[::20])]:
        mine, own = whole.reward(task, talk), whole.their_reward(task, talk)
        assert (mine.value, own.parts.items() <= mine.parts.items()) == (own.value, True)


@pytest.mark.parametrize("name", DOMAINS)
def test_the_user_gets_their_prompt(name: str) -> None:
    task = benchmark(name).tasks("test")[0]
    rules, greeting = benchmark(name).user_prompt(task)
    assert task.instruction in rules["content"]
    assert "###STOP###" in rules["content"]
    assert (rules["role"], greeting["role"]) == ("system", "user")


def test_the_built_in_engine_makes_verified_data_in_their_world(tmp_path: Path) -> None:
    desk = tmp_path / "desk.py"
    desk.write_text(
        "from pathlib import Path\n"
        "from apigen_mt.adapters.tau_bench import load\n"
        "from apigen_mt.adapters.tau_bench.desk import desk\n"
        f"DOMAIN = desk(load('tau-bench:retail', Path({CHECKOUT!r})))\n",
        encoding="utf-8",
    )
    assert cli.main(["generate", str(desk), "-n", "3", "--out", str(tmp_path / "data")]) == 0
    assert cli.main(["verify", str(tmp_path / "data"), "--domain", str(desk)]) == 0
