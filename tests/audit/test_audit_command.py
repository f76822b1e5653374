"""`apigen-mt audit` from the outside."""

import json
from pathlib import Path
from typing import Any

import pytest

from apigen_mt import cli

BIKES = str(Path(__file__).parents[2] / "examples" / "bikes")


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few blueprints."""
    out = tmp_path_factory.mktemp("audit") / "tasks"
    made = ["blueprints", "retail", "-n", "12", "--size", "60", "--out", str(out), "--workers", "1", "--quiet"]
    assert cli.main(made) == 0
    return out


def audited(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """The report of a command that ends with 0."""
    capsys.readouterr()
    assert cli.main(["audit", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_blueprints_are_audited_offline_and_alike_each_time(tasks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = audited(capsys, str(tasks), "--items", "40", "--probes", "10")
    assert (report["planted"], report["clean"], report["probes"]) == (20, 12, 10)
    assert [one["name"] for one in report["reviewers"]] == ["checks", "effects", "words", "answers"]
    assert report == audited(capsys, str(tasks / "blueprints.jsonl"), "--items", "40", "--probes", "10")
    assert report != audited(capsys, str(tasks), "--items", "40", "--probes", "10", "--seed", "5")


def test_biased_panel_needs_no_model(tasks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = audited(capsys, str(tasks), "--items", "40", "--reviewers", "biased")
    recall = {one["name"]: one["recall"]["share"] for one in report["reviewers"]}
    assert (recall["perfect"], recall["always yes"]) == (1, 0)


def test_tables_have_every_reviewer_and_every_kind(tasks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["audit", str(tasks), "--items", "40"]) == 0
    text = capsys.readouterr().out
    for word in ("checks", "effects", "words", "answers", "vote", "code and vote", "wrong clause", "Krippendorff"):
        assert word in text


def test_dataset_will_do_with_its_domain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "data"
    assert cli.main(["generate", BIKES, "-n", "8", "--out", str(out), "--workers", "1", "--quiet"]) == 0
    report = audited(capsys, str(out), "--items", "12", "--domain", BIKES)
    assert (report["planted"], report["clean"]) == (6, 6)


def test_path_that_a_file_names_is_not_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "tasks"
    assert cli.main(["blueprints", BIKES, "-n", "2", "--out", str(out), "--workers", "1", "--quiet"]) == 0
    assert cli.main(["audit", str(out)]) == 2
    assert "give the path of the domain with --domain" in capsys.readouterr().err
    assert cli.main(["audit", str(out), "--domain", BIKES, "--json"]) == 0


def test_other_tables_are_refused(tasks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (tasks / "blueprints.jsonl").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "blueprints.jsonl").write_text(lines[0].replace('"size":60', '"size":61') + "".join(lines[1:]), "utf-8")
    assert cli.main(["audit", str(tmp_path)]) == 2
    assert "another version of 'retail'" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--items", "0"], ["--items", "1"], ["--probes", "-1"]])
def test_sizes_that_mean_nothing_are_refused(
    tasks: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["audit", str(tasks), *arguments]) == 2
    assert capsys.readouterr().err
