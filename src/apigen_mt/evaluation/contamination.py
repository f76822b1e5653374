"""Contamination: how much of a benchmark can be found in a dataset, level by level, with examples."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from apigen_mt.evaluation.contents import Contents, Exercise, Schema
from apigen_mt.evaluation.likeness import Likeness, Runs, words
from apigen_mt.evaluation.overlap import EXAMPLES, Level
from apigen_mt.values.canonical import canonical_json

SENTENCE = 6
"""Words of the shortest sentence of a policy that counts: shorter ones are everybody's."""
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")


class Contamination(msgspec.Struct, frozen=True):
    """What of a benchmark stands in a dataset. Of each level: things in the dataset, in the benchmark, and of those how many
    are found in the dataset."""

    dataset: str
    benchmark: str
    levels: tuple[Level, ...]

    def above(self, threshold: float) -> tuple[Level, ...]:
        """Return the levels at which more than a share of the benchmark's things is found."""
        return tuple(level for level in self.levels if level.shared > threshold * level.second)


def contamination(dataset: Contents, benchmark: Contents) -> Contamination:
    """Look for a benchmark's contents in a dataset.

    The levels:

        ids           of things in the benchmark's tables, anywhere in the dataset's tables, calls, results and messages
        rows          of its tables, by content without ids, likewise
        tools         with the same name and parameters, or with descriptions alike
        policy        sentences: the same words, or thirteen of them in a row
        writes        tasks with the same changing calls, in any order
        instructions  tasks whose instruction has thirteen words in a row with one of the dataset's
        likeness      tasks whose instruction is like one of the dataset's: TF-IDF cosine of 0.75 or more
        dialogue      tasks, or conversations, of whose text thirteen words in a row are said in the dataset
    """
    levels = (
        _level("ids", dataset.strings, benchmark.ids, sorted(benchmark.ids & dataset.strings)),
        _rows(dataset, benchmark),
        _tools(dataset, benchmark),
        _policy(dataset, benchmark),
        *_tasks(dataset.exercises, benchmark.exercises),
        _dialogue(dataset, benchmark),
    )
    return Contamination(dataset.name, benchmark.name, levels)


def _level(name: str, dataset: Iterable[object], benchmark: Iterable[object], shared: Sequence[str]) -> Level:
    return Level(name, len(list(dataset)), len(list(benchmark)), len(shared), tuple(shared[:EXAMPLES]))


def _rows(dataset: Contents, benchmark: Contents) -> Level:
    shared = [told for key, told in benchmark.rows.items() if key in dataset.objects or key in dataset.rows]
    return _level("rows", dataset.rows or dataset.objects, benchmark.rows, shared)


def _tools(dataset: Contents, benchmark: Contents) -> Level:
    theirs = list(benchmark.schemas.values())
    known = {(schema.name, schema.parameters) for schema in dataset.schemas.values()}
    alike = _found(Likeness([schema.text for schema in theirs]).found, dataset.schemas.values(), _text)
    shared = [
        schema.name
        for number, schema in enumerate(theirs)
        if number in alike or (schema.name, schema.parameters) in known
    ]
    return _level("tools", dataset.schemas, theirs, shared)


def _text(schema: Schema) -> str:
    return schema.text


def _policy(dataset: Contents, benchmark: Contents) -> Level:
    ours, theirs = _sentences(dataset), _sentences(benchmark)
    in_runs = _found(Runs(list(theirs.values())).found, dataset.policies, str)
    shared = [said for number, (key, said) in enumerate(theirs.items()) if key in ours or number in in_runs]
    return _level("policy", ours, theirs, shared)


def _sentences(contents: Contents) -> dict[str, str]:
    """Return the words of each sentence -> the sentence."""
    said = (" ".join(part.split()) for policy in contents.policies for part in _SENTENCE.split(policy))
    return {" ".join(parts): sentence for sentence in said if len(parts := words(sentence)) >= SENTENCE}


def _tasks(dataset: Sequence[Exercise], benchmark: Sequence[Exercise]) -> tuple[Level, Level, Level]:
    ours = {_writes(one): one.id for one in dataset if one.writes}
    theirs = [one for one in benchmark if one.writes]
    same = [f"{one.id} = {ours[_writes(one)]}" for one in theirs if _writes(one) in ours]
    told = [one for one in dataset if one.instruction]
    asked = [one for one in benchmark if one.instruction]
    texts = [one.instruction for one in asked]
    in_runs = _matches(Runs(texts).found, told)
    alike = _matches(Likeness(texts).found, told)
    return (
        _level("writes", ours, theirs, same),
        _level("instructions", told, asked, [f"{asked[n].id} = {ours_id}" for n, ours_id in in_runs.items()]),
        _level("likeness", told, asked, [f"{asked[n].id} = {ours_id}" for n, ours_id in alike.items()]),
    )


def _writes(one: Exercise) -> bytes:
    return b"\n".join(sorted(canonical_json([call.name, _plain(call.arguments)]) for call in one.writes))


def _plain(value: object) -> object:
    """Return a value with whole numbers as such: 5.0 and 5 are one argument."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value


def _matches(found: Callable[[str], set[int]], told: Sequence[Exercise]) -> dict[int, str]:
    """Return number of a benchmark's text -> the first of the dataset's in which it is found."""
    matched: dict[int, str] = {}
    for one in told:
        for number in found(one.instruction):
            matched.setdefault(number, one.id)
    return dict(sorted(matched.items()))


def _dialogue(dataset: Contents, benchmark: Contents) -> Level:
    theirs = [(one.id, one.instruction) for one in benchmark.exercises if one.instruction] + benchmark.dialogues
    runs = Runs([text for _, text in theirs])
    matched: dict[str, str] = {}
    for conversation, text in dataset.dialogues:
        for number in runs.found(text):
            matched.setdefault(theirs[number][0], conversation)
    shared = [f"{name} = {conversation}" for name, conversation in sorted(matched.items())]
    return _level("dialogue", {name for name, _ in dataset.dialogues}, {name for name, _ in theirs}, shared)


def _found(found: Callable[[str], set[int]], values: Iterable[object], text: Callable[..., str]) -> set[int]:
    return {number for value in values for number in found(text(value))}
