"""Recipes and their estimates, without anything that computes."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from apigen_mt.cli import main
from apigen_mt.training.estimate import KINDS, estimate, size
from apigen_mt.training.recipe import load_recipe, recipe_names

Captured = pytest.CaptureFixture[str]
PUBLISHED = {
    "xlam-2-1b": 1_543_714_304,
    "xlam-2-3b": 3_085_938_688,
    "xlam-2-8b": 8_030_261_248,
    "xlam-2-32b": 32_763_876_352,
    "xlam-2-70b": 70_553_706_496,
}
"""Parameters of the bases, as their makers count them in the files."""


def test_parameters_are_the_published_ones() -> None:
    assert {name: size(load_recipe(name).architecture).total for name in PUBLISHED} == PUBLISHED


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("cards", [1, 8, 32])
def test_every_recipe_fits_one_node_of_the_papers_cards(name: str, cards: int) -> None:
    """APIGen-MT §5.1 trained on one node of H200."""
    found = estimate(load_recipe(name), cards, "h200", 25_000_000, 0.06)
    assert 0 < found.memory <= KINDS["h200"].memory
    assert found.tokens_per_second > 0 and found.steps == 143


def test_sharding_divides_what_is_held_and_nothing_else() -> None:
    recipe = load_recipe("xlam-2-8b")
    eight, more = (estimate(recipe, cards, "h200", 10**7, 0.06) for cards in (8, 32))
    assert eight.optimizer == pytest.approx(4 * more.optimizer) == pytest.approx(8e-9 * PUBLISHED["xlam-2-8b"] / 8)
    assert eight.activations == more.activations


@pytest.mark.parametrize("name", [name for name in recipe_names() if name in PUBLISHED])
def test_dry_run_estimates_without_loading(name: str, dataset: Path, capsys: Captured) -> None:
    assert main(["train", name, "--data", str(dataset), "--cards", "8", "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["parameters"] == PUBLISHED[name] and told["fits"] and told["data"]["conversations"] == 6
    assert 0.01 < told["data"]["learned"] < 0.2


def test_what_does_not_fit_is_bad_news(dataset: Path, capsys: Captured) -> None:
    arguments = ["train", "xlam-2-32b", "--data", str(dataset), "--card", "a100", "--dry-run"]
    assert main(arguments) == 1
    out, err = capsys.readouterr()
    assert "Qwen/Qwen2.5-32B-Instruct" in out and "do not fit on a card with 80 GB" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["xlam-2-9b", "--data", "DATA"], "there is no recipe 'xlam-2-9b'; there are "),
        (["xlam-2-1b", "--data", "DATA", "--cards", "5", "--dry-run"], "says nothing about 5 cards; it has 1, 8, 32"),
        (["xlam-2-1b", "--data", "DATA", "--card", "abacus", "--dry-run"], "no figures for the card 'abacus'"),
        (["xlam-2-1b", "--data", "DATA"], "add --out DIR, or --dry-run"),
        (["xlam-2-1b", "--data", "nowhere", "--dry-run"], "there is nothing at 'nowhere'"),
        (["wrong.toml", "--data", "DATA", "--dry-run"], "`learning_rat`"),
        (["odd.toml", "--data", "DATA", "--dry-run"], "has sequences = 0"),
        (["xlam-2-1b", "--data", "DATA", "--max-length", "0", "--dry-run"], "has max_length = 0"),
    ],
)
def test_what_a_person_can_mend_is_told(
    arguments: list[str], told: str, dataset: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ours = (files("apigen_mt.training") / "recipes" / "xlam-2-1b.toml").read_text("utf-8")
    Path("wrong.toml").write_text(ours.replace("\nlearning_rate", "\nlearning_rat"))
    Path("odd.toml").write_text(ours.replace("sequences = 32", "sequences = 0"))
    assert main(["train", *[str(dataset) if one == "DATA" else one for one in arguments]]) == 2
    assert told in capsys.readouterr().err
