"""Conversations as plain pairs of speaker and text, as chat logs often have them: `{"turns": [["user", "hi"], ...]}`."""

from typing import Any

from apigen_mt.dataset.foreign import Conversation, Problem, Turn, as_list, as_object

_ROLES = ("user", "assistant")


def parse_pairs(value: Any) -> Conversation:
    """Return a record of pairs, with what is wrong in it."""
    entries = as_list((as_object(value) or {}).get("turns"))
    if entries is None:
        return Conversation("", None, (), (Problem("format", "there is no list `turns`"),))
    problems: list[Problem] = []
    turns: list[Turn] = []
    for position, entry in enumerate(entries):
        match entry:
            case [("user" | "assistant") as role, str(text)]:
                turns.append(Turn(role, text))
            case [str(role), str()]:
                problems.append(
                    Problem("roles", f"message {position}: unknown role {role!r}; known are {', '.join(_ROLES)}")
                )
            case _:
                problems.append(Problem("format", f"message {position} is no pair of speaker and text"))
    return Conversation("", None, tuple(turns), (*problems, Problem("tools", "there is no tool list")))
