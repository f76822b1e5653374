"""Whether a customer's reply to a proposal is a go-ahead, judged from the words of both.

A reply is read clause by clause. One clause at least has to agree: in so many words, by an order that says the proposal
back, or by what answers the very question that was asked. The clauses beside it are stories, courtesies and further
wishes, or they bear on what is decided: a condition, a doubt, another value, a question about it. One that bears on it
is enough to make the whole unclear.
"""

import re
from functools import lru_cache
from typing import Literal

from apigen_mt.language.clauses import LONG_AGO, Clause, clauses, mended
from apigen_mt.language.consent_words import (
    ACTUALLY_YES,
    CONDITION,
    CORRECTION,
    COURTESY,
    DEADLINE,
    DOUBT,
    EDGES,
    FIRM,
    FURTHER,
    HARMLESS,
    HEDGE,
    MISGIVING,
    NEGATION,
    OKAY,
    PARTICLES,
    POLITE_ORDER,
    QUESTION,
    REFUSAL,
    SAYS_YES,
    STAKES,
    STRONG,
    TAKES_BACK,
    WEAK,
)
from apigen_mt.language.echoes import answers, orders, takes_it, values_it, ventures, welcomes
from apigen_mt.language.objections import STRENGTH, TELLS, Agreed, bears, concerns, echoes, speaks_against
from apigen_mt.language.proposals import Proposal, asks_consent, understand, values
from apigen_mt.language.spelling import any_of, plain

Consent = Literal["yes", "no", "unclear"]

_ALONE: dict[str, Consent] = {"y": "yes", "please": "yes", "y please": "yes", "n": "no"}

_NO_FIRST = re.compile(
    r"^(?:(?:oh|well|um|hi|actually|please|haha|lol)[ ,]+)*(?:no|none|nothing|not (?:at all|really|in the least|a"
    r" bit|in the slightest)|never|of course not|certainly not|i don't|i wouldn't|by no means|absolutely not"
    r"|definitely not|course not)\b[ .,!;-]*(?:(?:no|none|nothing|at all|objections?|problems?|of course not|not"
    r" at all|i (?:don't|wouldn't)|mind|whatsoever|i can think of|comes to mind|reasons?|from me|here|i have none"
    r"|that i know of)\b[ .,!;-]*)*"
)

_YES_FIRST = re.compile(
    r"^(?:(?:oh|well|um|hi|actually|please|haha|lol)[ ,]+)*(?:yes|yeah|i (?:do|would)|sure|okay)\b[ .,!;-]*(?:i"
    r" (?:do|would|have)\b[ .,!;-]*)*"
)


@lru_cache(maxsize=4096)
def consent(text: str, proposal: str = "") -> Consent:
    """Read a customer's reply to "Shall I go ahead?".

    "yes" is unconditional, unhesitating assent; "no" is refusal or withdrawal; "unclear" is everything else:
    hesitation, a condition, a correction, a counter-question, another subject. Without the proposal only what
    the reply says by itself counts, as where the agent has asked for no go-ahead.
    """
    # An order that nobody has asked about is a request, whatever was said before it.
    deal = understand(proposal if asks_consent(proposal) else "")
    said = plain(text)
    if deal.manner == "plain":
        if alone := _ALONE.get(said.strip(EDGES)):
            return alone
    elif deal.manner == "mind" and (found := _NO_FIRST.match(said)):
        said = f"yes, {said[found.end() :]}"
    elif found := _YES_FIRST.match(said) or _NO_FIRST.match(said):
        said = said[found.end() :]
    said = mended(said, deal)
    said = POLITE_ORDER.sub("do it", SAYS_YES.sub(", yes, ", ACTUALLY_YES.sub("", said)))
    said = DEADLINE.sub("", HARMLESS.sub(" ", said))
    if _agrees(said, deal):
        return "yes"
    return "no" if REFUSAL.search(said) and _refuses_outright(said) else "unclear"


