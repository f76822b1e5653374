"""How values look in text: writing them, and judging from text alone whether one was stated.

`render` writes one of several usual forms; `read` parses a text once; `states` compares. Everything `render`
writes, `states` recognises. Dates with slashes are month first, amounts are US-dollar style.
"""

import datetime
import random
import re
import unicodedata
from functools import lru_cache

import msgspec

from apigen_mt.values.value import Value

Date = tuple[int | None, int, int]
"""(year or None, month, day)."""

# --- Writing ------------------------------------------------------------------------------------------------

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LARGEST_SPELT = 12


def render(value: Value, rng: random.Random, casual: bool) -> str:
    """Write a value in one of its usual surface forms, chosen by `rng`.

    `casual` admits forms that only a customer would type ("mar 12", "3/12", "84 bucks"). Names, codes,
    phrases and email addresses are written as they are.
    """
    return rng.choice(_forms(value, casual))


def render_in_full(value: Value, rng: random.Random, casual: bool = False) -> str:
    """Write a value so that it stands for itself: as `render` does, but a date has its year, `casual` mostly 3/12/2026."""
    if value.kind == "date":
        date = datetime.date.fromisoformat(str(value.value))
        slashed = [f"{date.month}/{date.day}/{date.year}", f"{date.month:02}/{date.day:02}/{date.year}"]
        typed = f"{_MONTHS[date.month - 1][:3].lower()} {date.day} {date.year}"
        return rng.choice([*slashed, date.isoformat(), typed, *_dated_forms(date)] if casual else _dated_forms(date))
    return render(value, rng, casual=False)


def _forms(value: Value, casual: bool) -> list[str]:
    """Every surface form of a value, clear ones first."""
    match value.kind:
        case "money":
            return _money_forms(abs(float(value.value)), casual)
        case "date":
            return _date_forms(datetime.date.fromisoformat(str(value.value)), casual)
        case "time":
            return _time_forms(str(value.value), casual)
        case "count":
            n = int(value.value)
            return [str(n), _ONES[n]] if 0 <= n <= _LARGEST_SPELT else [str(n)]
        case "percent":
            share = f"{float(value.value):g}"
            return [f"{share}%", f"{share} percent"]
        case "code" | "name" | "text" | "email":
            return [str(value.value)]


def _money_forms(amount: float, casual: bool) -> list[str]:
    whole = round(amount, 2).is_integer()
    forms = [f"${amount:,.2f}", f"{amount:,.2f} dollars"]
    if whole:
        forms.append(f"${amount:,.0f}")
    if casual:
        forms += [f"{amount:.0f} bucks", f"{amount:.0f} dollars"] if whole else [f"{amount:.2f}"]
    return forms


def _date_forms(date: datetime.date, casual: bool) -> list[str]:
    month, d = _MONTHS[date.month - 1], date.day
    suffix = "th" if 11 <= d <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(d % 10, "th")
    if casual:
        short = month[:3].lower()
        ordinal = f"{d}{suffix}"
        return [
            f"{short} {d}",
            f"{d} {short}",
            f"{month} {ordinal}",
            f"the {ordinal} of {month}",
            f"{date.month}/{d}",
        ]
    return [f"{d} {month}", f"{month} {d}", *_dated_forms(date)]


def _dated_forms(date: datetime.date) -> list[str]:
    month = _MONTHS[date.month - 1]
    return [f"{month} {date.day}, {date.year}", f"{date.day} {month} {date.year}"]


def _time_forms(hhmm: str, casual: bool) -> list[str]:
    hour, minute = map(int, hhmm.split(":"))
    half, twelve = "ap"[hour >= 12] + "m", hour % 12 or 12
    if not casual:
        return [f"{twelve}:{minute:02} {half}", f"{hour:02}:{minute:02}"]
    if minute == 0:
        return [f"{twelve}{half}", f"{twelve} {half}"]
    return [f"{twelve}:{minute:02}{half}", f"{hour}:{minute:02}"]


# --- Normalising --------------------------------------------------------------------------------------------

