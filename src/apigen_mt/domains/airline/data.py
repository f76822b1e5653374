"""The airline's tables: places, departures, travellers with their cards and vouchers, trips, and what the desk adds.

Dates cluster around the limits that the policy sets, many past departures ran late, and some trips are near-copies of
each other, so that "my trip to Vessey" may fit two of them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from apigen_mt.domains.people import GIVEN, Person, people
from apigen_mt.world.tables import Row

TODAY = "2026-09-14"
_TODAY = date.fromisoformat(TODAY)

PLACES = {
    "HDB": "Halden Bay",
    "PMW": "Port Merrow",
    "SKR": "Skerrick",
    "OYM": "Oystermouth",
    "GNP": "Gannet Point",
    "LKH": "Larkholm",
    "VSY": "Vessey",
    "ERY": "Eastray",
}
_PAIRS = {
    ("HDB", "PMW"): 210,
    ("HDB", "SKR"): 340,
    ("HDB", "OYM"): 460,
    ("HDB", "GNP"): 280,
    ("HDB", "LKH"): 520,
    ("HDB", "VSY"): 390,
    ("HDB", "ERY"): 640,
    ("PMW", "OYM"): 300,
    ("PMW", "LKH"): 430,
}
DISTANCES = {f"{a}-{b}": km for pair, km in _PAIRS.items() for a, b in (pair, pair[::-1])}
"""Route -> kilometres."""
FARES = ("Saver", "Classic", "Flex")
"""From the cheapest to the dearest."""
TIERS = ("Blue", "Silver", "Gold")

_TIMES = (400, 555, 750, 950, 1100, 1215)
_PAST_DAYS, _FUTURE_DAYS = 72, 44
_DELAYS = (20, 35, 55, 80, 105, 125, 140, 165, 185, 210, 245, 260, 310)
_CAUSES = ("technical", "technical", "technical", "crew", "crew", "late_aircraft", "weather", "air_traffic")
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_CARDS = ("Visa", "Mastercard", "Amex")
_VOUCHER_WORDS = ("GULL", "TERN", "REEF", "COVE", "SURF", "KELP")

Tables = dict[str, dict[str, Row]]


class _World(NamedTuple):
    """What generation passes around."""

    rng: Random
    tables: Tables
    days: dict[str, list[str]]
    """Route and date -> departures."""
    numbers: Iterator[int]
    """Serial numbers without repeats, so that they say nothing about age or place."""


def cents(amount: float) -> float:
    """Round an amount to whole cents, half a cent up."""
    return round(amount + 1e-9, 2)


def days_on(iso: str, days: int) -> str:
    """Return the date so many days after (or, negative, before) a date."""
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Return the number of days from one date to another."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def written_date(iso: str) -> str:
    """Return a date with its year as people write it: `12 March 1984`."""
    found = date.fromisoformat(iso)
    return f"{found.day} {found:%B} {found.year}"


def service(route: str, day: str) -> str:
    """Return the key under which the departures of a route on a day are found."""
    return f"{route} {day}"


def tables(seed: int, size: int) -> Tables:
    """Return all rows; equal seed and size give equal rows."""
    rng = Random(f"airline:{seed}")
    names = ("places", "departures", "travellers", "cards", "vouchers", "trips", "claims", "tickets")
    world = _World(rng, {name: {} for name in names}, {}, iter(rng.sample(range(10_000, 99_999), size * 6)))
    world.tables["places"] |= {code: {"place": code, "city": city} for code, city in PLACES.items()}
    _departures(world)
    for serial, person in enumerate(people(rng, size), 1):
        _traveller(world, f"{serial:04}", person)
    return world.tables


def _hhmm(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _departures(world: _World) -> None:
    rng = world.rng
    for index, (route, km) in enumerate(DISTANCES.items()):
        for offset in range(-_PAST_DAYS, _FUTURE_DAYS + 1):
            day = (_TODAY + timedelta(days=offset)).isoformat()
            count = 1 if offset < 0 else rng.choice((2, 2, 3))
            for slot in sorted(rng.sample(range(len(_TIMES)), count)):
                key = f"dep_{len(world.tables['departures']) + 1:04}"
                leaves = _TIMES[slot] + index * 5 % 45
                row = {
                    "departure": key,
                    "flight": f"TN{101 + index * 10 + slot}",
                    "route": route,
                    "service": service(route, day),
                    "date": day,
                    "departs": _hhmm(leaves),
                    "arrives": _hhmm(leaves + 30 + km // 6),
                    **_punctuality(rng, leaves, past=offset < 0),
                    **_offer(rng, km, past=offset < 0),
                }
                world.tables["departures"][key] = row
                world.days.setdefault(row["service"], []).append(key)


def _punctuality(rng: Random, leaves: int, *, past: bool) -> Row:
    """Return status, delay and cause; nothing is put off past midnight, and future delays are changes of the timetable."""
    if rng.random() < (0.06 if past else 0.08):
        return {"status": "cancelled", "delay_minutes": 0, "delay_cause": rng.choice(_CAUSES)}
    if rng.random() < (0.45 if past else 0.14):
        minutes = rng.choice([delay for delay in _DELAYS if leaves + delay < 1440])
        status = "landed" if past else "delayed"
        return {"status": status, "delay_minutes": minutes, "delay_cause": rng.choice(_CAUSES)}
    return {"status": "landed" if past else "scheduled", "delay_minutes": 0, "delay_cause": None}


def _offer(rng: Random, km: int, *, past: bool) -> Row:
    saver = 24 + km // 10 + rng.randrange(0, 70) / 2
    classic = saver + 18 + rng.randrange(0, 24) / 2
    fares = {"Saver": saver, "Classic": classic, "Flex": classic + 35 + rng.randrange(0, 50) / 2}
    if past:
        return {"fares": fares, "seats_left": 0, "free": {"window": 0, "aisle": 0, "legroom": 0}}
    free = {
        "window": rng.choice((0, 1, 2, 4, 7)),
        "aisle": rng.choice((0, 1, 3, 5, 8)),
        "legroom": rng.choice((0, 1, 2, 4)),
    }
    return {"fares": fares, "seats_left": rng.choice((0, 0, 1, 2, 4, 6, 9, 14, 20, 27)), "free": free}


def _traveller(world: _World, serial: str, person: Person) -> None:
    rng, key = world.rng, f"trv_{serial}"
    tier = rng.choice(("Blue", "Blue", "Blue", "Silver", "Silver", "Gold"))
    world.tables["travellers"][key] = {
        "traveller": key,
        "name": person.name,
        "given": person.given,
        "family": person.family,
        "membership": f"TM-{next(world.numbers)}",
        "tier": tier,
        "birth_date": person.birth_date,
        "email": person.email,
        "phone": person.phone,
        "miles": rng.randrange(120, 5200) + 9000 * TIERS.index(tier),
    }
    cards = [_card(world, key, f"pay_{serial}{letter}") for letter in "abc"[: rng.choice((1, 2, 2, 3))]]
    for _ in range(rng.choice((0, 1, 1, 2, 2, 3))):
        _voucher(world, key)
    model: Row | None = None
    for _ in range(rng.choice((1, 2, 2, 2, 2, 3, 3, 4))):
        trip = _trip(world, person, key, cards, model)
        _claims(world, trip)
        world.tables["trips"][trip["booking"]] = trip
        model = trip if rng.random() < 0.3 else None


def _card(world: _World, traveller: str, key: str) -> str:
    brand, last4 = world.rng.choice(_CARDS), f"{world.rng.randint(1000, 9999)}"
    row = {"card": key, "traveller": traveller, "brand": brand, "last4": last4, "label": f"{brand} ending in {last4}"}
    world.tables["cards"][key] = row
    return key


def _voucher(world: _World, traveller: str) -> None:
    rng = world.rng
    while (code := f"{rng.choice(_VOUCHER_WORDS)}-{rng.randint(1000, 9999)}") in world.tables["vouchers"]:
        pass
    issued = float(rng.choice((60, 85, 110, 140, 180, 220, 260, 340, 420)))
    spent = rng.choice((0.0, 0.0, 0.0, rng.randrange(20, 110) / 2))
    world.tables["vouchers"][code] = {
        "voucher": code,
        "traveller": traveller,
        "issued_amount": issued,
        "left": cents(issued - min(spent, issued)),
        "expires": days_on(TODAY, rng.choice((-60, -21, -8, 0, 9, 17, 30, 44, 75, 120, 190, 260, 330))),
    }


def _trip(world: _World, person: Person, traveller: str, cards: list[str], model: Row | None) -> Row:
    rng, number = world.rng, next(world.numbers)
    while (booking := "".join(rng.choices(_LETTERS, k=3)) + f"-{rng.randint(100, 999)}") in world.tables["trips"]:
        pass
    departures = world.tables["departures"]
    route = departures[model["segments"][0]["departure"]]["route"] if model else rng.choice(list(DISTANCES))
    fare = rng.choice(("Saver", "Saver", "Classic", "Classic", "Flex"))
    party = _party(rng, person, number)
    legs = _legs(world, route)
    segments: list[Row] = []
    for letter, departure in zip("ab", legs, strict=False):
        segments.append({
            "segment": f"seg_{number}{letter}",
            "departure": departure,
            "price": departures[departure]["fares"][fare] + rng.choice((-12.0, -6.5, 0.0, 0.0, 4.0)),
            "seating": rng.choice((None, None, None, "window", "aisle")),
            "rebooked": rng.choice((0, 0, 0, 1)),
            "claim": None,
        })  # fmt: skip
    first, last = (departures[legs[place]]["date"] for place in (0, -1))
    bags = rng.choice((0, 0, 1, 1, 2, 3)) if len(party) > 1 else rng.choice((0, 0, 0, 1, 2))
    insured = rng.random() < 0.4
    extras = {
        "bags": 30.0 * max(0, bags - FARES.index(fare) * len(party)) * len(legs),
        "seats": 9.0 * len(party) * sum(row["seating"] is not None for row in segments) if fare == "Saver" else 0.0,
        "pet": 0.0,
        "insurance": 14.5 * len(party) if insured else 0.0,
    }
    return {
        "booking": booking,
        "traveller": traveller,
        "status": "cancelled" if rng.random() < 0.06 else "flown" if last < TODAY else "booked",
        "booked": _booked(rng, first),
        "fare": fare,
        "party": party,
        "segments": segments,
        "insured": insured,
        "bags": bags,
        "pet": None,
        "extras": extras,
        "card": rng.choice(cards),
        "voucher_paid": rng.random() < 0.18,
        "refunded": 0.0,
    }


def _claims(world: _World, trip: Row) -> None:
    """Let compensation have been paid for some segments."""
    for segment in trip["segments"]:
        departure = world.tables["departures"][segment["departure"]]
        paid_for = departure["status"] == "landed" and departure["delay_minutes"] >= 120
        if paid_for and departure["delay_cause"] in ("technical", "crew") and world.rng.random() < 0.3:
            key = f"clm_{len(world.tables['claims']) + 1:05}"
            segment["claim"] = key
            world.tables["claims"][key] = {
                "claim": key,
                "traveller": trip["traveller"],
                "segment": segment["segment"],
                "amount": 60.0 * len(trip["party"]),
                "pay_to": "original",
                "paid": min(days_on(departure["date"], world.rng.randint(1, 20)), TODAY),
            }


def _legs(world: _World, route: str) -> list[str]:
    """Return an outbound departure and perhaps one back."""
    rng = world.rng
    offset = rng.choice(
        (-68, -66, -64, -62, -59, -55, -48, -39, -30, -22, -14, -9, -5, -2) if rng.random() < 0.3 else _AHEAD
    )
    outbound = _on(world, route, offset)
    if rng.random() < 0.42:
        return [outbound]
    origin, destination = route.split("-")
    return [outbound, _on(world, f"{destination}-{origin}", min(offset + rng.randint(1, 9), _FUTURE_DAYS))]


_AHEAD = (0, 1, 1, 2, 3, 3, 4, 5, 6, 7, 9, 11, 13, 15, 18, 20, 22, 25, 27, 30, 33)


def _on(world: _World, route: str, offset: int) -> str:
    """Return a departure of a day, or near it one that ran late: people write about those."""
    rng = world.rng
    day = (_TODAY + timedelta(days=offset)).isoformat()
    found = world.days[service(route, day)]
    wanted = 0.4 if offset < 0 else 0.0
    if rng.random() < wanted:
        near = [key for step in (0, 1, -1) for key in world.days.get(service(route, days_on(day, step)), ())]
        late = [key for key in near if world.tables["departures"][key]["delay_minutes"] >= 100]
        found = [key for key in late if world.tables["departures"][key]["date"] < TODAY] or found
    return rng.choice(found)


def _booked(rng: Random, first: str) -> str:
    """Return a booking date before the first departure; many of them in the last days."""
    if first > days_on(TODAY, 1) and rng.random() < 0.3:
        return days_on(TODAY, -rng.choice((0, 0, 1, 1, 2, 3)))
    return days_on(min(first, TODAY), -rng.randint(4, 50))


def _party(rng: Random, person: Person, number: int) -> list[Row]:
    count = rng.choice((1, 1, 1, 2, 2, 3, 4))
    givens = rng.sample([given for given in GIVEN if given != person.given], count)
    party = [_passenger(rng, f"psg_{number}a", person.name, child=False)]
    for letter, given in zip("bcd", givens[: count - 1], strict=False):
        party.append(_passenger(rng, f"psg_{number}{letter}", f"{given} {person.family}", child=rng.random() < 0.3))
    return party


def _passenger(rng: Random, key: str, name: str, *, child: bool) -> Row:
    assistance = "wheelchair" if not child and rng.random() < 0.06 else None
    corrected = rng.random() < 0.14
    name = misspelt(name, rng) if rng.random() < 0.35 else name
    return {"passenger": key, "name": name, "child": child, "corrected": corrected, "assistance": assistance}


def misspelt(name: str, rng: Random) -> str:
    """Return a name with one slip: a letter doubled, dropped or swapped with its neighbour."""
    place = rng.choice([i for i in range(1, len(name) - 1) if name[i].islower() and name[i + 1].islower()])
    slips = [name[:place] + name[place] + name[place:], name[:place] + name[place + 1 :]]
    slips.append(name[:place] + name[place + 1] + name[place] + name[place + 2 :])
    return rng.choice([slip for slip in slips if slip != name])
