"""What is looked at: the journal of a run, or the rows of a dataset that has none."""

from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from apigen_mt.models.log import COMPLETIONS
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import END, Entry, Journal


class Place(NamedTuple):
    """The world that conversations took place in: how it is made again, and how it is known."""

    domain: str
    seed: int
    size: int
    digests: tuple[str, ...]


class Found(NamedTuple):
    """A work item, and where it took place."""

    entry: Entry
    place: Place
    made: str = ""
    """By whom, for rows: each may have another origin."""


class Source(Protocol):
    """Work items in order of their ordinals."""

    path: Path
    """What was asked for: a directory, or a file."""
    directory: Path
    """Where reviews lie, and the index."""
    index: str
    """Name of the index's file."""
    is_run: bool
    """Whether there is a journal, which knows what rows do not: how all of it came about."""

    def identity(self) -> str:
        """Return what an index of it is known by: another one is of something else."""
        ...

    def stamps(self) -> object:
        """Return what changes whenever there may be more of it."""
        ...

    def read(self, after: int, limit: int) -> list[Found]:
        """Return the items after an ordinal, at most `limit` of them.

        Raises:
            UserError: when the file fails.
        """
        ...


class Run:
    """A run's directory: its journal finds any item at once, and may still be written."""

    is_run = True
    index = "viewer.sqlite"

    def __init__(self, directory: Path):
        """Take a run's directory.

        Raises:
            UserError: when its journal is damaged or not ours.
        """
        self.path = self.directory = directory
        with Journal.read(directory) as journal:
            self.origin = journal.origin

    def identity(self) -> str:
        """Return what the journal was made with."""
        with Journal.read(self.directory) as journal:
            return msgspec.json.encode(journal.origin).decode()

    def stamps(self) -> object:
        """Return sizes and times of the files that a run writes: asking them costs nothing, asking a long journal does."""
        names = (name + suffix for name in (JOURNAL, COMPLETIONS) for suffix in ("", "-wal"))
        found = [self.directory / name for name in names]
        return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in found if file.exists())

    def read(self, after: int, limit: int) -> list[Found]:
        """Return the items after an ordinal, at most `limit` of them."""
        with Journal.read(self.directory) as journal:
            return [self._found(entry) for entry in journal.entries(after, limit)]

    def find(self, ordinal: int) -> Found | None:
        """Return one item, be it of the result or beyond it."""
        with Journal.read(self.directory) as journal:
            entry = journal.entry(ordinal) if ordinal <= END else None
        return self._found(entry) if entry else None

    def wanted(self) -> int:
        """Return how many accepted ones the run is to make."""
        with Journal.read(self.directory) as journal:
            return journal.wanted

    def _found(self, entry: Entry) -> Found:
        settings = self.origin.settings
        return Found(entry, Place(entry.domain, settings.seed, settings.size, tuple(self.origin.worlds.values())))
