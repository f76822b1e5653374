"""Runs with stand-ins for language models in every role, against an endpoint that fails in every way, or under kill -9.

The stand-ins speak the built-in engine's lines through the real prompts. The endpoint has learnt their answers by content in a
rehearsal; what it never heard it answers carelessly. The command runs in processes of its own, as a person would start it.

python benchmarks/resilience.py [-n 30] [--kills 30] [--seed 5]
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from sqlite3 import OperationalError, connect
from typing import NamedTuple

import msgspec
from common import COMMAND, announce, folder, show

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.models.endpoint_server import MIX, Answering, text
from tests.run.understudies import PLAYERS, Heard, Served, Unanswering, recorded, rehearse, write_config

from apigen_mt.models.log import COMPLETIONS, CompletionLog
from apigen_mt.phases.item import Settings
from apigen_mt.run.config import load_config
from apigen_mt.run.journal import Journal
from apigen_mt.run.missing import MISSING

IN_FLIGHT = 8
SPARE = 2
"""Items rehearsed for each one wanted: some fail, and the run goes on to further ones."""


class Done(NamedTuple):
    """What came of a run."""

    name: str
    status: int
    begun: int
    accepted: dict[int, bytes]
    rejected: Counter[str]
    missing: dict[int, list[str]]
    logged: int
    requests: int
    faults: dict[str, int]
    sound: bool
    """Whether every work item ended once, and re-verification accepts all that was accepted."""


def main() -> None:
    """Make the runs and compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=30)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument(
        "--recording", type=Path, help="directory of a run.toml and its completions.jsonl, to answer from"
    )
    arguments = parser.parse_args()
    announce("resilience of runs with language models")
    settings, heard = recorded_run(arguments.recording) if arguments.recording else rehearsed_run(arguments)
    with folder() as place:
        met = faults(arguments, settings, heard, place)
        met &= kills(arguments, settings, heard, place)
    sys.exit(0 if met else 1)


def recorded_run(directory: Path) -> tuple[Settings, Heard]:
    """Return the settings of a recorded run, and an endpoint that answers as its models did."""
    settings = load_config(directory / "run.toml", {"out": directory}).settings
    stand_ins = {player.model: PLAYERS.seated[role].model for role, player in settings.players.seated.items()}
    settings = msgspec.structs.replace(settings, players=PLAYERS)
    return settings, recorded(directory / "completions.jsonl", stand_ins)


def rehearsed_run(arguments: argparse.Namespace) -> tuple[Settings, Heard]:
    """Return settings, and an endpoint that has learnt what stand-ins answer in such a run."""
    settings = Settings(
        ("retail",),
        seed=arguments.seed,
        size=60,
        composed=0.25,
        attempts=2,
        revisions=2,
        candidates=2,
        block=1,
        lag=1000,
        players=PLAYERS,
    )
    return settings, rehearse(settings, SPARE * arguments.n).heard


# ---- faults -----------------------------------------------------------------------------------------------------------


def faults(arguments: argparse.Namespace, settings: Settings, heard: Heard, place: Path) -> bool:
    """Run against an endpoint that fails in several ways; return whether all is as it should be."""
    mixed = Mixed(heard, 0.2, arguments.seed)
    fated = Unanswering(heard, "agent", messages=2, share=0.18)
    every = Unanswering(heard, "", messages=0, share=0.18)
    whole = carry_out("no faults", heard, arguments.n, settings, place)
    runs = [
        whole,
        carry_out("20 % faults", mixed, arguments.n, settings, place, timeout=1.0),
        carry_out("18 % of conversations fail", fated, arguments.n, settings, place, tries=3),
        carry_out("18 % of prompts fail", every, arguments.n, settings, place, tries=3),
    ]
    columns = ("run", "status", "begun", "accepted", "rejected", "missing", "logged", "requests", "sound")
    table: list[list[object]] = []
    for one in runs:
        ends = (len(one.accepted), one.begun - len(one.accepted) - len(one.missing), len(one.missing))
        table.append([one.name, one.status, one.begun, *ends, one.logged, one.requests, "yes" if one.sound else "NO"])
    show(columns, table)
    for one in runs[1:]:
        print(f"{one.name}: failed tries {one.faults}; rejected at {dict(one.rejected.most_common(8))}")
    print(f"faults sent: {dict(sorted(mixed.sent.items()))}")
    asked = sorted(Counter(fated.prompts.values()).items()), sorted(Counter(every.prompts.values()).items())
    print(f"times that prompts which fail for ever were asked: {asked[0]} of a conversation, {asked[1]} of all")
    lost = runs[2].missing
    same = all(runs[2].accepted[item] == whole.accepted[item] for item in whole.accepted if item not in lost)
    print(f"accepted where nothing failed: {'the same bytes' if same else 'OTHER BYTES'}; lost: {sorted(lost)}")
    return all(one.sound for one in runs) and same and [one.status for one in runs[:3]] == [0, 0, 1]


class Mixed:
    """Answers a share of the requests with faults, each kind equally often, and counts them."""

    def __init__(self, answering: Answering, share: float, seed: int) -> None:
        self.sent: Counter[str] = Counter()
        self._answering, self._share = answering, share
        self._random = random.Random(seed)
        names = "429,429 Retry-After,500,reset,hang,truncated,cut off,wrong shape,empty,length,unknown tool,arguments"
        self._faults = [*zip(names.split(","), MIX, strict=True), ("wrong schema", text('{"foo": 1}'))]

    def __call__(self, body: dict[str, object]) -> object:
        """Answer, or not."""
        if self._random.random() >= self._share:
            return self._answering(body)
        name, fault = self._random.choice(self._faults)
        self.sent[name] += 1
        return fault


