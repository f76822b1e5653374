"""What is special to the airline: its arithmetic, each of its rules broken and kept, and what its tools guard."""

# ruff: noqa: E501

from collections.abc import Callable
from typing import Any

import pytest

from apigen_mt.domains.airline import DOMAIN
from apigen_mt.domains.airline.amounts import (
    bag_allowance,
    bag_charge,
    change_charge,
    compensation,
    refund_of,
    return_price,
    seat_charge,
    trip_miles,
    upgrade_price,
)
from apigen_mt.domains.airline.data import TODAY, days_on
from apigen_mt.domains.airline.rules import distance
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.environment import Environment, Moment
from apigen_mt.world.policy import Case
from apigen_mt.world.tables import Row, State, Tables

Rows = dict[str, dict[str, Row]]


def departure(key: str, route: str, date: str, **changed: Any) -> Row:
    """Return a departure at 09:00 with room for everybody."""
    return {
        "departure": key, "flight": f"TN{key[4:]}", "route": route, "service": f"{route} {date}", "date": date,
        "departs": "09:00", "arrives": "10:00", "status": "scheduled", "delay_minutes": 0, "delay_cause": None,
        "fares": {"Saver": 50.0, "Classic": 80.0, "Flex": 120.0}, "seats_left": 9,
        "free": {"window": 4, "aisle": 4, "legroom": 4},
    } | changed  # fmt: skip


def small_world() -> Rows:
    """Return one traveller with a trip for two, out in ten days and back in fourteen."""
    out, back = days_on(TODAY, 10), days_on(TODAY, 14)
    segments = [
        {"segment": f"seg_1{letter}", "departure": key, "price": 70.0, "seating": None, "rebooked": 0, "claim": None}
        for letter, key in (("a", "dep_001"), ("b", "dep_002"))
    ]
    party = [
        {"passenger": "psg_1a", "name": "Una Qill", "child": False, "corrected": False, "assistance": None},
        {"passenger": "psg_1b", "name": "Ida Quill", "child": False, "corrected": False, "assistance": None},
    ]
    traveller = {
        "traveller": "trv_1", "name": "Una Quill", "given": "Una", "family": "Quill", "membership": "TM-10001",
        "tier": "Blue", "birth_date": "1984-03-12", "email": "una@inkwell.example", "phone": "0", "miles": 1000,
    }  # fmt: skip
    trip = {
        "booking": "FLM-482", "traveller": "trv_1", "status": "booked", "booked": days_on(TODAY, -20), "fare": "Classic",
        "party": party, "segments": segments, "insured": False, "bags": 1, "pet": None,
        "extras": {"bags": 30.0, "seats": 0.0, "pet": 0.0, "insurance": 0.0}, "card": "pay_1a", "voucher_paid": False,
        "refunded": 0.0,
    }  # fmt: skip
    return {
        "places": {code: {"place": code, "city": code} for code in ("HDB", "PMW", "OYM")},
        "departures": {
            "dep_001": departure("dep_001", "HDB-PMW", out),
            "dep_002": departure("dep_002", "PMW-HDB", back),
            "dep_003": departure("dep_003", "HDB-PMW", days_on(TODAY, 12), fares={"Saver": 60.0, "Classic": 90.5, "Flex": 140.0}),
            "dep_004": departure("dep_004", "HDB-PMW", days_on(TODAY, 20)),
            "dep_005": departure("dep_005", "HDB-PMW", days_on(TODAY, 11), seats_left=1),
        },
        "travellers": {"trv_1": traveller},
        "cards": {"pay_1a": {"card": "pay_1a", "traveller": "trv_1", "brand": "Visa", "last4": "4421", "label": "Visa ending in 4421"}},
        "vouchers": {
            "REEF-1000": {"voucher": "REEF-1000", "traveller": "trv_1", "issued_amount": 200.0, "left": 200.0, "expires": days_on(TODAY, 40)},
        },
        "trips": {"FLM-482": trip},
        "claims": {},
        "tickets": {},
    }  # fmt: skip


def environment(change: Callable[[Rows], None] | None = None) -> Environment:
    """Return an environment over the small world, after a change to it."""
    rows = small_world()
    if change is not None:
        change(rows)
    return Environment(Moment(State(Tables(rows))), DOMAIN.tools)


def trip_in(rows: Rows) -> Row:
    """Return the small world's trip."""
    return rows["trips"]["FLM-482"]


def state_with(**changed: Any) -> State:
    """Return a state whose trip has other fields."""
    return environment(lambda rows: trip_in(rows).update(changed)).state


def trip_of(state: State) -> Row:
    """Return the state's trip."""
    return state.row("trips", "FLM-482")


