"""BFCL's multi-turn categories, on the real package: everything loads and replays, their reward is read as they give it, and
what their checker overlooks is seen."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from apigen_mt.adapters.benchmark import Benchmark, Conversed, PeerTask, offered, played
from apigen_mt.errors import UserError
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.replay import replay

pytest.importorskip("bfcl_eval", reason="bfcl-eval is not installed (pip install --no-deps bfcl-eval mpmath)")

from apigen_mt.adapters.bfcl import package, theirs
from apigen_mt.adapters.bfcl.apis import api, toolset
from apigen_mt.adapters.bfcl.benchmark import NAMES, Bfcl, load
from apigen_mt.adapters.bfcl.calls import as_executed, parse, written
from apigen_mt.adapters.bfcl.entries import Entry
from apigen_mt.adapters.bfcl.flaws import FLAWS as KNOWN_FLAWS
from apigen_mt.adapters.bfcl.judge import CHECKS as JUDGED
from apigen_mt.adapters.bfcl.judge import live, verdicts
from apigen_mt.adapters.bfcl.reward import CHECKS, reward
from apigen_mt.adapters.bfcl.world import World

Turns = list[list[tuple[ToolCall, ...]]]
CLASSES = tuple(name for name in package.settings().CLASS_FILE_PATH_MAPPING if not name.startswith(("Web", "Memory")))
CORRUPTED = 300
"""Conversations that are made a mess of, for each category."""


@cache
def category(name: str) -> Bfcl:
    """A category, read once."""
    return Bfcl(name)


@pytest.fixture(params=NAMES)
def bfcl(request: pytest.FixtureRequest) -> Bfcl:
    """Each of the categories in turn."""
    return category(request.param)


def conversation(entry: Entry, made: Turns) -> Conversed:
    """What an agent has said that makes these calls, turn by turn and step by step."""
    messages: list[Message] = []
    for number, turn in enumerate(made):
        said = entry.task.turns[number] if number < len(entry.task.turns) else "One thing more."
        steps = [Message("assistant", calls=step) for step in turn]
        messages += [Message("user", said), *steps, Message("assistant", "That is all.")]
    return Conversed(messages, StopReason.USER_DONE)


def right(entry: Entry) -> Turns:
    """The ground truth, all calls of a turn in one step."""
    return [[turn] if turn else [] for turn in entry.calls]


def failed(verdicts: Sequence[Verdict]) -> set[str]:
    return {verdict.check for verdict in verdicts if verdict.passed is False}


def judged(entry: Entry, played: Conversed) -> tuple[Verdict, ...]:
    return verdicts(entry, live(entry.scenario, entry.calls), played)


# ---- everything loads and replays -----------------------------------------------------------------------------------


def test_all_tasks_load(bfcl: Bfcl) -> None:
    """Two hundred a category; whatever the user says and the agent has to do is known turn by turn."""
    tasks = bfcl.tasks("test")
    assert len(tasks) == 200
    for task in tasks:
        assert len(task.turns) == len(task.by_turn) and all(task.turns)
        assert sum(task.by_turn) == len(task.actions)
        assert [action.call for action in task.actions] == [
            call for turn in bfcl.entries[task.id].calls for call in turn
        ]
    assert (
        sum(len(task.actions) for task in tasks) == dict(zip(NAMES, (1142, 1140, 1140, 1203), strict=True))[bfcl.name]
    )


def test_ground_truth_replays_with_the_results_of_their_executor(bfcl: Bfcl) -> None:
    """The same texts in the same order as in a process of theirs that has run nothing else, and no call fails."""
    execute = package.module(f"{package.CHECKER}.multi_turn_utils").execute_multi_turn_func_call
    for entry in bfcl.entries.values():
        done = replay(bfcl.environment(entry.task), [action.call for action in entry.task.actions])
        assert done.failures == []
        scenario = entry.scenario
        with theirs.as_new(entry, "executor"):
            texts, objects = execute(
                [text for turn in entry.answer for text in turn],
                entry.question["initial_config"],
                list(scenario.classes),
                "executor",
                entry.task.id,
                scenario.long_context,
            )
            public = {name: _public(it) for name, it in objects.items()}
        assert [result.content for result in done.results] == texts
        assert {name: _public(it) for name, it in done.state._objects.items()} == public


def _public(it: object) -> str:
    return repr({key: value for key, value in vars(it).items() if not key.startswith("_")})


def test_oracle_earns_everything_but_where_the_ground_truth_fits_no_schema(bfcl: Bfcl) -> None:
    """By their checker and by ours; a faulty call, a tool used too early and turns too long for one call a step are known."""
    exceptions = Counter[str]()
    for task in bfcl.tasks("test"):
        talk = played(bfcl.environment(task), task)
        ours = bfcl.reward(task, talk)
        assert ours == bfcl.their_reward(task, talk)
        found = failed(bfcl.verdicts(task, talk))
        assert ours.value == float("steps" not in found)
        exceptions.update(found)
    by_category = {"miss_func": {"withheld": 1}, "long_context": {"steps": 2}}
    assert exceptions == {"schema": 1, **by_category.get(bfcl.name.removeprefix("bfcl:multi_turn_"), {})}


def test_who_does_nothing_earns_nothing(bfcl: Bfcl) -> None:
    for task in bfcl.tasks("test")[::10]:
        idle = conversation(bfcl.entries[task.id], [[] for _ in task.turns])
        assert bfcl.reward(task, idle).value == 0.0
        assert bfcl.reward(task, idle) == bfcl.their_reward(task, idle)
        assert {"state", "outputs"} & failed(bfcl.verdicts(task, idle))


# ---- their reward, also where it is wrong ---------------------------------------------------------------------------


def test_reward_equals_theirs_on_corrupted_calls(bfcl: Bfcl) -> None:
    """Calls left out, doubled, moved, swapped, misnamed, with wrong, missing and strange arguments; turns lost and joined."""
    random = Random(f"corruptions of {bfcl.name}")
    entries = list(bfcl.entries.values())
    pool = [call for entry in entries for turn in entry.calls for call in turn]
    seen = Counter[str]()
    for _ in range(CORRUPTED):
        entry = random.choice(entries)
        made = [[(call,) for call in turn] for turn in entry.calls]
        for _ in range(random.choice((1, 1, 2, 3))):
            random.choice(CORRUPTIONS)(made, entry, pool, random)
        said = conversation(entry, made)
        ours = bfcl.reward(entry.task, said)
        assert ours == bfcl.their_reward(entry.task, said), (entry.task.id, made)
        seen[next((name for name, part in ours.parts.items() if part == 0.0), "accepted")] += 1
    assert set(seen) >= {"accepted", *CHECKS} - {"inference_error"}, seen


Corruption = Callable[[Turns, Entry, list[ToolCall], Random], None]


def _place(made: Turns, random: Random) -> tuple[int, int] | None:
    places = [(turn, step) for turn, steps in enumerate(made) for step in range(len(steps))]
    return random.choice(places) if places else None


def _drop(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    if place := _place(made, random):
        del made[place[0]][place[1]]


def _double(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    if place := _place(made, random):
        made[place[0]].insert(place[1], made[place[0]][place[1]])


def _move(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    if place := _place(made, random):
        step = made[place[0]].pop(place[1])
        turn = random.choice(made)
        turn.insert(random.randint(0, len(turn)), step)


def _join(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    if len(made) > 1:
        turn = random.randrange(len(made) - 1)
        made[turn : turn + 2] = [made[turn] + made[turn + 1], []]


def _one_step(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    for turn in made:
        turn[:] = [tuple(call for step in turn for call in step)] if turn else []


def _lose_a_turn(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    if made:
        del made[random.randrange(len(made))]


def _too_many_steps(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    if place := _place(made, random):
        made[place[0]] += [made[place[0]][place[1]]] * random.choice((15, 19, 20, 21, 25))


def _strange_call(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    """One of another task, of a tool that this one may or may not have; sometimes of none at all."""
    call = random.choice(pool)
    if random.random() < 0.3:
        call = ToolCall(random.choice(("no_such_tool", "print", "_load_scenario", "__import__", "os.system", "")), {})
    if made:
        turn = random.choice(made)
        turn.insert(random.randint(0, len(turn)), (call,))


def _argument(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    """Another value, of the right kind or not; or none, or one too many."""
    place = _place(made, random)
    if place is None or not made[place[0]][place[1]]:
        return
    call = made[place[0]][place[1]][0]
    arguments = dict(call.arguments)
    name = random.choice([*arguments, "folder"])
    wrong = [
        "x",
        1,
        0,
        -1,
        1.0,
        True,
        None,
        [],
        ["a", "(b)"],
        {},
        "run sort (by name)",
        "Total (USD)",
        "é\n'\"\\(",
        1e999,
    ]
    match random.randrange(5):
        case 0:
            arguments.pop(name, None)
        case 1:
            arguments[name] = random.choice(wrong)
        case 2:
            arguments[random.choice(("x", "self", "class", "a b", "x=1,y", "ﬁ"))] = 1
        case 3:
            arguments[name] = f"{arguments.get(name)}."
        case _:
            number = arguments.get(name)
            arguments[name] = float(number) if isinstance(number, int) else random.choice(wrong)
    made[place[0]][place[1]] = (ToolCall(call.name, arguments), *made[place[0]][place[1]][1:])


def _leaking_calls(made: Turns, entry: Entry, pool: list[ToolCall], random: Random) -> None:
    """What changes data that their classes hold for the whole process."""
    tools = toolset(entry.scenario.classes).tools
    config = entry.question["initial_config"]
    calls: list[ToolCall] = []
    if "post_tweet" in tools:
        account = {"username": "john", "password": "john123", "tweet_counter": 0, **config.get("TwitterAPI", {})}
        calls += [
            ToolCall("authenticate_twitter", {name: account[name] for name in ("username", "password")}),
            ToolCall("post_tweet", {"content": "Hello"}),
            ToolCall("mention", {"tweet_id": account["tweet_counter"], "mentioned_usernames": ["@a"]}),
        ]
    if "book_flight" in tools and entry.scenario.long_context:
        card = next(iter(_extension("CREDIT_CARD_EXTENSION")))
        flight = {"travel_date": "2024-12-01", "travel_from": "SFO", "travel_to": "LAX", "travel_class": "economy"}
        token = config.get("TravelAPI", {}).get("access_token")
        calls.append(ToolCall("book_flight", {"access_token": token, "card_id": card, **flight}))
    if made:
        random.choice(made)[:0] = [(call,) for call in calls]


CORRUPTIONS: tuple[Corruption, ...] = (
    _drop,
    _double,
    _move,
    _join,
    _one_step,
    _lose_a_turn,
    _too_many_steps,
    _strange_call,
    _argument,
    _argument,
    _argument,
    _leaking_calls,
)


def _extension(name: str) -> dict[str, Any]:
    return getattr(package.module(f"{package.CHECKER}.func_source_code.long_context"), name)


def test_no_answer_is_an_error_of_inference() -> None:
    bfcl = category(NAMES[0])
    task = bfcl.tasks("test")[0]
    broken = Conversed(played(bfcl.environment(task), task).messages, StopReason.NO_ANSWER)
    assert bfcl.reward(task, broken) == bfcl.their_reward(task, broken)
    assert bfcl.reward(task, broken).parts["inference_error"] == 0.0


def test_text_that_looks_like_a_call_is_rewritten_by_them_and_not_by_us() -> None:
    """An agent that does exactly what the ground truth does fails, because each side's text gets another name into it."""
    bfcl = category(NAMES[0])
    entry = next(e for e in bfcl.entries.values() if any(call.name == "echo" for turn in e.calls for call in turn))

    def reworded(call: ToolCall) -> ToolCall:
        words = {"content": "run sort (by name)"} if call.name == "echo" else {}
        return ToolCall(call.name, {**call.arguments, **words})

    calls = tuple(tuple(map(reworded, turn)) for turn in entry.calls)
    answer = [[written(call) for call in turn] for turn in calls]
    changed = msgspec.structs.replace(entry, calls=calls, answer=answer)
    played = conversation(changed, [[turn] for turn in calls])
    assert reward(changed, played).parts["instance_state_mismatch"] == 0.0
    assert reward(changed, played) == theirs.their_reward(changed, played)
    assert "state" not in failed(judged(changed, played))


