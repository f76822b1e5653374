"""The command line: what is printed where, and the exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from apigen_mt.cli import main
from apigen_mt.errors import ToolBug

Captured = pytest.CaptureFixture[str]


def told(capsys: Captured, *arguments: str | Path) -> tuple[int, str, str]:
    """Run a command; return its exit code, standard output and standard error."""
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def files(directory: Path) -> dict[str, bytes]:
    """Everything of a dataset: all files of a run but the journal's."""
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and not path.name.startswith("journal.sqlite")
    }


@pytest.mark.parametrize("arguments", [["--help"], ["generate", "--help"], ["domain", "show", "--help"]])
def test_help_tells_how_to_use_it(arguments: list[str], capsys: Captured) -> None:
    code, out, err = told(capsys, *arguments)
    assert (code, err) == (0, "")
    assert "Usage: apigen-mt" in out
    assert len(arguments) == 1 or f"Examples:\n  apigen-mt {' '.join(arguments[:-1])} " in out


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from apigen_mt.cli import main; main(['--help'])\n"
        "heavy = {'pyarrow', 'jsonschema_rs', 'sqlite3', 'apigen_mt.pipeline', 'apigen_mt.domains'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_unknown_option_is_told_on_standard_error(capsys: Captured) -> None:
    code, out, err = told(capsys, "generate", "retail", "--sead", "3")
    assert (code, out) == (2, "")
    assert "--seed" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["generate", "retial", "--out", "x"], "no domain 'retial'; did you mean 'retail'"),
        (["generate", "--out", "x"], "no domain given"),
        (["generate", "retail"], "no directory given"),
        (["generate", "retail", "-n", "0", "--out", "x"], "-n = 0: expected 1 or more"),
        (["generate", "retail", "--out", "/dev/null"], "cannot use '/dev/null'"),
        (["simulate", "nowhere", "--out", "x"], "cannot use the blueprint file 'nowhere'"),
    ],
)
def test_what_a_person_can_mend_is_told_in_one_sentence(arguments: list[str], sentence: str, capsys: Captured) -> None:
    code, out, err = told(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("apigen-mt: ") and sentence in err and err.count("\n") == 1


def test_dataset_is_the_same_with_other_workers_and_in_two_steps(tmp_path: Path, capsys: Captured) -> None:
    common = ("retail", "--size", "60", "--block", "2", "--lag", "2", "--quiet")
    for arguments in (
        ("-n", "8", "--workers", "1", "--out", tmp_path / "one"),
        ("-n", "8", "--workers", "2", "--out", tmp_path / "two"),
        ("-n", "3", "--workers", "2", "--out", tmp_path / "steps"),
        ("-n", "8", "--workers", "1", "--out", tmp_path / "steps"),
    ):
        assert told(capsys, "generate", *common, *arguments) == (0, "", "")
    assert "README.md" in files(tmp_path / "one")
    assert files(tmp_path / "one") == files(tmp_path / "two") == files(tmp_path / "steps")


def test_blueprints_are_made_and_then_simulated(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "run.toml").write_text('domains = ["retail"]\nsize = 60\nblock = 4\nworkers = 1\n')
    tasks, talks = tmp_path / "tasks", tmp_path / "talks"
    figures = _json(told(capsys, "blueprints", "--config", tmp_path / "run.toml", "-n", "5", "--out", tasks, "--json"))
    assert (figures["accepted"], figures["complete"]) == (5, True)
    assert len((tasks / "blueprints.jsonl").read_text().splitlines()) == 6
    figures = _json(told(capsys, "simulate", tasks, "--workers", "1", "--out", talks, "--json"))
    assert figures["wanted"] == figures["yields"]["items"] == 5
    assert 0 < figures["accepted"] <= 5
    assert figures["settings"]["size"] == 60
    code, _, err = told(capsys, "simulate", tasks, "--config", tmp_path / "run.toml", "--out", talks)
    assert code == 0, err
    (tmp_path / "other.toml").write_text("seed = 1")
    code, _, err = told(capsys, "simulate", tasks, "--config", tmp_path / "other.toml", "--out", tmp_path / "new")
    assert code == 2 and "were made with seed = 0: leave seed out" in err


def test_other_settings_on_a_used_directory_are_refused(tmp_path: Path, capsys: Captured) -> None:
    common = ("generate", "retail", "--size", "60", "--block", "4", "--workers", "1", "--out", tmp_path, "-n", "2")
    assert told(capsys, *common)[0] == 0
    before = files(tmp_path)
    code, _, err = told(capsys, *common, "--seed", "9")
    assert code == 2 and "was made with seed = 0, not 9" in err
    assert files(tmp_path) == before


def test_interrupted_run_says_how_to_go_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "apigen_mt", "generate", "retail", "-n", "100000", "--size", "60"]
    process = subprocess.Popen(
        [*command, "--out", str(tmp_path / "run")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    end = time.monotonic() + 20
    while not (tmp_path / "run" / "journal.sqlite").exists() and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.2)
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (130, "")
    assert err.startswith("stopped; ") and "run the same command to go on" in err


def test_tool_bug_has_an_exit_code_of_its_own(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def make(*_: object) -> None:
        raise ToolBug("tool 'cancel_order' raised KeyError('total')")

    monkeypatch.setattr("apigen_mt.pipeline.make_block", make)
    arguments = ("retail", "--size", "60", "--workers", "1", "--quiet", "--out", tmp_path)
    code, out, err = told(capsys, "generate", *arguments)
    assert (code, out) == (3, "")
    assert err.startswith("apigen-mt: tool 'cancel_order' raised")


def test_domains_are_listed_and_shown(capsys: Captured) -> None:
    code, out, _ = told(capsys, "domain", "list")
    assert code == 0 and "retail: " in out
    code, out, _ = told(capsys, "domain", "show", "retail")
    assert code == 0 and "Tools" in out and "Policy" in out
    code, out, _ = told(capsys, "domain", "show", "retail", "--policy")
    assert code == 0 and out.count("## ") > 2


def test_domain_without_problems_passes_its_check(capsys: Captured) -> None:
    code, _, err = told(capsys, "domain", "check", "retail", "--size", "60", "--customers", "3")
    assert code in (0, 1) and err.startswith("retail: ")


def _json(result: tuple[int, str, str]) -> dict[str, Any]:
    code, out, err = result
    assert (code, err) == (0, ""), err
    return json.loads(out)
