"""What a template can carry, tried on a conversation in which every part has a word of its own."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from apigen_mt.errors import UserError
from apigen_mt.training.families import DIALECTS, FAMILIES, Template, family, own_source
from apigen_mt.training.replies import asked, whole
from apigen_mt.training.template import Chat, Refused

SYSTEM: Chat = {"role": "system", "content": "zebrasystem"}
USER: Chat = {"role": "user", "content": "zebrauser"}
MORE: Chat = {"role": "user", "content": "zebramore"}
WORDS: Chat = {"role": "assistant", "content": "zebrawords"}
DONE: Chat = {"role": "assistant", "content": "zebradone"}


def _call(number: int, **arguments: Any) -> dict[str, Any]:
    function = {"name": "zebratool", "arguments": arguments}
    return {"id": f"zebraid0{number}", "type": "function", "function": function}


def _result(number: int) -> Chat:
    return {
        "role": "tool",
        "tool_call_id": f"zebraid0{number}",
        "name": "zebratool",
        "content": f'{{"zebraresult{number}":1}}',
    }


ONE, TWO = _call(1, zebratext="007", zebranumber=7), _call(2, zebrawhole={"zebrapart": [1.5, None, True, "no"]})
TOOLS: list[dict[str, Any]] = [
    {
        "type": "function",
        "function": {
            "name": "zebratool",
            "description": "zebradescription",
            "parameters": {
                "type": "object",
                "properties": {
                    "zebratext": {"type": "string", "description": "zebraabout"},
                    "zebranumber": {"type": "integer"},
                    "zebrawhole": {"type": "object"},
                },
                "required": ["zebratext"],
            },
        },
    }
]
CALLING: Chat = {"role": "assistant", "content": "", "tool_calls": [ONE]}
SPEAKING: Chat = {"role": "assistant", "content": "zebrabeside", "tool_calls": [ONE]}
PARALLEL: Chat = {"role": "assistant", "content": "", "tool_calls": [ONE, TWO]}

PLAIN = (SYSTEM, USER, WORDS, MORE, CALLING, _result(1), DONE)
ABILITIES: Mapping[str, tuple[Chat, ...]] = {
    "system message": (SYSTEM, USER, WORDS),
    "calls": (USER, CALLING, _result(1), DONE),
    "whole conversations": PLAIN,
    "several calls at once": (SYSTEM, USER, PARALLEL, _result(1), _result(2), DONE),
    "words beside calls": (SYSTEM, USER, SPEAKING, _result(1), DONE),
    "assistant first": (SYSTEM, WORDS, USER, DONE),
}
"""What a conversation may need of a template. Without the first two it is of no use to us."""
NEEDED = ("system message", "calls")


class Finding(NamedTuple):
    """One ability of a template; `lacking` says why it has it not."""

    ability: str
    lacking: str = ""


def examine(template: Template) -> tuple[Finding, ...]:
    """Return what a template can carry, and why not where it cannot."""
    return tuple(Finding(ability, _lacking(template, ability, chat)) for ability, chat in ABILITIES.items())


def usable(findings: Sequence[Finding]) -> str:
    """Return why a template is of no use, or nothing."""
    return "; ".join(f"{name}: {why}" for name, why in findings if name in NEEDED and why)


def recognise(source: str, bos: str = "", eos: str = "") -> Template:
    """Return a template with the dialect in which most of it comes back.

    Raises:
        UserError: when none of the dialects reads back its calls, or it drops the system message.
    """
    tried = [Template(source, dialect, bos, eos) for dialect in dict.fromkeys(DIALECTS.values())]
    found = [(template, examine(template)) for template in tried]
    best, findings = max(found, key=lambda one: sum(not finding.lacking for finding in one[1]))
    if reason := usable(findings):
        nearest = next(name for name, dialect in DIALECTS.items() if dialect == best.dialect)
        raise UserError(f"the chat template is of no use for tool calls; read as {nearest}, the nearest: {reason}")
    return best


def _lacking(template: Template, ability: str, chat: Sequence[Chat]) -> str:
    tools = TOOLS if any(message.get("tool_calls") for message in chat) else []
    try:
        if ability == "whole conversations":
            text = "".join(piece.text for piece in whole(template, chat, tools))
        else:
            one = asked(template, chat, tools)[-1]
            text = one.prompt + one.reply
    except Refused as refused:
        return str(refused)
    dropped = [word for word in _words([*chat, *tools]) if word not in text]
    return f"the template drops {', '.join(dropped)}" if dropped else ""


def _words(value: Any) -> list[str]:
    """Return the words of ours that a value holds; ids may be left out, for they only tie results to calls."""
    if isinstance(value, dict):
        held = {key: one for key, one in value.items() if key not in ("id", "tool_call_id")}
        return [word for pair in held.items() for one in pair for word in _words(one)]
    if isinstance(value, list):
        return [word for one in value for word in _words(one)]
    found = value if isinstance(value, str) else ""
    return ["".join(c for c in found if c.isalnum())] if found.startswith("zebra") else []


def template_for(name: str, model: Path | None) -> Template:
    """Return the template that a person names: one of ours, a file, or by an empty name the model's own.

    Raises:
        UserError: when there is none, or it is of no use.
    """
    if name in FAMILIES:
        return family(name)
    if name:
        file = Path(name)
        if not file.is_file():
            raise UserError(f"{name!r} is neither a template of ours ({', '.join(FAMILIES)}) nor a file")
        return recognise(file.read_text("utf-8"))
    if model is None:
        raise UserError(f"no template given: name one of {', '.join(FAMILIES)}, a .jinja file, or a model's directory")
    return recognise(*own_source(model))
