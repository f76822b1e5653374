"""Small template grammars: one template per line, from which an act's many wordings are drawn.

    [yes|yep], [please|] go ahead [with {what}|].       alternatives nest and may be empty; {what} is a value
    ~ go for it                                         only for terse people
    .+ yeah [sure|], go on                              for plain and chatty people: marks combine
    ~ 9x yes                                            nine times as often as its ways of saying it make it
    [sure|of course]. ^ what is {asked}?                what stands before ^ opens a message, and no later part of one
    <want> cancel it                                    <want> is a piece: alternatives that many templates share
    # a comment

Marks are `~` terse, `.` plain, `+` chatty and `=` formal; an unmarked line serves everybody. Blanks are folded. What
comes out keeps values apart from words: segments that are values are fixed, and no style ever changes them.
"""

import math
import re
from bisect import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import NamedTuple

import msgspec

from apigen_mt.values.persona import Register

_MARKS: dict[str, Register] = {"~": "terse", ".": "plain", "+": "chatty", "=": "formal"}
_REGISTERS: frozenset[Register] = frozenset(_MARKS.values())
_OWN = 5.0
"""How much more often somebody uses a line that is marked for their register: it is what makes the register heard."""

_MARKED = re.compile(r"(?:([~.+=]+) +)?(?:(\d+)x +)?(.*)")
_FIELD = re.compile(r"\{(\w+)\}")
_TOKEN = re.compile(r"\{(\w+)\}|<(\w+)>|([\[\]|])|((?:[^\[\]|{}<]|<(?!\w+>))+)|([{}])")
_MARKED_OFF = (" ,", " .", " ?", " !", " ;", " :")
_AFTER_STOP = re.compile(r"([.?!](?<!\.[.?!])\)? )([a-z])")
_KEEPS_CAPITAL = re.compile(r"I\b|[A-Z]\w*[A-Z]")
_CLOSED = (".", "?", "!", ":", ";", ",")
_GOES_ON = (",", ":", "-")
_ENDED = _CLOSED + _GOES_ON

Segment = tuple[str, bool]
"""(text, whether it is a value and so fixed)."""


class Words(msgspec.Struct, frozen=True):
    """Something said: segments of text, of which the fixed ones are values that have to stay as they are."""

    segments: tuple[Segment, ...] = ()

    @property
    def fixed(self) -> tuple[str, ...]:
        """The values, in order."""
        return tuple(text for text, fixed in self.segments if fixed)

    def __str__(self) -> str:
        return "".join([text for text, _ in self.segments])


Fields = Mapping[str, "str | Words"]
"""What a line may mention."""


class _Slot(NamedTuple):
    """A place for a value."""

    field: str


class _Choice(NamedTuple):
    """Alternatives, of which one is said."""

    options: "tuple[_Sequence, ...]"
    ways: int
    """In how many ways one can be said; an alternative that is written twice, to be said more often, counts once."""


_Sequence = tuple["str | _Slot | _Choice", ...]
Pieces = Mapping[str, _Choice]
"""Name -> alternatives, read once for all templates that mention them as <name>."""


class Line(msgspec.Struct, frozen=True):
    """One template."""

    source: str
    """As it was written, without its mark."""
    registers: frozenset[Register]
    """Who says it."""
    fields: frozenset[str]
    """The values that it mentions."""
    count: int
    """In how many ways it can be said, whatever the values."""
    sequence: _Sequence
    opening: int = 0
    """How much of the sequence only opens a message."""
    often: int = 1
    """How many times as likely it is said as a line without a number."""


