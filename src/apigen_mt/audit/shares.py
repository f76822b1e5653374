"""Shares with their uncertainty: Wilson's interval for one, Newcombe's for the difference of two (95 %)."""

from math import sqrt

import msgspec

Z = 1.959964
"""Standard deviations on either side that hold 95 % of a normal distribution."""


class Share(msgspec.Struct, frozen=True):
    """So many of so many. Of none there is no share, and the interval says nothing."""

    count: int
    of: int
    share: float | None
    low: float
    high: float


class Difference(msgspec.Struct, frozen=True):
    """How much more one share is than another."""

    value: float
    low: float
    high: float


def share(count: int, of: int) -> Share:
    """Return a share with its Wilson interval (Wilson 1927)."""
    if not of:
        return Share(0, 0, None, 0.0, 1.0)
    p, z2 = count / of, Z * Z
    middle = (p + z2 / (2 * of)) / (1 + z2 / of)
    margin = Z / (1 + z2 / of) * sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    return Share(count, of, p, max(0.0, min(p, middle - margin)), min(1.0, max(p, middle + margin)))


def difference(one: Share, other: Share) -> Difference | None:
    """Return one share less another with an interval from theirs (Newcombe 1998, method 10); None if one is of nothing.

    It takes the two as independent samples; where both are about the same items it is a little too wide.
    """
    if one.share is None or other.share is None:
        return None
    value = one.share - other.share
    down = sqrt((one.share - one.low) ** 2 + (other.high - other.share) ** 2)
    up = sqrt((one.high - one.share) ** 2 + (other.share - other.low) ** 2)
    return Difference(value, value - down, value + up)
