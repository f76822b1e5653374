"""What members refer to, and the details that wishes are made of."""

from typing import Any

from apigen_mt.domains.banking import wording_choices as choices
from apigen_mt.domains.banking import wording_things as things
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, day, email, money, name, number
from apigen_mt.world.domain import Entity, Record, Slot


def _all(result: Any) -> list[Record]:
    return list(result)


def _standing_records(result: Any) -> list[Record]:
    return [{**row, "what": "standing order"} for row in result if row["status"] == "active"]


def _deposit_records(result: Any) -> list[Record]:
    return [{**row, "what": "fixed deposit"} for row in result if row["status"] == "running"]


ACCOUNT = Entity(
    name="account",
    finder=lambda account, slots: ToolCall("list_accounts", {"member": account}),
    records=_all,
    key="account",
    kinds={"nickname": "name", "kind": "text", "digits": "code"},
    described=things.ACCOUNT,
    label=lambda record: f"the {record['nickname']} account ending in {record['digits']}",
)
CARD = Entity(
    name="card",
    finder=lambda account, slots: ToolCall("list_cards", {"member": account}),
    records=_all,
    key="card",
    kinds={"kind": "text", "digits": "code", "account_nickname": "name"},
    described=things.CARD,
    label=lambda record: f"the {record['kind']} card ending in {record['digits']}",
)
CHARGE = Entity(
    name="charge",
    finder=lambda account, slots: ToolCall("list_charges", {"card": slots["card"]}),
    records=_all,
    key="charge",
    kinds={"merchant": "name", "amount": "money", "date": "date"},
    described=things.CHARGE,
    label=lambda record: f"the {record['merchant']} charge",
)
FEE = Entity(
    name="fee",
    finder=lambda account, slots: ToolCall("list_fees", {"member": account}),
    records=_all,
    key="fee",
    kinds={"kind": "text", "amount": "money", "date": "date"},
    described=things.FEE,
    label=lambda record: f"the {record['kind']}",
)
PAYEE = Entity(
    name="payee",
    finder=lambda account, slots: ToolCall("list_payees", {"member": account}),
    records=_all,
    key="payee",
    kinds={"name": "name", "digits": "code"},
    described=things.PAYEE,
    label=lambda record: f"{record['name']} (account ending in {record['digits']})",
)
STANDING_ORDER = Entity(
    name="standing_order",
    finder=lambda account, slots: ToolCall("list_standing_orders", {"member": account}),
    records=_standing_records,
    key="standing_order",
    kinds={"payee": "name", "purpose": "text", "amount": "money", "what": "text"},
    described=things.STANDING_ORDER,
    label=lambda record: f"the {record['purpose']} standing order to {record['payee']}",
)
DEPOSIT = Entity(
    name="deposit",
    finder=lambda account, slots: ToolCall("list_deposits", {"member": account}),
    records=_deposit_records,
    key="deposit",
    kinds={"principal": "money", "matures": "date", "opened": "date", "what": "text"},
    described=things.DEPOSIT,
    label=lambda record: f"the fixed deposit of ${record['principal']:,.2f}",
)
ENTITIES = {entity.name: entity for entity in (ACCOUNT, CARD, CHARGE, FEE, PAYEE, STANDING_ORDER, DEPOSIT)}


def _money(value: Any) -> tuple[Value, ...]:
    return (money(value),)


ACCOUNT_SLOT = Slot("account", "which account you mean", entity="account")
FROM_ACCOUNT = Slot("account", "which account to pay from", entity="account")
PAYOUT_ACCOUNT = Slot("account", "which account the money should go to", entity="account")
SOURCE = Slot("source", "which account the money should come from", entity="account")
TARGET = Slot("target", "which account it should go to", entity="account")
CARD_SLOT = Slot("card", "which card you mean", entity="card")
CHARGE_SLOT = Slot("charge", "which charge it is", entity="charge")
FEE_SLOT = Slot("fee", "which fee you mean", entity="fee")
PAYEE_SLOT = Slot("payee", "who the money should go to", entity="payee")
ORDER_SLOT = Slot("standing_order", "which standing order you mean", entity="standing_order")
DEPOSIT_SLOT = Slot("deposit", "which fixed deposit you mean", entity="deposit")
AMOUNT = Slot("amount", "how much it should be", typed=_money)
NEW_AMOUNT = Slot("amount", "the new amount", typed=_money)
LIMIT = Slot("limit", "which limit you'd like", typed=_money)
SPEED = Slot(
    "speed", "whether it should go standard or express", choices=choices.SPEEDS, meanings=choices.SPEED_MEANINGS,
    names=choices.SPEED_NAMES,
)  # fmt: skip
SECURITY_WORD = Slot("security_word", "your security word", typed=lambda value: (name(value),))
BLOCK_CAUSE = Slot(
    "cause",
    "what has happened",
    choices=choices.BLOCK_CAUSES,
    meanings=choices.BLOCK_MEANINGS,
    names=choices.BLOCK_NAMES,
)
REPLACE_CAUSE = Slot(
    "cause", "why you need a new card", choices=choices.REPLACE_CAUSES, meanings=choices.REPLACE_MEANINGS,
    names=choices.REPLACE_NAMES,
)  # fmt: skip
DISPUTE_CAUSE = Slot(
    "cause", "what is wrong with the charge", choices=choices.DISPUTE_CAUSES, meanings=choices.DISPUTE_MEANINGS,
    names=choices.DISPUTE_NAMES,
)  # fmt: skip
COUNTRY = Slot("country", "which country you're going to", typed=lambda value: (name(value),))
FIRST_DAY = Slot("first_day", "the first day of your journey", typed=lambda value: (day(value),))
LAST_DAY = Slot("last_day", "the last day of your journey", typed=lambda value: (day(value),))
DAY_OF_MONTH = Slot("day_of_month", "the new day of the month", typed=lambda value: (number(value),))
NEW_EMAIL = Slot("email", "the new email address", typed=lambda value: (email(value),))
NEW_PHONE = Slot("phone", "the new phone number", typed=lambda value: (code(value),))
CATEGORY = Slot(
    "category", "which kind of spending you mean", choices=choices.CATEGORIES, meanings=choices.CATEGORY_MEANINGS,
    names=choices.CATEGORY_NAMES,
)  # fmt: skip
MONTH = Slot(
    "month", "which month you mean", choices=choices.MONTHS, meanings=choices.MONTH_MEANINGS, names=choices.MONTH_NAMES
)
MERCHANT = Slot("merchant", "which shop or firm you mean", typed=lambda value: (name(value),))
TOPIC = Slot(
    "topic", "what it's about", choices=choices.TOPICS, meanings=choices.TOPIC_MEANINGS, names=choices.TOPIC_NAMES
)
PERSON = Slot(
    "person",
    "whose affairs they are",
    choices=choices.PEOPLE,
    meanings=choices.PEOPLE_MEANINGS,
    names=choices.PEOPLE_NAMES,
)
MATTER = Slot(
    "matter",
    "what you'd like to know",
    choices=choices.MATTERS,
    meanings=choices.MATTER_MEANINGS,
    names=choices.MATTER_NAMES,
)
RATE = Slot(
    "rate", "which rate you mean", choices=choices.RATES, meanings=choices.RATE_MEANINGS, names=choices.RATE_NAMES
)
