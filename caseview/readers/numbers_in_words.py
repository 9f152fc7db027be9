"""Numbers from one to ninety-nine as reviews write them in words."""

_IN_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
NUMBERS = {word: number for number, word in enumerate(_IN_WORDS.split(), 1)}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
for _ten, _word in enumerate(_TENS.split(), 2):
    NUMBERS |= {f"{_word}-{unit}": 10 * _ten + n for unit, n in list(NUMBERS.items())[:9]}
    NUMBERS[_word] = 10 * _ten
"""The number that each word stands for: "seven", "twenty-one"."""
