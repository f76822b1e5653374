"""Style: how a person's manner of writing shapes what they say, without ever touching a value.

`dress` works on the text between values only, so a value comes out verbatim whatever the style. Typing errors keep off
the words that carry yes or no, because whoever reads consent from the text has to find it there.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from apigen_mt.language.grammar import Segment, Words
from apigen_mt.language.loosen import loosened
from apigen_mt.values.persona import Punctuation, Style

_YES_AND_NO = """
    about absolutely acceptable adding affirmative after against agree agreed ahead all already alright always
    anymore anyway appreciate approve approved away awesome back book bother brilliant cancel cannot cant carry
    certainly change changed changing completely confirm confirmed consent consider continue cool correct couldn
    couldnt course decided decline definitely details didnt different doesnt done dont drop else enough everything
    exactly excellent fantastic fine forget give going good great happy hasnt have havent hold indeed instead isnt
    just keep leave left less lets longer looks lovely means mind minds more move must need neither never nevermind
    none nope not nothing okay only over pass perfect please proceed rather reconsidered right sake same scrap seems
    send sent skip sorry sounds stay stet stop super sure take than thank thanks that thats then there theres these
    they thing things think thinking this those thoughts totally undo until very wait want wasnt went what whats when will
    wish with without wonderful wont work works would wouldn wouldnt yeah yep yes your
"""
PROTECTED = frozenset(_YES_AND_NO.split())
"""Words that are never mistyped, nor is another word mistyped into one: those that carry consent, refusal or a change."""

_WORD = re.compile(r"(?<![\w'])[A-Za-z]{4,}(?![\w'])")
_BESIDE = "sq vn xv sf wr dg fh gj uo hk jl k nk bm ip o wa et ad ry yi cb qe zc tu xs"
_NEIGHBOURS = dict(zip("abcdefghijklmnopqrstuvwxyz", _BESIDE.split(" "), strict=True))
"""Letter -> the letters beside it on the keyboard."""

_EXPANSIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), full)
    for pattern, full in (
        (r"(?<=\bi)'m\b", " am"),
        (r"\bcan't\b(?! (?:i|you|we|it|that)\b)", "cannot"),
        (r"\bwon't\b(?! (?:i|you|we|it|that)\b)", "will not"),
        (r"(?<=\w)n't\b(?! (?:i|you|we|it|that|they)\b)", " not"),
        (r"(?<=\w)'re\b", " are"),
        (r"(?<=\w)'ve\b", " have"),
        (r"(?<=\w)'ll\b", " will"),
        (r"(?<=\w)'d\b", " would"),
        (r"\b(it|that)'s (been|got)\b", r"\1 has \2"),
        (r"\b(it|that|there|what|here|everything|something|name)'s\b", r"\1 is"),
    )
)
_APOSTROPHE = re.compile(
    r"\b(don|doesn|didn|can|couldn|won|wouldn|isn|wasn|haven|hasn|that|it|there|what|let|i|you|they)'(t|s|m|ve|re)\b",
    re.IGNORECASE,
)
_SHORTHAND = re.compile(r"\b(?:you|your|please|thanks|thank you|because|are you|okay|tomorrow|though)\b", re.IGNORECASE)
_SHORT = {
    "you": "u",
    "your": "ur",
    "please": "pls",
    "thanks": "thx",
    "thank you": "thx",
    "because": "cos",
    "are you": "r u",
    "okay": "ok",
    "tomorrow": "tmrw",
    "though": "tho",
}
_SHORTENED = 0.75
_SMALL_START = 0.6
# Looking back comes after the letter or comma, because a pattern that starts with a letter is found faster.
_SMALL_I = re.compile(r"I\b(?<!\wI)")
_START = re.compile(r"([.?!](?<!\.[.?!]) )([A-Z])(?=[a-z' ])")
_BRIEF = 6
"""Words up to which a light punctuator always leaves out the closing full stop."""
_CLOSING_DROPPED = 0.6
_COMMA = re.compile(r",(?<=\w,)(?= \w)")
_COURTESY_COMMA = re.compile(
    r",(?:(?<=\w,)(?= (?:please|thanks|thank you|sorry|cheers)\b)|(?<=\b[Hh]i,)|(?<=\b[Hh]ey,))"
)
_QUESTION_DROPPED = 0.5
_SENTENCE_END = re.compile(r"(?<=[.?!]) ")
_WARM = re.compile(
    r"\b(?:thank|thanks|thx|cheers|great|perfect|awesome|wonderful|lovely|brilliant|amazing|excellent|nice|love|hi|hello|hey"
    r"|bye|goodbye|day|one|week|evening|weekend|yes|yeah|yep|please|sure|absolutely|definitely|do it|go for it|go ahead|help"
    r"|oh|wow|ugh|no|never|broken|smashed|terrible|hurry|quick|soon|asap|promise|lol|haha|appreciate|star|glad|happy|all|it)\b",
    re.IGNORECASE,
)
_WARMER = 2.4
"""How much more often those sentences have it than a person's sentences on the whole."""


def dress(words: Words, style: Style, rng: Random, *, answers: bool = True) -> str:
    """Write what is said in a person's style: equal words, style and random state give equal text.

    What `answers` a proposal keeps its words of consent, refusal and change as they are.
    """
    if not words.segments:
        return ""
    segments: Sequence[Segment] = words.segments
    if style.ease:
        segments = loosened(segments, style.ease.loose, rng, answers=answers)
        if style.ease.plain_codes:
            segments = [(_plainly(text, rng) if fixed else text, fixed) for text, fixed in segments]
    segments = _punctuated(segments, style, rng)
    changes = _changes(style, rng)
    for change in changes:
        segments = [(text if fixed else change(text), fixed) for text, fixed in segments]
    if style.case == "sloppy" and not segments[0][1] and rng.random() < _SMALL_START:
        segments[0] = (segments[0][0][:1].lower() + segments[0][0][1:], False)
    return "".join([text for text, _ in segments])


