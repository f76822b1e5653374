"""The member's record, what goes to the team, and what is always declined."""

from random import Random

from apigen_mt.domains.banking import slots as asked
from apigen_mt.domains.banking import wording_member
from apigen_mt.domains.banking.data import TODAY, days_on, ticket_number
from apigen_mt.domains.banking.tools_write import ANSWER_DAYS
from apigen_mt.domains.banking.wishes import no_details, owned, spoken_word
from apigen_mt.domains.kinds import Arguments, Effect, action, any_choice, declined
from apigen_mt.domains.people import MAIL
from apigen_mt.values.value import Value, code, day
from apigen_mt.world.domain import Slots
from apigen_mt.world.tables import State


def _draw_email(state: State, account: str, rng: Random) -> Slots | None:
    given, family = state.row("members", account)["name"].lower().split(" ", 1)
    local = rng.choice((f"{given}.{family}", f"{family}.{given}", f"{given[0]}{family}", f"the.{family}s"))
    address = f"{local}{rng.randint(2, 99)}@{rng.choice(MAIL)}"
    taken = state.where("members", "email", address)
    return None if taken else {"email": address, "security_word": spoken_word(state, account, rng)}


def _draw_phone(state: State, account: str, rng: Random) -> Slots | None:
    phone = f"0{rng.randint(100, 899)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}"
    taken = state.where("members", "phone", phone)
    return None if taken else {"phone": phone, "security_word": spoken_word(state, account, rng)}


def _contact(channel: str) -> Arguments:
    return lambda state, account, slots: {
        "member": account,
        "channel": channel,
        "value": slots[channel],
        "security_word": slots["security_word"],
    }


def _has_contact(channel: str) -> Effect:
    return lambda _, after, account, slots: after.row("members", account)[channel] == slots[channel]


def _draw_topic(state: State, account: str, rng: Random) -> Slots | None:
    return {"topic": rng.choice(sorted(ANSWER_DAYS))}


def _ticket_details(state: State, account: str, slots: Slots) -> dict[str, Value]:
    ticket = ticket_number(state.row("members", account)["number"], slots["topic"])
    return {"ticket": code(ticket), "answer_by": day(days_on(TODAY, ANSWER_DAYS[slots["topic"]]))}


def _has_ticket(before: State, after: State, account: str, slots: Slots) -> bool:
    new = [row for row in owned(after, "tickets", account) if before.get("tickets", row["ticket"]) is None]
    return slots["topic"] in [row["topic"] for row in new]


MEMBER = (
    action(
        "new_email",
        "set_contact",
        (asked.NEW_EMAIL, asked.SECURITY_WORD),
        _draw_email,
        _contact("email"),
        no_details,
        (),
        _has_contact("email"),
        wording_member.EMAIL,
    ),
    action(
        "new_phone",
        "set_contact",
        (asked.NEW_PHONE, asked.SECURITY_WORD),
        _draw_phone,
        _contact("phone"),
        no_details,
        (),
        _has_contact("phone"),
        wording_member.PHONE,
    ),
    action(
        "ask_team",
        "hand_to_team",
        (asked.TOPIC,),
        _draw_topic,
        lambda state, account, slots: {"member": account, "topic": slots["topic"]},
        _ticket_details,
        ("ticket", "answer_by"),
        _has_ticket,
        wording_member.TEAM,
    ),
    declined("for_somebody_else", "8.1", asked.PERSON, any_choice(asked.PERSON), wording_member.OTHER_PERSON),
    declined("want_advice", "8.2", asked.MATTER, any_choice(asked.MATTER), wording_member.ADVICE),
    declined("better_rate", "8.3", asked.RATE, any_choice(asked.RATE), wording_member.BETTER_RATE),
)
