"""What travellers want done: how each wish is drawn over real rows, fulfilled, told and checked."""

from functools import lru_cache
from random import Random
from typing import Any

from apigen_mt.domains.airline import slots as s
from apigen_mt.domains.airline import wording_changes as changes
from apigen_mt.domains.airline import wording_extras as extras
from apigen_mt.domains.airline import wording_service as service
from apigen_mt.domains.airline.amounts import (
    VOUCHER_EXPIRES,
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
    starts,
    ticket_number,
    upgrade_price,
    voucher_code,
)
from apigen_mt.domains.airline.data import FARES, TODAY, cents, days_on, written_date
from apigen_mt.domains.airline.draws import (
    ahead,
    chosen,
    departure_on,
    draw_claim,
    draw_move,
    draw_return,
    draw_segment,
    leg_of,
    trip_of,
)
from apigen_mt.domains.airline.rules import PETS, distance
from apigen_mt.domains.airline.tools_write import ANSWER_DAYS
from apigen_mt.domains.kinds import Arguments, Details, Effect, action
from apigen_mt.domains.people import FAMILY, GIVEN, MAIL
from apigen_mt.domains.wording import Wording
from apigen_mt.values.value import Value, clock, code, day, email, money, name, number, phrase
from apigen_mt.world.domain import GoalKind, Slot, Slots
from apigen_mt.world.tables import Row, State

_GROUNDS = {
    "booked_today_or_yesterday": "it was booked today or yesterday",
    "disrupted_by_us": "one of its flights is disrupted",
    "insurance": "its insurance covers illness",
    "flex_fare": "it is on a Flex fare",
    "classic_fare": "it is on a Classic fare",
    "none": "it is on a Saver fare",
}
_SEATED = {"window": "by the window", "aisle": "on the aisle", "legroom": "with extra legroom"}


def _card(state: State, trip: Row) -> Value:
    return phrase(f"{state.row('cards', trip['card'])['label']}")


def _payout(state: State, trip: Row, pay_to: str) -> dict[str, Value]:
    """Return where money would go, and, once it went there, where it is."""
    if pay_to == "original":
        card = f"your {state.row('cards', trip['card'])['label']}"
        return {"goes_to": phrase(card), "went_to": phrase(card)}
    issued = f"travel voucher {voucher_code(state)}, valid until {written_date(VOUCHER_EXPIRES)}"
    return {"goes_to": phrase("a new travel voucher"), "went_to": phrase(issued)}


def _for_trip(_: State, __: str, slots: Slots) -> dict[str, Any]:
    return {"booking": slots["trip"]} | {key: value for key, value in slots.items() if key != "trip"}


# --- Cancelling and rebooking ------------------------------------------------------------------------------------------


def _draw_cancel(state: State, account: str, rng: Random) -> Slots | None:
    trip = ahead(state, account, rng)
    if trip is None:
        return None
    insured = trip["insured"] and rng.random() < 0.6
    to_voucher = trip["voucher_paid"] and rng.random() < 0.4
    return {
        "trip": trip["booking"],
        "cause": "illness" if insured else chosen(s.CAUSE, rng),
        "refund_to": "voucher" if to_voucher else chosen(s.REFUND_TO, rng),
    }


def _cancel_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    trip = trip_of(state, slots)
    quote = refund_of(state, trip, slots["cause"], slots["refund_to"])
    found = {"refund": money(quote.refund), "fee": money(quote.fee), "ground": phrase(_GROUNDS[quote.ground])}
    return found | _payout(state, trip, slots["refund_to"])


def _is_cancelled(before: State, after: State, account: str, slots: Slots) -> bool:
    refund = _cancel_details(before, account, slots)["refund"].value
    vouchers = (len(state.where("vouchers", "traveller", account)) for state in (before, after))
    new = trip_of(after, slots)
    issued = -next(vouchers) + next(vouchers)
    return new["status"] == "cancelled" and new["refunded"] == refund and issued == (slots["refund_to"] == "voucher")


def _rebook_arguments(state: State, _: str, slots: Slots) -> dict[str, Any]:
    return {"booking": slots["trip"], "segment": slots["segment"], "departure": departure_on(state, slots)["departure"]}


