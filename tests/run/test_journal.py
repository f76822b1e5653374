"""The journal refuses what it must not touch, says why, and leaves it as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import fake_job
import msgspec
import pytest
from fake_job import ORIGIN, SETTINGS, carry_out, contents

from apigen_mt.errors import UserError
from apigen_mt.run.directory import JOURNAL, hold
from apigen_mt.run.journal import Journal
from apigen_mt.run.origin import Origin
from apigen_mt.run.record import Reason, decode_item


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a finished run."""
    directory = tmp_path_factory.mktemp("made")
    carry_out(directory, 60)
    return directory


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoilt."""
    return Path(shutil.copytree(made, tmp_path / "copy"))


def test_summary_counts_up_to_the_last_item_of_the_result(made: Path) -> None:
    with Journal.read(made) as journal:
        summary = journal.summary()
        rejected = [decode_item(encoded) for encoded in journal.rejected()]
    assert summary.complete and summary.total.admitted == summary.wanted == 60
    assert sum(one.items for one in summary.domains.values()) == summary.total.items
    assert list(summary.domains) == ["bank", "shop"]
    candidates = sum(len(one.rejected) for one in rejected)
    conversations = sum(len(one.trajectories) for one in rejected)
    assert sum(summary.reasons.values()) == candidates + conversations
    assert summary.reasons[Reason("conversation", "consent", "agent")] == conversations
    assert summary.total.repeats == summary.reasons[Reason("repeat", "repeat", "blueprint")] > 0


def test_reader_sees_a_run_that_is_writing(tmp_path: Path) -> None:
    with hold(tmp_path), Journal.resume(tmp_path, ORIGIN, 10):
        assert contents(tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (
            msgspec.structs.replace(ORIGIN, settings=msgspec.structs.replace(SETTINGS, seed=8)),
            "seed = 7, not 8",
        ),
        (msgspec.structs.replace(ORIGIN, command="blueprints"), "made by `generate`, not `blueprints`"),
        (msgspec.structs.replace(ORIGIN, source="f00"), "other blueprints"),
        (msgspec.structs.replace(ORIGIN, worlds={"shop": "a1", "bank": "b3"}), "domain 'bank' has changed"),
    ],
)
def test_other_settings_are_refused(origin: Origin, told: str, copy: Path) -> None:
    before = (copy / JOURNAL).read_bytes()
    with pytest.raises(UserError, match=told):
        carry_out(copy, 60, origin=origin)
    assert (copy / JOURNAL).read_bytes() == before


def test_smaller_result_is_refused(copy: Path) -> None:
    with pytest.raises(UserError, match="has 60 already, and -n 59 is fewer"):
        carry_out(copy, 59)


@pytest.mark.parametrize("spoil", ["garbage", "truncated", "overwritten", "block lost"])
def test_damaged_journal_is_refused_and_left_as_it_is(spoil: str, copy: Path) -> None:
    path = copy / JOURNAL
    whole = path.read_bytes()
    match spoil:
        case "garbage":
            path.write_bytes(b"garbage" * 1000)
        case "truncated":
            path.write_bytes(whole[: len(whole) // 2])
        case "overwritten":
            path.write_bytes(whole[:8192] + os.urandom(len(whole) // 2) + whole[8192 + len(whole) // 2 :])
        case _:
            with sqlite3.connect(path) as connection:
                connection.execute("DELETE FROM blocks WHERE block = 1")
            connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"is damaged .* left as it is"):
        carry_out(copy, 70)
    assert path.read_bytes() == before


def test_newer_format_is_refused(copy: Path) -> None:
    with sqlite3.connect(copy / JOURNAL) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(UserError, match="journal format 99"):
        carry_out(copy, 60)
    with pytest.raises(UserError, match="journal format 99"):
        Journal.read(copy)


def test_other_sqlite_file_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / JOURNAL) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    before = (tmp_path / JOURNAL).read_bytes()
    with pytest.raises(UserError, match="not a journal of apigen-mt"):
        carry_out(tmp_path, 10)
    assert (tmp_path / JOURNAL).read_bytes() == before


def test_run_killed_before_its_first_commit_begins_anew(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / JOURNAL)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert carry_out(tmp_path, 5).admitted >= 5


def test_directory_without_a_journal_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no run's directory"):
        Journal.read(tmp_path)


def test_used_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(UserError, match=r"used by something else: it has 'thesis.tex'"):
        carry_out(tmp_path, 5)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_path_that_is_no_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(UserError, match=r"cannot use .* choose another --out"):
            carry_out(path, 5)


def test_unwritable_directory_is_refused(tmp_path: Path) -> None:
    """Root may write anywhere, so this is done as nobody."""
    tmp_path.chmod(0o755)
    script = (
        "import os, sys; from pathlib import Path; import fake_job\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try: fake_job.carry_out(Path(sys.argv[1]), 5)\n"
        "except fake_job.UserError as error: sys.exit(str(error))\n"
    )
    if os.getuid():
        tmp_path.chmod(0o555)
    else:
        # The directories above belong to root alone; a relative path does not go through them.
        script = script.replace("import os, sys;", "import os, sys; os.chdir(sys.argv[1]); sys.argv[1] = '.';")
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(fake_job.__file__).parent)},
        check=False,
    )
    assert done.returncode == 1
    assert "cannot write" in done.stderr and "Traceback" not in done.stderr, done.stderr


def test_two_runs_on_one_directory_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("apigen_mt.run.directory.PATIENCE", 0.2)
    with hold(tmp_path), pytest.raises(UserError, match="another run is working in"), hold(tmp_path):
        pass
