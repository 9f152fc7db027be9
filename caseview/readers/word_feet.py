"""The running heads and feet of a Word document, which are no part of its text."""

from collections.abc import Iterable, Iterator

from caseview.readers.word_names import Element, w

_SPACES = frozenset({w("tab"), w("ptab"), w("br"), w("cr")})


def feet_of(parts: Iterable[Element]) -> tuple[str, ...]:
    """Return the words of each paragraph of heads and feet, each once, in their order.

    `parts` are the roots of their parts of the package. What a field counts (the number of the
    page) is not among the words.
    """
    said = (_words(part) for root in parts for part in root.iter(w("p")))
    return tuple(dict.fromkeys(words for words in said if words))


def _words(paragraph: Element) -> str:
    return " ".join("".join(_typed(paragraph)).split())


def _typed(paragraph: Element) -> Iterator[str]:
    for held in paragraph.iter():
        if held.tag == w("t"):
            yield held.text or ""
        elif held.tag in _SPACES:
            yield " "
