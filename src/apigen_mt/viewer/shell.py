"""What all pages stand in: the viewer's own files, its templates, and what is said when something goes wrong."""

import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from apigen_mt.errors import ApigenError
from apigen_mt.viewer.heat import heat
from apigen_mt.viewer.shown import environment

KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


class Asset(NamedTuple):
    """A file of the viewer's own."""

    content: bytes
    kind: str


class Words(NamedTuple):
    """What pages call the things that they list, and how those came out."""

    item: str
    good: str
    bad: str


class Shell(ABC):
    """Pages about one thing on the disk: a run, a dataset, an evaluation or a training."""

    def __init__(self, path: Path, menu: Mapping[str, tuple[str, str]], words: Words, *, reviewed: bool):
        """Prepare the templates.

        Args:
            path: What the pages are about.
            menu: Name of a page in the bar at the top -> its address, and what it is called.
            words: What things are called.
            reviewed: Whether people may review what they see.
        """
        self.token = secrets.token_urlsafe(32)
        """What a form has to bring: only our own pages know it."""
        self._assets = {
            entry.name: Asset(entry.read_bytes(), KINDS[entry.name.rpartition(".")[2]])
            for entry in files("apigen_mt.viewer").joinpath("static").iterdir()
        }
        version = blake2b(b"".join(asset.content for asset in self._assets.values()), digest_size=6).hexdigest()
        self._templates = environment(
            heat=heat,
            version=version,
            token=self.token,
            run=path.absolute(),
            menu=menu,
            called=words,
            reviewed=reviewed,
        )

    @property
    @abstractmethod
    def routes(self) -> Sequence[Route]:
        """Addresses, and what answers them; beside those that all have."""

    @abstractmethod
    def now(self) -> dict[str, str]:
        """Return `mark`, which changes whenever there is something new to show, `state`, and `text` that says it."""

    @abstractmethod
    def report(self) -> str:
        """Return the first page as HTML that loads nothing."""

    @abstractmethod
    def warm(self, wait: Callable[[], None]) -> None:
        """Make what takes a while before anybody asks for it; `wait` is called while there is nothing to go by yet."""

    def app(self) -> Starlette:
        """Return the application, unguarded."""
        return Starlette(
            routes=[
                *self.routes,
                Route("/pulse", self.pulse),
                Route("/static/{name:str}", self.static),
            ],
            exception_handlers={HTTPException: self.told, ApigenError: self.told},
        )

    def pulse(self, request: Request) -> Response:
        """Return what changes whenever there is something new to show."""
        return JSONResponse(self.now())

    def static(self, request: Request) -> Response:
        """Return a file of the viewer's own."""
        asset = self._assets.get(request.path_params["name"])
        if asset is None:
            raise HTTPException(404, "There is no such file.")
        return Response(asset.content, media_type=asset.kind, headers={"cache-control": "max-age=31536000, immutable"})

    def told(self, request: Request, error: Exception) -> Response:
        """Say what went wrong, in words."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        text = error.detail if isinstance(error, HTTPException) else str(error)
        return self.page("error.html", status=status, at="", text=text)

    def style(self) -> str:
        """Return the style sheet."""
        return self._assets["view.css"].content.decode()

    def render(self, template: str, **values: Any) -> str:
        """Return a template filled."""
        return self._templates.get_template(template).render(**values)

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """Return a page."""
        return HTMLResponse(self.render(template, pulse=self.now(), **values), status)
