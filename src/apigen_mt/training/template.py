"""A chat template, rendered as Transformers renders it: Jinja in a sandbox, for templates come from anywhere.

`{% generation %}` marks are read past: which tokens are learned follows from what a model is asked (`training.replies`), so
that it holds for templates without marks too. A template that asks for today's date gets a fixed one: the same data has to
give the same tokens.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, cast

from jinja2 import Template, TemplateError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from apigen_mt.errors import ApigenError

Chat = dict[str, Any]
"""One message as chat templates take it: like the chat API's, with the arguments of calls as objects."""
TODAY = "01 Jan 2026"


class Refused(ApigenError):
    """A template cannot carry a conversation; the message says why."""

    def __init__(self, reason: str, position: int | None = None):
        """Take the reason, and the message that it is about."""
        super().__init__(reason if position is None else f"message {position}: {reason}")
        self.reason = reason


def render(
    source: str,
    chat: Sequence[Chat],
    tools: Sequence[dict[str, Any]],
    *,
    prompt: bool = False,
    bos: str = "",
    eos: str = "",
) -> str:
    """Return a conversation as text.

    Args:
        source: The template.
        chat: The messages, the system message first if there is one.
        tools: Tool specs of the chat API.
        prompt: Close with what makes the model speak.
        bos: The tokenizer's token for the beginning, for templates that name it.
        eos: Its token for the end.

    Raises:
        Refused: when the template does not compile, or does not take this conversation.
    """
    try:
        return _compiled(source).render(
            messages=list(chat),
            tools=list(tools) or None,
            documents=None,
            add_generation_prompt=prompt,
            bos_token=bos,
            eos_token=eos,
            enable_thinking=False,
        )
    except (TemplateError, TypeError, ValueError, KeyError) as error:
        raise Refused(f"the template does not take the conversation: {error}") from error


class _Unmarked(Extension):
    """Reads `{% generation %}` as what it encloses."""

    tags = {"generation"}  # noqa: RUF012 - jinja2 declares it so

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        next(parser.stream)
        return list(parser.parse_statements(("name:endgeneration",), drop_needle=True))


@lru_cache(maxsize=32)
def _compiled(source: str) -> Template:
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[_Unmarked, "jinja2.ext.loopcontrols"]
    )
    environment.filters["tojson"] = _tojson
    names: dict[str, Any] = {"raise_exception": _raise, "strftime_now": _today}
    cast("dict[str, Any]", environment.globals).update(names)
    return environment.from_string(source)


def _tojson(
    value: Any,
    ensure_ascii: bool = False,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def _today(_: str) -> str:
    return TODAY


def _raise(message: str) -> None:
    raise TemplateError(message)
