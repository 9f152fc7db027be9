"""Summaries: themes and quotes chosen, the page as it will be, and the Word file."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTextBrowser, QVBoxLayout
from typing_extensions import override

from caseview.counting.wording import number, several
from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.evidence import with_reference
from caseview.desktop.models.preview import page
from caseview.desktop.models.summary_quotes import SummaryQuotes
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.models.words import clock
from caseview.desktop.places import Place, View
from caseview.desktop.session import Session
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner, Empty, Saved
from caseview.desktop.widgets.page import Page
from caseview.desktop.widgets.panes import Pane, line, row
from caseview.desktop.widgets.quote_list import QuoteList
from caseview.desktop.widgets.summary_choices import SummaryChoices
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.changes import Changes
from caseview.domain.crosstab import Counts
from caseview.domain.errors import ExportError, QueryError
from caseview.domain.preview import Block
from caseview.domain.span import Span
from caseview.domain.summary import Summary, SummarySpec

MOST_QUOTES = 12
NO_THEMES = "No theme chosen yet. Add a theme, or press “Add to summary” beside any number."
Composed = tuple[Summary, str]


class SummariesPage(Page):
    """Pick, look, check, save."""

    view = View.SUMMARIES
    name = "Summaries"
    icon = "file-output"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = ThemeBook(desk.codebook)
        self._summary: Summary | None = None
        self._since = Changes()
        self.model = SummaryQuotes()
        self.choices = SummaryChoices(self.look, self._book)
        self.quotes = QuoteList(self.look, self.model, "Quotes")
        self.preview = QTextBrowser()
        self._blocks: tuple[Block, ...] = ()
        self._picked = label("", Voice.SECONDARY)
        self._check = Button(self.look, "Check quotes against sources", icon="shield-check")
        self._save = Button(self.look, "Save as Word", Role.PRIMARY, icon="file-text")
        self._stale_numbers = Banner(self.look)
        self._amiss = Banner(self.look, "problem")
        self._saved = Saved(self.look)
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()
        self._enable()

    @override
    def arrive(self, place: Place) -> None:
        fresh = [theme for theme in place.themes if theme not in self.choices.themes]
        for theme in fresh:
            self.choices.add(theme)
        if fresh and place.spec is not None:
            self.choices.narrow(place.spec.where)
        self._stale = self._stale or bool(fresh)
        super().arrive(place)

    @override
    def refresh(self) -> None:
        self._enable()
        if not self.choices.themes:
            self._middle.setCurrentIndex(0)
            return
        follow = not self.choices.own_counts
        spec = SummarySpec(
            tuple(self.choices.themes),
            self.choices.counts,
            MOST_QUOTES,
            where=self.choices.where,
            by_hand=True,
        )
        compose = partial(_compose, spec, follow)
        self.desk.look("summary", "Compose the summary", compose, self._show, self._not_composed)

    @override
    def concerns(self, changes: Changes) -> bool:
        """Numbers stay as stamped until they are asked for anew; only an empty page follows."""
        return self._summary is None and super().concerns(changes)

    @override
    def focus_first(self) -> None:
        self.quotes.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reference(self) -> str:
        item = self.model.item(self.quotes.currentIndex().row())
        return with_reference(item) if item is not None else ""

    @property
    def summary(self) -> Summary | None:
        """The summary as it would be saved now, None before it is composed."""
        if self._summary is None:
            return None
        picked = self.model.picked(self._summary, self.choices.left_out)
        return replace(picked, marking=self.choices.marking, key_points=self.choices.key_points)

    def save_to(self, path: Path) -> None:
        """Write the summary to a Word file."""
        if (summary := self.summary) is None:
            return

        def done(checked: int) -> None:
            quotes = several(checked, "quote")
            self._saved.tell(path, f"{quotes} checked against the sources.")
            self.desk.events.say(f"Saved {path.name}. {quotes} checked against the sources.")

        template = self.choices.template
        self.desk.read(
            "Save as Word", lambda s: s.filing.save_summary(summary, path, template), done
        )

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
        self.choices.add(theme)
        self.refresh()

    def _show(self, composed: Composed) -> None:
        summary, marking = composed
        self._summary, self._since = summary, Changes()
        self._stale_numbers.hide()
        self._amiss.hide()
        self.choices.take(summary.overview.spec.counts, marking)
        self.title.say(summary.title)
        when = f"  ·  numbers from {clock(summary.made_at)}" if summary.made_at else ""
        self.facts.say(f"Draft  ·  {several(len(summary.sections), 'theme')}{when}")
        self.model.show(summary)
        self._middle.setCurrentIndex(1)
        self._enable()
        self.desk.events.say("Space ticks a quote  ·  Enter opens it in the Reader")

    def _not_composed(self, failure: Failure) -> None:
        if isinstance(failure.error, QueryError):
            self._amiss.say(failure.message, failure.advice)
        else:
            self.desk.jobs.failed.emit(failure)

    def _ask_preview(self) -> None:
        ticked, whole = self.model.counts
        self._picked.setText(f"{number(ticked)} of {number(whole)} picked")
        if (summary := self.summary) is not None:
            look = partial(_preview, summary, self.choices.template)
            self.desk.look("preview", "Lay the page out", look, self._laid_out, self._no_template)

    def _laid_out(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._relook()

    def _no_template(self, failure: Failure) -> None:
        if self.choices.template is None or not isinstance(failure.error, ExportError):
            self.desk.jobs.failed.emit(failure)
            return
        self._amiss.say(
            failure.message,
            "CaseView’s own page is in use.",
            [("Choose another", self.choices.choose_template)],
        )
        self.choices.use_template(None)

    def _checked(self, amiss: tuple[str, ...]) -> None:
        self._save.setEnabled(not amiss)
        self._amiss.setVisible(bool(amiss))
        if amiss:
            one = len(amiss) == 1
            verb = "quote no longer matches its" if one else "quotes no longer match their"
            self._amiss.say(f"{number(len(amiss))} {verb} source.", " ".join(amiss))
        else:
            ticked, _ = self.model.counts
            self.desk.events.say(f"All {several(ticked, 'quote')} match their sources.")

    def _count_changes(self, changes: Changes) -> None:
        """Say that numbers have aged; they change only when they are asked for anew."""
        if self._summary is None or changes == Changes(changes.label):
            return
        self._since |= changes
        when = clock(self._summary.made_at) if self._summary.made_at else "before"
        tags = len(self._since.tags)
        have = "has" if tags == 1 else "have"
        said = f"{several(tags, 'tag')} {have} changed" if tags else "The casebook has changed"
        self._stale_numbers.say(
            f"Numbers are from {when}.", f"{said} since then.", [("Update numbers", self.refresh)]
        )

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Save as Word", "Theme summary.docx", "Word documents (*.docx)"
        )
        if chosen:
            self.save_to(Path(chosen).with_suffix(".docx"))

    def _open(self, at: int) -> None:
        if (item := self.model.item(at)) is not None:
            span = Span(item.quote.start, item.quote.end)
            self.desk.events.go(Place(View.READER, document=item.quote.document_id, span=span))

    def _relook(self) -> None:
        at = self.preview.verticalScrollBar().value()
        self.preview.setHtml(page(self._blocks, self.look.tokens.colours, self.look.percent))
        self.preview.verticalScrollBar().setValue(at)

    def _enable(self) -> None:
        for button in (self._check, self._save):
            button.setEnabled(bool(self.choices.themes) and self._summary is not None)

    def _connect(self) -> None:
        self.desk.events.changed.connect(self._count_changes)
        self.choices.counted.connect(self.refresh)
        self.choices.worded.connect(self._ask_preview)
        self.choices.theme_wanted.connect(self.add_theme)
        self._check.clicked.connect(lambda _checked: self.check())
        self._save.clicked.connect(lambda _checked: self._ask_where())
        self.model.ticked.connect(self._ask_preview)
        self.quotes.opened.connect(self._open)
        self.quotes.ticked.connect(self.model.tick)
        self.look.changed.connect(self._relook)
        tick = QAction("Tick or untick the quote", self.quotes)
        tick.setShortcut(QKeySequence("Space"))
        tick.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        tick.triggered.connect(lambda _checked: self.model.tick(self.quotes.currentIndex()))
        self.quotes.addAction(tick)

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
        for banner in (self._stale_numbers, self._amiss, self._saved):
            self.body.addWidget(banner)
        panes = [("What goes in", self.choices), ("Page", self._middle), ("Quotes", self._right())]
        self.body.addWidget(Panes(self.look, panes, least=380), 1)

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


def _compose(spec: SummarySpec, follow: bool, session: Session, _job: Job[Composed]) -> Composed:  # noqa: FBT001 - bound by partial
    info = session.reading.info()
    if follow:
        spec = replace(spec, counts=Counts.TAGS if info.finished else Counts.PROVISIONAL)
    return session.asking.summary(spec), info.marking


def _preview(
    summary: Summary, template: Path | None, session: Session, _job: Job[tuple[Block, ...]]
) -> tuple[Block, ...]:
    return session.filing.preview(summary, template)
