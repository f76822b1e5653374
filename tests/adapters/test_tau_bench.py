"""τ-bench's shape from here: loaded without its heavy imports, replayed, rewarded like its own code, judged better.

On a small stand-in for its checkout; `test_tau_checkout.py` asks the same of the real one.
"""

import sys
from pathlib import Path

import pytest
from tests.adapters import tau_stand_in

from apigen_mt.adapters.benchmark import Benchmark, Conversed, PeerTask
from apigen_mt.adapters.tau_bench import TauBench, load
from apigen_mt.adapters.tau_bench.episode import STOP, Said, episode
from apigen_mt.adapters.tau_bench.reward import same_data
from apigen_mt.adapters.tau_bench.verdicts import is_told
from apigen_mt.errors import UserError
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.replay import replay
from apigen_mt.world.tables import State, Tables


@pytest.fixture(scope="module")
def soup(tmp_path_factory: pytest.TempPathFactory) -> TauBench:
    return load("tau-bench:retail", tau_stand_in.build(tmp_path_factory.mktemp("checkout")))


def bring(soup: str, bowls: int | float) -> ToolCall:
    return ToolCall("bring_soup", {"guest": "ann", "soup": soup, "bowls": bowls})


LOOK = ToolCall("get_soup", {"soup": "pea"})
CONFIRM = (
    Message("assistant", "I will bring two bowls of pea soup. Shall I go ahead?"),
    Message("user", "Yes, please."),
)


def talk(*turns: Message | ToolCall | str, stop: StopReason = StopReason.USER_DONE, opening: str = "hi") -> Conversed:
    """A conversation: calls are made by the agent, texts are said by it, each answered with `ok`."""
    messages = [Message("user", opening)]
    for turn in turns:
        if isinstance(turn, ToolCall):
            messages.append(Message("assistant", calls=(turn,)))
        elif isinstance(turn, str):
            messages += [Message("assistant", turn), Message("user", "ok")]
        else:
            messages.append(turn)
    return Conversed(messages, stop)


def failed(soup: TauBench, task: PeerTask, conversed: Conversed) -> dict[str, str]:
    return {verdict.check: verdict.reason for verdict in soup.verdicts(task, conversed) if verdict.passed is False}


def flawed(soup: TauBench, number: int) -> dict[str, str]:
    return {flaw.check: flaw.reason for flaw in soup.flaws(soup.tasks("test")[number]) if flaw.passed is False}


# --- loading ------------------------------------------------------------------------------------------------------------


def test_it_is_a_benchmark_and_leaves_no_module_behind(soup: TauBench) -> None:
    whole: Benchmark = soup
    assert whole.name == "tau-bench:retail"
    assert whole.splits == ("test", "dev", "train")
    assert [len(whole.tasks(split)) for split in whole.splits] == [4, 0, 1]
    assert [name for name in sys.modules if name.partition(".")[0] in ("tau_bench", "litellm")] == []


def test_its_version_is_of_code_and_data(tmp_path: Path) -> None:
    place = tau_stand_in.build(tmp_path)
    before = load("tau-bench:retail", place).version
    assert load("tau-bench:retail", place).version == before
    (place / "tau_bench/envs/retail/wiki.py").write_text("WIKI = 'Guests order stew, if at all.'\n", encoding="utf-8")
    assert load("tau-bench:retail", place).version != before


def test_what_is_not_there_is_told(soup: TauBench, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="tau-bench:retail, tau-bench:airline"):
        load("tau-bench:bank", tmp_path)
    with pytest.raises(UserError, match="git clone"):
        load("tau-bench:retail", tmp_path)
    with pytest.raises(UserError, match="git clone"):
        load("tau-bench:retail")
    with pytest.raises(UserError, match="no split 'exam'"):
        soup.tasks("exam")
    place = tau_stand_in.build(tmp_path / "broken")
    (place / "tau_bench/envs/retail/tools/__init__.py").write_text("import no_such_module\n", encoding="utf-8")
    with pytest.raises(UserError, match="no_such_module"):
        load("tau-bench:retail", place)


def test_the_agent_sees_what_they_publish(soup: TauBench) -> None:
    task = soup.tasks("test")[0]
    assert [spec["function"]["name"] for spec in soup.specs(task)][:2] == ["get_soup", "bring_soup"]
    assert soup.policy(task).startswith("Guests order soup.")


def test_the_user_is_told_what_their_simulator_is_told(soup: TauBench) -> None:
    rules, greeting = soup.user_prompt(soup.tasks("test")[0])
    assert rules["content"] == "You are a guest. You are ann and want pea soup, two bowls."
    assert greeting["content"] == "Good evening?"


# --- reward -------------------------------------------------------------------------------------------------------------