# ---- what their checker overlooks -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES[1:3])
def test_acting_where_one_has_to_ask_is_seen(name: str) -> None:
    """In the turn in which a tool or a value is missing the agent already makes the next turn's first call."""
    accepted = tried = 0
    for entry in category(name).entries.values():
        for number, turn in enumerate(entry.calls[:-1]):
            if turn or not entry.calls[number + 1]:
                continue
            made = right(entry)
            made[number] = [entry.calls[number + 1][:1]]
            played = conversation(entry, made)
            seen = failed(judged(entry, played))
            assert "restraint" in seen
            assert ("withheld" in seen) >= (entry.task.withheld.get(entry.calls[number + 1][0].name, 0) > number)
            tried += 1
            accepted += reward(entry, played).value == 1.0
    assert tried >= 200
    assert accepted > 0.8 * tried


def test_a_turn_that_any_call_passes_is_a_flaw() -> None:
    """Another call than the right ones, which tells nothing, earns the whole reward wherever the flaw is found."""
    bfcl = category(NAMES[0])
    found = [
        (task, v.reason) for task in bfcl.tasks("test") for v in bfcl.flaws(task) if v.check == "unproved" and v.reason
    ]
    assert len(found) == 8
    for task, reason in found:
        entry = bfcl.entries[task.id]
        made = right(entry)
        made[int(reason.split("; ")[0].removeprefix("turn "))] = [(ToolCall("nothing", {}),)]
        assert reward(entry, conversation(entry, made)).value == 1.0
        assert "errors" in failed(judged(entry, conversation(entry, made)))


