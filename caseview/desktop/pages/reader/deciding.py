"""Deciding: accept, reject, skip, another theme, another reading; shown at once, kept behind."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QListView

from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure
from caseview.desktop.models.queue import Choice
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.reader.parts import NOTES, SUGGESTIONS, TAGS, Parts
from caseview.desktop.pages.reader.rule_rejecting import RuleRejecting
from caseview.desktop.session.session import Deciding
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision, KeptSuggestion

_DOING = {
    Decision.ACCEPTED: (English("Accept the suggestion"), English("Accepted.")),
    Decision.REJECTED: (English("Reject the suggestion"), English("Rejected.")),
    Decision.SKIPPED: (English("Skip the suggestion"), English("Skipped.")),
}
ALL_DECIDED = English("All are decided. Ctrl+Enter finishes the document.")
KEY_QUOTE = English("A key quote once accepted. Q takes the star away.")
NO_WHY = English("Go to a suggestion first: W then tells why it was made.")
Act = Callable[[Deciding], Changes]


class Decider(QObject):
    """Answers the keys and buttons that decide the suggestion in hand."""

    def __init__(self, desk: Desk, parts: Parts, shown: Callable[[], object]) -> None:
        super().__init__(parts.queue)
        self._desk = desk
        self._parts = parts
        self.shown = shown
        self._book = ThemeBook(desk.codebook)
        self.rejecting = RuleRejecting(desk, parts.queue, lambda: self.in_hand)
        card = parts.queue.card
        card.accepted.connect(self.accept)
        card.rejected.connect(self.reject)
        card.skipped.connect(self.skip)
        card.theme_wanted.connect(self.choose_theme)
        card.read_as.connect(lambda value: self.read_as(ReadsAs(value)))

    @property
    def in_hand(self) -> KeptSuggestion | None:
        """The suggestion being decided, None where tags show or none is left."""
        if self._parts.tabs.currentIndex() != SUGGESTIONS:
            return None
        return self._parts.queue.current

    def accept(self, theme: str | None = None) -> None:
        """Make a tag of the suggestion in hand, with another theme where one is given."""
        if (kept := self.in_hand) is None:
            return
        queue = self._parts.models.queue
        act = partial(_accept, kept.id, queue.choice_of(kept), theme)
        self._parts.recent.given(theme or kept.suggestion.theme)
        other = theme if theme != kept.suggestion.theme else None
        said = tr("Accepted as “{0}”.", self._book.face(other).name) if other else ""
        self._decide(kept, Decision.ACCEPTED, act, said)

    def reject(self) -> None:
        """Reject the suggestion in hand."""
        if (kept := self.in_hand) is not None:
            self._decide(kept, Decision.REJECTED, lambda d: d.reject([kept.id]))

    def skip(self) -> None:
        """Leave the suggestion in hand for later."""
        if (kept := self.in_hand) is not None:
            self._decide(kept, Decision.SKIPPED, lambda d: d.skip([kept.id]))

    def read_as(self, reads_as: ReadsAs) -> None:
        """Choose how the suggestion in hand reads."""
        if (kept := self.in_hand) is not None:
            queue = self._parts.models.queue
            queue.choose(kept.id, replace(queue.choice_of(kept), reads_as=reads_as))
            self._desk.events.say(tr("Reads as {0}. A accepts it so.", told(reads_as.label)))

    def key_quote(self) -> None:
        """Choose that the suggestion in hand becomes a key quote, or not."""
        if (kept := self.in_hand) is not None:
            queue = self._parts.models.queue
            choice = queue.choice_of(kept)
            queue.choose(kept.id, replace(choice, is_key=not choice.is_key))
            self._announce(tr("No longer a key quote.") if choice.is_key else tr(KEY_QUOTE))

    def why(self) -> None:
        """Tell why the suggestion in hand was made, or tell it no longer."""
        if (kept := self.in_hand) is None:
            self._desk.events.say(tr(NO_WHY))
        elif self._parts.queue.explain():
            self._announce(kept.suggestion.reason)

    @property
    def explanation(self) -> str:
        """What the open card tells beyond the reason, "" while it does not."""
        return self._parts.queue.card.explanation

    def choose_theme(self) -> None:
        """Ask for another theme and accept the suggestion with it."""
        if self.in_hand is not None:
            self.pick(self.accept)

    def pick(self, chosen: Callable[[str], object]) -> ThemePicker:
        """Show the theme picker over the text and return it."""
        over = self._parts.views.stack
        picker = ThemePicker(over, self._desk.appearance, self._book, chosen, self.recent)
        picker.show_at(over.mapToGlobal(QPoint(over.width() - picker.width() - 20, 40)))
        return picker

    @property
    def recent(self) -> tuple[str, ...]:
        """The themes given last."""
        return self._parts.recent.themes

    def move(self, step: int) -> None:
        """Go to the next suggestion, tag or note (1), or the one before (-1)."""
        showing = self._parts.tabs.currentIndex()
        if showing != SUGGESTIONS:
            self._move_in({TAGS: self._parts.tags, NOTES: self._parts.notes.list}[showing], step)
            return
        here, whole = self._parts.queue.open_row, self._parts.models.queue.rowCount()
        row = whole - 1 if here < 0 and step < 0 else here + step
        if 0 <= row < whole:
            self._parts.queue.go_to(row)

    @staticmethod
    def _move_in(view: QListView, step: int) -> None:
        model, here = view.model(), view.currentIndex().row()
        row = min(model.rowCount() - 1, max(0, here + step))
        if row >= 0:
            view.setCurrentIndex(model.index(row, 0))

    def _decide(self, kept: KeptSuggestion, decision: Decision, act: Act, done: str = "") -> None:
        queue = self._parts.models.queue
        doing, said = _DOING[decision]
        queue.foresee(kept.id, decision)
        following = queue.next_open(self._parts.queue.open_row)
        self._parts.count()
        if following is None:
            self._parts.queue.close_card()
            self.shown()
        else:
            self._parts.queue.go_to(following)
        left = tr("{0} left.", number(queue.left)) if queue.left else tr(ALL_DECIDED)
        self._announce(f"{done or said} {left}")
        self._desk.change(
            doing,
            act,
            lambda _changes: queue.settled(kept.id),
            lambda failure: self._take_back(kept, failure),
        )

    def _take_back(self, kept: KeptSuggestion, failure: Failure) -> None:
        queue = self._parts.models.queue
        queue.foresee(kept.id, kept.decision)
        queue.settled(kept.id)
        row = queue.row_of(kept.id)
        if row is not None:
            self._parts.queue.go_to(row)
        self._parts.count()
        self.shown()
        self._desk.events.say(failure.message)

    def _announce(self, words: str) -> None:
        self._desk.events.say(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._parts.queue, words))


def _accept(suggestion_id: int, choice: Choice, theme: str | None, deciding: Deciding) -> Changes:
    return deciding.accept(
        suggestion_id,
        reads_as=choice.reads_as,
        theme=theme,
        span=choice.span,
        is_key=choice.is_key,
    )
