"""How well replies are read: `python tests/language/read_replies.py FILE...`, one a line as in `replies/seen.txt`."""

import sys
from pathlib import Path
from typing import NamedTuple

from apigen_mt.language.consent import consent
from apigen_mt.language.proposals import asks_consent

LABELS = ("consent", "condition", "hesitation", "correction", "question", "refusal", "off topic")


class Reply(NamedTuple):
    """A customer's reply to a proposal, and what a reader takes it for."""

    proposal: str
    text: str
    label: str

    @property
    def read_as(self) -> str:
        """What the reader takes it for."""
        return consent(self.text, self.proposal)

    @property
    def is_right(self) -> bool:
        """Whether consent is seen where there is some, and nowhere else."""
        return (self.read_as == "yes") == (self.label == "consent")


def replies(file: Path) -> list[Reply]:
    """Read a file of replies; a ValueError names the line that is not one."""
    found: list[Reply] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split(" | ")]
        if len(parts) != 3 or parts[2] not in LABELS:
            raise ValueError(
                f"{file.name}:{number}: not `proposal | reply | label` with a label of {', '.join(LABELS)}"
            )
        found.append(Reply(*parts))
    return found


def main() -> int:
    """Print shares and every reply that is read wrongly."""
    for name in sys.argv[1:]:
        found = replies(Path(name))
        wrong = [reply for reply in found if not reply.is_right]
        false = [reply for reply in wrong if reply.label != "consent"]
        print(f"{name}: {len(found)} replies, consent judged right for {1 - len(wrong) / len(found):.1%}")
        for label in LABELS:
            some = [reply for reply in found if reply.label == label]
            if some:
                right = sum(reply.is_right for reply in some)
                print(f"  {label:10} {right:3} of {len(some):3} right ({right / len(some):.0%})")
        refused = [reply for reply in found if reply.label == "refusal"]
        print(f"  refusals read as a no: {sum(reply.read_as == 'no' for reply in refused)} of {len(refused)}")
        print(f"  false consent: {len(false)}; among those that only hesitate: "
              f"{sum(reply.label == 'hesitation' for reply in false)}")  # fmt: skip
        print(f"  proposals read as such: {sum(asks_consent(reply.proposal) for reply in found)} of {len(found)}")
        for reply in wrong:
            print(f"  - {reply.label}, read as {reply.read_as}: {reply.text!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
