"""Consent in people's replies to a proposal, labelled by reading: sets that the reader was built on, and sets that it never saw."""

from pathlib import Path

import pytest
from read_replies import LABELS, Reply, replies

from apigen_mt.language.proposals import asks_consent

FOLDER = Path(__file__).parent / "replies"
SETS = {file.name: replies(file) for file in sorted(FOLDER.glob("*.txt"))}
SEEN = SETS["seen.txt"]
BUILT_ON = {"seen.txt": 0.98, "second.txt": 0.97, "own.txt": 0.92}
"""At least this share is judged right."""
NEVER_SEEN = {"blind.txt": 0.95, "third.txt": 0.84, "fourth.txt": 0.85}
"""The same, of sets by writers who had not seen the code; whoever worked on the reader has not read their lines."""


def share(found: list[Reply]) -> float:
    return sum(reply.is_right for reply in found) / len(found)


def test_there_are_enough_of_every_kind() -> None:
    assert len(SEEN) >= 250
    assert all(sum(reply.label == label for reply in SEEN) >= 25 for label in LABELS)
    assert len({reply.text for reply in SEEN}) >= 0.9 * len(SEEN)


@pytest.mark.parametrize(("name", "floor"), (BUILT_ON | NEVER_SEEN).items())
def test_consent_is_judged_right_for_nearly_all(name: str, floor: float) -> None:
    right = share(SETS[name])
    print(f"{name}: {right:.1%}")
    assert right >= floor


def test_every_set_has_a_floor() -> None:
    assert set(SETS) == set(BUILT_ON | NEVER_SEEN)


@pytest.mark.parametrize("name", BUILT_ON)
@pytest.mark.parametrize("label", [label for label in LABELS if label != "consent"])
def test_nothing_else_is_taken_for_consent(name: str, label: str) -> None:
    assert [reply.text for reply in SETS[name] if reply.label == label and reply.read_as == "yes"] == []


@pytest.mark.parametrize("name", NEVER_SEEN)
def test_no_hesitation_is_taken_for_consent(name: str) -> None:
    """Without the lines: whoever works on the reader must not learn them from a failure."""
    assert sum(reply.label == "hesitation" and reply.read_as == "yes" for reply in SETS[name]) == 0


@pytest.mark.parametrize("name", BUILT_ON)
def test_consent_is_never_taken_for_a_refusal(name: str) -> None:
    assert [reply.text for reply in SETS[name] if reply.label == "consent" and reply.read_as == "no"] == []


def test_most_refusals_are_read_as_such() -> None:
    refused = [reply for reply in SEEN if reply.label == "refusal"]
    assert sum(reply.read_as == "no" for reply in refused) >= 0.85 * len(refused)


@pytest.mark.parametrize("name", BUILT_ON)
def test_every_proposal_is_read_as_one(name: str) -> None:
    assert [reply.proposal for reply in SETS[name] if not asks_consent(reply.proposal)] == []


def test_a_line_that_is_no_reply_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("# a comment\nShall I? | yes | agreement\n")
    with pytest.raises(ValueError, match=r"odd\.txt:2"):
        replies(tmp_path / "odd.txt")
