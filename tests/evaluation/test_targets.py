"""What an agent fails at is what the next run aims at."""

import tomllib
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from apigen_mt.cli import main
from apigen_mt.evaluation.file import TrialFile
from apigen_mt.evaluation.result import Tried, finished
from apigen_mt.evaluation.targets import targets
from apigen_mt.language.population import preset
from apigen_mt.phases.context import sample_context
from apigen_mt.phases.item import Steering
from apigen_mt.registry import load_world
from apigen_mt.world.graph import infer_graph


@pytest.fixture(scope="module")
def by_agent(held_out: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = {agent: tmp_path_factory.mktemp(agent) / "tried" for agent in ("scripted", "do-nothing")}
    for agent, place in out.items():
        assert main(["evaluate", str(held_out), "--agent", agent, "--trials", "2", "--out", str(place), "--json"]) == 0
    return out


def tried(place: Path) -> list[Tried]:
    with TrialFile.read(place) as file:
        return finished(file)[0]


def test_kinds_that_fail_weigh_more_than_those_that_work(by_agent: dict[str, Path]) -> None:
    well, badly = (tried(by_agent[agent]) for agent in ("scripted", "do-nothing"))
    hard = badly[0].task.kinds
    mixed = [
        bad if set(bad.task.kinds) & set(hard) else good
        for good, bad in zip(well, badly, strict=True)
        if set(bad.task.kinds) <= set(hard) or not set(bad.task.kinds) & set(hard)
    ]
    found = {one.kind: one for one in targets(mixed)}
    weights = {name: one.weight for name, one in found.items()}
    assert min(weights[f"retail:{kind}"] for kind in hard) > 1
    assert all(one.weight < 1 for one in found.values() if not one.failed)
    assert all(sum(one.checks.values()) == one.failed for one in found.values())


def test_where_all_fails_alike_nothing_is_aimed_at_more(by_agent: dict[str, Path]) -> None:
    found = targets(tried(by_agent["do-nothing"]))
    assert {one.weight for one in found} == {1.0}
    assert all(one.failed == one.trials for one in found)


def test_file_is_what_a_run_takes(by_agent: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "targets.toml"
    assert main(["targets", str(by_agent["do-nothing"]), "--out", str(out), "--json"]) == 0
    assert set(tomllib.loads(out.read_text("utf-8"))["targets"].values()) == {1}
    run = ["blueprints", "retail", "--size", "60", "-n", "2", "--workers", "1", "--quiet", "--config", str(out)]
    assert main([*run, "--out", str(tmp_path / "more")]) == 0


def test_nothing_failed_is_nothing_to_aim_at(
    by_agent: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["targets", str(by_agent["scripted"]), "--out", str(tmp_path / "t.toml")]) == 2
    assert "nothing to aim at" in capsys.readouterr().err


def test_kind_of_no_domain_in_the_run_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "targets.toml"
    file.write_text('[targets]\n"retail:hold_ordr" = 2\n', "utf-8")
    run = ["blueprints", "retail", "--size", "60", "-n", "2", "--workers", "1", "--config", str(file)]
    assert main([*run, "--out", str(tmp_path / "out")]) == 2
    assert "did you mean 'retail:hold_order'?" in capsys.readouterr().err


def test_aims_follow_the_weights() -> None:
    world = load_world("retail", 1, 60)
    graph = infer_graph(world)

    def share(targets: dict[str, float]) -> float:
        rng = Random(7)
        drawn = Counter(
            aim.kind
            for _ in range(300)
            for aim in sample_context(world, graph, Steering(), preset("mixed"), 3, rng, targets).aims
        )
        return drawn["hold_order"] / drawn.total()

    usual = share({})
    assert share({"retail:hold_order": 4.0}) == pytest.approx(4 * usual, rel=0.35)
    assert share({"retail:hold_order": 0.01}) < usual / 5
