"""Early abort: nothing that could still be accepted is stopped, and what is stopped would have been rejected."""

import asyncio
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import msgspec
import pytest
from talks import MATILDA, Accepted, accepted_of, agent, at_once, call, cancel, extend, looks, talk, task, user

from apigen_mt.phases.cast import Cast
from apigen_mt.phases.conversation import converse
from apigen_mt.phases.reach import settled_wrongly
from apigen_mt.phases.trajectories import attempt_once
from apigen_mt.phases.user import AgendaUser
from apigen_mt.phases.verify import inspect, verify
from apigen_mt.phases.watch import Watch
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World
from apigen_mt.world.replay import replay as run

replace = msgspec.structs.replace
DOMAINS = ("retail", "airline", "banking")


@pytest.fixture(scope="module")
def made() -> list[Accepted]:
    """Some 200 accepted conversations of all domains."""
    return [case for name in DOMAINS for case in accepted_of(name, seed=11, size=80, block=70)]


def prefixes(messages: tuple[Message, ...]) -> Iterator[tuple[Message, ...]]:
    """Every beginning in which all calls have their results."""
    for end in range(1, len(messages) + 1):
        if end == len(messages) or messages[end].role != "tool":
            yield messages[:end]


def stopped_at(world: World, blueprint: Blueprint, messages: tuple[Message, ...]) -> tuple[Message, ...] | None:
    """The beginning after which the watch stops a conversation; None if it never does."""
    watch = Watch(world, blueprint)
    return next((beginning for beginning in prefixes(messages) if watch.lost(beginning)), None)


# ---- soundness ------------------------------------------------------------------------------------------------------


def test_no_accepted_conversation_would_have_been_stopped(made: list[Accepted]) -> None:
    """At any prefix, in any domain."""
    assert len(made) > 180
    assert {case.world.domain.name for case in made} == set(DOMAINS)
    for case in made:
        assert stopped_at(case.world, case.blueprint, case.messages) is None


def test_what_is_stopped_would_have_been_rejected(made: list[Accepted]) -> None:
    """Conversations in which something is altered: whenever the watch stops one, the whole of it is rejected."""
    rng = Random(5)
    stopped, whole = 0, 0
    for case in made:
        for _ in range(3):
            altered = _altered(case, rng)
            rejected = not accepted(verify(case.world, case.blueprint, altered, StopReason.USER_DONE))
            if stopped_at(case.world, case.blueprint, altered) is not None:
                stopped += 1
                assert rejected
            whole += rejected
    assert whole > 300
    assert stopped > 0.5 * whole


def test_cut_conversation_is_rejected_for_what_the_watch_saw(made: list[Accepted]) -> None:
    """Judged again from the record alone, it fails in the same checks."""
    rng = Random(6)
    seen: set[str] = set()
    for case in made:
        altered = _altered(case, rng)
        cut = stopped_at(case.world, case.blueprint, altered)
        if cut is None:
            continue
        verdicts = inspect(case.world, case.blueprint, cut, StopReason.UNREACHABLE).verdicts
        failed = [verdict for verdict in verdicts if verdict.passed is False]
        assert failed[-1].check == "ending" and len(failed) > 1
        assert not any(verdict.passed for verdict in verdicts)
        assert next(v.blame for v in verdicts if v.passed is not True) == failed[0].blame
        seen |= {verdict.check for verdict in failed}
    assert {"state", "consent", "statements"} <= seen


def _altered(case: Accepted, rng: Random) -> tuple[Message, ...]:
    """The conversation with one thing changed in it, executed again."""
    messages = [message for message in case.messages if message.role != "tool"]
    ways = [_another_argument, _another_amount, _dropped]
    for way in rng.sample(ways, len(ways)):
        changed = way(case, list(messages), rng)
        if changed is not None:
            messages = changed
            break
    return _executed(case.world, messages)


