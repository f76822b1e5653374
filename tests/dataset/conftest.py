"""A real run over the example domain, made once, and the dataset written from it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.rows import Row
from apigen_mt.dataset.write import write_dataset
from apigen_mt.phases.item import Settings
from apigen_mt.pipeline import fold, make_block
from apigen_mt.registry import load_world
from apigen_mt.run.journal import Journal
from apigen_mt.run.origin import Origin
from apigen_mt.run.schedule import Job, run
from apigen_mt.run.workers import workers

BIKES = str(Path(__file__).parents[2] / "examples" / "bikes")
SETTINGS = Settings(domains=(BIKES,), seed=3, size=60)
ROWS = 120


@pytest.fixture(scope="session")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """The journal of a finished run of `ROWS` trajectories."""
    world = load_world(BIKES, SETTINGS.seed, SETTINGS.size)
    origin = Origin("generate", SETTINGS, {world.domain.name: world.digest})
    with Journal.resume(tmp_path_factory.mktemp("run"), origin, ROWS) as journal, workers(1) as pool:
        run(journal, pool, Job(make_block, "trajectory", fold), lambda _: None)
        yield journal


@pytest.fixture(scope="session")
def dataset(journal: Journal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset written from it; not to be changed."""
    return write_dataset(journal, tmp_path_factory.mktemp("dataset") / "made").directory


@pytest.fixture(scope="session")
def rows(dataset: Path) -> list[Row]:
    """Its rows."""
    return list(read_rows(dataset))


@pytest.fixture
def datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Hugging Face `datasets`, offline and with a cache of its own."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    module = pytest.importorskip("datasets")
    monkeypatch.setattr(module.config, "HF_DATASETS_CACHE", str(tmp_path / "cache"))
    module.disable_progress_bars()
    return module