# --- Arithmetic ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "cause", "refund_to", "refund"),
    [
        ({}, "work", "original", 200.0),
        ({}, "work", "voucher", 220.0),
        ({"fare": "Flex"}, "work", "original", 280.0),
        ({"fare": "Saver"}, "work", "original", 0.0),
        ({"fare": "Saver", "booked": days_on(TODAY, -1)}, "work", "original", 310.0),
        ({"fare": "Saver", "insured": True}, "illness", "original", 280.0),
        ({"fare": "Saver", "insured": True}, "work", "original", 0.0),
        ({"fare": "Classic", "insured": True}, "illness", "voucher", 308.0),
        ({"voucher_paid": True}, "work", "voucher", 200.0),
    ],
)
def test_a_cancelled_trip_gives_back_what_the_handbook_says(
    changed: dict[str, Any], cause: str, refund_to: str, refund: float
) -> None:
    state = state_with(**changed)
    assert refund_of(state, trip_of(state), cause, refund_to).refund == refund


@pytest.mark.parametrize(
    ("status", "minutes", "refund"), [("cancelled", 0, 310.0), ("delayed", 180, 310.0), ("delayed", 179, 200.0)]
)
def test_a_disrupted_trip_is_refunded_whole(status: str, minutes: int, refund: float) -> None:
    state = environment(lambda rows: rows["departures"]["dep_002"].update(status=status, delay_minutes=minutes)).state
    assert refund_of(state, trip_of(state), "work", "original").refund == refund


@pytest.mark.parametrize(
    ("fare", "tier", "fee", "difference"),
    [
        ("Classic", "Blue", 50.0, 41.0),
        ("Saver", "Silver", 120.0, 0.0),
        ("Flex", "Blue", 0.0, 140.0),
        ("Classic", "Gold", 0.0, 41.0),
    ],
)
def test_rebooking_costs_a_fee_and_the_difference(fare: str, tier: str, fee: float, difference: float) -> None:
    def change(rows: Rows) -> None:
        trip_in(rows)["fare"] = fare
        rows["travellers"]["trv_1"]["tier"] = tier

    state = environment(change).state
    trip = trip_of(state)
    charge = change_charge(state, trip, trip["segments"][0], state.row("departures", "dep_003"))
    assert (charge.fee, charge.difference, charge.total) == (fee, difference, fee + difference)


def test_a_disrupted_segment_is_moved_for_nothing() -> None:
    state = environment(lambda rows: rows["departures"]["dep_001"].update(status="cancelled")).state
    trip = trip_of(state)
    assert change_charge(state, trip, trip["segments"][0], state.row("departures", "dep_003")).total == 0.0


@pytest.mark.parametrize(
    ("fare", "tier", "allowance", "two_more"),
    [("Saver", "Blue", 0, 120.0), ("Classic", "Blue", 2, 60.0), ("Flex", "Gold", 6, 0.0)],
)
def test_bags_beyond_the_allowance_are_charged_per_segment(
    fare: str, tier: str, allowance: int, two_more: float
) -> None:
    def change(rows: Rows) -> None:
        trip_in(rows)["fare"] = fare
        rows["travellers"]["trv_1"]["tier"] = tier

    state = environment(change).state
    assert bag_allowance(state, trip_of(state)) == allowance
    assert bag_charge(state, trip_of(state), 2) == two_more


@pytest.mark.parametrize(
    ("route", "minutes", "status", "pay_to", "amount"),
    [
        ("HDB-PMW", 119, "landed", "original", 0.0),
        ("HDB-PMW", 120, "landed", "original", 120.0),
        ("HDB-PMW", 240, "landed", "voucher", 242.0),
        ("HDB-OYM", 239, "landed", "original", 180.0),
        ("HDB-OYM", 0, "cancelled", "original", 340.0),
    ],
)
def test_compensation_follows_the_table(route: str, minutes: int, status: str, pay_to: str, amount: float) -> None:
    state = environment().state
    late = departure("dep_009", route, TODAY, delay_minutes=minutes, status=status)
    assert compensation(trip_of(state), late, pay_to) == amount


def test_other_prices() -> None:
    state = environment().state
    trip = trip_of(state)
    assert upgrade_price(state, trip, "Flex") == 200.0
    assert seat_charge(trip, "window") == 0.0
    assert seat_charge(trip, "legroom") == 36.0
    assert return_price(trip, state.row("departures", "dep_002")) == 160.0
    assert trip_miles(state, trip) == 420


def test_letters_between_names() -> None:
    assert distance("Una Qill", "Una Quill") == 1
    assert distance("una quill", "Una Quill") == 0
    assert distance("Una Quill", "Ida Quill") == 2
    assert distance("Una Quill", "Una Hallam") > 3


# --- Rules ---------------------------------------------------------------------------------------------------------------