def test_one_result_serves_in_several_turns_by_their_measure_only() -> None:
    """A file is to be written again in the second turn; the agent looks where it stands instead."""
    first = category(NAMES[0]).entries["multi_turn_base_0"]
    write = ToolCall("echo", {"content": "Draft", "file_name": "final_report.pdf"})
    calls = ((ToolCall("cd", {"folder": "document"}), write), (write,))
    task = msgspec.structs.replace(first.task, turns=first.task.turns[:2], by_turn=(2, 1))
    entry = msgspec.structs.replace(
        first, task=task, calls=calls, answer=[[written(call) for call in turn] for turn in calls]
    )
    played = conversation(entry, [[calls[0]], [(ToolCall("pwd", {}),)]])
    assert reward(entry, played).value == theirs.their_reward(entry, played).value == 1.0
    assert failed(judged(entry, played)) == {"outputs"}
    again = conversation(entry, [[calls[0]], [calls[1]]])
    assert failed(judged(entry, again)) == set()


def test_what_is_shared_for_a_whole_process_hides_a_change_from_them() -> None:
    """Mentioning somebody in one's tweet changes the default of all tweets, and so the ground truth's as well."""
    tried = 0
    for entry in category(NAMES[0]).entries.values():
        tweets = [(n, call) for n, turn in enumerate(entry.calls[:-1]) for call in turn if call.name == "post_tweet"]
        if len(tweets) != 1 or "mentions" in tweets[0][1].arguments or not entry.calls[tweets[0][0] + 1]:
            continue
        made = right(entry)
        number = entry.question["initial_config"]["TwitterAPI"]["tweet_counter"]
        mention = ToolCall("mention", {"tweet_id": number, "mentioned_usernames": ["@nobody_asked"]})
        made[tweets[0][0] + 1].append((mention,))
        played = conversation(entry, made)
        assert reward(entry, played) == theirs.their_reward(entry, played)
        assert reward(entry, played).value == 1.0
        assert failed(judged(entry, played)) == {"state"}
        tried += 1
    assert tried


