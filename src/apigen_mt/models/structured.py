"""Answers with a shape: JSON of a known type, read from whatever a model wraps it in, with one repair turn."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from apigen_mt.models.completion import Completion, Malformed, Model, Request

T = TypeVar("T")

_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_REPAIR = (
    "That answer cannot be used: {problem}. Answer once more, complete and corrected, with nothing but the JSON object."
)


def schema_of(kind: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema of a struct, references resolved at the top."""
    (schema,), components = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    top = components.pop(kind.__name__, schema)
    return {**top, "$defs": components} if components else dict(top)


async def ask(model: Model, request: Request, kind: type[T], problem_of: Callable[[T], str] = lambda _: "") -> T:
    """Return a model's answer as a value.

    Args:
        model: Whoever answers.
        request: The question; its schema is set here.
        kind: A msgspec struct.
        problem_of: What is wrong with a value that has the right type; empty if nothing is.

    Raises:
        Malformed: when the answer is of no use, and so is the one after the repair turn.
        NoAnswer: when there is none.
    """
    request = msgspec.structs.replace(request, schema=schema_of(kind))
    completion = await model.complete(request)
    value, problem = _read(completion, kind, problem_of)
    if value is not None:
        return value
    repair = _REPAIR.format(problem=problem)
    answer = {"role": "assistant", "content": completion.text or "(nothing)"}
    messages = (*request.messages, answer, {"role": "user", "content": repair})
    again = msgspec.structs.replace(request, messages=messages, place=f"{request.place}/repair")
    value, problem = _read(await model.complete(again), kind, problem_of)
    if value is None:
        raise Malformed(f"the {request.role}'s answer is of no use: {problem}")
    return value


def _read(completion: Completion, kind: type[T], problem_of: Callable[[T], str]) -> tuple[T | None, str]:
    """Return the value, or None with what is wrong."""
    if completion.finish == "length":
        return None, "it was cut off at the limit of tokens, be shorter"
    text = _THOUGHT.sub("", completion.text)
    first, last = text.find("{"), text.rfind("}")
    if first < 0 or last < first:
        return None, "it holds no JSON object"
    try:
        value = msgspec.json.decode(text[first : last + 1], type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        return None, str(error)
    problem = problem_of(value)
    return (None, problem) if problem else (value, "")