CANCEL = ToolCall("cancel_trip", {"booking": "FLM-482", "cause": "work", "refund_to": "original"})
MOVE = ToolCall("rebook_segment", {"booking": "FLM-482", "segment": "seg_1a", "departure": "dep_003"})
RETURN = ToolCall("add_return", {"booking": "FLM-482", "departure": "dep_002", "voucher": "REEF-1000"})
FARE = ToolCall("raise_fare", {"booking": "FLM-482", "fare": "Flex"})
BAGS = ToolCall("add_bags", {"booking": "FLM-482", "bags": 5, "card": "pay_1a"})
SEATS = ToolCall("choose_seats", {"booking": "FLM-482", "segment": "seg_1a", "seating": "legroom"})
HELP = ToolCall("request_assistance", {"booking": "FLM-482", "passenger": "psg_1b", "assistance": "wheelchair"})
PET = ToolCall("take_pet", {"booking": "FLM-482", "animal": "dog", "weight_kg": 32})
NAME = ToolCall("correct_name", {"booking": "FLM-482", "passenger": "psg_1a", "spelling": "Una Quill"})
CLAIM = ToolCall("pay_compensation", {"booking": "FLM-482", "segment": "seg_1a", "pay_to": "original"})
EMAIL = ToolCall("change_email", {"traveller": "trv_1", "address": "new@inkwell.example"})


def one_way(rows: Rows) -> None:
    """Leave the trip with its outbound segment."""
    trip_in(rows)["segments"].pop()


def late(rows: Rows, ago: int = 60, **changed: Any) -> None:
    """Let the outbound segment have been flown so many days ago, three hours late."""
    rows["departures"]["dep_001"].update(
        date=days_on(TODAY, -ago), status="landed", delay_minutes=190, delay_cause="crew"
    )
    rows["departures"]["dep_001"].update(changed)


def on(rows: Rows, ahead: int) -> None:
    """Move the outbound departure to so many days ahead."""
    rows["departures"]["dep_001"]["date"] = days_on(TODAY, ahead)


def nothing(_: Rows) -> None:
    """Change nothing."""


def voucher(rows: Rows, **changed: Any) -> None:
    """Make the trip one way, and change the voucher."""
    one_way(rows)
    rows["vouchers"]["REEF-1000"].update(changed)


def of(call: ToolCall, **arguments: Any) -> ToolCall:
    """Return the call with other arguments."""
    return ToolCall(call.name, call.arguments | arguments)


Change = Callable[[Rows], object]
RULES: list[tuple[str, ToolCall, Change, ToolCall, Change]] = [
    ("3.1", FARE, lambda rows: trip_in(rows).update(status="cancelled"), FARE, nothing),
    ("3.2", MOVE, lambda rows: on(rows, 0), MOVE, lambda rows: on(rows, 1)),
    ("3.2", CANCEL, lambda rows: on(rows, 0), CANCEL, lambda rows: on(rows, 1)),
    ("4.1", CANCEL, lambda rows: trip_in(rows).update(fare="Saver"), CANCEL, nothing),
    ("4.3", CANCEL, lambda rows: trip_in(rows).update(voucher_paid=True), of(CANCEL, refund_to="voucher"), lambda rows: trip_in(rows).update(voucher_paid=True)),
    ("5.2", MOVE, lambda rows: (trip_in(rows).update(fare="Saver"), trip_in(rows)["segments"][0].update(rebooked=1)), MOVE, lambda rows: trip_in(rows)["segments"][0].update(rebooked=1)),
    ("5.3", of(MOVE, departure="dep_004"), nothing, MOVE, nothing),
    ("5.4", of(MOVE, departure="dep_005"), nothing, MOVE, nothing),
    ("6.1", of(FARE, fare="Saver"), nothing, FARE, nothing),
    ("6.2", of(BAGS, bags=6), nothing, BAGS, nothing),
    ("6.3", SEATS, lambda rows: rows["departures"]["dep_001"]["free"].update(legroom=1), SEATS, nothing),
    ("6.4", SEATS, lambda rows: trip_in(rows)["party"][1].update(child=True), of(SEATS, seating="aisle"), lambda rows: trip_in(rows)["party"][1].update(child=True)),
    ("6.5", HELP, lambda rows: on(rows, 1), HELP, lambda rows: on(rows, 2)),
    ("6.6", of(HELP, assistance="escort"), nothing, of(HELP, assistance="escort"), lambda rows: trip_in(rows)["party"][1].update(child=True)),
    ("6.7", of(PET, animal="parrot"), nothing, PET, nothing),
    ("6.8", of(PET, weight_kg=33), nothing, PET, nothing),
    ("7.1", of(NAME, spelling="Una Hallam"), nothing, NAME, nothing),
    ("7.2", NAME, lambda rows: trip_in(rows)["party"][0].update(corrected=True), NAME, nothing),
    ("7.3", EMAIL, lambda rows: on(rows, 1), EMAIL, lambda rows: on(rows, 2)),
    ("8.1", CLAIM, lambda rows: late(rows, delay_minutes=119), CLAIM, late),
    ("8.2", CLAIM, lambda rows: late(rows, delay_cause="weather"), CLAIM, late),
    ("8.3", CLAIM, lambda rows: late(rows, 61), CLAIM, late),
    ("8.4", CLAIM, lambda rows: (late(rows), trip_in(rows)["segments"][0].update(claim="clm_00001")), CLAIM, late),
    ("9.1", RETURN, nothing, RETURN, one_way),
    ("9.2", RETURN, lambda rows: voucher(rows, expires=days_on(TODAY, -1)), RETURN, lambda rows: voucher(rows, expires=TODAY)),
    ("9.3", RETURN, lambda rows: voucher(rows, left=159.5), RETURN, lambda rows: voucher(rows, left=160.0)),
]  # fmt: skip


