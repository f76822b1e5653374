"""How a model's text holds tool calls: one small reader for each way of writing them.

A reader takes what a model wrote, without the token that ends its turn, and the tools it was shown; it returns the words
and the calls, or raises `Unreadable`. What templates write, these read back; `training.families` pairs the two.
"""

import ast
import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

Tools = Sequence[dict[str, Any]]


class Call(NamedTuple):
    """A tool call as a model wrote it."""

    name: str
    arguments: dict[str, Any]


class Reply(NamedTuple):
    """What a model wrote: words, then calls."""

    text: str
    calls: tuple[Call, ...] = ()


class Unreadable(ValueError):
    """The text begins a call and does not finish it as its way of writing demands."""


Reader = Callable[[str, Tools], Reply]


def tagged(text: str, tools: Tools) -> Reply:
    """Read `<tool_call>{"name": …, "arguments": …}</tool_call>`, as Qwen 2.5 and 3 and the Hermes models write."""
    words, blocks = _blocks(text)
    return Reply(words, tuple(_call(_json(block), "arguments") for block in blocks))


def listed(text: str, tools: Tools) -> Reply:
    """Read a whole message that is a JSON list of `{"name": …, "arguments": …}`, as xLAM-2 writes."""
    if not text.lstrip().startswith("[{"):
        return Reply(text.strip())
    return Reply("", _calls(_json(text), "arguments"))


def announced(text: str, tools: Tools) -> Reply:
    """Read `[TOOL_CALLS][{"name": …, "arguments": …, "id": …}]`, as Mistral's models write."""
    words, mark, rest = text.partition("[TOOL_CALLS]")
    return Reply(words.strip(), _calls(_json(rest), "arguments") if mark else ())


_OBJECT = re.compile(r'(?:^|\n)(?=\{"name":)')


def bare(text: str, tools: Tools) -> Reply:
    """Read `{"name": …, "parameters": …}`, several divided by `; `, as Llama 3 writes; words may stand on lines before."""
    found = _OBJECT.search(text)
    if not found:
        return Reply(text.strip())
    return Reply(text[: found.start()].strip(), tuple(_objects(text[found.end() :])))


def _objects(text: str) -> Iterator[Call]:
    decoder = json.JSONDecoder()
    while text:
        try:
            value, end = decoder.raw_decode(text)
        except ValueError as error:
            raise Unreadable(f"a call is no JSON: {error}") from error
        yield _call(value, "parameters")
        text = text[end:].lstrip("; \n")


_FENCE = re.compile(r"```tool_code\n(.*?)\n```", re.DOTALL)


def fenced(text: str, tools: Tools) -> Reply:
    """Read blocks of `tool_code` with one `{"name": …, "parameters": …}` each, our writing for Gemma."""
    words, mark, _ = text.partition("```tool_code")
    blocks = _FENCE.findall(text)
    if mark and not (blocks and not _FENCE.sub("", text[len(words) :]).strip()):
        raise Unreadable("a block of tool_code is not closed")
    return Reply(words.strip(), tuple(_call(_json(block), "parameters") for block in blocks))


_ARGUMENT = re.compile(r"<arg_key>(.*?)</arg_key>\s*<arg_value>(.*?)</arg_value>", re.DOTALL)


def keyed(text: str, tools: Tools) -> Reply:
    """Read `<tool_call>name<arg_key>k</arg_key><arg_value>v</arg_value></tool_call>`, as GLM 4.5 and later write."""
    words, blocks = _blocks(text)
    calls: list[Call] = []
    for block in blocks:
        name, _, rest = block.partition("<arg_key>")
        pairs = _ARGUMENT.findall(f"<arg_key>{rest}") if rest else []
        calls.append(_typed(name.strip(), pairs, tools))
    return Reply(words, tuple(calls))


_FUNCTION = re.compile(r"\s*<function=([^>\n]+)>\n?(.*?)</function>\s*", re.DOTALL)
_PARAMETER = re.compile(r"<parameter=([^>\n]+)>\n?(.*?)\n?</parameter>", re.DOTALL)


