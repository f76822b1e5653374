"""A run in which language models played every role, repeated from what they answered: no server, no key, the same bytes."""

from pathlib import Path

import pytest

from apigen_mt.cli import main
from apigen_mt.dataset.read import read_rows

RECORDED = Path(__file__).parents[2] / "examples" / "recorded"


def repeat(out: Path) -> Path:
    arguments = ["generate", "--config", RECORDED / "run.toml", "--replay", RECORDED / "completions.jsonl", "--quiet"]
    assert main([*map(str, arguments), "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def repeated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repeat(tmp_path_factory.mktemp("recorded") / "run")


def test_answers_of_language_models_make_accepted_trajectories(repeated: Path) -> None:
    rows = list(read_rows(repeated))
    assert len(rows) == 8
    for row in rows:
        assert all(verdict.passed for verdict in row.verdicts)
        assert "author-proposer (proposer@" in row.engine
        assert "desk-agent (agent@" in row.engine
    assert main(["verify", str(repeated)]) == 0


def test_repeating_gives_the_same_bytes(repeated: Path, tmp_path: Path) -> None:
    again = repeat(tmp_path / "again")
    files = [path.relative_to(again) for path in again.rglob("*") if path.suffix in (".parquet", ".json", ".md")]
    assert files
    assert all((again / file).read_bytes() == (repeated / file).read_bytes() for file in files)
    assert not (again / "missing.jsonl").exists()


def test_language_model_that_types_like_a_person_makes_accepted_trajectories(tmp_path: Path) -> None:
    people, out = Path(__file__).parent / "people", tmp_path / "run"
    arguments = [people / "blueprints.jsonl", "--config", people / "run.toml", "--replay", people / "completions.jsonl"]
    assert main(["simulate", *map(str, arguments), "--quiet", "--out", str(out)]) == 0
    rows = list(read_rows(out))
    assert len(rows) == 8
    assert all("+habits@" in row.engine for row in rows)
    assert main(["verify", str(out)]) == 0
