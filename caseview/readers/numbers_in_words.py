"""Numbers from one to ninety-nine as reviews write them in words."""

import re

_UNITS_LISTED = "one two three four five six seven eight nine"
_TEENS_LISTED = """
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS_LISTED = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS, _TEENS, _TENS = (listed.split() for listed in (_UNITS_LISTED, _TEENS_LISTED, _TENS_LISTED))
NUMBERS = {word: number for number, word in enumerate([*_UNITS, *_TEENS], 1)}
for _ten, _word in enumerate(_TENS, 2):
    NUMBERS |= {f"{_word}-{unit}": 10 * _ten + n for n, unit in enumerate(_UNITS, 1)}
    NUMBERS[_word] = 10 * _ten
"""The number that each word stands for: "seven", "twenty-one"."""

NUMBER_WORD = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS)})\b)?"
    rf"|{'|'.join(sorted([*_UNITS, *_TEENS], key=len, reverse=True))})"
)
"""A pattern for a number in words, with a hyphen or a space: "seven", "twenty-one"."""

TO_FIFTEEN = "|".join([*_UNITS, *_TEENS][:15])
"""The words for one to fifteen as alternatives of a pattern: reports count their parts in them."""

_SPACE = re.compile(r"\s+")


def number_of(words: str) -> int:
    """Return the number that digits or words stand for, 0 where they stand for none."""
    if words.isdigit():
        return int(words)
    return NUMBERS.get(_SPACE.sub("-", words.lower()), 0)
