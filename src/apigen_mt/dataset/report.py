"""What a re-verification found: for each check, how many rows passed, failed or could not be judged."""

from collections.abc import Iterable, Mapping

import msgspec

from apigen_mt.values.verdict import Verdict

EXAMPLES = 3
"""Failures that are kept for each check."""


class Count(msgspec.Struct):
    """What became of one check."""

    passed: int = 0
    failed: int = 0
    not_run: int = 0
    examples: list[str] = []
    """The first failures: where, and why."""

    @property
    def judged(self) -> int:
        """Rows on which the check ran."""
        return self.passed + self.failed


class Report(msgspec.Struct):
    """The result of a re-verification."""

    path: str
    kind: str = ""
    rows: int = 0
    checks: dict[str, Count] = {}
    cannot_run: dict[str, str] = {}
    """Checks that this kind of file does not allow, and why. They count neither as passed nor as failed."""

    @property
    def ok(self) -> bool:
        """Whether there are rows, and every check that the file allows ran on each of them and passed."""
        return self.rows > 0 and all(not (count.failed or count.not_run) for count in self.checks.values())

    def add(self, place: str, verdicts: Iterable[Verdict]) -> None:
        """Count one row's verdicts."""
        self.rows += 1
        for verdict in verdicts:
            count = self.checks.setdefault(verdict.check, Count())
            if verdict.passed:
                count.passed += 1
                continue
            if verdict.passed is None:
                count.not_run += 1
            else:
                count.failed += 1
            if len(count.examples) < EXAMPLES:
                count.examples.append(
                    f"{place}: {'' if verdict.passed is False else 'could not run: '}{verdict.reason}"
                )

    def merge(self, other: "Report") -> None:
        """Add the counts of a part that comes after this one."""
        self.rows += other.rows
        for check, theirs in other.checks.items():
            mine = self.checks.setdefault(check, Count())
            mine.passed += theirs.passed
            mine.failed += theirs.failed
            mine.not_run += theirs.not_run
            mine.examples = (mine.examples + theirs.examples)[:EXAMPLES]

    def table(self) -> str:
        """Return the report as text for people."""
        head = f"{self.path}: {self.rows:,} rows of {self.kind}"
        rows = [("check", "judged", "passed", "failed", "could not run")]
        rows += [
            (check, *(f"{n:,}" for n in (count.judged, count.passed, count.failed, count.not_run)))
            for check, count in self.checks.items()
        ]
        return "\n\n".join(
            part
            for part in (
                head,
                _aligned(rows) if self.checks else "",
                _listed("Could not be checked at all with such a file:", self.cannot_run),
                _listed(
                    "First failures:",
                    {name: "\n    ".join(c.examples) for name, c in self.checks.items() if c.examples},
                ),
                self._conclusion(),
            )
            if part
        )

    def _conclusion(self) -> str:
        if not self.rows:
            return "There are no rows: nothing is proved."
        if not self.ok:
            return "Not all rows passed all checks."
        return "All rows passed all checks" + (" that such a file allows." if self.cannot_run else ".")


def _listed(head: str, entries: Mapping[str, str]) -> str:
    return "\n".join([head, *(f"  {name}: {text}" for name, text in entries.items())]) if entries else ""


def _aligned(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if not i else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
