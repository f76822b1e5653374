"""The desk's look-ups, and the table of all tools."""

from datetime import date as calendar
from typing import Any

from apigen_mt.domains.airline.amounts import (
    change_charge,
    departure_of,
    extras_paid,
    fares_paid,
    refund_of,
    return_price,
    starts,
    upgrade_price,
)
from apigen_mt.domains.airline.data import DISTANCES, PLACES, service
from apigen_mt.domains.airline.tools_write import (
    WRITES,
    Cause,
    Fare,
    PayTo,
    departure_row,
    segment_row,
    traveller_row,
    trip_row,
    voucher_row,
)
from apigen_mt.world.tables import Row, State
from apigen_mt.world.tools import Tool, ToolError, read


def _same(left: str, right: str) -> bool:
    return "".join(left.casefold().split()) == "".join(right.casefold().split())


def _day(written: str) -> str:
    try:
        return calendar.fromisoformat(written).isoformat()
    except ValueError:
        raise ToolError(f'{written!r} is no date; write it as in "2026-10-12".') from None


@read
def match_booking(state: State, booking: str, family_name: str) -> dict[str, Any]:
    """Find the traveller who made a booking, by its code and their family name.

    Args:
        booking: Booking code such as "FLM-482".
        family_name: Family name of the traveller who made the booking, such as "Kestrel".
    """
    trip = state.get("trips", booking.strip().upper())
    if trip is not None:
        traveller = state.row("travellers", trip["traveller"])
        if _same(traveller["family"], family_name):
            return {"traveller": traveller["traveller"], "name": traveller["name"]}
    raise ToolError(
        "No booking has this code together with this family name. Ask for them again, or identify by membership."
    )


@read
def match_member(state: State, membership: str, birth_date: str) -> dict[str, Any]:
    """Find the traveller with this membership number and date of birth.

    Args:
        membership: Membership number such as "TM-48213".
        birth_date: Date of birth, such as "1984-03-12".
    """
    for row in state.where("travellers", "membership", membership.strip().upper()):
        if row["birth_date"] == birth_date:
            return {"traveller": row["traveller"], "name": row["name"]}
    raise ToolError(
        "No member has this number together with this date of birth. Ask for them again, or identify by booking."
    )


@read
def show_traveller(state: State, traveller: str) -> dict[str, Any]:
    """Show a traveller's membership, contact details, miles and saved cards.

    Args:
        traveller: Traveller id from an identification, such as "trv_0042".
    """
    row = traveller_row(state, traveller)
    fields = ("traveller", "name", "membership", "tier", "miles", "email", "phone")
    cards = [
        {"card": card["card"], "brand": card["brand"], "last4": card["last4"]}
        for card in state.where("cards", "traveller", traveller)
    ]
    return {field: row[field] for field in fields} | {"cards": cards}


@read
def list_trips(state: State, traveller: str) -> list[dict[str, Any]]:
    """List a traveller's trips, past and cancelled ones included: route, dates, status.

    Args:
        traveller: Traveller id from an identification, such as "trv_0042".
    """
    traveller_row(state, traveller)
    return [_summary(state, trip) for trip in state.where("trips", "traveller", traveller)]


def _summary(state: State, trip: Row) -> dict[str, Any]:
    origin, destination = _cities(departure_of(state, trip["segments"][0]))
    back = departure_of(state, trip["segments"][1])["date"] if len(trip["segments"]) > 1 else None
    return {
        "booking": trip["booking"],
        "status": trip["status"],
        "from": origin,
        "to": destination,
        "departs_on": starts(state, trip),
        "returns_on": back,
        "passengers": len(trip["party"]),
        "fare": trip["fare"],
    }


def _cities(departure: Row) -> tuple[str, str]:
    origin, destination = departure["route"].split("-")
    return PLACES[origin], PLACES[destination]


