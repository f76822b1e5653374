"""What members want done: how each wish is drawn over real rows, fulfilled, told and checked."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from apigen_mt.domains.banking import slots as asked
from apigen_mt.domains.banking import wording_cards, wording_charges, wording_member, wording_money, wording_saving
from apigen_mt.domains.banking.amounts import (
    ARRIVES_AFTER,
    DECISION_DAYS,
    DISPUTE_DAYS,
    PAYMENT_FEES,
    PROVISIONAL_LIMIT,
    REPLACEMENT_DAYS,
    available,
    closing_quote,
    left_today,
    limit_ceiling,
    missing_from,
    new_until,
    next_run,
    open_notes,
    provisional_credit,
    replacement_fee,
)
from apigen_mt.domains.banking.data import TODAY, cents, days_between, days_on, dispute_number, next_on, ticket_number
from apigen_mt.domains.banking.names import COUNTRIES, SECURITY_WORDS
from apigen_mt.domains.banking.rules import NEW_PAYEE_LIMIT, RUN_DAYS, SAVINGS_WITHDRAWALS
from apigen_mt.domains.banking.tools_write import ANSWER_DAYS
from apigen_mt.domains.banking.wording import Wording
from apigen_mt.domains.people import MAIL
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, day, money, name, number, phrase
from apigen_mt.world.domain import GoalKind, Slot, Slots
from apigen_mt.world.tables import Row, State

Draw = Callable[[State, str, Random], Slots | None]
Details = Callable[[State, str, Slots], dict[str, Value]]
Effect = Callable[[State, State, str, Slots], bool]


def lean(rng: Random, rows: Sequence[Row], good: Callable[[Row], bool], odds: float = 0.75) -> Row | None:
    """Choose a row: by these odds one of the good ones if there are any."""
    if not rows:
        return None
    fitting = [row for row in rows if good(row)]
    return rng.choice(fitting if fitting and rng.random() < odds else rows)


def owned(state: State, table: str, account: str) -> list[Row]:
    """Return a member's rows of a table."""
    return state.where(table, "member", account)


def _usable(account: Row) -> bool:
    return account["status"] == "open" and account["signing"] != "both"


def _spoken_word(state: State, account: str, rng: Random) -> str:
    """Return the security word as the member remembers it: now and then a wrong one."""
    right = state.row("members", account)["security_word"]
    return rng.choice(SECURITY_WORDS) if rng.random() < 0.07 else right


def _round_amount(rng: Random, most: float) -> float:
    """Return an amount that somebody would name, up to a limit or slightly more."""
    sizes = [size for size in (10.0, 20, 25, 40, 50, 75, 80, 120, 150, 200, 250, 300, 350, 400, 600, 750, 900, 1200) if size <= most]
    amount = float(rng.choice(sizes)) if sizes else max(1.0, float(int(most)))
    return cents(amount + 0.5) if rng.random() < 0.1 and amount + 0.5 <= most else amount


