"""What the desk can change. Tools guard the integrity of the tables; what a traveller is entitled to, policy decides."""

from typing import Any, Literal

from apigen_mt.domains.airline.amounts import (
    VOUCHER_DAYS,
    bag_charge,
    change_charge,
    compensation,
    departure_of,
    passenger_of,
    pet_charge,
    refund_of,
    return_price,
    seat_charge,
    segment_of,
    ticket_number,
    upgrade_price,
    voucher_code,
)
from apigen_mt.domains.airline.data import TODAY, cents, days_on
from apigen_mt.world.tables import Row, State
from apigen_mt.world.tools import Tool, ToolError, write

Cause = Literal["illness", "plans_changed", "work", "booked_twice", "event_called_off"]
PayTo = Literal["original", "voucher"]
Fare = Literal["Saver", "Classic", "Flex"]
Seating = Literal["window", "aisle", "legroom"]
Assistance = Literal["wheelchair", "sight", "hearing", "escort"]
Animal = Literal["dog", "cat", "rabbit", "parrot", "ferret"]
Topic = Literal[
    "bag_lost",
    "bag_damaged",
    "item_left_on_board",
    "group_booking",
    "invoice",
    "missing_miles",
    "crew_feedback",
    "data_copy",
]

ANSWER_DAYS = {
    "bag_lost": 1,
    "bag_damaged": 3,
    "item_left_on_board": 2,
    "group_booking": 4,
    "invoice": 3,
    "missing_miles": 7,
    "crew_feedback": 10,
    "data_copy": 14,
}
"""Topic -> days until the team answers."""


def traveller_row(state: State, traveller: str) -> Row:
    """Return a traveller.

    Raises:
        ToolError: when there is none with that id.
    """
    row = state.get("travellers", traveller)
    if row is None:
        raise ToolError(f"There is no traveller {traveller!r}. Identification gives the id.")
    return row


def trip_row(state: State, booking: str) -> Row:
    """Return a trip.

    Raises:
        ToolError: when there is none with that booking code.
    """
    row = state.get("trips", booking)
    if row is None:
        raise ToolError(f'There is no booking {booking!r}. Codes look like "FLM-482"; list_trips shows them.')
    return row


def segment_row(trip: Row, segment: str) -> Row:
    """Return a segment of a trip.

    Raises:
        ToolError: when the trip has none with that id.
    """
    row = segment_of(trip, segment)
    if row is None:
        raise ToolError(f"Trip {trip['booking']} has no segment {segment!r}. show_trip lists its segments.")
    return row


def passenger_row(trip: Row, passenger: str) -> Row:
    """Return a passenger of a trip.

    Raises:
        ToolError: when the trip has none with that id.
    """
    row = passenger_of(trip, passenger)
    if row is None:
        raise ToolError(f"Trip {trip['booking']} has no passenger {passenger!r}. list_party shows them.")
    return row


def departure_row(state: State, departure: str) -> Row:
    """Return a departure.

    Raises:
        ToolError: when there is none with that id.
    """
    row = state.get("departures", departure)
    if row is None:
        raise ToolError(
            f"There is no departure {departure!r}. Ids come from show_trip, list_alternatives or search_departures."
        )
    return row


def voucher_row(state: State, voucher: str) -> Row:
    """Return a travel voucher.

    Raises:
        ToolError: when there is none with that code.
    """
    row = state.get("vouchers", voucher)
    if row is None:
        raise ToolError(f'There is no voucher {voucher!r}. Codes look like "REEF-4821"; list_vouchers shows them.')
    return row


def _open_trip(state: State, booking: str) -> Row:
    row = trip_row(state, booking)
    if row["status"] != "booked":
        raise ToolError(f"Trip {booking} is {row['status']}; this works only on a trip that is booked.")
    return state.edit("trips", booking)


def _card_label(state: State, trip: Row) -> str:
    return state.row("cards", trip["card"])["label"]


def _take_seats(state: State, departure: str, count: int) -> None:
    row = departure_row(state, departure)
    if row["status"] == "cancelled" or row["date"] <= TODAY:
        raise ToolError(f"Flight {row['flight']} on {row['date']} takes no more bookings.")
    if row["seats_left"] < count:
        raise ToolError(
            f"Flight {row['flight']} on {row['date']} has {row['seats_left']} seats left, {count} are needed."
        )
    state.edit("departures", departure)["seats_left"] -= count


