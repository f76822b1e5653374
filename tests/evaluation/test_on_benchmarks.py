"""Agents are tried on somebody's benchmark as on blueprints: their world and user, their reward, and our verdicts beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from apigen_mt.cli import main

pytest.importorskip("bfcl_eval", reason="bfcl-eval is not installed: see requirements/peers.txt")

AGENT = """
import json

def looks(messages, tools):
    with open({log!r}, "a") as log:
        said = sum(message["role"] == "user" for message in messages)
        print(json.dumps([said, sorted(tool["function"]["name"] for tool in tools)]), file=log)
    return "I can't help with that."
"""


def evaluated(out: Path, *arguments: str) -> dict[str, Any]:
    assert main(["evaluate", *arguments, "--out", str(out), "--quiet"]) == 0
    return json.loads((out / "result.json").read_text())


def rate(found: dict[str, Any], reward: str) -> float:
    return found[reward][0]["all_of_k"]["value"]


def test_an_agent_that_knows_the_truth_earns_all_and_one_that_does_nothing_earns_nothing(tmp_path: Path) -> None:
    for agent, earned in (("oracle", 1.0), ("do-nothing", 0.0)):
        found = evaluated(tmp_path / agent, "bfcl:multi_turn_base", "--agent", agent, "--limit", "12", "--trials", "2")
        assert (found["tasks"], rate(found, "plain"), rate(found, "strict")) == (12, earned, earned)
        assert found["user"] == "the benchmark's script"
        assert found["blame"] == ({} if earned else {"agent": 24})
    assert "outputs" in found["gates"] and "consent" not in found["gates"]


def test_a_function_is_offered_withheld_tools_in_their_turn(tmp_path: Path) -> None:
    file, log = tmp_path / "agent.py", tmp_path / "log.jsonl"
    file.write_text(AGENT.format(log=str(log)))
    agent = f"{file}:looks"
    found = evaluated(tmp_path / "out", "bfcl:multi_turn_miss_func", "--agent", agent, "--limit", "1", "--trials", "1")
    assert rate(found, "plain") == rate(found, "strict") == 0.0
    offered = {turn: set(names) for turn, names in map(json.loads, log.read_text().splitlines())}
    assert offered[1] < offered[max(offered)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("bfcl:multi_turn_bse", "--agent", "oracle"), "no benchmark 'bfcl:multi_turn_bse'"),
        (("bfcl:multi_turn_base", "--agent", "oracle", "--split", "train"), "no split 'train'"),
        (("bfcl:multi_turn_base", "--agent", "scripted"), "neither a built-in agent (do-nothing, oracle)"),
        (("bfcl:multi_turn_base", "--agent", "oracle", "--checkout", "."), "leave out the checkout"),
    ],
)
def test_what_cannot_be_evaluated_is_told(
    arguments: tuple[str, ...], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", *arguments, "--out", str(tmp_path / "out")]) == 2
    assert told in " ".join(capsys.readouterr().err.split())


def test_a_benchmark_is_looked_at_by_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["benchmark", "bfcl:multi_turn_miss_func", "--limit", "20", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["tasks"] == 20
    assert found["earned"]["oracle"]["theirs"] == 1.0
    assert found["earned"]["do-nothing"]["theirs"] == found["earned"]["do-nothing"]["ours"] == 0.0
    assert found["flaws"]["unchecked"]["tasks"] == 20