def _another_argument(case: Accepted, messages: list[Message], rng: Random) -> list[Message] | None:
    """A write that names another thing of its sort, or another of a list's values."""
    shown = {word for m in case.messages if m.role == "tool" for word in re.findall(r'"([\w-]*\d[\w-]*)"', m.content)}
    tools = case.world.domain.tools
    writes = [p for p, m in enumerate(messages) if m.calls and tools[m.calls[0].name].kind == "write"]
    for position in rng.sample(writes, len(writes)):
        made = messages[position].calls[0]
        options: list[tuple[str, Any]] = []
        for name, value in made.arguments.items():
            enum = tools[made.name].parameters["properties"][name].get("enum", [])
            options += [(name, other) for other in enum if other != value]
            if isinstance(value, str) and not enum:
                options += [(name, other) for other in sorted(shown) if other[:3] == value[:3] and other != value]
        if options:
            name, other = rng.choice(options)
            wrong = replace(made, arguments=made.arguments | {name: other})
            messages[position] = replace(messages[position], calls=(wrong,))
            return messages
    return None


def _another_amount(_: Accepted, messages: list[Message], rng: Random) -> list[Message] | None:
    told = [p for p, m in enumerate(messages) if m.role == "assistant" and re.search(r"\$\d", m.content)]
    if not told:
        return None
    position = rng.choice(told)
    messages[position] = replace(
        messages[position], content=re.sub(r"\$\d", "$13", messages[position].content, count=1)
    )
    return messages


def _dropped(case: Accepted, messages: list[Message], rng: Random) -> list[Message] | None:
    """A question for consent and its answer are left out."""
    said = [
        p for p in range(1, len(messages) - 2) if messages[p].role == "assistant" and messages[p + 1].role == "user"
        and messages[p + 2].calls and case.world.domain.tools[messages[p + 2].calls[0].name].kind == "write"
    ]  # fmt: skip
    if not said:
        return None
    position = rng.choice(said)
    return messages[:position] + messages[position + 2 :]


def _executed(world: World, messages: list[Message]) -> tuple[Message, ...]:
    environment = world.environment()
    found: list[Message] = []
    for message in messages:
        found.append(message)
        for made in message.calls:
            result = environment.call(made)
            found.append(Message("tool", result.content, call_id=made.id, error=result.error))
    return tuple(found)


@pytest.mark.parametrize("name", DOMAINS)
def test_what_a_write_settles_stays(name: str) -> None:
    """Whatever is done after it, legal or not: what the domain declares as final never changes (`Safeguard.settles`)."""
    world = load_world(name, 4, 40)
    domain = world.domain
    rng = Random(8)
    settled: set[str] = set()
    for _ in range(150):
        environment = world.environment()
        account = rng.choice(world.accounts)
        fixed: dict[tuple[str, str, str], Any] = {}
        for _ in range(8):
            for made in _drawn(world, environment.state, account, rng):
                before = environment.state.fork()
                if environment.call(made).error or domain.tools[made.name].kind == "read":
                    continue
                for (table, key, path), value in fixed.items():
                    assert dict(_flat(environment.state.get(table, key)))[path] == value, (made, table, key, path)
                for table in domain.safeguards[made.name].settles:
                    for key in environment.state.diff().get(table, {}):
                        old = dict(_flat(before.get(table, key)))
                        for path, value in _flat(environment.state.get(table, key)):
                            if path not in old or old[path] != value:
                                fixed[table, key, path] = value
                                settled.add(made.name)
    assert settled == {tool for tool, safeguard in domain.safeguards.items() if safeguard.settles}


