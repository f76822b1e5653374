"""Exactly the tokens meant are learned, whatever the template and whatever people type."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.training.conftest import CONTROL, made_tokenizer
from tokenizers import Tokenizer as Inner
from tokenizers import models

from apigen_mt.errors import UserError
from apigen_mt.training.conversations import Conversation
from apigen_mt.training.examine import TOOLS
from apigen_mt.training.families import FAMILIES, family
from apigen_mt.training.template import Chat, Refused
from apigen_mt.training.tokens import (
    Tokenizer,
    conversation_example,
    load_tokenizer,
    response_examples,
    shortened,
)

INNER = made_tokenizer()
TOKENIZERS = {name: Tokenizer(INNER, family(name)) for name in FAMILIES}
WORDS = st.text(st.sampled_from("ab \n{}[]<>\"':;,.!?é漢"), min_size=1, max_size=16).filter(str.strip)


@st.composite
def conversations(draw: st.DrawFn) -> Conversation:
    """Any order of turns that a customer, an agent and its tools can come to, with any flags."""
    chat: list[Chat] = [{"role": "system", "content": draw(WORDS)}] if draw(st.booleans()) else []
    for number in range(draw(st.integers(1, 4))):
        chat.append({"role": "user", "content": draw(WORDS)})
        for step in range(draw(st.integers(0, 2))):
            identity = f"call0{number}{step}00"
            arguments = {"zebratext": draw(WORDS), "zebranumber": draw(st.integers(0, 99))}
            function = {"name": "zebratool", "arguments": arguments}
            calls = [{"id": identity, "type": "function", "function": function}]
            chat.append({"role": "assistant", "content": "", "tool_calls": calls})
            chat.append({"role": "tool", "tool_call_id": identity, "name": "zebratool", "content": draw(WORDS)})
        chat.append({"role": "assistant", "content": draw(WORDS)})
    loss = tuple(message["role"] == "assistant" and draw(st.booleans()) for message in chat)
    return Conversation("one", tuple(chat), tuple(TOOLS), loss)


def meant(name: str, conversation: Conversation) -> list[str]:
    """What the flagged messages say, in the family's own words: written here a second time, by hand."""
    texts: list[str] = []
    for message, learned in zip(conversation.chat, conversation.loss, strict=True):
        if learned:
            calls = [call["function"] for call in message.get("tool_calls", ())]
            texts.append(
                (message["content"] or "") + "".join(BY_HAND[name](call) for call in calls) + _end(name, calls)
            )
    return texts


def _end(name: str, calls: list[Any]) -> str:
    return FAMILIES[name].ends[-1 if calls else 0]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


BY_HAND = {
    "qwen-2.5": lambda c: f'<tool_call>\n{{"name": "{c["name"]}", "arguments": {_json(c["arguments"])}}}\n</tool_call>',
    "qwen-3": lambda c: f'<tool_call>\n{{"name": "{c["name"]}", "arguments": {_json(c["arguments"])}}}\n</tool_call>',
    "qwen-3.5": lambda c: (
        f"<tool_call>\n<function={c['name']}>"
        + "".join(f"\n<parameter={key}>\n{value}\n</parameter>" for key, value in c["arguments"].items())
        + "\n</function>\n</tool_call>"
    ),
    "xlam-2-qwen": lambda c: f'[{{"name": "{c["name"]}", "arguments": {_json(c["arguments"])}}}]',
    "xlam-2-llama": lambda c: f'[{{"name": "{c["name"]}", "arguments": {_json(c["arguments"])}}}]',
    "llama-3": lambda c: f'{{"name": "{c["name"]}", "parameters": {_json(c["arguments"])}}}',
    "mistral": lambda c: "[TOOL_CALLS][",
    "gemma": lambda c: f'```tool_code\n{{"name": "{c["name"]}", "parameters": {_json(c["arguments"])}}}\n```',
    "glm-4": lambda c: (
        f"<tool_call>{c['name']}"
        + "".join(f"\n<arg_key>{key}</arg_key>\n<arg_value>{value}</arg_value>" for key, value in c["arguments"].items())
        + "\n</tool_call>"
    ),
}  # fmt: skip


