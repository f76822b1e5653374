"""Deterministic guards on what a model wants to say as the user: each one says why a message cannot stand.

They come before the critic, for what code can decide no score may overrule. A guard is sure of itself or silent.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from apigen_mt.language.consent import consent
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.surface import normalise, read
from apigen_mt.phases.allowances import Allowances, same_day
from apigen_mt.phases.delivery import brought_up
from apigen_mt.phases.fidelity import invented, leaked
from apigen_mt.phases.reasons import sentences
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.world.domain import Domain

ALIKE = 0.92
"""Likeness of two messages, 0 to 1, from which one repeats the other."""
BRIEF = 5
"""Messages of fewer words may come again: `yes, please`."""

_LABEL = re.compile(r"^\s*\W*(?:agent|assistant|customer|user|representative)\W*:", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"\w+")
_ASKED = re.compile(r"\?\W*$|\bplease (?:tell|give|share|provide|confirm|let me know)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:else|further|more|other|another|assist|help)\b", re.IGNORECASE)
"""A question with one of these may be the offer of further help, which nobody has to take up."""


class Candidate(NamedTuple):
    """What a model wants to say as the user."""

    text: str
    stops: bool = False
    """Whether it takes leave."""


class Scene(NamedTuple):
    """What a candidate is seen in the light of."""

    domain: Domain
    blueprint: Blueprint
    allowed: Allowances
    messages: Sequence[Message]

    @property
    def told(self) -> list[str]:
        """What the agent has said."""
        return [message.content for message in self.messages if message.role == "assistant" and message.content]

    @property
    def said(self) -> list[str]:
        """What the user has said."""
        return [message.content for message in self.messages if message.role == "user"]


def objections(scene: Scene, candidate: Candidate) -> list[str]:
    """Return every reason why the candidate cannot stand, as a remark to its author; none if it can."""
    if not candidate.text:
        end = "say goodbye in words, with ###STOP### behind them" if candidate.stops else "write the customer's message"
        return [f"it is empty: {end}"]
    guards = (_invents, _misdates, _leaks, _speaks_for_others, _repeats, _stops_early)
    return [reason for guard in guards if (reason := guard(scene, candidate))]


def _invents(scene: Scene, candidate: Candidate) -> str:
    found = invented(candidate.text, scene.allowed, scene.told)
    return (
        f"it says {found!r}, which neither the brief nor the agent has given: say only what they give" if found else ""
    )


def _misdates(scene: Scene, candidate: Candidate) -> str:
    """A date, or none of the user's: the verifier lets users count days, so a guard looks at named days only."""
    for date in read(candidate.text).dates:
        known = [*scene.allowed.dates, *_dates(scene.domain.today, *scene.told)]
        if not any(same_day(date, other) for other in known):
            day = "-".join(f"{part:02}" for part in date if part is not None)
            return f"it says the date {day}, which neither the brief nor the agent has given"
    return ""


def _dates(*texts: str) -> Iterable[tuple[int | None, int, int]]:
    return (date for text in texts for date in read(text).dates)


def _leaks(scene: Scene, candidate: Candidate) -> str:
    found = leaked(scene.domain, candidate.text)
    return f"it says {found!r}, an internal name that no customer knows" if found else ""


def _speaks_for_others(_: Scene, candidate: Candidate) -> str:
    if not _LABEL.search(candidate.text):
        return ""
    return "it carries a speaker's label: write the customer's own words only, without any label"


def _repeats(scene: Scene, candidate: Candidate) -> str:
    words = _WORD.findall(normalise(candidate.text))
    if len(words) < BRIEF:
        return ""
    for said in scene.said:
        if SequenceMatcher(None, words, _WORD.findall(normalise(said)), autojunk=False).ratio() >= ALIKE:
            return f"it repeats the earlier message {said!r}: say something new, or say it in other words"
    return ""


def _stops_early(scene: Scene, candidate: Candidate) -> str:
    if not candidate.stops:
        return ""
    spoken = list(enumerate(scene.said))
    since = brought_up(scene.domain, scene.blueprint, [*spoken, (len(spoken), candidate.text)])
    missing = [goal for index, goal in enumerate(scene.blueprint.goals) if index not in since]
    if missing:
        return "it takes leave although a wish of the brief has not been raised yet: raise it first"
    if len(spoken) in since.values():
        return "it takes leave and raises a wish at once: wait for the agent's answer, without ###STOP###"
    last = scene.told[-1] if scene.told else ""
    if asks_consent(last):
        if consent(candidate.text, last) == "no":
            return ""
        return "it takes leave although the agent waits for a yes or no: answer that first, without ###STOP###"
    if any(_ASKED.search(part) and not _MORE.search(part) for part in sentences(last)):
        return "it takes leave although the agent has just asked something: answer that first, without ###STOP###"
    return ""
