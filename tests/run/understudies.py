"""Stand-ins for language models in every role, and an endpoint that answers as they did, by the content of a request.

They speak the built-in engine's lines through the real prompts, so most of what they make is accepted. What the endpoint
never heard, for after a fault a talk goes on differently, it answers as a careless model would: reviewers approve,
the user takes leave, the agent says that all is done. Nothing of that may ever pass.
"""

import asyncio
import hashlib
import json
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec
from tests.models.endpoint_server import Answering, Body, EndpointServer, answer, refusal, text
from tests.phases.puppets import Clerk, Customer, Stage
from tests.phases.voices import Voice

from apigen_mt.models.answers import body_of
from apigen_mt.models.completion import Completion, Model, Request
from apigen_mt.models.log import CompletionLog
from apigen_mt.models.players import Player, Players
from apigen_mt.models.recording import import_recording
from apigen_mt.phases.agent_model import ModelAgent, desk_of
from apigen_mt.phases.answer import TaskAnswer, answer_of
from apigen_mt.phases.blueprints import Drafters, draft
from apigen_mt.phases.cast import Cast
from apigen_mt.phases.composer_model import ModelComposer
from apigen_mt.phases.context import Context
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.phases.material import gather
from apigen_mt.phases.propose import propose
from apigen_mt.phases.proposer_model import ModelProposer
from apigen_mt.phases.reviewer_model import ModelReviewer
from apigen_mt.phases.reviser_model import ModelReviser
from apigen_mt.phases.roles import Candidate
from apigen_mt.phases.trajectories import simulate
from apigen_mt.phases.user_model import STOP, ModelUser
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.world.domain import World
from apigen_mt.world.environment import Environment
from apigen_mt.world.graph import infer_graph

ROLES = ("proposer", "reviser", "composer", "user", "critic", "agent")
PLAYERS = Players(
    **{role: Player(role) for role in ROLES},
    reviewers=tuple(Player(f"reviewer-{name}") for name in "abc"),
)
"""Each model's name begins with its role."""
YES = {"vote": 1, "reason": ""}
APPROVAL = {
    "reflection": "Fine.",
    **dict.fromkeys(("correctness", "completeness", "satisfaction", "creativity"), YES),
    "correction": "",
}
CARELESS = {
    "proposer": "Here is a fine task for you.",
    "reviewer": json.dumps(APPROVAL),
    "reviser": json.dumps({"thought": "", "summary": "Put right what was found."}),
    "composer": json.dumps({"thought": "", "instruction": "You are in a hurry and want everything at once."}),
    "user": f"Yes, please go ahead. Thanks! {STOP}",
    "critic": json.dumps({"reason": "fine", "score": 5}),
    "agent": "That is all done for you. Is there anything else?",
}
"""What is said to what nobody ever heard."""


# ---- an endpoint that has learnt its answers --------------------------------------------------------------------------


class Heard:
    """Answers by the content of a request: model, messages, tools."""

    def __init__(self) -> None:
        self._answers: dict[str, list[Completion]] = {}
        self._said: set[str] = set()
        self.unheard: Counter[str] = Counter()
        """Requests answered carelessly, by role."""

    def __len__(self) -> int:
        return len(self._answers)

    def learn(self, player: Player, request: Request, completion: Completion) -> None:
        """Remember an answer."""
        body = json.loads(msgspec.json.encode(body_of(player, request)))
        self._answers.setdefault(_key(body, body["messages"]), []).append(completion)
        for number, message in enumerate(body["messages"]):
            if message["role"] == "assistant":
                self._said.add(_key(body, body["messages"][: number + 1]))

    def __call__(self, body: Body) -> Body:
        """Answer; equal requests get equal answers, so that what a run makes does not hang on their order."""
        messages = body["messages"]
        # A model that is told what was wrong with its answer mends it.
        for heard in (messages, messages[:-1], messages[:-2]):
            known = self._answers.get(_key(body, heard))
            if known:
                return _body(next((one for one in known if self._went_on(body, heard, one)), known[0]))
        role = body["model"].split("-")[0]
        self.unheard[role] += 1
        return text(CARELESS[role])

    def _went_on(self, body: Body, messages: list[Any], completion: Completion) -> bool:
        """Whether this answer, of several, is the one that the talk went on with."""
        said = completion.text.replace(STOP, " ").strip()
        return _key(body, [*messages, {"role": "assistant", "content": said}]) in self._said


