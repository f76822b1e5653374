"""A trial on a task of somebody's benchmark: their world, their policy, their user, our loop; their reward and our verdicts."""

from collections.abc import Mapping, Sequence

import msgspec

from apigen_mt.adapters.benchmark import Benchmark, Conversed, PeerTask, offered
from apigen_mt.adapters.played import PLAYERS
from apigen_mt.errors import UserError
from apigen_mt.evaluation.peer_tasks import BenchmarkTask
from apigen_mt.models.completion import Malformed, Model, Request
from apigen_mt.phases.agent_model import Desk, ModelAgent, read_calls
from apigen_mt.phases.chat import agent_side, cut_off, user_side, without_thoughts
from apigen_mt.phases.conversation import Conversation, converse
from apigen_mt.phases.user import UserTurn
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.values.verdict import Verdict

THEIRS = "theirs"
"""The check that holds the peer's own reward; passed if all of it was earned."""


async def hold(task: BenchmarkTask, trial: int, agent: str, models: Mapping[str, Model]) -> Trajectory:
    """Hold one trial.

    Args:
        task: What it is about.
        trial: Its number.
        agent: One of `adapters.played.PLAYERS`, who need no user; empty where a model plays.
        models: `agent`, and `user` where the benchmark does not script what the user says.

    Raises:
        UserError: when the peer's code is not there, or nobody can play the user.
        OutOfBudget: when no more may be spent.
        EndpointDown: when an endpoint answers nobody.
    """
    benchmark, peer = task.found()
    if agent:
        played = PLAYERS[agent](benchmark, peer)
        talk = Conversation(tuple(played.messages), played.stop)
    else:
        place = f"attempt{trial}"
        user = Scripted(peer) if peer.turns else Prompted(_asked(models, benchmark), benchmark, peer, place)
        speaker = Offered(models["agent"], benchmark, peer, place)
        talk = await converse(benchmark.environment(peer), user, speaker)
    conversed = Conversed(talk.messages, talk.stop)
    reward = benchmark.reward(peer, conversed)
    verdicts = (_theirs(reward.value, reward.parts), *benchmark.verdicts(peer, conversed))
    return Trajectory(task.id, trial, talk.messages, talk.stop, "", verdicts, talk.notes)


class Scripted:
    """A user whose words the benchmark has written down."""

    def __init__(self, task: PeerTask):
        """Begin at the first of them."""
        self.turns = task.turns

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next message."""
        said = sum(message.role == "user" for message in messages)
        return UserTurn(Message("user", self.turns[said]), leaves=said + 1 == len(self.turns))


class Prompted:
    """A model in the place of the benchmark's user simulator, told what that is told, with the tools that it has."""

    def __init__(self, model: Model, benchmark: Benchmark, task: PeerTask, place: str):
        """Open a conversation."""
        self.model = model
        self.opening = tuple(benchmark.user_prompt(task))
        self.tools = tuple(benchmark.user_specs(task))
        self.place = place

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next message; one with a mark such as ###STOP### is the last word of the conversation.

        Raises:
            Malformed: when the answer is empty, cut off, or calls tools in a way that nobody can read.
            NoAnswer: when there is none.
        """
        turn = sum(message.role == "user" for message in messages)
        chat = (*self.opening, *user_side(messages))
        asked = Request("user", f"{self.place}/turn{turn}", chat, self.tools, parallel=bool(self.tools))
        completion = await self.model.complete(asked)
        text = without_thoughts(completion.text)
        calls, problem = read_calls(completion.calls if self.tools else ())
        if problem := cut_off(completion) or problem or ("" if text or calls else "it was empty"):
            raise Malformed(f"the user's answer is of no use: {problem}")
        leaves = not calls and any(mark in text for mark in STOPS)
        return UserTurn(Message("user", text, calls), leaves, at_once=leaves)


STOPS = ("###STOP###", "###TRANSFER###", "###OUT-OF-SCOPE###")
"""How the users of τ-bench and τ²-bench end a conversation."""


class Offered(ModelAgent):
    """A model as agent, with the tools that the benchmark offers in each turn."""

    def __init__(self, model: Model, benchmark: Benchmark, task: PeerTask, place: str):
        """Open a conversation."""
        super().__init__(model, Desk(benchmark.policy(task), tuple(benchmark.specs(task))), place)
        self.opening = (*self.opening, *agent_side(task.history))
        self.task = task

    def request(self, messages: Sequence[Message]) -> Request:
        """Return what the model is asked for the next message."""
        turn = sum(message.role == "user" for message in messages) - 1
        tools = offered(self.tools, self.task, turn)
        return msgspec.structs.replace(super().request(messages), tools=tuple(tools))


def _asked(models: Mapping[str, Model], benchmark: Benchmark) -> Model:
    if "user" not in models:
        raise UserError(f"{benchmark.name} needs a model as user: name one under players.user of a --config")
    return models["user"]


def _theirs(value: float, parts: Mapping[str, float | None]) -> Verdict:
    if value >= 1:
        return Verdict(THEIRS, True)
    told = ", ".join(f"{name} {part:g}" for name, part in parts.items() if part is not None)
    return Verdict(THEIRS, False, f"their reward is {value:g} ({told})", "agent")
