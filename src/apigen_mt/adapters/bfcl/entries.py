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
    file = package.QUESTIONS.format(category)
    questions = package.lines(package.data(), file)
    answers = {it["id"]: it["ground_truth"] for it in package.lines(package.data(), f"{package.ANSWERS}/{file}")}
    more = package.module("bfcl_eval.constants.default_prompts").DEFAULT_USER_PROMPT_FOR_ADDITIONAL_FUNCTION_FC
    made: dict[str, Entry] = {}
    for question in questions:
        name = question["id"]
        try:
            made[name] = _entry(question, answers[name], more)
        except (KeyError, ValueError) as error:
            raise UserError(f"BFCL's {name} cannot be read: {error!r}") from error
    return made


def turn_by_turn(
    question: Mapping[str, Any], answer: Sequence[Sequence[str]], parameters: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], tuple[tuple[ToolCall, ...], ...]]:
    """Return what the user says and the calls that are right, by turn.

    Raises:
        KeyError: when the question lacks something.
        ValueError: when question and answer have different turns, or an answer is no call with literals.
    """
    if len(question["question"]) != len(answer):
        raise ValueError(f"{len(question['question'])} turns are asked for, {len(answer)} answered")
    said = tuple(
        "\n".join(message["content"] for message in turn if message["role"] == "user") for turn in question["question"]
    )
    return said, tuple(tuple(parse(text, parameters) for text in turn) for turn in answer)


def _entry(question: Mapping[str, Any], answer: Sequence[Sequence[str]], more: str) -> Entry:
    name: str = question["id"]
    category = name.rsplit("_", 1)[0]
    classes = tuple(question["involved_classes"])
    said, calls = turn_by_turn(question, answer, toolset(classes).parameters)
    missed: Mapping[str, Sequence[str]] = question.get("missed_function", {})
    task = PeerTask(
        name,
        SPLIT,
        tuple(Action(call) for turn in calls for call in turn),
        turns=tuple(text or more for text in said),
        by_turn=tuple(map(len, calls)),
        withheld={tool: int(turn) for turn, tools in missed.items() for tool in tools},
    )
    config = msgspec.json.encode(question["initial_config"])
    return Entry(task, Scenario(classes, config, "long_context" in category), calls, question, answer)
