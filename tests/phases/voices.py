"""Stand-ins for language models: functions that answer requests. Models are not our code; all that asks them is."""

from collections.abc import Callable, Sequence

import msgspec

from apigen_mt.models.completion import Completion, NoAnswer, Request
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import CRITERIA, Review, Vote
from apigen_mt.world.domain import World


class Voice:
    """A model that answers from a function; None means that no answer came. Keeps what it was asked."""

    def __init__(self, answer: Callable[[Request], object]):
        self.answer = answer
        self.asked: list[Request] = []

    async def complete(self, request: Request) -> Completion:
        self.asked.append(request)
        answer = self.answer(request)
        if answer is None:
            raise NoAnswer("nothing came within 6 tries")
        return Completion(answer if isinstance(answer, str) else msgspec.json.encode(answer).decode())


def in_turn(*answers: object) -> Voice:
    """A model that gives these answers one after another, the last one ever after."""
    left = list(answers)
    return Voice(lambda request: left.pop(0) if len(left) > 1 else left[0])


class Opinion:
    """A reviewer who has made up its mind about every criterion."""

    def __init__(self, name: str, approvals: Sequence[bool | None]):
        self.name = name
        self.approvals = approvals
        self.asked = 0

    async def review(self, world: World, candidate: Blueprint, place: str) -> Review:
        self.asked += 1
        votes = [
            Vote(one, yes, "" if yes else "no", certain=False)
            for one, yes in zip(CRITERIA, self.approvals, strict=True)
        ]
        return Review(self.name, tuple(votes))


class Silent:
    """A reviewer whose model gives no answer."""

    name = "silent"

    async def review(self, world: World, candidate: Blueprint, place: str) -> Review:
        raise NoAnswer("nothing came within 6 tries")
