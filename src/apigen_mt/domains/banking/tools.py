"""The desk's look-ups, and the table of all tools."""

from typing import Any

from apigen_mt.domains.banking.amounts import (
    available,
    closable,
    closing_quote,
    contact_from,
    goodwill_from,
    left_today,
    limit_ceiling,
    new_until,
    next_run,
    open_notes,
    raise_from,
)
from apigen_mt.domains.banking.data import TODAY, cents
from apigen_mt.domains.banking.tools_write import WRITES, found
from apigen_mt.world.tables import Row, State
from apigen_mt.world.tools import Tool, ToolError, read


def _who(row: Row) -> dict[str, Any]:
    return {"member": row["member"], "name": row["name"]}


def _same(left: str, right: str) -> bool:
    return "".join(left.casefold().split()) == "".join(right.casefold().split())


def _shown(row: Row, *fields: str) -> dict[str, Any]:
    return {field: row[field] for field in fields}


@read
def identify_by_number(state: State, member_number: str, birth_date: str) -> dict[str, Any]:
    """Find the member with this member number and birth date.

    Args:
        member_number: Member number such as "LM-48213".
        birth_date: Date of birth, such as "1981-04-30".
    """
    for row in state.where("members", "number", member_number.strip().upper()):
        if row["birth_date"] == birth_date:
            return _who(row)
    raise ToolError(
        "No member has this number together with this birth date. Ask for them again, or identify by another way."
    )


@read
def identify_by_card(state: State, card_ending: str, birth_date: str, postcode: str) -> dict[str, Any]:
    """Find the member who holds a card with these last digits and has this birth date and postcode.

    Args:
        card_ending: Last four digits of any of the member's cards, such as "4421".
        birth_date: Date of birth, such as "1981-04-30".
        postcode: Postcode of the home address, such as "GC35 5YB".
    """
    for card in state.where("cards", "digits", card_ending.strip()):
        row = state.row("members", card["member"])
        if row["birth_date"] == birth_date and _same(row["address"]["postcode"], postcode):
            return _who(row)
    raise ToolError(
        "No member fits this card ending, birth date and postcode. Ask for them again, or identify by another way."
    )


@read
def check_security_word(state: State, member: str, security_word: str) -> dict[str, Any]:
    """Tell whether the word that a member gave is their security word.

    Args:
        member: Member id from an identification, such as "mbr_0042".
        security_word: The word as the member gave it, such as "lantern".
    """
    return {"matches": found(state, "members", member)["security_word"] == security_word.strip().lower()}


@read
def show_member(state: State, member: str) -> dict[str, Any]:
    """Show a member's contact details, address and income, and when they last changed or had a fee refunded.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    row = found(state, "members", member)
    return {
        **_shown(row, "number", "name", "email", "phone", "contact_changed"),
        "contact_can_change_from": contact_from(row),
        **_shown(row, "address", "address_changed", "monthly_income"),
        "highest_credit_limit": limit_ceiling(row),
        "last_goodwill_refund": row["goodwill"],
        "next_goodwill_refund_from": goodwill_from(row),
    }


@read
def list_accounts(state: State, member: str) -> list[dict[str, Any]]:
    """List a member's accounts: nickname, kind, last four digits, status and balance.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    found(state, "members", member)
    fields = ("account", "nickname", "kind", "digits", "status", "balance")
    return [_shown(row, *fields) for row in state.where("accounts", "member", member)]


@read
def show_account(state: State, account: str) -> dict[str, Any]:
    """Show one account in full: balance, overdraft, what is available, daily limit, withdrawals, and who signs.

    Args:
        account: Account id from list_accounts, such as "acc_0042a".
    """
    row = found(state, "accounts", account)
    return {
        **_shown(row, "nickname", "kind", "digits", "status", "balance", "overdraft"),
        "available": available(row),
        **_shown(row, "daily_limit", "sent_today"),
        "left_today": left_today(row),
        "withdrawals_this_month": row["withdrawals"] if row["kind"] == "savings" else None,
        **_shown(row, "co_holder", "signing"),
    }


