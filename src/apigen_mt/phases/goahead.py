"""What a go-ahead is asked for: whether a proposal, and the question in it, are about the write that follows.

An act goes by the words of its tool: its name, its docstring, and the wording of the goal kinds that use it. A question either
names no act ("Shall I go ahead?") and is about what was proposed beside it, or it names one, which has to be this tool's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from apigen_mt.language.grammar import Phrases
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.spelling import SENTENCE_END, plain
from apigen_mt.language.stems import stem, stems
from apigen_mt.language.surface import normalise, read, states
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain
from apigen_mt.world.tools import Tool

_ADVERB = (
    r"(?:(?:now|then|please|just|also|still|kindly|certainly|gladly|therefore|simply|immediately|go ahead,?(?: and| to)"
    r"|go on(?: and| to)|proceed(?: and| to)|start and) )*"
)
_OFFER = (
    r"(?:(?:shall|should|may|can|could) (?:i|we)|(?:me|us|ready|happy|okay|fine|agree|consent|like|want|wish) to"
    r"|(?:permission|approval|consent|confirmation|go-ahead) to|(?:i|we)(?:'ll| will| can| could|'d| would)|let me)"
)
_NO_VERB = r"(?:not|like|love|be|me|to|th[aei]\w*|all|it|an?|your|any|our|my|both|everything)\b"
_NAMED = re.compile(rf"\b{_OFFER} {_ADVERB}(?:be )?(?!{_NO_VERB})(?P<verb>[a-z]+)\b(?P<rest>[^,.:!?;]*)")
_OR_ELSE = re.compile(rf"\bor (?:{_OFFER} )?{_ADVERB}(?P<verb>[a-z]+)\b")
_ANY_ACT = stems(
    "proceed continue make process apply complete finish finalise finalize submit arrange set put get take carry handle sort "
    "confirm start place execute perform initiate request update change amend have push run use give book file issue help "
    "assist sum recap check look see tell ask know explain"
) | {"go", "do"}
"""Verbs that stand for any act: what is meant is said by the words behind them, or by the proposal."""
OF_ANY_ACT = (
    stems(
        "that this these those them with your yours for you now then today right away once ahead through forward out care the all "
        "everything both details change changes request requests action plan step steps option arrangement matter thing things one "
        "ones want would like basis described described above way behalf account and out done happen official so into effect "
        "please kindly using from our system order following modification adjustment update process "
        "about over into onto what which who how why when where some any more than been has had have their they his her its but not"
    )
    | _ANY_ACT
)
"""Words that tell nothing about which act is meant."""
_HINTS = (
    "?", "confirm", "agree", "approv", "go ahead", "go-ahead", "proceed", "yes", "let me know", "if ", "once ", "when ",
    "right", "permission", "consent", "okay", "happy", "fine",
)  # fmt: skip
"""Without any of these a sentence asks for no go-ahead."""
_TIME = "minute|hour|day|night|week|month|year"
_UNIT = re.compile(rf"\b({_TIME})s?\b")
_LENGTH = re.compile(rf"\b([\w,]+)[ -](?:(?:more|extra|further|additional|full|whole) )?({_TIME})s?\b")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{\w+\}")


class _Names(NamedTuple):
    """The words by which one write tool goes, cut to their stems."""

    verbs: frozenset[str]
    """What it is called, and proposed by."""
    own: frozenset[str]
    """All that its name, its docstring and agents say of it."""
    asked: frozenset[str]
    """All that customers say of it."""


def asks_for_another(domain: Domain, tool: str, proposal: str, heard: Iterable[str]) -> bool:
    """Tell whether a proposal that asks for a go-ahead asks for something else than this write tool does.

    Args:
        domain: Whose tools these are.
        tool: The write that was made.
        proposal: What the agent said before the customer's yes.
        heard: What the customer has said: asked where the question is in words that the domain does not know.
    """
    own, others = names(domain)[tool], other_verbs(domain)[tool]
    parts = SENTENCE_END.split(plain(proposal))
    asking = [part for part in parts if any(map(part.__contains__, _HINTS)) and asks_consent(part)]
    # "Just to confirm: I'd cancel it" asks by itself, but what a yes answers is the question behind it.
    questions = [part for part in parts if part.endswith("?")]
    asking = [part for part in asking if part in questions] or list(filter(_NAMED.search, questions)) or asking
    named = [found for part in asking for found in _NAMED.finditer(part)]
    verbs = {stem(found["verb"]) for found in named} - _ANY_ACT
    if any(stem(found["verb"]) in others for part in asking for found in _OR_ELSE.finditer(part)):
        return True
    if verbs & own.own:
        return False
    if verbs & others:
        return True
    rests = [stems(found["rest"]) - OF_ANY_ACT for found in named if stem(found["verb"]) in _ANY_ACT]
    unknown = [rest for rest in (verbs, *rests) if rest and not rest & (own.own | own.asked)]
    if unknown:
        said = frozenset[str]().union(*map(stems, heard))
        return any(not rest & said for rest in unknown)
    if verbs or not any(map(plain(proposal).__contains__, others)):
        return False
    offered = {stem(found["verb"]) for part in parts for found in _NAMED.finditer(part)}
    return not offered & own.own and bool(offered & others)


def other_unit(tool: Tool, arguments: Mapping[str, Any], proposal: str) -> str:
    """Return where a proposal states an argument that is a length of time in another unit, and nowhere in its own.

    The unit is the word for one in the parameter's name or description.
    """
    for parameter, unit in _units(tool).items():
        value = arguments.get(parameter)
        if isinstance(value, int) and not isinstance(value, bool):
            found = [
                one for one in _LENGTH.finditer(normalise(proposal)) if states(read(one[1]), Value("count", value))
            ]
            if found and all(one[2] != unit for one in found):
                return found[0][0]
    return ""


@lru_cache(maxsize=256)
def _units(tool: Tool) -> dict[str, str]:
    told = {name: f"{name} {schema['description']}" for name, schema in tool.parameters["properties"].items()}
    found = ((name, _UNIT.search(text.replace("_", " "))) for name, text in told.items())
    return {name: unit[1] for name, unit in found if unit}


@lru_cache(maxsize=16)
def names(domain: Domain) -> dict[str, _Names]:
    """Return write tool -> the words by which it goes."""
    found: dict[str, _Names] = {}
    for tool in domain.safeguards:
        kinds = [kind for kind in domain.kinds.values() if tool in kind.tools]
        name, description = tool.replace("_", " "), domain.tools[tool].description
        proposed = [text for kind in kinds for text in _lines(kind.propose)]
        verbs = {stem(text.split()[0].casefold()) for text in (name, description)}
        verbs |= {stem(one["verb"]) for text in proposed for one in _NAMED.finditer(text.casefold())}
        said = [name, description, *domain.tools[tool].parameters["properties"], *proposed]
        said += [text for kind in kinds for block in (kind.report, kind.noun, kind.brief) for text in _lines(block)]
        asked = [text for kind in kinds for text in _lines(kind.request)]
        found[tool] = _Names(frozenset(verbs) - _ANY_ACT, stems(" ".join(said)), stems(" ".join(asked)))
    return found


@lru_cache(maxsize=16)
def other_verbs(domain: Domain) -> dict[str, frozenset[str]]:
    """Return write tool -> verbs by which other write tools go, and it does not."""
    every = names(domain)
    verbs = frozenset[str]().union(*(one.verbs for one in every.values()))
    return {tool: verbs - own.own for tool, own in every.items()}


def _lines(block: Phrases | None) -> Iterator[str]:
    """Yield each line of a grammar twice: with the first, and with the last of its alternatives."""
    for line in block.lines if block else ():
        for choice in (0, -1):
            text = line.source
            while _CHOICE.search(text):
                text = _CHOICE.sub(lambda found, one=choice: found[1].split("|")[one], text)
            yield " ".join(_FIELD.sub(" ", text).split())
