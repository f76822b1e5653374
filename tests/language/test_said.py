"""What an agent's words do, in messages of many service desks by writers who had seen no code.

`said/seen.txt` and `said/handovers.txt` were developed against; of `said/unseen.txt` nobody who worked on the readers has seen a
line, so no test names one. Floors are a little below what is measured: `read_said.py` prints it.
"""

from pathlib import Path

import pytest
from read_said import LABELS, READERS, messages, table

FOLDER = Path(__file__).parent / "said"
FOUND = {
    "handovers.txt": {"hands over": 0.94},
    "seen.txt": {"claims": 0.94, "refuses": 0.95, "hands over": 0.94, "asks": 0.97},
    "unseen.txt": {"claims": 0.82, "refuses": 0.76, "hands over": 0.66, "asks": 0.88},
}
"""File -> label -> share of its messages that its reader has to find."""
MISTAKEN = {"seen.txt": 0.06, "unseen.txt": 0.14}
"""Share of another label's messages that a reader may say yes to."""


@pytest.mark.parametrize("file", MISTAKEN)
def test_there_are_enough_of_every_kind(file: str) -> None:
    found = messages(FOLDER / file)
    assert all(sum(label == one for _, one in found) >= 30 for label in LABELS)
    assert len({text for text, _ in found}) == len(found) == 320


@pytest.mark.parametrize(("file", "label"), [(file, label) for file in FOUND for label in FOUND[file]])
def test_most_are_found(file: str, label: str) -> None:
    counts = table(FOLDER / file)[label]
    assert counts[label] >= FOUND[file][label] * counts["all"]


@pytest.mark.parametrize("file", MISTAKEN)
@pytest.mark.parametrize("reader", ["claims", "refuses", "hands over"])
def test_little_else_is_taken_for_it(file: str, reader: str) -> None:
    counts = table(FOLDER / file)
    assert reader in READERS
    assert all(counts[label][reader] <= MISTAKEN[file] * counts[label]["all"] for label in LABELS if label != reader)


def test_what_nearly_passes_something_on_does_not() -> None:
    counts = table(FOLDER / "handovers.txt")
    assert sum(count["all"] for label, count in counts.items() if label != "hands over") == 60
    assert not any(count["hands over"] for label, count in counts.items() if label != "hands over")


def test_a_line_without_a_label_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("# a comment\nIt is cancelled. | cancels\n")
    with pytest.raises(ValueError, match=r"odd\.txt:2"):
        messages(tmp_path / "odd.txt")
