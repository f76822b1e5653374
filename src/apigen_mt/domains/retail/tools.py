"""The desk's look-ups, and the table of all tools."""

from typing import Any, Literal

from apigen_mt.domains.retail.amounts import line_paid, points_worth, return_quote, swap_difference
from apigen_mt.domains.retail.tools_write import WRITES, customer_row, line_row, order_row
from apigen_mt.world.tables import Row, State
from apigen_mt.world.tools import Tool, ToolError, read


def _who(row: Row) -> dict[str, Any]:
    return {"customer": row["customer"], "name": row["name"]}


def _same(left: str, right: str) -> bool:
    return "".join(left.casefold().split()) == "".join(right.casefold().split())


@read
def identify_by_email(state: State, email: str, postcode: str) -> dict[str, Any]:
    """Find the customer with this email address and postcode.

    Args:
        email: Email address on the account, such as "o.kestrel@inkwell.example".
        postcode: Postcode of the home address, such as "GC35 5YB".
    """
    for row in state.where("customers", "email", email.strip().lower()):
        if _same(row["postcode"], postcode):
            return _who(row)
    raise ToolError(
        "No customer has this email address together with this postcode. Ask for them again, or identify by another way."
    )


@read
def identify_by_name(state: State, full_name: str, postcode: str) -> dict[str, Any]:
    """Find the customer with this name and postcode.

    Args:
        full_name: Given and family name, such as "Orla Kestrel".
        postcode: Postcode of the home address, such as "GC35 5YB".
    """
    for row in state.where("customers", "postcode", postcode.strip().upper()):
        if _same(row["name"], full_name):
            return _who(row)
    raise ToolError(
        "No customer has this name together with this postcode. Ask for them again, or identify by another way."
    )


@read
def identify_by_phone(state: State, phone: str, full_name: str) -> dict[str, Any]:
    """Find the customer with this phone number and name.

    Args:
        phone: Phone number on the account, such as "0412 555 1234".
        full_name: Given and family name, such as "Orla Kestrel".
    """
    for row in state.where("customers", "phone", phone.strip()):
        if _same(row["name"], full_name):
            return _who(row)
    raise ToolError(
        "No customer has this phone number together with this name. Ask for them again, or identify by another way."
    )


@read
def show_account(state: State, customer: str) -> dict[str, Any]:
    """Show a customer's contact details, address, membership, loyalty points, store credit and payment methods.

    Args:
        customer: Customer id from an identification, such as "cus_0042".
    """
    row = customer_row(state, customer)
    return {
        "name": row["name"],
        "email": row["email"],
        "phone": row["phone"],
        "contact_last_changed": row["contact_changed"],
        "home_address": row["address"],
        "circle_member": row["circle"],
        "points": row["points"],
        "points_worth": points_worth(row["points"]),
        "store_credit": row["credit"],
        "payment_methods": [payment["label"] for payment in state.where("payments", "customer", customer)],
    }


@read
def list_orders(state: State, customer: str) -> list[dict[str, Any]]:
    """List a customer's orders: number, status, dates, total and what is in them.

    Args:
        customer: Customer id from an identification, such as "cus_0042".
    """
    customer_row(state, customer)
    return [
        {
            "order": row["order"],
            "status": row["status"],
            "placed": row["placed"],
            "delivered": row["delivered"],
            "total": row["total"],
            "items": [line["item"] for line in row["lines"] if line["state"] != "dropped"],
        }
        for row in state.where("orders", "customer", customer)
    ]


@read
def show_order(state: State, order: str) -> dict[str, Any]:
    """Show one order in full: status, dates, delivery address, payment, discounts, and every line with what was paid for it.

    Args:
        order: Order number such as "KC-20418".
    """
    row = order_row(state, order)
    payment = state.row("payments", row["paid_with"])
    shown = ("status", "service", "placed", "expected", "shipped", "delivered", "address", "delivery_fee", "total",
             "refunded", "voucher", "voucher_off", "points_used", "points_off", "hold_until", "trace_opened")  # fmt: skip
    return {
        "order": order,
        **{field: row[field] for field in shown},
        "voucher_min_spend": state.row("vouchers", row["voucher"])["min_spend"] if row["voucher"] else None,
        "paid_with": payment["label"],
        "payment_kind": payment["kind"],
        "lines": [_line(row, line) for line in row["lines"]],
    }


