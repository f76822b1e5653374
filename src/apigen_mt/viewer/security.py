"""Who may ask, and what a page may do: foreign names, foreign sites and everything that is not ours are refused."""

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""A page may load its own files and nothing else; nothing in it runs that is not such a file."""
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A picture has its own style, and may do nothing."""
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
LOCAL = frozenset(("localhost", "127.0.0.1", "[::1]"))


class Guard:
    """Refuses what does not come from the viewer's own pages, and has every answer say what its page may do."""

    def __init__(self, app: ASGIApp, names: Iterable[str] = (), *, numbers: bool = False):
        """Wrap an application.

        Args:
            app: The application.
            names: Names that the server may be asked by, beside those of this machine itself.
            numbers: Whether it may be asked by any address in numbers. A site that leads its name to this machine (DNS
                rebinding) asks by that name.
        """
        self._app = app
        self._names = LOCAL | {name.casefold() for name in names}
        self._numbers = numbers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", POLICY)
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        answer = self._app if refusal is None else refusal
        await answer(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if not self._knows(host):
            return PlainTextResponse("This server does not go by that name; name it with --allow.\n", 421)
        if method not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("Only GET, HEAD and POST are answered.\n", 405)
        if method == "POST":
            origin = headers.get("origin")
            site = headers.get("sec-fetch-site", "same-origin")
            if (origin is not None and urlsplit(origin).netloc != host) or site not in ("same-origin", "none"):
                return PlainTextResponse("This comes from another site.\n", 403)
        return None

    def _knows(self, host: str) -> bool:
        name = host.casefold()
        if not name.endswith("]"):
            name = name.rpartition(":")[0] or name
        if name in self._names:
            return True
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return False
        return self._numbers
