"""Whether an agent passes the customer, or their matter, on to somebody else.

A clause is read as a string of words, each with what it can be: somebody behind the desk, a matter, a verb of passing on, of
calling in, of seeing to something. A handover then has one of few forms: somebody is given the matter, is called in, or sees to
it from now on; a ticket is opened; or the customer is told to hold on meanwhile. An offer to pass on is none, nor is what
happened earlier.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache

from apigen_mt.language.spelling import CLAUSE_END, SENTENCE_END
from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain
from apigen_mt.language.stems import stem

# --- Words ---------------------------------------------------------------------------------------------------------

_SOMEBODY = """
    team squad desk department dept division unit office committee board panel crew colleague human person people rep staff
    lead head expert chief boss hq folks guys deputy associate executive principal secretary nurse gp vet mechanic depot
    warehouse workshop landlord ombudsman liaison agent agents colleagues teams reps experts persons humans teammate authority
    authorities foreman warden representative representatives trustee trustees registrar bursar dr mr mrs ms group dev devs
"""
"""Who is behind a desk; most others are told by their ending, as in `manager` and `specialist`."""
_BY_ENDING = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|eer|ant|yst)s?")
_NOBODY = """
    order number letter counter offer voucher customer computer printer passenger driver courier carrier sender seller paper
    folder weather whether either after never under other another later water charger error color power newsletter register
    member holder owner remember consider transfer refer deliver enter cover recover answer matter together rather further
    however better summer winter september october november december former merchant restaurant important instant tenant
    receiver mirror major minor motor wishlist supplier manufacturer buyer subscriber router boiler meter heater cooler
    quarter twitter filter chapter speaker freezer mixer player corner dinner upper lower higher older newer earlier faster
    larger smaller cheaper shorter longer nearer greater super pleasant forever visitor donor usher publisher vendor tracker
    shower dryer labor harbor favor prior floor orders numbers letters offers vouchers customers members errors owners drivers
    sticker locker drawer daughter sister brother mother father holders
"""
_DEPARTMENTS = """
    complaints billing fraud returns finance legal accounts highways mortgages lettings facilities support retention
    retentions refunds claims admissions operations dispatch licensing procurement payroll maintenance security arbitration
    underwriting compliance logistics baggage bookings collections sales management escalations housekeeping concierge tier
    relations pharmacy
"""
"""Places that are named without an article."""
_MATTERS = """
    it this that them things everything case chat call request conversation query question matter issue complaint message
    messages file claim ticket details problem grievance report enquiry inquiry concern concerns note notes photos pictures
    history transcript feedback appeal dispute application situation wish thread bug log evidence documents decision point
    objection suggestion fault incident story papers scans screenshots photo picture scan screenshot voicemail letter
"""
_PASS = """
    forward route reroute redirect direct refer send pass hand transfer relay submit assign reassign move take bring escalate
    share flag raise push kick bump bounce switch steer turn mail email elevate deliver channel lodge drop report put give
    leave log file queue allocate delegate entrust copy walk brief flick ping loop allot place
"""
_FETCH = """
    ask alert notify inform instruct contact ping message page nudge task brief tell get fetch call bring loop involve summon
    grab let consult copy rope ring phone email pull
"""
_SEE_TO = """
    take contact follow help assist pick call ring phone telephone write email message text get reach join look review decide
    respond reply answer handle deal come sort investigate examine work see speak talk drop give advise update own continue
    carry let approve sign check go determine judge tell trace chase assess step confirm explain walk guide read settle
