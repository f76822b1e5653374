"""Conversations are hostile input, and so is whoever else may reach the port."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from playwright.sync_api import Page
from viewing import Viewer, indexed, serving

from apigen_mt.dataset.parquet import Writer
from apigen_mt.dataset.reviews import read_reviews
from apigen_mt.dataset.rows import Origin, Reject, Row, rejects_of, row_of
from apigen_mt.phases.item import Item, Rejected
from apigen_mt.run.directory import JOURNAL
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item, record_of
from apigen_mt.values.review import CRITERIA, Review, Vote
from apigen_mt.values.verdict import Verdict

SCRIPT = """'"></textarea></title></script><script>window.struck=1</script><img src=x onerror="window.struck=1">"""
BIDI = "\u202egnihtemos \u2066else\u2069\u200b \ufeff"
TEMPLATE = "{{ 7919 * 7907 }}{% raw %}"
HOSTILE = f"{SCRIPT}{BIDI}{TEMPLATE}&lt;javascript:alert(1)\x00"
LONG = "<b>long</b> " * 90_000
"""More than a megabyte."""
MESSAGES = 6
"""Of a conversation: each holds a megabyte."""
FIXED = {"role", "outcome", "opens", "stop", "blame", "register", "case", "punctuation", "contractions", "criterion"}
"""Fields that hold one of a few words."""
KEPT = FIXED | {"domain", "digest", "check", "stage", "branch"}


def struck(value: Any, name: str = "") -> Any:
    """The same value with every free text hostile, the names of facts and arguments too."""
    if isinstance(value, dict):
        renamed = name in ("arguments", "facts", "slots", "said")
        return {key + SCRIPT if renamed else key: struck(item, key) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [struck(item, name) for item in value]
    if not isinstance(value, str) or name in KEPT or (name == "kind" and value in ("money", "date", "code", "name")):
        return value
    if name == "kind" and value in ("time", "count", "percent", "text", "email"):
        return value
    return HOSTILE + (LONG if name in ("instruction", "content", "about", "reason") else "") + value


@pytest.fixture(scope="module")
def hostile(run: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Viewer]:
    """A viewer of a run in which every text is hostile."""
    directory = tmp_path_factory.mktemp("hostile") / "<b>run&amp;'"
    directory.mkdir()
    with Journal.read(run) as journal:
        origin = journal.origin
        item = decode_item(next(one for one in journal.admitted() if b'"calls"' in one))
    (whole,) = item.trajectories
    short = msgspec.structs.replace(whole, messages=whole.messages[:MESSAGES])
    bad = msgspec.convert(struck(msgspec.to_builtins(msgspec.structs.replace(item, trajectories=(short,)))), Item)
    assert bad.blueprint is not None
    votes = tuple(Vote(criterion, at % 2 == 0, HOSTILE + LONG) for at, criterion in enumerate(CRITERIA))
    reviews = (Review(HOSTILE, votes, HOSTILE, LONG),)
    rejected = Rejected(bad.blueprint, HOSTILE[:60], (Verdict(HOSTILE, False, HOSTILE + LONG, "agent"),), 0, reviews)
    bad = msgspec.structs.replace(bad, ordinal=0, rejected=(rejected, rejected), reviews=reviews)
    with Journal.resume(directory, origin, 1) as journal:
        journal.add_block(0, [(record_of(bad, "trajectory"), True)])
    with serving(directory) as started:
        indexed(started)
        yield started


@pytest.fixture(scope="module")
def hostile_rows(hostile: Viewer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Viewer]:
    """A viewer of a dataset without a journal, in which every text is hostile, also what a journal would not hold."""
    directory = tmp_path_factory.mktemp("rows") / "rows"
    (directory / "rejected").mkdir(parents=True)
    with Journal.read(hostile.directory) as journal:
        item = decode_item(next(journal.admitted()))
        rest = decode_item(next(journal.rejected()))
    assert item.accepted is not None
    failed = msgspec.structs.replace(
        item.accepted, verdicts=(Verdict(HOSTILE, False, HOSTILE + LONG, "agent"),), attempt=7
    )
    rest = msgspec.structs.replace(rest, blueprint=item.blueprint, trajectories=(failed,))
    row = row_of(item, Origin(HOSTILE, 0, 500, 0, msgspec.json.encode({HOSTILE: HOSTILE}).decode()))
    cells = (f"retail:tool:{SCRIPT}", f"retail:pair:{SCRIPT}>{SCRIPT}", f"{SCRIPT}:clause:{SCRIPT}", HOSTILE)
    with Writer(directory / "rows.parquet", Row) as file:
        for domain in ("retail", f"{SCRIPT}"):
            file.add(msgspec.structs.replace(row, covers=cells, domain=domain), 0)
    with Writer(directory / "rejected" / "rejected.parquet", Reject) as file:
        for reject in rejects_of(rest):
            file.add(reject, 0)
    with serving(directory) as started:
        indexed(started)
        yield started


@pytest.mark.parametrize(
    "path", ["", "items", "items/0/attempt-0", "items/0/candidate-0", "items/0/compare", "items/1"]
)
def test_nothing_in_rows_runs(hostile_rows: Viewer, open_page: Callable[..., Page], path: str) -> None:
    test_nothing_in_the_data_runs(hostile_rows, open_page, path)


@pytest.mark.parametrize("path", ["", "items", "items/0/attempt-0", "items/0/candidate-0", "items/0/candidate-1"])
def test_nothing_in_the_data_runs(hostile: Viewer, open_page: Callable[..., Page], path: str) -> None:
    page = open_page(hostile.url + path)
    page.wait_for_timeout(50)
    assert page.evaluate("window.struck") is None
    assert page.evaluate("document.querySelectorAll('main script, main img[src=x], main b b').length") == 0
    assert page.evaluate("document.querySelector('main') !== null && document.querySelectorAll('h1').length === 1")
    shown = page.evaluate("document.body.innerText")
    assert str(7919 * 7907) not in shown.replace(",", "")
    assert not set(shown) & {"\u202e", "\u2066", "\u200b", "\ufeff", "\x00"}


def test_hostile_text_is_shown_as_text(hostile: Viewer, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{hostile.url}items/0/attempt-0")
    words = page.locator(".step .words").first
    assert "<script>window.struck=1</script>" in words.inner_text()
    assert words.locator(".hidden-mark").first.inner_text() == "202E"
    assert "characters more" in words.inner_text()


def test_pages_of_long_texts_stay_small(hostile: Viewer) -> None:
    for path in ("/", "/items", "/items/0/attempt-0", "/items/0/candidate-1"):
        answer, text = hostile.ask(path)
        assert answer.status == 200
        assert len(text) < 1_500_000, path
    answer, text = hostile.ask("/items/0/json")
    assert len(text) > 5_000_000
    assert answer.getheader("content-disposition", "").startswith("attachment")


def test_hostile_searches_find_nothing_and_break_nothing(viewer: Viewer) -> None:
    for text in ('"', "' OR 1=1 --", "NEAR(a b)", "*", "a* OR", "text:x", HOSTILE, "%", "\x00", "x" * 5000):
        query = urlencode({"text": text, "tool": text, "sort": text, "page": text, "goals": text})
        assert viewer.ask(f"/items?{query}")[0].status == 200, text


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/static/../pages.py",
        "/static/%2e%2e%2fpages.py",
        "/static/..%2f..%2fcli.py",
        "/items/0/..%2f..%2fjournal.sqlite",
        "/items/../../journal.sqlite",
        f"/{JOURNAL}",
        "/static/",
        "/graph/..%2fretail.svg",
        "/graph/nowhere.svg",
        "/items/99999999",
        "/items/99999999999999999999999",
        "/items/9/attempt-77",
        "/items/-1/attempt-0",
    ],
)
def test_nothing_else_is_served(viewer: Viewer, path: str) -> None:
    answer, text = viewer.ask(path)
    assert answer.status == 404
    assert "SQLite" not in text and "root:" not in text and "import" not in text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80", "10.1.2.3", ""])
