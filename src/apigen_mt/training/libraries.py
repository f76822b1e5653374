"""What comes with the extra `train`: imported by the command that needs it, for some of it takes many seconds."""

from importlib import import_module
from typing import Any

from apigen_mt.errors import UserError


def library(name: str) -> Any:
    """Return a module of the extra; it comes without type information.

    Raises:
        UserError: when it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise UserError(
            f"training needs {error.name}, which is not installed: pip install 'apigen-mt[train]'"
        ) from error
