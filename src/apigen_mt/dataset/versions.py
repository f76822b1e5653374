"""Domain versions: what a dataset keeps once of each world that its rows were made in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.registry import domain_names, load_world
from apigen_mt.values.canonical import canonical_json
from apigen_mt.world.domain import World

VERSION = 1
FORMAT = f"apigen-mt.domain/{VERSION}"
FOLDER = "domains"
DIGITS = 12


class DomainVersion(msgspec.Struct, frozen=True):
    """A domain as an agent saw it, and how to make its world again."""

    format: str
    name: str
    source: str
    """The installed name, or the last part of the path that it was loaded from."""
    title: str
    today: str
    seed: int
    size: int
    digest: str
    """Hash of tables, tools and policy."""
    policy: str
    tools: tuple[dict[str, Any], ...]
    """As the chat API takes them, sorted by name."""

    @property
    def file_name(self) -> str:
        """Where it lies in a dataset's folder of domains."""
        return f"{self.name}-{self.digest[:DIGITS]}.json"

    def encode(self) -> bytes:
        """Return the file's content."""
        return msgspec.json.format(canonical_json(self), indent=2) + b"\n"


def version_of(world: World, source: str) -> DomainVersion:
    """Return the version of a world."""
    domain = world.domain
    return DomainVersion(
        FORMAT,
        domain.name,
        # Where a domain lies on somebody's disk is nobody else's business, and would make equal data differ.
        Path(source).name,
        domain.title,
        domain.today,
        world.seed,
        world.size,
        world.digest,
        domain.policy.text,
        tuple(domain.specs),
    )


def read_versions(path: Path) -> dict[str, DomainVersion]:
    """Return the domain versions kept beside a dataset's directory or one of its files: digest -> version.

    Raises:
        UserError: when a file is damaged or of a newer format.
    """
    found: dict[str, DomainVersion] = {}
    for file in sorted(file for place in _places(path) for file in place.glob("*.json")):
        try:
            version = msgspec.json.decode(file.read_bytes(), type=DomainVersion)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UserError(
                f"{str(file)!r} is not a domain file of this format: {error}; take it from the original dataset again"
            ) from None
        if version.format != FORMAT:
            raise UserError(
                f"{str(file)!r} has the format {version.format!r}, and this apigen-mt reads {FORMAT!r}; "
                "update apigen-mt"
            )
        found[version.digest] = version
    return found


def source_of(name: str, given: Mapping[str, str], versions: Mapping[str, DomainVersion]) -> str:
    """Return what to load a dataset's domain by: what the person has given for its name, or an installed domain.

    A path that a dataset names is never followed: loading a domain runs its code, and a dataset may be anybody's.

    Raises:
        UserError: when the domain is neither given nor installed.
    """
    if name in given:
        return given[name]
    if name in domain_names():
        return name
    made = next((f" (made from {one.source!r})" for one in versions.values() if one.name == name), "")
    raise UserError(
        f"no domain {name!r} is installed{made}; if you trust its code, give the path of the domain with --domain"
    )


def find_version(versions: dict[str, DomainVersion], domain: str, digest: str, seed: int, size: int) -> DomainVersion:
    """Return the version that a row was made in: the dataset's, else the installed one if that is the same.

    Raises:
        UserError: when neither has it.
    """
    version = versions.get(digest)
    if version is None and domain in domain_names():
        installed = version_of(load_world(domain, seed, size), domain)
        version = installed if installed.digest == digest else None
    if version is None:
        raise UserError(
            f"the tools and policy of {domain!r} {digest[:DIGITS]} are not to be found: no such version is "
            f"installed, and there is no {FOLDER}/{domain}-{digest[:DIGITS]}.json beside the file; put the "
            f"dataset's {FOLDER} folder beside it"
        )
    versions[digest] = version
    return version


def _places(path: Path) -> list[Path]:
    """Where domain files may lie, seen from a dataset's directory or from a file in it."""
    if path.is_dir():
        return [path / FOLDER]
    return [path.parent / FOLDER, path.parent.parent / FOLDER]
