"""The index: derived from the journal alone, whenever and however often it is filled."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from looking import failed_check, searched_word, things, words_of
from viewing import filled

from apigen_mt.dataset.reviews import PersonReview, write_review
from apigen_mt.dataset.rows import kinds_of
from apigen_mt.errors import UserError
from apigen_mt.phases.signature import hurdles
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import Journal
from apigen_mt.viewer.index import Index
from apigen_mt.viewer.queries import Filters, open_index
from apigen_mt.viewer.sources import Run
from apigen_mt.viewer.things import Thing

TABLES = ("things", "places", "marks", "tallies", "seen", "costs")


def content(index: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that an index holds."""
    connection = sqlite3.connect(index)
    found = {table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall()) for table in TABLES}
    connection.close()
    return found


def test_counts_are_those_of_the_run(own_run: Path) -> None:
    with Journal.read(own_run) as journal:
        summary = journal.summary()
    with open_index(filled(Run(own_run)), own_run) as queries:
        for stage, total in summary.total._asdict().items():
            assert sum(queries.tally(f"stage:{stage}").values()) == total
        assert queries.tally("reason") == {"\t".join(reason): times for reason, times in summary.reasons.items()}
        assert sum(accepted for _, accepted, _ in queries.clock()) == summary.total.admitted
        assert sum(rejected for *_, rejected in queries.clock()) == sum(summary.reasons.values())
        assert sum(queries.tally("turns").values()) == summary.total.admitted


def test_filled_along_the_way_is_as_filled_at_the_end(own_run: Path, tmp_path: Path) -> None:
    whole = (own_run / JOURNAL).read_bytes()
    with sqlite3.connect(own_run / JOURNAL) as journal:
        for table in ("accepted", "rejected"):
            journal.execute(f"DELETE FROM {table} WHERE ordinal IN (SELECT ordinal FROM items WHERE block > 0)")
        journal.execute("DELETE FROM items WHERE block > 0")
        journal.execute("DELETE FROM blocks WHERE block > 0")
    journal.close()
    before = content(filled(Run(own_run)))
    (own_run / JOURNAL).write_bytes(whole)
    along = content(filled(Run(own_run)))
    fresh = Path(shutil.copytree(own_run, tmp_path / "fresh", ignore=shutil.ignore_patterns("viewer.sqlite*")))
    assert along == content(filled(Run(fresh)))
    assert 0 < len(before["things"]) < len(along["things"])


def test_the_journal_is_not_changed_by_looking(own_run: Path) -> None:
    def digest() -> str:
        return hashlib.sha256((own_run / JOURNAL).read_bytes()).hexdigest()

    before = digest()
    filled(Run(own_run))
    assert digest() == before


def test_another_run_in_the_same_place_gets_another_index(own_run: Path) -> None:
    filled(Run(own_run))
    with sqlite3.connect(own_run / JOURNAL) as journal:
        journal.execute("UPDATE meta SET value = replace(value, '\"seed\":0', '\"seed\":4') WHERE key = 'origin'")
        for table in ("accepted", "rejected"):
            journal.execute(
                f"DELETE FROM {table} WHERE ordinal IN (SELECT ordinal FROM items WHERE domain <> 'retail')"
            )
        journal.execute("DELETE FROM items WHERE domain <> 'retail'")
    journal.close()
    with open_index(filled(Run(own_run)), own_run) as queries:
        assert queries.tally("stage:items").keys() == {"retail"}


@pytest.mark.parametrize("spoil", [Path.mkdir, lambda path: path.write_bytes(b"no database at all" * 400)])
def test_a_place_that_cannot_be_written_or_read_is_left_alone(own_run: Path, spoil: Callable[[Path], Any]) -> None:
    spoil(own_run / Run.index)
    index = Index(Run(own_run))
    while index.catch_up():
        pass
    with open_index(index.path, own_run) as queries:
        assert queries.count(Filters()) == len(things(own_run))
    assert index.path != own_run / Run.index
    index.close()


def test_no_run_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no run's directory"):
        Index(Run(tmp_path))


FILTERS: dict[str, tuple[Filters, Callable[[Thing], bool]]] = {
    "all": (Filters(), lambda one: True),
    "domain": (Filters(domain="banking"), lambda one: one.domain == "banking"),
    "verdict": (Filters(verdict="rejected"), lambda one: not one.accepted),
    "what": (Filters(what="conversation"), lambda one: one.trajectory is not None),
    "tool": (
        Filters(tool="show_order"),
        lambda one: one.trajectory is not None and any(c.name == "show_order" for c in one.trajectory.calls),
    ),
    "kind": (
        Filters(kind="change_phone"),
        lambda one: one.blueprint is not None and "change_phone" in kinds_of(one.blueprint.goals),
    ),
    "composed": (Filters(composed="no"), lambda one: one.blueprint is None or len(one.blueprint.parts) < 2),
    "goals": (Filters(goals="3"), lambda one: one.blueprint is not None and len(one.blueprint.goals) == 3),
    "difficulty": (
        Filters(difficulty="middling"),
        lambda one: one.blueprint is not None and 3 <= hurdles(one.blueprint) <= 5,
    ),
    "event": (
        Filters(event="refused"),
        lambda one: one.blueprint is not None and any(goal.outcome == "refused" for goal in one.blueprint.goals),
    ),
    "two": (Filters(domain="retail", verdict="accepted"), lambda one: one.domain == "retail" and one.accepted),
}


def found_in(run: Path) -> dict[str, tuple[Filters, Callable[[Thing], bool]]]:
    """Filters by what this run happens to have."""
    check, word = failed_check(run), searched_word(run)
    return {
        "failed": (
            Filters(failed=check),
            lambda one: any(verdict.check == check and not verdict.passed for verdict in one.verdicts),
        ),
        "text": (Filters(text=word.upper()), lambda one: word in words_of(one)),
    }


@pytest.mark.parametrize("name", [*FILTERS, "failed", "text"])
@pytest.mark.parametrize("sort", ["", "oldest", "turns", "calls", "difficulty"])
def test_filters_find_what_they_say(own_run: Path, name: str, sort: str) -> None:
    filters, wanted = (FILTERS | found_in(own_run))[name]
    filters = filters._replace(sort=sort)
    every = [(one.ordinal, one.name) for one in things(own_run) if wanted(one)]
    with open_index(filled(Run(own_run)), own_run) as queries:
        lines = queries.page(filters, 0)
        assert sorted((line.ordinal, line.name) for line in lines) == sorted(every)
        assert queries.count(filters) == len(every) > 0
        for one, other in pairwise(lines):
            assert queries.beside(filters, one.ordinal, one.name)[1] == other.place
            assert queries.beside(filters, other.ordinal, other.name)[0] == one.place
        if sort == "turns":
            assert [line.turns for line in lines] == sorted((line.turns for line in lines), reverse=True)


def test_people_can_be_filtered_by(own_run: Path) -> None:
    index = filled(Run(own_run))
    good = next(one for one in things(own_run) if one.accepted)
    review = PersonReview(good.subject, good.ordinal, good.name, "reject", "", "2026-01-01", good.stage, passed=True)
    write_review(own_run, review)
    with open_index(index, own_run) as queries:
        every = queries.count(Filters())
        assert queries.count(Filters(person="reject")) == queries.count(Filters(person="any")) == 1
        assert queries.count(Filters(person="none")) == every - 1
        assert queries.count(Filters(person="accept")) == 0
        assert [line.ordinal for line in queries.page(Filters(dispute="person"), 0)] == [good.ordinal]
