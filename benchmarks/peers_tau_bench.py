"""τ-bench by our means and by its own code: what they make of the same calls, and how long each takes.

`speed`: reset, replay of the ground truth, compare and reward of all test tasks, in turns, CPU time. Theirs reads its files at
every reset and hashes the whole database twice a task. Ours is measured with an empty memory at the start of each round, and once
more with an empty memory at the start of each task, since ground truths of one benchmark ask much the same.

`agree`: results and tables at the end of every ground truth of every split and of spoiled ones, call by call, and our
reading of their reward against their `calculate_reward`.
"""

import argparse
import gc
import statistics
import sys
import time
from pathlib import Path

from common import announce, cpu_of, show, verdict
from tau_bench_calls import conversed, differences, gold_calls, spoiled

from apigen_mt.adapters.benchmark import Conversed, PeerTask
from apigen_mt.adapters.tau_bench import TauBench, load
from apigen_mt.adapters.tau_bench.benchmark import NAMES
from apigen_mt.adapters.tau_bench.episode import STOP
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.environment import Moment
from apigen_mt.world.replay import replay
from apigen_mt.world.tables import State, thaw

TARGETS = {"tau-bench:retail": 400.0, "tau-bench:airline": 1000.0}


class Leaves:
    """A user who answers everything by leaving."""

    def reset(self, instruction: str) -> str:
        return "hello"

    def step(self, content: str) -> str:
        return STOP

    def get_total_cost(self) -> float:
        return 0.0


def oracle(task: PeerTask) -> Conversed:
    """The conversation in which the agent carries out the ground truth and says the outputs in its last words."""
    talk = conversed(task, gold_calls(task), (), StopReason.USER_DONE)
    last = talk.messages[-1]
    return Conversed([*talk.messages[:-1], type(last)("assistant", " ".join(["Done.", *task.outputs]))], talk.stop)


def theirs(benchmark: TauBench, tasks: list[PeerTask]) -> list[float]:
    """Reset, ground truth, last words and reward of each task, by their environment."""
    environment = benchmark.peer.environment("test", 0, Leaves())
    rewards: list[float] = []
    for task in tasks:
        environment.reset(task_index=int(task.id))
        environment.task = environment.task.model_copy(deep=True)
        response = None
        for call in gold_calls(task):
            response = environment.step(benchmark.peer.action(call.name, thaw(call.arguments)))
            if response.done:
                break
        if response is None or not response.done:
            said = {"content": " ".join(["Done.", *task.outputs])}
            response = environment.step(benchmark.peer.action("respond", said))
        rewards.append(response.reward)
    return rewards


def ours(benchmark: TauBench, talks: list[tuple[PeerTask, Conversed]], *, forget: bool) -> list[float]:
    """The same by our means: a fresh world, the ground truth in it, and the reward of the conversation."""
    rewards: list[float] = []
    benchmark.start = Moment(State(benchmark.tables))
    for task, talk in talks:
        if forget:
            benchmark.start = Moment(State(benchmark.tables))
        replay(benchmark.environment(task), gold_calls(task))
        rewards.append(benchmark.reward(task, talk).value)
    return rewards


def speed(checkout: Path, names: tuple[str, ...], rounds: int) -> bool:
    """Measure both sides in turns."""
    ratios, rows = {}, []
    for name in names:
        begun = time.process_time()
        benchmark = load(name, checkout)
        loading = time.process_time() - begun
        slow, quick, forgetful = measured(benchmark, rounds)
        times = [statistics.median(found) for found in (slow, quick, forgetful)]
        ratios[name] = times[0] / times[1]
        number = len(benchmark.tasks("test"))
        milliseconds = [f"{1000 * seconds / number:,.3f}" for seconds in times]
        spread = f"{min(slow) / max(quick):,.0f} to {max(slow) / min(quick):,.0f}"
        others = [f"{times[0] / seconds:,.0f}" for seconds in (times[2], times[1] + loading)]
        rows.append((name, number, *milliseconds, f"{ratios[name]:,.0f}", spread, *others))
    columns = ("", "tasks", "theirs, ms", "ours, ms", "forgetting", "ratio", "extremes", "forgetting", "with loading")
    show(columns, rows)
    met = [verdict(f"{name}, times faster", ratio, TARGETS[name], at_least=True) for name, ratio in ratios.items()]
    return all(met)


