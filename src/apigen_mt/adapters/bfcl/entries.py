"""The data of BFCL's multi-turn categories: what the user says turn by turn, and the calls that are right."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from apigen_mt.adapters.benchmark import Action, PeerTask
from apigen_mt.adapters.bfcl import package
from apigen_mt.adapters.bfcl.apis import toolset
from apigen_mt.adapters.bfcl.calls import parse
from apigen_mt.adapters.bfcl.world import Scenario
from apigen_mt.errors import UserError
from apigen_mt.values.messages import ToolCall

SPLIT = "test"
CATEGORIES = ("multi_turn_base", "multi_turn_miss_func", "multi_turn_miss_param", "multi_turn_long_context")


class Entry(msgspec.Struct, frozen=True):
    """A task, and what of it has no place in other benchmarks."""

    task: PeerTask
    scenario: Scenario
    calls: tuple[tuple[ToolCall, ...], ...]
    """The ground truth by turn; a turn may have none."""
    question: Mapping[str, Any]
    """As it stands in their file."""
    answer: Sequence[Sequence[str]]
    """The ground truth as it stands in their file."""


def entries(category: str) -> dict[str, Entry]:
    """Return the entries of a category by id, in their order.

    Raises:
        UserError: when questions and answers do not belong together, or a ground truth is no list of calls.
    """
    questions = package.lines(f"BFCL_v4_{category}.json")
    answers = {it["id"]: it["ground_truth"] for it in package.lines(f"possible_answer/BFCL_v4_{category}.json")}
    more = package.module("bfcl_eval.constants.default_prompts").DEFAULT_USER_PROMPT_FOR_ADDITIONAL_FUNCTION_FC
    made: dict[str, Entry] = {}
    for question in questions:
        name = question["id"]
        if len(answers.get(name, ())) != len(question["question"]):
            raise UserError(f"BFCL's {name} has another number of turns in its question than in its answer")
        try:
            made[name] = _entry(question, answers[name], more)
        except (KeyError, ValueError) as error:
            raise UserError(f"BFCL's {name} cannot be read: {error!r}") from error
    return made


def _entry(question: Mapping[str, Any], answer: Sequence[Sequence[str]], more: str) -> Entry:
    name: str = question["id"]
    category = name.rsplit("_", 1)[0]
    classes = tuple(question["involved_classes"])
    parameters = toolset(classes).parameters
    calls = tuple(tuple(parse(text, parameters) for text in turn) for turn in answer)
    said = tuple("\n".join(message["content"] for message in turn) or more for turn in question["question"])
    missed: Mapping[str, Sequence[str]] = question.get("missed_function", {})
    task = PeerTask(
        name,
        SPLIT,
        tuple(Action(call) for turn in calls for call in turn),
        turns=said,
        by_turn=tuple(map(len, calls)),
        withheld={tool: int(turn) for turn, tools in missed.items() for tool in tools},
    )
    config = msgspec.json.encode(question["initial_config"])
    return Entry(task, Scenario(classes, config, "long_context" in category), calls, question, answer)
