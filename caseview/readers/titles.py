"""The title of a document: what its first page calls it."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.domain.description import KindGuess
from caseview.domain.document import Kind
from caseview.readers.dates import first_date
from caseview.readers.findings import Findings, one_line
from caseview.readers.lines import Line, fold
from caseview.readers.wording import any_of, whole_words

_CASE = whole_words(r"""
    review / report / investigation / reg(?:ulation)?\.? ?28 / summary / briefing
    prevent(?:ion of)? future deaths
""")
_ABOUT = re.compile(
    any_of("""
    into / in respect of / relating to / regarding / concerning / overview report / final
    executive summary / the death of / report into / child / baby / adult / in the case of / “ / "
    """),
    re.IGNORECASE,
)
_NOTES = re.compile(
    any_of(r"""
    page\b / contents / note\b / annex / official\b / transcript / our ref / ref\b / \W*\d+\W*$
    invented document / d\.o\. / author / independent / lead reviewer / date\b / prepared
    """)
)
_LETTER = re.compile(r"regulation|response|inquest|prevent")
_LOOK = 25
_REACH = 1_500
_LONGEST = 160
_MOST_PARTS = 4
_NAME_WORDS = 2
_OPEN = re.compile(
    r"\b(?:of|of the|into|the|in respect of|on|for|and|concerning|to)$", re.IGNORECASE
)
_PFD = frozenset({Kind.PFD, Kind.PFD_RESPONSE})


def title_of(found: Findings, lines: Sequence[Line], guess: KindGuess) -> None:
    """Record the title: the first line that names a review, with what follows it on the cover."""
    opening = _cover(lines)
    for place, line in enumerate(opening):
        plain = fold(line.text)
        if _NOTES.match(plain) or not _CASE.search(plain) or plain.endswith((".", ":-", ":", ",")):
            continue
        if guess.kind is Kind.PFD_RESPONSE and not _LETTER.search(plain):
            continue
        end, title = line.end, one_line(line.text)
        if guess.kind not in _PFD:
            end, title = _with_what_follows(opening[place : place + _MOST_PARTS])
        subject = found.value(DetailName.SUBJECT)
        if guess.kind in _PFD and subject:
            title = f"{title}: {subject}"
        found.add(DetailName.TITLE, title, line.start, end)
        return


def _cover(lines: Sequence[Line]) -> list[Line]:
    """Return the lines above the first long paragraph."""
    cover: list[Line] = []
    for line in lines[:_LOOK]:
        if len(line.text) > _LONGEST or line.start > _REACH:
            break
        cover.append(line)
    return cover


def _with_what_follows(lines: Sequence[Line]) -> tuple[int, str]:
    """Return the end and the words of a title that goes on over the next lines of the cover."""
    end, title = lines[0].end, lines[0].text.strip(" :")
    for line in lines[1:]:
        words = line.text.strip(" :")
        if _NOTES.match(fold(words)) or first_date(words) or words.endswith((".", ";")):
            break
        if _OPEN.search(title):
            title = f"{title} {words}"
        elif _ABOUT.match(words) or len(words.split()) <= _NAME_WORDS:
            title = f"{title}: {words}"
        else:
            break
        end = line.end
    return end, title
