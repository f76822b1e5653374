"""The overview as one file that needs no server: to send to a colleague, or to keep beside the data."""

from base64 import b64encode
from pathlib import Path

from markupsafe import Markup

from apigen_mt.errors import UserError
from apigen_mt.viewer.pages import Site


def report(site: Site) -> str:
    """Return the overview as HTML that loads nothing."""
    while site.index.catch_up():
        pass

    def graph(domain: str) -> str:
        drawn = site.graph_svg(domain) or ""
        return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"

    return site.render("report.html", **site.glance(), linked=False, graph=graph, style=Markup(site.style()))


def write_report(site: Site, out: Path) -> None:
    """Write the report; a file appears when it is whole.

    Raises:
        UserError: when it cannot be written.
    """
    text = report(site)
    partial = out.with_name(f".{out.name}.partial")
    try:
        try:
            partial.write_text(text, encoding="utf-8", newline="\n")
            partial.replace(out)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"cannot write {str(out)!r}: {error.strerror or error}; choose another --out") from error
