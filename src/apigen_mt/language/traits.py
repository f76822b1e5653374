"""Traits of a message: what its style shows, whatever it is about.

Function words, marks, casing, length and how it begins and ends; never a word that belongs to a topic, and never a value.
Likeness is measured on them, and a user's taste is stated in them.
"""

import re
from bisect import bisect_right

_WORDS = """
    a about actually after again ah all alright also am an and another any anything anyway appreciate are as ask asap at
    awesome be because been before bit but by bye can can't cannot check cheers come cool correct could couldn't did didn't
    do does doesn't doing don't done dont either else even ever every exactly excellent few find fine first for forgot from
    get getting give go going gonna good goodbye got gotta great guess had has have haven't having he hello help her here
    hey hi him his hmm hold hope how however i i'd i'll i'm i've if im in instead into is isn't it it'll it's its ive just
    know last later left let let's lets like little long look looking lot made make makes many may maybe me mean might mine
    minute more most much must my myself need needed needs never new next nice no nope not nothing now of off oh ok okay on
    once one only or other our out over perfect please pls plus probably really right said same say see seems she should
    since so some someone something sorry sounds soon still such sure take tell than thank thanks that that'll that's thats
    the their them then there there's these they thing things think this those though thought thx time to today too trying
    two u um unfortunately until up ur us use very wait wanna want wanted wants was wasn't way we we're well were what what's
    when where whether which while who why will wish with without won't wonder wonderful wondering work works would wouldn't
    wow yeah yep yes yet you you'll you're you've your yours
"""
FUNCTION_WORDS = frozenset(_WORDS.split())
"""Words that show how somebody writes and not what about."""

_SHOWN = {word: f"word:{word}" for word in FUNCTION_WORDS}
_VALUE = re.compile(r"\S+@\S+|\b[Mm]ay \d+\S*|\b\d+(?:st|nd|rd|th)? (?:of )?[Mm]ay\b|#?\b\w*\d[\w\-:/.,]*\b")
_VALUED = re.compile(r"[\d@]")
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_STOPS = re.compile(r"[.!?]+(?:\s|$)")
_MARKS = re.compile(r"[^\w\s]|_")
_LENGTHS = (1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 18, 24, 32)
"""Words from which on a message counts as longer."""


def traits(text: str) -> frozenset[str]:
    """Return the traits of a message; none for an empty one.

    `word:please`, `opens:yes`, `mark:,`, `length:7`, `sentences:2`, `starts:lower`, `ends:.`, and `small i`.
    """
    text = text.replace("\u2019", "'")
    if _VALUED.search(text):
        text = _VALUE.sub("9", text)
    text = text.strip("# \n")
    if not text:
        return frozenset()
    words = _WORD.findall(text)
    lower = [word.lower() for word in words]
    found = {_SHOWN[word] for word in FUNCTION_WORDS.intersection(lower)}
    found.update([f"mark:{mark}" for mark in set(_MARKS.findall(text))])
    found.add(f"length:{_LENGTHS[bisect_right(_LENGTHS, len(text.split())) - 1]}")
    found.add(f"sentences:{min(4, len(_STOPS.findall(text)))}")
    first, last = text[0], text[-1]
    found.add("starts:lower" if first.islower() else "starts:upper" if first.isupper() else "starts:other")
    found.add("ends:" + ("bare" if last.isalnum() else last))
    if lower:
        found.add(f"opens:{lower[0] if lower[0] in FUNCTION_WORDS else 'other'}")
    if "i" in words:
        found.add("small i")
    return frozenset(found)
