"""Blueprints as a task of Inspect AI: `inspect eval` runs it, its viewer shows it, and its scorer gives our rewards and verdicts.

    inspect eval apigen_mt/desk -T path=held-out --model openai/gpt-5 --epochs 4
    inspect eval apigen_mt/desk -T path=held-out -T user=model --model … --model-role user=…

Needs the extra `inspect`. An epoch is a trial: the user's words of epoch n are those of trial n - 1 of `apigen-mt evaluate`.
The score is worked out from a log's messages alone, so that `inspect score` judges an old log by a newer verifier.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import (
    ChatMessage,
    ChatMessageAssistant,
    ChatMessageSystem,
    ChatMessageTool,
    ChatMessageUser,
    GenerateConfig,
    Model,
    get_model,
)
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver
from inspect_ai.tool import ToolCallError, ToolInfo

from apigen_mt.evaluation.result import REWARDS, succeeded
from apigen_mt.evaluation.tasks import Task as Blueprinted
from apigen_mt.evaluation.tasks import read_tasks
from apigen_mt.exports.rollout import Rollout
from apigen_mt.models.completion import Completion, Request
from apigen_mt.phases.cast import UserMaker, scripted_user
from apigen_mt.phases.user_model import ModelUser
from apigen_mt.phases.verify import inspect
from apigen_mt.registry import load_domain
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.values.verdict import first_failed
from apigen_mt.world.domain import World

User = Literal["built-in", "model"]
_STOP = "stop"
"""Where a sample's store has why the conversation ended."""


@task
def desk(path: str, user: User = "built-in", seed: int = 0, domain: str = "", limit: int | None = None) -> Task:
    """Talk with customers about blueprints.

    Args:
        path: Blueprints: a directory of `blueprints` or `generate`, or a file of it.
        user: `built-in`, or `model` for the model in Inspect's role `user`, asked by our prompt.
        seed: Another seed, another user's words.
        domain: Path of a domain that is not installed.
        limit: Take the first so many only.
    """
    given = {load_domain(domain).name: domain} if domain else {}
    tasks = read_tasks(Path(path), given, limit)
    return Task(
        dataset=MemoryDataset([_sample(one) for one in tasks], name=Path(path).name),
        solver=converse(user, seed),
        scorer=verdicts(),
    )


def _sample(one: Blueprinted) -> Sample:
    return Sample(
        id=one.id,
        input=one.blueprint.instruction,
        target=msgspec.json.encode(one.blueprint.actions).decode(),
        metadata={"domain": one.blueprint.domain, "kinds": list(one.kinds), "task": msgspec.to_builtins(one)},
    )


@solver
def converse(user: User = "built-in", seed: int = 0) -> Solver:
    """Let the model play the agent until the customer leaves. Our environment carries out its calls."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        maker: UserMaker = _model_user if user == "model" else scripted_user
        rollout = Rollout(_task(state), seed=seed, trial=state.epoch - 1, user=maker)
        tools = [_tool(spec["function"]) for spec in rollout.world.domain.specs]
        config = GenerateConfig(parallel_tool_calls=rollout.world.domain.parallel_calls)
        state.messages = [ChatMessageSystem(content=rollout.policy), *map(_theirs, await rollout.reset())]
        while rollout.stop is None:
            state.output = await get_model().generate(state.messages, tools=tools, config=config)
            reply = state.output.message
            state.messages.append(reply)
            came = await rollout.step(_ours(reply))
            # The conversation numbers calls anew; in the log they keep the ids that the model gave them.
            ids = iter(call.id for call in reply.tool_calls or ())
            state.messages += [_theirs(one, next(ids, "") if one.role == "tool" else "") for one in came]
        state.store.set(_STOP, rollout.stop.value)
        state.completed = True
        return state

    return solve


@scorer(metrics={reward: [mean(), stderr()] for reward in REWARDS})
def verdicts() -> Scorer:
    """Give both rewards, with all verdicts as metadata and the first that failed as explanation."""

    async def score(state: TaskState, target: Target) -> Score:
        judged = judge(_task(state), state.messages, StopReason(state.store.get(_STOP, StopReason.TOO_MANY_TURNS)))
        failed = first_failed(judged.verdicts)
        return Score(
            value={reward: float(succeeded(judged, reward)) for reward in REWARDS},
            answer=judged.stop.value,
            explanation=f"{failed.check}: {failed.reason}" if failed else "all gates passed",
            metadata={"verdicts": msgspec.to_builtins(judged.verdicts), "calls": len(judged.calls)},
        )

    return score


def judge(one: Blueprinted, messages: Sequence[ChatMessage], stop: StopReason) -> Trajectory:
    """Return a conversation as Inspect has it, judged by the verifier."""
    ours = tuple(_ours(message) for message in messages if message.role != "system")
    found, digest = inspect(one.place.world(), one.blueprint, ours, stop)
    return Trajectory(one.id, 0, ours, stop, digest, found)


def _task(state: TaskState) -> Blueprinted:
    return msgspec.convert(state.metadata["task"], Blueprinted)


def _tool(function: dict[str, Any]) -> ToolInfo:
    return ToolInfo.model_validate(function)


def _ours(message: ChatMessage) -> Message:
    match message:
        case ChatMessageAssistant():
            calls = tuple(ToolCall(call.function, call.arguments, call.id) for call in message.tool_calls or ())
            return Message("assistant", message.text.strip(), calls=calls)
        case ChatMessageTool():
            return Message("tool", message.text, call_id=message.tool_call_id or "", error=message.error is not None)
        case _:
            return Message("user", message.text)


def _theirs(message: Message, call: str = "") -> ChatMessage:
    if message.role == "tool":
        error = ToolCallError("unknown", message.content) if message.error else None
        return ChatMessageTool(content=message.content, tool_call_id=call, error=error)
    return ChatMessageUser(content=message.content)


class _Played:
    """A model of Inspect's where one of ours could be."""

    def __init__(self, model: Model) -> None:
        self.model = model

    async def complete(self, request: Request) -> Completion:
        """Return what the model answers; calls have no part in it."""
        chat = [_chat(message["role"], str(message["content"])) for message in request.messages]
        output = await self.model.generate(chat)
        return Completion(text=output.completion)


def _chat(role: str, content: str) -> ChatMessage:
    kinds = {"system": ChatMessageSystem, "assistant": ChatMessageAssistant}
    return kinds.get(role, ChatMessageUser)(content=content)


def _model_user(world: World, blueprint: Blueprint, seed: str, place: str) -> ModelUser:
    return ModelUser(_Played(get_model(role="user", required=True)), None, world, blueprint, place, 1)
