"""The dataset card: what is in a dataset, how it came about, how to load it and how to prove it.

The YAML at its head is what `datasets.load_dataset` goes by: one configuration for everything, one for each
domain, and one for the rejects.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from apigen_mt.dataset.reviews import DECISIONS, PersonReview
from apigen_mt.dataset.rows import FORMAT, Row, text_of
from apigen_mt.dataset.versions import DIGITS, FOLDER, DomainVersion
from apigen_mt.models.players import Player, Players
from apigen_mt.phases.item import Item, Settings
from apigen_mt.run.journal import Summary, Yields
from apigen_mt.world.domain import Domain

LICENCE = "cc-by-4.0"
"""Of the generated data; the code has its own."""
_EXCERPT = 14
"""Messages that an excerpt should have at most."""
_CUT = 400
"""Characters of a message that an excerpt shows."""


class Tally:
    """Counts over the rows of a dataset, made while they are written."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.rows: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self.turns: Counter[str] = Counter()
        self.messages: Counter[str] = Counter()
        self.composed: Counter[str] = Counter()
        self.cells: Counter[str] = Counter()
        self.excerpt: Row | None = None

    def add(self, item: Item, row: Row) -> None:
        """Count a row."""
        self.rows[row.domain] += 1
        self.calls[row.domain] += row.tool_calls
        self.turns[row.domain] += row.user_turns
        self.messages[row.domain] += len(row.messages)
        self.composed[row.domain] += bool(row.parts)
        self.cells.update(item.cells)
        if self.excerpt is None or (not _short(self.excerpt) and _short(row)):
            self.excerpt = row

    def covered(self, domain: str, *kinds: str) -> Counter[str]:
        """Return name -> number of rows, over the cells of these kinds."""
        found: Counter[str] = Counter()
        for cell, count in self.cells.items():
            place, kind, name = cell.split(":", 2)
            if place == domain and kind in kinds:
                found[name] += count
        return found


def card(
    settings: Settings,
    summary: Summary,
    versions: Mapping[str, DomainVersion],
    domains: Mapping[str, Domain],
    tally: Tally,
    rejects: int,
    reviews: Mapping[str, PersonReview],
) -> str:
    """Return the text of a dataset's README.md."""
    return (
        "\n\n".join(
            (
                _header(tally, rejects),
                _opening(versions, tally),
                _contents(versions, tally),
                _made_with(settings, versions),
                _yields(summary),
                _rejects(summary),
                *_people(reviews),
                *(_coverage(domains[name], tally) for name in sorted(versions)),
                _columns(),
                _loading(versions),
                _checking(),
                *_excerpt(tally.excerpt),
                _rights(),
            )
        )
        + "\n"
    )


def _header(tally: Tally, rejects: int) -> str:
    lines = [
        "---",
        f"license: {LICENCE}",
        "language:",
        "- en",
        "pretty_name: Verified multi-turn tool-use conversations",
        "task_categories:",
        "- text-generation",
        "tags:",
        "- function-calling",
        "- tool-use",
        "- agents",
        "- multi-turn",
        "- synthetic",
        "- apigen-mt",
        "size_categories:",
        f"- {_size_category(tally.rows.total())}",
        "configs:",
        "- config_name: default",
        "  default: true",
        "  data_files:",
        "  - split: train",
        "    path: data/train-*.parquet",
    ]
    parts = [(name, f"data/train-{name}-[0-9]*.parquet") for name in sorted(tally.rows)]
    if rejects:
        parts.append(("rejected", "rejected/*.parquet"))
    for name, files in parts:
        lines += [f"- config_name: {name}", "  data_files:", "  - split: train", f"    path: {files}"]
    lines.append("---")
    return "\n".join(lines)


def _size_category(rows: int) -> str:
    for bound, name in (
        (1_000, "n<1K"),
        (10_000, "1K<n<10K"),
        (100_000, "10K<n<100K"),
        (1_000_000, "100K<n<1M"),
    ):
        if rows < bound:
            return name
    return "1M<n<10M"


