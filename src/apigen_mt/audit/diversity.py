"""Diversity and difficulty of a set of accepted conversations."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from apigen_mt.audit.behaviours import Shown, Tally
from apigen_mt.phases.signature import events
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.messages import Message
from apigen_mt.world.domain import Domain

LONGER = 4
"""Words."""


class Figures(msgspec.Struct, frozen=True):
    """What a dataset's conversations are like. Shares are between 0 and 1."""

    conversations: int
    unique_flows: float
    """Share of distinct sequences of tool calls and acts."""
    unique_user_utterances: float
    """Share of distinct user messages, as literal text."""
    unique_longer_user_utterances: float
    """The same of messages of four words and more: people say `yes` in the same word, time and again."""
    unique_agent_utterances: float
    mean_tool_calls: float
    mean_user_turns: float
    mean_goals: float
    refused: float
    """Share of conversations with at least one request that is refused or handed over because no tool serves it."""
    changes_of_mind: float
    """Share with a detail changed, a wish withdrawn or a wrong fact corrected."""
    composed: float
    """Share made of several verified blueprints."""
    unused_tools: tuple[str, ...]
    unused_clauses: tuple[str, ...]
    """Clauses with a rule or a reason that no conversation has run into."""
    unused_kinds: tuple[str, ...]
    behaviours: tuple[Shown, ...]
    """What the users did, in the order of `language.behaviours`."""


class Sample(NamedTuple):
    """One accepted conversation."""

    blueprint: Blueprint
    messages: tuple[Message, ...]


def measure(samples: Iterable[Sample], domains: Iterable[Domain]) -> Figures:
    """Return the figures of a set of conversations; one pass, memory grows with the number of texts only."""
    domains = list(domains)
    by_name = {domain.name: domain for domain in domains}
    count = turns = calls = goals = refused = changed = composed = users = agents = 0
    flows: set[int] = set()
    user_texts: set[int] = set()
    longer_texts: list[int] = []
    agent_texts: set[int] = set()
    used: Counter[str] = Counter()
    behaved = Tally()
    for blueprint, messages in samples:
        count += 1
        behaved.add(blueprint, messages)
        name = blueprint.domain
        flows.add(hash((name, flow(messages))))
        said_user = [message.content for message in messages if message.role == "user"]
        said_agent = [message.content for message in messages if message.role == "assistant" and message.content]
        user_texts.update(map(hash, said_user))
        longer_texts.extend(hash(text) for text in said_user if len(text.split()) >= LONGER)
        agent_texts.update(map(hash, said_agent))
        users, agents = users + len(said_user), agents + len(said_agent)
        turns += len(said_user)
        called = [call.name for message in messages for call in message.calls]
        calls += len(called)
        parts = list(_parts(blueprint))
        goals += len(blueprint.goals)
        refused += any(_is_refusal(by_name[name], part) for part in parts)
        happened = {event for part in parts for event in events(part)}
        corrected = any(act.name == "identity_failed" for message in messages for act in message.acts)
        changed += bool(happened & {"changed", "withdrawn"}) or corrected
        composed += len(blueprint.parts) > 1
        used.update({f"{name} {tool}" for tool in called})
        used.update({f"{name} {part.kind}" for part in parts})
        used.update({f"{name} {clause}" for part in parts for clause in part.clauses})
    whole = max(count, 1)
    return Figures(
        conversations=count,
        unique_flows=len(flows) / whole,
        unique_user_utterances=len(user_texts) / max(users, 1),
        unique_longer_user_utterances=len(set(longer_texts)) / max(len(longer_texts), 1),
        unique_agent_utterances=len(agent_texts) / max(agents, 1),
        mean_tool_calls=calls / whole,
        mean_user_turns=turns / whole,
        mean_goals=goals / whole,
        refused=refused / whole,
        changes_of_mind=changed / whole,
        composed=composed / whole,
        unused_tools=tuple(f"{d.name} {t}" for d in domains for t in d.tools if not used[f"{d.name} {t}"]),
        unused_clauses=tuple(
            f"{d.name} {number}"
            for d in domains
            for number, clause in d.policy.clauses.items()
            if clause.grounds and not used[f"{d.name} {number}"]
        ),
        unused_kinds=tuple(f"{d.name} {kind}" for d in domains for kind in d.kinds if not used[f"{d.name} {kind}"]),
        behaviours=behaved.rows(),
    )


def flow(messages: Iterable[Message]) -> tuple[str, ...]:
    """Return what happens in a conversation without its words: acts with what they are about, and tool names."""
    steps: list[str] = []
    for message in messages:
        if message.role == "tool":
            continue
        steps.extend(f"{message.role[0]}:{act.name}:{act.about}" for act in message.acts)
        steps.extend(f"call:{call.name}" for call in message.calls)
    return tuple(steps)


def _parts(blueprint: Blueprint) -> Iterable[Goal]:
    return [part for goal in blueprint.goals for part in (goal, goal.fallback) if part is not None]


def _is_refusal(domain: Domain, goal: Goal) -> bool:
    """Whether policy refuses a goal, or no tool serves it and a ticket is all that can be done."""
    safeguards = (domain.safeguards.get(tool) for tool in domain.kinds[goal.kind].tools)
    return goal.outcome == "refused" or any(one is not None and one.consent is None for one in safeguards)
