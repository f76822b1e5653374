"""Conversations as a tiny model reads them: no tool list, names of tools and fields as one token each, and so the policy's title.

A policy and tool list in full are thousands of tokens, which two cores cannot afford; a tiny model learns both from what
agents do. Where the data has several policies, the title says which one holds. A value is written the same way wherever it
stands: behind a space, digit by digit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.training.conversations import Conversation
from apigen_mt.training.libraries import library
from apigen_mt.training.template import Chat
from apigen_mt.training.tokens import Example

PAD, USER, SAY, CALL, RESULT, ROW, END = range(7)
"""The control tokens: filling; who speaks; the agent's calls; a tool's result, and one more row of it; the end of a turn."""
CONTROLS = 7
WORDS, NAMES = "tokenizer.json", "names.json"
SMALL = r"(?:I(?:'\p{Ll}+)?(?![\p{L}-])|[\p{Ll}']+)"
FIRST = rf"(?:(?<=[.!?:])|\A) ?\p{{Lu}}[\p{{Ll}}']*(?: {SMALL})*"
PRETOKENS = rf"{FIRST}|(?: ?{SMALL})+| ?\p{{L}}[\p{{Ll}}']*|\p{{N}}{{1,2}}| ?[^\s\p{{L}}\p{{N}}]|\s"
"""Words in small letters may grow together, for most of what is said is said often; a capital within a sentence, a mark and
two digits are apart, so that a value is split in one way."""


class Codec:
    """A tokenizer for conversations; control tokens are no text, so nobody can write them into a message."""

    def __init__(self, words: Any, names: Sequence[str]):
        """Take a `tokenizers.Tokenizer` for texts, and the names of tools, arguments and fields, and titles of policies."""
        self.words = words
        self.names = tuple(names)
        self._number = {name: CONTROLS + number for number, name in enumerate(names)}
        self._first = CONTROLS + len(names)

    @property
    def size(self) -> int:
        """Tokens there are."""
        return self._first + self.words.get_vocab_size()

    def text(self, text: str) -> list[int]:
        """Return the tokens of a text."""
        return [self._first + one for one in self.words.encode(f" {text.strip()}", add_special_tokens=False).ids]

    def read(self, tokens: Iterable[int]) -> str:
        """Return the text of tokens; tokens that are no text are passed over."""
        return self.words.decode([one - self._first for one in tokens if one >= self._first]).strip()

    def value(self, value: Any) -> list[int]:
        """Return the tokens of an argument or a field."""
        return self.text(value if isinstance(value, str) else msgspec.json.encode(value).decode())

    def call(self, name: str, arguments: Mapping[str, Any]) -> list[int]:
        """Return the tokens of a call."""
        return [CALL, *self.name(name), *self._fields(arguments)]

    def result(self, content: str) -> list[int]:
        """Return the tokens of a tool's result; records are told apart by a control token."""
        try:
            value = msgspec.json.decode(content)
        except msgspec.DecodeError:
            value = content
        rows = value if isinstance(value, list) else [value]
        return [token for number, row in enumerate(rows) for token in self.record(row, first=not number)] or [RESULT]

    def record(self, row: Any, *, first: bool) -> list[int]:
        """Return the tokens of one record of a result."""
        start = RESULT if first else ROW
        if not isinstance(row, dict):
            return [start, *self.value(row)]
        return [
            start,
            *(token for name, value in row.items() if value is not False for token in self._field(name, value)),
        ]

    def reply(self, message: Chat) -> list[int]:
        """Return the tokens that a model writes for a message of the agent."""
        tokens = [SAY, *self.text(message["content"])] if message.get("content") else []
        for call in message.get("tool_calls") or ():
            arguments = call["function"]["arguments"]
            made = msgspec.json.decode(arguments) if isinstance(arguments, str) else arguments
            tokens += self.call(call["function"]["name"], made)
        return [*tokens, END]

    def message(self, message: Chat) -> list[int]:
        """Return the tokens of any message; of a system message its policy's, where it was known to be one of several."""
        match message["role"]:
            case "system":
                number = self._number.get(_title(message))
                return [] if number is None else [number]
            case "user":
                return [USER, *self.text(message["content"])]
            case "tool":
                return self.result(message["content"])
            case _:
                return self.reply(message)

    def example(self, conversation: Conversation) -> Example:
        """Return a conversation with its mask: learned are the replies whose flag says so."""
        tokens: list[int] = []
        learn: list[bool] = []
        ends: list[int] = []
        for message, loss in zip(conversation.chat, conversation.loss, strict=True):
            part = self.message(message)
            tokens += part
            learn += [loss] * len(part)
            if message["role"] == "assistant":
                ends.append(len(tokens))
        return Example(tuple(tokens), tuple(learn), tuple(ends))

    def parse(self, tokens: Sequence[int], tools: Sequence[Mapping[str, Any]]) -> Chat:
        """Return a reply as an assistant message of the chat API; the tools' schemas tell numbers from texts."""
        parts: list[list[int]] = []
        for token in tokens:
            if token == END:
                break
            if token in (SAY, CALL):
                parts.append([])
            if parts:
                parts[-1].append(token)
        said = " ".join(self.read(part) for part in parts if part[0] == SAY)
        calls = [self._parse_call(part, tools) for part in parts if part[0] == CALL]
        return {"role": "assistant", "content": said} | ({"tool_calls": calls} if calls else {})

    def save(self, folder: Path) -> None:
        """Write it beside a model."""
        self.words.save(str(folder / WORDS))
        (folder / NAMES).write_bytes(msgspec.json.encode(self.names))

    @classmethod
    def load(cls, folder: Path) -> "Codec":
        """Return the one beside a model.

        Raises:
            UserError: when there is none.
        """
        if not (folder / NAMES).is_file():
            raise UserError(f"{str(folder)!r} has no {NAMES}: it is no model of `apigen-mt tiny`")
        words = library("tokenizers").Tokenizer.from_file(str(folder / WORDS))
        return cls(words, msgspec.json.decode((folder / NAMES).read_bytes(), type=tuple[str, ...]))

    def name(self, name: str) -> list[int]:
        """Return the tokens of a tool, an argument or a field: one, where it was known to be a name."""
        number = self._number.get(name)
        return self.text(name) if number is None else [number]

    def _fields(self, fields: Mapping[str, Any]) -> list[int]:
        return [token for name, value in fields.items() for token in (*self.name(name), *self.value(value))]

    def _field(self, name: str, value: Any) -> list[int]:
        """Return the tokens of a record's field; a flag that is set is its name alone."""
        return self.name(name) if value is True else [*self.name(name), *self.value(value)]

    def _parse_call(self, tokens: Sequence[int], tools: Sequence[Mapping[str, Any]]) -> Chat:
        parts: list[tuple[str, list[int]]] = []
        for token in tokens[1:]:
            if CONTROLS <= token < self._first:
                parts.append((self.names[token - CONTROLS], []))
            elif parts:
                parts[-1][1].append(token)
        name = parts[0][0] if parts else ""
        schema = _schema(name, tools)
        arguments = {key: _typed(self.read(value), schema.get(key, {})) for key, value in parts[1:]}
        return {"type": "function", "function": {"name": name, "arguments": arguments}}


