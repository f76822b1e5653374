"""The floors of the package, and the few rules of the house that a machine can hold us to."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "apigen_mt"

FLOORS = (
    ("errors",),
    ("sqlite_file", "values"),
    ("language",),
    ("world",),
    ("domains", "models", "registry"),
    ("phases",),
    ("pipeline",),
    ("run",),
    ("adapters", "audit", "dataset", "outputs"),
    ("evaluation", "training"),
    ("exports", "viewer"),
    ("commands",),
    ("cli",),
    ("__init__", "__main__"),
)
"""From the bottom up. A module imports from its own part and from lower floors; parts of one floor stand side by side."""
APART = {"language": {"errors"}, "models": {"language", "world"}, "phases": {"domains", "registry", "sqlite_file"}}
"""What a part does not import although it stands lower: phases are handed their world."""
VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 500, 80


@cache
def modules() -> dict[str, ast.Module]:
    """Path within the package -> syntax tree, for every module."""
    found = sorted(SOURCE.rglob("*.py"))
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in found
    }


def part(module: str) -> str:
    """The part of the package that a module belongs to: its folder, or its own name."""
    return module.partition("/")[0].removesuffix(".py")


def imported(tree: ast.Module) -> set[str]:
    """The parts of this package that a module imports, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(f"{'.' * node.level or node.module}.{alias.name}" for alias in node.names)
    return {name.split(".")[1] for name in names if name.startswith(("apigen_mt.", "."))}


def nodes(*kinds: type[ast.AST], outside: tuple[str, ...] = ()) -> Iterator[tuple[str, ast.AST]]:
    """Module and node, for every node of some kinds, but for some parts or modules."""
    for module, tree in modules().items():
        if module not in outside and part(module) not in outside:
            yield from ((module, node) for node in ast.walk(tree) if isinstance(node, kinds))


def test_every_part_stands_on_a_floor() -> None:
    """A new part has to say where it belongs."""
    assert {part(module) for module in modules()} == {name for names in FLOORS for name in names}


def test_modules_import_only_from_their_own_part_and_from_lower_floors() -> None:
    """What is above can change without what is below."""
    height = {name: level for level, names in enumerate(FLOORS) for name in names}
    uses = [(module, part(module), other) for module, tree in modules().items() for other in imported(tree)]
    wrong = [
        f"{module} imports {other or 'relatively'}"
        for module, here, other in uses
        if here != other and (height.get(other, 99) >= height[here] or other in APART.get(here, ()))
    ]
    assert wrong == []


def test_only_the_command_line_prints() -> None:
    """Libraries are silent."""
    calls = nodes(ast.Call, outside=("cli", "commands"))
    assert [module for module, call in calls if getattr(call.func, "id", "") == "print"] == []  # type: ignore[attr-defined]


def test_only_the_configuration_reads_environment_variables() -> None:
    """What a run depends on stands in one place."""
    names = nodes(ast.Attribute, outside=("run/config.py",))
    wanted = ("environ", "environb", "getenv")
    assert [f"{module}:{node.lineno}" for module, node in names if node.attr in wanted] == []  # type: ignore[attr-defined]


def test_files_and_functions_can_be_taken_in() -> None:
    """Nothing is longer than a reader's breath."""
    files = {module: len((SOURCE / module).read_text(encoding="utf-8").splitlines()) for module in modules()}
    assert {module: length for module, length in files.items() if length > LONGEST_FILE} == {}
    functions = {
        f"{module}:{node.name}": node.end_lineno - node.lineno + 1  # type: ignore[attr-defined]
        for module, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in functions.items() if length > LONGEST_FUNCTION} == {}


def test_modules_are_named_after_what_they_hold() -> None:
    """A drawer for everything is a drawer for nothing."""
    assert [module for module in modules() if VAGUE & set(module.removesuffix(".py").split("/"))] == []
