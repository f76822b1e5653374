"""A connection to an endpoint: from a player's request to an answer, or to the one right word about why there is none.

Limits, retries and the judgement whether the endpoint is down are the connection's, for they concern all that ask it.
Nothing here decides what an answer is worth: whatever can be read is taken as it came.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import msgspec

from apigen_mt.errors import ApigenError, UserError
from apigen_mt.models.answers import OPTIONAL, body_of, read_answer
from apigen_mt.models.completion import Completion, EndpointDown, NoAnswer, Request
from apigen_mt.models.endpoint import Endpoint
from apigen_mt.models.health import Fault, Health
from apigen_mt.models.limits import Pace, Slots
from apigen_mt.models.players import Player
from apigen_mt.models.spend import Spend

if TYPE_CHECKING:
    from apigen_mt.models.sending import Sender

REFUSED = (400, 422)
"""What servers say to a request that they do not understand."""
MOST_TRIES = 10
"""Times the tries of one request, at most, counting those that were the endpoint's fault."""
CHARACTERS_A_TOKEN = 4
"""Roughly; only for reserving tokens a minute before an answer says what it took."""


class Connection:
    """One endpoint, shared by every role that asks it in one event loop. Open it with `async with`."""

    def __init__(self, name: str, endpoint: Endpoint, key: str = "", spend: Spend | None = None) -> None:
        """Take an endpoint and its name in the configuration.

        Raises:
            UserError: when its url is of no use.
        """
        parts = urlsplit(endpoint.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            shown = endpoint.url if "@" not in endpoint.url else "with a user name or password in it"
            raise UserError(
                f"the url of endpoint {name!r} has to look like http://host:port/v1, and it is {shown!r}; "
                "a key belongs into the environment variable that key_env names"
            )
        self.name = name
        self.spend = spend or Spend()
        self.faults: Counter[str] = Counter()
        """Failed tries by what happened: `429`, `500`, `timeout`, `dropped`, `unreachable`, `unreadable`."""
        self.sent = 0
        """Tries, failed or not."""
        self._endpoint = endpoint
        self._key = key
        self._slots = Slots(endpoint.in_flight)
        self._paces = (
            Pace(endpoint.requests_per_minute) if endpoint.requests_per_minute else None,
            Pace(endpoint.tokens_per_minute) if endpoint.tokens_per_minute else None,
        )
        self._health = Health(endpoint.patience)
        self._accepted: set[tuple[str, str]] = set()
        self._refused: set[tuple[str, str]] = set()
        """Models and optional fields."""
        self._answered: set[str] = set()
        """Models that have answered something."""
        self._pausing: set[asyncio.Future[None]] = set()
        self._halted: ApigenError | None = None
        self._sender: Sender | None = None

    def __repr__(self) -> str:
        return f"Connection({self.name!r}, {self._endpoint.url!r})"

    async def __aenter__(self) -> Self:
        try:
            from apigen_mt.models.sending import Sender  # noqa: PLC0415  # half a second, and an extra
        except ImportError as error:
            raise UserError(
                f"language models need the extra `models`, and {error.name!r} is not installed: "
                "pip install 'apigen-mt[models]'"
            ) from None
        self._sender = Sender(self._endpoint, self._key)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._sender:
            await self._sender.close()
        self._sender = None

    def halt(self, error: ApigenError) -> None:
        """Let nobody ask any more: all that wait, now or later, get this error. What is in flight is still answered."""
        self._halted = self._halted or error
        self._slots.close()
        for pause in self._pausing:
            if not pause.done():
                pause.set_result(None)

    async def complete(self, player: Player, request: Request) -> Completion:
        """Return the answer to a player's request.

        Raises:
            NoAnswer: when this request found no answer within its tries.
            OutOfBudget: when the run may spend no more.
            EndpointDown: when the endpoint answers nobody, now or before.
        """
        number = self._health.enter()
        tries = 0
        for pauses in count():
            outcome = await self._in_turn(player, request)
            if isinstance(outcome, Completion):
                return msgspec.structs.replace(outcome, tries=pauses + 1)
            of_endpoint = self._judge(number, player.model, outcome)
            if outcome.kind in ("refused", "fatal"):
                raise NoAnswer(
                    f"endpoint {self.name!r} refused the {request.role}'s request: {outcome.reason}", pauses + 1
                )
            tries += not of_endpoint
            if tries >= self._endpoint.tries or pauses + 1 >= MOST_TRIES * self._endpoint.tries:
                times = f"{pauses + 1} times" if pauses else "once"
                raise NoAnswer(
                    f"endpoint {self.name!r} was asked {times} for the {request.role} and gave no answer; "
                    f"the last time: {outcome.reason}",
                    pauses + 1,
                )
            await self._pause(self._backoff(pauses, outcome))
        raise AssertionError("unreachable")

    async def _in_turn(self, player: Player, request: Request) -> Completion | Fault:
        """Wait for a slot, then try once."""
        self._check()
        if not await self._slots.take():
            self._check()
        try:
            body = body_of(player, request)
            content = msgspec.json.encode(self._without(body, ()))
            reserved = len(content) / CHARACTERS_A_TOKEN
            await self._wait_for_pace(reserved)
            self.spend.check()
            outcome = await self._try(body, content)
            if isinstance(outcome, Completion):
                self._slots.answered()
                self._health.answered(asyncio.get_running_loop().time())
                usage = outcome.usage
                self.spend.add(request.role, body["model"], usage)
                if self._paces[1]:
                    self._paces[1].correct(usage.prompt + usage.completion - reserved)
            elif outcome.kind == "busy":
                self._slots.busy(outcome.sent)
            return outcome
        finally:
            self._slots.free()

    async def _try(self, body: dict[str, Any], content: bytes) -> Completion | Fault:
        """Send a request; if the server refuses it, see whether it is for a field that it does not know."""
        outcome = await self._send(content)
        left_out: tuple[str, ...] = ()
        if isinstance(outcome, Fault) and outcome.status in REFUSED:
            for fields in self._suspects(body, outcome):
                again = await self._send(msgspec.json.encode(self._without(body, fields)))
                if isinstance(again, Completion) or again.status not in REFUSED:
                    outcome, left_out = again, fields
                    break
        if isinstance(outcome, Completion):
            self._learn(body, left_out)
        return outcome

    def _learn(self, body: dict[str, Any], left_out: tuple[str, ...]) -> None:
        """Remember what a model takes and what it does not."""
        model = body["model"]
        self._answered.add(model)
        for field in OPTIONAL:
            if field in left_out and (model, field) not in self._accepted:
                self._refused.add((model, field))
            elif field in body and field not in left_out and (model, field) not in self._refused:
                self._accepted.add((model, field))

    async def _send(self, content: bytes) -> Completion | Fault:
        assert self._sender, "open the connection first: async with Connection(...)"
        self.sent += 1
        sent = asyncio.get_running_loop().time()
        outcome = await self._sender.send(content)
        if isinstance(outcome, bytes):
            try:
                return read_answer(outcome)
            except ValueError as error:
                outcome = Fault("failing", "unreadable", f"the answer cannot be read: {error}"[:300])
        self.faults[outcome.what] += 1
        return outcome._replace(sent=sent)

    def _without(self, body: dict[str, Any], dropped: tuple[str, ...]) -> dict[str, Any]:
        """Return a body without these fields and those that its model is known to refuse."""
        model = body["model"]
        away = {field for field in OPTIONAL if field in dropped or (model, field) in self._refused}
        return {name: value for name, value in body.items() if name not in away} if away else body

    def _suspects(self, body: dict[str, Any], fault: Fault) -> Iterator[tuple[str, ...]]:
        """Return which fields to leave out, in turn: those named first, else each that never passed, then all."""
        present = [name for name in OPTIONAL if name in body and (body["model"], name) not in self._refused]
        named = tuple(name for name in present if name in fault.reason)
        if named:
            yield named
        doubtful = [name for name in present if (body["model"], name) not in self._accepted]
        ways = [(name,) for name in doubtful] + ([tuple(doubtful)] if len(doubtful) > 1 else [])
        yield from (way for way in ways if way != named)

    def _judge(self, number: int, model: str, fault: Fault) -> bool:
        """Return whether a failed try is the endpoint's fault; call the endpoint down if it is time.

        Raises:
            EndpointDown: when it is.
        """
        now = asyncio.get_running_loop().time()
        of_endpoint = self._health.failed(number, fault)
        if fault.kind == "fatal" and (fault.status not in (403, 404) or model not in self._answered):
            of_endpoint = True
        if of_endpoint and self._health.down(fault, now):
            self.halt(EndpointDown(self._epitaph(model, fault)))
        self._check()
        return of_endpoint

    def _epitaph(self, model: str, fault: Fault) -> str:
        """Say what a person has to do before the run can go on."""
        key = f"the key in {self._endpoint.key_env}" if self._endpoint.key_env else "key_env (there is no key)"
        todo = {
            "401": f"check {key}",
            "402": "top up the account",
            "403": f"check {key} and what it may do",
            "404": f"check the url, which usually ends in /v1, and the model's name, {model!r}",
            "429": "check the account's quota, or lower the limits",
            "timeout": "see whether it is overloaded, or raise its timeout",
            "unreachable": "start the server, or correct the url",
        }.get(fault.what, "see what its log says")
        return (
            f"endpoint {self.name!r} ({self._endpoint.url}) answers nobody: {fault.reason}. "
            f"To go on, {todo}, then resume the run"
        )

    def _check(self) -> None:
        if self._halted:
            raise self._halted

    async def _wait_for_pace(self, tokens: float) -> None:
        now = asyncio.get_running_loop().time()
        amounts = (1.0, tokens)
        wait = max(
            pace.reserve(amount, now) if pace else 0.0 for pace, amount in zip(self._paces, amounts, strict=True)
        )
        if wait > 0:
            await self._pause(wait)

    def _backoff(self, pauses: int, fault: Fault) -> float:
        """Return the seconds before the next try: at least what the server asks for, and never beyond patience."""
        longest = self._endpoint.backoff * 2 ** min(pauses, 20)
        if fault.wait is not None:
            return min(fault.wait, self._endpoint.patience) + random.uniform(0, self._endpoint.backoff / 4)
        return random.uniform(0, min(longest, self._endpoint.patience))

    async def _pause(self, seconds: float) -> None:
        """Sleep, unless the endpoint goes down meanwhile.

        Raises:
            EndpointDown: when it does.
        """
        loop = asyncio.get_running_loop()
        over: asyncio.Future[None] = loop.create_future()
        alarm = loop.call_later(seconds, lambda: over.done() or over.set_result(None))
        self._pausing.add(over)
        try:
            await over
        finally:
            alarm.cancel()
            self._pausing.discard(over)
        self._check()


class ChatModel:
    """A `Model`: a player at an endpoint."""

    def __init__(self, connection: Connection, player: Player) -> None:
        self._connection = connection
        self._player = player

    async def complete(self, request: Request) -> Completion:
        """Return the answer; see `Connection.complete` for what it raises."""
        return await self._connection.complete(self._player, request)
