"""What is held out shares nothing; whatever is planted is found."""

import json
from pathlib import Path

import msgspec
import pytest
from tests.evaluation.conftest import figures, made

from apigen_mt.cli import main
from apigen_mt.evaluation.overlap import overlap
from apigen_mt.evaluation.tasks import Place, read_tasks
from apigen_mt.registry import load_world

Captured = pytest.CaptureFixture[str]


def levels(found: dict[str, list[dict[str, object]]]) -> dict[str, object]:
    return {level["name"]: level["shared"] for level in found["levels"]}  # type: ignore[misc]


@pytest.mark.parametrize("domain", ["retail", "airline", "banking"])
def test_other_seed_shares_nothing(domain: str, tmp_path: Path, capsys: Captured) -> None:
    one = made(tmp_path / "one", "--seed", "0", "-n", "30", domain=domain)
    other = made(tmp_path / "other", "--seed", "1000", "-n", "30", domain=domain)
    found = figures(capsys, "overlap", one, other)
    assert levels(found) == {"seeds": 0, "customers": 0, "rows": 0, "signatures": 0}
    assert all(level["first"] and level["second"] for level in found["levels"])


def test_set_shares_everything_with_itself(held_out: Path, capsys: Captured) -> None:
    found = figures(capsys, "overlap", held_out, held_out, code=1)
    assert all(level["shared"] == level["first"] > 0 for level in found["levels"])
    signatures = found["levels"][-1]
    assert signatures["shared"] == 8 and len(signatures["examples"]) == 3


def test_equal_numbers_of_customers_in_tables_of_another_seed_are_no_leak(held_out: Path) -> None:
    """`cus_0001` is somebody else there: the same wishes of somebody else are not the same."""
    ours = read_tasks(held_out, {})
    place = Place("retail", 5, 60, load_world("retail", 5, 60).digest)
    theirs = [msgspec.structs.replace(task, place=place) for task in ours]
    assert overlap(ours, theirs).apart and not overlap(ours, ours).apart


def test_same_seed_is_shared_whatever_the_size(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    assert (
        main(["blueprints", "retail", "--size", "80", "--seed", "1000", "-n", "4", "--out", str(tmp_path / "a")]) == 0
    )
    assert levels(figures(capsys, "overlap", held_out, tmp_path / "a", code=1))["seeds"] == 1


def test_one_leaked_blueprint_is_found_at_every_level(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    """Customers of one world, divided by hand: apart but for the seed; with one line in both, not even that."""
    lines = (held_out / "blueprints.jsonl").read_text().splitlines(keepends=True)
    by_account: dict[str, list[str]] = {}
    for line in lines[1:]:
        by_account.setdefault(json.loads(line)["blueprint"]["account"], []).append(line)
    groups = list(by_account.values())
    half = len(groups) // 2
    ours, theirs = ([line for group in some for line in group] for some in (groups[:half], groups[half:]))
    for name, some in (("ours", ours), ("theirs", theirs), ("leaked", [*theirs, ours[0]])):
        (tmp_path / name).mkdir()
        some = sorted(some, key=lambda line: json.loads(line)["ordinal"])
        (tmp_path / name / "blueprints.jsonl").write_text("".join([lines[0], *some]))
    found = levels(figures(capsys, "overlap", tmp_path / "ours", tmp_path / "theirs", code=1))
    assert found == {"seeds": 1, "customers": 0, "rows": 0, "signatures": 0}
    found = levels(figures(capsys, "overlap", tmp_path / "ours", tmp_path / "leaked", code=1))
    assert found["seeds"] == found["customers"] == found["signatures"] == 1


def test_evaluation_that_is_to_be_apart_is_refused_if_it_is_not(
    held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    other = made(tmp_path / "other", "--seed", "3", "-n", "4")
    common = ["evaluate", str(held_out), "--agent", "do-nothing", "--trials", "1", "--workers", "1", "--quiet"]
    assert main([*common, "--apart-from", str(held_out), "--out", str(tmp_path / "a")]) == 2
    assert "is not held out" in capsys.readouterr().err and not (tmp_path / "a").exists()
    assert main([*common, "--apart-from", str(other), "--out", str(tmp_path / "b")]) == 0
