"""Re-verification of our rows: clean data passes whole, and every kind of tampering is found and named."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from apigen_mt.dataset.parquet import Writer
from apigen_mt.dataset.report import Report
from apigen_mt.dataset.reverify import reverify
from apigen_mt.dataset.rows import Row, RowCall, RowMessage, blueprint_of, kinds_of, messages_of, row_id, text_of
from apigen_mt.errors import UserError
from apigen_mt.run.journal import Journal
from apigen_mt.values.trajectory import StopReason

Change = Callable[[Row], Row]


def write(path: Path, rows: list[Row]) -> Path:
    with Writer(path, Row) as writer:
        for row in rows:
            writer.add(row, 1)
    return path


def failures(report: Report) -> dict[str, str]:
    """Check -> first example, for the checks that failed."""
    return {check: count.examples[0] for check, count in report.checks.items() if count.failed}


@pytest.fixture
def judge(journal: Journal, rows: list[Row], tmp_path: Path) -> Callable[[Change], Report]:
    """Judge the dataset's first row with a write after a change to it, between two untouched ones."""

    def judged(change: Change) -> Report:
        chosen = next(row for row in rows if '"extend_hire"' in row.actions)
        others = [row for row in rows if row is not chosen]
        path = write(tmp_path / "rows.parquet", [others[0], change(chosen), others[1]])
        return reverify(path, 1, journal.settings.domains)

    return judged


def test_a_fresh_dataset_passes_every_check_on_every_row(journal: Journal, dataset: Path, rows: list[Row]) -> None:
    report = reverify(dataset, 1, journal.settings.domains)
    assert report.ok
    assert report.rows == len(rows)
    assert len(report.checks) > 20
    assert all((count.passed, count.not_run) == (len(rows), 0) for count in report.checks.values())
    assert "All rows passed all checks." in report.table()


def test_processes_make_no_difference(journal: Journal, rows: list[Row], tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(b"\n".join(msgspec.json.encode(row) for row in [*rows, *rows]))
    one, two = (reverify(tmp_path / "rows.jsonl", count, journal.settings.domains) for count in (1, 2))
    assert one == two
    assert one.checks["unique"].failed == len(rows)
    assert one.checks["unique"].examples[0] == f"rows.jsonl line {len(rows) + 1}: repeats rows.jsonl line 1"


def test_untouched_rows_pass_on_their_own(judge: Callable[[Change], Report]) -> None:
    assert judge(lambda row: row).ok


def replace(**fields: Any) -> Change:
    return lambda row: msgspec.structs.replace(row, **fields)


def in_messages(change: Callable[[RowMessage], RowMessage], role: str) -> Change:
    """Change the last message of a role, and make the row's id right again."""

    def changed(row: Row) -> Row:
        place = max(i for i, message in enumerate(row.messages) if message.role == role)
        messages = tuple(change(m) if i == place else m for i, m in enumerate(row.messages))
        return renamed(msgspec.structs.replace(row, messages=messages))

    return changed


def renamed(row: Row) -> Row:
    own = row_id(row.world_digest, blueprint_of(row).id, messages_of(row))
    return msgspec.structs.replace(row, id=own, blueprint_id=blueprint_of(row).id)


def other_call(row: Row) -> Row:
    """The write is made to another day."""
    messages: list[RowMessage] = []
    for message in row.messages:
        calls = [msgspec.json.decode(call.arguments) | {"days": 9} for call in message.tool_calls]
        made = tuple(
            RowCall(call.id, call.name, text_of(arguments)) if call.name == "extend_hire" else call
            for call, arguments in zip(message.tool_calls, calls, strict=True)
        )
        messages.append(msgspec.structs.replace(message, tool_calls=made))
    return renamed(msgspec.structs.replace(row, messages=tuple(messages)))


def without_write(row: Row) -> Row:
    """Ground truth and record both lack the write: consistent, and wrong."""
    return renamed(msgspec.structs.replace(row, actions="[]"))


def cut(row: Row) -> Row:
    last = max(i for i, message in enumerate(row.messages) if message.role == "tool")
    acts = msgspec.json.decode(row.acts)[: last + 1]
    messages = row.messages[: last + 1]
    turns = sum(message.role == "user" for message in messages)
    calls = sum(len(message.tool_calls) for message in messages)
    short = msgspec.structs.replace(row, messages=messages, acts=text_of(acts), user_turns=turns, tool_calls=calls)
    return renamed(short)


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (replace(format="apigen-mt.rows/0"), "format"),
        (replace(persona="{"), "format"),
        (replace(acts="[]"), "format"),
        (replace(tool_calls=99), "format"),
        (replace(kinds=()), "format"),
        (replace(id="0" * 16), "id"),
        (replace(blueprint_id="0" * 16), "id"),
        (replace(instruction="You want something else."), "id"),
        (replace(world_digest="0" * 64), "world"),
        (replace(world_seed=4), "world"),
        (replace(world_size=61), "world"),
        (replace(world_size=-1), "world"),
        (replace(domain="nowhere"), "world"),
        (replace(state_digest="0" * 64), "final state"),
        (replace(state_digest="0" * 64), "ground truth"),
        (replace(verdicts=()), "verdicts"),
        (replace(stop=StopReason.USER_GAVE_UP), "gate: ending"),
        (in_messages(lambda m: msgspec.structs.replace(m, content="{}"), "tool"), "results"),
        (in_messages(lambda m: msgspec.structs.replace(m, error=not m.error), "tool"), "results"),
        (in_messages(lambda m: msgspec.structs.replace(m, tool_call_id="call_77"), "tool"), "results"),
        (in_messages(lambda m: msgspec.structs.replace(m, content="Paid $77,777."), "assistant"), "gate: statements"),
        (in_messages(lambda m: msgspec.structs.replace(m, loss=False), "assistant"), "format"),
        (other_call, "final state"),
        (without_write, "gate: truth"),
        (cut, "last message"),
    ],
)
def test_tampering_is_found(judge: Callable[[Change], Report], change: Change, check: str) -> None:
    report = judge(change)
    assert not report.ok
    found = failures(report)
    assert check in found
    assert found[check].startswith("rows.parquet row 2: ")
    assert all(count.failed + count.not_run <= 1 for count in report.checks.values())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("outputs", [{"goal": 99, "value": {"kind": "money", "value": "much"}}]),
        ("outputs", [{"goal": 0, "clauses": ["77.7"]}]),
        ("actions", [{"name": "no_such_tool", "arguments": {"x": 1}}]),
        ("goals", [{"kind": "no such kind", "slots": {}, "said": {}}]),
        ("goals", []),
        ("account", "nobody"),
    ],
)
def test_a_blueprint_that_makes_no_sense_is_a_failure_of_its_row(
    judge: Callable[[Change], Report], field: str, value: Any
) -> None:
    def strange(row: Row) -> Row:
        rest = msgspec.json.decode(row.blueprint)
        if field in rest:
            row = msgspec.structs.replace(row, blueprint=text_of(rest | {field: value}))
        else:
            row = msgspec.structs.replace(row, **{field: text_of(value)})
        return renamed(msgspec.structs.replace(row, kinds=tuple(kinds_of(blueprint_of(row).goals))))

    report = judge(strange)
    assert "verdicts" in failures(report)
    assert report.checks["verdicts"].passed == 2


