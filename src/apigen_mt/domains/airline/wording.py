"""What a goal kind is said with; the sentences themselves are in the `wording_*` modules, by subject."""

from functools import partial
from typing import NamedTuple

from apigen_mt.domains.wording import word
from apigen_mt.language.grammar import Phrases

wording = partial(word, {})


class Choices(NamedTuple):
    """The words for a closed list: what customers say, what gives it away, and what agents call it."""

    said: dict[str, Phrases]
    meanings: dict[str, tuple[str, ...]]
    names: dict[str, str]


def choices(**values: tuple[str, tuple[str, ...], str]) -> Choices:
    """Collect the words of a closed list: value -> (what customers say, phrases that give it away, name)."""
    return Choices(
        {value: Phrases(block) for value, (block, _, _) in values.items()},
        {value: marks for value, (_, marks, _) in values.items()},
        {value: name for value, (_, _, name) in values.items()},
    )
