"""What is said and called in a conversation.

A message may carry `acts`: what its speaker did, beside the words. They exist for scripted speakers and for counting
flows. No verdict is ever read from them: the verifier judges words and calls alone.
"""

from typing import Any, Literal

import msgspec

Role = Literal["user", "assistant", "tool"]


class ToolCall(msgspec.Struct, frozen=True):
    """A request to run a tool."""

    name: str
    arguments: dict[str, Any] = {}
    id: str = ""
    """Ties the call to its result inside one conversation; empty in ground truths."""


class UserCall(ToolCall, frozen=True):
    """A call that the user makes, where it has tools of its own: what a world is handed for one.

    Messages hold plain calls, for their role says whose they are.
    """


class Act(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing a scripted speaker does in a message."""

    name: str
    """For example `request`, `inform`, `ask`, `propose`, `consent`, `refuse`, `report`."""
    goal: int = -1
    """Index into the blueprint's goals for the user; the agent's own count of requests for the agent; -1 for neither."""
    about: str = ""
    """The goal kind, slot or clause that the act is about."""
    slots: dict[str, Any] = {}


class Message(msgspec.Struct, frozen=True, omit_defaults=True):
    """One message of a conversation, in the shape of the chat API."""

    role: Role
    content: str = ""
    calls: tuple[ToolCall, ...] = ()
    """Tools to run before anything else is said; the agent's, or the user's where it has some."""
    call_id: str = ""
    """Tool only: the call that this answers."""
    error: bool = False
    """Tool only: the call failed and the state is as it was."""
    acts: tuple[Act, ...] = ()


def made_by(role: Role, call: ToolCall) -> ToolCall:
    """Return a speaker's call as a world takes it: one of the user's says that it is."""
    return UserCall(call.name, call.arguments, call.id) if role == "user" else call
