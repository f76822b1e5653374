"""Kiln & Clover: its arithmetic, each rule kept and broken, and tools that leave the state alone when they fail."""

import copy
import re
from collections.abc import Callable
from typing import Any

import pytest

from apigen_mt.domains.retail import DOMAIN
from apigen_mt.domains.retail.amounts import line_paid, return_quote
from apigen_mt.domains.retail.data import tables
from apigen_mt.phases.domain_check import check_domain
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.environment import Environment, Moment
from apigen_mt.world.policy import Case
from apigen_mt.world.tables import State, Tables

Rows = dict[str, dict[str, dict[str, Any]]]
ORDER, FIRST, SECOND, THIRD = "KC-10000", "lin_10000a", "lin_10000b", "lin_10000c"


def line(key: str, variant: str, item: str, option: str, quantity: int, price: float, **more: Any) -> dict[str, Any]:
    flags = {"personalised": False, "clearance": False, "sealed_only": False, "state": "kept", "claim": None}
    row = {"line": key, "variant": variant, "item": item, "thing": item, "option": option}
    return row | {"quantity": quantity, "price": price} | flags | more


def rows() -> Rows:
    """One customer with one open order of $100 in goods, in three lines, paid by card."""
    lines = [
        line(FIRST, "var_01a", "skillet", "24 cm", 1, 40.0),
        line(SECOND, "var_02a", "candle", "10 cm", 2, 15.0, sealed_only=True),
        line(THIRD, "var_03a", "apron", "flax", 1, 30.0),
    ]
    variants = [
        ("var_01a", "prd_01", "24 cm", 40.0, 5), ("var_01b", "prd_01", "28 cm", 50.0, 1),
        ("var_01c", "prd_01", "32 cm", 35.0, 0), ("var_02a", "prd_02", "10 cm", 15.0, 1),
        ("var_02b", "prd_02", "15 cm", 20.0, 9), ("var_03a", "prd_03", "flax", 30.0, 9),
    ]  # fmt: skip
    order = {
        "order": ORDER, "customer": "cus_0001", "status": "open", "placed": "2026-05-18", "packed": None, "shipped": None,
        "expected": "2026-05-25", "delivered": None, "service": "standard", "lines": lines,
        "address": {"street": "1 Kiln Lane", "town": "Ashmere", "postcode": "AB10 1AB"}, "voucher": None,
        "voucher_off": 0.0, "points_used": 0, "points_off": 0.0, "delivery_fee": 5.95, "total": 105.95,
        "paid_with": "pay_0001a", "hold_until": None, "trace_opened": None, "refunded": 0.0,
    }  # fmt: skip
    customer = {
        "customer": "cus_0001", "name": "Orla Kestrel", "email": "orla@inkwell.example", "phone": "0412 555 1234",
        "address": order["address"], "postcode": "AB10 1AB", "circle": False, "points": 6000, "credit": 20.0,
        "contact_changed": "2026-01-02",
    }  # fmt: skip
    kinds = {"pay_0001a": ("card", "Visa ending in 4421"), "pay_0001b": ("plan", "Threefold instalment plan")}
    kinds["pay_0001c"] = ("credit", "store credit")
    vouchers = {"FERN100": (10.0, 60.0, "2026-05-20", None), "FERN200": (10.0, 90.0, "2026-07-01", None)}
    return {
        "customers": {"cus_0001": customer, "cus_0002": customer | {"customer": "cus_0002", "email": "o@x.example"}},
        "payments": {
            key: {"payment": key, "customer": "cus_0001", "kind": kind, "label": label}
            for key, (kind, label) in kinds.items()
        },
        "vouchers": {
            key: {"voucher": key, "customer": "cus_0001", "off": off, "min_spend": least, "expires": last, "used_on": used}
            for key, (off, least, last, used) in vouchers.items()
        },
        "products": {
            f"prd_0{n}": {"product": f"prd_0{n}", "item": item, "thing": item, "department": "home"}
            for n, item in ((1, "skillet"), (2, "candle"), (3, "apron"))
        },
        "variants": {
            key: {"variant": key, "product": product, "option": option, "price": price, "stock": stock, "restock": None}
            for key, product, option, price, stock in variants
        },
        "orders": {ORDER: order},
        "claims": {},
        "tickets": {},
    }  # fmt: skip