TALKS: dict[str, tuple[int, float, Conversed]] = {
    "the ground truth": (0, 1.0, talk(LOOK, bring("pea", 2), "Enjoy.")),
    "nothing done": (0, 0.0, talk("Hello.")),
    "nothing done where nothing is due": (2, 1.0, talk("Hello.")),
    "nobody says anything": (2, 1.0, Conversed((), StopReason.USER_DONE)),
    "too many bowls": (0, 0.0, talk(bring("pea", 3), "Enjoy.")),
    "2.0 is not 2": (0, 0.0, talk(bring("pea", 2.0), "Enjoy.")),
    "twice one is not two": (0, 0.0, talk(bring("pea", 1), bring("pea", 1), "Enjoy.")),
    "failed half way": (2, 0.0, talk(bring("leek", 9), "Sorry.")),
    "arguments missing": (0, 1.0, talk(ToolCall("bring_soup", {"soup": "pea"}), bring("pea", 2), "Enjoy.")),
    "an unknown tool": (0, 1.0, talk(ToolCall("fly"), bring("pea", 2), "Enjoy.")),
    "a tool on which they break": (0, 0.0, talk(bring("pea", 2), ToolCall("whistle", {"bowls": 1}), "Enjoy.")),
    "cut off": (0, 0.0, talk(bring("pea", 2), "Enjoy.", stop=StopReason.TOO_MANY_STEPS)),
    "handed over, then more": (
        0, 1.0, talk(bring("pea", 2), ToolCall("transfer_to_human_agents", {"summary": ""}), bring("pea", 1)),
    ),
    "handed over too early": (0, 0.0, talk(ToolCall("transfer_to_human_agents", {"summary": ""}), bring("pea", 2))),
    "stopped by the mark": (
        0, 0.0, talk(Message("assistant", "Hello."), Message("user", f"bye {STOP}"), bring("pea", 2), stop=StopReason.TOO_LONG),
    ),
    "the output told": (1, 1.0, talk("It costs $12.")),
    "the output inside another number": (1, 1.0, talk("It costs 3,124.")),
    "the output told beside a call": (
        1, 0.0, talk(Message("assistant", "It costs 12.", calls=(LOOK,)), "As I said."),
    ),
    "the output told by a call named like a text": (1, 1.0, talk(ToolCall("respond", {"content": "12"}), "Bye.")),
    "a call named like a text, without one": (1, 0.0, talk("12", ToolCall("respond", {}), "Bye.")),
    "the output never told": (1, 0.0, talk("It is cheap.")),
    "the agent speaks twice": (1, 1.0, talk(Message("assistant", "12"), Message("assistant", "Bye."))),
}  # fmt: skip


@pytest.mark.parametrize("name", TALKS)
def test_our_reading_of_the_reward_is_their_codes(soup: TauBench, name: str) -> None:
    number, value, conversed = TALKS[name]
    task = soup.tasks("test")[number]
    mine, own = soup.reward(task, conversed), soup.their_reward(task, conversed)
    assert mine.value == own.value == value
    assert own.parts.items() <= mine.parts.items()


def test_ground_truths_replay_and_earn_the_reward_again_and_again(soup: TauBench) -> None:
    """Also where a tool keeps a task's own list in the tables: nobody changes a task."""
    for task in [*soup.tasks("test"), *soup.tasks("test")]:
        oracle = talk(*(action.call for action in task.actions), " ".join(task.outputs))
        if task.id != "3":  # its hand-over ends it before the output can be told
            assert soup.reward(task, oracle).value == soup.their_reward(task, oracle).value == 1.0
        assert replay(soup.environment(task), [action.call for action in task.actions]) == soup.gold(task)


def test_states_are_compared_as_their_hash_sees_them() -> None:
    """Lists have an order, dictionaries have none, 1 and 1.0 and True differ, and empty is empty."""
    tables = Tables({"t": {"a": {"v": 0}}})

    def state(row: dict[str, object] | None) -> State:
        made = State(tables)
        if row is None:
            made.delete("t", "a")
        else:
            made.put("t", "a", row)
        made.commit()
        return made

    rows: list[dict[str, object] | None] = [{"v": 1}, {"v": 1.0}, {"v": True}, {"v": [1, 2]}, {"v": [2, 1]}, None, {}]
    for position, row in enumerate(rows):
        assert [same_data(state(row), state(other)) for other in rows] == [position == at for at in range(len(rows))]
    assert same_data(state({"x": 1, "y": 2}), state({"y": 2, "x": 1}))
    assert same_data(state({"v": []}), state({"v": {}}))
    assert same_data(state({"v": 0}), State(tables))
    assert not same_data(state({"v": 0.0}), State(tables))


def test_an_episode_knows_what_the_user_answered() -> None:
    done = episode(talk("One.", "Two.", stop=StopReason.TOO_LONG, opening="hi"))
    assert done.steps == (Said("One.", "ok"), Said("Two.", "ok"))
    assert (done.opening, done.ended) == ("hi", False)


# --- our own verdicts ---------------------------------------------------------------------------------------------------


WANTS = "I'm ann, pea soup please, 2 bowls"


