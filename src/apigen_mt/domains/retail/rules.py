"""The clauses of the policy that code can decide: each function returns None if a call is legal, else the facts."""

from collections.abc import Callable
from typing import Any

from apigen_mt.domains.retail.amounts import (
    goes_to_credit,
    kept,
    line_amount,
    line_of,
    line_paid,
    points_worth,
    return_days,
)
from apigen_mt.domains.retail.data import TODAY, cents, days_between, days_on, discount_free
from apigen_mt.values.value import code, day, money, name, number, phrase
from apigen_mt.world.policy import Case, Facts
from apigen_mt.world.tables import Row

Broken = Callable[[Case], Facts | None]

HOLD_DAYS = 21
"""How long after it was placed an order may be held."""
DAMAGE_DAYS = 14
DAMAGE_LIMIT = 150.0
TRACE_AFTER = 3
"""Days after the expected delivery from which the courier looks for a parcel."""
CONTACT_DAYS = 14
POINTS_STEP = 500
STATUS_WORDS = {
    "shipped": "on its way",
    "delivered": "delivered",
    "packed": "packed",
    "cancelled": "cancelled",
    "open": "open",
}


def _arguments(case: Case) -> dict[str, Any]:
    return case.call.arguments


def _order(case: Case) -> Row | None:
    return case.state.get("orders", _arguments(case).get("order", ""))


def about_order(rule: Callable[[Case, Row], Facts | None]) -> Broken:
    """Make a rule about an order into one about a call; an order that does not exist is the tool's business."""

    def broken(case: Case) -> Facts | None:
        order = _order(case)
        return None if order is None else rule(case, order)

    return broken


def about_line(rule: Callable[[Case, Row, Row], Facts | None]) -> Broken:
    """Make a rule about one order line into one about a call."""

    def broken(case: Case) -> Facts | None:
        order = _order(case)
        line = None if order is None else line_of(order, _arguments(case).get("line", ""))
        return None if order is None or line is None else rule(case, order, line)

    return broken


def _returned(case: Case, order: Row) -> list[Row]:
    return [line for key in _arguments(case)["lines"] if (line := line_of(order, key)) is not None]


def _status(order: Row) -> Facts:
    return {"order": code(order["order"]), "status": phrase(STATUS_WORDS[order["status"]])}


def not_open(_: Case, order: Row) -> Facts | None:
    """The order has gone further than open."""
    return None if order["status"] == "open" else _status(order)


def in_the_workshop(case: Case, order: Row) -> Facts | None:
    """A personalised piece is being made: it started the day after the order was placed."""
    if order["status"] != "open" or order["placed"] == TODAY:
        return None
    line = _arguments(case).get("line")
    made = [row for row in kept(order) if row["personalised"] and line in (None, row["line"])]
    return {"item": name(made[0]["item"]), "placed": day(order["placed"])} if made else None


def last_line(_: Case, order: Row, line: Row) -> Facts | None:
    """Nothing would be left of the order."""
    if order["status"] == "open" and len(kept(order)) == 1 and line["state"] == "kept":
        return {"item": name(line["item"]), "order": code(order["order"])}
    return None


def below_voucher(case: Case, order: Row, line: Row) -> Facts | None:
    """What is left would be worth less than the voucher on the order asks for."""
    if not order["voucher"] or len(kept(order)) == 1:
        return None
    least = case.state.row("vouchers", order["voucher"])["min_spend"]
    left = cents(discount_free(order["lines"]) - line_amount(line))
    return {"voucher": code(order["voucher"]), "least": money(least), "left": money(left)} if left < least else None


def on_instalments(case: Case, order: Row) -> Facts | None:
    """The order is paid by instalment plan, which fixes its price."""
    fixed = case.state.row("payments", order["paid_with"])["kind"] == "plan"
    return {"order": code(order["order"])} if fixed else None


def sold_out(case: Case, _: Row, line: Row) -> Facts | None:
    """The option is not in stock in the quantity of the line."""
    variant = case.state.get("variants", _arguments(case)["variant"])
    if variant is None or variant["stock"] >= line["quantity"]:
        return None
    return {
        "option": phrase(variant["option"]),
        "stock": number(variant["stock"]),
        "quantity": number(line["quantity"]),
    }


def dearer_on_credit(case: Case, order: Row, line: Row) -> Facts | None:
    """A dearer option would have to be paid from store credit."""
    variant = case.state.get("variants", _arguments(case)["variant"])
    if variant is None or not goes_to_credit(case.state, order, "original") or variant["price"] <= line["price"]:
        return None
    return {"option": phrase(variant["option"]), "price": money(variant["price"]), "old_price": money(line["price"])}


def address_fixed(_: Case, order: Row) -> Facts | None:
    """The address cannot be changed any more: sent already, or express and packed."""
    if order["status"] == "open" or (order["status"] == "packed" and order["service"] == "standard"):
        return None
    why = "an express parcel that is already packed" if order["status"] == "packed" else STATUS_WORDS[order["status"]]
    return {"order": code(order["order"]), "why": phrase(why)}


def held_too_long(case: Case, order: Row) -> Facts | None:
    """The hold would last beyond what the warehouse allows."""
    latest = days_on(order["placed"], HOLD_DAYS)
    return {"latest": day(latest)} if _arguments(case)["until"] > latest else None


def held_express(_: Case, order: Row) -> Facts | None:
    """Express orders are not held."""
    return {"order": code(order["order"])} if order["service"] == "express" and order["status"] == "open" else None


