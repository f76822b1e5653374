"""What the desk can change. The tools keep the data sound; who may have what is the policy's business."""

from typing import Any, Literal

from apigen_mt.domains.retail.amounts import (
    damage_refund,
    goes_to_credit,
    kept,
    line_amount,
    line_of,
    points_worth,
    return_quote,
    swap_difference,
)
from apigen_mt.domains.retail.data import TODAY, cents, days_on, order_total
from apigen_mt.world.tables import Row, State
from apigen_mt.world.tools import Tool, ToolError, write

SEND_BACK_BY = days_on(TODAY, 14)
TRACE_ANSWER_BY = days_on(TODAY, 5)
REPLACEMENT_LEAVES = days_on(TODAY, 2)
DELIVERY_AFTER_HOLD = 4
"""Days from the end of a hold to the expected delivery."""

Topic = Literal["billing", "wholesale", "restock", "courier", "large_damage", "close_account", "data_copy"]
ANSWER_DAYS: dict[str, int] = {
    "billing": 2,
    "wholesale": 5,
    "restock": 3,
    "courier": 1,
    "large_damage": 2,
    "close_account": 7,
    "data_copy": 14,
}
"""Topic -> days in which the team answers a ticket."""


def customer_row(state: State, customer: str) -> Row:
    """Return a customer.

    Raises:
        ToolError: when there is none with that id.
    """
    row = state.get("customers", customer)
    if row is None:
        raise ToolError(f"There is no customer {customer!r}. Customer ids come from the identification tools.")
    return row


def order_row(state: State, order: str) -> Row:
    """Return an order.

    Raises:
        ToolError: when there is none with that number.
    """
    row = state.get("orders", order)
    if row is None:
        raise ToolError(f'There is no order {order!r}. Order numbers look like "KC-20418"; list_orders shows them.')
    return row


def line_row(order: Row, line: str) -> Row:
    """Return a line of an order.

    Raises:
        ToolError: when the order has none with that id.
    """
    row = line_of(order, line)
    if row is None:
        raise ToolError(f"Order {order['order']} has no line {line!r}. show_order lists its lines.")
    return row


def _editable(state: State, order: str, *statuses: str) -> Row:
    row = order_row(state, order)
    if row["status"] not in statuses:
        raise ToolError(
            f"Order {order} is {row['status']}; this works only on an order that is {' or '.join(statuses)}."
        )
    return state.edit("orders", order)


def _kept_line(order: Row, line: str) -> Row:
    row = line_row(order, line)
    if row["state"] != "kept":
        raise ToolError(f"The {row['item']} on order {order['order']} has already been {row['state']}.")
    return row


def _pay_out(state: State, order: Row, amount: float, refund_to: str = "original") -> str:
    """Give money back and return where it went."""
    order["refunded"] = cents(order["refunded"] + amount)
    if not goes_to_credit(state, order, refund_to):
        return state.row("payments", order["paid_with"])["label"]
    customer = state.edit("customers", order["customer"])
    customer["credit"] = cents(customer["credit"] + amount)
    return "store credit"


def _move_stock(state: State, variant: str, count: int) -> None:
    row = state.row("variants", variant)
    if row["stock"] + count < 0:
        raise ToolError(f"Only {row['stock']} of the {row['option']} option are in stock.")
    state.edit("variants", variant)["stock"] += count


@write
def call_off_order(
    state: State,
    order: str,
    cause: Literal["not_needed", "ordered_twice", "too_slow", "cheaper_elsewhere", "ordered_wrong"],
) -> dict[str, Any]:
    """Cancel a whole open order and refund everything paid for it. Its voucher and points go back to the customer.

    Args:
        order: Order number such as "KC-20418".
        cause: Why the customer cancels.
    """
    row = _editable(state, order, "open")
    refund = row["total"]
    paid_to = _pay_out(state, row, refund)
    row["status"], row["cancelled_because"] = "cancelled", cause
    if row["voucher"]:
        state.edit("vouchers", row["voucher"])["used_on"] = None
    if row["points_used"]:
        state.edit("customers", row["customer"])["points"] += row["points_used"]
    for line in kept(row):
        _move_stock(state, line["variant"], line["quantity"])
    return {
        "order": order,
        "status": "cancelled",
        "refund": refund,
        "refund_goes_to": paid_to,
        "voucher_returned": row["voucher"],
        "points_returned": row["points_used"],
    }