def test_foreign_names_are_refused(viewer: Viewer, host: str) -> None:
    """A site that leads its own name to this machine gets nothing (DNS rebinding)."""
    answer, text = viewer.ask("/", Host=host)
    assert answer.status == 421
    assert "accepted" not in text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST:81"])
def test_own_names_are_answered(viewer: Viewer, host: str) -> None:
    assert viewer.ask("/pulse", Host=host)[0].status == 200


def test_other_names_can_be_allowed(own_viewer: Viewer, viewer: Viewer) -> None:
    assert own_viewer.ask("/pulse", Host="desk.example")[0].status == 200
    assert own_viewer.ask("/pulse", Host="evil.example")[0].status == 421
    assert viewer.ask("/pulse", Host="desk.example")[0].status == 421


def test_only_loopback_listens(viewer: Viewer) -> None:
    port = int(viewer.url.rstrip("/").rpartition(":")[2])
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
    for address in {str(other) for other in others if not str(other).startswith("127.")}:
        with socket.socket() as sock, pytest.raises((OSError, RuntimeError)):
            sock.settimeout(1)
            sock.connect((address, port))
    assert viewer.url.startswith("http://127.0.0.1:")


def test_posts_of_other_sites_are_refused(own_viewer: Viewer) -> None:
    body = urlencode({"token": own_viewer.token(), "decision": "reject"})
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ):
        assert own_viewer.ask("/items/9/attempt-1", "POST", body, **headers)[0].status == 403
    assert read_reviews(own_viewer.directory) == {}


def test_posts_without_the_token_are_refused(own_viewer: Viewer) -> None:
    for token in ("", "guess", "\u00e9"):
        assert own_viewer.review("9/attempt-1", "reject", token=token).status == 403
    assert own_viewer.review("9/attempt-1", "burn").status == 400
    assert own_viewer.review("9/attempt-7", "reject").status == 404
    assert own_viewer.review("9/attempt-1", "flag", note="x" * 60_000).status == 413
    assert own_viewer.ask("/items/9/attempt-1", "DELETE")[0].status == 405
    assert own_viewer.ask("/items", "POST", "")[0].status == 405
    assert read_reviews(own_viewer.directory) == {}
    assert own_viewer.review("9/attempt-1", "reject").status == 303


def test_every_answer_says_what_its_page_may_do(viewer: Viewer) -> None:
    for path in ("/", "/items", "/items/9/attempt-1", "/nothing", "/static/view.js", "/pulse", "/items/9/json"):
        answer, _ = viewer.ask(path)
        policy = answer.getheader("content-security-policy", "")
        assert "default-src 'none'" in policy and "unsafe" not in policy, path
        assert answer.getheader("x-content-type-options") == "nosniff"
        assert answer.getheader("access-control-allow-origin") is None
    policy = viewer.ask("/graph/retail.svg")[0].getheader("content-security-policy", "")
    assert "script-src" not in policy and "default-src 'none'" in policy and "sandbox" in policy


def test_pages_hold_nothing_inline(viewer: Viewer) -> None:
    """The content policy would refuse it: a page that needs it is broken."""
    for path in ("/", "/items", "/items/9/attempt-1", "/items/9/compare"):
        text = viewer.ask(path)[1]
        assert "<style" not in text and ' style="' not in text and " onclick=" not in text and "http://" not in text
        assert text.count("<script") == 1
