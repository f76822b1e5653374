"""What a goal kind is said with, and templates that share pieces. The sentences are each domain's own."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from apigen_mt.language.grammar import Phrases

Pieces = Mapping[str, str]
"""<name> -> alternatives, in the grammar of `Phrases`."""


class Wording(NamedTuple):
    """The sentences of one goal kind, as `GoalKind` describes them."""

    request: Phrases
    brief: Phrases
    noun: Phrases
    report: Phrases
    propose: Phrases | None


def parse(pieces: Pieces, block: str) -> Phrases:
    """Parse a block of templates in which shared pieces stand as <name>."""
    for name, alternatives in pieces.items():
        block = block.replace(name, alternatives)
    return Phrases(block)


def word(pieces: Pieces, request: str, brief: str, noun: str, report: str = "", propose: str = "") -> Wording:
    """Parse the blocks of one goal kind. A wish that is always declined has no report, a harmless one no proposal.

    People who write in fragments also say what stands in the brief, as their own words.
    """
    return Wording(
        parse(pieces, f"{request}\n{_in_first_person(brief)}"),
        parse(pieces, brief),
        parse(pieces, noun),
        parse(pieces, report),
        parse(pieces, propose) if propose else None,
    )


def _in_first_person(brief: str) -> str:
    """Return the lines of a brief ("want your money back") as what the user says ("I want my money back")."""
    lines = [line.strip() for line in brief.splitlines() if line.strip()]
    return "\n".join([f"~ I {_YOU.sub(_first_person, _ARE.sub('am ', line))}" for line in lines])


_ARE = re.compile(r"^are (?!\[)")
_YOU = re.compile(r"\b(you are|you're|yourself|yours|your|you)\b")
_BEFORE_ME = re.compile(r"\b(?:for|to|by|from|bring|call|cost|gets|let|send|suits|tell) $")
_MINE = {"you are": "I am", "you're": "I'm", "yourself": "myself", "yours": "mine", "your": "my"}


def _first_person(found: re.Match[str]) -> str:
    if found[0] == "you" and _BEFORE_ME.search(found.string[: found.start()]):
        return "me"
    return _MINE.get(found[0], "I")
