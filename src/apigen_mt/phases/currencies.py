"""Amounts in money that a desk does not use: `read` takes any amount for dollars, whatever stands beside it."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from apigen_mt.language.surface import normalise
from apigen_mt.world.domain import Domain

_NAMED = {
    "euro": r"€|eur|euros?", "pound": r"£|gbp|pounds? sterling|pounds?|quid", "yen": r"¥|jpy|yen", "rupee": r"₹|inr|rupees?",
    "franc": r"chf|(?:swiss )?francs?", "canadian dollar": r"cad|c\$|canadian dollars?", "peso": r"mxn|pesos?", "zloty": r"pln|zlotys?",
    "australian dollar": r"aud|a\$|australian dollars?", "crown": r"sek|nok|dkk|kron\w+|crowns?", "real": r"brl|r\$|reais", "rand": r"zar|rand",
    "yuan": r"cny|rmb|yuan", "won": r"krw|₩", "lira": r"try|₺|lira",
}  # fmt: skip
_WORDS = "|".join(f"(?P<{name.replace(' ', '_')}>{forms})" for name, forms in _NAMED.items())
_ANY = "|".join(_NAMED.values())
_AMOUNT = re.compile(rf"(?<![\w$])(?:{_ANY}) ?\d[\d,]*(?:\.\d+)?(?!\w)|(?<![\w.])\d[\d,]*(?:\.\d+)? ?(?:{_ANY})(?!\w)")
_NAME = re.compile(rf"(?<!\w)(?:{_WORDS})(?!\w)")
_SIGN = re.compile(r"[€£¥₹₩₺]|[car]\$|euro|pound|quid|yen|yuan|rupee|franc|peso|zloty|crown|kron|reais|rand|lira"
                   r"|canadian|australian|(?<![a-z])(?:eur|gbp|jpy|inr|chf|cad|mxn|pln|aud|sek|nok|dkk|brl|zar|cny|rmb|krw|try)(?![a-z])")  # fmt: skip


def foreign_amounts(domain: Domain, text: str, seen: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield the amounts of a normalised text in a currency that neither the domain nor any tool result names.

    Args:
        domain: Its policy and its tools' docstrings name its currencies.
        text: What somebody says.
        seen: The tool results so far; gone through only where there is such an amount.
    """
    if not _SIGN.search(text):
        return
    known: Collection[str] = _currencies(domain)
    for found in _AMOUNT.finditer(text):
        here = _named(found[0])
        if not here & known and not any(here & _named(normalise(result)) for result in seen):
            yield found


@lru_cache(maxsize=16)
def _currencies(domain: Domain) -> frozenset[str]:
    return _named(normalise(" ".join((domain.policy.text, *(tool.description for tool in domain.tools.values())))))


def _named(text: str) -> frozenset[str]:
    return frozenset(str(found.lastgroup) for found in _NAME.finditer(re.sub(r"\d", " ", text)))