def _agrees(said: str, deal: Proposal) -> bool:
    """Does a clause agree, and none bear against it?"""
    so_far: Agreed = ""
    further = False
    for clause in clauses(said):
        further = further or (so_far != "" and (FURTHER.match(clause.text) is not None or clause.link.endswith("also")))
        if further:
            if concerns(clause.text, deal) or any(table.search(clause.text) for table in _IN_DOUBT):
                return False
            continue
        assent = _assent(clause, deal)
        if assent == "against" or (not assent and bears(clause, deal, so_far)):
            return False
        if STRENGTH.index(assent) > STRENGTH.index(so_far):
            so_far = assent
    return so_far != ""


_IN_DOUBT = (DOUBT, CONDITION, CORRECTION, STAKES, TAKES_BACK)


def _assent(clause: Clause, deal: Proposal) -> Agreed:
    """How a clause agrees, if it does; "against" if it takes back in one breath what it says."""
    text = clause.text
    if (clause.is_asked and not echoes(text, deal)) or _ASKS_FIRST.match(text):
        return ""
    if not deal.words and orders(text, deal):
        return "okay"
    if orders(text, deal) or ventures(text, deal) or values_it(text, deal) or takes_it(text, deal) or welcomes(text):
        return "strong"
    if found := STRONG.search(text):
        before, after = text[: found.start()], text[found.end() :].strip(EDGES)
        if NEGATION.search(before) or (before and LONG_AGO.match(text)):
            return ""
        if (
            speaks_against(text, deal)
            or any(map(deal.is_foreign, values(before)))
            or HEDGE.search(before)
            or MISGIVING.search(before)
        ):
            return "against"
        # What it is that goes ahead may be called anything, as long as it is no other value.
        rest = Clause(
            after.removeprefix("with ").removeprefix("to ") if _GOES_AHEAD.search(found[0]) else after, "", False
        )
        if after and not _assent(rest, deal) and bears(rest, deal, "strong"):
            return "against"
        if HEDGE.search(after) and not TELLS.search(after):
            return "against"
        return "strong"
    beside = COURTESY.sub(" ", text)
    if WEAK.search(text) and not any(map(str.isalnum, COURTESY.sub(" ", WEAK.sub(" ", text)))):
        is_bare = OKAY.search(text) and "please" not in text
        is_bare = is_bare and not any(map(str.isalnum, COURTESY.sub(" ", OKAY.sub(" ", text))))
        return "okay" if is_bare else "praise"
    if deal.asking and (answers(text, deal) or answers(beside, deal)):
        return "strong"
    if (found := WEAK.match(_LEADING.sub("", text))) and orders(_LEADING.sub("", text)[found.end() :].strip(), deal):
        return "strong"
    return ""


_GOES_AHEAD = re.compile(
    r"ahead|proceed|continue|carry on|go on|happy|fine|okay|go for it|agree|consent|confirm|accept|approv|yes to"
)

_ASKS_FIRST = re.compile(r"(?:which|who|when|where|how|what)\b(?! (?:a|an|else|ever)\b)")

_LEADING = re.compile(rf"^(?:{PARTICLES} )+")

# Before a refusal these are throat-clearing, not doubt: "hm, actually no", "yeah, don't".
_PRELUDE = re.compile(
    rf"^(?:(?:(?:yes|yeah)(?=[ .,;!-]+(?:just |please |no[ ,]+)?{FIRM.pattern})|okay|well|oh|h+m+|u+[hm]+"
    r"|wait|actually|in fact|sorry|but|please|just|you know what)[ .,;!-]+)+"
)

_LIMITS = any_of(
    r"if", r"unless", r"(?:as|so) long as", r"provided",
)  # fmt: skip


def _refuses_outright(said: str) -> bool:
    """Is a reply with refusing words in it a refusal, rather than a correction or a doubt?"""
    said = _PRELUDE.sub("", said)
    around = REFUSAL.sub(" ", said)
    if STRONG.search(around) or _LIMITS.search(said):
        return False
    if FIRM.search(said):
        return True
    around = _PRELUDE.sub("", around.strip(EDGES) + " ")
    return not (
        "?" in around
        or QUESTION.search(around)
        or DOUBT.search(said)
        or CONDITION.search(around)
        or CORRECTION.search(around)
    )
