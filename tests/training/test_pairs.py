"""What rejected conversations teach: where an agent went wrong, what would have been right there, and what is put right."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from datasets import Dataset

from apigen_mt.audit.planted import ERRORS
from apigen_mt.audit.subject import Subject
from apigen_mt.cli import main
from apigen_mt.dataset.lessons import pair
from apigen_mt.dataset.parquet import Writer
from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.rows import Reject, blueprint_of, item_of, messages_of, rejects_of
from apigen_mt.phases.faults import faults, mended
from apigen_mt.phases.verify import inspect
from apigen_mt.registry import load_world
from apigen_mt.training.conversations import read_conversations
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason, Trajectory

AT_A_PLACE = ("extra_write", "skipped_consent", "leaked_internal_id", "another_customers_row", "wrong_answer")


@pytest.fixture(scope="module")
def subjects(dataset: Path) -> list[Subject]:
    return [
        Subject(load_world(row.domain, row.world_seed, row.world_size), blueprint_of(row), messages_of(row))
        for row in read_rows(dataset)
    ]


def planted(subjects: list[Subject]) -> list[tuple[Subject, tuple[Message, ...]]]:
    found = [(one, ERRORS[kind](one, Random(1))) for one in subjects for kind in AT_A_PLACE]
    return [(one, bad) for one, bad in found if bad is not None and bad != one.messages]


def test_accepted_conversations_have_no_fault(subjects: list[Subject]) -> None:
    assert [faults(*one) for one in subjects] == [()] * len(subjects)
    assert [mended(*one) for one in subjects] == [None] * len(subjects)


def test_first_fault_is_where_the_error_was_planted(subjects: list[Subject]) -> None:
    for one, bad in planted(subjects):
        first = faults(one.world, one.blueprint, bad)[0]
        differs = next(place for place, (a, b) in enumerate(zip(one.messages, bad, strict=False)) if a != b)
        assert first.position >= differs
        assert bad[first.position].role == "assistant"


def test_chosen_turn_is_right_in_the_rejected_ones_place(subjects: list[Subject]) -> None:
    made = [(one, bad, pair(one.world, one.blueprint, one.messages, bad)) for one, bad in planted(subjects)]
    assert sum(found is not None for _, _, found in made) > 0.8 * len(made) > 10
    for one, bad, found in made:
        if found is not None:
            assert bad[: len(found.prompt) + 1] == (*found.prompt, found.rejected)
            assert not faults(one.world, one.blueprint, (*found.prompt, found.chosen))
            at_once = faults(one.world, one.blueprint, (*found.prompt, found.rejected))
            assert at_once and found.chosen != found.rejected


def slipped(one: Subject) -> tuple[Message, ...]:
    """The agent tells an internal id, and goes on as if nothing were."""
    bad = ERRORS["leaked_internal_id"](one, Random(1))
    assert bad is not None
    return bad


def test_what_is_put_right_is_learned_and_the_mistake_is_not(subjects: list[Subject]) -> None:
    for one in subjects:
        bad = slipped(one)
        learned = mended(one.world, one.blueprint, bad)
        assert learned is not None
        wrong = {fault.position for fault in faults(one.world, one.blueprint, bad)}
        told = [place for place, message in enumerate(bad) if message.role == "assistant" and not learned[place]]
        assert set(told) == wrong and any(learned[min(wrong) :])


def test_what_stays_wrong_teaches_nothing_after_it(subjects: list[Subject]) -> None:
    for one in subjects:
        for kind in ("extra_write", "user_leaks", "no_ending"):
            bad = ERRORS[kind](one, Random(1))
            assert bad is None or mended(one.world, one.blueprint, bad) is None


@pytest.fixture
def with_rejected(dataset: Path, tmp_path: Path, subjects: list[Subject]) -> Path:
    """The dataset, with an attempt at each blueprint in which the agent slipped."""
    out = tmp_path / "data"
    for file in ("data", "domains"):
        (out / file).mkdir(parents=True)
        for part in (dataset / file).iterdir():
            (out / file / part.name).write_bytes(part.read_bytes())
    (out / "rejected").mkdir()
    with Writer(out / "rejected" / "retail-00000.parquet", Reject) as writer:
        for row, one in zip(read_rows(dataset), subjects, strict=True):
            bad = slipped(one)
            verdicts, digest = inspect(one.world, one.blueprint, bad, StopReason.USER_DONE)
            attempt = Trajectory(one.blueprint.id, 0, bad, StopReason.USER_DONE, digest, verdicts)
            item: Any = item_of(row)
            for reject in rejects_of(type(item)(row.ordinal, row.domain, one.blueprint, (attempt,))):
                writer.add(reject, 1000)
    return out


def test_pairs_are_written_as_preference_trainers_read_them(
    with_rejected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pairs.parquet"
    assert main(["export", str(with_rejected), "--format", "dpo", "--out", str(file)]) == 0
    pairs = Dataset.from_parquet(str(file))
    assert capsys.readouterr().out == f"{len(pairs)} pairs in {file}\n" and len(pairs) == 6
    for one in pairs:
        assert one["prompt"][0]["role"] == "system" and one["prompt"][-1]["role"] in ("user", "tool")
        ((chosen,), (rejected,)) = one["chosen"], one["rejected"]
        assert chosen["role"] == rejected["role"] == "assistant" and chosen != rejected
        assert one["check"] == "discretion" and one["tools"][0]["type"] == "function"
        for message in [*one["prompt"], chosen, rejected]:
            assert all(isinstance(call["function"]["arguments"], dict) for call in message.get("tool_calls", ()))


def test_mended_conversations_train_beside_the_dataset(with_rejected: Path, tmp_path: Path) -> None:
    file = tmp_path / "mended.parquet"
    assert main(["export", str(with_rejected), "--format", "mended", "--out", str(file)]) == 0
    found = list(read_conversations(file))
    assert len(found) == 6
    for one in found:
        left = [
            message
            for message, flag in zip(one.chat, one.loss, strict=True)
            if message["role"] == "assistant" and not flag
        ]
        assert len(left) == 1 and json.dumps(left[0])


def test_pairs_need_the_directory(dataset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = next((dataset / "data").glob("*.parquet"))
    assert main(["export", str(file), "--format", "dpo", "--out", str(tmp_path / "x.parquet")]) == 2
    assert "is no dataset's directory" in capsys.readouterr().err
