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
