"""What travellers refer to, and the details that wishes are made of."""

from typing import Any

from apigen_mt.domains.airline import wording_choices as words
from apigen_mt.domains.airline import wording_things as things
from apigen_mt.domains.airline import wording_topics as topics
from apigen_mt.domains.airline.wording import Choices
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import day, email, name, phrase
from apigen_mt.world.domain import Entity, Record, Slot

_COUNTS = {1: "one more bag", 2: "two more bags", 3: "three more bags", 4: "four more bags"}


def _rows(result: Any) -> list[Record]:
    return list(result)


def _party(result: Any) -> list[Record]:
    return [{**row, "given": row["name"].split()[0]} for row in result]


TRIP = Entity(
    name="trip",
    finder=lambda account, slots: ToolCall("list_trips", {"traveller": account}),
    records=_rows,
    key="booking",
    kinds={"booking": "code", "to": "name", "from": "name", "departs_on": "date", "returns_on": "date"},
    described=things.TRIP,
    label=lambda record: f"trip {record['booking']}",
)
SEGMENT = Entity(
    name="segment",
    finder=lambda account, slots: ToolCall("show_trip", {"booking": slots["trip"]}),
    records=lambda result: list(result["segments"]),
    key="segment",
    kinds={"direction": "text", "flight": "code", "date": "date", "to": "name"},
    described=things.SEGMENT,
    label=lambda record: f"the {record['direction']} flight",
)
PASSENGER = Entity(
    name="passenger",
    finder=lambda account, slots: ToolCall("list_party", {"booking": slots["trip"]}),
    records=_party,
    key="passenger",
    kinds={"name": "name", "given": "name"},
    described=things.PASSENGER,
    label=lambda record: record["name"],
)
DEPARTURE = Entity(
    name="departure",
    finder=lambda account, slots: ToolCall(
        "list_alternatives", {"booking": slots["trip"], "segment": slots["segment"], "date": slots["day"]}
    ),
    records=_rows,
    key="departure",
    kinds={"departs": "time", "flight": "code"},
    described=things.DEPARTURE,
    label=lambda record: f"flight {record['flight']}",
)
RETURN = Entity(
    name="return",
    finder=lambda account, slots: ToolCall("list_returns", {"booking": slots["trip"], "date": slots["day"]}),
    records=_rows,
    key="departure",
    kinds={"departs": "time", "flight": "code"},
    described=things.DEPARTURE,
    label=lambda record: f"flight {record['flight']}",
)
CARD = Entity(
    name="card",
    finder=lambda account, slots: ToolCall("show_traveller", {"traveller": account}),
    records=lambda result: list(result["cards"]),
    key="card",
    kinds={"brand": "name", "last4": "code"},
    described=things.CARD,
    label=lambda record: f"your {record['brand']} ending in {record['last4']}",
)
VOUCHER = Entity(
    name="voucher",
    finder=lambda account, slots: ToolCall("list_vouchers", {"traveller": account}),
    records=_rows,
    key="voucher",
    kinds={"voucher": "code", "issued_amount": "money", "expires": "date"},
    described=things.VOUCHER,
    label=lambda record: f"voucher {record['voucher']}",
)
PLACE = Entity(
    name="place",
    finder=lambda account, slots: ToolCall("list_places", {}),
    records=_rows,
    key="place",
    kinds={"city": "name"},
    described=things.PLACE,
    label=lambda record: record["city"],
)
ENTITIES = {entity.name: entity for entity in (TRIP, SEGMENT, PASSENGER, DEPARTURE, RETURN, CARD, VOUCHER, PLACE)}


def _choice(slot: str, asked: str, of: Choices) -> Slot:
    return Slot(slot, asked, choices=of.said, meanings=of.meanings, names=of.names)


TRIP_SLOT = Slot("trip", "which trip this is about", entity="trip")
SEGMENT_SLOT = Slot("segment", "which flight of that trip you mean", entity="segment")
PASSENGER_SLOT = Slot("passenger", "which passenger this is for", entity="passenger")
DAY = Slot("day", "which day you'd like to travel", typed=lambda value: (day(value),))
DEPARTURE_SLOT = Slot("departure", "which departure on that day you'd like", entity="departure")
RETURN_SLOT = Slot("departure", "which departure on that day you'd like", entity="return")
CARD_SLOT = Slot("card", "which of your saved cards to charge", entity="card")
VOUCHER_SLOT = Slot("voucher", "which travel voucher you mean", entity="voucher")
ORIGIN = Slot("origin", "where you'd be flying from", entity="place")
DESTINATION = Slot("destination", "where you'd be flying to", entity="place")
BAGS = Slot("bags", "how many bags you'd like to add", typed=lambda value: (phrase(_COUNTS[value]),))
SPELLING = Slot("spelling", "how the full name should be spelt", typed=lambda value: (name(value),))
WEIGHT = Slot(
    "weight", "how much the animal and its crate weigh together", typed=lambda value: (phrase(f"{value} kg"),)
)
ADDRESS = Slot("address", "the new email address", typed=lambda value: (email(value),))
CAUSE = _choice("cause", "the reason for cancelling", words.CAUSES)
REFUND_TO = _choice(
    "refund_to", "whether the refund should go to the original form of payment or to a travel voucher", words.REFUND_TO
)
PAY_TO = _choice("pay_to", "whether you'd like the original form of payment or a travel voucher", words.REFUND_TO)
FARE = _choice("fare", "which fare you'd like", words.FARES)
SEATING = _choice(
    "seating", "where you'd like to sit: by the window, on the aisle or with extra legroom", words.SEATING
)
ASSISTANCE = _choice("assistance", "what kind of assistance is needed", words.ASSISTANCE)
ANIMAL = _choice("animal", "what kind of animal it is", words.ANIMALS)
BAG_TROUBLE = _choice("trouble", "what has happened to your luggage or belongings", topics.BAG_TROUBLE)
TOPIC = _choice("topic", "what it's about", topics.TOPICS)
GROUND = _choice("ground", "what the discount would be for", topics.GROUNDS)
PERSON = _choice("person", "whose booking it is", topics.PERSONS)
SUBJECT = _choice("subject", "what you'd like to know about", topics.SUBJECTS)