class Phrases:
    """The wordings of one act, or of anything else that is said in many ways."""

    def __init__(self, block: str, pieces: "Pieces | None" = None, more: Iterable[Line] = ()):
        """Parse a block of templates, which may mention pieces; a ValueError names the line that is malformed.

        Further lines, already parsed, come after those of the block.
        """
        lines = map(str.strip, block.splitlines())
        self.lines = (*(_parse(line, pieces or {}) for line in lines if line and line[0] != "#"), *more)
        self.fields = frozenset[str]().union(*(line.fields for line in self.lines))
        self._choices: dict[tuple[Register, frozenset[str], bool], tuple[list[float], tuple[Line, ...]]] = {}

    def count(self) -> int:
        """In how many ways it can be said, whatever the values."""
        return sum(line.count for line in self.lines)

    def allows(self, fields: frozenset[str], register: Register, *, every: bool = False) -> bool:
        """Whether some line can be said with these fields, so that `realise` raises no LookupError."""
        return bool(self._choice(register, fields, every)[1])

    def realise(
        self, rng: Random, fields: Fields, register: Register = "plain", *, every: bool = False, first: bool = True
    ) -> Words:
        """Say it as a sentence: with a capital, and with a full stop where it ends without a mark.

        What is nothing but a value gets no full stop, and a value never gets a capital.
        Lines and alternatives that need a value which is not in `fields` are passed over; with `every`, only lines that
        mention exactly `fields` are said. A value given as a string is fixed; one given as Words keeps its own segments.
        What opens a message is left out where this is not the `first` part of one.
        """
        return _sentence(self.fragment(rng, fields, register, every=every, first=first))

    def fragment(
        self, rng: Random, fields: Fields, register: Register = "plain", *, every: bool = False, first: bool = True
    ) -> Words:
        """Say it as part of a sentence, such as a noun phrase or a clause: the ends stay as they are written."""
        ends, lines = self._choice(register, frozenset(fields) if every else self.fields.intersection(fields), every)
        if not lines:
            needs = "mentions exactly" if every else "can be said with only"
            shown = self.lines[0].source if self.lines else ""
            raise LookupError(f"no line for a {register} person {needs} {sorted(fields)}; the first line is {shown!r}")
        line = lines[bisect(ends, rng.random() * ends[-1])]
        segments: list[Segment] = []
        _expand(line.sequence if first else line.sequence[line.opening :], rng.random, fields, segments)
        return _folded(segments)

    def _choice(self, register: Register, names: frozenset[str], every: bool) -> tuple[list[float], tuple[Line, ...]]:
        """Return the fitting lines with their cumulated weights."""
        found = self._choices.get((register, names, every))
        if found is None:
            lines = self._fitting(register, names, every)
            weights = (
                line.often * math.log1p(line.count) * (_OWN if line.registers != _REGISTERS else 1.0) for line in lines
            )
            found = self._choices[register, names, every] = (list(accumulate(weights)), lines)
        return found

    def _fitting(self, register: Register, fields: frozenset[str], every: bool) -> tuple[Line, ...]:
        own = (line for line in self.lines if register in line.registers)
        if every:
            return tuple(line for line in own if line.fields == fields)
        return tuple(fitting for line in own if (fitting := _pruned(line, fields)))


def message(*parts: Words) -> Words:
    """Put sentences one after another: all but the last are closed with a mark, and each starts with a capital.

    After a part that ends in a comma, colon or dash the next one continues the sentence, so it starts small.
    """
    if len(parts) == 1:
        return parts[0]
    said = [part.segments for part in parts if part.segments]
    segments = list(said[0]) if said else []
    for part in said[1:]:
        last, fixed = segments[-1]
        continues = not fixed and last.endswith(_GOES_ON)
        segments.append((" " if not fixed and last.endswith(_ENDED) else ". ", False))
        segments.extend(_small(part) if continues else _capital(part))
    return _merged(segments)


_CONNECTIVES: dict[Register, tuple[tuple[str, bool], ...]] = {
    "terse": ((", ", True), (", and ", True), (". ", False), (" and ", True)),
    "plain": ((". ", False), (", and ", True), (". Also, ", True), (" and ", True), (". And ", True)),
    "chatty": ((". ", False), (", and ", True), (". Oh, and ", True), (", plus ", True), (". And then ", True)),
    "formal": ((". ", False), (". In addition, ", True), (". Also, ", True), (", and ", True)),
}
"""(what stands between two things said, whether the second continues in lower case)."""


def connected(rng: Random, parts: Sequence[Words], register: Register = "plain") -> Words:
    """Say several things of one kind in one breath, with connectives such as `, and` or `. Also,` between them.

    A part that ends in anything but a full stop is followed as in `message`.
    """
    said = [part for part in parts if part.segments]
    whole = said[0] if said else Words()
    for part in said[1:]:
        last, fixed = whole.segments[-1]
        if not fixed and last.endswith(_ENDED) and not last.endswith("."):
            whole = message(whole, part)
            continue
        link, continues = rng.choice(_CONNECTIVES[register])
        opened = whole.segments if fixed else (*whole.segments[:-1], (last.removesuffix("."), False))
        whole = _merged((*opened, (link, False), *(_small if continues else _capital)(part.segments)))
    return whole


def read_pieces(sources: Mapping[str, str]) -> Pieces:
    """Read alternatives by name; a ValueError names those that are malformed. A piece mentions no other piece."""
    return {
        name: _alternatives([_nodes(part, source, {}) for part in source.split("|")])
        for name, source in sources.items()
    }


def _parse(text: str, pieces: Pieces) -> Line:
    """Read one template."""
    marked = _MARKED.fullmatch(text)
    marks, often, source = (marked[1], marked[2], marked[3]) if marked else ("", "", text)
    before, opens, after = source.rpartition("^")
    opening = _nodes(before, source, pieces) if opens else ()
    sequence = (*opening, *_nodes(after, source, pieces))
    registers: frozenset[Register] = frozenset([_MARKS[mark] for mark in marks]) if marks else _REGISTERS
    fields = frozenset(_FIELD.findall(source))
    return Line(source, registers, fields, _ways(sequence), sequence, len(opening), int(often or 1))


