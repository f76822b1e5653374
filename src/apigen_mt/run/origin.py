"""Origins: what a journal was made with, and whether a run may go on with it."""

from pathlib import Path
from typing import Literal

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.phases.item import Settings

Command = Literal["generate", "blueprints", "simulate"]


class Origin(msgspec.Struct, frozen=True):
    """What a journal was made with: equal origins give equal items."""

    command: Command
    settings: Settings
    worlds: dict[str, str]
    """Domain -> digest of its world."""
    source: str = ""
    """For `simulate`: digest of the blueprints it was given."""
    prompts: dict[str, str] = {}
    """Role that a model plays -> its prompts, by name and version."""


def check_origin(made: Origin, wanted: Origin, directory: Path) -> None:
    """Refuse to go on with anything that would make the later items differ from the earlier ones."""
    advice = "give the same settings to go on, or choose another --out"
    if made.command != wanted.command:
        raise UserError(
            f"{str(directory)!r} was made by `{made.command}`, not `{wanted.command}`; choose another --out"
        )
    for name in Settings.__struct_fields__:
        before, now = getattr(made.settings, name), getattr(wanted.settings, name)
        if before != now:
            raise UserError(f"{str(directory)!r} was made with {name} = {before!r}, not {now!r}; {advice}")
    if made.source != wanted.source:
        raise UserError(f"{str(directory)!r} was made from other blueprints; {advice}")
    for role, label in made.prompts.items():
        if label != wanted.prompts.get(role):
            raise UserError(
                f"the prompt of the {role} was {label} when {str(directory)!r} was made, and is "
                f"{wanted.prompts.get(role, 'none')} now; use the version that made it, or choose another --out"
            )
    for domain, digest in made.worlds.items():
        if digest != wanted.worlds.get(domain):
            raise UserError(
                f"domain {domain!r} has changed since {str(directory)!r} was made with it "
                f"(world {digest[:12]} then, {wanted.worlds.get(domain, 'none')[:12]} now); "
                "choose another --out"
            )


def check_wanted(before: int, now: int, admitted: int, directory: Path) -> None:
    """Refuse to make a result smaller than it is."""
    have = min(before, admitted)
    if now < have:
        raise UserError(
            f"{str(directory)!r} has {have} already, and -n {now} is fewer; "
            f"give -n {have} or more, or choose another --out"
        )
