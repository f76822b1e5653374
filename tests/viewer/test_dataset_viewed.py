"""A dataset whose run is not there: what its rows and rejects tell, and nothing that they do not."""

from pathlib import Path

import msgspec
import pytest
from viewing import filled

from apigen_mt.audit.realism import Compared, keep, realism
from apigen_mt.cli import main
from apigen_mt.dataset.export import export
from apigen_mt.dataset.read import read_rows
from apigen_mt.errors import UserError
from apigen_mt.viewer.dataset import Dataset
from apigen_mt.viewer.overview import Overview
from apigen_mt.viewer.overview import overview as gather
from apigen_mt.viewer.queries import Filters, open_index
from apigen_mt.viewer.serve import opened
from apigen_mt.viewer.sources import Found, Run
from apigen_mt.viewer.things import Thing, things_of
from apigen_mt.viewer.worlds import Missing, Worlds


def found(source: Run | Dataset) -> list[Found]:
    """All items of a run or dataset."""
    return source.read(-1, 10_000)


def things(source: Run | Dataset) -> list[Thing]:
    """All things of a run or dataset."""
    return [thing for one in found(source) for thing in things_of(one.entry)]


def known(thing: Thing) -> tuple[object, ...]:
    """What a dataset keeps of a thing. Who is blamed is kept of rejects."""
    checks = [(one.check, one.passed, one.reason) for one in thing.verdicts]
    calls = [call.name for call in thing.trajectory.calls] if thing.trajectory else []
    return thing.subject, thing.domain, thing.accepted, thing.stage, checks, calls


def overview(path: Path) -> Overview:
    """A dataset at one glance."""
    source = Dataset(path)
    with open_index(filled(source), source.directory) as queries:
        return gather(queries, source, Worlds(), {})


def written(rows: list[object], path: Path) -> Path:
    """Write rows as JSON Lines."""
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    return path


def test_rows_and_rejects_are_the_things_of_the_run(run: Path, dataset: Path) -> None:
    def by_subject(thing: Thing) -> str:
        return thing.subject

    of_rows = sorted(things(Dataset(dataset)), key=by_subject)
    of_run = sorted(things(Run(run)), key=by_subject)
    assert [known(one) for one in of_rows] == [known(one) for one in of_run]
    assert any(not one.accepted for one in of_rows)


def test_attempts_at_one_blueprint_stand_in_one_item(dataset: Path) -> None:
    names = [[thing.name for thing in things_of(one.entry)] for one in found(Dataset(dataset))]
    assert ["attempt-0", "attempt-1"] in names


def test_reading_goes_on_wherever_it_was_left(dataset: Path) -> None:
    whole = found(Dataset(dataset))
    assert Dataset(dataset).read(4, 3) == whole[5:8]
    source = Dataset(dataset)
    parts = [source.read(after, 5) for after in (-1, 4, 9)]
    assert [one for part in parts for one in part] == whole
    assert source.read(2, 2) == whole[3:5]


def test_an_item_is_found_again_as_it_was_read(dataset: Path) -> None:
    source = Dataset(dataset)
    with open_index(filled(source), source.directory) as queries:
        assert [queries.kept(one.entry.ordinal) for one in found(source)] == found(source)
        assert queries.kept(10**6) is None


def test_what_rows_cannot_tell_is_left_out(dataset: Path) -> None:
    told = overview(dataset)
    assert (told.wanted, told.course, told.costs) == (None, None, ())
    assert sum(told.lengths["turns"].values()) == 12
    assert [one.domain for one in told.coverage if not one.why] == ["airline", "banking", "retail"]
    assert list(told.made) == ["seed 0 · 500 customers · no language model"]


def test_a_file_of_rows_is_a_dataset(dataset: Path, tmp_path: Path) -> None:
    rows: list[object] = [*read_rows(dataset)]
    file = written(rows, tmp_path / "rows.jsonl")
    assert len(things(Dataset(file))) == len(rows)
    with opened(file, follow=False) as site:
        assert site.index.path == tmp_path / "rows.jsonl.viewer.sqlite"


def test_a_damaged_row_is_told_and_the_others_are_shown(dataset: Path, tmp_path: Path) -> None:
    rows: list[object] = [*read_rows(dataset)]
    rows[1] = {**msgspec.to_builtins(rows[1]), "blueprint": "{}"}
    rows[2] = {**msgspec.to_builtins(rows[2]), "messages": 7}
    rows[3] = {**msgspec.to_builtins(rows[3]), "covers": ["no cell", ":::", ""]}
    file = written(rows, tmp_path / "rows.jsonl")
    assert len(things(Dataset(file))) == len(rows) - 2
    told = overview(file)
    assert sorted(one.times for one in told.rejects) == [1, 1]
    assert any("not a row of the format" in one.check for one in told.rejects)


def test_a_row_of_another_world_is_not_executed(dataset: Path, tmp_path: Path) -> None:
    row = msgspec.to_builtins(next(read_rows(dataset)))
    worlds = Worlds()
    for changed, why in (
        ({"world_digest": "0" * 64}, "has changed"),
        ({"world_size": 10**12}, "nothing says which world"),
        ({"world_seed": -(10**30)}, "nothing says which world"),
        ({"domain": "nowhere"}, "not installed"),
    ):
        (one,) = found(Dataset(written([row | changed], tmp_path / "one.jsonl")))
        world = worlds.find(one.place)
        assert isinstance(world, Missing) and why in world.why


def test_another_file_in_the_same_place_gets_another_index(dataset: Path, tmp_path: Path) -> None:
    rows: list[object] = [*read_rows(dataset)]
    for number in (5, 3):
        source = Dataset(written(rows[:number], tmp_path / "rows.jsonl"))
        with open_index(filled(source), source.directory) as queries:
            assert queries.count(Filters()) == number


def test_what_is_no_dataset_is_told_in_words(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="neither a run's journal"), opened(tmp_path):
        pass
    export(dataset, "openai", tmp_path / "chat.jsonl")
    with pytest.raises(UserError, match="OpenAI chat format, and the viewer shows"), opened(tmp_path / "chat.jsonl"):
        pass


def test_report_tells_how_close_the_words_come_to_those_of_people(dataset: Path, tmp_path: Path) -> None:
    turns = [things(Dataset(dataset))[number % 12].trajectory for number in range(24)]
    said = [
        [[m.content for m in one.messages if m.role == role] for role in ("user", "assistant")] for one in turns if one
    ]
    report = tmp_path / "report.html"
    assert main(["report", str(dataset), "--out", str(report)]) == 0
    assert "Told apart by style" not in report.read_text("utf-8")
    keep(dataset, Compared("<b>logs</b>.jsonl", realism(said, [[["hi", "no thx"], ["ok"]]] * 24)))
    assert main(["report", str(dataset), "--out", str(report)]) == 0
    text = report.read_text("utf-8")
    assert "Told apart by style" in text
    assert "&lt;b&gt;logs&lt;/b&gt;.jsonl" in text
