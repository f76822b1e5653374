"""A viewer at work, started as a person starts it, and asked over plain HTTP."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from apigen_mt.viewer.index import Index
from apigen_mt.viewer.sources import Source


class Viewer(NamedTuple):
    """A viewer at work."""

    directory: Path
    url: str

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> tuple[HTTPResponse, str]:
        """Ask over plain HTTP; return the answer and its text."""
        connection = HTTPConnection("127.0.0.1", int(self.url.rstrip("/").rpartition(":")[2]), timeout=20)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, given)
            answer = connection.getresponse()
            return answer, answer.read().decode()
        finally:
            connection.close()

    def token(self) -> str:
        """The token of the server's forms."""
        text = self.ask("/items/9/attempt-1")[1]
        return text.partition('name="token" value="')[2].partition('"')[0]

    def review(self, place: str, decision: str, note: str = "", **form: str) -> HTTPResponse:
        """Send a review as the page's form does."""
        fields = {"token": self.token(), "decision": decision, "note": note} | form
        return self.ask(f"/items/{place}", "POST", urlencode(fields))[0]


@contextlib.contextmanager
def serving(directory: Path, *arguments: str) -> Iterator[Viewer]:
    """Start `apigen-mt view` on a free port, as a person would."""
    command = [sys.executable, "-m", "apigen_mt", "view", str(directory), "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None and process.stderr is not None
            line = process.stdout.readline()
            assert line.startswith("http://"), process.stderr.read()
            yield Viewer(directory, line.split()[0])
        finally:
            process.terminate()


def generate(*arguments: str) -> None:
    """Make a run in a process of its own: a browser's thread has its event loop already."""
    subprocess.run([sys.executable, "-m", "apigen_mt", "generate", *arguments, "--workers", "1", "--quiet"], check=True)


def indexed(viewer: Viewer) -> None:
    """Wait until the index has everything that there is."""
    patience = time.monotonic() + 90
    while time.monotonic() < patience:
        if '"state":"reading"' not in viewer.ask("/pulse")[1]:
            return
        time.sleep(0.05)
    raise AssertionError("the index does not get ready")


def filled(source: Source) -> Path:
    """Fill the index of a run or dataset and return its file."""
    index = Index(source)
    while index.catch_up():
        pass
    index.close()
    return index.path
