"""A trained model as agent, in this process: Transformers, several conversations at once.

It is shown exactly what training showed it: the same template, the same tokens before its reply. It writes the most likely
tokens, so the same conversation gets the same answer.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.models.completion import Completion, Malformed, RawCall, Request, Usage
from apigen_mt.training.calls import Unreadable
from apigen_mt.training.examine import template_for
from apigen_mt.training.libraries import library
from apigen_mt.training.replies import read_back
from apigen_mt.training.template import Chat, Refused, render
from apigen_mt.training.tokens import load_tokenizer


class _Waiting(NamedTuple):
    prompt: list[int]
    request: Request
    answer: "asyncio.Future[Completion]"


class LocalModel:
    """A model's directory as a `Model`: requests that come together are answered together."""

    def __init__(self, path: Path, *, at_once: int = 16, longest: int = 512):
        """Load a model.

        Args:
            path: Its directory, with the chat template that it was trained with.
            at_once: Conversations that it goes on with at the same time.
            longest: Tokens that it may write in one message.

        Raises:
            UserError: when there is no model that can be used.
        """
        torch, transformers = library("torch"), library("transformers")
        self.template = template_for("", path)
        self.tokenizer = load_tokenizer(path, self.template)
        self.at_once, self.longest = at_once, longest
        device = "cuda" if torch.cuda.is_available() else "cpu"
        try:
            model = transformers.AutoModelForCausalLM.from_pretrained(path, dtype="auto")
        except (OSError, ValueError) as error:
            raise UserError(f"{str(path)!r} does not load as a model: {error}") from error
        self.model: Any = model.to(device).eval()
        self.name = path.name
        self._ends = [self.tokenizer.inner.token_to_id(end) for end in self.template.dialect.ends]
        self._waiting: list[_Waiting] = []
        self._answering: asyncio.Task[None] | None = None

    async def complete(self, request: Request) -> Completion:
        """Return what the model writes.

        Raises:
            Malformed: when its template does not take the conversation.
        """
        try:
            chat = [_chat(message) for message in request.messages]
            template = self.template
            text = render(template.source, chat, request.tools, prompt=True, bos=template.bos, eos=template.eos)
        except Refused as refused:
            raise Malformed(f"{self.name}: {refused}") from refused
        answer: asyncio.Future[Completion] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(self.tokenizer.encode(text), request, answer))
        if self._answering is None or self._answering.done():
            self._answering = asyncio.create_task(self._answer())
        return await answer

    async def _answer(self) -> None:
        """Answer until nobody waits. Who can ask at once is waited for, so that as many as possible are answered together."""
        while self._waiting:
            seen = 0
            while seen < len(self._waiting):
                seen = len(self._waiting)
                await asyncio.sleep(0.005)
            # Alike in length together: less is filled up.
            self._waiting.sort(key=lambda one: len(one.prompt))
            batch, self._waiting = self._waiting[: self.at_once], self._waiting[self.at_once :]
            try:
                answers = await asyncio.to_thread(self._write, [one.prompt for one in batch])
                for one, tokens in zip(batch, answers, strict=True):
                    if not one.answer.done():
                        one.answer.set_result(self._read(one, tokens))
            except BaseException as error:
                for one in batch:
                    if not one.answer.done():
                        one.answer.set_exception(error)
                if not isinstance(error, Exception):
                    raise

    def _write(self, prompts: Sequence[list[int]]) -> list[list[int]]:
        """Return the tokens that the model writes behind each prompt, its turn's end included."""
        torch = library("torch")
        length = max(map(len, prompts))
        ids = torch.tensor([[self._ends[0]] * (length - len(one)) + one for one in prompts])
        mask = torch.tensor([[0] * (length - len(one)) + [1] * len(one) for one in prompts])
        with torch.inference_mode():
            out = self.model.generate(
                input_ids=ids.to(self.model.device),
                attention_mask=mask.to(self.model.device),
                max_new_tokens=self.longest,
                do_sample=False,
                use_cache=True,
                eos_token_id=self._ends,
                pad_token_id=self._ends[0],
            )
        return [self._cut(row) for row in out[:, length:].tolist()]

    def _cut(self, tokens: list[int]) -> list[int]:
        places = [place for place, token in enumerate(tokens) if token in self._ends]
        return tokens[: places[0] + 1] if places else tokens

    def _read(self, one: _Waiting, tokens: list[int]) -> Completion:
        text = self.tokenizer.decode(tokens)
        usage = Usage(len(one.prompt), len(tokens))
        finish = "stop" if tokens and tokens[-1] in self._ends else "length"
        try:
            reply = read_back(self.template, text, one.request.tools)
        except Unreadable:
            # Whoever asked says what is wrong with the call, and asks once more.
            return Completion("", (RawCall("", "", text),), finish, usage, self.name)
        calls = tuple(RawCall("", call.name, msgspec.json.encode(call.arguments).decode()) for call in reply.calls)
        return Completion(reply.text, calls, "tool_calls" if calls and finish == "stop" else finish, usage, self.name)


def load_local(path: Path) -> tuple[LocalModel, str]:
    """Return the model of a directory, and an identity that changes with its files.

    Raises:
        UserError: when there is none that can be used.
    """
    model = LocalModel(path)
    digest = hashlib.sha256()
    for file in sorted(path.iterdir()):
        if file.suffix in (".safetensors", ".json", ".jinja"):
            with file.open("rb") as content:
                digest.update(file.name.encode() + hashlib.file_digest(content, "sha256").digest())
    return model, f"{path.name} {digest.hexdigest()[:12]}"


def _chat(message: Chat) -> Chat:
    """Return a message of the chat API as templates take it: arguments as objects, and no missing words."""
    entry = {**message, "content": message.get("content") or ""}
    if message.get("tool_calls"):
        entry["tool_calls"] = [
            {**call, "function": {**call["function"], "arguments": msgspec.json.decode(call["function"]["arguments"])}}
            for call in message["tool_calls"]
        ]
    return entry