def _free_seats(state: State, departure: str, count: int) -> None:
    if state.row("departures", departure)["date"] > TODAY:
        state.edit("departures", departure)["seats_left"] += count


def _issue_voucher(state: State, traveller: str, amount: float) -> dict[str, Any]:
    code = voucher_code(state)
    expires = days_on(TODAY, VOUCHER_DAYS)
    state.insert("vouchers", code, {
        "voucher": code, "traveller": traveller, "issued_amount": amount, "left": amount, "expires": expires,
    })  # fmt: skip
    return {"voucher": code, "voucher_expires": expires}


@write
def cancel_trip(state: State, booking: str, cause: Cause, refund_to: PayTo) -> dict[str, Any]:
    """Cancel a whole trip and refund what its fare gives back.

    Args:
        booking: Booking code such as "FLM-482".
        cause: Why the traveller cancels.
        refund_to: "original" for the way the trip was paid, "voucher" for a new travel voucher.
    """
    trip = _open_trip(state, booking)
    quote = refund_of(state, trip, cause, refund_to)
    trip["status"], trip["refunded"] = "cancelled", quote.refund
    for segment in trip["segments"]:
        _free_seats(state, segment["departure"], len(trip["party"]))
    result = {"booking": booking, "status": "cancelled", "cancellation_fee": quote.fee, "refund": quote.refund}
    if refund_to == "voucher":
        return result | _issue_voucher(state, trip["traveller"], quote.refund)
    return result | {"refund_goes_to": _card_label(state, trip)}


@write
def rebook_segment(state: State, booking: str, segment: str, departure: str) -> dict[str, Any]:
    """Move one segment of a trip to another departure on its route. The trip's card is charged; chosen seats are given up.

    Args:
        booking: Booking code such as "FLM-482".
        segment: Segment id from the trip, such as "seg_20418a".
        departure: Departure id from list_alternatives, such as "dep_0412".
    """
    trip = _open_trip(state, booking)
    leg, old, new = segment_row(trip, segment), segment_row(trip, segment)["departure"], departure_row(state, departure)
    if new["route"] != state.row("departures", old)["route"]:
        raise ToolError("The new departure is on another route; list_alternatives shows the ones that are possible.")
    if departure == old:
        raise ToolError(f"The segment already is on flight {new['flight']} on {new['date']}.")
    charge = change_charge(state, trip, leg, new)
    _take_seats(state, departure, len(trip["party"]))
    _free_seats(state, old, len(trip["party"]))
    leg |= {"departure": departure, "seating": None, "rebooked": leg["rebooked"] + 1}
    leg["price"] = max(leg["price"], new["fares"][trip["fare"]]) if charge.difference else leg["price"]
    return {
        "booking": booking,
        "flight": new["flight"],
        "date": new["date"],
        "departs": new["departs"],
        "change_fee": charge.fee,
        "fare_difference": charge.difference,
        "charged": charge.total,
        "charged_to": _card_label(state, trip),
    }


@write
def raise_fare(state: State, booking: str, fare: Fare) -> dict[str, Any]:
    """Raise a trip to a dearer fare at today's prices. The cost goes to the trip's card.

    Args:
        booking: Booking code such as "FLM-482".
        fare: The new fare.
    """
    trip = _open_trip(state, booking)
    if fare == trip["fare"]:
        raise ToolError(f"Trip {booking} is on a {fare} fare already.")
    price = upgrade_price(state, trip, fare)
    for segment in trip["segments"]:
        segment["price"] = max(segment["price"], departure_of(state, segment)["fares"][fare])
    trip["fare"] = fare
    return {"booking": booking, "fare": fare, "charged": price, "charged_to": _card_label(state, trip)}


@write
def add_bags(state: State, booking: str, bags: int, card: str) -> dict[str, Any]:
    """Check further bags in on all segments of a trip. Bags beyond the allowance are charged.

    Args:
        booking: Booking code such as "FLM-482".
        bags: How many bags to add, such as 2.
        card: Card id from the traveller's record, such as "pay_0042a".
    """
    trip = _open_trip(state, booking)
    paying = state.get("cards", card)
    if paying is None or paying["traveller"] != trip["traveller"]:
        raise ToolError(f"The traveller has no card {card!r}. show_traveller lists theirs.")
    if bags < 1:
        raise ToolError("The number of bags to add has to be at least 1.")
    charge = bag_charge(state, trip, bags)
    trip["bags"] += bags
    trip.setdefault("bag_payments", []).append({"card": card, "amount": charge})
    trip["extras"]["bags"] = cents(trip["extras"]["bags"] + charge)
    return {"booking": booking, "checked_bags": trip["bags"], "charged": charge, "charged_to": paying["label"]}


