"""Questions that a review puts to its board where it makes no recommendations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.readers.lines import fold
from caseview.readers.recommended_items import Item
from caseview.readers.recommended_to import Addressing
from caseview.readers.rows import cells_of
from caseview.readers.series_asking import behind_number
from caseview.readers.told_sections import CONCLUDING

_HEADS = re.compile(
    r"(?:\d+[.)]?\s+)?(?:(?:key|issues?|challenge|learning)\s+)?(?:questions?|considerations?|issues)"
    r"(?:\s+and\s+\w+)?\s+(?:for|to)\s+(?:the\s+|be\s+)?(?P<who>[^?.]{3,80}?)\W*$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:key\s+|challenge\s+)?questions?(?:\s+(?:arising|raised))?\W*", re.IGNORECASE
)
# "How can the Board be assured that ...?", not "How did the Board ...?".
_TO_BOARD = re.compile(
    r"(?:how|what|when|where|which|who|in what ways?|to what extent)?\s*(?:\w+\s+)?"
    r"(?:can|could|does|do|is|are|will|would|should|might|needs?|has|have)\b[^?]*"
    r"\b(?:board|partnership|safeguarding partners|csp|partners|executive)\b[^?]*\?"
)
_TOLD = CONCLUDING | {SectionRole.RECOMMENDATIONS}
# A heading and its questions in one paragraph; a question with its number.
_INLINE = re.compile(
    r"(?:key\s+)?questions?\s+(?:for|to)\s+(?:the\s+)?(?P<who>[^?.:\n]{3,80})(?::\s+|\s*:?\n)(?=\S)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"question\s+(?P<number>\d{1,2}[a-z]?)\s*[:.–-]\s*(?=\S)", re.IGNORECASE)
_SECTION = re.compile(
    r"\b(?:questions?|recommend\w*|considerations?|issues|asks?)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"[^?]+\?")
_MARK = re.compile(r"^\s*(?:[•●▪○◦–—*-]\s+|\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s+)?")
_OTHERS = re.compile(
    r"\b(?:practitioners?|reflection|staff|workers?|managers|team|teams|consider)\b", re.IGNORECASE
)
_TO_DO = re.compile(
    r"\s+to\s+(?:consider|reflect|think|address|answer|explore|ask)\b.*", re.IGNORECASE
)
_LINES = frozenset({ParagraphStyle.BODY, ParagraphStyle.LIST_ITEM})
_MOST_HEADING_WORDS = 14


def questions_of(passages: Sequence[Passage], addressing: Addressing) -> list[Item]:
    """Return the questions that stand under headings such as "Questions for the Board".

    A method in use for reviews of children and adults ends each finding with them and makes no
    recommendations. A question in the text, or to practitioners, is none; nor are those that
    stand beside recommendations, which say what is asked.
    """
    asking = _Asking(addressing, addressing.of("", "") or "")
    for passage in passages:
        asking.take(passage)
    return asking.items


@dataclass(slots=True)
class _Asking:
    """Where the reading of questions stands: whom they are for, and what has been told."""

    addressing: Addressing
    board: str
    items: list[Item] = field(default_factory=list)
    group: str = ""
    column: int | None = None
    told: bool = False
    others: bool = False

    def take(self, passage: Passage) -> None:
        self.told = self.told or passage.role in _TOLD
        if inline := _INLINE.match(passage.text):
            self._add(passage, inline.end(), "", self._whom(inline["who"]))
            return
        if passage.style is ParagraphStyle.TABLE_ROW:
            self._row(passage)
            return
        self.column = None
        if not self._heads(passage) and self.told:
            self._ask(passage)

    def _heads(self, passage: Passage) -> bool:
        """Take a line that says whom the questions below it are for; whether it is one."""
        head = _HEADS.match(passage.text)
        if head and len(passage.text.split()) <= _MOST_HEADING_WORDS:
            self.group = self._whom(head["who"])
            self.others = not self.group
            return True
        if self.told and _ALONE.fullmatch(passage.text):
            self.group, self.others = self.board, False
            return True
        return False

    def _ask(self, passage: Passage) -> None:
        plain = fold(passage.text).strip()
        label = _LABELLED.match(passage.text)
        line = passage.style in _LINES
        below = line and self.group != ""
        if label and not self.others:
            self._add(passage, label.end(), label["number"], self.group or self.board)
        elif plain.endswith("?") and (below or (not self.others and _to_board(passage, plain))):
            bare = behind_number(passage)
            begin = bare.start - passage.start
            self._add(passage, begin, bare.printed.strip("()."), self.group or self.board)
        elif not line:
            self.group, self.others = "", False

    def _row(self, passage: Passage) -> None:
        """Take a row of a table that has a column of questions for the board."""
        cells = cells_of(passage)
        heads = ((n, _HEADS.match(cell.words)) for n, cell in enumerate(cells))
        place, head = next(((n, one) for n, one in heads if one), (0, None))
        if head:
            self.group = self._whom(head["who"])
            self.column = place - len(cells)
        elif self.group and self.column is not None and -self.column <= len(cells):
            cell = cells[self.column]
            if cell.words.endswith("?"):
                begin = cell.start - passage.start
                self._add(passage, begin, passage.printed.strip("()."), self.group)

    def _whom(self, named: str) -> str:
        asked = _TO_DO.sub("", named)
        who = self.addressing.of("", f"for {asked}")
        return who if who and not _OTHERS.search(asked) else ""

    def _add(self, passage: Passage, begin: int, number: str, who: str) -> None:
        """Add each question of a paragraph from `begin` on, where they are for somebody."""
        for match in _QUESTION.finditer(passage.text, begin) if who else ():
            words = _MARK.sub("", match.group(), count=1)
            start = passage.start + match.end() - len(words)
            end = passage.start + match.end()
            self.items.append(Item(number, start, end, addressee=who, sure=True))


def _to_board(passage: Passage, plain: str) -> bool:
    """Whether a question under no heading for anybody is put to the board, `plain` its words."""
    if passage.role is SectionRole.RECOMMENDATIONS:
        return passage.style in _LINES and _SECTION.search(passage.heading) is not None
    return passage.role in CONCLUDING and _TO_BOARD.fullmatch(plain) is not None
