"""Lanternhouse Mutual: the member desk of a bank that belongs to its members."""

from apigen_mt.domains.asking import asked_for
from apigen_mt.domains.banking.data import TODAY, tables
from apigen_mt.domains.banking.goals_cards import CARDS
from apigen_mt.domains.banking.goals_member import MEMBER
from apigen_mt.domains.banking.goals_money import MONEY
from apigen_mt.domains.banking.goals_questions import QUESTIONS
from apigen_mt.domains.banking.goals_saving import SAVING
from apigen_mt.domains.banking.policy import POLICY
from apigen_mt.domains.banking.safeguards import SAFEGUARDS, owner
from apigen_mt.domains.banking.slots import ENTITIES
from apigen_mt.domains.banking.tools import TOOLS
from apigen_mt.domains.banking.wording_refusals import REFUSALS
from apigen_mt.values.value import Value, code, day, name
from apigen_mt.world.domain import Domain, Identification
from apigen_mt.world.tables import State


def _facts(state: State, account: str) -> dict[str, Value]:
    row = state.row("members", account)
    return {
        "name": name(row["name"]),
        "member_number": code(row["number"]),
        "birth_date": day(row["birth_date"]),
        "card_ending": code(state.where("cards", "member", account)[0]["digits"]),
        "postcode": code(row["address"]["postcode"]),
    }


_IDENTIFICATIONS = (
    Identification(
        "identify_by_number",
        {"member_number": "member_number", "birth_date": "birth_date"},
        lambda result: result["member"],
        "your member number and birth date",
    ),
    Identification(
        "identify_by_card",
        {"card_ending": "card_ending", "birth_date": "birth_date", "postcode": "postcode"},
        lambda result: result["member"],
        "your card ending (the last four digits of one of your cards), birth date and postcode",
    ),
)

DOMAIN = Domain(
    name="banking",
    title="the member desk of Lanternhouse Mutual, a bank that belongs to its members",
    today=TODAY,
    tools=TOOLS,
    tables=tables,
    policy=POLICY,
    accounts="members",
    facts=_facts,
    identifications=_IDENTIFICATIONS,
    owner=owner,
    safeguards=SAFEGUARDS,
    entities=ENTITIES,
    kinds=asked_for({kind.name: kind for kind in (*MONEY, *CARDS, *SAVING, *MEMBER, *QUESTIONS)}, __name__),
    refusals=REFUSALS,
    internal=r"\b(?:mbr|acc|crd|chg|fee|pye|pmt|sto|dep|ent)_[a-z0-9]+\b",
)
