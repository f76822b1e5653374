"""Nothing that a model answered and that was used is lost, asked again, or doubled, whatever happens to the process."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import log_play
import msgspec
import pytest
from log_play import JUDGE, PLAYER, SCHEMA, TOOLS, Server, play, request, run

from apigen_mt.errors import UserError
from apigen_mt.models.completion import Completion, NoAnswer, OutOfBudget, RawCall, Request, Usage
from apigen_mt.models.log import COMPLETIONS, CompletionLog
from apigen_mt.models.logged import ItemLog


class Told:
    """Says what it is told to say, or raises it."""

    def __init__(self, answer: Completion | Exception):
        self.answer = answer
        self.times = 0

    async def complete(self, request: Request) -> Completion:
        self.times += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def ask(directory: Path, model: Told | None, asked: Request, player: log_play.Player = PLAYER) -> Completion:
    """Ask once, in a run of its own."""

    async def once() -> Completion:
        with CompletionLog.resume(directory) if model else CompletionLog.read(directory) as log:
            memory = ItemLog(log, 7)
            return await (memory.model(player, model) if model else memory.replay(player)).complete(asked)

    return asyncio.run(once())


ASKED = request("agent", "turn0", "You help.", "Hello?", tools=TOOLS, schema=SCHEMA, prompt="agent@1")
SAID = Completion("Hi.", (RawCall("c1", "find_order", "{not json"),), "length", Usage(5, 2, 1), "small-v1", 3)


# ---- answers come from the log --------------------------------------------------------------------------------------


def test_answer_is_on_the_disk_before_it_is_used(tmp_path: Path) -> None:
    async def look() -> None:
        with CompletionLog.resume(tmp_path) as log:
            await ItemLog(log, 7).model(PLAYER, Told(SAID)).complete(ASKED)
            with CompletionLog.read(tmp_path) as other:
                row = other.row(7, "agent", "turn0")
                messages = tuple(msgspec.json.decode(other.part(name)) for name in row.asked.messages)
                assert messages == ASKED.messages
                assert msgspec.json.decode(other.part(row.asked.tools)) == list(TOOLS)
                assert msgspec.json.decode(other.part(row.asked.schema)) == SCHEMA
                assert other.player(row.asked.player) == PLAYER
                assert (row.answer.completion, row.answer.tries, row.prompt) == (SAID, 3, "agent@1")
                assert 0 <= row.seconds < 10

    asyncio.run(look())


def test_logged_answer_is_not_asked_again(tmp_path: Path) -> None:
    assert ask(tmp_path, Told(SAID), ASKED) == SAID
    again = Told(Completion("Something else."))
    assert ask(tmp_path, again, ASKED) == SAID
    assert again.times == 0
    assert ask(tmp_path, None, ASKED) == SAID


def test_failure_is_remembered_and_what_stops_a_run_is_not(tmp_path: Path) -> None:
    with pytest.raises(OutOfBudget):
        ask(tmp_path, Told(OutOfBudget("3 dollars are spent")), ASKED)
    with pytest.raises(NoAnswer, match="six times"):
        ask(tmp_path, Told(NoAnswer("six times nothing", tries=6)), ASKED)
    for model in (Told(SAID), None):
        with pytest.raises(NoAnswer, match="six times nothing") as caught:
            ask(tmp_path, model, ASKED)
        assert caught.value.tries == 6


def test_half_a_surrogate_pair_is_used_as_it_is_logged(tmp_path: Path) -> None:
    broken = Completion("\ud83d!", (RawCall("c1", "f\udc00", '"\ud83d"'),), usage=Usage(5, 2, 1))
    used = ask(tmp_path, Told(broken), ASKED)
    assert used == Completion("?!", (RawCall("c1", "f?", '"?"'),), usage=Usage(5, 2, 1))
    assert ask(tmp_path, None, ASKED) == used


def test_place_that_is_asked_twice_is_a_bug(tmp_path: Path) -> None:
    async def twice() -> None:
        with CompletionLog.resume(tmp_path) as log:
            memory = ItemLog(log, 7)
            await memory.model(PLAYER, Told(SAID)).complete(ASKED)
            await memory.model(JUDGE, Told(SAID)).complete(ASKED)

    with pytest.raises(RuntimeError, match="item 7: the agent is asked twice at 'turn0'"):
        asyncio.run(twice())


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            request("agent", "turn0", "You help.", "Hello!", tools=TOOLS, schema=SCHEMA),
            r"message 2 of 2 \(user\) had .*",
        ),
        (request("agent", "turn0", "You help.", tools=TOOLS, schema=SCHEMA), "2 messages, and now there are 1"),
        (
            request("agent", "turn0", "You help.", "Hello?", schema=SCHEMA),
            r"the tools had .*find_order.* now has …\(none",
        ),
        (request("agent", "turn0", "You help.", "Hello?", tools=TOOLS), "the schema had"),
        (msgspec.structs.replace(ASKED, parallel=True), "parallel calls were not allowed, and now are"),
    ],
)
def test_changed_request_is_refused_in_words(tmp_path: Path, changed: Request, told: str) -> None:
    ask(tmp_path, Told(SAID), ASKED)
    for model, advice in ((Told(SAID), "choose another --out"), (None, "the settings that made it")):
        with pytest.raises(UserError, match=rf"request of the agent at item 7, turn0.*: .*{told}.*{advice}"):
            ask(tmp_path, model, changed)


def test_changed_player_and_prompt_are_named(tmp_path: Path) -> None:
    ask(tmp_path, Told(SAID), ASKED)
    warmer = msgspec.structs.replace(PLAYER, temperature=0.9)
    with pytest.raises(UserError, match=r"prompt agent@1, now agent@2\): the player had .*0\.7.* now has .*0\.9"):
        ask(tmp_path, None, msgspec.structs.replace(ASKED, prompt="agent@2"), warmer)


def test_replay_says_what_is_missing(tmp_path: Path) -> None:
    ask(tmp_path, Told(SAID), ASKED)
    with pytest.raises(UserError, match=r"no answer of the agent at item 7, turn1; of this role and item it has turn0"):
        ask(tmp_path, None, msgspec.structs.replace(ASKED, place="turn1"))
    with pytest.raises(UserError, match=r"no answer of the user at item 7, turn1; it has nothing of this role"):
        ask(tmp_path, None, request("user", "turn1", "Hello?"))


def test_replay_of_a_run_is_identical(tmp_path: Path) -> None:
    made = asyncio.run(run(tmp_path, Server()))
    assert len({line for item in made for line in item if "answer" in line}) > log_play.ITEMS * log_play.TURNS
    assert asyncio.run(run(tmp_path, None)) == made
    again = Server()
    assert asyncio.run(run(tmp_path, again)) == made
    assert again.asked == []


def test_messages_are_kept_once(tmp_path: Path) -> None:
    asyncio.run(run(tmp_path, Server(), items=3))
    with CompletionLog.read(tmp_path) as log:
        rows = list(log.rows())
        uses = Counter(name for row in rows for name in row.asked.messages)
    with sqlite3.connect(tmp_path / COMPLETIONS) as file:
        kept = [name for (name,) in file.execute("SELECT hash FROM parts")]
    file.close()
    assert len(rows) == 3 * 3 * log_play.TURNS
    assert len(kept) == len(set(kept)) == len(uses) + 4  # two players, the tools, the schema
    assert max(uses.values()) >= log_play.TURNS


# ---- many at once ---------------------------------------------------------------------------------------------------


def test_thousand_at_once_share_few_commits(tmp_path: Path) -> None:
    """Answers that come while a commit runs go together into the next one."""
    commits: list[str] = []

    async def many() -> None:
        with CompletionLog.resume(tmp_path) as log:
            log._writable._connection.set_trace_callback(lambda one: commits.append(one) if one == "COMMIT" else None)

            async def one(item: int) -> None:
                await asyncio.sleep(item % 50 / 1000)
                got = await ItemLog(log, item).model(PLAYER, Told(Completion(str(item)))).complete(ASKED)
                assert got.text == str(item)

            await asyncio.gather(*map(one, range(1000)))

    asyncio.run(many())
    with CompletionLog.read(tmp_path) as log:
        assert sorted((row.item, row.answer.completion.text) for row in log.rows() if row.answer.completion) == [
            (item, str(item)) for item in range(1000)
        ]
    assert 1 <= len(commits) <= 250


def test_slow_disk_does_not_stop_the_loop(tmp_path: Path) -> None:
    async def wait() -> float:
        with CompletionLog.resume(tmp_path) as log:
            log._writable._connection.set_trace_callback(lambda one: time.sleep(1.5) if one == "COMMIT" else None)
            asking = asyncio.ensure_future(ItemLog(log, 7).model(PLAYER, Told(SAID)).complete(ASKED))
            longest, last = 0.0, time.perf_counter()
            while not asking.done():
                await asyncio.sleep(0.001)
                longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
            return longest

    assert asyncio.run(wait()) < 1.0


def test_answer_is_kept_when_its_caller_is_cancelled(tmp_path: Path) -> None:
    """Ctrl-C comes between the answer and the commit: it is paid for."""

    async def interrupted() -> None:
        with CompletionLog.resume(tmp_path) as log:
            models = [Told(Completion(str(item))) for item in range(20)]
            tasks = [
                asyncio.ensure_future(ItemLog(log, item).model(PLAYER, model).complete(ASKED))
                for item, model in enumerate(models)
            ]
            while not all(model.times for model in models):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()

    asyncio.run(interrupted())
    with CompletionLog.read(tmp_path) as log:
        assert {row.item for row in log.rows()} == set(range(20))


# ---- kill -9 --------------------------------------------------------------------------------------------------------


def lines(path: Path) -> list[str]:
    """Whole lines of a file that may not be there yet."""
    return path.read_text().splitlines() if path.exists() else []


def logged(directory: Path) -> set[str]:
    """What the log has, as the server names it."""
    if not (directory / COMPLETIONS).is_file():
        return set()
    with CompletionLog.read(directory) as log:
        return {f"item{row.item} {row.role} {row.place}" for row in log.rows()}


def test_killed_at_random_moments_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Five kills in the middle of writing, then to the end."""
    rng, wanted = Random(5), log_play.ITEMS * log_play.TURNS * 3
    command = [sys.executable, log_play.__file__, str(tmp_path)]
    have: list[set[str]] = [set()]
    asked: list[list[str]] = []
    for life in range(6):
        before, start = len(lines(tmp_path / "seen")), len(lines(tmp_path / "used"))
        child = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
        if life < 5:
            enough = start + len(have[-1]) + rng.randrange(1, wanted // 6)
            while len(lines(tmp_path / "used")) < enough and child.poll() is None:
                time.sleep(0.002)
            child.send_signal(signal.SIGKILL)
        code = child.wait(60)
        assert code == (-signal.SIGKILL if life < 5 else 0)
        asked.append(lines(tmp_path / "seen")[before:])
        have.append(logged(tmp_path))

    for before, seen, after in zip(have, asked, have[1:], strict=False):
        assert before < after, "something is lost, or the kill came too early to show anything"
        assert not before & set(seen), "something logged was asked again"
        assert len(seen) == len(set(seen))
    assert len(have[-1]) == wanted and len(have[1]) < wanted

    used: dict[str, set[str]] = {}
    for line in lines(tmp_path / "used"):
        place, _, answer = line.partition("\t")
        used.setdefault(place, set()).add(answer)
    assert set(used) == have[-1]
    assert {place for place, answers in used.items() if len(answers) > 1} == set(), "used twice, not the same"

    twice = [place for place, times in Counter(place for seen in asked for place in seen).items() if times > 1]
    in_flight = {place for seen, after in zip(asked, have[1:], strict=False) for place in seen if place not in after}
    assert set(twice) <= in_flight, "asked twice though not in flight at a kill"
    assert repr(asyncio.run(run(tmp_path, None))) == (tmp_path / "result").read_text()


# ---- files that are not as they should be ---------------------------------------------------------------------------


def test_full_disk_is_a_sentence_and_harms_nothing(tmp_path: Path) -> None:
    async def fill() -> None:
        with CompletionLog.resume(tmp_path) as log:
            connection = log._writable._connection
            connection.execute("PRAGMA max_page_count = 40")
            noise = Random(1)
            with pytest.raises(UserError, match="fails or is full"):
                for item in range(100):
                    said = Completion(noise.randbytes(2000).hex())
                    await ItemLog(log, item).model(PLAYER, Told(said)).complete(ASKED)
            connection.execute("PRAGMA max_page_count = 4000")
            await ItemLog(log, 99).model(PLAYER, Told(SAID)).complete(ASKED)

    asyncio.run(fill())
    with CompletionLog.resume(tmp_path) as log:
        rows = list(log.rows())
        assert [row.item for row in rows] == [*range(len(rows) - 1), 99]
        assert all(log.part(name) for row in rows for name in row.asked.messages)


def test_what_a_failed_commit_took_back_is_written_again(tmp_path: Path) -> None:
    async def fail_once() -> None:
        with CompletionLog.resume(tmp_path) as log:
            writer = log._writable
            commit = writer._commit

            def refuse() -> None:
                writer._undo()
                writer._commit = commit
                raise UserError("the disk is gone")

            writer._commit = refuse
            with pytest.raises(UserError, match="the disk is gone"):
                await ItemLog(log, 1).model(PLAYER, Told(SAID)).complete(ASKED)
            await ItemLog(log, 2).model(PLAYER, Told(SAID)).complete(ASKED)

    asyncio.run(fail_once())
    with CompletionLog.read(tmp_path) as log:
        (row,) = log.rows()
        assert row.item == 2
        assert [msgspec.json.decode(log.part(name)) for name in row.asked.messages] == list(ASKED.messages)


@pytest.mark.parametrize("spoil", ["garbage", "truncated", "row lost"])
def test_damaged_log_is_refused_and_left_as_it_is(tmp_path: Path, spoil: str) -> None:
    asyncio.run(run(tmp_path, Server(), items=2))
    path = tmp_path / COMPLETIONS
    match spoil:
        case "garbage":
            path.write_bytes(b"garbage" * 1000)
        case "truncated":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        case _:
            with sqlite3.connect(path) as connection:
                connection.execute("DELETE FROM completions WHERE number = 3")
            connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"is damaged .* left as it is"):
        CompletionLog.resume(tmp_path)
    assert path.read_bytes() == before


