"""What travellers want to know, and what the desk always declines."""

from random import Random

from apigen_mt.domains import kinds
from apigen_mt.domains.airline import slots as s
from apigen_mt.domains.airline import wording_declined as declined
from apigen_mt.domains.airline import wording_questions as words
from apigen_mt.domains.airline.amounts import bag_allowance, departure_of, refund_of, trip_miles
from apigen_mt.domains.airline.data import DISTANCES, TODAY, days_on
from apigen_mt.domains.airline.draws import (
    ahead,
    cheapest,
    chosen,
    departure_on,
    draw_move,
    draw_segment,
    leg_of,
    lies_ahead,
    trip_of,
    trips_of,
)
from apigen_mt.domains.airline.goals import charge_details
from apigen_mt.domains.airline.tools import expected
from apigen_mt.domains.kinds import question
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, clock, code, day, money, number, phrase
from apigen_mt.world.domain import GoalKind, Slots
from apigen_mt.world.tables import Row, State


def _ahead_only(state: State, account: str, rng: Random) -> Row | None:
    trips = [trip for trip in trips_of(state, account) if lies_ahead(state, trip)]
    return rng.choice(trips) if trips else None


# --- Flights -------------------------------------------------------------------------------------------------------------


def _draw_flight(state: State, account: str, rng: Random) -> Slots | None:
    slots = draw_segment(state, account, rng)
    if slots is None or trip_of(state, slots)["status"] != "booked":
        return None
    departure = departure_of(state, leg_of(state, slots))
    return slots if departure["status"] in ("scheduled", "delayed") else None


def _flight_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    departure = departure_of(state, leg_of(state, slots))
    late = f"{departure['delay_minutes']} minutes late" if departure["delay_minutes"] else "on time"
    return {
        "flight": code(departure["flight"]),
        "date": day(departure["date"]),
        "planned": clock(departure["departs"]),
        "leaves": clock(expected(departure) or departure["departs"]),
        "late": phrase(late),
    }


def _draw_cheapest(state: State, _: str, rng: Random) -> Slots | None:
    origin, destination = rng.choice(sorted(DISTANCES)).split("-")
    wanted = days_on(TODAY, rng.randint(1, 42))
    if cheapest(state, origin, destination, wanted) is None:
        return None
    return {"origin": origin, "destination": destination, "day": wanted}


def _cheapest_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = cheapest(state, slots["origin"], slots["destination"], slots["day"])
    if row is None:
        raise KeyError(slots["day"])
    return {"price": money(row["fares"]["Saver"]), "departs": clock(row["departs"]), "flight": code(row["flight"])}


# --- Money, bags, miles --------------------------------------------------------------------------------------------------


def _draw_change(state: State, account: str, rng: Random) -> Slots | None:
    slots = draw_move(state, account, rng)
    if slots is None or not lies_ahead(state, trip_of(state, slots)):
        return None
    return (
        slots
        if state.row("departures", slots["departure"])["seats_left"] >= len(trip_of(state, slots)["party"])
        else None
    )


def _draw_estimate(state: State, account: str, rng: Random) -> Slots | None:
    trip = _ahead_only(state, account, rng)
    if trip is None:
        return None
    cause = chosen(s.CAUSE, rng)
    refund_to = "voucher" if trip["voucher_paid"] else chosen(s.REFUND_TO, rng)
    if refund_of(state, trip, cause, refund_to).ground == "none":
        return None
    return {"trip": trip["booking"], "cause": cause, "refund_to": refund_to}


def _estimate_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    quote = refund_of(state, trip_of(state, slots), slots["cause"], slots["refund_to"])
    return {"refund": money(quote.refund)}


def _draw_voucher(state: State, account: str, rng: Random) -> Slots | None:
    vouchers = state.where("vouchers", "traveller", account)
    return {"voucher": rng.choice(vouchers)["voucher"]} if vouchers else None


def _voucher_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    row = state.row("vouchers", slots["voucher"])
    return {"left": money(row["left"]), "expires": day(row["expires"])}


def _draw_trip(state: State, account: str, rng: Random) -> Slots | None:
    trip = ahead(state, account, rng, 1.0)
    return {"trip": trip["booking"]} if trip is not None and trip["status"] == "booked" else None


