"""Sections whose heading names two roles ("Conclusions and recommendations"), by paragraph."""

import re
from collections.abc import Iterator, Sequence

from caseview.domain.document import DocumentText, Paragraph, ParagraphStyle
from caseview.domain.section import SectionRole
from caseview.readers.asking_words import announces, asks
from caseview.readers.lines import fold
from caseview.readers.recommended_labels import CODED, LABEL, label_printed
from caseview.readers.sections import Heading
from caseview.readers.told_sections import CONCLUDING, asked_and_done, tells_of_earlier
from caseview.readers.wording import any_of, whole_words

_ASKS_NAMED = re.compile(
    any_of("terms of reference / scope / key lines / lines of enquiry / questions / purpose / aims")
)
_METHOD_NAMED = re.compile(any_of("method / process / approach / how / conduct / contributors"))
_ROLES = frozenset({SectionRole.TERMS_OF_REFERENCE, SectionRole.METHODOLOGY})
_OTHERS = (
    (SectionRole.LEARNING, whole_words("lessons? / learning")),
    (SectionRole.FINDINGS, whole_words("conclusions? / findings?")),
)
_LISTED = frozenset({ParagraphStyle.LIST_ITEM, ParagraphStyle.TABLE_ROW})
_LABEL = re.compile(r"\s*(?:recommendation\s+\w{1,5}\s*[:.)\-–]|r\d{1,2}(?:\s*[:.)\-]|\s+\w))")
_COUNTED = re.compile(rf"(?:{CODED}|\d{{1,2}}[.)])[.:)]?\s+(?=[A-Z])")
_RECOMMENDS = whole_words("recommend\\w* / should / must / action plan")


def mixed_parts(text: DocumentText, headings: Sequence[Heading]) -> Iterator[Heading]:
    """Yield an inner section wherever the paragraphs of such a section turn to its other role.

    What was asked is terms of reference, how it was done is methodology; what stands before the
    first recommendation of a section that concludes too is its conclusions.
    """
    ordered = sorted(headings, key=lambda heading: heading.start)
    for place, heading in enumerate(ordered):
        end = ordered[place + 1].start if place + 1 < len(ordered) else len(text.text)
        held = [p for p in text.paragraphs if heading.end <= p.start < end]
        named = fold(heading.words)
        if heading.role in _ROLES and _ASKS_NAMED.search(named) and _METHOD_NAMED.search(named):
            yield from _by_paragraph(text, heading, held)
        elif heading.role is SectionRole.RECOMMENDATIONS and not _is_label(heading.words):
            other = next((role for role, words in _OTHERS if words.search(named)), None)
            yield from _before_recommending(text, heading, held, other) if other else ()
        elif heading.role in CONCLUDING and "recommendation" in named:
            yield from _by_label(text, heading, held)
        elif heading.role in CONCLUDING:
            yield from _announced(text, heading, held)


def _is_label(words: str) -> bool:
    """Whether a heading is the label of one recommendation: "Recommendation 5 (Learning 3)"."""
    label = LABEL.fullmatch(words)
    return label is not None and label["number"] is not None


def _by_paragraph(
    text: DocumentText, heading: Heading, held: Sequence[Paragraph]
) -> Iterator[Heading]:
    role = heading.role
    for paragraph in held:
        told = _told(text, paragraph) or role
        if told is not role:
            start, role = paragraph.start, told
            yield Heading(start, start, heading.words, heading.level + 1, role)


def _by_label(text: DocumentText, heading: Heading, held: Sequence[Paragraph]) -> Iterator[Heading]:
    role = heading.role
    for paragraph in held:
        told = SectionRole.RECOMMENDATIONS if _asked(text, paragraph) else heading.role
        listed = role is SectionRole.RECOMMENDATIONS and paragraph.style in _LISTED
        if told is not role and not listed:
            start, role = paragraph.start, told
            yield Heading(start, start, heading.words, heading.level + 1, role)


def _announced(
    text: DocumentText, heading: Heading, held: Sequence[Paragraph]
) -> Iterator[Heading]:
    """Yield the list that a line opens by saying that recommendations follow, and what is after."""
    for place, paragraph in enumerate(held):
        after = held[place + 1 :]
        words = text.text[paragraph.start : paragraph.end]
        if not announces(words) or not after or tells_of_earlier(fold(words)):
            continue
        listed = next((n for n, p in enumerate(after) if p.style not in _LISTED), len(after))
        if listed:
            inner, start = heading.level + 1, after[0].start
            yield Heading(start, start, heading.words, inner, SectionRole.RECOMMENDATIONS)
            for end in (p.start for p in after[listed : listed + 1]):
                yield Heading(end, end, heading.words, inner, heading.role)


def _asked(text: DocumentText, paragraph: Paragraph) -> bool:
    """Whether a paragraph is labelled as a recommendation, or is a numbered one that asks."""
    words = text.text[paragraph.start : paragraph.end]
    counted = paragraph.printed.strip("().").isdigit() and paragraph.style in _LISTED
    numbered = counted or _COUNTED.match(words) is not None
    if label_printed(paragraph.printed):
        return True
    labelled = any(map(_LABEL.match, fold(words).split(" | ")))
    return labelled or (numbered and asks(words))


def _before_recommending(
    text: DocumentText, heading: Heading, held: Sequence[Paragraph], role: SectionRole
) -> Iterator[Heading]:
    first = next((n for n, p in enumerate(held) if _recommends(text, p)), 0)
    if first:
        for paragraph, told in ((held[0], role), (held[first], SectionRole.RECOMMENDATIONS)):
            start = paragraph.start
            yield Heading(start, start, heading.words, heading.level + 1, told)


def _recommends(text: DocumentText, paragraph: Paragraph) -> bool:
    """Whether a paragraph recommends, announces it, or is an entry of a list or a table."""
    if paragraph.style in _LISTED:
        return True
    plain = fold(text.text[paragraph.start : paragraph.end])
    return _RECOMMENDS.search(plain) is not None or plain.startswith(("r1", "(1)", "1."))


def _told(text: DocumentText, paragraph: Paragraph) -> SectionRole | None:
    """Return what one paragraph tells, None where it does not say."""
    plain = fold(text.text[paragraph.start : paragraph.end]).strip()
    if paragraph.style is ParagraphStyle.LIST_ITEM or plain.endswith(("?", ":")):
        return SectionRole.TERMS_OF_REFERENCE
    asked, done = asked_and_done(plain)
    if asked == done:
        return None
    return SectionRole.TERMS_OF_REFERENCE if asked > done else SectionRole.METHODOLOGY