def environment(**changes: Any) -> Environment:
    """Make the world of `rows`; keywords replace fields of the order."""
    world = rows()
    world["orders"][ORDER].update(changes)
    return Environment(Moment(State(Tables(world))), DOMAIN.tools)


def delivered(on: str = "2026-05-15", **changes: Any) -> Environment:
    return environment(status="delivered", delivered=on, shipped=on, **changes)


def call(where: Environment, name: str, **arguments: Any) -> Any:
    result = where.call(ToolCall(name, arguments))
    assert not result.error, result.content
    return result.value


# --- Arithmetic --------------------------------------------------------------------------------------------------------


def test_discounts_are_shared_out_over_the_lines_by_their_amounts() -> None:
    order = environment(voucher="FERN100", voucher_off=10.0).state.row("orders", ORDER)
    assert [line_paid(order, row) for row in order["lines"]] == [36.0, 27.0, 27.0]


@pytest.mark.parametrize(
    ("circle", "condition", "refund_to", "refund"),
    [
        (False, "sealed", "original", 35.05),
        (False, "opened", "original", 29.05),
        (False, "opened", "credit", 34.0),
        (True, "opened", "original", 34.0),
    ],
)
def test_a_return_costs_restocking_if_opened_and_a_label_unless_member_or_credit(
    circle: bool, condition: str, refund_to: str, refund: float
) -> None:
    world = rows()
    world["customers"]["cus_0001"]["circle"] = circle
    world["orders"][ORDER].update(status="delivered", delivered="2026-05-15")
    where = Environment(Moment(State(Tables(world))), DOMAIN.tools)
    arguments = {"order": ORDER, "lines": [FIRST], "condition": condition, "refund_to": refund_to}
    assert call(where, "quote_return", **arguments)["refund"] == refund
    assert call(where, "take_back", **arguments)["refund"] == refund
    credited = 20.0 + refund if refund_to == "credit" else 20.0
    assert where.state.row("customers", "cus_0001")["credit"] == pytest.approx(credited)


def test_the_label_is_charged_once_and_a_refund_is_never_negative() -> None:
    state = delivered().state
    order = state.row("orders", ORDER)
    assert return_quote(state, order, [FIRST, SECOND], "sealed", "original").refund == 65.05
    cheap = delivered(lines=[line(FIRST, "var_01a", "skillet", "24 cm", 1, 3.0)])
    arguments = {"order": ORDER, "lines": [FIRST], "condition": "sealed", "refund_to": "original"}
    assert call(cheap, "take_back", **arguments)["refund"] == 0.0


def test_cancelling_gives_everything_back() -> None:
    where = environment(voucher="FERN100", voucher_off=10.0, points_used=500, points_off=5.0, total=90.95)
    result = call(where, "call_off_order", order=ORDER, cause="not_needed")
    assert (result["refund"], result["voucher_returned"], result["points_returned"]) == (90.95, "FERN100", 500)
    assert where.state.row("customers", "cus_0001")["points"] == 6500
    assert where.state.row("vouchers", "FERN100")["used_on"] is None
    assert where.state.row("variants", "var_02a")["stock"] == 3


def test_dropping_a_line_lowers_the_total_by_its_amount() -> None:
    result = call(environment(), "drop_line", order=ORDER, line=SECOND)
    assert (result["refund"], result["new_total"]) == (30.0, 75.95)


def test_a_swap_settles_the_difference_and_moves_stock() -> None:
    where = environment()
    result = call(where, "swap_option", order=ORDER, line=FIRST, variant="var_01b")
    assert (result["difference"], result["new_total"]) == (10.0, 115.95)
    assert where.state.row("variants", "var_01b")["stock"] == 0
    assert where.state.row("variants", "var_01a")["stock"] == 6
    back = call(where, "swap_option", order=ORDER, line=FIRST, variant="var_01a")
    assert (back["difference"], back["new_total"]) == (-10.0, 105.95)


def test_points_and_vouchers_come_off_the_total_and_are_paid_back() -> None:
    result = call(environment(paid_with="pay_0001c"), "redeem_points", order=ORDER, points=1500)
    assert (result["discount"], result["new_total"], result["points_left"]) == (15.0, 90.95, 4500)
    assert result["refund_goes_to"] == "store credit"
    assert call(environment(), "apply_voucher", order=ORDER, voucher="FERN100")["new_total"] == 95.95


