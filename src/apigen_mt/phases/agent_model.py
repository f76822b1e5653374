"""The agent with a model behind it, by function calling (APIGen-MT §3.2.2): it knows the policy and the tools, nothing else."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from apigen_mt.models.completion import Chat, Completion, Malformed, Model, RawCall, Request
from apigen_mt.models.prompts import prompt
from apigen_mt.phases.chat import agent_side, cut_off, without_thoughts
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.world.domain import Domain

_REPAIR = (
    "(A note from the system, not from the customer.) Your last answer was dropped, and the customer has not seen it: "
    "{problem}. Give that answer once more, corrected."
)


class Desk(NamedTuple):
    """All that an agent knows: anybody's policy and tools do."""

    policy: str
    tools: tuple[Chat, ...]
    """As the chat API takes them."""
    parallel: bool = True
    """Whether it may make several calls in one message."""


def desk_of(domain: Domain) -> Desk:
    """Return what an agent knows of a domain."""
    return Desk(domain.policy.text, tuple(domain.specs), domain.parallel_calls)


class ModelAgent:
    """Plays the agent in one conversation.

    Calls of unknown tools or with arguments that miss the schema go to the environment, which answers with an error: the
    agent may mend that itself, and the verifier judges it. What no environment can take gets one repair turn.
    """

    def __init__(self, model: Model, desk: Desk, place: str) -> None:
        """Open a conversation.

        Args:
            model: Whoever answers.
            desk: What it knows.
            place: Where in the work item the conversation is held, for example `attempt0`.
        """
        self.model = model
        self.place = place
        self.parallel = desk.parallel
        self.tools = desk.tools
        self.prompt = prompt("agent")
        self.opening = self.prompt.messages(policy=desk.policy)

    async def step(self, messages: Sequence[Message]) -> Message:
        """Return the next assistant message: calls, or something to say.

        Raises:
            Malformed: when the model's answer is of no use, and so is the one after the repair turn.
            NoAnswer: when there is none.
        """
        request = self.request(messages)
        message, problem = self._read(await self.model.complete(request))
        if message is None:
            # The note stands in this one request only: the dropped answer never enters the conversation.
            note: Chat = {"role": "user", "content": _REPAIR.format(problem=problem)}
            again = msgspec.structs.replace(
                request, messages=(*request.messages, note), place=f"{request.place}/repair"
            )
            message, problem = self._read(await self.model.complete(again))
        if message is None:
            raise Malformed(f"the agent's answer is of no use: {problem}")
        return message

    def request(self, messages: Sequence[Message]) -> Request:
        """Return what the model is asked for the next message."""
        step = sum(message.role == "assistant" for message in messages)
        return Request(
            role="agent",
            place=f"{self.place}/step{step}",
            messages=(*self.opening, *agent_side(messages)),
            tools=self.tools,
            parallel=self.parallel,
            prompt=self.prompt.label,
        )

    def _read(self, completion: Completion) -> tuple[Message | None, str]:
        """Return the message, or None with what is wrong."""
        if cut := cut_off(completion):
            return None, cut
        text = without_thoughts(completion.text)
        if not text and not completion.calls:
            return None, "it was empty; call a tool, or say something to the customer"
        if len(completion.calls) > 1 and not self.parallel:
            return None, f"it made {len(completion.calls)} calls at once; make one at a time"
        calls, problem = read_calls(completion.calls)
        return (None, problem) if problem else (Message("assistant", text, calls=calls), "")


def read_calls(raws: Iterable[RawCall]) -> tuple[tuple[ToolCall, ...], str]:
    """Return a model's calls, and what is wrong with the first whose arguments cannot be read; empty if all can."""
    calls: list[ToolCall] = []
    for raw in raws:
        arguments, problem = _arguments(raw)
        if arguments is None:
            return (), f"the arguments of the call to {raw.name!r} are {problem}"
        calls.append(ToolCall(raw.name, arguments))
    return tuple(calls), ""


def _arguments(raw: RawCall) -> tuple[dict[str, object] | None, str]:
    """Return the arguments of a call, or None with what is wrong; some servers leave them empty where there are none."""
    try:
        value = msgspec.json.decode(raw.arguments or "{}")
        canonical_json([raw.name, value])
    except (msgspec.DecodeError, UnicodeError, OverflowError, RecursionError) as error:
        return None, f"no valid JSON: {error}"
    if not isinstance(value, dict):
        return None, f"no JSON object, but {raw.arguments[:40]!r}"
    return value, ""
