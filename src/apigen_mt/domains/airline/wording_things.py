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
    [the|my|that] [trip|] from {from} to {to}
    [my|the|that] [{from} to {to}|{from}, {to}] trip
    ~ {from} to {to}
    [my|the|that] [trip|booking|travel] to {to} [on|of|for|,] {departs_on}
    ~ {departs_on} [trip|] to {to}
    [my|the|that] {to} trip [on|of|starting|,] {departs_on}
    ~ {to}[,| on] {departs_on}
    [the|my] [trip|one|booking] [that [starts|leaves|begins]|starting|leaving|I start] on {departs_on}
    [the|my|that] trip [on|of] {departs_on}
    ~ {departs_on} [trip|one|]
    ~ trip {booking}
    ~ {to} trip
    [the|my] [trip|one|booking] [that [gets me back|comes back|returns]|returning|coming back|with the return] on {returns_on}
    ~ trip [back|home|returning] [on|] {returns_on}
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
    [the|my|that] [voucher for|voucher of|voucher over] {issued_amount}
    [the|my|that] {issued_amount} voucher
    the voucher worth {issued_amount} [when it was issued|at first|when I got it|originally]
    [the|my] [voucher|one] [that [runs out|expires|ends]|expiring|valid until|good until] [on|] {expires}
    = the travel voucher issued for {issued_amount}
    = the travel voucher that is valid until {expires}
""")

PLACE = Phrases("""
    {city}
""")