def charge_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    """Tell what moving a segment costs, and to when it moves."""
    trip, new = trip_of(state, slots), departure_on(state, slots)
    charge = change_charge(state, trip, leg_of(state, slots), new)
    return {
        "fee": money(charge.fee),
        "difference": money(charge.difference),
        "total": money(charge.total),
        "flight": code(new["flight"]),
        "date": day(new["date"]),
        "departs": clock(new["departs"]),
        "charged_to": _card(state, trip),
    }


def _is_moved(before: State, after: State, _: str, slots: Slots) -> bool:
    old, new = leg_of(before, slots), leg_of(after, slots)
    seats = [state.row("departures", slots["departure"])["seats_left"] for state in (before, after)]
    moved = old["departure"] != new["departure"] == slots["departure"]
    return moved and seats[0] - seats[1] == len(trip_of(after, slots)["party"])


def _return_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    trip, back = trip_of(state, slots), departure_on(state, slots)
    price = return_price(trip, back)
    return {
        "price": money(price),
        "left": money(max(0.0, cents(state.row("vouchers", slots["voucher"])["left"] - price))),
        "flight": code(back["flight"]),
        "date": day(back["date"]),
        "departs": clock(back["departs"]),
    }


def _return_arguments(state: State, _: str, slots: Slots) -> dict[str, Any]:
    return {"booking": slots["trip"], "departure": departure_on(state, slots)["departure"], "voucher": slots["voucher"]}


def _has_return(before: State, after: State, _: str, slots: Slots) -> bool:
    left = [state.row("vouchers", slots["voucher"])["left"] for state in (before, after)]
    segments = trip_of(after, slots)["segments"]
    return len(segments) == 2 and segments[1]["departure"] == slots["departure"] and left[1] < left[0]


# --- Fares, bags, seats, assistance, pets --------------------------------------------------------------------------------


def _draw_fare(state: State, account: str, rng: Random) -> Slots | None:
    trip = ahead(state, account, rng)
    if trip is None:
        return None
    others = [fare for fare in FARES if fare != trip["fare"]]
    dearer = [fare for fare in others if FARES.index(fare) > FARES.index(trip["fare"])]
    return {"trip": trip["booking"], "fare": rng.choice(dearer if dearer and rng.random() < 0.8 else others)}


def _fare_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    trip = trip_of(state, slots)
    return {"price": money(upgrade_price(state, trip, slots["fare"])), "charged_to": _card(state, trip)}


def _draw_bags(state: State, account: str, rng: Random) -> Slots | None:
    trip = ahead(state, account, rng)
    cards = state.where("cards", "traveller", account)
    if trip is None or not cards:
        return None
    return {"trip": trip["booking"], "bags": rng.choice((1, 1, 1, 2, 2, 3)), "card": rng.choice(cards)["card"]}


def _bag_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    trip = trip_of(state, slots)
    return {"charge": money(bag_charge(state, trip, slots["bags"])), "total": number(trip["bags"] + slots["bags"])}


def _draw_seats(state: State, account: str, rng: Random) -> Slots | None:
    slots = draw_segment(state, account, rng)
    if slots is None:
        return None
    free, count = departure_of(state, leg_of(state, slots))["free"], len(trip_of(state, slots)["party"])
    now = leg_of(state, slots)["seating"]
    kinds = [kind for kind in _SEATED if kind != now]
    fitting = [kind for kind in kinds if free[kind] >= count]
    return slots | {"seating": rng.choice(fitting if fitting and rng.random() < 0.75 else kinds)}


def _seat_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    trip, departure = trip_of(state, slots), departure_of(state, leg_of(state, slots))
    return {
        "charge": money(seat_charge(trip, slots["seating"])),
        "where": phrase(_SEATED[slots["seating"]]),
        "flight": code(departure["flight"]),
        "date": day(departure["date"]),
        "charged_to": _card(state, trip),
    }


def _draw_assistance(state: State, account: str, rng: Random) -> Slots | None:
    trip = ahead(state, account, rng)
    if trip is None:
        return None
    family = state.row("travellers", account)["family"]
    # Nobody asks for help for a name that they spell wrong.
    party = [row for row in trip["party"] if row["assistance"] is None and _meant(row["name"], family) == row["name"]]
    if not party:
        return None
    passenger = rng.choice(party)
    kinds = (
        ("escort", "escort", "wheelchair", "sight", "hearing")
        if passenger["child"]
        else tuple(s.ASSISTANCE.choices or ())
    )
    return {"trip": trip["booking"], "passenger": passenger["passenger"], "assistance": rng.choice(sorted(kinds))}


