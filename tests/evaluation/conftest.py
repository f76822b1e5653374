"""Held-out blueprints of the shop, made once, and a model's answers over real HTTP."""

import asyncio
import json
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.models.endpoint_server import Answering, Body, EndpointServer, answer

from apigen_mt.cli import main
from apigen_mt.evaluation.file import TrialFile
from apigen_mt.phases.chat import agent_side


@pytest.fixture(scope="session")
def held_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight blueprints of the shop, drawn with a seed of their own."""
    return made(tmp_path_factory.mktemp("held-out"), "--seed", "1000", "-n", "8")


def made(out: Path, *more: str, domain: str = "retail") -> Path:
    """Make blueprints."""
    assert main(["blueprints", domain, "--size", "60", "--workers", "1", "--quiet", "--out", str(out), *more]) == 0
    return out


def figures(capsys: pytest.CaptureFixture[str], *arguments: str | Path, code: int = 0) -> dict[str, Any]:
    """Run a command with --json and return what it prints."""
    capsys.readouterr()
    found = main([*map(str, arguments), "--json"])
    out, err = capsys.readouterr()
    assert found == code, err
    return json.loads(out)


@contextmanager
def serving(answering: Answering, latency: float = 0.0) -> Iterator[EndpointServer]:
    """Serve in a thread of its own, so that a command can be run beside it."""
    ready: Future[tuple[EndpointServer, asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def serve() -> None:
        over = asyncio.Event()
        async with EndpointServer(answering, latency) as server:
            ready.set_result((server, asyncio.get_running_loop(), over))
            await over.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    server, loop, over = ready.result(10)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(10)


class Book:
    """Answers as another agent did at the same point of the same conversation."""

    def __init__(self, directory: Path) -> None:
        self.lines: dict[str, Body] = {}
        with TrialFile.read(directory) as file:
            for _, trial in file.held():
                for position, message in enumerate(trial.messages):
                    if message.role == "assistant":
                        chat = next(iter(agent_side([message])))
                        known = self.lines.setdefault(_key(agent_side(trial.messages[:position])), chat)
                        assert known == chat, "two conversations begin alike and go on differently"

    def __call__(self, body: Body) -> Body:
        return answer(self.lines[_key(body["messages"][1:])])


def _key(messages: Any) -> str:
    return json.dumps(list(messages), sort_keys=True)
