"""Keeps cross-tabs, other figures and filters under names, and opens them as things stand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from caseview.counting.wording import title
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.pages.crosstabs.rooms import KINDS
from caseview.desktop.tongue import several, told, tr
from caseview.desktop.widgets.buttons import Button
from caseview.domain.english import English
from caseview.usecases.saved_crosstab import SavedTable, TableChoice

Kept = tuple[tuple[SavedTable, ...], tuple[tuple[str, str], ...]]
WHY = English(
    "It is kept as a question, not as numbers: each time it is opened it counts anew. A name that "
    "is taken is used anew."
)
FIGURES = English("Save these figures")


class Keeping:
    """What is saved of a page; `chosen` gives the one shown, if any, `run` shows another.

    `narrow` takes a saved filter over.
    """

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        chosen: Callable[[], TableChoice | None],
        run: Callable[[TableChoice], object],
        narrow: Callable[[str], object],
    ) -> None:
        self._page, self._desk = page, desk
        self._chosen, self._run, self._narrow = chosen, run, narrow
        self.button = Button(desk.appearance, tr("Saved"), icon="save")
        self.button.setToolTip(tr("Save what is shown or its filter, or open what was saved"))
        self.menu = QMenu(self.button)
        self.menu.setToolTipsVisible(True)
        self.button.clicked.connect(lambda _checked: self.list())

    def list(self) -> None:
        """Count every saved cross-tab as the casebook stands, then show them."""
        self._desk.read(
            tr("Count the saved cross-tabs"),
            lambda s: (s.tabulating.saved(), s.tabulating.filters()),
            self._show,
        )

    def ask_name(self) -> None:
        """Ask for a name and keep the cross-tab under it."""
        choice = self._chosen()
        if choice is None:
            return
        ask = (tr("Save this cross-tab") if choice.question is None else tr(FIGURES), tr(WHY))
        act = (tr("Save"), lambda name: self.save(name, choice))
        NameDialog(self._page, self._desk.appearance, ask, act, self._named(choice)).show()

    def ask_filter_name(self) -> None:
        """Ask for a name and keep the filter under it."""
        choice = self._chosen()
        where = choice.spec.where if choice is not None else ""
        act = (tr("Save"), lambda name: self.save_filter(name, where))
        NameDialog(
            self._page, self._desk.appearance, (tr("Save this filter"), tr(WHY)), act, where
        ).show()

    def save(self, name: str, choice: TableChoice) -> None:
        """Keep a cross-tab under a name."""
        self._desk.act(tr("Save the cross-tab"), lambda s: s.tabulating.save(name, choice))

    def save_filter(self, name: str, where: str) -> None:
        """Keep a filter under a name."""
        self._desk.act(tr("Save the filter"), lambda s: s.tabulating.save_filter(name, where))

    def _show(self, kept: Kept) -> None:
        tables, filters = kept
        menu = self.menu
        menu.clear()
        choice = self._chosen()
        of_table = choice is not None and choice.question is None
        words = tr("Save this cross-tab …") if of_table else tr("Save these figures …")
        keep = menu.addAction(words)
        keep.setEnabled(choice is not None)
        keep.triggered.connect(lambda _c: self.ask_name())
        keep = menu.addAction(tr("Save this filter …"))
        keep.setEnabled(choice is not None and bool(choice.spec.where.strip()))
        keep.triggered.connect(lambda _c: self.ask_filter_name())
        menu.addSection(tr("Saved cross-tabs and figures"))
        for one in tables:
            menu.addAction(self._entry(one))
        if not tables:
            menu.addAction(tr("Nothing is saved yet")).setEnabled(False)
        if filters:
            menu.addSection(tr("Saved filters"))
        for name, where in filters:
            entry = menu.addAction(_plain(name))
            entry.setToolTip(where)
            entry.triggered.connect(lambda _c, where=where: self._narrow(where))
        self._offer_removal(kept)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _offer_removal(self, kept: Kept) -> None:
        tables, filters = kept
        if not tables and not filters:
            return
        removing = self.menu.addMenu(tr("Remove"))
        for one in tables:
            act = partial(self._forget, one.saved.name)
            removing.addAction(_plain(one.saved.name)).triggered.connect(lambda _c, a=act: a())
        for name, _ in filters:
            drop = partial(self._forget_filter, name)
            removing.addAction(tr("{0} (filter)", _plain(name))).triggered.connect(
                lambda _c, a=drop: a()
            )

    def _entry(self, one: SavedTable) -> QAction:
        counted = tr("cannot be read") if one.reviews is None else several(one.reviews, "review")
        entry = QAction(f"{_plain(one.saved.name)}\t{counted}", self.menu)
        entry.setToolTip(one.amiss or self._named(one.choice))
        entry.setEnabled(one.reviews is not None)
        entry.triggered.connect(lambda _c: self._run(one.choice))
        return entry

    def _named(self, choice: TableChoice) -> str:
        """Return what a choice is called until a person names it."""
        if choice.question is None:
            return told(title(choice.spec))
        return told(KINDS[choice.question.telling.value])

    def _forget(self, name: str) -> None:
        self._desk.act(tr("Remove the saved cross-tab"), lambda s: s.tabulating.forget(name))

    def _forget_filter(self, name: str) -> None:
        self._desk.act(tr("Remove the saved filter"), lambda s: s.tabulating.forget_filter(name))


def _plain(name: str) -> str:
    return name.replace("&", "&&")
