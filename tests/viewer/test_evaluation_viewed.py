"""Evaluations in the viewer: the figures that `evaluate` and `compare` give, every trial, and two agents side by side."""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from viewing import Viewer, serving

from apigen_mt import cli
from apigen_mt.evaluation.file import TRIALS, TrialFile
from apigen_mt.evaluation.result import succeeded

Open = Callable[..., Page]
TASKS, TRIED = 6, 3
HOSTILE = "<script>document.title = 'taken'</script> It is all done \u202e for you."


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three agents on the same blueprints: one misheard now and then, one that is right, one that nobody should trust."""
    place = tmp_path_factory.mktemp("tried")
    (place / "agent.py").write_text(f"def says(messages, tools):\n    return {HOSTILE!r}\n", encoding="utf-8")
    tasks = str(place / "tasks")
    made = [["blueprints", "retail", "-n", str(TASKS), "--size", "60", "--seed", "1003", "--out", tasks]]
    for name, agent, times in (("words", "by-words", TRIED), ("right", "scripted", TRIED), ("hostile", "", 1)):
        given = ("--agent", agent or f"{place / 'agent.py'}:says", "--trials", str(times), "--out", str(place / name))
        made.append(["evaluate", tasks, *given])
    # In a process of its own, for a browser's thread has its event loop already; in one, for beginning takes a second.
    command = "import json, sys, apigen_mt.cli as cli; sys.exit(max(map(cli.main, json.loads(sys.argv[1]))))"
    given = json.dumps([[*one, "--workers", "1", "--quiet"] for one in made])
    subprocess.run([sys.executable, "-c", command, given], check=True, stdout=subprocess.DEVNULL)
    return place


@pytest.fixture(scope="module")
def evaluation(tried: Path) -> Iterator[Viewer]:
    """The first two of them in one viewer."""
    with serving(tried / "words", str(tried / "right")) as started:
        yield started


def result(directory: Path) -> dict[str, Any]:
    return json.loads((directory / "result.json").read_text())


def percent(value: float) -> str:
    return f"{100 * value:.1f}\u00a0%"


def trials(directory: Path) -> dict[tuple[int, int], bool]:
    """Task and trial -> whether all gates were passed."""
    with TrialFile.read(directory) as file:
        return {(task, trial.attempt): succeeded(trial, "strict") for task, trial in file.held()}


# ---- figures ----------------------------------------------------------------------------------------------------------


def test_results_are_those_of_the_command(evaluation: Viewer, tried: Path, open_page: Open) -> None:
    found, page = result(tried / "words"), open_page(evaluation.url)
    every = found["strict"][0]["all_of_k"]["value"]
    expect(page.locator(".figure.main")).to_contain_text(percent(every))
    picture = page.get_by_role("img", name="all gates passed: pass^k")
    expect(picture).to_be_visible()
    told = picture.locator("title").all_text_contents()
    wanted = [one["all_of_k"]["value"] for one in found["strict"]] + [
        one["any_of_k"]["value"] for one in found["strict"]
    ]
    assert [re.search(r": ([\d.]+%)", one)[1] for one in told] == [f"{value:.1%}" for value in wanted]  # type: ignore[index]
    for gate, mean in found["gates"].items():
        row = page.get_by_role("row", name=re.compile(f"^{gate} "))
        expect(row.first).to_contain_text(percent(mean["value"]))
    for title, by in (("Goal kind", "kind"), ("Difficulty", "difficulty"), ("Tool of the ground truth", "tool")):
        rows = page.get_by_role("region", name=title, exact=True).locator("tbody tr")
        assert rows.count() == len(found["by"][by]) > 0
    assert page.locator(".matrix a").count() == TASKS
    expect(page.locator("#state")).to_have_text(f"complete · {TASKS * TRIED} of {TASKS * TRIED} trials")


def test_a_group_leads_to_its_tasks(evaluation: Viewer, tried: Path, open_page: Open) -> None:
    page = open_page(evaluation.url)
    groups = result(tried / "words")["by"]["kind"]
    kind, group = next(iter(groups.items()))
    page.get_by_role("region", name="Goal kind").get_by_role("link").first.click()
    expect(page.get_by_label("Goal kind", exact=True)).to_have_value(kind)
    expect(page.locator(".line")).to_have_count(group["tasks"])


# ---- tasks and trials -------------------------------------------------------------------------------------------------


def test_every_task_says_how_many_of_its_trials_passed(evaluation: Viewer, tried: Path, open_page: Open) -> None:
    page, known = open_page(f"{evaluation.url}items"), trials(tried / "words")
    passed = [sum(known[task, trial] for trial in range(TRIED)) for task in range(TASKS)]
    told = page.locator(".line .passed").all_text_contents()
    assert told == [f"{count}/ of {TRIED} passed" for count in passed]
    assert page.locator("#list .trial.good").count() == sum(passed)
    for verdict, holds in (("all", TRIED), ("none", 0)):
        page.goto(f"{evaluation.url}items?verdict={verdict}")
        expect(page.locator(".line")).to_have_count(passed.count(holds))


def test_a_trial_is_shown_as_a_conversation_and_led_on_to_the_next(
    evaluation: Viewer, tried: Path, open_page: Open
) -> None:
    known = trials(tried / "words")
    task, trial = next(place for place, good in known.items() if not good)
    page = open_page(f"{evaluation.url}items/{task}/trial-{trial}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Task {task} trial {trial + 1} failed")
    assert page.locator(".step").count() > 2
    expect(page.locator(".failed-check").first).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    expect(page.get_by_role("navigation", name="Trials of this task").get_by_role("link")).to_have_count(2 * TRIED + 1)
    places = [*known]
    if (after := places.index((task, trial)) + 1) < len(places):
        page.keyboard.press("j")
        page.wait_for_url(f"**/items/{places[after][0]}/trial-{places[after][1]}")
    page.keyboard.press("u")
    page.wait_for_url("**/items")


def test_what_a_write_changed_stands_beside_it(evaluation: Viewer, tried: Path, open_page: Open) -> None:
    with TrialFile.read(tried / "right") as file:
        writing = next(number for number, task in enumerate(file.tasks()) if task.actions)
    page = open_page(f"{evaluation.url}items/{writing}/other-trial-0")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Other trial 1".lower())
    expect(page.locator(".diff").first).to_be_visible()


def test_only_words_of_models_are_shown_and_none_is_obeyed(tried: Path, open_page: Open) -> None:
    with serving(tried / "hostile") as started:
        page = open_page(f"{started.url}items/0/trial-0")
        expect(page.locator(".words", has_text="<script>").first).to_be_visible()
        expect(page.locator(".hidden-mark").first).to_have_text("202E")
        assert page.title().startswith("Task 0, trial 1")


# ---- two agents -------------------------------------------------------------------------------------------------------


def test_comparison_has_the_figures_of_compare(
    evaluation: Viewer, tried: Path, open_page: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["compare", str(tried / "words"), str(tried / "right"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    page = open_page(f"{evaluation.url}compare")
    for reward in ("strict", "plain"):
        one = found[reward]
        told = f"{100 * one['difference']['value']:+.1f}".replace("-", "\N{MINUS SIGN}")
        row = page.get_by_role("region", name="Paired test").get_by_role("row", name=re.compile(f"^{reward}"))
        cells = row.locator("td").all_inner_texts()
        alike = one["tasks"] - one["better"] - one["worse"]
        assert (cells[0], cells[1]) == (str(one["tasks"]), told)
        assert cells[3:] == [str(one["better"]), str(alike), str(one["worse"]), f"{one['p']:.4f}"]
    words, right = trials(tried / "words"), trials(tried / "right")
    differing = sum(
        sum(words[task, trial] for trial in range(TRIED)) != sum(right[task, trial] for trial in range(TRIED))
        for task in range(TASKS)
    )
    expect(page.locator(".differ tbody tr")).to_have_count(differing)
    page.goto(f"{evaluation.url}items/0/compare")
    expect(page.locator(".pair.heads")).to_contain_text("Other trial 1")


@pytest.mark.parametrize("arguments", [("data", "words"), ("words", "tasks")])
def test_what_is_no_evaluation_cannot_be_compared(
    tried: Path, arguments: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["report", *(str(tried / name) for name in arguments), "--out", str(tried / "no.html")]) == 2
    assert "name the --out of an `apigen-mt evaluate`" in " ".join(capsys.readouterr().err.split())


def test_report_of_two_is_one_file_that_loads_nothing(tried: Path, tmp_path: Path, open_page: Open) -> None:
    assert (
        cli.main(
            ["report", *(str(tried / name) for name in ("words", "right")), "--out", str(tmp_path / "report.html")]
        )
        == 0
    )
    page = open_page((tmp_path / "report.html").as_uri())
    expect(page.get_by_role("heading", name="Paired test")).to_be_visible()
    expect(page.get_by_role("heading", name="Reward by verdict")).to_be_visible()
    assert page.locator("main a, script, link").count() == 0


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_narrow_screen_shows_all_of_it(evaluation: Viewer, open_page: Open, colours: str) -> None:
    page = open_page(evaluation.url, color_scheme=colours)
    page.set_viewport_size({"width": 360, "height": 700})
    for place in ("", "items", "compare", "items/0/trial-0"):
        page.goto(evaluation.url + place)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place


# ---- while it is at work ----------------------------------------------------------------------------------------------


def test_pages_grow_with_the_evaluation(tried: Path, tmp_path: Path) -> None:
    directory = Path(shutil.copytree(tried / "words", tmp_path / "growing"))
    with sqlite3.connect(directory / TRIALS) as file:
        kept = file.execute("SELECT * FROM trials WHERE task = 0 AND trial = 1").fetchall()
        file.execute("DELETE FROM trials WHERE task = 0 AND trial = 1")
    file.close()
    with serving(directory) as started:
        before = started.ask("/")[1]
        assert "1 task is unfinished" in before
        assert f'"stopped · {TASKS * TRIED - 1} of {TASKS * TRIED} trials"' in started.ask("/pulse")[1]
        with sqlite3.connect(directory / TRIALS) as file:
            file.executemany("INSERT INTO trials VALUES (?, ?, ?)", kept)
        file.close()
        assert "unfinished" not in started.ask("/")[1]
        assert f'"complete · {TASKS * TRIED} of {TASKS * TRIED} trials"' in started.ask("/pulse")[1]
        for wrong in ("/items/99", f"/items/{10**30}/trial-0", "/items/0/trial-9", "/items/0/attempt-0", "/compare"):
            answer, text = started.ask(wrong)
            assert answer.status == 404 and "That did not work" in text
