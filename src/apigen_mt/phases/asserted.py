"""What a message asserts: a figure that it denies, waives, guesses at or leaves to choose from is mentioned, and not told.

A message is looked at again only where it mentions a value: without the places at which it asserts nothing, the value still
has to be there.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from apigen_mt.language.spelling import SENTENCE_END
from apigen_mt.language.surface import Reading, normalise, read, states
from apigen_mt.values.value import Value

Spans = Iterator[tuple[int, int]]

# ---- figures --------------------------------------------------------------------------------------------------------

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NUMBER = r"(?>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_FIGURE = (
    rf"(?>{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])(?:,? 20\d\d\b)?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}(?:[, -]{{1,2}}20\d\d\b)?"
    rf"|(?:us)?\$ ?{_NUMBER}|\b{_NUMBER}(?:[/:-]\d+)*(?: ?%| ?(?:percent|dollars?|bucks|usd|[ap]\.?m)\b)?)"
)
_ANY_FIGURE = re.compile(_FIGURE)
_LINES = re.compile(r"\s*[\r\n]+\s*")


def _sort(figure: str) -> str:
    """What a figure is: `date`, `money`, `time`, `percent` or a plain `number`."""
    reading = read(figure)
    sorts = {"date": reading.dates, "money": reading.money, "time": reading.times, "percent": reading.percents}
    return next((sort for sort, found in sorts.items() if found), "number")


def _is_one_of(figure: str, values: Iterable[Value]) -> bool:
    reading = read(figure)
    return any(states(reading, value) for value in values)


# ---- what is not asserted -------------------------------------------------------------------------------------------

# A limit beside a figure tells the figure: "not before 18 May". That nothing can be done tells nothing against it either.
_LIMIT = (
    r"until|till|before|after|than|only|just|earlier|later|sooner|beyond|past|yet|forget|worry|and|but|so|because|since|as"
    r"|that"
)
_DENIED = re.compile(
    r"(?:\bnot|(?<!ca)(?<!could)n't|\bnever|\bno longer|\binstead of|\brather than|\bwithout|\bneither|\bnor)"
    rf"(?: (?!(?:{_LIMIT})\b)[a-z']+){{0,4}} (?P<figure>{_FIGURE})(?! (?:\w+ )?(?:before|after|later|earlier|ahead|in advance)\b)"
)
_ON_CONDITION = re.compile(r"\b(?:if|unless|whether|in case)\b[^.!?;]*$")
_PAID = r"(?:pay|be charged|charged)(?: (?:it|that|this|anything|a thing))?(?= ?(?:[.,!;]|$))"
_FOR_NOTHING = re.compile(
    r"(?<!of )\b(?:it|that|this|which)(?:'s| is| will be|'ll be)(?: (?!still)\w+)?"
    r" (?:free|waived|forgiven|complimentary|on (?:us|me))\b(?! (?:to|until|till|if|when|within|before)\b)"
    r"|\bfree (?:of charge )?(?:for you|today|this time)\b|\bon the house\b(?= ?[.,!?;]|$| (?:today|for|this)\b)"
    r"|\b(?:i|we)(?:'ll| will| can|'ve| have|'d| would)?(?: \w+)? (?:waived?|drop(?:ped)?|forg[ia]ven?)"
    r" (?:it|that|this|the (?:cost|charge|amount))\b|\bno (?:cost|charge) (?:for|to) you\b"
    rf"|\byou(?: won't| don't| do not| needn't| will not|'re not| are not)(?: have to| need to)? {_PAID}"
    r"|\bnothing to pay\b|^(?:is |are |gets? |will be )?(?:\w+ )?waived\b"
)
_OR = re.compile(rf"(?P<one>{_FIGURE}),? or (?:\w+ ){{0,2}}?(?P<other>{_FIGURE})")
_BETWEEN = re.compile(rf"\bbetween (?:\w+ )?(?P<one>{_FIGURE}) and (?:\w+ )?(?P<other>{_FIGURE})")
_LIST = re.compile(rf"{_FIGURE}(?:(?:,? (?:and|or) |[,/&] ?| ; (?:[-*\u2022] ?)?){_FIGURE}){{2,}}")
_ASKS = re.compile(
    r"(?:(?:so|and|or|but|well|hm+)\b,? )?(?:is|are|was|were|does|do|did|has|have|could|can|would|will|should|might|may|shall"
    r"|what|when|which|who|how|why|where|isn't|doesn't|wasn't|won't)\b.*\?"
)
_GUESSES = re.compile(
    r"\b(?:maybe|perhaps|i guess|who knows|not (?:quite |really |entirely )?sure|no idea|supposedly|for all i know"
    r"|i (?:don't|do not|can't|cannot) (?:really |quite )?(?:know|say|tell)|anyone's guess|allegedly)\b"
    rf"|\b(?:might|could|may) (?:well )?be (?:(?:on|at|due|the) ){{0,2}}{_FIGURE}"
)
_TAKEN_BACK = re.compile(
    r"\b(?:(?:scratch|strike|forget) that|no,? wait|wait,? no|i(?: was|'m| am) (?:wrong|mistaken)|i misspoke"
    r"|(?<!if )that(?:'s| was| is) (?:wrong|not right|incorrect|a mistake|not true)|just kidding|only joking"
    r"|(?:no|sorry), i meant?)\b"
)
_OPENING = re.compile(r"^\W*(?:(?:no|nope|sorry|actually|oh|well|or|wait|hm+|rather|and|but|so|yes)\b\W*)+")
_ABOUT = re.compile(r"(?:it|that|this|they|you|we|i|the|your|our)\b.* ")
_CLAUSE_END = re.compile(r"[.!?;,:]+\s+| - | (?:and|but) ")


def _denied(said: str) -> Spans:
    """A figure behind a negation: `not on 18 May`, `instead of $28`."""
    for found in _DENIED.finditer(said):
        if not _ON_CONDITION.search(said, 0, found.start()):
            yield found.span("figure")


def _waived(said: str) -> Spans:
    """An amount that is taken back in the same breath: `$28, but it's free for you`."""
    if not _FOR_NOTHING.search(said):
        return
    start = 0
    before: list[tuple[int, int]] = []
    for sentence in SENTENCE_END.split(said):
        start = said.index(sentence, start)
        free = _FOR_NOTHING.search(sentence)
        amounts = [one for one in _ANY_FIGURE.finditer(sentence) if _sort(one[0]) == "money"]
        if free:
            yield from ((start + one.start(), start + one.end()) for one in amounts if one.end() <= free.start())
            if not amounts:
                yield from before
        before = [(start + one.start(), start + one.end()) for one in amounts]
        start += len(sentence)


def _undecided(said: str, right: Collection[Value]) -> Spans:
    """Figures of which one is meant: `18 May, or 20 May`. Where each of them is right, none is in doubt."""
    for found in (*_OR.finditer(said), *_BETWEEN.finditer(said)):
        one, other = found["one"], found["other"]
        alike = _sort(one) in (_sort(other), "number") and read(one) != read(other)
        if alike and not (_is_one_of(one, right) and _is_one_of(other, right)):
            yield found.span()


def _enumerated(said: str, right: Collection[Value]) -> Spans:
    """Figures that stand in a bare list of three and more of their sort, unless all of them are right."""
    for found in _LIST.finditer(said):
        figures = _ANY_FIGURE.findall(found[0])
        if len({_sort(one) for one in figures}) == 1 and not all(_is_one_of(one, right) for one in figures):
            yield found.span()


def _left_open(said: str) -> Spans:
    """Sentences that ask or guess, and what is taken back later on."""
    start = 0
    for sentence in SENTENCE_END.split(said):
        start = said.index(sentence, start)
        end = start + len(sentence)
        if _ASKS.match(sentence) or _GUESSES.search(sentence):
            yield start, end
        if back := _TAKEN_BACK.search(sentence):
            yield 0, start + back.start()
        start = end


class _Clause(NamedTuple):
    """A clause with figures in it: its words without them, and the figures."""

    words: str
    figures: tuple[str, ...]
    span: tuple[int, int]


def _contradicted(said: str, right: Collection[Value]) -> Spans:
    """Two clauses that are the same but for one figure, of which one is right and the other is not."""
    clauses = list(_clauses(said))
    for one, other in combinations(clauses, 2):
        if one.words != other.words or len(one.figures) != len(other.figures):
            continue
        apart = [pair for pair in zip(one.figures, other.figures, strict=True) if read(pair[0]) != read(pair[1])]
        if (
            len(apart) == 1
            and _sort(apart[0][0]) == _sort(apart[0][1])
            and not all(_is_one_of(f, right) for f in apart[0])
        ):
            yield one.span
            yield other.span


def _clauses(said: str) -> Iterator[_Clause]:
    start = 0
    for end in (*(found.span() for found in _CLAUSE_END.finditer(said)), (len(said), len(said))):
        clause = said[start : end[0]]
        figures = tuple(_ANY_FIGURE.findall(clause))
        words = _OPENING.sub("", _ANY_FIGURE.sub("#", clause)).strip(" .!?")
        if figures and _ABOUT.match(words):
            yield _Clause(words, figures, (start, end[0]))
        start = end[1]


# ---- asking about a message -----------------------------------------------------------------------------------------

# Without any of these words a text denies and waives nothing, or leaves nothing open; they cost less to look for than patterns.
_DENIALS = (
    "not ", "n't ", "never ", "no longer", "instead of", "rather than", "without ", "neither ", "nor ", "free", "waive", "forg",
    "drop", "the house", "complimentary", " on us", " on me", "no cost ", "no charge ", "nothing to pay", "charged",
)  # fmt: skip
_OPENINGS = (
    "maybe", "perhaps", "guess", "who knows", "sure", "no idea", "might ", "could ", "may ", "supposedly", "allegedly", " say",
    " tell", " know", "scratch that", "strike that", "forget that", "wait", "wrong", "mistake", "misspoke", "not right",
    "incorrect", "not true", "kidding", "joking", "i mean",
)  # fmt: skip
_ASKED = re.compile(r"\d[^.!?;]*\?")


class Proposal(NamedTuple):
    """A text that asks for a go-ahead, and without what it does not assert."""

    reading: Reading
    asserted: Reading

    def offers(self, value: Value) -> bool:
        """Tell whether it states a value as what will hold: neither denied nor waived, nor one of several."""
        return states(self.reading, value) and (self.asserted is self.reading or states(self.asserted, value))


def proposal(text: str, right: Collection[Value], foreign: Callable[[str], Spans]) -> Proposal:
    """Read a proposal.

    Args:
        text: What the agent says.
        right: The values that it has to state.
        foreign: Gives the places of amounts in other currencies.
    """
    reading = read(text)
    said = _folded(text, reading)
    blanks = [*foreign(said)] if reading.numbers else []
    if any(map(said.__contains__, _DENIALS)):
        blanks += [*_denied(said), *_waived(said)]
    if " or " in said:
        blanks += _undecided(said, right)
    return Proposal(reading, _without(said, blanks) if blanks else reading)


def tells(text: str, value: Value, right: Collection[Value], foreign: Callable[[str], Spans]) -> bool:
    """Tell whether a message answers with a value: as a proposal offers one, and in no question, guess or list to choose from.

    Args:
        text: What the agent says.
        value: The answer.
        right: This and the other answers that have to be told.
        foreign: Gives the places of amounts in other currencies.
    """
    reading = read(text)
    if not states(reading, value):
        return False
    said = _folded(text, reading)
    blanks = [*foreign(said)] if reading.numbers else []
    if any(map(said.__contains__, _DENIALS)):
        blanks += [*_denied(said), *_waived(said)]
    if _has_others(reading, value, right):
        blanks += [*_undecided(said, right), *_enumerated(said, right), *_contradicted(said, right)]
    if _is_left_open(said):
        blanks += _left_open(said)
    return not blanks or states(_without(said, blanks), value)


def _has_others(reading: Reading, value: Value, right: Collection[Value]) -> bool:
    """Whether a text states figures of a value's sort beside the right ones."""
    if value.kind == "date":
        days = {tuple(map(int, str(one.value).split("-")))[1:] for one in right if one.kind == "date"}
        return len(reading.dates) > 1 and any(day[1:] not in days for day in reading.dates)
    figures = {"money": reading.money or reading.numbers, "count": reading.numbers, "percent": reading.percents}
    if value.kind in figures:
        amounts = {round(abs(float(one.value)), 2) for one in right if one.kind == value.kind}
        return not figures[value.kind] <= amounts
    return value.kind == "time" and len(reading.times) > 1


def _is_left_open(said: str) -> bool:
    hinted = any(map(said.__contains__, _OPENINGS)) and (_GUESSES.search(said) or _TAKEN_BACK.search(said))
    return bool(hinted or ("?" in said and _ASKED.search(said)))


def undecided(text: str, right: Collection[Value]) -> bool:
    """Tell whether a message leaves open which of several figures is meant, one of them a right one."""
    said = _folded(text, read(text))
    return any(_is_one_of(said[start:end], right) for start, end in _undecided(said, right))


def _folded(text: str, reading: Reading) -> str:
    """Return a text normalised, with its lines kept apart."""
    return normalise(_LINES.sub(" ; ", text.strip())) if "\n" in text else reading.text


def _without(said: str, blanks: Iterable[tuple[int, int]]) -> Reading:
    left = list(said)
    for start, end in blanks:
        left[start:end] = "|" * (end - start)
    return read("".join(left))