def _opening(versions: Mapping[str, DomainVersion], tally: Tally) -> str:
    desks = ", ".join(f"{name} ({versions[name].title})" for name in sorted(versions))
    return (
        "# Verified multi-turn tool-use conversations\n\n"
        f"{tally.rows.total():,} conversations between a customer and an agent with tools, made by "
        f"apigen-mt: {desks}.\n"
        "Each row carries the task that it was made for, with ground-truth actions and outputs; its "
        "conversation has been\n"
        "executed again in the same world and accepted by every check. No language model was used unless a "
        "row's `engine` names one."
    )


def _contents(versions: Mapping[str, DomainVersion], tally: Tally) -> str:
    rows = [
        (
            name,
            f"{tally.rows[name]:,}",
            _mean(tally.turns[name], tally.rows[name]),
            _mean(tally.calls[name], tally.rows[name]),
            _mean(tally.messages[name], tally.rows[name]),
            _share(tally.composed[name], tally.rows[name]),
            str(len(versions[name].tools)),
        )
        for name in sorted(versions)
    ]
    return "## Contents\n\n" + _table(
        ("domain", "rows", "user turns", "tool calls", "messages", "composed tasks", "tools"), rows
    )


def _made_with(settings: Settings, versions: Mapping[str, DomainVersion]) -> str:
    worlds = [
        (name, str(version.seed), str(version.size), f"`{version.digest[:DIGITS]}`", version.today)
        for name, version in sorted(versions.items())
    ]
    of_models = () if settings.players.seated else ("revising", "candidates", "abort")
    shown = [name for name in settings.__struct_fields__ if name not in ("domains", "players", *of_models)]
    made = ", ".join(f"{name} {getattr(settings, name)}" for name in shown)
    return (
        f"## Made with\n\nSettings: {made}. Equal settings give equal bytes.\n\n"
        + _played_by(settings.players)
        + _table(("world", "seed", "customers", "digest", "day of the conversations"), worlds)
        + f"\n\nTools and policy of each world: `{FOLDER}/<domain>-<digest>.json`."
    )


def _played_by(players: Players) -> str:
    """Return the table of roles that models played, with how they were asked; nothing if there are none."""
    rows = [(role, player.model, _sampling(player)) for role, player in players.seated.items()]
    if not rows:
        return ""
    about = "Models played these roles; equal answers of theirs give equal bytes."
    return f"{about}\n\n{_table(('role', 'model', 'asked with'), rows)}\n\n"


def _sampling(player: Player) -> str:
    values = msgspec.structs.asdict(player)
    given = {
        name: value for name, value in values.items() if name not in ("model", "endpoint") and value not in (None, {})
    }
    return f"`{text_of(given)}`" if given else "the endpoint's defaults"


def _yields(summary: Summary) -> str:
    total = [("all", summary.total)] if len(summary.domains) > 1 else []
    rows = [
        (name, *(f"{count:,}" for count in _stages(counts)), _share(counts.admitted, counts.items))
        for name, counts in [*sorted(summary.domains.items()), *total]
    ]
    return "## Yields per stage\n\n" + _table(
        (
            "domain",
            "work items",
            "candidates",
            "blueprints",
            "conversations",
            "repeats",
            "accepted",
            "of work items",
        ),
        rows,
    )


def _stages(counts: Yields) -> tuple[int, ...]:
    return (
        counts.items,
        counts.candidates,
        counts.blueprints,
        counts.conversations,
        counts.repeats,
        counts.admitted,
    )


