"""What a person asks of a run: one TOML file, flags, or both; a flag wins over the file."""

import difflib
import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.language.behaviours import RATES
from apigen_mt.language.population import MIXES, Population, read_population
from apigen_mt.models.endpoint import Budget, Endpoint, Price
from apigen_mt.models.players import Players, everyone
from apigen_mt.phases.item import Settings
from apigen_mt.world.domain import Domain


def cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Config(Settings, frozen=True, kw_only=True):
    """The settings, which decide what a run makes, and what does not: how much, where, and how fast."""

    out: Path
    """The run's directory."""
    n: int = 1000
    """Accepted trajectories (or blueprints) wanted."""
    workers: int = msgspec.field(default_factory=cores)
    """Processes; with a model in any role there is one, which waits for many answers at once."""
    endpoints: dict[str, Endpoint] = msgspec.field(default_factory=dict[str, Endpoint])
    """Name -> server; players name theirs."""
    prices: dict[str, Price] = msgspec.field(default_factory=dict[str, Price])
    """Model -> its price."""
    budget: Budget = Budget()

    @property
    def settings(self) -> Settings:
        """The part that decides bytes."""
        return Settings(**{name: getattr(self, name) for name in Settings.__struct_fields__})


LIMITS: Mapping[str, tuple[float, float | None]] = {
    "n": (1, None),
    "workers": (1, None),
    "seed": (0, None),
    "size": (1, None),
    "attempts": (1, None),
    "revisions": (0, None),
    "candidates": (1, None),
    "composed": (0, 1),
    "behaviours": (0, 1),
    "targets": (0.01, 100),
    "voices": (0, None),
    "block": (1, None),
    "lag": (1, None),
}
"""Key -> smallest and largest value."""


PAID: Mapping[str, Any] = {"block": 1, "lag": 32}
"""Settings that hold by default where a model plays a role: nothing is begun that is not needed."""


