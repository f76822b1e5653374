"""One small run, the viewer serving it, and a browser that forgives nothing."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import launch
from looking import plant_attempt
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from viewing import Viewer, generate, indexed, serving

from apigen_mt.models.recording import import_recording

expect.set_options(timeout=20_000)
RECORDED = Path(__file__).parents[2] / "examples" / "recorded"
NUMBER = 12
"""Accepted conversations of the run."""


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run of three domains; its item 9 has two attempts."""
    directory = tmp_path_factory.mktemp("viewed") / "run"
    wanted = ("retail", "airline", "banking", "-n", str(NUMBER), "--block", "4", "--out", str(directory))
    generate(*wanted)
    plant_attempt(directory, 9)
    generate(*wanted)  # the dataset follows the journal
    return directory


@pytest.fixture
def own_run(run: Path, tmp_path: Path) -> Path:
    """A copy of the run, to be changed."""
    return Path(shutil.copytree(run, tmp_path / "run", ignore=shutil.ignore_patterns("viewer.sqlite*")))


@pytest.fixture(scope="session")
def viewer(run: Path) -> Iterator[Viewer]:
    """A viewer of the finished run, which nobody reviews in."""
    with serving(run) as started:
        indexed(started)
        yield started


@pytest.fixture
def dataset(run: Path, tmp_path: Path) -> Path:
    """The run's dataset without its journal."""
    return Path(shutil.copytree(run, tmp_path / "dataset", ignore=shutil.ignore_patterns("*.sqlite*")))


@pytest.fixture(scope="module")
def dataset_viewer(run: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Viewer]:
    """A viewer of the run's dataset without its journal."""
    directory = tmp_path_factory.mktemp("dataset") / "dataset"
    shutil.copytree(run, directory, ignore=shutil.ignore_patterns("*.sqlite*"))
    with serving(directory) as started:
        indexed(started)
        yield started


@pytest.fixture(scope="module")
def recorded_viewer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Viewer]:
    """A viewer of a run in which models played every role."""
    directory = tmp_path_factory.mktemp("recorded") / "run"
    recording = RECORDED / "completions.jsonl"
    generate("--config", str(RECORDED / "run.toml"), "--replay", str(recording), "--out", str(directory))
    import_recording(recording, directory)
    with serving(directory) as started:
        indexed(started)
        yield started


@pytest.fixture(scope="session")
def reviewed_viewer(run: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Viewer]:
    """A viewer of another copy of the run, which also goes by the name desk.example."""
    directory = tmp_path_factory.mktemp("reviewed") / "run"
    shutil.copytree(run, directory, ignore=shutil.ignore_patterns("viewer.sqlite*"))
    with serving(directory, "--allow", "desk.example") as started:
        indexed(started)
        yield started


@pytest.fixture
def own_viewer(reviewed_viewer: Viewer) -> Viewer:
    """A viewer of a run that nobody has reviewed yet, and that may be reviewed."""
    for file in reviewed_viewer.directory.glob("reviews.sqlite*"):
        file.unlink()
    return reviewed_viewer


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, or a reason why these tests cannot run.

    For one module only: as long as it is there this thread has a running event loop, which other tests may not bear.
    """
    with sync_playwright() as started:
        found = launch(started)
        if found is None:
            pytest.skip("there is no Chromium: `make browser` installs it as root on Debian, or from Playwright")
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address; at the end nothing may have been complained of, nor asked of anybody else."""
    wrong: list[str] = []
    contexts: list[Any] = []

    def opened(url: str, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)

        def complain(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                wrong.append(f"console: {message.text}")

        def watch(request: Request) -> None:
            if not request.url.startswith(("http://127.0.0.1:", "file:", "data:")):
                wrong.append(f"asked {request.url}")

        page.on("console", complain)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("request", watch)
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
