"""What a refusal has to rest on is worked out by watching the rule, and is proved over drawn refusals of every desk."""

from collections.abc import Iterator
from random import Random

import pytest

from apigen_mt.phases.grounds import needs, ungrounded_refusal
from apigen_mt.registry import load_world
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import World
from apigen_mt.world.policy import Case

DESKS = ("retail", "airline", "banking")


def refused(world: World, number: int) -> Iterator[tuple[str, Case]]:
    """Clause and write, for wishes drawn over real rows that some rule forbids."""
    domain, rng, state = world.domain, Random(5), world.environment().state
    kinds = [kind for kind in domain.kinds.values() if kind.effect]
    for _ in range(number):
        account, kind = rng.choice(world.accounts), rng.choice(kinds)
        slots = kind.draw(state, account, rng)
        for call in kind.calls(state, account, slots) if slots is not None else ():
            if domain.tools[call.name].kind == "write":
                case = Case(state, call, account, ())
                yield from ((violation.clause.number, case) for violation in domain.policy.judge(case))


def demanded(world: World, case: Case, clause: str) -> list[ToolCall]:
    """The reads that are asked for one after the other until nothing is lacking."""
    made: list[ToolCall] = []
    while lacking := ungrounded_refusal(world.domain, [case], [clause], made):
        assert lacking not in made
        made.append(lacking)
    return made


@pytest.mark.parametrize("desk", DESKS)
def test_no_refusal_is_grounded_in_nothing_and_none_needs_more_than_the_write(desk: str) -> None:
    world = load_world(desk, 3, 60)
    counted = 0
    for clause, case in refused(world, 400):
        useful = [call for alternatives in needs(world.domain, case) for call in alternatives]
        wanted = demanded(world, case, clause)
        counted += bool(useful)
        assert bool(wanted) == bool(useful)
        assert {call.name for call in wanted} <= {call.name for call in useful}
    assert counted > 20


def refusal(desk: str, clause: str) -> tuple[World, Case]:
    """A wish that one clause forbids."""
    world = load_world(desk, 3, 60)
    return world, next(case for number, case in refused(world, 4000) if number == clause)


@pytest.mark.parametrize(
    ("desk", "clause", "wanted"),
    [
        ("airline", "9.2", {"show_voucher"}),  # the voucher has expired, whatever it was meant to pay for
        ("airline", "7.1", {"list_party"}),  # a name in the party
        ("banking", "4.4", {"show_member"}),  # of the member's standing, whatever the card is like
        ("banking", "5.4", {"list_charges", "show_card"}),  # a date against the card's
    ],
)
def test_a_refusal_needs_what_shows_the_ground_of_its_clause(desk: str, clause: str, wanted: set[str]) -> None:
    world, case = refusal(desk, clause)
    assert {call.name for call in demanded(world, case, clause)} == wanted


def test_a_ground_that_no_read_shows_asks_for_every_read_of_the_write() -> None:
    """Whether a security word is right, no row tells: the check has to be made."""
    world, case = refusal("banking", "1.4")
    assert "check_security_word" in {call.name for call in demanded(world, case, "1.4")}
    assert len(demanded(world, case, "1.4")) == len(needs(world.domain, case))
