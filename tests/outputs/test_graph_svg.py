"""The drawing of an API graph: complete, self-contained, and told in words too."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from apigen_mt.outputs.graph_svg import draw_graph, graph_json
from apigen_mt.registry import load_world
from apigen_mt.world.graph import START, Edge, Graph, infer_graph

BIKES = load_world(str(Path(__file__).parents[2] / "examples" / "bikes"), 0, 100)
GRAPH = infer_graph(BIKES)
USED = {"bikes:tool:list_hires": 1200, "bikes:pair:list_hires>show_hire": 7, "retail:tool:show_hire": 9}
SVG = "{http://www.w3.org/2000/svg}"


def drawn(used: dict[str, int] | None = None, graph: Graph = GRAPH) -> ElementTree.Element:
    return ElementTree.fromstring(draw_graph(BIKES.domain, graph, used))


def titles(picture: ElementTree.Element, kind: str) -> list[str]:
    """What a pointer over the groups of a class shows."""
    groups = [group for group in picture.iter(f"{SVG}g") if kind in group.get("class", "").split()]
    return [title.text or "" for group in groups for title in group.iter(f"{SVG}title")]


def boxes(picture: ElementTree.Element) -> dict[str, tuple[float, float, float, float]]:
    """Tool -> left, top, right, bottom."""
    found: dict[str, tuple[float, float, float, float]] = {}
    for group in picture.iter(f"{SVG}g"):
        names = [text.text or "" for text in group.iter(f"{SVG}text") if text.get("class") == "name"]
        for rect in (rect for rect in group.iter(f"{SVG}rect") if names and rect.get("class") == "box"):
            x, y, width, height = (float(rect.get(side, 0)) for side in ("x", "y", "width", "height"))
            found[names[0]] = (x, y, x + width, y + height)
    return found


def test_every_tool_and_the_customer_have_a_box() -> None:
    """Also tools that nothing feeds."""
    assert set(boxes(drawn())) == {"customer", *BIKES.domain.tools}
    assert set(boxes(drawn(graph=Graph({}, {})))) == {"customer", *BIKES.domain.tools}


def test_every_pair_has_one_line_with_all_its_parameters() -> None:
    """Several edges between two tools are drawn as one."""
    edges = dict(GRAPH.edges) | {Edge("list_hires", "extend_hire", "days"): 1}
    shown = titles(drawn(graph=Graph(edges, GRAPH.goals)), "link")
    assert len(shown) == len({(edge.source, edge.target) for edge in edges})
    assert "list_hires → extend_hire: days, hire" in shown


def test_boxes_neither_overlap_nor_leave_the_page() -> None:
    """Whatever the layout does."""
    picture = drawn(USED)
    _, _, width, height = map(float, picture.get("viewBox", "").split())
    places = list(boxes(picture).values())
    for index, (left, top, right, bottom) in enumerate(places):
        assert left >= 0 <= top and right <= width and bottom <= height
        for l2, t2, r2, b2 in places[index + 1 :]:
            assert right < l2 or r2 < left or bottom < t2 or b2 < top


def test_layers_run_from_the_customer_over_reads_to_writes() -> None:
    """Identification first, then look-ups, then what changes data."""
    left = {tool: box[0] for tool, box in boxes(drawn()).items()}
    chain = ["customer", "find_rider", "list_hires", "show_hire", "cancel_hire"]
    assert [left[tool] for tool in chain] == sorted({left[tool] for tool in chain})
    assert left["cancel_hire"] == left["extend_hire"] == left["hand_over"]


def test_coverage_is_shown_where_it_is_given() -> None:
    """Counts under the names, unused tools marked; cells of other domains do not count."""
    text = " ".join(drawn(USED).itertext())
    assert "calls: 1,200" in text
    assert "used so far: 1 of 6 tools" in text
    assert "list_hires → show_hire: hire (followed 7 times)" in text
    assert len(titles(drawn(USED), "unused")) == 5
    assert titles(drawn(), "unused") == []


def test_the_drawing_is_told_in_words() -> None:
    """A title and a description that names every link."""
    picture = drawn()
    names = {element.get("id"): element.text or "" for element in picture}
    title, description = (names[which] for which in picture.get("aria-labelledby", "").split())
    assert picture.get("role") == "img"
    assert title == "API graph of bikes"
    assert all(edge.target in description for edge in GRAPH.edges)
    assert "the customer → find_rider: email" in description


def test_the_drawing_needs_nothing_but_itself() -> None:
    """No script, nothing to fetch."""
    text = draw_graph(BIKES.domain, GRAPH)
    assert "<script" not in text
    assert "url(" not in text
    assert "@import" not in text
    assert set(re.findall(r"https?://[^\"]+", text)) == {"http://www.w3.org/2000/svg"}
    assert set(re.findall(r'href="([^"]*)"', text)) == {"#icon-start", "#icon-read", "#icon-write"}


def test_the_drawing_is_repeatable() -> None:
    """Same graph, same bytes."""
    assert draw_graph(BIKES.domain, GRAPH, USED) == draw_graph(BIKES.domain, GRAPH, USED)


@pytest.mark.parametrize(
    "cycle",
    [
        {Edge("show_hire", "find_rider", "email"): 1, Edge("find_rider", "show_hire", "hire"): 1},
        {Edge("cancel_hire", "extend_hire", "hire"): 1, Edge("extend_hire", "cancel_hire", "hire"): 1},
        {Edge("cancel_hire", "list_hires", "rider"): 1, Edge(START, "cancel_hire", "hire"): 1},
    ],
)
def test_any_graph_can_be_drawn(cycle: dict[Edge, int]) -> None:
    """Cycles, links against the direction and between neighbours of one column."""
    picture = drawn(graph=Graph({**GRAPH.edges, **cycle}, GRAPH.goals))
    assert {tool for title in titles(picture, "link") for tool in title.split(":")[0].split(" → ")} >= {
        edge.target for edge in cycle
    }


def test_the_json_holds_every_edge() -> None:
    """For machines: format, edges with parameter and count, and where wishes end."""
    found = json.loads(graph_json(GRAPH))
    assert {
        Edge(edge["source"], edge["target"], edge["parameter"]): edge["count"] for edge in found["edges"]
    } == GRAPH.edges
    assert found["goals"]["extend_hire"] == ["extend"]
    assert found["format"] == 1
