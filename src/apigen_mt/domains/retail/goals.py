"""What customers want done: how each wish is drawn over real rows, fulfilled, told and checked."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from apigen_mt.domains.people import MAIL, STREETS, TOWNS
from apigen_mt.domains.retail import wording_account, wording_aftercare, wording_changes
from apigen_mt.domains.retail.amounts import (
    DAMAGE_SHARE,
    damage_refund,
    goes_to_credit,
    kept,
    line_amount,
    line_of,
    line_paid,
    points_worth,
    return_quote,
    swap_difference,
)
from apigen_mt.domains.retail.data import TODAY, cents, days_between, days_on
from apigen_mt.domains.retail.rules import DAMAGE_DAYS, DAMAGE_LIMIT, HOLD_DAYS, POINTS_STEP
from apigen_mt.domains.retail.slots import (
    ADDRESS,
    CAUSE,
    CONDITION,
    EXTENT,
    GROUND,
    LINE_SLOT,
    LINES_SLOT,
    NEW_EMAIL,
    NEW_PHONE,
    OPTION_SLOT,
    ORDER_SLOT,
    PERSON,
    POINTS_SLOT,
    PRODUCT,
    REFUND_SLOT,
    TOPIC,
    UNTIL,
    VOUCHER_SLOT,
)
from apigen_mt.domains.retail.tools_write import (
    ANSWER_DAYS,
    DELIVERY_AFTER_HOLD,
    REPLACEMENT_LEAVES,
    SEND_BACK_BY,
    TRACE_ANSWER_BY,
    ticket_number,
)
from apigen_mt.domains.retail.wording import Wording
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, day, money, number, phrase
from apigen_mt.world.domain import GoalKind, Slot, Slots
from apigen_mt.world.tables import Row, State

Draw = Callable[[State, str, Random], Slots | None]
Details = Callable[[State, str, Slots], dict[str, Value]]
Effect = Callable[[State, State, str, Slots], bool]


def lean(rng: Random, rows: Sequence[Row], good: Callable[[Row], bool], odds: float = 0.75) -> Row | None:
    """Choose a row: by these odds one of the good ones if there are any."""
    if not rows:
        return None
    fitting = [row for row in rows if good(row)]
    return rng.choice(fitting if fitting and rng.random() < odds else rows)


def orders_of(state: State, account: str, *statuses: str) -> list[Row]:
    """Return a customer's orders that have one of these statuses and something left in them."""
    return [row for row in state.where("orders", "customer", account) if row["status"] in statuses and kept(row)]


def _is_open(order: Row) -> bool:
    return order["status"] == "open"


def _on_plan(state: State, order: Row) -> bool:
    return state.row("payments", order["paid_with"])["kind"] == "plan"


def action(
    name: str,
    tool: str,
    slots: tuple[Slot, ...],
    draw: Draw,
    arguments: Callable[[str, Slots], dict[str, Any]],
    details: Details,
    tells: tuple[str, ...],
    effect: Effect,
    words: Wording,
) -> GoalKind:
    """Make the kind of a wish that one write fulfils."""
    return GoalKind(
        name=name,
        tools=(tool,),
        slots=slots,
        draw=draw,
        calls=lambda state, account, values: [ToolCall(tool, arguments(account, values))],
        details=details,
        request=words.request,
        brief=words.brief,
        noun=words.noun,
        report=words.report,
        propose=words.propose,
        tells=tells,
        effect=effect,
    )


def _as_they_are(_: str, slots: Slots) -> dict[str, Any]:
    return dict(slots)


def _order_line(state: State, slots: Slots) -> tuple[Row, Row]:
    order = state.row("orders", slots["order"])
    line = line_of(order, slots["line"])
    if line is None:
        raise KeyError(slots["line"])
    return order, line


def _destination(state: State, order: Row, refund_to: str = "original") -> Value:
    if goes_to_credit(state, order, refund_to):
        return phrase("store credit")
    return phrase(state.row("payments", order["paid_with"])["label"])


