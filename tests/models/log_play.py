"""A small run against a model whose answers never come twice the same: `python log_play.py DIRECTORY` plays it.

What the model was asked and what the run used is written down beside the log at once, by plain appends.
"""

import asyncio
import os
import sys
from pathlib import Path
from random import SystemRandom
from typing import Any

from apigen_mt.models.completion import Completion, Model, NoAnswer, RawCall, Request, Role, Usage
from apigen_mt.models.log import CompletionLog
from apigen_mt.models.logged import ItemLog
from apigen_mt.models.players import Player

PLAYER = Player("small", temperature=0.7, extra={"seed": 3})
JUDGE = Player("large")
TOOLS = ({"type": "function", "function": {"name": "find_order", "parameters": {"type": "object"}}},)
SCHEMA = {"type": "object", "properties": {"score": {"type": "number"}}}
ITEMS, TURNS = 24, 6


class Server:
    """Answers at random, after a moment, and fails now and then for good."""

    def __init__(self, seen: Path | None = None, delay: float = 0.0):
        """Note what is asked in a file."""
        self.asked: list[tuple[str, str]] = []
        self._file = os.open(seen or os.devnull, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._delay = delay
        self._random = SystemRandom()

    async def complete(self, request: Request) -> Completion:
        """Answer."""
        self.asked.append((request.role, request.place))
        os.write(self._file, f"{request.messages[0]['content']} {request.role} {request.place}\n".encode())
        await asyncio.sleep(self._delay * self._random.random())
        number = self._random.getrandbits(64)
        if request.role == "critic" and number % 5 == 0:
            raise NoAnswer(f"gave up, case {number}", tries=6)
        calls = (RawCall("c1", "find_order", '{"n": ' + str(number)),) if number % 3 == 0 else ()
        usage = Usage(100 + number % 7, 10 + number % 5, number % 3)
        return Completion(f"answer {number}", calls, "stop", usage, "small-v1", 1 + number % 2)


def request(role: Role, place: str, *texts: str, **more: Any) -> Request:
    """Return a request whose messages are by turns the system's, the user's, and the assistant's."""
    roles = ("system", *("user", "assistant") * len(texts))
    messages = ({"role": who, "content": text} for who, text in zip(roles, texts, strict=False))
    return Request(role, place, tuple(messages), **more)


async def play(item: int, agent: Model, critic: Model) -> list[str]:
    """Talk, each turn depending on all before it; return what was used."""
    texts, used = [f"item{item}"], []
    for turn in range(TURNS):
        texts.append(f"and turn {turn}?")
        answer = await agent.complete(request("agent", f"turn{turn}", *texts, tools=TOOLS, prompt="agent@1"))
        texts.append(answer.text)
        scores = await asyncio.gather(
            *(_score(critic, request("critic", f"turn{turn}/candidate{one}", *texts, schema=SCHEMA)) for one in (0, 1))
        )
        texts[-1] += f" ({scores})"
        used += [f"{item} agent turn{turn} {answer}", *(f"{item} critic turn{turn} {score}" for score in scores)]
    return used


async def _score(critic: Model, asked: Request) -> str:
    try:
        return (await critic.complete(asked)).text
    except NoAnswer as error:
        return f"{error} after {error.tries}"


class Noting:
    """Notes what comes out of a model as soon as it may be used."""

    def __init__(self, model: Model, item: int, used: int):
        """Write to an open file."""
        self._model, self._item, self._used = model, item, used

    async def complete(self, request: Request) -> Completion:
        """Pass on."""
        try:
            answer: Any = await self._model.complete(request)
        except NoAnswer as error:
            answer = error
        os.write(self._used, f"item{self._item} {request.role} {request.place}\t{answer!r}\n".encode())
        if isinstance(answer, NoAnswer):
            raise answer
        return answer


async def run(directory: Path, server: Model | None, used: int = -1, items: int = ITEMS) -> list[list[str]]:
    """Play all items at once, with a server or from the log alone."""
    with CompletionLog.resume(directory) if server else CompletionLog.read(directory) as log:

        def players(item: int) -> list[Model]:
            memory = ItemLog(log, item)
            models = [memory.model(one, server) if server else memory.replay(one) for one in (PLAYER, JUDGE)]
            return models if used < 0 else [Noting(model, item, used) for model in models]

        return await asyncio.gather(*(play(item, *players(item)) for item in range(items)))


if __name__ == "__main__":
    place = Path(sys.argv[1])
    note = os.open(place / "used", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    made = asyncio.run(run(place, Server(place / "seen", 0.02), note))
    (place / "result").write_text(repr(made))
