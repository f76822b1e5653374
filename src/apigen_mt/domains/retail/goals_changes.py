"""What customers want done with orders that have not left yet."""

from random import Random

from apigen_mt.domains.kinds import action
from apigen_mt.domains.people import STREETS, TOWNS
from apigen_mt.domains.retail import wording_changes as words
from apigen_mt.domains.retail.amounts import kept, line_amount, points_worth, swap_difference
from apigen_mt.domains.retail.data import TODAY, cents, days_between, days_on
from apigen_mt.domains.retail.goals_common import as_they_are, destination, lean, order_and_line, orders_of
from apigen_mt.domains.retail.rules import HOLD_DAYS, POINTS_STEP
from apigen_mt.domains.retail.slots import (
    ADDRESS,
    CAUSE,
    LINE_SLOT,
    OPTION_SLOT,
    ORDER_SLOT,
    POINTS_SLOT,
    UNTIL,
    VOUCHER_SLOT,
)
from apigen_mt.domains.retail.tools_write import DELIVERY_AFTER_HOLD
from apigen_mt.values.value import Value, day, money, number, phrase
from apigen_mt.world.domain import GoalKind, Slots
from apigen_mt.world.tables import Row, State


def _is_open(order: Row) -> bool:
    return order["status"] == "open"


def _changeable(state: State, order: Row) -> bool:
    return _is_open(order) and state.row("payments", order["paid_with"])["kind"] != "plan"


def _draw_cancel(state: State, account: str, rng: Random) -> Slots | None:
    orders = orders_of(state, account, "open", "packed", "shipped")
    order = lean(rng, orders, _is_open)
    if order is None:
        return None
    return {"order": order["order"], "cause": rng.choice(sorted(CAUSE.choices or ()))}


def _cancel_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order = state.row("orders", slots["order"])
    return {"refund": money(order["total"]), "destination": destination(state, order)}


def _is_cancelled(before: State, after: State, _: str, slots: Slots) -> bool:
    old, new = before.row("orders", slots["order"]), after.row("orders", slots["order"])
    return new["status"] == "cancelled" and cents(new["refunded"] - old["refunded"]) == old["total"]


def _draw_line(state: State, account: str, rng: Random, lines: int) -> tuple[Row, Row] | None:
    orders = orders_of(state, account, "open", "packed", "shipped")
    order = lean(rng, orders, lambda row: _changeable(state, row) and len(kept(row)) >= lines)
    if order is None:
        return None
    line = lean(rng, kept(order), lambda row: order["placed"] == TODAY or not row["personalised"])
    return None if line is None else (order, line)


def _draw_drop(state: State, account: str, rng: Random) -> Slots | None:
    found = _draw_line(state, account, rng, 2)
    return None if found is None else {"order": found[0]["order"], "line": found[1]["line"]}


def _drop_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order, line = order_and_line(state, slots)
    amount = line_amount(line)
    return {
        "refund": money(amount),
        "total": money(cents(order["total"] - amount)),
        "destination": destination(state, order),
    }


def _is_dropped(before: State, after: State, _: str, slots: Slots) -> bool:
    old, gone = order_and_line(before, slots)
    new, line = order_and_line(after, slots)
    less = cents(old["total"] - new["total"])
    return line["state"] == "dropped" and less == cents(gone["price"] * gone["quantity"])


def _draw_swap(state: State, account: str, rng: Random) -> Slots | None:
    found = _draw_line(state, account, rng, 1)
    if found is None:
        return None
    order, line = found
    product = state.row("variants", line["variant"])["product"]
    others = [row for row in state.where("variants", "product", product) if row["variant"] != line["variant"]]
    variant = lean(rng, others, lambda row: row["stock"] >= line["quantity"], 0.7)
    if variant is None:
        return None
    return {"order": order["order"], "line": line["line"], "option": variant["variant"]}


def _swap_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order, line = order_and_line(state, slots)
    difference = swap_difference(line, state.row("variants", slots["option"]))
    return {
        "difference": money(abs(difference)),
        "direction": phrase("charged to" if difference > 0 else "refunded to"),
        "payment": phrase(state.row("payments", order["paid_with"])["label"]),
        "total": money(cents(order["total"] + difference)),
    }


def _is_swapped(before: State, after: State, _: str, slots: Slots) -> bool:
    old, new = order_and_line(before, slots)[1], order_and_line(after, slots)[1]
    return old["variant"] != slots["option"] == new["variant"]


def _draw_address(state: State, account: str, rng: Random) -> Slots | None:
    orders = orders_of(state, account, "open", "packed", "shipped")
    order = lean(rng, orders, lambda row: row["status"] != "shipped", 0.65)
    if order is None:
        return None
    letters = "".join(rng.choice("ABDEFGJNPQSTUWYZ") for _ in range(4))
    address = {
        "street": f"{rng.randint(1, 240)} {rng.choice(STREETS)}",
        "town": rng.choice(TOWNS),
        "postcode": f"{letters[:2]}{rng.randint(10, 99)} {rng.randint(1, 9)}{letters[2:]}",
    }
    return {"order": order["order"], "address": address}


def _expected(state: State, _: str, slots: Slots) -> dict[str, Value]:
    return {"expected": day(state.row("orders", slots["order"])["expected"])}


def _is_redirected(_: State, after: State, __: str, slots: Slots) -> bool:
    return after.row("orders", slots["order"])["address"] == slots["address"]