def runs(tokens: tuple[int, ...], learn: tuple[bool, ...], ends: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The learned tokens, reply by reply."""
    found: list[tuple[int, ...]] = []
    start = 0
    for end in ends:
        if any(learn[start:end]):
            found.append(tuple(t for t, flag in zip(tokens[start:end], learn[start:end], strict=True) if flag))
        start = end
    return found


@pytest.mark.parametrize("name", FAMILIES)
@settings(max_examples=25)
@given(conversation=conversations())
def test_exactly_what_the_flagged_messages_say_is_learned(name: str, conversation: Conversation) -> None:
    tokenizer = TOKENIZERS[name]
    try:
        example = conversation_example(tokenizer, conversation)
    except Refused:
        return
    told = [tokenizer.decode(run) for run in runs(*example)]
    if name == "mistral":
        texts = meant(name, conversation)
        assert len(told) == len(texts)
        assert all(one.startswith(text.removesuffix("</s>")) for one, text in zip(told, texts, strict=True))
        assert all(one.endswith("</s>") and one.count("</s>") == 1 for one in told)
    else:
        assert told == meant(name, conversation)


@pytest.mark.parametrize("name", FAMILIES)
@settings(max_examples=25)
@given(conversation=conversations())
def test_single_responses_and_whole_conversations_learn_the_same_tokens(name: str, conversation: Conversation) -> None:
    """APIGen-MT §5.1 splits at each response; a whole conversation is read once instead of once for each of them."""
    tokenizer = TOKENIZERS[name]
    try:
        example = conversation_example(tokenizer, conversation)
    except Refused:
        return
    responses = response_examples(tokenizer, conversation)
    assert [run for one in responses for run in runs(*one)] == runs(*example)
    for one in responses:
        # Before the reply stands what the whole conversation has there: only its borders may be cut otherwise.
        assert example.tokens[: len(one.tokens)] == one.tokens or tokenizer.decode(example.tokens).startswith(
            tokenizer.decode(one.tokens)
        )


@pytest.mark.parametrize("name", FAMILIES)
@given(conversation=conversations(), control=st.sampled_from(CONTROL), data=st.data())
@settings(max_examples=10)
def test_control_tokens_that_somebody_types_are_refused(
    name: str, conversation: Conversation, control: str, data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(conversation.chat) - 1))
    chat = [dict(message) for message in conversation.chat]
    chat[position]["content"] += control
    with pytest.raises(Refused):
        conversation_example(TOKENIZERS[name], conversation._replace(chat=tuple(chat)))


@given(conversation=conversations(), room=st.integers(1, 2000))
@settings(max_examples=25)
def test_what_is_too_long_is_cut_behind_a_reply(conversation: Conversation, room: int) -> None:
    example = conversation_example(TOKENIZERS["llama-3"], conversation)
    cut = shortened(example, room)
    if cut is None:
        assert not any(example.learn[: max((end for end in example.ends if end <= room), default=0)])
    else:
        assert len(cut.tokens) <= room or cut == example
        assert cut.tokens == example.tokens[: len(cut.tokens)] and cut.learn == example.learn[: len(cut.tokens)]
        assert cut == example or len(cut.tokens) in example.ends


def test_tokenizer_that_cannot_end_a_turn_is_refused(tmp_path: Path) -> None:
    Inner(models.BPE()).save(str(tmp_path / "tokenizer.json"))
    with pytest.raises(UserError, match=r"has no token '<\|im_end\|>'"):
        load_tokenizer(tmp_path, family("qwen-2.5"))
    with pytest.raises(UserError, match=r"has no tokenizer\.json"):
        load_tokenizer(tmp_path / "nowhere", family("qwen-2.5"))