@write
def drop_line(state: State, order: str, line: str) -> dict[str, Any]:
    """Take one line off an open order and refund its amount. The last line cannot be dropped.

    Args:
        order: Order number such as "KC-20418".
        line: Line id from the order, such as "lin_20418a".
    """
    row = _editable(state, order, "open")
    dropped = _kept_line(row, line)
    if len(kept(row)) == 1:
        raise ToolError(f"The {dropped['item']} is all that is left on order {order}; cancel the whole order instead.")
    refund = line_amount(dropped)
    dropped["state"] = "dropped"
    if order_total(row) < 0:
        raise ToolError(f"Without the {dropped['item']} the discounts on order {order} would exceed its value.")
    _move_stock(state, dropped["variant"], dropped["quantity"])
    row["total"] = order_total(row)
    paid_to = _pay_out(state, row, refund)
    return {
        "order": order,
        "dropped": dropped["item"],
        "refund": refund,
        "refund_goes_to": paid_to,
        "new_total": row["total"],
    }


@write
def swap_option(state: State, order: str, line: str, variant: str) -> dict[str, Any]:
    """Swap a line of an open order for another option of the same product.

    The difference in price is settled with the payment method of the order.

    Args:
        order: Order number such as "KC-20418".
        line: Line id from the order, such as "lin_20418a".
        variant: Option id from list_options, such as "var_07b".
    """
    row = _editable(state, order, "open")
    swapped = _kept_line(row, line)
    new = state.get("variants", variant)
    if new is None or new["product"] != state.row("variants", swapped["variant"])["product"]:
        raise ToolError(f"{variant!r} is no option of the {swapped['item']}. list_options shows the ones there are.")
    if variant == swapped["variant"]:
        raise ToolError(f"The line already is the {new['option']} option.")
    difference = swap_difference(swapped, new)
    _move_stock(state, variant, -swapped["quantity"])
    _move_stock(state, swapped["variant"], swapped["quantity"])
    swapped |= {"variant": variant, "option": new["option"], "price": new["price"], "clearance": False}
    row["total"] = order_total(row)
    settled = state.row("payments", row["paid_with"])["label"]
    if difference < 0:
        _pay_out(state, row, -difference)
    elif goes_to_credit(state, row, "original"):
        _spend_credit(state, row["customer"], difference)
    return {
        "order": order,
        "item": swapped["item"],
        "option": new["option"],
        "difference": difference,
        "settled_with": settled,
        "new_total": row["total"],
    }


def _spend_credit(state: State, customer: str, amount: float) -> None:
    row = state.edit("customers", customer)
    if row["credit"] < amount:
        raise ToolError(f"The store credit of ${row['credit']:.2f} does not cover the difference of ${amount:.2f}.")
    row["credit"] = cents(row["credit"] - amount)


@write
def redirect_order(state: State, order: str, street: str, town: str, postcode: str) -> dict[str, Any]:
    """Send an order that has not left yet to another address.

    Args:
        order: Order number such as "KC-20418".
        street: House number and street, such as "14 Kiln Lane".
        town: Town, such as "Alderwick".
        postcode: Postcode, such as "GC35 5YB".
    """
    row = _editable(state, order, "open", "packed")
    row["address"] = {"street": street, "town": town, "postcode": postcode}
    return {"order": order, "address": row["address"], "expected": row["expected"]}


