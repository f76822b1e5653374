"""What holds of every domain: a policy that is enforced, tools and wishes that are used, and nothing of anybody's benchmark."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apigen_mt.errors import ToolBug
from apigen_mt.phases.domain_check import check_domain
from apigen_mt.phases.verify import BLAME
from apigen_mt.registry import load_domain, load_world
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import Domain, World
from apigen_mt.world.graph import infer_graph
from apigen_mt.world.policy import Case, Clause

ROOT = Path(__file__).parents[2]
DOMAINS = (str(ROOT / "examples" / "bikes"), "retail", "airline", "banking")
CUSTOMERS = 150
PUBLISHED = ROOT.parent / "shared" / "data" / "tau-bench" / "retail"
BY_REASON = frozenset(("reason", "outputs"))
"""A clause whose requests are always declined is enforced by the outputs: the refusal has to say why."""


@pytest.fixture(params=DOMAINS, ids=lambda name: Path(name).name)
def domain(request: pytest.FixtureRequest) -> Domain:
    """Each domain in turn."""
    return load_domain(request.param)


@pytest.fixture(params=DOMAINS, ids=lambda name: Path(name).name)
def world(request: pytest.FixtureRequest) -> World:
    """Each domain over tables of `CUSTOMERS` customers."""
    return load_world(request.param, 1, CUSTOMERS)


class Drawn(NamedTuple):
    """What the wishes of all customers run into."""

    legal: Counter[str]
    """Goal kind -> wishes that no rule forbids."""
    refused: Counter[str]
    broken: Counter[str]
    """Clause -> wishes that it forbids."""
    kept: Counter[str]
    """Clause -> legal wishes that it was asked about."""
    tools: frozenset[str]
    """Tools that fulfil legal wishes."""


@cache
def drawn(world: World) -> Drawn:
    """Let every customer wish for everything once."""
    legal: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    tools: set[str] = set()
    for kind, writes, calls, clauses in _wishes(world):
        broken.update(clauses)
        (refused if clauses else legal)[kind] += 1
        if not clauses:
            kept.update(chain.from_iterable(world.domain.policy.applying(call.name) for call in writes))
            tools.update(call.name for call in calls)
    return Drawn(legal, refused, broken, kept, frozenset(tools))


def _wishes(world: World) -> Iterator[tuple[str, list[ToolCall], list[ToolCall], set[str]]]:
    rng, domain = Random("wishes"), world.domain
    for account in world.accounts:
        state = world.environment().state
        for kind in domain.kinds.values():
            slots = kind.draw(state, account, rng)
            if slots is None:
                continue
            calls = kind.calls(state, account, slots)
            writes = [call for call in calls if domain.tools[call.name].kind == "write"]
            clauses = {v.clause.number for call in writes for v in domain.policy.judge(Case(state, call, account, ()))}
            yield kind.name, writes, calls, clauses | ({kind.declined_by} if kind.declined_by else set())


# ---- clauses --------------------------------------------------------------------------------------------------------


def enforcement(clause: Clause) -> list[str]:
    """What a clause says of its own enforcement."""
    return [name for name in ("rule", "judged_by", "unchecked") if getattr(clause, name)]


def test_each_clause_has_a_rule_or_a_named_verdict_or_a_stated_reason(domain: Domain) -> None:
    assert {
        number: enforcement(clause) for number, clause in domain.policy.clauses.items() if len(enforcement(clause)) != 1
    } == {}


def test_each_named_verdict_is_one_that_the_verifier_gives(domain: Domain) -> None:
    named = {clause.judged_by for clause in domain.policy.clauses.values() if clause.judged_by}
    assert named <= BLAME.keys() | BY_REASON


def test_each_reason_why_code_cannot_decide_is_a_sentence(domain: Domain) -> None:
    reasons = [clause.unchecked for clause in domain.policy.clauses.values() if clause.unchecked]
    assert all(len(reason.split()) >= 4 for reason in reasons)


def test_most_clauses_can_be_checked(domain: Domain) -> None:
    clauses = domain.policy.clauses.values()
    assert sum(bool(clause.unchecked) for clause in clauses) <= 0.2 * len(clauses)


def test_each_rule_is_about_a_write_tool(domain: Domain) -> None:
    named = {tool for clause in domain.policy.clauses.values() if clause.rule for tool in clause.rule.tools}
    assert {tool for tool in named if domain.tools[tool].kind != "write"} == set()


def test_each_ground_of_refusal_can_be_told(domain: Domain) -> None:
    """Wherever a request may be refused there are words for it, and a request that is always declined has its clause."""
    told = {clause.number for clause in domain.policy.clauses.values() if clause.grounds}
    assert told == set(domain.refusals)
    assert {kind.declined_by for kind in domain.kinds.values() if kind.declined_by} <= told


def test_policy_text_holds_every_clause_under_its_number(domain: Domain) -> None:
    for number, clause in domain.policy.clauses.items():
        assert f"{number} {clause.text}" in domain.policy.text


def test_policy_tells_todays_date(domain: Domain) -> None:
    year, month, day = (int(part) for part in domain.today.split("-"))
    assert re.search(rf"{domain.today}|\b{day} \w+ {year}|\w+ {day}, {year}", domain.policy.preamble), month


# ---- wishes, tools, rules -------------------------------------------------------------------------------------------


def test_each_rule_is_broken_by_drawn_wishes(world: World) -> None:
    rules = [number for number, clause in world.domain.policy.clauses.items() if clause.rule]
    assert [number for number in rules if not drawn(world).broken[number]] == []


def test_each_rule_is_kept_by_drawn_wishes(world: World) -> None:
    rules = [number for number, clause in world.domain.policy.clauses.items() if clause.rule]
    assert [number for number in rules if not drawn(world).kept[number]] == []


def test_each_goal_kind_is_wished_for_and_granted_unless_it_is_always_declined(world: World) -> None:
    granted = [name for name, kind in world.domain.kinds.items() if not kind.declined_by]
    assert [name for name in granted if not drawn(world).legal[name]] == []
    declined = [name for name, kind in world.domain.kinds.items() if kind.declined_by]
    assert [name for name in declined if not drawn(world).refused[name]] == []


def test_each_tool_is_of_use(world: World) -> None:
    """It fulfils a wish, identifies somebody, lists what can be meant, or is what a write rests on."""
    domain = world.domain
    state, account = world.environment().state, world.accounts[0]
    used = set(drawn(world).tools) | {way.tool for way in domain.identifications}
    known: Any = Known()
    used |= {entity.finder(account, known).name for entity in domain.entities.values()}
    for _, writes, _, _ in _wishes(world):
        for call in writes:
            used |= _rests_on(domain, state, account, call)
    assert set(domain.tools) - used == set()


class Known(dict[str, Any]):
    """Any slot, whatever it is."""

    def __missing__(self, slot: str) -> str:
        return slot


def _rests_on(domain: Domain, state: Any, account: str, call: ToolCall) -> set[str]:
    needs = domain.safeguards[call.name].needs(state, account, call.arguments)
    return {read.name for alternatives in needs for read in alternatives}


def test_each_tool_can_be_reached_by_a_walk_over_the_graph(world: World) -> None:
    graph = infer_graph(world)
    assert set(world.domain.tools) - graph.reachable() == set()


def test_each_goal_kind_is_where_some_walk_ends(world: World) -> None:
    ends = {kind for kinds in infer_graph(world).goals.values() for kind in kinds}
    assert {name for name, kind in world.domain.kinds.items() if kind.tools} == ends


def test_each_write_has_its_safeguard_and_no_read_has_one(domain: Domain) -> None:
    assert set(domain.safeguards) == {name for name, tool in domain.tools.items() if tool.kind == "write"}


def test_domain_check_finds_nothing(world: World) -> None:
    assert dict(check_domain(world, CUSTOMERS)) == {}


def test_built_in_domains_are_rich_enough() -> None:
    """Together at least 20 reads and 18 writes."""
    kinds = Counter(tool.kind for name in DOMAINS[1:] for tool in load_domain(name).tools.values())
    assert kinds["read"] >= 20 and kinds["write"] >= 18


# ---- tools never break down -----------------------------------------------------------------------------------------

_ODD = [
    "",
    " ",
    "0",
    "-1",
    "x",
    "9999-12-31",
    "0001-01-01",
    "2026-02-30",
    "20260604",
    "25:00",
    "a@b",
    "\u2028",
    "é" * 40,
]


@cache
def strings_of(world: World) -> dict[str, list[str]]:
    """Field -> the values it has somewhere in the tables; "" for all of them."""
    found: dict[str, set[str]] = {"": set()}

    def collect(field: str, value: Any) -> None:
        if isinstance(value, str):
            found.setdefault(field, set()).add(value)
            found[""].add(value)
        elif isinstance(value, dict):
            for name, inner in value.items():
                collect(name, inner)
        elif isinstance(value, list):
            for inner in value:
                collect(field, inner)

    for rows in world.tables.rows.values():
        for row in rows.values():
            collect("", dict(row))
    return {field: sorted(values) for field, values in found.items()}


def fitting(world: World, name: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that fit a schema, likely and unlikely ones."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "anyOf" in schema:
        return st.one_of([fitting(world, name, option) for option in schema["anyOf"]])
    texts = strings_of(world)
    match schema.get("type"):
        case "integer":
            return st.integers(-(10**3), 10**4) | st.sampled_from([10**9, -(10**9), 10**18])
        case "number":
            return st.floats(-1e6, 1e6) | st.integers(-100, 10**5) | st.sampled_from([1e18, -1e18])
        case "boolean":
            return st.booleans()
        case "array":
            likely = texts.get(name) or texts.get(name.removesuffix("s")) or texts[""]
            return st.lists(st.sampled_from(likely) | fitting(world, name, schema["items"]), max_size=3)
        case "null":
            return st.none()
        case _:
            likely = st.sampled_from(texts.get(name) or texts[""])
            return st.one_of(likely, likely, likely, st.sampled_from(_ODD), st.sampled_from(texts[""]))


@pytest.mark.parametrize("name", DOMAINS, ids=lambda name: Path(name).name)
@given(data=st.data())
@settings(max_examples=3000, suppress_health_check=list(HealthCheck))
def test_no_tool_breaks_down_on_arguments_that_fit_its_schema(name: str, data: st.DataObject) -> None:
    """It answers, or says to the agent what is wrong; anything else would stop a run. So do rules and safeguards."""
    world = load_world(name, 1, 20)
    domain, environment = world.domain, world.environment()
    for tool in data.draw(st.lists(st.sampled_from(sorted(domain.tools)), min_size=1, max_size=6)):
        properties = domain.tools[tool].parameters["properties"]
        arguments = {p: data.draw(fitting(world, p, schema)) for p, schema in properties.items()}
        call = ToolCall(tool, arguments)
        before = environment.state.digest()
        domain.owner(environment.state, call)
        if domain.tools[tool].kind == "write" and not environment.fork().call(call).error:
            safeguard = domain.safeguards[tool]
            domain.policy.judge(Case(environment.state, call, world.accounts[0], ()))
            safeguard.needs(environment.state, world.accounts[0], arguments)
            if safeguard.consent is not None:
                safeguard.consent(environment.state, arguments)
        try:
            result = environment.call(call)
        except ToolBug as bug:
            pytest.fail(str(bug))
        if result.error or domain.tools[tool].kind == "read":
            assert environment.state.digest() == before


# ---- nothing of a published benchmark -------------------------------------------------------------------------------

published = pytest.mark.skipif(
    not PUBLISHED.is_dir(), reason=f"the published benchmark's data are not here: {PUBLISHED} (see the data's README)"
)


def grams(text: str, length: int = 13) -> set[tuple[str, ...]]:
    """All runs of 13 words."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def identifiers(value: Any) -> Iterator[str]:
    """Everything in JSON-like data that names one thing: strings and keys with a digit in them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from identifiers(key)
            yield from identifiers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from identifiers(inner)
    elif (
        isinstance(value, str)
        and re.search(r"[A-Za-z#_-]", value)
        and re.search(r"\d", value)
        and "T" not in value[9:11]
    ):
        yield value


@published
@pytest.mark.parametrize("name", DOMAINS[1:])
def test_nothing_is_shared_with_a_published_benchmark(name: str) -> None:
    """Its test sets stay clean: other tools, other parameters, other sentences, other people and things."""
    world = load_world(name, 1, 500)
    theirs = [tool["function"] for tool in json.loads((PUBLISHED / "tools.json").read_text())]
    tools = world.domain.tools
    assert tools.keys() & {tool["name"] for tool in theirs} == set()
    parameters = {frozenset(tool["parameters"]["properties"]) for tool in theirs if tool["parameters"]["properties"]}
    assert {name for name, tool in tools.items() if frozenset(tool.parameters["properties"]) in parameters} == set()
    assert grams(world.domain.policy.text) & grams((PUBLISHED / "policy.md").read_text()) == set()
    database = json.loads((PUBLISHED / "db.json").read_text())
    ours = {
        name for rows in world.tables.rows.values() for name in identifiers({k: dict(row) for k, row in rows.items()})
    }
    dates = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}:\d\d|\d+ (?:cm|litre|ml|kg|piece)s?")
    assert {name for name in ours & set(identifiers(database)) if not dates.fullmatch(name)} == set()
    people = {f"{user['name']['first_name']} {user['name']['last_name']}" for user in database["users"].values()}
    assert people & {str(row.get("name")) for row in world.tables.rows[world.domain.accounts].values()} == set()
