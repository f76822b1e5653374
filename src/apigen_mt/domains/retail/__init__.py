"""Kiln & Clover: the customer desk of an online shop for kitchen, home, garden and craft goods."""

from apigen_mt.domains.asking import asked_for
from apigen_mt.domains.retail.amounts import POINT
from apigen_mt.domains.retail.data import TODAY, tables
from apigen_mt.domains.retail.goals import KINDS
from apigen_mt.domains.retail.policy import POLICY
from apigen_mt.domains.retail.safeguards import SAFEGUARDS, owner
from apigen_mt.domains.retail.slots import ENTITIES
from apigen_mt.domains.retail.tools import TOOLS
from apigen_mt.domains.retail.wording_refusals import REFUSALS
from apigen_mt.values.value import Value, code, email, name
from apigen_mt.world.domain import Domain, Identification
from apigen_mt.world.tables import State


def _facts(state: State, account: str) -> dict[str, Value]:
    row = state.row("customers", account)
    return {
        "name": name(row["name"]),
        "email": email(row["email"]),
        "postcode": code(row["postcode"]),
        "phone": code(row["phone"]),
    }


_IDENTIFICATIONS = (
    Identification(
        "identify_by_email",
        {"email": "email", "postcode": "postcode"},
        lambda result: result["customer"],
        "the email address on your account and your postcode",
    ),
    Identification(
        "identify_by_name",
        {"full_name": "name", "postcode": "postcode"},
        lambda result: result["customer"],
        "your full name and postcode",
    ),
    Identification(
        "identify_by_phone",
        {"phone": "phone", "full_name": "name"},
        lambda result: result["customer"],
        "your full name and the phone number on your account",
    ),
)

DOMAIN = Domain(
    name="retail",
    title="the customer desk of Kiln & Clover, an online shop for kitchen, home, garden and craft goods",
    today=TODAY,
    tools=TOOLS,
    tables=tables,
    policy=POLICY,
    accounts="customers",
    facts=_facts,
    identifications=_IDENTIFICATIONS,
    owner=owner,
    safeguards=SAFEGUARDS,
    entities=ENTITIES,
    kinds=asked_for(KINDS, __name__),
    refusals=REFUSALS,
    rates=(POINT,),
    internal=r"\b(?:cus|pay|prd|var|lin|clm)_[a-z0-9]+\b",
)
