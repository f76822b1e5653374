"""Models with a memory: what the log has is answered from it, the rest is asked and logged before it is used."""

import time
from typing import Any

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.models.asked import Asked, Asking, difference
from apigen_mt.models.completion import Completion, Model, NoAnswer, Request
from apigen_mt.models.log import Answer, CompletionLog, Logged
from apigen_mt.models.players import Player


class ItemLog:
    """One work item's part of a log, for one time that the item is made.

    Its answers are read here once; what is asked of any model of the item is asked through this.
    """

    def __init__(self, log: CompletionLog, item: int):
        """Read what the log has of a work item."""
        self.log = log
        self.item = item
        self.found = log.found(item)
        self._asked: set[tuple[str, str]] = set()

    def model(self, player: Player, model: Model) -> Model:
        """Return a model that asks only what the log does not have."""
        return LoggedModel(self, player, model)

    def replay(self, player: Player) -> Model:
        """Return a model that answers from the log alone."""
        return LoggedModel(self, player, None)

    def claim(self, role: str, place: str) -> None:
        """Take a place.

        Raises:
            RuntimeError: when it is taken: the caller has a bug, for one of the two would get the other's answer.
        """
        if (role, place) in self._asked:
            raise RuntimeError(f"item {self.item}: the {role} is asked twice at {place!r}; places have to be unique")
        self._asked.add((role, place))


class LoggedModel:
    """A player of one work item."""

    def __init__(self, item: ItemLog, player: Player, model: Model | None):
        """Use `ItemLog.model` or `ItemLog.replay`."""
        self._item = item
        self._model = model
        self._parts: dict[bytes, bytes] = {}
        self._asking = Asking(player, self._parts)

    async def complete(self, request: Request) -> Completion:
        """Return the logged answer, or ask, log, and return.

        Raises:
            NoAnswer: when there was none; the log remembers.
            UserError: when the log has another request here, or none and there is no model to ask, or cannot be
                written.
            OutOfBudget: as the model.
            EndpointDown: as the model.
        """
        item, role, place = self._item.item, request.role, request.place
        self._item.claim(role, place)
        found = self._item.found.get((role, place))
        if found is not None:
            asked = self._asking.take(request)
            if found.request != asked.identity:
                raise self._changed(request, asked)
            return _given(found.answer)
        if self._model is None:
            raise self._missing(request)
        began = time.perf_counter()
        try:
            completion = _sound(await self._model.complete(request))
            answer = Answer(completion, "", completion.tries)
        except NoAnswer as error:
            answer = Answer(None, _mended(str(error)), error.tries)
        seconds = time.perf_counter() - began
        # Only now: of all that are asked at once, most wait for their turn, and the first shall not wait for their hashes.
        row = Logged(item, role, place, request.prompt, self._asking.take(request), answer, seconds)
        await self._item.log.add(row, self._parts)
        return _given(answer)

    def _changed(self, request: Request, asked: Asked) -> UserError:
        log, item = self._item.log, self._item.item
        was = log.row(item, request.role, request.place)
        names = {was.asked.player, was.asked.tools, was.asked.schema, *was.asked.messages} - {b""}
        told = difference(was.asked, asked, {name: log.part(name) for name in names}, self._parts)
        labels = f" (prompt {was.prompt}, now {request.prompt})" if was.prompt != request.prompt else ""
        advice = (
            "to replay it, use the version and the settings that made it"
            if self._model is None
            else "prompts, code or settings have changed since: choose another --out"
        )
        return UserError(
            f"{str(log.path)!r} has another request of the {request.role} at item {item}, {request.place}{labels}: "
            f"{told}; {advice}"
        )

    def _missing(self, request: Request) -> UserError:
        here = sorted(place for role, place in self._item.found if role == request.role)
        have = f"of this role and item it has {', '.join(here)}" if here else "it has nothing of this role and item"
        return UserError(
            f"{str(self._item.log.path)!r} has no answer of the {request.role} at item {self._item.item}, "
            f"{request.place}; {have}. Replay a finished run, with the version and the settings that made it"
        )


def _given(answer: Answer) -> Completion:
    """Return the completion, or raise that there is none."""
    if answer.completion is None:
        raise NoAnswer(answer.error, answer.tries)
    return answer.completion


def _sound(completion: Completion) -> Completion:
    """Return a completion that can be written down: half a surrogate pair, which JSON allows, becomes a mark."""
    try:
        msgspec.json.encode(completion)
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(completion)
        return msgspec.convert(_mended(plain), Completion)
    return completion


def _mended(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {key: _mended(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_mended(inner) for inner in value]
        case _:
            return value
