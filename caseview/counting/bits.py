"""Sets of ids as the bits of one number: two of them meet in millionths of a second."""

from collections.abc import Iterable

Bits = int
_ON = ord("1")


def bits(ids: Iterable[int], most: int) -> Bits:
    """Return the set of these ids, each from 0 to `most`: bit n stands for id n."""
    digits = bytearray(b"0") * (most + 1)
    for one in ids:
        digits[most - one] = _ON
    return int(digits, 2)


def members(held: Bits) -> frozenset[int]:
    """Return the ids of a set."""
    digits = f"{held:b}"[::-1]
    found, place = [], digits.find("1")
    while place >= 0:
        found.append(place)
        place = digits.find("1", place + 1)
    return frozenset(found)


def union(sets: Iterable[Bits]) -> Bits:
    """Return the ids that stand in any of the sets."""
    every = 0
    for one in sets:
        every |= one
    return every
