"""The window: one casebook, its views, where one is and how one came there."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.commands import Commands
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.failure import FailureDialog
from caseview.desktop.events import Events
from caseview.desktop.jobs import Failure, Jobs
from caseview.desktop.keys import Key
from caseview.desktop.places import History, Place, View
from caseview.desktop.session.doorway import Memory
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.page import Page
from caseview.desktop.window.bars import StatusBar, TopBar
from caseview.desktop.window.menus import fill, menus
from caseview.desktop.window.rail import LABELS_FROM, Rail
from caseview.desktop.window.views import VIEWS
from caseview.domain.codebook import Codebook
from caseview.domain.info import CasebookInfo

SMALLEST = (1024, 600)


class Window(QMainWindow):
    """The frame around the views; casebooks come to it through `show_casebook`.

    `dropped(tuple)` tells of files and folders let go over an open casebook, `leaving(Place)`
    where one was when it was left.
    """

    dropped = Signal(object)
    leaving = Signal(object)

    def __init__(self, look: Appearance, keys: tuple[Key, ...], memory: Memory) -> None:
        super().__init__()
        self.look = look
        self.memory = memory
        self.jobs = Jobs(self)
        self.events = Events()
        self.commands = Commands(keys, self)
        self.desk: Desk | None = None
        self.bar = TopBar(look)
        self.rail = Rail(look)
        self.status = StatusBar(look)
        self.menus = menus(self.bar.menus)
        self._history = History()
        self._pages: dict[View, Page] = {}
        self._stack = QStackedWidget()
        self._lay_out()
        self.rail.hide()
        self.bar.search.setEnabled(False)
        self.rail.chosen.connect(lambda view: self.go(Place(view)))
        self.events.going.connect(self.go)
        self.events.said.connect(self.status.say)
        self.jobs.failed.connect(self.show_failure)
        self.setWindowTitle(tr("CaseView"))
        if state := memory.recall("window"):
            self.restoreGeometry(QByteArray.fromBase64(state.encode()))

    def show_alone(self, widget: QWidget) -> None:
        """Show something in place of the views (the welcome)."""
        self.rail.hide()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def show_casebook(self, session: Session, codebook: Codebook, info: CasebookInfo) -> None:
        """Put an open casebook in the window and go to its Library."""
        self.leave_casebook()
        self.desk = Desk(
            session, codebook, self.jobs, self.events, self.look, self.commands, self.memory
        )
        if not tuple(self.rail.views()):
            for view, entry in VIEWS.items():
                keys = self.commands.key(f"view.{view}").keys
                self.rail.add(view, entry.words, entry.icon, keys)
        self.rail.show()
        self.bar.search.setEnabled(True)
        self.bar.mark(info.marking)
        self.status.show_coder(session.coder)
        self.setWindowTitle(tr("{0} — CaseView", info.title or "Casebook"))
        self.go(Place(View.LIBRARY))

    def renew(self, codebook: Codebook) -> None:
        """Show another version of the codebook: views that know the old one are made again."""
        if self.desk is None or codebook == self.desk.codebook:
            return
        self.desk.codebook = codebook
        here = self.page()
        for view, page in tuple(self._pages.items()):
            if view is not View.CODEBOOK:
                self._stack.removeWidget(page)
                page.deleteLater()
                del self._pages[view]
        if here is not None and here.view is not View.CODEBOOK:
            self._show(here.place())

    def leave_casebook(self) -> None:
        """Close the casebook that is open, and its views."""
        if (page := self.page()) is not None:
            self.leaving.emit(page.place())
        while (widget := self._stack.widget(0)) is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()
        self._pages.clear()
        self._history = History()
        if self.desk is not None:
            self.desk.session.close()
            self.desk = None

    def page(self) -> Page | None:
        """Return the view one is in, None before a casebook is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def go(self, place: Place) -> None:
        """Go to a place, and remember the one left.

        The Reader as it was is told the review one comes from: where it is empty, it opens that.
        """
        if (page := self.page()) is not None:
            here = page.place()
            if place == Place(View.READER):
                place = replace(place, review=here.review)
            if here.view is not place.view or place != Place(place.view):
                self._history.leave(here)
        self._show(place)

    def back(self) -> None:
        """Go back to where one came from."""
        if (page := self.page()) and (place := self._history.back(page.place())):
            self._show(place)

    def forward(self) -> None:
        """Go forward again."""
        if (page := self.page()) and (place := self._history.forward(page.place())):
            self._show(place)

    def show_failure(self, failure: Failure) -> None:
        """Show what went wrong."""
        FailureDialog(self, self.look, failure).show()

    def _show(self, place: Place) -> None:
        if self.desk is None or place.view not in VIEWS:
            return
        if place.view not in self._pages:
            page = VIEWS[place.view].make(self.desk)
            self._pages[place.view] = page
            self._stack.addWidget(page)
            fill(self.menus, self.commands)
        page = self._pages[place.view]
        self._stack.setCurrentWidget(page)
        self.rail.mark(place.view)
        self.events.say("")  # what another view said of its keys is not true of this one
        page.arrive(place)
        page.focus_first()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 720)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk is not None and files_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if paths := files_in(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(paths)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_wide(wide=self.width() >= LABELS_FROM)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.status.show_size(self.look.percent)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        state = bytes(self.saveGeometry().toBase64().data()).decode()
        self.memory.remember("window", state)
        self.jobs.close()
        self.leave_casebook()
        super().closeEvent(event)


def files_in(dragged: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
