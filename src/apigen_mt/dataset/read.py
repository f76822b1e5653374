"""Read conversations from disk: our rows, and files in other people's formats, all as a stream.

A source is cut into chunks, which are small, picklable and independent, so that they can be judged in
parallel. Reading never stops at a bad record: it comes out as a record with a problem.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from apigen_mt.dataset.foreign import UNDECODABLE, as_object
from apigen_mt.dataset.parquet import File, is_parquet
from apigen_mt.dataset.rows import FORMAT, VERSION, Reject, Row
from apigen_mt.errors import UserError

LINES = 200
"""JSON records in a chunk."""


class Kind(StrEnum):
    """Whose format a file is in."""

    ROWS = "apigen-mt rows"
    SHAREGPT = "ShareGPT"
    OPENAI = "OpenAI chat"
    PAIRS = "speaker and text"


class Chunk(NamedTuple):
    """A part of a source: a row group of a Parquet file, or some records of a JSON file with their places."""

    kind: Kind
    file: Path
    group: int
    texts: tuple[tuple[str, bytes], ...] = ()


class Record(NamedTuple):
    """One record: where it is, and its content or why there is none."""

    place: str
    """For example `train-00000.parquet row 17` or `data.jsonl line 3`."""
    value: Any
    problem: str = ""


def chunks_of(path: Path) -> Iterator[Chunk]:
    """Yield the chunks of a dataset directory or a file, in order.

    Raises:
        UserError: when there is nothing to read, the format is unknown or newer than this package.
    """
    for file in _files(path):
        if is_parquet(file):
            yield from _parquet_chunks(file)
        else:
            yield from _json_chunks(file)


def records_of(chunk: Chunk) -> Iterator[Record]:
    """Yield the records of a chunk."""
    if chunk.texts:
        for place, text in chunk.texts:
            yield _decoded(place, text)
        return
    with _parquet(chunk.file) as file:
        for number, value in enumerate(file.group(chunk.group), file.starts[chunk.group] + 1):
            yield Record(f"{chunk.file.name} row {number}", value)


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a dataset in our format: a directory, or one .parquet or .jsonl file.

    Raises:
        UserError: when it is not in our format, or a row is damaged.
    """
    for chunk in chunks_of(path):
        if chunk.kind is not Kind.ROWS:
            raise UserError(
                f"{str(chunk.file)!r} is in {chunk.kind.value} format, and this needs rows as `apigen-mt "
                "generate` writes them; "
                "give it that dataset's directory"
            )
        for record in records_of(chunk):
            yield row_of_record(record)


def read_rejects(directory: Path) -> Iterator[Reject]:
    """Yield what the run of a dataset rejected."""
    for path in sorted(directory.glob("rejected/*.parquet")):
        with _parquet(path) as file:
            for group in range(file.groups):
                yield from (msgspec.convert(value, Reject) for value in file.group(group))


def row_of_record(record: Record) -> Row:
    """Return a record as a row.

    Raises:
        UserError: when it is damaged, or of another format or version.
    """
    if record.problem:
        raise UserError(f"{record.place}: {record.problem}")
    _check_format(record)
    try:
        return msgspec.convert(record.value, Row)
    except msgspec.ValidationError as error:
        raise UserError(f"{record.place}: not a row of the format {FORMAT!r}: {error}") from None


def _check_format(record: Record) -> None:
    found = (as_object(record.value) or {}).get("format")
    if found == FORMAT:
        return
    name, _, number = str(found).partition("/")
    if name == FORMAT.partition("/")[0] and number.isdecimal() and int(number) > VERSION:
        raise UserError(
            f"{record.place}: the format {found!r} is newer than this apigen-mt, which reads {FORMAT!r}; "
            "update apigen-mt"
        )
    raise UserError(f"{record.place}: has the format {found!r} instead of {FORMAT!r}; is this one of our datasets?")


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.exists():
        raise UserError(
            f"there is nothing at {str(path)!r}; give a dataset's directory or a .parquet, .jsonl or .json file"
        )
    files = sorted(path.glob("data/*.parquet")) or sorted(path.glob("*.parquet"))
    if not files:
        raise UserError(
            f"{str(path)!r} holds no dataset: there is no data/*.parquet in it; give a directory that "
            "`apigen-mt generate` has finished"
        )
    return files