# --- Before an order leaves ------------------------------------------------------------------------------------------


def _draw_cancel(state: State, account: str, rng: Random) -> Slots | None:
    orders = orders_of(state, account, "open", "packed", "shipped")
    order = lean(rng, orders, _is_open)
    return None if order is None else {"order": order["order"], "cause": rng.choice(sorted(CAUSE.choices or ()))}


def _cancel_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order = state.row("orders", slots["order"])
    return {"refund": money(order["total"]), "destination": _destination(state, order)}


def _is_cancelled(before: State, after: State, _: str, slots: Slots) -> bool:
    old, new = before.row("orders", slots["order"]), after.row("orders", slots["order"])
    return new["status"] == "cancelled" and cents(new["refunded"] - old["refunded"]) == old["total"]


def _draw_line(state: State, account: str, rng: Random, lines: int) -> tuple[Row, Row] | None:
    orders = orders_of(state, account, "open", "packed", "shipped")
    order = lean(rng, orders, lambda row: _is_open(row) and len(kept(row)) >= lines and not _on_plan(state, row))
    if order is None:
        return None
    line = lean(rng, kept(order), lambda row: order["placed"] == TODAY or not row["personalised"])
    return None if line is None else (order, line)


def _draw_drop(state: State, account: str, rng: Random) -> Slots | None:
    found = _draw_line(state, account, rng, 2)
    return None if found is None else {"order": found[0]["order"], "line": found[1]["line"]}


def _drop_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order, line = _order_line(state, slots)
    amount = line_amount(line)
    return {
        "refund": money(amount),
        "total": money(cents(order["total"] - amount)),
        "destination": _destination(state, order),
    }


def _is_dropped(before: State, after: State, _: str, slots: Slots) -> bool:
    old, gone = _order_line(before, slots)
    new, line = _order_line(after, slots)
    return line["state"] == "dropped" and cents(old["total"] - new["total"]) == cents(gone["price"] * gone["quantity"])


def _draw_swap(state: State, account: str, rng: Random) -> Slots | None:
    found = _draw_line(state, account, rng, 1)
    if found is None:
        return None
    order, line = found
    product = state.row("variants", line["variant"])["product"]
    variants = [row for row in state.where("variants", "product", product) if row["variant"] != line["variant"]]
    variant = lean(rng, variants, lambda row: row["stock"] >= line["quantity"], 0.7)
    return None if variant is None else {"order": order["order"], "line": line["line"], "option": variant["variant"]}


def _swap_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order, line = _order_line(state, slots)
    difference = swap_difference(line, state.row("variants", slots["option"]))
    return {
        "difference": money(abs(difference)),
        "direction": phrase("charged to" if difference > 0 else "refunded to"),
        "payment": phrase(state.row("payments", order["paid_with"])["label"]),
        "total": money(cents(order["total"] + difference)),
    }


def _is_swapped(before: State, after: State, _: str, slots: Slots) -> bool:
    _, old = _order_line(before, slots)
    _, new = _order_line(after, slots)
    return old["variant"] != slots["option"] == new["variant"]


def _draw_address(state: State, account: str, rng: Random) -> Slots | None:
    orders = orders_of(state, account, "open", "packed", "shipped")
    order = lean(rng, orders, lambda row: row["status"] != "shipped", 0.65)
    if order is None:
        return None
    letters = "".join(rng.choice("ABDEFGJNPQSTUWXYZ") for _ in range(4))
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


# --- Points and vouchers ---------------------------------------------------------------------------------------------


def _draw_points(state: State, account: str, rng: Random) -> Slots | None:
    steps = state.row("customers", account)["points"] // POINTS_STEP
    if not steps:
        return None
    orders = orders_of(state, account, "open", "packed")
    greedy = rng.random() < 0.25

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
    return {"order": order["order"], "points": points}


def _most_steps(order: Row) -> int:
    """Return how many steps of points half of the goods allow."""
    return int(line_total(order) / 2 * 100) // POINTS_STEP


