"""The clauses of the policy that code can decide: each function returns None if a call is legal, else the facts."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from apigen_mt.domains.airline.amounts import (
    BAGS_EACH,
    COMPENSATED_FROM,
    departure_of,
    passenger_of,
    refund_ground,
    return_price,
    segment_of,
    starts,
)
from apigen_mt.domains.airline.data import FARES, TODAY, days_between, days_on
from apigen_mt.values.value import code, day, money, name, number, phrase
from apigen_mt.world.policy import Case, Facts
from apigen_mt.world.tables import Row

Broken = Callable[[Case], Facts | None]

NOTICE_DAYS = 2
PET_LIMIT = 32
NAME_LETTERS = 3
CLAIM_DAYS = 60
PETS = ("dog", "cat", "rabbit")
NOT_OUR_DOING = {"weather": "the weather", "air_traffic": "air traffic control"}


def about_trip(rule: Callable[[Case, Row], Facts | None]) -> Broken:
    """Make a rule about a trip into one about a call; a booking that does not exist is the tool's business."""

    def broken(case: Case) -> Facts | None:
        trip = case.state.get("trips", case.call.arguments.get("booking", ""))
        return None if trip is None else rule(case, trip)

    return broken


def about_segment(rule: Callable[[Case, Row, Row, Row], Facts | None]) -> Broken:
    """Make a rule about a trip, one of its segments and that segment's departure into one about a call."""

    def broken(case: Case) -> Facts | None:
        trip = case.state.get("trips", case.call.arguments.get("booking", ""))
        leg = None if trip is None else segment_of(trip, case.call.arguments.get("segment", ""))
        return None if trip is None or leg is None else rule(case, trip, leg, departure_of(case.state, leg))

    return broken


def _arguments(case: Case) -> dict[str, Any]:
    return case.call.arguments


def _new_departure(case: Case) -> Row | None:
    return case.state.get("departures", _arguments(case).get("departure", ""))


def cancelled_already(_: Case, trip: Row) -> Facts | None:
    """The traveller has cancelled the trip before."""
    return {"trip": code(trip["booking"])} if trip["status"] == "cancelled" else None


def too_late(case: Case, trip: Row) -> Facts | None:
    """The segment, or else the first one of the trip, departs today or has departed."""
    leg = segment_of(trip, _arguments(case).get("segment", "")) or trip["segments"][0]
    departure = departure_of(case.state, leg)
    return {"flight": code(departure["flight"]), "date": day(departure["date"])} if departure["date"] <= TODAY else None


def not_refundable(case: Case, trip: Row) -> Facts | None:
    """A Saver fare without any of the grounds on which it is refunded."""
    if refund_ground(case.state, trip, _arguments(case)["cause"]) != "none":
        return None
    return {"trip": code(trip["booking"]), "booked": day(trip["booked"])}


def voucher_only(case: Case, trip: Row) -> Facts | None:
    """A trip that was paid with a voucher gives no money back."""
    if trip["voucher_paid"] and _arguments(case)["refund_to"] == "original":
        return {"trip": code(trip["booking"])}
    return None


def moved_before(_: Case, trip: Row, leg: Row, __: Row) -> Facts | None:
    """A Saver segment that has been rebooked before."""
    if trip["fare"] == "Saver" and leg["rebooked"]:
        return {"trip": code(trip["booking"])}
    return None


def out_of_order(case: Case, trip: Row) -> Facts | None:
    """The return would leave before the outbound flight."""
    new = _new_departure(case)
    if new is None:
        return None
    dates = [departure_of(case.state, row)["date"] for row in trip["segments"]]
    place = next((i for i, row in enumerate(trip["segments"]) if row["segment"] == _arguments(case).get("segment")), 1)
    dates[place : place + 1] = [new["date"]]
    return {"out": day(dates[0]), "back": day(dates[1])} if dates != sorted(dates) else None


def too_full(case: Case, trip: Row) -> Facts | None:
    """The new departure has too few seats for the party."""
    new, count = _new_departure(case), len(trip["party"])
    if new is None or new["seats_left"] >= count:
        return None
    return {"flight": code(new["flight"]), "seats": number(new["seats_left"]), "party": number(count)}


def no_raise(case: Case, trip: Row) -> Facts | None:
    """The new fare is not dearer than the present one."""
    wanted = _arguments(case)["fare"]
    if FARES.index(wanted) > FARES.index(trip["fare"]):
        return None
    return {"fare": phrase(trip["fare"]), "wanted": phrase(wanted)}


def too_many_bags(case: Case, trip: Row) -> Facts | None:
    """More checked bags than the passengers may have together."""
    bags, most = trip["bags"] + _arguments(case)["bags"], BAGS_EACH * len(trip["party"])
    return {"bags": number(bags), "most": number(most), "now": number(trip["bags"])} if bags > most else None


def too_few_seats(case: Case, trip: Row, leg: Row, departure: Row) -> Facts | None:
    """Not enough free seats of the kind for the whole party."""
    free, count = departure["free"][_arguments(case)["seating"]], len(trip["party"])
    if free >= count or leg["seating"] == _arguments(case)["seating"] or departure["date"] <= TODAY:
        return None
    return {"free": number(free), "party": number(count), "flight": code(departure["flight"])}


