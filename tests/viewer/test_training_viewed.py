"""A training's curves in the browser and in a report."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.cli import main
from apigen_mt.training.curves import Point, add
from apigen_mt.viewer.series import STRETCHES, nice, series, stretches
from apigen_mt.viewer.serve import opened


def point(step: int) -> Point:
    loss = 0.2 + 2 * math.exp(-step / 100)
    return Point(step, step / 300, loss, 1e-3, 1.5, step * 4096, step * 300, 5000.0 + step, 3.25, step * 0.8)


@pytest.fixture
def training(tmp_path: Path) -> Path:
    directory = tmp_path / "mine"
    directory.mkdir()
    for step in range(1, 301):
        add(directory, point(step))
    return directory


def test_report_has_the_curves_and_the_figures(training: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert main(["report", str(training), "--out", str(report)]) == 0
    text = report.read_text("utf-8")
    assert text.count('<svg class="chart curves"') == 5
    assert "1,228,800" in text
    assert "5,150" in text
    assert 'aria-label="Loss of learned tokens: from 2.17 to 0.3"' in text


def test_page_knows_when_there_is_more_and_when_it_is_over(training: Path) -> None:
    with opened(training) as site:
        first = site.now()
        add(training, point(301))
        second = site.now()
        (training / "model").mkdir()
        third = site.now()
    assert first["state"] == second["state"] == "running"
    assert third["state"] == "complete"
    assert len({one["mark"] for one in (first, second, third)}) == 3
    assert second["text"] == "training · 301 steps"


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=1000))
def test_stretches_keep_mean_and_extremes(values: list[float]) -> None:
    found = stretches(list(enumerate(values)))
    assert len(found) <= STRETCHES
    assert min(one.low for one in found) == min(values)
    assert max(one.high for one in found) == max(values)
    assert all(one.low - 1e-6 <= one.mean <= one.high + 1e-6 for one in found)
    assert "nan" not in series(list(enumerate(values)), "it", str, str)


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9))
def test_ticks_are_few_and_hold_the_range(low: float, width: float) -> None:
    ticks = nice(low, low + width)
    assert ticks[0] <= low + 1e-6 * abs(low)
    assert ticks[-1] >= low + width - 1e-6 * abs(low + width)
    assert 2 <= len(ticks) <= 7
