"""Moving money and paying payees: how such wishes are drawn, fulfilled, told and checked."""

from random import Random

from apigen_mt.domains.banking import slots as asked
from apigen_mt.domains.banking import wording_money
from apigen_mt.domains.banking.amounts import ARRIVES_AFTER, PAYMENT_FEES, available, left_today, new_until
from apigen_mt.domains.banking.data import TODAY, cents, days_on
from apigen_mt.domains.banking.rules import NEW_PAYEE_LIMIT, SAVINGS_WITHDRAWALS
from apigen_mt.domains.banking.wishes import (
    as_they_are,
    beyond,
    is_booked,
    lean,
    owned,
    round_amount,
    source_account,
    spoken_word,
)
from apigen_mt.domains.kinds import action
from apigen_mt.values.value import Value, day, money
from apigen_mt.world.domain import Slots
from apigen_mt.world.tables import State


def _draw_move(state: State, account: str, rng: Random) -> Slots | None:
    rows = owned(state, "accounts", account)
    source = source_account(rng, rows, lambda row: row["withdrawals"] < SAVINGS_WITHDRAWALS and available(row) >= 10)
    target = lean(rng, [row for row in rows if row is not source], lambda row: row["status"] == "open", 0.85)
    if source is None or target is None:
        return None
    most = available(source)
    amount = beyond(rng, most) if rng.random() < 0.12 else round_amount(rng, most)
    return {"source": source["account"], "target": target["account"], "amount": amount}


def _move_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    source, target = state.row("accounts", slots["source"]), state.row("accounts", slots["target"])
    return {
        "left": money(cents(available(source) - slots["amount"])),
        "received": money(cents(target["balance"] + slots["amount"])),
    }


def _is_moved(before: State, after: State, _: str, slots: Slots) -> bool:
    gone = is_booked(before, after, slots["source"], -slots["amount"])
    return gone and is_booked(before, after, slots["target"], slots["amount"])


def _draw_payment(state: State, account: str, rng: Random) -> Slots | None:
    row = source_account(rng, owned(state, "accounts", account), lambda row: row["kind"] != "savings")
    payee = lean(rng, owned(state, "payees", account), lambda row: new_until(row) < TODAY, 0.6)
    if row is None or payee is None:
        return None
    most = max(5.0, min(available(row) - 8, left_today(row)))
    dice = rng.random()
    if dice < 0.1:
        amount = beyond(rng, available(row))
    elif dice < 0.22:
        amount = beyond(rng, left_today(row))
    elif new_until(payee) >= TODAY and dice < 0.5:
        amount = beyond(rng, NEW_PAYEE_LIMIT)
    else:
        amount = round_amount(rng, most)
    return {
        "account": row["account"],
        "payee": payee["payee"],
        "amount": amount,
        "speed": rng.choice(("standard", "express")),
        "security_word": spoken_word(state, account, rng),
    }


def _payment_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    fee = PAYMENT_FEES[slots["speed"]]
    total = cents(slots["amount"] + fee)
    return {
        "fee": money(fee),
        "total": money(total),
        "arrives": day(days_on(TODAY, ARRIVES_AFTER[slots["speed"]])),
        "left": money(cents(available(state.row("accounts", slots["account"])) - total)),
    }


def _is_paid(before: State, after: State, account: str, slots: Slots) -> bool:
    payments = owned(after, "payments", account)
    made = [(row["payee"], row["amount"]) for row in payments if before.get("payments", row["payment"]) is None]
    total = cents(slots["amount"] + {"standard": 0.4, "express": 7.5}[slots["speed"]])
    return (slots["payee"], slots["amount"]) in made and is_booked(before, after, slots["account"], -total)


MONEY = (
    action(
        "move_money",
        "move_between",
        (asked.SOURCE, asked.TARGET, asked.AMOUNT),
        _draw_move,
        as_they_are,
        _move_details,
        ("left",),
        _is_moved,
        wording_money.MOVE,
    ),
    action(
        "pay_somebody",
        "pay_payee",
        (asked.FROM_ACCOUNT, asked.PAYEE_SLOT, asked.AMOUNT, asked.SPEED, asked.SECURITY_WORD),
        _draw_payment,
        as_they_are,
        _payment_details,
        ("fee", "arrives", "left"),
        _is_paid,
        wording_money.PAY,
    ),
)