def _nodes(text: str, source: str, pieces: Pieces) -> _Sequence:
    """Read a part of a template in which every alternative is closed."""
    stack: list[list[list[str | _Slot | _Choice]]] = [[[]]]
    for field, piece, bracket, literal, stray in _TOKEN.findall(text):
        if field:
            stack[-1][-1].append(_Slot(field))
        elif piece in pieces:
            stack[-1][-1].append(pieces[piece])
        elif literal:
            stack[-1][-1].append(literal)
        elif bracket == "[":
            stack.append([[]])
        elif bracket == "|" and len(stack) > 1:
            stack[-1].append([])
        elif bracket == "]" and len(stack) > 1:
            options = stack.pop()
            stack[-1][-1].append(_alternatives([tuple(option) for option in options]))
        elif piece:
            raise ValueError(f"there is no piece <{piece}> for the template {source!r}")
        else:
            raise ValueError(f"stray {bracket or stray!r} in the template {source!r}")
    if len(stack) > 1:
        raise ValueError(f"an alternative is left open in the template {source!r}")
    return tuple(stack[0][0])


def _alternatives(options: Sequence[_Sequence]) -> _Choice:
    return _Choice(tuple(options), sum(map(_ways, set(options))))


def _ways(sequence: _Sequence) -> int:
    """Count the expansions."""
    return math.prod([node.ways for node in sequence if isinstance(node, _Choice)])


def _pruned(line: Line, fields: frozenset[str]) -> Line | None:
    """Leave out the alternatives that need other fields; None if the line cannot do without one."""
    if line.fields <= fields:
        return line
    sequence = _without(line.sequence, fields)
    return (
        None
        if sequence is None
        else msgspec.structs.replace(line, fields=fields, count=_ways(sequence), sequence=sequence)
    )


def _without(sequence: _Sequence, fields: frozenset[str]) -> _Sequence | None:
    kept: list[str | _Slot | _Choice] = []
    for node in sequence:
        if isinstance(node, _Choice):
            options = tuple(left for option in node.options if (left := _without(option, fields)) is not None)
            if not options:
                return None
            kept.append(_alternatives(options))
        elif isinstance(node, _Slot) and node.field not in fields:
            return None
        else:
            kept.append(node)
    return tuple(kept)


def _expand(sequence: _Sequence, draw: Callable[[], float], fields: Fields, said: list[Segment]) -> None:
    """Append the segments of one expansion."""
    for node in sequence:
        if isinstance(node, str):
            said.append((node, False))
        elif isinstance(node, _Choice):
            options = node.options
            option = options[int(draw() * len(options))]
            if option:
                _expand(option, draw, fields, said)
        else:
            value = fields[node.field]
            if isinstance(value, str):
                said.append((value, True))
            else:
                said.extend(value.segments)


def _folded(said: Sequence[Segment]) -> Words:
    """Neighbouring texts as one, with blanks folded, none before punctuation, and none at the ends."""
    segments: list[Segment] = []
    text = ""
    for part, fixed in said:
        if not fixed:
            text += part
            continue
        text = _tidy(text)
        if not segments:
            text = text.lstrip()
        if text:
            segments.append((text, False))
            text = ""
        segments.append((part, True))
    text = _tidy(text).rstrip()
    if not segments:
        text = text.lstrip()
    if text:
        segments.append((text, False))
    return Words(tuple(segments))


def _tidy(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    for mark in _MARKED_OFF:
        if mark in text:
            text = text.replace(mark, mark[1])
    return text


def _sentence(words: Words) -> Words:
    segments = words.segments
    if not any(text != text.upper() for text, fixed in segments if not fixed):
        return words
    last, fixed = segments[-1]
    if fixed:
        segments = (*segments, (".", False))
    elif not last.endswith(_ENDED):
        segments = (*segments[:-1], (last + ".", False))
    return _raised(_capital(segments))


def _capital(segments: Sequence[Segment]) -> Sequence[Segment]:
    """Start with a capital, unless a value comes first."""
    text, fixed = segments[0]
    return segments if fixed else ((text[:1].upper() + text[1:], False), *segments[1:])


def _small(segments: Sequence[Segment]) -> Sequence[Segment]:
    """Start in lower case, except for I and for words with more than one capital."""
    text, fixed = segments[0]
    return segments if fixed or _KEEPS_CAPITAL.match(text) else ((text[:1].lower() + text[1:], False), *segments[1:])


def _merged(segments: Sequence[Segment]) -> Words:
    """Neighbouring texts as one, so that style sees whole sentences, with capitals after full stops."""
    merged: list[Segment] = []
    for text, fixed in segments:
        if merged and not fixed and not merged[-1][1]:
            merged[-1] = (merged[-1][0] + text, False)
        else:
            merged.append((text, fixed))
    return _raised(merged)


def _raised(segments: Sequence[Segment]) -> Words:
    """Capitals after full stops."""
    return Words(tuple([(text if fixed else _after_stops(text), fixed) for text, fixed in segments]))


def _after_stops(text: str) -> str:
    # Most texts are one sentence, and to look for a few letters takes a tenth of the time that a pattern takes.
    several = ". " in text or "? " in text or "! " in text or ") " in text
    return _AFTER_STOP.sub(_capitalised, text) if several else text


def _capitalised(found: re.Match[str]) -> str:
    return found[1] + found[2].upper()
