"""What members ask: how each question is drawn, which reads answer it, and the answer."""

from collections.abc import Callable
from random import Random

from apigen_mt.domains.banking import slots as asked
from apigen_mt.domains.banking import wording_questions as words
from apigen_mt.domains.banking.amounts import MONTHS, available, left_today, next_run, spent
from apigen_mt.domains.banking.data import cents
from apigen_mt.domains.banking.goals_saving import closing_details, running_deposits, running_orders
from apigen_mt.domains.banking.wishes import owned
from apigen_mt.domains.kinds import Details, Draw, question
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, day, money, name, number, phrase
from apigen_mt.world.domain import Slots
from apigen_mt.world.tables import Row, State


def _no_slots(_: State, __: str, ___: Random) -> Slots | None:
    return {}


def _some_account(fits: Callable[[Row], bool]) -> Draw:
    def draw(state: State, account: str, rng: Random) -> Slots | None:
        rows = [row for row in owned(state, "accounts", account) if fits(row)]
        return {"account": rng.choice(rows)["account"]} if rows else None

    return draw


def _show_account(_: State, __: str, slots: Slots) -> list[ToolCall]:
    return [ToolCall("show_account", {"account": slots["account"]})]


def _balance(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = state.row("accounts", slots["account"])
    amount = money(row["balance"])
    stands = f"${abs(row['balance']):,.2f}" + (" overdrawn" if row["balance"] < 0 else "")
    return {"amount": amount, "stands": phrase(stands), "available": money(available(row))}


def _left(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = state.row("accounts", slots["account"])
    return {"left": money(left_today(row)), "limit": money(row["daily_limit"])}


def _draw_credit_card(state: State, account: str, rng: Random) -> Slots | None:
    cards = [row for row in owned(state, "cards", account) if row["kind"] == "credit" and row["status"] == "active"]
    return {"card": rng.choice(cards)["card"]} if cards else None


def _show_card(_: State, __: str, slots: Slots) -> list[ToolCall]:
    return [ToolCall("show_card", {"card": slots["card"]})]


def _room(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = state.row("cards", slots["card"])
    return {"room": money(cents(row["limit"] - row["owed"])), "limit": money(row["limit"]), "owed": money(row["owed"])}


def _draw_spending(field: str) -> Draw:
    def draw(state: State, account: str, rng: Random) -> Slots | None:
        charges = owned(state, "charges", account)
        found = [
            (month, row[field]) for month, prefix in MONTHS.items() for row in charges if row["date"].startswith(prefix)
        ]
        if not found:
            return None
        month, value = rng.choice(found)
        return {"month": month, field: value}

    return draw


def _all_charges(state: State, account: str, _: Slots) -> list[ToolCall]:
    """Spending is spread over all cards, so each card's charges have to be looked at."""
    cards = [ToolCall("list_charges", {"card": row["card"]}) for row in owned(state, "cards", account)]
    return [ToolCall("list_cards", {"member": account}), *cards]


def _spent_on(field: str) -> Details:
    def details(state: State, account: str, slots: Slots) -> dict[str, Value]:
        return {"total": money(spent(state, account, MONTHS[slots["month"]], **{field: slots[field]}))}

    return details


def _draw_order(state: State, account: str, rng: Random) -> Slots | None:
    orders = running_orders(state, account)
    return {"standing_order": rng.choice(orders)["standing_order"]} if orders else None


def _show_order(_: State, __: str, slots: Slots) -> list[ToolCall]:
    return [ToolCall("show_standing_order", {"standing_order": slots["standing_order"]})]


def _run(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = state.row("standing_orders", slots["standing_order"])
    return {"run": day(next_run(row)), "amount": money(row["amount"])}


def _list_orders(_: State, account: str, __: Slots) -> list[ToolCall]:
    return [ToolCall("list_standing_orders", {"member": account})]


def _orders_from(state: State, account: str, source: str) -> list[Row]:
    return [row for row in running_orders(state, account) if row["account"] == source]


def _draw_account_with_orders(state: State, account: str, rng: Random) -> Slots | None:
    return _some_account(lambda row: bool(_orders_from(state, account, row["account"])))(state, account, rng)


def _monthly(state: State, account: str, slots: Slots) -> dict[str, Value]:
    rows = _orders_from(state, account, slots["account"])
    return {"total": money(cents(sum(row["amount"] for row in rows))), "count": number(len(rows))}


def _draw_deposit(state: State, account: str, rng: Random) -> Slots | None:
    deposits = running_deposits(state, account)
    return {"deposit": rng.choice(deposits)["deposit"]} if deposits else None


def _quote(_: State, __: str, slots: Slots) -> list[ToolCall]:
    return [ToolCall("quote_closing", {"deposit": slots["deposit"]})]


def _draw_payments(state: State, account: str, _: Random) -> Slots | None:
    amounts = sorted(row["amount"] for row in owned(state, "payments", account))
    return {} if len(amounts) > 1 and amounts[-1] > amounts[-2] else None


def _list_payments(_: State, account: str, __: Slots) -> list[ToolCall]:
    return [ToolCall("list_payments", {"member": account})]


def _largest(state: State, account: str, _: Slots) -> dict[str, Value]:
    row = max(owned(state, "payments", account), key=lambda row: row["amount"])
    return {
        "payee": name(state.row("payees", row["payee"])["name"]),
        "amount": money(row["amount"]),
        "date": day(row["date"]),
    }


def _list_accounts(_: State, account: str, __: Slots) -> list[ToolCall]:
    return [ToolCall("list_accounts", {"member": account})]


def _saved(state: State, account: str, _: Slots) -> dict[str, Value]:
    rows = [row for row in owned(state, "accounts", account) if row["kind"] == "savings"]
    return {"total": money(cents(sum(row["balance"] for row in rows))), "count": number(len(rows))}


QUESTIONS = (
    question(
        "ask_balance",
        ("show_account",),
        (asked.ACCOUNT_SLOT,),
        _some_account(lambda row: True),
        _show_account,
        _balance,
        ("amount", "available"),
        words.BALANCE,
    ),
    question(
        "ask_daily_limit",
        ("show_account",),
        (asked.ACCOUNT_SLOT,),
        _some_account(lambda row: row["kind"] != "savings"),
        _show_account,
        _left,
        ("left",),
        words.DAILY_LIMIT,
    ),
    question(
        "ask_card_room",
        ("show_card",),
        (asked.CARD_SLOT,),
        _draw_credit_card,
        _show_card,
        _room,
        ("room",),
        words.CARD_ROOM,
    ),
    question(
        "ask_spent_on",
        ("list_cards", "list_charges"),
        (asked.MONTH, asked.CATEGORY),
        _draw_spending("category"),
        _all_charges,
        _spent_on("category"),
        ("total",),
        words.SPENT_ON,
    ),
    question(
        "ask_spent_at",
        ("list_cards", "list_charges"),
        (asked.MONTH, asked.MERCHANT),
        _draw_spending("merchant"),
        _all_charges,
        _spent_on("merchant"),
        ("total",),
        words.SPENT_AT,
    ),
    question(
        "ask_next_run",
        ("show_standing_order",),
        (asked.ORDER_SLOT,),
        _draw_order,
        _show_order,
        _run,
        ("run", "amount"),
        words.NEXT_RUN,
    ),
    question(
        "ask_monthly_orders",
        ("list_standing_orders",),
        (asked.ACCOUNT_SLOT,),
        _draw_account_with_orders,
        _list_orders,
        _monthly,
        ("total", "count"),
        words.MONTHLY_ORDERS,
    ),
    question(
        "ask_closing",
        ("quote_closing",),
        (asked.DEPOSIT_SLOT,),
        _draw_deposit,
        _quote,
        closing_details,
        ("penalty", "payout"),
        words.CLOSING,
    ),
    question(
        "ask_largest_payment",
        ("list_payments",),
        (),
        _draw_payments,
        _list_payments,
        _largest,
        ("payee", "amount"),
        words.LARGEST_PAYMENT,
    ),
    question("ask_saved", ("list_accounts",), (), _no_slots, _list_accounts, _saved, ("total",), words.SAVED),
)