READS = {"GorillaFileSystem": "pwd", "TravelAPI": "list_all_airports", "VehicleControlAPI": "check_tire_pressure"}


def test_steps_beyond_their_limit_in_the_last_turn_are_seen() -> None:
    """Their runner stops the conversation there, and their checker finds as many turns as there should be."""
    entry = next(e for e in category(NAMES[0]).entries.values() if READS.keys() & set(e.scenario.classes))
    tool = next(READS[name] for name in entry.scenario.classes if name in READS)
    made = right(entry)
    made[-1] += [(ToolCall(tool, {}),)] * 20
    played = conversation(entry, made)
    assert reward(entry, played).value == theirs.their_reward(entry, played).value == 1.0
    assert failed(judged(entry, played)) == {"steps"}
    made[0] += [(ToolCall(tool, {}),)] * 20
    assert reward(entry, conversation(entry, made)).parts["force_terminated"] == 0.0


@pytest.mark.parametrize(
    ("call", "check"),
    [
        (ToolCall("no_such_tool", {}), {"errors", "schema"}),
        (ToolCall("ls", {"b": True}), {"errors", "schema"}),
        (ToolCall("ls", {"a": "yes"}), {"schema"}),
        (ToolCall("cat", {"file_name": "nowhere.txt"}), {"errors"}),
    ],
)
def test_calls_that_fail_or_fit_no_schema_are_seen(call: ToolCall, check: set[str]) -> None:
    entry = category(NAMES[0]).entries["multi_turn_base_0"]
    made = right(entry)
    made[0].append((call,))
    played = conversation(entry, made)
    assert reward(entry, played) == theirs.their_reward(entry, played)
    assert reward(entry, played).value == 1.0
    assert failed(judged(entry, played)) == check


