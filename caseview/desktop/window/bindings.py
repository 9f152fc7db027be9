"""The commands of the whole window: views, back and forward, panes, undo, sizes, appearance."""

from functools import partial

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from caseview.desktop.appearance.look import SIZES
from caseview.desktop.appearance.tokens import Scheme
from caseview.desktop.jobs import Failure
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import tr
from caseview.desktop.window.menus import fill
from caseview.desktop.window.profiling import profile
from caseview.desktop.window.views import VIEWS
from caseview.desktop.window.window import Window
from caseview.domain.changes import Changes


def bind(window: Window) -> None:
    """Give the window's own commands their actions and fill the menus."""
    for view in VIEWS:
        window.commands.bind(f"view.{view}", window, partial(window.go, Place(view)))
    for command, act in {
        "back": window.back,
        "forward": window.forward,
        "pane.next": lambda: _pane(window, 1),
        "pane.previous": lambda: _pane(window, -1),
        "undo": lambda: _undo(window, forwards=False),
        "redo": lambda: _undo(window, forwards=True),
        "redo.again": lambda: _undo(window, forwards=True),
        "find.here": lambda: _find(window, 0),
        "find.next": lambda: _find(window, 1),
        "find.previous": lambda: _find(window, -1),
        "text.larger": lambda: _resize(window, 1),
        "text.smaller": lambda: _resize(window, -1),
        "text.normal": lambda: _resize(window, 0),
        "copy.reference": lambda: _copy_reference(window),
        "search.box": lambda: _to_search(window),
        "review.profile": lambda: profile(window),
        "full.screen": lambda: _full_screen(window),
    }.items():
        window.commands.bind(command, window, act)
    window.bar.search.returnPressed.connect(lambda: _search(window))
    window.bar.search.left.connect(lambda: _leave_search(window))
    window.events.changed.connect(lambda changes: _saved(window, changes))
    _appearance(window, window.menus["View"])
    fill(window.menus, window.commands)


def _pane(window: Window, step: int) -> None:
    if (page := window.page()) is not None:
        page.next_pane(step)


def _find(window: Window, step: int) -> None:
    if (page := window.page()) is not None:
        page.find_here(step)


def _undo(window: Window, *, forwards: bool) -> None:
    if (desk := window.desk) is None:
        return
    done = tr("Done again") if forwards else tr("Undone")

    def said(changes: Changes) -> None:
        what = changes.label.removeprefix("Undo: ").removeprefix("Redo: ")
        window.events.say(f"{done}: {what[:1].lower()}{what[1:]}.")

    def nothing(failure: Failure) -> bool:
        window.events.say(failure.message)
        return not failure.details

    act = (lambda d: d.redo()) if forwards else (lambda d: d.undo())
    desk.change(tr("Redo") if forwards else tr("Undo"), act, said, nothing)


def _resize(window: Window, step: int) -> None:
    if (page := window.page()) is not None and page.zoom(step):
        return
    look = window.look
    at = SIZES.index(look.percent) + step if step else 0
    look.resize(SIZES[min(len(SIZES) - 1, max(0, at))])
    window.memory.remember("percent", str(look.percent))


def _copy_reference(window: Window) -> None:
    page = window.page()
    if page is not None and (words := page.reference()):
        QGuiApplication.clipboard().setText(words)
        window.events.say(tr("Copied with its reference."))
    else:
        window.events.say(tr("Select a passage first, then copy it with its reference."))


def _to_search(window: Window) -> None:
    window.bar.search.setFocus()
    window.bar.search.selectAll()


def _search(window: Window) -> None:
    if words := window.bar.search.text().strip():
        window.go(Place(View.SEARCH, query=words))


def _leave_search(window: Window) -> None:
    if (page := window.page()) is not None:
        page.focus_first()


def _full_screen(window: Window) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _saved(window: Window, changes: Changes) -> None:
    if changes != Changes(changes.label):
        window.status.saved()


def _appearance(window: Window, menu: QMenu) -> None:
    menu.addSeparator()
    dark = QAction(tr("&Dark appearance"), window)
    dark.setObjectName("appearance.dark")
    dark.setCheckable(True)
    dark.setChecked(window.look.tokens.scheme is Scheme.DARK)

    def choose(checked: object) -> None:
        scheme = Scheme.DARK if checked else Scheme.LIGHT
        if scheme is window.look.tokens.scheme:
            return
        window.look.choose(scheme)
        window.memory.remember("scheme", scheme)

    dark.triggered.connect(choose)  # not toggled: high contrast is neither
    window.look.changed.connect(lambda: dark.setChecked(window.look.tokens.scheme is Scheme.DARK))
    menu.addAction(dark)
