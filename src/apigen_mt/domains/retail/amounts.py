"""The desk's arithmetic over rows: what lines cost, what comes back, and where it goes."""

from collections.abc import Sequence
from typing import NamedTuple

from apigen_mt.domains.retail.data import cents, discount_free
from apigen_mt.world.tables import Row, State

RETURN_DAYS = 30
CIRCLE_RETURN_DAYS = 60
RESTOCKING = 0.15
LABEL_FEE = 4.95
DAMAGE_SHARE = {"marked": 15, "impaired": 40, "unusable": 100}
"""Extent of the damage -> percent of what was paid that is refunded."""


class ReturnQuote(NamedTuple):
    """What a return gives, and what is kept back."""

    paid: float
    restocking_fee: float
    label_fee: float
    refund: float
    to_credit: bool


def line_of(order: Row, line: str) -> Row | None:
    """Return an order's line, or None if it has none with that id."""
    return next((row for row in order["lines"] if row["line"] == line), None)


def kept(order: Row) -> list[Row]:
    """Return the lines that have neither been dropped nor returned."""
    return [row for row in order["lines"] if row["state"] == "kept"]


def line_amount(line: Row) -> float:
    """Return price times quantity."""
    return cents(line["price"] * line["quantity"])


def line_paid(order: Row, line: Row) -> float:
    """Return what was paid for a line: its amount less its share of voucher and points."""
    goods = discount_free(order["lines"])
    off = order["voucher_off"] + order["points_off"]
    return cents(line_amount(line) * (1 - off / goods)) if goods else 0.0


def return_days(customer: Row) -> int:
    """Return how many days after delivery a customer may return things."""
    return CIRCLE_RETURN_DAYS if customer["circle"] else RETURN_DAYS


def goes_to_credit(state: State, order: Row, refund_to: str) -> bool:
    """Tell whether a refund ends up as store credit."""
    return refund_to == "credit" or state.row("payments", order["paid_with"])["kind"] == "credit"


def return_quote(state: State, order: Row, lines: Sequence[str], condition: str, refund_to: str) -> ReturnQuote:
    """Work out what a return would give."""
    rows = [row for line in dict.fromkeys(lines) if (row := line_of(order, line)) is not None]
    paid = cents(sum(line_paid(order, row) for row in rows))
    to_credit = goes_to_credit(state, order, refund_to)
    member = state.row("customers", order["customer"])["circle"]
    fee = cents(paid * RESTOCKING) if condition == "opened" else 0.0
    label = 0.0 if to_credit or member else LABEL_FEE
    return ReturnQuote(paid, fee, label, max(0.0, cents(paid - fee - label)), to_credit)


def swap_difference(line: Row, variant: Row) -> float:
    """Return what a swap costs; negative if money comes back."""
    return cents((variant["price"] - line["price"]) * line["quantity"])


def damage_refund(order: Row, line: Row, extent: str) -> float:
    """Return the part of a line's price that is refunded for damage."""
    return cents(line_paid(order, line) * DAMAGE_SHARE[extent] / 100)


POINT = 0.01
"""Dollars for a point."""


def points_worth(points: int) -> float:
    """Return what points are worth in dollars."""
    return cents(points * POINT)
