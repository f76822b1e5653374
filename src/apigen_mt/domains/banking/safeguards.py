"""What has to surround each write: the reads it rests on, and what has to be said before the member's yes."""

from typing import Any

from apigen_mt.domains.banking.amounts import PAYMENT_FEES, closing_quote, replacement_fee
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, day, email, money, name, number
from apigen_mt.world.domain import Safeguard
from apigen_mt.world.tables import State

Arguments = dict[str, Any]
Needs = list[tuple[ToolCall, ...]]
_OWNED = {
    "member": "members",
    "account": "accounts",
    "source": "accounts",
    "card": "cards",
    "charge": "charges",
    "fee": "fees",
    "payee": "payees",
    "standing_order": "standing_orders",
    "deposit": "deposits",
}
"""Parameter -> the table whose rows tell the member."""


def owner(state: State, call: ToolCall) -> str | None:
    """Return the member whose data a call touches."""
    for parameter, table in _OWNED.items():
        row = state.get(table, str(call.arguments.get(parameter, "")))
        if row is not None:
            return row["member"]
    return None


def _read(tool: str, **arguments: Any) -> tuple[ToolCall, ...]:
    return (ToolCall(tool, arguments),)


def _word(account: str, arguments: Arguments) -> tuple[ToolCall, ...]:
    return _read("check_security_word", member=account, security_word=arguments["security_word"])


def _account_or_list(account: str, key: str) -> tuple[ToolCall, ...]:
    """Either read shows whether an account is frozen."""
    return (*_read("show_account", account=key), *_read("list_accounts", member=account))


def _for_move(_: State, account: str, arguments: Arguments) -> Needs:
    return [_read("show_account", account=arguments["source"]), _account_or_list(account, arguments["target"])]


def _for_payment(_: State, account: str, arguments: Arguments) -> Needs:
    return [
        _read("show_account", account=arguments["account"]),
        _read("list_payees", member=account),
        _word(account, arguments),
    ]


def _for_block(_: State, account: str, arguments: Arguments) -> Needs:
    return [(*_read("show_card", card=arguments["card"]), *_read("list_cards", member=account))]


def _for_replacement(state: State, account: str, arguments: Arguments) -> Needs:
    card = state.row("cards", arguments["card"])
    return [
        _read("show_card", card=arguments["card"]),
        _read("show_member", member=account),
        _read("show_account", account=card["account"]),
    ]


def _for_limit(_: State, account: str, arguments: Arguments) -> Needs:
    return [_read("show_card", card=arguments["card"]), _read("show_member", member=account), _word(account, arguments)]


def _card_only(_: State, __: str, arguments: Arguments) -> Needs:
    return [_read("show_card", card=arguments["card"])]


def _for_dispute(state: State, account: str, arguments: Arguments) -> Needs:
    card = state.row("charges", arguments["charge"])["card"]
    return [_read("list_charges", card=card), (*_read("show_card", card=card), *_read("list_cards", member=account))]


def _for_fee(_: State, account: str, __: Arguments) -> Needs:
    return [_read("list_fees", member=account), _read("show_member", member=account)]


def _standing_only(_: State, __: str, arguments: Arguments) -> Needs:
    return [_read("show_standing_order", standing_order=arguments["standing_order"])]


def _for_closing(_: State, account: str, arguments: Arguments) -> Needs:
    return [
        _read("quote_closing", deposit=arguments["deposit"]),
        _account_or_list(account, arguments["account"]),
        _word(account, arguments),
    ]


def _for_contact(_: State, account: str, arguments: Arguments) -> Needs:
    return [_read("show_member", member=account), _word(account, arguments)]


def _for_ticket(_: State, account: str, __: Arguments) -> Needs:
    return [_read("list_tickets", member=account)]


def _digits(state: State, table: str, key: str) -> Value:
    return code(state.row(table, key)["digits"])