# Written as escapes because these marks look alike.
_STRAIGHT = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc`", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
    | dict.fromkeys("\u2014\u2015", " - ")
)


def _straighten(text: str) -> str:
    """Straight quotes and dashes, no accents, single spaces; letter case kept."""
    if not text.isascii():
        # People leave accents out, so José and Jose are one name.
        decomposed = unicodedata.normalize("NFKD", text.translate(_STRAIGHT))
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """Casefold, fold white space, straighten typographic quotes and dashes, drop accents."""
    return _straighten(text).casefold()


def plain_code(code: str) -> str:
    """The form in which codes compare: casefolded, no leading "#", no spaces and hyphens inside."""
    return _closed_up(normalise(code))


def _closed_up(code: str) -> str:
    return code.lstrip("#").replace("-", "").replace(" ", "")


_LOOSE_PUNCTUATION = re.compile(r"[,;:!?()\"]+|\.+(?!\d)")


@lru_cache(maxsize=8192)
def _words_only(text: str) -> str:
    """Normalised text without sentence punctuation: people drop the comma of "14 Larch Road, Apt 2"."""
    return " ".join(_LOOSE_PUNCTUATION.sub(" ", text).split())


# --- Number words -------------------------------------------------------------------------------------------

_WORTH = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALE = {"hundred": 100, "thousand": 1000, "dozen": 12}
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join((*_WORTH, *_SCALE))})\b(?!'\w)")


def _spelt_pattern() -> re.Pattern[str]:
    """English cardinals below a million. Only well-formed runs join: "two one" stays two numbers."""
    below_20 = "|".join(sorted(_ONES, key=len, reverse=True))
    below_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[1:10])})\b)?|{below_20})\b"
    scales = r"(?:hundred|dozen)\b"
    below_1000 = rf"(?:(?:a|{below_100}) {scales}(?: (?:and )?{below_100})?|{below_100}|{scales})"
    thousands = rf"(?:a thousand\b|{below_1000}(?: thousand\b)?)"
    # The look at the initial only makes the search faster.
    return re.compile(rf"(?=[adefhnostz])\b{thousands}(?:(?<=thousand) (?:and )?{below_1000})?")


_SPELT = _spelt_pattern()
_ONE = re.compile(r"one\b(?<!\wone)")
# In these "one" stands for a thing or belongs to an idiom; it counts nothing.
_PRONOUN_ONE = re.compile(
    r"\b(?:(?:the|that|this|these|which|an?|another|my|your|no|any|some|each|every) "
    r"(?:(?!(?:to|is|was|be|are|for|of|with|at|from|as|just|only|by|have|want|need|order|leaves|makes)\b)"
    r"\w+ )?one"
    r"|one(?=[ -](?:way|time|moment|sec|second|minute|more thing|last thing|question)\b))\b"
)


def _spelt_value(match: re.Match[str]) -> str:
    total = part = 0
    for word in match[0].replace("-", " ").split():
        if word in _WORTH:
            part += _WORTH[word]
        elif word == "thousand":
            total, part = (part or 1) * 1000, 0
        elif word in _SCALE:
            part = (part or 1) * _SCALE[word]
    return str(total + part)


def _with_digits(text: str) -> str:
    """Number words of a normalised text written as digits."""
    if not _NUMBER_WORD.search(text):
        return text
    if _ONE.search(text):
        text = _PRONOUN_ONE.sub(lambda found: found[0].removesuffix("one") + "_", text)
    return _SPELT.sub(_spelt_value, text)


# --- Reading ------------------------------------------------------------------------------------------------

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTH_NUMBER = {name[:3].lower(): n for n, name in enumerate(_MONTHS, 1)}
_MEANT = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|usd?|x"
"""Initial letters of words that the scan reads."""
_YEAR = r"(?:19|20)\d\d\b(?!:)"
# Atomic, so that "1.2k" is never cut down to "1".
_NUM = r"(?>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)"

# One pass over the text; every stretch belongs to the first alternative that takes it: the 12 of "March 12"
# is no count, the 84.20 of "R-84.20" no amount. What is more specific comes first; unnamed ones only consume.
_SCAN = re.compile(
    rf"""
      (?:(?!{_MEANT})[a-z']+(?![\w$-])[\ ,.!?;:]*)+     # plain words: most of any text, so taken in one go
    | (?P<iso>(?P<iso_y>\d{{4}})[-/](?P<iso_m>\d\d)[-/](?P<iso_d>\d\d)(?![\w-]))
    | (?P<dmy>(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th)?(?:\ of)?[ -](?P<dmy_m>{_MONTH})
        (?:[, -]{{1,2}}(?P<dmy_y>{_YEAR}))?)
    | (?P<mdy>(?P<mdy_m>{_MONTH})(?:\ the)?[ -](?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|:\d|\.\d)
        (?:[, -]{{1,2}}(?P<mdy_y>{_YEAR}))?)
    | 24/7\b
    | (?P<slash>(?P<slash_1>\d{{1,2}})/(?P<slash_2>\d{{1,2}})(?:/(?P<slash_y>\d{{4}}|\d\d))?(?![\w/]))
    | (?P<half_day>(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\ ?(?P<half>[ap])\.?m\b\.?)
    | (?P<clock>(?P<clock_h>\d{{1,2}}):(?P<clock_m>[0-5]\d)(?::[0-5]\d)?(?![\w:]))
    | (?P<percent>(?P<share>{_NUM})\ ?(?:%|percent\b|per\ cent\b|pct\b))
    | (?P<money>(?:(?:us)?\$\ ?|usd\ ?)(?P<after_sign>{_NUM})(?!\w)
        | (?P<before_sign>{_NUM})\ ?(?:\$(?!\ ?\d)|(?:us\ )?dollars?\b|bucks?\b|usd\b)
          (?:\ (?:and\ )?(?P<cents>\d{{1,2}})\ cents?\b)?)
    | \d+(?:st|nd|rd|th)\b
    | (?<![a-z]\d\ )(?<![a-z]\d\d\ )(?P<quantity>(?P<size>{_NUM})(?:x\b|\ ?(?:kg|lbs?|ml|cm|mm|oz|hrs?|mins?)\b
          |(?=-[a-z]{{3,}})|(?=-\d{{1,2}}(?![\w-])))
        | x\ ?(?P<times>\d{{1,2}})\b)
    | (?P<code>\#\ ?[a-z0-9]+(?:-[a-z0-9]+)*
        | (?=[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*(?:\.\d+)*
        | \d+(?:-\d+)+)
    | (?P<number>{_NUM})(?!\w|\.\d)
    | \w+(?:\.\d+)*
    """,
    re.VERBOSE,
)
_NO_CODE = frozenset(("iso", "dmy", "mdy", "slash", "half_day", "clock", "percent", "money", "quantity"))

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_CAPITALS = re.compile(r"\b[A-Z]{5,}\b")
_MASK = re.compile(r"\b(?>x{2,}[ -]?)+(?=\d)")
_NAMED_TIME = {"noon": 720, "midday": 720, "midnight": 0}
# Without such a word before it, midnight may well be a colour.
_AT_NAMED_TIME = re.compile(r"\b(?:12|at|by|until|till|before|after|around|between)\s+(noon|midday|midnight)\b")


class Reading(msgspec.Struct, frozen=True):
    """What one text states. Made by `read`."""

    text: str
    """Normalised: casefolded, white space folded, quotes straight, accents dropped."""
    numbers: frozenset[float]
    """Numbers that stand alone, in digits or words: no part of a date, time, amount, percentage or code."""
    money: frozenset[float]
    """Amounts marked by $, dollars, bucks or USD, or written with two decimals; rounded to the cent."""
    dates: frozenset[Date]
    times: frozenset[int]
    """Minutes since midnight."""
    percents: frozenset[float]
    emails: frozenset[str]
    codes: frozenset[str]
    """What looks like an identifier, in the form of `plain_code`: four digits and more, letters mixed with
    digits, words of five capitals and more."""
    code_text: str
    """The text without dates, times, amounts, percentages and emails: where given codes are looked for."""


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Parse a text once; the latest few thousand readings are kept."""
    straight = _straighten(text)
    folded = straight.casefold()
    numbers: set[float] = set()
    money: set[float] = set()
    dates: set[Date] = set()
    times: set[int] = set()
    if "noon" in folded or "mid" in folded:
        times.update(_NAMED_TIME[name] for name in _AT_NAMED_TIME.findall(folded))
    percents: set[float] = set()
    codes = {capitals.casefold() for capitals in _CAPITALS.findall(straight)} if _shouts(straight) else set[str]()

    scanned = folded
    emails: frozenset[str] = frozenset()
    if "@" in scanned:
        emails = frozenset(address.rstrip(".-") for address in _EMAIL.findall(scanned))
        scanned = _EMAIL.sub("|", scanned)
    if "xx" in scanned:
        scanned = _MASK.sub("", scanned)
    scanned = _with_digits(scanned)
    kept: list[str] = []
    end = 0
    # Everything that the scan finds has a digit in it.
    for match in _SCAN.finditer(scanned) if _has_digit(scanned) else ():
        kind = match.lastgroup
        if kind is None:
            continue
        if kind in _NO_CODE:
            kept += (scanned[end : match.start()], "|")
            end = match.end()
        match kind:
            case "number":
                written = match["number"]
                numbers.add(_float(written))
                if written[-3:-2] == ".":
                    money.add(_float(written))
                if len(written) >= 4 and written.isdigit():
                    codes.add(written)
            case "code":
                codes.add(_closed_up(match[0]))
            case "money":
                amount = _float(match["after_sign"] or match["before_sign"])
                money.add(round(amount + int(match["cents"] or 0) / 100, 2))
            case "quantity":
                numbers.add(_float(match["size"] or match["times"]))
            case "percent":
                percents.add(_float(match["share"]))
            case "half_day":
                hour = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0)
                times.add(60 * hour + int(match["minute"] or 0))
            case "clock":
                times.add(60 * int(match["clock_h"]) + int(match["clock_m"]))
            case _:
                dates.update(_date(match, kind))
    return Reading(
        text=folded,
        numbers=frozenset(numbers),
        money=frozenset(money),
        dates=frozenset(dates),
        times=frozenset(times),
        percents=frozenset(percents),
        emails=emails,
        codes=frozenset(codes),
        code_text="".join(kept) + scanned[end:],
    )


_has_digit = re.compile(r"\d").search
_shouts = re.compile(r"[A-Z]{5}").search


def _float(written: str) -> float:
    return float(written.replace(",", ""))


def _date(match: re.Match[str], kind: str) -> tuple[Date, ...]:
    """The date that a match of the scan writes; none if there is no such day."""
    if kind == "slash":
        month, d, year = int(match["slash_1"]), int(match["slash_2"]), match["slash_y"]
        if month > 12:
            # 25/12 can only be day first.
            month, d = d, month
        if year and len(year) == 2:
            year = f"20{year}"
    elif kind == "iso":
        month, d, year = int(match["iso_m"]), int(match["iso_d"]), match["iso_y"]
    else:
        month = _MONTH_NUMBER[match[f"{kind}_m"][:3]]
        d, year = int(match[f"{kind}_d"]), match[f"{kind}_y"]
    if not (1 <= month <= 12 and 1 <= d <= 31):
        return ()
    return ((int(year) if year else None, month, d),)


# --- Comparing ----------------------------------------------------------------------------------------------


def states(reading: Reading, value: Value) -> bool:
    """Does the text state this value, in any accepted form?

    Money agrees to the cent, in magnitude; a number without a mark counts if it stands alone. A date agrees
    with or without a year, but never with another year. A code may differ in case, "#", spaces and hyphens,
    yet has to be a token of its own. Names and phrases agree word by word.
    """
    match value.kind:
        case "money":
            amount = round(abs(float(value.value)), 2)
            return amount in reading.money or amount in reading.numbers
        case "count":
            return float(value.value) in reading.numbers
        case "percent":
            return float(value.value) in reading.percents
        case "date":
            year, month, d = map(int, str(value.value).split("-"))
            return (None, month, d) in reading.dates or (year, month, d) in reading.dates
        case "time":
            hour, minute = map(int, str(value.value).split(":"))
            return 60 * hour + minute in reading.times
        case "code":
            return _states_code(plain_code(str(value.value)), reading.code_text)
        case "email":
            return normalise(str(value.value)) in reading.emails
        case "name" | "text":
            return _stands_in(_words_only(normalise(str(value.value))), _words_only(reading.text))


def amounts(reading: Reading) -> frozenset[float]:
    """Every amount of money stated, in currency units."""
    return reading.money


def dates(reading: Reading) -> frozenset[Date]:
    """Every date stated."""
    return reading.dates


def codes(reading: Reading) -> frozenset[str]:
    """Everything that looks like an identifier, in the form of `plain_code`."""
    return reading.codes


def _states_code(code: str, text: str) -> bool:
    """Is the code there as a token of its own, whatever spaces and hyphens are inside it?

    Neither part of a longer token ("R-4421" does not state 4421) nor of a longer number ("4,421.50").
    """
    if not code or code not in _without_gaps(text):
        return False
    at = text.find(code[0])
    while at >= 0:
        end = _end_of_code(code, text, at)
        if end and not _touches(text, at, end):
            return True
        at = text.find(code[0], at + 1)
    return False


@lru_cache(maxsize=4096)
def _without_gaps(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


def _end_of_code(code: str, text: str, at: int) -> int:
    """Where a code that starts at a place in the text ends; 0 if another text stands there."""
    for character in code:
        while text[at : at + 1] in (" ", "-"):
            at += 1
        if text[at : at + 1] != character:
            return 0
        at += 1
    return at


def _touches(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (
        _is_plain(before[-1:])
        or (before[-1:] == "-" and _is_plain(before[:-1]))
        or (before[-1:] in (".", ",") and before[:-1].isdigit())
        or _is_plain(after[:1])
        or (after[:1] == "-" and _is_plain(after[1:]))
        or (after[:1] in (".", ",") and after[1:].isdigit())
    )


def _is_plain(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _stands_in(phrase: str, words: str) -> bool:
    """Is the phrase there with no letter or digit touching either end?"""
    at = words.find(phrase) if phrase else -1
    while at >= 0:
        end = at + len(phrase)
        if not words[at - 1 : at].isalnum() and not words[end : end + 1].isalnum():
            return True
        at = words.find(phrase, at + 1)
    return False