def _changes(style: Style, rng: Random) -> list[Callable[[str], str]]:
    """What the style does to any text, in order: contractions are settled before letters are mistyped."""
    changes: list[Callable[[str], str]] = []
    if style.contractions == "expanded":
        changes.append(_expanded)
    elif style.contractions == "missing_apostrophe":
        changes.append(partial(_APOSTROPHE.sub, r"\1\2"))
    if style.shorthand:
        changes.append(partial(_SHORTHAND.sub, partial(_shortened, rng)))
    if style.typos:
        changes.append(partial(_WORD.sub, partial(_mistyped, style.typos, rng)))
    if style.case == "lower":
        changes.append(str.lower)
    elif style.case == "sloppy":
        changes.append(partial(_sloppy, rng))
    return changes


_CODE = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Z0-9]+(?:[ -][A-Z0-9]+)+")
_HYPHEN = re.compile(r"\b([A-Z]{2,})-(\d+)\b")
_DIGIT = re.compile(r"\d")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# A month inside an address is no date, so a day has to stand beside it and nothing else after it.
_MONTH = re.compile(
    rf"(?<=(?:st|nd|rd|th) of )(?:{_MONTHS})$|(?<=(?:st|nd|rd|th) )(?:{_MONTHS})$|(?<=\d )(?:{_MONTHS})$"
    rf"|(?:{_MONTHS})(?= \d{{1,2}}(?:st|nd|rd|th)?$)"
)
_OF_MONTH = re.compile(r"(?<=st|nd|rd|th) of ")
_PHONE = re.compile(r"\d{3,}(?: \d{3,})+")


def _plainly(value: str, rng: Random) -> str:
    """Return a value as it is, but for blanks and hyphens in a code and for how the month of a day is written."""
    if not _DIGIT.search(value):
        return value
    if _MONTH.search(value):
        value = _OF_MONTH.sub(rng.choice((" of ", " ")), value)
        return _MONTH.sub(lambda found: rng.choice((found[0], found[0].lower(), found[0][:3].lower())), value)
    if _CODE.fullmatch(value) or _PHONE.fullmatch(value):
        return value.replace(" ", "").replace("-", "")
    return _HYPHEN.sub(r"\1\2", value)


def _punctuated(segments: Sequence[Segment], style: Style, rng: Random) -> list[Segment]:
    """Leave out, or change, the marks that the style is careless about; those beside a value keep values apart."""
    dressed = list(segments)
    if style.punctuation == "none":
        dressed = [(text if fixed else _COMMA.sub("", text), fixed) for text, fixed in dressed]
    elif style.punctuation == "light":
        dressed = [(text if fixed else _COURTESY_COMMA.sub("", text), fixed) for text, fixed in dressed]
    text, fixed = dressed[-1]
    if fixed:
        return dressed
    ending = text[-1:]
    if ending == "." and not text.endswith(".."):
        brief = sum(text.count(" ") for text, _ in segments) < _BRIEF
        if rng.random() < _WARMER * style.exclaims and _is_warm(dressed):
            text = text[:-1] + "!"
        elif rng.random() < _dropping(style.punctuation, brief):
            text = text[:-1]
    elif style.punctuation == "none" and (ending == "!" or (ending == "?" and rng.random() < _QUESTION_DROPPED)):
        text = text[:-1]
    dressed[-1] = (text, False)
    return dressed


def _is_warm(segments: Sequence[Segment]) -> bool:
    """Whether the last sentence is one that people put an exclamation mark behind: a greeting, thanks, joy, a plea, a woe."""
    ending, fixed = segments[-1]
    if len(segments) > 1 and segments[-2][1] and not fixed and not _SENTENCE_END.search(ending):
        return False
    return _WARM.search(_SENTENCE_END.split(ending)[-1]) is not None


def _dropping(punctuation: Punctuation, brief: bool) -> float:
    """Return how likely a closing full stop is left out."""
    if punctuation == "light":
        return 1.0 if brief else _CLOSING_DROPPED
    return 1.0 if punctuation == "none" else 0.0


def _expanded(text: str) -> str:
    if "'" in text:
        for pattern, full in _EXPANSIONS:
            text = pattern.sub(full, text)
    return text


def _shortened(rng: Random, found: re.Match[str]) -> str:
    word = found[0]
    if rng.random() >= _SHORTENED:
        return word
    short = _SHORT[word.lower()]
    return short.capitalize() if word[0].isupper() else short


def _sloppy(rng: Random, text: str) -> str:
    text = _SMALL_I.sub("i", text)
    return _START.sub(lambda found: found[1] + found[2].lower() if rng.random() < _SMALL_START else found[0], text)


def _mistyped(rate: float, rng: Random, found: re.Match[str]) -> str:
    """Swap, drop, double or miss one letter after the first, unless it would touch a protected word."""
    word = found[0]
    if rng.random() >= rate or word.lower() in PROTECTED:
        return word
    place = rng.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    slip = rng.randrange(4)
    if slip == 0:
        wrong = before + after[0] + letter + after[1:]
    elif slip == 1:
        wrong = before + after
    elif slip == 2:
        wrong = before + letter + letter + after
    else:
        wrong = before + rng.choice(_NEIGHBOURS.get(letter.lower(), letter)) + after
    return word if wrong.lower() in PROTECTED else wrong