def measured(benchmark: TauBench, rounds: int) -> tuple[list[float], list[float], list[float]]:
    """CPU seconds of all test tasks: theirs, ours, and ours with an empty memory before each task."""
    tasks = list(benchmark.tasks("test"))
    talks = [(task, oracle(task)) for task in tasks]
    slow, quick, forgetful = list[float](), list[float](), list[float]()
    results: list[list[float]] = []
    for _ in range(rounds):
        slow.append(cpu_of(lambda: results.append(theirs(benchmark, tasks))))
        for _ in range(5):
            quick.append(cpu_of(lambda: results.append(ours(benchmark, talks, forget=False))))
            forgetful.append(cpu_of(lambda: results.append(ours(benchmark, talks, forget=True))))
    if any(result != results[0] for result in results):
        sys.exit(f"{benchmark.name}: the two ways disagree on a reward")
    return slow, quick, forgetful


def agree(checkout: Path, names: tuple[str, ...], number: int) -> bool:
    """Compare calls, tables and rewards; all of them, which takes a quarter of an hour."""
    gc.disable()  # their hash makes millions of tuples, and half of its time is the search for cycles among them
    rows, sound = [], True
    for name in names:
        benchmark = load(name, checkout)
        for split in benchmark.splits:
            tasks = benchmark.tasks(split)
            wrong = [text for task in tasks for text in differences(benchmark, task, gold_calls(task))]
            unlike = [task.id for task in tasks if not _same_reward(benchmark, task, oracle(task))]
            right = sum(benchmark.reward(task, oracle(task)).value for task in tasks)
            calls = sum(len(task.actions) for task in tasks)
            rows.append((f"{name} {split}, ground truths", len(tasks), calls, len(wrong), len(unlike), f"{right:.0f}"))
            sound = sound and not wrong and not unlike
            gc.collect()
        found = [spoiled(benchmark.tasks("test"), seed) for seed in range(number)]
        wrong = [text for task, calls, _ in found for text in differences(benchmark, task, calls)]
        unlike = [task.id for task, _, talk in found if not _same_reward(benchmark, task, talk)]
        right = sum(benchmark.reward(task, talk).value for task, _, talk in found)
        calls = sum(len(calls) for _, calls, _ in found)
        rows.append((f"{name} test, spoiled", number, calls, len(wrong), len(unlike), f"{right:.0f}"))
        sound = sound and not wrong and not unlike
        print(*wrong[:5], *unlike[:5], sep="\n")
    show(("", "sequences", "calls", "differ in results or tables", "differ in reward", "reward 1"), rows)
    return sound


def _same_reward(benchmark: TauBench, task: PeerTask, talk: Conversed) -> bool:
    mine, own = benchmark.reward(task, talk), benchmark.their_reward(task, talk)
    return mine.value == own.value and own.parts.items() <= mine.parts.items()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path, help="folder of a τ-bench checkout")
    parser.add_argument("what", choices=("speed", "agree"), nargs="?", default="speed")
    parser.add_argument("--only", choices=NAMES, help="one domain instead of both")
    parser.add_argument("--rounds", type=int, default=3, help="of theirs; ours five times as often")
    parser.add_argument("--spoiled", type=int, default=400, help="spoiled sequences of each domain")
    options = parser.parse_args()
    announce(f"τ-bench, by its own code and by ours: {options.what}")
    names = (options.only,) if options.only else NAMES
    if options.what == "speed":
        met = speed(options.checkout, names, options.rounds)
    else:
        met = agree(options.checkout, names, options.spoiled)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
