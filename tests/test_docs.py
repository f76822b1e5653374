"""The documentation is true: its commands and code run, and its tables name what the code has.

A code block says what it is by its language:

    sh       each line runs; `make` lines are compared with the Makefile, `pip install` goes to a folder of its own
    python   runs, unless it is quoted from the example domain
    toml     is written where its first line says, and loads as a run's configuration or as a package with a domain
    json     parses, and is what its section describes
    text     is shown only
"""

import importlib
import json
import multiprocessing
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec
import pytest

from apigen_mt import cli
from apigen_mt.audit.defects import DEFECTS
from apigen_mt.audit.planted import ERRORS
from apigen_mt.audit.trivial import AGENTS
from apigen_mt.audit.variants import VARIANTS
from apigen_mt.dataset.chat import parse_openai
from apigen_mt.dataset.parquet import schema_of
from apigen_mt.dataset.reverify import OWN
from apigen_mt.dataset.reviews import SCHEMA as REVIEWS_SCHEMA
from apigen_mt.dataset.rows import Reject, Row
from apigen_mt.dataset.screen import CHECKS
from apigen_mt.dataset.sharegpt import parse_sharegpt
from apigen_mt.dataset.versions import DomainVersion
from apigen_mt.evaluation.agents import BUILT_IN
from apigen_mt.evaluation.contamination import contamination
from apigen_mt.evaluation.contents import Contents
from apigen_mt.evaluation.file import SCHEMA as TRIALS_SCHEMA
from apigen_mt.evaluation.overlap import overlap
from apigen_mt.language.behaviours import BEHAVIOURS, RATES
from apigen_mt.models.log import SCHEMA as LOG_SCHEMA
from apigen_mt.phases.verify import BLAME
from apigen_mt.registry import load_domain
from apigen_mt.run.config import Config, load_config
from apigen_mt.run.journal_file import SCHEMA
from apigen_mt.values.blueprint import Blueprint, Goal, Output
from apigen_mt.values.messages import Act, Message
from apigen_mt.values.persona import Persona
from apigen_mt.values.value import Kind

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "apigen_mt"
EXAMPLE = ROOT / "examples" / "bikes" / "__init__.py"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LANGUAGES = {"sh", "python", "toml", "json", "text"}
NUMBERS = {2: "two", 14: "fourteen", 16: "sixteen"}


class Block(NamedTuple):
    """A fenced block."""

    language: str
    text: str
    section: str
    line: int


def lines_of(page: Path) -> Iterator[tuple[int, str, str, bool]]:
    """Number, text, section and whether it is code, for every line of a page."""
    section, fenced = "", False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        fence = line.startswith("```")
        if not fenced and not fence and line.startswith("#"):
            section = line.lstrip("#").strip()
        yield number, line, section, fenced or fence
        fenced ^= fence


