"""What customers want done about deliveries: returns, damage, missing parcels."""

from random import Random

from apigen_mt.domains.kinds import Arguments, Draw, action
from apigen_mt.domains.retail import wording_aftercare as words
from apigen_mt.domains.retail.amounts import (
    DAMAGE_SHARE,
    RETURN_DAYS,
    damage_refund,
    kept,
    line_paid,
    return_days,
    return_quote,
)
from apigen_mt.domains.retail.data import TODAY, cents, days_between, days_on
from apigen_mt.domains.retail.goals_common import (
    as_they_are,
    destination,
    has_ticket,
    lean,
    order_and_line,
    orders_of,
    ticket_details,
)
from apigen_mt.domains.retail.rules import DAMAGE_DAYS, DAMAGE_LIMIT, TRACE_AFTER
from apigen_mt.domains.retail.slots import CONDITION, EXTENT, LINE_SLOT, LINES_SLOT, ORDER_SLOT, REFUND_SLOT
from apigen_mt.domains.retail.tools_write import REPLACEMENT_LEAVES, SEND_BACK_BY, TRACE_ANSWER_BY
from apigen_mt.values.value import Value, day, money
from apigen_mt.world.domain import GoalKind, Slots
from apigen_mt.world.tables import State


def _draw_return(state: State, account: str, rng: Random) -> Slots | None:
    orders = orders_of(state, account, "delivered", "shipped")
    since = days_on(TODAY, -return_days(state.row("customers", account)))
    order = lean(rng, orders, lambda row: (row["delivered"] or "") >= since, 0.8)
    if order is None:
        return None
    late = order["delivered"] is not None and days_between(order["delivered"], TODAY) > RETURN_DAYS
    allowed = [row for row in kept(order) if not row["personalised"] and not row["clearance"] and row["claim"] is None]
    excluded = [line for line in kept(order) if line not in allowed]
    lines = (allowed if rng.random() < 0.65 else excluded) or kept(order)
    sealed = [line for line in lines if line["sealed_only"]]
    count = min(len(lines), rng.choice((1, 1, 1, 2)))
    chosen = sealed[:1] if sealed and rng.random() < 0.6 else rng.sample(lines, count)
    return {
        "order": order["order"],
        "lines": [line["line"] for line in chosen],
        "condition": rng.choice(("sealed", "opened")),
        "refund_to": rng.choice(("original",) * (5 if late else 2) + ("credit",)),
    }


def _return_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order = state.row("orders", slots["order"])
    quote = return_quote(state, order, slots["lines"], slots["condition"], slots["refund_to"])
    return {
        "refund": money(quote.refund),
        "destination": destination(state, order, slots["refund_to"]),
        "send_by": day(SEND_BACK_BY),
    }


def _is_returned(before: State, after: State, account: str, slots: Slots) -> bool:
    old, new = before.row("orders", slots["order"]), after.row("orders", slots["order"])
    rows = [line for line in new["lines"] if line["line"] in slots["lines"]]
    back = cents(new["refunded"] - old["refunded"])
    credited = cents(after.row("customers", account)["credit"] - before.row("customers", account)["credit"])
    to_credit = slots["refund_to"] == "credit"
    return all(line["state"] == "returned" for line in rows) and (
        credited == back if to_credit else credited in (0, back)
    )


def _draw_damage(remedy: str) -> Draw:
    def draw(state: State, account: str, rng: Random) -> Slots | None:
        orders = orders_of(state, account, "delivered", "delivered" if rng.random() < 0.8 else "shipped")
        since = days_on(TODAY, -DAMAGE_DAYS)
        order = lean(rng, orders, lambda row: (row["delivered"] or "") >= since, 0.8)
        if order is None:
            return None
        line = lean(rng, kept(order), lambda row: row["claim"] is None and line_paid(order, row) <= DAMAGE_LIMIT, 0.6)
        if line is None:
            return None
        extents = sorted(DAMAGE_SHARE)
        if remedy == "replacement" and rng.random() < 0.7:
            extents.remove("marked")
        return {"order": order["order"], "line": line["line"], "extent": rng.choice(extents)}

    return draw


