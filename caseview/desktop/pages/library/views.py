"""The views of the Library kept by name: saved, chosen from a menu, removed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.naming import NameDialog
from caseview.desktop.models.narrowing import narrowed_to
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.domain.english import English
from caseview.usecases.saved_view import LibraryView, SavedView

WHY = English(
    "What the list is narrowed to and how it is sorted is kept, not the reviews themselves: each "
    "time the view is chosen it shows the reviews as they stand. A name that is taken is used anew."
)


class Views:
    """The saved views of the Library; `now` gives the one shown, `show` shows another."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        now: Callable[[], LibraryView],
        show: Callable[[LibraryView], object],
    ) -> None:
        self._page, self._desk, self._now, self._show = page, desk, now, show
        self.button = Button(desk.appearance, tr("Views"), Role.LINK, icon="bookmark")
        self.button.setToolTip(
            tr("Save how this list is narrowed and sorted, or choose a saved view")
        )
        self.menu = QMenu(self.button)
        self.menu.setToolTipsVisible(True)
        self.button.clicked.connect(lambda _checked: self.list())

    def list(self) -> None:
        """Read the saved views, then offer them."""
        shelving = self._desk.session.keeping.shelving
        self._desk.read(tr("Read the saved views"), lambda _: shelving().views(), self._offer)

    def ask_name(self) -> None:
        """Ask for a name and keep the view under it."""
        view = self._now()
        said = narrowed_to(view.chosen, view.typed)
        act = (tr("Save"), lambda name: self.save(name, view))
        NameDialog(
            self._page, self._desk.appearance, (tr("Save this view"), tr(WHY)), act, said
        ).show()

    def save(self, name: str, view: LibraryView) -> None:
        """Keep a view under a name."""
        self._desk.act(
            tr("Save the view"),
            lambda s: s.keeping.shelving().save_view(name, view),
            self._desk.tell,
        )

    def forget(self, name: str) -> None:
        """Remove a saved view."""
        self._desk.act(tr("Remove the view"), lambda s: s.keeping.shelving().forget_view(name))

    def _offer(self, kept: Sequence[SavedView]) -> None:
        menu = self.menu
        menu.clear()
        menu.addAction(tr("Save this view …")).triggered.connect(lambda _c: self.ask_name())
        menu.addAction(tr("Every review")).triggered.connect(lambda _c: self._show(LibraryView()))
        menu.addSeparator()
        for one in kept:
            self._entry(one)
        if not kept:
            menu.addAction(tr("No view is saved yet")).setEnabled(False)
        else:
            removing = menu.addMenu(tr("Remove"))
            for one in kept:
                act = partial(self.forget, one.name)
                removing.addAction(_plain(one.name)).triggered.connect(lambda _c, a=act: a())
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _entry(self, one: SavedView) -> None:
        entry = self.menu.addAction(_plain(one.name))
        if (view := one.view) is None:
            entry.setEnabled(False)
            entry.setToolTip(one.amiss)
            return
        entry.setToolTip(narrowed_to(view.chosen, view.typed) or tr("Every review"))
        entry.triggered.connect(lambda _c: self._show(view))


def _plain(name: str) -> str:
    return name.replace("&", "&&")
