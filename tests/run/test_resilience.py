"""Runs with language models in every role, and all that can go wrong around them: nothing lost, doubled or wrongly accepted."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.models.endpoint_server import HANG, MIX, Answer, Body, faulty, refusal, text
from tests.run.understudies import PLAYERS, Heard, Served, Unanswering, rehearse, write_config

from apigen_mt.cli import main
from apigen_mt.models.log import COMPLETIONS, CompletionLog
from apigen_mt.phases.item import Settings
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
    return rehearse(SETTINGS, 2 * WANTED).heard


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


def asked_again(served: Served) -> int:
    """Requests beyond those of an endpoint that hears each thing as often as the run asks it."""
    return sum(Counter(served.bodies).values())


# ---- faults -----------------------------------------------------------------------------------------------------------


def test_every_item_ends_for_the_right_reason_whatever_answers_come(
    heard: Heard, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    with Served(faulty(heard, 0.2, ALL)) as served:
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
    fated = Unanswering(heard, "agent", messages=2, share=0.3)
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
