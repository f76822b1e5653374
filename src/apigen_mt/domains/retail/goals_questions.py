"""What customers ask: how each question is drawn, which reads answer it, and the answer."""

from random import Random

from apigen_mt.domains.kinds import Draw, question
from apigen_mt.domains.retail import wording_questions as words
from apigen_mt.domains.retail.amounts import kept, line_paid, points_worth, return_days, return_quote
from apigen_mt.domains.retail.data import TODAY, cents, days_on
from apigen_mt.domains.retail.goals_common import destination, draw_product, order_and_line, orders_of
from apigen_mt.domains.retail.slots import (
    ASKED_VOUCHER,
    CONDITION,
    LINE_SLOT,
    ORDER_SLOT,
    PRODUCT,
    REFUND_SLOT,
    VARIANT_SLOT,
)
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, day, money, number, phrase
from apigen_mt.world.domain import GoalKind, Slots
from apigen_mt.world.tables import Row, State


def _show_order(_state: State, _: str, slots: Slots) -> list[ToolCall]:
    return [ToolCall("show_order", {"order": slots["order"]})]


def _show_account(_state: State, account: str, _: Slots) -> list[ToolCall]:
    return [ToolCall("show_account", {"customer": account})]


def _list_orders(_state: State, account: str, _: Slots) -> list[ToolCall]:
    return [ToolCall("list_orders", {"customer": account})]


def _no_slots(_: State, __: str, ___: Random) -> Slots | None:
    return {}


def _some_order(*statuses: str) -> Draw:
    def draw(state: State, account: str, rng: Random) -> Slots | None:
        orders = orders_of(state, account, *statuses)
        return {"order": rng.choice(orders)["order"]} if orders else None

    return draw


def _some_line(state: State, account: str, rng: Random) -> Slots | None:
    orders = orders_of(state, account, "open", "packed", "shipped", "delivered")
    if not orders:
        return None
    order = rng.choice(orders)
    return {"order": order["order"], "line": rng.choice(kept(order))["line"]}


def _paid(state: State, _: str, slots: Slots) -> dict[str, Value]:
    return {"paid": money(line_paid(*order_and_line(state, slots)))}


def _draw_deadline(state: State, account: str, rng: Random) -> Slots | None:
    since = days_on(TODAY, -return_days(state.row("customers", account)))
    orders = [row for row in orders_of(state, account, "delivered") if row["delivered"] >= since]
    return {"order": rng.choice(orders)["order"]} if orders else None


def _deadline(state: State, account: str, slots: Slots) -> dict[str, Value]:
    days = return_days(state.row("customers", account))
    return {"last": day(days_on(state.row("orders", slots["order"])["delivered"], days))}


def _credit(state: State, account: str, _: Slots) -> dict[str, Value]:
    return {"credit": money(state.row("customers", account)["credit"])}


def _points(state: State, account: str, _: Slots) -> dict[str, Value]:
    points = state.row("customers", account)["points"]
    return {"points": number(points), "worth": money(points_worth(points))}


def _open_orders(state: State, account: str, _: Slots) -> dict[str, Value]:
    rows = state.where("orders", "customer", account)
    return {"count": number(sum(row["status"] in ("open", "packed") for row in rows))}


def _draw_variant(state: State, account: str, rng: Random) -> Slots | None:
    product = rng.choice([row for _, row in state.scan("products")])
    variants = state.where("variants", "product", product["product"])
    return {"item": product["item"], "option": rng.choice(variants)["variant"]}


