"""Chat templates: what they carry, what they are refused for, and that calls come back from text."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apigen_mt.errors import UserError
from apigen_mt.training.calls import Unreadable
from apigen_mt.training.examine import ABILITIES, TOOLS, examine, recognise
from apigen_mt.training.families import DIALECTS, FAMILIES, family
from apigen_mt.training.replies import asked, read_back, whole
from apigen_mt.training.template import Chat, Refused
from apigen_mt.values.canonical import canonical_json

LACKING = {
    "xlam-2-qwen": {"words beside calls"},
    "xlam-2-llama": {"words beside calls"},
}
"""The paper's format has no place for words beside a call: the whole message is the list."""


@pytest.mark.parametrize("name", FAMILIES)
def test_family_carries_everything_but_what_its_format_has_no_place_for(name: str) -> None:
    found = {ability for ability, lacking in examine(family(name)) if lacking}
    assert found == LACKING.get(name, set())


@pytest.mark.parametrize("name", FAMILIES)
def test_template_is_recognised_without_its_name(name: str) -> None:
    assert recognise(family(name).source).dialect == FAMILIES[name]


QWEN = family("qwen-2.5")
ENDED = '"<|im_end|>\\n" -}}\n    {%- elif message.role == "tool"'
"""Where the assistant's turn ends."""


def changed(old: str, new: str) -> str:
    """The source of a good template with one thing wrong."""
    assert old in QWEN.source
    return QWEN.source.replace(old, new)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (changed(' + system -}}\n    {%- if tools', ' -}}\n    {%- if tools'), "the template drops zebrasystem"),
        (changed("{{- \"\\n\" + tool | tojson -}}", ""), "the template drops zebradescription, zebraabout"),
        (changed('add_generation_prompt else ""', 'false else ""'), "its words do not come back"),
        (changed("call.function.arguments | tojson", '"{}"'), "do not read back as the same calls"),
        (changed(ENDED, ENDED.replace("<|im_end|>\\n", "", 1)), "of no use"),
        (changed("{#-", "{{ raise_exception('no tools here') if tools }}{#-"), "no tools here"),
        ("{% for", "does not take the conversation"),
    ],
)  # fmt: skip
def test_template_that_loses_something_is_refused_with_the_reason(source: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        recognise(source)


def test_template_that_rewrites_history_is_for_single_responses_only() -> None:
    """As Qwen 3's own: only the last answer has an empty thought before it."""
    source = family("qwen-3").source.replace(
        '"<|im_start|>assistant\\n<think>\\n\\n</think>\\n\\n" + (message.content or "")',
        '"<|im_start|>assistant\\n" + ("<think>\\n\\n</think>\\n\\n" if loop.last else "") + (message.content or "")',
    )
    template = recognise(source)
    findings = dict(examine(template))
    assert "train on single responses" in findings["whole conversations"]
    chat = ABILITIES["whole conversations"]
    assert [one.reply for one in asked(template, chat, TOOLS)] == [
        one.text for one in whole(family("qwen-3"), chat, TOOLS) if one.message >= 0
    ]


def test_template_that_today_changes_gives_the_same_text_tomorrow() -> None:
    source = QWEN.source.replace('{{- "<|im_start|>system\\n"', "{{- strftime_now('%d %B') + \"<|im_start|>system\\n\"")
    assert whole(recognise(source), ABILITIES["calls"], TOOLS)[0].text.startswith("01 Jan 2026")


def test_template_cannot_reach_out_of_its_sandbox() -> None:
    with pytest.raises(UserError, match="unsafe"):
        recognise("{{ messages.__class__.__mro__ }}")


# ---- calls ----------------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
ARGUMENTS = st.fixed_dictionaries(
    {"zebratext": TEXTS}, optional={"zebranumber": st.integers(-999, 999), "zebrawhole": st.dictionaries(TEXTS, VALUES)}
)


def calling(arguments: list[dict[str, Any]], words: str = "") -> tuple[Chat, ...]:
    calls = [
        {"id": f"zebraid0{n}", "type": "function", "function": {"name": "zebratool", "arguments": one}}
        for n, one in enumerate(arguments)
    ]
    return ({"role": "user", "content": "zebra"}, {"role": "assistant", "content": words, "tool_calls": calls})


@pytest.mark.parametrize("name", FAMILIES)
@settings(max_examples=30)
@given(arguments=st.lists(ARGUMENTS, min_size=1, max_size=3), words=st.sampled_from(["", "Let me see."]))
def test_calls_come_back_from_text_and_give_the_same_text(
    name: str, arguments: list[dict[str, Any]], words: str
) -> None:
    """What cannot come back is refused, never changed."""
    template = family(name)
    try:
        (one,) = asked(template, calling(arguments, words), TOOLS)
    except Refused:
        loose = any(mark in str(arguments) for mark in "<>\\[`") or "\n" in str(arguments) or name in LACKING
        assert loose or name in ("glm-4", "qwen-3.5")
        return
    read = read_back(template, one.reply, TOOLS)
    assert canonical_json([call.arguments for call in read.calls]) == canonical_json(arguments)
    again = calling([call.arguments for call in read.calls], read.text)
    assert asked(template, again, TOOLS) == [one]


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("qwen-2.5", '<tool_call>\n{"name": "f", "arguments": {"a": 1}'),
        ("qwen-2.5", "<tool_call>\n{nonsense}\n</tool_call>"),
        ("qwen-2.5", '<tool_call>\n{"name": "f", "arguments": [1]}\n</tool_call>'),
        ("xlam-2-qwen", '[{"name": "f", "arguments": {"a": 1}'),
        ("mistral", "[TOOL_CALLS]{}"),
        ("llama-3", '{"name": "f", "parameters": {"a": 1}'),
        ("gemma", '```tool_code\n{"name": "f", "parameters": {}}'),
        ("glm-4", "<tool_call>f\n<arg_key>a</arg_key>"),
        ("qwen-3.5", "<tool_call>\n<parameter=a>\n1\n</parameter>\n</tool_call>"),
        ("lfm2", "<|tool_call_start|>[f(1)]<|tool_call_end|>"),
        ("lfm2", "<|tool_call_start|>[f(a=1)]"),
    ],
)
def test_call_that_is_not_finished_is_not_taken_for_words(dialect: str, text: str) -> None:
    with pytest.raises(Unreadable):
        DIALECTS[dialect].read(text, TOOLS)
