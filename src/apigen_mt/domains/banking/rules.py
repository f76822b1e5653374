"""The clauses of the handbook that code can decide: each function returns None if a call is legal, else the facts.

An id that does not exist is the tools' business: a rule about it is silent.
"""

from collections.abc import Callable
from typing import Any

from apigen_mt.domains.banking.amounts import (
    ADDRESS_DAYS,
    DISPUTE_DAYS,
    PAYMENT_FEES,
    available,
    closable,
    contact_from,
    goodwill_from,
    left_today,
    limit_ceiling,
    missing_from,
    new_until,
    next_run,
    open_notes,
    raise_from,
    replacement_fee,
)
from apigen_mt.domains.banking.data import TODAY, cents, days_between
from apigen_mt.values.value import code, day, money, name, number, phrase
from apigen_mt.world.policy import Case, Facts
from apigen_mt.world.tables import Row

SAVINGS_WITHDRAWALS = 4
NEW_PAYEE_LIMIT = 300.0
LIMIT_STEP = 250
TRAVEL_DAYS = 45
LAST_DAY_OF_MONTH = 28
RUN_DAYS = 2
"""A standing order rests on the run day and so many days before it."""

Broken = Callable[[Case], Facts | None]


def _arguments(case: Case) -> dict[str, Any]:
    return case.call.arguments


def about(table: str, parameter: str, rule: Callable[[Case, Row], Facts | None]) -> Broken:
    """Make a rule about a row into one about a call that names the row."""

    def broken(case: Case) -> Facts | None:
        row = case.state.get(table, _arguments(case).get(parameter, ""))
        return None if row is None else rule(case, row)

    return broken


def _member(case: Case) -> Row | None:
    return case.state.get("members", case.account)


# ---- who asks -----------------------------------------------------------------------------------------------------------


def wrong_word(case: Case) -> Facts | None:
    """The security word is not the member's."""
    member = _member(case)
    given = _arguments(case)["security_word"].strip().lower()
    return None if member is None or member["security_word"] == given else {}


def ticket_open(case: Case) -> Facts | None:
    """The team already has a ticket on the topic."""
    for row in case.state.where("tickets", "member", _arguments(case).get("member", "")):
        if row["topic"] == _arguments(case)["topic"]:
            return {"ticket": code(row["ticket"]), "answer_by": day(row["answer_by"])}
    return None


# ---- moving money -------------------------------------------------------------------------------------------------------


def frozen(case: Case) -> Facts | None:
    """One of the accounts is frozen."""
    for parameter in ("source", "target", "account"):
        row = case.state.get("accounts", _arguments(case).get(parameter, ""))
        if row is not None and row["status"] == "frozen":
            return {"digits": code(row["digits"])}
    return None


def _source(case: Case) -> Row | None:
    """Return the account that the call takes money from."""
    arguments = _arguments(case)
    if case.call.name == "replace_card":
        card = case.state.get("cards", arguments.get("card", ""))
        return None if card is None else case.state.get("accounts", card["account"])
    return case.state.get("accounts", arguments.get("source", arguments.get("account", "")))


def both_sign(case: Case) -> Facts | None:
    """Money of a joint account that two people sign for."""
    row = _source(case)
    return {"digits": code(row["digits"])} if row is not None and row["signing"] == "both" else None


def needed(case: Case) -> float:
    """Return what a call takes from its account, fees included."""
    arguments = _arguments(case)
    if case.call.name == "replace_card":
        return replacement_fee(arguments["cause"])
    return cents(arguments["amount"] + PAYMENT_FEES.get(arguments.get("speed", ""), 0.0))


def short_of_funds(case: Case) -> Facts | None:
    """The account has not enough available."""
    row = _source(case)
    if row is None or available(row) >= needed(case):
        return None
    return {"digits": code(row["digits"]), "available": money(available(row)), "needed": money(needed(case))}


def withdrawn_often(_: Case, row: Row) -> Facts | None:
    """The savings account has had its withdrawals of the month."""
    if row["kind"] != "savings" or row["withdrawals"] < SAVINGS_WITHDRAWALS:
        return None
    return {"digits": code(row["digits"]), "withdrawals": number(row["withdrawals"])}


def paid_from_savings(_: Case, row: Row) -> Facts | None:
    """A payee would be paid from savings."""
    return {"digits": code(row["digits"])} if row["kind"] == "savings" else None


def over_daily_limit(case: Case, row: Row) -> Facts | None:
    """More than is left of the account's daily limit."""
    if _arguments(case)["amount"] <= left_today(row):
        return None
    return {"left": money(left_today(row)), "limit": money(row["daily_limit"])}


def payee_too_new(case: Case, row: Row) -> Facts | None:
    """A large amount to a payee who was added a short time ago."""
    if new_until(row) < TODAY or _arguments(case)["amount"] <= NEW_PAYEE_LIMIT:
        return None
    return {"payee": name(row["name"]), "added": day(row["added"]), "until": day(new_until(row))}


# ---- cards --------------------------------------------------------------------------------------------------------------


def not_active(_: Case, row: Row) -> Facts | None:
    """The card is blocked already, or expired."""
    return None if row["status"] == "active" else {"digits": code(row["digits"]), "status": phrase(row["status"])}


def replaced_unblocked(case: Case, row: Row) -> Facts | None:
    """A lost or stolen card still works."""
    if row["status"] == "active" and _arguments(case)["cause"] in ("lost", "stolen"):
        return {"digits": code(row["digits"])}
    return None


