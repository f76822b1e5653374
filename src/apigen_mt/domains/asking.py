"""More ways to ask for something: a few lines for each goal kind, of which requests are made for whoever is in a hurry.

`asked.txt` has what any request is put together from, a domain's own `asked.txt` its goal kinds. There a line is what is
wanted, behind a word that says how it goes on from what leads up to it:

    to cancel ({order}/<order>)        the customer does it: `I'd like to ...`, `how do I ...?`
    do cancel ({order}/<order>)        the desk does it: `please ...`, `can you ...?`
    know when ({order}/<order>) comes  a thing to be told: `I was wondering ...`, `do you know ...?`
    knew what I paid                   the same, of something that the customer once knew
    ask when does it come              a question
    say it never came                  a statement, with a question what to do about it; `state` goes without one

`(a/b)` is `a` where the request gives the values in it, and else `b`. `@name` begins a piece, which is mentioned as <name>.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import product

from apigen_mt.language.grammar import Line, Phrases, Pieces, read_pieces
from apigen_mt.values.persona import Register
from apigen_mt.world.domain import GoalKind

_FRAMES: Mapping[str, tuple[str, ...]] = {
    "to": ("<want> {}<tail>", "<may> {}<then>?"),
    "do": ("<please> {}<tail>", "<can_you> {}<then>?"),
    "know": ("<know> {}<noted>", "<tell> {}<noted>?"),
    "knew": ("[<know>|<knew>] {}<noted>", "<tell> {}<noted>?"),
    "ask": ("<so> {}<really>?",),
    "say": ("<so> {}[|. <fix>?]",),
    "state": ("<so> {}",),
}
"""How a line goes on -> what it is said in."""
_WHOLE = "_whole"
"""What the pieces for those who write whole sentences end in."""
_GIVEN = re.compile(r"\(([^()/]*)/([^()]*)\)")
_PIECE = re.compile(r"<(\w+)>")


def asked_for(kinds: Mapping[str, GoalKind], package: str) -> dict[str, GoalKind]:
    """Return goal kinds with the requests that the file of a package adds to theirs.

    Raises:
        ValueError: when the file names a kind that there is not, or has a line that cannot be read.
    """
    text = (files(package) / "asked.txt").read_text("utf-8")
    pieces = {**_shared(), **read_pieces(_named(text))}
    found = dict(kinds)
    for block in text.split("\n\n"):
        name, *lines = block.strip().splitlines()
        if name[0] in "#@":
            continue
        if name not in kinds:
            raise ValueError(f"{package} has no goal kind {name!r} to ask for")
        request = kinds[name].request
        found[name] = replace(kinds[name], request=Phrases("", more=(*request.lines, *_lines(lines, request, pieces))))
    return found


@cache
def _shared() -> Pieces:
    return read_pieces(_named((files("apigen_mt.domains") / "asked.txt").read_text("utf-8")))


def _named(text: str) -> dict[str, str]:
    pieces = (line[1:].partition(" ") for line in text.splitlines() if line[:1] == "@")
    return {name: alternatives for name, _, alternatives in pieces}


def _lines(sources: list[str], request: Phrases, pieces: Pieces) -> Iterator[Line]:
    """Yield what is said with values that some other request gives as well: others would be news to whoever proposes."""
    for mark, registers in _MARKS.items():
        known = [{line.fields for line in request.lines if register in line.registers} for register in registers]
        block = [f"{mark} {said}" for source in sources for said in _requests(source, whole=len(registers) > 1)]
        yield from (
            line for line in Phrases("\n".join(block), pieces).lines if all(line.fields in one for one in known)
        )


_MARKS: Mapping[str, tuple[Register, ...]] = {"~": ("terse",), ".+": ("plain", "chatty")}
"""Mark of the requests that there are -> whose they are; whoever is not terse writes whole sentences."""


def _requests(source: str, *, whole: bool) -> Iterator[str]:
    how, _, wanted = source.partition(" ")
    for frame in _FRAMES[how]:
        said = _PIECE.sub(rf"<\1{_WHOLE}>", frame.replace("|<knew>", "")) if whole else frame
        for given in _given(wanted):
            yield said.replace("{}", given)


def _given(wanted: str) -> Iterator[str]:
    """Yield a line with every choice of what is given."""
    parts = _GIVEN.split(wanted)
    texts, choices = parts[::3], list(zip(parts[1::3], parts[2::3], strict=True))
    for chosen in product(*choices):
        yield "".join(text + part for text, part in zip(texts, (*chosen, ""), strict=True))