def _draw_hold(state: State, account: str, rng: Random) -> Slots | None:
    orders = orders_of(state, account, "open", "packed")
    order = lean(rng, orders, lambda row: _is_open(row) and row["service"] == "standard")
    if order is None:
        return None
    most = HOLD_DAYS - days_between(order["placed"], TODAY)
    ahead = rng.randint(2, max(3, most)) if rng.random() < 0.75 else rng.randint(max(2, most + 1), most + 16)
    return {"order": order["order"], "until": days_on(TODAY, ahead)}


def _hold_details(_: State, __: str, slots: Slots) -> dict[str, Value]:
    return {"expected": day(days_on(slots["until"], DELIVERY_AFTER_HOLD))}


def _is_held(_: State, after: State, __: str, slots: Slots) -> bool:
    return after.row("orders", slots["order"])["hold_until"] == slots["until"]


def _draw_points(state: State, account: str, rng: Random) -> Slots | None:
    steps = state.row("customers", account)["points"] // POINTS_STEP
    if not steps:
        return None
    orders = orders_of(state, account, "open", "packed")
    greedy = rng.random() < 0.3

    def fits(order: Row) -> bool:
        return _discountable(state, order) and (_most_steps(order) < steps if greedy else _most_steps(order) > 0)

    order = lean(rng, orders, fits, 0.85)
    if order is None:
        return None
    if rng.random() < 0.12:
        points = rng.randrange(100, steps * POINTS_STEP, 50)
    elif greedy:
        points = POINTS_STEP * rng.randint(min(steps, _most_steps(order) + 1), steps)
    else:
        points = POINTS_STEP * rng.randint(1, max(1, min(steps, _most_steps(order))))
    # Behind a date, "2000" would be a year.
    return None if 1900 <= points < 2100 else {"order": order["order"], "points": points}


def _most_steps(order: Row) -> int:
    """Return how many steps of points half of the goods allow."""
    return int(_line_total(order) / 2 * 100) // POINTS_STEP


def _line_total(order: Row) -> float:
    return cents(sum(line_amount(line) for line in kept(order)))


def _discountable(state: State, order: Row) -> bool:
    return _changeable(state, order) and not order["voucher"] and not order["points_used"]


def _points_details(state: State, account: str, slots: Slots) -> dict[str, Value]:
    order = state.row("orders", slots["order"])
    return {
        "off": money(points_worth(slots["points"])),
        "points_left": number(state.row("customers", account)["points"] - slots["points"]),
        "destination": destination(state, order),
    }


def _are_redeemed(before: State, after: State, account: str, slots: Slots) -> bool:
    spent = before.row("customers", account)["points"] - after.row("customers", account)["points"]
    old, new = before.row("orders", slots["order"]), after.row("orders", slots["order"])
    return spent == slots["points"] and cents(old["total"] - new["total"]) == spent / 100


def _draw_voucher(state: State, account: str, rng: Random) -> Slots | None:
    vouchers = state.where("vouchers", "customer", account)
    orders = orders_of(state, account, "open", "packed")
    order = lean(rng, orders, lambda row: _discountable(state, row), 0.85)
    if order is None:
        return None
    goods = _line_total(order)
    valid = lean(
        rng,
        vouchers,
        lambda row: row["used_on"] is None and row["expires"] >= TODAY and row["min_spend"] <= goods,
        0.7,
    )
    return None if valid is None else {"order": order["order"], "voucher": valid["voucher"]}


def _voucher_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order, off = state.row("orders", slots["order"]), state.row("vouchers", slots["voucher"])["off"]
    return {"off": money(off), "total": money(cents(order["total"] - off)), "destination": destination(state, order)}


def _is_applied(before: State, after: State, _: str, slots: Slots) -> bool:
    old, new = before.row("orders", slots["order"]), after.row("orders", slots["order"])
    voucher = after.row("vouchers", slots["voucher"])
    off = cents(old["total"] - new["total"])
    return new["voucher"] == slots["voucher"] and voucher["used_on"] == TODAY and off == voucher["off"]


CHANGES: tuple[GoalKind, ...] = (
    action("cancel_order", "call_off_order", (ORDER_SLOT, CAUSE), _draw_cancel, as_they_are, _cancel_details,
           ("refund",), _is_cancelled, words.CANCEL),
    action("drop_line", "drop_line", (ORDER_SLOT, LINE_SLOT), _draw_drop, as_they_are, _drop_details,
           ("refund", "total"), _is_dropped, words.DROP),
    action("swap_option", "swap_option", (ORDER_SLOT, LINE_SLOT, OPTION_SLOT), _draw_swap,
           lambda state, _, slots: {"order": slots["order"], "line": slots["line"], "variant": slots["option"]},
           _swap_details, ("difference", "total"), _is_swapped, words.SWAP),
    action("redirect_order", "redirect_order", (ORDER_SLOT, ADDRESS), _draw_address,
           lambda state, _, slots: {"order": slots["order"], **slots["address"]},
           _expected, ("expected",), _is_redirected, words.REDIRECT),
    action("hold_order", "hold_despatch", (ORDER_SLOT, UNTIL), _draw_hold, as_they_are, _hold_details,
           ("expected",), _is_held, words.HOLD),
    action("redeem_points", "redeem_points", (ORDER_SLOT, POINTS_SLOT), _draw_points, as_they_are, _points_details,
           ("off", "points_left"), _are_redeemed, words.POINTS),
    action("apply_voucher", "apply_voucher", (ORDER_SLOT, VOUCHER_SLOT), _draw_voucher, as_they_are,
           _voucher_details, ("off", "total"), _is_applied, words.VOUCHER),
)  # fmt: skip