@write
def choose_seats(state: State, booking: str, segment: str, seating: Seating) -> dict[str, Any]:
    """Give the whole party seats of one kind on a segment. The fee goes to the trip's card.

    Args:
        booking: Booking code such as "FLM-482".
        segment: Segment id from the trip, such as "seg_20418a".
        seating: Where everybody sits: by the window, on the aisle, or with extra legroom.
    """
    trip = _open_trip(state, booking)
    leg, count = segment_row(trip, segment), len(trip["party"])
    if leg["seating"] == seating:
        raise ToolError("The party already has seats of that kind on this segment.")
    free = state.edit("departures", leg["departure"])["free"]
    if free[seating] < count:
        raise ToolError(f"There are {free[seating]} free seats of that kind, {count} are needed.")
    free[seating] -= count
    charge = seat_charge(trip, seating)
    if leg["seating"] is not None:
        free[leg["seating"]] += count
    leg["seating"] = seating
    trip["extras"]["seats"] = cents(trip["extras"]["seats"] + charge)
    return {
        "booking": booking,
        "seating": seating,
        "seats": count,
        "charged": charge,
        "charged_to": _card_label(state, trip),
    }


@write
def correct_name(state: State, booking: str, passenger: str, spelling: str) -> dict[str, Any]:
    """Correct the spelling of a passenger's name on a trip.

    Args:
        booking: Booking code such as "FLM-482".
        passenger: Passenger id from list_party, such as "psg_20418a".
        spelling: The full name as it should be, such as "Orla Kestrel".
    """
    trip = _open_trip(state, booking)
    row = passenger_row(trip, passenger)
    if row["name"] == spelling:
        raise ToolError(f"The name on the trip already is {spelling}.")
    row["name"], row["corrected"] = spelling, True
    return {"booking": booking, "name": spelling}


@write
def pay_compensation(state: State, booking: str, segment: str, pay_to: PayTo) -> dict[str, Any]:
    """Pay the compensation of the table for a late or cancelled segment.

    Args:
        booking: Booking code such as "FLM-482".
        segment: Segment id from the trip, such as "seg_20418a".
        pay_to: "original" for the trip's card, "voucher" for a new travel voucher.
    """
    row = trip_row(state, booking)
    if row["status"] == "cancelled":
        raise ToolError(f"Trip {booking} was cancelled; nothing can be claimed for it.")
    trip = state.edit("trips", booking)
    leg = segment_row(trip, segment)
    if leg["claim"] is not None:
        raise ToolError("Compensation for this segment has been paid already.")
    amount = compensation(trip, departure_of(state, leg), pay_to)
    if not amount:
        raise ToolError("This segment was neither cancelled nor late enough for any compensation.")
    claim = f"clm_{state.count('claims') + 1:05}"
    leg["claim"] = claim
    state.insert("claims", claim, {
        "claim": claim, "traveller": trip["traveller"], "segment": segment, "amount": amount, "pay_to": pay_to, "paid": TODAY,
    })  # fmt: skip
    result = {"booking": booking, "compensation": amount}
    if pay_to == "voucher":
        return result | _issue_voucher(state, trip["traveller"], amount)
    return result | {"paid_to": _card_label(state, trip)}


