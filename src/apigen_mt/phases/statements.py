"""Which of the figures that an agent tells can be known from nowhere."""

import re
from collections.abc import Iterable

from apigen_mt.language.surface import Reading
from apigen_mt.phases.allowances import Allowances, same_day
from apigen_mt.phases.fidelity import is_code
from apigen_mt.phases.provenance import Sources

COUNTED = 100
"""A bare number as large as this is not counted out by hand, so something has to give it."""
_OWED = re.compile(
    r"\b(?:owes?|pay|paid|charge[ds]?|costs?|refund(?:ed)?|fees?|fines?|bill(?:ed)?|price|balance|deposit|surcharge|penalty)"
    r"(?: (?:is|was|of|us|you|me|will|would|be|an?|the|extra|another|only|just|back|about)){0,3}"
    r" (\d[\d,]*(?:\.\d+)?)(?= ?(?:$|[.,!?;)]|(?:by|an?|per|to|in|for|at|on|and|each|now|then|today|if|or|when|until)\b))"
)
"""A number without a mark that stands where amounts stand: `you owe us 900`, but not `you pay 2 bags`."""


class Known:
    """What an agent may tell: what it has seen and heard, and what policy has it work out for these wishes."""

    def __init__(self, sources: Sources, allowed: Allowances, rates: Iterable[float]):
        """Take the sources, which may grow, the values allowed beside them, and the policy's rates."""
        self.sources = sources
        self.allowed = allowed
        self.rates = tuple(rates)

    def untraced(self, reading: Reading, *, strictly: bool) -> list[str]:
        """Return the figures of a message that nothing gives, as they are told; with `strictly` as `untraced_amounts`."""
        sources, allowed = self.sources, self.allowed
        found = [f"${amount:.2f}" for amount in self.untraced_amounts(reading, strictly=strictly)]
        found += [
            "-".join(map(str, date))
            for date in reading.dates
            if not any(same_day(date, other) for other in allowed.dates) and not sources.has_date(date)
        ]
        found += [code for code in reading.codes if is_code(code) and not self._has_code(code)]
        found += [_clock(time) for time in reading.times if not (time in allowed.times or sources.has_time(time))]
        found += [
            f"{percent:g} %"
            for percent in reading.percents
            if percent not in allowed.numbers and not sources.has_number(percent)
        ]
        # Longer numbers are codes as well, and traced as such.
        if small := [number for number in reading.numbers if number < 10 * COUNTED]:
            amounts = {float(number.replace(",", "")) for number in _OWED.findall(reading.text)}
            told = [number for number in small if number >= COUNTED or number in amounts]
            found += [f"{number:g}" for number in told if not self._has_number(number, reading)]
        return found

    def untraced_amounts(self, reading: Reading, *, strictly: bool) -> list[float]:
        """Return the amounts that can be known from nowhere.

        Around a write a figure of the policy's does not do (`strictly`): it has to be this case's.
        """
        return [amount for amount in reading.money if not self.has_amount(amount, reading, strictly=strictly)]

    def has_amount(self, amount: float, beside: Reading, *, strictly: bool) -> bool:
        """Whether an amount is known, or can be worked out of figures that are told beside it."""
        return (
            self._may_tell(amount, strictly=strictly)
            or self._is_worth(amount, beside.numbers)
            or self._is_remainder(amount, beside.money)
        )

    def _has_number(self, number: float, beside: Reading) -> bool:
        return (
            number in self.allowed.bare
            or self._has_code(f"{number:g}")
            or self.has_amount(number, beside, strictly=False)
        )

    def _may_tell(self, amount: float, *, strictly: bool) -> bool:
        if amount == 0 or amount in self.allowed.numbers:
            return True
        return self.sources.was_given(amount) if strictly else self.sources.has_number(amount)

    def _is_worth(self, amount: float, numbers: Iterable[float]) -> bool:
        """Whether an amount is the worth of a number beside it, at a rate of the policy's."""
        return any(round(number * rate, 2) == amount for rate in self.rates for number in numbers)

    def _is_remainder(self, amount: float, beside: Iterable[float]) -> bool:
        """Whether an amount is what a known one comes to once another that is told beside it is taken off or put on."""
        return any(
            other != amount and (self.sources.was_given(amount + other) or self.sources.was_given(amount - other))
            for other in beside
            if other and self._may_tell(other, strictly=True)
        )

    def _has_code(self, code: str) -> bool:
        """Whether an identifier is known; a long number may be a quantity just as well."""
        if code in self.allowed.codes or self.sources.has_code(code):
            return True
        return code.isdigit() and (self.sources.has_number(float(code)) or float(code) in self.allowed.numbers)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
