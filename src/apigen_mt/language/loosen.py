"""Loose speech: the turns of phrase that people exchange, shorten and leave out without meaning anything else.

Templates say a thing in whole sentences; somebody who types swaps half of the small words. Rules touch the words between
values only, none of those that carry consent, refusal or a change, and each only where its frame takes what it puts there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from random import Random
from typing import NamedTuple

from apigen_mt.language.grammar import Segment


class Rule(NamedTuple):
    """What may be said instead, and between which words; none named is any."""

    options: tuple[str, ...]
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


START, VALUE = "^", "$"
"""What a rule calls the start of a sentence and a value."""

_LINE = re.compile(r"([^{:]+?) *(?:\{([^_]*?) ?_ ?([^}]*)\})?: (.+)")
_ROUND = re.compile(r"\[([\d.]+)\]")
_NOTHING = "-"
_PART_OF_PHRASES = """
    bit boat break case chance concert couple day doctor end event few first friend girl good great guy hand head
    hundred kid kids kind last least little look lot man mess middle mind minimum moment million minute money name
    most next nice one
    only original other outbound party person point promise quarter quick right correct rest return rush same second shame thing
    time ton way weather weekend whole world week while year
"""
_NOT_DROPPED = frozenset(_PART_OF_PHRASES.split())
"""Words whose article is part of the phrase."""
_LEADS = ("so", "well", "hey", "um", "hm", "basically", "look", "ah", "uh", "and", "hey so", "um so")
_TAILS = (
    " please",
    " thanks",
    ", please",
    ", thanks",
    " if possible",
    " if that's ok",
    " if you can",
    " today",
    " for me",
)
_REMARKS = (" haha", ", you know", " tho", " btw", ", I guess", " I think")
_FEW = 4
"""Words from which on a sentence bears one more."""
_MOVED = 0.4
"""How often a plea goes to the end of a request."""
_ADDED = 0.36
"""How often a sentence of whoever speaks most loosely gets a word in front or behind that it could do without."""


class Rules:
    """Turns of phrase with what may stand in their places."""

    def __init__(self, rules: Iterable[tuple[str, Rule]], share: float) -> None:
        """Take rules by what they replace, and how often they apply beside how loosely somebody speaks."""
        self.table: dict[str, list[Rule]] = {}
        for source, rule in rules:
            self.table.setdefault(source, []).append(rule)
        self.share = share
        initials: dict[str, list[str]] = {}
        for source in sorted(self.table, key=len, reverse=True):
            initials.setdefault(source[0], []).append(re.escape(source[1:]))
        # A tenth of the time that it takes to look for all of them in a row.
        any_of = "|".join(f"{re.escape(initial)}(?:{'|'.join(rests)})" for initial, rests in initials.items())
        self.pattern = re.compile(rf"(?<![\w'-])(?:{any_of})(?![\w'-])", re.IGNORECASE)


def _read(text: str) -> Iterator[Rules]:
    """Yield round after round of rules; a ValueError names the line that is none."""
    lists: dict[str, set[str]] = {}
    share, rules = 0.0, list[tuple[str, Rule]]()
    for line in text.splitlines():
        if line[:1] == "@":
            name, *words = line.split()
            lists.setdefault(name, set()).update(words)
        elif begins := _ROUND.fullmatch(line):
            if rules:
                yield Rules(rules, share)
            share, rules = float(begins[1]), []
        elif line and line[0] != "#":
            rules.append(_rule(line, lists))
    yield Rules(rules, share)


def _rule(line: str, lists: Mapping[str, set[str]]) -> tuple[str, Rule]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"this is no rule of loose speech: {line!r}")
    source, before, after, options = found.groups(default="")
    named = (
        frozenset[str]().union(*(lists.get(word, {word}) for word in words.split("|"))) for words in (before, after)
    )
    said = tuple("" if option == _NOTHING else option for option in options.split(", "))
    return source, Rule(said, *(words - {""} for words in named))


_ROUNDS = tuple(_read((files("apigen_mt.language") / "loose.txt").read_text("utf-8")))
EXCHANGED = _ROUNDS[0]
"""The turns of phrase; articles and small words come after them."""

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
# Looking back comes after the letter or comma, because a pattern that starts with a letter is found faster.
_SMALL_I = re.compile(r"i(?=['\s]|$)(?<!\wi)")
_AFTER_STOP = re.compile(r"(?<=[.?!] )[a-z]")
_BLANKS = re.compile(" {2,}")
_ARTICLE = re.compile(r"(?<![\w'-])(?<!one of )(?:the|my|an?) (?=([a-z]{3,}))", re.IGNORECASE)
_UNSAID = 0.55
"""How often whoever speaks most loosely leaves an article out."""
_POINTED = 0.28
_COMMA = re.compile(r",(?<=\w,)(?= \w)")
_OPENER = r"(?:hi|hello|hey|so|right|well|ok|okay|hm|hmm|oh|ah|um|also|plus|and|but|yeah)"
_AT_START = re.compile(rf"(?:^|\b{_OPENER},? |: )$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([\w']+) $")
_WORD_AFTER = re.compile(r" ([\w']+)")
_WORDS = re.compile(r"[a-z']+")
_ASKS = re.compile(
    rf" ?(?:{_OPENER},? )*(?:(?:can|could|may|would|will|do|am) (?:i|you|we|someone|somebody)|is (?:it|there)|are you"
    r"|any chance|how (?:can|do|would|much)|whats?|what's|when|where)\b",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r" ?(?:i'd like|i (?:need|want|would like|have to|gotta|must)|can|could|would you|will you|please|need to|want to|looking to"
    r"|trying to|is it possible|is there)\b",
    re.IGNORECASE,
)
_PLEADS = re.compile(r"((?: ?(?:can|could|would|will) you )|(?: ?))please ", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:no|nope|nah|not|skip|all|wait|hold|hang|let'?s|that'?s)\b|n't\b", re.IGNORECASE)
_MANNERS = re.compile(r"\b(?:please|thanks)\b", re.IGNORECASE)
_LAST_PLEA = re.compile(r",? please(?=[.?!]?$)")
_OPENED = re.compile(
    rf" ?(?:{_OPENER}|sorry|no|yes|thanks|thank|great|perfect|good|wait|actually|bye|goodbye|have|enjoy|cool|nice)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:bye|goodbye|cya|see (?:you|ya)|take care|cheers|all the best|enjoy"
    r"|(?:have|wish|had|hope)\b.* (?:a|your|yourself|good|nice|great)"
    r"|be (?:off|going)|get going|head off|i'm off|leave (?:it|you)|let you|run|dash)\b",
    re.IGNORECASE,
)
"""Goodbyes and good wishes, which nobody says by the way."""
ONCE = frozenset(
    ("honestly", "actually", "asap", "just", "maybe", "now", "please", "quickly", "really", "thanks", "today")
)
"""Small words of which a sentence has one of each."""


def loosened(segments: Sequence[Segment], rate: float, rng: Random, *, answers: bool = True) -> list[Segment]:
    """Return segments with turns of phrase between the values exchanged; 0 changes nothing, 1 whatever can be.

    In what `answers` a proposal, a sentence that consents, declines or changes anything keeps its words, but for articles.
    """
    if not rate:
        return list(segments)
    changed: list[Segment] = []
    for sentence in _sentences(segments):
        settled = answers and _ANSWERS.search(" ".join([text for text, fixed in sentence if not fixed])) is not None
        sentence = _careless(sentence, rate, rng) if settled else _loose(sentence, rate, rng)
        if not answers:
            sentence = _wrapped(sentence, rate, rng)
        for text, fixed in sentence:
            if changed and not fixed and not changed[-1][1]:
                text = _AFTER_STOP.sub(lambda found: found[0].upper(), changed.pop()[0] + text)
            changed.append((text, fixed))
    if not segments[0][1]:
        opened = changed[0][0].lstrip()
        changed[0] = (opened[:1].upper() + opened[1:] if segments[0][0][:1].isupper() else opened, False)
    return [segment for segment in changed if segment[0]] or list(segments)


def _sentences(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Return segments sentence by sentence; only plain text ends one."""
    sentences: list[list[Segment]] = [[]]
    for text, fixed in segments:
        first, *others = [text] if fixed else _SENTENCE_END.split(text)
        sentences[-1].append((first, fixed))
        sentences += [[(other, False)] for other in others]
    return sentences


