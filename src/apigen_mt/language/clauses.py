"""What a reply falls into: stretches with one thing to say, typed or dictated, with typing mistakes mended."""

import re
from typing import NamedTuple

from apigen_mt.language.consent_words import EDGES
from apigen_mt.language.proposals import Proposal, stem
from apigen_mt.language.spelling import any_of, words_of


class Clause(NamedTuple):
    """A stretch of a reply with one thing to say."""

    text: str
    link: str
    """The conjunction that it begins with."""
    is_asked: bool
    """Whether it ends with a question mark."""


_BREAK = re.compile(
    r"([.!?;,:()\[\]\"*~]+(?![\w])|[()\[\]\"*~;]+|(?<=\w)[!?,]+(?=[a-z])| -+ |- "
    r"|[^\w\s.,!?;:'$£€₹₦%&@#/+()*~\"\[\]-]+|\bfull stop\b|\bcomma\b)"
)

# After these, who comes next does not begin a clause of its own.
_LEADS_ON = words_of(
    "if that what think hope know said sure where who once how when guess suppose as see ask check than provided till"
    " until unless after before because since and but so"
)
_CONJUNCTION = re.compile(
    "".join(rf"(?<!\b{word})" for word in _LEADS_ON) + r" (?=(?:he|she|they|we|i)'(?:ll|s|re|m)\b)"
    r"|(?<!\bnot) (?=so(?! much| many| far| do i| that| be it| soon)\b)"
    r"| (?=(?:and|but|because|since(?! \w+day)|cause|although|otherwise|else|except|while|unless|(?:only )?if(?! i'm honest)|as"
    r" long as|provided|once|when|until|though(?= \w))\b)"
)
_LINK = re.compile(r"^(?:(and|but|so|because|since|cause|then|well|oh|also)\b ?)+")

_SUBJECT = r"(?:i|i'm|i've|i'd|i'll|he|he's|she|she's|they|they're|we|we're|we've|my|our|his|her|there's|it's)"

# Dictated, or typed in a hurry: somebody new does something, with no comma before it.
_RESUMES = re.compile(
    rf"\b(?:(it|them|all|again|ahead) (?={_SUBJECT}\b)|(please|now|okay|yes|yeah|thanks|lol|thank you|madam|sir"
    rf"|bro|mate|do that) (?={_SUBJECT}\b|(?:the|this|it|you|can|could|what|how|will|is|does|when|that's)\b))"
)


def clauses(said: str) -> list[Clause]:
    """Split a folded reply at its marks, its conjunctions, and where somebody new does something."""
    found: list[Clause] = []
    pieces = _BREAK.split(_RESUMES.sub(lambda found: f"{found[1] or found[2]}, ", said))
    for place in range(0, len(pieces), 2):
        mark = pieces[place + 1] if place + 1 < len(pieces) else ""
        parts = _of_one_story(_CONJUNCTION.split(pieces[place].strip(EDGES)))
        for number, part in enumerate(parts):
            link = _LINK.match(part)
            text = part[link.end() :] if link else part
            if text.strip(EDGES) or link:
                found.append(
                    Clause(text.strip(EDGES), link[0].strip() if link else "", "?" in mark and number == len(parts) - 1)
                )
    return found


_SUBORDINATE = re.compile(r"(?:if|when|once|until|while|since|unless|though)\b")

_SOMEBODY = re.compile(r"(?:(?:and|so|because|since) )*(?:he|she|they|(?:my|our|her|his|their) [\w']+) ")


def is_past(text: str) -> bool:
    """Is it about what was, and not about what was said, meant or promised?"""
    return LONG_AGO.match(text) is not None and _STILL_BEARS.search(text) is None


def _is_story(main: str, part: str) -> bool:
    if LONG_AGO.match(main):
        return is_past(main)
    return _SOMEBODY.match(main) is not None and not part.startswith(("if", "unless", "once"))


def _of_one_story(parts: list[str]) -> list[str]:
    """Join what depends on what somebody did or what was: "my son asked if the match is on"."""
    joined: list[str] = []
    for part in parts:
        if joined and _SUBORDINATE.match(part) and _is_story(joined[-1], part):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


_OFTEN = words_of(
    "please proceed ahead confirm confirmed definitely absolutely perfect thanks cancel refund sounds agreed"
    " great course certainly continue brilliant lovely excellent correct accept approve fantastic wonderful"
    " exactly"
)


def _shortened(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


_SHORTENED = {short: word for word in _OFTEN for short in _shortened(word) | {word} if len(word) >= 5}

_MISTYPED = re.compile(r"\b[a-z]{5,12}\b")


def mended(said: str, deal: Proposal) -> str:
    """Mend a letter too many, too few, wrong or swapped in the words that people agree with."""

    def mend(found: re.Match[str]) -> str:
        word = found[0]
        if word in _SHORTENED.values() or stem(word) in deal.words or stem(word) in _REAL:
            return word
        if word in _SHORTENED:
            return _SHORTENED[word]
        right = {_SHORTENED[short] for short in _shortened(word) if short in _SHORTENED}
        return right.pop() if len(right) == 1 and abs(len(word) - len(next(iter(right), word))) <= 1 else word

    return _MISTYPED.sub(mend, said)


_REAL = frozenset(
    map(
        stem,
        words_of(
            "leave expect except greet treat grate greater accept approval approves approved correctly exact"
            " pleased pleasant bounds rounds pounds wounds sound agree agrees coarse head heads thank tanks great"
            " cheat ahead lovely lonely"
        ),
    )
)

# What somebody did or what was: a story, unless it is what was said, meant or promised.
_PAST = (
    r"(?:was|were|been|had|did|didn't|wasn't|weren't|hadn't|couldn't|asked|(?!need)\w{2,}ed|said|told|got|went"
    r"|came|left|lost|made|thought|spent|took|bought|forgot|found|knew|felt|saw|heard|kept|gave|began|ran|broke"
    r"|woke|paid|met|sent|fell|slept|brought|caught|stood|should have|would have|could have)"
)

LONG_AGO = re.compile(
    r"^(?!(?:when|while) [^ ]+(?:'ve|'s| have| has) )(?:(?:and|so|because|since|well|honestly|sorry|oh|when|while"
    r"|yesterday|last \w+) )*(?:i|we|he|she|they|it|there|nobody|everyone|who|that|this|(?:my|the|our|your|his"
    r"|her|that|this) [\w' ]{2,30}?)(?:'ve|'s|'d|'re| have| has| had)?"
    rf" (?:\w+ly |just |only |already |never |almost |also |still |once )*{_PAST}\b"
)

_STILL_BEARS = any_of(
    r"(?:you|i|we|they|he|she) (?:already )?(?:said|told you|meant|asked for|wanted|needed|quoted|promised"
    r"|decided|changed)",
    r"(?:was|were|been) (?:told|promised|supposed|quoted|hoping|expecting|going to|meant|wondering|thinking|about"
    r" to)", r"(?:i|we) (?:just )?thought (?:it|this|that|you|the|about)", r"prefer\w*",
    r"(?:it|that|this) (?:was|were) (?:the (?:other|wrong|second|first)|\d|not|for|on|at|a different)",
    r"too (?:much|expensive|late|early)", r"would have (?:preferred|liked|wanted|been)",
    r"had (?:to (?:think|check|ask)|second|doubts?|hoped)", r"(?:has|have) been",
    r"(?:didn't|did not) (?:agree|want|ask for|say|know (?:it|there|that|about))", r"wasn't sure",
)  # fmt: skip
