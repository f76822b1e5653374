"""What the completion log costs: conversations whose every answer is logged before it is used, against no log.

The model answers after 200 ms, without a server, so that all CPU that is added is the log's. Messages grow as those of an
agent do: a policy of 8 kB, 16 tools, half a kilobyte a message. Then the ledger of a long log, and the log's size.
"""

import argparse
import asyncio
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from common import announce, folder, show, verdict

from apigen_mt.models.asked import Asking
from apigen_mt.models.completion import Completion, Model, Request, Usage
from apigen_mt.models.endpoint import Price
from apigen_mt.models.ledger import ledger
from apigen_mt.models.log import COMPLETIONS, Answer, CompletionLog, Logged
from apigen_mt.models.logged import ItemLog
from apigen_mt.models.players import Player

PLAYER = Player("small", temperature=0.7)
WORDS = ("order", "refund", "address", "ship", "return", "cancel", "please", "items", "paid", "card", "a", "of", "is")
IN_FLIGHT, TURNS, LATENCY = 64, 32, 0.2


def prose(rng: Random, size: int) -> str:
    """Return words, about so many characters, no two texts alike."""
    return " ".join(f"{word}{rng.randrange(1000)}" for word in rng.choices(WORDS, k=size // 8))


_rng = Random(1)
POLICY = prose(_rng, 8000)
TOOLS: tuple[dict[str, Any], ...] = tuple(
    {
        "type": "function",
        "function": {
            "name": f"tool_{number}",
            "description": prose(_rng, 200),
            "parameters": {
                "type": "object",
                "properties": {f"field_{at}": {"type": "string", "description": prose(_rng, 60)} for at in range(4)},
                "required": ["field_0"],
            },
        },
    }
    for number in range(16)
)


class Slow:
    """Answers after a while."""

    def __init__(self, answers: list[str]):
        self._answers = answers

    async def complete(self, request: Request) -> Completion:
        await asyncio.sleep(LATENCY)
        return Completion(self._answers[len(request.messages) // 2 - 1], usage=Usage(6000, 120, 5000), model="small-v1")


async def talk(model: Model, said: list[str]) -> None:
    """Hold one conversation; every request is made anew, as the phases make them."""
    texts = [POLICY]
    for turn in range(TURNS):
        texts.append(said[turn])
        roles = ("system", *("user", "assistant") * turn, "user")
        messages = tuple({"role": who, "content": text} for who, text in zip(roles, texts, strict=True))
        answer = await model.complete(Request("agent", f"turn{turn}", messages, TOOLS, prompt="agent@1f3a9c20"))
        texts.append(answer.text)


class Measured(NamedTuple):
    """One way, once."""

    wall: float
    cpu: float


def measure(model_of: Callable[[int], Model], users: list[list[str]]) -> Measured:
    """Hold all conversations at once; return seconds."""

    async def all_at_once() -> None:
        await asyncio.gather(*(talk(model_of(item), said) for item, said in enumerate(users)))

    wall, cpu = time.perf_counter(), time.process_time()
    asyncio.run(all_at_once())
    return Measured(time.perf_counter() - wall, time.process_time() - cpu)


def measure_logged(place: Path, servers: list[Slow], users: list[list[str]]) -> tuple[Measured, int]:
    """Return seconds with a log, and its commits."""
    commits = 0

    def counted(commit: Callable[[], None]) -> None:
        nonlocal commits
        commits += 1
        commit()

    with CompletionLog.resume(place) as log:
        writer = log._writable
        writer._commit = partial(counted, writer._commit)
        return measure(lambda item: ItemLog(log, item).model(PLAYER, servers[item]), users), commits


def long_ledger(place: Path, requests: int) -> tuple[float, float, int]:
    """Return the ledger's seconds, the megabytes it took at most beyond what was there, and the log's bytes."""
    rng = Random(2)
    with CompletionLog.resume(place) as log:
        for item in range(requests // TURNS):
            texts, rows = [POLICY], list[tuple[Logged, dict[bytes, bytes]]]()
            for turn in range(TURNS):
                texts += [prose(rng, 500), prose(rng, 500)]
                roles = ("system", *("user", "assistant") * turn, "user")
                messages = tuple({"role": who, "content": text} for who, text in zip(roles, texts, strict=False))
                parts: dict[bytes, bytes] = {}
                asked = Asking(PLAYER, parts).take(Request("agent", f"turn{turn}", messages, TOOLS))
                answer = Answer(Completion(texts[-1], usage=Usage(6000, 120, 5000)))
                rows.append((Logged(item, "agent", f"turn{turn}", "agent@1", asked, answer, 0.2), parts))
            log.add_all(rows)
    size = (place / COMPLETIONS).stat().st_size
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with CompletionLog.read(place) as log:
        told = ledger(log, {"small": Price(2.0, 8.0, 0.5)}, {})
    seconds = time.process_time() - begun
    print(f"{told.total.calls:,} calls, {told.total.money:,.2f} money, shared {told.total.shared_share:.1%}")
    return seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, size


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--requests", type=int, default=100_000, help="of the log that the ledger is made of")
    arguments = parser.parse_args()
    count = IN_FLIGHT * TURNS
    announce(f"completion log: {count:,} completions, {IN_FLIGHT} in flight, {LATENCY * 1000:.0f} ms each")
    rng = Random(3)
    rows: list[tuple[object, ...]] = []
    bare: list[Measured] = []
    logged: list[Measured] = []
    with folder() as place:
        for number in range(arguments.rounds):
            users = [[prose(rng, 500) for _ in range(TURNS)] for _ in range(IN_FLIGHT)]
            servers = [Slow([prose(rng, 500) for _ in range(TURNS)]) for _ in range(IN_FLIGHT)]
            bare.append(measure(lambda item, servers=servers: servers[item], users))
            (place / str(number)).mkdir()
            with_log, commits = measure_logged(place / str(number), servers, users)
            logged.append(with_log)
            for way, one, times in (("no log", bare[-1], 0), ("log", with_log, commits)):
                rows.append((way, f"{one.wall:.2f}", f"{one.cpu / count * 1000:.3f}", times))
        show(("way", "wall s", "CPU ms a completion", "commits"), rows)
        added = (min(one.cpu for one in logged) - min(one.cpu for one in bare)) / count * 1000
        met = verdict("CPU ms added to a completion", added, 0.2, at_least=False, form=".3f")
        ratio = min(one.wall for one in logged) / min(one.wall for one in bare)
        met &= verdict("wall, log against none", ratio, 1.05, at_least=False, form=".3f")
        (place / "long").mkdir()
        seconds, megabytes, size = long_ledger(place / "long", arguments.requests)
        print(
            f"ledger of {arguments.requests:,} requests: {seconds:.1f} s of CPU, {megabytes:.0f} MB; log {size / 1e6:.0f} MB"
        )
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
