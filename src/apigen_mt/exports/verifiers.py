"""Blueprints as an environment of the library `verifiers`: tasks, tools over our world, our user, our rewards and verdicts.

verifiers finds an environment by the name of a module that stands on its own. Such a module needs three lines:

    from apigen_mt.exports.verifiers import BlueprintTaskset, DeskEnv

    __all__ = ["BlueprintTaskset", "DeskEnv"]

The tools are served beside the harness, as verifiers has it; the environment carries out the same calls in a world of its own
and judges what came of them, so that nothing depends on what a harness tells.

Needs `verifiers` 0.4, which cannot be installed beside the extra `models`: the two want different versions of `openai`.
"""

# For that reason nothing here can be checked against it where the rest is.
# pyright: reportMissingImports=false, reportUntypedBaseClass=false, reportUntypedFunctionDecorator=false

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import verifiers.v1 as vf
from mcp.types import CallToolResult, TextContent
from mcp.types import Tool as ShownTool

from apigen_mt.evaluation.result import REWARDS, succeeded
from apigen_mt.evaluation.tasks import Task, read_tasks
from apigen_mt.exports.rollout import Rollout
from apigen_mt.registry import load_domain
from apigen_mt.values.messages import Message, ToolCall


class BlueprintData(vf.TaskData):
    """A task as it travels."""

    task: str
    """The blueprint and its world, as JSON."""


class BlueprintTask(vf.Task[BlueprintData]):
    """A task: one blueprint. Its reward is given by `DeskEnv`, which knows both sides of the conversation."""

    @classmethod
    def toolsets(cls, config: vf.TaskConfig) -> list[vf.Toolset]:
        """Return the desk's tools, served anew for each conversation."""
        return [DeskTools(vf.ToolsetConfig())]


class BlueprintConfig(vf.TasksetConfig):
    """Which tasks there are."""

    path: str = ""
    """A directory of `blueprints` or `generate`, or a file of it."""
    domain: str = ""
    """Path of a domain that is not installed."""


class BlueprintTaskset(vf.Taskset[BlueprintTask, BlueprintConfig]):
    """All blueprints of a directory."""

    def load(self) -> Iterator[BlueprintTask]:
        """Yield a task for each blueprint."""
        domain = self.config.domain
        given = {load_domain(domain).name: domain} if domain else {}
        for one in read_tasks(Path(self.config.path), given):
            policy = one.place.world().domain.policy.text
            text = msgspec.json.encode(one).decode()
            yield BlueprintTask(BlueprintData(id=one.id, system_prompt=policy, task=text), self.config.task)


class DeskTools(vf.Toolset[vf.ToolsetConfig, vf.State]):
    """The tools of one conversation's world."""

    TOOL_PREFIX = None

    async def setup_task(self, task: BlueprintData) -> None:
        """Begin in a fresh world."""
        self.environment = _decoded(task).place.world().environment()

    def register(self, mcp: Any) -> None:
        """Serve our schemas as they stand."""
        mcp.list_tools = self.list_tools
        mcp.call_tool = self.call_tool

    async def list_tools(self) -> list[ShownTool]:
        """Return what the agent is shown."""
        tools = self.environment.tools.values()
        return [ShownTool(name=tool.name, description=tool.description, input_schema=tool.parameters) for tool in tools]

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> CallToolResult:
        """Carry out a call."""
        result = self.environment.call(ToolCall(name, arguments))
        return CallToolResult(content=[TextContent(type="text", text=result.content)], is_error=result.error)


class DeskConfig(vf.EnvConfig):
    """Who talks."""

    agent: vf.AgentConfig = vf.AgentConfig(harness={"id": "null"}, runtime=vf.SubprocessConfig())
    seed: int = 0
    """Another seed, another user's words."""


class DeskEnv(vf.Env[DeskConfig]):
    """The customer's side of the conversation, and the judgement on it."""

    async def run(self, task: BlueprintTask, agents: Any) -> None:
        """Talk until the customer leaves or the agent is stopped; record rewards, and each gate as a metric."""
        rollout = Rollout(_decoded(task.data), seed=self.config.seed)
        came = await rollout.reset()
        async with agents.agent.interaction(task) as interaction:
            while rollout.stop is None and came and came[-1].role == "user":
                segment = await interaction.turn(came[-1].content)
                if segment.terminated:
                    break
                came = ()
                for message in segment.messages:
                    if isinstance(message, vf.AssistantMessage) and rollout.stop is None:
                        came = await rollout.step(_ours(message))
        judged = rollout.judged()
        trace = interaction.trace
        for reward in REWARDS:
            worth = float(rollout.stop is not None and succeeded(judged, reward))
            if reward == "strict":
                trace.record_reward(reward, worth)
            else:
                trace.record_metric(reward, worth)
        trace.record_metrics({f"gate_{one.check}": float(one.passed is True) for one in judged.verdicts})


def _decoded(data: BlueprintData) -> Task:
    return msgspec.json.decode(data.task, type=Task)


def _ours(message: Any) -> Message:
    calls = tuple(ToolCall(call.name, msgspec.json.decode(call.arguments or "{}")) for call in message.tool_calls or ())
    return Message("assistant", str(message.content or "").strip(), calls=calls)


if __name__ == "__main__":
    DeskTools.run()
