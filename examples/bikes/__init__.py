"""A whole domain in one file: the desk of a bicycle hire shop. Copy it to start your own; `docs/own_domain.md` walks through it.

apigen-mt domain check examples/bikes
apigen-mt generate examples/bikes -n 20 --out bikes-data
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from apigen_mt.domains.people import people
from apigen_mt.language.grammar import Phrases
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, day, email, money, name, number
from apigen_mt.world.domain import Domain, Entity, GoalKind, Identification, Safeguard, Slot
from apigen_mt.world.policy import Case, Clause, Facts, Policy, Rule, reason
from apigen_mt.world.tables import Row, State
from apigen_mt.world.tools import ToolError, read, write

TODAY = "2026-05-18"
MODELS = {"Towpath": 14.0, "Gravel Fox": 22.0, "Cargo Mule": 31.0, "Night Heron": 18.5, "Little Wren": 9.5}
"""Model -> price a day."""


def later(start: str, days: int) -> str:
    """Return the ISO date so many days after another."""
    return (date.fromisoformat(start) + timedelta(days)).isoformat()


def tables(seed: int, size: int) -> dict[str, dict[str, Row]]:
    """Return riders and their hires, past, running and to come."""
    rng = Random(f"bikes:{seed}")
    riders: dict[str, Row] = {}
    hires: dict[str, Row] = {}
    for person in people(rng, size):
        rider = f"rdr_{rng.randrange(16**6):06x}"
        riders[rider] = {"rider": rider, "name": person.name, "email": person.email, "club": rng.random() < 0.4}
        for _ in range(rng.randint(1, 3)):
            number_ = f"B-{1000 + len(hires)}"
            start, days = later(TODAY, rng.randint(-20, 20)), rng.randint(1, 9)
            running = start <= TODAY <= later(start, days)
            status = (
                "cancelled" if rng.random() < 0.1 else "out" if running else "booked" if start > TODAY else "returned"
            )
            hires[number_] = {
                "hire": number_, "rider": rider, "model": rng.choice(list(MODELS)), "start": start, "days": days,
                "status": status, "extended": status == "out" and rng.random() < 0.3,
            }  # fmt: skip
    return {"riders": riders, "hires": hires}


# ---- tools ----------------------------------------------------------------------------------------------------------


@read
def find_rider(state: State, email: str) -> Row:
    """Find a rider by e-mail address.

    Args:
        email: The address on file, such as "a.quill@inkwell.example".
    """
    found = state.where("riders", "email", email)
    if not found:
        raise ToolError("No rider has this e-mail address.")
    return found[0]


@read
def list_hires(state: State, rider: str) -> list[Row]:
    """List a rider's hires.

    Args:
        rider: Internal rider id, from find_rider.
    """
    return state.where("hires", "rider", rider)


@read
def show_hire(state: State, hire: str) -> Row:
    """Show one hire with its price a day.

    Args:
        hire: Hire number such as "B-1042".
    """
    row = _hire(state, hire)
    return {**row, "price_a_day": MODELS[row["model"]], "due": later(row["start"], row["days"])}


@write
def extend_hire(state: State, hire: str, days: int) -> Row:
    """Extend a hire.

    Args:
        hire: Hire number such as "B-1042".
        days: How many days to add, 1 or more.
    """
    _hire(state, hire)
    row = state.edit("hires", hire)
    row["days"] += days
    row["extended"] = True
    return {"hire": hire, "due": later(row["start"], row["days"]), "charged": _price(row, days)}


@write
def cancel_hire(state: State, hire: str) -> Row:
    """Cancel a hire that has not started.

    Args:
        hire: Hire number such as "B-1042".
    """
    if _hire(state, hire)["status"] != "booked":
        raise ToolError("Only a booked hire can be cancelled.")
    state.edit("hires", hire)["status"] = "cancelled"
    return {"hire": hire, "status": "cancelled"}


@write
def hand_over(state: State, rider: str, topic: Literal["guided tours", "lost property"]) -> Row:
    """Open a ticket for the workshop team.

    Args:
        rider: Internal rider id, from find_rider.
        topic: What it is about.
    """
    if state.get("riders", rider) is None:
        raise ToolError("There is no such rider.")
    ticket = f"tkt_{state.count('riders')}_{topic[:4]}"
    state.edit("riders", rider)["ticket"] = topic
    return {"ticket": ticket, "topic": topic}


def _hire(state: State, hire: str) -> Row:
    row = state.get("hires", hire)
    if row is None:
        raise ToolError(f"There is no hire {hire}. Hire numbers look like B-1042.")
    return row


def _price(row: Row, days: int) -> float:
    return round(MODELS[row["model"]] * days + 1e-9, 2)


# ---- policy ---------------------------------------------------------------------------------------------------------


def _status(*allowed: str) -> Callable[[Case], Facts | None]:
    def broken(case: Case) -> Facts | None:
        row = case.state.row("hires", case.call.arguments["hire"])
        return None if row["status"] in allowed else {"hire": code(row["hire"])}

    return broken


def _extended_before(case: Case) -> Facts | None:
    row = case.state.row("hires", case.call.arguments["hire"])
    return {"hire": code(row["hire"])} if row["extended"] else None


def _too_soon(case: Case) -> Facts | None:
    row = case.state.row("hires", case.call.arguments["hire"])
    return {"start": day(row["start"])} if TODAY < row["start"] <= later(TODAY, 2) else None


POLICY = Policy(
    f"# Pedal Post hire desk\n\nYou answer riders of Pedal Post. Today is {TODAY}; prices are in $.",
    (
        ("Every conversation", (
            Clause("1.1", "Find the rider by the e-mail address on file before anything else.", judged_by="identity"),
            Clause("1.2", "Deal only with the hires of that rider.", judged_by="ownership"),
            Clause("1.3", "Before extending or cancelling, say what will happen and what it costs, and wait for a clear yes.", judged_by="consent"),
            Clause("1.4", "Look at a hire before you change it or refuse to.", judged_by="reads"),
            Clause("1.5", "Internal ids stay internal.", judged_by="discretion"),
            Clause("1.6", "Be friendly and brief.", unchecked="Friendliness is a matter of taste."),
        )),
        ("Hires", (
            Clause("2.1", "Only a hire that has not started can be cancelled.", Rule(("cancel_hire",), _status("booked"), reason("""
                already started; not in a state to be cancelled; cancel + already|has +
                begun|out|ended|over|returned|cancelled|finished|running|under way|underway|picked up|collected; cancel + only +
                not started|before it starts|before it begins|before the start|not begun|booked; has started; in progress; once
                it has started; once it starts; once a hire
            """))),
            Clause("2.2", "A hire that starts today or within 2 days cannot be cancelled.", Rule(("cancel_hire",), _too_soon, reason("""
                within 2 days; within two days|less than two|less than 2|two days before|2 days before|two days ahead|2 days
                ahead|two days away|2 days away|tomorrow|starts today|too close|too soon|48 hours|at least two|more than
                two|more than 2|two days' notice|2 days' notice + start|cancel|notice
            """))),
            Clause("2.3", "Only a bicycle that is out can be kept longer.", Rule(("extend_hire",), _status("out"), reason("""
                not out at the moment; not out; not been picked up; not picked up; not been collected; not yet out; not
                currently out; only + out|picked up|in use|collected + extend|longer|kept|keep; extend|longer|keep|kept + not
                started|not begun|only booked|not yet started|already returned|been returned|already ended|was cancelled|been
                cancelled|already over|not with you|not in use
            """))),
            Clause("2.4", "A hire is extended once at most.", Rule(("extend_hire",), _extended_before, reason("""
                extended once; extended|extension + already been|already extended|before|twice|again|only once|at most once|once
                at most|just once|second|previously|already used|one extension|already had; one extension; further extension;
                another extension
            """))),
            Clause("2.5", "No discounts at the desk.", judged_by="reason", reason=reason("""
                discounts; discount; price reduction; reduced price; lower price; special price; negotiable
            """)),
            Clause("2.6", "For guided tours and lost property open a ticket; no confirmation is needed for that.", unchecked="Which requests fall under it is a matter of reading them."),
        )),
    ),
)  # fmt: skip

REFUSALS = {
    "2.1": Phrases("hire {hire} has already started or ended\n{hire} is [simply |]not in a state to be cancelled any more"),
    "2.2": Phrases("it starts on {start}, and a hire that starts within 2 days [cannot|can no longer] be cancelled\nthe start on {start} is within 2 days, so it is too late to cancel"),
    "2.3": Phrases("hire {hire} is not out at the moment, and only a bicycle in use can be kept longer\n{hire} is not out at the moment"),
    "2.4": Phrases("hire {hire} has been extended once, which is the most we allow\n{hire} was extended once already"),
    "2.5": Phrases("we don't give discounts at the desk\ndiscounts are not something the desk can give"),
}  # fmt: skip

# ---- what riders want -----------------------------------------------------------------------------------------------

HIRE = Slot("hire", "which hire this is about", entity="hire")


def _any_hire(state: State, rider: str, rng: Random) -> dict[str, Any]:
    return {"hire": rng.choice(state.where("hires", "rider", rider))["hire"]}


def _extension(state: State, rider: str, rng: Random) -> dict[str, Any]:
    return {**_any_hire(state, rider, rng), "days": rng.randint(2, 6)}


def _extension_details(state: State, rider: str, slots: dict[str, Any]) -> dict[str, Value]:
    row = state.row("hires", slots["hire"])
    return {"cost": money(_price(row, slots["days"])), "due": day(later(row["start"], row["days"] + slots["days"]))}


def _due(state: State, rider: str, slots: dict[str, Any]) -> dict[str, Value]:
    row = state.row("hires", slots["hire"])
    return {"due": day(later(row["start"], row["days"]))}


def _nothing(*_: Any) -> dict[str, Any]:
    return {}


def _look_first(state: State, rider: str, arguments: dict[str, Any]) -> list[tuple[ToolCall, ...]]:
    return [(ToolCall("show_hire", {"hire": arguments["hire"]}),)]


KINDS = (
    GoalKind(
        name="extend", tools=("extend_hire",), slots=(HIRE, Slot("days", "how many days you would like to add", typed=lambda v: (number(v),))),
        draw=_extension, calls=lambda s, r, v: [ToolCall("extend_hire", dict(v))], details=_extension_details,
        request=Phrases("[can|could] I keep {hire} for {days} [more|extra] days\nI'd like to [extend|keep] {hire} [a bit |]longer\nextending a hire[, please|]\n~ extend {hire} by {days} days"),
        brief=Phrases("want to keep {hire} for {days} more days"), noun=Phrases("the extension\nthose extra days"),
        propose=Phrases("I can extend {hire} by {days} days: it would be due on {due} and cost {cost}.\nAdding {days} days to {hire} costs {cost} and makes it due on {due}."),
        report=Phrases("{hire} is extended by {days} days and due on {due}; {cost} has been charged.\nThat's done: {cost} for {days} more days with {hire}, back by {due}."),
        tells=("cost", "due"), effect=lambda b, a, r, v: a.row("hires", v["hire"])["days"] == b.row("hires", v["hire"])["days"] + v["days"],
    ),
    GoalKind(
        name="cancel", tools=("cancel_hire",), slots=(HIRE,), draw=_any_hire, calls=lambda s, r, v: [ToolCall("cancel_hire", dict(v))], details=_nothing,
        request=Phrases("I [need|want|have] to cancel {hire}\nplease cancel {hire}\n[can|could] I cancel a hire\n~ cancel {hire}"),
        brief=Phrases("want to cancel {hire}"), noun=Phrases("the cancellation\nthat"),
        propose=Phrases("I can cancel {hire} free of charge.\n{hire} would be cancelled, at no cost."),
        report=Phrases("{hire} has been cancelled.\nDone, {hire} is cancelled."),
        effect=lambda b, a, r, v: a.row("hires", v["hire"])["status"] == "cancelled",
    ),
    GoalKind(
        name="ask_due", tools=("show_hire",), slots=(HIRE,), draw=_any_hire, calls=lambda s, r, v: [ToolCall("show_hire", dict(v))], details=_due,
        request=Phrases("when is {hire} due back\nuntil when do I have {hire}\nwhen does my hire end"),
        brief=Phrases("want to know when {hire} is due back"), noun=Phrases("the date"),
        report=Phrases("{hire} is due back on {due}.\nThe return date of {hire} is {due}."), tells=("due",),
    ),
    GoalKind(
        name="lost_property", tools=("hand_over",), slots=(), draw=_nothing, calls=lambda s, r, v: [ToolCall("hand_over", {"rider": r, "topic": "lost property"})], details=_nothing,
        request=Phrases("I left my [gloves|pump|rain jacket|lock] in [your|the] shop\nI think I [lost|forgot] my [bag|bottle|scarf] at your [place|desk]"),
        brief=Phrases("left something in the shop and want it back"), noun=Phrases("that"),
        report=Phrases("I have opened a ticket: our workshop team will look for it.\nOur workshop team has a ticket now and will get back to you."),
        effect=lambda b, a, r, v: a.row("riders", r).get("ticket") == "lost property",
    ),
    GoalKind(
        name="discount", tools=(), slots=(), draw=_nothing, calls=lambda s, r, v: [], details=_nothing, declined_by="2.5",
        request=Phrases("can you [give|do] me [a discount|something off] [on my next hire|as a regular|]\nany chance of a discount"),
        brief=Phrases("ask for a discount"), noun=Phrases("the discount"),
    ),
)  # fmt: skip


def _owner(state: State, call: ToolCall) -> str | None:
    if "rider" in call.arguments:
        return call.arguments["rider"]
    row = state.get("hires", call.arguments.get("hire", ""))
    return row["rider"] if row else None


DOMAIN = Domain(
    name="bikes",
    title="the hire desk of a bicycle shop",
    today=TODAY,
    tools={tool.name: tool for tool in (find_rider, list_hires, show_hire, extend_hire, cancel_hire, hand_over)},
    tables=tables,
    policy=POLICY,
    accounts="riders",
    facts=lambda state, rider: {"name": name(state.row("riders", rider)["name"]), "email": email(state.row("riders", rider)["email"])},
    identifications=(Identification("find_rider", {"email": "email"}, lambda result: result["rider"], "the e-mail address you booked with"),),
    owner=_owner,
    safeguards={
        "extend_hire": Safeguard(_look_first, lambda s, a: (code(a["hire"]), number(a["days"]), money(_price(s.row("hires", a["hire"]), a["days"])))),
        "cancel_hire": Safeguard(_look_first, lambda s, a: (code(a["hire"]),)),
        "hand_over": Safeguard(lambda s, r, a: [], None),
    },
    entities={
        "hire": Entity(
            name="hire", finder=lambda rider, slots: ToolCall("list_hires", {"rider": rider}), records=lambda result: result, key="hire",
            kinds={"hire": "code", "model": "name", "start": "date"},
            described=Phrases("hire {hire}\nthe {model}\nthe one from {start}\nthe {model} from {start}"),
            label=lambda record: f"hire {record['hire']} ({record['model']})",
        ),
    },
    kinds={kind.name: kind for kind in KINDS},
    refusals=REFUSALS,
    internal=r"\b(?:rdr|tkt)_\w+",
)  # fmt: skip