def _loose(sentence: Sequence[Segment], rate: float, rng: Random) -> list[Segment]:
    said = " ".join([text for text, fixed in sentence if not fixed]).lower()
    once = ONCE.intersection(_WORDS.findall(said))
    sentence = _pleading_once(sentence, said)
    loose: list[Segment] = []
    for place, (text, fixed) in enumerate(sentence):
        if not fixed:
            frame = _Frame(place == 0, place + 1 < len(sentence), set(once))
            for rules in _ROUNDS:
                text = _exchanged(rules, text, frame, rate, rng)
            once = frozenset(frame.once)
        loose.append((text, fixed))
    return _marked(sentence[0], _careless(loose, rate, rng))


def _pleading_once(sentence: Sequence[Segment], said: str) -> Sequence[Segment]:
    last, fixed = sentence[-1]
    if fixed or said.count("please") < 2:
        return sentence
    return [*sentence[:-1], (_LAST_PLEA.sub("", last), False)]


def _careless(sentence: Sequence[Segment], rate: float, rng: Random) -> list[Segment]:
    """Return a sentence in which articles and commas are left out, now and then."""
    careless: list[Segment] = []
    for text, fixed in sentence:
        if not fixed:
            text = _ARTICLE.sub(lambda found: _unsaid(found, rate, rng), text)
            text = _COMMA.sub(lambda found: "" if rng.random() < rate else found[0], text)
            text = _SMALL_I.sub("I", _BLANKS.sub(" ", text) if "  " in text else text)
            if not careless:
                text = sentence[0][0][: sentence[0][0].startswith(" ")] + text.lstrip()
        careless.append((text, fixed))
    return careless


