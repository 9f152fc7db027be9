"""Where the cover of a document ends, and which of its headings stand on a contents page only."""

import re
from collections.abc import Sequence

from caseview.domain.document import DocumentText, Paragraph, ParagraphStyle
from caseview.readers.lines import Line, words_of
from caseview.readers.outline_held import Candidate
from caseview.readers.roles import RoleFinder

NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+(?=\S)")
"""The number that a heading opens with."""

_CONTENTS = re.compile(r"\W*(?:table of )?(?:contents|index)(?: page)?\W*", re.IGNORECASE)
_HEADING = ParagraphStyle.HEADING
_CONTENTS_BY = 4_000
_COVER = 3_000
_LONG = 80
_ENDS = (".", "!", "?", "”", ".)")
_LONGEST = 120
_EARLY = 0.25
_CONTENTS_RUN = 4
_CONTENTS_SURE = 6


def cover_end(text: DocumentText, roles: RoleFinder) -> int:
    """Return where the cover ends: at the contents, or at the heading of the first real paragraph.

    What the cover sets large is the title, not a section.
    """
    for paragraph in text.paragraphs:
        if paragraph.start > _CONTENTS_BY:
            break
        words = text.text[paragraph.start : paragraph.end]
        if paragraph.style is ParagraphStyle.CONTENTS or _CONTENTS.fullmatch(words):
            return paragraph.start
    before: Paragraph | None = None
    for paragraph in text.paragraphs:
        words = text.text[paragraph.start : paragraph.end].strip()
        heading = paragraph.style is _HEADING or paragraph.bold
        if paragraph.start > _COVER:
            break
        if heading and (NUMBER.match(words) or paragraph.printed):
            return paragraph.start
        if len(words) > _LONG and words.endswith(_ENDS) and before is not None:
            return before.start
        titled = len(words) <= _LONGEST and not words.endswith((*_ENDS, ",", ":"))
        before = paragraph if heading or (titled and roles.find(words).sure) else None
    return 0


def without_contents(found: list[Candidate], lines: Sequence[Line], length: int) -> list[Candidate]:
    """Return the headings without those of a contents page: runs whose words come again."""
    order = {line.start: place for place, line in enumerate(lines)}
    later: dict[tuple[str, ...], int] = {}
    for candidate in found:
        later[_key(candidate.words)] = candidate.line.start
    kept: list[Candidate] = []
    run: list[Candidate] = []
    for candidate in found:
        if run and order[candidate.line.start] - order[run[-1].line.start] > 1:
            kept += _kept_of(run, later, length)
            run = []
        run.append(candidate)
    return kept + _kept_of(run, later, length)


def _kept_of(
    run: list[Candidate], later: dict[tuple[str, ...], int], length: int
) -> list[Candidate]:
    """Return what is real of a run of headings with nothing under them: the contents are not."""
    early = bool(run) and run[0].line.start < max(_EARLY * length, _CONTENTS_BY)
    again = [c for c in run if later[_key(c.words)] > c.line.start]
    if not early or len(run) < _CONTENTS_RUN:
        return run
    if len(again) * 2 < len(run) and len(run) < _CONTENTS_SURE:
        return run
    earlier = {_key(c.words) for c in run[:-1]}
    return [c for c in run[-1:] if _key(c.words) in earlier]


def _key(words: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(words) if not word.isdigit())