# ---- Parquet -----------------------------------------------------------------------------------------------


@contextmanager
def _parquet(path: Path) -> Generator[File]:
    try:
        with File(path) as file:
            yield file
    except (OSError, ValueError) as error:
        raise UserError(f"{str(path)!r} is a damaged Parquet file ({error}); take it from its source again") from None


def _parquet_chunks(path: Path) -> Iterator[Chunk]:
    with _parquet(path) as file:
        kind = _kind(set(file.columns), str(path))
        if kind is Kind.ROWS and file.rows:
            _check_format(Record(f"{path.name} row 1", next(file.group(0))))
        groups = file.groups
    for group in range(groups):
        yield Chunk(kind, path, group)


def _kind(keys: set[str], place: str) -> Kind:
    if {"format", "world_digest"} <= keys:
        return Kind.ROWS
    if "conversations" in keys:
        return Kind.SHAREGPT
    if "messages" in keys:
        return Kind.OPENAI
    if "turns" in keys:
        return Kind.PAIRS
    raise UserError(
        f"{place}: unknown format with the keys {', '.join(sorted(keys)[:12]) or 'none'}; known are "
        "apigen-mt rows, ShareGPT "
        "(conversations, tools, system), OpenAI chat (messages, tools) and pairs of speaker and text (turns)"
    )


# ---- JSON --------------------------------------------------------------------------------------------------


def _json_chunks(path: Path) -> Iterator[Chunk]:
    kind: Kind | None = None
    held: list[tuple[str, bytes]] = []
    for place, text in _texts(path):
        if kind is None:
            kind = _json_kind(place, text)
        held.append((place, text))
        if kind is not None and len(held) >= LINES:
            yield Chunk(kind, path, 0, tuple(held))
            held.clear()
    if kind is None:
        reason = (
            f"no line of it is a JSON object ({_decoded(*held[0]).problem or 'another JSON value'})"
            if held
            else "it is empty"
        )
        raise UserError(f"{str(path)!r} holds no conversations: {reason}")
    if held:
        yield Chunk(kind, path, 0, tuple(held))


def _json_kind(place: str, text: bytes) -> Kind | None:
    record = _decoded(place, text)
    content = as_object(record.value)
    if content is None:
        return None
    kind = _kind(set(content), place)
    if kind is Kind.ROWS:
        _check_format(record)
    return kind


def _texts(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield place and text of each record: of a JSON array, or of JSON Lines."""
    with path.open("rb") as file:
        start = file.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip()
        file.seek(0)
        if start.startswith(b"["):
            for number, raw in enumerate(_array(path, file.read()), 1):
                yield f"{path.name} entry {number}", bytes(raw)
            return
        for number, line in enumerate(file, 1):
            text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if text.strip():
                yield f"{path.name} line {number}", text


def _array(path: Path, text: bytes) -> list[msgspec.Raw]:
    try:
        return msgspec.json.decode(text.removeprefix(b"\xef\xbb\xbf"), type=list[msgspec.Raw])
    except UNDECODABLE as error:
        byte = str(error).rpartition("(byte ")[2].rstrip(")")
        line = text.count(b"\n", 0, int(byte) if byte.isdecimal() else len(text)) + 1
        raise UserError(f"{str(path)!r} line {line}: the JSON array is malformed: {error}") from None


def _decoded(place: str, text: bytes) -> Record:
    try:
        return Record(place, msgspec.json.decode(text))
    except UNDECODABLE as error:
        return Record(place, None, f"not valid JSON: {error}")
