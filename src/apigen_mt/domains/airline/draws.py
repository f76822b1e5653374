"""How wishes are drawn over a traveller's rows, legal ones and others: helpers and the draws that several kinds share."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from apigen_mt.domains.airline.amounts import departure_of, return_price, segment_of, starts
from apigen_mt.domains.airline.data import TODAY, days_between, days_on, service
from apigen_mt.world.domain import Slot, Slots
from apigen_mt.world.tables import Row, State

T = TypeVar("T")

LAST_DAY = days_on(TODAY, 44)
"""The timetable ends here."""


def lean(rng: Random, rows: Sequence[T], good: Callable[[T], bool], odds: float = 0.75) -> T | None:
    """Choose one: by these odds a good one, or none if there is none, and any one otherwise."""
    fitting = [row for row in rows if good(row)] if rng.random() < odds else rows
    return rng.choice(fitting) if fitting else None


def chosen(slot: Slot, rng: Random) -> Any:
    """Choose a value of a closed list."""
    return rng.choice(sorted(slot.choices or ()))


def trips_of(state: State, account: str) -> list[Row]:
    """Return all of a traveller's trips."""
    return state.where("trips", "traveller", account)


def lies_ahead(state: State, trip: Row) -> bool:
    """Tell whether a trip is booked and begins after today."""
    return trip["status"] == "booked" and starts(state, trip) > TODAY


def ahead(state: State, account: str, rng: Random, odds: float = 0.8) -> Row | None:
    """Choose a trip that is not over, by these odds one that lies ahead as a whole."""
    trips = [trip for trip in trips_of(state, account) if departure_of(state, trip["segments"][-1])["date"] >= TODAY]
    return lean(rng, trips, lambda trip: lies_ahead(state, trip), odds)


def trip_of(state: State, slots: Slots) -> Row:
    """Return the trip that a wish is about."""
    return state.row("trips", slots["trip"])


def leg_of(state: State, slots: Slots) -> Row:
    """Return the segment that a wish is about.

    Raises:
        KeyError: when the trip has none with that id.
    """
    leg = segment_of(trip_of(state, slots), slots["segment"])
    if leg is None:
        raise KeyError(slots["segment"])
    return leg


def departure_on(state: State, slots: Slots) -> Row:
    """Return the departure that a traveller wants.

    Raises:
        KeyError: when it is not on the day that the traveller names, so that one of the two has to be settled anew.
    """
    row = state.row("departures", slots["departure"])
    if row["date"] != slots["day"]:
        raise KeyError(slots["day"])
    return row


def draw_segment(state: State, account: str, rng: Random) -> Slots | None:
    """Choose a segment, by preference one that is to be flown."""
    trip = ahead(state, account, rng)
    if trip is None:
        return None
    leg = lean(rng, trip["segments"], lambda row: departure_of(state, row)["date"] > TODAY)
    return None if leg is None else {"trip": trip["booking"], "segment": leg["segment"]}


def draw_move(state: State, account: str, rng: Random) -> Slots | None:
    """Choose a segment and another departure for it, some days off; now and then a full one, or past the return."""
    slots = draw_segment(state, account, rng)
    if slots is None:
        return None
    trip, leg = trip_of(state, slots), leg_of(state, slots)
    now = departure_of(state, leg)
    base = max(now["date"], days_on(TODAY, 1))
    for _ in range(6):
        day = days_on(base, rng.choice((-3, -1, 0, 0, 1, 1, 2, 3, 5, 9)))
        options = [row for row in _flying(state, now["route"], day) if row["departure"] != now["departure"]]
        found = lean(rng, options, lambda row: row["seats_left"] >= len(trip["party"]))
        if found is not None:
            return slots | {"day": day, "departure": found["departure"]}
    return None


def draw_return(state: State, account: str, rng: Random) -> Slots | None:
    """Choose a trip, by preference one way, a departure back, and a voucher to pay with."""
    vouchers = state.where("vouchers", "traveller", account)
    usable = [row for row in trips_of(state, account) if starts(state, row) > days_on(TODAY, -20)]
    trip = lean(rng, usable, lambda row: len(row["segments"]) == 1 and row["status"] != "cancelled", 0.9)
    if trip is None or not vouchers:
        return None
    first = departure_of(state, trip["segments"][0])
    route = "-".join(reversed(first["route"].split("-")))
    for _ in range(6):
        day = days_on(max(first["date"], TODAY), rng.choice((-2, 1, 1, 2, 3, 4, 6, 8)))
        back = lean(rng, _flying(state, route, day), lambda row: row["seats_left"] >= len(trip["party"]))
        if back is not None:
            voucher = _voucher_for(rng, vouchers, return_price(trip, back))
            found = {"trip": trip["booking"], "day": day, "departure": back["departure"]}
            return None if voucher is None else found | {"voucher": voucher["voucher"]}
    return None


def _voucher_for(rng: Random, vouchers: Sequence[Row], price: float) -> Row | None:
    return lean(rng, vouchers, lambda row: row["left"] >= price and row["expires"] >= TODAY)


def _flying(state: State, route: str, day: str) -> list[Row]:
    if not TODAY < day <= LAST_DAY:
        return []
    return [row for row in state.where("departures", "service", service(route, day)) if row["status"] != "cancelled"]


def draw_claim(state: State, account: str, rng: Random) -> Slots | None:
    """Choose a segment that was late or cancelled, now and then one that was not."""
    legs = [(trip, leg) for trip in trips_of(state, account) for leg in trip["segments"]]
    found = lean(rng, legs, lambda pair: _late(state, *pair), 0.85)
    return None if found is None else {"trip": found[0]["booking"], "segment": found[1]["segment"]}


def _late(state: State, trip: Row, leg: Row) -> bool:
    departure = departure_of(state, leg)
    in_time = days_between(departure["date"], TODAY) <= 70
    return (
        trip["status"] != "cancelled"
        and in_time
        and (departure["delay_minutes"] >= 120 or departure["status"] == "cancelled")
    )


def cheapest(state: State, origin: str, destination: str, day: str) -> Row | None:
    """Return the departure of a day with the lowest fare that still has a seat; None if there is none, or a tie."""
    rows = [row for row in _flying(state, f"{origin}-{destination}", day) if row["seats_left"]]
    rows.sort(key=lambda row: row["fares"]["Saver"])
    if not rows or (len(rows) > 1 and rows[0]["fares"]["Saver"] == rows[1]["fares"]["Saver"]):
        return None
    return rows[0]
