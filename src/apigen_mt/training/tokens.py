"""Conversations as tokens, with a flag for each token: whether a model learns to write it.

A conversation is cut at every reply and each part is encoded by itself, as it is when a model is served: the prompt is
encoded, and the reply's tokens follow. No token reaches over a border, so a reply has the same tokens whether it stands in a
whole conversation or alone behind its prompt.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from apigen_mt.errors import UserError
from apigen_mt.training.conversations import Conversation
from apigen_mt.training.families import Template
from apigen_mt.training.libraries import library
from apigen_mt.training.replies import Piece, asked, whole
from apigen_mt.training.template import Chat, Refused


class Example(NamedTuple):
    """One sequence to train on."""

    tokens: tuple[int, ...]
    learn: tuple[bool, ...]
    """For each token."""
    ends: tuple[int, ...]
    """Where replies end, learned or not: the places at which a sequence can be cut."""

    @property
    def learned(self) -> int:
        """Tokens that are learned."""
        return sum(self.learn)


class Tokenizer:
    """A tokenizer that is known to treat a part of a text as it does the whole."""

    def __init__(self, inner: Any, template: Template):
        """Take a `tokenizers.Tokenizer` and the template whose turns it has to end.

        Raises:
            UserError: when a turn's end is not one token of it, or it changes text.
        """
        self.inner = inner
        self.template = template
        special = {one.content: number for number, one in inner.get_added_tokens_decoder().items() if one.special}
        self.control = tuple(sorted({*special, *template.dialect.ends}))
        """Texts that are control tokens: no message may hold one."""
        missing = [end for end in template.dialect.ends if inner.token_to_id(end) is None]
        if missing:
            raise UserError(f"the tokenizer has no token {missing[0]!r}, with which the template ends a turn")
        self._before = template.dialect.ends[0]
        self._skipped = len(inner.encode(self._before, add_special_tokens=False).ids)
        probe = '\n Grüße, "naïve"  {"a": 1}\n\n'
        if self.decode(self.encode(probe)) != probe:
            raise UserError(
                f"the tokenizer does not give text back: {probe!r} becomes {self.decode(self.encode(probe))!r}"
            )

    def encode(self, text: str) -> list[int]:
        """Return the tokens of a part of a text.

        Some tokenizers put a space before the beginning of a text; behind a control token none does.
        """
        return self.inner.encode(self._before + text, add_special_tokens=False).ids[self._skipped :]

    def decode(self, tokens: Sequence[int]) -> str:
        """Return the text of tokens, control tokens included."""
        return self.inner.decode(list(tokens), skip_special_tokens=False)


def load_tokenizer(model: Path, template: Template) -> Tokenizer:
    """Return the tokenizer of a model's directory.

    Raises:
        UserError: when it has none that this can use.
    """
    file = model / "tokenizer.json"
    if not file.is_file():
        raise UserError(f"{str(model)!r} has no tokenizer.json: give the directory of a model in Transformers' format")
    try:
        inner = library("tokenizers").Tokenizer.from_file(str(file))
    except Exception as error:  # tokenizers raises bare exceptions
        raise UserError(f"{str(file)!r} is no tokenizer: {error}") from error
    return Tokenizer(inner, template)


def conversation_example(tokenizer: Tokenizer, conversation: Conversation) -> Example:
    """Return a whole conversation as one sequence.

    Raises:
        Refused: when the template or the tokenizer cannot carry it.
    """
    _refuse_control(tokenizer, conversation.chat)
    return _encoded(tokenizer, whole(tokenizer.template, conversation.chat, conversation.tools), conversation.loss)


def response_examples(tokenizer: Tokenizer, conversation: Conversation) -> list[Example]:
    """Return one sequence for each reply that is to be learned: what the model is shown, and the reply (APIGen-MT §5.1).

    Raises:
        Refused: when the template or the tokenizer cannot carry it.
    """
    _refuse_control(tokenizer, conversation.chat)
    return [
        _encoded(tokenizer, [Piece(one.prompt), Piece(one.reply, one.message)], conversation.loss)
        for one in asked(tokenizer.template, conversation.chat, conversation.tools)
        if conversation.loss[one.message]
    ]


def shortened(example: Example, room: int) -> Example | None:
    """Return an example cut behind the last reply that fits; None if nothing that is learned does."""
    if len(example.tokens) <= room:
        return example
    end = max((end for end in example.ends if end <= room), default=0)
    cut = Example(example.tokens[:end], example.learn[:end], tuple(one for one in example.ends if one <= end))
    return cut if cut.learned else None


def _encoded(tokenizer: Tokenizer, pieces: Sequence[Piece], loss: Sequence[bool]) -> Example:
    tokens: list[int] = []
    learn: list[bool] = []
    ends: list[int] = []
    for piece in pieces:
        ids = tokenizer.encode(piece.text)
        tokens += ids
        learn += [piece.message >= 0 and loss[piece.message]] * len(ids)
        if piece.message >= 0:
            ends.append(len(tokens))
    return Example(tuple(tokens), tuple(learn), tuple(ends))


def _refuse_control(tokenizer: Tokenizer, chat: Sequence[Chat]) -> None:
    """Refuse text that would become control tokens: in a message it ends turns that nobody has ended."""
    for position, message in enumerate(chat):
        for control in tokenizer.control:
            if control in (message.get("content") or ""):
                raise Refused(f"it holds the text of the control token {control!r}", position)
