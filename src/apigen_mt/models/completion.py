"""The completion seam: what is asked of a language model and what it answers, in the shapes of the chat API.

A role asks a `Model`; which endpoint answers, how often it was tried, and whether the answer comes from the log is
nobody's business above this module.
"""

from typing import Any, Literal, Protocol

import msgspec

from apigen_mt.errors import ApigenError

Role = Literal["proposer", "reviewer", "reviser", "composer", "user", "critic", "agent", "wording"]
"""Who asks. Reviewers are told apart by their place."""

Chat = dict[str, Any]
"""One message in the shape of the chat API."""


class Request(msgspec.Struct, frozen=True, omit_defaults=True):
    """One question to a model."""

    role: Role
    place: str
    """Where in its work item it is asked, for example `attempt0/turn3/candidate1`. With the role, unique in the item:
    the log finds the answer by it, so it must not depend on what happened to finish first."""
    messages: tuple[Chat, ...]
    tools: tuple[dict[str, Any], ...] = ()
    """Tool specs of the chat API (`{"type": "function", "function": {...}}`)."""
    parallel: bool = False
    """Whether several calls may come in one answer."""
    schema: dict[str, Any] | None = None
    """JSON Schema that the answer's text has to fit."""
    prompt: str = ""
    """Name and version of the prompt that this was made from: `proposer@1f3a9c20`."""


class RawCall(msgspec.Struct, frozen=True):
    """A tool call as the model wrote it; the arguments may be anything."""

    id: str
    name: str
    arguments: str


class Usage(msgspec.Struct, frozen=True, omit_defaults=True):
    """Tokens of one completion, as the endpoint counts them."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0
    """Of the prompt: those that the endpoint had at hand."""


class Completion(msgspec.Struct, frozen=True, omit_defaults=True):
    """A model's answer, taken as it came."""

    text: str = ""
    calls: tuple[RawCall, ...] = ()
    finish: str = "stop"
    """`stop`, `tool_calls`, `length`, `content_filter`, or what else the endpoint says."""
    usage: Usage = Usage()
    model: str = ""
    """The model that answered, by its own word."""
    tries: int = 1
    """Requests that it took, the answered one included."""


class Model(Protocol):
    """Whatever answers requests."""

    async def complete(self, request: Request) -> Completion:
        """Return the answer.

        Raises:
            NoAnswer: when this request found no usable answer within its tries; others may.
            OutOfBudget: when the run may spend no more.
            EndpointDown: when the endpoint answers nobody.
        """
        ...


class NoAnswer(ApigenError):
    """One request found no answer within its tries. It costs the work item that asked, and nothing else."""

    def __init__(self, message: str, tries: int = 1):
        """Say why, and how many requests were made."""
        super().__init__(message)
        self.tries = tries


class Malformed(ApigenError):
    """A model answered, and what it answered is of no use even after it was told why. It costs what it was asked for."""


class OutOfBudget(ApigenError):
    """The run has reached its budget. What is made is safe, and the run ends cleanly."""


class Stopped(ApigenError):
    """The person has stopped the run."""


class EndpointDown(ApigenError):
    """An endpoint answers nobody, or refuses the key: the run cannot go on, and the person has to know."""
