"""Printed lines across a page, parted into the words that stand apart on them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from caseview.readers.numbering import is_bullet
from caseview.readers.strips import TAB, Strip

_LEVEL = 0.4
_LONGEST_HEAD = 6
_HEAD = re.compile(
    r"(?:no\.?|nos\.?|number|ref\.?|reference|#|rec\.?|(?:the |key |our )?(?:recommend(?:ation|ed)"
    r"|actions?|findings?|learning|lessons?|themes?|issues?|concerns?|questions?|tasks?|steps?"
    r"|objectives?|outcomes?|milestones?|areas?|priority|what|how)|who|by whom|leads?"
    r"|agenc(?:y|ies)|organisations?|services?|owners?|officers?|accountable|responsib(?:le|ility)"
    r"|person|addressees?|board|for whom|scope|level|by when|when|time ?(?:scales?|frames?)"
    r"|target|deadline|dates?|due|complet(?:ed?|ion)|expected|desired|intended|anticipated|impact"
    r"|evidence|measures?|success|monitor(?:ed|ing)|progress|status|rag\b|updates?|comments?"
    r"|response|accepted|agreed|event|source|details?)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class PrintedLine:
    """All words that stand at one height of a page, from left to right, parted at wide gaps."""

    spans: list[Strip] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0

    @property
    def size(self) -> float:
        """The height of its largest type, in points."""
        return max(span.size for span in self.spans)

    @property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        return all(span.bold for span in self.spans)


def printed_lines(strips: Iterable[tuple[int, Strip]]) -> list[PrintedLine]:
    """Return the lines that strips (with the number of each) print, from the top down.

    `origins` of a line are the numbers of the strips it is made of. A bullet counts to the words
    behind it.
    """
    lines: list[PrintedLine] = []
    for number, strip in sorted(strips, key=lambda one: (one[1].middle, one[1].left)):
        held = lines[-1] if lines else None
        if held is None or abs(held.spans[0].middle - strip.middle) > _LEVEL * strip.size:
            held = PrintedLine(top=strip.top, bottom=strip.bottom)
            lines.append(held)
        held.spans.extend(_parted(strip))
        held.origins.append(number)
        held.top, held.bottom = min(held.top, strip.top), max(held.bottom, strip.bottom)
    for line in lines:
        line.spans.sort(key=lambda span: span.left)
        line.spans = _with_bullets(line.spans)
    return lines


def _parted(strip: Strip) -> list[Strip]:
    """Return the parts of a strip between its wide gaps."""
    if TAB not in strip.text:
        return [strip]
    parts, start = [], 0
    for place, character in enumerate(strip.text):
        if character == TAB:
            parts.append(strip.part(start, place))
            start = place + 1
    parts.append(strip.part(start))
    return [part for part in parts if part.text]


def _with_bullets(spans: Sequence[Strip]) -> list[Strip]:
    """Return spans with each bullet put in front of the words it marks."""
    made: list[Strip] = []
    for span in spans:
        if made and is_bullet(made[-1].text):
            made[-1] = joined(made[-1], span)
        else:
            made.append(span)
    return made


def joined(before: Strip, after: Strip) -> Strip:
    """Return two strips of one line as one, a TAB between their words."""
    return Strip(
        before.text + TAB + after.text,
        [*before.lefts, before.right, *after.lefts],
        after.right,
        min(before.top, after.top),
        max(before.bottom, after.bottom),
        max(before.size, after.size),
        before.page,
        before.bold and after.bold,
        before.italic and after.italic,
    )


def is_head_word(text: str) -> bool:
    """Return whether `text` is what the head of a column says ("Lead agency", "By when")."""
    return len(text.split()) <= _LONGEST_HEAD and _HEAD.match(text) is not None


def heads_table(texts: Sequence[str]) -> bool:
    """Return whether these words, side by side, head the columns of a table."""
    heads = sum(1 for text in texts if is_head_word(text))
    return len(texts) > 1 and heads > 1 and heads >= len(texts) / 2
