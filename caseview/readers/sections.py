"""Sections from the headings found in a text, and the passages that stand in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseview.domain.document import DocumentText, Paragraph, ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import Section, SectionRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its place, level (1 highest), the role of what it heads, whether restated.

    `start` is where the section begins (its printed number counts), `end` where the heading's
    own words end.
    """

    start: int
    end: int
    words: str
    level: int
    role: SectionRole
    restated: bool = False


def sections_of(headings: Iterable[Heading], length: int) -> tuple[Section, ...]:
    """Return a section for each heading, in order: it ends where one of its level or above starts.

    `length` is the length of the whole text.
    """
    ordered = sorted(headings, key=lambda heading: heading.start)
    sections = []
    for place, heading in enumerate(ordered):
        end = next(
            (later.start for later in ordered[place + 1 :] if later.level <= heading.level), length
        )
        sections.append(
            Section(
                heading.words, heading.role, heading.level, heading.start, end, heading.restated
            )
        )
    return tuple(sections)


def passages_of(text: DocumentText, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """Return one passage for each paragraph, with the innermost section that holds most of it."""
    starts = [section.start for section in sections]
    return tuple(
        _passage(text.text, paragraph, _holding(paragraph, sections, starts))
        for paragraph in text.paragraphs
    )


def _holding(
    paragraph: Paragraph, sections: Sequence[Section], starts: Sequence[int]
) -> Section | None:
    """Return the section that holds most of the paragraph.

    Sections start in order, so the innermost one at a place is the last that began before it,
    or the parent that is still open there.
    """
    first, last = bisect_right(starts, paragraph.start), bisect_left(starts, paragraph.end)
    cuts = [paragraph.start, *starts[first:last]]
    ends = [*cuts[1:], paragraph.end]
    begin, _ = max(zip(cuts, ends, strict=True), key=lambda cut: cut[1] - cut[0])
    for place in range(bisect_right(starts, begin) - 1, -1, -1):
        if sections[place].end > begin:
            return sections[place]
    return None


def _passage(text: str, paragraph: Paragraph, section: Section | None) -> Passage:
    return Passage(
        start=paragraph.start,
        end=paragraph.end,
        text=text[paragraph.start : paragraph.end],
        number=paragraph.number,
        page=paragraph.page,
        role=section.role if section else SectionRole.FRONT_MATTER,
        printed=paragraph.printed,
        style=_style(paragraph, section),
        restated=section.restated if section else False,
        heading=section.heading if section else "",
    )


def _style(paragraph: Paragraph, section: Section | None) -> ParagraphStyle:
    """Return heading for a paragraph that is a section's whole heading, else its own style."""
    if (
        section is not None
        and paragraph.style in {ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM}
        and section.start <= paragraph.start
        and section.heading
        and paragraph.end - section.start <= len(section.heading) + _HEADING_SLACK
        and paragraph.end <= section.end
    ):
        return ParagraphStyle.HEADING
    return paragraph.style


_HEADING_SLACK = 6
