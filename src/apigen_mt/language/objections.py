"""What in a reply bears on what is decided: doubts, conditions, other values, questions; and what does not."""

import re
from typing import Literal

from apigen_mt.language.clauses import Clause, is_past
from apigen_mt.language.consent_words import (
    ACKNOWLEDGES,
    CONDITION,
    CONDITION_FIRST,
    CORRECTION,
    COURTESY,
    DOUBT,
    HEDGE,
    MISGIVING,
    PERHAPS,
    QUESTION,
    STAKES,
    TAKES_BACK,
)
from apigen_mt.language.proposals import KNOWN_DEEDS, WORD, Proposal, stem, values
from apigen_mt.language.spelling import any_of, words_of

Agreed = Literal["", "okay", "praise", "strong", "against"]

STRENGTH: tuple[Agreed, ...] = ("", "okay", "praise", "strong", "against")

# A clause with somebody who does something: a story, where it does not correct.
TELLS = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|he|he's|she|she's|they|they're|we|we're|we've|you|you're|there|there's|who|\w+"
    r" (?:is|was|were|has|have|had|are|isn't|wasn't|can't|keeps|needs|wants))\b"
)

_COPULA = re.compile(
    r"^(?:it's|it is|its|that's|this is|my [\w ]{1,20} (?:is|are)|mine is|the [\w ]{1,20} is|should be|i said|i"
    r" live|i want|i need|we need|we want|we said|for)\b"
)

_OWN_SUBJECT = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|he|he's|she|she's|they|we|we're|you|there's|(?:the|my|our|his|her|their|a|some|no) [\w']+) [\w']+"
)

_SHORT = 3


def speaks_against(text: str, deal: Proposal) -> bool:
    """Does it doubt, delay, condition, alter or forbid what is proposed?"""
    if is_past(text):
        return False
    if any(table.search(text) for table in (DOUBT, CONDITION, CORRECTION, TAKES_BACK)):
        return True
    return _contrasts(text, deal) or _forbids(text, deal) or _is_unsure(text, deal)


def _is_unsure(text: str, deal: Proposal) -> bool:
    """Does it say "maybe" or "I hope", and not of something else?"""
    if not PERHAPS.search(text):
        return False
    return (
        len(text.split()) <= _SHORT
        or not _OWN_SUBJECT.search(PERHAPS.sub("", text))
        or concerns(text, deal)
        or re.search(r"\b(?:it|it's|that|that's|this|so|then|yes)\b", text) is not None
    )


_FORBIDS = re.compile(
    r"(?<!i )(?<!we )(?<!they )(?<!you )(?<!people )(?<!why )(?<!who )\b(?:don't|do not|never|no) (?:you )?(?:dare )?([a-z]+)"
)

_ADDITION = re.compile(
    r"(?:to|at|with|by|from|into|onto|(?:in|on) (?:the|my|her|his|their)) (?!last\b|once\b|thanks|pleasure"
    r"|advance|me\b|be (?:honest|fair|sure)|love|work\b|my (?:way|side|end|blessing)|you\b|your convenience|the"
    r" earliest|the same time|any time|the end of the day|get\b|do\b|make\b|stop\b|avoid|save|help|us\b|regards"
    r"|kind|train|bus|phone|meantime|moment|long run)"
)


def _adds(text: str, deal: Proposal) -> bool:
    """Is it no more than "with ..." or "to ...", and of something that was not proposed?"""
    found = _ADDITION.match(text)
    return (
        bool(found and deal.words)
        and not TELLS.search(text)
        and any(
            stem(word) not in deal.words
            and not deal.knows(word)
            and stem(word) not in OBJECTS
            and stem(word) not in FUNCTION
            for word in WORD.findall(text)
        )
    )


def _forbids(text: str, deal: Proposal) -> bool:
    """Is it an order not to do what is proposed, or a part of it?"""
    for found in _FORBIDS.finditer(text):
        verb = stem(found[1])
        if verb in _UNTOUCHED or (found[0][:2] != "no" and verb in (KNOWN_DEEDS | deal.deeds) - {"tel", "inform"}):
            return True
    return False


