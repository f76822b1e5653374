"""A style in words, for whoever has to write in it."""

from collections.abc import Mapping

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


_LENGTHS = {
    "terse": "most messages have one to six words; one in ten has more than fifteen",
    "plain": "most messages have three to twelve words; a full sentence only where something has to be told",
    "chatty": "you run on when you tell something, in short loose sentences, and still answer questions in a few words",
    "formal": "short plain sentences, seldom more than two",
}
_CAPITALS = {
    "normal": "as everybody writes them, names included; after a full stop you may forget one",
    "sloppy": "a small i, and now and then a small letter where a sentence starts",
    "lower": "none at all, except inside codes and names",
}
_MARKS = {
    "full": "full stops mostly, few commas",
    "light": "hardly ever a full stop at the end of a message, few commas, a question mark when you ask",
    "none": "next to none",
}
_SHOWN = 12
"""Words of each kind that a description names."""


def typing_habits(style: Style, taste: Mapping[str, float]) -> dict[str, str]:
    """Return how somebody types, as the fields of the prompt `habits`; `taste` weighs traits of messages."""
    slips = (
        "a letter wrong, missing or doubled in about one message of eight, never in a value."
        if style.typos
        else "none."
    )
    contracted = (
        "\nContractions without their apostrophe: dont, im." if style.contractions == "missing_apostrophe" else ""
    )
    return {
        "length": _LENGTHS[style.register],
        "yes": '"yes" or "ok" will do' if style.bare_yes > _OFTEN else "a short clear yes will do",
        "case": _CAPITALS[style.case],
        "marks": _MARKS[style.punctuation] + ("; an exclamation mark now and then" if style.exclaims > 0.1 else ""),
        "slips": slips + contracted.replace("\n", " "),
        "courtesy": ", ".join(
            (
                "a greeting only if it comes of itself" if style.greets > _OFTEN else "no greeting",
                "thanks once, in a word or two" if style.thanks > _OFTEN else "thanks seldom",
                "a short goodbye" if style.closes > _OFTEN else "no long goodbye: when you are done you are gone",
            )
        ),
        "words": _words(taste),
    }


def _words(taste: Mapping[str, float]) -> str:
    """Return which small words people like these write more and less often, as lines of a list."""
    weighed = sorted(
        (weight, trait.removeprefix("word:")) for trait, weight in taste.items() if trait.startswith("word:")
    )
    shunned = [word for weight, word in weighed[:_SHOWN] if weight < 0]
    liked = [word for weight, word in reversed(weighed[-_SHOWN:]) if weight > 0]
    lines = [("more often than others, where they fit", liked), ("hardly ever", shunned)]
    return "".join([f"- Words that you use {how}: {', '.join(words)}.\n" for how, words in lines if words])