@cache
def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page."""
    found: list[Block] = []
    for number, line, section, code in lines_of(page):
        if code and line.startswith("```"):
            found.append(Block(line[3:].strip(), "", section, number))
        elif code:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}{line}\n")
    return found[::2]


def prose(page: Path) -> str:
    """A page without its code blocks."""
    return "\n".join(line for _, line, _, code in lines_of(page) if not code)


def table(page: str, section: str) -> list[list[str]]:
    """The cells of the first table in a section, without its head."""
    rows: list[list[str]] = []
    for _, line, place, code in lines_of(ROOT / page):
        if place == section and not code and line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            break
    return rows[2:]


def names(page: str, section: str, column: int = 0) -> list[str]:
    """What stands in a column of a table, without the marks of code; a cell may hold several names."""
    return [name.strip(" `") for row in table(page, section) for name in row[column].split(", ")]


# ---- blocks run -----------------------------------------------------------------------------------------------------


def test_every_block_has_a_language_that_is_checked() -> None:
    wrong = [(page.name, b.line, b.language) for page in PAGES for b in blocks(page) if b.language not in LANGUAGES]
    assert wrong == []


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: page.stem)
def test_blocks_run(page: Path, tmp_path: Path) -> None:
    assert not _problem(page, tmp_path / page.stem)


def _problem(page: Path, folder: Path) -> str:
    """Run the blocks of a page in order, in a fresh directory; return what is wrong."""
    desk = folder / "desk"
    shutil.copytree(ROOT / "examples", desk / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    place = _Place(desk, folder / "site", folder / "home")
    for block in blocks(page):
        try:
            getattr(place, block.language)(block.text)
        except Exception as error:
            return f"{page.name}, block in line {block.line}: {error}"
    return ""


# Most of a short command's time goes into imports: commands are forked from a process that has made them.
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(
    [f"apigen_mt.commands.{name}" for name in ("audits", "data", "evaluations", "runs", "view")]
)
_SHELL = frozenset("|<>&;")


def _command(arguments: Sequence[str], desk: Path, site: Path, environment: dict[str, str], output: Path) -> None:
    """Do what the command does when it is typed, in a process of its own."""
    os.chdir(desk)
    os.environ.clear()
    os.environ.update(environment)
    sys.path.insert(0, str(site))
    with output.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.exit(cli.main(arguments))


class _Place:
    """A fresh directory in which the blocks of a page run one after another."""

    def __init__(self, desk: Path, site: Path, home: Path):
        self.desk = desk
        self.site = site
        self.environment = os.environ | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH")))),
            "HOME": str(home),
            "HF_HOME": str(home),
            "HF_HUB_OFFLINE": "1",
            "COLUMNS": "120",
        }

    def run(self, *command: str) -> None:
        done = subprocess.run(
            command, cwd=self.desk, env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, f"{shlex.join(command)}\n{done.stdout}\n{done.stderr}"

    def command(self, *arguments: str) -> None:
        output = self.site.with_name("output")
        process = _FORKING.Process(target=_command, args=(arguments, self.desk, self.site, self.environment, output))
        process.start()
        process.join(60)
        # A few mutants tell little, and `mutate` may rightly not be content with them.
        allowed = (0, 1) if arguments[0] == "mutate" else (0,)
        assert process.exitcode in allowed, f"apigen-mt {shlex.join(arguments)}\n{output.read_text('utf-8')}"

    def sh(self, text: str) -> None:
        for line in text.splitlines():
            word, *rest = shlex.split(line, comments=True) or [""]
            if word == "make":
                assert set(rest) <= _targets(), line
            elif word == "pip":
                assert rest[0] == "install", line
                options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check")
                self.run(sys.executable, "-m", "pip", "install", *options, "--target", str(self.site), *rest[1:])
            elif word == "apigen-mt" and not _SHELL & set(line):
                self.command(*rest)
            elif word:
                self.run("bash", "-c", line)

    def python(self, text: str) -> None:
        if not _is_quoted(text):
            self.run(sys.executable, "-c", text)

    def toml(self, text: str) -> None:
        file = self.desk / text.splitlines()[0].removeprefix("# ")
        file.write_text(text, encoding="utf-8")
        content = tomllib.loads(text)
        if "project" in content:
            assert all(entry.endswith(":DOMAIN") for entry in content["project"]["entry-points"][_GROUP].values())
        else:
            assert load_config(file, {}).n <= 50

    def json(self, text: str) -> None:
        json.loads(text)

    def text(self, text: str) -> None:
        """Nothing to run."""


_GROUP = "apigen_mt.domains"


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def _is_quoted(text: str) -> bool:
    """Whether all lines of a block stand in the example domain, one after another."""
    quoted, source = ([line.strip() for line in one.splitlines()] for one in (text, EXAMPLE.read_text("utf-8")))
    return any(source[start : start + len(quoted)] == quoted for start in range(len(source)))


def test_quotations_of_the_example_domain_are_recognised() -> None:
    quoted = [block for block in blocks(ROOT / "docs/own_domain.md") if block.language == "python"]
    assert sum(_is_quoted(block.text) for block in quoted) == len(quoted) - 1


# ---- help -----------------------------------------------------------------------------------------------------------


GROUPS = {"domain": cli.domain, "personas": cli.personas}
COMMANDS = [
    *([name] for name in cli.app if not name.startswith("-") and name not in GROUPS),
    *([group, name] for group, app in GROUPS.items() for name in app if not name.startswith("-")),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_examples_in_help_parse(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([*command, "--help"])
    examples = re.findall(r"^  apigen-mt (.+)$", capsys.readouterr().out, re.MULTILINE)
    assert examples
    for example in examples:
        cli.app.parse_args(shlex.split(example), exit_on_error=False, print_error=False)


def test_commands_that_are_mentioned_exist() -> None:
    known = {" ".join(command) for command in COMMANDS} | {*GROUPS, "--help", "--version"}
    mentioned = {
        found for page in PAGES for found in re.findall(r"apigen-mt ((?:domain )?[a-z-]+)", page.read_text("utf-8"))
    }
    assert mentioned - known - {"makes", "reads", "rows", "installed", "needs"} == set()


# ---- places ---------------------------------------------------------------------------------------------------------


PARTS = [path.name for path in PACKAGE.iterdir() if path.is_dir()]
PLACE = re.compile(rf"`((?:src|tests|docs|examples|requirements|benchmarks|{'|'.join(PARTS)})/[\w./-]*|\w+\.py)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_places_that_are_mentioned_exist(page: Path) -> None:
    found = PLACE.findall(prose(page))
    missing = [place for place in found if not (ROOT / place).exists() and not (PACKAGE / place).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_names_beside_a_file_are_in_it(page: Path) -> None:
    for file, name in re.findall(r"`([\w/]+\.py)` `([\w.]+)`", prose(page)):
        text = (PACKAGE / file).read_text("utf-8")
        assert all(re.search(rf"\b{part}\b", text) for part in name.split(".")), (file, name)


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", prose(page)):
        file, _, anchor = target.partition("#")
        aim = page.parent / file if file else page
        assert aim.is_file(), target
        sections = {section for _, _, section, _ in lines_of(aim)} if anchor else set[str]()
        slugs = {re.sub(r"[^\w\- ]", "", section.lower()).replace(" ", "-") for section in sections}
        assert not anchor or anchor in slugs, target


def test_floors_are_packages() -> None:
    floors = {name.strip("`") for row in table("docs/architecture.md", "Floors") for name in row[1].split(", ")}
    assert all((PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file() for name in floors)
    assert set(PARTS) - {"__pycache__"} <= floors


# ---- tables ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("section", "kind"), [("Rows", Row), ("Rejected rows", Reject)])
def test_columns_are_those_that_are_written(section: str, kind: type[msgspec.Struct]) -> None:
    told = [(row[0].strip("`"), row[1].removesuffix(", JSON")) for row in table("docs/formats.md", section)]
    assert told == [(field.name, _spoken(str(field.type))) for field in schema_of(kind)]


def _spoken(kind: str) -> str:
    inner = re.match(r"list<item: (\w+)", kind)
    return f"list of {inner[1]}" if inner else kind


@pytest.mark.parametrize(
    ("section", "schema"),
    [("Journal", SCHEMA), ("Completions", LOG_SCHEMA), ("Reviews", REVIEWS_SCHEMA), ("Trials", TRIALS_SCHEMA)],
)
def test_journal_and_log_are_as_described(section: str, schema: tuple[str, ...]) -> None:
    journal = sqlite3.connect(":memory:")
    for statement in schema:
        journal.execute(statement)
    told = {
        row[0].strip("`"): [name.strip("`") for name in row[1].split(", ")] for row in table("docs/formats.md", section)
    }
    tables = [name for (name,) in journal.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert told == {name: [column[1] for column in journal.execute(f"PRAGMA table_info({name})")] for name in tables}
    journal.close()


def test_keys_of_the_configuration_have_their_defaults() -> None:
    told = {row[0].strip("`"): row[1].strip("`") for row in table("docs/formats.md", "Run configuration")}
    assert set(told) == set(Config.__struct_fields__)
    made = Config(domains=(), out=Path())
    for key, default in told.items():
        value = json.dumps(msgspec.to_builtins(getattr(made, key), enc_hook=str))
        assert default == ("all cores" if key == "workers" else "none" if key in ("domains", "out") else value)


@pytest.mark.parametrize(
    ("section", "kind"),
    [("Blueprint", Blueprint), ("Goal", Goal), ("Output", Output), ("Domain versions", DomainVersion)],
)
def test_fields_are_those_of_the_code(section: str, kind: type[msgspec.Struct]) -> None:
    assert sorted(names("docs/formats.md", section)) == sorted(kind.__struct_fields__)


def test_kinds_of_values_are_those_of_the_code() -> None:
    assert names("docs/formats.md", "Values") == list(get_args(Kind))


def test_acts_are_those_that_speakers_note() -> None:
    paragraph = re.search(r"Users do (.+?); agents do (.+?)\.", prose(ROOT / "docs/formats.md"), re.DOTALL)
    assert paragraph
    files = {"user": ("user.py", "lively.py"), "agent": ("agent.py",)}
    for (speaker, modules), told in zip(files.items(), paragraph.groups(), strict=True):
        source = "\n".join((PACKAGE / "phases" / module).read_text("utf-8") for module in modules)
        noted = set(re.findall(r'\b(?:Act|_act|_asking)\(\s*"(\w+)"', source)) | set(
            re.findall(r'else "(\w+)"\)\)', source)
        )
        noted -= BEHAVIOURS.keys()  # those have a page of their own
        assert set(re.findall(r"`(\w+)`", told)) == noted, speaker


def test_checks_are_those_that_are_made() -> None:
    page = "docs/verification.md"
    assert [(row[0].strip("`"), row[3]) for row in table(page, "Gates")] == list(BLAME.items())
    own, foreign = names(page, "What `verify` adds"), _second_table(page, "What `verify` adds")
    assert own == [*OWN[:-1], "gate: …", OWN[-1], "unique"]
    assert foreign == [*CHECKS, "unique"]


def _second_table(page: str, section: str) -> list[str]:
    lines = [line for _, line, place, code in lines_of(ROOT / page) if place == section and not code]
    heads = [number for number, line in enumerate(lines) if line.startswith("| check ")]
    rows = [line for line in lines[heads[1] + 2 :] if line.startswith("|")]
    return [row.split("|")[1].strip(" `") for row in rows]


def test_audits_are_those_that_are_made() -> None:
    page = "docs/verification.md"
    planted, variants = "How good is the verifier? Planted errors", "Could one pass without working? Trivial agents"
    lines = [line for _, line, place, code in lines_of(ROOT / page) if place == planted and not code]
    told = [line.split("|")[1].strip() for line in lines if line.startswith("| ")]
    split = told.index("variant")
    assert told[1:split] == [kind.replace("_", " ") for kind in ERRORS]
    assert told[split + 1 :] == [kind.replace("_", " ") for kind in VARIANTS]
    assert names(page, variants) == list(AGENTS)


def test_agents_to_try_and_levels_of_overlap_are_those_of_the_code() -> None:
    page = "docs/evaluation.md"
    assert names(page, "Agents") == list(BUILT_IN)
    assert names(page, "Held out") == [level.name for level in overlap((), ()).levels]
    nothing = Contents("nothing")
    assert names(page, "Contamination") == [level.name for level in contamination(nothing, nothing).levels]


def test_agent_on_the_page_is_the_one_in_the_examples() -> None:
    (block,) = (block for block in blocks(ROOT / "docs/evaluation.md") if block.language == "python")
    assert (ROOT / "examples/agent.py").read_text("utf-8").endswith(block.text)


def test_behaviours_are_those_that_are_declared() -> None:
    assert names("docs/behaviours.md", "The table") == list(BEHAVIOURS)
    rates = {row[0].strip("`"): row[5].removesuffix(" (blueprint)") for row in table("docs/behaviours.md", "The table")}
    assert {name: float(rate) for name, rate in rates.items() if rate != "blueprint"} == RATES


def test_defects_are_those_that_are_planted() -> None:
    told = table("docs/committee.md", "What is planted")
    assert told == [[kind, defect.criterion, defect.objection] for kind, defect in DEFECTS.items()]


def test_numbers_are_right() -> None:
    readme, index = prose(ROOT / "README.md"), prose(ROOT / "docs/paper_index.md")
    assert f"errors of {len(ERRORS)} kinds" in " ".join(readme.split())
    assert f"{NUMBERS[len(BLAME)]} gates" in readme
    assert f"two of {NUMBERS[len(BLAME)]}" in index and f"the other {NUMBERS[len(BLAME) - 2]} gates" in index
    locked = re.findall(r"^[\w-]+==", (ROOT / "requirements/run.txt").read_text("utf-8"), re.MULTILINE)
    assert f"{len(locked)} locked distributions" in readme


# ---- examples -------------------------------------------------------------------------------------------------------


KINDS: dict[str, type[msgspec.Struct]] = {
    "Messages": Message,
    "Acts": Act,
    "Blueprint": Blueprint,
    "Output": Output,
    "Persona": Persona,
}
COLUMNS = {
    "domain": "",
    "instruction": "",
    "persona": {"id": "", "about": "", "style": {}},
    "actions": [],
    "outputs": [],
}


def test_examples_are_what_their_sections_describe() -> None:
    found = {
        block.section: json.loads(block.text) for block in blocks(ROOT / "docs/formats.md") if block.language == "json"
    }
    for section, value in found.items():
        if section in KINDS:
            whole = COLUMNS | value if section == "Blueprint" else value
            _same(value, msgspec.to_builtins(msgspec.convert(whole, KINDS[section])), section)
    assert set(KINDS) <= set(found)
    assert found["Domain versions"] == load_domain(str(EXAMPLE.parent)).tools["cancel_hire"].spec()
    assert parse_openai(found["openai"]).problems == ()
    assert parse_sharegpt(found["sharegpt"]).problems == ()


def _same(told: Any, read: Any, place: str) -> None:
    """All that is told comes back; what is empty may be left out."""
    if isinstance(told, dict):
        for key, value in told.items():
            assert key in read or not value, f"{place}.{key}"
            _same(value, read.get(key, value), f"{place}.{key}")
    elif isinstance(told, list):
        assert len(told) == len(read), place
        for number, (one, other) in enumerate(zip(told, read, strict=True)):
            _same(one, other, f"{place}[{number}]")
    else:
        assert told == read, place


def test_excerpt_in_the_readme_could_be_a_row() -> None:
    excerpt = next(b.text for b in blocks(ROOT / "README.md") if b.language == "text" and "\nverdicts" in b.text)
    tools = load_domain("retail").tools
    calls = re.findall(r"^ +call +(\w+) (\{.*\})$", excerpt, re.MULTILINE)
    assert len(calls) >= 3
    for name, arguments in calls:
        assert tools[name].problems(json.loads(arguments)) == []
    verdicts = re.search(
        r"^verdicts +(.+?): all passed", " ".join(excerpt.partition("\nverdicts")[1:]).strip(), re.DOTALL
    )
    assert verdicts and re.findall(r"\w+", verdicts[1]) == list(BLAME)


# ---- mistakes -------------------------------------------------------------------------------------------------------


MISTAKES = {
    "tool 'list_hires' needs a docstring: it is what an agent knows of the tool": (
        '    """List a rider\'s hires.\n\n    Args:\n        rider: Internal rider id, from find_rider.\n    """\n',
        "",
    ),
    "tool 'extend_hire': parameter 'days' has to be given by name, to have a type, and to have a line": (
        "        days: How many days to add, 1 or more.\n",
        "",
    ),
    "tool 'show_hire' is a read but changed data; declare it with @write": (
        '    row = _hire(state, hire)\n    return {**row, "price',
        '    row = state.edit("hires", hire)\n    return {**row, "price',
    ),
    "tool 'cancel_hire' failed on": ('_hire(state, hire)["status"] !=', '_hire(state, hire)["state"] !='),
    "tool hand_over: safeguards are for write tools, each of them and no other": (
        '        "hand_over": Safeguard(lambda s, r, a: [], None),\n',
        "",
    ),
    "clause 1.6: exactly one of rule, judged_by and unchecked has to be set": (
        ', unchecked="Friendliness is a matter of taste."',
        "",
    ),
    "clause 1.1: judged_by='identification' is not one of": ('judged_by="identity"', 'judged_by="identification"'),
    "clause 2.4: its rule names 'show_hire', which is not a write tool": (
        'Rule(("extend_hire",), _extended_before',
        'Rule(("show_hire",), _extended_before',
    ),
    "refusal 2.1: 'X1 is past that point.' does not contain its reason": (
        "[simply |]not in a state to be cancelled any more",
        "past that point",
    ),
    "clause 2.4: no wording in refusals": (
        '    "2.4": Phrases("hire {hire} has been extended once, which is the most we allow'
        '\\n{hire} was extended once already"),\n',
        "",
    ),
    "clause 2.3: broken by only 0 drawn wishes": (
        '_status("out")',
        '_status("out", "booked", "returned", "cancelled")',
    ),
    "extend: show_hire belongs to another account according to owner()": (
        'return row["rider"] if row else None',
        'return row["model"] if row else None',
    ),
    "identification by find_rider does not find the customer": ('{"email": "email"}', '{"email": "name"}'),
    "extend: the calls ran but the wish did not come true": ('    row["days"] += days\n', ""),
    "ask_due: report does not tell due": (
        "{hire} is due back on {due}.\\nThe return date of {hire} is {due}.",
        "{hire} is due back soon.",
    ),
    "extend: proposal does not state money": ("it would be due on {due} and cost {cost}", "it would be due on {due}"),
    "a thing could not be described so that it fits no other (seen; fine if rare)": (
        "hire {hire}\\nthe {model}\\nthe one from {start}\\nthe {model} from {start}",
        "the {model}",
    ),
    "the policy has two clauses '1.5'; number them apart": ('Clause("1.6",', 'Clause("1.5",'),
}
"""What is said -> what is changed in the example domain."""