@pytest.mark.parametrize(("extent", "refund"), [("marked", 6.0), ("impaired", 16.0), ("unusable", 40.0)])
def test_damage_is_refunded_by_the_table(extent: str, refund: float) -> None:
    result = call(delivered(), "settle_damage", order=ORDER, line=FIRST, extent=extent, remedy="refund")
    assert result["refund"] == refund


def test_a_ticket_number_does_not_depend_on_other_tickets() -> None:
    one, both = environment(), environment()
    call(both, "hand_over", customer="cus_0001", topic="courier")
    numbers = [call(where, "hand_over", customer="cus_0001", topic="restock")["ticket"] for where in (one, both)]
    assert numbers[0] == numbers[1]


# --- Rules -------------------------------------------------------------------------------------------------------------

Change = Callable[[Rows], None]


def order_with(**fields: Any) -> Change:
    return lambda world: world["orders"][ORDER].update(fields)


def arrived(on: str = "2026-05-15", **fields: Any) -> Change:
    return order_with(status="delivered", delivered=on, **fields)


def lines_with(**fields: Any) -> Change:
    def change(world: Rows) -> None:
        for row in world["orders"][ORDER]["lines"]:
            row.update(fields)

    return change


def both(*changes: Change) -> Change:
    def change(world: Rows) -> None:
        for one in changes:
            one(world)

    return change


def customer_with(**fields: Any) -> Change:
    return lambda world: world["customers"]["cus_0001"].update(fields)


def voucher_with(**fields: Any) -> Change:
    return lambda world: world["vouchers"]["FERN100"].update(fields)


def only_one_line(world: Rows) -> None:
    del world["orders"][ORDER]["lines"][1:]


def as_it_is(_: Rows) -> None:
    pass


DROP = ("drop_line", {"order": ORDER, "line": SECOND})
CANCEL = ("call_off_order", {"order": ORDER, "cause": "not_needed"})
SWAP = ("swap_option", {"order": ORDER, "line": FIRST, "variant": "var_01b"})
HOLD = ("hold_despatch", {"order": ORDER, "until": "2026-06-08"})
ADDRESS = ("redirect_order", {"order": ORDER, "street": "2 Salt Lane", "town": "Quenby", "postcode": "QA10 1AB"})
POINTS = ("redeem_points", {"order": ORDER, "points": 5000})
VOUCHER = ("apply_voucher", {"order": ORDER, "voucher": "FERN100"})
RETURN = ("take_back", {"order": ORDER, "lines": [FIRST], "condition": "sealed", "refund_to": "original"})
LATE = ("take_back", RETURN[1] | {"refund_to": "credit"})
CANDLE = ("take_back", {"order": ORDER, "lines": [SECOND], "condition": "sealed", "refund_to": "original"})
DAMAGE = ("settle_damage", {"order": ORDER, "line": FIRST, "extent": "impaired", "remedy": "replacement"})
TRACE = ("open_trace", {"order": ORDER})
EMAIL = ("update_contact", {"customer": "cus_0001", "channel": "email", "value": "new@inkwell.example"})