_UNTOUCHED = frozenset(map(stem, words_of("do touch go proceed bother change cancel charge continue lose")))


def bears(clause: Clause, deal: Proposal, agreed: Agreed) -> bool:
    """Does a clause that does not agree bear on what is decided?"""
    text = clause.text
    if not text:
        return False
    if is_past(text):
        return agreed == "okay" and _OPENS.match(text) is not None
    if speaks_against(text, deal) or CONDITION_FIRST.match(text) or (agreed and CONDITION_FIRST.search(text)):
        return True
    if clause.is_asked or QUESTION.search(text):
        return not (echoes(text, deal) or (agreed and _asks_aside(text, deal)))
    if not agreed:
        return names_another(text, deal) or _alters_order(text, deal)
    if agreed != "strong" and (ACKNOWLEDGES.search(text) or MISGIVING.search(text)):
        return True
    if agreed == "okay" and (not deal.words or _OPENS.match(text) or HEDGE.search(text)):
        return any(map(str.isalnum, COURTESY.sub(" ", text)))
    if clause.link.startswith("but") and (concerns(text, deal) or _WANTS.search(text)):
        return True
    return _adds(text, deal) or names_another(_TIME_TOLD.sub(" ", text), deal) or _alters_order(text, deal)


_OPENS = re.compile(r"(?:i|i've|i'd|i'm|i don't|my|we|we've|we're|this is|it's|is|it)\b(?!'|'ll| will)")

# When something else is, not what is proposed.
_TIME_TOLD = re.compile(
    r"(?<=\w )(?:till|until|since|before|after|by|all|every|last|already|told|for over)(?: (?:the|last))? [\w:.]+"
    r"|\b(?:two|three|four|\d+) times\b"
)

_WANTS = any_of(
    r"i", r"you", r"can", r"could", r"would", r"will", r"should", r"not", r"\w+n't", r"want", r"need", r"please",
    r"only", r"just", r"first", r"it", r"that", r"this", r"the", r"my", r"one", r"later", r"\w+'(?:m|d|ve|ll)",
    r"with", r"on", r"at", r"to", r"for", r"\d+", r"no", r"too", r"expensive", r"pricey", r"steep",
)  # fmt: skip


def concerns(text: str, deal: Proposal) -> bool:
    """Does it share a word with the proposal, or name a value of a sort of its?"""
    own = {stem(word) for word in WORD.findall(text)} - FUNCTION
    return bool(own & deal.words) or any(map(deal.is_foreign, values(text)))


def _contrasts(text: str, deal: Proposal) -> bool:
    """ "X, not Y" of something that is proposed."""
    for found in re.finditer(
        r"(?<!why )(?<!or )\bnot (?:(?:for|to|the|my|a|on|in|at|with|by|from|be|no) ?)*([\w']+)", text
    ):
        if stem(found[1]) in deal.words - FUNCTION or any(True for _ in values(found[1])):
            return True
    return False


def names_another(text: str, deal: Proposal) -> bool:
    """Does a clause that tells no story name a value other than the proposed one of its sort?"""
    if TELLS.search(text) and not _COPULA.match(text):
        return False
    counts = [] if re.search(r"\b(?:hundred|thousand|million|grand|dozen)\b", text) else WORD.findall(text)
    found = [*values(text), *((-1, _COUNTS[word]) for word in counts if word in _COUNTS)]
    return any(deal.is_foreign(value) for value in found)


_COUNTS = {
    word: float(number)
    for number, word in enumerate(words_of("two three four five six seven eight nine ten eleven twelve"), 2)
}


