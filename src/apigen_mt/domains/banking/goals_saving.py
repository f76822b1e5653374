"""Standing orders and fixed deposits: how wishes about them are drawn, fulfilled, told and checked."""

from random import Random

from apigen_mt.domains.banking import slots as asked
from apigen_mt.domains.banking import wording_saving
from apigen_mt.domains.banking.amounts import closing_quote, next_run
from apigen_mt.domains.banking.data import TODAY, cents, days_between, next_on
from apigen_mt.domains.banking.rules import RUN_DAYS
from apigen_mt.domains.banking.wishes import as_they_are, is_booked, lean, owned, spoken_word
from apigen_mt.domains.kinds import action
from apigen_mt.values.value import Value, day, money, name, number
from apigen_mt.world.domain import Slots
from apigen_mt.world.tables import Row, State


def running_orders(state: State, account: str) -> list[Row]:
    """Return a member's standing orders that have not been stopped."""
    return [row for row in owned(state, "standing_orders", account) if row["status"] == "active"]


def _draw_order(state: State, account: str, rng: Random) -> Row | None:
    orders = running_orders(state, account)
    return lean(rng, orders, lambda row: days_between(TODAY, next_run(row)) > RUN_DAYS, 0.8)


def _draw_stop(state: State, account: str, rng: Random) -> Slots | None:
    row = _draw_order(state, account, rng)
    return None if row is None else {"standing_order": row["standing_order"]}


def _order_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = state.row("standing_orders", slots["standing_order"])
    return {
        "old": money(row["amount"]),
        "run": day(next_run(row)),
        "payee": name(state.row("payees", row["payee"])["name"]),
    }


def _is_stopped(_: State, after: State, __: str, slots: Slots) -> bool:
    return after.row("standing_orders", slots["standing_order"])["status"] == "stopped"


def _draw_new_amount(state: State, account: str, rng: Random) -> Slots | None:
    row = _draw_order(state, account, rng)
    if row is None:
        return None
    factor = rng.choice((0.5, 0.8, 1.2, 1.25, 1.5, 2))
    return {"standing_order": row["standing_order"], "amount": max(5.0, cents(round(row["amount"] * factor)))}


def _is_repriced(_: State, after: State, __: str, slots: Slots) -> bool:
    return after.row("standing_orders", slots["standing_order"])["amount"] == slots["amount"]


def _draw_new_day(state: State, account: str, rng: Random) -> Slots | None:
    row = _draw_order(state, account, rng)
    if row is None:
        return None
    days = [number for number in (1, 2, 4, 5, 7, 10, 12, 15, 18, 20, 23, 25, 28) if number != row["day"]]
    return {
        "standing_order": row["standing_order"],
        "day_of_month": rng.choice((29, 30, 31) if rng.random() < 0.12 else days),
    }


def _day_details(state: State, account: str, slots: Slots) -> dict[str, Value]:
    details = _order_details(state, account, slots)
    return details | {"new_run": day(next_on(min(slots["day_of_month"], 28)))}


def _is_redated(_: State, after: State, __: str, slots: Slots) -> bool:
    return after.row("standing_orders", slots["standing_order"])["day"] == slots["day_of_month"]


def running_deposits(state: State, account: str) -> list[Row]:
    """Return a member's deposits that have not been closed."""
    return [row for row in owned(state, "deposits", account) if row["status"] == "running"]


def _draw_closing(state: State, account: str, rng: Random) -> Slots | None:
    deposits = running_deposits(state, account)
    row = lean(rng, owned(state, "accounts", account), lambda row: row["status"] == "open", 0.9)
    if not deposits or row is None:
        return None
    word = spoken_word(state, account, rng)
    return {"deposit": rng.choice(deposits)["deposit"], "account": row["account"], "security_word": word}


def closing_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    """Return what closing a deposit today costs and gives."""
    quote = closing_quote(state.row("deposits", slots["deposit"]))
    return {
        "interest": money(quote.interest),
        "penalty": money(quote.penalty),
        "payout": money(quote.payout),
        "days": number(quote.penalty_days),
    }


def _is_closed(before: State, after: State, _: str, slots: Slots) -> bool:
    old = before.row("deposits", slots["deposit"])
    a_day = old["principal"] * old["rate"] / 100 / 365
    earned, lost = a_day * days_between(old["opened"], TODAY), a_day * (60 if old["months"] <= 12 else 120)
    due = old["principal"] + cents(earned) - cents(lost)
    closed = after.row("deposits", slots["deposit"])["status"] == "closed"
    return closed and is_booked(before, after, slots["account"], due)


SAVING = (
    action(
        "stop_standing_order",
        "stop_standing_order",
        (asked.ORDER_SLOT,),
        _draw_stop,
        as_they_are,
        _order_details,
        ("run",),
        _is_stopped,
        wording_saving.STOP,
    ),
    action(
        "standing_amount",
        "set_standing_amount",
        (asked.ORDER_SLOT, asked.NEW_AMOUNT),
        _draw_new_amount,
        as_they_are,
        _order_details,
        ("run",),
        _is_repriced,
        wording_saving.NEW_AMOUNT,
    ),
    action(
        "standing_day",
        "set_standing_day",
        (asked.ORDER_SLOT, asked.DAY_OF_MONTH),
        _draw_new_day,
        as_they_are,
        _day_details,
        ("new_run",),
        _is_redated,
        wording_saving.NEW_DAY,
    ),
    action(
        "close_deposit",
        "close_deposit",
        (asked.DEPOSIT_SLOT, asked.PAYOUT_ACCOUNT, asked.SECURITY_WORD),
        _draw_closing,
        as_they_are,
        closing_details,
        ("penalty", "payout"),
        _is_closed,
        wording_saving.CLOSE,
    ),
)
