"""A style in words, for whoever has to write in it."""

from apigen_mt.values.persona import Style

_REGISTER = {
    "terse": "short, often just fragments, no frills",
    "plain": "plain everyday language",
    "chatty": "talkative and informal",
    "formal": "polite and formal, in full sentences",
}
_CASE = {
    "lower": "everything in lower case",
    "sloppy": "a small i, and sentences that start in lower case now and then",
}
_PUNCTUATION = {"light": "closing full stops mostly left out", "none": "hardly any punctuation"}
_CONTRACTIONS = {
    "missing_apostrophe": "contractions without their apostrophe (dont, im)",
    "expanded": "no contractions",
}
_OFTEN = 0.4


def manner(style: Style) -> str:
    """Return how somebody writes, as one line."""
    parts = [
        _REGISTER[style.register],
        _CASE.get(style.case, ""),
        _PUNCTUATION.get(style.punctuation, ""),
        _CONTRACTIONS.get(style.contractions, ""),
        "a typing mistake every now and then" if style.typos else "no typing mistakes",
        "u, pls and thx" if style.shorthand else "",
        "exclamation marks" if style.exclaims > _OFTEN else "",
    ]
    return "; ".join(part for part in parts if part) + "."


_ASKING = {
    "terse": "you write one short sentence of six to twelve words",
    "plain": "you write a sentence of eight to eighteen words",
    "chatty": "you write two or three short loose sentences and run on a little",
    "formal": "you write one or two plain sentences",
}
_REMARKS = {
    "terse": "Once in a conversation you say more than you have to",
    "plain": "In one message of five you say more than you have to",
    "chatty": "In one message of three you say more than you have to",
    "formal": "Once or twice in a conversation you say more than you have to",
}
_CAPITALS = {
    "normal": "as everybody writes them, names and the first word of a message included",
    "sloppy": "a small i, and now and then a small letter where a message starts",
    "lower": "none at all, except inside codes and names",
}
_MARKS = {
    "full": "a full stop where a sentence ends, none behind a bare answer, few commas",
    "light": "every second sentence ends with its full stop, the others with nothing, few commas, a question mark when you ask",
    "none": "a full stop only between sentences, a question mark when you ask",
}
_GREETING = 0.3
_NO_GOODBYE = "no goodbye: a thanks, or a no to the last question, and you are gone"


def typing_habits(style: Style) -> dict[str, str]:
    """Return how somebody types, as the fields of the prompt `habits`."""
    slips = [
        "a letter wrong, missing or doubled in one message of eight and no more, never in a value"
        if style.typos
        else "none"
    ]
    if style.contractions == "missing_apostrophe":
        slips.append("contractions without their apostrophe, as in dont and im")
    return {
        "asking": _ASKING[style.register],
        "remarks": _REMARKS[style.register],
        "yes": '"yes" or "ok" will do' if style.bare_yes > _OFTEN else "a short clear yes will do",
        "case": _CAPITALS[style.case],
        "marks": _MARKS[style.punctuation]
        + ("; an exclamation mark in one message of six" if style.exclaims > 0.1 else ""),
        "slips": "; ".join(slips),
        "courtesy": ", ".join(
            (
                "a hi or hello before your first wish" if style.greets > _GREETING else "no greeting",
                "please in some requests",
                "thanks in a word or two when something is done" if style.thanks > _OFTEN else "thanks seldom",
                "a short goodbye" if style.closes > _OFTEN else _NO_GOODBYE,
            )
        ),
    }
