"""What a run has spent, by role and model, and where it stops."""

from collections.abc import Collection, Mapping

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.models.completion import OutOfBudget, Role, Usage
from apigen_mt.models.endpoint import Budget, Price

NO_LIMIT = Budget()


ROUNDING = 1e-9
"""Of a sum of money: a hundred million calls lose less."""


class Tally(msgspec.Struct):
    """A sum of completions."""

    calls: int = 0
    prompt: int = 0
    cached: int = 0
    """Of the prompt tokens."""
    completion: int = 0
    money: float | None = 0.0
    """None: some of it was spent on a model without a price."""

    def add(self, other: "Tally") -> None:
        """Add another sum to this one."""
        self.calls += other.calls
        self.prompt += other.prompt
        self.cached += other.cached
        self.completion += other.completion
        self.money = None if self.money is None or other.money is None else self.money + other.money


class Spend:
    """Counts completions; shared by all connections of a process.

    A budget is looked at just before each try is sent. What is in flight then is still answered and counted, so a
    budget is overshot by at most what is in flight.
    """

    def __init__(
        self, budget: Budget = NO_LIMIT, prices: Mapping[str, Price] | None = None, models: Collection[str] = ()
    ) -> None:
        """Take a budget, prices by model, and the models that will be asked.

        Raises:
            UserError: when there is a budget in money and a model without a price.
        """
        self._budget = budget
        self._prices = prices or {}
        self.by: dict[tuple[Role, str], Tally] = {}
        """By role and model, as it was asked for."""
        self.total = Tally()
        self._unmetered = ""
        unknown = sorted(set(models) - set(self._prices))
        if budget.money is not None and unknown:
            raise UserError(
                f"a budget in money needs the price of every model, and there is none for {', '.join(unknown)}: "
                "add it to [prices], or give the budget in tokens or calls"
            )

    def add(self, role: Role, model: str, usage: Usage) -> None:
        """Count one completion. A resumed run starts by adding what its log holds."""
        price = self._prices.get(model)
        money = None if price is None else price.cost(usage)
        one = Tally(1, usage.prompt, usage.cached, usage.completion, money)
        self.by.setdefault((role, model), Tally()).add(one)
        self.total.add(one)
        if not usage.prompt and not usage.completion:
            self._unmetered = model

    def check(self) -> None:
        """Let a call pass.

        Raises:
            OutOfBudget: when the budget is used up.
            UserError: when it cannot be known, because a server does not say what it used.
        """
        budget, total = self._budget, self.total
        if budget.calls is not None and total.calls >= budget.calls:
            raise OutOfBudget(f"the budget of {budget.calls:,} calls is used up")
        if budget.tokens is None and budget.money is None:
            return
        if self._unmetered:
            raise UserError(
                f"the server of {self._unmetered!r} does not say how many tokens it used, so a budget in tokens or "
                "money cannot be kept: give it in calls"
            )
        if budget.tokens is not None and total.prompt + total.completion >= budget.tokens:
            raise OutOfBudget(f"the budget of {budget.tokens:,} tokens is used up")
        if budget.money is not None and (total.money is None or total.money >= budget.money - ROUNDING):
            raise OutOfBudget(f"the budget of {budget.money:,.2f} is used up")
