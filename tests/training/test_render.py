"""`apigen-mt render`: a conversation as a model sees it, and where flags come from."""

import json
from pathlib import Path

import pytest
from tokenizers import Tokenizer as Inner

from apigen_mt.cli import main
from apigen_mt.dataset.export import export
from apigen_mt.training.conversations import read_conversations

Captured = pytest.CaptureFixture[str]


def rendered(capsys: Captured, *arguments: str | Path) -> list[list[dict[str, object]]]:
    capsys.readouterr()
    assert main(["render", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)["examples"]


def test_parts_are_the_text_and_their_tokens_its_tokens(dataset: Path, model_folder: Path, capsys: Captured) -> None:
    (parts,) = rendered(capsys, dataset, "--model", model_folder)
    inner = Inner.from_file(str(model_folder / "tokenizer.json"))
    for part in parts:
        assert inner.decode(part["tokens"], skip_special_tokens=False) == part["text"]
    learned = [str(part["text"]) for part in parts if part["learned"]]
    assert learned and all(text.endswith("<|im_end|>") for text in learned)
    assert any("<tool_call>" in text for text in learned) and not any("<tool_response>" in text for text in learned)


def test_responses_are_the_learned_parts_each_behind_its_prompt(dataset: Path, capsys: Captured) -> None:
    (whole,) = rendered(capsys, dataset, "--template", "llama-3")
    single = rendered(capsys, dataset, "--template", "llama-3", "--responses")
    assert [one[1]["text"] for one in single] == [part["text"] for part in whole if part["learned"]]


def test_what_is_learned_is_coloured(dataset: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["render", str(dataset), "--template", "xlam-2-qwen"]) == 0
    out, err = capsys.readouterr()
    assert "\x1b[30;42m" in out and "characters" in err and "are learned" in err


@pytest.mark.parametrize("format", ["trl", "openai", "sharegpt"])
def test_every_export_trains_like_the_dataset(format: str, dataset: Path, tmp_path: Path) -> None:
    file = tmp_path / f"rows.{'parquet' if format == 'trl' else 'jsonl'}"
    export(dataset, format, file)
    for ours, theirs in zip(read_conversations(dataset), read_conversations(file), strict=True):
        if format == "sharegpt":  # it has no ids of calls, and its tools are bare
            assert [one["content"] for one in ours.chat] == [one["content"] for one in theirs.chat]
        else:
            assert (ours.chat, ours.tools) == (theirs.chat, theirs.tools)
        assert ours.loss == theirs.loss


def test_flags_of_a_file_decide_what_is_learned(tmp_path: Path, capsys: Captured) -> None:
    turns = [("user", "Hi."), ("assistant", "Wrong!"), ("user", "Really?"), ("assistant", "Right.")]
    messages = [{"role": role, "content": text} for role, text in turns]
    weighted = [message | ({"weight": 0} if message["content"] == "Wrong!" else {}) for message in messages]
    flagged = {"messages": messages, "tools": [], "loss": [False, False, False, True]}
    for record in ({"messages": weighted, "tools": []}, flagged):
        file = tmp_path / "talk.jsonl"
        file.write_text(json.dumps(record) + "\n")
        (parts,) = rendered(capsys, file, "--template", "gemma")
        assert [part["text"] for part in parts if part["learned"]] == ["Right.<end_of_turn>"]
        assert any("Wrong!" in str(part["text"]) for part in parts)


@pytest.mark.parametrize(
    ("content", "arguments", "told"),
    [
        ({"messages": [], "loss": [True]}, [], "one flag for each message"),
        ({"messages": [{"role": "user", "content": "x"}], "loss": [True]}, [], "true for the assistant's alone"),
        ({"messages": [{"role": "assistant", "content": "a<|im_end|>b"}]}, [], "holds the text of a control token"),
        ({"messages": []}, ["--template", "gemma", "--row", "2"], "has no conversation 2"),
        ({"messages": []}, ["--template", "lama"], "neither a template of ours"),
        ({"messages": []}, ["--template", ""], "no template given"),
    ],
)
def test_what_a_person_can_mend_is_told(
    content: object, arguments: list[str], told: str, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "talk.jsonl"
    file.write_text(json.dumps(content) + "\n")
    assert main(["render", str(file), *(arguments or ["--template", "qwen-2.5"])]) == 2
    assert told in capsys.readouterr().err
