"""Cards, charges and fees: how wishes about them are drawn, fulfilled, told and checked."""

from random import Random

from apigen_mt.domains.banking import slots as asked
from apigen_mt.domains.banking import wording_cards, wording_charges
from apigen_mt.domains.banking.amounts import (
    DECISION_DAYS,
    DISPUTE_DAYS,
    REPLACEMENT_DAYS,
    limit_ceiling,
    missing_from,
    open_notes,
    provisional_credit,
    replacement_fee,
)
from apigen_mt.domains.banking.data import TODAY, cents, days_on, dispute_number
from apigen_mt.domains.banking.names import COUNTRIES
from apigen_mt.domains.banking.wishes import as_they_are, is_booked, lean, no_details, owned, spoken_word
from apigen_mt.domains.kinds import action
from apigen_mt.values.value import Value, code, day, money, name, phrase
from apigen_mt.world.domain import Slots
from apigen_mt.world.tables import Row, State


def _draw_block(state: State, account: str, rng: Random) -> Slots | None:
    card = lean(rng, owned(state, "cards", account), lambda row: row["status"] == "active", 0.85)
    return None if card is None else {"card": card["card"], "cause": rng.choice(("lost", "stolen", "suspicious"))}


def _is_blocked(_: State, after: State, __: str, slots: Slots) -> bool:
    card = after.row("cards", slots["card"])
    return card["status"] == "blocked" and card["blocked_because"] == slots["cause"]


def _draw_replacement(state: State, account: str, rng: Random) -> Slots | None:
    cards = [row for row in owned(state, "cards", account) if row["blocked_because"] != "suspicious"]
    card = lean(rng, cards, lambda row: row["replacement_ordered"] is None, 0.6)
    if card is None:
        return None
    cause = {"blocked": card["blocked_because"], "expired": "expired"}.get(card["status"])
    return {"card": card["card"], "cause": cause or rng.choice(("damaged", "damaged", "lost", "stolen"))}


def _replacement_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    card = state.row("cards", slots["card"])
    return {
        "fee": money(replacement_fee(slots["cause"])),
        "arrives": day(days_on(TODAY, REPLACEMENT_DAYS)),
        "digits": code(state.row("accounts", card["account"])["digits"]),
    }


def _is_ordered(before: State, after: State, _: str, slots: Slots) -> bool:
    card = after.row("cards", slots["card"])
    fee = 4.5 if slots["cause"] in ("stolen", "expired") else 14.0
    return card["replacement_ordered"] == TODAY and is_booked(before, after, card["account"], -fee)


def _credit_cards(state: State, account: str) -> list[Row]:
    return [row for row in owned(state, "cards", account) if row["kind"] == "credit"]


