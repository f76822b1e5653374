"""What early abort and stable prefixes save, in tokens: scripted speakers, an agent that errs at known rates.

The built-in user and agent talk, so that no endpoint is needed, and the very requests are built that models in their places
would be sent: best of four for the user, a critic for each candidate, the agent by function calling. A token counts as
four characters. The agent errs by seed: at each chance it takes another thing than was described and goes on with that,
names something else in a write, skips the question for consent, or tells a wrong amount.

Shown are the tokens for each accepted trajectory with and without early abort, over the same work items, and the share of
prompt tokens that repeats the beginning of an earlier request, in blocks of 64 characters as a server caches them (never
evicted), for our layout and for one with the varying part first.
"""

import argparse
import asyncio
import json
import re
import sys
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from random import Random
from typing import Any, NamedTuple

import msgspec
from common import announce, show

from apigen_mt.models.completion import Request
from apigen_mt.phases.agent import Request as Wish
from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.agent_model import ModelAgent, desk_of
from apigen_mt.phases.cast import Cast
from apigen_mt.phases.guards import Candidate
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.phases.trajectories import simulate
from apigen_mt.phases.user import AgendaUser, UserTurn
from apigen_mt.phases.user_model import CANDIDATES, ModelUser
from apigen_mt.pipeline import make_blueprints
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.world.domain import Slot, World
from apigen_mt.world.environment import Environment
from apigen_mt.world.tools import ToolResult

CHARACTERS = 4
"""Characters of a token."""
BLOCK = 64
"""Characters of a cached block: 16 tokens."""
ROLES = ("user", "critic", "agent")


# ---- counting -------------------------------------------------------------------------------------------------------


class Cache:
    """What a server would have at hand: every beginning that it has seen, block by block."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.asked = dict.fromkeys(ROLES, 0)
        self.shared = dict.fromkeys(ROLES, 0)

    def take(self, role: str, text: str) -> None:
        """Count one prompt."""
        self.asked[role] += len(text)
        beginning, known = 0, True
        for start in range(0, len(text) - BLOCK + 1, BLOCK):
            beginning = hash((beginning, text[start : start + BLOCK]))
            known = known and beginning in self.seen
            if known:
                self.shared[role] += BLOCK
            self.seen.add(beginning)

    def share(self, *roles: str) -> float:
        """Return the shared part of the prompts of some roles."""
        return sum(self.shared[role] for role in roles) / sum(self.asked[role] for role in roles)


class Meter:
    """Characters asked and answered, and what of them two layouts share."""

    def __init__(self) -> None:
        self.characters = 0
        self.stable, self.varying = Cache(), Cache()

    def take(self, request: Request, answer: str) -> None:
        """Count one completion."""
        messages = [f"{message['role']}\n{json.dumps(message, ensure_ascii=False)}\n" for message in request.messages]
        tools = json.dumps(request.tools) if request.tools else ""
        ours = tools + "".join(messages)
        self.characters += len(ours) + len(answer)
        self.stable.take(request.role, ours)
        # The rules that never vary behind what does: the brief, the candidate, or the latest message.
        self.varying.take(request.role, messages[-1] + tools + "".join(messages[:-1]))


class CountedUser(AgendaUser):
    """The built-in user, counted as a model in its place would be: n candidates, and a score for each."""

    def __init__(self, world: World, blueprint: Blueprint, seed: str, place: str, meter: Meter) -> None:
        super().__init__(world.domain, blueprint, Random(f"{seed}:user"))
        self.meter = meter
        self.twin = ModelUser(Nobody(), Nobody(), world, blueprint, place)

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Say the next line."""
        turn = await super().speak(messages)
        for number, request in enumerate(self.twin.requests(messages)):
            self.meter.take(request, turn.message.content)
            # No two candidates are alike; their lengths are.
            candidate = Candidate(f"{number} {turn.message.content}", turn.leaves)
            self.meter.take(
                self.twin.critique(candidate, number, messages), '{"reason": "' + "r" * 150 + '", "score": 9}'
            )
        return turn


class Nobody:
    """A model that is never asked."""

    async def complete(self, request: Request) -> Any:
        """Refuse."""
        raise AssertionError(f"nobody answers {request.place}")


