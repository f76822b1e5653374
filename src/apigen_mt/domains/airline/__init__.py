"""Ternway Air: the traveller desk of a small airline between islands and coast towns."""

from apigen_mt.domains.airline.data import TODAY, tables
from apigen_mt.domains.airline.goals import ACTIONS
from apigen_mt.domains.airline.goals_questions import QUESTIONS
from apigen_mt.domains.airline.policy import POLICY
from apigen_mt.domains.airline.safeguards import SAFEGUARDS, owner
from apigen_mt.domains.airline.slots import ENTITIES
from apigen_mt.domains.airline.tools import TOOLS
from apigen_mt.domains.airline.wording_refusals import REFUSALS
from apigen_mt.domains.asking import asked_for
from apigen_mt.values.value import Value, code, day, email, name
from apigen_mt.world.domain import Domain, Identification
from apigen_mt.world.tables import State


def _facts(state: State, account: str) -> dict[str, Value]:
    row = state.row("travellers", account)
    trips = state.where("trips", "traveller", account)
    remembered = next((trip for trip in trips if trip["status"] == "booked"), trips[0])
    return {
        "name": name(row["name"]),
        "booking_code": code(remembered["booking"]),
        "family_name": name(row["family"]),
        "membership_number": code(row["membership"]),
        "birth_date": day(row["birth_date"]),
        "email": email(row["email"]),
    }


_IDENTIFICATIONS = (
    Identification(
        "match_booking",
        {"booking": "booking_code", "family_name": "family_name"},
        lambda result: result["traveller"],
        "the code of one of your bookings and your family name",
    ),
    Identification(
        "match_member",
        {"membership": "membership_number", "birth_date": "birth_date"},
        lambda result: result["traveller"],
        "your membership number and your date of birth",
    ),
)

DOMAIN = Domain(
    name="airline",
    title="the traveller desk of Ternway Air, a small airline between islands and coast towns",
    today=TODAY,
    tools=TOOLS,
    tables=tables,
    policy=POLICY,
    accounts="travellers",
    facts=_facts,
    identifications=_IDENTIFICATIONS,
    owner=owner,
    safeguards=SAFEGUARDS,
    entities=ENTITIES,
    kinds=asked_for({kind.name: kind for kind in (*ACTIONS, *QUESTIONS)}, __name__),
    refusals=REFUSALS,
    internal=r"\b(?:trv|dep|seg|psg|pay|clm)_[a-z0-9]+\b",
)