def _asks_aside(text: str, deal: Proposal) -> bool:
    """Is a question or a request beside a yes about something else?"""
    own = {stem(word) for word in WORD.findall(text) if word.isalpha() and not word.endswith("ly")} - FUNCTION
    if not deal.words or STAKES.search(text) or own & deal.words:
        return False
    if _REQUEST.match(text):
        return not concerns(text, deal)
    return bool(own) and not re.search(
        r"\b(?:about|instead|someone|anyone|it|that|this|there|i|we|exactly|going|mean|these|those|my|refund|money|back)\b",
        text,
    )


_REQUEST = re.compile(
    r"(?:please )?(?:can|could|would|will) (?:you|u) (?:please |also |just )*(?!do\b|make|hold|keep|explain|tell"
    r" me (?:how|what|why|if|when)|give me (?:a|some|until)|check|wait|guarantee|confirm|promise|be\b|still"
    r"|change|move|add|use)"
)


def echoes(text: str, deal: Proposal) -> bool:
    """Does a question only say again what was asked?"""
    own = {stem(word) for word in WORD.findall(text)} - FUNCTION - frozenset(("lol", "i", "am", "would", "really"))
    return (
        bool(deal.asking)
        and own <= deal.asking
        and bool({stem(word) for word in WORD.findall(text)} & {"i", "me", "am"})
    )


FUNCTION = frozenset(
    stem(word)
    for word in words_of(
        "a an the it its this that them these those they em am me my mine us our you your yours i we he she his"
        " her him all both everything whole lot thing mess stuff and or to of in on at for with by from into onto"
        " up out off away over through back down is are be was been do does did have has had will would can could"
        " shall should may might not no yes please thanks now then so just as well very much if when what which"
        " who how where why there here go ok okay one ones any some right as soon possible asap today immediately"
        " quickly quick please pls going get got like also too again ahead already more"
    )
)

OBJECTS = frozenset(
    stem(word)
    for word in words_of(
        "a an the it this that them these those em am me my us our you your i all both everything whole lot thing"
        " things mess stuff shit damn bloody stupid junk one and or to of in on at for with by from into up out"
        " off away over through down back now then so just as well please kindly asap today immediately quickly"
        " quick right straight soon possible fast sharp thanks thank cheers sir madam mam mate bro love dear x"
        " again too already na abeg biko jare o ji yaar bhai sha lol haha have guy lady anyhow also there ahead"
        " only sis man dude girl guys boss ta if you can could would go thing way anyway anyways same ma'am honey"
        " hun babe lah done do will we he she him her"
    )
)

ORDER_LEAD = re.compile(
    r"^(?:(?:yes|yeah|okay|sure|please|kindly|just|so|then|now|and|oh|well|fine|great|perfect|cool|alright|all"
    r" right|right|go ahead|go on|lol|haha|omg|hey|hi|sir|madam|mam|mate|bro|oya|abeg|biko|ji|haan|let's|lets|you"
    r" (?:can|may|should|could|must|guys can)|(?:i'd|i would) (?:like|love) (?:you )?to|i want (?:you )?to|i want"
    r"|i'd like|i'll|feel free to|quick(?:ly)?|do|definitely|absolutely|thanks|thank you|for me|go|also|that's"
    r" fine|be a dear|help me|gladly|happily|can you|could you|will you|would you|ahead with|go ahead with|go"
    r" with) ?)+"
)

PREPOSITION = frozenset(words_of("to on at for with into onto by in from until till"))


def _alters_order(text: str, deal: Proposal) -> bool:
    """Is it an order for the deed that was proposed, with something else to it?"""
    words = WORD.findall(ORDER_LEAD.sub("", text))
    if not words or not deal.words or TELLS.match(text):
        return False
    verb = stem(words[0])
    if verb not in deal.deeds and verb not in ("mak", "put", "us", "giv", "send", "chang", "switch", "charg"):
        return False
    strange = [
        word
        for word in words[1:]
        if not (stem(word) in deal.words or deal.knows(word) or stem(word) in OBJECTS or word in OBJECTS)
    ]
    return bool(strange) and any(word in PREPOSITION or word in ("the", "another", "my") for word in words[1:])
