"""A real endpoint on loopback whose answers are a Python function, and which can go wrong in every way we know.

    async with EndpointServer(lambda body: text("Hello.")) as server:
        Endpoint(url=server.url)

The function gets the body of each request and returns an answer's body, or a `Fault`; it may be a coroutine function.
"""

import asyncio
import contextlib
import hashlib
import inspect
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Literal, NamedTuple, Self

Body = dict[str, Any]


class Fault(NamedTuple):
    """Something else than an answer."""

    what: Literal["reply", "reset", "hang", "truncated"]
    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


Answer = Body | Fault
Answering = Callable[[Body], Answer | Awaitable[Answer]]

RESET = Fault("reset")
HANG = Fault("hang")
TRUNCATED = Fault("reply", body=b'{"id": "x", "object": "chat.completion", "choices": [{"mess')
"""A whole response, whose JSON breaks off."""
CUT_OFF = Fault("truncated")
"""A response that is shorter than its header says."""
WRONG_SHAPE = Fault("reply", body=b'{"choices": [{"message": {"content": 7}}]}')
NO_CHOICES = Fault("reply", body=b'{"choices": []}')


def refusal(status: int, message: str = "no", **headers: str) -> Fault:
    """An error response in the usual shape; underscores in names of headers become dashes."""
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Fault("reply", status, json.dumps({"error": {"message": message}}).encode(), pairs)


def answer(message: Body, finish: str = "stop", usage: Body | None = None) -> Body:
    """An answer's body around a message."""
    spent = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15} if usage is None else usage
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": finish}
    head = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "served"}
    return {**head, "choices": [choice], "usage": spent}


def text(content: str, finish: str = "stop") -> Body:
    """An answer in words."""
    return answer({"content": content}, finish)


def calls(*names_and_arguments: tuple[str, str]) -> Body:
    """An answer that calls tools; the arguments are text of any sort."""
    made = [
        {"id": f"call_{number}", "type": "function", "function": {"name": name, "arguments": arguments}}
        for number, (name, arguments) in enumerate(names_and_arguments)
    ]
    return answer({"content": None, "tool_calls": made}, "tool_calls")


EMPTY = answer({"content": ""})
LENGTH_STOP = text("This was going to be a long", finish="length")
UNKNOWN_TOOL = calls(("no_such_tool", "{}"))
UNPARSABLE_ARGUMENTS = calls(("get_user_details", '{"user_id": '))
MIX: tuple[Answer, ...] = (
    *(refusal(429), refusal(429, retry_after="0"), refusal(500), RESET, HANG, TRUNCATED, CUT_OFF, WRONG_SHAPE),
    *(EMPTY, LENGTH_STOP, UNKNOWN_TOOL, UNPARSABLE_ARGUMENTS),
)
"""All of it in equal parts."""


def faulty(answering: Answering, share: float, faults: Sequence[Answer] = MIX, seed: int = 0) -> Answering:
    """Answer a share of the requests with faults, by hash of the body and how often it came: no matter in which order."""
    times: dict[str, int] = {}

    def respond(body: Body) -> Answer | Awaitable[Answer]:
        key = json.dumps(body, sort_keys=True)
        times[key] = times.get(key, 0) + 1
        digest = hashlib.sha256(f"{seed}/{times[key]}/{key}".encode()).digest()
        if int.from_bytes(digest[:4], "big") < share * 2**32:
            return faults[int.from_bytes(digest[4:8], "big") % len(faults)]
        return answering(body)

    return respond


class Seen(NamedTuple):
    """A request as it arrived."""

    path: str
    headers: dict[str, str]
    """Names in lower case."""
    body: Body
    at: float
    """By the clock of the event loop."""


class EndpointServer:
    """Serves on a free port of loopback, or on a given one; keeps connections open as real servers do."""

    def __init__(self, answering: Answering, latency: float = 0.0, port: int = 0, keep: bool = True) -> None:
        self._answering = answering
        self._latency = latency
        self._port = port
        self._keep = keep
        self._talks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.requests: list[Seen] = []
        """Everything that arrived, unless it was told not to keep it."""
        self.count = 0
        self.at_once = 0
        self.most_at_once = 0

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self._port}/v1"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", self._port, backlog=1024)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)
        await self._server.wait_closed()

    def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.get_running_loop().create_task(self._talk(reader, writer))
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Serve one request; return whether the connection stays open."""
        head, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = json.loads(await reader.readexactly(int(headers.get("content-length", 0))) or b"{}")
        self.count += 1
        if self._keep:
            self.requests.append(Seen(head.split()[1], headers, body, asyncio.get_running_loop().time()))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if self._latency:
                await asyncio.sleep(self._latency)
            made = self._answering(body)
            return await self._reply(writer, await made if inspect.isawaitable(made) else made)
        finally:
            self.at_once -= 1

    async def _reply(self, writer: asyncio.StreamWriter, made: Answer) -> bool:
        if isinstance(made, dict):
            made = Fault("reply", body=json.dumps(made).encode())
        if made.what == "hang":
            await asyncio.sleep(3600)
        if made.what == "reset":
            writer.transport.abort()
            return False
        lines = [f"HTTP/1.1 {made.status} Whatever", "content-type: application/json"]
        lines += [f"{name}: {value}" for name, value in made.headers]
        length = len(made.body) if made.what == "reply" else 1000
        head = "\r\n".join([*lines, f"content-length: {length}", "", ""])
        writer.write(head.encode() + made.body)
        await writer.drain()
        return made.what == "reply"
