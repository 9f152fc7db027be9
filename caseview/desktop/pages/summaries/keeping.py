"""Keeps a summary under a name as it is worked on, and lists those that are kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.models.words import clock
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.saved import Saved
from caseview.domain.summary import SummarySpec
from caseview.usecases.saved_summary import SummaryChoice

PAUSE = 1500
NEW = SummaryChoice(SummarySpec((), by_hand=True))
WHY = English(
    "What you chose and wrote is kept under this name; the numbers are made anew each time."
)


class Keeping(QObject):
    """The saved summaries of a page.

    `chosen` gives the summary as it stands, None where there is nothing to keep; `title` a name
    for one that has none yet. `opened(name, choice)` asks to show one, `named()` tells of another
    name, "" for none.
    """

    opened = Signal(str, object)
    named = Signal()

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        chosen: Callable[[], SummaryChoice | None],
        title: Callable[[], str],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._chosen = chosen
        self._title = title
        self._last: SummaryChoice | None = None
        self.name = ""
        self.open = Button(desk.appearance, tr("Saved summaries"), icon="bookmark")
        self.menu = QMenu(self.open)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)
        self.open.clicked.connect(lambda _checked: self.list())
        desk.events.changed.connect(self._changed)

    def touch(self) -> None:
        """Keep the summary soon: something of it was changed by hand."""
        self._pause.start()

    def follow(self) -> None:
        """Keep the summary soon if it is kept already: its numbers were made anew."""
        if self.name:
            self._pause.start()

    def flush(self) -> None:
        """Keep at once what waits to be kept."""
        if self._pause.isActive():
            self._pause.stop()
            self.keep()

    def keep(self) -> None:
        """Keep the summary under its name, or under one that nothing has yet."""
        choice = self._chosen()
        if choice is None or choice == self._last:
            return
        self._last, name, title = choice, self.name, self._title()
        given: list[str] = [name]

        def act(session: Session) -> Changes:
            given[0] = name or _free(title, session.summarising.kept())
            return session.summarising.keep(given[0], choice)

        def then(_changes: Changes) -> None:
            self._call(given[0])

        self._desk.act(tr("Save the summary"), act, then)

    def list(self) -> None:
        """Read which summaries are kept, then show them."""
        self.flush()
        self._desk.read(tr("List the saved summaries"), lambda s: s.summarising.kept(), self._show)

    def show(self, name: str, choice: SummaryChoice) -> None:
        """Show a saved summary in place of the one that stands."""
        self.flush()
        self._last = choice if name else None
        self._call(name)
        self.opened.emit(name, choice)

    def rename(self, new: str) -> None:
        """Give the summary another name."""
        old = self.name

        def then(_changes: Changes) -> None:
            self._call(" ".join(new.split()))

        self._desk.act(tr("Rename the summary"), lambda s: s.summarising.rename(old, new), then)

    def forget(self, name: str) -> None:
        """Remove a saved summary; the one on the page stays, without a name."""
        if name == self.name:
            self._pause.stop()
            self._call("")
        self._desk.act(tr("Remove the summary"), lambda s: s.summarising.forget(name))

    def ask_name(self) -> None:
        """Ask for another name."""
        look, question = self._desk.appearance, (tr("Rename this summary"), tr(WHY))
        NameDialog(self._page, look, question, (tr("Rename"), self.rename), self.name).show()

    def _call(self, name: str) -> None:
        self.name = name
        self.named.emit()

    def _changed(self, changes: Changes) -> None:
        """Follow what was undone, done again or merged in."""
        if changes.saved and self.name and not self._pause.isActive():
            self._desk.read(
                tr("Read the summary"), lambda s: s.summarising.kept(), self._follow, name="kept"
            )

    def _follow(self, kept: tuple[tuple[Saved, SummaryChoice], ...]) -> None:
        if self._pause.isActive() or not self.name:
            return
        found = {saved.name: choice for saved, choice in kept}
        choice = found.get(self.name)
        if choice is None:
            self._call("")
        elif choice != self._last:
            self.show(self.name, choice)

    def _show(self, kept: tuple[tuple[Saved, SummaryChoice], ...]) -> None:
        menu = self.menu
        menu.clear()
        for saved, choice in kept:
            made = f"\t{clock(choice.made_at)}" if choice.made_at else ""
            entry = menu.addAction(f"{_plain(saved.name)}{made}")
            entry.setCheckable(True)
            entry.setChecked(saved.name == self.name)
            entry.triggered.connect(
                lambda _on, name=saved.name, choice=choice: self.show(name, choice)
            )
        if not kept:
            menu.addAction(tr("No summary is saved yet")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(tr("New summary")).triggered.connect(lambda _on: self.show("", NEW))
        if self.name:
            menu.addAction(tr("Rename this summary…")).triggered.connect(
                lambda _on: self.ask_name()
            )
        if kept:
            removing = menu.addMenu(tr("Remove"))
            for saved, _ in kept:
                removing.addAction(_plain(saved.name)).triggered.connect(
                    lambda _on, name=saved.name: self.forget(name)
                )
        menu.popup(self.open.mapToGlobal(self.open.rect().bottomLeft()))


def _free(title: str, kept: tuple[tuple[Saved, SummaryChoice], ...]) -> str:
    """Return the title, with a number where another summary has it."""
    taken = {saved.name.casefold() for saved, _ in kept}
    name, number = title, 2
    while name.casefold() in taken:
        name, number = f"{title} {number}", number + 1
    return name


def _plain(name: str) -> str:
    return name.replace("&", "&&")
