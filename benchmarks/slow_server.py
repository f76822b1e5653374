"""A server that answers everything alike after a while and does next to nothing, and the client that does least.

It shares the machine with the clients that are measured, so whatever it spends is taken from them.
"""

import asyncio
import contextlib
import gc
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from urllib.parse import urlsplit

MESSAGE = {"role": "assistant", "content": "Certainly. " * 20}
ANSWER = json.dumps(
    {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "served",
        "choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
    }
).encode()
RESPONSE = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s" % (len(ANSWER), ANSWER)
REQUEST = b"POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n{}"


class Exchanges(asyncio.Protocol):
    """One connection: each whole request is answered after the latency."""

    def __init__(self, latency: float) -> None:
        self._latency = latency
        self._came = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._came += data
        head, end, rest = self._came.partition(b"\r\n\r\n")
        if end and len(rest) >= _length(head):
            self._came = b""
            asyncio.get_running_loop().call_later(self._latency, self._transport.write, RESPONSE)


def _length(head: bytes) -> int:
    _, _, after = head.lower().partition(b"content-length:")
    return int(after.partition(b"\r\n")[0] or 0)


async def serve(latency: float) -> None:
    """Serve on a free port of loopback for ever; print the base URL."""
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: Exchanges(latency), "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/v1", flush=True)
    gc.freeze()
    await listening.serve_forever()


@contextlib.contextmanager
def slow_server(latency: float) -> Iterator[tuple[str, int]]:
    """Run the server as a process of its own; give its base URL and its process id."""
    with subprocess.Popen([sys.executable, __file__, str(latency)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip(), process.pid
        finally:
            process.terminate()


class Asker(asyncio.Protocol):
    """A connection that only sends bytes and counts those that come back."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    async def ask(self) -> None:
        """Return once an answer is here."""
        self._left = len(RESPONSE)
        self._over = asyncio.get_running_loop().create_future()
        self._transport.write(REQUEST)
        await self._over

    def data_received(self, data: bytes) -> None:
        self._left -= len(data)
        if not self._left:
            self._over.set_result(None)

    def close(self) -> None:
        self._transport.close()


@contextlib.asynccontextmanager
async def ask_least(url: str, in_flight: int) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """Give a function that asks the server something on one of so many open connections, once one is free."""
    parts = urlsplit(url)
    loop = asyncio.get_running_loop()
    free: asyncio.Queue[Asker] = asyncio.Queue()
    askers = [(await loop.create_connection(Asker, parts.hostname, parts.port))[1] for _ in range(in_flight)]
    for asker in askers:
        free.put_nowait(asker)

    async def ask() -> None:
        asker = await free.get()
        await asker.ask()
        free.put_nowait(asker)

    yield ask
    for asker in askers:
        asker.close()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