def test_recorded_results_and_scripted_words_are_compared() -> None:
    bfcl = category(NAMES[0])
    task = bfcl.tasks("test")[0]
    honest = played(bfcl.environment(task), task).messages
    assert failed(bfcl.verdicts(task, Conversed(honest, StopReason.USER_DONE))) == set()
    unclear = {v.check for v in bfcl.verdicts(task, Conversed(honest, StopReason.USER_DONE)) if v.passed is None}
    assert unclear == {"policy", "consent", "provenance"}
    lied = [msgspec.structs.replace(m, content=f"{m.content} ") if m.role == "tool" else m for m in honest]
    assert failed(bfcl.verdicts(task, Conversed(lied, StopReason.USER_DONE))) == {"replay"}
    improvised = [msgspec.structs.replace(m, content="Go on.") if m.role == "user" else m for m in honest]
    assert failed(bfcl.verdicts(task, Conversed(improvised, StopReason.USER_DONE))) == {"turns"}


FLAWS = {
    "bfcl:multi_turn_base": {
        "schema": 1,
        "idle": 23,
        "unchecked": 2,
        "unproved": 8,
        "drawn": 76,
        "ungiven": 21,
        "excluded": 18,
    },
    "bfcl:multi_turn_miss_func": {
        **{"schema": 1, "idle": 22, "unchecked": 200, "unproved": 8, "drawn": 76, "ungiven": 22, "excluded": 18},
        "withheld": 15,
    },
    "bfcl:multi_turn_miss_param": {
        **{"schema": 1, "idle": 23, "unchecked": 200, "unproved": 8, "drawn": 76, "ungiven": 23, "excluded": 18}
    },
    "bfcl:multi_turn_long_context": {
        **{"schema": 1, "idle": 23, "unchecked": 2, "unproved": 3, "drawn": 76, "ungiven": 23, "excluded": 18},
        "steps": 2,
    },
}
"""Tasks with each flaw, in version 2026.3.23."""


def test_flaws_of_the_ground_truth_are_counted(bfcl: Bfcl) -> None:
    """No call fails and no text is rewritten; the rest is as the documentation says."""
    assert Counter(v.check for task in bfcl.tasks("test") for v in bfcl.flaws(task) if not v.passed) == FLAWS[bfcl.name]


# ---- worlds of their own --------------------------------------------------------------------------------------------


def _leaky(entry: Entry) -> list[ToolCall]:
    made: Turns = [[]]
    _leaking_calls(made, entry, [], Random(0))
    return [call for step in made[0] for call in step]


def test_nothing_outlives_a_world() -> None:
    """Neither mutable defaults nor rows of global tables, nor the precision of decimal numbers; not even after their checker."""
    both = {"TravelAPI", "TwitterAPI"}
    entry = next(e for e in category(NAMES[3]).entries.values() if set(e.scenario.classes) == both)
    cards = json.dumps(_extension("CREDIT_CARD_EXTENSION"))
    first = replay(World(entry.scenario), _leaky(entry))
    assert first.failures == []
    theirs.their_reward(entry, conversation(entry, [[tuple(_leaky(entry))], *right(entry)[1:]]))
    second = replay(World(entry.scenario), _leaky(entry))
    assert first.results == second.results
    assert first.state.snapshot() == second.state.snapshot()
    assert json.dumps(_extension("CREDIT_CARD_EXTENSION")) == cards
    assert api("TwitterAPI").make().post_tweet.__defaults__ == ([], [])  # type: ignore[attr-defined]