def test_mistakes_are_all_tried() -> None:
    assert [row[1].strip("`") for row in table("docs/own_domain.md", "Check it")] == list(MISTAKES)


@pytest.mark.parametrize("said", MISTAKES)
def test_mistakes_are_told_as_described(said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right, wrong = MISTAKES[said]
    source = EXAMPLE.read_text("utf-8")
    assert source.count(right) == 1, "the example domain has changed: change the mistake too"
    desk = tmp_path / f"desk_{list(MISTAKES).index(said)}.py"
    desk.write_text(source.replace(right, wrong), encoding="utf-8")
    code = cli.main(["domain", "check", str(desk), "--size", "120", "--customers", "120"])
    told = "".join(capsys.readouterr())
    assert said in told
    assert code == (
        3
        if "tool '" in said and "needs" not in said and "has to" not in said
        else 2
        if told.startswith("apigen-mt")
        else 1
    )


def test_example_domain_has_none_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["domain", "check", str(EXAMPLE.parent)]) == 0, capsys.readouterr()


def test_modules_that_pages_import_are_public() -> None:
    imports = re.compile(r"^from (apigen_mt[\w.]*) import (.+)$", re.MULTILINE)
    for page in PAGES:
        for block in blocks(page):
            for module, imported in imports.findall(block.text) if block.language == "python" else ():
                for name in imported.split(", "):
                    assert not name.startswith("_") and hasattr(importlib.import_module(module), name)
