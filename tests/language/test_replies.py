"""Consent in people's replies to a proposal, labelled by reading; files of others in `replies` are reported, not judged."""

from pathlib import Path

import pytest
from read_replies import LABELS, Reply, replies

from apigen_mt.language.proposals import asks_consent

FOLDER = Path(__file__).parent / "replies"
SEEN = replies(FOLDER / "seen.txt")


def test_there_are_enough_of_every_kind() -> None:
    assert len(SEEN) >= 250
    assert all(sum(reply.label == label for reply in SEEN) >= 25 for label in LABELS)
    assert len({reply.text for reply in SEEN}) >= 0.9 * len(SEEN)


def test_consent_is_judged_right_for_nearly_all() -> None:
    assert sum(reply.is_right for reply in SEEN) >= 0.98 * len(SEEN)


@pytest.mark.parametrize("label", [label for label in LABELS if label != "consent"])
def test_nothing_else_is_taken_for_consent(label: str) -> None:
    assert [reply.text for reply in SEEN if reply.label == label and reply.read_as == "yes"] == []


def test_consent_is_never_taken_for_a_refusal() -> None:
    assert [reply.text for reply in SEEN if reply.label == "consent" and reply.read_as == "no"] == []


def test_most_refusals_are_read_as_such() -> None:
    refused = [reply for reply in SEEN if reply.label == "refusal"]
    assert sum(reply.read_as == "no" for reply in refused) >= 0.85 * len(refused)


def test_every_proposal_is_read_as_one() -> None:
    assert [reply.proposal for reply in SEEN if not asks_consent(reply.proposal)] == []


def test_a_line_that_is_no_reply_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("# a comment\nShall I? | yes | agreement\n")
    with pytest.raises(ValueError, match=r"odd\.txt:2"):
        replies(tmp_path / "odd.txt")


@pytest.mark.parametrize(
    "file", [file for file in FOLDER.glob("*.txt") if file.name != "seen.txt"], ids=lambda f: f.name
)
def test_file_of_somebody_else_can_be_read(file: Path) -> None:
    """What comes of it is a figure, not a verdict: `read_replies.py` prints it."""
    assert all(isinstance(reply, Reply) for reply in replies(file))
