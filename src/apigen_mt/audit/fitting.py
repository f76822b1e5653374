"""A population learnt from somebody's own chat logs: counts and rates only, no text of theirs.

What people do throughout (casing, marks, shorthand, courtesy, length) is counted for each conversation and makes manners.
What is left, which small words and marks they like, is weighed against what the built-in user says with those manners, in
a few rounds; a trait that the built-in user never shows is left out.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import fmean
from typing import Literal, TypeVar

import msgspec

from apigen_mt.audit.likeness import Turns, weigh
from apigen_mt.language.population import DRAFTED, Manner, Population, Range
from apigen_mt.language.traits import traits
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.pipeline import make_block
from apigen_mt.values.persona import Case, Contractions, Punctuation, Register

LEAST = 20
"""Conversations that are needed."""
ROUNDS = (0.8, 0.7, 0.6, 0.5, 0.4)
"""How far each round follows what it has weighed."""
HELD = 300
"""Conversations that the built-in user holds in a round."""
TASTE = "fitted"
Option = TypeVar("Option", bound=str)
_STRONGEST = 4.0
_DRAFTS = 8.0
"""A taste of its own is further from what comes first than that of the presets, so it is given more to choose from."""
_SEEN = 20
"""Times that a trait has to occur, in all."""
_FRAGMENT = 3
"""Words up to which a turn is a fragment."""
_MARKED = (".", "!", "?", ")", ":", ";", ",")
_SHORTHAND = re.compile(r"\b(?:u|ur|pls|plz|thx)\b", re.IGNORECASE)
_SHORTENED = re.compile(r"\b(?:im|ive|dont|doesnt|didnt|cant|wont|isnt|thats|whats)\b", re.IGNORECASE)
_CONTRACTED = re.compile(r"\b\w+['\u2019](?:t|s|m|ve|re|ll|d)\b")
_EXPANDED = re.compile(r"\b(?:I am|I have|do not|cannot|I would|I will|it is|that is)\b", re.IGNORECASE)
_HELLO = re.compile(r"^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings)\b", re.IGNORECASE)
_THANKS = re.compile(r"\b(?:thank|thanks|thx)\b", re.IGNORECASE)
_BYE = re.compile(r"\b(?:bye|goodbye|have a (?:good|great|nice)|take care|see you)\b", re.IGNORECASE)
_BARE_YES = re.compile(r"\W*(?:yes|yeah|yep|y|ok|okay|sure|yup)(?: please)?\W*", re.IGNORECASE)
_YES = re.compile(r"\W*(?:yes|yeah|yep|y|ok|okay|sure|yup)\b", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]{2,}-?\d{3,}\b")


class Counts(msgspec.Struct, frozen=True):
    """What is counted of one conversation's user."""

    register: Register
    case: Case
    punctuation: Punctuation
    contractions: Contractions
    shorthand: bool
    loose: float
    """How much of what somebody says is fragments without a closing mark: 0 to 1."""
    exclaims: float
    courtesy: float
    bare_yes: float | None
    """None if nobody was asked for a yes."""
    plain_codes: bool | None


def counts(turns: Turns) -> Counts:
    """Count one conversation; at least one turn is needed."""
    text = " ".join(turns)
    words = fmean(len(turn.split()) for turn in turns)
    lower = fmean(turn[0].islower() for turn in turns)
    bare = fmean(not turn.endswith(_MARKED) for turn in turns)
    contracted, expanded = len(_CONTRACTED.findall(text)), len(_EXPANDED.findall(text))
    exclaims = fmean("!" in turn for turn in turns)
    yes = [turn for turn in turns if _YES.match(turn)]
    codes = _CODE.findall(text)
    return Counts(
        register=_register(words, expanded > contracted and lower == 0, exclaims),
        case="lower" if text == text.lower() else "sloppy" if lower >= 0.4 else "normal",
        punctuation="none" if bare >= 0.85 and "," not in text else "light" if bare >= 0.35 else "full",
        contractions="missing_apostrophe"
        if len(_SHORTENED.findall(text)) > contracted
        else "expanded"
        if expanded > 1 and not contracted
        else "normal",
        shorthand=_SHORTHAND.search(text) is not None,
        loose=min(1.0, 1.5 * fmean(len(turn.split()) <= _FRAGMENT for turn in turns) + bare / 2),
        exclaims=exclaims,
        courtesy=fmean(
            [_HELLO.match(turns[0]) is not None, _THANKS.search(text) is not None, _BYE.search(text) is not None]
        ),
        bare_yes=fmean(_BARE_YES.fullmatch(turn) is not None for turn in yes) if yes else None,
        plain_codes=fmean("-" not in code for code in codes) >= 0.5 if codes else None,
    )


