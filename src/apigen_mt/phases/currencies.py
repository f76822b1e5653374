"""Amounts in money that a desk does not use: `read` takes any amount for dollars, whatever stands beside it."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from apigen_mt.language.surface import normalise
from apigen_mt.world.domain import Domain

_NAMED = {
    "euro": r"€|eur|euros?",
    "pound": r"£|gbp|pounds? sterling|pounds?|quid",
    "yen": r"¥|jpy|yen",
    "yuan": r"cny|rmb|yuan",
    "rupee": r"₹|inr|rupees?",
    "franc": r"chf|(?:swiss )?francs?",
    "crown": r"sek|nok|dkk|kron(?:a|or|er|e)",
    "zloty": r"pln|zlotys?",
    "canadian": r"cad|c\$|canadian dollars?",
    "australian": r"aud|a\$|australian dollars?",
    "peso": r"mxn|pesos?",
    "real": r"brl|r\$|reais",
    "won": r"krw|₩",
    "lira": r"₺|lira",
}
_FORMS = "|".join(_NAMED.values())
_AMOUNT = re.compile(
    rf"(?<![\w$])(?:{_FORMS}) ?\d[\d,]*(?:\.\d+)?(?!\w)|(?<![\w.])\d[\d,]*(?:\.\d+)? ?(?:{_FORMS})(?!\w)"
)
_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{name}>{forms})' for name, forms in _NAMED.items())})(?!\w)")
_HINTS = (
    *"€£¥₹₩₺", "c$", "a$", "r$", "eur", "pound", "quid", "yen", "yuan", "rupee", "franc", "kron", "zloty", "canadian",
    "australian", "peso", "reais", "lira", "gbp", "jpy", "cny", "rmb", "inr", "chf", "sek", "nok", "dkk", "pln", "cad", "aud",
    "mxn", "brl", "krw",
)  # fmt: skip
"""Without any of these a text names no such currency."""


def foreign_amounts(domain: Domain, text: str, seen: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield the amounts of a normalised text in a currency that neither the domain nor any tool result names.

    Args:
        domain: Its policy and its tools' docstrings name its currencies.
        text: What somebody says.
        seen: The tool results so far; gone through only where there is such an amount.
    """
    if not any(map(text.__contains__, _HINTS)):
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
