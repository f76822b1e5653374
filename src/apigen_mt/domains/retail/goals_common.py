"""What the goal kinds of this desk share: how rows are chosen, and how a wish that one write fulfils is put together."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from apigen_mt.domains.kinds import Details, Effect
from apigen_mt.domains.retail.amounts import goes_to_credit, kept, line_of
from apigen_mt.domains.retail.data import TODAY, days_on
from apigen_mt.domains.retail.slots import PRODUCT
from apigen_mt.domains.retail.tools_write import ANSWER_DAYS, ticket_number
from apigen_mt.values.value import Value, code, day, phrase
from apigen_mt.world.domain import Slots
from apigen_mt.world.tables import Row, State


def lean(rng: Random, rows: Sequence[Row], good: Callable[[Row], bool], odds: float = 0.75) -> Row | None:
    """Choose a row: by these odds one of the good ones if there are any."""
    if not rows:
        return None
    fitting = [row for row in rows if good(row)]
    return rng.choice(fitting if fitting and rng.random() < odds else rows)


def orders_of(state: State, account: str, *statuses: str) -> list[Row]:
    """Return a customer's orders that have one of these statuses and something left in them."""
    rows = state.where("orders", "customer", account)
    return [row for row in rows if row["status"] in statuses and kept(row)]


def order_and_line(state: State, slots: Slots) -> tuple[Row, Row]:
    """Return the order and the line that a wish is about.

    Raises:
        KeyError: when there is no such order or line.
    """
    order = state.row("orders", slots["order"])
    line = line_of(order, slots["line"])
    if line is None:
        raise KeyError(slots["line"])
    return order, line


def destination(state: State, order: Row, refund_to: str = "original") -> Value:
    """Return where a refund goes, as it is told to the customer after `your`."""
    if goes_to_credit(state, order, refund_to):
        return phrase("store credit")
    return phrase(state.row("payments", order["paid_with"])["label"])


def draw_product(state: State, _: str, rng: Random) -> Slots | None:
    """Choose a product by name."""
    return {PRODUCT.name: rng.choice([row["item"] for _, row in state.scan("products")])}


def as_they_are(_state: State, _: str, slots: Slots) -> dict[str, Any]:
    """Return the slots as arguments: their names are the tool's parameters."""
    return dict(slots)


def nothing(_: State, __: str, ___: Slots) -> dict[str, Value]:
    """Return no details."""
    return {}


def ticket_details(topic: str = "") -> Details:
    """Make the details of a ticket on a fixed topic, or on the one in the slots."""

    def details(_: State, account: str, slots: Slots) -> dict[str, Value]:
        about = slots.get("topic", topic)
        return {"ticket": code(ticket_number(account, about)), "answer_by": day(days_on(TODAY, ANSWER_DAYS[about]))}

    return details


def has_ticket(topic: str = "") -> Effect:
    """Make the check that there is one ticket on a fixed topic, or on the one in the slots."""

    def effect(_: State, after: State, account: str, slots: Slots) -> bool:
        topics = [row["topic"] for row in after.where("tickets", "customer", account)]
        return topics.count(slots.get("topic", topic)) == 1

    return effect
