"""Summaries: themes and quotes chosen, the page as it will be, and the Word file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure
from caseview.desktop.models.evidence import with_reference
from caseview.desktop.models.summary_quotes import SummaryQuotes
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.models.words import clock
from caseview.desktop.pages.summaries.aging import Aging
from caseview.desktop.pages.summaries.beside import Beside
from caseview.desktop.pages.summaries.composing import Composed, compose
from caseview.desktop.pages.summaries.keeping import Keeping
from caseview.desktop.pages.summaries.leaving import Leaving
from caseview.desktop.pages.summaries.sheet import Sheet
from caseview.desktop.places import Place, View, at_quote
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.notices import Empty
from caseview.desktop.widgets.page import Page
from caseview.desktop.widgets.quote_list import QuoteList
from caseview.desktop.widgets.summary_choices import SummaryChoices
from caseview.desktop.widgets.summary_words import SummaryWords
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.domain.summary import Summary, SummarySpec
from caseview.usecases.saved_summary import SummaryChoice

MOST_QUOTES = 12
NO_THEMES = English(
    "No theme chosen yet. Add a theme, or press “Add to summary” beside any number."
)


class SummariesPage(Page):
    """Pick, look, check, save."""

    view = View.SUMMARIES
    name = English("Summaries")
    icon = "file-output"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._book = ThemeBook(desk.codebook)
        self._summary: Summary | None = None
        self.model = SummaryQuotes()
        self.choices = SummaryChoices(self.look, self._book)
        self.quotes = QuoteList(self.look, self.model, tr("Quotes"))
        self.words = SummaryWords(self.look, self._book)
        self.sheet = Sheet(desk, self._no_template)
        self.beside = Beside(self.look, self.quotes, self.words)
        self.aging = Aging(desk, self.refresh)
        self._middle = QStackedWidget()
        self._made_before = ""
        self.keeping = Keeping(self, desk, self._to_keep, self._first_name)
        self.leaving = Leaving(
            self, desk, lambda: self.summary, lambda: self.choices.template, self._looked
        )

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
        self.words.show_themes(tuple(self.choices.themes))
        if not self.choices.themes:
            self._summary = None
            self._middle.setCurrentIndex(0)
            self.aging.made(None)
            self._enable()
            return
        own = (self.choices.own_counts, self.choices.own_small)
        ask = partial(compose, self.choice().spec, own)
        self.desk.look("summary", tr("Compose the summary"), ask, self._show, self._not_composed)

    @override
    def concerns(self, changes: Changes) -> bool:
        """Numbers stay as stamped until they are asked for anew; only an empty page follows."""
        return self._summary is None and super().concerns(changes)

    @override
    def printable(self) -> str:
        return self.sheet.printable()

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
        return self.choice().applied(self._summary)

    def choice(self) -> SummaryChoice:
        """Return what is chosen and written, as it is kept."""
        chosen, leaving = self.choices, self.leaving
        spec = SummarySpec(
            tuple(chosen.themes),
            chosen.counts,
            MOST_QUOTES,
            chosen.marking,
            chosen.where,
            by_hand=True,
            words=self.words.words,
            small_numbers=chosen.small_numbers,
        )
        return SummaryChoice(
            spec,
            self.words.key_points,
            chosen.left_out,
            self.model.ticks,
            self._summary.made_at if self._summary is not None else "",
            leaving.looked.without,
            leaving.looked.kept,
            str(chosen.template or ""),
        )

    def save_to(self, path: Path) -> None:
        """Write the summary to a Word file, once it was looked at."""
        self.leaving.save_to(path)

    def add_theme(self) -> None:
        """Ask for a theme to add."""
        picker = ThemePicker(self, self.look, self._book, self._add)
        picker.show_at(self.mapToGlobal(QPoint(40, 140)))

    def _add(self, theme: str) -> None:
        self.choices.add(theme)
        self.refresh()

    def _show(self, composed: Composed) -> None:
        summary, marking, spec = composed
        self._summary = summary
        self.aging.made(summary.made_at)
        self.leaving.amiss.hide()
        self.choices.take(spec.counts, marking, spec.small_numbers)
        self.title.say(summary.title)
        self.model.show(summary)
        self.model.leave_out(self.leaving.looked.without)
        self._say_facts()
        self._middle.setCurrentIndex(1)
        self._enable()
        self.keeping.follow()
        self.desk.events.say(tr("Space ticks a quote  ·  Enter opens it in the Reader"))
        before, self._made_before = self._made_before, ""
        self.aging.tell_since(before)

    def _say_facts(self) -> None:
        kept = tr("Saved as “{0}”", self.keeping.name) if self.keeping.name else tr("Draft")
        if (summary := self._summary) is not None:
            when = tr("  ·  numbers from {0}", clock(summary.made_at)) if summary.made_at else ""
            self.facts.say(f"{kept}  ·  {several(len(summary.sections), 'theme')}{when}")
        else:
            self.facts.say(kept if self.keeping.name else "")

    def _reopen(self, _name: str, choice: SummaryChoice) -> None:
        """Show a saved summary: its words and ticks as they were, its numbers made anew."""
        self.leaving.looked.kept, self.leaving.looked.without = choice.looked_at, choice.without
        self.choices.reopen(choice)
        self.words.show_themes(choice.spec.themes)
        self.words.take(choice.spec.words, choice.key_points)
        self.model.restore(choice.picked)
        self._made_before, self._summary = choice.made_at, None
        if not choice.spec.themes:
            self.title.say(self.name)
            self._say_facts()
        self.refresh()

    def _to_keep(self) -> SummaryChoice | None:
        there = self._summary is not None or not self.words.empty
        return self.choice() if there and self.choices.themes else None

    def _first_name(self) -> str:
        themes = self.choices.themes
        more = tr(" and {0} more", len(themes) - 1) if len(themes) > 1 else ""
        return f"{self._book.face(themes[0]).name}{more}" if themes else self.name

    def _looked(self) -> None:
        self.model.leave_out(self.leaving.looked.without)
        self.keeping.touch()

    def _not_composed(self, failure: Failure) -> None:
        if isinstance(failure.error, QueryError):
            self.leaving.amiss.say(failure.message, failure.advice)
        else:
            self.desk.jobs.failed.emit(failure)

    def _tick(self, index: QModelIndex) -> None:
        self.model.tick(index)
        self.keeping.touch()

    def _by_hand(self) -> None:
        """Keep a changed choice where the summary is kept, or words of it are."""
        if self.keeping.name or not self.words.empty:
            self.keeping.touch()

    def _reword(self) -> None:
        self._by_hand()
        self._ask_preview()

    def _ask_preview(self) -> None:
        self.beside.count(*self.model.counts, starred=self.model.starred)
        if (summary := self.summary) is not None:
            self.sheet.show_summary(summary, self.choices.template)

    def _no_template(self, failure: Failure) -> None:
        self.leaving.amiss.say(
            failure.message,
            tr("The plain one is in use."),
            [(tr("Choose another"), self.choices.choose_template)],
        )
        self.choices.use_template(None)

    def _open(self, at: int) -> None:
        if (item := self.model.item(at)) is not None:
            self.desk.events.go(at_quote(item.quote))

    def _enable(self) -> None:
        self.leaving.enable(there=bool(self.choices.themes) and self._summary is not None)

    def _connect(self) -> None:
        self.choices.counted.connect(self.refresh)
        self.choices.counted.connect(self._by_hand)
        self.choices.worded.connect(self._reword)
        self.words.written.connect(self._reword)
        self.keeping.opened.connect(self._reopen)
        self.keeping.named.connect(self._say_facts)
        self.choices.theme_wanted.connect(self.add_theme)
        self.model.ticked.connect(self._ask_preview)
        self.quotes.opened.connect(self._open)
        self.quotes.ticked.connect(self._tick)
        tick = QAction(tr("Tick or untick the quote"), self.quotes)
        tick.setShortcut(QKeySequence("Space"))
        tick.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        tick.triggered.connect(lambda _checked: self._tick(self.quotes.currentIndex()))
        self.quotes.addAction(tick)

    def _lay_out(self) -> None:
        for button in (
            self.keeping.open,
            self.leaving.check_button,
            self.leaving.save_button,
        ):
            self.buttons.addWidget(button)
        self._middle.addWidget(Empty(self.look, NO_THEMES, [(tr("Add a theme"), self.add_theme)]))
        self._middle.addWidget(self.sheet)
        for banner in (self.aging, self.leaving.amiss, self.leaving.saved):
            self.body.addWidget(banner)
        panes = [
            (tr("What goes in"), self.choices),
            (tr("Page"), self._middle),
            (tr("Quotes and words"), self.beside),
        ]
        self.body.addWidget(Panes(self.look, panes, least=380), 1)
