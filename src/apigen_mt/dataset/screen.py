"""Judge a foreign conversation as far as its text allows: without its world, nothing can be executed again.

format       the record has the keys and types of its format roles        the speakers alternate as they
should calls        every call is JSON with a name and arguments encoding     arguments are objects
(ShareGPT), or encoded in one way throughout (OpenAI chat) tools        there is a tool list, and every call
names one of it schema       the arguments of every call fit the tool's schema results      every call is
followed by exactly one result provenance   every argument can be traced to the user, an earlier result, the
system text or the schema ending       the last message is something the agent says
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

import jsonschema_rs
import msgspec

from apigen_mt.dataset.foreign import Conversation, Problem, as_list, as_object
from apigen_mt.dataset.read import Kind
from apigen_mt.language.surface import read
from apigen_mt.phases.provenance import Sources, ungrounded
from apigen_mt.values.verdict import Verdict

CHECKS = ("format", "roles", "calls", "encoding", "tools", "schema", "results", "provenance", "ending")
CANNOT_RUN: Mapping[str, str] = {
    "execution": "no world comes with the file, so no call can be run again and no result or state compared",
    "ground truth": "no blueprint comes with the file, so nobody knows what the user really wanted",
    "policy": "the system text is prose: no rule of it can be decided",
    "consent": "the file does not say which calls need the customer's go-ahead",
}
"""What a foreign file cannot be judged by, and why."""
_FREE = 6
"""Words from which on a text argument is the agent's own wording: then only its identifiers are traced."""
_SUM = re.compile(r"[\d\s.,+\-*/()]+")
_OPERATOR = re.compile(r"[+*/]|\s-\s")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def screen(conversation: Conversation, kind: Kind) -> tuple[Verdict, ...]:
    """Return one verdict for each of `CHECKS`."""
    problems = [*conversation.problems]
    problems += _roles(conversation)
    problems += _encoding(conversation, kind)
    problems += _arguments(conversation)
    problems += _results(conversation)
    problems += _ending(conversation)
    reasons: dict[str, list[str]] = {}
    for problem in problems:
        reasons.setdefault(problem.check, []).append(problem.reason)
    blind = _blind(conversation)
    return tuple(
        Verdict(check, False, "; ".join(reasons[check][:3]))
        if check in reasons
        else Verdict(check, None, blind[check])
        if check in blind
        else Verdict(check, True)
        for check in CHECKS
    )


def _blind(conversation: Conversation) -> dict[str, str]:
    """Return the checks that cannot run on this conversation, and why."""
    if not conversation.turns:
        return dict.fromkeys(CHECKS, "there is no message to judge")
    blind: dict[str, str] = {}
    if conversation.tools is None:
        blind["schema"] = "there is no tool list to compare with"
    if any(call.arguments is None for turn in conversation.turns for call in turn.calls):
        blind["provenance"] = blind["schema"] = "the arguments of a call cannot be read"
    return blind


def _roles(conversation: Conversation) -> Iterator[Problem]:
    turns = conversation.turns
    if not turns:
        return
    if turns[0].role == "tool":
        yield Problem("roles", "message 0 is a tool result")
    for position, (before, after) in enumerate(pairwise(turns), 1):
        if before.role == after.role == "user":
            yield Problem("roles", f"message {position}: the user speaks twice in a row")
        elif before.role == "assistant" and not before.calls and after.role == "assistant" and not after.calls:
            yield Problem("roles", f"message {position}: the agent speaks twice in a row")
        elif after.role == "user" and (before.role == "tool" or before.calls):
            yield Problem("roles", f"message {position}: the user speaks before the agent has answered")


def _encoding(conversation: Conversation, kind: Kind) -> Iterator[Problem]:
    calls = [call for turn in conversation.turns for call in turn.calls if call.arguments is not None]
    texts = [call for call in calls if call.is_text]
    if kind is Kind.SHAREGPT:
        for call in texts:
            yield Problem("encoding", f"the arguments of {call.name} are JSON text instead of an object")
    elif 0 < len(texts) < len(calls):
        yield Problem(
            "encoding",
            f"arguments are JSON text in {len(texts)} calls and objects in {len(calls) - len(texts)}",
        )


