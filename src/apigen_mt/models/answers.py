"""Bodies of the chat API: what a request says, and what an answer says, taken as it came."""

from typing import Any

import msgspec

from apigen_mt.models.completion import Completion, RawCall, Request, Usage
from apigen_mt.models.players import Player

OPTIONAL = ("response_format", "parallel_tool_calls")
"""Fields that some servers refuse. A request is good without them: answers are read with care in any case."""


def body_of(player: Player, request: Request) -> dict[str, Any]:
    """Return the body of a request; what the player leaves open is not in it."""
    body: dict[str, Any] = {"model": player.model, "messages": request.messages}
    if request.tools:
        body |= {"tools": request.tools, "parallel_tool_calls": request.parallel}
    if request.schema is not None:
        shape = {"name": "answer", "schema": request.schema, "strict": False}
        body["response_format"] = {"type": "json_schema", "json_schema": shape}
    sampling = {"temperature": player.temperature, "top_p": player.top_p, "max_tokens": player.max_tokens}
    return body | {name: value for name, value in sampling.items() if value is not None} | player.extra


def read_answer(body: bytes) -> Completion:
    """Return the answer in a response's body.

    Raises:
        ValueError: when it holds none; the message says why.
    """
    try:
        answer = _ANSWER.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(error_text(body) or str(error)) from None
    if not answer.choices:
        raise ValueError(error_text(body) or "it has no choices")
    choice = answer.choices[0]
    message = choice.message
    calls = tuple(
        RawCall(call.id or f"call_{number}", call.function.name, _raw(call.function.arguments))
        for number, call in enumerate(message.tool_calls or ())
    )
    return Completion(
        text=message.content or message.refusal or "",
        calls=calls,
        finish=choice.finish_reason or ("tool_calls" if calls else "stop"),
        usage=_usage(answer.usage) if answer.usage else Usage(),
        model=answer.model or "",
    )


def error_text(body: bytes) -> str:
    """Return what a server says in an error's body, in whichever of the usual shapes; empty if it says nothing."""
    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
    said = ""
    for name in ("error", "message", "detail"):
        if isinstance(value, dict) and value.get(name):
            said = value = value[name]
    return said if isinstance(said, str) else msgspec.json.encode(said).decode()


class _Function(msgspec.Struct):
    name: str
    arguments: str | dict[str, Any] | None = None
    """Text by the book; some servers give the object itself."""


class _Call(msgspec.Struct):
    function: _Function
    id: str | None = None


class _Message(msgspec.Struct):
    content: str | None = None
    tool_calls: list[_Call] | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Details(msgspec.Struct):
    cached_tokens: int | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Details | None = None
    prompt_cache_hit_tokens: int | None = None
    """Another spelling of `prompt_tokens_details.cached_tokens`."""


class _Answer(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None
    model: str | None = None


_ANSWER = msgspec.json.Decoder(_Answer)


def _raw(arguments: str | dict[str, Any] | None) -> str:
    return msgspec.json.encode(arguments).decode() if isinstance(arguments, dict) else arguments or ""


def _usage(usage: _Usage) -> Usage:
    details = usage.prompt_tokens_details
    cached = details.cached_tokens if details else usage.prompt_cache_hit_tokens
    return Usage(prompt=usage.prompt_tokens or 0, completion=usage.completion_tokens or 0, cached=cached or 0)
