"""How much of what is sent to a model repeats the beginning of something sent to it before.

As the prefix caches of servers count it: a request's text, tools first and then its messages, is cut into blocks of
equal length from its start, each known by its own text and all before it; a block is shared if it has been seen before. A
rest shorter than a block is never shared. Requests that repeat the beginning of an earlier one, message by message, cost
one look-up a message: text is read once for each continuation that is new.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

BLOCK = 64
"""Bytes of canonical JSON in a block: about 16 tokens, which is a block of vLLM's cache."""


class Sent(NamedTuple):
    """The text of requests in bytes of canonical JSON, and how much of it is a shared prefix."""

    size: int = 0
    shared: int = 0


class _Point(NamedTuple):
    """The end of a message in everything sent so far."""

    number: int
    chain: int
    """Hash of all full blocks up to here, in order."""
    rest: bytes
    size: int


class Prefixes:
    """Everything sent so far."""

    def __init__(self, content_of: Callable[[bytes], bytes]):
        """Take the function that gives a part's text by its hash."""
        self._content_of = content_of
        self._points: dict[tuple[int, bytes], _Point] = {}
        self._starts: dict[str, _Point] = {}
        self._seen: set[int] = set()

    def add(self, model: str, parts: Sequence[bytes]) -> Sent:
        """Count one request: hashes of its tools, if it has any, and of its messages."""
        point = self._starts.get(model)
        if point is None:
            point = self._starts[model] = _Point(-1 - len(self._starts), hash(model), b"", 0)
        shared = 0
        for name in parts:
            known = self._points.get((point.number, name))
            if known is None:
                point, blocks = self._extend(point, name)
                shared += blocks * BLOCK
            else:
                point = known
                shared = point.size - len(point.rest)
        return Sent(point.size, shared)

    def _extend(self, point: _Point, name: bytes) -> tuple[_Point, int]:
        """Add a message behind a point; return its end, and how many of its blocks have been seen."""
        content = self._content_of(name)
        text = point.rest + content
        chain, seen = point.chain, 0
        full = len(text) - len(text) % BLOCK
        for at in range(0, full, BLOCK):
            chain = hash((chain, text[at : at + BLOCK]))
            if chain in self._seen:
                seen += 1
            else:
                self._seen.add(chain)
        end = _Point(len(self._points), chain, text[full:], point.size + len(content))
        self._points[point.number, name] = end
        return end, seen
