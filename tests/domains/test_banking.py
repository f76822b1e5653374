"""Lanternhouse Mutual: its arithmetic, each rule kept and broken, and tools that leave the state alone when they fail."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from apigen_mt.domains.banking import DOMAIN
from apigen_mt.domains.banking.amounts import available, closing_quote, left_today, spent
from apigen_mt.domains.banking.data import months_on, next_on, tables, ticket_number
from apigen_mt.domains.banking.names import COUNTRIES
from apigen_mt.domains.banking.tools_write import Country
from apigen_mt.phases.domain_check import check_domain
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.environment import Environment, Moment
from apigen_mt.world.policy import Case
from apigen_mt.world.tables import State, Tables

Rows = dict[str, dict[str, dict[str, Any]]]
Change = Callable[[Rows], None]
MEMBER, OTHER = "mbr_0001", "mbr_0002"
MAIN, SAVINGS, JOINT = "acc_0001a", "acc_0001b", "acc_0001c"
DEBIT, CREDIT = "crd_0001a", "crd_0001b"
WORD = {"security_word": "lantern"}


def account(key: str, kind: str, digits: str, balance: float, **more: Any) -> dict[str, Any]:
    row = {
        "account": key, "member": MEMBER, "kind": kind, "nickname": kind.title(), "digits": digits, "status": "open",
        "balance": balance, "overdraft": 0.0, "daily_limit": 1000.0, "sent_today": 0.0, "withdrawals": 0,
        "co_holder": None, "signing": "single",
    }  # fmt: skip
    return row | more


def card(key: str, kind: str, digits: str, **more: Any) -> dict[str, Any]:
    row = {
        "card": key, "member": MEMBER, "account": MAIN, "kind": kind, "digits": digits, "status": "active",
        "blocked_because": None, "expires": "2028-04", "limit": 0.0, "owed": 0.0, "limit_raised": None,
        "travel_notes": [], "replacement_ordered": None,
    }  # fmt: skip
    return row | more


def charge(key: str, on: str, amount: float, date: str, status: str = "posted") -> dict[str, Any]:
    return {
        "charge": key, "card": on, "member": MEMBER, "date": date, "merchant": "Homefold", "category": "household",
        "amount": amount, "status": status,
    }  # fmt: skip


def rows() -> Rows:
    """One member with three accounts, two cards, and one or two of everything else; and a second member."""
    member = {
        "member": MEMBER, "number": "LM-10000", "name": "Orla Kestrel", "birth_date": "1981-04-30",
        "email": "orla@inkwell.example", "phone": "0412 555 1234", "security_word": "lantern", "monthly_income": 2000.0,
        "address": {"street": "1 Kiln Lane", "town": "Ashmere", "postcode": "AB10 1AB"}, "goodwill": None,
        "address_changed": "2026-01-02", "contact_changed": "2026-01-02",
    }  # fmt: skip
    other = member | {"member": OTHER, "number": "LM-20000", "email": "o@x.example"}
    accounts = [
        account(MAIN, "current", "1111", 500.0, overdraft=200.0, sent_today=400.0),
        account(SAVINGS, "savings", "2222", 1000.0, withdrawals=3),
        account(JOINT, "joint", "3333", 800.0, signing="either", co_holder="a partner"),
    ]
    cards = [card(DEBIT, "debit", "4444"), card(CREDIT, "credit", "5555", limit=1000.0, owed=600.0)]
    charges = [
        charge("chg_00001", DEBIT, 150.0, "2026-09-20"),
        charge("chg_00002", CREDIT, 40.0, "2026-09-25"),
        charge("chg_00003", CREDIT, 400.0, "2026-10-01"),
    ]
    fee = {"fee": "fee_00001", "member": MEMBER, "account": MAIN, "kind": "overdraft fee", "date": "2026-10-01",
           "amount": 24.0, "refunded": None}  # fmt: skip
    payee = {"payee": "pye_0001a", "member": MEMBER, "name": "Alba Skelton", "digits": "7720", "added": "2026-01-02"}
    order = {"standing_order": "sto_0001a", "member": MEMBER, "account": MAIN, "payee": "pye_0001a",
             "purpose": "pocket money", "amount": 25.0, "day": 17, "started": "2026-01-02", "status": "active"}  # fmt: skip
    deposit = {"deposit": "dep_0001a", "member": MEMBER, "principal": 5000.0, "rate": 3.65, "months": 12,
               "opened": "2026-07-06", "matures": "2027-07-06", "pledged": False, "status": "running"}  # fmt: skip
    empty: Rows = {name: {} for name in ("payments", "disputes", "tickets", "entries")}
    return empty | {
        "members": {MEMBER: member, OTHER: other},
        "accounts": {row["account"]: row for row in accounts},
        "cards": {row["card"]: row for row in cards},
        "charges": {row["charge"]: row for row in charges},
        "fees": {"fee_00001": fee},
        "payees": {"pye_0001a": payee, "pye_0002a": payee | {"payee": "pye_0002a", "member": OTHER}},
        "standing_orders": {"sto_0001a": order},
        "deposits": {"dep_0001a": deposit},
    }


def environment(*changes: Change) -> Environment:
    world = rows()
    for change in changes:
        change(world)
    return Environment(Moment(State(Tables(world))), DOMAIN.tools)


def row_with(table: str, key: str, **fields: Any) -> Change:
    return lambda world: world[table][key].update(fields)


def call(where: Environment, name: str, arguments: dict[str, Any]) -> Any:
    result = where.call(ToolCall(name, arguments))
    assert not result.error, result.content
    return result.value


MOVE = ("move_between", {"source": MAIN, "target": SAVINGS, "amount": 700.0})
OUT = ("move_between", {"source": SAVINGS, "target": MAIN, "amount": 100.0})
PAY = ("pay_payee", {"account": MAIN, "payee": "pye_0001a", "amount": 600.0, "speed": "standard", **WORD})
BLOCK = ("block_card", {"card": DEBIT, "cause": "lost"})
REPLACE = ("replace_card", {"card": DEBIT, "cause": "damaged"})
LIMIT = ("set_card_limit", {"card": CREDIT, "limit": 4000.0, **WORD})
TRAVEL = ("add_travel_note", {"card": DEBIT, "country": "Peru", "first_day": "2026-11-01", "last_day": "2026-12-15"})
DISPUTE = ("dispute_charge", {"charge": "chg_00001", "cause": "wrong_amount"})
REFUND = ("refund_fee", {"fee": "fee_00001"})
STOP = ("stop_standing_order", {"standing_order": "sto_0001a"})
AMOUNT = ("set_standing_amount", {"standing_order": "sto_0001a", "amount": 30.0})
DAY = ("set_standing_day", {"standing_order": "sto_0001a", "day_of_month": 28})
CLOSE = ("close_deposit", {"deposit": "dep_0001a", "account": MAIN, **WORD})
PHONE = ("set_contact", {"member": MEMBER, "channel": "phone", "value": "0999 111 2222", **WORD})
TICKET = ("hand_to_team", {"member": MEMBER, "topic": "loan"})


# --- Arithmetic --------------------------------------------------------------------------------------------------------


def test_what_is_available_includes_the_overdraft_and_the_daily_limit_shrinks_by_what_was_sent() -> None:
    row = rows()["accounts"][MAIN]
    assert (available(row), left_today(row)) == (700.0, 600.0)


def test_a_move_is_free_and_counts_as_a_withdrawal_from_savings_only() -> None:
    where = environment()
    result = call(where, *OUT)
    assert (result["source_available"], result["target_balance"]) == (900.0, 600.0)
    assert where.state.row("accounts", SAVINGS)["withdrawals"] == 4
    assert where.state.row("accounts", MAIN)["sent_today"] == 400.0
    call(where, "move_between", {"source": MAIN, "target": JOINT, "amount": 10.0})
    assert where.state.row("accounts", MAIN)["withdrawals"] == 0


@pytest.mark.parametrize(
    ("speed", "fee", "arrives", "left"), [("standard", 0.4, "2026-10-16", 99.6), ("express", 7.5, "2026-10-14", 92.5)]
)
def test_a_payment_costs_its_fee_which_does_not_count_towards_the_daily_limit(
    speed: str, fee: float, arrives: str, left: float
) -> None:
    result = call(environment(), "pay_payee", PAY[1] | {"speed": speed})
    assert (result["fee"], result["arrives"], result["available"], result["left_today"]) == (fee, arrives, left, 0.0)


@pytest.mark.parametrize(("cause", "fee"), [("lost", 14.0), ("damaged", 14.0), ("stolen", 4.5), ("expired", 4.5)])
def test_a_new_card_costs_less_if_the_old_one_was_stolen_or_expired(cause: str, fee: float) -> None:
    where = environment()
    assert call(where, "replace_card", REPLACE[1] | {"cause": cause})["fee"] == fee
    assert where.state.row("accounts", MAIN)["balance"] == 500.0 - fee


@pytest.mark.parametrize(("months", "days", "penalty", "payout"), [(12, 60, 30.0, 5020.0), (18, 120, 60.0, 4990.0)])
def test_closing_early_costs_days_of_interest(months: int, days: int, penalty: float, payout: float) -> None:
    where = environment(row_with("deposits", "dep_0001a", months=months))
    quote = closing_quote(where.state.row("deposits", "dep_0001a"))
    assert quote == (50.0, days, penalty, payout)
    assert call(where, "quote_closing", {"deposit": "dep_0001a"})["payout"] == payout
    result = call(where, *CLOSE)
    assert (result["paid_out"], result["balance"]) == (payout, 500.0 + payout)


@pytest.mark.parametrize(
    ("key", "amount", "balance", "owed"),
    [("chg_00001", 150.0, 650.0, 600.0), ("chg_00002", 40.0, 500.0, 560.0), ("chg_00003", 0.0, 500.0, 600.0)],
)
def test_a_disputed_charge_of_at_most_150_is_credited_to_where_it_came_from(
    key: str, amount: float, balance: float, owed: float
) -> None:
    where = environment()
    result = call(where, "dispute_charge", {"charge": key, "cause": "wrong_amount"})
    assert (result["credited"], result["decision_by"]) == (amount, "2026-11-13")
    assert where.state.row("accounts", MAIN)["balance"] == balance
    assert where.state.row("cards", CREDIT)["owed"] == owed
    assert bool(where.state.where("entries", "account", MAIN)) == (balance != 500.0)


def test_a_refunded_fee_goes_back_and_is_remembered() -> None:
    where = environment()
    assert call(where, *REFUND)["balance"] == 524.0
    record = call(where, "show_member", {"member": MEMBER})
    assert record["next_goodwill_refund_from"] == "2027-10-14"


def test_only_a_raise_starts_the_six_months() -> None:
    where = environment()
    assert call(where, "set_card_limit", LIMIT[1] | {"limit": 750.0})["left_to_spend"] == 150.0
    assert where.state.row("cards", CREDIT)["limit_raised"] is None
    call(where, *LIMIT)
    assert call(where, "show_card", {"card": CREDIT})["limit_can_be_raised_from"] == "2027-04-14"


def test_spending_is_added_up_over_all_cards_of_a_calendar_month() -> None:
    state = environment(row_with("charges", "chg_00002", status="disputed")).state
    assert spent(state, MEMBER, "2026-09", category="household") == 190.0
    assert spent(state, MEMBER, "2026-10", merchant="Homefold") == 400.0
    assert spent(state, MEMBER, "2026-10", merchant="Noodle Wharf") == 0.0


def test_runs_and_months_are_counted_by_the_calendar() -> None:
    assert (next_on(14), next_on(15), next_on(28)) == ("2026-11-14", "2026-10-15", "2026-10-28")
    assert (months_on("2026-08-31", 6), months_on("2026-01-15", -2)) == ("2027-02-28", "2025-11-15")


# --- Rules -------------------------------------------------------------------------------------------------------------


def as_it_is(_: Rows) -> None:
    pass


def ticket_about(topic: str) -> Change:
    number = ticket_number("LM-10000", topic)
    row = {"ticket": number, "member": MEMBER, "topic": topic, "opened": "2026-10-13", "answer_by": "2026-10-16"}
    return lambda world: world["tickets"].update({number: row})


def note_until(last_day: str) -> Change:
    return row_with(
        "cards", DEBIT, travel_notes=[{"country": "Italy", "first_day": "2026-10-01", "last_day": last_day}]
    )


def main_with(**fields: Any) -> Change:
    return row_with("accounts", MAIN, **fields)


def member_with(**fields: Any) -> Change:
    return row_with("members", MEMBER, **fields)


def credit_with(**fields: Any) -> Change:
    return row_with("cards", CREDIT, **fields)


def debit_with(**fields: Any) -> Change:
    return row_with("cards", DEBIT, **fields)


def charge_with(**fields: Any) -> Change:
    return row_with("charges", "chg_00001", **fields)


def order_with(**fields: Any) -> Change:
    return row_with("standing_orders", "sto_0001a", **fields)


def deposit_with(**fields: Any) -> Change:
    return row_with("deposits", "dep_0001a", **fields)


def payee_with(**fields: Any) -> Change:
    return row_with("payees", "pye_0001a", **fields)


CASES: list[tuple[str, tuple[str, dict[str, Any]], Change, Change, dict[str, Any]]] = [
    # clause, call, a world that keeps it, a world that breaks it, arguments that break it
    ("1.4", PAY, as_it_is, as_it_is, {"security_word": "heron"}),
    ("1.4", LIMIT, as_it_is, member_with(security_word="heron"), {}),
    ("1.4", CLOSE, as_it_is, as_it_is, {"security_word": ""}),
    ("1.4", PHONE, as_it_is, as_it_is, {"security_word": "lanterns"}),
    ("2.6", TICKET, ticket_about("estate"), ticket_about("loan"), {}),
    ("3.1", MOVE, row_with("accounts", JOINT, status="frozen"), main_with(status="frozen"), {}),
    ("3.1", MOVE, as_it_is, row_with("accounts", SAVINGS, status="frozen"), {}),
    ("3.1", PAY, as_it_is, main_with(status="frozen"), {}),
    ("3.1", CLOSE, as_it_is, main_with(status="frozen"), {}),
    ("3.2", MOVE, main_with(signing="either"), main_with(signing="both"), {}),
    ("3.2", PAY, as_it_is, main_with(signing="both"), {}),
    ("3.3", MOVE, as_it_is, as_it_is, {"amount": 700.01}),
    ("3.3", PAY, main_with(balance=400.4), main_with(balance=400.39), {}),
    ("3.3", REPLACE, main_with(balance=-186.0), main_with(balance=-186.01), {}),
    ("3.4", OUT, as_it_is, row_with("accounts", SAVINGS, withdrawals=4), {}),
    ("3.5", PAY, as_it_is, as_it_is, {"account": SAVINGS}),
    ("3.6", PAY, as_it_is, as_it_is, {"amount": 600.01}),
    ("3.7", PAY, payee_with(added="2026-10-10"), payee_with(added="2026-10-11"), {}),
    ("3.7", PAY, as_it_is, payee_with(added="2026-10-14"), {"amount": 300.01}),
    ("4.1", BLOCK, as_it_is, debit_with(status="blocked"), {}),
    ("4.1", LIMIT, as_it_is, credit_with(status="expired"), {}),
    ("4.1", TRAVEL, as_it_is, debit_with(status="expired"), {}),
    ("4.2", REPLACE, debit_with(status="blocked"), as_it_is, {"cause": "stolen"}),
    ("4.3", REPLACE, as_it_is, debit_with(replacement_ordered="2026-10-12"), {}),
    ("4.4", REPLACE, member_with(address_changed="2026-09-29"), member_with(address_changed="2026-09-30"), {}),
    ("4.5", LIMIT, as_it_is, as_it_is, {"limit": 3900.0}),
    ("4.6", LIMIT, as_it_is, member_with(monthly_income=1999.0), {}),
    ("4.7", LIMIT, credit_with(limit_raised="2026-04-14"), credit_with(limit_raised="2026-04-15"), {}),
    ("4.8", LIMIT, credit_with(owed=4000.0), credit_with(owed=4000.01), {}),
    ("4.9", TRAVEL, as_it_is, as_it_is, {"last_day": "2026-12-16"}),
    ("4.10", TRAVEL, note_until("2026-10-13"), note_until("2026-10-14"), {}),
    ("5.1", DISPUTE, as_it_is, charge_with(status="pending"), {}),
    ("5.2", DISPUTE, charge_with(date="2026-08-15"), charge_with(date="2026-08-14"), {}),
    ("5.3", DISPUTE, as_it_is, charge_with(status="disputed"), {}),
    ("5.4", DISPUTE, debit_with(status="blocked"), as_it_is, {"cause": "not_mine"}),
    ("5.5", DISPUTE, charge_with(date="2026-09-29"), charge_with(date="2026-09-30"), {"cause": "not_received"}),
    ("5.7", REFUND, as_it_is, row_with("fees", "fee_00001", kind="foreign use fee"), {}),
    ("5.8", REFUND, member_with(goodwill="2025-10-14"), member_with(goodwill="2025-10-15"), {}),
    ("6.1", STOP, order_with(day=17), order_with(day=16), {}),
    ("6.1", AMOUNT, order_with(day=14), order_with(day=15), {}),
    ("6.1", DAY, order_with(day=1), order_with(day=15), {}),
    ("6.2", DAY, as_it_is, as_it_is, {"day_of_month": 29}),
    ("6.3", CLOSE, deposit_with(opened="2026-07-16"), deposit_with(opened="2026-07-17"), {}),
    ("6.4", CLOSE, deposit_with(matures="2026-10-29"), deposit_with(matures="2026-10-28"), {}),
    ("6.5", CLOSE, as_it_is, deposit_with(pledged=True), {}),
    ("7.1", PHONE, member_with(contact_changed="2026-09-23"), member_with(contact_changed="2026-09-24"), {}),
]


def broken(change: Change, name: str, arguments: dict[str, Any]) -> set[str]:
    case = Case(environment(change).state, ToolCall(name, arguments), MEMBER, ())
    return {violation.clause.number for violation in DOMAIN.policy.judge(case)}


@pytest.mark.parametrize(("clause", "wish", "kept", "change", "other"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_is_kept_in_one_world_and_broken_in_the_next(
    clause: str, wish: tuple[str, dict[str, Any]], kept: Change, change: Change, other: dict[str, Any]
) -> None:
    name, arguments = wish
    assert broken(kept, name, arguments) == set()
    assert clause in broken(change, name, arguments | other)


@pytest.mark.parametrize(("clause", "wish", "kept", "change", "other"), CASES, ids=[case[0] for case in CASES])
def test_what_policy_allows_the_tools_carry_out(
    clause: str, wish: tuple[str, dict[str, Any]], kept: Change, change: Change, other: dict[str, Any]
) -> None:
    where = environment(kept)
    before = where.state.digest()
    call(where, *wish)
    assert where.state.digest() != before


def test_every_rule_has_a_case() -> None:
    ruled = {number for number, clause in DOMAIN.policy.clauses.items() if clause.rule}
    assert ruled == {case[0] for case in CASES}


def test_a_limit_can_be_lowered_soon_after_a_raise() -> None:
    assert broken(credit_with(limit_raised="2026-10-01"), "set_card_limit", LIMIT[1] | {"limit": 750.0}) == set()


# --- Tools -------------------------------------------------------------------------------------------------------------

FAILING: list[tuple[tuple[str, dict[str, Any]], dict[str, Any], Change]] = [
    (MOVE, {"source": "acc_0009a"}, as_it_is),
    (MOVE, {"target": MAIN}, as_it_is),
    (MOVE, {"amount": 700.01}, as_it_is),
    (MOVE, {"amount": 0.0}, as_it_is),
    (MOVE, {"amount": 1.005}, as_it_is),
    (PAY, {"payee": "pye_0002a"}, as_it_is),
    (PAY, {"security_word": "heron"}, as_it_is),
    (PAY, {"amount": 699.8}, as_it_is),
    (BLOCK, {}, debit_with(status="expired")),
    (REPLACE, {}, debit_with(replacement_ordered="2026-10-12")),
    (REPLACE, {}, main_with(balance=-199.0)),
    (LIMIT, {"card": DEBIT}, as_it_is),
    (LIMIT, {"limit": 1000.0}, as_it_is),
    (LIMIT, {"limit": 500.0}, as_it_is),
    (LIMIT, {"security_word": "heron"}, as_it_is),
    (TRAVEL, {"first_day": "2026-10-13"}, as_it_is),
    (TRAVEL, {"last_day": "2026-10-31"}, as_it_is),
    (TRAVEL, {"first_day": "next week"}, as_it_is),
    (TRAVEL, {}, note_until("2026-10-14")),
    (DISPUTE, {}, charge_with(status="disputed")),
    (REFUND, {}, row_with("fees", "fee_00001", refunded="2026-10-02")),
    (STOP, {}, order_with(status="stopped")),
    (AMOUNT, {"amount": -5.0}, as_it_is),
    (DAY, {"day_of_month": 29}, as_it_is),
    (CLOSE, {}, deposit_with(status="closed")),
    (CLOSE, {"security_word": "heron"}, as_it_is),
    (PHONE, {"channel": "email", "value": "o@x.example"}, as_it_is),
    (TICKET, {}, ticket_about("loan")),
    (TICKET, {"member": "mbr_0009"}, as_it_is),
]


@pytest.mark.parametrize(
    ("wish", "other", "change"), FAILING, ids=[f"{case[0][0]}-{n}" for n, case in enumerate(FAILING)]
)
def test_a_tool_that_fails_says_why_and_changes_nothing(
    wish: tuple[str, dict[str, Any]], other: dict[str, Any], change: Change
) -> None:
    where = environment(change)
    before = where.state.digest()
    result = where.call(ToolCall(wish[0], wish[1] | other))
    assert result.error and len(result.value["error"]) > 20
    assert where.state.digest() == before


@pytest.mark.parametrize(
    ("one", "two"),
    [(MOVE, DISPUTE), (PAY, REPLACE), (REFUND, CLOSE), (MOVE, ("move_between", MOVE[1] | {"amount": 20.0}))],
)
def test_the_order_in_which_wishes_are_fulfilled_leaves_no_trace(
    one: tuple[str, dict[str, Any]], two: tuple[str, dict[str, Any]]
) -> None:
    rich = main_with(balance=5000.0)
    first, second = environment(rich), environment(rich)
    for where, order in ((first, (one, two)), (second, (two, one))):
        for wish in order:
            call(where, *wish)
    assert first.state.digest() == second.state.digest()


def test_entries_explain_every_balance() -> None:
    where = environment(main_with(balance=5000.0))
    for wish in (MOVE, OUT, PAY, REPLACE, DISPUTE, REFUND, CLOSE):
        call(where, *wish)
    for key, row in rows()["accounts"].items():
        booked = sum(entry["amount"] for entry in where.state.where("entries", "account", key))
        started = 5000.0 if key == MAIN else row["balance"]
        assert where.state.row("accounts", key)["balance"] == pytest.approx(started + booked)


def test_members_are_found_by_what_they_know_however_they_write_it() -> None:
    where = environment()
    by_number = {"member_number": "lm-10000", "birth_date": "1981-04-30"}
    assert call(where, "identify_by_number", by_number)["member"] == MEMBER
    by_card = {"card_ending": "5555", "birth_date": "1981-04-30", "postcode": "ab101ab"}
    assert call(where, "identify_by_card", by_card)["member"] == MEMBER
    wrong = {"member_number": "LM-10000", "birth_date": "1982-04-30"}
    assert where.call(ToolCall("identify_by_number", wrong)).error
    assert call(where, "check_security_word", {"member": MEMBER, "security_word": " Lantern"})["matches"]
    assert not call(where, "check_security_word", {"member": MEMBER, "security_word": "heron"})["matches"]


# --- The domain as a whole ---------------------------------------------------------------------------------------------


def test_tables_are_equal_for_equal_seeds_and_of_reasonable_size() -> None:
    first = canonical_json(tables(3, 500))
    assert first == canonical_json(tables(3, 500)) != canonical_json(tables(4, 500))
    assert 1_000_000 < len(first) < 2_800_000


def test_no_account_starts_beyond_its_overdraft_and_no_card_beyond_its_limit() -> None:
    world = tables(0, 60)
    assert all(available(row) >= 0 and left_today(row) >= 0 for row in world["accounts"].values())
    assert all(row["owed"] <= row["limit"] for row in world["cards"].values())


def test_the_tool_and_the_tables_know_the_same_countries() -> None:
    assert set(Country.__args__) == set(COUNTRIES)  # type: ignore[attr-defined]


def test_no_public_reference_looks_like_an_internal_id() -> None:
    assert not re.search(DOMAIN.internal, "member lm-48213, ticket q48213-2, dispute d-60123, card 4421")
    assert re.search(DOMAIN.internal, "acc_0042a")


def test_nothing_in_the_domain_spoils_its_data() -> None:
    assert not check_domain(DOMAIN.world(0, 500))
