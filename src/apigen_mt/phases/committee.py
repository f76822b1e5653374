"""The committee: reviewers vote on the paper's four criteria (APIGen-MT §4.1.2, stages 2 and 3).

The scripted reviewers come first. They are independent deterministic judges, each of which looks at the candidate from one
side: an objection of theirs is a finding, which no majority of others who did not look there can overrule, and which saves
asking anybody else. What the checks have decided no vote overrules: a candidate that failed them is never reviewed.

Then all reviewers with a model are asked at once, and their opinions are counted:

- A criterion passes with a majority of the votes cast on it. Ties fail, and an abstention is not an approval. At least half
  of these reviewers, and one, have to have cast a vote; otherwise the criterion has not been judged, which is no pass.
- Overall quality is one more vote: a reviewer is for a task who approves of all four criteria, against it who objects to
  any, and abstains otherwise. It is counted in the same way, so three reviewers who each object to something else reject.
- The paper accepts above a threshold of the average score, which it does not state. Here every criterion has to pass, and
  the overall vote: no good wording makes up for a wrong action.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from apigen_mt.language.surface import normalise, read, states
from apigen_mt.models.completion import Malformed, NoAnswer
from apigen_mt.phases.context import Context
from apigen_mt.phases.instruction import second_person
from apigen_mt.phases.provenance import leaves
from apigen_mt.phases.roles import Reviewer
from apigen_mt.phases.signature import is_trivial, signature
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.review import CRITERIA, Judgement, Review, Vote
from apigen_mt.values.value import Value
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import Domain, World
from apigen_mt.world.environment import Environment
from apigen_mt.world.tables import State

Finder = Callable[[World, Blueprint, Context], list[Vote]]
"""A scripted reviewer."""


async def deliberate(
    world: World, candidate: Blueprint, context: Context, reviewers: Sequence[Reviewer] = (), place: str = ""
) -> Judgement:
    """Return one verdict a criterion, with the reasons of those against, and one overall if opinions were heard.

    Raises:
        OutOfBudget: when a reviewer may not be asked any more.
        EndpointDown: when a reviewer cannot be asked at all.
    """
    found = [vote for finder in SCRIPTED for vote in finder(world, candidate, context)]
    findings = tuple(
        _certain(criterion, [vote for vote in found if vote.criterion == criterion]) for criterion in CRITERIA
    )
    if not reviewers or not accepted(findings):
        return Judgement(findings)
    asked = (_asked(one, world, candidate, place) for one in reviewers)
    # All are waited for, so that the error raised is that of the first in order, not of the first in time.
    answers = await asyncio.gather(*asked, return_exceptions=True)
    reviews: list[Review] = []
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
        reviews.append(answer)
    return Judgement(count(reviews), tuple(reviews))


def count(reviews: Sequence[Review]) -> tuple[Verdict, ...]:
    """Count opinions: one verdict a criterion, and one overall."""
    by_criterion = [_majority(criterion, [_vote(review, criterion) for review in reviews]) for criterion in CRITERIA]
    return *by_criterion, _majority("overall", [_overall(review) for review in reviews])


async def _asked(reviewer: Reviewer, world: World, candidate: Blueprint, place: str) -> Review:
    """Return a review; a reviewer who gives no usable one abstains."""
    try:
        return await reviewer.review(world, candidate, place)
    except (NoAnswer, Malformed) as error:
        votes = tuple(Vote(criterion, None, str(error), certain=False) for criterion in CRITERIA)
        return Review(reviewer.name, votes, absent=str(error))


def _vote(review: Review, criterion: str) -> Vote | None:
    return next((vote for vote in review.votes if vote.criterion == criterion), None)


def _overall(review: Review) -> Vote | None:
    """Return what a reviewer's votes come to: the first objection, or else an approval if all four are."""
    votes = [_vote(review, criterion) for criterion in CRITERIA]
    against = next((vote for vote in votes if vote is not None and vote.approves is False), None)
    return against or next((vote for vote in votes if vote is None or not vote.approves), votes[0])


def _majority(check: str, votes: Sequence[Vote | None]) -> Verdict:
    """Count the votes of all reviewers who were asked."""
    cast = [vote for vote in votes if vote is not None and vote.approves is not None]
    if not cast or 2 * len(cast) < len(votes):
        silent = [vote.reason for vote in votes if vote is not None and vote.approves is None and vote.reason]
        said = f": {'; '.join(dict.fromkeys(silent))}" if silent else ""
        return Verdict(check, None, f"only {len(cast)} of {len(votes)} reviewers could tell{said}", "blueprint")
    against = [vote.reason for vote in cast if not vote.approves]
    if 2 * len(against) < len(cast):
        return Verdict(check, True)
    return Verdict(check, False, "; ".join(dict.fromkeys(against)), "blueprint")


def _certain(criterion: str, votes: Sequence[Vote]) -> Verdict:
    """Weigh findings: one objection is enough."""
    cast = [vote for vote in votes if vote.approves is not None]
    if not cast:
        return Verdict(criterion, None, "no reviewer could tell", "blueprint")
    against = [vote.reason for vote in cast if not vote.approves]
    return Verdict(criterion, False, "; ".join(against), "blueprint") if against else Verdict(criterion, True)


