"""What has to surround each write: the reads that show what its rules look at, and what the traveller agrees to."""

from typing import Any

from apigen_mt.domains.airline.amounts import (
    bag_charge,
    change_charge,
    compensation,
    departure_of,
    pet_charge,
    refund_of,
    return_price,
    seat_charge,
    segment_of,
    upgrade_price,
)
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, clock, code, day, email, money, name, number, phrase
from apigen_mt.world.domain import Safeguard
from apigen_mt.world.tables import Row, State

Arguments = dict[str, Any]
Needs = list[tuple[ToolCall, ...]]


def _trip(arguments: Arguments) -> tuple[ToolCall, ...]:
    return (ToolCall("show_trip", {"booking": arguments["booking"]}),)


def _row(state: State, arguments: Arguments) -> Row:
    return state.row("trips", arguments["booking"])


def _leg(state: State, arguments: Arguments) -> Row:
    return segment_of(_row(state, arguments), arguments["segment"]) or {}


def _party(arguments: Arguments) -> tuple[ToolCall, ...]:
    return (ToolCall("list_party", {"booking": arguments["booking"]}),)


def _trip_and_party(_: State, __: str, arguments: Arguments) -> Needs:
    return [_trip(arguments), _party(arguments)]


def _only_trip(_: State, __: str, arguments: Arguments) -> Needs:
    return [_trip(arguments)]


def _cancel_needs(_: State, __: str, arguments: Arguments) -> Needs:
    return [_trip(arguments), (ToolCall("quote_refund", arguments),)]


def _rebook_needs(state: State, _: str, arguments: Arguments) -> Needs:
    date = state.row("departures", arguments["departure"])["date"]
    listed = {"booking": arguments["booking"], "segment": arguments["segment"], "date": date}
    return [_trip(arguments), (ToolCall("quote_change", arguments), ToolCall("list_alternatives", listed))]


def _return_needs(state: State, _: str, arguments: Arguments) -> Needs:
    date = state.row("departures", arguments["departure"])["date"]
    return [
        _trip(arguments),
        (ToolCall("list_returns", {"booking": arguments["booking"], "date": date}),),
        (ToolCall("show_voucher", {"voucher": arguments["voucher"]}),),
    ]


def _fare_needs(_: State, __: str, arguments: Arguments) -> Needs:
    return [_trip(arguments), (ToolCall("quote_fare", arguments),)]


def _bag_needs(_: State, account: str, arguments: Arguments) -> Needs:
    return [_trip(arguments), (ToolCall("show_traveller", {"traveller": account}),)]


def _seat_needs(state: State, _: str, arguments: Arguments) -> Needs:
    status = ToolCall("flight_status", {"departure": _leg(state, arguments)["departure"]})
    return [_trip(arguments), _party(arguments), (status,)]


def _email_needs(state: State, account: str, _: Arguments) -> Needs:
    """The list shows first days and returns, so no trip of today or tomorrow can hide from it."""
    return [(ToolCall("list_trips", {"traveller": account}),)]


def _booking(arguments: Arguments) -> Value:
    return code(arguments["booking"])


def _cancelled(state: State, arguments: Arguments) -> tuple[Value, ...]:
    quote = refund_of(state, _row(state, arguments), arguments["cause"], arguments["refund_to"])
    return _booking(arguments), money(quote.refund)


def _rebooked(state: State, arguments: Arguments) -> tuple[Value, ...]:
    new = state.row("departures", arguments["departure"])
    charge = change_charge(state, _row(state, arguments), _leg(state, arguments), new)
    return _booking(arguments), day(new["date"]), clock(new["departs"]), money(charge.total)


def _returned(state: State, arguments: Arguments) -> tuple[Value, ...]:
    back = state.row("departures", arguments["departure"])
    price = money(return_price(_row(state, arguments), back))
    return _booking(arguments), code(arguments["voucher"]), day(back["date"]), clock(back["departs"]), price


def _raised(state: State, arguments: Arguments) -> tuple[Value, ...]:
    price = upgrade_price(state, _row(state, arguments), arguments["fare"])
    return _booking(arguments), phrase(arguments["fare"]), money(price)


def _bagged(state: State, arguments: Arguments) -> tuple[Value, ...]:
    charge = bag_charge(state, _row(state, arguments), arguments["bags"])
    return _booking(arguments), number(arguments["bags"]), money(charge)


def _seated(state: State, arguments: Arguments) -> tuple[Value, ...]:
    return _booking(arguments), money(seat_charge(_row(state, arguments), arguments["seating"]))


def _paid(state: State, arguments: Arguments) -> tuple[Value, ...]:
    departure = departure_of(state, _leg(state, arguments))
    return _booking(arguments), money(compensation(_row(state, arguments), departure, arguments["pay_to"]))


def _petted(state: State, arguments: Arguments) -> tuple[Value, ...]:
    return _booking(arguments), number(arguments["weight_kg"]), money(pet_charge(_row(state, arguments)))


SAFEGUARDS = {
    "cancel_trip": Safeguard(_cancel_needs, _cancelled, settles=("trips",)),
    "rebook_segment": Safeguard(_rebook_needs, _rebooked),
    "add_return": Safeguard(_return_needs, _returned),
    "raise_fare": Safeguard(_fare_needs, _raised),
    "add_bags": Safeguard(_bag_needs, _bagged),
    "choose_seats": Safeguard(_seat_needs, _seated),
    "request_assistance": Safeguard(_trip_and_party, lambda _, arguments: (_booking(arguments),)),
    "take_pet": Safeguard(_only_trip, _petted),
    "correct_name": Safeguard(_trip_and_party, lambda _, arguments: (_booking(arguments), name(arguments["spelling"]))),
    "pay_compensation": Safeguard(_only_trip, _paid, settles=("trips", "claims")),
    "change_email": Safeguard(_email_needs, lambda _, arguments: (email(arguments["address"]),)),
    "hand_over": Safeguard(lambda _, __, ___: [], None, settles=("tickets",)),
}

_OWNED: tuple[tuple[str, str, str], ...] = (
    ("booking", "trips", "traveller"),
    ("voucher", "vouchers", "traveller"),
    ("card", "cards", "traveller"),
    ("traveller", "travellers", "traveller"),
)


def owner(state: State, call: ToolCall) -> str | None:
    """Return the account whose data a call touches; None for public data and unknown ids."""
    for parameter, table, field in _OWNED:
        row = state.get(table, str(call.arguments.get(parameter, "")))
        if row is not None:
            return row[field]
    return None
