"""The ledger adds up, whichever way it is read, and shared prefixes are what a cache would find."""

import asyncio
import tempfile
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_play import ITEMS, PLAYER, TURNS, Server, request, run

from apigen_mt.models.asked import Asking, digest
from apigen_mt.models.completion import Completion, Role, Usage
from apigen_mt.models.endpoint import Price
from apigen_mt.models.ledger import Group, Ledger, Outcome, Spent, ledger
from apigen_mt.models.log import Answer, CompletionLog, Logged
from apigen_mt.models.logged import ItemLog
from apigen_mt.models.players import Player
from apigen_mt.models.prefixes import BLOCK, Prefixes, Sent
from apigen_mt.models.structured import ask

PRICES = {"small": Price(prompt=2.0, completion=8.0, cached=0.5), "large": Price(prompt=10.0, completion=30.0)}
OUTCOMES: dict[int, Outcome] = {item: "accepted" if item % 3 else "rejected" for item in range(ITEMS - 2)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a run."""
    directory = tmp_path_factory.mktemp("made")
    asyncio.run(run(directory, Server()))
    return directory


@pytest.fixture(scope="module")
def told(made: Path) -> Ledger:
    """Its ledger."""
    with CompletionLog.read(made) as log:
        return ledger(log, PRICES, OUTCOMES)


def test_sums_are_those_of_the_log(made: Path, told: Ledger) -> None:
    with CompletionLog.read(made) as log:
        rows = list(log.rows())
        spent = log.spent()
    usages = [row.answer.completion.usage for row in rows if row.answer.completion]
    total = told.total
    assert total.calls == len(rows) == ITEMS * TURNS * 3
    assert total.failures == len(rows) - len(usages) > 0
    assert total.tries == sum(row.answer.tries for row in rows)
    assert total.prompt == sum(one.prompt for one in usages)
    assert total.cached == sum(one.cached for one in usages)
    assert total.completion == sum(one.completion for one in usages)
    assert total.seconds == pytest.approx(sum(row.seconds for row in rows))
    assert {
        model: (one.calls, Usage(one.prompt, one.completion, one.cached)) for (model,), one in told.by("model").items()
    } == spent


def test_money_is_tokens_times_price(told: Ledger) -> None:
    small, large = told.by("model")["small",], told.by("model")["large",]
    assert small.money == pytest.approx(
        ((small.prompt - small.cached) * 2 + small.cached * 0.5 + small.completion * 8) / 1e6
    )
    assert large.money == pytest.approx((large.prompt * 10 + large.completion * 30) / 1e6)
    assert told.total.money == pytest.approx(small.money + large.money)
    assert told.total.unpriced == 0


@pytest.mark.parametrize("names", [(), ("role",), ("stage", "outcome"), ("model", "prompt"), Group._fields])
def test_every_grouping_has_the_same_total(told: Ledger, names: tuple[str, ...]) -> None:
    total = Spent()
    for one in told.by(*names).values():
        total = total.plus(one)
    assert total == pytest.approx(told.total)


def test_groups_are_what_they_say(told: Ledger) -> None:
    assert {key: one.calls for key, one in told.by("role", "model", "prompt", "stage").items()} == {
        ("agent", "small", "agent@1", "conversations"): ITEMS * TURNS,
        ("critic", "large", "", "conversations"): ITEMS * TURNS * 2,
    }
    calls = {outcome: one.calls for (outcome,), one in told.by("outcome").items()}
    accepted = sum(outcome == "accepted" for outcome in OUTCOMES.values())
    each = TURNS * 3
    assert calls == {
        "accepted": accepted * each,
        "rejected": (len(OUTCOMES) - accepted) * each,
        "unfinished": 2 * each,
    }


def test_accepted_items_bear_the_cost_of_all(told: Ledger) -> None:
    accepted = sum(outcome == "accepted" for outcome in OUTCOMES.values())
    assert told.accepted == accepted
    assert told.per_accepted(told.total.money) == told.total.money / accepted
    assert Ledger({}, 0).per_accepted(3.0) is None


def test_model_without_a_price_is_not_free(made: Path) -> None:
    with CompletionLog.read(made) as log:
        told = ledger(log, {"small": PRICES["small"]}, OUTCOMES)
    assert told.total.unpriced == told.by("model")["large",].calls == ITEMS * TURNS * 2
    assert told.by("model")["large",].money == 0.0


class Score(msgspec.Struct):
    """What is asked for below."""

    score: int


def test_repairs_are_counted(tmp_path: Path) -> None:
    """As the repair turn of structured answers makes them."""

    class Hesitant:
        async def complete(self, request: object) -> Completion:
            self.times = getattr(self, "times", 0) + 1
            return Completion('{"score": 3}' if self.times == 2 else "three")

    async def once() -> Ledger:
        with CompletionLog.resume(tmp_path) as log:
            model = ItemLog(log, 0).model(PLAYER, Hesitant())
            assert await ask(model, request("critic", "turn0", "Score it."), Score) == Score(3)
            return ledger(log, {}, {})

    told = asyncio.run(once())
    assert (told.total.calls, told.total.repairs, told.total.failures) == (2, 1, 0)


def test_every_role_has_a_stage(tmp_path: Path) -> None:
    with CompletionLog.resume(tmp_path) as log:
        roles: tuple[Role, ...] = Role.__args__  # type: ignore[attr-defined]
        for role in roles:
            parts: dict[bytes, bytes] = {}
            asked = Asking(Player("m"), parts).take(request(role, "", "x"))
            log.add_all([(Logged(0, role, "", "", asked, Answer(None, "late"), 0.0), parts)])
        assert ledger(log, {}, {}).total.failures == len(roles)


# ---- shared prefixes ------------------------------------------------------------------------------------------------


class Question(NamedTuple):
    """A model, and what it is sent."""

    model: str
    parts: tuple[str, ...]


PARTS = st.text("ab", max_size=4).map(lambda text: text.replace("a", "a" * 50).replace("b", "b" * 30))


@given(st.lists(st.builds(Question, st.sampled_from(["m", "n"]), st.lists(PARTS, max_size=5).map(tuple)), max_size=12))
def test_shared_is_the_longest_beginning_in_whole_blocks(questions: list[Question]) -> None:
    """Against its plain definition: every request compared with every one before it."""
    contents = {digest(part.encode()): part.encode() for one in questions for part in one.parts}
    prefixes = Prefixes(contents.__getitem__)
    sent: list[tuple[str, str]] = []
    for model, parts in questions:
        text = "".join(parts)
        longest = max((_common(text, other) for name, other in sent if name == model), default=0)
        got = prefixes.add(model, [digest(part.encode()) for part in parts])
        assert got == Sent(len(text), longest // BLOCK * BLOCK)
        sent.append((model, text))


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def test_tools_stand_before_messages(tmp_path: Path) -> None:
    """Other tools share nothing, though all the messages are the same."""
    tools = [({"type": "function", "function": {"name": name * 100}},) for name in "aab"]
    with CompletionLog.resume(tmp_path) as log:
        for item, some in enumerate(tools):
            parts: dict[bytes, bytes] = {}
            asked = Asking(PLAYER, parts).take(request("agent", "", "x" * 1000, tools=some))
            log.add_all([(Logged(item, "agent", "", str(item), asked, Answer(None, "late"), 0.0), parts)])
        told = ledger(log, {}, {}).by("prompt")
    assert told["0",].shared == told["2",].shared == 0
    assert told["1",].shared == told["1",].sent // BLOCK * BLOCK
    assert told["1",].shared_share == told["1",].shared / told["1",].sent


def test_growing_conversations_share_what_was_said_before() -> None:
    contents = {digest(bytes([number])): bytes([number]) * 640 for number in range(60)}
    prefixes = Prefixes(contents.__getitem__)
    parts = list(contents)
    for length in range(1, 61):
        assert prefixes.add("m", parts[:length]) == Sent(640 * length, 640 * (length - 1))


@given(st.lists(st.text("xy", max_size=3), max_size=6))
def test_ledger_of_any_order_has_the_same_size(texts: list[str]) -> None:
    """Order decides what is shared, not what is sent."""
    with tempfile.TemporaryDirectory() as name, CompletionLog.resume(Path(name)) as log:
        for item, text in enumerate(texts):
            parts: dict[bytes, bytes] = {}
            asked = Asking(PLAYER, parts).take(request("user", "", text))
            log.add_all([(Logged(item, "user", "", "", asked, Answer(None, "late"), 0.0), parts)])
        sizes = [len(log.part(part)) for row in log.rows() for part in row.asked.messages]
        assert ledger(log, {}, {}).total.sent == sum(sizes)
