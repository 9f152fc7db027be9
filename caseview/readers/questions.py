"""Lists of questions in a review: the ones it set itself, and lines of them that head nothing."""

import re
from collections.abc import Sequence

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.readers.lines import Line
from caseview.readers.sections import Heading

_LIST_OF_QUESTIONS = re.compile(
    r"lines? of (?:e|i)nquiry|terms of reference|questions (?:for|the) review|asked to consider",
    re.IGNORECASE,
)


def asked_together(lines: Sequence[Line]) -> set[int]:
    """Return where questions stand one after another: a list of them heads nothing."""
    asked = [_is_plain(line) and line.text.endswith("?") for line in lines]
    return {
        line.start
        for place, line in enumerate(lines)
        if asked[place] and (any(asked[place + 1 : place + 2]) or (place and asked[place - 1]))
    }


def _is_plain(line: Line) -> bool:
    return not (line.heading or line.paragraph.bold)


def question_lists(text: DocumentText, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return an unnamed section for each list of questions that the review set itself."""
    found = []
    paragraphs = text.paragraphs
    for place, paragraph in enumerate(paragraphs[:-1]):
        words = text.text[paragraph.start : paragraph.end]
        listed = paragraphs[place + 1].style is ParagraphStyle.LIST_ITEM
        if not (listed and words.rstrip().endswith(":") and _LIST_OF_QUESTIONS.search(words)):
            continue
        above = [heading for heading in headings if heading.start <= paragraph.start]
        if not above or above[-1].role is not SectionRole.METHODOLOGY:
            continue
        last = place + 1
        while last + 1 < len(paragraphs) and (
            paragraphs[last + 1].style is ParagraphStyle.LIST_ITEM
        ):
            last += 1
        start, level = paragraphs[place + 1].start, above[-1].level + 1
        found.append(Heading(start, start, "", level, SectionRole.TERMS_OF_REFERENCE))
        if last + 1 < len(paragraphs):
            after = paragraphs[last + 1].start
            if not any(heading.start == after for heading in headings):
                found.append(Heading(after, after, above[-1].words, level, above[-1].role))
    return tuple(found)