def _stock(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = state.row("variants", slots["option"])
    return {"stock": number(row["stock"]), "price": money(row["price"])}


def _cheapest(state: State, _: str, slots: Slots) -> dict[str, Value]:
    product = next(key for key, row in state.scan("products") if row["item"] == slots["item"])
    row = min(state.where("variants", "product", product), key=lambda variant: variant["price"])
    return {"option": phrase(row["option"]), "price": money(row["price"])}


def _returnable(line: Row) -> bool:
    return not line["personalised"] and not line["clearance"] and line["claim"] is None


def _draw_return_value(state: State, account: str, rng: Random) -> Slots | None:
    """Draw a return that would be allowed: the amount of any other would mislead."""
    since = days_on(TODAY, -30)
    orders = [row for row in orders_of(state, account, "delivered") if row["delivered"] >= since]
    order = rng.choice(orders) if orders else None
    lines = [line for line in kept(order) if _returnable(line)] if order else []
    if order is None or not lines:
        return None
    line = rng.choice(lines)
    return {
        "order": order["order"],
        "line": line["line"],
        "condition": "sealed" if line["sealed_only"] else rng.choice(("sealed", "opened", "opened")),
        "refund_to": rng.choice(("original", "credit")),
    }


def _quote(_state: State, _: str, slots: Slots) -> list[ToolCall]:
    asked = {"order": slots["order"], "lines": [slots["line"]], "condition": slots["condition"]}
    return [ToolCall("quote_return", {**asked, "refund_to": slots["refund_to"]})]


def _return_value(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order = state.row("orders", slots["order"])
    refund = return_quote(state, order, [slots["line"]], slots["condition"], slots["refund_to"]).refund
    return {"refund": money(refund), "destination": destination(state, order, slots["refund_to"])}


def _expected(state: State, _: str, slots: Slots) -> dict[str, Value]:
    return {"expected": day(state.row("orders", slots["order"])["expected"])}


def _spent(state: State, account: str, _: Slots) -> dict[str, Value]:
    rows = state.where("orders", "customer", account)
    this_year = [row["total"] for row in rows if row["status"] != "cancelled" and row["placed"][:4] == TODAY[:4]]
    return {"total": money(cents(sum(this_year)))}


def _draw_voucher(state: State, account: str, rng: Random) -> Slots | None:
    rows = state.where("vouchers", "customer", account)
    usable = [row["voucher"] for row in rows if row["used_on"] is None and row["expires"] >= TODAY]
    return {"voucher": rng.choice(usable)} if usable else None


def _terms(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = state.row("vouchers", slots["voucher"])
    return {"expires": day(row["expires"]), "least": money(row["min_spend"])}


QUESTIONS: tuple[GoalKind, ...] = (
    question(
        "ask_line_paid",
        ("show_order",),
        (ORDER_SLOT, LINE_SLOT),
        _some_line,
        _show_order,
        _paid,
        ("paid",),
        words.LINE_PAID,
    ),
    question(
        "ask_return_deadline",
        ("show_account", "show_order"),
        (ORDER_SLOT,),
        _draw_deadline,
        lambda state, account, slots: _show_account(state, account, slots) + _show_order(state, account, slots),
        _deadline,
        ("last",),
        words.RETURN_DEADLINE,
    ),
    question(
        "ask_store_credit", ("show_account",), (), _no_slots, _show_account, _credit, ("credit",), words.STORE_CREDIT
    ),
    question(
        "ask_points_worth",
        ("show_account",),
        (),
        _no_slots,
        _show_account,
        _points,
        ("points", "worth"),
        words.POINTS_WORTH,
    ),
    question(
        "ask_open_orders", ("list_orders",), (), _no_slots, _list_orders, _open_orders, ("count",), words.OPEN_ORDERS
    ),
    question(
        "ask_stock",
        ("check_stock",),
        (PRODUCT, VARIANT_SLOT),
        _draw_variant,
        lambda state, _, slots: [ToolCall("check_stock", {"variant": slots["option"]})],
        _stock,
        ("stock", "price"),
        words.STOCK,
    ),
    question(
        "ask_cheapest",
        ("search_catalogue",),
        (PRODUCT,),
        draw_product,
        lambda state, _, slots: [ToolCall("search_catalogue", {"item": slots["item"]})],
        _cheapest,
        ("option", "price"),
        words.CHEAPEST,
    ),
    question(
        "ask_return_value",
        ("quote_return",),
        (ORDER_SLOT, LINE_SLOT, CONDITION, REFUND_SLOT),
        _draw_return_value,
        _quote,
        _return_value,
        ("refund",),
        words.RETURN_VALUE,
    ),
    question(
        "ask_expected",
        ("show_order",),
        (ORDER_SLOT,),
        _some_order("open", "packed", "shipped"),
        _show_order,
        _expected,
        ("expected",),
        words.EXPECTED,
    ),
    question("ask_spent", ("list_orders",), (), _no_slots, _list_orders, _spent, ("total",), words.SPENT),
    question(
        "ask_voucher_terms",
        ("list_vouchers",),
        (ASKED_VOUCHER,),
        _draw_voucher,
        lambda state, account, _: [ToolCall("list_vouchers", {"customer": account})],
        _terms,
        ("expires", "least"),
        words.VOUCHER_TERMS,
    ),
)
