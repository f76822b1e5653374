"""A tiny model as agent, in this process: whoever waits for an answer is answered together with all others."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
import torch  # pyright: ignore[reportMissingImports]

from apigen_mt.models.completion import Completion, RawCall, Request
from apigen_mt.training.template import Chat
from apigen_mt.training.tiny.card import precision
from apigen_mt.training.tiny.text import END, PAD, Codec


class Room(NamedTuple):
    """How much is read at once."""

    conversations: int
    tokens: int
    """Filling included; of one conversation it may be more."""


ROOM = {"cpu": Room(32, 1 << 30), "cuda": Room(512, 1 << 18)}
"""On the processor, and on a card, where a step of many takes as long as a step of one."""
LONGEST_REPLY = 128
"""Tokens."""


class TinyModel:
    """Answers requests greedily. Deterministic, but for rounding, which goes by who is answered together."""

    def __init__(self, model: Any, codec: Codec):
        """Take a model and its tokenizer."""
        self.model = model
        self.codec = codec
        self._waiting: list[tuple[Request, asyncio.Future[Completion]]] = []
        self._answering: asyncio.Task[None] | None = None

    async def complete(self, request: Request) -> Completion:
        """Return the answer, once all conversations of this loop wait for theirs."""
        answer: asyncio.Future[Completion] = asyncio.get_running_loop().create_future()
        self._waiting.append((request, answer))
        if self._answering is None:
            self._answering = asyncio.create_task(self._answer())
        return await answer

    async def _answer(self) -> None:
        known = 0
        while known < len(self._waiting):
            known = len(self._waiting)
            await asyncio.sleep(0)
        waiting, self._waiting, self._answering = self._waiting, [], None
        try:
            replies = replies_to(self.model, [self._read(request) for request, _ in waiting])
            for (request, answer), reply in zip(waiting, replies, strict=True):
                answer.set_result(_completion(self.codec.parse(reply, request.tools)))
        except Exception as error:  # Whoever waits would wait for ever.
            for _, answer in waiting:
                if not answer.done():
                    answer.set_exception(error)

    def _read(self, request: Request) -> list[int]:
        return [token for message in request.messages for token in self.codec.message(message)]


def replies_to(model: Any, conversations: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the most likely reply to each conversation, in tokens; the oldest part of a long one is not read.

    Shorter ones are filled up at their beginning, which no layer sees: attention masks it, and convolutions get nothing.
    """
    replies: list[list[int]] = [[] for _ in conversations]
    whole = [one[-model.config.max_position_embeddings :] for one in conversations]
    for some in _together([len(one) for one in whole], ROOM[model.device.type]):
        length = max(len(whole[number]) for number in some)
        tokens = torch.tensor([[PAD] * (length - len(whole[number])) + list(whole[number]) for number in some])
        tokens = tokens.to(model.device)
        with precision(model.device):
            written = model.generate(  # which keeps no gradients
                input_ids=tokens,
                attention_mask=(tokens != PAD).long(),
                max_new_tokens=LONGEST_REPLY,
                do_sample=False,
                eos_token_id=END,
                pad_token_id=PAD,
            )
        for number, reply in zip(some, written[:, length:].tolist(), strict=True):
            replies[number] = reply
    return replies


def _together(lengths: Sequence[int], room: Room) -> Iterator[list[int]]:
    """Yield the numbers of those that are read at once, alike in length."""
    some: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda number: lengths[number]):
        if some and (len(some) == room.conversations or (len(some) + 1) * lengths[number] > room.tokens):
            yield some
            some = []
        some.append(number)
    if some:
        yield some


def _completion(message: Chat) -> Completion:
    calls = tuple(
        RawCall(f"call_{number}", call["function"]["name"], msgspec.json.encode(call["function"]["arguments"]).decode())
        for number, call in enumerate(message.get("tool_calls", ()))
    )
    return Completion(text=message["content"], calls=calls)
