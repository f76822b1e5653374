"""The bank's arithmetic over rows: what is available, what things cost, and what a deposit gives when closed early."""

from typing import Any, NamedTuple

from apigen_mt.domains.banking.data import TODAY, cents, days_between, days_on, months_on, next_on
from apigen_mt.world.tables import Row, State

PAYMENT_FEES = {"standard": 0.4, "express": 7.5}
ARRIVES_AFTER = {"standard": 2, "express": 0}
"""Speed of a payment -> days until it arrives."""
NEW_PAYEE_DAYS = 4
"""A payee counts as new on the day it was added and the three days after."""
REPLACEMENT_FEE = 14.0
STOLEN_FEE = 4.5
"""Replacing a card that was stolen or has expired costs the postage only."""
REPLACEMENT_DAYS = 6
PROVISIONAL_LIMIT = 150.0
DECISION_DAYS = 30
DISPUTE_DAYS = 60
NOT_RECEIVED_DAYS = 15
RAISE_MONTHS = 6
GOODWILL_MONTHS = 12
CONTACT_DAYS = 21
ADDRESS_DAYS = 14
DEPOSIT_DAYS = 90
MATURITY_DAYS = 14
THIS_MONTH, LAST_MONTH = TODAY[:7], months_on(TODAY, -1)[:7]
MONTHS = {"this_month": THIS_MONTH, "last_month": LAST_MONTH}


def available(account: Row) -> float:
    """Return what can leave an account: its balance and its overdraft."""
    return cents(account["balance"] + account["overdraft"])


def left_today(account: Row) -> float:
    """Return how much may still be paid to payees from an account today."""
    return cents(account["daily_limit"] - account["sent_today"])


def new_until(payee: Row) -> str:
    """Return the last day on which a payee counts as new."""
    return days_on(payee["added"], NEW_PAYEE_DAYS - 1)


def replacement_fee(cause: str) -> float:
    """Return what a new card costs."""
    return STOLEN_FEE if cause in ("stolen", "expired") else REPLACEMENT_FEE


def limit_ceiling(member: Row) -> float:
    """Return the highest credit limit that a member's income allows."""
    return cents(2 * member["monthly_income"])


def open_notes(card: Row) -> list[Row]:
    """Return a card's travel notes for journeys that are not over."""
    return [note for note in card["travel_notes"] if note["last_day"] >= TODAY]


def raise_from(card: Row) -> str | None:
    """Return the day from which a card's limit can be raised again, or None if it never was."""
    return None if card["limit_raised"] is None else months_on(card["limit_raised"], RAISE_MONTHS)


def goodwill_from(member: Row) -> str | None:
    """Return the day from which a member can have a fee refunded again, or None if they never had."""
    return None if member["goodwill"] is None else months_on(member["goodwill"], GOODWILL_MONTHS)


def contact_from(member: Row) -> str:
    """Return the day from which a member's contact details can be changed again."""
    return days_on(member["contact_changed"], CONTACT_DAYS)


def missing_from(charge: Row) -> str:
    """Return the day from which goods count as not received."""
    return days_on(charge["date"], NOT_RECEIVED_DAYS)


def provisional_credit(charge: Row) -> float:
    """Return what is credited while a dispute is looked into."""
    return charge["amount"] if charge["amount"] <= PROVISIONAL_LIMIT else 0.0


def next_run(order: Row) -> str:
    """Return the next day on which a standing order runs."""
    return next_on(order["day"])


class ClosingQuote(NamedTuple):
    """What a fixed deposit gives if it is closed today."""

    interest: float
    penalty_days: int
    penalty: float
    payout: float


def closing_quote(deposit: Row) -> ClosingQuote:
    """Work out interest, penalty and payout of closing a deposit today."""
    yearly = deposit["principal"] * deposit["rate"] / 100
    interest = cents(yearly * days_between(deposit["opened"], TODAY) / 365)
    penalty_days = 60 if deposit["months"] <= 12 else 120
    penalty = cents(yearly * penalty_days / 365)
    return ClosingQuote(interest, penalty_days, penalty, cents(deposit["principal"] + interest - penalty))


def closable(deposit: Row) -> tuple[str, str]:
    """Return the first and the last day on which a deposit can be closed early."""
    return days_on(deposit["opened"], DEPOSIT_DAYS), days_on(deposit["matures"], -MATURITY_DAYS - 1)


def spent(state: State, member: str, month: str, **like: Any) -> float:
    """Return what a member's charges in a month come to, of those whose fields are as given."""
    charges = state.where("charges", "member", member)
    return cents(sum(
        row["amount"] for row in charges
        if row["date"].startswith(month) and all(row[field] == value for field, value in like.items())
    ))  # fmt: skip
