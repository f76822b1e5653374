"""A recording holds everything that its log holds, and is refused with the line where it cannot be right."""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Any

import log_play
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from log_play import Server, run

from apigen_mt.errors import UserError
from apigen_mt.models.asked import Asking
from apigen_mt.models.completion import Completion, RawCall, Request, Usage
from apigen_mt.models.log import Answer, CompletionLog, Logged
from apigen_mt.models.players import Player
from apigen_mt.models.recording import export_recording, import_recording

TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('\u2028\u0085\n\r\x1c"\\'), max_size=8)
COUNT = st.integers(0, 10**6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
PLAYERS = st.builds(Player, TEXT, TEXT, st.none() | st.floats(0, 2), extra=st.dictionaries(TEXT, JSON, max_size=2))
MESSAGES = st.sampled_from([{"role": "user", "content": text} for text in ("a", "b", "", "\u2028")])
CHATS = st.lists(MESSAGES, max_size=5) | st.lists(st.dictionaries(TEXT, JSON, max_size=3), max_size=3)
REQUESTS = st.builds(
    Request,
    role=st.sampled_from(["proposer", "agent", "critic"]),
    place=TEXT,
    messages=CHATS.map(tuple),
    tools=st.lists(st.dictionaries(TEXT, JSON, max_size=2), max_size=2).map(tuple),
    parallel=st.booleans(),
    schema=st.none() | st.dictionaries(TEXT, JSON, max_size=2),
    prompt=TEXT,
)
COMPLETIONS = st.builds(
    Completion,
    TEXT,
    st.lists(st.builds(RawCall, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    TEXT,
    st.builds(Usage, COUNT, COUNT, COUNT),
    TEXT,
    st.integers(1, 9),
)
ANSWERS = COMPLETIONS.map(lambda one: Answer(one, "", one.tries)) | st.builds(
    Answer, st.none(), TEXT, st.integers(0, 9)
)
ROWS = st.lists(
    st.tuples(st.integers(0, 2**40), REQUESTS, PLAYERS, ANSWERS, st.floats(0, 1e6)),
    max_size=8,
    unique_by=lambda row: (row[0], row[1].role, row[1].place),
)


def fill(directory: Path, rows: list[Any]) -> None:
    """Write a log."""
    written: list[tuple[Logged, dict[bytes, bytes]]] = []
    for item, request, player, answer, seconds in rows:
        parts: dict[bytes, bytes] = {}
        asked = Asking(player, parts).take(request)
        written.append((Logged(item, request.role, request.place, request.prompt, asked, answer, seconds), parts))
    with CompletionLog.resume(directory) as log:
        log.add_all(written)


def contents(directory: Path) -> tuple[list[Logged], dict[bytes, bytes]]:
    """All rows of a log, and all parts that they need."""
    with CompletionLog.read(directory) as log:
        rows = list(log.rows())
        names = {
            name for row in rows for name in (row.asked.player, row.asked.tools, row.asked.schema, *row.asked.messages)
        }
        return rows, {name: log.part(name) for name in names - {b""}}


def record(directory: Path, to: Path) -> str:
    """Export a log to a file."""
    with CompletionLog.read(directory) as log:
        text = "".join(export_recording(log))
    to.write_text(text, "utf-8", newline="\n")
    return text


@given(ROWS)
@settings(max_examples=60)
def test_nothing_is_lost_between_log_and_recording(rows: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        one, other = Path(name, "one"), Path(name, "other")
        one.mkdir()
        other.mkdir()
        fill(one, rows)
        text = record(one, one / "recording.jsonl")
        import_recording(one / "recording.jsonl", other)
        assert contents(other) == contents(one)
        assert len(contents(one)[0]) == len(rows)
        assert record(other, other / "recording.jsonl") == text


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """The recording of a small run, and its log beside it in `made`."""
    (tmp_path / "made").mkdir()
    asyncio.run(run(tmp_path / "made", Server(), items=2))
    record(tmp_path / "made", tmp_path / "play.jsonl")
    return tmp_path / "play.jsonl"


def test_run_is_replayed_from_its_recording(recording: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    import_recording(recording, tmp_path / "again")
    assert asyncio.run(run(tmp_path / "again", None, items=2)) == asyncio.run(run(tmp_path / "made", None, items=2))


def test_each_part_stands_once_and_conversations_are_continued(recording: Path) -> None:
    """A line shows what is new in its request, so that a person can read a conversation down the file."""
    lines = [json.loads(line) for line in recording.read_text().splitlines()]
    parts = [json.dumps(line["value"]) for line in lines if "part" in line]
    completions = [line for line in lines if "completion" in line]
    assert lines[0] == {"recording": "apigen-mt completions", "version": 1}
    assert len(parts) == len(set(parts))
    assert [line["completion"] for line in completions] == list(range(2 * 3 * log_play.TURNS))
    assert sum("after" not in line for line in completions) == 2
    assert max(len(line["messages"]) for line in completions) <= 2


def test_edited_message_is_another_request(recording: Path, tmp_path: Path) -> None:
    recording.write_text(recording.read_text().replace("and turn 0?", "and turn zero?"))
    (tmp_path / "again").mkdir()
    import_recording(recording, tmp_path / "again")
    with pytest.raises(UserError, match=r"message 2 of 2 \(user\) had ….*turn zero.* and now has ….*turn 0"):
        asyncio.run(run(tmp_path / "again", None, items=1))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"part":7,"value":1}', "part 1 comes next"),
        (
            '{"completion":3,"item":0,"role":"agent","place":"","player":0,"messages":[],"error":""}',
            "completion 1 comes",
        ),
        ('{"completion":1,"item":0,"role":"agent","place":"","player":5,"messages":[],"error":""}', "no part 5 before"),
        ('{"completion":1,"item":0,"role":"agent","place":"","player":0,"messages":[-1],"error":""}', "no part -1"),
        (
            '{"completion":1,"item":0,"role":"agent","place":"","player":0,"messages":[],"after":1,"error":""}',
            "no compl",
        ),
        (
            '{"completion":1,"item":0,"role":"agent","place":"","player":0,"messages":[],"tools":3,"error":""}',
            "no part 3",
        ),
        (
            '{"completion":1,"item":0,"role":"agent","place":"","player":0,"messages":[]}',
            "either an answer or an error",
        ),
        ('{"completion":1,"item":0,"role":"agent","place":"x","player":0,"messages":[],"error":""}', "there already"),
        (
            '{"completion":1,"item":0,"role":"cook","place":"","player":0,"messages":[],"error":""}',
            "Invalid enum value",
        ),
        ('{"completion":1,"colour":"red"}', "unknown field"),
        ('{"part":1', "truncated"),
        ("", "truncated"),
    ],
)
def test_line_that_cannot_be_right_is_named(tmp_path: Path, line: str, told: str) -> None:
    good = (
        '{"recording":"apigen-mt completions","version":1}\n{"part":0,"value":{"model":"m"}}\n'
        '{"completion":0,"item":0,"role":"agent","place":"x","player":0,"messages":[],"error":"late"}\n'
    )
    (tmp_path / "play.jsonl").write_text(good + line + "\n")
    with pytest.raises(UserError, match=rf"play\.jsonl', line 4: .*{told}"):
        import_recording(tmp_path / "play.jsonl", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["play.jsonl"]
    (tmp_path / "play.jsonl").write_text(good)
    import_recording(tmp_path / "play.jsonl", tmp_path)
    assert len(contents(tmp_path)[0]) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no recording of completions"),
        ('{"songs": 3}\n', "no recording of completions"),
        (
            '{"recording":"apigen-mt completions","version":2}\n',
            "version 2, and this version of apigen-mt reads version 1",
        ),
    ],
)
def test_other_files_are_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "play.jsonl").write_text(text)
    with pytest.raises(UserError, match=told):
        import_recording(tmp_path / "play.jsonl", tmp_path)
    with pytest.raises(UserError, match="cannot read the recording"):
        import_recording(tmp_path / "nothing.jsonl", tmp_path)


def test_log_that_is_there_is_not_touched(recording: Path, tmp_path: Path) -> None:
    before = contents(tmp_path / "made")
    with pytest.raises(UserError, match=r"has a completions\.sqlite already"):
        import_recording(recording, tmp_path / "made")
    assert contents(tmp_path / "made") == before


def test_completion_is_written_short(recording: Path) -> None:
    """Defaults are left out: a line is what a person has to read."""
    row = next(line for line in recording.read_text().splitlines() if '"completion":0' in line)
    assert set(json.loads(row)) <= {
        *("completion", "item", "role", "place", "player", "messages", "tools", "prompt", "answer", "seconds"),
    }
    assert msgspec.json.decode(row)["answer"]["text"].startswith("answer ")
