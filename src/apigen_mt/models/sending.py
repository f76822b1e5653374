"""One try over HTTP, with the `openai` SDK; whatever goes wrong becomes a `Fault`. Needs the extra `models`."""

import asyncio
import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp
import httpx2
import openai

from apigen_mt.models.answers import error_text
from apigen_mt.models.endpoint import Endpoint
from apigen_mt.models.health import Fault, Kind

CONNECT_WITHIN = 10.0
"""Seconds for a connection to come about: a server that is there takes less, however long its answers take."""
LONGEST_REASON = 300
_LATER = (408, 409, 425)
_NOBODY = (401, 402, 403, 404)
_ABSENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, ConnectionRefusedError, socket.gaierror)


class Sender:
    """An endpoint's HTTP client."""

    def __init__(self, endpoint: Endpoint, key: str) -> None:
        self._key = key
        self._seconds = endpoint.timeout
        # What the SDK finds in the environment is meant for its own default server, not for any endpoint.
        headers = ["OpenAI-Organization", "OpenAI-Project", *(() if key else ("Authorization",))]
        self._headers = dict.fromkeys(headers, openai.omit)
        self._client = openai.AsyncOpenAI(
            api_key=key or "none",
            base_url=endpoint.url,
            max_retries=0,
            timeout=httpx2.Timeout(None, connect=min(CONNECT_WITHIN, endpoint.timeout)),
            http_client=openai.DefaultAioHttpClient(limits=httpx2.Limits(max_connections=endpoint.in_flight)),
        )

    async def send(self, body: bytes) -> bytes | Fault:
        """Return the response's body, or what went wrong."""
        try:
            async with asyncio.timeout(self._seconds):
                response = await self._client.post(
                    "/chat/completions", content=body, cast_to=httpx2.Response, options={"headers": self._headers}
                )
                return response.content
        except TimeoutError:
            return Fault("failing", "timeout", f"no answer within {self._seconds:g} s")
        except openai.APIStatusError as error:
            return self._refusal(error.response)
        except (openai.APIConnectionError, aiohttp.ClientError, OSError) as error:
            return _broken(error)

    async def close(self) -> None:
        """Close all connections."""
        await self._client.close()

    def _refusal(self, response: httpx2.Response) -> Fault:
        status = response.status_code
        said = error_text(response.content) or response.text.strip() or response.reason_phrase
        if self._key:
            said = said.replace(self._key, "***")
        reason = f"{status}: {said if len(said) <= LONGEST_REASON else said[:LONGEST_REASON] + '...'}"
        kind: Kind
        if status in _NOBODY or (status == 429 and "insufficient_quota" in response.text):
            kind = "fatal"
        elif status == 429:
            kind = "busy"
        else:
            kind = "failing" if status >= 500 or status in _LATER else "refused"
        return Fault(kind, str(status), reason, status, _retry_after(response.headers.get("retry-after", "")))


def _broken(error: BaseException) -> Fault:
    causes = list(_causes(error))
    root = causes[-1]
    number = root.errno if isinstance(root, OSError) else None
    words = os.strerror(number) if number and number > 0 else str(root) or type(root).__name__
    if any(isinstance(cause, _ABSENT) for cause in causes):
        return Fault("unreachable", "unreachable", f"no connection: {words}")
    return Fault("failing", "dropped", f"the connection broke: {words}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _retry_after(value: str) -> float | None:
    """Return the seconds of a `Retry-After` header, which may also be a date."""
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
