"""The API graph of the bicycle hire desk: edges that its tools really have, and walks that neglect nothing."""

import dataclasses
from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from apigen_mt.errors import UserError
from apigen_mt.registry import load_domain, load_world
from apigen_mt.world.domain import Domain
from apigen_mt.world.graph import START, Edge, Graph, infer_graph
from apigen_mt.world.policy import Clause, Policy, Rule

PLACE = str(Path(__file__).parents[2] / "examples" / "bikes")
BIKES = load_world(PLACE, 0, 100)
GRAPH = infer_graph(BIKES)
ENDS = sorted(GRAPH.goals)


def forbidding(*tools: str) -> Domain:
    """The hire desk with a clause that never allows some of its writes."""
    never = Clause("9.1", "Not now.", Rule(tools, lambda case: {}, (("not now",),)))
    domain = load_domain(PLACE)
    policy = Policy(domain.policy.preamble, (*domain.policy.sections, ("For now", (never,))))
    return dataclasses.replace(domain, policy=policy)


@pytest.mark.parametrize(
    "edge",
    [
        Edge(START, "find_rider", "email"),
        Edge("find_rider", "list_hires", "rider"),
        Edge("list_hires", "show_hire", "hire"),
        Edge("show_hire", "cancel_hire", "hire"),
        Edge("list_hires", "extend_hire", "hire"),
        Edge("find_rider", "hand_over", "rider"),
        Edge(START, "extend_hire", "days"),
    ],
    ids=lambda edge: f"{edge.source}-{edge.target}",
)
def test_what_feeds_what_is_found_by_execution(edge: Edge) -> None:
    """Nobody declares edges: running the tools shows them."""
    assert GRAPH.edges[edge] > 0


def test_nothing_but_the_customer_feeds_identification() -> None:
    """Policy puts it first, so no tool can have run before it."""
    assert {edge.source for edge in GRAPH.edges if edge.target == "find_rider"} == {START}


def test_choices_and_writes_feed_nothing() -> None:
    """A value from a closed list comes from nowhere, and a write ends a wish."""
    assert not [edge for edge in GRAPH.edges if edge.parameter == "topic"]
    assert {BIKES.domain.tools[edge.source].kind for edge in GRAPH.edges if edge.source != START} == {"read"}


def test_no_edge_leads_into_a_write_that_policy_never_allows() -> None:
    """Such a tool is no place to walk to."""
    graph = infer_graph(forbidding("cancel_hire").world(0, 100))
    assert "cancel_hire" not in {edge.target for edge in graph.edges}
    assert set(graph.goals) == set(GRAPH.goals) - {"cancel_hire"}


def test_a_domain_in_which_no_wish_can_come_true_is_refused() -> None:
    """A walk over its graph would never end."""
    domain = forbidding("cancel_hire", "extend_hire", "hand_over")
    kinds = {name: kind for name, kind in domain.kinds.items() if name != "ask_due"}
    with pytest.raises(UserError, match="no wish"):
        infer_graph(dataclasses.replace(domain, kinds=kinds).world(0, 100))


def test_inference_is_repeatable() -> None:
    """Same world, same seed, same graph."""
    assert infer_graph(BIKES, seed=3) == infer_graph(load_domain(PLACE).world(0, 100), seed=3)


def test_a_walk_follows_edges_from_start_to_a_tool_in_which_wishes_end() -> None:
    """No tool occurs twice, and every step is an edge."""
    rng = Random(0)
    for _ in range(300):
        path = [START, *GRAPH.walk(rng, ENDS, {})]
        assert path[-1] in GRAPH.goals
        assert len(set(path)) == len(path)
        assert all(step in GRAPH.successors(before) for before, step in pairwise(path))


def test_walks_reach_every_tool_in_which_wishes_end() -> None:
    """Nothing that customers want is left out."""
    rng = Random(0)
    assert {GRAPH.walk(rng, ENDS, {})[-1] for _ in range(300)} == set(GRAPH.goals)
    assert set(GRAPH.goals) <= GRAPH.reachable()


def walked(steer: bool) -> Counter[str]:
    """Where 600 walks end, each told of those before it or of nothing."""
    rng, used, ends = Random(1), Counter[str](), Counter[str]()
    for _ in range(600):
        path = GRAPH.walk(rng, ENDS, used if steer else {}, "bikes:")
        ends[path[-1]] += 1
        used.update(f"bikes:kind:{kind}" for kind in GRAPH.goals[path[-1]])
        used.update(f"bikes:pair:{one}>{other}" for one, other in zip([START, *path], path, strict=False))
    return ends


def test_steering_evens_out_where_walks_end() -> None:
    """What has been used less is preferred, so the rarest end comes closer to the commonest."""
    blind, steered = walked(steer=False), walked(steer=True)
    assert max(steered.values()) - min(steered.values()) < max(blind.values()) - min(blind.values())


def test_successors_are_sorted_and_without_the_tool_itself() -> None:
    """So that a walk's choices depend on the seed alone."""
    graph = Graph({Edge("b", "b", "x"): 1, Edge("b", "c", "x"): 1, Edge("b", "a", "y"): 2, Edge("b", "a", "x"): 1}, {})
    assert graph.successors("b") == ["a", "c"]
