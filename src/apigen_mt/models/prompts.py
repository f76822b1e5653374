"""Prompts: text files beside this module, reviewed like code, each known by name and content.

A file has a system part and a user part, divided by a line `=====`. Fields are `$name`; a dollar sign is `$$`. What is the
same for many requests stands first, so that servers find their cached prefix: the system part holds nothing of one work
item, and the user part goes from what changes least to what changes most.
"""

import hashlib
from functools import cache
from importlib.resources import files
from string import Template
from typing import NamedTuple

from apigen_mt.models.completion import Chat
from apigen_mt.models.players import Players

DIVIDER = "\n=====\n"


class Prompt(NamedTuple):
    """One prompt file."""

    name: str
    version: str
    """The first digits of the file's hash: no edit goes unnoticed in the data's provenance."""
    system: Template
    user: Template

    @property
    def label(self) -> str:
        """Name and version, as requests and rows carry them."""
        return f"{self.name}@{self.version}"

    def messages(self, **fields: str) -> tuple[Chat, ...]:
        """Return the opening of a chat.

        Raises:
            KeyError: when a field of the file is not given.
        """
        parts = (("system", self.system), ("user", self.user))
        filled = ((role, template.substitute(fields).strip()) for role, template in parts)
        return tuple({"role": role, "content": text} for role, text in filled if text)


@cache
def prompt(name: str) -> Prompt:
    """Return a prompt by name."""
    text = files("apigen_mt.models").joinpath("prompts", f"{name}.md").read_text("utf-8")
    system, _, user = text.partition(DIVIDER)
    version = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Prompt(name, version, Template(system), Template(user))


def labels(players: Players) -> dict[str, str]:
    """Return what the seated roles are asked with: role -> names and versions of its prompts."""
    roles = dict.fromkeys(name.split()[0] for name in players.seated)
    # A proposer is also asked to revise, and a user is told how people type.
    return {role: "+".join(prompt(name).label for name in (role, *_FURTHER.get(role, ()))) for role in roles}


_FURTHER = {"proposer": ("revision",), "user": ("habits",)}
