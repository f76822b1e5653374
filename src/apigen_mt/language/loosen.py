"""Loose speech: the turns of phrase that people exchange, shorten and leave out without meaning anything else.

Templates say a thing in whole sentences; somebody who types swaps half of the small words. Rules touch the words between
values only, and none of those that carry consent, refusal or a change.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib.resources import files
from random import Random

from apigen_mt.language.grammar import Segment

_RULES = (files("apigen_mt.language") / "loose.txt").read_text("utf-8")
_SWAPS = {
    source.strip(): tuple(option.strip() for option in options.split(","))
    for line in _RULES.splitlines()
    if line and line[0] != "#"
    for source, _, options in [line.partition(":")]
}


def _by_initial(phrases: Iterable[str]) -> str:
    """Return alternatives, longest first, behind their initials: a tenth of the time to look for them all in a row."""
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        groups.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return "|".join(f"{re.escape(initial)}(?:{'|'.join(rests)})" for initial, rests in groups.items())


_SOURCES = re.compile(rf"(?<![\w'-])(?:{_by_initial(_SWAPS)})(?![\w'-])", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?<![\w'-])(?:the|my|an?|this)(?= [a-z]{3}| ?$)(?! (?:lot|bit|little|few|good|great|nice|second|minute|while)\b)",
    re.IGNORECASE,
)
_DETERMINERS = {
    "the": ("", "my", "that", "this"),
    "my": ("", "the", "that", "this"),
    "a": ("", "some"),
    "an": ("", "some"),
    "this": ("that", "the"),
}
_FILLABLE = re.compile(r"(?<![\w'-])(?:i|(?<=(?:can|uld|ill) )you|to)(?= [a-z]{3})", re.IGNORECASE)
_FILLERS = {
    "i": ("just", "really", "also", "still", "actually", "kinda", "honestly"),
    "you": ("just", "also", "maybe", "quickly", "possibly"),
    "to": ("just", "please", "quickly", "maybe", "also"),
}
_FILLED = {word: tuple(f"{word} {filler}" for filler in fillers) for word, fillers in _FILLERS.items()}
_ANSWERS = re.compile(
    r"\b(?=[a-z])(?:yes|yeah|yep|y|(?<!pretty )sure|go ahead|go for it|go on|do it|do that|do so|proceed|carry on|continue"
    r"|confirm\w*|agree\w*|approve\w*|consent|please do|would be(?! (?:the|my|an?|for|from|on|in|to)\b)"
    r"|happy|right(?! (?:now|away))|correct|fine|sounds?|looks?(?! (?:at|into|up|again)\b)|(?<!should )works?"
    r"|all good|definitely|absolutely|certainly|of course|perfect"
    r"|never ?mind|forget(?! to\b)|leave|scrap|drop it|rather"
    r"|(?:don't|do not)(?! (?:know|have|remember|recall|see|like|get)\b)"
    r"|no longer|changed? (?:my mind|of)|decided|instead|second thoughts|stay|keep)\b",
    re.IGNORECASE,
)
"""Words of consent, refusal and change: whoever reads them from the text has to find the sentence as it was meant."""
_SENTENCE_END = re.compile(r"(?<=[.?!])(?= )")
_SMALL_I = re.compile(r"\bi(?=['\s]|$)")
_AFTER_STOP = re.compile(r"(?<=[.?!] )[a-z]")
_BLANKS = re.compile(" {2,}")
_DROPPABLE = re.compile(r"(?<=\w )(?:to|for|of|in|on|that|and|at|with) (?=[a-z])")
_COMMA = re.compile(r"(?<=\w),(?= \w)")


def loosened(segments: Sequence[Segment], rate: float, rng: Random) -> list[Segment]:
    """Return segments with turns of phrase between the values exchanged; 0 changes nothing, 1 whatever can be.

    A sentence that answers or changes anything stays as it is.
    """
    if not rate:
        return list(segments)
    changed: list[Segment] = []
    for sentence in _sentences(segments):
        answers = _ANSWERS.search(" ".join([text for text, fixed in sentence if not fixed]))
        for text, fixed in sentence:
            said = text if fixed or answers else _loose(text, rate, rng)
            if changed and not fixed and not changed[-1][1]:
                said = _AFTER_STOP.sub(lambda found: found[0].upper(), changed.pop()[0] + said)
            changed.append((said, fixed))
    if segments[0][0][:1].isupper() and not segments[0][1]:
        changed[0] = (changed[0][0].lstrip()[:1].upper() + changed[0][0].lstrip()[1:], False)
    return [segment for segment in changed if segment[0]]


def _sentences(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Return segments sentence by sentence; only plain text ends one."""
    sentences: list[list[Segment]] = [[]]
    for text, fixed in segments:
        first, *others = [text] if fixed else _SENTENCE_END.split(text)
        sentences[-1].append((first, fixed))
        sentences += [[(other, False)] for other in others]
    return sentences


def _loose(text: str, rate: float, rng: Random) -> str:
    text = _SOURCES.sub(partial(_replaced, _SWAPS, rate, rng), text)
    text = _DETERMINER.sub(partial(_replaced, _DETERMINERS, 0.65 * rate, rng), text)
    text = _FILLABLE.sub(partial(_replaced, _FILLED, 0.27 * rate, rng), text)
    text = _DROPPABLE.sub(lambda found: "" if rng.random() < 0.1 * rate else found[0], text)
    text = _COMMA.sub(lambda found: "" if rng.random() < rate else found[0], text)
    return _AFTER_STOP.sub(lambda found: found[0].upper(), _SMALL_I.sub("I", _BLANKS.sub(" ", text)))


def _replaced(table: Mapping[str, tuple[str, ...]], rate: float, rng: Random, found: re.Match[str]) -> str:
    return rng.choice(table[found[0].lower()]) if rng.random() < rate else found[0]