CASES: list[tuple[str, tuple[str, dict[str, Any]], Change, Change, dict[str, Any]]] = [
    # clause, call, a world that keeps it, a world that breaks it, arguments that break it
    ("3.1", DROP, as_it_is, order_with(status="packed"), {}),
    (
        "3.3",
        CANCEL,
        both(lines_with(personalised=True), order_with(placed="2026-05-20")),
        lines_with(personalised=True),
        {},
    ),
    ("3.4", ("drop_line", {"order": ORDER, "line": FIRST}), as_it_is, only_one_line, {}),
    ("3.5", DROP, order_with(voucher="FERN100", voucher_off=10.0), order_with(voucher="FERN200", voucher_off=10.0), {}),
    ("3.6", SWAP, as_it_is, order_with(paid_with="pay_0001b"), {}),
    ("3.7", SWAP, as_it_is, as_it_is, {"variant": "var_01c"}),
    ("3.8", SWAP, as_it_is, order_with(paid_with="pay_0001c"), {}),
    ("3.9", ADDRESS, order_with(status="packed"), order_with(status="packed", service="express"), {}),
    ("3.9", ADDRESS, as_it_is, order_with(status="shipped"), {}),
    ("3.10", HOLD, as_it_is, as_it_is, {"until": "2026-06-09"}),
    ("3.11", HOLD, as_it_is, order_with(service="express"), {}),
    ("4.1", POINTS, as_it_is, as_it_is, {"points": 750}),
    ("4.2", POINTS, as_it_is, as_it_is, {"points": 5500}),
    ("4.3", POINTS, as_it_is, order_with(voucher="FERN100", voucher_off=10.0), {}),
    ("4.3", VOUCHER, as_it_is, order_with(points_used=500, points_off=5.0), {}),
    ("4.4", VOUCHER, as_it_is, voucher_with(expires="2026-05-19"), {}),
    ("4.4", VOUCHER, as_it_is, voucher_with(used_on="2026-05-01"), {}),
    ("4.5", VOUCHER, voucher_with(min_spend=100.0), voucher_with(min_spend=100.01), {}),
    ("5.1", RETURN, arrived(), order_with(status="shipped"), {}),
    ("5.2", RETURN, arrived("2026-04-20"), arrived("2026-04-19"), {}),
    ("5.2", LATE, both(arrived("2026-03-21"), customer_with(circle=True)), arrived("2026-03-21"), {}),
    ("5.3", RETURN, arrived(), both(arrived(), lines_with(clearance=True)), {}),
    ("5.3", RETURN, arrived(), both(arrived(), lines_with(personalised=True)), {}),
    ("5.4", CANDLE, arrived(), arrived(), {"condition": "opened"}),
    ("5.5", RETURN, arrived("2026-04-20"), both(arrived("2026-04-19"), customer_with(circle=True)), {}),
    ("6.1", DAMAGE, arrived("2026-05-06"), arrived("2026-05-05"), {}),
    ("6.2", DAMAGE, arrived(), both(arrived(), lines_with(claim="clm_10000a")), {}),
    ("6.2", RETURN, arrived(), both(arrived(), lines_with(claim="clm_10000a")), {}),
    ("6.3", DAMAGE, both(arrived(), lines_with(price=150.0)), both(arrived(), lines_with(price=150.01)), {}),
    ("6.5", DAMAGE, arrived(), arrived(), {"extent": "marked"}),
    ("6.5", DAMAGE, arrived(), both(arrived(), lines_with(personalised=True)), {}),
    ("6.5", DAMAGE, arrived(), arrived(), {"line": SECOND}),
    ("6.6", TRACE, order_with(status="shipped", expected="2026-05-10"), order_with(status="packed"), {}),
    (
        "6.7",
        TRACE,
        order_with(status="shipped", expected="2026-05-17"),
        order_with(status="shipped", expected="2026-05-18"),
        {},
    ),
    ("7.1", EMAIL, customer_with(contact_changed="2026-05-06"), customer_with(contact_changed="2026-05-07"), {}),
]


def broken(change: Change, name: str, arguments: dict[str, Any]) -> set[str]:
    world = rows()
    change(world)
    case = Case(State(Tables(world)), ToolCall(name, arguments), "cus_0001", ())
    return {violation.clause.number for violation in DOMAIN.policy.judge(case)}


