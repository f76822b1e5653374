"""Words cut down to what their forms have in common: `cancel`, `cancels`, `cancelled` and `cancelling` are one."""

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z]{3,}")
_ENDING = re.compile(r"(?<=...)(?:ings?|ed|es|s|e)$")
_LENGTH = 5
_IRREGULAR = {
    form: base
    for base, forms in {
        "pay": "paid", "send": "sent", "take": "took taken", "make": "made", "give": "gave given", "keep": "kept",
        "hold": "held", "freeze": "froze frozen", "choose": "chose chosen", "buy": "bought", "sell": "sold", "lend": "lent",
        "write": "wrote written", "withdraw": "withdrew withdrawn", "leave": "left", "find": "found", "lose": "lost",
        "break": "broke broken", "spend": "spent", "build": "built", "bring": "brought", "lay": "laid", "tell": "told",
        "put": "putting", "set": "setting", "get": "got gotten getting", "cut": "cutting", "let": "letting",
    }.items()
    for form in forms.split()
}  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the stem of one word in small letters."""
    word = _ENDING.sub("", _IRREGULAR.get(word, word))
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return (word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word)[:_LENGTH]


def stems(text: str) -> frozenset[str]:
    """Return the stems of all words of three letters and more; case does not matter."""
    return frozenset(map(stem, _WORD.findall(text.casefold())))


def is_past(word: str) -> bool:
    """Tell whether a word may be a verb's past form: `extended`, `sent`, `taken`."""
    return word.endswith("ed") or (word in _IRREGULAR and not word.endswith("ing"))
