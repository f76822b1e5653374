"""What somebody may say: a typed value in one canonical form. How it looks in text is `language.surface`."""

from typing import Literal

import msgspec

Kind = Literal["money", "date", "time", "count", "percent", "code", "name", "text", "email"]


class Value(msgspec.Struct, frozen=True):
    """One typed value that somebody may say: what it is and its canonical form."""

    kind: Kind
    value: str | float | int
    """The canonical form by kind. money: float in currency units. date: "2026-03-12". time: "14:35". count:
    int. percent: float, 10.0 = 10 %. code: a customer-visible identifier, "R-20418", "K7QWLM", "4421". name:
    a proper or product name. text: any other phrase. email: an address."""


def money(amount: float) -> Value:
    """An amount in the domain's currency units, for example 84.2."""
    return Value("money", float(amount))


def day(iso: str) -> Value:
    """A calendar date, "2026-03-12"."""
    return Value("date", iso)


def clock(hhmm: str) -> Value:
    """A time of day on the 24-hour clock, "14:35"."""
    return Value("time", hhmm)


def number(n: int) -> Value:
    """A count of things."""
    return Value("count", n)


def percent(p: float) -> Value:
    """A percentage; 10.0 is 10 %."""
    return Value("percent", float(p))


def code(s: str) -> Value:
    """An identifier that the customer can see: an order number, a booking code, last card digits."""
    return Value("code", s)


def name(s: str) -> Value:
    """A proper name or a product name."""
    return Value("name", s)


def phrase(s: str) -> Value:
    """Any other phrase: an address line, "Visa ending in 4421"."""
    return Value("text", s)


def email(s: str) -> Value:
    """An email address."""
    return Value("email", s)
