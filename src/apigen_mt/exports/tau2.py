"""Blueprints as τ²-bench tasks: a folder for each world, and a Python module that registers them with τ²'s own runner.

    register.py                    registers every folder beside it; run in place of the command `tau2`
    <domain>/tasks.json            the tasks, each with its ground truth
    <domain>/split_tasks.json      `base`: what τ²'s code decides as we do; `judged`: what needs its judge as well
    <domain>/policy.md             the policy
    <domain>/world.json            which world of which domain the tools act on

τ² decides what was told by looking for a text in the agent's messages, in lower case and with the commas taken out of the
message. A text that everybody writes alike can be told so: an amount, a code, a name. A date, a time and a small number
cannot, and the reason of a refusal cannot either: these become assertions for τ²'s judge, a language model.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import Place, Task
from apigen_mt.language.surface import render_in_full
from apigen_mt.phases.brief import brief
from apigen_mt.registry import domain_names
from apigen_mt.values.blueprint import Blueprint, Output
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain

TASKS, SPLITS, POLICY, WORLD, REGISTER = "tasks.json", "split_tasks.json", "policy.md", "world.json", "register.py"
BASE, JUDGED = "base", "judged"
_PLAIN = frozenset(("code", "name", "text", "email"))
"""Kinds of values that everybody writes alike."""
_SHORTEST = 4
"""Characters: a shorter text stands in too many others."""
_CONDUCT = (
    "Say what you want in your own words and answer what you are asked. Make nothing up: what is not written here, you do "
    "not know. Agree to what you want when you are asked to confirm it, and leave once everything has been dealt with."
)
_MODULE = '''"""Registers the domains of this folder with τ²-bench: `python {file} run --domain {name} …` is `tau2 run …`."""

from pathlib import Path

from apigen_mt.exports.tau2_domain import register

register(Path(__file__).parent, {given!r})

if __name__ == "__main__":
    from tau2.cli import main

    main()
'''


class Setting(msgspec.Struct, frozen=True):
    """Which world a folder's tasks are about."""

    domain: str
    seed: int
    size: int
    digest: str


def write_tau2(tasks: Sequence[Task], out: Path) -> dict[str, int]:
    """Write tasks for τ²-bench and return how many each split has.

    Raises:
        UserError: when the files cannot be written.
    """
    worlds: dict[Place, list[Task]] = {}
    for task in tasks:
        worlds.setdefault(task.place, []).append(task)
    splits: dict[str, int] = {BASE: 0, JUDGED: 0}
    given = {place.world().domain.name: place.source for place in worlds if place.source not in domain_names()}
    try:
        for (place, some), name in zip(worlds.items(), _names(worlds), strict=True):
            for split, ids in _write_world(place, some, out / name).items():
                splits[split] += len(ids)
        first = next(iter(_names(worlds)), "")
        (out / REGISTER).write_text(_MODULE.format(file=REGISTER, name=first, given=given), encoding="utf-8")
    except OSError as error:
        raise UserError(f"cannot write {str(out)!r}: {error.strerror or error}; choose another --out") from error
    return splits


def _names(places: Iterable[Place]) -> Iterator[str]:
    """Yield what τ² calls each world's domain; its own names are not to be taken."""
    taken: set[str] = set()
    for place in places:
        plain = f"apigen_{place.world().domain.name}"
        name = f"{plain}_{place.digest[:8]}" if plain in taken else plain
        taken.add(name)
        yield name


def _write_world(place: Place, tasks: Sequence[Task], folder: Path) -> Mapping[str, Sequence[str]]:
    domain = place.world().domain
    made = [task_of(domain, task.blueprint) for task in tasks]
    splits: dict[str, list[str]] = {BASE: [], JUDGED: []}
    for one in made:
        splits[BASE if "NL_ASSERTION" not in one["evaluation_criteria"]["reward_basis"] else JUDGED].append(one["id"])
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / TASKS, made)
    _write(folder / SPLITS, splits)
    _write(folder / WORLD, Setting(domain.name, place.seed, place.size, place.digest))
    (folder / POLICY).write_text(domain.policy.text, encoding="utf-8")
    return splits


def task_of(domain: Domain, blueprint: Blueprint) -> dict[str, Any]:
    """Return a blueprint as a τ² task. Its reward needs τ²'s judge only where τ²'s code cannot decide what was told."""
    told = brief(domain, blueprint)
    texts = [text_of(output) for output in blueprint.outputs]
    judged = [output for output, text in zip(blueprint.outputs, texts, strict=True) if text is None]
    assertions = [_assertion(domain, blueprint, output) for output in judged]
    return {
        "id": blueprint.id,
        "description": {"purpose": ", ".join(goal.kind.replace("_", " ") for goal in blueprint.goals)},
        "user_scenario": {
            "persona": f"{blueprint.persona.about}. {told['manner']}",
            "instructions": {
                "domain": domain.title,
                "reason_for_call": blueprint.instruction,
                "known_info": told["facts"],
                "task_instructions": _CONDUCT,
            },
        },
        "evaluation_criteria": {
            "actions": [
                {"action_id": f"{blueprint.id}_{number}", "name": action.name, "arguments": action.arguments}
                for number, action in enumerate(blueprint.actions)
            ],
            "communicate_info": [text for text in texts if text is not None],
            "nl_assertions": assertions or None,
            "reward_basis": ["DB", "COMMUNICATE", *(["NL_ASSERTION"] if assertions else [])],
        },
    }


def text_of(output: Output) -> str | None:
    """Return the text by which τ² decides that something was told; None where no text decides it."""
    text = _plain(output.value) if output.value is not None else ""
    return text if len(text) >= _SHORTEST else None


def _plain(value: Value) -> str:
    if value.kind == "money":
        amount = round(abs(float(value.value)), 2)
        return f"{amount:.0f}" if amount.is_integer() else f"{amount:.2f}"
    return str(value.value).replace(",", "") if value.kind in _PLAIN else ""


def _assertion(domain: Domain, blueprint: Blueprint, output: Output) -> str:
    about = blueprint.goals[output.goal].kind.replace("_", " ")
    if output.value is not None:
        said = render_in_full(output.value, Random(blueprint.id))
        return f"Agent tells the customer the {output.value.kind} {said}, which the request about {about} asks for."
    reasons = " Or: ".join(domain.policy.clauses[number].text for number in output.clauses)
    return f"Agent refuses the request about {about}, and gives this rule as the reason: {reasons}"


def _write(path: Path, value: Any) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
