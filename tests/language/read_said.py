"""How well an agent's words are read: `python tests/language/read_said.py FILE...`, one a line as in `said/seen.txt`."""

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from apigen_mt.language.claims import claims_done
from apigen_mt.language.handovers import hands_over
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.reading import asks
from apigen_mt.language.refusals import refuses

READERS = {
    "claims": claims_done,
    "refuses": refuses,
    "hands over": hands_over,
    "proposes": asks_consent,
    "asks": asks,
}
"""Label -> the reader that says yes to it."""
LABELS = ("claims", "reports", "refuses", "hands over", "proposes", "asks", "greets or closes")


def messages(file: Path) -> list[tuple[str, str]]:
    """Read a file of messages with their labels; a ValueError names the line that is not one."""
    found: list[tuple[str, str]] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, _, label = line.rpartition(" | ")
        if not text or label.strip() not in LABELS:
            raise ValueError(f"{file.name}:{number}: not `message | label` with a label of {', '.join(LABELS)}")
        found.append((text, label.strip()))
    return found


def table(file: Path) -> Mapping[str, Counter[str]]:
    """Return label -> how many messages have it ("all"), and how many of them each reader says yes to."""
    counts = {label: Counter[str]() for label in LABELS}
    for text, label in messages(file):
        counts[label].update(["all", *(name for name, reads in READERS.items() if reads(text))])
    return counts


def main() -> int:
    """Print what each reader makes of the messages of each label."""
    for name in sys.argv[1:]:
        print(name)
        print(f"  {'label':18}{'all':>5}" + "".join(f"{reader:>12}" for reader in READERS))
        for label, counts in table(Path(name)).items():
            print(f"  {label:18}{counts['all']:5}" + "".join(f"{counts[reader]:12}" for reader in READERS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
