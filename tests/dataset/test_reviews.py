"""What people say is kept beside the journal, and honoured when a dataset is written or exported."""

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from apigen_mt import cli
from apigen_mt.dataset.reviews import (
    LONGEST_NOTE,
    REVIEWS,
    PersonReview,
    drop_review,
    read_reviews,
    subject_of,
    write_review,
)
from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item

MADE = ["generate", "retail", "--size", "60", "-n", "5", "--workers", "1", "--quiet", "--out"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small run with its dataset."""
    directory = tmp_path_factory.mktemp("reviewed") / "run"
    assert cli.main([*MADE, str(directory)]) == 0
    return directory


@pytest.fixture
def run(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "run"))


def accepted(directory: Path) -> list[Item]:
    """The items of a run's result."""
    with Journal.read(directory) as journal:
        return [decode_item(item) for item in journal.admitted()]


def say(directory: Path, item: Item, decision: str, note: str = "") -> PersonReview:
    """Review an item's conversation."""
    assert item.blueprint is not None and item.accepted is not None
    subject = subject_of(item.blueprint.id, item.accepted.messages)
    review = PersonReview(subject, item.ordinal, "attempt-0", decision, note, "2026-01-01", "conversation", True)  # type: ignore[arg-type]
    write_review(directory, review)
    return review


def rows(directory: Path) -> list[int]:
    """Ordinals of a dataset's rows."""
    return [n for file in sorted(directory.glob("data/*.parquet")) for n in pq.read_table(file)["ordinal"].to_pylist()]


def test_reviews_come_back_and_the_last_word_counts(run: Path) -> None:
    assert read_reviews(run) == {}
    first, second = accepted(run)[:2]
    say(run, first, "accept")
    kept = say(run, first, "flag", "look again\n<script>")
    other = say(run, second, "reject")
    assert read_reviews(run) == {kept.subject: kept, other.subject: other}
    drop_review(run, kept.subject)
    assert read_reviews(run) == {other.subject: other}


def test_what_a_person_rejects_leaves_the_dataset(run: Path) -> None:
    items = accepted(run)
    say(run, items[1], "reject", "no customer talks like this")
    say(run, items[2], "flag")
    assert cli.main([*MADE, str(run)]) == 0
    assert rows(run) == [item.ordinal for at, item in enumerate(items) if at != 1]
    (refused,) = [
        row
        for file in run.glob("rejected/*.parquet")
        for row in pq.read_table(file).to_pylist()
        if row["stage"] == "person"
    ]
    assert (refused["ordinal"], refused["checks"]) == (items[1].ordinal, ["person"])
    assert json.loads(refused["verdicts"])[-1]["reason"] == "no customer talks like this"
    card = (run / "README.md").read_text("utf-8")
    assert "Decisions: reject 1, flag 1." in card
    assert cli.main(["verify", str(run)]) == 0


def test_an_export_leaves_out_what_was_rejected_since(run: Path, tmp_path: Path) -> None:
    items = accepted(run)
    say(run, items[0], "reject")
    say(run, items[3], "accept")
    for name in ("openai", "sharegpt", "trl"):
        assert cli.main(["export", str(run), "--format", name, "--out", str(tmp_path / f"{name}.{name[:4]}")]) == 0
    assert len((tmp_path / "openai.open").read_text("utf-8").splitlines()) == len(items) - 1
    assert pq.read_table(tmp_path / "trl.trl").num_rows == len(items) - 1


def test_reviews_of_something_else_change_nothing(run: Path) -> None:
    """They belong to what was looked at, and not to its place."""
    before = rows(run)
    review = say(run, accepted(run)[0], "reject")
    drop_review(run, review.subject)
    write_review(run, review._replace(subject=subject_of("another blueprint")))
    assert cli.main([*MADE, str(run)]) == 0
    assert rows(run) == before


def test_without_reviews_a_dataset_is_as_it_was(run: Path, made: Path) -> None:
    item = accepted(run)[0]
    drop_review(run, say(run, item, "reject").subject)
    assert cli.main([*MADE, str(run)]) == 0
    names = [str(file.relative_to(made)) for file in made.rglob("*") if file.is_file() and "journal" not in file.name]
    assert all((run / name).read_bytes() == (made / name).read_bytes() for name in names)


def test_long_notes_and_foreign_files_are_refused(run: Path) -> None:
    with pytest.raises(UserError, match="too long"):
        say(run, accepted(run)[0], "flag", "x" * (LONGEST_NOTE + 1))
    (run / REVIEWS).write_bytes(b"something else" * 300)
    with pytest.raises(UserError):
        read_reviews(run)
