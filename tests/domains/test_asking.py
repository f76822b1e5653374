"""More ways to ask: what a line of a domain's file becomes, and that it adds words and nothing else."""

import sys
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest

from apigen_mt.domains.asking import asked_for
from apigen_mt.language.grammar import Phrases
from apigen_mt.registry import load_domain
from apigen_mt.values.persona import Register
from apigen_mt.world.domain import GoalKind

DOMAINS = ("retail", "airline", "banking")
REGISTERS: tuple[Register, ...] = ("terse", "plain", "chatty")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a package that can be imported."""
    folder = tmp_path / "desk_of_words"
    folder.mkdir()
    (folder / "__init__.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, folder.name, raising=False)
    return folder


def asked(package: Path, text: str) -> Phrases:
    (package / "asked.txt").write_text(text, "utf-8")
    request, none = Phrases("stop it\nstop {what}"), Phrases("")
    stop = GoalKind("stop", (), (), lambda *_: None, lambda *_: [], lambda *_: {}, request, none, none)
    return asked_for({"stop": stop}, package.name)["stop"].request


def test_line_says_what_is_given_or_else_what_stands_in_its_place(package: Path) -> None:
    request = asked(package, "@thing it|this\n\nstop\nask will you end ({what}/<thing>)\n")
    plain = " ".join(str(request.realise(Random(seed), {}, "terse", every=True)) for seed in range(200)).lower()
    assert "will you end it" in plain
    assert "will you end this" in plain
    named = [str(request.realise(Random(seed), {"what": "X1"}, "terse", every=True)) for seed in range(200)]
    assert all("X1" in text for text in named)
    assert any("ill you end X1" in text for text in named)


def test_values_that_no_request_gave_are_not_given_now(package: Path) -> None:
    request = asked(package, "stop\nask will you end ({what}/it)( on {day}/)\n")
    assert len(request.lines) > 2
    assert {line.fields for line in request.lines} == {frozenset(), frozenset({"what"})}


def test_kind_that_there_is_not_is_named(package: Path) -> None:
    with pytest.raises(ValueError, match="no goal kind 'halt'"):
        asked(package, "halt\nask will you end it\n")


@pytest.mark.parametrize("name", DOMAINS)
def test_every_goal_kind_can_be_asked_for_in_more_ways(name: str) -> None:
    blocks = (files(f"apigen_mt.domains.{name}") / "asked.txt").read_text("utf-8").split("\n\n")
    kinds = [block.strip().splitlines()[0] for block in blocks if block[0] != "@"]
    assert set(kinds) == set(load_domain(name).kinds)
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("name", DOMAINS)
def test_requests_hold_each_value_once_and_nothing_of_the_templates(name: str) -> None:
    rng = Random(1)
    for kind in load_domain(name).kinds.values():
        for register in REGISTERS:
            for fields in sorted(
                {tuple(sorted(line.fields)) for line in kind.request.lines if register in line.registers}
            ):
                given = {field: f"X{place}Z" for place, field in enumerate(fields)}
                for _ in range(4):
                    text = str(kind.request.realise(rng, given, register, every=True))
                    assert all(text.count(value) == 1 for value in given.values()), (kind.name, text)
                    assert not set("{}[]|<") & set(text), (kind.name, text)
