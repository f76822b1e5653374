"""A conversation as τ-bench's environment would have seen it: one action after the other, until it ends.

Their agent makes one call or says one thing at a time: what stands beside a call is not said, and a text is the action
`respond`. It ends when the user's answer to a text holds `###STOP###`, or with a call that hands over to a person; what
would come after counts no more. One that does not end (their limit is 30 actions, or a side that failed) earns 0.
"""

from typing import NamedTuple

from apigen_mt.adapters.benchmark import Conversed
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.trajectory import StopReason

STOP = "###STOP###"
"""What their user says to end a conversation."""
RESPOND = "respond"
"""The name of the action by which their agent says something."""
TERMINATE = frozenset({"transfer_to_human_agents"})
"""Tools that end a conversation."""

_BY_USER = frozenset({StopReason.USER_DONE, StopReason.USER_GAVE_UP})


class Said(NamedTuple):
    """Something the agent says, and what the user answers to it."""

    text: str
    answer: str


class Episode(NamedTuple):
    """What the agent did, and whether the conversation came to an end that is graded."""

    steps: tuple[ToolCall | Said, ...]
    ended: bool
    opening: str = ""
    """What the user says first."""


def episode(conversed: Conversed) -> Episode:
    """Return a conversation as their environment would have seen it.

    A user who left without the mark (ours do) is taken to have given it in answer to the agent's last text; where there is
    none, in answer to an empty one.
    """
    steps: list[ToolCall | Said] = []
    said: str | None = None
    opening = ""
    for message in conversed.messages:
        if message.role == "user":
            if said is not None:
                steps.append(Said(said, message.content))
                said = None
                if STOP in message.content:
                    return Episode(tuple(steps), True, opening)
            elif not steps:
                opening = message.content
        elif message.role == "assistant":
            if said is not None:
                steps.append(Said(said, ""))
                said = None
            if not message.calls:
                said = message.content
            for call in message.calls:
                if call.name == RESPOND:  # their environment does not tell such a call from a text
                    if not isinstance(call.arguments.get("content"), str):
                        return Episode(tuple(steps), False, opening)
                    said = call.arguments["content"]
                    continue
                steps.append(call)
                if call.name in TERMINATE:
                    return Episode(tuple(steps), True, opening)
    if conversed.stop in _BY_USER:
        return Episode((*steps, Said(said or "", STOP)), True, opening)
    return Episode(tuple(steps) if said is None else (*steps, Said(said, "")), False, opening)
