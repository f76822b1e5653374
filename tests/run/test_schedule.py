"""A run comes out the same whatever the workers, the kills and the steps in which it is asked for."""

import multiprocessing
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import fake_job
import pytest
from fake_job import JOB, ORIGIN, SETTINGS, carry_out, contents

from apigen_mt.errors import ToolBug, UserError
from apigen_mt.phases.item import Item
from apigen_mt.run.journal import Journal, Yields
from apigen_mt.run.record import decode_item

WANTED = 150


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[bytes], list[bytes]]:
    """What a run in one process leaves."""
    directory = tmp_path_factory.mktemp("undisturbed")
    carry_out(directory, WANTED)
    return contents(directory)


def start(directory: Path, count: int, make: str, *limit: str) -> subprocess.Popen[str]:
    command = [sys.executable, fake_job.__file__, str(directory), str(count), str(WANTED), make, *limit]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_result_has_exactly_what_was_wanted_in_order(undisturbed: tuple[list[bytes], list[bytes]]) -> None:
    admitted = [decode_item(encoded) for encoded in undisturbed[0]]
    assert len(admitted) == WANTED
    assert [one.ordinal for one in admitted] == sorted({one.ordinal for one in admitted})
    assert all(one.accepted and len(one.trajectories) == 1 and not one.rejected for one in admitted)


def test_no_two_admitted_items_ask_the_same(undisturbed: tuple[list[bytes], list[bytes]]) -> None:
    admitted, rejected = ([decode_item(encoded) for encoded in part] for part in undisturbed)
    assert len({one.signature for one in admitted}) == WANTED
    assert any(last.stage == "repeat" for one in rejected for last in one.rejected[-1:])


def test_rejected_items_hold_nothing_accepted(undisturbed: tuple[list[bytes], list[bytes]]) -> None:
    admitted, rejected = ([decode_item(encoded) for encoded in part] for part in undisturbed)
    assert all(one.rejected or one.trajectories for one in rejected)
    assert not any(attempt.accepted for one in rejected for attempt in one.trajectories)
    assert all(one.blueprint for one in rejected if one.trajectories)
    assert rejected[-1].ordinal <= admitted[-1].ordinal


@pytest.mark.parametrize(("count", "method"), [(2, "fork"), (3, "fork"), (2, "spawn")])
def test_workers_do_not_change_the_result(
    count: int, method: str, tmp_path: Path, undisturbed: tuple[list[bytes], list[bytes]]
) -> None:
    carry_out(tmp_path, WANTED, count=count, method="spawn" if method == "spawn" else "fork")
    assert contents(tmp_path) == undisturbed


