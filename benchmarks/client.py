"""Our client beside the bare SDK, against a server that takes 200 ms for every answer.

The server is a process of its own. All clients ask the same of it in one run, in turns, several times over, and the least
of each figure counts: whatever else the machine does only ever adds; the median is told beside it. `ideal` is whole waves,
ceil(requests / in flight) * latency: some slot has to take that many requests, one after another. Without rounding up it is
`fluid`, which would need answers to parts of requests. `floor` is a client that sends bytes and counts those that come back:
what server, event loop and machine take by themselves.
"""

# ruff: noqa: PLC0415  the SDK and the server are imported by the process that needs them

import argparse
import asyncio
import contextlib
import gc
import math
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

from common import announce, folder, show, verdict
from slow_server import ask_least, slow_server

from apigen_mt.models.client import ChatModel, Connection
from apigen_mt.models.completion import Model, Request
from apigen_mt.models.endpoint import Endpoint
from apigen_mt.models.log import CompletionLog
from apigen_mt.models.logged import ItemLog
from apigen_mt.models.players import Player

Wrapper = Callable[[Model, Path], AbstractContextManager[Model]]
"""What stands between a role and the client, for example the log; it gets a folder for its files."""


@contextlib.contextmanager
def nothing(model: Model, _: Path) -> Iterator[Model]:
    yield model


@contextlib.contextmanager
def logged(model: Model, place: Path) -> Iterator[Model]:
    with CompletionLog.resume(place) as log:
        yield ItemLog(log, 0).model(PLAYER, model)


WRAPPERS: dict[str, Wrapper] = {"ours": nothing, "ours, logged": logged}
"""Each is measured, and each has to meet the targets."""
FLOOR = "floor"
BARE = ("openai SDK, its default transport", "openai SDK, aiohttp transport")
PLAYER = Player(model="served", temperature=0.7)
MOST_WALL, MOST_CPU = 1.05, 1.2

Ask = Callable[[Request], Awaitable[object]]


class Took(NamedTuple):
    wall: float
    cpu: float
    queued: float
    """Seconds that the client, or the server if that is more, was ready to run and had no core."""


def queued(pid: int | str = "self") -> float:
    """Return how long a process has waited for a core so far, where the system says it."""
    path = Path(f"/proc/{pid}/schedstat")
    return int(path.read_text().split()[1]) / 1e9 if path.exists() else 0.0


def requests(count: int, body: str) -> list[Request]:
    """Requests as an agent makes them in the middle of a conversation, or the shortest ones."""
    if body == "short":
        return [Request("agent", f"item{n}", ({"role": "user", "content": f"Hello, {n}."},)) for n in range(count)]
    parameters = {"type": "object", "properties": {"order_id": {"type": "string", "description": "Such as #W1."}}}
    tools = tuple(
        {"type": "function", "function": {"name": f"tool_{n}", "description": "Does it.", "parameters": parameters}}
        for n in range(12)
    )
    opening = {"role": "system", "content": "Follow the policy to the letter. " * 200}
    talk = [{"role": ("user", "assistant")[n % 2], "content": "Let us talk about this order. " * 5} for n in range(8)]
    return [
        Request("agent", f"item{n}", (opening, *talk, {"role": "user", "content": f"Hello, {n}."}), tools)
        for n in range(count)
    ]


async def ours(url: str, given: argparse.Namespace, wrapper: Wrapper, place: Path, asked: list[Request]) -> Took:
    endpoint = Endpoint(url=url, in_flight=given.in_flight)
    async with Connection("benchmark", endpoint, key="none") as connection:
        with wrapper(ChatModel(connection, PLAYER), place) as model:
            return await timed(model.complete, asked)


async def bare(url: str, given: argparse.Namespace, name: str, asked: list[Request]) -> Took:
    import openai

    transport = {} if name == BARE[0] else {"http_client": openai.DefaultAioHttpClient()}
    slots = asyncio.Semaphore(given.in_flight)
    async with openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0, **transport) as client:

        async def ask(request: Request) -> object:
            more: dict[str, Any] = {"tools": request.tools, "parallel_tool_calls": False} if request.tools else {}
            async with slots:
                return await client.chat.completions.create(
                    model=PLAYER.model, temperature=PLAYER.temperature, messages=request.messages, **more
                )

        return await timed(ask, asked)


