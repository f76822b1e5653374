"""The pages: what each address answers. All but a review are read-only, and no address names a file."""

import secrets
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, quote

import msgspec
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from apigen_mt.audit.realism import kept
from apigen_mt.dataset.reviews import (
    DECISIONS,
    LONGEST_NOTE,
    Decision,
    PersonReview,
    drop_review,
    read_reviews,
    write_review,
)
from apigen_mt.models.endpoint import Price
from apigen_mt.models.log import COMPLETIONS, CompletionLog, Cost
from apigen_mt.outputs.graph_svg import draw_graph
from apigen_mt.run.directory import is_held
from apigen_mt.viewer.compare import ballots, conversations_apart, words_apart
from apigen_mt.viewer.costs import Taken, by_message, by_role, total
from apigen_mt.viewer.index import Index
from apigen_mt.viewer.overview import STAGES_SHOWN, Overview, overview
from apigen_mt.viewer.queries import PAGE, Filters, open_index
from apigen_mt.viewer.security import PICTURE_POLICY
from apigen_mt.viewer.shell import Shell, Words
from apigen_mt.viewer.shown import count
from apigen_mt.viewer.sources import Found, Place, Run
from apigen_mt.viewer.story import Step, recorded, tell
from apigen_mt.viewer.things import Thing, things_of
from apigen_mt.viewer.worlds import MOST, Missing, Worlds
from apigen_mt.world.domain import World

BODY = 4 * LONGEST_NOTE + 4096
"""Bytes of a form that are read."""
CHOICES = 300
"""Domains to choose from in a list's filter."""


