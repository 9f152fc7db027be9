"""Summaries: themes and quotes chosen, the page as it will be, and the Word file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseview.counting.wording import number, several
from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Job
from caseview.desktop.models.preview import page
from caseview.desktop.models.summary_quotes import SummaryQuotes
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.models.words import clock
from caseview.desktop.places import Place, View
from caseview.desktop.session import Session
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.chips import ThemeLine
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.page import GAP, Page
from caseview.desktop.widgets.panes import Pane, emptied, line, row, scrolled
from caseview.desktop.widgets.quote_list import QuoteList
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.crosstab import Counts
from caseview.domain.span import Span
from caseview.domain.summary import Summary, SummarySpec

MOST_QUOTES = 12
MARKINGS = ("OFFICIAL", "OFFICIAL-SENSITIVE")
NO_THEMES = "No theme chosen yet. Add a theme, or press “Add to summary” beside any number."


class SummariesPage(Page):
    """Pick, look, check, save."""

    view = View.SUMMARIES
    name = "Summaries"
    icon = "file-output"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = ThemeBook(desk.codebook)
        self._themes: list[str] = []
        self._summary: Summary | None = None
        self.model = SummaryQuotes()
        self.quotes = QuoteList(self.look, self.model, "Quotes")
        self.preview = QTextBrowser()
        self._picked = label("", Voice.SECONDARY)
        self._check = Button(self.look, "Check quotes against sources", icon="shield-check")
        self._save = Button(self.look, "Save as Word", Role.PRIMARY, icon="file-text")
        choices = [(Counts.TAGS.value, "Tags"), (Counts.PROVISIONAL.value, "With suggestions")]
        self._counts = Segments(self.look, "Counts", choices, compact=True)
        self._marking = QLineEdit()
        self._chosen = QVBoxLayout()
        self._amiss = Banner(self.look, "problem")
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_themes()

    @override
    def arrive(self, place: Place) -> None:
        fresh = [theme for theme in place.themes if theme not in self._themes]
        self._themes.extend(fresh)
        if fresh:
            self._show_themes()
            self._stale = True
        super().arrive(place)

    @override
    def refresh(self) -> None:
        if not self._themes:
            self._middle.setCurrentIndex(0)
            return
        spec = SummarySpec(
            tuple(self._themes),
            Counts(self._counts.value),
            MOST_QUOTES,
            self._marking.text().strip(),
        )
        self.desk.look("summary", "Compose the summary", partial(_compose, spec), self._show)

    @override
    def focus_first(self) -> None:
        self.quotes.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def summary(self) -> Summary | None:
        """The summary with the quotes ticked, None before it is composed."""
        return self.model.picked(self._summary) if self._summary is not None else None

    def save_to(self, path: Path) -> None:
        """Write the summary to a Word file."""
        if (summary := self.summary) is None:
            return

        def done(checked: int) -> None:
            quotes = several(checked, "quote")
            self.desk.events.say(f"Saved {path.name}. {quotes} checked against the sources.")

        self.desk.read("Save as Word", lambda s: s.filing.save_summary(summary, path), done)

    def check(self) -> None:
        """Compare every quote ticked with its source."""
        if (summary := self.summary) is not None:
            self.desk.read(
                "Check the quotes", lambda s: s.asking.check_quotes(summary), self._checked
            )

    def add_theme(self) -> None:
        """Ask for a theme to add."""
        picker = ThemePicker(self, self.look, self._book, self._add)
        picker.show_at(self.mapToGlobal(QPoint(40, 140)))

    def _add(self, theme: str) -> None:
        if theme not in self._themes:
            self._themes.append(theme)
            self._show_themes()
            self.refresh()

    def _drop(self, theme: str) -> None:
        self._themes.remove(theme)
        self._show_themes()
        self.refresh()

    def _show(self, summary: Summary) -> None:
        self._summary = summary
        self.title.say(summary.title)
        when = f"  ·  numbers from {clock(summary.made_at)}" if summary.made_at else ""
        self.facts.say(f"Draft  ·  {several(len(self._themes), 'theme')}{when}")
        self.model.show(summary)
        self._middle.setCurrentIndex(1)
        self.desk.events.say("Space ticks a quote  ·  Enter opens it in the Reader")

    def _preview(self) -> None:
        ticked, whole = self.model.counts
        self._picked.setText(f"{number(ticked)} of {number(whole)} picked")
        if (summary := self.summary) is not None:
            at = self.preview.verticalScrollBar().value()
            self.preview.setHtml(page(summary, self.look.tokens.colours))
            self.preview.verticalScrollBar().setValue(at)

    def _checked(self, amiss: tuple[str, ...]) -> None:
        self._save.setEnabled(not amiss)
        self._amiss.setVisible(bool(amiss))
        if amiss:
            verb = (
                "quote no longer matches its" if len(amiss) == 1 else "quotes no longer match their"
            )
            self._amiss.say(f"{number(len(amiss))} {verb} source.", " ".join(amiss))
        else:
            ticked, _ = self.model.counts
            self.desk.events.say(f"All {several(ticked, 'quote')} match their sources.")

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Save as Word", "Theme summary.docx", "Word documents (*.docx)"
        )
        if chosen:
            self.save_to(Path(chosen).with_suffix(".docx"))

    def _tick(self) -> None:
        self.model.tick(self.quotes.currentIndex())

    def _open(self, at: int) -> None:
        if (item := self.model.item(at)) is not None:
            span = Span(item.quote.start, item.quote.end)
            self.desk.events.go(Place(View.READER, document=item.quote.document_id, span=span))

    def _connect(self) -> None:
        self._counts.choose(Counts.PROVISIONAL.value)
        self._counts.chosen.connect(lambda _value: self.refresh())
        self._marking.editingFinished.connect(self.refresh)
        self._check.clicked.connect(lambda _checked: self.check())
        self._save.clicked.connect(lambda _checked: self._ask_where())
        self.model.ticked.connect(self._preview)
        self.quotes.opened.connect(self._open)
        self.quotes.clicked.connect(self.model.tick)
        self.look.changed.connect(self._preview)
        tick = QAction("Tick or untick the quote", self.quotes)
        tick.setShortcut(QKeySequence("Space"))
        tick.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        tick.triggered.connect(lambda _checked: self._tick())
        self.quotes.addAction(tick)

    def _show_themes(self) -> None:
        emptied(self._chosen)
        for theme in self._themes:
            face = self._book.face(theme)
            drop = Button(self.look, "Remove", Role.LINK)
            drop.setAccessibleName(f"Remove {face.name}")
            drop.clicked.connect(lambda _checked, theme=theme: self._drop(theme))
            held = row(spacing=4)
            held.addWidget(ThemeLine(self.look, face, strong=True), 1)
            held.addWidget(drop)
            self._chosen.addLayout(held)
        for button in (self._check, self._save):
            button.setEnabled(bool(self._themes))

    def _lay_out(self) -> None:
        self.buttons.addWidget(self._check)
        self.buttons.addWidget(self._save)
        sheet = Pane("The page as it will be", sunken=True, margins=14)
        self.preview.setAccessibleName("The page as it will be")
        self.preview.setObjectName("sheet")
        self.preview.setOpenLinks(False)
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet.column.addWidget(self.preview)
        self._middle.addWidget(Empty(self.look, NO_THEMES, [("Add a theme", self.add_theme)]))
        self._middle.addWidget(sheet)
        work = QHBoxLayout()
        work.setSpacing(GAP)
        work.addWidget(self._left())
        work.addWidget(self._middle, 1)
        work.addWidget(self._right())
        self.body.addWidget(self._amiss)
        self.body.addLayout(work, 1)

    def _left(self) -> Pane:
        pane = Pane("What goes in", margins=1)
        pane.setFixedWidth(self.look.px(256))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(13, 11, 13, 11)
        column.setSpacing(8)
        column.addWidget(label("WHAT GOES IN", Voice.CAPTION))
        self._chosen.setSpacing(5)
        column.addLayout(self._chosen)
        add = Button(self.look, "Add theme", Role.LINK, icon="plus")
        add.clicked.connect(lambda _checked: self.add_theme())
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6)
        column.addWidget(label("COUNTS", Voice.CAPTION))
        column.addWidget(self._counts)
        column.addSpacing(6)
        column.addWidget(label("Protective marking", Voice.SECONDARY))
        self._marking.setAccessibleName("Protective marking")
        self._marking.setPlaceholderText("None")
        self._marking.setCompleter(QCompleter(MARKINGS))
        column.addWidget(self._marking)
        column.addStretch(1)
        pane.column.addWidget(scrolled(inside))
        return pane

    def _right(self) -> Pane:
        pane = Pane("Quotes", margins=1)
        pane.setFixedWidth(self.look.px(310))
        pane.main = self.quotes
        pane.column.setSpacing(0)
        strip, head = line()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(row(label("Quotes", Voice.PANE), None, self._picked))
        words.addWidget(label("Only ticked quotes go in, word for word.", Voice.SECONDARY))
        head.addLayout(words, 1)
        pane.column.addWidget(strip)
        pane.column.addWidget(self.quotes, 1)
        return pane


def _compose(spec: SummarySpec, session: Session, _job: Job[Summary]) -> Summary:
    return session.asking.summary(spec)