def test_a_fork_goes_its_own_way(bfcl: Bfcl) -> None:
    """From anywhere in a ground truth; what goes on in one is not seen in the other."""
    random = Random(bfcl.name)
    for task in random.sample(bfcl.tasks("test"), 20):
        calls = [action.call for action in task.actions]
        whole = replay(bfcl.environment(task), calls)
        cut = random.randint(0, len(calls))
        world = replay(bfcl.environment(task), calls[:cut]).state
        before, fork = world.snapshot(), world.fork()
        assert replay(fork, calls[cut:]).results == whole.results[cut:]
        assert world.snapshot() == before
        assert fork.snapshot() == replay(world, calls[cut:]).state.snapshot() == whole.state.snapshot()


def test_a_world_leaves_the_arguments_of_calls_alone() -> None:
    """Their tools keep lists that they are given, and change them later."""
    entry = next(e for e in category(NAMES[0]).entries.values() if "TwitterAPI" in e.scenario.classes)
    post = ToolCall("post_tweet", {"content": "Hello", "tags": [], "mentions": []})
    world = World(entry.scenario)
    config = entry.question["initial_config"]["TwitterAPI"]
    world.call(ToolCall("authenticate_twitter", {"username": config["username"], "password": config["password"]}))
    number = json.loads(world.call(post).content)["id"]
    world.call(ToolCall("mention", {"tweet_id": number, "mentioned_usernames": ["@a"]}))
    assert json.loads(world.call(ToolCall("get_tweet", {"tweet_id": number})).content)["mentions"] == ["@a"]
    assert post.arguments == {"content": "Hello", "tags": [], "mentions": []}


def test_nothing_that_a_model_writes_is_run(tmp_path: Path) -> None:
    """Neither here nor, for all that it evaluates text, when their checker is asked."""
    bfcl = category(NAMES[0])
    task = bfcl.tasks("test")[0]
    entry = bfcl.entries[task.id]
    target = tmp_path / "made"
    code = f"__import__('pathlib').Path({str(target)!r}).touch()"
    hostile = [
        ToolCall(code, {}),
        ToolCall(f"ls(a={code}) or ls", {}),
        ToolCall("inspect.os.system", {"command": f"touch {target}"}),
        ToolCall("open", {"file": str(target), "mode": "w"}),
        ToolCall("ls", {f"a={code},b": True}),
        ToolCall("ls", {"a": f"' + {code} + '"}),
        ToolCall("_load_scenario", {"scenario": {}}),
    ]
    made = right(entry)
    made[0] += [(call,) for call in hostile]
    played = conversation(entry, made)
    assert bfcl.reward(task, played) == bfcl.their_reward(task, played)
    assert all(result.error for result in replay(bfcl.environment(task), hostile[:5]).results)
    bfcl.verdicts(task, played)
    assert not target.exists()


def test_importing_the_package_leaves_no_trace() -> None:
    """Their general loaders, which create folders where they lie, are not imported, and none of the folders is there."""
    for name in NAMES:
        category(name)
    loaded = {name for name in sys.modules if name.startswith("bfcl_eval.")}
    assert not {name for name in loaded if name.split(".")[1] in ("utils", "model_handler", "_llm_response_generation")}
    assert not [folder for folder in ("result", "score", ".file_locks") if (package.folder().parent / folder).exists()]


# ---- tools and calls ------------------------------------------------------------------------------------------------


def test_tools_are_those_of_the_classes() -> None:
    """128 with distinct names, each with a schema that is valid and closed."""
    tools = toolset(CLASSES).tools
    assert len(tools) == 128 == sum(len(api(name).tools) for name in CLASSES)
    for name, tool in tools.items():
        assert tool.spec()["function"]["name"] == name
        assert tool.parameters["additionalProperties"] is False
        assert tool.problems({"no such": 1})
        assert set(tool.parameters["properties"]) == set(toolset(CLASSES).parameters[name])


