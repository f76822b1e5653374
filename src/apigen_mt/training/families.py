"""Families of models: the template that writes a conversation, the reader that reads its calls, the token that ends a turn.

The templates are ours, minimal, in each family's own tokens. A model's own template is recognised by trying: it goes with
the dialect by which everything comes back (`recognise`).
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.training import calls
from apigen_mt.training.calls import Reader


class Dialect(NamedTuple):
    """How models of a family write calls and end their turns."""

    read: Reader
    ends: tuple[str, ...]
    """What ends a turn. Two: the token that begins what follows, which is a customer's message or a tool's result."""


CHATML, LLAMA, GLM = ("<|im_end|>",), ("<|eot_id|>",), ("<|user|>", "<|observation|>")
FAMILIES: Mapping[str, Dialect] = {
    "qwen-2.5": Dialect(calls.tagged, CHATML),
    "qwen-3": Dialect(calls.tagged, CHATML),
    "qwen-3.5": Dialect(calls.nested, CHATML),
    "xlam-2-qwen": Dialect(calls.listed, CHATML),
    "xlam-2-llama": Dialect(calls.listed, LLAMA),
    "llama-3": Dialect(calls.bare, LLAMA),
    "mistral": Dialect(calls.announced, ("</s>",)),
    "gemma": Dialect(calls.fenced, ("<end_of_turn>",)),
    "glm-4": Dialect(calls.keyed, GLM),
}
"""Those with a template of ours."""
DIALECTS: Mapping[str, Dialect] = {**FAMILIES, "lfm2": Dialect(calls.pythonic, CHATML)}


class Template(NamedTuple):
    """A chat template with what is needed to read back what it writes."""

    source: str
    dialect: Dialect
    bos: str = ""
    eos: str = ""


@cache
def family(name: str) -> Template:
    """Return a family's template.

    Raises:
        UserError: when there is no such family.
    """
    if name not in FAMILIES:
        raise UserError(f"there is no template {name!r}; there are {', '.join(FAMILIES)}")
    file = files("apigen_mt.training") / "templates" / f"{name}.jinja"
    return Template(file.read_text("utf-8"), FAMILIES[name])


def own_source(model: Path) -> tuple[str, str, str]:
    """Return a model's own template with its tokens for beginning and end.

    Raises:
        UserError: when its directory has none.
    """
    config: dict[str, object] = {}
    if (model / "tokenizer_config.json").is_file():
        config = msgspec.json.decode((model / "tokenizer_config.json").read_bytes(), type=dict[str, object])
    source = config.get("chat_template")
    if (model / "chat_template.jinja").is_file():
        source = (model / "chat_template.jinja").read_text("utf-8")
    if not isinstance(source, str):
        raise UserError(f"{str(model)!r} has no chat template; name one of ours: {', '.join(FAMILIES)}")
    return source, _token(config.get("bos_token")), _token(config.get("eos_token"))


def _token(value: object) -> str:
    """Return a token that is written as text or as an object with its content."""
    content = value.get("content") if isinstance(value, dict) else value
    return content if isinstance(content, str) else ""