def carry_out(name: str, answering: object, wanted: int, settings: Settings, place: Path, **endpoint: float) -> Done:
    """Run the command once, and look at what it left."""
    out = place / name.replace(" ", "-").replace("%", "percent")
    with Served(answering) as served:  # type: ignore[arg-type]
        done = subprocess.run(
            [*command(out, served.url, wanted, settings, **endpoint), "--json"],
            capture_output=True,
            text=True,
            check=False,
        )
        requests = served.server.count
    if not done.stdout:
        sys.exit(f"{name}: status {done.returncode}: {done.stderr}")
    told = json.loads(done.stdout)
    with Journal.read(out) as journal:
        items = [json.loads(item) for item in (*journal.admitted(), *journal.rejected())]
        accepted = {json.loads(item)["ordinal"]: item for item in journal.admitted()}
        reasons = Counter({f"{one.stage} {one.check}": times for one, times in journal.summary().reasons.items()})
    missing = {}
    if (out / MISSING).exists():
        missing = {
            (one := json.loads(line))["ordinal"]: one["reasons"] for line in (out / MISSING).read_text().splitlines()
        }
    with CompletionLog.read(out) as log:
        places = [(row.item, row.role, row.place) for row in log.rows()]
    verified = (
        not accepted or subprocess.run([*COMMAND, "verify", str(out)], capture_output=True, check=False).returncode == 0
    )
    whole = {item["ordinal"] for item in items} == set(range(told["yields"]["items"]))
    sound = whole and len(places) == len(set(places)) and len(missing) == told["missing"] and verified
    return Done(
        name, done.returncode, told["yields"]["items"], accepted, reasons, missing, len(places), requests,
        told["failed_tries"], sound,
    )  # fmt: skip


def command(out: Path, url: str, wanted: int, settings: Settings, **endpoint: float) -> list[str]:
    """Return the command of one run."""
    config = write_config(out.parent / f"{out.name}.toml", settings, url, in_flight=IN_FLIGHT, **endpoint)
    return [*COMMAND, "generate", "--config", str(config), "--out", str(out), "-n", str(wanted)]


# ---- kills ------------------------------------------------------------------------------------------------------------


def kills(arguments: argparse.Namespace, settings: Settings, heard: Heard, place: Path) -> bool:
    """Kill a run at random moments, spread over all of its progress; compare it with an undisturbed one."""
    rng = random.Random(arguments.seed)
    out, whole = place / "killed", place / "whole"
    with Served(heard, latency=0.02) as served:
        subprocess.run([*command(whole, served.url, arguments.n, settings), "--quiet"], check=True)
        calm = served.server.count
    requests: list[int] = []
    lost: list[int] = []
    serving: list[int] = []
    with Served(heard, latency=0.02) as served:
        for point in sorted(rng.uniform(0, 0.95) for _ in range(arguments.kills)):
            before, had = served.server.count, logged(out)
            process = subprocess.Popen([*command(out, served.url, arguments.n, settings), "--quiet"])
            while had + served.server.count - before < point * calm and process.poll() is None:
                time.sleep(0.002)
            time.sleep(rng.uniform(0, 0.2))
            serving.append(served.server.at_once)
            process.kill()
            if process.wait() == 0:
                sys.exit(f"the run ended before its kill at {point:.0%}: give a larger -n")
            time.sleep(0.1)
            requests.append(served.server.count - before)
            lost.append(requests[-1] - (logged(out) - had))
        before, had = served.server.count, logged(out)
        subprocess.run([*command(out, served.url, arguments.n, settings), "--quiet"], check=True)
        last = served.server.count - before - (logged(out) - had)
        total = served.server.count
    same = files(out) == files(whole)
    replayed = place / "replayed"
    subprocess.run(
        [*command(replayed, "http://127.0.0.1:9/v1", arguments.n, settings), "--replay", str(out), "--quiet"],
        check=True,
    )
    again = files(replayed) == files(whole)
    show(
        ("run", "requests", "asked again", "most for one kill", "bytes"),
        [
            ("undisturbed", calm, 0, "", ""),
            (f"killed {len(lost)} times", total, total - calm, max(lost), "identical" if same else "OTHER"),
            ("replayed without an endpoint", 0, 0, "", "identical" if again else "OTHER"),
        ],
    )
    print(
        f"requests in each life: {requests}\nin flight at the endpoint when killed: {serving}\nnot logged then: {lost}"
    )
    # As many as are asked at once, and as many more that are answered and not on the disk yet.
    bound = max(lost) <= 2 * IN_FLIGHT and min(lost) >= 0 and last == 0 and total - calm == sum(lost)
    print(f"asked again: those {sum(lost)} and no others" if bound else "ASKED AGAIN WITHOUT NEED")
    return same and again and bound


def logged(directory: Path) -> int:
    """Return how many completions a log holds; 0 while there is none."""
    path = directory / COMPLETIONS
    if not path.exists():
        return 0
    try:
        with closing(connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM completions").fetchone()[0]
    except OperationalError:
        return 0


def files(directory: Path) -> dict[str, bytes]:
    """Return everything that a run has made, but for its memory."""
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and ".sqlite" not in path.name
    }


if __name__ == "__main__":
    main()