def load_config(file: Path | None, flags: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> Config:
    """Return the configuration of a file and flags; flags that are None were not given.

    Args:
        file: TOML, or None.
        flags: What was given on the command line.
        base: What holds unless the file or a flag says otherwise, instead of the defaults.

    Raises:
        UserError: when the file cannot be read, a key is unknown, or a value is not what its key expects.
    """
    types = {field.name: field.type for field in msgspec.structs.fields(Config)}
    values: dict[str, Any] = dict(base or {})
    for key, value in _read(file).items() if file else ():
        if key not in types:
            raise UserError(
                f"{str(file)!r} has an unknown key {key!r}{_close(key, types)} Keys are {', '.join(types)}."
            )
        if file and key == "personas" and isinstance(value, str):
            # Beside the configuration, wherever the command is given.
            value = load_population(file.parent / value)
        values[key] = _checked(key, value, types[key], f"{str(file)!r}: {key}")
    flags = dict(flags)
    values |= _shorthand(flags.pop("model", None), flags.pop("url", None), flags.pop("key_env", None))
    if flags.get("personas") is not None:
        flags["personas"] = load_population(flags["personas"])
    for key, value in flags.items():
        if value is not None:
            values[key] = _checked(key, value, types[key], "-n" if key == "n" else f"--{key}")
    players: Players = values.get("players", Players())
    if players.seated:
        values = {**PAID, **values}
        _check_players(players)
        _check_endpoints(players, values.get("endpoints", {}), values.get("prices", {}), values.get("budget"))
    if not values.get("domains"):
        raise UserError(
            "no domain given; name one or more, for example `apigen-mt generate retail`; "
            "`apigen-mt domain list` has them"
        )
    if "out" not in values:
        raise UserError(
            "no directory given; add --out DIR" + (f' or a line out = "DIR" to {str(file)!r}' if file else "")
        )
    return Config(**values)


def _shorthand(model: str | None, url: str | None, key_env: str | None) -> dict[str, Any]:
    """Return what `--model`, `--url` and `--key-env` stand for: one model in every role."""
    if model is None and url is None:
        return {}
    if model is None or url is None:
        raise UserError("--model and --url go together; for several models or endpoints, use --config with a TOML file")
    return {"players": everyone(model), "endpoints": {"default": Endpoint(url, key_env or "")}}


def key_of(name: str, endpoint: Endpoint) -> str:
    """Return an endpoint's key from the environment; a server that wants none gets a placeholder.

    Raises:
        UserError: when the variable is not set.
    """
    if not endpoint.key_env:
        return "none"
    key = os.environ.get(endpoint.key_env, "")
    if not key:
        raise UserError(
            f"endpoint {name!r} takes its key from the environment variable {endpoint.key_env}, which is not set; "
            f"set it, or leave key_env out if {endpoint.url} wants no key"
        )
    return key


def _check_players(players: Players) -> None:
    """Refuse casts that cannot play together."""
    if players.wording and (players.user or players.agent):
        raise UserError(
            "players.wording rewrites conversations of the built-in engine; leave out players.user and players.agent, "
            "or players.wording"
        )
    if players.user and not players.agent:
        raise UserError("the built-in agent cannot read what a model writes; with players.user give players.agent too")
    if players.critic and not players.user:
        raise UserError("players.critic scores what players.user says; give players.user too")
    if players.reviser and not players.proposer:
        raise UserError("players.reviser sums reviews up for players.proposer; give players.proposer too")


def _check_endpoints(
    players: Players, endpoints: Mapping[str, Endpoint], prices: Mapping[str, Price], budget: Budget | None
) -> None:
    for role, player in players.seated.items():
        if player.endpoint not in endpoints:
            raise UserError(
                f"the {role} is played by {player.model!r} at endpoint {player.endpoint!r}, which is not configured; "
                f'add [endpoints.{player.endpoint}] with url = "http://…/v1"'
            )
        if budget and budget.money is not None and player.model not in prices:
            raise UserError(
                f"there is a budget of money, and no price for {player.model!r}; "
                f'add [prices."{player.model}"] with prompt and completion, for a million tokens'
            )


def load_population(file: Path) -> Population:
    """Return the population that a file describes.

    Raises:
        UserError: when the file cannot be read, or is not one of `personas fit`.
    """
    try:
        return read_population(file.read_bytes())
    except OSError as error:
        raise UserError(f"cannot read the personas {str(file)!r}: {error.strerror}") from error
    except ValueError as error:
        raise UserError(
            f"{str(file)!r} is no file of personas: {error}; `apigen-mt personas fit LOGS --out FILE` writes one"
        ) from error


def check_targets(targets: Iterable[str], domains: Iterable[Domain]) -> None:
    """Refuse targets that are no goal kind of a run's domains.

    Raises:
        UserError: when there is one.
    """
    kinds = [f"{domain.name}:{kind}" for domain in domains for kind in domain.kinds]
    for name in targets:
        if name not in kinds:
            raise UserError(
                f"targets: no goal kind {name!r} in this run{_close(name, kinds)} Kinds are {', '.join(kinds)}."
            )


def load_prices(file: Path) -> dict[str, Price]:
    """Return the prices of a configuration.

    Raises:
        UserError: when the file cannot be read, or has none.
    """
    prices = _read(file).get("prices")
    if prices is None:
        raise UserError(f'{str(file)!r} has no prices; add [prices."model"] with prompt and completion')
    return _checked("prices", prices, dict[str, Price], f"{str(file)!r}: prices")


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise UserError(f"cannot read the configuration {str(file)!r}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"{str(file)!r} is not valid TOML: {error}") from error


def _checked(key: str, value: Any, kind: Any, where: str) -> Any:
    try:
        converted = msgspec.convert(value, kind, dec_hook=_path)
    except msgspec.ValidationError as error:
        if isinstance(value, dict):
            told = str(error).replace("$[...]", f"{key}.…")
            raise UserError(f"{where}: {told.replace('$.', f'{key}.').replace('`', repr('')[0])}") from error
        expected = str(error).split(", got ")[0].removeprefix("Expected ").replace("`", "")
        raise UserError(f"{where} = {value!r}: expected {_NAMES.get(expected, expected)}") from error
    low, high = LIMITS.get(key, (None, None))
    figures = list(converted.values()) if hasattr(converted, "values") else [converted]
    if low is not None and not all(low <= figure <= (high if high is not None else figure) for figure in figures):
        raise UserError(f"{where} = {value!r}: expected {f'{low} to {high}' if high is not None else f'{low} or more'}")
    if key == "behaviours":
        for name in converted:
            if name not in RATES:
                raise UserError(
                    f"{where}: no such behaviour {name!r}{_close(name, RATES)} Behaviours are {', '.join(RATES)}."
                )
    if key == "style":
        _check_style(converted, f"{where} = {value!r}")
    if key == "domains" and len(set(converted)) < len(converted):
        raise UserError(f"{where} = {value!r}: a domain is named twice")
    return converted


def _check_style(style: str | dict[str, float], where: str) -> None:
    weights = {style: 1.0} if isinstance(style, str) else style
    for name in weights:
        if name not in MIXES:
            raise UserError(f"{where}: no such style{_close(name, MIXES)} Styles are {', '.join(MIXES)}.")
    if min(weights.values(), default=0) < 0 or not any(weights.values()):
        raise UserError(f"{where}: expected weights of 0 or more, and one above 0")


def _path(kind: type[Path], value: Any) -> Path:
    if not isinstance(value, str | Path):
        raise ValueError("Expected str")
    return kind(value)


_NAMES = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "array": 'a list, for example ["retail"]',
}


def _close(key: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(key, known, 1)
    return f"; did you mean {found[0]!r}?" if found else "."
