"""Agreement in the proposal's own words: an order that says it back, a value called good, the asked word answered."""

import re

from apigen_mt.language.consent_words import (
    BAD,
    CONDITION,
    CONDITION_FIRST,
    CORRECTION,
    COURTESY,
    DOUBT,
    GOOD,
    HEDGE,
    INTENSE,
    NEGATION,
    PRAISE,
    TAKES_BACK,
)
from apigen_mt.language.objections import (
    FUNCTION,
    OBJECTS,
    ORDER_LEAD,
    PREPOSITION,
    TELLS,
    names_another,
    speaks_against,
)
from apigen_mt.language.proposals import KNOWN_DEEDS, UNDOING, WORD, Proposal, stem
from apigen_mt.language.spelling import any_of, words_of

_GENERIC = frozenset(
    words_of("cancel book refund return exchange process finish complete submit finaliz finalis place")
)


def orders(text: str, deal: Proposal) -> bool:
    """Is it an order that says what was proposed, in its words or others for the same deed, and adds nothing?"""
    words = WORD.findall(ORDER_LEAD.sub("", text))
    if not words:
        return False
    verb = stem(words[0])
    rest = words[1:]
    own = [word for word in rest if not (stem(word) in OBJECTS or word in OBJECTS)]
    if deal.words and verb not in deal.deeds and not (verb in _HARMLESS_DEEDS and (own or verb in deal.words - _NOUNS)):
        return False
    if not deal.words and verb not in _GENERIC:
        return False
    if len(words) == 2 and words[1] in ("that", "this", "request") and verb in _AMBIGUOUS:
        return False
    if (
        names_another(text, deal)
        or _speaks_against_order(text, verb)
        or any(stem(word) in deal.former for word in rest)
    ):
        return False
    if not deal.words:
        return not speaks_against(text, deal) and not any(word in PREPOSITION for word in rest)
    return all(stem(word) in deal.words or deal.knows(word) for word in own)


_NOUNS = frozenset(
    map(
        stem,
        words_of(
            "order place credit debit post mail register log file report free hand note mark record charge bill"
            " account deposit trade deal set lock sign"
        ),
    )
)

_HARMLESS_DEEDS = KNOWN_DEEDS - UNDOING | frozenset(
    map(stem, words_of("make get set let have take go sign do give start put use spend"))
)

_NO_ORDER = frozenset(
    words_of(
        "keep leave forget hold stop wait stay stick hate like love want need know see saw got get found find"
        " lost lose had have has paid pay thought think called call check explain tell show give say said ask"
        " asked reconsider skip scrap cancel is was are were be been do does did can could will would shall"
        " should may might must am if when why what who how which where not no never nor but or and so the a an"
        " this that these those it he she they we you i my your our his her their its there here on in at to from"
        " with by for of off up down out over about into per via than then too very only just even also still yet"
        " again both all any some each every more most less least much many few other another same different"
        " wrong right new old first last next previous own better worse cheaper later earlier sooner instead"
        " except without minus plus maybe perhaps possibly ok fine good bad great hope wish prefer doubt mean"
        " meant remember believe understand bought sent went came took made let try use consider discuss remind"
        " compare review read look question hi hello hey thanks thank sorry yes yeah because since while until"
        " before after once unless though although however whose whats thats dont refuse deny reject decline"
        " dispute undo return revert rather need quit avoid postpone delay double triple halve split share"
        " include exclude remove drop save spare preserve pocket bank"
    )
)

_TO_WHAT = re.compile(r"(?:it|them|that|this|me|us|him|her|am|both|the|my|our|all|these|those)$")


def ventures(text: str, deal: Proposal) -> bool:
    """Is it an order with a verb of its own, whose object is what was proposed: "burn the miles", "yeet it"?"""
    words = WORD.findall(ORDER_LEAD.sub("", text))
    if len(words) < 2 or not deal.words or words[0] in _NO_ORDER or not _TO_WHAT.match(words[1]):
        return False
    verb = words[0]
    if (
        not verb.isalpha()
        or len(verb) < 3
        or verb.endswith(("ed", "ing", "ly", "n't", "s"))
        or stem(verb) in UNDOING - deal.deeds
    ):
        return False
    own = [word for word in words[2:] if not (stem(word) in OBJECTS or word in OBJECTS)]
    if words[1] in ("the", "my", "our", "all", "these", "those", "this", "that") and not own and len(words) > 2:
        return False
    if (
        names_another(text, deal)
        or _speaks_against_order(text, stem(verb))
        or any(stem(word) in deal.former for word in own)
    ):
        return False
    return all(stem(word) in deal.words or deal.knows(word) for word in own)


_AMBIGUOUS = frozenset(map(stem, ["cancel", "scrap", "drop", "stop", "end"]))


def _speaks_against_order(text: str, verb: str) -> bool:
    tables = (
        (DOUBT, CONDITION, CORRECTION, CONDITION_FIRST)
        if verb in map(stem, ("stop", "pause", "leave", "hold"))
        else (DOUBT, CONDITION, CORRECTION, CONDITION_FIRST, TAKES_BACK)
    )
    return (
        any(table.search(text) for table in tables)
        or re.search(r"\b(?:only|just|not|half|instead|without|part)\b(?! (?:it|do|cancel)\b)", text) is not None
    )


