"""What an agent is tried on: blueprints, from a blueprint file, a dataset in our format, or a run's journal."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.rows import blueprint_of, kinds_of
from apigen_mt.dataset.versions import read_versions, source_of
from apigen_mt.errors import UserError
from apigen_mt.phases.item import Settings
from apigen_mt.phases.signature import difficulty
from apigen_mt.registry import load_world
from apigen_mt.run.blueprint_file import NAME, read_blueprints
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.world.domain import World


class Place(msgspec.Struct, frozen=True):
    """Where a blueprint's world comes from."""

    source: str
    """What the domain is loaded by."""
    seed: int
    size: int
    digest: str

    def world(self) -> World:
        """Return the world.

        Raises:
            UserError: when it is not the one that the blueprint was made in.
        """
        world = load_world(self.source, self.seed, self.size)
        if world.digest != self.digest:
            raise UserError(
                f"the tasks were made with another version of {world.domain.name!r} (world {self.digest[:12]} then, "
                f"{world.digest[:12]} now): make them anew, or install that version"
            )
        return world


class Task(msgspec.Struct, frozen=True, tag="blueprint"):
    """One blueprint to try an agent on."""

    id: str
    """The blueprint's id, a content hash: the same task in two results has the same."""
    blueprint: Blueprint
    place: Place

    @property
    def domain(self) -> str:
        """The domain that it is about."""
        return self.blueprint.domain

    @property
    def actions(self) -> int:
        """How many calls its ground truth has."""
        return len(self.blueprint.actions)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Its goal kinds, fallbacks included, each once."""
        return tuple(dict.fromkeys(kinds_of(self.blueprint.goals)))

    @property
    def difficulty(self) -> str:
        """How difficult it is: one of `phases.signature.DIFFICULTIES`."""
        return difficulty(self.blueprint)

    @property
    def tools(self) -> tuple[str, ...]:
        """The tools of its ground truth, each once."""
        return tuple(dict.fromkeys(action.name for action in self.blueprint.actions))


def read_tasks(path: Path, given: Mapping[str, str], limit: int | None = None) -> tuple[Task, ...]:
    """Read tasks, each once, in the order they have.

    Args:
        path: Directory of `blueprints`, of a dataset or of an unfinished run, or a file of the first two.
        given: Domain name -> path of its code, for domains that are not installed.
        limit: Take the first so many only.

    Raises:
        UserError: when there is nothing to read, or it was made with another version of a domain.
    """
    found: dict[str, Task] = {}
    for blueprint, place in _found(path, given):
        if limit is not None and len(found) >= limit:
            break
        found.setdefault(blueprint.id, Task(blueprint.id, blueprint, place))
    if not found:
        raise UserError(f"{str(path)!r} has no blueprint; make some with `apigen-mt blueprints`")
    for place in {task.place for task in found.values()}:
        place.world()
    return tuple(found.values())


def _found(path: Path, given: Mapping[str, str]) -> Iterator[tuple[Blueprint, Place]]:
    if path.name == NAME or (path / NAME).exists():
        yield from _from_file(path, given)
    elif (path / JOURNAL).exists() and not any(path.glob("data/*.parquet")):
        yield from _from_journal(path, given)
    else:
        yield from _from_rows(path, given)


def _from_file(path: Path, given: Mapping[str, str]) -> Iterator[tuple[Blueprint, Place]]:
    source = read_blueprints(path)
    for block in source.blocks(256):
        for _, blueprint in block:
            yield blueprint, _place(blueprint.domain, given, source.header.settings, source.header.worlds)


def _from_journal(path: Path, given: Mapping[str, str]) -> Iterator[tuple[Blueprint, Place]]:
    with Journal.read(path) as journal:
        for encoded in journal.admitted():
            if blueprint := decode_item(encoded).blueprint:
                yield blueprint, _place(blueprint.domain, given, journal.settings, journal.origin.worlds)


def _place(name: str, given: Mapping[str, str], settings: Settings, worlds: Mapping[str, str]) -> Place:
    """Return where a run's world comes from; the run has its digest under whatever its domain was loaded by."""
    source = source_of(name, given, {})
    digest = load_world(source, settings.seed, settings.size).digest
    return Place(source, settings.seed, settings.size, digest if digest in worlds.values() else min(worlds.values()))


def _from_rows(path: Path, given: Mapping[str, str]) -> Iterator[tuple[Blueprint, Place]]:
    versions = read_versions(path)
    for row in read_rows(path):
        source = source_of(row.domain, given, versions)
        yield blueprint_of(row), Place(source, row.world_seed, row.world_size, row.world_digest)
