"""Requests as the completion log knows them: parts by hash, and one hash of all that decides the answer.

The messages of a conversation come again in each of its requests, so the log keeps every part once. Role, place and
the prompt's name decide nothing: what the prompt says stands in the messages.
"""

import hashlib
from typing import NamedTuple

import msgspec

from apigen_mt.models.completion import Chat, Request
from apigen_mt.models.players import Player
from apigen_mt.values.canonical import canonical_json

SIZE = 16
"""Bytes of a hash."""


class Asked(NamedTuple):
    """Who is asked what."""

    player: bytes
    """The hash of a part, as are all that follow."""
    messages: tuple[bytes, ...]
    tools: bytes = b""
    """Empty if there are none."""
    schema: bytes = b""
    """Empty if there is none."""
    parallel: bool = False

    @property
    def identity(self) -> bytes:
        """Hash of everything that decides the answer."""
        head = (self.player, self.tools.ljust(SIZE, b"\0"), self.schema.ljust(SIZE, b"\0"), bytes([self.parallel]))
        return digest(b"".join((*head, *self.messages)))


def digest(content: bytes) -> bytes:
    """Return the hash by which the log knows a part."""
    return hashlib.sha256(content).digest()[:SIZE]


class Asking:
    """One player's requests, each taken apart with the help of the one before, which it often continues."""

    def __init__(self, player: Player, parts: dict[bytes, bytes]):
        """Take who is asked, and what receives hash -> canonical JSON of every part."""
        self._parts = parts
        # As plain JSON, whose keys are sorted: a struct's fields keep their order, and a recording could not know it.
        self._player = self._part(msgspec.to_builtins(player))
        self._tools: tuple[object, bytes] = ((), b"")
        self._beginning = b"["
        self._names: tuple[bytes, ...] = ()

    def take(self, request: Request) -> Asked:
        """Return a request by its parts' hashes."""
        # Tools are mostly the very same object: they take as long to write down as all the messages.
        if request.tools is not self._tools[0]:
            self._tools = (request.tools, self._part(request.tools) if request.tools else b"")
        schema = b"" if request.schema is None else self._part(request.schema)
        return Asked(self._player, self._messages(request.messages), self._tools[1], schema, request.parallel)

    def _messages(self, messages: tuple[Chat, ...]) -> tuple[bytes, ...]:
        text = canonical_json(messages)
        known = self._names if text.startswith(self._beginning) else ()
        names = (*known, *[self._part(message) for message in messages[len(known) :]])
        self._beginning, self._names = text[:-1], names
        return names

    def _part(self, value: object) -> bytes:
        content = canonical_json(value)
        name = digest(content)
        self._parts[name] = content
        return name


def difference(was: Asked, now: Asked, old: dict[bytes, bytes], new: dict[bytes, bytes]) -> str:
    """Return in words where two requests differ first.

    Args:
        was: The one.
        now: The other.
        old: Parts of the one, hash -> canonical JSON.
        new: Parts of the other.
    """
    for what in ("player", "tools", "schema"):
        before, after = getattr(was, what), getattr(now, what)
        if before != after:
            return _told(f"the {what}", old.get(before, b"(none)"), new.get(after, b"(none)"))
    if was.parallel != now.parallel:
        return (
            f"parallel calls were {'' if was.parallel else 'not '}allowed, and now are{'' if now.parallel else ' not'}"
        )
    for number, (before, after) in enumerate(zip(was.messages, now.messages, strict=False), 1):
        if before != after:
            role = msgspec.json.decode(new[after]).get("role", "?")
            return _told(f"message {number} of {len(now.messages)} ({role})", old[before], new[after])
    return f"there were {len(was.messages)} messages, and now there are {len(now.messages)}"


def _told(what: str, before: bytes, after: bytes) -> str:
    """Quote both from shortly before the first difference."""
    one, other = before.decode(), after.decode()
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    first = max(0, same - 30)
    return f"{what} had …{one[first : same + 50]}… and now has …{other[first : same + 50]}…"