def _arguments(conversation: Conversation) -> Iterator[Problem]:
    """Compare each call with the tool list, and trace its arguments to what came before it."""
    sources = Sources(conversation.system)
    for turn in conversation.turns:
        if turn.role == "user":
            sources.hear(turn.content)
        elif turn.role == "tool":
            _see(sources, turn.content)
        for call in turn.calls:
            schema: dict[str, Any] = {}
            if conversation.tools is not None and call.name:
                if call.name not in conversation.tools:
                    yield Problem("tools", f"there is no tool {call.name!r}")
                else:
                    schema = conversation.tools[call.name]
                    yield from _misfits(call.name, schema, call.arguments)
            for untraced in _untraced(call.arguments, schema, sources):
                yield Problem("provenance", f"{call.name}: nothing gives {untraced[:80]!r}")


def _see(sources: Sources, content: str) -> None:
    """Add a tool result, which may be JSON or plain text."""
    sources.hear(content)
    try:
        msgspec.json.decode(content)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return
    sources.see(content)


def _misfits(name: str, schema: dict[str, Any], arguments: dict[str, Any] | None) -> Iterator[Problem]:
    if arguments is None:
        return
    try:
        validator = _validator(msgspec.json.encode(schema))
        found = next(iter(validator.iter_errors(arguments)), None)
    except (ValueError, OverflowError) as error:
        yield Problem("schema", f"{name}: its schema or arguments cannot be used: {error}")
        return
    if found is not None:
        place = ".".join(map(str, found.instance_path)) or "arguments"
        yield Problem("schema", f"{name}: {place}: {found.message[:200]}")


@lru_cache(maxsize=512)
def _validator(schema: bytes) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(msgspec.json.decode(schema))


def _untraced(value: Any, schema: Any, sources: Sources) -> Iterator[str]:
    """Yield the leaves of an argument that come from nowhere."""
    known = as_object(schema) or {}
    if (content := as_object(value)) is not None:
        inner = as_object(known.get("properties")) or {}
        for key, item in content.items():
            yield from _untraced(item, inner.get(key), sources)
    elif (items := as_list(value)) is not None:
        for item in items:
            yield from _untraced(item, known.get("items"), sources)
    elif value is not None and not isinstance(value, bool) and not _is_fixed(value, known):
        yield from _untraced_leaf(value, sources)


def _is_fixed(value: Any, schema: dict[str, Any]) -> bool:
    """Tell whether the schema itself names the value."""
    return (
        value in (as_list(schema.get("enum")) or [])
        or ("const" in schema and value == schema["const"])
        or ("default" in schema and value == schema["default"])
    )


def _untraced_leaf(value: str | int | float, sources: Sources) -> Iterator[str]:
    if (isinstance(value, str) and not value.strip()) or _is_known(value, sources):
        return
    if isinstance(value, str) and _SUM.fullmatch(value) and _OPERATOR.search(value):
        yield from (number for number in _NUMBER.findall(value) if not _is_known(float(number), sources))
    elif isinstance(value, str) and len(value.split()) > _FREE:
        yield from (code for code in sorted(read(value).codes) if not sources.has_code(code))
    else:
        yield str(value)


def _is_known(value: str | float, sources: Sources) -> bool:
    try:
        return not ungrounded(value, sources, {}, {})
    except OverflowError:
        return False


def _results(conversation: Conversation) -> Iterator[Problem]:
    waiting: list[str] = []
    for position, turn in enumerate(conversation.turns):
        if turn.role == "tool":
            if not waiting:
                yield Problem("results", f"message {position} answers no call")
            elif turn.call_id and turn.call_id not in waiting:
                yield Problem("results", f"message {position} answers the call {turn.call_id!r}, which was not made")
            else:
                waiting.remove(turn.call_id if turn.call_id else waiting[0])
            continue
        if waiting:
            yield Problem("results", f"message {position} comes before the results of {len(waiting)} calls")
            waiting.clear()
        waiting.extend(call.id for call in turn.calls)
    if waiting:
        yield Problem("results", f"{len(waiting)} calls at the end have no result")


def _ending(conversation: Conversation) -> Iterator[Problem]:
    if not conversation.turns:
        return
    last = conversation.turns[-1]
    if last.role != "assistant" or last.calls or not last.content:
        what = "a call" if last.calls else {"tool": "a tool result", "user": "the user"}.get(last.role, "nothing said")
        yield Problem("ending", f"the last message is {what}")
