"""A domain of ours over τ-bench's retail tables and tools: the built-in engine makes verified data in their world.

Tables and tools are theirs, by their own code; policy, wishes and words are ours. It covers what these wishes need: looking
customers, orders and products up, and cancelling orders. In a file of one's own:

    DOMAIN = desk(load("tau-bench:retail", Path("tau-bench")))
"""

from random import Random
from typing import Any

import msgspec

from apigen_mt.adapters.tau_bench.benchmark import TauBench
from apigen_mt.adapters.tau_bench.rows import ERROR, TauTool
from apigen_mt.language.grammar import Phrases
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value, code, email, money, name, number
from apigen_mt.world.domain import Domain, Entity, GoalKind, Identification, Safeguard, Slot
from apigen_mt.world.policy import Case, Clause, Facts, Policy, Rule, reason
from apigen_mt.world.tables import State
from apigen_mt.world.tools import ToolResult, failed

TODAY = "2026-05-18"
_TOOLS = (
    "find_user_id_by_email", "find_user_id_by_name_zip", "get_user_details", "get_order_details", "get_product_details",
    "list_all_product_types", "cancel_pending_order",
)  # fmt: skip


class DeskTool(TauTool):
    """A tool of theirs that keeps the contract of our domains: arguments are checked, results are JSON, failures change nothing."""

    def run(self, state: State, arguments: dict[str, Any]) -> ToolResult:
        """Carry out a call and commit what it changed; one that fails changes nothing that lasts.

        Raises:
            ToolBug: when the tool changes whole tables.
        """
        if problems := self.problems(arguments):
            return failed("Invalid arguments: " + "; ".join(problems))
        result = super().run(state, arguments)
        if result.error:
            return failed(result.content.removeprefix(ERROR).strip())
        try:
            msgspec.json.decode(result.content)
        except msgspec.DecodeError:  # an id stands there as a bare word
            return ToolResult(canonical_json(result.content).decode())
        return result


def _not_pending(case: Case) -> Facts | None:
    row = case.state.row("orders", case.call.arguments["order_id"])
    return None if row["status"] == "pending" else {"order": code(row["order_id"]), "status": name(row["status"])}


POLICY = Policy(
    f"# Order desk\n\nYou answer customers of an online shop. Today is {TODAY}; prices are in $.",
    (
        ("Every conversation", (
            Clause("1.1", "Find the customer by e-mail address, or by name and zip code, before anything else.", judged_by="identity"),
            Clause("1.2", "Deal only with the orders of that customer.", judged_by="ownership"),
            Clause("1.3", "Before cancelling, say which order it is and what is refunded, and wait for a clear yes.", judged_by="consent"),
            Clause("1.4", "Look at an order before you cancel it or refuse to.", judged_by="reads"),
            Clause("1.5", "Internal ids of customers and payment methods stay internal.", judged_by="discretion"),
        )),
        ("Orders", (
            Clause("2.1", "Only a pending order can be cancelled.", Rule(("cancel_pending_order",), _not_pending, reason("""
                not pending; no longer pending; only + pending; pending orders; already + delivered|processed|shipped|cancelled;
                been + delivered|processed|shipped; status is
            """))),
            Clause("2.2", "What has been cancelled stays cancelled: an order cannot be taken up again.", judged_by="reason", reason=reason("""
                taken up again; reinstated; stays cancelled; cannot be restored; cancellation is final; reactivated
            """)),
        )),
    ),
)  # fmt: skip

REFUSALS = {
    "2.1": Phrases("order {order} is {status}, and only a pending order can be cancelled\n{order} is not pending any more but {status}"),
    "2.2": Phrases("an order that has been cancelled stays cancelled\na cancelled order can't be taken up again"),
}  # fmt: skip

ORDER = Slot("order", "which order this is about, by its number", entity="order")
WHY = Slot(
    "reason",
    "why you would like to cancel it",
    choices={
        "no longer needed": Phrases("I don't need it any more\nI no longer need it\nit's no longer needed\nI just don't need it anymore\nI no longer need what's in it\nno longer needed"),
        "ordered by mistake": Phrases("I ordered it by mistake\nit was a mistake\nI bought it by mistake\nit was ordered by mistake\nI placed it by mistake\nby mistake"),
    },
    meanings={"no longer needed": ("need",), "ordered by mistake": ("mistake",)},
)  # fmt: skip


def _an_order(state: State, account: str, rng: Random) -> dict[str, Any] | None:
    orders = state.row("users", account)["orders"]
    return {"order": rng.choice(orders)} if orders else None


def _a_cancellation(state: State, account: str, rng: Random) -> dict[str, Any] | None:
    drawn = _an_order(state, account, rng)
    return drawn and {**drawn, "reason": rng.choice(sorted(WHY.choices or ()))}


def _paid(state: State, account: str, slots: dict[str, Any]) -> dict[str, Value]:
    history = state.row("orders", slots["order"])["payment_history"]
    return {"paid": money(round(sum(part["amount"] for part in history if part["transaction_type"] == "payment"), 2))}


def _status(state: State, account: str, slots: dict[str, Any]) -> dict[str, Value]:
    return {"status": name(state.row("orders", slots["order"])["status"])}


def _items(state: State, account: str, slots: dict[str, Any]) -> dict[str, Value]:
    return {"items": number(len(state.row("orders", slots["order"])["items"]))}


def _looks(state: State, account: str, slots: dict[str, Any]) -> list[ToolCall]:
    return [ToolCall("get_order_details", {"order_id": slots["order"]})]