def recorded(recording: Path, roles: Mapping[str, str]) -> Heard:
    """Return the endpoint of a recording; the players' models get the names that their roles have here."""
    heard = Heard()
    with TemporaryDirectory() as folder:
        import_recording(recording, Path(folder))
        with CompletionLog.read(Path(folder)) as log:
            for row in log.rows():
                parts = [msgspec.json.decode(log.part(name)) for name in row.asked.messages]
                tools = tuple(msgspec.json.decode(log.part(row.asked.tools))) if row.asked.tools else ()
                schema = msgspec.json.decode(log.part(row.asked.schema)) if row.asked.schema else None
                player = log.player(row.asked.player)
                named = msgspec.structs.replace(player, model=roles.get(player.model, player.model))
                request = Request(row.role, row.place, tuple(parts), tools, row.asked.parallel, schema)
                if row.answer.completion is not None:
                    heard.learn(named, request, row.answer.completion)
    return heard


def _key(body: Body, messages: Sequence[Any]) -> str:
    content = json.dumps([body["model"], body.get("tools"), messages], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _body(completion: Completion) -> Body:
    message: Body = {"content": completion.text or None}
    if completion.calls:
        message["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
            for call in completion.calls
        ]
    return answer(message, completion.finish)


class Served:
    """An endpoint in a thread of its own, so that a command can run here."""

    def __init__(self, answering: Answering, latency: float = 0.0, port: int = 0) -> None:
        self.server = EndpointServer(answering, latency, port)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @property
    def url(self) -> str:
        """The base URL."""
        return self.server.url

    @property
    def bodies(self) -> list[str]:
        """What was asked, in order."""
        return [json.dumps(seen.body, sort_keys=True) for seen in self.server.requests]

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self.server.__aenter__(), self._loop).result()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self.server.__aexit__(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


# ---- a rehearsal, in which the endpoint learns ------------------------------------------------------------------------


class _Listening:
    """A model whose answers are learnt."""

    def __init__(self, model: Model, player: Player, heard: Heard) -> None:
        self._model, self._player, self._heard = model, player, heard

    async def complete(self, request: Request) -> Completion:
        completion = await self._model.complete(request)
        self._heard.learn(self._player, request, completion)
        return completion


class _Author(ModelProposer):
    """Writes the built-in engine's tasks; now and then the first draft of one has an action too many."""

    def __init__(self, item: int, heard: Heard) -> None:
        self.item = item
        self.at: tuple[World, Context] | None = None
        super().__init__(_Listening(Voice(self._answer), PLAYERS.proposer or Player(""), heard))

    async def propose(self, world: World, context: Context, rng: Random, place: str) -> Candidate:
        self.at = (world, context)
        return await super().propose(world, context, rng, place)

    def _answer(self, request: Request) -> object:
        assert self.at
        right = _task(*self.at)
        if right is None:
            return CARELESS["proposer"]
        if right.actions and self.item % 5 == 0 and request.place.endswith("round0"):
            return msgspec.structs.replace(right, actions=[*right.actions, right.actions[0]])
        return right


def _task(world: World, context: Context) -> TaskAnswer | None:
    material = gather(world, context)
    for seed in range(20 if material else 0):
        found = propose(world, context, Random(seed))
        if found is not None and found.actions and material is not None:
            found = msgspec.structs.replace(found, facts=material.facts, wrong_facts=material.wrong_facts)
            facts = ", ".join(str(value.value) for value in {**found.facts, **found.wrong_facts}.values())
            told = f"{found.instruction} What you know of yourself: {facts}."
            return answer_of(world, msgspec.structs.replace(found, instruction=told))
    return None


def _vote(item: int, number: int) -> object:
    """Two of the three object to every seventh item's first draft: they come around once it is revised."""

    def answer(request: Request) -> object:
        if item % 7 == 3 and number < 2 and "round0" in request.place:
            return {**APPROVAL, "creativity": {"vote": 0, "reason": "too plain"}, "correction": "Ask for more."}
        return APPROVAL

    return Voice(answer)


def _draft_of(request: Request) -> object:
    draft = request.messages[-1]["content"].split("\nDraft:\n")[-1].strip()
    return {"thought": "", "instruction": draft}


class Rehearsed(NamedTuple):
    """What came of a rehearsal."""

    heard: Heard
    accepted: int


def rehearse(settings: Settings, items: int) -> Rehearsed:
    """Play the first work items of a run with stand-ins, while nothing is covered yet: its lag has to be that long."""
    heard = Heard()
    return Rehearsed(heard, sum(asyncio.run(_rehearse(settings, ordinal, heard)) for ordinal in range(items)))


async def _rehearse(settings: Settings, ordinal: int, heard: Heard) -> bool:
    source = settings.domains[ordinal % len(settings.domains)]
    world = load_world(source, settings.seed, settings.size)

    def seat(player: Player | None, model: Any) -> Model:
        assert player
        return _Listening(model, player, heard)

    author = _Author(ordinal, heard)
    summariser = seat(PLAYERS.reviser, Voice(lambda _: CARELESS["reviser"]))
    drafters = Drafters(
        author,
        ModelReviser(author.model, summariser),
        tuple(
            ModelReviewer(f"reviewer {number}", seat(player, _vote(ordinal, number)))
            for number, player in enumerate(PLAYERS.reviewers, 1)
        ),
        ModelComposer(seat(PLAYERS.composer, Voice(_draft_of))),
    )
    rng = Random(f"{settings.seed}:{ordinal}:draft")
    graph = infer_graph(world)
    blueprint = (await draft(world, graph, Steering(), settings, rng, drafters)).blueprint
    if blueprint is None:
        return False
    stage = Stage()
    critic = seat(PLAYERS.critic, Voice(lambda _: CARELESS["critic"]))

    def user(world: World, blueprint: Blueprint, seed: str, place: str) -> ModelUser:
        customer = seat(PLAYERS.user, Customer(world, blueprint, seed, stage))
        return ModelUser(customer, critic, world, blueprint, place, settings.candidates)

    def agent(world: World, environment: Environment, seed: str, place: str) -> ModelAgent:
        return ModelAgent(seat(PLAYERS.agent, Clerk(world, environment, seed, stage)), desk_of(world.domain), place)

    seed = f"{settings.seed}:{ordinal}"
    made = await simulate(world, blueprint, settings.attempts, seed, Cast(user, agent, watched=settings.abort))
    return made[-1].accepted


# ---- runs -------------------------------------------------------------------------------------------------------------


class Unanswering:
    """An endpoint that fails for ever on some prompts: those of a role with this many messages, and a share of them."""

    def __init__(self, answering: Answering, role: str, messages: int, share: float) -> None:
        self.prompts: Counter[str] = Counter()
        """How often each was asked."""
        self._answering, self._role, self._messages, self._share = answering, role, messages, share

    def __call__(self, body: Body) -> Any:
        """Fail, or let the endpoint answer."""
        opening = not self._messages or len(body["messages"]) == self._messages
        if opening and body["model"].startswith(self._role):
            key = _key(body, body["messages"])
            if int(key[:8], 16) < self._share * 2**32:
                self.prompts[key] += 1
                return refusal(500, "this prompt again")
        return self._answering(body)


def write_config(path: Path, settings: Settings, url: str, budget: str = "", **endpoint: float) -> Path:
    """Write the configuration of a run at this endpoint, whose client loses no time."""
    quick = {"backoff": 0.01, "patience": 1.0, "timeout": 5.0, "in_flight": 8} | endpoint
    names = ("domains", "seed", "size", "composed", "attempts", "revisions", "candidates", "block", "lag")
    lines = [f"{name} = {json.dumps(getattr(settings, name))}" for name in names]
    lines += [f"budget = {budget}"] if budget else []
    lines += ["[endpoints.default]", f'url = "{url}"', *(f"{name} = {value}" for name, value in quick.items())]
    players = [f'{{ model = "{player.model}" }}' for player in settings.players.reviewers]
    lines += [
        "[players]",
        *(f'{role} = {{ model = "{role}" }}' for role in ROLES),
        f"reviewers = [{', '.join(players)}]",
    ]
    path.write_text("\n".join(lines) + "\n")
    return path