class Erring(ScriptedAgent):
    """The built-in agent with errors at a known rate, counted as a model in its place would be."""

    def __init__(
        self, world: World, environment: Environment, seed: str, place: str, rate: float, meter: Meter
    ) -> None:
        self.rate = rate
        self.errors = Random(f"{seed}:errors")
        self.meter = meter
        self.twin = ModelAgent(Nobody(), desk_of(world.domain), place)
        super().__init__(world.domain, environment, Random(f"{seed}:agent"))

    def errs(self) -> bool:
        """Draw whether this chance is taken."""
        return self.errors.random() < self.rate

    async def step(self, messages: Sequence[Message]) -> Message:
        """Say or do the next thing; an amount told may be wrong."""
        message = await super().step(messages)
        if "$" in message.content and self.errs():
            content = _AMOUNT.sub(lambda found: f"${float(found[1].replace(',', '')) + 3.7:.2f}", message.content, 1)
            message = msgspec.structs.replace(message, content=content)
        self.meter.take(self.twin.request(messages), msgspec.json.encode([message.content, message.calls]).decode())
        return message

    def _advance(self, request: Wish) -> Generator[Message, Message, bool]:
        if not request.proposed and not request.consented and self.errs():
            request.consented = True
        return (yield from super()._advance(request))

    def _find(self, slot: Slot, features: Mapping[str, Any], request: Wish) -> Generator[Message, Message, Any]:
        found = yield from super()._find(slot, features, request)
        entity = self.domain.entities[slot.entity]
        call = entity.finder(self.account, request.slots)
        if found is None or slot.many or not self.errs():
            return found
        records = entity.records(self.environment.call(call).value)
        others = [record for record in records if record[entity.key] != found]
        if not others:
            return found
        other = self.errors.choice(others)
        request.labels[slot.name] = entity.label(other)
        return other[entity.key]

    def _call(self, call: ToolCall) -> Generator[Message, Message, ToolResult]:
        wrong = self._wrong(call) if self.domain.tools[call.name].kind == "write" and self.errs() else None
        return (yield from super()._call(wrong or call))

    def _wrong(self, call: ToolCall) -> ToolCall | None:
        """Return the call with one argument that is another of its sort."""
        properties = self.domain.tools[call.name].parameters["properties"]
        found: list[tuple[str, Any]] = []
        for name, value in call.arguments.items():
            others: list[Any] = [other for other in properties[name].get("enum", []) if other != value]
            if not others and isinstance(value, str) and any(map(str.isdigit, value)):
                form = re.sub(r"[a-z]\b", "[a-z]", re.sub(r"\d+", r"\\d+", re.escape(value)))
                seen = {match for content in self.seen.values() for match in re.findall(rf'"({form})"', content)}
                others = sorted(seen - {value})
            found += [(name, other) for other in others]
            if isinstance(value, int | float) and not isinstance(value, bool):
                found.append((name, value + 1))
        if not found:
            return None
        name, other = self.errors.choice(found)
        return ToolCall(call.name, call.arguments | {name: other})


_AMOUNT = re.compile(r"\$(\d[\d,]*(?:\.\d\d)?)")


# ---- runs -----------------------------------------------------------------------------------------------------------


class Run(NamedTuple):
    """What one run over the blueprints gave."""

    made: list[tuple[Trajectory, ...]]
    meter: Meter

    @property
    def accepted(self) -> list[Trajectory]:
        """The accepted trajectories."""
        return [tries[-1] for tries in self.made if tries[-1].accepted]

    @property
    def tokens(self) -> float:
        """Tokens of all requests and answers."""
        return self.meter.characters / CHARACTERS

    def stopped(self) -> int:
        """Count the conversations that were stopped early."""
        return sum(one.stop == StopReason.UNREACHABLE for tries in self.made for one in tries)

    def stoppers(self) -> Counter[str]:
        """Count the checks for which conversations were stopped."""
        stopped = (one for tries in self.made for one in tries if one.stop == StopReason.UNREACHABLE)
        return Counter(next(v.check for v in one.verdicts if v.passed is False) for one in stopped)

    def failed(self) -> int:
        """Count the conversations that were not accepted."""
        return sum(not one.accepted for tries in self.made for one in tries)


def run(places: Sequence[tuple[World, Blueprint]], rate: float, *, watched: bool) -> Run:
    """Hold the conversations about the blueprints."""
    meter = Meter()
    cast = Cast(
        user=lambda world, blueprint, seed, place: CountedUser(world, blueprint, seed, place, meter),
        agent=lambda world, environment, seed, place: Erring(world, environment, seed, place, rate, meter),
        watched=watched,
    )
    made = [
        asyncio.run(simulate(world, blueprint, 3, f"{number}", cast))
        for number, (world, blueprint) in enumerate(places)
    ]
    return Run(made, meter)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("domains", nargs="*", default=["retail", "airline", "banking"])
    parser.add_argument("-n", type=int, default=120, help="work items")
    parser.add_argument("--rates", type=float, nargs="*", default=[0.0, 0.05, 0.15, 0.3])
    given = parser.parse_args()

    announce(
        f"Tokens with and without early abort and stable prefixes ({', '.join(given.domains)}; best of {CANDIDATES})"
    )
    settings = Settings(tuple(given.domains), seed=7, size=200, block=given.n)
    items = asyncio.run(make_blueprints(settings, 0, Steering()))
    worlds = {name: load_world(name, settings.seed, settings.size) for name in given.domains}
    places = [(worlds[item.domain], item.blueprint) for item in items if item.blueprint is not None]

    rows: list[tuple[object, ...]] = []
    same = True
    stoppers: Counter[str] = Counter()
    for rate in given.rates:
        whole, cut = run(places, rate, watched=False), run(places, rate, watched=True)
        same &= [msgspec.json.encode(one) for one in whole.accepted] == [
            msgspec.json.encode(one) for one in cut.accepted
        ]
        each = [one.tokens / max(1, len(one.accepted)) for one in (whole, cut)]
        rows.append(
            (
                f"{rate:.0%}", len(places), len(cut.accepted), whole.failed(), cut.stopped(),
                f"{each[0]:,.0f}", f"{each[1]:,.0f}", f"{each[0] / each[1]:.2f}",
            )
        )  # fmt: skip
        stoppers += cut.stoppers()
        caches = (cut.meter.stable, cut.meter.varying)
    show(
        ("error rate", "items", "accepted", "rejected", "stopped early", "tokens/accepted without", "with", "ratio"),
        rows,
    )
    print("stopped for:", ", ".join(f"{check} {count}" for check, count in stoppers.most_common()))
    print(f"accepted trajectories byte-identical with and without: {'yes' if same else 'NO'}\n")
    show(
        ("share of prompt tokens that is a shared prefix", *ROLES, "all"),
        [
            (name, *(f"{cache.share(role):.1%}" for role in ROLES), f"{cache.share(*ROLES):.1%}")
            for name, cache in zip(("stable part first (ours)", "varying part first"), caches, strict=True)
        ],
    )
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
