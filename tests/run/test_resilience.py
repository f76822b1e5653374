"""Runs with language models in every role, and all that can go wrong around them: nothing lost, doubled or wrongly accepted."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.models.endpoint_server import HANG, MIX, Answer, Answering, Body, faulty, refusal, text
from tests.run.understudies import PLAYERS, Heard, Served, Unanswering, rehearse, write_config

from apigen_mt.cli import main
from apigen_mt.models import prompts
from apigen_mt.models.log import COMPLETIONS, CompletionLog
from apigen_mt.phases.item import Settings
from apigen_mt.run import schedule
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import Journal
from apigen_mt.run.missing import MISSING

SETTINGS = Settings(
    ("retail",),
    seed=5,
    size=60,
    composed=0.25,
    attempts=2,
    revisions=2,
    candidates=2,
    block=1,
    lag=100,
    players=PLAYERS,
)
WANTED = 4
ALL = (*MIX, text('{"foo": 1}'))


@pytest.fixture(scope="module")
def heard() -> Heard:
    """What the endpoint knows."""
    return rehearse(SETTINGS, 3 * WANTED).heard


@pytest.fixture(scope="module")
def whole(heard: Heard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An undisturbed run."""
    out = tmp_path_factory.mktemp("whole") / "run"
    with Served(heard) as served:
        assert generate(out, served.url) == 0
        assert len(served.bodies) == len(rows(out))
    return out


def generate(out: Path, url: str, *more: str | Path, wanted: int = WANTED, **settings: Any) -> int:
    """Run the command in this process."""
    config = write_config(out.parent / "run.toml", SETTINGS, url, **settings)
    return main(["generate", "--config", str(config), "--out", str(out), "-n", str(wanted), *map(str, more)])


def dataset(out: Path) -> dict[str, bytes]:
    """Everything that a run has made, but for its memory."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".sqlite" not in path.name and path.name != MISSING
    }


def rows(out: Path) -> list[tuple[int, str, str]]:
    """Where the log's requests were asked."""
    with CompletionLog.read(out) as log:
        return [(row.item, row.role, row.place) for row in log.rows()]


def accepted(out: Path) -> dict[int, bytes]:
    """The admitted items by ordinal."""
    with Journal.read(out) as journal:
        return {json.loads(item)["ordinal"]: item for item in journal.admitted()}


# ---- faults -----------------------------------------------------------------------------------------------------------


def test_every_item_ends_for_the_right_reason_whatever_answers_come(
    heard: Heard, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    with Served(faulty(heard, 0.3, ALL)) as served:
        assert generate(out, served.url, "--json", timeout=0.5, tries=8) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["accepted"], told["missing"], told["ended"]) == (WANTED, 0, "")
    assert {"429", "500", "timeout", "dropped", "unreadable"} <= set(told["failed_tries"])
    with Journal.read(out) as journal:
        summary = journal.summary()
        last = journal.blocks()
        ended = {json.loads(item)["ordinal"] for item in (*journal.admitted(), *journal.rejected())}
    assert ended == set(range(last)) and summary.total.items == last
    assert not [reason for reason in summary.reasons if reason.stage == "completion"]
    assert len(rows(out)) == len(set(rows(out)))
    assert main(["verify", str(out)]) == 0


