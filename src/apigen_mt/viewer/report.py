"""The first page as one file that needs no server: to send to a colleague, or to keep beside the data."""

from pathlib import Path

from apigen_mt.errors import UserError
from apigen_mt.viewer.shell import Shell


def write_report(site: Shell, out: Path) -> None:
    """Write the report; a file appears when it is whole.

    Raises:
        UserError: when it cannot be written.
    """
    text = site.report()
    partial = out.with_name(f".{out.name}.partial")
    try:
        try:
            partial.write_text(text, encoding="utf-8", newline="\n")
            partial.replace(out)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"cannot write {str(out)!r}: {error.strerror or error}; choose another --out") from error
