"""Exports for training: OpenAI chat, TRL, ShareGPT. Everything streams; a file appears when it is whole.

    openai     JSON Lines {"messages", "tools"}: the chat API's form, arguments as JSON text; messages that a
               model should not learn have `"weight": 0`
    trl        Parquet with `messages` and `tools` marked as JSON, which `datasets` 4.7 and later load as
               objects exactly as they are, and `loss`, one flag a message
    sharegpt   {"conversations", "tools", "system"}: the form of APIGen-MT-5k; a JSON array for .json, else
               JSON Lines

The JSON reader of `datasets` is off in the last digit for some decimal fractions below 1 (0.3 becomes
0.30000000000000004); whole numbers and amounts from 1 up come back exactly.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from apigen_mt.dataset.chat import openai_chat, trl_chat
from apigen_mt.dataset.parquet import JsonText, Writer
from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.reviews import PersonReview, read_reviews, subject_of
from apigen_mt.dataset.rows import Row, messages_of, text_of
from apigen_mt.dataset.sharegpt import sharegpt_record
from apigen_mt.dataset.versions import DomainVersion, find_version, read_versions
from apigen_mt.errors import UserError

Rows = Iterator[tuple[Row, DomainVersion]]


class TrlRow(msgspec.Struct, frozen=True):
    """A row as TRL reads it; `loss` has a flag for each message."""

    id: str
    messages: tuple[JsonText, ...]
    tools: tuple[JsonText, ...]
    loss: tuple[bool, ...]


def export(path: str | os.PathLike[str], format: str, out: str | os.PathLike[str]) -> int:
    """Write a dataset's rows to a file in another format and return how many there are.

    What a person has rejected since the dataset was written is left out.

    Raises:
        UserError: for an unknown format, an unreadable dataset or an unwritable file.
    """
    write = FORMATS.get(format)
    if write is None:
        raise UserError(f"unknown export format {format!r}; choose one of {', '.join(FORMATS)}")
    source, target = Path(path), Path(out)
    partial = target.with_name(f".{target.name}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            count = write(kept_rows(source), partial, target.suffix)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"cannot write {str(target)!r}: {error.strerror or error}; choose another --out") from error
    return count


def kept_rows(path: Path) -> Rows:
    """Yield a dataset's rows, but for what a person has rejected since, each with the version of its domain.

    Raises:
        UserError: when the dataset is unreadable, or a version is not to be found.
    """
    versions = read_versions(path)
    reviews = read_reviews(path) if path.is_dir() else {}
    for row in read_rows(path):
        if reviews and _is_refused(row, reviews):
            continue
        yield row, find_version(versions, row.domain, row.world_digest, row.world_seed, row.world_size)


def _is_refused(row: Row, reviews: Mapping[str, PersonReview]) -> bool:
    try:
        review = reviews.get(subject_of(row.blueprint_id, messages_of(row)))
    except ValueError as error:
        raise UserError(f"row {row.id} is damaged ({error}); make the dataset anew") from error
    return review is not None and review.decision == "reject"


def _write_openai(rows: Rows, path: Path, suffix: str) -> int:
    def record(row: Row, version: DomainVersion) -> Any:
        return {"messages": openai_chat(row.messages, version.policy), "tools": version.tools}

    return _write_json(rows, path, record, as_array=False)


def _write_sharegpt(rows: Rows, path: Path, suffix: str) -> int:
    def record(row: Row, version: DomainVersion) -> Any:
        return sharegpt_record(row.messages, version.policy, version.tools)

    return _write_json(rows, path, record, as_array=suffix == ".json")


def _write_json(rows: Rows, path: Path, record: Callable[[Row, DomainVersion], Any], *, as_array: bool) -> int:
    encode = msgspec.json.Encoder().encode
    count = 0
    with path.open("wb") as file:
        file.write(b"[\n" if as_array else b"")
        for count, (row, version) in enumerate(rows, 1):
            file.write(b",\n" if as_array and count > 1 else b"")
            file.write(encode(record(row, version)))
            file.write(b"" if as_array else b"\n")
        file.write(b"\n]\n" if as_array else b"")
    return count


def _write_trl(rows: Rows, path: Path, suffix: str) -> int:
    tools: dict[str, tuple[JsonText, ...]] = {}
    with Writer(path, TrlRow) as writer:
        for row, version in rows:
            if version.digest not in tools:
                tools[version.digest] = tuple(JsonText(text_of(tool)) for tool in version.tools)
            messages = tuple(JsonText(text_of(message)) for message in trl_chat(row.messages, version.policy))
            losses = (False, *(message.loss for message in row.messages))
            writer.add(TrlRow(row.id, messages, tools[version.digest], losses), sum(map(len, messages)))
        return writer.count


FORMATS: dict[str, Callable[[Rows, Path, str], int]] = {
    "openai": _write_openai,
    "trl": _write_trl,
    "sharegpt": _write_sharegpt,
}