def odd_points(case: Case) -> Facts | None:
    """The points are no multiple of the step."""
    points = _arguments(case)["points"]
    return {"points": number(points)} if points % POINTS_STEP else None


def too_many_points(case: Case, order: Row) -> Facts | None:
    """The points are worth more than half of the goods."""
    off, half = points_worth(_arguments(case)["points"]), cents(discount_free(order["lines"]) / 2)
    return {"off": money(off), "half": money(half)} if off > half else None


def discounted_already(_: Case, order: Row) -> Facts | None:
    """The order already has a voucher or points on it."""
    if not order["voucher"] and not order["points_used"]:
        return None
    used = f"voucher {order['voucher']}" if order["voucher"] else "a points discount"
    return {"order": code(order["order"]), "used": phrase(used)}


def voucher_over(case: Case) -> Facts | None:
    """The voucher has run out or has been used."""
    row = case.state.get("vouchers", _arguments(case)["voucher"])
    if row is None:
        return None
    if row["used_on"] is not None:
        return {"voucher": code(row["voucher"]), "why": phrase("was used"), "date": day(row["used_on"])}
    if row["expires"] < TODAY:
        return {"voucher": code(row["voucher"]), "why": phrase("ran out"), "date": day(row["expires"])}
    return None


def below_least(case: Case, order: Row) -> Facts | None:
    """The goods come to less than the voucher asks for."""
    row = case.state.get("vouchers", _arguments(case)["voucher"])
    goods = discount_free(order["lines"])
    if row is None or goods >= row["min_spend"]:
        return None
    return {"voucher": code(row["voucher"]), "least": money(row["min_spend"]), "goods": money(goods)}


def not_delivered(_: Case, order: Row) -> Facts | None:
    """The order has not been delivered."""
    return None if order["status"] == "delivered" else _status(order)


def window_closed(case: Case, order: Row) -> Facts | None:
    """The time for returns is over."""
    if order["delivered"] is None:
        return None
    days = return_days(case.state.row("customers", order["customer"]))
    last = days_on(order["delivered"], days)
    return {"delivered": day(order["delivered"]), "last": day(last), "days": number(days)} if last < TODAY else None


def never_returned(case: Case, order: Row) -> Facts | None:
    """One of the lines is personalised or clearance."""
    for line in _returned(case, order):
        if line["personalised"] or line["clearance"]:
            why = "personalised" if line["personalised"] else "a clearance piece"
            return {"item": name(line["item"]), "why": phrase(why)}
    return None


def seal_broken(case: Case, order: Row) -> Facts | None:
    """One of the lines can only come back sealed."""
    if _arguments(case)["condition"] != "opened":
        return None
    item = next((line["item"] for line in _returned(case, order) if line["sealed_only"]), None)
    return {"item": name(item)} if item else None


def credit_only(case: Case, order: Row) -> Facts | None:
    """It is too late for the original payment method, though not for store credit."""
    if order["delivered"] is None or window_closed(case, order) is not None:
        return None
    late = days_between(order["delivered"], TODAY) > 30
    if late and not goes_to_credit(case.state, order, _arguments(case)["refund_to"]):
        return {"delivered": day(order["delivered"])}
    return None


def claimed_late(_: Case, order: Row) -> Facts | None:
    """Damage was reported too late."""
    if order["delivered"] is None:
        return None
    last = days_on(order["delivered"], DAMAGE_DAYS)
    return {"delivered": day(order["delivered"]), "last": day(last)} if last < TODAY else None


def settled_before(case: Case, order: Row) -> Facts | None:
    """Damage to the line, or to one of the lines, has been settled."""
    keys = _arguments(case).get("lines") or [_arguments(case).get("line")]
    item = next((row["item"] for row in order["lines"] if row["line"] in keys and row["claim"]), None)
    return {"item": name(item)} if item else None


def claim_too_large(_: Case, order: Row, line: Row) -> Facts | None:
    """The line cost more than the desk may settle."""
    paid = line_paid(order, line)
    if paid <= DAMAGE_LIMIT:
        return None
    return {"item": name(line["item"]), "paid": money(paid), "limit": money(DAMAGE_LIMIT)}


def no_replacement(case: Case, _: Row, line: Row) -> Facts | None:
    """Nothing can be sent again: too slight a damage, made to measure, or sold out."""
    if _arguments(case)["remedy"] != "replacement":
        return None
    why = ""
    if _arguments(case)["extent"] == "marked":
        why = "only its looks have suffered"
    elif line["personalised"]:
        why = "it was personalised"
    elif case.state.row("variants", line["variant"])["stock"] < line["quantity"]:
        why = "it is out of stock"
    return {"item": name(line["item"]), "why": phrase(why)} if why else None


def traced_early(_: Case, order: Row) -> Facts | None:
    """The parcel is not on its way, or not late enough."""
    if order["status"] != "shipped":
        return None
    first = days_on(order["expected"], TRACE_AFTER)
    return {"expected": day(order["expected"]), "first": day(first)} if first > TODAY else None


def not_shipped(_: Case, order: Row) -> Facts | None:
    """There is no parcel on its way."""
    return None if order["status"] == "shipped" else _status(order)


def changed_lately(case: Case) -> Facts | None:
    """Contact details were changed too short a time ago."""
    row = case.state.get("customers", _arguments(case).get("customer", ""))
    if row is None:
        return None
    again = days_on(row["contact_changed"], CONTACT_DAYS)
    return {"changed": day(row["contact_changed"]), "again": day(again)} if again > TODAY else None
