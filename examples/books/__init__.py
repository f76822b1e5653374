"""A very small domain: the loans desk of a library. Five tools, short ids, one page of policy: what a model can learn from
scratch on two cores in ten minutes (`apigen-mt tiny`).

apigen-mt domain check examples/books
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from apigen_mt.language.grammar import Phrases
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, day, money, name
from apigen_mt.world.domain import Domain, Entity, GoalKind, Identification, Safeguard, Slot
from apigen_mt.world.policy import Case, Clause, Facts, Policy, Rule, reason
from apigen_mt.world.tables import Row, State
from apigen_mt.world.tools import ToolError, read, write

TODAY = "2026-05-18"
TITLES = (
    "Quiet Harbour", "Salt Road", "Winter Orchard", "Glass Ferry", "Paper Lantern", "Copper Hill", "Blue Almanac",
    "Stone Garden", "Tin Soldier", "River Clock", "Amber Coast", "Green Chapel", "Last Tram", "Moss Atlas",
)  # fmt: skip
NAMES = (
    "Ada", "Ben", "Clara", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jon", "Kira", "Leo", "Mina", "Nora", "Omar",
    "Pia", "Rosa", "Sami", "Tess", "Vera",
)  # fmt: skip


def later(start: str, days: int) -> str:
    """Return the ISO date so many days after another."""
    return (date.fromisoformat(start) + timedelta(days)).isoformat()


def tables(seed: int, size: int) -> dict[str, dict[str, Row]]:
    """Return library cards and what is lent on them."""
    rng = Random(f"books:{seed}")
    cards: dict[str, Row] = {}
    loans: dict[str, Row] = {}
    numbers = rng.sample(range(100_000, 1_000_000), size * 4)
    for _ in range(size):
        card = f"C-{numbers.pop()}"
        cards[card] = {"card": card, "name": rng.choice(NAMES)}
        for title in rng.sample(TITLES, rng.randint(1, 3)):
            loan = f"L-{numbers.pop()}"
            loans[loan] = {
                "loan": loan, "card": card, "book": title, "until": later(TODAY, rng.randint(1, 20)),
                "value": rng.randrange(8, 30), "renewed": rng.random() < 0.25, "reserved": rng.random() < 0.2, "lost": rng.random() < 0.08,
            }  # fmt: skip
    return {"cards": cards, "loans": loans}


# ---- tools ----------------------------------------------------------------------------------------------------------


@read
def open_card(state: State, card: str) -> Row:
    """Open a library card.

    Args:
        card: Card number such as "C-482136".
    """
    row = state.get("cards", card)
    if row is None:
        raise ToolError("There is no such card.")
    return row


@read
def list_loans(state: State, card: str) -> list[Row]:
    """List what is lent on a card.

    Args:
        card: Card number such as "C-482136".
    """
    return [{"book": row["book"], "loan": row["loan"]} for row in state.where("loans", "card", card)]


@read
def open_loan(state: State, loan: str) -> Row:
    """Open a loan: until when it is lent, what the book costs, and what stands against renewing it.

    Args:
        loan: Loan number such as "L-318774".
    """
    row = _loan(state, loan)
    return {key: row[key] for key in ("loan", "until", "value", "renewed", "reserved", "lost")}


@write
def renew_loan(state: State, loan: str) -> Row:
    """Renew a loan by two weeks.

    Args:
        loan: Loan number such as "L-318774".
    """
    _loan(state, loan)
    row = state.edit("loans", loan)
    row["until"] = later(row["until"], 14)
    row["renewed"] = True
    return {"loan": loan, "until": row["until"]}


@write
def report_lost(state: State, loan: str) -> Row:
    """Mark a book as lost and charge its price.

    Args:
        loan: Loan number such as "L-318774".
    """
    _loan(state, loan)
    row = state.edit("loans", loan)
    row["lost"] = True
    return {"loan": loan, "charged": row["value"]}


def _loan(state: State, loan: str) -> Row:
    row = state.get("loans", loan)
    if row is None:
        raise ToolError(f"There is no loan {loan}.")
    return row


# ---- policy ---------------------------------------------------------------------------------------------------------


def _flagged(flag: str) -> Callable[[Case], Facts | None]:
    def broken(case: Case) -> Facts | None:
        row = case.state.row("loans", case.call.arguments["loan"])
        return {"loan": code(row["loan"])} if row[flag] else None

    return broken


POLICY = Policy(
    f"# Library loans desk\n\nYou answer readers of the town library. Today is {TODAY}; prices are in $.",
    (
        ("Every conversation", (
            Clause("1.1", "Open the reader's card by its number before anything else.", judged_by="identity"),
            Clause("1.2", "Deal only with the loans of that card.", judged_by="ownership"),
            Clause("1.3", "Before renewing a loan or marking a book as lost, say what will happen and what it costs, and wait for a clear yes.", judged_by="consent"),
            Clause("1.4", "Open a loan before you change it, refuse to, or tell about it.", judged_by="reads"),
        )),
        ("Loans", (
            Clause("2.1", "A loan is renewed once at most.", Rule(("renew_loan",), _flagged("renewed"), reason("""
                renewed once; renewed|renewal + already been|already renewed|before|twice|again|only once|at most once|just
                once|second|previously|already used|one renewal|already had; one renewal; further renewal; another renewal
            """))),
            Clause("2.2", "A book that another reader has reserved cannot be renewed.", Rule(("renew_loan",), _flagged("reserved"), reason("""
                reserved; reservation; another reader; other reader; somebody else|someone else + waiting|wants|asked
            """))),
            Clause("2.3", "A book that is marked as lost can be neither renewed nor marked again.", Rule(("renew_loan", "report_lost"), _flagged("lost"), reason("""
                marked as lost; lost + already|been|reported|marked; reported lost
            """))),
            Clause("2.4", "Late fees are not waived at the desk.", judged_by="reason", reason=reason("""
                waive + fee|fees|late; fees + stand|stay|have to be paid|must be paid
            """)),
        )),
    ),
)  # fmt: skip

REFUSALS = {
    "2.1": Phrases("loan {loan} has been renewed once, which is the most we allow\n{loan} was renewed once already"),
    "2.2": Phrases("another reader has reserved it\nloan {loan} is reserved by another reader"),
    "2.3": Phrases("loan {loan} is marked as lost already"),
    "2.4": Phrases("late fees are not waived at the desk\nthe desk does not waive late fees"),
}

# ---- what readers want ----------------------------------------------------------------------------------------------

LOAN = Slot("loan", "which loan this is about", entity="loan")


def _any_loan(state: State, card: str, rng: Random) -> dict[str, Any]:
    return {"loan": rng.choice(state.where("loans", "card", card))["loan"]}


def _nothing(*_: Any) -> dict[str, Any]:
    return {}


def _due(state: State, card: str, slots: dict[str, Any]) -> dict[str, Value]:
    return {"due": day(state.row("loans", slots["loan"])["until"])}


def _renewed(state: State, card: str, slots: dict[str, Any]) -> dict[str, Value]:
    return {"due": day(later(state.row("loans", slots["loan"])["until"], 14))}


def _price(state: State, card: str, slots: dict[str, Any]) -> dict[str, Value]:
    return {"price": money(state.row("loans", slots["loan"])["value"])}


def _look_first(state: State, card: str, arguments: dict[str, Any]) -> list[tuple[ToolCall, ...]]:
    return [(ToolCall("open_loan", {"loan": arguments["loan"]}),)]


KINDS = (
    GoalKind(
        name="renew", tools=("renew_loan",), slots=(LOAN,), draw=_any_loan, calls=lambda s, r, v: [ToolCall("renew_loan", dict(v))], details=_renewed,
        request=Phrases("please renew {loan}\nI'd like to renew {loan}\n~ renew {loan}"),
        brief=Phrases("want to renew {loan}"), noun=Phrases("the renewal\nthat"),
        propose=Phrases("I can renew {loan} by two weeks, free of charge."),
        report=Phrases("done: {loan} is renewed and due on {due}."),
        tells=("due",), effect=lambda b, a, r, v: a.row("loans", v["loan"])["renewed"] and not b.row("loans", v["loan"])["renewed"],
    ),
    GoalKind(
        name="lost", tools=("report_lost",), slots=(LOAN,), draw=_any_loan, calls=lambda s, r, v: [ToolCall("report_lost", dict(v))], details=_price,
        request=Phrases("I [have|] lost {loan}\n~ report {loan} as lost"),
        brief=Phrases("have lost {loan} and want to report it"), noun=Phrases("that"),
        propose=Phrases("I can mark {loan} as lost: that costs {price}."),
        report=Phrases("done: {loan} is marked as lost, and {price} has been charged."),
        tells=("price",), effect=lambda b, a, r, v: a.row("loans", v["loan"])["lost"],
    ),
    GoalKind(
        name="ask_due", tools=("open_loan",), slots=(LOAN,), draw=_any_loan, calls=lambda s, r, v: [ToolCall("open_loan", dict(v))], details=_due,
        request=Phrases("when is {loan} due [back|]"),
        brief=Phrases("want to know when {loan} is due"), noun=Phrases("the date"),
        report=Phrases("{loan} is due on {due}."), tells=("due",),
    ),
    GoalKind(
        name="waive", tools=(), slots=(), draw=_nothing, calls=lambda s, r, v: [], details=_nothing, declined_by="2.4",
        request=Phrases("can you waive my late fee\nplease drop my late fees"),
        brief=Phrases("ask to have the late fees waived"), noun=Phrases("the late fees"),
    ),
)  # fmt: skip


def _owner(state: State, call: ToolCall) -> str | None:
    if "card" in call.arguments:
        return call.arguments["card"]
    row = state.get("loans", call.arguments.get("loan", ""))
    return row["card"] if row else None


DOMAIN = Domain(
    name="books",
    title="the loans desk of a library",
    today=TODAY,
    tools={tool.name: tool for tool in (open_card, list_loans, open_loan, renew_loan, report_lost)},
    tables=tables,
    policy=POLICY,
    accounts="cards",
    facts=lambda state, card: {"name": name(state.row("cards", card)["name"]), "card": code(card)},
    identifications=(Identification("open_card", {"card": "card"}, lambda result: result["card"], "your library card number"),),
    owner=_owner,
    safeguards={
        "renew_loan": Safeguard(_look_first, lambda s, a: (code(a["loan"]),)),
        "report_lost": Safeguard(_look_first, lambda s, a: (code(a["loan"]), money(s.row("loans", a["loan"])["value"]))),
    },
    entities={
        "loan": Entity(
            name="loan", finder=lambda card, slots: ToolCall("list_loans", {"card": card}), records=lambda result: result, key="loan",
            kinds={"loan": "code", "book": "name"},
            described=Phrases("loan {loan}\nthe {book}\n{book}"),
            label=lambda record: f"loan {record['loan']}",
        ),
    },
    kinds={kind.name: kind for kind in KINDS},
    refusals=REFUSALS,
    internal=r"(?!)",
)  # fmt: skip
