"""What Matilda and the agent of the bike desk say and call, where tests tell it again and again."""

from collections.abc import Sequence
from typing import Any

import pytest
from talks import BYE, MAIL, Line, agent, call, user

from apigen_mt.values.blueprint import Goal

YES = user("Yes, please do.")
KEEP = user(f"Hi, can I keep the Towpath for two more days? My email is {MAIL}")
EXTEND = call("extend_hire", hire="B-1074", days=2)
EXTENDED = agent("Done: it's due on 20 May and $28.00 has been charged.")
WANTS_OUT = user(f"Please cancel the Cargo Mule. {MAIL}")
CANCEL = call("cancel_hire", hire="B-1073")
KEEP_HERON = user(f"Can I keep the Night Heron for two more days? {MAIL}")
DUE = user(f"When is the Towpath due back? {MAIL}")


def adversary(name: str, check: str, goals: Sequence[Goal], *lines: Line) -> Any:
    """The check that has to catch an adversary, what was wanted, and what happened before the goodbye."""
    return pytest.param(check, goals, (*lines, *BYE), id=name)