@pytest.mark.parametrize("count", [1, 2])
def test_killed_run_goes_on_with_nothing_lost_or_doubled(
    count: int, tmp_path: Path, undisturbed: tuple[list[bytes], list[bytes]]
) -> None:
    rng = Random(count)
    kills = 0
    while True:
        process = start(tmp_path, count, "make_slowly")
        assert process.stdout and process.stdout.readline() == "ready\n"
        try:
            _, told = process.communicate(timeout=rng.uniform(0.0, 0.1) if kills < 10 else 30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            kills += 1
        else:
            assert process.returncode == 0, told
            break
    assert kills >= 4
    assert contents(tmp_path) == undisturbed


def test_run_grows_from_where_it_ended(tmp_path: Path, undisturbed: tuple[list[bytes], list[bytes]]) -> None:
    for wanted in (1, 40, 41, WANTED):
        carry_out(tmp_path, wanted)
        assert contents(tmp_path)[0] == undisturbed[0][:wanted]
    assert contents(tmp_path) == undisturbed


def test_finished_run_does_nothing_more(tmp_path: Path) -> None:
    carry_out(tmp_path, 20)
    carry_out(tmp_path, 20, replace(JOB, make=fake_job.make_until_bug))
    assert len(contents(tmp_path)[0]) == 20


@pytest.mark.parametrize("count", [1, 2])
def test_tool_bug_stops_the_run_and_keeps_what_was_finished(
    count: int, tmp_path: Path, undisturbed: tuple[list[bytes], list[bytes]]
) -> None:
    with pytest.raises(ToolBug, match="KeyError"):
        carry_out(tmp_path, WANTED, replace(JOB, make=fake_job.make_until_bug), count)
    with Journal.read(tmp_path) as journal:
        assert journal.blocks() == 5
    carry_out(tmp_path, WANTED)
    assert contents(tmp_path) == undisturbed


def test_dead_worker_stops_the_run_and_keeps_what_was_finished(
    tmp_path: Path, undisturbed: tuple[list[bytes], list[bytes]]
) -> None:
    with pytest.raises(UserError, match="a worker process died"):
        carry_out(tmp_path, WANTED, replace(JOB, make=fake_job.make_until_killed), 2)
    assert not multiprocessing.active_children()
    carry_out(tmp_path, WANTED)
    assert contents(tmp_path) == undisturbed


@pytest.mark.parametrize("count", [1, 2])
def test_interrupted_run_stops_at_once_and_goes_on_later(
    count: int, tmp_path: Path, undisturbed: tuple[list[bytes], list[bytes]]
) -> None:
    begun = time.monotonic()
    process = start(tmp_path, count, "make_until_stopped")
    _, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (130, "")
    assert time.monotonic() - begun < 10
    carry_out(tmp_path, WANTED)
    assert contents(tmp_path) == undisturbed


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_workers_end_with_a_killed_parent(tmp_path: Path) -> None:
    process = start(tmp_path, 2, "make_slowly")
    assert process.stdout and process.stdout.readline() == "ready\n"
    time.sleep(0.1)
    workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.communicate(timeout=5)
    end = time.monotonic() + 5
    while any(map(runs, workers)) and time.monotonic() < end:
        time.sleep(0.01)
    assert not any(map(runs, workers))


BUSY = """
import sys, time
from apigen_mt.run.workers import workers

with workers(2, sys.argv[1]) as pool:
    for _ in range(2):
        pool.submit(time.sleep, 60)
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_that_are_busy_end_with_a_killed_parent(method: str) -> None:
    process = subprocess.Popen([sys.executable, "-c", BUSY, method], stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "ready\n"
    workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(workers) >= 2
    process.kill()
    process.communicate(timeout=5)
    end = time.monotonic() + 30
    while any(map(runs, workers)) and time.monotonic() < end:
        time.sleep(0.01)
    assert not any(map(runs, workers))


def runs(pid: str) -> bool:
    """Tell whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, undisturbed: tuple[list[bytes], list[bytes]]) -> None:
    process = start(tmp_path, 2, "make", "150000")
    _, told = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "fails or is full" in told and "run the same command" in told and "Traceback" not in told
    with Journal.read(tmp_path) as journal:
        assert journal.blocks() > 0
    carry_out(tmp_path, WANTED)
    assert contents(tmp_path) == undisturbed


def test_run_that_finds_nothing_new_gives_up(tmp_path: Path) -> None:
    job = replace(JOB, make=fake_job.make_one_thing)
    with pytest.raises(UserError, match=r"nothing new .* with 1 of 150 found"):
        carry_out(tmp_path, WANTED, job)
    with pytest.raises(UserError, match="nothing new"):
        carry_out(tmp_path, WANTED, job)
    assert carry_out(tmp_path, 1, job).admitted == 1


@pytest.mark.parametrize("count", [1, 2])
def test_run_over_given_inputs_ends_with_them(count: int, tmp_path: Path) -> None:
    inputs = [[0, 1, 2], [3, 8], [9]]
    job = fake_job.Job(fake_job.make_given, "trajectory", inputs=inputs)
    yields = carry_out(tmp_path, 6, job, count)
    assert yields.items == 6
    assert 0 < yields.admitted < 6
    with Journal.read(tmp_path) as journal:
        assert not journal.summary().complete
    assert carry_out(tmp_path, 6, job, count) == yields


def test_steering_is_what_was_admitted_lag_blocks_earlier(tmp_path: Path) -> None:
    seen: list[tuple[int, tuple[str, ...]]] = []

    async def make(settings: fake_job.Settings, block: int, steering: fake_job.Steering) -> list[Item]:
        seen.append((block, steering.recent))
        return await fake_job.make(settings, block, steering)

    carry_out(tmp_path, 20, replace(JOB, make=make))
    admitted = [decode_item(encoded) for encoded in contents(tmp_path)[0]]
    for block, recent in seen:
        before = [one.signature for one in admitted if one.ordinal // SETTINGS.block <= block - SETTINGS.lag]
        assert recent == tuple(before[-16:])


def test_watch_sees_the_run_grow(tmp_path: Path) -> None:
    seen: list[Yields] = []
    with (
        fake_job.workers(1) as pool,
        fake_job.hold(tmp_path),
        Journal.resume(tmp_path, ORIGIN, 20) as journal,
    ):
        total = fake_job.run(journal, pool, JOB, seen.append)
    assert seen[0] == Yields()
    assert seen[-1] == total
    assert [one.items for one in seen] == sorted(one.items for one in seen)
