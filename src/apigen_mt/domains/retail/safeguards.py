"""What has to surround each write: the reads it rests on, and what has to be said before the customer's yes."""

from collections.abc import Callable
from typing import Any

from apigen_mt.domains.retail.amounts import (
    damage_refund,
    line_amount,
    line_of,
    points_worth,
    return_quote,
    swap_difference,
)
from apigen_mt.domains.retail.data import cents, days_on
from apigen_mt.domains.retail.tools_write import DELIVERY_AFTER_HOLD, REPLACEMENT_LEAVES, SEND_BACK_BY, TRACE_ANSWER_BY
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, day, email, money, number, phrase
from apigen_mt.world.domain import Safeguard
from apigen_mt.world.tables import Row, State

Arguments = dict[str, Any]
Needs = list[tuple[ToolCall, ...]]


def owner(state: State, call: ToolCall) -> str | None:
    """Return the customer whose data a call touches."""
    customer = call.arguments.get("customer")
    if isinstance(customer, str):
        return customer if state.get("customers", customer) else None
    order = state.get("orders", str(call.arguments.get("order", "")))
    return order["customer"] if order else None


def _show_order(arguments: Arguments) -> tuple[ToolCall, ...]:
    return (ToolCall("show_order", {"order": arguments["order"]}),)


def _show_account(account: str) -> tuple[ToolCall, ...]:
    return (ToolCall("show_account", {"customer": account}),)


def _order_only(_: State, __: str, arguments: Arguments) -> Needs:
    return [_show_order(arguments)]


def _for_swap(_: State, __: str, arguments: Arguments) -> Needs:
    place = {"order": arguments["order"], "line": arguments["line"]}
    return [_show_order(arguments), (ToolCall("list_options", place),)]


def _for_points(_: State, account: str, arguments: Arguments) -> Needs:
    return [_show_order(arguments), _show_account(account)]


def _for_voucher(_: State, account: str, arguments: Arguments) -> Needs:
    return [_show_order(arguments), (ToolCall("list_vouchers", {"customer": account}),)]


def _for_return(_: State, account: str, arguments: Arguments) -> Needs:
    return [_show_order(arguments), _show_account(account), (ToolCall("quote_return", dict(arguments)),)]


def _for_damage(state: State, _: str, arguments: Arguments) -> Needs:
    needs = [_show_order(arguments)]
    if arguments["remedy"] == "replacement":
        line = _line(state, arguments)[1]
        needs.append((ToolCall("check_stock", {"variant": line["variant"]}),))
    return needs


def _account_only(_: State, account: str, __: Arguments) -> Needs:
    return [_show_account(account)]


def _order(state: State, arguments: Arguments) -> Row:
    return state.row("orders", arguments["order"])


def _line(state: State, arguments: Arguments) -> tuple[Row, Row]:
    order = _order(state, arguments)
    line = line_of(order, arguments["line"])
    if line is None:
        raise KeyError(arguments["line"])
    return order, line


Consent = Callable[[State, Arguments], tuple[Value, ...]]


def _cancelling(state: State, arguments: Arguments) -> tuple[Value, ...]:
    return code(arguments["order"]), money(_order(state, arguments)["total"])


def _dropping(state: State, arguments: Arguments) -> tuple[Value, ...]:
    order, line = _line(state, arguments)
    amount = line_amount(line)
    stated = code(arguments["order"]), money(amount), money(cents(order["total"] - amount))
    # Of several pieces people speak in the plural, which is not the catalogue's name.
    return stated if line["quantity"] > 1 else (*stated, phrase(line["item"]))


def _swapping(state: State, arguments: Arguments) -> tuple[Value, ...]:
    order, line = _line(state, arguments)
    variant = state.row("variants", arguments["variant"])
    difference = swap_difference(line, variant)
    total = money(cents(order["total"] + difference))
    return code(arguments["order"]), phrase(variant["option"]), money(abs(difference)), total


def _redirecting(_: State, arguments: Arguments) -> tuple[Value, ...]:
    return code(arguments["order"]), phrase(arguments["street"]), phrase(arguments["town"]), code(arguments["postcode"])


def _holding(_: State, arguments: Arguments) -> tuple[Value, ...]:
    until = arguments["until"]
    return code(arguments["order"]), day(until), day(days_on(until, DELIVERY_AFTER_HOLD))


def _redeeming(_: State, arguments: Arguments) -> tuple[Value, ...]:
    return code(arguments["order"]), number(arguments["points"]), money(points_worth(arguments["points"]))


def _applying(state: State, arguments: Arguments) -> tuple[Value, ...]:
    off = state.row("vouchers", arguments["voucher"])["off"]
    return code(arguments["order"]), code(arguments["voucher"]), money(off)


def _returning(state: State, arguments: Arguments) -> tuple[Value, ...]:
    order = _order(state, arguments)
    quote = return_quote(state, order, arguments["lines"], arguments["condition"], arguments["refund_to"])
    label = "store credit" if quote.to_credit else state.row("payments", order["paid_with"])["label"]
    return code(arguments["order"]), money(quote.refund), phrase(label), day(SEND_BACK_BY)


def _settling(state: State, arguments: Arguments) -> tuple[Value, ...]:
    order, line = _line(state, arguments)
    if arguments["remedy"] == "replacement":
        return code(arguments["order"]), day(REPLACEMENT_LEAVES)
    return code(arguments["order"]), money(damage_refund(order, line, arguments["extent"]))


def _tracing(_: State, arguments: Arguments) -> tuple[Value, ...]:
    return code(arguments["order"]), day(TRACE_ANSWER_BY)


def _updating(_: State, arguments: Arguments) -> tuple[Value, ...]:
    value = arguments["value"]
    return (email(value) if arguments["channel"] == "email" else code(value),)


SAFEGUARDS: dict[str, Safeguard] = {
    "call_off_order": Safeguard(_order_only, _cancelling, settles=("orders",)),
    "drop_line": Safeguard(_order_only, _dropping, settles=("orders",)),
    "swap_option": Safeguard(_for_swap, _swapping),
    "redirect_order": Safeguard(_order_only, _redirecting),
    "hold_despatch": Safeguard(_order_only, _holding),
    "redeem_points": Safeguard(_for_points, _redeeming),
    "apply_voucher": Safeguard(_for_voucher, _applying, settles=("orders",)),
    "take_back": Safeguard(_for_return, _returning, settles=("orders",)),
    "settle_damage": Safeguard(_for_damage, _settling, settles=("orders", "claims")),
    "open_trace": Safeguard(_order_only, _tracing, settles=("orders",)),
    "update_contact": Safeguard(_account_only, _updating),
    "hand_over": Safeguard(lambda state, account, arguments: [], None, settles=("tickets",)),
}
