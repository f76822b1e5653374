"""What the desk can change. The tools keep the data sound; what is allowed is the policy's business."""

from datetime import date
from typing import Any, Literal

from apigen_mt.domains.banking.amounts import (
    ARRIVES_AFTER,
    DECISION_DAYS,
    PAYMENT_FEES,
    REPLACEMENT_DAYS,
    available,
    closing_quote,
    left_today,
    next_run,
    open_notes,
    provisional_credit,
    replacement_fee,
)
from apigen_mt.domains.banking.data import TODAY, cents, days_on, dispute_number, ticket_number
from apigen_mt.world.tables import Row, State
from apigen_mt.world.tools import Tool, ToolError, write

Country = Literal[
    "Portugal",
    "Iceland",
    "Japan",
    "Morocco",
    "Canada",
    "Greece",
    "Vietnam",
    "Norway",
    "Chile",
    "Kenya",
    "Italy",
    "Peru",
]
Topic = Literal["loan", "close_account", "name_change", "wrong_payee", "estate", "paper_statements"]
ANSWER_DAYS: dict[str, int] = {
    "loan": 3, "close_account": 5, "name_change": 4, "wrong_payee": 1, "estate": 2, "paper_statements": 6,
}  # fmt: skip
"""Topic -> days in which the team answers a ticket."""
_SOURCES = {
    "members": "Member ids come from the identification tools.",
    "accounts": "list_accounts shows the member's accounts.",
    "cards": "list_cards shows the member's cards.",
    "charges": "list_charges shows the charges on a card.",
    "fees": "list_fees shows the member's fees.",
    "payees": "list_payees shows the member's payees.",
    "standing_orders": "list_standing_orders shows the member's standing orders.",
    "deposits": "list_deposits shows the member's fixed deposits.",
}


def found(state: State, table: str, key: str) -> Row:
    """Return a row.

    Raises:
        ToolError: when there is none with that id.
    """
    row = state.get(table, key)
    if row is None:
        raise ToolError(f"There is nothing with the id {key!r} in {table.replace('_', ' ')}. {_SOURCES[table]}")
    return row


def _same_member(*rows: Row) -> None:
    if len({row["member"] for row in rows}) > 1:
        raise ToolError("These belong to different members.")


def _positive(amount: float) -> float:
    if amount <= 0 or cents(amount) != amount:
        raise ToolError("The amount has to be more than nought and in whole cents.")
    return amount


def _book(state: State, account: str, amount: float, what: str) -> Row:
    """Change a balance and note why. The entry's id says what it is for, so that the order of calls leaves no trace."""
    row = state.edit("accounts", account)
    row["balance"] = cents(row["balance"] + amount)
    entry = f"ent_{account[4:]}_{what}_{abs(round(amount * 100))}"
    while state.get("entries", entry) is not None:
        entry += "x"
    state.insert("entries", entry, {"entry": entry, "account": account, "amount": amount})
    return row


def _take(state: State, account: str, amount: float, what: str) -> Row:
    """Take money from an account."""
    row = found(state, "accounts", account)
    if available(row) < amount:
        raise ToolError(f"Only ${available(row):.2f} is available on the account ending in {row['digits']}.")
    return _book(state, account, -amount, what)


def _authorised(state: State, member: str, security_word: str) -> None:
    if state.row("members", member)["security_word"] != security_word.strip().lower():
        raise ToolError("The security word is wrong, so nothing was done.")


