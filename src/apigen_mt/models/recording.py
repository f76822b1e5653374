"""Recordings: a completion log as text, one line a completion, to be kept with tests and reviewed like code.

The first line says what this is. A line with `part` gives a message, a list of tools, a schema or a player, once and
before it is first used, by a number that counts from 0. A line with `completion` is one row of the log, in the log's
order, numbered from 0 as well: `messages` names its parts, and where `after` is there, the messages of that earlier
completion come before them. Hashes are worked out anew when a recording is read, so that it can be edited by hand.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.models.asked import Asked, digest
from apigen_mt.models.completion import Completion, Role
from apigen_mt.models.log import COMPLETIONS, Answer, CompletionLog, Logged
from apigen_mt.models.players import Player
from apigen_mt.values.canonical import canonical_json

VERSION = 1


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="apigen-mt completions", tag_field="recording"):
    """The first line."""

    version: int


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that requests are made of."""

    part: int
    value: msgspec.Raw


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A request and what came of it."""

    completion: int
    item: int
    role: Role
    place: str
    player: int
    messages: tuple[int, ...]
    after: int | None = None
    tools: int | None = None
    schema: int | None = None
    parallel: bool = False
    prompt: str = ""
    answer: Completion | None = None
    error: str | None = None
    tries: int = 1
    """Of a request without an answer; others have theirs in the answer."""
    seconds: float = 0.0


def export_recording(log: CompletionLog) -> Iterator[str]:
    """Yield the lines of a recording, each with its line break."""
    yield _line(Head(VERSION))
    numbers: dict[bytes, int] = {}
    # Two together name a beginning of a conversation: that of (before it, its last message).
    beginnings: dict[tuple[int, bytes], int] = {}
    ends: dict[int, int] = {}
    for count, row in enumerate(log.rows()):
        asked = row.asked
        for name in (asked.player, asked.tools, asked.schema, *asked.messages):
            if name and name not in numbers:
                numbers[name] = len(numbers)
                yield _line(Part(numbers[name], msgspec.Raw(log.part(name))))
        beginning, known, after = -1, 0, None
        for length, name in enumerate(asked.messages, 1):
            beginning = beginnings.setdefault((beginning, name), len(beginnings))
            if beginning in ends:
                known, after = length, ends[beginning]
        ends.setdefault(beginning, count)
        completion = row.answer.completion
        yield _line(
            Row(
                count,
                row.item,
                row.role,
                row.place,
                numbers[asked.player],
                tuple(numbers[name] for name in asked.messages[known:]),
                after,
                numbers.get(asked.tools),
                numbers.get(asked.schema),
                asked.parallel,
                row.prompt,
                completion,
                None if completion else row.answer.error,
                1 if completion else row.answer.tries,
                row.seconds,
            )
        )


def import_recording(recording: Path, directory: Path) -> None:
    """Write the completion log of a recording into a directory that has none.

    Raises:
        UserError: when it is no recording, of another version, damaged, or the directory has a log already.
    """
    if (directory / COMPLETIONS).exists():
        raise UserError(f"{str(directory)!r} has a {COMPLETIONS} already; choose another directory")
    try:
        lines = recording.read_text("utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"cannot read the recording {str(recording)!r}: {error}") from error
    _check_head(recording, lines[0])
    reader = _Reader()
    for number, line in enumerate(lines[1:], 2):
        try:
            if line.startswith('{"part":'):
                reader.part(msgspec.json.decode(line, type=Part))
            else:
                reader.row(msgspec.json.decode(line, type=Row))
        except (msgspec.DecodeError, ValueError) as error:
            raise UserError(f"{str(recording)!r}, line {number}: {error}") from error
    with CompletionLog.resume(directory) as log:
        log.add_all(reader.rows)


def _line(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode() + "\n"


def _check_head(recording: Path, line: str) -> None:
    try:
        head = msgspec.json.decode(line, type=Head)
    except msgspec.DecodeError as error:
        raise UserError(f"{str(recording)!r} is no recording of completions: {error}; export one anew") from error
    if head.version != VERSION:
        raise UserError(
            f"{str(recording)!r} is a recording of version {head.version}, and this version of apigen-mt reads "
            f"version {VERSION}; record anew"
        )


class _Reader:
    """What has been read so far."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.names: list[bytes] = []
        self.rows: list[tuple[Logged, dict[bytes, bytes]]] = []
        self._keys: set[tuple[int, str, str]] = set()

    def part(self, part: Part) -> None:
        _expect(part.part == len(self.parts), f"part {len(self.parts)} comes next")
        self.parts.append(canonical_json(msgspec.json.decode(part.value)))
        self.names.append(digest(self.parts[-1]))

    def row(self, row: Row) -> None:
        key = (row.item, row.role, row.place)
        _expect(row.completion == len(self.rows), f"completion {len(self.rows)} comes next")
        _expect((row.answer is None) != (row.error is None), "it takes either an answer or an error")
        _expect(key not in self._keys, "item, role and place are there already")
        self._keys.add(key)
        msgspec.json.decode(_at(self.parts, row.player, "part"), type=Player)
        before = () if row.after is None else _at(self.rows, row.after, "completion")[0].asked.messages
        messages = (*before, *(_at(self.names, one, "part") for one in row.messages))
        used = {one for one in (row.player, row.tools, row.schema, *row.messages) if one is not None}
        parts = {_at(self.names, one, "part"): self.parts[one] for one in used}
        tools = b"" if row.tools is None else self.names[row.tools]
        schema = b"" if row.schema is None else self.names[row.schema]
        asked = Asked(self.names[row.player], messages, tools, schema, row.parallel)
        answer = Answer(row.answer, row.error or "", row.answer.tries if row.answer else row.tries)
        logged = Logged(row.item, row.role, row.place, row.prompt, asked, answer, row.seconds)
        self.rows.append((logged, parts))


def _expect(holds: bool, problem: str) -> None:
    if not holds:
        raise ValueError(problem)


def _at(values: list[Any], number: int, what: str) -> Any:
    _expect(0 <= number < len(values), f"there is no {what} {number} before this line")
    return values[number]