def _bag_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    trip = trip_of(state, slots)
    return {"allowance": number(bag_allowance(state, trip)), "checked": number(trip["bags"])}


def _draw_ahead(state: State, account: str, rng: Random) -> Slots | None:
    trip = _ahead_only(state, account, rng)
    return {"trip": trip["booking"]} if trip else None


def _miles_details(state: State, account: str, slots: Slots) -> dict[str, Value]:
    earned = trip_miles(state, trip_of(state, slots))
    # Written with a comma, as phrases: a bare number of four digits reads as an identifier.
    after = state.row("travellers", account)["miles"] + earned
    return {"earned": phrase(f"{earned:,}"), "after": phrase(f"{after:,}")}


def _trip_and_traveller(_: State, account: str, slots: Slots) -> list[ToolCall]:
    return [ToolCall("show_trip", {"booking": slots["trip"]}), ToolCall("show_traveller", {"traveller": account})]


def _status_call(state: State, _: str, slots: Slots) -> list[ToolCall]:
    return [ToolCall("flight_status", {"departure": leg_of(state, slots)["departure"]})]


def _quote_call(state: State, _: str, slots: Slots) -> list[ToolCall]:
    departure = departure_on(state, slots)["departure"]
    return [ToolCall("quote_change", {"booking": slots["trip"], "segment": slots["segment"], "departure": departure})]


def _search_call(_: State, __: str, slots: Slots) -> list[ToolCall]:
    arguments = {"origin": slots["origin"], "destination": slots["destination"], "date": slots["day"]}
    return [ToolCall("search_departures", arguments)]


def _refund_call(_: State, __: str, slots: Slots) -> list[ToolCall]:
    arguments = {"booking": slots["trip"], "cause": slots["cause"], "refund_to": slots["refund_to"]}
    return [ToolCall("quote_refund", arguments)]


QUESTIONS: tuple[GoalKind, ...] = (
    question(
        "flight_time", ("flight_status",), (s.TRIP_SLOT, s.SEGMENT_SLOT), _draw_flight, _status_call, _flight_details,
        ("leaves", "late"), words.FLIGHT_TIME,
    ),
    question(
        "cheapest", ("search_departures",), (s.ORIGIN, s.DESTINATION, s.DAY), _draw_cheapest,
        _search_call, _cheapest_details, ("price", "departs"), words.CHEAPEST,
    ),
    question(
        "cost_of_change", ("quote_change",), (s.TRIP_SLOT, s.SEGMENT_SLOT, s.DAY, s.DEPARTURE_SLOT), _draw_change,
        _quote_call, charge_details, ("fee", "difference", "total"), words.COST_OF_CHANGE,
    ),
    question(
        "refund_estimate", ("quote_refund",), (s.TRIP_SLOT, s.CAUSE, s.REFUND_TO), _draw_estimate, _refund_call,
        _estimate_details, ("refund",), words.REFUND_ESTIMATE,
    ),
    question(
        "bag_allowance", ("show_trip", "show_traveller"), (s.TRIP_SLOT,), _draw_trip, _trip_and_traveller, _bag_details,
        ("allowance", "checked"), words.BAG_ALLOWANCE,
    ),
    question(
        "voucher_left", ("show_voucher",), (s.VOUCHER_SLOT,), _draw_voucher,
        lambda _, __, v: [ToolCall("show_voucher", {"voucher": v["voucher"]})], _voucher_details, ("left", "expires"),
        words.VOUCHER_LEFT,
    ),
    question(
        "miles", ("show_trip", "show_traveller"), (s.TRIP_SLOT,), _draw_ahead, _trip_and_traveller, _miles_details,
        ("earned", "after"), words.MILES,
    ),
    kinds.declined("discount", "10.1", s.GROUND, kinds.any_choice(s.GROUND), declined.DISCOUNT),
    kinds.declined("other_booking", "10.2", s.PERSON, kinds.any_choice(s.PERSON), declined.OTHER_BOOKING),
    kinds.declined("forecast", "10.3", s.SUBJECT, kinds.any_choice(s.SUBJECT), declined.FORECAST),
)  # fmt: skip
