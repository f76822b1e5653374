"""Claims of an agent that something is done, where nothing was, and denials of what it has done."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from apigen_mt.language.claims import claims_done
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.refusals import refuses
from apigen_mt.language.spelling import plain
from apigen_mt.language.stems import is_past, stem, stems
from apigen_mt.language.surface import read
from apigen_mt.phases.delivery import vocabulary, words_in
from apigen_mt.phases.goahead import OF_ANY_ACT, names
from apigen_mt.phases.reasons import sentences
from apigen_mt.phases.things import like_these, named_in, words_about
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import Domain
from apigen_mt.world.tables import Tables

_OF_ANY_CLAIM = words_in("has been done made processed completed finished sorted taken care gone through went")
"""Words by which any deed is claimed, so that they tell nothing about which one is meant."""


def claims_vaguely(domain: Domain, text: str, done: Iterable[ToolCall]) -> str:
    """Return the sentence of a message that says that something is done, without any figure to check it by; or nothing.

    What speaks of an earlier deed, in the words in which it is asked for, is no such claim, nor is anything beside a refusal.
    """
    if not claims_done(text) or refuses(text):
        return ""
    used = {call.name for call in done}
    asked_in = (vocabulary(domain)[name] for name, kind in domain.kinds.items() if used & {*kind.tools})
    if (words_in(text) - _OF_ANY_CLAIM) & frozenset[str]().union(*asked_in):
        return ""
    return next((part for part in sentences(text) if claims_done(part) and not _has_figures(part)), "")


def _has_figures(text: str) -> bool:
    reading = read(text)
    return bool(reading.codes or reading.money or reading.dates or reading.times or reading.numbers)


_ADVERB = r"(?:(?:\w+ly|now|just|also|both|all|both|since|too|gone ahead and|went ahead and) )*"
_CLAIM = re.compile(
    rf"\b(?P<speaker>(?:i|we)(?:'ve| have)? ){_ADVERB}(?P<deed>[a-z]+)\b"
    rf"|\b(?:has|have|was|were|is|are)(?: now| just) (?:been )?{_ADVERB}(?P<now>[a-z]+)\b"
    rf"|\b(?:has|have) {_ADVERB}been {_ADVERB}(?P<been>[a-z]+)\b"
)
_MARKS = (" been ", " now ", " just ", "'ve ", "\u2019ve ", " have ")
_SIMPLE_PAST = re.compile(r"(?:I|[Ww]e) (?:\w+ )?\w+(?:ed|en|nt|pt|id)\b")
_CLAUSE_END = re.compile(r"(?<=[.!?;])\s+|, (?:and|but|so) |: | - ")
_NO_CLAIM = re.compile(r"\b(?:if|once|when|until|till|after|before|unless|whether|not|never|nothing|no|\w+n't)\b")
_SMALL_TALK = stems("note call check keep hold turn ask end look see find read hear add")
"""What an agent does all the time without any write."""
_INQUIRY = re.compile(r"\b(?:check|look|search|account|details|records?|note|added it up)\b", re.IGNORECASE)
"""What an agent may rightly say that it has done without any write."""
_PAST = re.compile(r"\b(?:already|before|earlier|previously|once|twice|so far|in the past)\b")
_FIRST_PERSON = re.compile(r"\bi(?:'ve| have)\b", re.IGNORECASE)
_CANNOT = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|could not|(?:unable|not able|failed) to) (?:\w+ly |now |just )*(?P<verb>[a-z]+)"
)
_THAT = frozenset(map(stem, ("do", "go", "proceed", "process", "complete", "make", "help", "carry")))


def claims_anything(text: str) -> str:
    """Return the sentence in which an agent says that it has done something, looking things up apart; or nothing."""
    if not _FIRST_PERSON.search(text):
        return ""
    claims = [part for part in sentences(text) if _FIRST_PERSON.search(part) and claims_done(part)]
    return next((part for part in claims if not (refuses(part) or asks_consent(part) or _INQUIRY.search(part))), "")


class Deeds(NamedTuple):
    """What a conversation has done and seen so far."""

    domain: Domain
    tables: Tables
    done: Sequence[ToolCall]
    results: Iterable[str]
    """Tool results; gone through only where a claim may be a fact of the tables."""


def claims_another(text: str, deeds: Deeds) -> str:
    """Return a clause that says, in the words of a write tool, that something is done that was not; or nothing.

    In the passive it may be a fact of the tables as well, the more so beside a refusal: then nothing is claimed about anything
    that has been done, and some result says so of what is named.
    """
    if not (any(map(text.__contains__, _MARKS)) or _SIMPLE_PAST.search(text)):
        return ""
    if not any(map(text.casefold().__contains__, _acts(deeds.domain))):
        return ""
    return next(_false_claims(text, deeds), "")


def _false_claims(text: str, deeds: Deeds) -> Iterator[str]:
    said, acts = plain(text), _acts(deeds.domain)
    for found in _CLAIM.finditer(said):
        verb = found["deed"] or found["now"] or found["been"]
        act = stem(verb)
        if act not in acts or not is_past(verb):
            continue
        before = max((end.end() for end in _CLAUSE_END.finditer(said, 0, found.start())), default=0)
        after = _CLAUSE_END.search(said, found.end())
        clause = said[before : after.start() if after else len(said)]
        if clause.endswith("?") or _NO_CLAIM.search(said, before, found.start()):
            continue
        if not (stems(clause) - OF_ANY_ACT - {act} | read(clause).codes):
            continue
        if found["speaker"] is None:
            stands = _PAST.search(clause) or refuses(text) or _is_fact(clause, act, deeds)
        else:
            stands = _INQUIRY.search(clause) or _is_done(clause, act, deeds)
        if not stands:
            yield clause


def _is_done(clause: str, act: str, deeds: Deeds) -> bool:
    """Whether such a thing was done, and to nothing else than the clause names."""
    every = names(deeds.domain)
    if not any(act in every[call.name].own or act in every[call.name].asked for call in deeds.done):
        return False
    codes, own = read(clause).codes, named_in(deeds.done)
    return bool(codes & own) or not like_these(deeds.tables, own, codes)


def _is_fact(clause: str, act: str, deeds: Deeds) -> bool:
    """Whether a clause in the passive tells what the tables say, or what was done."""
    codes, own = read(clause).codes, named_in(deeds.done)
    if deeds.done and (codes & own or not like_these(deeds.tables, own, codes)):
        return True
    return act in words_about(deeds.results, codes)


@lru_cache(maxsize=16)
def _acts(domain: Domain) -> frozenset[str]:
    return frozenset[str]().union(*(one.verbs for one in names(domain).values())) - _SMALL_TALK


def denies_done(domain: Domain, text: str, done: Sequence[ToolCall], refused: Collection[ToolCall]) -> str:
    """Return the sentence that refuses what has been done: in its words, of its things, and not what is refused rightly.

    Args:
        domain: Whose tools these are.
        text: What the agent says.
        done: The writes that have been made.
        refused: The writes that policy forbids in this conversation.
    """
    every = names(domain)
    allowed = frozenset[str]().union(*(every[call.name].own | every[call.name].asked for call in refused))
    called = frozenset[str]().union(*(every[call.name].verbs for call in done)) - allowed
    for sentence in sentences(text):
        found = _CANNOT.search(plain(sentence))
        if not found or not refuses(sentence):
            continue
        act, codes = stem(found["verb"]), read(sentence).codes
        meant = act in _THAT or any(act in every[call.name].own for call in done)
        if act in called or (meant and codes & named_in(done) and not codes & named_in(refused)):
            return sentence
    return ""