def _register(words: float, stiff: bool, exclaims: float) -> Register:
    if words <= 11:
        return "terse"
    return "formal" if stiff and not exclaims else "chatty" if words > 18 else "plain"


def fit(
    logs: Sequence[Turns],
    domains: Sequence[str],
    seed: int = 0,
    held: int = HELD,
    told: Callable[[str], None] = lambda _: None,
) -> Population:
    """Learn a population from what users say in logs.

    Args:
        logs: The user's turns of each conversation.
        domains: In which the built-in user talks for comparison.
        seed: Another seed, other conversations for comparison.
        held: Conversations that it holds in each round.
        told: Is told what has been done.

    Raises:
        ValueError: when there are fewer than `LEAST` conversations.
    """
    if len(logs) < LEAST:
        raise ValueError(f"at least {LEAST} conversations are needed, not {len(logs)}")
    manners = _manners([counts(turns) for turns in logs])
    theirs = [traits(text) for turns in logs for text in turns]
    taste: dict[str, float] = {DRAFTED: _DRAFTS}
    for number, rate in enumerate(ROUNDS, 1):
        settings = Settings(
            tuple(domains),
            seed=seed,
            size=200,
            block=held,
            personas=Population(manners, {TASTE: taste}),
        )
        ours = [traits(text) for turns in _said(settings) for text in turns]
        taste = _moved(
            taste, weigh(theirs, ours, seed), Counter(t for found in (*ours, *theirs) for t in found), ours, rate
        )
        told(f"round {number} of {len(ROUNDS)}: {len(taste) - 1} traits")
    return Population(manners, {TASTE: taste})


def _moved(
    taste: Mapping[str, float],
    weights: Mapping[str, float],
    seen: Mapping[str, int],
    ours: Iterable[frozenset[str]],
    rate: float,
) -> dict[str, float]:
    known = frozenset[str]().union(*ours) | taste.keys()
    moved = {
        trait: max(-_STRONGEST, min(_STRONGEST, taste.get(trait, 0.0) + rate * weight))
        for trait, weight in weights.items()
        if trait in known and seen[trait] >= _SEEN
    }
    return {trait: round(weight, 2) for trait, weight in (dict(taste) | moved).items()}


def _said(settings: Settings) -> Iterator[Turns]:
    """Yield what the built-in user says in a block of conversations."""
    for item in asyncio.run(make_block(settings, 0, Steering())):
        if item.accepted is not None:
            yield [message.content for message in item.accepted.messages if message.role == "user"]


def _manners(counted: Sequence[Counts]) -> dict[str, Manner]:
    """Return one manner for each register and casing that occurs, with the rates of those who write so."""
    groups: dict[tuple[Register, Literal["lower", "upper"]], list[Counts]] = {}
    for one in counted:
        groups.setdefault((one.register, "upper" if one.case == "normal" else "lower"), []).append(one)
    return {
        f"{register} {case}": _manner(register, group, len(group) / len(counted))
        for (register, case), group in sorted(groups.items())
    }


def _manner(register: Register, group: Sequence[Counts], share: float) -> Manner:
    answered = [one.bare_yes for one in group if one.bare_yes is not None]
    coded = [one.plain_codes for one in group if one.plain_codes is not None]
    loose = fmean(one.loose for one in group)
    return Manner(
        share=round(share, 4),
        register=register,
        case=_shares(one.case for one in group),
        punctuation=_shares(one.punctuation for one in group),
        typing=(0.0, round(0.03 * loose, 4)),
        shorthand=round(fmean(one.shorthand for one in group), 3),
        contractions=_shares(one.contractions for one in group),
        exclaims=_spread([one.exclaims for one in group]),
        courtesy=_spread([one.courtesy for one in group]),
        patience=(0.2, 0.9),
        front_load=(0.0, 0.4),
        bare_yes=_spread(answered) if answered else (0.2, 0.6),
        loose=(round(0.75 * loose, 3), round(loose, 3)),
        plain_codes=round(fmean(coded), 3) if coded else 0.5,
        taste=TASTE,
    )


def _shares(found: Iterable[Option]) -> dict[Option, float]:
    seen = Counter(found)
    return {name: round(count / seen.total(), 3) for name, count in sorted(seen.items())}


def _spread(rates: Sequence[float]) -> Range:
    """Return a range around the mean of some rates, so that draws from it have the same mean."""
    mean = fmean(rates)
    reach = min(mean, 1 - mean, 0.25)
    return round(mean - reach, 3), round(mean + reach, 3)