def test_missing_part_is_told(tmp_path: Path) -> None:
    ask(tmp_path, Told(SAID), ASKED)
    with sqlite3.connect(tmp_path / COMPLETIONS) as connection:
        connection.execute("DELETE FROM parts")
    connection.close()
    with (
        CompletionLog.read(tmp_path) as log,
        pytest.raises(UserError, match=r"is damaged \(part [0-9a-f]{32} is missing"),
    ):
        log.part(next(log.rows()).asked.player)


def test_other_files_and_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"has no completions\.sqlite: no language model played"):
        CompletionLog.read(tmp_path)
    CompletionLog.resume(tmp_path).__exit__(None, None, None)
    for setting, told in (
        ("user_version = 99", "completion log format 99"),
        ("application_id = 5", "is not a completion"),
    ):
        with sqlite3.connect(tmp_path / COMPLETIONS) as connection:
            connection.execute(f"PRAGMA {setting}")
        connection.close()
        for use in (CompletionLog.resume, CompletionLog.read):
            with pytest.raises(UserError, match=told):
                use(tmp_path)


def test_log_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"cannot write .*completions\.sqlite"):
        CompletionLog.resume(tmp_path / "nowhere")


def test_killed_before_the_first_commit_begins_anew(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / COMPLETIONS)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert ask(tmp_path, Told(SAID), ASKED) == SAID


def test_log_can_be_read_while_it_is_written_and_is_not_written_by_readers(tmp_path: Path) -> None:
    async def write() -> None:
        with CompletionLog.resume(tmp_path) as log, CompletionLog.read(tmp_path) as reader:
            await play(0, ItemLog(log, 0).model(PLAYER, Server()), ItemLog(log, 0).model(JUDGE, Server()))
            assert len(list(reader.rows())) == 3 * log_play.TURNS
            with pytest.raises(RuntimeError, match="open to read"):
                await ItemLog(reader, 1).model(PLAYER, Server()).complete(ASKED)

    asyncio.run(write())
