"""Questions put to a real server, all at once, and what came of them."""

import asyncio
import time
from contextlib import AsyncExitStack
from typing import Any, NamedTuple

import msgspec
from tests.models.endpoint_server import Answering, Body, EndpointServer

from apigen_mt.models.client import EASY, ChatModel, Connection
from apigen_mt.models.completion import Completion, Request
from apigen_mt.models.endpoint import Endpoint
from apigen_mt.models.players import Player
from apigen_mt.models.spend import Spend

PLAYER = Player(model="asked")


class Exchange(NamedTuple):
    """What came of some requests."""

    outcomes: list[Completion | BaseException]
    server: EndpointServer
    connection: Connection
    seconds: float

    @property
    def only(self) -> Completion:
        """The one answer."""
        (outcome,) = self.outcomes
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome


def asking(words: str = "hello", **more: Any) -> Request:
    """A request that says some words."""
    return Request(role="agent", place=words, messages=({"role": "user", "content": words},), **more)


def many(count: int) -> list[Request]:
    """Requests that differ."""
    return [asking(f"hello {number}") for number in range(count)]


def quick(url: str, **more: Any) -> Endpoint:
    """An endpoint whose client loses no time."""
    return msgspec.convert({"url": url, "backoff": 0.01, "patience": 0.5, "timeout": 2.0} | more, Endpoint)


def is_easy(body: Body) -> bool:
    """Whether this is what a client asks to see if anybody is there."""
    return body["messages"] == list(EASY)


async def exchange(
    answering: Answering,
    *requests: Request,
    player: Player = PLAYER,
    key: str = "",
    spend: Spend | None = None,
    latency: float = 0.0,
    **settings: Any,
) -> Exchange:
    """Ask everything at once; exceptions are outcomes like others."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(EndpointServer(answering, latency))
        connection = await stack.enter_async_context(Connection("test", quick(server.url, **settings), key, spend))
        model = ChatModel(connection, player)
        begun = time.perf_counter()
        found = await asyncio.gather(*map(model.complete, requests or (asking(),)), return_exceptions=True)
        return Exchange(found, server, connection, time.perf_counter() - begun)