def _unsaid(article: re.Match[str], rate: float, rng: Random) -> str:
    """Return an article, or nothing, or what points at the thing instead; not where the article is part of the phrase."""
    if article[1] in _NOT_DROPPED or article[1].endswith("est"):
        return article[0]
    drawn = rng.random()
    if drawn < rate * _UNSAID:
        return ""
    several = article[1].endswith("s") and not article[1].endswith("ss")
    points = article[0].lower() == "the " and not several
    return "that " if points and drawn < rate * (_UNSAID + _POINTED) else article[0]


def _wrapped(sentence: Sequence[Segment], rate: float, rng: Random) -> Sequence[Segment]:
    """Return a sentence with a word in front of it or behind it that it could do without, now and then."""
    sentence = [*sentence]
    first, last = sentence[0], sentence[-1]
    mark = last[0][-1:] if last[0].endswith((".", "?")) else ""
    free = not (first[1] or last[1]) and last[0] != mark != ""
    if not free or _DENIES.search(first[0]) or _LEAVES.search(first[0]):
        return sentence
    if sum([len(text.split()) for text, _ in sentence]) < _FEW:
        return sentence
    asks = _REQUEST.match(first[0]) is not None
    said = " ".join([text for text, _ in sentence]).lower()
    thanked = "thanks" in said
    if asks and not thanked and (pleads := _PLEADS.match(first[0])) and rng.random() < rate * _MOVED:
        sentence[0] = (pleads[1] + first[0][pleads.end() :], False)
        last = sentence[-1]
        sentence[-1] = (f"{last[0].removesuffix(mark)} please{mark}", False)
    elif rng.random() < rate * _ADDED and not _MANNERS.search(said):
        tail = rng.choice(_TAILS if asks else _REMARKS)
        sentence[-1] = (last[0].removesuffix(mark) + tail + mark, False)
    if rng.random() < rate * _ADDED and not _OPENED.match(sentence[0][0]):
        text = sentence[0][0]
        opened, small = rng.choice(_LEADS), text.lstrip()
        small = small if small.startswith(("I ", "I'")) else small[:1].lower() + small[1:]
        sentence[0] = (f"{text[: len(text) - len(text.lstrip())]}{opened} {small}", False)
    return sentence


class _Frame(NamedTuple):
    """Where a piece of a sentence stands."""

    opens: bool
    before_value: bool
    once: set[str]
    """Which of `ONCE` the sentence has."""

    def takes(self, rule: Rule, found: re.Match[str]) -> bool:
        before, after = found.string[: found.start()], found.string[found.end() :]
        return not (rule.before and self._before(before).isdisjoint(rule.before)) and not (
            rule.after and self._after(after) not in rule.after
        )

    def _before(self, text: str) -> set[str]:
        word = _WORD_BEFORE.search(text)
        words = {word[1].lower()} if word else set[str]()
        return words | {START} if self.opens and _AT_START.search(text.lstrip()) else words

    def _after(self, text: str) -> str:
        if not text.strip():
            return VALUE if self.before_value else ""
        word = _WORD_AFTER.match(text)
        return word[1].lower() if word else ""


def _exchanged(rules: Rules, text: str, frame: _Frame, rate: float, rng: Random) -> str:
    def exchange(found: re.Match[str]) -> str:
        if rng.random() >= rate * rules.share:
            return found[0]
        has = frame.once.difference(_WORDS.findall(found[0].lower()))
        options = [
            option
            for rule in rules.table[found[0].lower()]
            if frame.takes(rule, found)
            for option in rule.options
            if has.isdisjoint(option.split())
        ]
        if not options:
            return found[0]
        option = rng.choice(options)
        frame.once.update(ONCE.intersection(option.split()))
        return option

    return rules.pattern.sub(exchange, text)


def _marked(first: Segment, loose: list[Segment]) -> list[Segment]:
    """A statement that has become a question ends as one, and the other way round."""
    last, fixed = loose[-1]
    if fixed or first[1] or loose[0] == first:
        return loose
    asked, asks = _ASKS.match(first[0]) is not None, _ASKS.match(loose[0][0]) is not None
    if asks and not asked and last.endswith("."):
        last = last[:-1] + "?"
    elif asked and not asks and last.endswith("?"):
        last = last[:-1] + "."
    return [*loose[:-1], (last, False)]
