"""What a goal kind is said with; the sentences themselves are in the `wording_*` modules, by subject."""

from typing import NamedTuple

from apigen_mt.language.grammar import Phrases


class Wording(NamedTuple):
    """The sentences of one goal kind, as `GoalKind` describes them."""

    request: Phrases
    brief: Phrases
    noun: Phrases
    report: Phrases
    propose: Phrases | None = None


def wording(request: str, brief: str, noun: str, report: str, propose: str = "") -> Wording:
    """Parse the blocks of one goal kind."""
    return Wording(
        Phrases(request), Phrases(brief), Phrases(noun), Phrases(report), Phrases(propose) if propose else None
    )
