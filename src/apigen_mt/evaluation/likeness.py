"""Texts found again in other texts: by runs of words, and by TF-IDF cosine. No model is asked and nothing is learnt."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

RUN = 13
"""Words in a row that two texts do not share by chance (Brown et al. 2020, appendix C)."""
ALIKE = 0.75
"""Cosine from which two texts say the same: our instructions are like other shops' by 0.22 at most, and nearly all of theirs like
themselves by more than this when every twelfth word is replaced."""
_PART = 5
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without marks."""
    return _WORD.findall(text.lower())


class Runs:
    """Some texts by their runs of 13 words."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts; one with fewer words is never found."""
        self._runs: dict[str, set[int]] = {}
        self._parts: set[tuple[str, ...]] = set()
        for number, text in enumerate(texts):
            said = words(text)
            if len(said) < RUN:
                continue
            self._parts.update(_parts(said))
            for run in _runs(said):
                self._runs.setdefault(run, set()).add(number)

    def found(self, text: str) -> set[int]:
        """Return the numbers of the texts of which a run occurs in this one."""
        said = words(text)
        # Nearly all texts share no five words in a row, and looking for those is much faster.
        if len(said) < RUN or self._parts.isdisjoint(_parts(said)):
            return set()
        return {number for run in _runs(said) for number in self._runs.get(run, ())}


def _parts(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(said[start:] for start in range(_PART)), strict=False)


def _runs(said: Sequence[str]) -> list[str]:
    return [" ".join(said[start : start + RUN]) for start in range(len(said) - RUN + 1)]


class Likeness:
    """Some texts as vectors: TF-IDF over words, with their frequencies in these texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts."""
        spread = Counter(word for text in texts for word in set(words(text)))
        self._rarity = {word: math.log((1 + len(texts)) / (1 + number)) + 1 for word, number in spread.items()}
        self._unseen = math.log(1 + len(texts)) + 1
        self._vectors = [self.vector(text) for text in texts]
        self._places: dict[str, list[int]] = {}
        self._rests = [self._index(number, vector) for number, vector in enumerate(self._vectors)]

    def found(self, text: str) -> set[int]:
        """Return the numbers of the texts that are alike: cosine 0.75 or more."""
        vector = self.vector(text)
        reached: dict[int, float] = {}
        for word, weight in vector.items():
            for number in self._places.get(word, ()):
                reached[number] = reached.get(number, 0.0) + weight * self._vectors[number][word]
        return {
            number
            for number, cosine in reached.items()
            if cosine + self._rests[number] >= ALIKE - 1e-9 and _cosine(vector, self._vectors[number]) >= ALIKE
        }

    def vector(self, text: str) -> dict[str, float]:
        """Return a text's vector, of length 1: word -> weight."""
        weights = {
            word: (1 + math.log(number)) * self._rarity.get(word, self._unseen)
            for word, number in Counter(words(text)).items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / length for word, weight in weights.items()}

    def _index(self, number: int, vector: dict[str, float]) -> float:
        """Note a text under its rarest words, until the rest alone can make no cosine of 0.75; return the rest's length."""
        rest = 1.0
        for word in sorted(vector, key=lambda one: (-self._rarity[one], one)):
            if rest < ALIKE * ALIKE:
                break
            self._places.setdefault(word, []).append(number)
            rest -= vector[word] ** 2
        return math.sqrt(max(rest, 0.0))


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())
