"""Agents that are Python functions."""

from pathlib import Path

import pytest
from tests.evaluation.conftest import figures

from apigen_mt.cli import main

Captured = pytest.CaptureFixture[str]
IDLE = "return {'content': 'Is there anything else?'}"


def written(path: Path, body: str, head: str = "def answer(messages, tools):") -> str:
    """Write an agent; return what names it."""
    path.write_text(f"{head}\n    {body}\n")
    return f"{path}:answer"


def tried(capsys: Captured, tasks: Path, out: Path, agent: str, *more: str) -> dict[str, object]:
    return figures(capsys, "evaluate", tasks, "--trials", "1", "--limit", "3", "--agent", agent, "--out", out, *more)


def test_function_sees_policy_and_tools_and_its_calls_are_carried_out(
    held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    body = (
        "assert messages[0]['role'] == 'system' and len(messages[0]['content']) > 1000\n"
        "    names = [tool['function']['name'] for tool in tools]\n"
        "    if messages[-1]['role'] == 'tool':\n"
        "        return 'Is there anything else?'\n"
        "    return {'tool_calls': [{'function': {'name': names[0], 'arguments': {}}}]}"
    )
    found = tried(capsys, held_out, tmp_path / "out", written(tmp_path / "agent.py", body))
    assert found["calls"] == found["turns"] != 0
    assert found["notes"] == {}


def test_function_may_wait_and_answers_the_same(held_out: Path, tmp_path: Path, capsys: Captured) -> None:
    now = tried(capsys, held_out, tmp_path / "now", written(tmp_path / "one.py", IDLE))
    head = "import asyncio\nasync def answer(messages, tools):\n    await asyncio.sleep(0)"
    later = tried(capsys, held_out, tmp_path / "later", written(tmp_path / "two.py", IDLE, head))
    assert now["strict"] == later["strict"] and now["stops"] == later["stops"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("return messages[7]['x']", "agent.py:answer raised IndexError: list index out of range (agent.py, line 2)"),
        ("return 7", "agent.py:answer answered '7', which is no assistant message"),
        ("return {'tool_calls': [{'name': 'x'}]}", "which is no assistant message of the chat API"),
        ("return {'content': ''}", "the agent's answer is of no use: it was empty"),
    ],
)
def test_function_that_fails_fails_its_trials_and_is_told(
    body: str, told: str, held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    found = tried(capsys, held_out, tmp_path / "out", written(tmp_path / "agent.py", body))
    assert found["stops"] == {"agent_failed": 3} and found["blame"] == {"agent": 3}
    assert told in "".join(found["notes"])  # type: ignore[arg-type]


def test_function_is_not_asked_again_and_another_one_is_refused(
    held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    seen = tmp_path / "seen"
    body = (
        f"import pathlib\n    with pathlib.Path({str(seen)!r}).open('a') as file:\n        file.write('x')\n    {IDLE}"
    )
    agent = written(tmp_path / "agent.py", body)
    first = tried(capsys, held_out, tmp_path / "out", agent)
    times = len(seen.read_text())
    assert times > 3 and tried(capsys, held_out, tmp_path / "out", agent) == first
    written(tmp_path / "agent.py", body + "  # another")
    arguments = ["evaluate", str(held_out), "--trials", "1", "--limit", "3", "--agent", agent]
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 2
    assert "was made with agent = 'agent.py:answer " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("answer = 3", "has no function 'answer'"), ("def answer(:", "does not load: SyntaxError")],
)
def test_file_that_is_no_agent_is_told(
    content: str, sentence: str, held_out: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "agent.py"
    file.write_text(content)
    assert main(["evaluate", str(held_out), "--agent", f"{file}:answer", "--out", str(tmp_path / "out")]) == 2
    assert sentence in capsys.readouterr().err