def _first_day(state: State, _: str, slots: Slots) -> dict[str, Value]:
    return {"first": day(starts(state, trip_of(state, slots)))}


def _draw_pet(state: State, account: str, rng: Random) -> Slots | None:
    trip = ahead(state, account, rng)
    if trip is None:
        return None
    animal = rng.choice(PETS) if rng.random() < 0.8 else chosen(s.ANIMAL, rng)
    heavy = {"dog": (9, 14, 18, 22, 26, 31, 32, 34, 38, 41), "cat": (5, 6, 7, 8, 9)}
    return {"trip": trip["booking"], "animal": animal, "weight": rng.choice(heavy.get(animal, (3, 4, 5, 6)))}


def _pet_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    trip = trip_of(state, slots)
    return {"charge": money(pet_charge(trip)), "charged_to": _card(state, trip)}


# --- Names, contact, compensation, tickets -------------------------------------------------------------------------------


def _draw_name(state: State, account: str, rng: Random) -> Slots | None:
    trip = ahead(state, account, rng)
    if trip is None:
        return None
    passenger = rng.choice(trip["party"])
    if rng.random() < 0.14:
        given = passenger["name"].split()[0] if rng.random() < 0.5 else rng.choice(GIVEN)
        spelling = f"{given} {rng.choice(FAMILY)}"
    else:
        spelling = _meant(passenger["name"], state.row("travellers", account)["family"])
    if spelling == passenger["name"]:
        return None
    return {"trip": trip["booking"], "passenger": passenger["passenger"], "spelling": spelling}


def _meant(written: str, family: str) -> str:
    """Return the name that a misspelt one stands for; a party shares the traveller's family name."""
    return f"{_given(written.split(maxsplit=1)[0])} {family}"


@lru_cache(maxsize=4096)
def _given(written: str) -> str:
    return written if written in GIVEN else min(GIVEN, key=lambda name: distance(name, written))


def _name_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    passenger = passenger_of(trip_of(state, slots), slots["passenger"])
    return {"spelling": name(slots["spelling"]), "old": name(passenger["name"] if passenger else "")}


def _named(after: State, slots: Slots) -> Row:
    return passenger_of(trip_of(after, slots), slots["passenger"]) or {}


def _draw_compensation(state: State, account: str, rng: Random) -> Slots | None:
    slots = draw_claim(state, account, rng)
    return None if slots is None else slots | {"pay_to": chosen(s.PAY_TO, rng)}


def _compensation_details(state: State, _: str, slots: Slots) -> dict[str, Value]:
    trip, departure = trip_of(state, slots), departure_of(state, leg_of(state, slots))
    found = {
        "amount": money(compensation(trip, departure, slots["pay_to"])),
        "flight": code(departure["flight"]),
        "date": day(departure["date"]),
    }
    return found | _payout(state, trip, slots["pay_to"])


def _is_paid(before: State, after: State, _: str, slots: Slots) -> bool:
    new = segment_of(trip_of(after, slots), slots["segment"])
    return (
        leg_of(before, slots)["claim"] is None
        and new is not None
        and after.get("claims", str(new["claim"])) is not None
    )


def _draw_email(state: State, account: str, rng: Random) -> Slots | None:
    row = state.row("travellers", account)
    mark = rng.choice(("", ".", "_"))
    address = f"{row['given']}{mark}{row['family']}{rng.randint(100, 999)}@{rng.choice(MAIL)}".lower()
    return None if state.where("travellers", "email", address) else {"address": address}


def _handing_over(slot: str) -> tuple[Arguments, Details, Effect]:
    def arguments(_: State, account: str, slots: Slots) -> dict[str, Any]:
        return {"traveller": account, "topic": slots[slot]}

    def details(state: State, account: str, slots: Slots) -> dict[str, Value]:
        return {
            "ticket": code(ticket_number(state, account)),
            "answer_by": day(days_on(TODAY, ANSWER_DAYS[slots[slot]])),
        }

    def is_open(before: State, after: State, account: str, slots: Slots) -> bool:
        rows = after.where("tickets", "traveller", account)
        return any(row["topic"] == slots[slot] and before.get("tickets", row["ticket"]) is None for row in rows)

    return arguments, details, is_open