"""
_WORDS = {
    "W": _SOMEBODY,
    "N": _DEPARTMENTS,
    "R": "mr mrs ms dr",
    "A": "a an our another the one my your their his her that some any",
    "M": f"you {_MATTERS}",
    "Q": "case chat file request complaint ticket conversation matter claim query grievance",
    "K": "ticket case complaint grievance incident query referral callback call-back escalation fault work-order",
    "H": "him her them",
    "E": "he she they",
    "I": "i we",
    "T": "to with before by at past onto for",
    "J": "in from at",
    "F": "'ll will shall",
    "B": "is are 's 're have has 've be been being was gets am 'm",
    "L": "goes lies sits rests heads lands is 's it's that's went gone with off over up move moves moving moved",
}
"""What a word can be. W, N, R: somebody, a place without an article, a title. M, Q, K: a matter, one that can lie with somebody,
a ticket. A, H, E, I: articles and pronouns. T, J: prepositions. F, B, L: what a sentence is held together by."""
_VERBS = {
    "P": _PASS,
    "O": "open raise log create file lodge put leave write arrange request book register submit",
    "C": _FETCH,
    "S": _SEE_TO,
}
"""Verbs, in any form: P passes on, O opens, C calls in, S sees to."""


def _kinds(table: Mapping[str, str], fold: Callable[[str], str]) -> Mapping[str, str]:
    """Turn a table round: word -> all that it can be."""
    kinds: defaultdict[str, str] = defaultdict(str)
    for kind, text in table.items():
        for word in sorted(set(map(fold, text.split()))):
            kinds[word] += kind
    return kinds


_OF_WORD, _OF_STEM = _kinds(_WORDS, str), _kinds(_VERBS, stem)
_ALONE = frozenset(_NOBODY.split())
_WORD = re.compile(r"[\w&#/]+(?:-\w+)*|'\w+")


@lru_cache(maxsize=8192)
def _tagged(word: str) -> str:
    """A word with what it can be, as `desk:W `."""
    somebody = "W" if word not in _ALONE and _BY_ENDING.fullmatch(word) else ""
    return f"{word}:{_OF_WORD.get(word, '')}{_OF_STEM.get(stem(word), '')}{somebody} "


# --- Forms -----------------------------------------------------------------------------------------------------------


def _is(kinds: str) -> str:
    """A word that can be one of some kinds."""
    return rf"\S+:\w*[{kinds}]\w* "


def _words(text: str) -> str:
    """One of some words, whatever they can be."""
    return rf"(?:{'|'.join(text.split())}):\w* "


def _up_to(count: int, but: str = "") -> str:
    """Some words more, as few as will do, none of them one of `but`."""
    return rf"(?:{f'(?!{_words(but)})' if but else ''}\S+ ){{0,{count}}}?"


_THEY = (
    rf"(?:{_is('A')}{_up_to(4)}{_is('W')}|one:\w* of:\w* {_is('A')}{_up_to(2)}{_is('W')}|{_is('R')}\S+ "
    rf"|{_words('someone somebody')}(?:else:\w* )?|{_is('N')}(?=$|\S+:\w*[ABFIJPST])|\S+ {_is('J')}{_up_to(2)}{_is('WN')})"
)
"""Somebody behind the desk."""
_IN_HANDS = rf"{_words('in on')}the:\w* {_words('hands desk queue inbox')}of:\w* "
_TO_THEM = rf"(?:{_is('T')}(?:the:\w* attention:\w* of:\w* )?|{_IN_HANDS})(?:{_THEY}|{_is('H')})"
_WE = (
    rf"(?:^(?:{_words('will have just')})?|{_is('I')}(?:'m:\w* going:\w* to:\w* )?{_up_to(2)}"
    rf"|let:\w* me:\w* (?:{_up_to(1)}|while:\w* i:\w* )|and:\w* )"
)
_SOMEBODY_NOW = _THEY + _up_to(4, "and could can may might would 'd was were had only")
_ALONG = f"(?:{_words('now already over along off straight directly on up down safely')})*"
_SOON = rf"(?:{_is('F')}|{_words('is are am')}(?:going|about|due|set):\w* to:\w* |can:\w* now:\w* )"
_SEEING_TO = r"\S+ing:\w*S\w* "
_FORMS = (
    # The matter is given to somebody.
    rf"{_is('P')}{_up_to(4)}{_is('M')}{_up_to(6)}{_TO_THEM}",
    rf"{_is('P')}(?:{_is('H')}|{_THEY})(?:your:|all:|{_up_to(1)}{_is('M')})",
    rf"{_words('hand handing handed pass passing passed')}{_up_to(2)}{_is('M')}(?:\S+ )?{_words('on over along up across')}",
    rf"{_words('send sending sent')}{_up_to(1)}{_is('M')}on:",
    rf"{_is('P')}{_up_to(2)}{_is('M')}upstairs:",
    rf"{_is('B')}{_up_to(2)}{_is('P')}{_up_to(3)}{_TO_THEM}",
    rf"(?:^|{_is('I')}(?:{_is('B')})?){_is('P')}{_up_to(2)}{_TO_THEM}",
    rf"{_is('L')}{_ALONG}(?:{_words('to with before')}|{_IN_HANDS}){_THEY}",
    rf"{_is('Q')}{_up_to(3)}with:\w* (?:{_THEY}|{_words('first second third')}{_words('line level')})",
    rf"^{_words('passed referred forwarded routed assigned handed')}{_up_to(1)}to:\w* (?!{_words('you your')})",
    rf"{_is('Q')}{_up_to(2)}{_is('L')}{_up_to(2)}{_words('to with')}(?!{_words('you your us me our the a an its')})",
    rf"in:\w* (?:{_words('their his her our')}{_up_to(3)}|{_is('A')}{_up_to(2)}{_is('W')}){_words('queue inbox hands in-tray')}",
    # A ticket is opened.
    rf"{_is('O')}{_up_to(1)}{_is('A')}{_up_to(2)}{_is('K')}",
    rf"{_words('opened raised logged created filed lodged')}{_up_to(1)}{_is('K')}",
    rf"(?:{_is('K')}|work:\w* order:\w* ){_up_to(4, 'cannot not')}"
    rf"{_words('raised opened logged created registered filed lodged assigned booked arranged requested issued')}",
    # Somebody is called in.
    rf"{_WE}{_is('C')}(?:in:\w* )?(?:{_THEY}|{_is('H')})",
    rf"{_words('have having let letting get getting')}{_THEY}(?:to:\w* )?{_is('S')}",
    rf"{_WE}{_is('C')}(?!{_is('AMHT')}|{_words('back again today tomorrow now later out')})\S+ to:\w* {_is('S')}",
    rf"{_is('I')}{_up_to(2)}{_words('speaking talking')}{_words('to with')}{_THEY}",
    rf"for:\w* {_THEY}to:\w* {_is('S')}",
    rf"(?:{_words('needs need requires')}|(?:up:\w* to|one:\w* for):\w* ){_THEY}(?=$|to:)",
    # Somebody sees to it.
    rf"{_SOMEBODY_NOW}{_SOON}{_up_to(2, 'not')}(?:{_is('S')}|be:\w* {_words('in with back on round')}|be:\w* \S+ing:)",
    rf"{_is('E')}{_SOON}{_up_to(1, 'not')}(?:{_is('S')}{_up_to(1)}{_words('you back over in')}"
    rf"|{_words('see sort handle decide deal')}|be:\w* {_words('in with back')})",
    rf"^(?!{_is('IEM')}|{_words('which who nobody nothing and or')})[a-z]+:\w* {_is('F')}{_up_to(1, 'not')}"
    rf"{_words('call ring phone email e-mail message contact text reach assist help join')}you:",
    rf"{_SOMEBODY_NOW}{_words('takes picks')}{_words('over up it this your')}",
    rf"{_SOMEBODY_NOW}gets:\w* back:",
    rf"{_words('has have')}(?:now:\w* )?picked:\w* up:\w* {_words('your the this')}{_is('Q')}",
    rf"{_SOMEBODY_NOW}{_words('steps joins owns calls rings phones replies answers')}",
    rf"(?:{_SOMEBODY_NOW}|{_is('E')}){_words('has have')}(?:{_words('now already all')})*"
    rf"(?:{_words('it this')}|{_words('your the')}{_is('M')})",
    rf"{_SOMEBODY_NOW}{_words('is are')}{_up_to(2)}(?:{_SEEING_TO}|on:\w* {_words('it this the their his her')})",
    rf"{_is('E')}{_is('B')}{_words('joining taking stepping coming calling looking handling')}",
    rf"{_SOMEBODY_NOW}{_words('has have is are')}{_up_to(2)}{_words('told asked informed alerted notified briefed copied')}",
    rf"{_words('be been being is are gets')}{_up_to(2)}{_is('S')}(?:\S+ )?by:\w* {_THEY}",
    rf"{_words('hear call e-mail email reply answer response message callback word')}"
    rf"(?:back:\w* )?{_words('from with')}(?:{_THEY}|{_is('H')})",
    rf"{_words('picks takes pick take taking picking')}{_up_to(4)}from:\w* here:",
    # The customer is put through, or told to hold on.
    rf"{_words('connect connecting patch patching link linking hook hooking transfer transferring transferred loop looping')}"
    rf"(?:you:|this:|your:\w* {_is('M')})",
    rf"{_words('pass passing passed hand handing handed')}you:",
    rf"{_is('F')}{_up_to(2)}{_words('speaking talking chatting dealing')}{_words('to with')}(?!{_words('me us')})",
    rf"{_words('line queue waiting')}{_words('for to')}{_THEY}",
    rf"(?:being:\w* {_words('transferred connected')}|^transferring:\w* $)",
    rf"{_words('put putting get getting patch patching')}you:\w* {_up_to(1)}{_words('through across')}",
    rf"{_words('escalate escalating escalated')}",
    rf"{_words('hand handing')}{_up_to(1)}over:\w* to:",
    rf"{_words('stay remain hold keep')}{_up_to(2)}the:\w* line:",
    rf"real:\w* {_words('person human people agent')}",
    rf"(?:{_words('handover hand-over')}|point:\w* of:\w* contact:)",
)
_HAND_OVER = re.compile(f"(?:^|(?<= ))(?:{'|'.join(_FORMS)})")
_ONLY_OFFERED = _any(
    r"can't", r"cannot", r"can", r"could", r"may", r"might", r"if", r"would", r"don't", r"not", r"no need",
    r"unable", r"won't", r"instead of", r"before",
    r"once", r"shall i", r"should", r"with your (?:permission|consent|okay|agreement)", r"unless",
    r"as soon as you", r"when", r"nobody", r"never", r"i'd(?! (?:rather|better|prefer))",
    r"(?:records?|log|history|system) (?:shows?|says?)", r"yesterday", r"last \w+", r"earlier",
    r"(?:looks|look) like", r"according to", r"i see",
)  # fmt: skip
_ELSEWHEN = _any(
    r"if you(?:'d| would)? (?:like|want|wish|prefer|agree)", r"ago", r"yesterday",
    r"last (?:week|month|year|night|\w+day)", r"already (?!with|in|on)\w+ed",
    r"in (?:january|february|march|april|june|july|august|september|october|november|december)(?= ?(?:[.,;!]"
    r"|$))",
)  # fmt: skip
_APPOSED = re.compile(
    r",(?: (?!but\b|so\b|and\b|because\b|which\b|who\b|i\b|we\b|you\b)[\w.'&/-]+){1,4},(?= (?:will|to|has|is"
    r"|are|shall|can|wants|needs|calls|takes|picks)\b)"
)
_KIND = re.compile(r":\w* ")


def hands_over(text: str) -> bool:
    """Does the agent transfer the customer to a human or another team? An offer to do so does not count."""
    return any(passes_on(part) for part in SENTENCE_END.split(_plain(text)) if not part.endswith("?"))


def passes_on(sentence: str) -> bool:
    """Does one sentence, in proper spelling, pass something on to somebody else?"""
    for clause in CLAUSE_END.split(_APPOSED.sub("", sentence)):
        found = _HAND_OVER.search("".join(map(_tagged, _WORD.findall(clause))))
        if found and not _ONLY_OFFERED.search(_before(found)) and not _ELSEWHEN.search(sentence):
            return True
    return False


def _before(found: re.Match[str]) -> str:
    """What was said before it."""
    return re.sub(r" (?=')", "", _KIND.sub(" ", found.string[: found.start()]))