def make_codec(conversations: Sequence[Conversation], size: int) -> Codec:
    """Return a tokenizer trained on conversations, with so many tokens at most."""
    tokenizers = library("tokenizers")
    titles = dict.fromkeys(_title(one.chat[0]) for one in conversations if one.chat[0]["role"] == "system")
    names = dict.fromkeys(titles if len(titles) > 1 else ())
    names.update(dict.fromkeys(name for one in conversations for message in one.chat for name in _names(message)))
    words = tokenizers.Tokenizer(tokenizers.models.BPE())
    split = tokenizers.pre_tokenizers.Split(tokenizers.Regex(PRETOKENS), "isolated")
    bytes_ = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    words.pre_tokenizer = tokenizers.pre_tokenizers.Sequence([split, bytes_])
    words.decoder = tokenizers.decoders.ByteLevel()
    trainer = tokenizers.trainers.BpeTrainer(
        vocab_size=size - CONTROLS - len(names),
        initial_alphabet=tokenizers.pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    words.train_from_iterator((text for one in conversations for text in _texts(one)), trainer)
    return Codec(words, tuple(names))


def rows_of(content: str) -> list[dict[str, Any]]:
    """Return the records in a tool's result."""
    try:
        value = msgspec.json.decode(content)
    except msgspec.DecodeError:
        return []
    return [row for row in (value if isinstance(value, list) else [value]) if isinstance(row, dict)]


def _title(message: Chat) -> str:
    """Return the first line of a policy."""
    return message["content"].partition("\n")[0]


def _names(message: Chat) -> Iterator[str]:
    for call in message.get("tool_calls") or ():
        yield call["function"]["name"]
        yield from call["function"]["arguments"]
    if message["role"] == "tool":
        for row in rows_of(message["content"]):
            yield from row


def _texts(conversation: Conversation) -> Iterator[str]:
    for message in conversation.chat:
        if message["role"] == "tool":
            for row in rows_of(message["content"]):
                yield from (
                    f" {value if isinstance(value, str) else msgspec.json.encode(value).decode()}"
                    for value in row.values()
                )
        elif message["role"] != "system" and message.get("content"):
            yield f" {message['content'].strip()}"


def _schema(name: str, tools: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    for tool in tools:
        if tool["function"]["name"] == name:
            return tool["function"]["parameters"].get("properties", {})
    return {}


def _typed(text: str, schema: Mapping[str, Any]) -> Any:
    if schema.get("type") == "string":
        return text
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
