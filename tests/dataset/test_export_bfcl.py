"""Our conversations in BFCL's layout: read as its own data are, they replay in our world; its own checker judges them alike."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from apigen_mt.adapters.bfcl import package
from apigen_mt.adapters.bfcl.documents import document, schema
from apigen_mt.dataset.rows import Row, messages_of
from apigen_mt.errors import UserError
from apigen_mt.exports.bfcl import Exported, api_class, export_bfcl, read_bfcl, read_tools
from apigen_mt.registry import domain_names, load_domain
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.replay import replay

BIKES = str(Path(__file__).parents[2] / "examples" / "bikes")
NAME = load_domain(BIKES).name
GIVEN = {NAME: BIKES}


@pytest.fixture(scope="module")
def folder(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is exported of the dataset."""
    out = tmp_path_factory.mktemp("export") / "bfcl"
    export_bfcl(dataset, out)
    return out


@pytest.fixture(scope="module")
def tasks(folder: Path) -> list[Exported]:
    """And read back."""
    return list(read_bfcl(folder, NAME, GIVEN))


def test_every_conversation_is_there_turn_by_turn(tasks: list[Exported], rows: list[Row]) -> None:
    assert len(tasks) == len(rows)
    for task, row in zip(tasks, rows, strict=True):
        messages = messages_of(row)
        assert list(task.turns) == [message.content for message in messages if message.role == "user"]
        wrong = {message.call_id for message in messages if message.error}
        calls = [call for message in messages for call in message.calls if call.id not in wrong]
        assert [ToolCall(call.name, call.arguments) for call in calls] == [call for turn in task.calls for call in turn]


def test_calls_that_are_read_back_lead_to_the_same_state(tasks: list[Exported]) -> None:
    """And some of them change something."""
    changed = 0
    for task in tasks:
        done = replay(task.world.environment(), [call for turn in task.calls for call in turn])
        assert done.failures == []
        assert done.state.digest() == task.digest
        changed += task.digest != task.world.environment().state.digest()
    assert changed > len(tasks) / 2


def test_tools_come_back_as_they_were(folder: Path) -> None:
    assert read_tools(folder, NAME) == load_domain(BIKES).specs


@pytest.mark.parametrize("name", domain_names())
def test_schemas_come_back_as_they_were(name: str) -> None:
    for tool in load_domain(name).tools.values():
        assert schema(document(tool.parameters)) == tool.parameters


def test_a_schema_without_a_single_type_becomes_any() -> None:
    either = {"anyOf": [{"type": "integer"}, {"type": "null"}], "description": "How many."}
    assert document(either) == {"type": "any", "description": "How many."}
    assert schema(document(either)) == {"description": "How many."}


def test_their_checker_judges_the_export(folder: Path, tasks: list[Exported], monkeypatch: pytest.MonkeyPatch) -> None:
    """Given the domain as one of its classes: it accepts the ground truth, and not what leaves out a call that matters."""
    pytest.importorskip("bfcl_eval", reason="bfcl-eval is not installed (pip install --no-deps bfcl-eval mpmath)")

    module = ModuleType("apigen_mt_exported")
    setattr(module, NAME, api_class(NAME, GIVEN))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(package.settings().CLASS_FILE_PATH_MAPPING, NAME, module.__name__)
    check = package.module(f"{package.CHECKER}.multi_turn_checker").multi_turn_checker
    file = package.QUESTIONS.format(f"multi_turn_{NAME}")
    answers = package.lines(folder / package.ANSWERS, file)
    left_out = 0
    for question, answer, task in list(zip(package.lines(folder, file), answers, tasks, strict=True))[:30]:
        truth = answer["ground_truth"]

        def accepts(made: list[list[list[str]]], name: str) -> bool:
            return check(made, truth, question, f"multi_turn_{NAME}", name)["valid"]  # noqa: B023

        assert accepts([[turn] if turn else [] for turn in truth], "whole")
        if task.digest == task.world.environment().state.digest():
            continue
        last = max(number for number, turn in enumerate(truth) if turn)
        short = [[turn[:-1]] if number == last else [turn] if turn else [] for number, turn in enumerate(truth)]
        assert not accepts(short, "short")
        left_out += 1
    assert left_out > 5


def test_mistakes_are_told(dataset: Path, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is there already"):
        export_bfcl(dataset, folder)
    with pytest.raises(UserError, match="is not in"):
        list(read_bfcl(tmp_path, NAME, GIVEN))
    with pytest.raises(UserError, match="--domain"):
        list(read_bfcl(folder, NAME, {}))
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot write"):
        export_bfcl(dataset, tmp_path / "file" / "out")
    answers = folder / "possible_answer" / f"BFCL_v4_multi_turn_{NAME}.json"
    whole = answers.read_bytes()
    answers.write_bytes(whole.replace(b"(", b"(open(", 1))
    with pytest.raises(UserError, match="is damaged"):
        list(read_bfcl(folder, NAME, GIVEN))
    answers.write_bytes(whole)
