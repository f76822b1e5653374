"""Runs Inspect AI with its mock model, in a process of its own: it leaves streams open, which is an error in our tests.

python -m tests.exports.mock_inspect PATH LOGS: the model says at every point what built-in agents said there in our own trials.
Prints a line for each sample: id, epoch, score, metadata, and the verdicts on the log's messages when they are judged again.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import inspect_ai
import msgspec
from inspect_ai.model import ChatMessageAssistant, ModelOutput, ModelUsage, get_model
from inspect_ai.tool import ToolCall
from tests.exports.conftest import TRIALS, held

from apigen_mt.evaluation.tasks import Task, read_tasks
from apigen_mt.exports.inspect import desk, judge
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason, Trajectory


class SameWords:
    """A model that says what the agents of some conversations said."""

    def __init__(self, books: Iterable[Trajectory]) -> None:
        self.lines: dict[str, Message] = {}
        for book in books:
            for place, message in enumerate(book.messages):
                if message.role == "assistant":
                    self.lines[_key(book.messages[:place])] = message

    def __call__(self, messages: list[Any], tools: list[Any], choice: Any, config: Any) -> ModelOutput:
        line = self.lines[_key([Message(one.role, one.text) for one in messages[1:]])]
        calls = [ToolCall(f"id{number}", call.name, call.arguments) for number, call in enumerate(line.calls)]
        output = ModelOutput.from_message(ChatMessageAssistant(content=line.content, tool_calls=calls or None))
        # Without this the mock model would count tokens, for which it loads a file from the network.
        output.usage = ModelUsage()
        return output


def _key(messages: Iterable[Message]) -> str:
    return json.dumps([(one.role, one.content) for one in messages])


def main(path: str, logs: str) -> None:
    tasks: dict[str, Task] = {task.id: task for task in read_tasks(Path(path), {}, 4)}
    books = [held(task, agent, trial) for task in tasks.values() for trial, agent in enumerate(TRIALS)]
    model = get_model("mockllm/model", custom_outputs=SameWords(books))
    (log,) = inspect_ai.eval(
        desk(path, limit=len(tasks)),
        model=model,
        epochs=len(TRIALS),
        log_dir=logs,
        log_realtime=False,
        display="none",
    )
    assert log.samples and log.results, log.error
    for sample in log.samples:
        score = (sample.scores or {})["verdicts"]
        again = judge(tasks[str(sample.id)], sample.messages, StopReason(str(score.answer)))
        judged = [msgspec.to_builtins(found) for found in again.verdicts]
        print(json.dumps([sample.id, sample.epoch, score.value, score.metadata, judged]))
    print(json.dumps({score.name: score.metrics["mean"].value for score in log.results.scores}))


if __name__ == "__main__":
    main(*sys.argv[1:])
