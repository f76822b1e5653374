"""What all kinds of wishes are made with."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from apigen_mt.domains.banking.data import cents
from apigen_mt.domains.banking.names import SECURITY_WORDS
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Slots
from apigen_mt.world.tables import Row, State


def lean(rng: Random, rows: Sequence[Row], good: Callable[[Row], bool], odds: float = 0.75) -> Row | None:
    """Choose a row: by these odds one of the good ones if there are any."""
    if not rows:
        return None
    fitting = [row for row in rows if good(row)]
    return rng.choice(fitting if fitting and rng.random() < odds else rows)


def owned(state: State, table: str, account: str) -> list[Row]:
    """Return a member's rows of a table."""
    return state.where(table, "member", account)


def usable(account: Row) -> bool:
    """Tell whether the desk may take money from an account."""
    return account["status"] == "open" and account["signing"] != "both"


def source_account(rng: Random, rows: Sequence[Row], good: Callable[[Row], bool]) -> Row | None:
    """Choose an account that money is to leave: mostly one that allows it, now and then one that both holders sign for."""
    shared = [row for row in rows if row["signing"] == "both"]
    if shared and rng.random() < 0.2:
        return rng.choice(shared)
    return lean(rng, rows, lambda row: usable(row) and good(row), 0.75)


def spoken_word(state: State, account: str, rng: Random) -> str:
    """Return the security word as the member remembers it: now and then a wrong one."""
    right = state.row("members", account)["security_word"]
    return rng.choice(SECURITY_WORDS) if rng.random() < 0.07 else right


def round_amount(rng: Random, most: float) -> float:
    """Return an amount that somebody would name, up to a limit or slightly more."""
    sizes = [
        size
        for size in (10.0, 20, 25, 40, 50, 75, 80, 120, 150, 200, 250, 300, 350, 400, 600, 750, 900, 1200)
        if size <= most
    ]
    amount = float(rng.choice(sizes)) if sizes else max(1.0, float(int(most)))
    return cents(amount + 0.5) if rng.random() < 0.1 and amount + 0.5 <= most else amount


def beyond(rng: Random, limit: float) -> float:
    """Return a round amount that is more than a limit."""
    return float((int(limit) // 50 + rng.randint(1, 6)) * 50)


def as_they_are(_state: State, _: str, slots: Slots) -> dict[str, Any]:
    """Use the slots as the tool's arguments."""
    return dict(slots)


def is_booked(before: State, after: State, account: str, amount: float) -> bool:
    """Tell whether an amount has come to an account (or left it, if negative), and its balance follows from the entries."""
    entries = after.where("entries", "account", account)
    new = [row["amount"] for row in entries if before.get("entries", row["entry"]) is None]
    change = after.row("accounts", account)["balance"] - before.row("accounts", account)["balance"]
    return any(abs(booked - amount) < 0.005 for booked in new) and abs(change - sum(new)) < 0.005


def no_details(_: State, __: str, ___: Slots) -> dict[str, Value]:
    """Return nothing beside the slots."""
    return {}
