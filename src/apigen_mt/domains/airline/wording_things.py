"""How people refer to trips, segments, departures, passengers, cards, vouchers and places."""

from apigen_mt.language.grammar import Phrases

TRIP = Phrases("""
    booking {booking}
    my booking {booking}
    [trip|reservation] {booking}
    ~ {booking}
    = the booking with the code {booking}
    my trip to {to}
    [the|my] {to} trip
    the trip from {from} to {to}
    my trip to {to} on {departs_on}
    the trip that [starts|leaves] on {departs_on}
    [the|my] trip on {departs_on}
    ~ trip {booking}
    ~ {to} trip
    the trip that [gets me back|comes back] on {returns_on}
    + [my|our] little [trip|outing] to {to} on {departs_on}
    = my journey from {from} to {to} on {departs_on}
""")

SEGMENT = Phrases("""
    the {direction} flight
    the {direction} leg
    flight {flight}
    ~ {flight}
    the flight on {date}
    the {date} flight
    the flight to {to}
    the leg to {to}
    = the {direction} segment
    = flight {flight} on {date}
""")

DEPARTURE = Phrases("""
    the {departs} flight
    the {departs} departure
    the one at {departs}
    the {departs} one
    ~ {departs}
    flight {flight}
    ~ {flight}
    + the one that leaves at {departs}
    = the departure at {departs}
    = flight {flight} at {departs}
""")

PASSENGER = Phrases("""
    {given}
    {name}
""")

CARD = Phrases("""
    my {brand}
    the {brand}
    my {brand} card
    the {brand} ending in {last4}
    the card ending in {last4}
    my {brand} ending {last4}
    ~ {brand}
    ~ card {last4}
    = the {brand} card that ends in {last4}
""")

VOUCHER = Phrases("""
    voucher {voucher}
    my voucher {voucher}
    travel voucher {voucher}
    ~ {voucher}
    the voucher for {issued_amount}
    my voucher for {issued_amount}
    the voucher worth {issued_amount} when it was issued
    the voucher that [runs out|expires] on {expires}
    = the travel voucher issued for {issued_amount}
    = the travel voucher that is valid until {expires}
""")

PLACE = Phrases("""
    {city}
""")
