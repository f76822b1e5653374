"""Blueprints run by Inspect AI itself, with its mock model: its scores are our rewards, conversation by conversation."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from tests.exports.conftest import TRIALS, held

from apigen_mt.evaluation.result import REWARDS, succeeded
from apigen_mt.evaluation.tasks import Task

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(
    not importlib.util.find_spec("inspect_ai"), reason="Inspect AI is not installed: the extra `inspect` has it"
)
def test_scores_are_our_rewards(blueprints: Path, tasks: tuple[Task, ...], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.exports.mock_inspect", str(blueprints), str(tmp_path)]
    environment = os.environ | {"HOME": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    *samples, means = map(json.loads, done.stdout.splitlines())
    assert len(samples) == 4 * len(TRIALS)
    known = {task.id: task for task in tasks}
    worth = dict.fromkeys(REWARDS, 0.0)
    for sample, epoch, value, metadata, again in samples:
        # Inspect counts from one.
        ours = held(known[sample], TRIALS[epoch - 1], epoch - 1)
        rewards = {reward: float(succeeded(ours, reward)) for reward in REWARDS}
        verdicts = [msgspec.to_builtins(found) for found in ours.verdicts]
        assert value == rewards and metadata["verdicts"] == verdicts == again
        worth = {reward: worth[reward] + rewards[reward] for reward in REWARDS}
    assert means == {reward: pytest.approx(sum_ / len(samples)) for reward, sum_ in worth.items()}
    assert 0 < means["plain"] < 1
