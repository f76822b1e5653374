"""What a goal kind is said with, and templates that share pieces. The sentences are each domain's own."""

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
    """Parse the blocks of one goal kind. A wish that is always declined has no report, a harmless one no proposal."""
    return Wording(
        parse(pieces, request),
        parse(pieces, brief),
        parse(pieces, noun),
        parse(pieces, report),
        parse(pieces, propose) if propose else None,
    )
