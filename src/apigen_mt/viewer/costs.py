"""What the models of one work item took: by role and model, and by the message that they wrote."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from apigen_mt.models.endpoint import Price
from apigen_mt.models.log import Cost
from apigen_mt.values.messages import Message

Key = TypeVar("Key")


class Taken(NamedTuple):
    """What requests took together."""

    calls: int = 0
    prompt: int = 0
    """Tokens."""
    completion: int = 0
    """Tokens."""
    seconds: float = 0.0
    money: float | None = None
    """None where no price is known."""

    def plus(self, other: "Taken") -> "Taken":
        """Return the sum; what has no price adds none."""
        sums = (one + more for one, more in zip(self[:4], other[:4], strict=True))
        known = [one for one in (self.money, other.money) if one is not None]
        calls, prompt, completion, seconds = sums
        return Taken(int(calls), int(prompt), int(completion), seconds, sum(known) if known else None)


def by_role(costs: Iterable[Cost], prices: Mapping[str, Price]) -> dict[tuple[str, str], Taken]:
    """Return role and model -> what they took."""
    return _summed(((cost.role, cost.model), _taken(cost, prices)) for cost in costs)


def by_message(
    costs: Iterable[Cost], prices: Mapping[str, Price], attempt: int, messages: Sequence[Message]
) -> dict[int, dict[str, Taken]]:
    """Return position of a message -> role -> what it took to have it: all candidates, their critics, and repairs.

    A request that led to no message of the conversation, since that ended there, counts for none.
    """
    spoken = {
        role: [position for position, message in enumerate(messages) if message.role == role]
        for role in ("user", "assistant")
    }
    found: list[tuple[tuple[int, str], Taken]] = []
    for cost in costs:
        place, _, rest = cost.place.partition("/")
        what = rest.partition("/")[0]
        speaker = "user" if what.startswith("turn") else "assistant"
        number = what.removeprefix("turn").removeprefix("step")
        positions = spoken[speaker]
        if place == f"attempt{attempt}" and number.isdecimal() and int(number) < len(positions):
            found.append(((positions[int(number)], cost.role), _taken(cost, prices)))
    told: dict[int, dict[str, Taken]] = {}
    for (position, role), taken in _summed(found).items():
        told.setdefault(position, {})[role] = taken
    return told


def total(parts: Iterable[Taken]) -> Taken:
    """Return the sum of parts."""
    whole = Taken()
    for part in parts:
        whole = whole.plus(part)
    return whole


def _summed(parts: Iterable[tuple[Key, Taken]]) -> dict[Key, Taken]:
    sums: dict[Key, Taken] = {}
    for key, taken in parts:
        sums[key] = sums.get(key, Taken()).plus(taken)
    return sums


def _taken(cost: Cost, prices: Mapping[str, Price]) -> Taken:
    price = prices.get(cost.model)
    money = price.cost(cost.usage) if price else None
    return Taken(1, cost.usage.prompt, cost.usage.completion, cost.seconds, money)
