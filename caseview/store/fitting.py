"""Looks whether what was read of a file fits together before it is kept for good."""

import hashlib
from collections.abc import Iterator

from caseview.domain.description import ReadDocument
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.passage import Passage
from caseview.domain.recommendation import Concern, Recommendation
from caseview.domain.suggestion import Suggestion


def check_fits(read: ReadDocument, original: bytes, name: str) -> None:
    """Raise CasebookError unless bytes, text, passages, places and quoted words belong together.

    `name` is what the file is called in the message.
    """
    for why in _misfits(read, original):
        raise CasebookError(
            English(
                "What was read of “{0}” does not fit together ({1}), so it was not added.",
                name,
                why,
            ),
            "Import it again; if it happens again, tell whoever looks after CaseView.",
        )


def text_hash(text: str) -> str:
    """Return the SHA-256 of a document's words, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def same_words(one: str, other: str) -> bool:
    """Return whether two texts are the same words, wherever their lines break."""
    return one == other or one.split() == other.split()


def _misfits(read: ReadDocument, original: bytes) -> Iterator[str]:
    if hashlib.sha256(original).hexdigest() != read.sha256:
        yield "its bytes are not those that were read"
    text, passages = read.text.text, read.description.passages
    try:
        text.encode()
    except UnicodeEncodeError:
        yield "its text has signs that cannot be written"
    spans = [(one.start, one.end) for one in read.text.paragraphs]
    if [(one.start, one.end) for one in passages] != spans:
        yield "its passages are not its paragraphs"
    if "\n\n".join(passage.text for passage in passages) != text:
        yield "its passages are not its text"
    for start in _misquoted(read):
        yield f"the words at {start} are not there"
    places = [page.end for page in read.text.pages] + [line.end for line in read.text.lines]
    places += [section.end for section in read.description.outline]
    if max(places, default=0) > len(text):
        yield "a page or section runs past its end"


def _misquoted(read: ReadDocument) -> Iterator[int]:
    """Yield where words are said to stand that do not stand there."""
    text, said = read.text.text, read.description
    quoted: list[Passage | Suggestion] = [*said.passages, *read.suggestions]
    asked: list[Recommendation | Concern] = [*said.recommendations, *said.concerns]
    for one in quoted:
        if text[one.start : one.end] != one.text:
            yield one.start
    for item in asked:
        if not same_words(text[item.start : item.end], item.text):
            yield item.start
    for detail in said.details:
        if detail.text is not None and text[detail.start : detail.end] != detail.text:
            yield detail.start or 0
