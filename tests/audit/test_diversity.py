"""Diversity figures, on three conversations that can be counted by hand."""

from dataclasses import replace as with_tables
from pathlib import Path
from typing import Any

import msgspec
import pytest

from apigen_mt.audit.diversity import Figures, Sample, flow, measure
from apigen_mt.registry import load_domain
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.messages import Act, Message, ToolCall
from apigen_mt.values.persona import Persona, Style
from apigen_mt.values.value import email

BIKES = load_domain(str(Path(__file__).parents[2] / "examples" / "bikes"))


def blueprint(*goals: Goal, **more: Any) -> Blueprint:
    """A blueprint as far as the figures look at it."""
    return Blueprint("bikes", "rdr_1", Persona("p", "somebody", Style()), {}, goals, "", (), (), **more)


def says(role: str, text: str, *acts: str) -> Message:
    """A message; acts as `name:about`."""
    made = tuple(Act(name, about=about) for name, _, about in (act.partition(":") for act in acts))
    return Message(role, text, acts=made)  # type: ignore[arg-type]


def calls(*names: str) -> list[Message]:
    """Calls, one a message, with their results."""
    return [m for n in names for m in (Message("assistant", calls=(ToolCall(n),)), Message("tool", "{}"))]


DONE = Goal("cancel", {"hire": "B-1"}, {}, outcome="done")
REFUSED = Goal("extend", {"hire": "B-1"}, {}, outcome="refused", clauses=("2.4",))
WITHDRAWN = Goal("cancel", {"hire": "B-2"}, {}, outcome="withdrawn", withdrawn=True)
ASKED = Goal("ask_due", {"hire": "B-1"}, {}, outcome="answered")

ONE = Sample(
    blueprint(DONE),
    (
        says("user", "hi", "request:cancel"),
        *calls("find_rider", "cancel_hire"),
        says("assistant", "done", "report:cancel"),
    ),
)
"""Two calls, one turn, one goal."""
TWO = Sample(
    blueprint(REFUSED, ASKED, wrong_facts={"email": email("a@b.example")}),
    (
        says("user", "hi", "request:extend"), *calls("find_rider"), says("assistant", "no match", "identity_failed"),
        says("user", "sorry", "identify"), *calls("show_hire"), says("assistant", "no", "refuse:2.4"),
        says("user", "when then?", "request:ask_due"), says("assistant", "monday", "report:ask_due"),
        says("user", "bye", "bye"), says("assistant", "bye", "farewell"),
    ),
)  # fmt: skip
"""Two calls, four turns, two goals; a refusal; a wrong fact that was corrected."""
THREE = Sample(
    blueprint(WITHDRAWN, ASKED, DONE, parts=("x", "y")),
    (says("user", "hello", "request:cancel"), *calls("find_rider", "show_hire", "list_hires", "show_hire", "cancel_hire"),
     says("assistant", "done", "report:cancel"), says("user", "bye", "bye"), says("assistant", "bye", "farewell")),
)  # fmt: skip
"""Five calls, two turns, three goals; one withdrawn; composed."""


@pytest.fixture(scope="module")
def figures() -> Figures:
    """The figures of the three."""
    return measure([ONE, TWO, THREE], [BIKES])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("conversations", 3),
        ("unique_flows", 1.0),
        ("unique_user_utterances", 5 / 7),  # hi, sorry, when then?, bye, hello of seven
        ("unique_longer_user_utterances", 0.0),  # there are none
        ("unique_agent_utterances", 5 / 7),  # done, no match, no, monday, bye of seven
        ("mean_tool_calls", 9 / 3),
        ("mean_user_turns", 7 / 3),
        ("mean_goals", 6 / 3),
        ("refused", 1 / 3),
        ("changes_of_mind", 2 / 3),
        ("composed", 1 / 3),
    ],
)
def test_figure(figures: Figures, name: str, value: float) -> None:
    assert getattr(figures, name) == pytest.approx(value)


def test_longer_utterances_are_counted_by_themselves() -> None:
    long = Sample(ONE.blueprint, (says("user", "please cancel my hire", "request:cancel"), *ONE.messages[1:]))
    assert measure([ONE, long, long], [BIKES]).unique_longer_user_utterances == 0.5


def test_what_no_conversation_uses_is_named(figures: Figures) -> None:
    assert set(figures.unused_tools) == {"bikes extend_hire", "bikes hand_over"}
    assert set(figures.unused_kinds) == {"bikes lost_property", "bikes discount"}
    assert set(figures.unused_clauses) == {"bikes 2.1", "bikes 2.2", "bikes 2.3", "bikes 2.5"}


def test_flow_is_what_happens_without_the_words() -> None:
    other_words = tuple(msgspec.structs.replace(m, content=m.content.upper()) for m in TWO.messages)
    assert flow(other_words) == flow(TWO.messages)
    assert flow(ONE.messages) == ("u:request:cancel", "call:find_rider", "call:cancel_hire", "a:report:cancel")


def test_same_flow_twice_counts_once() -> None:
    assert measure([ONE, ONE, THREE], [BIKES]).unique_flows == pytest.approx(2 / 3)


def test_same_flow_in_two_domains_counts_twice() -> None:
    elsewhere = Sample(msgspec.structs.replace(ONE.blueprint, domain="boats"), ONE.messages)
    assert measure([ONE, elsewhere], [BIKES, with_tables(BIKES, name="boats")]).unique_flows == 1.0


def test_wrong_fact_that_never_came_up_is_no_change_of_mind() -> None:
    """The customer would have got it wrong, but nobody asked."""
    silent = Sample(blueprint(DONE, wrong_facts={"email": email("a@b.example")}), ONE.messages)
    assert measure([silent], [BIKES]).changes_of_mind == 0.0


def test_fallback_counts_as_used() -> None:
    goal = msgspec.structs.replace(REFUSED, fallback=Goal("lost_property", {}, {}, outcome="done"))
    assert "bikes lost_property" not in measure([Sample(blueprint(goal), ONE.messages)], [BIKES]).unused_kinds


def test_request_that_is_handed_over_counts_as_one_that_no_tool_serves() -> None:
    handed = Sample(blueprint(Goal("lost_property", {}, {}, outcome="done")), ONE.messages)
    assert measure([handed], [BIKES]).refused == 1.0


def test_nothing_at_all_gives_noughts_and_no_division_by_them() -> None:
    empty = measure([], [BIKES])
    assert (empty.conversations, empty.unique_flows, empty.mean_tool_calls) == (0, 0.0, 0.0)
    assert len(empty.unused_tools) == len(BIKES.tools)


def test_one_pass_over_an_iterator_is_enough() -> None:
    assert measure(iter([ONE, TWO, THREE]), iter([BIKES])) == measure([ONE, TWO, THREE], [BIKES])
