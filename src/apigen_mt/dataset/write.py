"""Write the dataset of a run: shards of rows, rejects, domain versions and a card.

Everything is written into a folder of its own first and then moved into place file by file, the card last,
so that a reader never sees half a file. Equal journals give equal bytes.
"""

import errno
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Protocol, Self

import msgspec

from apigen_mt.dataset.card import Tally, card
from apigen_mt.dataset.parquet import Writer
from apigen_mt.dataset.reviews import PersonReview, is_refused, read_reviews
from apigen_mt.dataset.rows import Origin, Reject, Row, engine_of, refused_of, rejects_of, row_of
from apigen_mt.dataset.versions import FOLDER, version_of
from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item, Settings
from apigen_mt.registry import load_world
from apigen_mt.run.journal import Summary
from apigen_mt.world.domain import World

SHARD = 10_000
"""Rows in a file."""
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_MAKING = ".dataset-in-the-making"


class Journal(Protocol):
    """What is read of a run's journal."""

    @property
    def settings(self) -> Settings:
        """What the run was made with."""
        ...

    def admitted(self) -> Iterator[bytes]:
        """Yield the result's items as JSON, in ordinal order."""
        ...

    def rejected(self) -> Iterator[bytes]:
        """Yield items with what was rejected, as JSON, in ordinal order."""
        ...

    def summary(self) -> Summary:
        """Return the run in numbers."""
        ...


class Written(NamedTuple):
    """What a dataset holds."""

    directory: Path
    rows: int
    rejects: int
    files: tuple[str, ...]


def write_dataset(journal: Journal, directory: str | os.PathLike[str]) -> Written:
    """Write a run's accepted trajectories and its rejects as a dataset, in place of one that is there.

    What a person has rejected is among the rejects, whatever the checks say of it.

    Raises:
        UserError: when the directory cannot be written, or an item cannot become a row; what was there stays.
    """
    target = Path(directory)
    making = target / _MAKING
    try:
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        try:
            engine = engine_of(journal.settings.players)
            rows, rejects = _write(journal, making, engine, read_reviews(target))
            files = _move(making, target)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    except OSError as error:
        hint = (
            "free some space"
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            else "choose another directory"
        )
        raise UserError(
            f"cannot write the dataset to {str(target)!r}: {error.strerror or error}; {hint} and run the "
            "same command again: the journal has everything"
        ) from error
    return Written(target, rows, rejects, files)


def _write(journal: Journal, making: Path, engine: str, reviews: Mapping[str, PersonReview]) -> tuple[int, int]:
    worlds = _worlds(journal.settings)
    versions = {name: version_of(world, source) for name, (source, world) in worlds.items()}
    origins = {
        name: Origin(version.digest, version.seed, version.size, journal.settings.seed, engine)
        for name, version in versions.items()
    }
    (making / FOLDER).mkdir()
    for version in versions.values():
        (making / FOLDER / version.file_name).write_bytes(version.encode())
    tally = Tally()
    with ExitStack() as stack:
        shards = {name: stack.enter_context(_Shards(making / "data", f"train-{name}", Row)) for name in versions}
        for item, size in _items(journal.admitted()):
            if is_refused(item.blueprint, item.accepted, reviews):
                continue
            row = row_of(item, origins[item.domain])
            shards[item.domain].add(row, size)
            tally.add(item, row)
    with _Shards(making / "rejected", "rejected", Reject) as rejected:
        for item, size in _items(journal.rejected()):
            for reject in rejects_of(item):
                rejected.add(reject, size)
        for item, size in _items(journal.admitted()) if reviews else ():
            if review := is_refused(item.blueprint, item.accepted, reviews):
                rejected.add(refused_of(item, review.note), size)
    domains = {name: world.domain for name, (_, world) in worlds.items()}
    text = card(journal.settings, journal.summary(), versions, domains, tally, rejected.rows, reviews)
    (making / "README.md").write_text(text, encoding="utf-8", newline="\n")
    return sum(shard.rows for shard in shards.values()), rejected.rows


def _worlds(settings: Settings) -> dict[str, tuple[str, World]]:
    """Return each domain's own name -> the name or path it was loaded by, and its world."""
    found: dict[str, tuple[str, World]] = {}
    for source in sorted(settings.domains):
        world = load_world(source, settings.seed, settings.size)
        if not _NAME.fullmatch(world.domain.name):
            raise UserError(
                f"the domain name {world.domain.name!r} cannot stand in a file name; "
                "use letters, digits, _ and - in `Domain.name`"
            )
        found[world.domain.name] = (source, world)
    return found


def _items(encoded: Iterator[bytes]) -> Iterator[tuple[Item, int]]:
    decoder = msgspec.json.Decoder(Item)
    for text in encoded:
        try:
            yield decoder.decode(text), len(text)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UserError(
                f"the journal holds an item that cannot be read ({error}): it was damaged, or holds text "
                "that is not "
                "valid Unicode; run again with another --out"
            ) from None


class _Shards:
    """Numbered files of at most `SHARD` rows. Without rows there is no file: `datasets` cannot load an empty one."""

    def __init__(self, folder: Path, name: str, kind: type[Row] | type[Reject]):
        self._folder = folder
        self._name = name
        self._kind = kind
        self._writer: Writer | None = None
        self.rows = 0
        folder.mkdir(exist_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._writer is not None:
            self._writer.__exit__(kind)

    def add(self, row: Row | Reject, size: int) -> None:
        number, position = divmod(self.rows, SHARD)
        if self._writer is None or not position:
            self.__exit__(None)
            self._writer = Writer(self._folder / f"{self._name}-{number:05}.parquet", self._kind)
        self._writer.add(row, size)
        self.rows += 1


def _move(making: Path, target: Path) -> tuple[str, ...]:
    """Move all files into place, the card last, and remove what an earlier dataset has beyond them."""
    names = sorted(str(file.relative_to(making)) for file in making.rglob("*") if file.is_file())
    names.sort(key=lambda name: name == "README.md")
    (target / "README.md").unlink(missing_ok=True)
    for folder in ("data", "rejected", FOLDER):
        (target / folder).mkdir(exist_ok=True)
        for old in (target / folder).iterdir():
            if f"{folder}/{old.name}" not in names and old.suffix in (".parquet", ".json"):
                old.unlink()
    for name in names:
        _sync(making / name)
        (making / name).replace(target / name)
    for folder in (target, target / "data", target / "rejected", target / FOLDER):
        _sync(folder)
    return tuple(names)


def _sync(path: Path) -> None:
    """Have the disk keep a file or a folder's entries."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
