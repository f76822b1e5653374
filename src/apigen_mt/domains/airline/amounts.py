"""The desk's arithmetic over rows: refunds, charges, allowances, compensation and miles."""

from typing import NamedTuple

from apigen_mt.domains.airline.data import DISTANCES, FARES, TIERS, TODAY, cents, days_on
from apigen_mt.world.tables import Row, State

CANCELLATION_FEE = 40.0
"""Per passenger, on a Classic fare."""
CHANGE_FEES = {"Saver": 60.0, "Classic": 25.0, "Flex": 0.0}
BAG_FEE = 30.0
BAGS_EACH = 3
SEAT_FEES = {"Saver": 9.0, "Classic": 0.0, "Flex": 0.0}
LEGROOM_FEES = {"Saver": 24.0, "Classic": 18.0, "Flex": 0.0}
PET_FEE = 55.0
DISRUPTED_FROM = 180
"""Minutes of delay from which a segment counts as disrupted."""
COMPENSATED_FROM, LONG_DELAY = 120, 240
LONG_ROUTE = 400
"""Kilometres."""
MILES_PERCENT = {"Saver": 50, "Classic": 100, "Flex": 150}
BONUS = 0.10
VOUCHER_DAYS = 365
VOUCHER_EXPIRES = days_on(TODAY, VOUCHER_DAYS)
"""Last day of a voucher issued today."""


class Refund(NamedTuple):
    """What cancelling a trip gives back."""

    ground: str
    fares: float
    extras: float
    fee: float
    bonus: float
    refund: float


class Charge(NamedTuple):
    """What moving a segment costs."""

    fee: float
    difference: float
    total: float


def segment_of(trip: Row, segment: str) -> Row | None:
    """Return a trip's segment, or None if it has none with that id."""
    return next((row for row in trip["segments"] if row["segment"] == segment), None)


def passenger_of(trip: Row, passenger: str) -> Row | None:
    """Return a trip's passenger, or None if it has none with that id."""
    return next((row for row in trip["party"] if row["passenger"] == passenger), None)


def departure_of(state: State, segment: Row) -> Row:
    """Return the departure that a segment is on."""
    return state.row("departures", segment["departure"])


def starts(state: State, trip: Row) -> str:
    """Return the date of a trip's first segment."""
    return departure_of(state, trip["segments"][0])["date"]


def disrupted(departure: Row) -> bool:
    """Tell whether the airline has cancelled a departure or moved it by three hours or more."""
    return departure["status"] == "cancelled" or departure["delay_minutes"] >= DISRUPTED_FROM


def fares_paid(trip: Row) -> float:
    """Return what was paid for flying: all segments, all passengers."""
    return cents(sum(row["price"] for row in trip["segments"]) * len(trip["party"]))


def extras_paid(trip: Row) -> float:
    """Return what was paid for bags, seats, a pet and insurance."""
    return cents(sum(trip["extras"].values()))


def refund_ground(state: State, trip: Row, cause: str) -> str:
    """Return why a cancelled trip is refunded; `none` if it is not."""
    if trip["booked"] >= days_on(TODAY, -1):
        return "booked_today_or_yesterday"
    if any(disrupted(departure_of(state, row)) for row in trip["segments"]):
        return "disrupted_by_us"
    if trip["insured"] and cause == "illness":
        return "insurance"
    return {"Flex": "flex_fare", "Classic": "classic_fare"}.get(trip["fare"], "none")


def refund_of(state: State, trip: Row, cause: str, refund_to: str) -> Refund:
    """Work out what cancelling a trip gives back."""
    ground = refund_ground(state, trip, cause)
    fares = fares_paid(trip) if ground != "none" else 0.0
    extras = extras_paid(trip) if ground in ("booked_today_or_yesterday", "disrupted_by_us") else 0.0
    fee = min(fares, CANCELLATION_FEE * len(trip["party"])) if ground == "classic_fare" else 0.0
    back = cents(fares + extras - fee)
    bonus = cents(back * BONUS) if refund_to == "voucher" and not trip["voucher_paid"] else 0.0
    return Refund(ground, fares, extras, fee, bonus, cents(back + bonus))


def change_charge(state: State, trip: Row, segment: Row, departure: Row) -> Charge:
    """Work out what moving a segment to another departure costs."""
    if disrupted(departure_of(state, segment)):
        return Charge(0.0, 0.0, 0.0)
    count = len(trip["party"])
    gold = state.row("travellers", trip["traveller"])["tier"] == "Gold"
    fee = 0.0 if gold else CHANGE_FEES[trip["fare"]] * count
    difference = cents(max(0.0, departure["fares"][trip["fare"]] - segment["price"]) * count)
    return Charge(fee, difference, cents(fee + difference))


def upgrade_price(state: State, trip: Row, fare: str) -> float:
    """Return what raising a trip to a dearer fare costs at today's prices."""
    each = sum(max(0.0, departure_of(state, row)["fares"][fare] - row["price"]) for row in trip["segments"])
    return cents(each * len(trip["party"]))


def bag_allowance(state: State, trip: Row) -> int:
    """Return how many checked bags a trip includes: by fare for each passenger, by tier for the traveller."""
    tier = state.row("travellers", trip["traveller"])["tier"]
    return FARES.index(trip["fare"]) * len(trip["party"]) + TIERS.index(tier)


def bag_charge(state: State, trip: Row, bags: int) -> float:
    """Return what so many further bags cost: those beyond the allowance, on every segment."""
    allowance = bag_allowance(state, trip)
    paid = max(0, trip["bags"] + bags - allowance) - max(0, trip["bags"] - allowance)
    return cents(BAG_FEE * paid * len(trip["segments"]))


def seat_charge(trip: Row, seating: str) -> float:
    """Return what choosing seats on one segment costs for the whole party."""
    fees = LEGROOM_FEES if seating == "legroom" else SEAT_FEES
    return cents(fees[trip["fare"]] * len(trip["party"]))


def pet_charge(trip: Row) -> float:
    """Return what a pet in the hold costs."""
    return cents(PET_FEE * len(trip["segments"]))


def compensation(trip: Row, departure: Row, pay_to: str) -> float:
    """Return what the table gives for a late or cancelled departure; the bonus of a voucher included."""
    minutes = LONG_DELAY if departure["status"] == "cancelled" else departure["delay_minutes"]
    if minutes < COMPENSATED_FROM:
        return 0.0
    long_route = DISTANCES[departure["route"]] >= LONG_ROUTE
    each = (170.0 if long_route else 110.0) if minutes >= LONG_DELAY else (90.0 if long_route else 60.0)
    amount = each * len(trip["party"])
    return cents(amount * (1 + BONUS) if pay_to == "voucher" else amount)


def return_price(trip: Row, departure: Row) -> float:
    """Return what a way back costs for the whole party in the trip's fare."""
    return cents(departure["fares"][trip["fare"]] * len(trip["party"]))


def trip_miles(state: State, trip: Row) -> int:
    """Return the miles that the traveller collects on a trip."""
    km = sum(DISTANCES[departure_of(state, row)["route"]] for row in trip["segments"])
    return km * MILES_PERCENT[trip["fare"]] // 100


def voucher_code(state: State) -> str:
    """Return the code of the voucher that is issued next."""
    return f"FERN-{state.count('vouchers') + 20_001}"


def ticket_number(state: State, traveller: str) -> str:
    """Return the number that the traveller's next ticket gets."""
    return f"H{traveller[4:]}-{len(state.where('tickets', 'traveller', traveller)) + 1}"