def _ticket(kind: str, slot: Slot, words: Wording) -> GoalKind:
    arguments, details, effect = _handing_over(slot.name)

    def draw(_: State, __: str, rng: Random) -> Slots:
        return {slot.name: chosen(slot, rng)}

    return action(kind, "hand_over", (slot,), draw, arguments, details, ("ticket", "answer_by"), effect, words)


ACTIONS: tuple[GoalKind, ...] = (
    action(
        "cancel", "cancel_trip", (s.TRIP_SLOT, s.CAUSE, s.REFUND_TO), _draw_cancel, _for_trip, _cancel_details,
        ("refund",), _is_cancelled, changes.CANCEL,
    ),
    action(
        "rebook", "rebook_segment", (s.TRIP_SLOT, s.SEGMENT_SLOT, s.DAY, s.DEPARTURE_SLOT), draw_move, _rebook_arguments,
        charge_details, ("date", "departs", "total"), _is_moved, changes.REBOOK,
    ),
    action(
        "add_way_back", "add_return", (s.TRIP_SLOT, s.DAY, s.RETURN_SLOT, s.VOUCHER_SLOT), draw_return, _return_arguments,
        _return_details, ("date", "departs", "price", "left"), _has_return, changes.RETURN,
    ),
    action(
        "upgrade", "raise_fare", (s.TRIP_SLOT, s.FARE), _draw_fare, _for_trip, _fare_details, ("price",),
        lambda before, after, _, v: trip_of(before, v)["fare"] != trip_of(after, v)["fare"] == v["fare"], extras.UPGRADE,
    ),
    action(
        "more_bags", "add_bags", (s.TRIP_SLOT, s.BAGS, s.CARD_SLOT), _draw_bags, _for_trip, _bag_details,
        ("charge", "total"),
        lambda before, after, _, v: trip_of(after, v)["bags"] - trip_of(before, v)["bags"] == v["bags"], extras.BAGS,
    ),
    action(
        "seats", "choose_seats", (s.TRIP_SLOT, s.SEGMENT_SLOT, s.SEATING), _draw_seats, _for_trip, _seat_details,
        ("charge",), lambda _, after, __, v: leg_of(after, v)["seating"] == v["seating"], extras.SEATS,
    ),
    action(
        "assistance", "request_assistance", (s.TRIP_SLOT, s.PASSENGER_SLOT, s.ASSISTANCE), _draw_assistance, _for_trip,
        _first_day, ("first",), lambda _, after, __, v: _named(after, v)["assistance"] == v["assistance"],
        extras.ASSISTANCE,
    ),
    action(
        "pet", "take_pet", (s.TRIP_SLOT, s.ANIMAL, s.WEIGHT), _draw_pet,
        lambda _, __, v: {"booking": v["trip"], "animal": v["animal"], "weight_kg": v["weight"]}, _pet_details, ("charge",),
        lambda _, after, __, v: trip_of(after, v)["pet"] == {"animal": v["animal"], "weight_kg": v["weight"]}, extras.PET,
    ),
    action(
        "name", "correct_name", (s.TRIP_SLOT, s.PASSENGER_SLOT, s.SPELLING), _draw_name, _for_trip, _name_details,
        ("spelling",), lambda _, after, __, v: _named(after, v)["name"] == v["spelling"], service.NAME,
    ),
    action(
        "compensation", "pay_compensation", (s.TRIP_SLOT, s.SEGMENT_SLOT, s.PAY_TO), _draw_compensation, _for_trip,
        _compensation_details, ("amount",), _is_paid, service.COMPENSATION,
    ),
    action(
        "new_email", "change_email", (s.ADDRESS,), _draw_email,
        lambda _, account, v: {"traveller": account, "address": v["address"]},
        lambda _, __, v: {"address": email(v["address"])}, ("address",),
        lambda _, after, account, v: after.row("travellers", account)["email"] == v["address"], service.EMAIL,
    ),
    _ticket("lost_things", s.BAG_TROUBLE, service.LOST_THINGS),
    _ticket("other_request", s.TOPIC, service.OTHER_REQUEST),
)  # fmt: skip
