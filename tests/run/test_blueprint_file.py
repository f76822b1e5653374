"""Blueprints come back from a file as they went in, and a spoilt file is told with the number of its line."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from fake_job import JOB, ORIGIN, SETTINGS, carry_out

from apigen_mt.errors import UserError
from apigen_mt.run.blueprint_file import NAME, read_blueprints, write_blueprints
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The directory of a run that made blueprints."""
    origin = msgspec.structs.replace(ORIGIN, command="blueprints")
    carry_out(tmp_path, 10, replace(JOB, product="blueprint"), origin=origin)
    with Journal.read(tmp_path) as journal:
        write_blueprints(journal, tmp_path)
    return tmp_path


def test_blueprints_come_back_as_they_were(made: Path) -> None:
    source = read_blueprints(made)
    assert (source.header.settings, source.header.worlds, source.count) == (SETTINGS, ORIGIN.worlds, 10)
    assert source == read_blueprints(made / NAME)
    blocks = list(source.blocks(4))
    assert [len(block) for block in blocks] == [4, 4, 2]
    with Journal.read(made) as journal:
        items = [decode_item(encoded) for encoded in journal.admitted()]
    assert [pair for block in blocks for pair in block] == [(one.ordinal, one.blueprint) for one in items]


def test_lines_may_be_left_out(made: Path) -> None:
    lines = (made / NAME).read_text().splitlines(keepends=True)
    (made / NAME).write_text("".join([lines[0], *lines[2:5]]))
    assert read_blueprints(made).count == 3


@pytest.mark.parametrize(
    ("keep", "told"),
    [
        ([1, 2], "line 1 is not the header"),
        ([0], "has no blueprint"),
        ([0, 2, 1], "line 3: ordinal"),
        ([0, 1, 1], "line 3: ordinal"),
        ([0, 1, 0], "line 3 is not a blueprint"),
    ],
)
def test_spoilt_file_is_told(keep: list[int], told: str, made: Path) -> None:
    lines = (made / NAME).read_text().splitlines(keepends=True)
    (made / NAME).write_text("".join(lines[index] for index in keep))
    with pytest.raises(UserError, match=told):
        read_blueprints(made)


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot use the blueprint file"):
        read_blueprints(tmp_path / "none.jsonl")


def test_blueprint_runs_admit_what_has_no_conversation_yet(made: Path) -> None:
    with Journal.read(made) as journal:
        items = [decode_item(encoded) for encoded in journal.admitted()]
    assert all(one.blueprint and not one.rejected for one in items)
    assert len({one.signature for one in items}) == 10
