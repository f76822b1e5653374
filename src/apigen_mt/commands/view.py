"""A run, a dataset, an evaluation or a training in the browser: `view` serves it, `report` writes the overview to one file."""

from pathlib import Path

from apigen_mt.commands.output import say
from apigen_mt.errors import UserError
from apigen_mt.run.config import load_prices

try:
    from apigen_mt.viewer.report import write_report
    from apigen_mt.viewer.serve import Address, opened, serve
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("apigen_mt"):
        raise
    raise UserError(
        f"the viewer needs {missing.name}, which is not installed; install it with: pip install 'apigen-mt[view]'"
    ) from missing


def view(
    directory: Path,
    beside: Path | None = None,
    /,
    *,
    port: int = 8321,
    host: str = "127.0.0.1",
    allow: tuple[str, ...] = (),
    domain: tuple[str, ...] = (),
    config: Path | None = None,
) -> None:
    """Show a run, a dataset, an evaluation or a training in the browser, also one that is at work. Ctrl-C ends it.

    Args:
        directory: The directory of a run, a dataset, an evaluation or a training, or a .parquet, .jsonl or .json file with rows.
        beside: Another evaluation on the same tasks, to be compared with.
        port: Port to listen at; 0 for any that is free.
        host: Address to listen at. Whoever reaches another one than this machine's own can read and review everything.
        allow: Name that the server may be asked by, beside this machine's own.
        domain: Path of a domain that is not installed.
        config: TOML file with prices, as `costs` takes it.
    """
    prices = load_prices(config) if config else {}
    with opened(directory, domain, prices, beside=beside) as site:
        serve(site, Address(host, port, allow), lambda url: say(f"{url} shows {directory}; Ctrl-C ends it"))


def report(
    directory: Path,
    beside: Path | None = None,
    /,
    *,
    out: Path = Path("report.html"),
    domain: tuple[str, ...] = (),
    config: Path | None = None,
) -> None:
    """Write the overview of a run, a dataset, an evaluation or a training to one HTML file that needs no server and loads nothing.

    Args:
        directory: The directory of a run, which may be at work, a dataset, an evaluation or a training, or a file with rows.
        beside: Another evaluation on the same tasks, to be compared with.
        out: File to write.
        domain: Path of a domain that is not installed.
        config: TOML file with prices, as `costs` takes it.
    """
    prices = load_prices(config) if config else {}
    with opened(directory, domain, prices, beside=beside, follow=False) as site:
        write_report(site, out)
    say(f"{out} has the overview of {directory}")
