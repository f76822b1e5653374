"""Blueprint files, which `blueprints` writes and `simulate` reads: JSON lines after a header.

A blueprint means nothing without the tables that it is about, so the header has the settings and the digest
of every world. Lines may be taken out, by hand or with any tool, as long as their order stays.
"""

import hashlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.phases.item import Settings
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item
from apigen_mt.values.blueprint import Blueprint

FORMAT = 1
NAME = "blueprints.jsonl"

T = TypeVar("T")


class Header(msgspec.Struct, frozen=True):
    """The first line."""

    format: int
    settings: Settings
    worlds: dict[str, str]
    """Domain -> digest of its world."""


class Line(msgspec.Struct, frozen=True):
    """Every other line."""

    ordinal: int
    blueprint: Blueprint


@dataclass(frozen=True)
class Source:
    """A blueprint file that has been read once and found good."""

    path: Path
    header: Header
    digest: str
    count: int

    def blocks(self, size: int) -> Iterator[list[tuple[int, Blueprint]]]:
        """Yield the blueprints with their ordinals, `size` at a time, reading as it goes."""
        with _explained(self.path), self.path.open("rb") as file:
            lines = _lines(file, self.path)
            while block := [(line.ordinal, line.blueprint) for line in islice(lines, size)]:
                yield block


def write_blueprints(journal: Journal, directory: Path) -> Path:
    """Write a run's admitted blueprints to its directory, all or nothing; return the file."""
    path = directory / NAME
    making = path.with_suffix(".making")
    header = Header(FORMAT, journal.settings, journal.origin.worlds)
    with _explained(path):
        with making.open("wb") as file:
            file.write(msgspec.json.encode(header) + b"\n")
            for encoded in journal.admitted():
                item = decode_item(encoded)
                if item.blueprint:
                    file.write(msgspec.json.encode(Line(item.ordinal, item.blueprint)) + b"\n")
        making.replace(path)
    return path


def read_blueprints(path: Path) -> Source:
    """Read a blueprint file, or that in a directory, through once.

    Raises:
        UserError: when there is none, or a line is not what it should be; the message has its number.
    """
    file_path = path / NAME if path.is_dir() else path
    digest = hashlib.sha256()
    count, last = 0, -1
    with _explained(file_path), file_path.open("rb") as file:
        first = file.readline()
        header = _decoded(first, Header, file_path, 1)
        if header.format != FORMAT:
            raise UserError(
                f"{str(file_path)!r} has format {header.format}, and this version of apigen-mt reads "
                f"{FORMAT}; use the version that made it"
            )
        digest.update(first)
        for number, encoded in enumerate(file, 2):
            line = _decoded(encoded, Line, file_path, number)
            if line.ordinal <= last:
                raise UserError(
                    f"{str(file_path)!r}, line {number}: ordinal {line.ordinal} after {last}; "
                    "keep the lines in the order in which they were written, each once"
                )
            last = line.ordinal
            count += 1
            digest.update(encoded)
    if not count:
        raise UserError(f"{str(file_path)!r} has no blueprint; make some with `apigen-mt blueprints`")
    return Source(file_path, header, digest.hexdigest(), count)


def _lines(file: Iterator[bytes], path: Path) -> Iterator[Line]:
    for number, encoded in enumerate(file, 1):
        if number > 1:
            yield _decoded(encoded, Line, path, number)


def _decoded(encoded: bytes, kind: type[T], path: Path, number: int) -> T:
    try:
        return msgspec.json.decode(encoded, type=kind)
    except msgspec.DecodeError as error:
        what = "the header of a blueprint file" if kind is Header else "a blueprint"
        raise UserError(f"{str(path)!r}, line {number} is not {what}: {error}") from error


@contextmanager
def _explained(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(f"cannot use the blueprint file {str(path)!r}: {error.strerror}") from error
