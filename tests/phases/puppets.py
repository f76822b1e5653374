"""Models in this process that answer from plain functions, and two that speak the built-in speakers' lines."""

from collections.abc import Callable
from random import Random
from typing import Any

import msgspec

from apigen_mt.models.completion import Completion, RawCall, Request
from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.cast import scripted_user
from apigen_mt.phases.user_model import STOP
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Act, Message
from apigen_mt.world.domain import World
from apigen_mt.world.environment import Environment

Answer = str | Completion | Exception


class Answers:
    """A model that answers each request by a function of it, and remembers what it was asked."""

    def __init__(self, answer: Callable[[Request], Answer]) -> None:
        self.answer = answer
        self.asked: list[Request] = []

    async def complete(self, request: Request) -> Completion:
        """Answer, or raise what the function returns."""
        self.asked.append(request)
        answer = self.answer(request)
        if isinstance(answer, Exception):
            raise answer
        return Completion(answer) if isinstance(answer, str) else answer

    @property
    def places(self) -> list[str]:
        """Where it was asked."""
        return [request.place for request in self.asked]


def says(*lines: Answer) -> Answers:
    """A model that gives these answers in order, and then the last one again."""
    left = list(lines)
    return Answers(lambda _: left.pop(0) if len(left) > 1 else left[0])


def by_place(**lines: Answer) -> Answers:
    """A model that answers by the last part of the place (`candidate0`, `repair`)."""
    return Answers(lambda request: lines[request.place.rsplit("/", 1)[1]])


def calls(*made: tuple[str, Any], text: str = "") -> Completion:
    """A completion with tool calls; arguments that are text already stay as they are."""
    raw = tuple(
        RawCall(f"x{n}", name, given if isinstance(given, str) else msgspec.json.encode(given).decode())
        for n, (name, given) in enumerate(made)
    )
    return Completion(text, raw, "tool_calls")


class Stage:
    """What the two speaking puppets know of each other beside the words: the acts that the built-in speakers go by."""

    def __init__(self) -> None:
        self.acts: tuple[Act, ...] = ()


class Customer:
    """Speaks the built-in user's next line as a language model would: as text, in answer to a chat."""

    def __init__(self, world: World, blueprint: Blueprint, seed: str, stage: Stage) -> None:
        self.user = scripted_user(world, blueprint, seed, "")
        self.stage = stage
        self.lines: dict[str, Completion] = {}

    async def complete(self, request: Request) -> Completion:
        """Say the line of this turn; every candidate is the same one."""
        turn = request.place.split("/")[1]
        if turn not in self.lines:
            heard = [Message("assistant", request.messages[-1]["content"], acts=self.stage.acts)]
            said = await self.user.speak([] if turn == "turn0" else heard)
            self.stage.acts = said.message.acts
            self.lines[turn] = Completion(f"{said.message.content} {STOP}" if said.leaves else said.message.content)
        return self.lines[turn]


class Clerk:
    """Does what the built-in agent does as a language model would: by function calling."""

    def __init__(self, world: World, environment: Environment, seed: str, stage: Stage) -> None:
        self.agent = ScriptedAgent(world.domain, environment, Random(f"{seed}:agent"))
        self.stage = stage

    async def complete(self, request: Request) -> Completion:
        """Take the next step."""
        last = request.messages[-1]
        content = last["content"]
        error = last["role"] == "tool" and content.startswith('{"error":')
        heard = Message(last["role"], content, error=error, acts=self.stage.acts if last["role"] == "user" else ())
        step = await self.agent.step([heard])
        if step.acts:
            self.stage.acts = step.acts
        made = [(call.name, call.arguments) for call in step.calls]
        return calls(*made, text=step.content) if made else Completion(step.content)
