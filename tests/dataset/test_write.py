"""Datasets on disk: what `datasets` makes of them, equal bytes, shards, and that nothing is lost."""

import resource
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from apigen_mt.dataset import write as writing
from apigen_mt.dataset.read import read_rejects, read_rows
from apigen_mt.dataset.rows import Row, item_of
from apigen_mt.dataset.versions import read_versions
from apigen_mt.dataset.write import write_dataset
from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item, Settings
from apigen_mt.registry import load_world
from apigen_mt.run.journal import Journal, Summary
from apigen_mt.world.domain import World


class Fixed:
    """A journal of given items."""

    def __init__(self, journal: Journal, admitted: list[bytes], rejected: list[bytes] | None = None):
        self.journal = journal
        self.items = admitted
        self.rejects = rejected or []

    @property
    def settings(self) -> Settings:
        return self.journal.settings

    def admitted(self) -> Iterator[bytes]:
        return iter(self.items)

    def rejected(self) -> Iterator[bytes]:
        return iter(self.rejects)

    def summary(self) -> Summary:
        return self.journal.summary()


def contents(directory: Path) -> dict[str, bytes]:
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def test_rows_are_the_journals_items(journal: Journal, rows: list[Row]) -> None:
    decode = msgspec.json.Decoder(Item).decode
    assert [item_of(row) for row in rows] == [decode(text) for text in journal.admitted()]
    assert len(rows) == len({row.id for row in rows}) == journal.wanted


def test_rejects_are_kept_apart_with_reasons(journal: Journal, dataset: Path) -> None:
    rejects = list(read_rejects(dataset))
    assert len(rejects) == sum(journal.summary().reasons.values())
    assert all(reject.checks and reject.blueprint for reject in rejects)


def test_equal_journals_give_equal_bytes(journal: Journal, dataset: Path, tmp_path: Path) -> None:
    write_dataset(journal, tmp_path)
    assert contents(tmp_path) == contents(dataset)


def test_tools_and_policy_are_stored_once_a_world(journal: Journal, dataset: Path) -> None:
    world = _world(journal)
    versions = read_versions(dataset)
    assert list(versions) == [world.digest]
    assert list(versions[world.digest].tools) == world.domain.specs
    assert versions[world.digest].policy == world.domain.policy.text


def test_datasets_loads_every_configuration_offline(dataset: Path, rows: list[Row], datasets: Any) -> None:
    load_dataset = datasets.load_dataset
    for name, count in (
        ("default", len(rows)),
        ("bikes", len(rows)),
        ("rejected", len(list(read_rejects(dataset)))),
    ):
        assert len(load_dataset(str(dataset), name, split="train")) == count
    loaded = load_dataset(str(dataset), split="train")
    assert [msgspec.convert(value, Row) for value in loaded] == rows


def test_rejects_may_be_none(journal: Journal, tmp_path: Path, datasets: Any) -> None:
    write_dataset(Fixed(journal, list(journal.admitted())), tmp_path / "made")
    assert list(read_rejects(tmp_path / "made")) == []
    assert datasets.get_dataset_config_names(str(tmp_path / "made")) == ["default", "bikes"]


def test_large_runs_become_several_files(
    journal: Journal, rows: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "SHARD", 50)
    written = write_dataset(journal, tmp_path)
    assert [name for name in written.files if name.startswith("data")] == [
        f"data/train-bikes-0000{number}.parquet" for number in range(3)
    ]
    assert list(read_rows(tmp_path)) == rows


def test_an_earlier_larger_dataset_leaves_nothing_behind(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "journal.sqlite").touch()
    monkeypatch.setattr(writing, "SHARD", 50)
    write_dataset(journal, tmp_path)
    write_dataset(Fixed(journal, list(journal.admitted())[:60]), tmp_path)
    assert len(list(read_rows(tmp_path))) == 60
    assert len(list((tmp_path / "data").iterdir())) == 2
    assert (tmp_path / "journal.sqlite").exists()


@pytest.mark.parametrize("bad", [b'{"ordinal": 1', b'{"ordinal":1,"domain":"\\ud800"}', b'{"ordinal":"one"}'])
def test_a_damaged_item_stops_and_leaves_the_dataset_as_it_was(
    journal: Journal, dataset: Path, tmp_path: Path, bad: bytes
) -> None:
    shutil.copytree(dataset, tmp_path / "copy")
    with pytest.raises(UserError, match="an item that cannot be read"):
        write_dataset(Fixed(journal, [*list(journal.admitted())[:5], bad]), tmp_path / "copy")
    assert contents(tmp_path / "copy") == contents(dataset)


def test_a_full_disk_is_told_and_leaves_the_dataset_as_it_was(
    journal: Journal, dataset: Path, tmp_path: Path, small_files: None
) -> None:
    with pytest.raises(UserError, match="free some space and run the same command again"):
        write_dataset(journal, tmp_path / "copy")
    assert contents(tmp_path / "copy") == contents(dataset)


@pytest.fixture
def small_files(dataset: Path, tmp_path: Path) -> Iterator[None]:
    """A copy of the dataset, and no room for larger files than its rejects."""
    shutil.copytree(dataset, tmp_path / "copy")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    signal.signal(signal.SIGXFSZ, handler)


def test_an_unusable_place_is_told(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot write the dataset to"):
        write_dataset(journal, tmp_path / "file")


def test_card_is_valid_and_says_what_counts(dataset: Path, journal: Journal) -> None:
    text = (dataset / "README.md").read_text()
    _, header, body = text.split("---\n", 2)
    assert yaml.safe_load(header)["license"] == "cc-by-4.0"
    assert [config["config_name"] for config in yaml.safe_load(header)["configs"]] == [
        "default",
        "bikes",
        "rejected",
    ]
    assert f"| bikes | {journal.wanted} |" in body
    for part in (
        "Yields per stage",
        "Rejects",
        "Coverage: bikes",
        "apigen-mt verify",
        "Excerpt",
        "CC BY 4.0",
    ):
        assert part in body
    for tool in _world(journal).domain.tools:
        assert tool in body
    assert journal.settings.domains[0] not in body


def test_hostile_text_cannot_break_out_of_the_cards_excerpt(journal: Journal, rows: list[Row], tmp_path: Path) -> None:
    item = item_of(rows[0])
    first, *others = item.trajectories[0].messages
    hostile = msgspec.structs.replace(first, content="`````\n# Title <script>\u202e")
    trajectory = msgspec.structs.replace(item.trajectories[0], messages=(hostile, *others))
    item = msgspec.structs.replace(item, trajectories=(trajectory,))
    write_dataset(Fixed(journal, [msgspec.json.encode(item)]), tmp_path)
    text = (tmp_path / "README.md").read_text()
    assert "``````text\nuser      ````` # Title <script> \n" in text
    assert "\u202e" not in text


def _world(journal: Journal) -> World:
    settings = journal.settings
    return load_world(settings.domains[0], settings.seed, settings.size)
