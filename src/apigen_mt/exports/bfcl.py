"""Our trajectories as multi-turn tasks in BFCL's layout, one category a domain.

    BFCL_v4_multi_turn_<domain>.json                    what the user says, turn by turn; the policy before it
    possible_answer/BFCL_v4_multi_turn_<domain>.json    the agent's calls, turn by turn, in Python's notation
    multi_turn_func_doc/<domain>.json                   the tools

The user's words are those of the conversation: a script that fits agents that answer alike. Calls that failed are left out;
they changed nothing. The world is told by domain, seed and size, and made again for a replay.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from apigen_mt.adapters.bfcl.calls import written
from apigen_mt.adapters.bfcl.documents import document, schema
from apigen_mt.adapters.bfcl.entries import turn_by_turn
from apigen_mt.adapters.bfcl.package import ANSWERS, DOCUMENTS, QUESTIONS, lines
from apigen_mt.dataset.export import Rows, kept_rows
from apigen_mt.dataset.rows import Row, messages_of
from apigen_mt.dataset.versions import DomainVersion, source_of
from apigen_mt.errors import UserError
from apigen_mt.registry import load_domain, load_world
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.domain import World


class Exported(NamedTuple):
    """A task that was read back."""

    id: str
    turns: tuple[str, ...]
    """What the user says."""
    calls: tuple[tuple[ToolCall, ...], ...]
    """The ground truth by turn."""
    world: World
    digest: str
    """Of the state that the conversation ended in."""


def export_bfcl(path: str | os.PathLike[str], out: str | os.PathLike[str]) -> int:
    """Write a dataset's conversations to a new folder and return how many there are.

    Raises:
        UserError: when the dataset is unreadable, the folder is there already or cannot be written, or a domain occurs with
            different tools.
    """
    target = Path(out)
    if target.exists():
        raise UserError(f"{str(target)!r} is there already; choose another --out")
    partial = target.with_name(f".{target.name}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        for folder in (ANSWERS, DOCUMENTS):
            (partial / folder).mkdir(parents=True)
        count = _write(kept_rows(Path(path)), partial)
        partial.replace(target)
    except OSError as error:
        raise UserError(f"cannot write {str(target)!r}: {error.strerror or error}; choose another --out") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return count


def read_bfcl(folder: Path, domain: str, given: Mapping[str, str]) -> Iterator[Exported]:
    """Yield what was exported of a domain, read as BFCL's own data are.

    Args:
        folder: What `export_bfcl` wrote.
        domain: The domain's name.
        given: Domain -> path to load it from, for those that are not installed.

    Raises:
        UserError: when a file is not there or damaged, or the world is not the one that it was made in.
    """
    file = QUESTIONS.format(_category(domain))
    answers = {it["id"]: it for it in lines(folder / ANSWERS, file)}
    for question in lines(folder, file):
        try:
            answer = answers[question["id"]]
            turns, calls = turn_by_turn(question, answer["ground_truth"], {})
            made = question["initial_config"][domain]
            world = load_world(source_of(domain, given, {}), made["seed"], made["size"])
        except (KeyError, TypeError, ValueError) as error:
            raise UserError(f"{file} in {str(folder)!r} is damaged ({error!r}); export it again") from error
        if world.digest != made["digest"]:
            raise UserError(f"{question['id']} was made with another version of {domain!r}; export it again")
        yield Exported(question["id"], turns, calls, world, answer["state_digest"])


def read_tools(folder: Path, domain: str) -> list[dict[str, Any]]:
    """Return a domain's exported tools as the chat API takes them.

    Raises:
        UserError: when the file is not there or damaged.
    """
    return [
        {"type": "function", "function": {**it, "parameters": schema(it["parameters"])}}
        for it in lines(folder / DOCUMENTS, f"{domain}.json")
    ]


def api_class(domain: str, given: Mapping[str, str]) -> type:
    """Return a domain as a class of the kind that BFCL's executor loads, so that its own checker judges what was exported.

    It is found by the domain's name in a module that is entered into `CLASS_FILE_PATH_MAPPING`.

    Raises:
        UserError: when the domain is neither installed nor given.
    """
    source = source_of(domain, given, {})

    def load(self: Any, scenario: Mapping[str, Any], long_context: bool = False) -> None:
        self._environment = load_world(source, scenario["seed"], scenario["size"]).environment()
        self.state = self._environment.state.digest()

    methods = {name: _method(name) for name in load_domain(source).tools}
    return type(domain, (), {"_load_scenario": load, **methods})


def _method(name: str) -> Callable[..., Any]:
    def method(self: Any, **arguments: Any) -> Any:
        result = self._environment.call(ToolCall(name, arguments))
        self.state = self._environment.state.digest()
        return result.value

    return method


def _category(domain: str) -> str:
    return f"multi_turn_{domain}"


def _write(rows: Rows, folder: Path) -> int:
    encode = msgspec.json.Encoder().encode
    files: dict[str, tuple[BinaryIO, BinaryIO]] = {}
    tools: dict[str, tuple[dict[str, Any], ...]] = {}
    counts = Counter[str]()
    with ExitStack() as opened:
        for row, version in rows:
            domain = row.domain
            if domain not in files:
                file = QUESTIONS.format(_category(domain))
                paths = folder / file, folder / ANSWERS / file
                files[domain] = tuple(opened.enter_context(path.open("wb")) for path in paths)  # type: ignore[assignment]
                tools[domain] = version.tools
                _write_tools(version, folder)
            if tools[domain] != version.tools:
                raise UserError(f"the domain {domain!r} occurs with different tools; export the datasets apart")
            for file, record in zip(files[domain], _records(row, version, counts[domain]), strict=True):
                file.write(encode(record) + b"\n")
            counts[domain] += 1
    return counts.total()


def _write_tools(version: DomainVersion, folder: Path) -> None:
    functions = [tool["function"] for tool in version.tools]
    documents = [{**it, "parameters": document(it["parameters"])} for it in functions]
    text = b"".join(msgspec.json.encode(it) + b"\n" for it in documents)
    (folder / DOCUMENTS / f"{version.name}.json").write_bytes(text)


def _records(row: Row, version: DomainVersion, number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the lines of a row in the two files."""
    turns, calls = _turns(row)
    question: list[list[dict[str, str]]] = [[{"role": "user", "content": text}] for text in turns]
    question[0].insert(0, {"role": "system", "content": version.policy})
    name = f"{_category(row.domain)}_{number}"
    asked = {
        "id": name,
        "question": question,
        "initial_config": {
            row.domain: {"seed": row.world_seed, "size": row.world_size, "digest": row.world_digest},
        },
        "path": [f"{row.domain}.{call.name}" for turn in calls for call in turn],
        "involved_classes": [row.domain],
        "row": row.id,
    }
    answers = [[written(call) for call in turn] for turn in calls]
    return asked, {"id": name, "ground_truth": answers, "state_digest": row.state_digest}


def _turns(row: Row) -> tuple[list[str], list[list[ToolCall]]]:
    messages = messages_of(row)
    failed = {message.call_id for message in messages if message.role == "tool" and message.error}
    said: list[str] = []
    calls: list[list[ToolCall]] = []
    for message in messages:
        if message.role == "user":
            said.append(message.content)
            calls.append([])
        elif calls:
            calls[-1] += [call for call in message.calls if call.id not in failed]
    return said, calls
