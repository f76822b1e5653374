"""Agents that should pass nothing: a verifier that accepts one of them measures something else than the task."""

from collections.abc import Callable, Generator, Mapping, Sequence
from random import Random

from apigen_mt.language.grammar import Words
from apigen_mt.phases.agent import Request, ScriptedAgent
from apigen_mt.phases.cast import scripted_user
from apigen_mt.phases.conversation import Agent, converse
from apigen_mt.phases.verify import verify
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Act, Message
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import Domain, World
from apigen_mt.world.environment import Environment


class _Says:
    """Says one thing, whatever happens."""

    def __init__(self, text: str, *acts: Act):
        self.answer = Message("assistant", text, acts=acts)

    async def step(self, messages: Sequence[Message]) -> Message:
        """Return the same message again."""
        return self.answer


class _Identifying(ScriptedAgent):
    """Identifies the customer properly and then treats every request in one way."""

    def _advance(self, request: Request) -> Generator[Message, Message, bool]:
        yield from self._deal(request)
        return True

    def _deal(self, request: Request) -> Generator[Message, Message, None]:
        raise NotImplementedError


class _ReadOnly(_Identifying):
    """Looks at everything it can and says that all is well."""

    def _deal(self, request: Request) -> Generator[Message, Message, None]:
        missing = yield from self._resolve(request)
        if not missing:
            for call in request.kind.calls(self.environment.state, self.account, request.slots):
                tool = self.domain.tools[call.name]
                yield from (self._gather(call) if tool.kind == "write" else self._look(call))
        self.parts.append(_words("That's all sorted for you."))
        self.acts.append(Act("report", request.goal, request.kind.name))


class _RefuseEverything(_Identifying):
    """Declines every request."""

    def _deal(self, request: Request) -> Generator[Message, Message, None]:
        yield from ()
        self.parts.append(_words("I'm sorry, but I can't do that for you."))
        self.acts.append(Act("refuse", request.goal))


class _FirstTool(_Identifying):
    """Answers every request with the first write tool of the list, on rows of the customer's."""

    def _deal(self, request: Request) -> Generator[Message, Message, None]:
        state = self.environment.state
        tool = min(name for name, tool in self.domain.tools.items() if tool.kind == "write")
        for kind in self.domain.kinds.values():
            slots = kind.draw(state, self.account, self.rng) if tool in kind.tools else None
            if slots is not None:
                yield from self._call(kind.calls(state, self.account, slots)[0])
                break
        self.parts.append(_words("Done."))
        self.acts.append(Act("report", request.goal, request.kind.name))


def _words(text: str) -> Words:
    return Words(((text, False),))


Maker = Callable[[Domain, Environment, Random], Agent]
AGENTS: Mapping[str, Maker] = {
    "do-nothing": lambda domain, environment, rng: _Says("Thank you for your message. Is there anything else?"),
    "read-only": _ReadOnly,
    "refuse-everything": _RefuseEverything,
    "first-tool": _FirstTool,
}


async def passes(world: World, blueprint: Blueprint, maker: Maker, seed: str) -> bool:
    """Tell whether an agent is accepted on a blueprint, with the agenda user on the other side."""
    environment = world.environment()
    user = scripted_user(world, blueprint, seed, "")
    agent = maker(world.domain, environment, Random(f"{seed}:agent"))
    messages, stop, _ = await converse(environment, user, agent)
    return accepted(verify(world, blueprint, messages, stop))
