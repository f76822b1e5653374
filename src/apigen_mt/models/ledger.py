"""The ledger: what the completions of a run cost, told from its log alone.

Every row of the log counts in exactly one line, and every figure is a sum of lines, so that sums agree whichever way they
are grouped. Tokens are those that the endpoint counted; a request without an answer has none, though an endpoint may have
charged for its tries.
"""

from collections.abc import Iterable, Mapping
from operator import add
from typing import Literal, NamedTuple

from apigen_mt.models.completion import Role, Usage
from apigen_mt.models.endpoint import Price
from apigen_mt.models.log import CompletionLog, Logged
from apigen_mt.models.prefixes import Prefixes

Stage = Literal["blueprints", "conversations"]
Outcome = Literal["accepted", "rejected", "unfinished"]
STAGES: dict[Role, Stage] = {
    "proposer": "blueprints",
    "reviewer": "blueprints",
    "reviser": "blueprints",
    "composer": "blueprints",
    "user": "conversations",
    "critic": "conversations",
    "agent": "conversations",
    "wording": "conversations",
}


class Spent(NamedTuple):
    """Figures that add up."""

    calls: int = 0
    """Rows of the log: requests with their tries."""
    tries: int = 0
    failures: int = 0
    """Calls that found no answer."""
    repairs: int = 0
    """Calls that asked a second time, since the first answer was of no use."""
    prompt: int = 0
    """Tokens."""
    cached: int = 0
    """Tokens of the prompt that the endpoint had at hand, by its own count."""
    completion: int = 0
    """Tokens."""
    seconds: float = 0.0
    """From asking to the answer, over all calls: many run at once."""
    money: float = 0.0
    unpriced: int = 0
    """Calls of models whose price is not known: they are not in `money`."""
    sent: int = 0
    """Bytes of requests, as canonical JSON."""
    shared: int = 0
    """Of these: blocks at the beginning that were sent to the same model before."""

    def plus(self, other: "Spent") -> "Spent":
        """Return the sum."""
        return Spent._make(map(add, self, other))

    @property
    def shared_share(self) -> float:
        """Share of the prompts that is a shared prefix; 0 if nothing was sent."""
        return self.shared / self.sent if self.sent else 0.0


class Group(NamedTuple):
    """What a line is about."""

    stage: Stage
    role: Role
    model: str
    """By its name in the configuration."""
    prompt: str
    """Name and version of the prompt."""
    outcome: Outcome
    """What became of the work item."""


class Ledger(NamedTuple):
    """What a run cost."""

    lines: Mapping[Group, Spent]
    accepted: int
    """Accepted items of the run, those included that asked no model."""

    @property
    def total(self) -> Spent:
        """All of it."""
        return _sum(self.lines.values())

    def by(self, *names: str) -> dict[tuple[str, ...], Spent]:
        """Return sums by fields of `Group`, in the order of their names."""
        grouped: dict[tuple[str, ...], Spent] = {}
        for group, spent in self.lines.items():
            key = tuple(getattr(group, name) for name in names)
            grouped[key] = grouped.get(key, Spent()).plus(spent)
        return dict(sorted(grouped.items()))

    def per_accepted(self, figure: float) -> float | None:
        """Return a figure of the whole run for each accepted item, what was rejected included; None without any."""
        return figure / self.accepted if self.accepted else None


def ledger(log: CompletionLog, prices: Mapping[str, Price], outcomes: Mapping[int, Outcome]) -> Ledger:
    """Return the ledger of a log.

    Args:
        log: The log.
        prices: Model, by its name in the configuration -> its price.
        outcomes: Work item -> what became of it; those that are not there are unfinished.
    """
    models: dict[bytes, str] = {}
    prefixes = Prefixes(log.part)
    lines: dict[Group, Spent] = {}
    for row in log.rows():
        if row.asked.player not in models:
            models[row.asked.player] = log.player(row.asked.player).model
        model = models[row.asked.player]
        group = Group(STAGES[row.role], row.role, model, row.prompt, outcomes.get(row.item, "unfinished"))
        lines[group] = lines.get(group, Spent()).plus(_spent(row, model, prefixes))
    # Priced by the line and not by the call: sums of tokens are exact.
    priced = {group: _priced(spent, prices.get(group.model)) for group, spent in sorted(lines.items())}
    return Ledger(priced, sum(outcome == "accepted" for outcome in outcomes.values()))


def conversations(log: CompletionLog) -> dict[tuple[int, str], int]:
    """Return what each conversation took, in tokens: (work item, first part of the place) -> sum."""
    sums: dict[tuple[int, str], int] = {}
    for row in log.rows():
        if STAGES[row.role] == "conversations" and row.answer.completion is not None:
            key, usage = (row.item, row.place.partition("/")[0]), row.answer.completion.usage
            sums[key] = sums.get(key, 0) + usage.prompt + usage.completion
    return sums


def _spent(row: Logged, model: str, prefixes: Prefixes) -> Spent:
    completion = row.answer.completion
    usage = completion.usage if completion else Usage()
    asked = row.asked
    sent = prefixes.add(model, (asked.tools, *asked.messages) if asked.tools else asked.messages)
    return Spent(
        calls=1,
        tries=row.answer.tries,
        failures=int(completion is None),
        repairs=int(row.place.endswith("/repair")),
        prompt=usage.prompt,
        cached=usage.cached,
        completion=usage.completion,
        seconds=row.seconds,
        sent=sent.size,
        shared=sent.shared,
    )


def _priced(spent: Spent, price: Price | None) -> Spent:
    if price is None:
        return spent._replace(unpriced=spent.calls)
    return spent._replace(money=price.cost(Usage(spent.prompt, spent.completion, spent.cached)))


def _sum(all_spent: Iterable[Spent]) -> Spent:
    total = Spent()
    for spent in all_spent:
        total = total.plus(spent)
    return total
