"""Text of models, tools and people as it is shown: escaped, cut to a size that a page can bear, with nothing hidden in it."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from apigen_mt.viewer import pictures
from apigen_mt.viewer.compare import Piece

LONGEST = 4_000
"""Characters of one text that a page shows; the item's JSON has all of it."""
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
"""What cannot be seen, or makes other text look different from what it is."""


def visible(text: str, longest: int = LONGEST) -> Markup:
    """Return text to show, with the marks that would hide or reorder it made visible."""
    shown = text[:longest]
    parts: list[Markup] = []
    at = 0
    for found in _HIDDEN.finditer(shown):
        code = f"{ord(found[0]):04X}"
        parts.append(escape(shown[at : found.start()]))
        parts.append(
            Markup('<span class="hidden-mark" title="U+{0}, a character that is not seen">{0}</span>').format(code)
        )
        at = found.end()
    parts.append(escape(shown[at:]))
    if len(text) > longest:
        more = f"{len(text) - longest:,}"
        parts.append(Markup(' <span class="cut">… {} characters more, in the JSON</span>').format(more))
    return Markup("").join(parts)


def bare(text: str, longest: int = 200) -> str:
    """Return text for an attribute or a choice, where no markup can stand: what is hidden is named there too."""
    shown = _HIDDEN.sub(lambda found: f"\u27e8{ord(found[0]):04X}\u27e9", text[:longest])
    return f"{shown}…" if len(text) > longest else shown


def pretty(text: str) -> Markup:
    """Return JSON text laid out; what is no JSON as it stands."""
    if len(text) <= LONGEST:
        with suppress(msgspec.DecodeError, UnicodeEncodeError):
            text = msgspec.json.format(text, indent=2)
    return visible(text)


def plainly(value: Any, longest: int = 300) -> Markup:
    """Return one value: a string as it is, anything else as JSON."""
    return visible(value if isinstance(value, str) else msgspec.json.encode(value).decode(), longest)


def marked(pieces: Sequence[Piece]) -> Markup:
    """Return a text with what only it has marked."""
    shown = (
        Markup("<mark>{}</mark>").format(visible(piece.text)) if piece.differs else visible(piece.text)
        for piece in pieces
    )
    return Markup(" ").join(shown)


def words(name: str) -> str:
    """Return a name of code in words."""
    return name.replace("_", " ")


def count(number: float) -> str:
    """Return a number with its thousands apart."""
    return f"{number:,.0f}"


def counted(number: int, one: str, several: str = "") -> str:
    """Return how many there are of something: `1 goal`, `3 goals`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def twice(name: str) -> tuple[str, str]:
    """Return a choice's value and what it is called, which is the same."""
    return name, bare(name, 60)


def with_count(choice: tuple[str, int]) -> tuple[str, str]:
    """Return a choice's value and what it is called: in words, with how many have it."""
    return choice[0], f"{words(bare(choice[0], 60))} ({choice[1]:,})"


def share(part: float, whole: float) -> str:
    """Return a share in per cent; a dash for a share of nothing."""
    if not whole:
        return "-"
    percent = 100 * part / whole
    return f"{percent:.0f}\u00a0%" if percent >= 10 or percent == 0 else f"{percent:.1f}\u00a0%"


def environment(**shared: Any) -> Environment:
    """Return the templates, all of which know what is shared. Everything is escaped that is not markup already."""
    made = Environment(
        loader=PackageLoader("apigen_mt.viewer"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = made.filters
    filters |= {one.__name__: one for one in (visible, bare, pretty, plainly, marked, words, count, counted)}
    filters |= {"twice": twice, "with_count": with_count}
    known: dict[str, Any] = made.globals
    known |= {"share": share, "pictures": pictures, **shared}
    return made
