"""The lines of a document with their offsets: the grain at which headings and fields are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseview.domain.document import DocumentText, Paragraph, ParagraphStyle

_SPACES = (("\n", " "), ("\t", " "), ("\r", " "), ("`", "'"))
_PLAIN = (
    *_SPACES,
    *((odd, "'") for odd in "\u2018\u2019\u02bc\u00b4"),
    *((odd, '"') for odd in "\u201c\u201d"),
    *((odd, "-") for odd in "\u2010\u2011\u2012\u2013\u2014"),
    *((odd, " ") for odd in "\u00a0\u00ad"),
)
_WORD = re.compile(r"[^\W_]+")
# Every ASCII sign that is no letter or digit, as a space: splitting at them takes a third as long.
_SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: its offsets, its words without outer space, its paragraph.

    `number` is the index of its paragraph in the document; `first` says it opens the paragraph.
    """

    start: int
    end: int
    text: str
    number: int
    paragraph: Paragraph
    first: bool

    @property
    def heading(self) -> bool:
        """Whether the file itself marks the line as a heading."""
        return self.paragraph.style is ParagraphStyle.HEADING


def lines_of(text: DocumentText) -> tuple[Line, ...]:
    """Return the lines of all paragraphs that hold words, in order, contents pages left out."""
    return tuple(
        line
        for number, paragraph in enumerate(text.paragraphs)
        if paragraph.style is not ParagraphStyle.CONTENTS
        for line in _lines(text.text, number, paragraph)
    )


def _lines(text: str, number: int, paragraph: Paragraph) -> Iterator[Line]:
    start, first = paragraph.start, True
    for raw in text[paragraph.start : paragraph.end].split("\n"):
        words = raw.strip()
        if words:
            begin = start + raw.index(words[0])
            yield Line(begin, begin + len(words), words, number, paragraph, first)
            first = False
        start += len(raw) + 1


def fold(text: str) -> str:
    """Return `text` of the same length, lower case, with plain quotes, dashes and spaces."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for odd, plain in _SPACES if text.isascii() else _PLAIN:
        lowered = lowered.replace(odd, plain)
    return lowered


def word_set(plain: str) -> frozenset[str]:
    """Return the words of a folded text: phrases whose words are not there need no search."""
    if plain.isascii():
        return frozenset(plain.translate(_SIGNS).split())
    return frozenset(_WORD.findall(plain))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text`, folded, without punctuation."""
    return tuple(_WORD.findall(fold(text).replace("'", "")))