def review_effects(world: World, candidate: Blueprint, context: Context) -> list[Vote]:
    """Judge from the tables: does the diff do what is wanted and nothing else?"""
    environment = world.environment(rehearsed=True)
    idle: list[str] = []
    for action in candidate.actions:
        before = environment.state.digest()
        environment.call(action)
        if environment.state.digest() == before:
            idle.append(action.name)
    changes = environment.state.diff()
    done = [goal for goal in _final(candidate) if goal.outcome == "done"]
    expected = sum(len(world.domain.kinds[goal.kind].tools) for goal in done)
    votes = [Vote("correctness", not idle, f"{idle[0]} changes nothing" if idle else "")]
    if len(candidate.actions) > expected:
        votes.append(Vote("correctness", False, "there are more actions than the goals call for"))
    if bool(changes) != bool(done):
        votes.append(Vote("completeness", False, "the tables change without a goal for it, or the other way round"))
    missing = [goal.kind for goal in done if not _came_true(world, environment.state, candidate, goal)]
    votes.append(Vote("completeness", not missing, f"{missing[0]} did not come true" if missing else ""))
    return votes


def review_words(world: World, candidate: Blueprint, context: Context) -> list[Vote]:
    """Judge from the instruction: does it say everything the user must know, and nothing they cannot?"""
    text = normalise(candidate.instruction)
    unsaid = [
        f"{goal.kind}.{slot}"
        for goal in _all(candidate)
        for slot, said in goal.said.items()
        if said.value is None and normalise(second_person(said.text)) not in text
    ]
    unsaid += [fact for fact, value in candidate.facts.items() if not _says(candidate.instruction, text, value)]
    internal = [name for name in world.domain.tools if "_" in name and name in text]
    trivial = is_trivial(world.domain, candidate.goals)
    return [
        Vote("completeness", not unsaid, f"the instruction does not say {unsaid[0]}" if unsaid else ""),
        Vote("correctness", not internal, f"the instruction names the tool {internal[0]}" if internal else ""),
        Vote("creativity", not trivial, "a single question without any detail is trivial" if trivial else ""),
        Vote("satisfaction", None),
    ]


def review_answers(world: World, candidate: Blueprint, context: Context) -> list[Vote]:
    """Judge the expected outputs: is every question answered, every refusal given a reason, and is it no repeat?"""
    unanswered: list[str] = []
    for index, goal in enumerate(candidate.goals):
        outputs = [output for output in candidate.outputs if output.goal == index]
        for part in (goal, goal.fallback):
            if part is None or part.outcome == "withdrawn":
                continue
            told = [output for output in outputs if output.clauses == part.clauses]
            wanted = 1 if part.outcome == "refused" else len(world.domain.kinds[part.kind].tells)
            if len(told) < wanted:
                unanswered.append(part.kind)
    repeated = signature(candidate) in context.examples
    vacuous = [o for o in candidate.outputs if o.value is not None and not str(o.value.value)]
    return [
        Vote("satisfaction", not unanswered, f"{unanswered[0]}: an output is missing" if unanswered else ""),
        Vote("satisfaction", not vacuous, "an expected output is empty" if vacuous else ""),
        Vote("creativity", not repeated, "a recent blueprint asks for the same" if repeated else ""),
        Vote("correctness", _knowable(world, candidate), "an argument of an action can be known from nowhere"),
    ]


def _says(instruction: str, text: str, value: Value) -> bool:
    """Whether an instruction says a value, as it stands or in another form; reading a long text for forms is dear."""
    if normalise(str(value.value)) in text:
        return True
    return any(states(read(sentence), value) for sentence in (*instruction.split(". "), instruction))


SCRIPTED: tuple[Finder, ...] = (review_effects, review_words, review_answers)


def _final(candidate: Blueprint) -> list[Goal]:
    """The goals that were settled: a refused goal's fallback stands beside it."""
    return [part for goal in candidate.goals for part in (goal, goal.fallback) if part is not None]


_all = _final


def _came_true(world: World, state: State, candidate: Blueprint, goal: Goal) -> bool:
    """Whether a goal holds at the end; later goals about the same thing may rightly have overtaken it."""
    effect = world.domain.kinds[goal.kind].effect
    shared = [
        other
        for other in _final(candidate)
        if other is not goal and {str(v) for v in other.slots.values()} & {str(v) for v in goal.slots.values()}
    ]
    if effect is None or shared:
        return True
    return effect(world.environment().state, state, candidate.account, goal.slots)


def _knowable(world: World, candidate: Blueprint) -> bool:
    """Whether every string in the actions stands in the customer's slots, the tables or a closed list.

    What the slots hold already is most of it, so the tables are looked into only for what they do not hold.
    """
    environment = world.environment(rehearsed=True)
    known = {str(leaf) for goal in _final(candidate) for leaf in leaves(goal.slots)} | {candidate.account}
    pending: list[tuple[Environment, ToolCall]] = []
    for action in candidate.actions:
        pending.append((environment.fork(), action))
        unknown = set(_strings(world.domain, action)) - known
        if unknown:
            known.update(leaf for place, call in pending for leaf in _shown(world.domain, place, candidate, call))
            pending.clear()
        if not unknown <= known:
            return False
        environment.call(action)
    return True


def _strings(domain: Domain, action: ToolCall) -> Iterator[str]:
    """Yield the strings in a write's arguments that somebody has to know."""
    properties = domain.tools[action.name].parameters["properties"]
    for parameter, value in action.arguments.items():
        if not _closed(properties[parameter]) and parameter not in domain.safeguards[action.name].derived:
            yield from (leaf for leaf in leaves({"": value}) if leaf and isinstance(leaf, str))


def _shown(domain: Domain, environment: Environment, candidate: Blueprint, action: ToolCall) -> Iterator[str]:
    """Yield what the reads that a write needs have shown before it."""
    needs = domain.safeguards[action.name].needs
    for alternatives in needs(environment.state, candidate.account, action.arguments):
        yield from map(str, leaves(environment.call(alternatives[0]).value))


def _closed(schema: dict[str, Any]) -> bool:
    return "enum" in schema or "enum" in schema.get("items", {}) or schema.get("type") == "object"
