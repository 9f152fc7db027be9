"""The title of a document: what its first page calls it."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.description import KindGuess
from caseview.domain.document import Kind
from caseview.readers.findings import Findings, one_line
from caseview.readers.lines import Line, fold

_CASE = re.compile(
    r"\b(?:review|report|investigation|reg(?:ulation)?\.? ?28|summary|briefing|prevent(?:ion of)? future deaths)\b"
)
_ABOUT = re.compile(
    r"^(?:into|in respect of|relating to|regarding|concerning|overview report|executive summary|the death of|report into|child|baby|adult|final report|in the case of|final|“|\")",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"^(?:page\b|contents|note\b|annex|official\b|transcript|our ref|ref\b|\W*\d+\W*$|invented document)"
)
_LETTER = re.compile(r"regulation|response|inquest|prevent")
_LOOK = 25
_LONGEST = 160
_MOST_PARTS = 3


def title_of(found: Findings, lines: Sequence[Line], guess: KindGuess) -> None:
    """Record the title: the first line that names a review, with what follows it on the cover."""
    opening = [line for line in lines[:_LOOK] if len(line.text) <= _LONGEST]
    for place, line in enumerate(opening):
        plain = fold(line.text)
        if _NOTES.match(plain) or not _CASE.search(plain) or plain.endswith((".", ":-", ":", ",")):
            continue
        if guess.kind is Kind.PFD_RESPONSE and not _LETTER.search(plain):
            continue
        parts = [line]
        for after in opening[place + 1 : place + _MOST_PARTS]:
            if not _ABOUT.match(after.text) and guess.kind is not Kind.PFD:
                if len(after.text.split()) > _MOST_PARTS or after.text.endswith("."):
                    break
            if (
                guess.kind in {Kind.PFD, Kind.PFD_RESPONSE}
                or after.start - parts[-1].end > _LONGEST
            ):
                break
            parts.append(after)
        title = one_line(": ".join(part.text.rstrip(":") for part in parts))
        subject = found.value(DetailName.SUBJECT)
        if guess.kind in {Kind.PFD, Kind.PFD_RESPONSE} and subject:
            title = f"{title}: {subject}"
        found.add(DetailName.TITLE, title, parts[0].start, parts[-1].end)
        return
