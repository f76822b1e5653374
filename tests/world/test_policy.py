"""Policies: clauses that people read, rules that decide, and the reason that a refusal has to give."""

import pytest

from apigen_mt.errors import UserError
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import name, number
from apigen_mt.world.policy import Case, Clause, Facts, Policy, Rule, gives_reason
from apigen_mt.world.tables import State, Tables

TABLES = Tables(
    {"cakes": {"c1": {"cake": "c1", "sort": "Plum", "slices": 4}, "c2": {"cake": "c2", "sort": "Nut", "slices": 0}}}
)


def gone(case: Case) -> Facts | None:
    row = case.state.row("cakes", case.call.arguments["cake"])
    return {"sort": name(row["sort"])} if row["slices"] == 0 else None


def too_many(case: Case) -> Facts | None:
    eaten = sum(call.name == "eat" for call in case.done)
    return {"eaten": number(eaten)} if eaten >= 2 else None


GONE = Clause(
    "1.1", "Only cake that is there can be eaten.", Rule(("eat", "pack"), gone, (("all gone", "nothing left"),))
)
GREEDY = Clause("1.2", "Two slices a guest at most.", Rule(("eat",), too_many, (("two slices",), ("a guest", "each"))))
CREDIT = Clause("2.1", "No credit.", judged_by="reason", reason=(("no Credit",),))
NICE = Clause("2.2", "Be nice.", unchecked="A matter of taste.")
POLICY = Policy("# Cakes", (("At the table", (GONE, GREEDY)), ("Otherwise", (CREDIT, NICE))))


def judged(tool: str, cake: str, *done: ToolCall) -> list[tuple[str, Facts]]:
    """Numbers and facts of the clauses that a call would break."""
    case = Case(State(TABLES), ToolCall(tool, {"cake": cake}), "guest", done)
    return [(violation.clause.number, violation.facts) for violation in POLICY.judge(case)]


def test_a_legal_call_breaks_nothing() -> None:
    """Rules that hold say nothing."""
    assert judged("eat", "c1") == []


def test_a_broken_clause_comes_with_its_facts() -> None:
    """A refusal may mention them."""
    assert judged("eat", "c2") == [("1.1", {"sort": name("Nut")})]


def test_every_broken_clause_is_found() -> None:
    """The first does not hide the second; what was done before counts."""
    slice_ = ToolCall("eat", {"cake": "c1"})
    assert [clause for clause, _ in judged("eat", "c2", slice_, slice_)] == ["1.1", "1.2"]


def test_a_rule_is_asked_about_its_own_tools_only() -> None:
    """Other tools are none of its business."""
    slice_ = ToolCall("eat", {"cake": "c1"})
    assert judged("pack", "c1", slice_, slice_) == []
    assert judged("look", "c2") == []
    assert POLICY.applying("pack") == ["1.1"]
    assert POLICY.applying("eat") == ["1.1", "1.2"]


def test_judging_changes_nothing() -> None:
    """A rule looks and does not touch."""
    state = State(TABLES)
    POLICY.judge(Case(state, ToolCall("eat", {"cake": "c2"}), "guest", ()))
    assert state.digest() == State(TABLES).digest()


def test_the_text_has_preamble_headings_and_every_numbered_clause() -> None:
    """What the agent reads is all that there is."""
    assert POLICY.text == (
        "# Cakes\n\n## At the table\n\n1.1 Only cake that is there can be eaten.\n1.2 Two slices a guest at most.\n\n"
        "## Otherwise\n\n2.1 No credit.\n2.2 Be nice.\n"
    )


def test_two_clauses_with_one_number_are_refused() -> None:
    """The second would otherwise hide the first."""
    policy = Policy("", (("One", (GONE,)), ("Two", (Clause("1.1", "Again.", judged_by="reads"),))))
    with pytest.raises(UserError, match=r"two clauses '1\.1'"):
        _ = policy.clauses


@pytest.mark.parametrize(
    ("text", "clauses", "given"),
    [
        ("I'm sorry, the nut cake is all gone.", [GONE], True),
        ("ALL  GONE!", [GONE], True),
        ("There is nothing left of it.", [GONE], True),
        ("I can't do that.", [GONE], False),
        ("Two slices is the most a guest gets.", [GREEDY], True),
        ("Two slices is the most.", [GREEDY], False),
        ("It's all gone.", [GREEDY, GONE], True),
        ("We give no credit.", [CREDIT], True),
        ("Be nice.", [NICE], False),
        ("Anything at all.", [], False),
    ],
)
def test_a_reason_needs_one_phrase_of_each_group(text: str, clauses: list[Clause], given: bool) -> None:
    """Case and blanks do not matter, any of the clauses will do, and a clause without phrases has no reason."""
    assert gives_reason(text, clauses) is given


def test_typographic_apostrophes_are_apostrophes() -> None:
    """In what is said and in what has to be said."""
    straight = Clause("9", "", judged_by="reason", reason=(("can't be undone",),))
    curly = Clause("9", "", judged_by="reason", reason=(("can\u2019t be undone",),))
    for text in ("It can't be undone.", "It can\u2019t be undone."):
        assert gives_reason(text, [straight])
        assert gives_reason(text, [curly])
