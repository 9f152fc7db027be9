"""What is learned from decisions and what rules may have missed: asked for, shown, judged."""

import time
from functools import partial

from PySide6.QtCore import QObject

from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job, Lane, Progress
from caseview.desktop.pages.codebook.panes import Parts
from caseview.desktop.pages.codebook.theme_tabs import LEARNED, MISSED
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import several, tr
from caseview.domain.changes import Changes
from caseview.domain.codebook import Theme
from caseview.domain.learned import Learning, Missed, Recall
from caseview.usecases.learn_rules import Learned

MOST = 40
"""How many passages are listed."""

Found = tuple[tuple[Missed, ...], dict[int, str], Recall]


class Teaching(QObject):
    """Fills the tabs *Learned* and *May be missed* for the theme gone to, each when it is seen."""

    def __init__(self, desk: Desk, parts: Parts) -> None:
        super().__init__(parts)
        self._desk = desk
        self._parts = parts
        self._learned, self._missed = parts.tabs.learned, parts.tabs.missed
        self._learning: Job[Learned | None] | None = None
        self._looking: Job[Found] | None = None
        self._followed = ("", "")
        self._own = False
        parts.tabs.turned.connect(lambda _tab: self.follow())
        self._learned.learn_wanted.connect(self.learn)
        self._learned.stop_wanted.connect(self._stop_learning)
        self._learned.switch_wanted.connect(self.switch)
        self._missed.judged.connect(self._judge)
        self._missed.opened.connect(self._open)
        self._missed.again_wanted.connect(self.look)
        self._missed.stop_wanted.connect(self._stop_looking)
        self._missed.spot_wanted.connect(self.spot_check)
        for command, holds in (("codebook.holds", True), ("codebook.bare", False)):
            judge = partial(self._missed.judge, holds=holds)
            desk.commands.bind(command, self._missed.list, judge)
        desk.commands.bind("codebook.learned", parts, lambda: parts.turn_tab(LEARNED))
        desk.commands.bind("codebook.missed", parts, lambda: parts.turn_tab(MISSED))

    def follow(self) -> None:
        """Fill the tab in front, where it is another tab or about another theme than before."""
        theme = self._theme
        wanted = ("" if theme is None else theme.id, self._parts.tabs.tab)
        if wanted != self._followed:
            self._followed = wanted
            self._fill()

    def refresh(self) -> None:
        """Fill the tab in front anew after a change; what was judged in it is gone from it."""
        own, self._own = self._own, False
        if not (own and self._parts.tabs.tab == MISSED):
            self._fill()

    def _fill(self) -> None:
        if (theme := self._theme) is None:
            return
        if self._parts.tabs.tab == LEARNED:
            self._desk.read(
                tr("Read what was learned"),
                partial(_standing, theme.id),
                self._show,
                name="learned",
            )
        elif self._parts.tabs.tab == MISSED:
            self.look()

    def learn(self) -> None:
        """Learn every theme anew, in the background."""
        self._learned.work()
        schooling = self._desk.session.revising.schooling
        begun = time.monotonic()

        def work(job: Job[Learned | None]) -> Learned | None:
            def told(done: int, total: int) -> None:
                job.tell(Progress(done, total, tr("Themes learned")))

            return schooling.learn(told, job.stopped)

        def then(done: Learned | None) -> None:
            self._learned.rest(_what_came(done, time.monotonic() - begun))
            if done is not None:
                self._desk.events.change(done.changes)
            self._fill()

        def failed(failure: Failure) -> None:
            self._learned.rest("")
            self._desk.jobs.failed.emit(failure)

        job: Job[Learned | None] = Job(tr("Learn from decisions"), work, then, failed)
        job.told = self._learned.progress.tell
        self._learning = self._desk.jobs.run(job, Lane.LONG)

    def switch(self, on: bool) -> None:  # noqa: FBT001 - what a signal carries
        """Let what was learned of the theme suggest, or let it rest."""
        if (theme := self._theme) is not None:
            act = partial(_switch, theme.id, on)
            self._desk.act(tr("Switch what was learned"), act)

    def look(self) -> None:
        """Look for passages of the theme that the rules may have missed."""
        theme = self._theme
        if theme is None:
            return
        self._missed.wait()
        self._looking = self._desk.look(
            "codebook-missed",
            tr("Look for what was missed"),
            partial(_look, theme.id),
            self._list,
            self._not_looked,
        )

    def spot_check(self) -> None:
        """Go to the spot check of paragraphs at random."""
        self._desk.events.go(Place(View.AGREEMENT, query="spot"))

    @property
    def _theme(self) -> Theme | None:
        return self._parts.about.theme

    def _show(self, read: tuple[Learning, bool]) -> None:
        found, there = read
        self._learned.show_learning(found, there=there)

    def _list(self, found: Found | None) -> None:
        if found is None or (self._looking is not None and self._looking.stopped()):
            self._missed.stop()
        else:
            self._missed.show_missed(*found)

    def _not_looked(self, failure: Failure) -> None:
        self._missed.stop()
        self._desk.events.say(failure.message)  # a theme that is only in the draft, above all

    def _judge(self, one: Missed, holds: bool) -> None:  # noqa: FBT001 - what a signal carries
        if (theme := self._theme) is None:
            return

        def then(_changes: Changes) -> None:
            self._own = True

        self._desk.act(tr("Judge a passage"), partial(_judged, theme.id, one, holds), then)
        name = theme.name
        self._desk.events.say(
            tr("Tagged as “{0}”. Ctrl+Z takes it back.", name)
            if holds
            else tr("Not “{0}”: that teaches. Ctrl+Z takes it back.", name)
        )

    def _open(self, one: Missed) -> None:
        self._desk.events.go(Place(View.READER, document=one.document_id, span=one.span))

    def _stop_learning(self) -> None:
        if self._learning is not None:
            self._learning.stop()

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.stop()


def _standing(theme: str, session: Session) -> tuple[Learning, bool]:
    schooling = session.revising.schooling
    return schooling.of(theme), schooling.is_there()


def _switch(theme: str, on: bool, session: Session) -> Changes:  # noqa: FBT001 - a part of partial
    return session.revising.schooling.switch(theme, lambda: False, on=on)


def _look(theme: str, session: Session, job: Job[Found]) -> Found:
    schooling = session.revising.schooling
    found = schooling.missed(theme, MOST, job.stopped)
    titles = {review.id: review.title for review in session.reading.library()}
    return found, titles, schooling.recall(theme)


def _judged(theme: str, one: Missed, holds: bool, session: Session) -> Changes:  # noqa: FBT001
    schooling = session.revising.schooling
    if holds:
        return schooling.confirm(theme, one.passage_id, one.span)
    return schooling.turn_down(theme, one.passage_id)


def _what_came(done: Learned | None, seconds: float) -> str:
    if done is None:
        return tr("Stopped. Nothing was changed.")
    if not done.rules:
        return tr("No theme has enough decisions to learn from yet.")
    on = sum(rule.is_on for rule in done.rules)
    said = tr(
        "{0} learned in {1} s, {2} of them on. ",
        several(len(done.rules), "theme"),
        f"{seconds:.0f}",
        on,
    )
    said += tr(
        "{0} added, {1} earlier ones replaced.",
        several(done.added, "suggestion"),
        f"{done.removed:,}",
    )
    return tr("{0} Ctrl+Z takes that back.", said) if done.changes.label else said
