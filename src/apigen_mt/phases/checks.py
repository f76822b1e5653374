"""The checks of a candidate blueprint, cheap ones first (APIGen-MT §4.1.2, stage 1): format, execution, policy."""

from apigen_mt.phases.difference import difference
from apigen_mt.phases.ground_truth import order_matters, settle
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.domain import World
from apigen_mt.world.policy import Case
from apigen_mt.world.replay import replay

STAGES = ("format", "execution", "policy")
"""In the order in which `check` makes them."""


def check(world: World, candidate: Blueprint) -> tuple[Verdict, ...]:
    """Return the verdicts up to and including the first that fails."""
    verdicts: list[Verdict] = []
    for stage, judge in zip(STAGES, (_format, _execution, _policy), strict=True):
        reason = judge(world, candidate)
        verdicts.append(Verdict(stage, not reason, reason, "blueprint" if reason else None))
        if reason:
            break
    return tuple(verdicts)


def _format(world: World, candidate: Blueprint) -> str:
    """All parts are there and every action names a write tool and fits its schema."""
    if not candidate.instruction or not candidate.goals:
        return "the instruction or the goals are missing"
    if not candidate.actions and not candidate.outputs:
        return "nothing has to be done or told: an agent that does nothing would pass"
    for action in candidate.actions:
        tool = world.domain.tools.get(action.name)
        if tool is None or tool.kind != "write":
            return f"action {action.name!r} is not a write tool of the domain"
        if problems := tool.problems(action.arguments):
            return f"action {action.name}: {problems[0]}"
    return ""


def _execution(world: World, candidate: Blueprint) -> str:
    """The actions run on a fresh world, and the goals lead to exactly these actions, outputs and state."""
    settled = settle(world, candidate.account, candidate.goals)
    if settled.failures:
        return "; ".join(settled.failures)
    if settled.actions != candidate.actions or settled.outputs != candidate.outputs:
        return f"the goals lead to other actions or outputs than the candidate claims: {difference(world, candidate, settled)}"
    results, state = replay(world.environment(), candidate.actions)
    for action, result in zip(candidate.actions, results, strict=True):
        if result.error:
            return f"{action.name} fails: {result.content}"
    if state.digest() != settled.state.digest():
        return "replaying the actions alone leads to another state than carrying out the goals"
    if order_matters(world, candidate.account, candidate.goals):
        return (
            "the goals that open at the start lead elsewhere in another order, and nothing says which comes first: "
            'let all but the first of them open "later"'
        )
    return ""


def _policy(world: World, candidate: Blueprint) -> str:
    """No action breaks a rule in the state that the actions before it have made (interactions included)."""
    environment = world.environment(rehearsed=True)
    for position, action in enumerate(candidate.actions):
        case = Case(environment.state, action, candidate.account, candidate.actions[:position])
        for violation in world.domain.policy.judge(case):
            return f"{action.name} breaks clause {violation.clause.number}: {violation.clause.text}"
        if (owner := world.domain.owner(environment.state, action)) not in (None, candidate.account):
            return f"{action.name} touches the data of {owner}, not of the customer"
        environment.call(action)
    return ""
