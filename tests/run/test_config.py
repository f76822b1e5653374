"""A wrong configuration is told in words that say where, what, and what instead."""

from pathlib import Path
from typing import Any

import pytest

from apigen_mt.errors import UserError
from apigen_mt.phases.item import Settings
from apigen_mt.run.config import Config, load_config


def write(directory: Path, text: str) -> Path:
    path = directory / "run.toml"
    path.write_text(text, "utf-8")
    return path


def test_flags_win_over_the_file_and_the_file_over_defaults(tmp_path: Path) -> None:
    file = write(tmp_path, 'domains = ["retail"]\nseed = 3\nsize = 50\nout = "there"\nn = 7\ncomposed = 1\n')
    config = load_config(file, {"seed": 4, "size": None, "workers": 2})
    assert config == Config(domains=("retail",), seed=4, size=50, out=Path("there"), n=7, workers=2, composed=1.0)


def test_settings_are_what_decides_bytes() -> None:
    config = load_config(None, {"domains": ("retail",), "out": Path("x"), "workers": 5, "n": 3, "style": "mixed"})
    assert config.settings == Settings(("retail",))
    assert type(config.settings) is Settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sead = 3", r"run.toml' has an unknown key 'sead'; did you mean 'seed'\?"),
        ("zzz = 3", r"unknown key 'zzz'\. Keys are domains, seed,"),
        ('seed = "three"', r"run.toml': seed = 'three': expected a whole number"),
        ("seed = -1", "seed = -1: expected 0 or more"),
        ("size = 1.5", "size = 1.5: expected a whole number"),
        ("composed = 1.2", "composed = 1.2: expected 0 to 1"),
        ('domains = "retail"', r"domains = 'retail': expected a list"),
        ('domains = ["retail", "retail"]', "a domain is named twice"),
        ('style = "mixd"', r"no such style; did you mean 'mixed'\?"),
        ("[behaviours]\nhesitate = 0.1", r"no such behaviour 'hesitate'; did you mean 'hesitates'\?"),
        ("[targets]\n'retail:hold_order' = 0", r"targets = .*expected 0.01 to 100"),
        ("[behaviours]\nhesitates = 1.5", "expected 0 to 1"),
        ("wishes = []", "expected array of length >= 1"),
        ("wishes = [0]", "expected int >= 1"),
        ("voices = -1", "expected 0 or more"),
        ("n = 0", "n = 0: expected 1 or more"),
        ("out = 5", "out = 5: expected a text"),
        ("seed = ", "not valid TOML"),
        ("seed = true", "seed = True: expected a whole number"),
    ],
)
def test_wrong_file_is_told(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=told):
        load_config(write(tmp_path, text), {"domains": None, "out": Path("x")})


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ({"n": -1}, "-n = -1: expected 1 or more"),
        ({"workers": 0}, "--workers = 0: expected 1 or more"),
        ({"domains": None}, "no domain given"),
        ({"out": None}, "no directory given; add --out DIR"),
    ],
)
def test_wrong_flags_are_told(flags: dict[str, Any], told: str) -> None:
    with pytest.raises(UserError, match=told):
        load_config(None, {"domains": ("retail",), "out": Path("x"), **flags})


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"cannot read the configuration .*No such file"):
        load_config(tmp_path / "none.toml", {})