def _rejects(summary: Summary) -> str:
    if not summary.reasons:
        return "## Rejects\n\nNothing was rejected."
    rows = [
        (reason.stage, reason.check, reason.blame or "nobody", f"{count:,}")
        for reason, count in sorted(summary.reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return (
        "## Rejects\n\nEverything that was not accepted lies in `rejected/`, with all reasons. By the "
        "first check that failed:\n\n" + _table(("stage", "check", "blamed on", "count"), rows)
    )


def _people(reviews: Mapping[str, PersonReview]) -> Iterable[str]:
    if reviews:
        decisions = Counter(review.decision for review in reviews.values())
        told = ", ".join(f"{decision} {decisions[decision]:,}" for decision in DECISIONS if decisions[decision])
        yield (
            f"## Reviews by people\n\nDecisions: {told}. A conversation that a person has rejected lies in `rejected/` with "
            "the stage `person`;\na flag changes nothing here, and nothing is accepted that the checks have rejected."
        )


def _coverage(domain: Domain, tally: Tally) -> str:
    ruled = [clause.number for clause in domain.policy.clauses.values() if clause.rule or clause.judged_by == "reason"]
    parts = (
        ("tools", sorted(domain.tools), tally.covered(domain.name, "tool")),
        ("goal kinds", sorted(domain.kinds), tally.covered(domain.name, "kind")),
        ("clauses that a refusal rests on", ruled, tally.covered(domain.name, "clause")),
        (
            "rules that a write keeps",
            [n for n in ruled if domain.policy.clauses[n].rule],
            tally.covered(domain.name, "kept"),
        ),
    )
    rows = [
        (what, f"{sum(used[name] > 0 for name in names)} of {len(names)}", _listed(names, used))
        for what, names, used in parts
    ]
    events = tally.covered(domain.name, "event")
    rows.append(("events", str(len(events)), _listed(sorted(events), events)))
    return f"## Coverage: {domain.name}\n\n" + _table(("what", "used", "rows that have it"), rows)


def _listed(names: Sequence[str], used: Counter[str]) -> str:
    return ", ".join(f"{name} {used[name]:,}" for name in names)


def _columns() -> str:
    return f"## Columns\n\nFormat `{FORMAT}`, one row for each accepted trajectory.\n\n" + _table(
        ("column", "holds"),
        (
            ("`id`", "content hash of world, blueprint and conversation"),
            ("`instruction`, `persona`", "what the user wants, and who they are (JSON)"),
            ("`actions`, `outputs`", "ground truth: state-changing calls, and what has to be told (JSON)"),
            (
                "`blueprint`, `parts`",
                "the rest of the task (goals with their schedule, facts; JSON), and what it was composed of",
            ),
            (
                "`messages`",
                "the conversation; `arguments` are JSON text, `loss` marks what a model should learn to write",
            ),
            ("`acts`", "what the scripted speakers did in each message (JSON); for counting flows"),
            ("`state_digest`, `verdicts`", "the state at the end, and every check with its result"),
            ("`world_digest`, `world_seed`, `world_size`", "the world; `domains/` has its tools and policy"),
            ("`kinds`, `covers`, `tool_calls`, `user_turns`", "what it is about and what it covers"),
            ("`run_seed`, `ordinal`, `attempt`, `engine`, `worded`", "where it comes from"),
        ),
    )


def _loading(versions: Mapping[str, DomainVersion]) -> str:
    first = sorted(versions)[0]
    return (
        "## Load\n\n```python\nfrom datasets import load_dataset\n\n"
        'everything = load_dataset("PATH/TO/THIS/FOLDER", split="train")\n'
        f'one_domain = load_dataset("PATH/TO/THIS/FOLDER", "{first}", split="train")\n'
        'rejects = load_dataset("PATH/TO/THIS/FOLDER", "rejected", split="train")\n```\n\n'
        "For training: `apigen-mt export THIS_FOLDER --format trl --out train.parquet` (also `openai`, "
        "`sharegpt`)."
    )


def _checking() -> str:
    return (
        "## Check it yourself\n\n```\napigen-mt verify PATH/TO/THIS/FOLDER\n```\n\n"
        "makes each world again from its seed, runs every recorded call, compares every result and the "
        "state at the end, and "
        "judges every conversation again."
    )


def _excerpt(row: Row | None) -> Iterable[str]:
    if row is None:
        return
    lines: list[str] = []
    for message in row.messages:
        if message.content:
            lines.append(f"{message.role:<9} {_cut(message.content)}")
        lines.extend(f"{'calls':<9} {call.name}({_cut(call.arguments)})" for call in message.tool_calls)
    text = "\n".join(lines)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    yield f"## Excerpt\n\nRow `{row.id}`.\n\n{fence}text\n{text}\n{fence}"


def _cut(text: str) -> str:
    """Return text on one line, without characters that could hide or reorder what is shown."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return shown if len(shown) <= _CUT else f"{shown[:_CUT]} [...]"


def _short(row: Row) -> bool:
    return len(row.messages) <= _EXCERPT and row.actions != "[]"


def _rights() -> str:
    return (
        "## Rights and limits\n\nThe data is licensed under CC BY 4.0. All people, shops, airlines, banks "
        "and numbers in it are made "
        "up. The customers are simulated: they are more patient and more consistent than people are."
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _mean(total: int, count: int) -> str:
    return f"{total / count:.1f}" if count else "-"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"