class Site(Shell):
    """The pages of one run or dataset."""

    def __init__(self, index: Index, worlds: Worlds, prices: Mapping[str, Price] = {}):
        """Take what the pages tell of."""
        self.source = index.source
        self.directory: Path = index.source.directory
        self.index = index
        self.worlds = worlds
        self.prices = prices
        menu = {"overview": ("/", "Overview"), "items": ("/items", "Items")}
        super().__init__(self.source.path, menu, Words("Item", "accepted", "rejected"), reviewed=True)

    @property
    def routes(self) -> Sequence[Route]:
        """What answers which address."""
        return (
            Route("/", self.overview),
            Route("/items", self.items),
            Route("/items/{ordinal:int}", self.item),
            Route("/items/{ordinal:int}/json", self.item_json),
            Route("/items/{ordinal:int}/compare", self.compare),
            Route("/items/{ordinal:int}/{name:str}", self.thing, methods=["GET"]),
            Route("/items/{ordinal:int}/{name:str}", self.review, methods=["POST"]),
            Route("/graph/{domain:str}.svg", self.graph),
        )

    # ---- pages ------------------------------------------------------------------------------------------------------

    def overview(self, request: Request) -> Response:
        """Return the run at one glance."""
        return self.page("overview.html", at="overview", **self.glance(), linked=True, graph=_graph_url)

    def glance(self) -> dict[str, Any]:
        """Return what the overview shows."""
        with open_index(self.index.path, self.directory) as queries:
            found: Overview = overview(queries, self.source, self.worlds, read_reviews(self.directory), self.prices)
        return {
            "o": found._replace(compared=kept(self.directory)),
            "stages": STAGES_SHOWN,
            "origin": self.source.origin if isinstance(self.source, Run) else None,
        }

    def items(self, request: Request) -> Response:
        """Return a list of things."""
        filters = Filters.of(request.query_params)
        given = request.query_params.get("page", "1")
        with open_index(self.index.path, self.directory) as queries:
            total = queries.count(filters)
            pages = max(1, -(-total // PAGE))
            number = min(max(int(given[:9]) if given.isdecimal() else 1, 1), pages)
            lines = queries.page(filters, number - 1)
            options = {kind: queries.marks(kind) for kind in ("tool", "kind", "event", "failed")}
            options["domain"] = dict(Counter(queries.tally("stage:items")).most_common(CHOICES))
            options["stage"] = dict.fromkeys(sorted({key.split("\t")[0] for key in queries.tally("reason")}), 0)
        return self.page(
            "items.html",
            at="items",
            filters=filters,
            lines=lines,
            total=total,
            pages=pages,
            number=number,
            options=options,
            is_run=self.source.is_run,
        )

    def item(self, request: Request) -> Response:
        """Lead to the last thing of a work item."""
        things = _things(self._found(request))
        return RedirectResponse(f"/items/{things[-1].ordinal}/{things[-1].name}")

    def thing(self, request: Request) -> Response:
        """Return one candidate or conversation."""
        found = self._found(request)
        things = _things(found)
        name = request.path_params["name"]
        thing = next((one for one in things if one.name == name), None)
        if thing is None:
            raise HTTPException(404, f"Item {things[0].ordinal} has no {name!r}.")
        filters = Filters.of(request.query_params)
        with open_index(self.index.path, self.directory) as queries:
            before, after = queries.beside(filters, thing.ordinal, thing.name)
        world = self.worlds.find(found.place)
        steps, why = steps_of(thing, world)
        spent = self._spent(thing.ordinal)
        policy = {} if isinstance(world, Missing) else world.domain.policy.clauses
        drafts = [one for one in things if one.trajectory is None]
        made = next((one for one in reversed(things) if one.trajectory is not None), None)
        return self.page(
            "thing.html",
            at="items",
            thing=thing,
            things=things,
            steps=steps,
            why=why,
            policy=policy,
            rounds=_rounds(drafts, made),
            ballots=ballots(thing.reviews),
            review=read_reviews(self.directory).get(thing.subject) if thing.subject else None,
            costs=by_role(spent, self.prices),
            turns=_turns(spent, self.prices, thing),
            total=total,
            made=found.made,
            is_run=self.source.is_run,
            filters=filters,
            before=before,
            after=after,
        )

    def compare(self, request: Request) -> Response:
        """Return two attempts at one blueprint beside each other."""
        things = {one.name: one for one in _things(self._found(request)) if one.trajectory is not None}
        names = [request.query_params.get(side, "") for side in ("left", "right")]
        if not all(name in things for name in names):
            if len(things) < 2:
                raise HTTPException(404, "There are no two attempts at this blueprint.")
            names = [*things][:2]
        left, right = (things[name] for name in names)
        rows = list(conversations_apart(_messages(left), _messages(right)))
        return self.page("compare.html", at="items", left=left, right=right, rows=rows, things=[*things.values()])

    def item_json(self, request: Request) -> Response:
        """Return all that there is of a work item."""
        entry = self._found(request).entry
        parts = {name: msgspec.Raw(part) for name in ("accepted", "rejected") if (part := getattr(entry, name))}
        text = msgspec.json.encode({"ordinal": entry.ordinal, **parts})
        # As an attachment, so that no browser takes anything in it for a page.
        name = f"item-{entry.ordinal}.json"
        return Response(
            text, media_type="application/json", headers={"content-disposition": f'attachment; filename="{name}"'}
        )

    # ---- what changes something -------------------------------------------------------------------------------------

    async def review(self, request: Request) -> Response:
        """Keep a person's review, and lead back."""
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > BODY:
                raise HTTPException(413, "The note is too long.")
        try:
            form = {name: values[-1] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}
        except (UnicodeDecodeError, ValueError) as error:
            raise HTTPException(400, "The form cannot be read.") from error
        if not secrets.compare_digest(form.get("token", "").encode(), self.token.encode()):
            raise HTTPException(403, "The form does not come from a page of this server; load the page again.")
        return await run_in_threadpool(self._keep, request, form)

    def _keep(self, request: Request, form: Mapping[str, str]) -> Response:
        name = request.path_params["name"]
        thing = next((one for one in _things(self._found(request)) if one.name == name), None)
        if thing is None or not thing.subject:
            raise HTTPException(404, f"There is no {name!r} to review.")
        if form.get("decision") == "forget":
            drop_review(self.directory, thing.subject)
        else:
            write_review(self.directory, _reviewed(thing, form))
        query = Filters.of(parse_filters(form.get("query", ""))).query
        return RedirectResponse(f"/items/{thing.ordinal}/{quote(name)}" + (f"?{query}" if query else ""), 303)

    # ---- parts of pages ---------------------------------------------------------------------------------------------

    def graph(self, request: Request) -> Response:
        """Return a domain's API graph with what the run has used."""
        text = self.graph_svg(request.path_params["domain"])
        if text is None:
            raise HTTPException(404, "There is no such graph.")
        return Response(text, media_type="image/svg+xml", headers={"content-security-policy": PICTURE_POLICY})

    def graph_svg(self, domain: str) -> str | None:
        """Return the drawing of a domain's API graph, or None where its world is not known."""
        with open_index(self.index.path, self.directory) as queries:
            place, cells = queries.places().get(domain), queries.tally("cell")
        if place is None:
            return None
        world, graph = self.worlds.find(place), self.worlds.graph(place)
        return None if isinstance(world, Missing) or graph is None else draw_graph(world.domain, graph, cells)

    def report(self) -> str:
        """Return the overview as HTML that loads nothing."""
        while self.index.catch_up():
            pass

        def graph(domain: str) -> str:
            drawn = self.graph_svg(domain) or ""
            return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"

        shown = {"linked": False, "graph": graph, "style": Markup(self.style())}
        return self.render("report.html", body="_overview.html", **self.glance(), **shown)

    def warm(self, wait: Callable[[], None]) -> None:
        """Make the worlds: the first page that needs one should find it."""
        while not (places := self._places()):
            wait()
        for place in places[:MOST]:
            self.worlds.graph(place)

    def _places(self) -> list[Place]:
        with open_index(self.index.path, self.directory) as queries:
            return [*queries.places().values()]

    def now(self) -> dict[str, str]:
        """Return how far the run, or the reading of it, has come."""
        with open_index(self.index.path, self.directory) as queries:
            at = queries.progress()
            stages = {stage: sum(queries.tally(f"stage:{stage}").values()) for stage in ("items", "admitted")}
        if isinstance(self.source, Run):
            wanted = self.source.wanted()
            state = "running" if is_held(self.directory) else "complete" if stages["admitted"] >= wanted else "stopped"
            told = f"{count(stages['admitted'])} of {count(wanted)}"
        else:
            state, told = "complete", f"{count(stages['items'])} items"
        if self.index.is_behind and state != "running":
            state = "reading"
        return {
            "mark": f"{at.get('items', '-')}.{at.get('costs', '-')}.{state}",
            "state": state,
            "text": f"{state} · {told}",
        }

    def _found(self, request: Request) -> Found:
        ordinal = request.path_params["ordinal"]
        if isinstance(self.source, Run):
            found = self.source.find(ordinal)
        else:
            with open_index(self.index.path, self.directory) as queries:
                found = queries.kept(ordinal)
        if found is None:
            raise HTTPException(404, f"There is no item {ordinal}.")
        return found

    def _spent(self, ordinal: int) -> list[Cost]:
        """Return what one work item's requests came to."""
        if not self.source.is_run or not (self.directory / COMPLETIONS).is_file():
            return []
        with CompletionLog.read(self.directory) as log:
            return log.costs_of(ordinal)


def parse_filters(query: str) -> dict[str, str]:
    """Return a query string's last value for each name."""
    return {name: values[-1] for name, values in parse_qs(query).items()}


def _reviewed(thing: Thing, form: Mapping[str, str]) -> PersonReview:
    """Return what a form says of a thing."""
    given = form.get("decision", "")
    known: dict[str, Decision] = {one: one for one in DECISIONS}
    decision = known.get(given)
    if decision is None:
        raise HTTPException(400, f"{given!r} is no decision; choose one of {', '.join(DECISIONS)}.")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    note = form.get("note", "").strip()
    return PersonReview(
        thing.subject, thing.ordinal, thing.name, decision, note, at, stage=thing.stage, passed=thing.accepted
    )


def _graph_url(domain: str) -> str:
    return f"/graph/{quote(domain)}.svg"


def _things(found: Found) -> list[Thing]:
    things = things_of(found.entry)
    if not things:
        why = "; ".join(f"{reason.stage}: {reason.check}" for reason in found.entry.reasons) or "it has made nothing"
        raise HTTPException(404, f"There is nothing to look at in this item ({why}).")
    return things


def _turns(spent: list[Cost], prices: Mapping[str, Price], thing: Thing) -> Mapping[int, Mapping[str, Taken]]:
    return by_message(spent, prices, thing.trajectory.attempt, thing.trajectory.messages) if thing.trajectory else {}


def _messages(thing: Thing) -> Any:
    return thing.trajectory.messages if thing.trajectory else ()


def steps_of(thing: Thing, world: World | Missing) -> tuple[list[Step], str]:
    """Return a conversation's steps, and why nothing was executed if nothing was."""
    if thing.trajectory is None:
        return [], ""
    if isinstance(world, Missing) or thing.blueprint is None:
        why = world.why if isinstance(world, Missing) else "nothing says what it is about"
        return recorded(thing.trajectory.messages), why
    try:
        return tell(world, thing.blueprint, thing.trajectory.messages), ""
    except Exception as error:
        # A journal may hold anything: what cannot be executed is shown as it was recorded.
        why = f"executing this again failed ({type(error).__name__}: {error})"
        return recorded(thing.trajectory.messages), why


class Round(NamedTuple):
    """One candidate beside the others."""

    thing: Thing
    instruction: Any
    """In pieces: what the candidate before it does not say is marked."""
    ballots: Any


def _rounds(drafts: list[Thing], made: Thing | None) -> list[Round]:
    """Return all candidates of an item, the accepted one last, each with what is new in it."""
    every = [*drafts]
    if made is not None and made.blueprint is not None:
        verdicts = made.blueprint.verdicts
        every.append(made._replace(name="blueprint", trajectory=None, accepted=True, verdicts=verdicts))
    rounds: list[Round] = []
    before = ""
    for one in every:
        text = one.blueprint.instruction if one.blueprint else ""
        pieces = words_apart(before, text)[1] if before and text else words_apart(text, text)[1]
        rounds.append(Round(one, pieces, ballots(one.reviews)))
        before = text or before
    return rounds