@read
def list_cards(state: State, member: str) -> list[dict[str, Any]]:
    """List a member's cards: kind, last four digits, status, and the account that each belongs to.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    found(state, "members", member)
    return [
        {
            **_shown(row, "card", "kind", "digits", "status", "account"),
            "account_nickname": state.row("accounts", row["account"])["nickname"],
        }
        for row in state.where("cards", "member", member)
    ]


@read
def show_card(state: State, card: str) -> dict[str, Any]:
    """Show one card in full: status, credit limit and what is owed, travel notes, and any replacement on order.

    Args:
        card: Card id from list_cards, such as "crd_0042a".
    """
    row = found(state, "cards", card)
    credit = row["kind"] == "credit"
    return {
        **_shown(row, "kind", "digits", "status", "blocked_because", "expires", "account"),
        "limit": row["limit"] if credit else None,
        "owed": row["owed"] if credit else None,
        "limit_last_raised": row["limit_raised"],
        "limit_can_be_raised_from": raise_from(row),
        "travel_notes": open_notes(row),
        "replacement_ordered": row["replacement_ordered"],
    }


@read
def list_charges(state: State, card: str) -> list[dict[str, Any]]:
    """List the charges on a card in the last months, oldest first: date, merchant, category, amount and status.

    Args:
        card: Card id from list_cards, such as "crd_0042a".
    """
    found(state, "cards", card)
    fields = ("charge", "date", "merchant", "category", "amount", "status")
    return [_shown(row, *fields) for row in state.where("charges", "card", card)]


@read
def list_fees(state: State, member: str) -> list[dict[str, Any]]:
    """List the fees that a member was charged in the last months, oldest first, and which have been refunded.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    found(state, "members", member)
    return [
        {
            **_shown(row, "fee", "kind", "date", "amount", "refunded"),
            "account_digits": state.row("accounts", row["account"])["digits"],
        }
        for row in state.where("fees", "member", member)
    ]


@read
def list_payees(state: State, member: str) -> list[dict[str, Any]]:
    """List the payees that a member has set up, with the last four digits of their accounts and how long they count as new.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    found(state, "members", member)
    return [
        {
            **_shown(row, "payee", "name", "digits", "added"),
            "new_until": new_until(row),
            "is_new": new_until(row) >= TODAY,
        }
        for row in state.where("payees", "member", member)
    ]


@read
def list_payments(state: State, member: str) -> list[dict[str, Any]]:
    """List the payments that a member has made to payees in the last months: payee, amount, date and account.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    found(state, "members", member)
    return [
        {
            "payee": state.row("payees", row["payee"])["name"],
            **_shown(row, "amount", "date", "speed"),
            "account_digits": state.row("accounts", row["account"])["digits"],
        }
        for row in state.where("payments", "member", member)
    ]


@read
def list_standing_orders(state: State, member: str) -> list[dict[str, Any]]:
    """List a member's standing orders: payee, purpose, amount, status, and the account that they leave.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    found(state, "members", member)
    return [
        {
            **_shown(row, "standing_order", "purpose", "amount", "status", "account"),
            "payee": state.row("payees", row["payee"])["name"],
        }
        for row in state.where("standing_orders", "member", member)
    ]


@read
def show_standing_order(state: State, standing_order: str) -> dict[str, Any]:
    """Show one standing order in full, with its day of the month and its next run.

    Args:
        standing_order: Standing order id, such as "sto_0042a".
    """
    row = found(state, "standing_orders", standing_order)
    return {
        "payee": state.row("payees", row["payee"])["name"],
        **_shown(row, "purpose", "amount", "status", "account", "started"),
        "day_of_month": row["day"],
        "next_run": next_run(row) if row["status"] == "active" else None,
    }


@read
def list_deposits(state: State, member: str) -> list[dict[str, Any]]:
    """List a member's fixed deposits: principal, yearly rate in percent, term in months, and when each matures.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    found(state, "members", member)
    fields = ("deposit", "principal", "rate", "months", "opened", "matures", "status")
    return [_shown(row, *fields) for row in state.where("deposits", "member", member)]


@read
def quote_closing(state: State, deposit: str) -> dict[str, Any]:
    """Work out what a fixed deposit would give if it were closed today, and the days between which that is possible.

    Args:
        deposit: Deposit id from list_deposits, such as "dep_0042a".
    """
    row = found(state, "deposits", deposit)
    if row["status"] != "running":
        raise ToolError("This deposit has been closed.")
    first, last = closable(row)
    return {
        **_shown(row, "principal", "rate", "months", "opened", "matures", "pledged"),
        "closable_from": first,
        "closable_until": last,
        **closing_quote(row)._asdict(),
    }


@read
def list_tickets(state: State, member: str) -> dict[str, Any]:
    """List a member's open tickets with the team, and their running disputes.

    Args:
        member: Member id from an identification, such as "mbr_0042".
    """
    found(state, "members", member)
    return {
        "tickets": [
            _shown(row, "ticket", "topic", "opened", "answer_by") for row in state.where("tickets", "member", member)
        ],
        "disputes": [
            {
                **_shown(row, "dispute", "opened", "decision_by"),
                "merchant": state.row("charges", row["charge"])["merchant"],
                "credited": cents(row["credited"]),
            }
            for row in state.where("disputes", "member", member)
        ],
    }


_READS = (
    identify_by_number, identify_by_card, check_security_word, show_member, list_accounts, show_account, list_cards,
    show_card, list_charges, list_fees, list_payees, list_payments, list_standing_orders, show_standing_order,
    list_deposits, quote_closing, list_tickets,
)  # fmt: skip
TOOLS: dict[str, Tool] = {tool.name: tool for tool in (*_READS, *WRITES)}