def _draw_limit(state: State, account: str, rng: Random) -> Slots | None:
    card = lean(rng, _credit_cards(state, account), lambda row: row["status"] == "active", 0.85)
    if card is None:
        return None
    step = 250.0 * rng.randint(1, 8)
    limit = card["limit"] + step if rng.random() < 0.6 else max(250.0, card["limit"] - step)
    if rng.random() < 0.15:
        ceiling = limit_ceiling(state.row("members", account))
        limit = max(ceiling // 250 * 250 + 250.0 * rng.randint(1, 6), card["limit"] + 250)
    if rng.random() < 0.14:
        limit += rng.choice((50.0, 100, 150, 200))
    if limit == card["limit"]:
        limit += 250.0
    return {"card": card["card"], "limit": limit, "security_word": spoken_word(state, account, rng)}


def _limit_details(state: State, account: str, slots: Slots) -> dict[str, Value]:
    card = state.row("cards", slots["card"])
    return {
        "old": money(card["limit"]),
        "ceiling": money(limit_ceiling(state.row("members", account))),
        "room": money(cents(max(0.0, slots["limit"] - card["owed"]))),
    }


def _is_limited(_: State, after: State, __: str, slots: Slots) -> bool:
    return after.row("cards", slots["card"])["limit"] == slots["limit"]


def _draw_travel(state: State, account: str, rng: Random) -> Slots | None:
    card = lean(
        rng, owned(state, "cards", account), lambda row: row["status"] == "active" and not open_notes(row), 0.75
    )
    if card is None:
        return None
    first = days_on(TODAY, rng.randint(1, 70))
    days = rng.randint(46, 75) if rng.random() < 0.16 else rng.choice((2, 4, 6, 7, 9, 13, 14, 17, 20, 27, 35, 44))
    return {
        "card": card["card"],
        "country": rng.choice(COUNTRIES),
        "first_day": first,
        "last_day": days_on(first, days),
    }


def _is_noted(_: State, after: State, __: str, slots: Slots) -> bool:
    note = {field: slots[field] for field in ("country", "first_day", "last_day")}
    return note in after.row("cards", slots["card"])["travel_notes"]


def _draw_dispute(state: State, account: str, rng: Random) -> Slots | None:
    rows = owned(state, "charges", account)
    recent = days_on(TODAY, -DISPUTE_DAYS)
    disputed = [row for row in rows if row["status"] == "disputed"]
    if disputed and rng.random() < 0.15:
        rows = disputed
    charge = lean(rng, rows, lambda row: row["status"] == "posted" and row["date"] >= recent, 0.6)
    if charge is None:
        return None
    causes = ["not_mine", "not_received", "wrong_amount", "wrong_amount"]
    twins = [row for row in rows if row["merchant"] == charge["merchant"] and row["amount"] == charge["amount"]]
    return {
        "card": charge["card"],
        "charge": charge["charge"],
        "cause": "charged_twice" if len(twins) > 1 and rng.random() < 0.8 else rng.choice(causes),
    }


def _dispute_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    charge = state.row("charges", slots["charge"])
    amount = f"${charge['amount']:,.2f}"
    if provisional_credit(charge):
        would, is_so = f"{amount} would be credited provisionally at once", f"{amount} has been credited provisionally"
    else:
        would = "for an amount this large nothing would be credited before the decision"
        is_so = "for an amount this large nothing is credited before the decision"
    return {
        "dispute": code(dispute_number(slots["charge"])),
        "decision_by": day(days_on(TODAY, DECISION_DAYS)),
        "merchant": name(charge["merchant"]),
        "value": money(charge["amount"]),
        "date": day(charge["date"]),
        "claim_from": day(missing_from(charge)),
        "would_credit": phrase(would),
        "credited": phrase(is_so),
    }


def _is_disputed(before: State, after: State, account: str, slots: Slots) -> bool:
    charge, card = after.row("charges", slots["charge"]), after.row("cards", slots["card"])
    cases = [row for row in owned(after, "disputes", account) if row["charge"] == slots["charge"]]
    due = charge["amount"] if charge["amount"] <= 150 else 0.0
    if card["kind"] == "credit":
        credited = cents(before.row("cards", slots["card"])["owed"] - card["owed"]) == due
    else:
        credited = due == 0 or is_booked(before, after, card["account"], due)
    return charge["status"] == "disputed" and len(cases) == 1 and cases[0]["cause"] == slots["cause"] and credited


def _draw_refund(state: State, account: str, rng: Random) -> Slots | None:
    fees = owned(state, "fees", account)
    fee = lean(rng, fees, lambda row: row["kind"] in ("overdraft fee", "late payment fee"), 0.75)
    return None if fee is None else {"fee": fee["fee"]}


def _refund_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    fee = state.row("fees", slots["fee"])
    digits = code(state.row("accounts", fee["account"])["digits"])
    return {"amount": money(fee["amount"]), "date": day(fee["date"]), "digits": digits}


def _is_refunded(before: State, after: State, _: str, slots: Slots) -> bool:
    fee = after.row("fees", slots["fee"])
    return fee["refunded"] == TODAY and is_booked(before, after, fee["account"], fee["amount"])


CARDS = (
    action(
        "block_card",
        "block_card",
        (asked.CARD_SLOT, asked.BLOCK_CAUSE),
        _draw_block,
        as_they_are,
        no_details,
        (),
        _is_blocked,
        wording_cards.BLOCK,
    ),
    action(
        "replace_card",
        "replace_card",
        (asked.CARD_SLOT, asked.REPLACE_CAUSE),
        _draw_replacement,
        as_they_are,
        _replacement_details,
        ("fee", "arrives"),
        _is_ordered,
        wording_cards.REPLACE,
    ),
    action(
        "change_limit",
        "set_card_limit",
        (asked.CARD_SLOT, asked.LIMIT, asked.SECURITY_WORD),
        _draw_limit,
        as_they_are,
        _limit_details,
        ("room",),
        _is_limited,
        wording_cards.LIMIT,
    ),
    action(
        "note_travel",
        "add_travel_note",
        (asked.CARD_SLOT, asked.COUNTRY, asked.FIRST_DAY, asked.LAST_DAY),
        _draw_travel,
        as_they_are,
        no_details,
        (),
        _is_noted,
        wording_cards.TRAVEL,
    ),
    action(
        "dispute_charge",
        "dispute_charge",
        (asked.CARD_SLOT, asked.CHARGE_SLOT, asked.DISPUTE_CAUSE),
        _draw_dispute,
        lambda state, _, slots: {"charge": slots["charge"], "cause": slots["cause"]},
        _dispute_details,
        ("dispute", "decision_by"),
        _is_disputed,
        wording_charges.DISPUTE,
    ),
    action(
        "refund_fee",
        "refund_fee",
        (asked.FEE_SLOT,),
        _draw_refund,
        as_they_are,
        _refund_details,
        ("amount",),
        _is_refunded,
        wording_charges.REFUND,
    ),
)
