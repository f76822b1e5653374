"""Wishes about the account, those that go to the team, and those that are always declined."""

from random import Random

from apigen_mt.domains.kinds import Arguments, Effect, action, any_choice, declined
from apigen_mt.domains.people import MAIL
from apigen_mt.domains.retail import wording_account as words
from apigen_mt.domains.retail.goals_common import draw_product, has_ticket, nothing, ticket_details
from apigen_mt.domains.retail.slots import GROUND, NEW_EMAIL, NEW_PHONE, PERSON, PRODUCT, TOPIC
from apigen_mt.world.domain import GoalKind, Slots
from apigen_mt.world.tables import State


def _draw_email(state: State, account: str, rng: Random) -> Slots | None:
    given, family = state.row("customers", account)["name"].lower().split(" ", 1)
    local = rng.choice((f"{given}.{family}", f"{family}.{given}", f"{given[0]}{family}", f"the.{family}s"))
    address = f"{local}{rng.randint(2, 99)}@{rng.choice(MAIL)}"
    return None if state.where("customers", "email", address) else {"email": address}


def _draw_phone(state: State, _: str, rng: Random) -> Slots | None:
    phone = f"0{rng.randint(100, 899)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}"
    return None if state.where("customers", "phone", phone) else {"phone": phone}


def _contact(channel: str) -> Arguments:
    return lambda state, account, slots: {"customer": account, "channel": channel, "value": slots[channel]}


def _has_contact(channel: str) -> Effect:
    return lambda _, after, account, slots: after.row("customers", account)[channel] == slots[channel]


def _draw_topic(state: State, account: str, rng: Random) -> Slots | None:
    had = {row["topic"] for row in state.where("tickets", "customer", account)}
    left = sorted(set(TOPIC.choices or ()) - had)
    return {"topic": rng.choice(left)} if left else None


_ACCOUNT = (
    action("change_email", "update_contact", (NEW_EMAIL,), _draw_email, _contact("email"), nothing, (),
           _has_contact("email"), words.EMAIL),
    action("change_phone", "update_contact", (NEW_PHONE,), _draw_phone, _contact("phone"), nothing, (),
           _has_contact("phone"), words.PHONE),
    action("ask_team", "hand_over", (TOPIC,), _draw_topic, lambda state, account, slots: {"customer": account, **slots},
           ticket_details(), ("ticket", "answer_by"), has_ticket(), words.TEAM),
)  # fmt: skip
_DECLINED = (
    declined("ask_discount", "8.1", GROUND, any_choice(GROUND), words.BARGAIN),
    declined("other_person", "8.2", PERSON, any_choice(PERSON), words.OTHER_PERSON),
    declined("ask_advice", "8.3", PRODUCT, draw_product, words.ADVICE),
)
ABOUT_ACCOUNT: tuple[GoalKind, ...] = (*_ACCOUNT, *_DECLINED)