def _moving(state: State, arguments: Arguments) -> tuple[Value, ...]:
    ends = (_digits(state, "accounts", arguments[end]) for end in ("source", "target"))
    return money(arguments["amount"]), *ends


def _paying(state: State, arguments: Arguments) -> tuple[Value, ...]:
    payee = state.row("payees", arguments["payee"])
    fee = money(PAYMENT_FEES[arguments["speed"]])
    return money(arguments["amount"]), fee, name(payee["name"]), _digits(state, "accounts", arguments["account"])


def _blocking(state: State, arguments: Arguments) -> tuple[Value, ...]:
    return (_digits(state, "cards", arguments["card"]),)


def _replacing(state: State, arguments: Arguments) -> tuple[Value, ...]:
    return _digits(state, "cards", arguments["card"]), money(replacement_fee(arguments["cause"]))


def _limiting(state: State, arguments: Arguments) -> tuple[Value, ...]:
    return _digits(state, "cards", arguments["card"]), money(arguments["limit"])


def _travelling(state: State, arguments: Arguments) -> tuple[Value, ...]:
    days = day(arguments["first_day"]), day(arguments["last_day"])
    return _digits(state, "cards", arguments["card"]), name(arguments["country"]), *days


def _disputing(state: State, arguments: Arguments) -> tuple[Value, ...]:
    charge = state.row("charges", arguments["charge"])
    return money(charge["amount"]), name(charge["merchant"]), day(charge["date"])


def _refunding(state: State, arguments: Arguments) -> tuple[Value, ...]:
    fee = state.row("fees", arguments["fee"])
    return money(fee["amount"]), _digits(state, "accounts", fee["account"])


def _payee_of(state: State, arguments: Arguments) -> Value:
    order = state.row("standing_orders", arguments["standing_order"])
    return name(state.row("payees", order["payee"])["name"])


def _stopping(state: State, arguments: Arguments) -> tuple[Value, ...]:
    order = state.row("standing_orders", arguments["standing_order"])
    return _payee_of(state, arguments), money(order["amount"])


def _repricing(state: State, arguments: Arguments) -> tuple[Value, ...]:
    return _payee_of(state, arguments), money(arguments["amount"])


def _redating(state: State, arguments: Arguments) -> tuple[Value, ...]:
    return _payee_of(state, arguments), number(arguments["day_of_month"])


def _closing(state: State, arguments: Arguments) -> tuple[Value, ...]:
    quote = closing_quote(state.row("deposits", arguments["deposit"]))
    return money(quote.penalty), money(quote.payout), _digits(state, "accounts", arguments["account"])


def _updating(_: State, arguments: Arguments) -> tuple[Value, ...]:
    value = arguments["value"]
    return (email(value) if arguments["channel"] == "email" else code(value),)


SAFEGUARDS: dict[str, Safeguard] = {
    "move_between": Safeguard(_for_move, _moving),
    "pay_payee": Safeguard(_for_payment, _paying, settles=("payments",)),
    "block_card": Safeguard(_for_block, _blocking, settles=("cards",)),
    "replace_card": Safeguard(_for_replacement, _replacing, settles=("cards",)),
    "set_card_limit": Safeguard(_for_limit, _limiting),
    "add_travel_note": Safeguard(_card_only, _travelling),
    "dispute_charge": Safeguard(_for_dispute, _disputing, settles=("charges", "disputes")),
    "refund_fee": Safeguard(_for_fee, _refunding, settles=("fees",)),
    "stop_standing_order": Safeguard(_standing_only, _stopping, settles=("standing_orders",)),
    "set_standing_amount": Safeguard(_standing_only, _repricing),
    "set_standing_day": Safeguard(_standing_only, _redating),
    "close_deposit": Safeguard(_for_closing, _closing, settles=("deposits",)),
    "set_contact": Safeguard(_for_contact, _updating),
    "hand_to_team": Safeguard(_for_ticket, None, settles=("tickets",)),
}
