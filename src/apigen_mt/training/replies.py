"""Which characters of a conversation a model should learn to write: what it would write if it were asked.

At each of the assistant's messages a model is shown the template's rendering of everything before, closed by what makes it
speak, and writes until the token that ends its turn. So the reply is what the template puts after that prompt, up to and with
that token. Nothing is searched for in the text: a user who types control tokens is not mistaken for the assistant.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from apigen_mt.training.calls import Reply, Unreadable
from apigen_mt.training.families import Template
from apigen_mt.training.template import Chat, Refused, render
from apigen_mt.values.canonical import canonical_json


class Piece(NamedTuple):
    """A part of a conversation's text."""

    text: str
    message: int = -1
    """The message that the model writes with it; -1 for what it is shown."""


class Asked(NamedTuple):
    """What a model is shown, and what it should write then."""

    prompt: str
    reply: str
    """The turn's end included."""
    message: int


def asked(template: Template, chat: Sequence[Chat], tools: Sequence[dict[str, Any]]) -> list[Asked]:
    """Return one example for each of the assistant's messages (APIGen-MT §5.1).

    Raises:
        Refused: when the template loses or changes something of the conversation.
    """
    found: list[Asked] = []
    for position, message in enumerate(chat):
        if message["role"] == "assistant":
            prompt = _text(template, chat[:position], tools, prompt=True)
            whole = _text(template, chat[: position + 1], tools)
            if not whole.startswith(prompt):
                raise Refused("the template does not put the answer where its prompt ends", position)
            body = _without_end(template, whole[len(prompt) :], position)
            _check_reply(template, body, message, tools, position)
            found.append(Asked(prompt, body + _end(template, message), position))
    return found


def whole(template: Template, chat: Sequence[Chat], tools: Sequence[dict[str, Any]]) -> list[Piece]:
    """Return a whole conversation cut at every reply. Its end is that of the last reply: nothing after it is learned.

    Raises:
        Refused: when the template loses or changes something of the conversation, or renders a message otherwise once others
            have followed, so that no one text holds what the model sees at each reply.
    """
    pieces: list[Piece] = []
    text = ""
    for one in asked(template, chat, tools):
        if not one.prompt.startswith(text):
            raise Refused(
                "the template renders what came before otherwise than it did there; "
                "train on single responses with this template",
                one.message,
            )
        pieces += [Piece(one.prompt[len(text) :]), Piece(one.reply, one.message)]
        text = one.prompt + one.reply
    return pieces


def read_back(template: Template, text: str, tools: Sequence[dict[str, Any]]) -> Reply:
    """Return what a model wrote, its turn's end left off.

    Raises:
        Unreadable: when it begins a call and does not finish it rightly.
    """
    for end in template.dialect.ends:
        text = text.partition(end)[0]
    return template.dialect.read(text, tools)


def _text(template: Template, chat: Sequence[Chat], tools: Sequence[dict[str, Any]], *, prompt: bool = False) -> str:
    return render(template.source, chat, tools, prompt=prompt, bos=template.bos, eos=template.eos)


def _without_end(template: Template, text: str, position: int) -> str:
    """Return a reply without its turn's end and what the template puts behind that."""
    ends = template.dialect.ends
    for end in ends:
        body, mark, rest = text.rpartition(end)
        if mark and not rest.strip():
            text = body
            break
    else:
        if len(ends) == 1:
            raise Refused(f"the template does not end the turn with {ends[0]!r}", position)
    if any(end in text for end in ends):
        raise Refused("it holds the text of a control token", position)
    return text


def _end(template: Template, message: Chat) -> str:
    return template.dialect.ends[-1 if message.get("tool_calls") else 0]


def _check_reply(template: Template, body: str, message: Chat, tools: Sequence[dict[str, Any]], position: int) -> None:
    try:
        read = template.dialect.read(body, tools)
    except Unreadable as error:
        raise Refused(f"what the template writes cannot be read back: {error}", position) from error
    meant = [(call["function"]["name"], call["function"]["arguments"]) for call in message.get("tool_calls") or ()]
    if canonical_json([list(call) for call in read.calls]) != canonical_json([list(call) for call in meant]):
        raise Refused(f"its {len(meant)} calls do not read back as the same calls", position)
    if _bare(read.text) != (message.get("content") or "").strip():
        raise Refused("its words do not come back", position)


_EMPTY_THOUGHT = ("<think></think>", "<think>\n\n</think>")


def _bare(text: str) -> str:
    """Return words without the empty thought that some templates begin an answer with."""
    text = text.strip()
    for thought in _EMPTY_THOUGHT:
        text = text.removeprefix(thought).strip()
    return text