def test_withheld_tools_are_offered_from_their_turn_on() -> None:
    """As their runner adds them to the end of the list, with a message of its own."""
    bfcl = category(NAMES[1])
    for task in bfcl.tasks("test"):
        turn, tools = min(task.withheld.values()), set(task.withheld)
        specs = bfcl.specs(task)
        named = [[spec["function"]["name"] for spec in offered(specs, task, number)] for number in (0, turn - 1, turn)]
        assert not tools & set(named[1]) and named[0] == named[1]
        assert set(named[2][-len(tools) :]) == tools and named[2][: -len(tools)] == named[1]
        assert task.turns[turn].startswith("I have updated some more functions")


ARGUMENTS: list[dict[str, Any]] = [
    {},
    {"a": 'it\'s "so"\n', "b": [1, 2.5, {"c": None}], "d": True},
    {"text": "f(x) (y)"},
]


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_a_call_that_is_written_down_is_read_again(arguments: dict[str, Any]) -> None:
    call = ToolCall("f", arguments)
    assert parse(written(call), {}) == call


def test_positions_get_the_names_of_parameters() -> None:
    assert parse("mv('a', destination='b')", {"mv": ("source", "destination")}).arguments == {
        "source": "a",
        "destination": "b",
    }


@pytest.mark.parametrize(
    "text", ["mv('a')", "f(", "f(a=g())", "f", "f(a=1)(b=2)", "f(**{'a': 1})", "1", "f(a=1, a=2)", "g('x', a=1)"]
)
def test_what_is_not_one_call_with_literals_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text, {"g": ("a",)})


def test_text_reaches_their_tools_changed() -> None:
    owners = {"sort": "m_GorillaFileSystem_instance"}
    told = ToolCall("echo", {"content": "Total (USD), sort (by name)"})
    assert as_executed(told, owners).arguments == {"content": "Total(USD), m_GorillaFileSystem_instance.sort(by name)"}
    assert as_executed(ToolCall("echo", {"content": "sort by name"}), owners).arguments == {"content": "sort by name"}


@pytest.mark.parametrize("number", [1e999, -1e999, float("nan")])
def test_a_number_that_python_writes_as_a_name_never_reaches_their_tools(number: float) -> None:
    with pytest.raises(ValueError):
        as_executed(ToolCall("echo", {"content": [number]}), {"echo": "m_GorillaFileSystem_instance"})


def test_states_are_compared_as_python_compares_values() -> None:
    """An amount of 3 and one of 3.0 are the same to them, and so to us; an amount of 2 is not."""
    entry = next(e for e in category(NAMES[0]).entries.values() if "VehicleControlAPI" in e.scenario.classes)
    worlds = [
        replay(World(entry.scenario), [ToolCall("adjustClimateControl", {"temperature": it, "unit": "celsius"})]).state
        for it in (3, 3.0, 2)
    ]
    assert [worlds[0].agrees(other) for other in worlds] == [True, True, False]


def test_mistakes_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="bfcl:multi_turn_base"):
        load("bfcl:simple_python")
    with pytest.raises(UserError, match="only 'test'"):
        category(NAMES[0]).tasks("train")
    with pytest.raises(UserError, match="nowhere"):
        package.lines(package.data(), "nowhere.json")
    monkeypatch.setattr(package, "DISTRIBUTION", "no-such-distribution")
    with pytest.raises(UserError, match="pip install --no-deps"):
        package.version()


def test_it_is_a_benchmark_like_the_others() -> None:
    """Typed as one, and with all that one has."""
    bfcl: Benchmark = load(NAMES[0])
    task: PeerTask = bfcl.tasks(bfcl.splits[0])[0]
    assert (bfcl.name, bfcl.policy(task)) == ("bfcl:multi_turn_base", "")
    assert {spec["function"]["name"] for spec in bfcl.specs(task)} == set(
        toolset(("TwitterAPI", "GorillaFileSystem")).tools
    )


def test_documentation_tells_the_same() -> None:
    """Of the checks, and of how many tasks have each flaw."""
    page = (Path(__file__).parents[2] / "docs" / "benchmarks.md").read_text("utf-8")
    section = page.partition("## BFCL")[2].partition("\n## ")[0]
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:3] == "| `"
    ]
    assert [name for name, *cells in rows if len(cells) == 1] == list(JUDGED)
    told = {name: [int(count) for count in counts] for name, _, *counts in rows if counts}
    assert told == {flaw: [FLAWS[name].get(flaw, 0) for name in NAMES] for flaw in KNOWN_FLAWS}