def broken(call: ToolCall, change: Change) -> set[str]:
    """Return the clauses that a call breaks in the changed world."""
    state = environment(lambda rows: (change(rows), None)[1]).state
    return {violation.clause.number for violation in DOMAIN.policy.judge(Case(state, call, "trv_1", ()))}


@pytest.mark.parametrize(
    ("clause", "bad", "spoilt", "good", "kept"), RULES, ids=[f"{rule[0]}-{rule[1].name}" for rule in RULES]
)
def test_each_rule_forbids_and_allows(clause: str, bad: ToolCall, spoilt: Change, good: ToolCall, kept: Change) -> None:
    assert clause in broken(bad, spoilt)
    assert broken(good, kept) == set()


def test_every_rule_has_a_case() -> None:
    assert {number for number, clause in DOMAIN.policy.clauses.items() if clause.rule} == {rule[0] for rule in RULES}


@pytest.mark.parametrize(
    ("good", "kept"), [(rule[3], rule[4]) for rule in RULES], ids=[f"{rule[0]}-{rule[3].name}" for rule in RULES]
)
def test_what_policy_allows_the_tools_carry_out(good: ToolCall, kept: Change) -> None:
    world = environment(lambda rows: (kept(rows), None)[1])
    result = world.call(good)
    assert not result.error, result.content
    assert world.state.diff()


# --- Tools ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call",
    [
        of(CANCEL, booking="XXX-000"),
        of(MOVE, segment="seg_9z"),
        of(MOVE, departure="dep_001"),
        of(MOVE, departure="dep_002"),
        of(MOVE, departure="dep_005"),
        of(FARE, fare="Classic"),
        of(BAGS, card="pay_9a"),
        of(BAGS, bags=0),
        of(NAME, passenger="psg_9a"),
        of(NAME, spelling="Una Qill"),
        CLAIM,
        RETURN,
        of(PET, weight_kg=0),
        of(EMAIL, address="una@inkwell.example"),
        ToolCall("hand_over", {"traveller": "trv_9", "topic": "invoice"}),
    ],
    ids=str,
)
def test_a_tool_that_refuses_leaves_everything_as_it_was(call: ToolCall) -> None:
    world = environment()
    before = world.state.digest()
    assert world.call(call).error
    assert world.state.digest() == before


def test_cancelling_to_a_voucher_issues_it_and_frees_the_seats() -> None:
    world = environment()
    result = world.call(of(CANCEL, refund_to="voucher")).value
    issued = world.state.row("vouchers", result["voucher"])
    assert (issued["left"], issued["expires"]) == (220.0, days_on(TODAY, 365))
    assert world.state.row("departures", "dep_001")["seats_left"] == 11
    assert world.call(CANCEL).error


def test_identification_needs_both_facts() -> None:
    world = environment()
    found = {"traveller": "trv_1", "name": "Una Quill"}
    assert world.call(ToolCall("match_booking", {"booking": "flm-482", "family_name": "quill"})).value == found
    assert world.call(ToolCall("match_booking", {"booking": "FLM-482", "family_name": "Hallam"})).error
    born, other = ({"membership": "TM-10001", "birth_date": day} for day in ("1984-03-12", "1985-03-12"))
    assert world.call(ToolCall("match_member", born)).value == found
    assert world.call(ToolCall("match_member", other)).error


def test_tables_are_the_same_for_the_same_seed() -> None:
    assert DOMAIN.tables(3, 40) == DOMAIN.tables(3, 40)
    assert DOMAIN.tables(3, 40) != DOMAIN.tables(4, 40)