@read
def show_trip(state: State, booking: str) -> dict[str, Any]:
    """Show a trip: fare, payment, bags, extras, and each segment with its delay and compensation.

    Args:
        booking: Booking code such as "FLM-482".
    """
    trip = trip_row(state, booking)
    return {
        "booking": trip["booking"],
        "status": trip["status"],
        "booked_on": trip["booked"],
        "fare": trip["fare"],
        "paid_with": "travel voucher" if trip["voucher_paid"] else state.row("cards", trip["card"])["label"],
        "fares_paid": fares_paid(trip),
        "extras_paid": extras_paid(trip),
        "insured": trip["insured"],
        "checked_bags": trip["bags"],
        "pet": trip["pet"],
        "passengers": len(trip["party"]),
        "segments": [_segment(state, trip, place) for place in range(len(trip["segments"]))],
    }


@read
def list_party(state: State, booking: str) -> list[dict[str, Any]]:
    """List the passengers of a trip: name, whether a child, assistance booked, whether the name was corrected before.

    Args:
        booking: Booking code such as "FLM-482".
    """
    return [dict(row) for row in trip_row(state, booking)["party"]]


def _segment(state: State, trip: Row, place: int) -> dict[str, Any]:
    segment = trip["segments"][place]
    departure = departure_of(state, segment)
    origin, destination = _cities(departure)
    return {
        "segment": segment["segment"],
        "direction": ("outbound", "return")[place],
        "departure": departure["departure"],
        "flight": departure["flight"],
        "from": origin,
        "to": destination,
        "date": departure["date"],
        "departs": departure["departs"],
        "distance_km": DISTANCES[departure["route"]],
        "status": departure["status"],
        "delay_minutes": departure["delay_minutes"],
        "delay_cause": departure["delay_cause"],
        "price_each": segment["price"],
        "seating": segment["seating"],
        "times_rebooked": segment["rebooked"],
        "compensated": segment["claim"] is not None,
    }


@read
def flight_status(state: State, departure: str) -> dict[str, Any]:
    """Tell how one departure stands: times, status, delay, fares, seats left, and seats that can be chosen.

    Args:
        departure: Departure id from a trip or a list of departures, such as "dep_0412".
    """
    row = departure_row(state, departure)
    fields = (
        "flight",
        "date",
        "departs",
        "arrives",
        "status",
        "delay_minutes",
        "delay_cause",
        "fares",
        "seats_left",
        "free",
    )
    found = {field: row[field] for field in fields}
    return found | {"expected_departure": expected(row)}


def expected(departure: Row) -> str | None:
    """Return when a departure leaves as things stand; None if it is cancelled."""
    if departure["status"] == "cancelled":
        return None
    minutes = int(departure["departs"][:2]) * 60 + int(departure["departs"][3:]) + departure["delay_minutes"]
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


@read
def list_places(state: State) -> list[dict[str, Any]]:
    """List the places that the airline flies to, with their airport codes."""
    return [{"place": row["place"], "city": row["city"]} for _, row in state.scan("places")]


@read
def search_departures(state: State, origin: str, destination: str, date: str) -> list[dict[str, Any]]:
    """List the departures between two places on a day that still take bookings, with the price of each fare.

    Args:
        origin: Airport code from list_places, such as "HDB".
        destination: Airport code from list_places, such as "PMW".
        date: Day of travel, such as "2026-10-12".
    """
    for place in (origin, destination):
        if state.get("places", place) is None:
            raise ToolError(f"{place!r} is no airport code. list_places shows them.")
    return [
        {field: row[field] for field in ("departure", "flight", "date", "departs", "arrives", "fares", "seats_left")}
        for row in _flying(state, f"{origin}-{destination}", _day(date))
    ]


def _flying(state: State, route: str, day: str) -> list[Row]:
    return [row for row in state.where("departures", "service", service(route, day)) if row["status"] != "cancelled"]


