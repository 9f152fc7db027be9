"""Finds words that are spelled nearly so: for fuzzy words and for “did you mean”."""

from collections.abc import Iterable


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters differ, are missing, added or swapped with a neighbour.

    That is the distance of Damerau (1964) without edits inside a swap; `most + 1` stands for any
    greater distance.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, sign in enumerate(one, start=1):
        row = [i, *([most + 1] * len(other))]
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            same = sign == other[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (not same))
            swapped = i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == other[j - 1]
            row[j] = min(cost, before[j - 2] + 1) if swapped else cost
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)


def near(word: str, words: Iterable[str], most: int, *, same: int = 0) -> list[str]:
    """Return the words at most `most` edits from `word` that share its first `same` letters."""
    head = word[:same]
    letters = set(word)
    return [
        other
        for other in words
        if abs(len(other) - len(word)) <= most
        and other.startswith(head)
        and len(letters.difference(other)) <= most
        and distance(word, other, most) <= most
    ]
