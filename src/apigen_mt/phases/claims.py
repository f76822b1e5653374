"""Claims of an agent that something is done, where nothing was."""

from collections.abc import Iterable

from apigen_mt.language.reading import claims_done, refuses
from apigen_mt.language.surface import read
from apigen_mt.phases.delivery import vocabulary, words_in
from apigen_mt.phases.reasons import sentences
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import Domain

_OF_ANY_CLAIM = words_in("has been done made processed completed finished sorted taken care gone through went")
"""Words by which any deed is claimed, so that they tell nothing about which one is meant."""


def claims_vaguely(domain: Domain, text: str, done: Iterable[ToolCall]) -> str:
    """Return the sentence of a message that says that something is done, without any figure to check it by; or nothing.

    What speaks of an earlier deed, in the words in which it is asked for, is no such claim, nor is anything beside a refusal.
    """
    if not claims_done(text) or refuses(text):
        return ""
    used = {call.name for call in done}
    asked_in = (vocabulary(domain)[name] for name, kind in domain.kinds.items() if used & {*kind.tools})
    if (words_in(text) - _OF_ANY_CLAIM) & frozenset[str]().union(*asked_in):
        return ""
    return next((part for part in sentences(text) if claims_done(part) and not _has_figures(part)), "")


def _has_figures(text: str) -> bool:
    reading = read(text)
    return bool(reading.codes or reading.money or reading.dates or reading.times or reading.numbers)
