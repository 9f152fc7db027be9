"""A table of figures as rows of words: agreement by theme, and how rules fared."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.counting import agreement_wording as wording
from caseview.counting.wording import number
from caseview.desktop.models.themebook import Face, ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.domain.agreement import Agreement, RuleRecord, ThemeAgreement
from caseview.domain.english import English
from caseview.domain.telling import BY_WORDS

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
FACE = int(Role.UserRole)
STRONG = int(Role.UserRole) + 1
IS_NUMBER = int(Role.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width at 100 per cent, and whether it holds figures.

    The first column takes the room left. `spare` columns are given up where room is short, the
    highest first.
    """

    head: str
    width: int = 0
    is_number: bool = True
    spare: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells, what is spoken for all of it, and the theme whose chip it bears."""

    cells: tuple[str, ...]
    spoken: str
    face: Face | None = None
    strong: bool = False


class FiguresModel(QAbstractTableModel):
    """Shows lines under columns; each cell speaks its column and the whole row's name."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self._lines: tuple[Line, ...] = ()

    def show(self, columns: Sequence[Column], lines: Sequence[Line]) -> None:
        """Show other lines, under other columns."""
        self.beginResetModel()
        self.columns, self._lines = tuple(columns), tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return a row, None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        column = self.columns[section]
        across = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        return {
            Role.DisplayRole: told(column.head),
            Role.ToolTipRole: told(column.about) or None,
            Role.TextAlignmentRole: across | Qt.AlignmentFlag.AlignVCenter,
        }.get(Role(role))

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column, cell = self.columns[index.column()], told(line.cells[index.column()])
        if role == Role.AccessibleTextRole:
            return (
                f"{line.cells[0]}, {told(column.head)}: {cell}" if index.column() else line.spoken
            )
        known: dict[int, object] = {
            int(Role.DisplayRole): cell,
            int(Role.ToolTipRole): line.spoken,
            FACE: line.face if not index.column() else None,
            STRONG: line.strong or not index.column(),
            IS_NUMBER: column.is_number,
        }
        return known.get(role)


def agreement_columns(coders: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of agreement by theme."""
    pair = len(coders) == 2  # noqa: PLR2004 - a pair
    alone = tuple(
        Column(tr("{0} only", coder), 62, about=tr("Only {0} used the theme there", coder))
        for coder in coders
    )
    kappa = tr("Cohen’s kappa") if pair else tr("Fleiss’ kappa")
    return (
        Column(tr("Theme"), is_number=False),
        Column(
            tr("Both") if pair else tr("All"),
            48,
            about=tr("Every one of them used the theme there"),
        ),
        *alone,
        Column(tr("Agree"), 62, about=tr("The share of units where they agreed")),
        Column(
            tr("Kappa"),
            146,
            is_number=False,
            about=tr("{0}, with Landis and Koch’s word for it", kappa),
        ),
        Column(tr("95% interval"), 112, spare=1, about=tr("The 95% interval of kappa")),
        Column(tr("Alpha"), 60, spare=2, about=tr("Krippendorff’s alpha")),
        Column("AC1", 56, spare=3, about=tr("Gwet’s AC1, steadier where a theme is rare")),
    )


def agreement_lines(found: Agreement, book: ThemeBook) -> tuple[Line, ...]:
    """Return agreement over all themes, then on each."""
    return tuple(_line(one, found, book) for one in (found.overall, *found.themes))


def _line(one: ThemeAgreement, found: Agreement, book: ThemeBook) -> Line:
    face = book.face(one.theme) if one.theme else None
    name = face.name if face is not None else tr("All themes")
    measures, kappa = one.measures, wording.main_kappa(one)
    said = told(wording.kappa_sentence(one, found.per))
    cells = (
        name,
        number(one.all_used),
        *(number(one.alone[coder]) for coder in found.coders),
        wording.share(measures.percent),
        f"{wording.figure(kappa)} {wording.strength(kappa.value)}".strip(),
        wording.limits(kappa),
        wording.figure(measures.alpha),
        wording.figure(measures.ac1),
    )
    return Line(cells, tr("{0}. Kappa {1}", name, said), face, strong=not one.theme)


RULE_COLUMNS = (
    Column(English("Rule"), is_number=False),
    Column(English("Theme"), 330, is_number=False, spare=2),
    Column(English("Accepted"), 72),
    Column(English("Rejected"), 72),
    Column(English("Undecided"), 80, spare=3),
    Column(English("Right"), 60, about=English("Accepted of those decided")),
    Column(English("95% interval"), 100, spare=1, about=English("Wilson’s 95% interval")),
)


def rule_lines(records: Sequence[RuleRecord], book: ThemeBook) -> tuple[Line, ...]:
    """Return how each rule fared."""
    patterns = {rule.id: rule.pattern for theme in book.codebook.themes for rule in theme.rules}
    return tuple(_rule(one, book, patterns.get(one.rule) or _name(one.rule)) for one in records)


def _name(rule: str) -> str:
    """Return what to call that which suggested and is no rule of the codebook (any more)."""
    return tr("Telling words") if rule.endswith(BY_WORDS) else rule


def _rule(record: RuleRecord, book: ThemeBook, pattern: str) -> Line:
    face = book.face(record.theme)
    percent = record.percent
    interval = ""
    if record.low is not None and record.high is not None:
        interval = tr("{0} to {1}%", f"{record.low:.0f}", f"{record.high:.0f}")
    cells = (
        pattern,
        face.name,
        number(record.accepted),
        number(record.rejected),
        number(record.undecided),
        "" if percent is None else f"{percent:.0f}%",
        interval,
    )
    return Line(cells, f"“{pattern}”. {told(wording.record_sentence(record))}", face)