def line_total(order: Row) -> float:
    """Return what the lines left in an order come to."""
    return cents(sum(line_amount(line) for line in kept(order)))


def _discountable(state: State, order: Row) -> bool:
    return _is_open(order) and not order["voucher"] and not order["points_used"] and not _on_plan(state, order)


def _points_details(state: State, account: str, slots: Slots) -> dict[str, Value]:
    order = state.row("orders", slots["order"])
    return {
        "off": money(points_worth(slots["points"])),
        "points_left": number(state.row("customers", account)["points"] - slots["points"]),
        "destination": _destination(state, order),
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
    goods = line_total(order)
    valid = lean(
        rng,
        vouchers,
        lambda row: row["used_on"] is None and row["expires"] >= TODAY and row["min_spend"] <= goods,
        0.7,
    )
    return None if valid is None else {"order": order["order"], "voucher": valid["voucher"]}


def _voucher_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order, off = state.row("orders", slots["order"]), state.row("vouchers", slots["voucher"])["off"]
    return {"off": money(off), "total": money(cents(order["total"] - off)), "destination": _destination(state, order)}


def _is_applied(before: State, after: State, _: str, slots: Slots) -> bool:
    old, new = before.row("orders", slots["order"]), after.row("orders", slots["order"])
    used = after.row("vouchers", slots["voucher"])
    return new["voucher"] == slots["voucher"] and used["used_on"] == TODAY and cents(old["total"] - new["total"]) == used["off"]


# --- Returns, damage, missing parcels --------------------------------------------------------------------------------


def _draw_return(state: State, account: str, rng: Random) -> Slots | None:
    orders = orders_of(state, account, "delivered", "shipped")
    recent = TODAY if not state.row("customers", account)["circle"] else days_on(TODAY, -60)
    order = lean(rng, orders, lambda row: row["status"] == "delivered" and row["delivered"] >= min(recent, days_on(TODAY, -30)), 0.8)
    if order is None:
        return None
    plain = [line for line in kept(order) if not line["personalised"] and not line["clearance"]]
    lines = plain if plain and rng.random() < 0.75 else kept(order)
    chosen = rng.sample(lines, min(len(lines), rng.choice((1, 1, 1, 2))))
    sealed = all(line["sealed_only"] for line in chosen) and rng.random() < 0.5
    return {
        "order": order["order"],
        "lines": [line["line"] for line in chosen],
        "condition": "sealed" if sealed else rng.choice(("sealed", "opened")),
        "refund_to": rng.choice(("original", "original", "credit")),
    }


def _return_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order = state.row("orders", slots["order"])
    quote = return_quote(state, order, slots["lines"], slots["condition"], slots["refund_to"])
    return {
        "refund": money(quote.refund),
        "destination": _destination(state, order, slots["refund_to"]),
        "send_by": day(SEND_BACK_BY),
    }


def _is_returned(before: State, after: State, account: str, slots: Slots) -> bool:
    old, new = before.row("orders", slots["order"]), after.row("orders", slots["order"])
    rows = [line for line in new["lines"] if line["line"] in slots["lines"]]
    back = cents(new["refunded"] - old["refunded"])
    credited = cents(after.row("customers", account)["credit"] - before.row("customers", account)["credit"])
    to_credit = slots["refund_to"] == "credit"
    return all(line["state"] == "returned" for line in rows) and (credited == back if to_credit else credited in (0, back))


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


def _damage_arguments(remedy: str) -> Callable[[str, Slots], dict[str, Any]]:
    return lambda _, slots: {**slots, "remedy": remedy}


def _damage_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    order, line = _order_line(state, slots)
    refund = damage_refund(order, line, slots["extent"])
    return {"refund": money(refund), "destination": _destination(state, order)}


def _is_refunded(before: State, after: State, _: str, slots: Slots) -> bool:
    old, _line = _order_line(before, slots)
    new, line = _order_line(after, slots)
    claim = after.get("claims", line["claim"] or "")
    return claim is not None and claim["remedy"] == "refund" and cents(new["refunded"] - old["refunded"]) == claim["refund"]


def _is_replaced(before: State, after: State, _: str, slots: Slots) -> bool:
    _order, line = _order_line(after, slots)
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


def _ticket(topic: str) -> Details:
    def details(_: State, account: str, slots: Slots) -> dict[str, Value]:
        about = slots.get("topic", topic)
        return {"ticket": code(ticket_number(account, about)), "answer_by": day(days_on(TODAY, ANSWER_DAYS[about]))}

    return details


def _has_ticket(topic: str) -> Effect:
    def effect(_: State, after: State, account: str, slots: Slots) -> bool:
        topics = [row["topic"] for row in after.where("tickets", "customer", account)]
        return topics.count(slots.get("topic", topic)) == 1

    return effect


def _draw_trace(state: State, account: str, rng: Random) -> Slots | None:
    orders = [row for row in orders_of(state, account, "shipped", "packed") if row["trace_opened"] is None]
    order = lean(rng, orders, lambda row: row["status"] == "shipped" and days_between(row["expected"], TODAY) >= 3, 0.7)
    return None if order is None else {"order": order["order"]}


def _trace_details(_: State, __: str, ___: Slots) -> dict[str, Value]:
    return {"answer_by": day(TRACE_ANSWER_BY)}


def _is_traced(_: State, after: State, __: str, slots: Slots) -> bool:
    return after.row("orders", slots["order"])["trace_opened"] == TODAY


# --- The account -----------------------------------------------------------------------------------------------------


def _draw_email(state: State, account: str, rng: Random) -> Slots | None:
    given, family = state.row("customers", account)["name"].lower().split(" ", 1)
    local = rng.choice((f"{given}.{family}", f"{family}.{given}", f"{given[0]}{family}", f"the.{family}s"))
    address = f"{local}{rng.randint(2, 99)}@{rng.choice(MAIL)}"
    return None if state.where("customers", "email", address) else {"email": address}


def _draw_phone(state: State, _: str, rng: Random) -> Slots | None:
    phone = f"0{rng.randint(100, 899)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}"
    return None if state.where("customers", "phone", phone) else {"phone": phone}


def _contact(channel: str) -> Callable[[str, Slots], dict[str, Any]]:
    return lambda account, slots: {"customer": account, "channel": channel, "value": slots[channel]}


def _has_contact(channel: str) -> Effect:
    return lambda _, after, account, slots: after.row("customers", account)[channel] == slots[channel]


def _nothing(_: State, __: str, ___: Slots) -> dict[str, Value]:
    return {}


def _draw_topic(state: State, account: str, rng: Random) -> Slots | None:
    had = {row["topic"] for row in state.where("tickets", "customer", account)}
    return {"topic": rng.choice(sorted(set(TOPIC.choices or ()) - had))}


def _declined(name: str, clause: str, slot: Slot, draw: Draw, words: Wording) -> GoalKind:
    return GoalKind(
        name=name,
        tools=(),
        slots=(slot,),
        draw=draw,
        calls=lambda state, account, slots: [],
        details=_nothing,
        request=words.request,
        brief=words.brief,
        noun=words.noun,
        report=words.report,
        declined_by=clause,
    )


def _draw_choice(slot: Slot) -> Draw:
    return lambda state, account, rng: {slot.name: rng.choice(sorted(slot.choices or ()))}


def draw_product(state: State, _: str, rng: Random) -> Slots | None:
    """Choose a product by name."""
    return {PRODUCT.name: rng.choice([row["item"] for _, row in state.scan("products")])}


_CHANGES = (
    action("cancel_order", "call_off_order", (ORDER_SLOT, CAUSE), _draw_cancel, _as_they_are, _cancel_details,
           ("refund",), _is_cancelled, wording_changes.CANCEL),
    action("drop_line", "drop_line", (ORDER_SLOT, LINE_SLOT), _draw_drop, _as_they_are, _drop_details,
           ("refund", "total"), _is_dropped, wording_changes.DROP),
    action("swap_option", "swap_option", (ORDER_SLOT, LINE_SLOT, OPTION_SLOT), _draw_swap,
           lambda _, slots: {"order": slots["order"], "line": slots["line"], "variant": slots["option"]},
           _swap_details, ("difference", "total"), _is_swapped, wording_changes.SWAP),
    action("redirect_order", "redirect_order", (ORDER_SLOT, ADDRESS), _draw_address,
           lambda _, slots: {"order": slots["order"], **slots["address"]},
           _expected, ("expected",), _is_redirected, wording_changes.REDIRECT),
    action("hold_order", "hold_despatch", (ORDER_SLOT, UNTIL), _draw_hold, _as_they_are, _hold_details,
           ("expected",), _is_held, wording_changes.HOLD),
    action("redeem_points", "redeem_points", (ORDER_SLOT, POINTS_SLOT), _draw_points, _as_they_are, _points_details,
           ("off", "points_left"), _are_redeemed, wording_changes.POINTS),
    action("apply_voucher", "apply_voucher", (ORDER_SLOT, VOUCHER_SLOT), _draw_voucher, _as_they_are,
           _voucher_details, ("off", "total"), _is_applied, wording_changes.VOUCHER),
)  # fmt: skip
_AFTERCARE = (
    action("return_lines", "take_back", (ORDER_SLOT, LINES_SLOT, CONDITION, REFUND_SLOT), _draw_return, _as_they_are,
           _return_details, ("refund", "send_by"), _is_returned, wording_aftercare.RETURN),
    action("damage_refund", "settle_damage", (ORDER_SLOT, LINE_SLOT, EXTENT), _draw_damage("refund"),
           _damage_arguments("refund"), _damage_details, ("refund",), _is_refunded, wording_aftercare.DAMAGE_REFUND),
    action("damage_replacement", "settle_damage", (ORDER_SLOT, LINE_SLOT, EXTENT), _draw_damage("replacement"),
           _damage_arguments("replacement"), lambda _, __, ___: {"leaves": day(REPLACEMENT_LEAVES)}, ("leaves",),
           _is_replaced, wording_aftercare.DAMAGE_REPLACEMENT),
    action("claims_team", "hand_over", (ORDER_SLOT, LINE_SLOT), _draw_large_damage,
           lambda account, _: {"customer": account, "topic": "large_damage"}, _ticket("large_damage"),
           ("ticket", "answer_by"), _has_ticket("large_damage"), wording_aftercare.CLAIMS_TEAM),
    action("trace_parcel", "open_trace", (ORDER_SLOT,), _draw_trace, _as_they_are, _trace_details, ("answer_by",),
           _is_traced, wording_aftercare.TRACE),
)  # fmt: skip
_ACCOUNT = (
    action("change_email", "update_contact", (NEW_EMAIL,), _draw_email, _contact("email"), _nothing, (),
           _has_contact("email"), wording_account.EMAIL),
    action("change_phone", "update_contact", (NEW_PHONE,), _draw_phone, _contact("phone"), _nothing, (),
           _has_contact("phone"), wording_account.PHONE),
    action("ask_team", "hand_over", (TOPIC,), _draw_topic, lambda account, slots: {"customer": account, **slots},
           _ticket(""), ("ticket", "answer_by"), _has_ticket(""), wording_account.TEAM),
)  # fmt: skip
_DECLINED = (
    _declined("ask_discount", "8.1", GROUND, _draw_choice(GROUND), wording_account.BARGAIN),
    _declined("other_person", "8.2", PERSON, _draw_choice(PERSON), wording_account.OTHER_PERSON),
    _declined("ask_advice", "8.3", PRODUCT, draw_product, wording_account.ADVICE),
)
ACTIONS: tuple[GoalKind, ...] = (*_CHANGES, *_AFTERCARE, *_ACCOUNT, *_DECLINED)
