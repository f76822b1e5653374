"""Blueprints to be exported, made once, and our own conversations about them."""

import asyncio
from pathlib import Path

import pytest

from apigen_mt.cli import main
from apigen_mt.evaluation.tasks import Task, read_tasks
from apigen_mt.evaluation.trials import Trying, hold
from apigen_mt.values.trajectory import Trajectory

TRIALS = ("by-words", "do-nothing")
"""The agents that Inspect's mock model plays: of each blueprint the trials in this order."""


@pytest.fixture(scope="session")
def blueprints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory of `blueprints` about the shop."""
    out = tmp_path_factory.mktemp("blueprints") / "made"
    assert (
        main(["blueprints", "retail", "--size", "60", "--workers", "1", "--quiet", "-n", "30", "--out", str(out)]) == 0
    )
    return out


@pytest.fixture(scope="session")
def tasks(blueprints: Path) -> tuple[Task, ...]:
    """Its tasks."""
    return read_tasks(blueprints, {})


def held(task: Task, agent: str, trial: int = 0) -> Trajectory:
    """Our own trial of a built-in agent, as `apigen-mt evaluate` holds it."""
    return asyncio.run(hold(task, 0, trial, Trying(agent)))