def _nothing(*_: Any) -> dict[str, Any]:
    return {}


KINDS = (
    GoalKind(
        name="cancel", tools=("cancel_pending_order",), slots=(ORDER, WHY), draw=_a_cancellation, details=_paid, tells=("paid",),
        calls=lambda s, a, v: [ToolCall("cancel_pending_order", {"order_id": v["order"], "reason": v["reason"]})],
        request=Phrases("I [need|want|have] to cancel {order}\nplease cancel {order}, {reason}\n[can|could] I cancel an order\n~ cancel {order}\nI'd like to cancel {order} because {reason}"),
        brief=Phrases("want to cancel {order} ({reason})"), noun=Phrases("the cancellation\nthat"),
        propose=Phrases("I can cancel {order}, and {paid} will be refunded.\nCancelling {order} gives you {paid} back."),
        report=Phrases("{order} has been cancelled, and {paid} will be refunded.\nDone: {order} is cancelled, and you get {paid} back."),
        effect=lambda b, a, account, v: a.row("orders", v["order"])["status"] == "cancelled",
    ),
    GoalKind(
        name="ask_status", tools=("get_order_details",), slots=(ORDER,), draw=_an_order, details=_status, tells=("status",), calls=_looks,
        request=Phrases("what is the status of {order}\nhow is {order} coming along\nI'd like to know where an order of mine stands"),
        brief=Phrases("want to know the status of {order}"), noun=Phrases("the status"),
        report=Phrases("The status of {order} is: {status}.\n{order} is {status}."),
    ),
    GoalKind(
        name="ask_paid", tools=("get_order_details",), slots=(ORDER,), draw=_an_order, details=_paid, tells=("paid",), calls=_looks,
        request=Phrases("how much did I pay for {order}\nwhat did {order} cost me\nwhat did I pay for an order"),
        brief=Phrases("want to know how much was paid for {order}"), noun=Phrases("the amount"),
        report=Phrases("You paid {paid} for {order}.\n{order} came to {paid}."),
    ),
    GoalKind(
        name="ask_items", tools=("get_order_details",), slots=(ORDER,), draw=_an_order, details=_items, tells=("items",), calls=_looks,
        request=Phrases("how many items are in {order}\nhow many things did I order with {order}\nhow many items are in an order of mine"),
        brief=Phrases("want to know how many items are in {order}"), noun=Phrases("the number of items"),
        report=Phrases("The number of items in {order} is {items}.\n{order} holds {items} items in all."),
    ),
    GoalKind(
        name="take_up_again", tools=(), slots=(), draw=_nothing, calls=lambda s, a, v: [], details=_nothing, declined_by="2.2",
        request=Phrases("can you [bring back|reinstate] an order that I cancelled\nI cancelled an order and want it back after all"),
        brief=Phrases("want an order back that was cancelled earlier"), noun=Phrases("that order"),
    ),
)  # fmt: skip


def _facts(state: State, account: str) -> dict[str, Value]:
    row = state.row("users", account)
    return {
        "name": name(f"{row['name']['first_name']} {row['name']['last_name']}"),
        "first_name": name(row["name"]["first_name"]),
        "last_name": name(row["name"]["last_name"]),
        "zip": code(row["address"]["zip"]),
        "email": email(row["email"]),
    }


def _owner(state: State, call: ToolCall) -> str | None:
    if "user_id" in call.arguments:
        return call.arguments["user_id"] if state.get("users", call.arguments["user_id"]) else None
    row = state.get("orders", call.arguments.get("order_id", ""))
    return row["user_id"] if row else None


def _look_first(state: State, account: str, arguments: dict[str, Any]) -> list[tuple[ToolCall, ...]]:
    return [(ToolCall("get_order_details", {"order_id": arguments["order_id"]}),)]


def desk(benchmark: TauBench) -> Domain:
    """Return a domain over the tables and tools of τ-bench's retail; its world is the same for every seed and size."""
    tools = {peer.name: peer for peer in map(DeskTool, benchmark.peer.tools)}
    return Domain(
        name="tau-bench-retail",
        title="the order desk of an online shop",
        today=TODAY,
        tools={tool: tools[tool] for tool in _TOOLS},
        tables=lambda seed, size: benchmark.tables.rows,
        policy=POLICY,
        accounts="users",
        facts=_facts,
        identifications=(
            Identification(
                "find_user_id_by_email", {"email": "email"}, lambda result: result, "the e-mail address on file"
            ),
            Identification(
                "find_user_id_by_name_zip",
                {"first_name": "first_name", "last_name": "last_name", "zip": "zip"},
                lambda result: result,
                "your first and last name and your zip code",
            ),
        ),
        owner=_owner,
        safeguards={
            "cancel_pending_order": Safeguard(
                _look_first,
                lambda s, a: (code(a["order_id"]), *_paid(s, "", {"order": a["order_id"]}).values()),
            ),
        },
        entities={
            "order": Entity(
                name="order",
                finder=lambda account, slots: ToolCall("get_user_details", {"user_id": account}),
                records=lambda result: [{"order": number_} for number_ in result["orders"]],
                key="order",
                kinds={"order": "code"},
                described=Phrases("order {order}\nmy order {order}\nthe order {order}"),
                label=lambda record: f"order {record['order']}",
            ),
        },
        kinds={kind.name: kind for kind in KINDS},
        refusals=REFUSALS,
        internal=r"\b[a-z]+_[a-z]+_\d{4}\b|\b(?:gift_card|credit_card|paypal)_\d+",
    )
