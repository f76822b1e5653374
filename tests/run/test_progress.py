"""Progress is told on standard error, in plain lines where there is no terminal, and not at all when quiet."""

import pytest

from apigen_mt.run.journal import Yields
from apigen_mt.run.progress import Sight, describe, progress


def test_lines_tell_count_rate_and_stages(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("apigen_mt.run.progress.EVERY", 0.0)
    with progress(1000, "trajectories") as watch:
        watch(Yields())
        watch(Yields(40, 50, 45, 44, 1, 30))
    out, err = capsys.readouterr()
    assert out == ""
    assert "30/1,000 trajectories, " in err
    assert "(50 candidates → 45 blueprints → 44 conversations → 30 accepted)" in err


def test_lines_come_seldom(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(10, "trajectories") as watch:
        for _ in range(100):
            watch(Yields())
    assert capsys.readouterr() == ("", "")


def test_quiet_says_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("apigen_mt.run.progress.EVERY", 0.0)
    with progress(10, "trajectories", quiet=True) as watch:
        watch(Yields())
    assert capsys.readouterr() == ("", "")


def test_time_to_go_is_told_once_it_is_known() -> None:
    assert Sight(0, 100, 0.0, "").ahead == "-"
    assert Sight(40, 100, 2.0, "").ahead == "0:00:30"
    assert Sight(100, 100, 2.0, "").ahead == "-"


def test_stages_without_conversations_leave_them_out() -> None:
    assert describe(Yields(2, 2, 1, 0, 0, 1)) == "2 candidates → 1 blueprints → 1 accepted"
