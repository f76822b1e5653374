"""The page about training says what the code has."""

from tests.test_docs import names, table

from apigen_mt.training.curves import Point
from apigen_mt.training.estimate import estimate, size
from apigen_mt.training.examine import examine
from apigen_mt.training.families import FAMILIES, family
from apigen_mt.training.recipe import load_recipe, recipe_names

PAGE = "docs/training.md"


def test_templates_and_what_they_cannot_carry_are_told() -> None:
    told = {row[0].strip("`"): row[2] for row in table(PAGE, "Look at what is learned")}
    assert told == {
        name: ", ".join(ability for ability, lacking in examine(family(name)) if lacking) for name in FAMILIES
    }


def test_figures_of_the_recipes_are_those_of_the_estimate() -> None:
    told = table(PAGE, "What it takes")
    assert {row[0].strip("`") for row in told} <= set(recipe_names())
    for name, base, parameters, *cards in told:
        recipe = load_recipe(name.strip("`"))
        assert recipe.base.endswith(f"/{base}") and parameters == f"{size(recipe.architecture).total:,}"
        for count, cell in zip((1, 8, 32), cards, strict=True):
            found = estimate(recipe, count, "h200", 10**7, 0.06)
            assert cell == f"{recipe.on(count).method}, {found.memory:.0f} GB", (name, count)


def test_fields_of_the_curves_are_told() -> None:
    assert names("docs/formats.md", "Curves") == list(Point.__struct_fields__)