def test_a_repeated_row_is_found(journal: Journal, rows: list[Row], tmp_path: Path) -> None:
    report = reverify(write(tmp_path / "rows.parquet", [*rows[:3], rows[1]]), 1, journal.settings.domains)
    assert failures(report) == {"unique": "rows.parquet row 4: repeats rows.parquet row 2"}


def test_a_malformed_line_is_reported_with_its_number(journal: Journal, rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(msgspec.json.encode(rows[0]) + b"\n{broken\n" + msgspec.json.encode(rows[1]) + b"\n")
    report = reverify(path, 1, journal.settings.domains)
    assert failures(report)["format"].startswith("rows.jsonl line 2: not valid JSON")
    assert report.checks["results"].passed == 2


def test_a_path_that_a_dataset_names_is_never_loaded(dataset: Path, rows: list[Row], tmp_path: Path) -> None:
    shutil.copytree(dataset, tmp_path / "theirs")
    trap = tmp_path / "trap.py"
    trap.write_text(f"open({str(tmp_path / 'sprung')!r}, 'w')")
    (version,) = (tmp_path / "theirs" / "domains").iterdir()
    content = msgspec.json.decode(version.read_bytes()) | {"source": str(trap)}
    version.write_bytes(msgspec.json.encode(content))
    report = reverify(tmp_path / "theirs", 1)
    assert f"made from {str(trap)!r}" in failures(report)["world"]
    report = reverify(write(tmp_path / "rows.parquet", [replace(domain=str(trap))(rows[0])]), 1)
    assert "is installed" in failures(report)["world"]
    assert not (tmp_path / "sprung").exists()


def test_an_unknown_domain_fails_and_says_where_to_look(rows: list[Row], tmp_path: Path) -> None:
    report = reverify(write(tmp_path / "rows.parquet", rows[:2]), 1)
    assert "no domain 'bikes'" in failures(report)["world"]
    assert report.checks["gate: state"].not_run == 2
    assert not report.ok


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is nothing at"):
        reverify(tmp_path / "none")


def test_no_rows_prove_nothing() -> None:
    assert not Report("x").ok
    assert "nothing is proved" in Report("x").table()