def _line(order: Row, line: Row) -> dict[str, Any]:
    flags = [flag for flag in ("personalised", "clearance", "sealed_only") if line[flag]]
    fields = ("line", "variant", "item", "option", "quantity", "price")
    return {
        **{field: line[field] for field in fields},
        "paid": line_paid(order, line),
        "flags": flags,
        "state": line["state"],
        "claimed": line["claim"] is not None,
    }


@read
def list_options(state: State, order: str, line: str) -> list[dict[str, Any]]:
    """List the other options (sizes, colours, finishes) of what is on an order line, with stock and the price difference.

    Args:
        order: Order number such as "KC-20418".
        line: Line id from the order, such as "lin_20418a".
    """
    row = line_row(order_row(state, order), line)
    product = state.row("variants", row["variant"])["product"]
    return [
        {
            "variant": variant["variant"],
            "option": variant["option"],
            "price": variant["price"],
            "stock": variant["stock"],
            "difference_for_line": swap_difference(row, variant),
        }
        for variant in state.where("variants", "product", product)
        if variant["variant"] != row["variant"]
    ]


@read
def search_catalogue(state: State, item: str) -> list[dict[str, Any]]:
    """Find products by name, with their options and prices. Stock is not shown here.

    Args:
        item: Product name or a part of it, such as "enamelled casserole".
    """
    wanted = " ".join(item.casefold().split())
    found = [row for _, row in state.scan("products") if wanted in row["item"]]
    if not found or not wanted:
        raise ToolError(
            f"Nothing in the catalogue is called {item!r}. Try a shorter name, such as the last word of it."
        )
    return [
        {
            "item": row["item"],
            "department": row["department"],
            "options": [
                {"variant": variant["variant"], "option": variant["option"], "price": variant["price"]}
                for variant in state.where("variants", "product", row["product"])
            ],
        }
        for row in found[:6]
    ]


@read
def check_stock(state: State, variant: str) -> dict[str, Any]:
    """Tell how many of one option are in stock, at what price, and when more arrive if there are none.

    Args:
        variant: Option id from the catalogue or from an order line, such as "var_07b".
    """
    row = state.get("variants", variant)
    if row is None:
        raise ToolError(
            f"There is no option {variant!r}. Option ids come from search_catalogue, list_options or show_order."
        )
    product = state.row("products", row["product"])
    return {
        "item": product["item"],
        "option": row["option"],
        "price": row["price"],
        "stock": row["stock"],
        "next_delivery": row["restock"],
    }


@read
def quote_return(
    state: State,
    order: str,
    lines: list[str],
    condition: Literal["sealed", "opened"],
    refund_to: Literal["original", "credit"],
) -> dict[str, Any]:
    """Work out what returning lines of an order would give back. Does not say whether policy allows the return.

    Args:
        order: Order number such as "KC-20418".
        lines: Line ids from the order, such as ["lin_20418a"].
        condition: Whether the goods are still sealed as delivered, or opened or used.
        refund_to: "original" for the payment method of the order, "credit" for store credit.
    """
    row = order_row(state, order)
    if not lines:
        raise ToolError("Name at least one line of the order.")
    for line in lines:
        if line_row(row, line)["state"] != "kept":
            raise ToolError(f"The {line_row(row, line)['item']} on order {order} has already been dropped or returned.")
    quote = return_quote(state, row, lines, condition, refund_to)
    return {
        "paid": quote.paid,
        "restocking_fee": quote.restocking_fee,
        "label_fee": quote.label_fee,
        "refund": quote.refund,
        "refund_goes_to": "store credit" if quote.to_credit else state.row("payments", row["paid_with"])["label"],
    }


@read
def list_vouchers(state: State, customer: str) -> list[dict[str, Any]]:
    """List a customer's vouchers: code, value, least spend, last day, and whether they have been used.

    Args:
        customer: Customer id from an identification, such as "cus_0042".
    """
    customer_row(state, customer)
    fields = ("voucher", "off", "min_spend", "expires", "used_on")
    return [{field: row[field] for field in fields} for row in state.where("vouchers", "customer", customer)]


_READS = (
    identify_by_email, identify_by_name, identify_by_phone, show_account, list_orders, show_order, list_options,
    search_catalogue, check_stock, quote_return, list_vouchers,
)  # fmt: skip
TOOLS: dict[str, Tool] = {tool.name: tool for tool in (*_READS, *WRITES)}