def _drawn(world: World, state: Any, account: str, rng: Random) -> list[ToolCall]:
    """The calls for a wish drawn in the present state, sometimes with another of a list's values."""
    kind = rng.choice([kind for kind in world.domain.kinds.values() if kind.effect])
    try:
        slots = kind.draw(state, account, rng)
        made = kind.calls(state, account, slots) if slots is not None else []
    except LookupError:
        return []
    for position, one in enumerate(made):
        properties = world.domain.tools[one.name].parameters["properties"]
        for name in one.arguments:
            if "enum" in properties[name] and rng.random() < 0.5:
                made[position] = ToolCall(one.name, one.arguments | {name: rng.choice(properties[name]["enum"])})
    return made


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Path and value of every text and flag."""
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _flat(item, f"{path}.{key}")
    elif path and (value is None or isinstance(value, str | bool)):
        yield path, value


# ---- by hand --------------------------------------------------------------------------------------------------------


def test_wrong_setting_may_be_put_right(desk: World) -> None:
    """Nothing says that an extension is final, so one that is too long stops nothing by the state alone."""
    lines = [user("The Towpath, two more days please. matilda@inkwell.example"), *looks("B-1074")]
    beginning = talk(desk, [*lines, call("extend_hire", hire="B-1074", days=3)])
    failed = inspect(desk, task(desk, MATILDA, extend()), beginning, StopReason.UNREACHABLE).verdicts
    assert next(verdict for verdict in failed if verdict.check == "state").passed is None


def test_half_of_the_way_is_not_out_of_reach() -> None:
    """Points redeemed in two halves lead where one call leads, though that call no longer does after the first half."""
    world = load_world("retail", 4, 60)
    state = world.environment().state
    order, points = next(
        (row["order"], state.row("customers", row["customer"])["points"] // 2 * 2)
        for _, row in state.scan("orders")
        if row["status"] == "open" and 100 < state.row("customers", row["customer"])["points"] < 20 * row["total"]
    )
    whole, half = (ToolCall("redeem_points", {"order": order, "points": n}) for n in (points, points // 2))
    truth = run(world.environment(), [whole]).state
    assert run(world.environment(), [half, half]).state.digest() == truth.digest()
    assert run(world.environment(), [half, whole]).state.digest() != truth.digest()
    after = run(world.environment(), [half]).state
    tables = tuple(world.tables.rows)
    assert settled_wrongly(state, after, truth, tables) == ""


def test_several_calls_in_one_message_are_followed(desk: World) -> None:
    """Their results are known only after all of them."""
    watch = Watch(desk, task(desk, MATILDA, cancel()))
    lines = [
        user("Hello"),
        at_once(call("find_rider", email="matilda@inkwell.example"), call("list_hires", rider=MATILDA)),
    ]
    assert watch.lost(talk(desk, lines))


def test_hopeless_conversation_is_stopped_before_anybody_is_asked_again(desk: World) -> None:
    """The agent tells an id; the user is not asked for an answer, and the record says why it ended."""

    class Blunders:
        """Says one thing that nobody may say."""

        async def step(self, messages: Any) -> Message:
            """Say it."""
            return Message("assistant", f"You are {MATILDA}, aren't you?")

    blueprint = task(desk, MATILDA, cancel())
    cast = Cast(agent=lambda *_: Blunders(), watched=True)
    trajectory = asyncio.run(attempt_once(desk, blueprint, 0, "seed", cast))
    assert trajectory.stop == StopReason.UNREACHABLE
    assert [message.role for message in trajectory.messages] == ["user", "assistant"]
    assert {v.check: v.blame for v in trajectory.verdicts if v.passed is False} == {
        "discretion": "agent", "ending": "agent",
    }  # fmt: skip
    whole = asyncio.run(attempt_once(desk, blueprint, 0, "seed", cast._replace(watched=False)))
    assert whole.stop != StopReason.UNREACHABLE and len(whole.messages) > 2 and not whole.accepted


def test_unwatched_conversation_goes_on(desk: World) -> None:
    """Without an observer nobody is stopped."""
    blueprint = task(desk, MATILDA, cancel())
    users = AgendaUser(desk.domain, blueprint, Random(0))
    lines = [agent("Hello"), agent("Bye")]

    class Says:
        """Says two things in turn."""

        async def step(self, messages: Any) -> Message:
            """Say the next."""
            return Message("assistant", lines[len(messages) % 2].text)

    assert asyncio.run(converse(desk.environment(), users, Says())).stop == StopReason.USER_GAVE_UP