_TAKES = re.compile(
    r"(?:(?:okay|oh|so|then|well|yes|the|that|a|an|i'll (?:take|have)|i choose|let's go (?:for|with)|i'd like"
    r"|we'd like|i want|we want) )*(?P<what>.+?) (?:it is|please|please and thank you|then|it shall be|will be"
    r"|for the win|all the way)(?: (?:then|please|thanks|mate))*"
)

_SOUNDS = re.compile(
    r"(?:(?:yes|okay|oh|wow|well|that|it|this|which|all|now) )*(?:sounds?|would be|'d be|that'd be|it'd be|that"
    r" would be|looks) (?:like )?(?P<how>[a-z' ]{3,30})"
)


def takes_it(text: str, deal: Proposal) -> bool:
    """Does it name what was proposed, as who chooses does: "store credit it is", "the family plan please"?"""
    if (
        not (found := _TAKES.fullmatch(text))
        or speaks_against(text, deal)
        or NEGATION.search(text)
        or HEDGE.search(text)
        or CONDITION_FIRST.search(text)
    ):
        return False
    named = [word for word in WORD.findall(found["what"]) if not (stem(word) in OBJECTS or word in OBJECTS)]
    if not named or len(named) > 5 or names_another(text, deal):
        return False
    return all((stem(word) in deal.words or deal.knows(word)) and stem(word) not in deal.given_up for word in named)


def welcomes(text: str) -> bool:
    """Does it say of the whole that it sounds well, in whatever words?"""
    found = _SOUNDS.fullmatch(text)
    return (
        found is not None
        and BAD.search(found["how"]) is None
        and HEDGE.search(text) is None
        and DOUBT.search(text) is None
    )


_BETTER = any_of(
    r"(?:way |much |even |far |a lot )?better", r"nicely", r"perfectly", r"anyhow", r"down to the ground",
    r"for (?:me|us)", r"just fine", r"well",
)  # fmt: skip

_EVALUATED = re.compile(
    rf"^(?:(?:yes|yeah|okay|oh|so|then|and|well|the|for me|to be honest) )*(?:(?P<what>[\w':. £$€₹₦&-]+?)(?:(?:'s"
    rf"| is| are| was| will be| would be|'ll be| sounds?| looks?| seems?| feels?| it is|(?<=s)) {INTENSE}{PRAISE}"
    rf"| (?:really |definitely |totally )?(?:works|suits|will do|does it|will work|would work|would suit|will"
    rf" suit|would do)(?: me| us)?)(?: (?:for|by|with|to) (?:me|us))?(?P<rest>.*)|(?:{'|'.join(GOOD)}|happy"
    rf"|content) (?:with|about|for) (?P<with>[\w':. £$€₹₦&-]+))$"
)


def values_it(text: str, deal: Proposal) -> bool:
    """Does it call good what was proposed, by its name: "Friday works", "the locker is fine"?"""
    if not deal.words or speaks_against(text, deal):
        return False
    if not (found := _EVALUATED.match(text)) or re.search(r"\b(?:not|no|never|too|\w+n't)\b", text):
        return False
    what = found["what"] or found["with"]
    named = [word for word in WORD.findall(what) if stem(word) not in OBJECTS and word not in OBJECTS]
    if (
        any(
            not deal.knows(word) and stem(word) not in deal.words and stem(word.rstrip("s")) not in deal.words
            for word in named
        )
        or not named
    ):
        return False
    if any(stem(word) in deal.given_up for word in named) or names_another(what, deal):
        return False
    rest = _BETTER.sub(" ", found["rest"] or "")
    return not any(map(str.isalnum, COURTESY.sub(" ", rest))) or TELLS.match(rest.strip()) is not None


_ASKED_FOR = frozenset(
    map(
        stem,
        words_of(
            "sure happy agree agreed want like love okay fine suit work works authorise authorize confirm ready"
            " good great acceptable comfortable certain proceed continue sound"
        ),
    )
)

_SAYS_SO = re.compile(
    r"(?:yes |okay |oh |well )*(?:it|that|this|everything|they|we|i|you)(?:\'s|\'re)?(?: \w+ly| most \w+ly| sure|"
    r" really)? ?(is|does|do|am|are|would|will|may|can|should|could)(?: indeed| please| so| thank you| thanks)*"
)


def answers(text: str, deal: Proposal) -> bool:
    """Does it answer with the very word that was asked for: "very happy", "dead sure", "it is"?"""
    if (found := _SAYS_SO.fullmatch(text.strip())) and (
        stem(found[1]) in deal.asking or (found[1] == "am" and "ar" in deal.asking)
    ):
        return True
    words = [stem(word) for word in WORD.findall(text)]
    key = [word for word in words if word in _ASKED_FOR & deal.asking]
    others = [
        word
        for word in words
        if word not in key and word not in FUNCTION and word not in OBJECTS and word not in _BOOSTS
    ]
    return (
        bool(key)
        and not others
        and not re.search(r"\b(?:not|no|never|\w+n't|pretty|fairly|mostly)\b", text)
        and not (speaks_against("", deal) or DOUBT.search(text) or CORRECTION.search(text))
    )


_BOOSTS = frozenset(
    map(
        stem,
        words_of(
            "very dead so really totally absolutely completely most certainly extremely quite 100 more than as"
            " can be positively definitely deffo super perfectly hell"
        ),
    )
)
