"""Random strings of the kind that break query parsers."""

import random

_BITS = (
    'staff risk curio* *ing st?ff " “ ” ( ) AND OR NOT + - ~ ~2 ~5 ~>3 ~sentence ~section ~9 : '
    "kind: kind:sar year: [2019\tTO\t2024] [ TO ] { } theme: role: coder: tagged: = ^2 * ? ' ’ "
    'self-harm é > >= < / \\ title: age: 10:30 http://x.y % _ -- & | ! ; , . "" () “” ~~ '
    "NEAR(a,b) ANDNOT a b the 0 99999999999999999999 İ ß ﬁ 中文 😀"
)
BITS = _BITS.split(" ")
ODD = (" ", " ", " ", "\x00", "\ud800", "\n", "\t", "\u0300", "\u200b", "\ufffe")
REPEATED = ("(", '"', "-", "NOT ", "a OR ", "+", "kind:", '"a b"~5 ', "*", "~", "=", "a AND ")


def noise_of(seed: int) -> str:
    """Return the random string of a seed."""
    return noise(random.Random(seed))  # noqa: S311 (texts, not secrets)


def noise(draw: random.Random) -> str:
    """Return a random string: mostly of the language's own signs, in senseless order."""
    sort = draw.random()
    if sort < 0.7:
        bits = [
            draw.choice(BITS if draw.random() < 0.8 else ODD) for _ in range(draw.choice(RANGE))
        ]
        return "".join(bit + (" " if draw.random() < 0.4 else "") for bit in bits)
    if sort < 0.85:
        return "".join(chr(draw.randrange(1, 0x250)) for _ in range(draw.randint(1, 60)))
    if sort < 0.95:
        return "".join(chr(draw.randrange(0x110000)) for _ in range(draw.randint(1, 60)))
    return draw.choice(REPEATED) * draw.randint(1, 900)


RANGE = (1, 2, 3, 5, 8, 20, 60)