def test_conversations_that_an_endpoint_never_answers_cost_themselves_alone(
    heard: Heard, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An item fails at its opening words, and at nothing else; three are wanted beyond it."""
    out = tmp_path / "run"
    fated = Unanswering(heard, "agent", messages=2, share=0.4)
    with Served(fated) as served:
        assert generate(out, served.url, tries=3) == 1
    lost = [json.loads(line) for line in (out / MISSING).read_text().splitlines()]
    assert len(lost) == len(fated.prompts) > 0
    assert all("asked 3 times for the agent" in reason for one in lost for reason in one["reasons"])
    assert set(fated.prompts.values()) == {3 * SETTINGS.attempts}
    had, has = accepted(whole), accepted(out)
    gone = {one["ordinal"] for one in lost}
    assert len(has) == WANTED and not gone & set(has)
    assert {ordinal: had[ordinal] for ordinal in had if ordinal not in gone}.items() <= has.items()
    err = capsys.readouterr().err
    assert f"{len(lost)} items found no answer and are missing" in err or "1 item" in err
    assert "failed tries" in err
    assert main(["verify", str(out)]) == 0


def test_committee_that_nobody_answers_for_is_missing_too(heard: Heard, tmp_path: Path) -> None:
    """All reviewers fail on one blueprint: nobody has judged it, and that is told."""
    out = tmp_path / "run"
    with Served(Unanswering(heard, "reviewer", messages=2, share=1.0)) as served:
        assert generate(out, served.url, budget="{ calls = 150 }", tries=2) == 1
    lost = [json.loads(line) for line in (out / MISSING).read_text().splitlines()]
    assert lost and all("asked 2 times for the reviewer" in reason for one in lost for reason in one["reasons"])


def test_run_whose_items_all_come_to_nothing_ends_and_tells_which(
    heard: Heard, tmp_path: Path, told: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "PATIENCE", 3)
    out = tmp_path / "run"
    with Served(Unanswering(heard, "proposer", messages=2, share=1.0)) as served:
        assert generate(out, served.url, tries=2) == 1
    assert (
        "nothing new in the last 3 items, with 0 of 4 found: what the models made was rejected or is missing" in told()
    )
    assert [json.loads(line)["ordinal"] for line in (out / MISSING).read_text().splitlines()] == [0, 1, 2]


# ---- kills and stops --------------------------------------------------------------------------------------------------


def start(out: Path, url: str) -> subprocess.Popen[str]:
    """Run the command in a process of its own."""
    config = write_config(out.parent / "run.toml", SETTINGS, url)
    command = [sys.executable, "-m", "apigen_mt", "generate", "--config", str(config), "--out", str(out)]
    return subprocess.Popen([*command, "-n", str(WANTED), "--quiet"], stderr=subprocess.PIPE, text=True)


def after(answering: Answering, times: int, then: Callable[[], object]) -> Answering:
    """Answer, and do something when so many requests have come."""
    count = 0

    def respond(body: Body) -> Any:
        nonlocal count
        count += 1
        if count == times:
            then()
        return answering(body)

    return respond


def test_killed_run_goes_on_and_asks_nothing_twice(heard: Heard, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    logged = 0
    for times in (45, 0):
        lives: list[subprocess.Popen[str]] = []

        def kill(lives: list[subprocess.Popen[str]] = lives) -> None:
            lives[0].kill()

        with Served(after(heard, times, kill), latency=0.01) as served:
            lives.append(start(out, served.url))
            _, err = lives[0].communicate(timeout=60)
            assert lives[0].returncode == (-signal.SIGKILL if times else 0), err
        before, logged = logged, len(rows(out)) if (out / COMPLETIONS).exists() else 0
        # Eight are asked at once; as many more may have been answered and not be on the disk yet.
        assert 0 <= len(served.bodies) - (logged - before) <= (16 if times else 0)
    assert dataset(out) == dataset(whole)
    assert sorted(rows(out)) == sorted(rows(whole))


def test_ctrl_c_once_lets_what_is_in_flight_be_answered(
    heard: Heard, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    with Served(after(heard, 20, interrupt), latency=0.02) as served:
        assert generate(out, served.url) == 130
        assert len(rows(out)) == len(served.bodies) < len(rows(whole))
    assert "run the same command to go on" in capsys.readouterr().err
    with Served(heard) as again:
        assert generate(out, again.url) == 0
        assert len(served.bodies) + len(again.bodies) == len(rows(whole))
    assert dataset(out) == dataset(whole)


def interrupt() -> None:
    """Press Ctrl-C."""
    os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_twice_ends_at_once(heard: Heard, whole: Path, tmp_path: Path) -> None:
    """What hangs is dropped, and nothing is taken for a failure of the endpoint."""
    out = tmp_path / "run"
    hanging = threading.Event()

    def respond(body: Body) -> Answer:
        if served.server.count > 20:
            hanging.set()
            return HANG
        return heard(body)

    def press() -> None:
        hanging.wait()
        for _ in range(2):
            time.sleep(0.1)
            interrupt()

    with Served(respond) as served:
        threading.Thread(target=press).start()
        began = time.monotonic()
        assert generate(out, served.url, timeout=30.0, tries=1) == 130
        assert time.monotonic() - began < 10
        assert len(rows(out)) <= 20
    with CompletionLog.read(out) as log:
        assert all(row.answer.completion for row in log.rows())
    with Served(heard) as served:
        assert generate(out, served.url) == 0
    assert dataset(out) == dataset(whole)


def test_budget_ends_a_run_cleanly_and_a_larger_one_goes_on(
    heard: Heard, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, calls = tmp_path / "run", len(rows(whole)) * 19 // 20
    with Served(heard) as served:
        assert generate(out, served.url, budget=f"{{ calls = {calls} }}") == 1
        assert calls <= len(served.bodies) < calls + 8
        assert len(rows(out)) == len(served.bodies)
        assert f"stopped: the budget of {calls} calls is used up" in capsys.readouterr().err
        have = accepted(out)
        assert have.items() <= accepted(whole).items()
        assert main(["verify", str(out)]) == 0
        assert generate(out, served.url, budget=f"{{ calls = {2 * calls} }}") == 0
        assert len(served.bodies) == len(rows(whole))
    assert dataset(out) == dataset(whole)


def test_endpoint_that_goes_down_ends_the_run_in_clear_words(
    heard: Heard, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"

    def respond(body: Body) -> Answer:
        return heard(body) if served.server.count <= 30 else refusal(503, "out for lunch")

    with Served(respond) as served:
        assert generate(out, served.url, patience=0.5, tries=3) == 1
    err = capsys.readouterr().err
    assert "answers nobody: 503: out for lunch" in err and "resume the run" in err
    assert len(rows(out)) == 30
    assert not (out / MISSING).exists()
    with Served(heard) as served:
        assert generate(out, served.url) == 0
        assert len(served.bodies) == len(rows(whole)) - 30
    assert dataset(out) == dataset(whole)


# ---- going on with something else -------------------------------------------------------------------------------------


def copied(whole: Path, tmp_path: Path) -> Path:
    """A finished run of one's own."""
    return Path(shutil.copytree(whole, tmp_path / "run"))


def test_replay_gives_the_same_bytes_with_no_endpoint(whole: Path, tmp_path: Path) -> None:
    assert generate(tmp_path / "run", "http://127.0.0.1:9/v1", "--replay", whole) == 0
    assert dataset(tmp_path / "run") == dataset(whole)


def test_other_settings_are_refused(heard: Heard, whole: Path, tmp_path: Path, told: Callable[[], str]) -> None:
    out = copied(whole, tmp_path)
    with Served(heard) as served:
        assert generate(out, served.url, "--attempts", "3", wanted=WANTED + 1) == 2
        assert "was made with attempts = 2, not 3" in told()
        assert not served.bodies


def test_another_prompt_is_refused(
    heard: Heard, whole: Path, tmp_path: Path, told: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where nothing is half made: one dataset has one prompt for each role."""
    out = copied(whole, tmp_path)
    known, newer = prompts.prompt, prompts.prompt("agent")._replace(version="0badcafe")
    monkeypatch.setattr(prompts, "prompt", lambda name: newer if name == "agent" else known(name))
    with Served(heard) as served:
        assert generate(out, served.url, wanted=WANTED + 1) == 2
        text = told()
        assert f"prompt of the agent was {known('agent').label}" in text and "agent@0badcafe now" in text
        assert not served.bodies


def test_blocks_without_their_completions_are_refused(
    heard: Heard, whole: Path, tmp_path: Path, told: Callable[[], str]
) -> None:
    out = copied(whole, tmp_path)
    for path in out.glob(f"{COMPLETIONS}*"):
        path.unlink()
    with Served(heard) as served:
        assert generate(out, served.url, wanted=WANTED + 1) == 2
        assert f"has a {JOURNAL} with blocks and no {COMPLETIONS}" in told()
        assert not served.bodies
    assert not (out / COMPLETIONS).exists()


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """What was said on standard error."""
    return lambda: capsys.readouterr().err