def _damage_arguments(remedy: str) -> Arguments:
    return lambda state, _, slots: {**slots, "remedy": remedy}


def _damage_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order, line = order_and_line(state, slots)
    refund = damage_refund(order, line, slots["extent"])
    return {"refund": money(refund), "destination": destination(state, order)}


def _is_refunded(before: State, after: State, _: str, slots: Slots) -> bool:
    old, _line = order_and_line(before, slots)
    new, line = order_and_line(after, slots)
    claim = after.get("claims", line["claim"] or "")
    return (
        claim is not None
        and claim["remedy"] == "refund"
        and cents(new["refunded"] - old["refunded"]) == claim["refund"]
    )


def _is_replaced(before: State, after: State, _: str, slots: Slots) -> bool:
    _order, line = order_and_line(after, slots)
    claim = after.get("claims", line["claim"] or "")
    stock = before.row("variants", line["variant"])["stock"] - after.row("variants", line["variant"])["stock"]
    return claim is not None and claim["remedy"] == "replacement" and stock == line["quantity"]


def _draw_large_damage(state: State, account: str, rng: Random) -> Slots | None:
    since = days_on(TODAY, -DAMAGE_DAYS)
    found = [
        {"order": order["order"], "line": line["line"]}
        for order in orders_of(state, account, "delivered")
        for line in kept(order)
        if order["delivered"] >= since and line_paid(order, line) > DAMAGE_LIMIT and line["claim"] is None
    ]
    return rng.choice(found) if found else None


def _draw_trace(state: State, account: str, rng: Random) -> Slots | None:
    orders = [row for row in orders_of(state, account, "shipped", "packed") if row["trace_opened"] is None]
    order = lean(
        rng, orders, lambda row: row["status"] == "shipped" and days_between(row["expected"], TODAY) >= TRACE_AFTER, 0.7
    )
    return None if order is None else {"order": order["order"]}


def _trace_details(_: State, __: str, ___: Slots) -> dict[str, Value]:
    return {"answer_by": day(TRACE_ANSWER_BY)}


def _is_traced(_: State, after: State, __: str, slots: Slots) -> bool:
    return after.row("orders", slots["order"])["trace_opened"] == TODAY


AFTERCARE: tuple[GoalKind, ...] = (
    action("return_lines", "take_back", (ORDER_SLOT, LINES_SLOT, CONDITION, REFUND_SLOT), _draw_return, as_they_are,
           _return_details, ("refund", "send_by"), _is_returned, words.RETURN),
    action("damage_refund", "settle_damage", (ORDER_SLOT, LINE_SLOT, EXTENT), _draw_damage("refund"),
           _damage_arguments("refund"), _damage_details, ("refund",), _is_refunded, words.DAMAGE_REFUND),
    action("damage_replacement", "settle_damage", (ORDER_SLOT, LINE_SLOT, EXTENT), _draw_damage("replacement"),
           _damage_arguments("replacement"), lambda _, __, ___: {"leaves": day(REPLACEMENT_LEAVES)}, ("leaves",),
           _is_replaced, words.DAMAGE_REPLACEMENT),
    action("claims_team", "hand_over", (ORDER_SLOT, LINE_SLOT), _draw_large_damage,
           lambda state, account, _: {"customer": account, "topic": "large_damage"}, ticket_details("large_damage"),
           ("ticket", "answer_by"), has_ticket("large_damage"), words.CLAIMS_TEAM),
    action("trace_parcel", "open_trace", (ORDER_SLOT,), _draw_trace, as_they_are, _trace_details, ("answer_by",),
           _is_traced, words.TRACE),
)  # fmt: skip
