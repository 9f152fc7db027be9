"""Keeps searches under names, runs them again, and writes results to files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.notices import Saved
from caseview.domain.english import English
from caseview.domain.query import Search
from caseview.usecases.saved_search import SavedSearch

KINDS = {
    ".xlsx": English("Excel (*.xlsx)"),
    ".docx": English("Word (*.docx)"),
    ".csv": English("CSV (*.csv)"),
}
LONGEST = 60
WHY = English(
    "It is kept as words, not as results: each time it is opened it searches anew. Write "
    "saved:name in a filter to count only what it finds. A name that is taken is used anew."
)


class Keeping:
    """The saved searches of a page; `run` shows one, `asked` gives the search as it stands."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        asked: Callable[[], Search | None],
        run: Callable[[Search], object],
    ) -> None:
        self._page = page
        self._desk = desk
        self._asked = asked
        self._run = run
        self._kept: tuple[SavedSearch, ...] = ()
        look = desk.appearance
        self.open = Button(look, tr("Saved searches"), icon="bookmark")
        self.keep = Button(look, tr("Save search"), icon="save")
        self.out = Button(look, tr("Export results"), icon="file-spreadsheet")
        self.told = Saved(look)
        self.menu = QMenu(self.open)
        self.menu.setToolTipsVisible(True)
        self.open.clicked.connect(lambda _checked: self.list())
        self.keep.clicked.connect(lambda _checked: self.ask_name())
        self.out.clicked.connect(lambda _checked: self.export())
        desk.commands.bind("search.save", page, self.ask_name)
        desk.commands.bind("search.export", page, self.export)

    def list(self) -> None:
        """Count every saved search as the casebook stands, then show them."""
        self._desk.read(tr("Count the saved searches"), lambda s: s.searching.saved(), self._show)

    def ask_name(self) -> None:
        """Ask for a name and keep the search under it."""
        if (search := self._asked()) is not None:
            look, act = self._desk.appearance, (tr("Save"), self.save)
            name = search.query[:LONGEST]
            NameDialog(self._page, look, (tr("Save this search"), tr(WHY)), act, name).show()

    def export(self) -> None:
        """Ask for a file and write every hit to it."""
        if self._asked() is None:
            return
        kinds = ";;".join(KINDS.values())
        chosen, kind = QFileDialog.getSaveFileName(
            self._page, tr("Export results"), tr("Results.xlsx"), kinds
        )
        if chosen:
            path = Path(chosen)
            meant = next((ending for ending, words in KINDS.items() if words == kind), ".xlsx")
            self.export_to(path if path.suffix.lower() in KINDS else path.with_suffix(meant))

    def export_to(self, path: Path) -> None:
        """Write every hit with its reference; the ending of the path says to what."""
        search = self._asked()
        if search is None:
            return

        def done(count: int) -> None:
            self.told.tell(path, tr("{0}, each with its reference.", several(count, "passage")))

        self._desk.read(tr("Export the results"), lambda s: s.searching.export(search, path), done)

    def save(self, name: str) -> None:
        """Keep the search under a name."""
        if (search := self._asked()) is not None:
            kept = self._desk.session.searching
            self._desk.change(
                tr("Save the search"), lambda _: kept.save(name, search), self._desk.tell
            )

    def _show(self, kept: tuple[SavedSearch, ...]) -> None:
        self.menu.clear()
        for one in kept:
            self.menu.addAction(self._entry(one))
        if kept:
            self.menu.addSeparator()
            removing = self.menu.addMenu(tr("Remove"))
            for one in kept:
                name = one.saved.name
                removing.addAction(_plain(name)).triggered.connect(
                    lambda _checked, name=name: self._forget(name)
                )
        else:
            self.menu.addAction(tr("No search is saved yet")).setEnabled(False)
        self.menu.popup(self.open.mapToGlobal(self.open.rect().bottomLeft()))

    def _entry(self, one: SavedSearch) -> QAction:
        found = several(one.total.passages, "passage") if one.total else tr("cannot be read")
        entry = QAction(f"{_plain(one.saved.name)}\t{found}", self.menu)
        entry.setToolTip(one.amiss or one.search.query)
        entry.setEnabled(one.total is not None)
        entry.triggered.connect(lambda _checked: self._run(one.search))
        return entry

    def _forget(self, name: str) -> None:
        kept = self._desk.session.searching
        self._desk.change(
            tr("Remove the saved search"), lambda _: kept.forget(name), self._desk.tell
        )


def _plain(name: str) -> str:
    return name.replace("&", "&&")
