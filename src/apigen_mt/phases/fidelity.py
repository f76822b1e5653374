"""What a user may not say: values that nobody gave them, and what no customer knows."""

import re
from collections.abc import Iterable
from functools import lru_cache

from apigen_mt.language.surface import read
from apigen_mt.phases.allowances import Allowances
from apigen_mt.world.domain import Domain

_YEAR = re.compile(r"20[0-4]\d")


def invented(text: str, allowed: Allowances, told: Iterable[str]) -> str:
    """Return the first code, email address or amount of a user's message that is none of the user's, or an empty string.

    Args:
        text: What the user says.
        allowed: What facts and wishes let them say.
        told: What the agent has said so far; gone through only where it is needed.
    """
    reading = read(text)
    told = list(told)
    unknown = [
        code
        for code in reading.codes
        if is_code(code) and code not in allowed.codes and not any(code in read(other).codes for other in told)
    ]
    unknown += [mail for mail in reading.emails if mail not in allowed.emails]
    unknown += [
        f"{amount:.2f}"
        for amount in reading.money
        if amount not in allowed.user_numbers and not any(amount in read(other).money for other in told)
    ]
    return unknown[0] if unknown else ""


def leaked(domain: Domain, text: str) -> str:
    """Return the first internal id or tool name in a text, or an empty string."""
    internal, tool_names = _internal(domain)
    said = read(text).text.replace("\\", "")
    found = internal.search(said) or ("_" in said and tool_names.search(said))
    return found[0] if found else ""


def is_code(code: str) -> bool:
    """Whether something that looks like an identifier may be one: neither a word in capitals nor a year nor `#1`."""
    return any(map(str.isdigit, code)) and len(code) > 2 and not (code.isdigit() and _YEAR.fullmatch(code))


@lru_cache(maxsize=16)
def _internal(domain: Domain) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Internal ids, and names of tools that are no plain words."""
    names = "|".join([name for name in domain.tools if "_" in name])
    return re.compile(domain.internal or "(?!)"), re.compile(rf"\b(?:{names})\b")