def test_a_good_conversation_passes_what_can_be_judged(soup: TauBench) -> None:
    good = talk(LOOK, *CONFIRM, bring("pea", 2), "Enjoy.", opening=WANTS)
    task = soup.tasks("test")[0]
    assert failed(soup, task, good) == {}
    judged = {verdict.check for verdict in soup.verdicts(task, good) if verdict.passed}
    assert judged == {"truth", "replay", "state", "outputs", "schema", "consent", "provenance", "ending"}
    unjudged = [verdict for verdict in soup.verdicts(task, good) if verdict.passed is None]
    assert all(verdict.reason for verdict in unjudged)
    assert {"policy", "fidelity", "ownership"} <= {verdict.check for verdict in unjudged}


@pytest.mark.parametrize(
    ("number", "check", "reason", "conversed"),
    [
        (0, "consent", "no clear yes", talk(bring("pea", 2), "Enjoy.", opening=WANTS)),
        (0, "consent", "go-ahead", talk("Soup.", Message("user", "yes"), bring("pea", 2), "Enjoy.", opening=WANTS)),
        (0, "provenance", "'pea'", talk(*CONFIRM, bring("pea", 2), "Enjoy.", opening="I'm ann, soup, 2 bowls")),
        (0, "schema", "fly", talk(ToolCall("fly"), *CONFIRM, bring("pea", 2), "Enjoy.", opening=WANTS)),
        (0, "schema", '"x" is not', talk(*CONFIRM, bring("pea", "x"), "Enjoy.", opening=WANTS)),  # type: ignore[arg-type]
        (0, "state", "guests ann should have changed; soups pea", talk(LOOK, "Enjoy.", opening=WANTS)),
        (0, "state", "soups pea has other bowls", talk(LOOK, *CONFIRM, bring("pea", 1), "Enjoy.", opening=WANTS)),
        (1, "outputs", "'12'", talk(LOOK, "It costs 3,124.", opening=WANTS)),
        (2, "reads", "done nothing", talk("Hello.")),
        (2, "truth", "no such soup", talk(LOOK, "Hello.", opening=WANTS)),
        (0, "ending", "too_many_steps", talk(LOOK, "Hello.", stop=StopReason.TOO_MANY_STEPS)),
        (
            0,
            "replay",
            "recorded is",
            talk(Message("assistant", calls=(LOOK,)), Message("tool", "another soup"), "Hello.", opening=WANTS),
        ),
    ],
)
def test_what_their_reward_lets_through_our_verdicts_name(
    soup: TauBench, number: int, check: str, reason: str, conversed: Conversed
) -> None:
    assert reason in failed(soup, soup.tasks("test")[number], conversed)[check]


def test_amounts_are_compared_by_value(soup: TauBench) -> None:
    """Where theirs takes 2.0 bowls for other than 2."""
    task = soup.tasks("test")[0]
    conversed = talk(LOOK, *CONFIRM, bring("pea", 2.0), "Enjoy.", opening=WANTS)
    assert soup.reward(task, conversed).value == 0.0
    assert "state" not in failed(soup, task, conversed)


def test_numbers_that_may_have_been_worked_out_are_left_open(soup: TauBench) -> None:
    conversed = talk(LOOK, *CONFIRM, bring("pea", 7), "Enjoy.", opening=WANTS)
    verdicts = {verdict.check: verdict for verdict in soup.verdicts(soup.tasks("test")[0], conversed)}
    assert verdicts["provenance"].passed is None
    assert "bowls=7" in verdicts["provenance"].reason


@pytest.mark.parametrize(
    ("output", "text", "told"),
    [
        ("10", "There are 10 of them.", True),
        ("10", "There are ten of them.", True),
        ("10", "That is $2,510.40.", False),
        ("10", "It is 10.5 now", False),
        ("10", "I count 10.", True),
        ("54.04", "You get $54.04 back", True),
        ("54.04", "You get 154.04 back", False),
        ("481.5", "It comes to $481.50", True),
        ("camera", "A Camera, yes", True),
        ("camera", "many cameras", False),
        ("full", "it is not useful", False),
        ("1126.04", "in all $1,126.04", True),
    ],
)
def test_an_output_is_told_as_a_whole_value(output: str, text: str, told: bool) -> None:
    assert is_told(output, text) == told


# --- what is wrong with ground truths -----------------------------------------------------------------------------------


def test_flaws_of_ground_truths_are_found_by_execution(soup: TauBench) -> None:
    assert flawed(soup, 0) == {}
    assert flawed(soup, 1) == {"outputs": "'12' is a short bare number"}
    assert flawed(soup, 2) == {
        "failing": "call 0, get_soup: Error: no such soup",
        "vacuous": "doing nothing earns 1",
    }
    found = flawed(soup, 3)
    assert set(found) == {"schema", "outputs", "order", "failing"}
    assert "same calls lead to other data" in found["order"]
    assert '"summary" is a required' in found["schema"]