def replaced_already(_: Case, row: Row) -> Facts | None:
    """A replacement has been ordered."""
    ordered = row["replacement_ordered"]
    return None if ordered is None else {"digits": code(row["digits"]), "ordered": day(ordered)}


def moved_lately(case: Case) -> Facts | None:
    """The address was changed too short a time ago to send a card there."""
    member = _member(case)
    if member is None or days_between(member["address_changed"], TODAY) > ADDRESS_DAYS:
        return None
    return {"changed": day(member["address_changed"])}


def odd_limit(case: Case) -> Facts | None:
    """The limit is no multiple of the step."""
    limit = _arguments(case)["limit"]
    return {"limit": money(limit)} if limit % LIMIT_STEP else None


def above_income(case: Case) -> Facts | None:
    """The limit is more than the income allows."""
    member = _member(case)
    if member is None or _arguments(case)["limit"] <= limit_ceiling(member):
        return None
    return {"income": money(member["monthly_income"]), "ceiling": money(limit_ceiling(member))}


def raised_lately(case: Case, row: Row) -> Facts | None:
    """The limit was raised too short a time ago to be raised again."""
    again = raise_from(row)
    if again is None or again <= TODAY or _arguments(case)["limit"] <= row["limit"]:
        return None
    return {"raised": day(row["limit_raised"]), "again": day(again)}


def below_owed(case: Case, row: Row) -> Facts | None:
    """More is owed on the card than the limit would be."""
    return {"owed": money(row["owed"])} if _arguments(case)["limit"] < row["owed"] else None


def travels_too_long(case: Case) -> Facts | None:
    """The journey is longer than a travel note lasts, or ends before it begins."""
    days = days_between(_arguments(case)["first_day"], _arguments(case)["last_day"]) + 1
    return {"days": number(days)} if not 1 <= days <= TRAVEL_DAYS else None


def noted_already(_: Case, row: Row) -> Facts | None:
    """The card has a travel note that has not run out."""
    notes = open_notes(row)
    return {"country": name(notes[0]["country"]), "last_day": day(notes[0]["last_day"])} if notes else None


# ---- charges and fees ---------------------------------------------------------------------------------------------------


def still_pending(_: Case, row: Row) -> Facts | None:
    """The merchant has not collected the money yet."""
    return {"merchant": name(row["merchant"]), "date": day(row["date"])} if row["status"] == "pending" else None


def disputed_late(_: Case, row: Row) -> Facts | None:
    """The charge is too old."""
    if days_between(row["date"], TODAY) <= DISPUTE_DAYS:
        return None
    return {"merchant": name(row["merchant"]), "date": day(row["date"])}


def disputed_already(_: Case, row: Row) -> Facts | None:
    """There is a dispute about the charge."""
    return {"merchant": name(row["merchant"]), "date": day(row["date"])} if row["status"] == "disputed" else None


def card_still_works(case: Case, row: Row) -> Facts | None:
    """Somebody else's charge on a card that could still be used."""
    card = case.state.row("cards", row["card"])
    if _arguments(case)["cause"] != "not_mine" or card["status"] != "active":
        return None
    return {"digits": code(card["digits"])}


def missed_early(case: Case, row: Row) -> Facts | None:
    """Goods are not late enough."""
    first = missing_from(row)
    if _arguments(case)["cause"] != "not_received" or first <= TODAY:
        return None
    return {"date": day(row["date"]), "first": day(first)}


def other_fee(_: Case, row: Row) -> Facts | None:
    """A fee that is never refunded as goodwill."""
    return None if row["kind"] in ("overdraft fee", "late payment fee") else {"fee": phrase(row["kind"])}


def goodwill_used(case: Case) -> Facts | None:
    """The member has had a refund within the year."""
    member = _member(case)
    again = None if member is None else goodwill_from(member)
    if member is None or again is None or again <= TODAY:
        return None
    return {"last": day(member["goodwill"]), "again": day(again)}


# ---- standing orders, deposits, contact ---------------------------------------------------------------------------------


def runs_soon(_: Case, row: Row) -> Facts | None:
    """The next run is too close."""
    run = next_run(row)
    return {"run": day(run)} if row["status"] == "active" and days_between(TODAY, run) <= RUN_DAYS else None


def no_such_day(case: Case) -> Facts | None:
    """A day that not every month has."""
    wanted = _arguments(case)["day_of_month"]
    return {"wanted": number(wanted)} if not 1 <= wanted <= LAST_DAY_OF_MONTH else None


def closed_early(_: Case, row: Row) -> Facts | None:
    """The deposit was opened too short a time ago."""
    first, _last = closable(row)
    return {"opened": day(row["opened"]), "first": day(first)} if first > TODAY else None


def nearly_mature(_: Case, row: Row) -> Facts | None:
    """The deposit is about to mature."""
    _first, last = closable(row)
    return {"matures": day(row["matures"])} if last < TODAY else None


def pledged(_: Case, row: Row) -> Facts | None:
    """The deposit secures a loan."""
    return {"principal": money(row["principal"])} if row["pledged"] else None


def contact_changed_lately(case: Case) -> Facts | None:
    """Contact details were changed too short a time ago."""
    member = _member(case)
    if member is None:
        return None
    again = contact_from(member)
    return {"changed": day(member["contact_changed"]), "again": day(again)} if again > TODAY else None