@read
def list_alternatives(state: State, booking: str, segment: str, date: str) -> list[dict[str, Any]]:
    """List the other departures on a segment's route on a day, with what moving the segment to each would cost.

    Args:
        booking: Booking code such as "FLM-482".
        segment: Segment id from the trip, such as "seg_20418a".
        date: Day to look at, such as "2026-10-12".
    """
    trip = trip_row(state, booking)
    leg = segment_row(trip, segment)
    found = _flying(state, departure_of(state, leg)["route"], _day(date))
    return [
        _option(row) | {"cost_of_change": change_charge(state, trip, leg, row).total}
        for row in found
        if row["departure"] != leg["departure"]
    ]


def _option(departure: Row) -> dict[str, Any]:
    return {field: departure[field] for field in ("departure", "flight", "date", "departs", "seats_left")}


@read
def list_returns(state: State, booking: str, date: str) -> list[dict[str, Any]]:
    """List the departures on a trip's way back on a day, with what a return on each costs in the trip's fare.

    Args:
        booking: Booking code such as "FLM-482".
        date: Day of the return, such as "2026-10-12".
    """
    trip = trip_row(state, booking)
    origin, destination = departure_of(state, trip["segments"][0])["route"].split("-")
    found = _flying(state, f"{destination}-{origin}", _day(date))
    return [_option(row) | {"price": return_price(trip, row)} for row in found]


@read
def quote_refund(state: State, booking: str, cause: Cause, refund_to: PayTo) -> dict[str, Any]:
    """Work out what cancelling a trip would give back. Does not say whether policy allows it.

    Args:
        booking: Booking code such as "FLM-482".
        cause: Why the traveller cancels.
        refund_to: "original" for the way the trip was paid, "voucher" for a new travel voucher.
    """
    quote = refund_of(state, trip_row(state, booking), cause, refund_to)
    return {
        "ground": quote.ground,
        "fares_refunded": quote.fares,
        "extras_refunded": quote.extras,
        "cancellation_fee": quote.fee,
        "voucher_bonus": quote.bonus,
        "refund": quote.refund,
    }


@read
def quote_change(state: State, booking: str, segment: str, departure: str) -> dict[str, Any]:
    """Work out what moving a segment to another departure would cost. Does not say whether policy allows it.

    Args:
        booking: Booking code such as "FLM-482".
        segment: Segment id from the trip, such as "seg_20418a".
        departure: Departure id from list_alternatives, such as "dep_0412".
    """
    trip, row = trip_row(state, booking), departure_row(state, departure)
    charge = change_charge(state, trip, segment_row(trip, segment), row)
    return _option(row) | {"change_fee": charge.fee, "fare_difference": charge.difference, "total": charge.total}


@read
def quote_fare(state: State, booking: str, fare: Fare) -> dict[str, Any]:
    """Work out what raising a trip to a dearer fare would cost. Does not say whether policy allows it.

    Args:
        booking: Booking code such as "FLM-482".
        fare: The new fare.
    """
    trip = trip_row(state, booking)
    return {"booking": booking, "fare_now": trip["fare"], "fare": fare, "price": upgrade_price(state, trip, fare)}


@read
def list_vouchers(state: State, traveller: str) -> list[dict[str, Any]]:
    """List a traveller's travel vouchers by code, with the amount issued and the last day.

    Args:
        traveller: Traveller id from an identification, such as "trv_0042".
    """
    traveller_row(state, traveller)
    rows = state.where("vouchers", "traveller", traveller)
    return [{field: row[field] for field in ("voucher", "issued_amount", "expires")} for row in rows]


@read
def show_voucher(state: State, voucher: str) -> dict[str, Any]:
    """Show a travel voucher: what was issued, what is left of it, and its last day.

    Args:
        voucher: Voucher code such as "REEF-4821".
    """
    row = voucher_row(state, voucher)
    return {field: row[field] for field in ("voucher", "issued_amount", "left", "expires")}


_READS = (
    match_booking, match_member, show_traveller, list_trips, show_trip, list_party, flight_status, list_places,
    search_departures, list_alternatives, list_returns, quote_refund, quote_change, quote_fare, list_vouchers,
    show_voucher,
)  # fmt: skip
TOOLS: dict[str, Tool] = {tool.name: tool for tool in (*_READS, *WRITES)}
