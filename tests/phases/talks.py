"""Conversations by hand: written as short lines, run in a real world, judged by the real verifier."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from apigen_mt.phases.context import Context
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.phases.propose import assemble, word_goal
from apigen_mt.phases.verify import verify
from apigen_mt.pipeline import make_block
from apigen_mt.registry import load_domain, load_world
from apigen_mt.values.blueprint import Blueprint, Goal, Said
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.persona import Persona, Style
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.domain import Slots, World
from apigen_mt.world.policy import Case
from apigen_mt.world.tables import Row

BIKES = str(Path(__file__).parents[2] / "examples" / "bikes")
Messages = tuple[Message, ...]
PLAIN = Persona("plain", "somebody", Style())


# ---- a conversation, line by line -----------------------------------------------------------------------------------


class Line(NamedTuple):
    """One message: what somebody says, or calls to tools."""

    role: str
    text: str = ""
    calls: tuple[tuple[str, Mapping[str, Any]], ...] = ()


def user(text: str) -> Line:
    """The customer says something."""
    return Line("user", text)


def agent(text: str) -> Line:
    """The agent says something."""
    return Line("assistant", text)


def call(name: str, **arguments: Any) -> Line:
    """The agent calls a tool; the world answers."""
    return Line("assistant", calls=((name, arguments),))


def at_once(*lines: Line) -> Line:
    """The agent makes several calls in one message."""
    return Line("assistant", calls=tuple(made for line in lines for made in line.calls))


BYE = (user("No thanks, that's all. Bye!"), agent("Take care, and have a good day."))


def talk(world: World, lines: Iterable[Line]) -> Messages:
    """Run a conversation written by hand and record what the tools give."""
    said: list[Message] = []
    count = 0
    for line in lines:
        calls = tuple(ToolCall(name, dict(given), f"call_{count + i}") for i, (name, given) in enumerate(line.calls, 1))
        count += len(calls)
        said.append(Message(line.role, line.text, calls=calls))  # type: ignore[arg-type]
    return executed(world, said)


def executed(world: World, messages: Iterable[Message]) -> Messages:
    """Return the messages with a result, as a fresh world gives it, behind every call."""
    environment = world.environment()
    found: list[Message] = []
    for message in messages:
        if message.role == "tool":
            continue
        found.append(message)
        for made in message.calls:
            result = environment.call(made)
            found.append(Message("tool", result.content, call_id=made.id, error=result.error))
    return tuple(found)


# ---- what it is about -----------------------------------------------------------------------------------------------


def wish(kind: str, slots: Mapping[str, Any] | None = None, **said: Said | str) -> Goal:
    """A goal whose slots are said in these words; a plain string stands for the value of that slot."""
    slots = dict(slots or {})
    words = {slot: Said(one, slots[slot]) if isinstance(one, str) else one for slot, one in said.items()}
    return Goal(kind, slots, words, given=tuple(words))


def thing(text: str, **features: Any) -> Said:
    """A thing in the tables, described by features."""
    return Said(text, features=features)


def task(world: World, account: str, *goals: Goal) -> Blueprint:
    """A blueprint for a customer who remembers everything about themselves."""
    facts = world.domain.facts(world.environment().state, account)
    return assemble(world, account, PLAIN, facts, {}, goals)


# ---- what the pipeline made -----------------------------------------------------------------------------------------


class Accepted(NamedTuple):
    """One conversation that the pipeline made and the verifier accepted."""

    world: World
    blueprint: Blueprint
    trajectory: Trajectory

    @property
    def messages(self) -> Messages:
        """What was said and called."""
        return self.trajectory.messages


def accepted_of(name: str, **settings: int) -> list[Accepted]:
    """What the pipeline accepts in the first block of a run of one domain."""
    run = Settings((name,), **settings)
    world = load_world(name, run.seed, run.size)
    return [
        Accepted(world, item.blueprint, item.accepted)
        for item in asyncio.run(make_block(run, 0, Steering()))
        if item.blueprint is not None and item.accepted is not None
    ]


# ---- judging --------------------------------------------------------------------------------------------------------


def judge(
    world: World, blueprint: Blueprint, messages: Messages, stop: StopReason = StopReason.USER_DONE
) -> dict[str, str]:
    """Return the checks that did not pass, each with its reason."""
    return failed(verify(world, blueprint, messages, stop))


def failed(verdicts: Iterable[Verdict]) -> dict[str, str]:
    """Return check -> reason of the verdicts that are no pass."""
    return {verdict.check: verdict.reason for verdict in verdicts if verdict.passed is not True}


# ---- a desk small enough to know by heart ---------------------------------------------------------------------------

MATILDA = "rdr_4219e5"
XENIA = "rdr_e45b79"
MAIL = "matilda@inkwell.example"


def small_desk() -> World:
    """The bicycle hire desk with two riders."""
    return replace(load_domain(BIKES), tables=lambda seed, size: small_tables()).world(0, 2)


def small_tables() -> dict[str, dict[str, Row]]:
    """Matilda's hires, of which each is in another state, and two of Xenia's."""
    hires = [
        _hire("B-1073", MATILDA, "Cargo Mule", "2026-06-06", 9, "booked"),
        _hire("B-1074", MATILDA, "Towpath", "2026-05-16", 2, "out"),
        _hire("B-1075", MATILDA, "Night Heron", "2026-05-15", 9, "out", extended=True),
        _hire("B-1076", MATILDA, "Gravel Fox", "2026-05-19", 2, "booked"),
        _hire("B-1077", MATILDA, "Little Wren", "2026-05-02", 2, "returned"),
        _hire("B-1043", XENIA, "Cargo Mule", "2026-06-05", 5, "booked"),
        _hire("B-1044", XENIA, "Night Heron", "2026-05-16", 7, "out"),
    ]
    riders: dict[str, Row] = {
        MATILDA: {"rider": MATILDA, "name": "Matilda Vandermeer", "email": MAIL, "club": True},
        XENIA: {"rider": XENIA, "name": "Xenia Delacourt", "email": "xenia@postbox.example", "club": False},
    }
    return {"riders": riders, "hires": {row["hire"]: row for row in hires}}


def _hire(number: str, rider: str, model: str, start: str, days: int, status: str, extended: bool = False) -> Row:
    return {
        "hire": number, "rider": rider, "model": model, "start": start, "days": days, "status": status,
        "extended": extended,
    }  # fmt: skip


MODELS = {
    "B-1073": "Cargo Mule",
    "B-1074": "Towpath",
    "B-1075": "Night Heron",
    "B-1076": "Gravel Fox",
    "B-1077": "Little Wren",
}


def extend(hire: str = "B-1074", days: int = 2, words: str = "two") -> Goal:
    """Keep a bicycle longer. Only B-1074 may be."""
    model = MODELS[hire]
    return wish("extend", {"hire": hire, "days": days}, hire=thing(f"the {model}", model=model), days=words)


def cancel(hire: str = "B-1073") -> Goal:
    """Cancel a hire. Only B-1073 may be."""
    return wish("cancel", {"hire": hire}, hire=thing(f"the {MODELS[hire]}", model=MODELS[hire]))


def ask_due(hire: str = "B-1074") -> Goal:
    """Ask when a bicycle has to be back. For B-1074 that is 18 May."""
    return wish("ask_due", {"hire": hire}, hire=thing(f"the {MODELS[hire]}", model=MODELS[hire]))


LOST = wish("lost_property")
DISCOUNT = wish("discount")


def looks(*hires: str) -> list[Line]:
    """Identify Matilda, list her hires and show some of them."""
    shown = [call("show_hire", hire=hire) for hire in hires]
    return [call("find_rider", email=MAIL), call("list_hires", rider=MATILDA), *shown]


# ---- other desks ----------------------------------------------------------------------------------------------------


def find_wish(
    world: World, kind: str, fits: Callable[[Slots, frozenset[str]], bool], seed: int = 0
) -> tuple[str, Goal]:
    """Return a customer and a wish of theirs, drawn until slots and broken clauses fit."""
    rng = Random(f"{kind}:{seed}")
    for account, slots in _wishes(world, kind, rng):
        try:
            broken = _broken(world, kind, account, slots)
        except LookupError:
            continue
        if fits(slots, broken):
            context = Context(account, PLAIN, (), frozenset())
            goal = word_goal(world.domain, world.environment(), context, world.domain.kinds[kind], slots, rng)
            if goal is not None:
                return account, goal
    raise LookupError(f"nobody in this world has such a wish: {kind}")


def _wishes(world: World, kind: str, rng: Random) -> Iterator[tuple[str, Slots]]:
    for _ in range(25):
        for account in world.accounts:
            slots = world.domain.kinds[kind].draw(world.environment().state, account, rng)
            if slots is not None:
                yield account, slots


def _broken(world: World, kind: str, account: str, slots: Slots) -> frozenset[str]:
    domain, state = world.domain, world.environment().state
    writes = [c for c in domain.kinds[kind].calls(state, account, slots) if domain.tools[c.name].kind == "write"]
    return frozenset(v.clause.number for c in writes for v in domain.policy.judge(Case(state, c, account, ())))


def fact(world: World, account: str, name: str) -> str:
    """What a customer knows of themselves."""
    return str(world.domain.facts(world.environment().state, account)[name].value)