@write
def hold_despatch(state: State, order: str, until: str) -> dict[str, Any]:
    """Keep an open order in the warehouse until a day, on which it is sent.

    Args:
        order: Order number such as "KC-20418".
        until: Day on which the order leaves, such as "2026-06-04".
    """
    row = _editable(state, order, "open")
    try:
        row["expected"] = days_on(until, DELIVERY_AFTER_HOLD)
    except ValueError:
        raise ToolError(f'{until!r} is no date; write it as in "2026-06-04".') from None
    if until <= TODAY:
        raise ToolError(f"An order can only be held until a later day than today, {TODAY}.")
    row["hold_until"] = until
    return {"order": order, "hold_until": until, "expected": row["expected"]}


@write
def redeem_points(state: State, order: str, points: int) -> dict[str, Any]:
    """Turn loyalty points into a discount on an open order. The discount is paid back to the order's payment method.

    Args:
        order: Order number such as "KC-20418".
        points: How many points to redeem, such as 1000.
    """
    row = _editable(state, order, "open")
    if points <= 0:
        raise ToolError("The number of points has to be greater than nought.")
    customer = state.edit("customers", row["customer"])
    if customer["points"] < points:
        raise ToolError(f"The customer has only {customer['points']} points.")
    customer["points"] -= points
    row["points_used"] += points
    off = points_worth(points)
    row["points_off"] = cents(row["points_off"] + off)
    return _discounted(state, row, off) | {"points_left": customer["points"]}


@write
def apply_voucher(state: State, order: str, voucher: str) -> dict[str, Any]:
    """Take the value of one of the customer's vouchers off an open order and pay it back to the order's payment method.

    Args:
        order: Order number such as "KC-20418".
        voucher: Voucher code such as "FERN482".
    """
    row = _editable(state, order, "open")
    found = state.get("vouchers", voucher)
    if found is None or found["customer"] != row["customer"]:
        raise ToolError(f"The customer has no voucher {voucher!r}. list_vouchers shows theirs.")
    if found["used_on"] is not None:
        raise ToolError(f"Voucher {voucher} was used on {found['used_on']}.")
    if row["voucher"] is not None:
        raise ToolError(f"Order {order} already has voucher {row['voucher']}.")
    state.edit("vouchers", voucher)["used_on"] = TODAY
    row["voucher"], row["voucher_off"] = voucher, found["off"]
    return _discounted(state, row, found["off"])


def _discounted(state: State, order: Row, off: float) -> dict[str, Any]:
    order["total"] = order_total(order)
    if order["total"] < 0:
        raise ToolError(f"Order {order['order']} is worth less than the discount.")
    paid_to = _pay_out(state, order, off)
    return {"order": order["order"], "discount": off, "refund_goes_to": paid_to, "new_total": order["total"]}


@write
def take_back(
    state: State,
    order: str,
    lines: list[str],
    condition: Literal["sealed", "opened"],
    refund_to: Literal["original", "credit"],
) -> dict[str, Any]:
    """Accept lines of a delivered order as a return, refund them and issue the return label.

    Args:
        order: Order number such as "KC-20418".
        lines: Line ids from the order, such as ["lin_20418a"].
        condition: Whether the goods are still sealed as delivered, or opened or used.
        refund_to: "original" for the payment method of the order, "credit" for store credit.
    """
    row = _editable(state, order, "delivered")
    if not lines:
        raise ToolError("Name at least one line of the order.")
    returned = [_kept_line(row, line) for line in dict.fromkeys(lines)]
    quote = return_quote(state, row, lines, condition, refund_to)
    for line in returned:
        line["state"] = "returned"
    paid_to = _pay_out(state, row, quote.refund, refund_to)
    return {
        "order": order,
        "returned": [line["item"] for line in returned],
        "restocking_fee": quote.restocking_fee,
        "label_fee": quote.label_fee,
        "refund": quote.refund,
        "refund_goes_to": paid_to,
        "send_back_by": SEND_BACK_BY,
    }