@write
def add_return(state: State, booking: str, departure: str, voucher: str) -> dict[str, Any]:
    """Add the way back to a one-way trip, in the trip's fare, paid with a travel voucher.

    Args:
        booking: Booking code such as "FLM-482".
        departure: Departure id from list_returns, such as "dep_0412".
        voucher: Voucher code such as "REEF-4821".
    """
    row = trip_row(state, booking)
    if row["status"] == "cancelled":
        raise ToolError(f"Trip {booking} was cancelled; nothing can be added to it.")
    if len(row["segments"]) > 1:
        raise ToolError(f"Trip {booking} has a return already; rebook_segment moves it.")
    back, paying = departure_row(state, departure), voucher_row(state, voucher)
    if back["route"] != "-".join(reversed(departure_of(state, row["segments"][0])["route"].split("-"))):
        raise ToolError("That departure is not on the way back of this trip; list_returns shows the ones that are.")
    price = return_price(row, back)
    if paying["traveller"] != row["traveller"] or paying["left"] < price:
        raise ToolError(f"Voucher {voucher} is not the traveller's own or does not cover ${price:.2f}.")
    _take_seats(state, departure, len(row["party"]))
    trip, used = state.edit("trips", booking), state.edit("vouchers", voucher)
    used["left"] = cents(used["left"] - price)
    trip["status"] = "booked"
    trip["segments"].append({
        "segment": trip["segments"][0]["segment"][:-1] + "b", "departure": departure,
        "price": back["fares"][trip["fare"]], "seating": None, "rebooked": 0, "claim": None,
    })  # fmt: skip
    return {
        "booking": booking,
        "flight": back["flight"],
        "date": back["date"],
        "departs": back["departs"],
        "taken_from_voucher": price,
        "left_on_voucher": used["left"],
    }


@write
def request_assistance(state: State, booking: str, passenger: str, assistance: Assistance) -> dict[str, Any]:
    """Have a passenger helped at the airports and on board, on all segments of a trip. It costs nothing.

    Args:
        booking: Booking code such as "FLM-482".
        passenger: Passenger id from list_party, such as "psg_20418a".
        assistance: A wheelchair, help for people with low sight or low hearing, or an escort for a child.
    """
    trip = _open_trip(state, booking)
    row = passenger_row(trip, passenger)
    if row["assistance"] is not None:
        raise ToolError(f"{row['name']} already has assistance on this trip: {row['assistance']}.")
    row["assistance"] = assistance
    return {"booking": booking, "passenger": row["name"], "assistance": assistance}


@write
def take_pet(state: State, booking: str, animal: Animal, weight_kg: int) -> dict[str, Any]:
    """Reserve a place in the hold for a pet on all segments of a trip. The fee goes to the trip's card.

    Args:
        booking: Booking code such as "FLM-482".
        animal: What kind of animal it is.
        weight_kg: Weight of the animal and its crate together in kilograms, such as 18.
    """
    trip = _open_trip(state, booking)
    if trip["pet"] is not None:
        raise ToolError(f"Trip {booking} already has a pet on it; there is one place a trip.")
    if weight_kg < 1:
        raise ToolError("The weight has to be at least 1 kg.")
    charge = pet_charge(trip)
    trip["pet"] = {"animal": animal, "weight_kg": weight_kg}
    trip["extras"]["pet"] = charge
    return {"booking": booking, "pet": trip["pet"], "charged": charge, "charged_to": _card_label(state, trip)}


@write
def change_email(state: State, traveller: str, address: str) -> dict[str, Any]:
    """Change the email address to which a traveller's boarding passes are sent.

    Args:
        traveller: Traveller id from an identification, such as "trv_0042".
        address: The new email address, such as "o.kestrel@inkwell.example".
    """
    traveller_row(state, traveller)
    if state.where("travellers", "email", address):
        raise ToolError(f"{address} is in use already.")
    state.edit("travellers", traveller)["email"] = address
    return {"traveller": traveller, "email": address}


@write
def hand_over(state: State, traveller: str, topic: Topic) -> dict[str, Any]:
    """Open a ticket for the team that deals with what no other tool can do.

    Args:
        traveller: Traveller id from an identification, such as "trv_0042".
        topic: What the ticket is about: a lost or damaged bag, something left on board, a group booking, an invoice,
            missing miles, feedback about the crew, or a copy of one's data.
    """
    traveller_row(state, traveller)
    if any(row["topic"] == topic for row in state.where("tickets", "traveller", traveller)):
        raise ToolError(f"The traveller already has an open ticket about {topic}.")
    ticket, answer_by = ticket_number(state, traveller), days_on(TODAY, ANSWER_DAYS[topic])
    row = {"ticket": ticket, "traveller": traveller, "topic": topic, "opened": TODAY, "answer_by": answer_by}
    state.insert("tickets", ticket, row)
    return {"ticket": ticket, "topic": topic, "answer_by": answer_by}


WRITES: tuple[Tool, ...] = (
    cancel_trip, rebook_segment, raise_fare, add_bags, choose_seats, correct_name, pay_compensation, add_return,
    request_assistance, take_pet, change_email, hand_over,
)  # fmt: skip
