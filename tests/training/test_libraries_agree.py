"""Beside the ecosystem: Transformers renders what we render, TRL's own templates are carried or refused for a reason."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch", reason="torch is not installed: `make test-training` has it")
transformers: Any = pytest.importorskip("transformers")
trl: Any = importlib.util.find_spec("trl")

from tests.training.conftest import made_tokenizer  # noqa: E402

from apigen_mt.errors import UserError  # noqa: E402
from apigen_mt.training.examine import ABILITIES, NEEDED, TOOLS, examine, recognise  # noqa: E402
from apigen_mt.training.families import DIALECTS, FAMILIES, Template, family  # noqa: E402
from apigen_mt.training.replies import asked, whole  # noqa: E402
from apigen_mt.training.template import render  # noqa: E402
from apigen_mt.training.tokens import Tokenizer  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")  # of libraries that are not ours
SHIPPED = {
    file.stem: file.read_text("utf-8")
    for place in trl.submodule_search_locations
    for file in sorted((Path(place) / "chat_templates").glob("*.jinja"))
}
CARRIED = {
    "glm4moe": "glm-4",
    "lfm2_v2": "lfm2",
    "llama3_1": "llama-3",
    "llama3_2": "llama-3",
    "nemotron_3_nano": "qwen-3.5",
    "qwen2_5": "qwen-2.5",
    "qwen3": "qwen-2.5",
    "qwen3_instruct_2507": "qwen-2.5",
    "qwen3_8": "qwen-3.5",
}
"""Templates as their makers publish them, and the dialect they are found to be in."""


def texts(template: Template) -> Iterator[tuple[str, str]]:
    for ability, chat in ABILITIES.items():
        if not dict(examine(template))[ability]:
            for prompt in (False, True):
                cut = chat[: -1 if prompt else len(chat)]
                tools = TOOLS if any(one.get("tool_calls") for one in chat) else []
                ours = render(template.source, cut, tools, prompt=prompt, bos="<s>", eos="</s>")
                made = transformers.PreTrainedTokenizerFast(
                    tokenizer_object=made_tokenizer(400), bos_token="<s>", eos_token="</s>"
                )
                yield (
                    ours,
                    made.apply_chat_template(
                        list(cut),
                        tools=tools or None,
                        chat_template=template.source,
                        add_generation_prompt=prompt,
                        tokenize=False,
                        enable_thinking=False,
                    ),
                )


@pytest.mark.parametrize("name", FAMILIES)
def test_transformers_renders_the_same_text(name: str) -> None:
    pairs = list(texts(family(name)))
    assert len(pairs) >= 8
    for ours, theirs in pairs:
        assert ours == theirs


def same_day(text: str) -> str:
    """Llama 3.2's template tells the date: ours is always the same."""
    return re.sub(r"(Today Date: ).*", r"\1", text)


@pytest.mark.parametrize("name", CARRIED)
def test_published_template_is_carried_and_rendered_alike(name: str) -> None:
    template = recognise(SHIPPED[name], "<s>", "</s>")
    assert template.dialect == DIALECTS[CARRIED[name]]
    assert not any(lacking for ability, lacking in examine(template) if ability in NEEDED)
    for ours, theirs in texts(template):
        assert same_day(ours) == same_day(theirs)


def test_published_templates_that_are_of_no_use_are_refused_for_a_reason() -> None:
    refused: dict[str, str] = {}
    for name, source in SHIPPED.items():
        try:
            recognise(source, "<s>", "</s>")
        except UserError as error:
            refused[name] = str(error)
    assert "System role not supported" in refused["gemma"]
    assert "do not read back as the same calls" in refused["llama3"]  # it has no place for calls
    assert "single tool-calls" in dict(examine(recognise(SHIPPED["llama3_1"])))["several calls at once"]
    assert "words do not come back" in dict(examine(recognise(SHIPPED["llama3_1"])))["words beside calls"]
    assert "train on single responses" in dict(examine(recognise(SHIPPED["qwen3"])))["whole conversations"]
    assert not set(refused) & set(CARRIED)


@pytest.mark.parametrize("name", ["qwen2_5_training", "qwen3_instruct_2507_training", "glm4moe_training"])
def test_marks_of_trls_templates_are_where_replies_are_found(name: str) -> None:
    """TRL marks what the template writes for the assistant; a reply is what the model writes of it."""
    template = recognise(SHIPPED[name], "<s>", "</s>")
    tokenizer = Tokenizer(made_tokenizer(400), template)
    made = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer.inner, bos_token="<s>", eos_token="</s>", chat_template=template.source
    )
    chat = ABILITIES["whole conversations"]
    marked = made.apply_chat_template(
        list(chat), tools=TOOLS, return_dict=True, return_assistant_tokens_mask=True, enable_thinking=False
    )
    flags = marked["assistant_masks"]
    theirs: list[str] = []
    for place, token in enumerate(marked["input_ids"]):
        if flags[place]:
            theirs = theirs if place and flags[place - 1] else [*theirs, ""]
            theirs[-1] += tokenizer.decode([token])
    ours = [one.reply for one in asked(template, chat, TOOLS)]
    assert len(ours) == len(theirs) == 3
    assert all(reply.strip() in mark for reply, mark in zip(ours, theirs, strict=True))
    # What they mark beyond it belongs to the prompt or stands behind the turn's end: line ends, an empty thought.
    rests = [
        mark.replace(reply.strip(), "", 1).replace("<think></think>", "")
        for reply, mark in zip(ours, theirs, strict=True)
    ]
    assert not any(rest.strip() for rest in rests)


@pytest.mark.parametrize("name", FAMILIES)
def test_prompt_encoded_at_once_has_the_tokens_that_training_has_there(name: str) -> None:
    """A server encodes the whole prompt at once; training encodes it in parts."""
    tokenizer = Tokenizer(made_tokenizer(), family(name))
    pieces = whole(family(name), ABILITIES["whole conversations"], TOOLS)
    parts = [token for piece in pieces for token in tokenizer.encode(piece.text)]
    assert parts == tokenizer.encode("".join(piece.text for piece in pieces))
