"""What customers refer to, and the details that wishes are made of."""

from dataclasses import replace
from typing import Any

from apigen_mt.domains.retail import wording_things as things
from apigen_mt.domains.retail.catalogue import PRODUCTS
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, day, email, name, number, phrase
from apigen_mt.world.domain import Entity, Record, Slot, Slots

_THINGS = {product.item: product.thing for product in PRODUCTS}
_COUNTS = {2: "two", 3: "three", 4: "four"}
_PLURALS = {"pestle and mortar": "pestle and mortar sets"}


def _several(thing: str) -> str:
    return _PLURALS.get(thing) or f"{thing}{'es' if thing.endswith(('x', 'sh')) else 's'}"


def _order_records(result: Any) -> list[Record]:
    return [{**row, "thing": [_THINGS[item] for item in row["items"]]} for row in result]


def _line_records(result: Any) -> list[Record]:
    return [_line_record(line) for line in result["lines"] if line["state"] == "kept"]


def _line_record(line: Record) -> Record:
    thing = _THINGS[line["item"]]
    if line["quantity"] > 1:
        return {**line, "item": None, "name": line["item"], "things": _several(thing)}
    return {**line, "name": line["item"], "thing": thing}


def _line_label(line: Record) -> str:
    if line["quantity"] > 1:
        count = _COUNTS.get(line["quantity"], str(line["quantity"]))
        return f"the {count} {line['option']} {_several(line['name'])}"
    return f"the {line['option']} {line['name']}"


def _as_listed(result: Any) -> list[Record]:
    return result


def _variant_records(result: Any) -> list[Record]:
    return [option for product in result[:1] for option in product["options"]]


ORDER = Entity(
    name="order",
    finder=lambda account, slots: ToolCall("list_orders", {"customer": account}),
    records=_order_records,
    key="order",
    kinds={"order": "code", "placed": "date", "delivered": "date", "thing": "name"},
    described=things.ORDER,
    label=lambda record: f"order {record['order']}",
)
LINE = Entity(
    name="line",
    finder=lambda account, slots: ToolCall("show_order", {"order": slots["order"]}),
    records=_line_records,
    key="line",
    kinds={"thing": "name", "things": "name", "item": "name", "option": "text"},
    described=things.LINE,
    label=_line_label,
)
SWAP_OPTION = Entity(
    name="swap_option",
    finder=lambda account, slots: ToolCall("list_options", {"order": slots["order"], "line": slots["line"]}),
    records=_as_listed,
    key="variant",
    kinds={"option": "text"},
    described=things.OPTION,
    label=lambda record: f"the {record['option']} version",
)
VARIANT = Entity(
    name="variant",
    finder=lambda account, slots: ToolCall("search_catalogue", {"item": slots["item"]}),
    records=_variant_records,
    key="variant",
    kinds={"option": "text"},
    described=things.OPTION,
    label=lambda record: f"the {record['option']} version",
)
VOUCHER = Entity(
    name="voucher",
    finder=lambda account, slots: ToolCall("list_vouchers", {"customer": account}),
    records=_as_listed,
    key="voucher",
    kinds={"voucher": "code", "off": "money", "expires": "date"},
    described=things.VOUCHER,
    label=lambda record: f"voucher {record['voucher']}",
)
VOUCHER_BY_WORTH = replace(
    VOUCHER, name="voucher_by_worth", kinds={"voucher": "code", "off": "money"}, described=things.VOUCHER_BY_WORTH
)
"""For those who ask when a voucher ends: they will not describe it by that."""
ENTITIES = {entity.name: entity for entity in (ORDER, LINE, SWAP_OPTION, VARIANT, VOUCHER, VOUCHER_BY_WORTH)}


def _address(value: Slots) -> tuple[Value, ...]:
    return phrase(value["street"]), name(value["town"]), code(value["postcode"])


ORDER_SLOT = Slot("order", "which order this is about", entity="order")
LINE_SLOT = Slot("line", "which item it is", entity="line")
LINES_SLOT = Slot("lines", "which items of that order you mean", entity="line", many=True)
OPTION_SLOT = Slot("option", "which size, colour or version you'd like instead", entity="swap_option")
VARIANT_SLOT = Slot("option", "which size, colour or version you mean", entity="variant")
ASKED_VOUCHER = Slot("voucher", "which voucher you mean", entity="voucher_by_worth")
VOUCHER_SLOT = Slot("voucher", "which voucher you mean", entity="voucher")
CAUSE = Slot(
    "cause",
    "the reason for cancelling",
    choices=things.CAUSES,
    meanings=things.CAUSE_MEANINGS,
    names=things.CAUSE_NAMES,
)
CONDITION = Slot(
    "condition", "whether it's still sealed or has been opened", choices=things.CONDITIONS,
    meanings=things.CONDITION_MEANINGS, names=things.CONDITION_NAMES,
)  # fmt: skip
REFUND_SLOT = Slot(
    "refund_to", "whether the refund should go to the original payment method or to store credit",
    choices=things.REFUND_TO, meanings=things.REFUND_MEANINGS, names=things.REFUND_NAMES,
)  # fmt: skip
EXTENT = Slot(
    "extent", "how bad the damage is: only marked, usable within limits, or unusable", choices=things.EXTENTS,
    meanings=things.EXTENT_MEANINGS, names=things.EXTENT_NAMES,
)  # fmt: skip
TOPIC = Slot(
    "topic", "what it's about", choices=things.TOPICS, meanings=things.TOPIC_MEANINGS, names=things.TOPIC_NAMES
)
GROUND = Slot(
    "ground", "what the discount would be for", choices=things.GROUNDS, meanings=things.GROUND_MEANINGS,
    names=things.GROUND_NAMES,
)  # fmt: skip
PERSON = Slot(
    "person", "whose account it is", choices=things.PEOPLE, meanings=things.PEOPLE_MEANINGS, names=things.PEOPLE_NAMES
)
ADDRESS = Slot("address", "the full new address, with town and postcode", typed=_address)
UNTIL = Slot("until", "until which day to hold the order", typed=lambda value: (day(value),))
POINTS_SLOT = Slot("points", "how many points you'd like to use", typed=lambda value: (number(value),))
NEW_EMAIL = Slot("email", "the new email address", typed=lambda value: (email(value),))
NEW_PHONE = Slot("phone", "the new phone number", typed=lambda value: (code(value),))
PRODUCT = Slot("item", "which product you mean", typed=lambda value: (name(value),))
