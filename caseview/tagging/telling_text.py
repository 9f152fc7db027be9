"""Telling words as text: what is usual first, then each weight with the words that have it."""

from collections.abc import Iterator

from caseview.domain.english import English
from caseview.domain.errors import CodebookError
from caseview.domain.telling import TellingWords

_USUAL = "usual"


def write_telling(telling: TellingWords) -> str:
    """Return telling words as lines, the heaviest first; `read_telling` gives them back."""
    by_weight: dict[int, list[str]] = {}
    for feature, weight in telling.weights.items():
        by_weight.setdefault(weight, []).append(feature)
    lines = [
        f"{weight} {' '.join(sorted(by_weight[weight]))}" for weight in sorted(by_weight)[::-1]
    ]
    return "\n".join([f"{_USUAL} {telling.usual!r}", *lines])


def read_telling(text: str, theme: str) -> TellingWords:
    """Return the telling words that lines stand for. Raises CodebookError, naming the line."""
    first, *lines = text.split("\n")
    usual = first.split()
    if len(usual) != 2 or usual[0] != _USUAL or not _is_number(usual[1]):  # noqa: PLR2004 - a pair
        raise _wrong(theme, first, f"Begin with “{_USUAL}” and a number.")
    return TellingWords(float(usual[1]), dict(_weights(lines, theme)))


def _weights(lines: list[str], theme: str) -> Iterator[tuple[str, int]]:
    for line in lines:
        weight, *features = line.split()
        if not weight.isdecimal() or int(weight) < 1 or not features:
            raise _wrong(theme, line, "Write a weight above 0, then the words that have it.")
        for feature in features:
            yield feature, int(weight)


def _is_number(said: str) -> bool:
    try:
        return abs(float(said)) < float("inf")
    except ValueError:
        return False


def _wrong(theme: str, line: str, advice: str) -> CodebookError:
    return CodebookError(
        English("The telling words of “{0}” have a line that cannot be read: “{1}”.", theme, line),
        advice,
    )
