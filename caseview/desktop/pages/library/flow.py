"""The tab of screening: from files found to reviews included, each number with its list."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from caseview.counting.flow_wording import flow_sentences
from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.models.cards import CardModel
from caseview.desktop.models.flow import (
    PARTS,
    TITLE,
    Line,
    Number,
    cards_of,
    copied,
    lines_of,
    printed,
    said_of,
    way_to,
)
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.card_list import CardList
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.notices import Saved
from caseview.desktop.widgets.panes import Pane, emptied, line, row, scrolled
from caseview.domain.english import English, run_on
from caseview.domain.flow import Flow, Stage

KINDS = English("Word (*.docx);;Excel (*.xlsx);;CSV (*.csv)")


class FlowTab(QWidget):
    """Shows the flow; `told(str)` is the line of facts, `wanted(facet, values)` narrows the list.

    `shown(int)` asks for a review in the list.
    """

    told = Signal(str)
    wanted = Signal(str, object)
    shown = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._look = desk.appearance
        self.flow = Flow(())
        self.open_number: Number | None = None
        self.model = CardModel()
        self.list = CardList(self._look, self.model, tr("Behind the number"))
        self._boxes = QGridLayout()
        self._buttons: dict[tuple[Stage, str], Button] = {}
        self._said = label("", Voice.SECONDARY, wrap=True)
        self._heading = OneLine("", Voice.PANE)
        self._narrow = Button(self._look, tr("Show these in the list"), icon="funnel")
        self._saved = Saved(self._look)
        self._lay_out()

    def refresh(self) -> None:
        """Count again."""
        shelving = self._desk.session.keeping.shelving
        self._desk.read(
            tr("Count the screening"), lambda _: shelving().flow(), self._show, name="library flow"
        )

    def first(self) -> QWidget:
        """Return what takes the focus: the first number."""
        return next(iter(self._buttons.values()), self.list)

    def open(self, behind: Number) -> None:
        """List what is behind a number."""
        self.open_number = behind
        self._heading.say(said_of(behind))
        self.model.show(cards_of(behind))
        self.list.go_to(0)
        self._foot.setVisible(way_to(behind) is not None)
        for (stage, reason), button in self._buttons.items():
            button.setChecked((stage, reason) == (behind.stage, behind.reason))

    def copy(self) -> None:
        """Copy the flow as a table."""
        QGuiApplication.clipboard().setMimeData(copied(self.flow))
        self._desk.events.say(tr("The flow is copied as a table. Paste it into Word or Excel."))

    def save_to(self, path: Path) -> None:
        """Write the flow to a file."""
        shelving = self._desk.session.keeping.shelving
        self._desk.read(
            tr("Save the flow"),
            lambda _: shelving().save_flow(path),
            lambda _: self._saved.tell(path),
        )

    def printable(self) -> str:
        """Return the flow as a table to print."""
        return printed(self.flow)

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save the flow"), tr("Screening.docx"), tr(KINDS)
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(".docx"))

    def _show(self, flow: Flow) -> None:
        before = self.open_number
        focused = next((key for key, one in self._buttons.items() if one.hasFocus()), None)
        self.flow = flow
        self._buttons.clear()
        emptied(self._boxes)
        lines = lines_of(flow)
        for at, one in enumerate(lines):
            self._line(at, one, last=at == len(lines) - 1)
        self._said.setText(told(run_on(flow_sentences(flow))))
        numbers = [
            n for one in lines for n in (one.main, *(m for b in one.beside for m in _both(b)))
        ]
        keys = {(n.stage, n.reason): n for n in numbers}
        here = (before.stage, before.reason) if before is not None else (Stage.INCLUDED, "")
        self.open(keys.get(here) or keys[Stage.INCLUDED, ""])
        if focused in self._buttons:
            self._buttons[focused].setFocus()
        included, found = flow.count(Stage.INCLUDED), flow.count(Stage.FOUND)
        self.told.emit(
            tr("{0} files found  ·  {1} reviews included", number(found), number(included))
            if found or included
            else tr("Nothing found yet")
        )

    def _line(self, at: int, one: Line, *, last: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._boxes.addWidget(self._box([one.main]), 2 * at, 0, top)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        for step, reasons in one.beside:
            beside.addWidget(self._box([step, *reasons]))
        beside.addStretch(1)
        if one.beside:
            parted = one.main.stage in PARTS
            arrow = label(tr("of these") if parted else "→", Voice.SECONDARY)
            arrow.setContentsMargins(0, 10, 0, 0)
            self._boxes.addWidget(arrow, 2 * at, 1, top)
            self._boxes.addLayout(beside, 2 * at, 2)
        if not last:
            down = label("↓", Voice.SECONDARY)
            self._boxes.addWidget(down, 2 * at + 1, 0, Qt.AlignmentFlag.AlignHCenter)

    def _box(self, numbers: list[Number]) -> QFrame:
        box = QFrame()
        box.setProperty("pane", "sunken")
        column = QVBoxLayout(box)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(0)
        for one in numbers:
            button = Button(self._look, f"{one.words}  {number(one.count)}", Role.LINK)
            button.setCheckable(True)
            button.setAccessibleName(one.spoken)
            button.clicked.connect(lambda _checked, one=one: self.open(one))
            self._buttons[one.stage, one.reason] = button
            indent = 16 if one.reason else 0
            column.addLayout(row(indent, button, None, spacing=0))
        return box

    def _opened(self, at: int) -> None:
        if self.open_number is None or not 0 <= at < len(self.open_number.listed):
            return
        one = self.open_number.listed[at]
        if one.document_id is not None:
            self._desk.events.go(Place(View.READER, document=one.document_id))
        elif one.review_id is not None:
            self.shown.emit(one.review_id)

    def _narrow_list(self) -> None:
        if self.open_number is not None and (way := way_to(self.open_number)) is not None:
            self.wanted.emit(*way)

    def _lay_out(self) -> None:
        whole = Pane(TITLE, margins=1)
        copy = Button(self._look, tr("Copy as table"), icon="copy")
        copy.clicked.connect(lambda _checked: self.copy())
        save = Button(self._look, tr("Save…"), icon="save")
        save.clicked.connect(lambda _checked: self._ask_where())
        strip, head = line()
        head.addWidget(label(TITLE, Voice.PANE))
        head.addStretch(1)
        head.addWidget(copy)
        head.addWidget(save)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 8, 14, 10)
        self._boxes.setHorizontalSpacing(10)
        self._boxes.setVerticalSpacing(3)
        self._boxes.setColumnStretch(2, 1)
        column.addLayout(self._boxes)
        column.addSpacing(6)
        column.addWidget(self._said)
        column.addStretch(1)
        whole.column.setSpacing(0)
        whole.column.addWidget(strip)
        whole.column.addWidget(self._saved)
        whole.column.addWidget(scrolled(inside), 1)
        behind = Pane(tr("Behind the number"), margins=1)
        behind.main = self.list
        behind.setFixedWidth(self._look.px(380))
        top, about = line()
        about.addWidget(self._heading, 1)
        self._foot, acts = line("above")
        acts.addWidget(self._narrow)
        acts.addStretch(1)
        self._narrow.clicked.connect(lambda _checked: self._narrow_list())
        self.list.opened.connect(self._opened)
        behind.column.setSpacing(0)
        for part, stretch in ((top, 0), (self.list, 1), (self._foot, 0)):
            behind.column.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Panes(self._look, [(tr("Flow"), whole), (tr("List"), behind)], least=420))


def _both(beside: tuple[Number, tuple[Number, ...]]) -> tuple[Number, ...]:
    return beside[0], *beside[1]
