"""What the two sides of conversations say, as bare text, from a file in any of the formats we read."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from apigen_mt.dataset.chat import parse_openai
from apigen_mt.dataset.foreign import Conversation
from apigen_mt.dataset.pairs import parse_pairs
from apigen_mt.dataset.read import Kind, chunks_of, records_of, row_of_record
from apigen_mt.dataset.sharegpt import parse_sharegpt
from apigen_mt.errors import UserError

PARSERS: Mapping[Kind, Callable[[Any], Conversation]] = {
    Kind.SHAREGPT: parse_sharegpt,
    Kind.OPENAI: parse_openai,
    Kind.PAIRS: parse_pairs,
}
"""How other people's formats are read."""
_STOPS = re.compile(r"\s*#{3,}\w+#{3,}\s*")
"""With such marks model-backed users elsewhere end a conversation; they are nothing that is said."""


class Talk(NamedTuple):
    """One conversation's words."""

    user: tuple[str, ...]
    agent: tuple[str, ...]


def read_talks(path: Path, limit: int | None = None) -> Iterator[Talk]:
    """Yield what is said in each conversation of a dataset or of logs; those in which the user is silent are left out.

    Raises:
        UserError: when there is nothing to read, the format is unknown, or a record is damaged.
    """
    count = 0
    for chunk in chunks_of(path):
        for record in records_of(chunk):
            if record.problem:
                raise UserError(f"{record.place}: {record.problem}")
            if chunk.kind is Kind.ROWS:
                said = [(message.role, message.content) for message in row_of_record(record).messages]
            else:
                said = [(turn.role, turn.content) for turn in PARSERS[chunk.kind](record.value).turns]
            talk = Talk(_of("user", said), _of("assistant", said))
            if talk.user:
                yield talk
                count += 1
            if count == limit:
                return


def _of(role: str, said: list[tuple[Any, str]]) -> tuple[str, ...]:
    texts = [_STOPS.sub(" ", text).strip() for speaker, text in said if speaker == role]
    return tuple([text for text in texts if text])