@write
def settle_damage(
    state: State,
    order: str,
    line: str,
    extent: Literal["marked", "impaired", "unusable"],
    remedy: Literal["refund", "replacement"],
) -> dict[str, Any]:
    """Settle damage to a line of a delivered order with a refund by the table, or with a replacement.

    Args:
        order: Order number such as "KC-20418".
        line: Line id from the order, such as "lin_20418a".
        extent: "marked": only looks suffer; "impaired": usable with limits; "unusable": broken.
        remedy: "refund" for the share of the price that the table gives, "replacement" for the same option again.
    """
    row = _editable(state, order, "delivered")
    damaged = _kept_line(row, line)
    if damaged["claim"] is not None:
        raise ToolError(f"Damage to the {damaged['item']} on order {order} has already been settled.")
    refund = damage_refund(row, damaged, extent) if remedy == "refund" else 0.0
    claim = line.replace("lin_", "clm_")
    damaged["claim"] = claim
    state.insert("claims", claim, {
        "claim": claim, "customer": row["customer"], "order": order, "line": line,
        "extent": extent, "remedy": remedy, "refund": refund, "opened": TODAY,
    })  # fmt: skip
    if remedy == "replacement":
        _move_stock(state, damaged["variant"], -damaged["quantity"])
        return {"order": order, "item": damaged["item"], "remedy": remedy, "replacement_leaves": REPLACEMENT_LEAVES}
    paid_to = _pay_out(state, row, refund)
    return {"order": order, "item": damaged["item"], "remedy": remedy, "refund": refund, "refund_goes_to": paid_to}


@write
def open_trace(state: State, order: str) -> dict[str, Any]:
    """Have the courier look for a shipped order that has not arrived.

    Args:
        order: Order number such as "KC-20418".
    """
    row = _editable(state, order, "shipped")
    if row["trace_opened"] is not None:
        raise ToolError(f"The courier has been looking for order {order} since {row['trace_opened']}.")
    row["trace_opened"] = TODAY
    return {"order": order, "trace_opened": TODAY, "answer_by": TRACE_ANSWER_BY}


@write
def update_contact(state: State, customer: str, channel: Literal["email", "phone"], value: str) -> dict[str, Any]:
    """Change a customer's email address or phone number.

    Args:
        customer: Customer id from an identification, such as "cus_0042".
        channel: Which of the two changes.
        value: The new email address or phone number, such as "0412 555 1234".
    """
    customer_row(state, customer)
    if any(row["customer"] != customer for row in state.where("customers", channel, value)):
        raise ToolError(f"Another account already uses {value}.")
    row = state.edit("customers", customer)
    row[channel], row["contact_changed"] = value, TODAY
    return {"customer": customer, channel: value}


@write
def hand_over(state: State, customer: str, topic: Topic) -> dict[str, Any]:
    """Open a ticket for the team that deals with what no other tool can do.

    Args:
        customer: Customer id from an identification, such as "cus_0042".
        topic: What the ticket is about: a disputed or wrong charge, buying for resale, wishing for sold-out goods,
            a complaint about the courier, damage above the desk's limit, closing the account, or a copy of one's data.
    """
    customer_row(state, customer)
    ticket = ticket_number(customer, topic)
    if state.get("tickets", ticket) is not None:
        raise ToolError(f"The customer already has ticket {ticket} about this.")
    answer_by = days_on(TODAY, ANSWER_DAYS[topic])
    row = {"ticket": ticket, "customer": customer, "topic": topic, "opened": TODAY, "answer_by": answer_by}
    state.insert("tickets", ticket, row)
    return {"ticket": ticket, "topic": topic, "answer_by": answer_by}


def ticket_number(customer: str, topic: str) -> str:
    """Return the number of a customer's ticket on a topic, whatever other tickets there are."""
    return f"T{customer[4:]}-{list(ANSWER_DAYS).index(topic) + 1}"


WRITES: tuple[Tool, ...] = (
    call_off_order, drop_line, swap_option, redirect_order, hold_despatch, redeem_points, apply_voucher, take_back,
    settle_damage, open_trace, update_contact, hand_over,
)  # fmt: skip