def exit_row(case: Case, trip: Row) -> Facts | None:
    """Extra legroom is next to the exits, where no children and nobody who needs help may sit."""
    if _arguments(case)["seating"] != "legroom":
        return None
    found = next((row for row in trip["party"] if row["child"] or row["assistance"]), None)
    if found is None:
        return None
    return {
        "passenger": name(found["name"]),
        "why": phrase("is a child" if found["child"] else "has assistance booked"),
    }


def short_notice(case: Case, trip: Row) -> Facts | None:
    """Less than 48 hours, counted in whole days, before the first segment."""
    first = starts(case.state, trip)
    return {"date": day(first)} if first < days_on(TODAY, NOTICE_DAYS) else None


def wrong_animal(case: Case) -> Facts | None:
    """An animal that is not carried."""
    return None if _arguments(case)["animal"] in PETS else {"animal": phrase(_arguments(case)["animal"])}


def too_heavy(case: Case) -> Facts | None:
    """Animal and crate weigh more than the hold takes."""
    return {"weight": number(_arguments(case)["weight_kg"])} if _arguments(case)["weight_kg"] > PET_LIMIT else None


def no_child(case: Case, trip: Row) -> Facts | None:
    """Escorts are for children."""
    found = passenger_of(trip, _arguments(case)["passenger"])
    if found is None or found["child"] or _arguments(case)["assistance"] != "escort":
        return None
    return {"passenger": name(found["name"])}


def another_name(case: Case, trip: Row) -> Facts | None:
    """More than a slip of the pen."""
    found = passenger_of(trip, _arguments(case)["passenger"])
    if found is None or distance(found["name"], _arguments(case)["spelling"]) <= NAME_LETTERS:
        return None
    return {"old": name(found["name"]), "new": name(_arguments(case)["spelling"])}


@lru_cache(maxsize=4096)
def distance(left: str, right: str) -> int:
    """Return how many letters have to be added, dropped or replaced to turn one name into another; case is ignored."""
    left, right = left.casefold(), right.casefold()
    row = list(range(len(right) + 1))
    for place, letter in enumerate(left, 1):
        before, row[0] = row[0], place
        for column, other in enumerate(right, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (letter != other))
    return row[-1]


def named_before(case: Case, trip: Row) -> Facts | None:
    """The name has been corrected before."""
    found = passenger_of(trip, _arguments(case)["passenger"])
    return {"passenger": name(found["name"])} if found is not None and found["corrected"] else None


def about_to_fly(case: Case) -> Facts | None:
    """Boarding passes for a trip of today or tomorrow are on their way to the old address."""
    for trip in case.state.where("trips", "traveller", _arguments(case)["traveller"]):
        for leg in trip["segments"] if trip["status"] == "booked" else ():
            departure = departure_of(case.state, leg)
            if TODAY <= departure["date"] <= days_on(TODAY, 1):
                return {
                    "flight": code(departure["flight"]),
                    "date": day(departure["date"]),
                    "trip": code(trip["booking"]),
                }
    return None


def not_late_enough(_: Case, __: Row, ___: Row, departure: Row) -> Facts | None:
    """The segment was neither cancelled nor two hours late."""
    minutes = departure["delay_minutes"]
    if departure["status"] == "cancelled" or minutes >= COMPENSATED_FROM:
        return None
    how = f"ran {minutes} minutes late" if departure["status"] == "landed" else f"is running {minutes} minutes late"
    on_time = "left on time" if departure["status"] == "landed" else "is running on time"
    return {"flight": code(departure["flight"]), "how": phrase(how if minutes else on_time)}


def not_our_doing(_: Case, __: Row, ___: Row, departure: Row) -> Facts | None:
    """Weather and air traffic control are nobody's fault."""
    cause = NOT_OUR_DOING.get(departure["delay_cause"])
    if cause is None or not_late_enough(_, __, ___, departure) is not None:
        return None
    return {"flight": code(departure["flight"]), "cause": phrase(cause)}


def claimed_late(_: Case, __: Row, ___: Row, departure: Row) -> Facts | None:
    """The segment lies too far back."""
    late = days_between(departure["date"], TODAY) > CLAIM_DAYS
    return {"flight": code(departure["flight"]), "date": day(departure["date"])} if late else None


def claimed_before(_: Case, __: Row, leg: Row, departure: Row) -> Facts | None:
    """Compensation for the segment has been paid."""
    return None if leg["claim"] is None else {"flight": code(departure["flight"])}


def voucher_over(case: Case) -> Facts | None:
    """The voucher has run out."""
    row = case.state.get("vouchers", _arguments(case)["voucher"])
    if row is None or row["expires"] >= TODAY:
        return None
    return {"voucher": code(row["voucher"]), "date": day(row["expires"])}


def voucher_too_small(case: Case, trip: Row) -> Facts | None:
    """What is left of the voucher does not pay for the way back."""
    row, departure = case.state.get("vouchers", _arguments(case)["voucher"]), _new_departure(case)
    if row is None or departure is None or row["left"] >= (price := return_price(trip, departure)):
        return None
    return {"voucher": code(row["voucher"]), "left": money(row["left"]), "price": money(price)}


def has_return(_: Case, trip: Row) -> Facts | None:
    """The trip is no one-way trip."""
    return {"trip": code(trip["booking"])} if len(trip["segments"]) > 1 else None