@pytest.mark.parametrize(("clause", "wish", "kept", "change", "other"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_is_kept_in_one_world_and_broken_in_the_next(
    clause: str, wish: tuple[str, dict[str, Any]], kept: Change, change: Change, other: dict[str, Any]
) -> None:
    name, arguments = wish
    assert broken(kept, name, arguments) == set()
    assert clause in broken(change, name, arguments | other)


def test_every_rule_has_a_case() -> None:
    ruled = {number for number, clause in DOMAIN.policy.clauses.items() if clause.rule}
    assert ruled == {case[0] for case in CASES}


# --- Tools -------------------------------------------------------------------------------------------------------------

MANY = [line(SECOND, "var_02a", "candle", "10 cm", 9, 15.0)]
FAILING: list[tuple[Environment, str, dict[str, Any]]] = [
    (environment(), "call_off_order", {"order": "KC-99999", "cause": "not_needed"}),
    (environment(status="packed"), "call_off_order", {"order": ORDER, "cause": "not_needed"}),
    (environment(), "drop_line", {"order": ORDER, "line": "lin_99999a"}),
    (environment(), "swap_option", {"order": ORDER, "line": FIRST, "variant": "var_02b"}),
    (environment(), "swap_option", {"order": ORDER, "line": FIRST, "variant": "var_01a"}),
    (environment(), "swap_option", {"order": ORDER, "line": FIRST, "variant": "var_01c"}),
    (
        environment(paid_with="pay_0001c", lines=MANY),
        "swap_option",
        {"order": ORDER, "line": SECOND, "variant": "var_02b"},
    ),
    (environment(status="shipped"), "redirect_order", dict(ADDRESS[1])),
    (environment(), "hold_despatch", {"order": ORDER, "until": "2026-05-20"}),
    (environment(), "hold_despatch", {"order": ORDER, "until": "June"}),
    (environment(), "redeem_points", {"order": ORDER, "points": 6500}),
    (environment(), "redeem_points", {"order": ORDER, "points": 0}),
    (environment(), "apply_voucher", {"order": ORDER, "voucher": "LARK999"}),
    (environment(), "take_back", dict(RETURN[1])),
    (delivered(), "take_back", dict(RETURN[1]) | {"lines": [FIRST, "lin_99999a"]}),
    (delivered(), "settle_damage", dict(DAMAGE[1]) | {"line": SECOND}),
    (environment(), "open_trace", {"order": ORDER}),
    (environment(), "update_contact", dict(EMAIL[1]) | {"value": "o@x.example"}),
    (environment(), "hand_over", {"customer": "cus_0009", "topic": "billing"}),
]


@pytest.mark.parametrize(
    ("where", "name", "arguments"), FAILING, ids=[f"{case[1]}-{n}" for n, case in enumerate(FAILING)]
)
def test_a_tool_that_fails_says_why_and_changes_nothing(
    where: Environment, name: str, arguments: dict[str, Any]
) -> None:
    before = where.state.digest()
    result = where.call(ToolCall(name, arguments))
    assert result.error and len(result.value["error"]) > 20
    assert where.state.digest() == before


def test_no_line_is_returned_or_claimed_twice() -> None:
    where = delivered()
    call(where, "settle_damage", order=ORDER, line=FIRST, extent="marked", remedy="refund")
    assert where.call(ToolCall("settle_damage", dict(DAMAGE[1]))).error
    where = delivered()
    call(where, "take_back", **RETURN[1])
    assert where.call(ToolCall("take_back", dict(RETURN[1]))).error
    assert where.call(ToolCall("quote_return", dict(RETURN[1]))).error


def test_customers_are_found_by_what_they_know_however_they_write_it() -> None:
    where = environment()
    for arguments in (
        {"email": " ORLA@inkwell.example", "postcode": "ab101ab"},
        {"email": "o@x.example", "postcode": "AB10 1AB"},
    ):
        assert call(where, "identify_by_email", **arguments)["customer"].startswith("cus_")
    assert call(where, "identify_by_name", full_name="orla kestrel", postcode="ab10 1ab")["customer"] == "cus_0001"
    assert call(where, "identify_by_phone", phone="0412 555 1234", full_name="Orla Kestrel")["customer"] == "cus_0001"
    assert where.call(ToolCall("identify_by_name", {"full_name": "Orla Kestrel", "postcode": "ZZ10 1AB"})).error


# --- The domain as a whole ---------------------------------------------------------------------------------------------


def test_tables_are_equal_for_equal_seeds_and_of_reasonable_size() -> None:
    first = canonical_json(tables(3, 500))
    assert first == canonical_json(tables(3, 500)) != canonical_json(tables(4, 500))
    assert 1_000_000 < len(first) < 2_500_000


def test_every_generated_total_adds_up() -> None:
    for order in copy.deepcopy(tables(0, 60))["orders"].values():
        goods = sum(row["price"] * row["quantity"] for row in order["lines"])
        total = goods - order["voucher_off"] - order["points_off"] + order["delivery_fee"]
        assert order["total"] == pytest.approx(total) and order["total"] > 0


def test_no_public_reference_looks_like_an_internal_id() -> None:
    assert not re.search(DOMAIN.internal, "order KC-20418, ticket T0412-3, voucher FERN482".lower())
    assert re.search(DOMAIN.internal, "cus_0042")


def test_the_contract_holds() -> None:
    assert not check_domain(DOMAIN.world(0, 500), 150)