def _iso(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ToolError(f'{text!r} is no date; write it as in "2026-11-03".') from None


def payment_id(state: State, payee: str, amount: float) -> str:
    """Return the id that the next payment of an amount to a payee gets; the order of payments leaves no trace."""
    payment = f"pmt_{payee[4:]}_{round(amount * 100)}"
    while state.get("payments", payment) is not None:
        payment += "x"
    return payment


@write
def move_between(state: State, source: str, target: str, amount: float) -> dict[str, Any]:
    """Move money from one of the member's accounts to another. It arrives at once and costs nothing.

    Args:
        source: Id of the account that the money leaves, such as "acc_0042a".
        target: Id of the account that receives it, such as "acc_0042b".
        amount: Amount in dollars, such as 250.0.
    """
    _same_member(found(state, "accounts", source), found(state, "accounts", target))
    if source == target:
        raise ToolError("Source and target are the same account.")
    left = _take(state, source, _positive(amount), f"to_{target[4:]}")
    if left["kind"] == "savings":
        left["withdrawals"] += 1
    got = _book(state, target, amount, f"from_{source[4:]}")
    return {
        "moved": amount,
        "source": left["digits"],
        "source_available": available(left),
        "target": got["digits"],
        "target_balance": got["balance"],
    }


@write
def pay_payee(
    state: State, account: str, payee: str, amount: float, speed: Literal["standard", "express"], security_word: str
) -> dict[str, Any]:
    """Pay somebody on the member's list of payees from one of the member's accounts; the fee comes on top of the amount.

    Args:
        account: Id of the account that the money leaves, such as "acc_0042a".
        payee: Payee id from list_payees, such as "pye_0042b".
        amount: Amount in dollars without the fee, such as 120.0.
        speed: "standard" or "express".
        security_word: The member's security word as they gave it, such as "lantern".
    """
    to = found(state, "payees", payee)
    _same_member(found(state, "accounts", account), to)
    _authorised(state, to["member"], security_word)
    fee = PAYMENT_FEES[speed]
    row = _take(state, account, cents(_positive(amount) + fee), payee)
    row["sent_today"] = cents(row["sent_today"] + amount)
    payment = payment_id(state, payee, amount)
    arrives = days_on(TODAY, ARRIVES_AFTER[speed])
    state.insert("payments", payment, {
        "payment": payment, "member": to["member"], "account": account, "payee": payee,
        "amount": amount, "date": TODAY, "speed": speed,
    })  # fmt: skip
    return {
        "payee": to["name"],
        "amount": amount,
        "fee": fee,
        "total": cents(amount + fee),
        "arrives": arrives,
        "available": available(row),
        "left_today": left_today(row),
    }


@write
def block_card(state: State, card: str, cause: Literal["lost", "stolen", "suspicious"]) -> dict[str, Any]:
    """Block an active card for good. A blocked card is never used again; a replacement can be ordered.

    Args:
        card: Card id from list_cards, such as "crd_0042a".
        cause: Whether the card was lost, stolen, or seems to be used by somebody else (suspicious).
    """
    if found(state, "cards", card)["status"] != "active":
        raise ToolError(f"The card is {found(state, 'cards', card)['status']}; only an active card can be blocked.")
    row = state.edit("cards", card)
    row["status"], row["blocked_because"] = "blocked", cause
    return {"card": row["digits"], "status": "blocked", "cause": cause}


@write
def replace_card(state: State, card: str, cause: Literal["lost", "stolen", "damaged", "expired"]) -> dict[str, Any]:
    """Order a new card in place of one, to the member's home address. The fee is taken from the account that the card belongs to.

    Args:
        card: Id of the card to be replaced, such as "crd_0042a".
        cause: Why the member needs a new card.
    """
    row = found(state, "cards", card)
    if row["replacement_ordered"] is not None:
        raise ToolError(f"A replacement for this card was ordered on {row['replacement_ordered']}.")
    fee = replacement_fee(cause)
    account = _take(state, row["account"], fee, card)
    row = state.edit("cards", card)
    row["replacement_ordered"] = TODAY
    return {
        "card": row["digits"],
        "fee": fee,
        "fee_taken_from": account["digits"],
        "arrives": days_on(TODAY, REPLACEMENT_DAYS),
        "sent_to": state.row("members", row["member"])["address"],
    }


@write
def set_card_limit(state: State, card: str, limit: float, security_word: str) -> dict[str, Any]:
    """Raise or lower the limit of a credit card from today on.

    Args:
        card: Id of a credit card, such as "crd_0042c".
        limit: New limit in dollars, such as 2500.0.
        security_word: The member's security word as they gave it, such as "lantern".
    """
    row = found(state, "cards", card)
    _authorised(state, row["member"], security_word)
    if row["kind"] != "credit":
        raise ToolError("A debit card has no limit of its own.")
    if limit < row["owed"] or limit == row["limit"]:
        raise ToolError(
            f"The limit is ${row['limit']:.2f} and ${row['owed']:.2f} is owed; choose another limit, not below that."
        )
    row = state.edit("cards", card)
    before, row["limit"] = row["limit"], _positive(limit)
    if limit > before:
        row["limit_raised"] = TODAY
    return {"card": row["digits"], "old_limit": before, "new_limit": limit, "left_to_spend": cents(limit - row["owed"])}


@write
def add_travel_note(state: State, card: str, country: Country, first_day: str, last_day: str) -> dict[str, Any]:
    """Note on a card that it will be used in another country, so that charges from there are not stopped.

    Args:
        card: Card id from list_cards, such as "crd_0042a".
        country: Country of the journey.
        first_day: First day there, such as "2026-11-03".
        last_day: Last day there, such as "2026-11-17".
    """
    row = found(state, "cards", card)
    if not TODAY <= _iso(first_day) <= _iso(last_day):
        raise ToolError(f"The days have to be in order and not before today, {TODAY}.")
    if open_notes(row):
        raise ToolError("The card already has a travel note that has not run out.")
    note = {"country": country, "first_day": first_day, "last_day": last_day}
    state.edit("cards", card)["travel_notes"].append(note)
    return {"card": row["digits"], **note}


@write
def dispute_charge(
    state: State, charge: str, cause: Literal["not_mine", "not_received", "wrong_amount", "charged_twice"]
) -> dict[str, Any]:
    """Open a dispute about a charge. A provisional credit goes to the card's account, or for a credit card to the card itself.

    Args:
        charge: Charge id from list_charges, such as "chg_01234".
        cause: The member did not make the charge, did not receive the goods, was charged a wrong amount, or was charged twice.
    """
    row = found(state, "charges", charge)
    if row["status"] == "disputed":
        raise ToolError("There is already a dispute about this charge.")
    state.edit("charges", charge)["status"] = "disputed"
    credited = provisional_credit(row)
    card = state.edit("cards", row["card"])
    if card["kind"] == "credit":
        card["owed"] = cents(card["owed"] - credited)
    elif credited:
        _book(state, card["account"], credited, charge)
    number = dispute_number(charge)
    dispute = {
        "dispute": number, "member": row["member"], "charge": charge, "cause": cause,
        "credited": credited, "opened": TODAY, "decision_by": days_on(TODAY, DECISION_DAYS),
    }  # fmt: skip
    state.insert("disputes", number, dispute)
    return {"dispute": number, "credited": credited, "decision_by": dispute["decision_by"]}


@write
def refund_fee(state: State, fee: str) -> dict[str, Any]:
    """Refund a fee as a gesture of goodwill, to the account that it was taken from.

    Args:
        fee: Fee id from list_fees, such as "fee_00123".
    """
    if found(state, "fees", fee)["refunded"] is not None:
        raise ToolError("This fee has been refunded before.")
    row = state.edit("fees", fee)
    row["refunded"] = TODAY
    account = _book(state, row["account"], row["amount"], fee)
    state.edit("members", row["member"])["goodwill"] = TODAY
    return {"fee": row["kind"], "refunded": row["amount"], "to": account["digits"], "balance": account["balance"]}


def _running(state: State, standing_order: str) -> Row:
    row = found(state, "standing_orders", standing_order)
    if row["status"] != "active":
        raise ToolError("This standing order has been stopped.")
    return state.edit("standing_orders", standing_order)


@write
def stop_standing_order(state: State, standing_order: str) -> dict[str, Any]:
    """Stop a standing order for good.

    Args:
        standing_order: Standing order id, such as "sto_0042a".
    """
    row = _running(state, standing_order)
    row["status"] = "stopped"
    return {"standing_order": standing_order, "status": "stopped", "run_that_falls_away": next_run(row)}


@write
def set_standing_amount(state: State, standing_order: str, amount: float) -> dict[str, Any]:
    """Change how much a standing order pays from its next run on.

    Args:
        standing_order: Standing order id, such as "sto_0042a".
        amount: New amount in dollars, such as 75.0.
    """
    row = _running(state, standing_order)
    before, row["amount"] = row["amount"], _positive(amount)
    return {"standing_order": standing_order, "old_amount": before, "new_amount": amount, "next_run": next_run(row)}


@write
def set_standing_day(state: State, standing_order: str, day_of_month: int) -> dict[str, Any]:
    """Change the day of the month on which a standing order runs.

    Args:
        standing_order: Standing order id, such as "sto_0042a".
        day_of_month: New day of the month, such as 12.
    """
    if not 1 <= day_of_month <= 28:
        raise ToolError("The day has to be from 1 to 28.")
    row = _running(state, standing_order)
    row["day"] = day_of_month
    return {"standing_order": standing_order, "day_of_month": day_of_month, "next_run": next_run(row)}


@write
def close_deposit(state: State, deposit: str, account: str, security_word: str) -> dict[str, Any]:
    """Close a fixed deposit before its term and pay out what is left after the penalty.

    Args:
        deposit: Deposit id from list_deposits, such as "dep_0042a".
        account: Id of the member's account that receives the money, such as "acc_0042a".
        security_word: The member's security word as they gave it, such as "lantern".
    """
    row = found(state, "deposits", deposit)
    _same_member(row, found(state, "accounts", account))
    _authorised(state, row["member"], security_word)
    if row["status"] != "running":
        raise ToolError("This deposit has been closed.")
    quote = closing_quote(row)
    state.edit("deposits", deposit)["status"] = "closed"
    to = _book(state, account, quote.payout, deposit)
    return {
        "interest": quote.interest,
        "penalty": quote.penalty,
        "paid_out": quote.payout,
        "to": to["digits"],
        "balance": to["balance"],
    }


@write
def set_contact(
    state: State, member: str, channel: Literal["email", "phone"], value: str, security_word: str
) -> dict[str, Any]:
    """Change a member's email address or phone number.

    Args:
        member: Member id from an identification, such as "mbr_0042".
        channel: Which of the two changes.
        value: The new email address or phone number, such as "0412 555 1234".
        security_word: The member's security word as they gave it, such as "lantern".
    """
    found(state, "members", member)
    _authorised(state, member, security_word)
    if any(row["member"] != member for row in state.where("members", channel, value)):
        raise ToolError(f"Another member already uses {value}.")
    row = state.edit("members", member)
    row[channel], row["contact_changed"] = value, TODAY
    return {"channel": channel, "value": value}


@write
def hand_to_team(state: State, member: str, topic: Topic) -> dict[str, Any]:
    """Open a ticket for the team that deals with what no other tool can do.

    Args:
        member: Member id from an identification, such as "mbr_0042".
        topic: What the ticket is about: a new loan or mortgage, closing an account or the membership, a new name, a payment
            that went to the wrong payee, the estate of a member who has died, or statements on paper.
    """
    row = found(state, "members", member)
    tickets = state.where("tickets", "member", member)
    if any(ticket["topic"] == topic for ticket in tickets):
        raise ToolError(f"The member already has an open ticket about {topic}.")
    ticket = ticket_number(row["number"], topic)
    answer_by = days_on(TODAY, ANSWER_DAYS[topic])
    state.insert(
        "tickets", ticket, {"ticket": ticket, "member": member, "topic": topic, "opened": TODAY, "answer_by": answer_by}
    )
    return {"ticket": ticket, "topic": topic, "answer_by": answer_by}


WRITES: tuple[Tool, ...] = (
    move_between, pay_payee, block_card, replace_card, set_card_limit, add_travel_note, dispute_charge, refund_fee,
    stop_standing_order, set_standing_amount, set_standing_day, close_deposit, set_contact, hand_to_team,
)  # fmt: skip
