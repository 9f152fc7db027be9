"""The Codebook view: themes with their figures, edited as a draft, tried out, then applied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseview.desktop.desk import Desk
from caseview.desktop.models.codebook import (
    GROUP_COLUMNS,
    THEME_COLUMNS,
    group_lines,
    theme_line,
    themes_in,
)
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.codebook.applying import Applying
from caseview.desktop.pages.codebook.editing import Drafting
from caseview.desktop.pages.codebook.filing import Filing
from caseview.desktop.pages.codebook.panes import ABOUT, Parts
from caseview.desktop.pages.codebook.teaching import Teaching
from caseview.desktop.pages.codebook.theme_tabs import MISSED
from caseview.desktop.pages.codebook.writing import Writing
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.notices import Saved
from caseview.desktop.widgets.page import Page
from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook, Theme
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.english import English
from caseview.domain.errors import CaseViewError
from caseview.domain.query import Search
from caseview.usecases.saved_search import SavedSearch

LOST = (
    English("The codebook in use is another one now."),
    English("The edits that were not applied began with the one before, and are let go."),
)
Read = tuple[Codebook, CodebookFigures, tuple[SavedSearch, ...]]


class CodebookPage(Page):
    """Choose a theme, read it, change it, see what that would do, apply it."""

    view = View.CODEBOOK
    name = English("Codebook")
    icon = "list-tree"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.drafting = Drafting(desk.codebook)
        self.parts = Parts(self.look)
        self.saved = Saved(self.look)
        self._group = ""
        self._shown: tuple[Theme, ...] = ()
        self._wanted = ""
        self._as_rule: Search | None = None
        self._filling = False
        self.add = Button(self.look, tr("Add theme"), Role.PRIMARY, icon="plus")
        self.add_more = Button(self.look, tr("Add theme"), icon="plus")
        self.preview = Button(self.look, tr("Preview effect"), Role.PRIMARY)
        self.applying = Applying(desk, self.drafting, self.parts)
        self.writing = Writing(desk, self.drafting, self.parts, self.applying)
        self.teaching = Teaching(desk, self.parts)
        self.filing = Filing(self, self.drafting, self.applying, self.saved)
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        self.desk.read(tr("Read the codebook"), _read, self._show, name="codebook")

    @override
    def concerns(self, changes: Changes) -> bool:
        said = Changes(changes.label, notes=changes.notes, settings=changes.settings)
        return changes != said

    @override
    def arrive(self, place: Place) -> None:
        if place.themes:
            self._wanted = place.themes[0]
        self._as_rule = place.search
        super().arrive(place)
        self._select(self._wanted)
        self._hint()
        self._begin_rule()

    @override
    def place(self) -> Place:
        theme = self.parts.about.theme
        return Place(self.view, themes=(theme.id,) if theme else ())

    @override
    def passage_here(self) -> tuple[int, int] | None:
        one = self.parts.tabs.missed.here if self.parts.tabs.tab == MISSED else None
        return (one.document_id, one.start) if one is not None else None

    @override
    def focus_first(self) -> None:
        if not self.parts.at_work:
            self.parts.themes.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def find_here(self, step: int = 0) -> None:
        self.parts.filter.setFocus()
        self.parts.filter.selectAll()

    def edit_group(self) -> None:
        """Show the form of the group gone to."""
        self.writing.edit_group(self._group)

    def leave(self) -> None:
        """Leave what is being filled in, and go back to the list."""
        self.applying.stop()
        self.parts.show_right(self.parts.tabs)
        self._say_draft()
        self.parts.themes.setFocus()

    def discard(self) -> None:
        """Let go of every edit that is not applied."""
        self.drafting.discard()
        self.leave()
        self.desk.events.say(tr("The edits are let go. The codebook is as it was."))

    def _show(self, read: Read) -> None:
        codebook, self.drafting.figures, searches = read
        self.parts.rule.offer_searches(searches)
        if self.drafting.begin(codebook):
            self.parts.amiss.say(*LOST)
        self.teaching.refresh()
        self._begin_rule()

    def _begin_rule(self) -> None:
        """Begin a rule with the search that one came with, once its theme is shown."""
        theme = self.parts.about.theme
        if self._as_rule is not None and theme is not None and not self._wanted:
            search, self._as_rule = self._as_rule, None
            self.writing.rule_from(search)

    def _draw(self) -> None:
        """Show the draft as it stands."""
        codebook, figures = self.drafting.draft.after, self.drafting.figures
        theme = self.parts.about.theme
        here = self._wanted or (theme.id if theme else "")
        self._filling = True
        groups = group_lines(codebook)
        keys = [key for key, _ in groups]
        self._group = self._group if self._group in keys else ""
        self.parts.groups_model.show(GROUP_COLUMNS, [line for _, line in groups])
        self.parts.groups.selectRow(keys.index(self._group))
        self._shown = themes_in(codebook, self._group, self.parts.filter.text())
        book = ThemeBook(codebook)
        lines = [theme_line(one, book, figures) for one in self._shown]
        self.parts.themes_model.show(THEME_COLUMNS, lines)
        self.parts.middle.setCurrentIndex(0 if self._shown else 1)
        self._filling = False
        self._select(here)
        living = sum(not one.retired and not one.marker for one in codebook.themes)
        self.facts.say(
            tr(
                "version {0}  ·  {1} in {2}",
                codebook.version,
                several(living, "theme"),
                several(sum(not one.retired for one in codebook.groups), "group"),
            )
        )
        self._say_draft()

    def _select(self, theme_id: str) -> None:
        """Go to a theme; to the first where it is not shown."""
        ids = [theme.id for theme in self._shown]
        if ids:
            at = ids.index(theme_id) if theme_id in ids else 0
            self.parts.themes.selectRow(at)
            self.parts.themes.scrollTo(self.parts.themes_model.index(at, 0))
            if theme_id in ids:
                self._wanted = ""
        self._chosen()

    def _chosen(self) -> None:
        if self._filling:
            return
        at = self.parts.themes.currentIndex().row()
        theme = self._shown[at] if 0 <= at < len(self._shown) else None
        after = self.drafting.draft.after
        self.parts.about.show_theme(theme, after, self.drafting.figures)
        self.teaching.follow()

    def _grouped(self) -> None:
        if self._filling:
            return
        at = self.parts.groups.currentIndex().row()
        keys = [key for key, _ in group_lines(self.drafting.draft.after)]
        if 0 <= at < len(keys) and keys[at] != self._group:
            self._group = keys[at]
            self._draw()

    def _say_draft(self) -> None:
        """Say what is not applied yet, and offer what can be done about it."""
        draft = self.drafting.draft
        drafting, at_effect = (
            not draft.is_empty,
            self.parts.right.currentWidget() is (self.parts.effect),
        )
        self.add.setVisible(not drafting and not at_effect)
        self.add_more.setVisible(drafting)
        self.preview.setVisible(drafting and not at_effect)
        self.parts.amiss.hide()
        if not drafting:
            self.parts.banner.hide()
            return
        changes = draft.changes
        count = several(max(1, len(changes)), "change")
        more = changes[0] if changes else tr("Tags are to be placed.")
        self.parts.banner.say(
            tr("{0} not applied yet.", count), more, [(tr("Let go"), self.discard)]
        )

    def _refused(self, error: CaseViewError) -> None:
        shown: QWidget | None = self.parts.right.currentWidget()
        if shown is self.parts.form:
            self.parts.form.say_amiss(error.message, error.advice)
        elif shown is self.parts.rule:
            self.parts.rule.show_trouble(error)
        elif shown is self.parts.group:
            self.parts.group.say_amiss(error.message, error.advice)
        elif shown is self.parts.split:
            self.parts.split.say_amiss(error.message, error.advice)
        else:
            self.parts.amiss.say(error.message, error.advice)

    def _hint(self) -> None:
        self.desk.events.say(
            tr("Insert adds a theme  ·  F2 edits it  ·  F5 shows what edits would do")
        )

    def _lay_out(self) -> None:
        for words, act, icon in (
            (tr("Versions"), self.filing.show_versions, "history"),
            (tr("Import"), self.filing.ask_import, "folder-input"),
            (tr("Export codebook"), self.filing.ask_export, "file-output"),
        ):
            button = Button(self.look, words, icon=icon)
            button.clicked.connect(lambda _checked, act=act: act())
            self.buttons.addWidget(button)
        for button in (self.add_more, self.add, self.preview):
            self.buttons.addWidget(button)
        self.body.addWidget(self.saved)
        self.body.addWidget(self.parts, 1)
        self.add_more.hide()
        self.preview.hide()

    def _connect(self) -> None:
        parts = self.parts
        self.drafting.changed.connect(self._draw)
        self.drafting.refused.connect(self._refused)
        parts.filter.textChanged.connect(lambda _typed: self._draw())
        parts.groups.selectionModel().currentRowChanged.connect(lambda *_: self._grouped())
        parts.themes.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())
        parts.themes.opened.connect(lambda _at: parts.panes.show_pane(tr(ABOUT)))
        parts.right.currentChanged.connect(lambda _at: self._say_draft())
        for part in (parts.form, parts.rule, parts.split, parts.effect, parts.group):
            part.left.connect(self.leave)
        self.applying.ended.connect(self.leave)
        for button in (self.add, self.add_more):
            button.clicked.connect(lambda _checked: self.writing.new_theme())
        self.preview.clicked.connect(lambda _checked: self.applying.preview())
        parts.add_group.clicked.connect(lambda _checked: self.writing.new_group())
        parts.edit_group.clicked.connect(lambda _checked: self.edit_group())
        parts.groups.opened.connect(lambda _at: self.edit_group())
        esc = QAction(tr("Leave what is being filled in"), self)
        esc.setShortcut(QKeySequence("Esc"))
        esc.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.triggered.connect(lambda _checked: self.leave())
        self.addAction(esc)
        for command, act in (
            ("codebook.theme", self.writing.new_theme),
            ("codebook.preview", self.applying.preview),
            ("codebook.apply", self.applying.apply),
            ("codebook.rule", self.writing.new_rule),
            ("codebook.export", self.filing.ask_export),
            ("codebook.group", self.writing.new_group),
            ("codebook.group.edit", self.edit_group),
        ):
            self.desk.commands.bind(command, self, act)
        for command, act in (
            ("codebook.edit", self.writing.edit_theme),
            ("codebook.merge", self.writing.merge),
            ("codebook.split", self.writing.split),
            ("codebook.retire", self.writing.retire),
        ):
            self.desk.commands.bind(command, parts.themes, act)


def _read(session: Session) -> Read:
    reading, revising = session.reading, session.revising
    return reading.codebook(), revising.figures(), session.searching.saved()