def nested(text: str, tools: Tools) -> Reply:
    """Read `<tool_call><function=name><parameter=k>v</parameter></function></tool_call>`, as Qwen 3.5 and later write."""
    words, blocks = _blocks(text)
    calls: list[Call] = []
    for block in blocks:
        found = _FUNCTION.fullmatch(block)
        if not found:
            raise Unreadable("a call has no <function=…>")
        calls.append(_typed(found[1], _PARAMETER.findall(found[2]), tools))
    return Reply(words, tuple(calls))


_PYTHON = re.compile(r"<\|tool_call_start\|>(.*?)<\|tool_call_end\|>", re.DOTALL)


def pythonic(text: str, tools: Tools) -> Reply:
    """Read `<|tool_call_start|>[name(k=v), …]<|tool_call_end|>`, as LFM2 writes."""
    calls: list[Call] = []
    for block in _PYTHON.findall(text):
        try:
            body = ast.parse(block.strip(), mode="eval").body
            nodes = body.elts if isinstance(body, ast.List) else [body]
            calls.extend(_python(node) for node in nodes)
        except (SyntaxError, ValueError) as error:
            raise Unreadable(f"a call is no Python: {error}") from error
    rest = _PYTHON.sub("", text)
    if "<|tool_call_start|>" in rest:
        raise Unreadable("a call is not closed")
    return Reply(rest.strip(), tuple(calls))


def _python(node: ast.expr) -> Call:
    if not isinstance(node, ast.Call) or node.args:
        raise ValueError("not a call with named arguments")
    return Call(ast.unparse(node.func), {str(one.arg): _literal(one.value) for one in node.keywords})


_JSON_NAMES = {"null": None, "true": True, "false": False}


def _literal(node: ast.expr) -> Any:
    """Return a value; templates write what is nested as JSON, whose names Python does not have."""
    if isinstance(node, ast.Name) and node.id in _JSON_NAMES:
        return _JSON_NAMES[node.id]
    if isinstance(node, ast.List):
        return [_literal(one) for one in node.elts]
    if isinstance(node, ast.Dict):
        keys = (None if key is None else ast.literal_eval(key) for key in node.keys)
        return dict(zip(keys, map(_literal, node.values), strict=True))
    return ast.literal_eval(node)


_BLOCK = re.compile(r"<tool_call>(.*?)</tool_call>", re.DOTALL)


def _blocks(text: str) -> tuple[str, list[str]]:
    """Return the words before the first call, and what stands in each call's tags."""
    words, mark, _ = text.partition("<tool_call>")
    blocks = _BLOCK.findall(text)
    if mark and (not blocks or _BLOCK.sub("", text[len(words) :]).strip()):
        raise Unreadable("a call is not closed, or words stand behind it")
    return words.strip(), blocks


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise Unreadable(f"a call is no JSON: {error}") from error


def _calls(value: Any, key: str) -> tuple[Call, ...]:
    if not isinstance(value, list) or not value:
        raise Unreadable("the calls are no list")
    return tuple(_call(one, key) for one in value)


def _call(value: Any, key: str) -> Call:
    found = value if isinstance(value, dict) else {}
    name, arguments = found.get("name"), found.get(key, {})
    if not isinstance(name, str) or not isinstance(arguments, dict):
        raise Unreadable(f"a call has no name, or no object {key!r}")
    return Call(name, arguments)


def _typed(name: str, pairs: Sequence[tuple[str, str]], tools: Tools) -> Call:
    """Return a call whose arguments stand as bare text: the tool's schema says which of them are strings."""
    properties: dict[str, Any] = {}
    for tool in tools:
        if tool["function"]["name"] == name:
            properties = tool["function"].get("parameters", {}).get("properties", {})
    arguments: dict[str, Any] = {}
    for key, text in pairs:
        try:
            arguments[key] = text if properties.get(key, {}).get("type") == "string" else json.loads(text)
        except ValueError:
            arguments[key] = text
    return Call(name, arguments)