async def least(url: str, given: argparse.Namespace) -> Took:
    async with ask_least(url, given.in_flight) as ask:
        return await timed(lambda _: ask(), requests(given.n + 1, "short"))


async def timed(ask: Ask, asked: list[Request]) -> Took:
    await ask(asked[0])  # what is loaded or connected once belongs to no request
    gc.collect()
    gc.freeze()  # as a run does, and for all alike: what is loaded stays
    begun = time.perf_counter(), time.process_time(), queued()
    await asyncio.gather(*map(ask, asked[1:]))
    ended = time.perf_counter(), time.process_time(), queued()
    gc.unfreeze()
    return Took(*(after - before for before, after in zip(begun, ended, strict=True)))


def once(url: str, given: argparse.Namespace, name: str, place: Path, asked: list[Request]) -> Took:
    if name == FLOOR:
        return asyncio.run(least(url, given))
    if name in BARE:
        return asyncio.run(bare(url, given, name, asked))
    place.mkdir()
    return asyncio.run(ours(url, given, WRAPPERS[name], place, asked))


def measure(given: argparse.Namespace, body: str) -> bool:
    """Run all ways in turns; print the table; return whether the targets are met."""
    asked = requests(given.n + 1, body)
    all_took: dict[str, list[Took]] = {}
    with slow_server(given.latency) as (url, pid), folder() as place:
        for turn in range(given.rounds):
            for name in (FLOOR, *BARE, *WRAPPERS):
                before = queued(pid)
                took = once(url, given, name, place / f"{name}{turn}", asked)
                took = took._replace(queued=max(took.queued, queued(pid) - before))
                each = f"{took.wall:.2f} s, {took.cpu / given.n * 1e3:.3f} ms CPU, {took.queued:.2f} s without a core"
                print(f"  {body}, round {turn + 1}, load {os.getloadavg()[0]:.1f}: {name}: {each}", flush=True)
                all_took.setdefault(name, []).append(took)
    best = {name: Took(*map(min, zip(*took, strict=True))) for name, took in all_took.items()}
    ideal = math.ceil(given.n / given.in_flight) * given.latency
    fluid = given.n / given.in_flight * given.latency
    control = best[BARE[1]].cpu
    print(f"\n{body} requests: ideal {ideal:.2f} s, fluid {fluid:.2f} s; the least of {given.rounds} rounds")
    show(
        (
            "client",
            "wall s",
            "x ideal",
            "(median)",
            "x fluid",
            "CPU ms",
            "x SDK, aiohttp",
            "x SDK, default",
            "queued s",
        ),
        [
            (
                *(name, f"{took.wall:.2f}", f"{took.wall / ideal:.3f}"),
                *(f"{statistics.median(one.wall for one in all_took[name]) / ideal:.3f}", f"{took.wall / fluid:.3f}"),
                *(f"{took.cpu / given.n * 1e3:.3f}", f"{took.cpu / control:.2f}"),
                *(f"{took.cpu / best[BARE[0]].cpu:.2f}", f"{took.queued:.2f}"),
            )
            for name, took in best.items()
        ],
    )
    met = [
        verdict(f"{name}: {what}", value, target, at_least=False, form=".3f")
        for name in WRAPPERS
        for what, value, target in (
            ("wall against ideal", best[name].wall / ideal, MOST_WALL),
            ("CPU against the bare SDK, same transport", best[name].cpu / control, MOST_CPU),
        )
    ]
    return all(met)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=2000)
    parser.add_argument("--in-flight", type=int, default=64)
    parser.add_argument("--latency", type=float, default=0.2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--body", choices=["short", "usual", "both"], default="both")
    given = parser.parse_args()
    announce(f"{given.n:,} requests, {given.in_flight} in flight, {given.latency * 1e3:.0f} ms each")
    bodies = ("short", "usual") if given.body == "both" else (given.body,)
    met = [measure(given, body) for body in bodies]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
