"""How well tables without upright rules are read: invented action plans in many settings.

    python -m tests.quality.reading_tables [--scans] [--seeds N]

prints (of scans without the numbers, which text recognition often overlooks), for each way to set
a table, how many of its rows come out whole (every cell in its
column, every word in order), and how many of their addressees stand in the right column; then
how many lines of pages that hold no table were taken for rows of one.
"""

import argparse
import random
import shutil
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.pdf import read_pdf
from tests.quality.scores import write
from tests.readers.conftest import Sheet, pdf_bytes, scanned

HEAD = ("No.", "Recommendation", "Lead agency", "By when", "Progress")
_LETTER = 0.6
_SIZE = 8.0
_STEP = 10.0
_TOP, _FOOT, _LEFT = 90.0, 760.0, 50.0
_WIDTHS = (28.0, 210.0, 100.0, 75.0, 95.0)
_ASKS = (
    "Ensure that all staff who work with families in temporary accommodation are trained in",
    "Review the escalation policy and report to the Partnership on how often it is used for",
    "Assure itself that practices record the names of fathers and of other adults and of",
    "Develop a protocol for the sharing of information when a child is not brought to see",
    "Audit supervision records and tell the Board what has changed as to",
)
_ABOUT = ("professional curiosity", "neglect", "older children", "self-neglect", "hidden harm")
_WHO = (
    "Housing Department",
    "Adult Social Care",
    "Anytown Integrated Care Board",
    "Children’s Social Care and Health",
    "Police",
)
_WHEN = ("June 2021", "By the end of March 2022", "September 2021", "Done")
_DONE = ("Training is under way and forty staff have come.", "Complete", "A draft was agreed.", "")
_PROSE = (
    "The review found that practitioners did not always ask about the daily life of the child, and"
    " that records did not show what had been decided or why. Supervision was not regular. When"
    " the family moved, the new team did not ask for the earlier file. "
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set: which columns, the gap between rows, what tells rows and columns."""

    columns: Sequence[int] = range(5)
    gap: float = 6.0
    bold_head: bool = True
    by_line: bool = False
    centred: bool = False
    rules: bool = False
    rows: int = 5


SETTINGS = {
    "rows parted by white": Setting(),
    "no white between rows": Setting(gap=0.0),
    "written line by line": Setting(by_line=True),
    "line by line, no white": Setting(by_line=True, gap=0.0),
    "head like the rest": Setting(bold_head=False),
    "no white, head like the rest": Setting(gap=0.0, bold_head=False),
    "no numbers, no white": Setting(columns=(1, 2, 3), gap=0.0),
    "two columns": Setting(columns=(1, 2)),
    "numbers in the middle": Setting(centred=True, gap=8.0),
    "rules across only": Setting(rules=True, gap=4.0),
    "over three pages": Setting(rows=22),
    "over three pages, no white": Setting(rows=22, gap=0.0),
}


def rows_of(setting: Setting, dice: random.Random) -> list[list[str]]:
    """Return the rows of an invented action plan, the head first."""
    rows = [list(HEAD)]
    for number in range(setting.rows):
        ask = f"{dice.choice(_ASKS)} {dice.choice(_ABOUT)}."
        rest = [dice.choice(_WHO), dice.choice(_WHEN), dice.choice(_DONE)]
        rows.append([str(number + 1), ask, *rest])
    return [[row[column] for column in setting.columns] for row in rows]


class Press:
    """Sets rows on pages, the head again on each."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        widths = [_WIDTHS[column] for column in setting.columns]
        self._widths = widths
        self._lefts = [_LEFT + sum(widths[:n]) for n in range(len(widths))]
        self.sheets = [Sheet()]
        self._top = _TOP

    def put(self, rows: Sequence[Sequence[str]]) -> None:
        """Set a table: its head, then its rows."""
        self._row(rows[0], bold=self._setting.bold_head)
        for row in rows[1:]:
            if self._top + 8 * _STEP > _FOOT:
                self.sheets.append(Sheet())
                self._top = _TOP
                self._row(rows[0], bold=self._setting.bold_head)
            self._row(row, bold=False)

    def prose(self) -> None:
        """Set a paragraph across the page."""
        lines = textwrap.wrap(_PROSE, int(500 / (_LETTER * _SIZE)))
        self.sheets[-1].block(_LEFT, self._top, lines, size=_SIZE, step=_STEP)
        self._top += _STEP * len(lines) + 2 * _STEP

    def _row(self, row: Sequence[str], *, bold: bool) -> None:
        cells = [
            textwrap.wrap(words, int((width - 10) / (_LETTER * _SIZE)))
            for words, width in zip(row, self._widths, strict=True)
        ]
        height = max(len(lines) for lines in cells)
        places = [
            (n, self._lefts[column], line)
            for column, lines in enumerate(cells)
            for n, line in self._set(lines, height, column)
        ]
        if self._setting.by_line:
            places.sort(key=lambda place: (place[0], place[1]))
        for n, left, line in places:
            self.sheets[-1].text(left, self._top + n * _STEP, line, size=_SIZE, bold=bold)
        self._top += height * _STEP + self._setting.gap
        if self._setting.rules:
            at = self._top - self._setting.gap / 2 - 1
            self.sheets[-1].rule(_LEFT, at, _LEFT + sum(self._widths), at)

    def _set(self, lines: Sequence[str], height: int, column: int) -> Iterator[tuple[float, str]]:
        down = (height - len(lines)) / 2 if self._setting.centred and column == 0 else 0.0
        return ((down + n, line) for n, line in enumerate(lines))


def read_rows(text: DocumentText) -> list[list[str]]:
    """Return the cells of each row of a document, its number the first."""
    return [
        [
            *([p.printed] if p.printed else []),
            *(" ".join(c.split()) for c in text.text[p.start : p.end].split(" | ")),
        ]
        for p in text.paragraphs
        if p.style is ParagraphStyle.TABLE_ROW
    ]


def measured(setting: Setting, seeds: int, *, scans: bool) -> tuple[int, int, int]:
    """Return how many rows there were, came out whole, and have their addressee in its column."""
    every = whole = placed = 0
    for seed in range(seeds):
        rows = rows_of(setting, random.Random(seed))  # noqa: S311 (a measure, no secret)
        press = Press(setting)
        press.prose()
        press.put(rows)
        press.prose()
        data = pdf_bytes(press.sheets)
        found = read_rows(read_pdf(scanned(data) if scans else data))
        who = list(setting.columns).index(2)
        if scans and setting.columns[0] == 0:
            who -= 1
            rows = [row[1:] for row in rows]
            found = [
                row[1:] if row[0].strip(".").isdigit() or row[0] in {"", HEAD[0]} else row
                for row in found
            ]
        for row in rows:
            every += 1
            whole += any(_same(row, one, scans=scans) for one in found)
            placed += any(
                len(one) > who
                and _plain(one[who]) == _plain(row[who])
                and _plain(one[0])[:20] == _plain(row[0])[:20]
                for one in found
            )
    return every, whole, placed


def _same(row: Sequence[str], found: Sequence[str], *, scans: bool) -> bool:
    """Return whether a row was found whole; an empty cell at its end says nothing."""
    wanted = [_plain(words) for words in row]
    while wanted and not wanted[-1]:
        wanted.pop()
    got = [_plain(words) for words in found]
    if not scans:
        return wanted == got
    # Text recognition has its own mistakes: the columns and nearly all letters must be there.
    return len(wanted) == len(got) and all(
        abs(len(a) - len(b)) <= 2 and a[:4] == b[:4] for a, b in zip(wanted, got, strict=True)
    )


def _plain(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())


def _columns(count: int) -> list[Sheet]:
    sheet = Sheet()
    width = 500 / count - 15
    lines = textwrap.wrap(_PROSE * 12, int(width / (_LETTER * _SIZE)))
    for column in range(count):
        block = lines[column * 55 : (column + 1) * 55]
        sheet.block(_LEFT + column * (width + 15), _TOP, block, size=_SIZE, step=_STEP)
    return [sheet]


def _headed_columns() -> list[Sheet]:
    (sheet,) = _columns(2)
    sheet.text(_LEFT, 70, "Recommendations", bold=True).text(300, 70, "Action plan", bold=True)
    return [sheet]


def _side_box() -> list[Sheet]:
    sheet = Sheet().shade(400, 100, 560, 300)
    sheet.block(_LEFT, _TOP, textwrap.wrap(_PROSE * 5, 68), size=_SIZE, step=_STEP)
    sheet.block(410, 110, textwrap.wrap(_PROSE, 28), size=_SIZE, step=_STEP)
    return [sheet]


def _contents() -> list[Sheet]:
    sheet = Sheet().text(_LEFT, 60, "Contents", bold=True)
    for n in range(14):
        top = _TOP + 16 * n
        sheet.text(_LEFT, top, f"{n + 1}.").text(80, top, "What was found and learned of it")
        sheet.text(500, top, str(3 + 2 * n))
    return [sheet]


def _letter() -> list[Sheet]:
    sheet = Sheet().block(_LEFT, _TOP, ["HM Coroner", "1 High Street", "Anytown", "AB1 2CD"])
    sheet.block(380, _TOP, ["Our ref: 12/21", "Date: 4 May 2021", "Tel: 01234 5678"])
    for n, (label, words) in enumerate((
        ("Author:", "J Smith"),
        ("Date:", "5 June 2021"),
        ("Status:", "Final"),
    )):
        sheet.text(_LEFT, 200 + 14 * n, label).text(180, 200 + 14 * n, words)
    return [sheet]


def _numbered() -> list[Sheet]:
    sheet = Sheet()
    for n in range(8):
        sheet.text(_LEFT, _TOP + 60 * n, f"{n + 1}.")
        sheet.block(80, _TOP + 60 * n, textwrap.wrap(_PROSE, 70), size=10)
    return [sheet]


NO_TABLES: dict[str, Callable[[], list[Sheet]]] = {
    "two columns of prose": lambda: _columns(2),
    "three columns of prose": lambda: _columns(3),
    "two columns that are headed": _headed_columns,
    "a side box": _side_box,
    "a contents page": _contents,
    "addresses and labels": _letter,
    "numbered paragraphs": _numbered,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--scans", action="store_true", help="as pictures, with Tesseract")
    parser.add_argument("--seeds", type=int, default=10)
    args = parser.parse_args()
    if args.scans and shutil.which("tesseract") is None:
        parser.exit(message="Tesseract is not on this computer: nothing was measured\n")
    sums = [0, 0, 0]
    write(f"{'set as':34} {'rows':>6} {'whole':>6} {'addressee':>10}")
    for name, setting in SETTINGS.items():
        found = measured(setting, args.seeds, scans=args.scans)
        write(f"{name:34} {found[0]:6} {found[1]:6} {found[2]:10}")
        sums = [a + b for a, b in zip(sums, found, strict=True)]
    write(f"{'all':34} {sums[0]:6} {sums[1] / sums[0]:6.1%} {sums[2] / sums[0]:10.1%}")
    for name, made in NO_TABLES.items():
        data = pdf_bytes(made())
        rows = read_rows(read_pdf(scanned(data) if args.scans else data))
        write(f"{name:34} taken for rows: {len(rows)}")


if __name__ == "__main__":
    main()