def _beyond(rng: Random, limit: float) -> float:
    """Return a round amount that is more than a limit."""
    return float((int(limit) // 50 + rng.randint(1, 6)) * 50)


def action(
    name: str,
    tool: str,
    slots: tuple[Slot, ...],
    draw: Draw,
    arguments: Callable[[str, Slots], dict[str, Any]],
    details: Details,
    tells: tuple[str, ...],
    effect: Effect,
    words: Wording,
) -> GoalKind:
    """Make the kind of a wish that one write fulfils."""
    return GoalKind(
        name=name,
        tools=(tool,),
        slots=slots,
        draw=draw,
        calls=lambda state, account, values: [ToolCall(tool, arguments(account, values))],
        details=details,
        request=words.request,
        brief=words.brief,
        noun=words.noun,
        report=words.report,
        propose=words.propose,
        tells=tells,
        effect=effect,
    )


def _as_they_are(_: str, slots: Slots) -> dict[str, Any]:
    return dict(slots)


def _without(*names: str) -> Callable[[str, Slots], dict[str, Any]]:
    return lambda _, slots: {key: value for key, value in slots.items() if key not in names}


def _change_of(before: State, after: State, account: str) -> float:
    """Return by how much an account's balance has grown."""
    return cents(after.row("accounts", account)["balance"] - before.row("accounts", account)["balance"])


# --- Money -----------------------------------------------------------------------------------------------------------


def _draw_move(state: State, account: str, rng: Random) -> Slots | None:
    rows = owned(state, "accounts", account)
    source = lean(rng, rows, lambda row: _usable(row) and row["withdrawals"] < SAVINGS_WITHDRAWALS and available(row) >= 10, 0.7)
    target = lean(rng, [row for row in rows if row is not source], lambda row: row["status"] == "open", 0.85)
    if source is None or target is None:
        return None
    most = available(source)
    amount = _beyond(rng, most) if rng.random() < 0.12 else _round_amount(rng, most)
    return {"source": source["account"], "target": target["account"], "amount": amount}


def _move_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    source, target = state.row("accounts", slots["source"]), state.row("accounts", slots["target"])
    return {
        "left": money(cents(available(source) - slots["amount"])),
        "received": money(cents(target["balance"] + slots["amount"])),
    }


def _is_moved(before: State, after: State, _: str, slots: Slots) -> bool:
    gone, come = (_change_of(before, after, slots[end]) for end in ("source", "target"))
    return gone == -slots["amount"] and come == slots["amount"]


def _draw_payment(state: State, account: str, rng: Random) -> Slots | None:
    row = lean(rng, owned(state, "accounts", account), lambda row: _usable(row) and row["kind"] != "savings", 0.82)
    payee = lean(rng, owned(state, "payees", account), lambda row: new_until(row) < TODAY, 0.6)
    if row is None or payee is None:
        return None
    most = max(5.0, min(available(row) - 8, left_today(row)))
    dice = rng.random()
    if dice < 0.1:
        amount = _beyond(rng, available(row))
    elif dice < 0.22:
        amount = _beyond(rng, left_today(row))
    elif new_until(payee) >= TODAY and dice < 0.5:
        amount = _beyond(rng, NEW_PAYEE_LIMIT)
    else:
        amount = _round_amount(rng, most)
    return {
        "account": row["account"],
        "payee": payee["payee"],
        "amount": amount,
        "speed": rng.choice(("standard", "express")),
        "security_word": _spoken_word(state, account, rng),
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
    made = [row for row in owned(after, "payments", account) if before.get("payments", row["payment"]) is None]
    fits = len(made) == 1 and made[0]["payee"] == slots["payee"] and made[0]["amount"] == slots["amount"]
    return fits and _change_of(before, after, slots["account"]) == -cents(slots["amount"] + PAYMENT_FEES[slots["speed"]])


# --- Cards -----------------------------------------------------------------------------------------------------------


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
    return card["replacement_ordered"] == TODAY and _change_of(before, after, card["account"]) == -fee


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
    return {"card": card["card"], "limit": limit, "security_word": _spoken_word(state, account, rng)}


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
    card = lean(rng, owned(state, "cards", account), lambda row: row["status"] == "active" and not open_notes(row), 0.75)
    if card is None:
        return None
    first = days_on(TODAY, rng.randint(1, 70))
    days = rng.randint(46, 75) if rng.random() < 0.16 else rng.choice((2, 4, 6, 7, 9, 13, 14, 17, 20, 27, 35, 44))
    return {"card": card["card"], "country": rng.choice(COUNTRIES), "first_day": first, "last_day": days_on(first, days)}


def _is_noted(_: State, after: State, __: str, slots: Slots) -> bool:
    note = {field: slots[field] for field in ("country", "first_day", "last_day")}
    return note in after.row("cards", slots["card"])["travel_notes"]


# --- Charges and fees ------------------------------------------------------------------------------------------------


def _draw_dispute(state: State, account: str, rng: Random) -> Slots | None:
    rows = owned(state, "charges", account)
    recent = days_on(TODAY, -DISPUTE_DAYS)
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
        limit = f"${PROVISIONAL_LIMIT:.0f}"
        would = f"as it is more than {limit}, nothing would be credited before the decision"
        is_so = f"as it is more than {limit}, nothing is credited before the decision"
    return {
        "dispute": code(dispute_number(state.count("disputes"))),
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
    credit = cents(before.row("cards", slots["card"])["owed"] - card["owed"] + _change_of(before, after, card["account"]))
    due = charge["amount"] if charge["amount"] <= 150 else 0.0
    return charge["status"] == "disputed" and len(cases) == 1 and cases[0]["cause"] == slots["cause"] and credit == due


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
    return fee["refunded"] == TODAY and _change_of(before, after, fee["account"]) == fee["amount"]


# --- Standing orders and deposits ------------------------------------------------------------------------------------


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
    return {"old": money(row["amount"]), "run": day(next_run(row)), "payee": name(state.row("payees", row["payee"])["name"])}


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
    return {"standing_order": row["standing_order"], "day_of_month": rng.choice((29, 30, 31) if rng.random() < 0.12 else days)}


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
    word = _spoken_word(state, account, rng)
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
    held, lost = days_between(old["opened"], TODAY), 60 if old["months"] <= 12 else 120
    due = old["principal"] * (1 + old["rate"] / 100 * (held - lost) / 365)
    closed = after.row("deposits", slots["deposit"])["status"] == "closed"
    return closed and abs(_change_of(before, after, slots["account"]) - due) < 0.02


# --- The member ------------------------------------------------------------------------------------------------------


def _draw_email(state: State, account: str, rng: Random) -> Slots | None:
    given, family = state.row("members", account)["name"].lower().split(" ", 1)
    local = rng.choice((f"{given}.{family}", f"{family}.{given}", f"{given[0]}{family}", f"the.{family}s"))
    address = f"{local}{rng.randint(2, 99)}@{rng.choice(MAIL)}"
    taken = state.where("members", "email", address)
    return None if taken else {"email": address, "security_word": _spoken_word(state, account, rng)}


def _draw_phone(state: State, account: str, rng: Random) -> Slots | None:
    phone = f"0{rng.randint(100, 899)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}"
    taken = state.where("members", "phone", phone)
    return None if taken else {"phone": phone, "security_word": _spoken_word(state, account, rng)}


def _contact(channel: str) -> Callable[[str, Slots], dict[str, Any]]:
    return lambda account, slots: {
        "member": account,
        "channel": channel,
        "value": slots[channel],
        "security_word": slots["security_word"],
    }


def _has_contact(channel: str) -> Effect:
    return lambda _, after, account, slots: after.row("members", account)[channel] == slots[channel]


def no_details(_: State, __: str, ___: Slots) -> dict[str, Value]:
    """Return nothing beside the slots."""
    return {}


def _draw_topic(state: State, account: str, rng: Random) -> Slots | None:
    return {"topic": rng.choice(sorted(ANSWER_DAYS))}


def _ticket_details(state: State, account: str, slots: Slots) -> dict[str, Value]:
    place = len(owned(state, "tickets", account)) + 1
    ticket = ticket_number(state.row("members", account)["number"], place)
    return {"ticket": code(ticket), "answer_by": day(days_on(TODAY, ANSWER_DAYS[slots["topic"]]))}


def _has_ticket(before: State, after: State, account: str, slots: Slots) -> bool:
    new = [row for row in owned(after, "tickets", account) if before.get("tickets", row["ticket"]) is None]
    return [row["topic"] for row in new] == [slots["topic"]]


def _declined(name: str, clause: str, slot: Slot, words: Wording) -> GoalKind:
    return GoalKind(
        name=name,
        tools=(),
        slots=(slot,),
        draw=lambda state, account, rng: {slot.name: rng.choice(sorted(slot.choices or ()))},
        calls=lambda state, account, slots: [],
        details=no_details,
        request=words.request,
        brief=words.brief,
        noun=words.noun,
        report=words.report,
        declined_by=clause,
    )


ACTIONS = (
    action("move_money", "move_between", (asked.SOURCE, asked.TARGET, asked.AMOUNT), _draw_move, _as_they_are,
           _move_details, ("left",), _is_moved, wording_money.MOVE),
    action("pay_somebody", "pay_payee", (asked.FROM_ACCOUNT, asked.PAYEE_SLOT, asked.AMOUNT, asked.SPEED, asked.SECURITY_WORD),
           _draw_payment, _as_they_are, _payment_details, ("fee", "arrives", "left"), _is_paid, wording_money.PAY),
    action("block_card", "block_card", (asked.CARD_SLOT, asked.BLOCK_CAUSE), _draw_block, _as_they_are,
           no_details, (), _is_blocked, wording_cards.BLOCK),
    action("replace_card", "replace_card", (asked.CARD_SLOT, asked.REPLACE_CAUSE), _draw_replacement, _as_they_are,
           _replacement_details, ("fee", "arrives"), _is_ordered, wording_cards.REPLACE),
    action("change_limit", "set_card_limit", (asked.CARD_SLOT, asked.LIMIT, asked.SECURITY_WORD), _draw_limit, _as_they_are,
           _limit_details, ("room",), _is_limited, wording_cards.LIMIT),
    action("note_travel", "add_travel_note", (asked.CARD_SLOT, asked.COUNTRY, asked.FIRST_DAY, asked.LAST_DAY), _draw_travel,
           _as_they_are, no_details, (), _is_noted, wording_cards.TRAVEL),
    action("dispute_charge", "dispute_charge", (asked.CARD_SLOT, asked.CHARGE_SLOT, asked.DISPUTE_CAUSE), _draw_dispute,
           _without("card"), _dispute_details, ("dispute", "decision_by"), _is_disputed, wording_charges.DISPUTE),
    action("refund_fee", "refund_fee", (asked.FEE_SLOT,), _draw_refund, _as_they_are,
           _refund_details, ("amount",), _is_refunded, wording_charges.REFUND),
    action("stop_standing_order", "stop_standing_order", (asked.ORDER_SLOT,), _draw_stop, _as_they_are,
           _order_details, ("run",), _is_stopped, wording_saving.STOP),
    action("standing_amount", "set_standing_amount", (asked.ORDER_SLOT, asked.NEW_AMOUNT), _draw_new_amount, _as_they_are,
           _order_details, ("run",), _is_repriced, wording_saving.NEW_AMOUNT),
    action("standing_day", "set_standing_day", (asked.ORDER_SLOT, asked.DAY_OF_MONTH), _draw_new_day, _as_they_are,
           _day_details, ("new_run",), _is_redated, wording_saving.NEW_DAY),
    action("close_deposit", "close_deposit", (asked.DEPOSIT_SLOT, asked.PAYOUT_ACCOUNT, asked.SECURITY_WORD), _draw_closing,
           _as_they_are, closing_details, ("penalty", "payout"), _is_closed, wording_saving.CLOSE),
    action("new_email", "set_contact", (asked.NEW_EMAIL, asked.SECURITY_WORD), _draw_email, _contact("email"), no_details, (),
           _has_contact("email"), wording_member.EMAIL),
    action("new_phone", "set_contact", (asked.NEW_PHONE, asked.SECURITY_WORD), _draw_phone, _contact("phone"), no_details, (),
           _has_contact("phone"), wording_member.PHONE),
    action("ask_team", "hand_to_team", (asked.TOPIC,), _draw_topic,
           lambda account, slots: {"member": account, "topic": slots["topic"]}, _ticket_details, ("ticket", "answer_by"),
           _has_ticket, wording_member.TEAM),
    _declined("for_somebody_else", "8.1", asked.PERSON, wording_member.OTHER_PERSON),
    _declined("want_advice", "8.2", asked.MATTER, wording_member.ADVICE),
    _declined("better_rate", "8.3", asked.RATE, wording_member.BETTER_RATE),
)  # fmt: skip
