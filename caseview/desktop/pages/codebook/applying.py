"""Shows what a draft would do, in the background and to be stopped, and applies it."""

from PySide6.QtCore import QObject, Signal

from caseview.counting.effect_words import merge_question
from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job, Lane, Progress
from caseview.desktop.pages.codebook.editing import Drafting
from caseview.desktop.pages.codebook.panes import Parts
from caseview.desktop.places import Place, View
from caseview.desktop.tongue import told, tr
from caseview.domain.changes import Changes
from caseview.domain.codebook_effect import Effect, Touched
from caseview.domain.span import Span
from caseview.tagging.editing.draft import Draft


class Applying(QObject):
    """`ended()` tells that the draft was applied."""

    ended = Signal()

    def __init__(self, desk: Desk, drafting: Drafting, parts: Parts) -> None:
        super().__init__(parts)
        self._desk = desk
        self._drafting = drafting
        self._parts = parts
        self._shown: Draft | None = None
        self._merged: tuple[str, str] | None = None
        self._job: Job[Effect | None] | None = None
        parts.effect.applied.connect(self.apply)
        parts.effect.stopped.connect(self._stopped)
        parts.effect.opened.connect(self.open)
        parts.rule.opened.connect(self.open)

    def preview(self, merged: tuple[str, str] | None = None) -> None:
        """Find out what the draft would do; `merged` names two themes that become one."""
        draft = self._drafting.draft
        if draft.is_empty:
            self._desk.events.say(tr("Nothing has been edited, so nothing would change."))
            return
        self._merged = merged
        self._shown = draft
        self._parts.effect.wait()
        self._parts.show_right(self._parts.effect)
        revising = self._desk.session.revising

        def work(job: Job[Effect | None]) -> Effect | None:
            def told(done: int, total: int) -> None:
                job.tell(Progress(done, total, tr("Looked at")))

            return revising.preview(draft, told, job.stopped)

        job = Job(tr("Preview the effect"), work, self._show, self._not_done)
        job.told = self._parts.effect.progress.tell
        self._job = self._desk.jobs.latest("codebook-effect", job, Lane.LONG)

    def apply(self) -> None:
        """Apply what is shown; where nothing is shown yet, show it first."""
        effect, draft = self._parts.effect.effect, self._shown
        if effect is None or draft is not self._drafting.draft:
            self.preview()
            return
        self._parts.effect.apply.setEnabled(False)
        revising = self._desk.session.revising

        def done(_: Changes) -> None:
            self._shown = None
            self._drafting.discard()
            self._desk.events.say(
                tr("Version {0} of the codebook is in use. Undo takes it back.", effect.version)
            )
            self.ended.emit()

        self._desk.change(
            tr("Change the codebook"),
            lambda _: revising.apply(draft, effect),
            done,
            self._not_applied,
        )

    def stop(self) -> None:
        """Stop looking, where that is going on."""
        if self._job is not None:
            self._job.stop()

    def open(self, touched: Touched) -> None:
        """Open the document of a sentence at its words."""
        span = Span(touched.start, touched.end)
        self._desk.events.go(Place(View.READER, document=touched.document_id, span=span))

    def _show(self, effect: Effect | None) -> None:
        if effect is None or self._shown is not self._drafting.draft:
            return
        after = self._drafting.draft.after
        question = told(merge_question(effect, *self._merged)) if self._merged else ""
        self._parts.effect.show_effect(effect, after, question)

    def _stopped(self) -> None:
        self.stop()
        self._shown = None
        self.ended.emit()
        self._desk.events.say(tr("Stopped. Nothing was changed; your edits are still here."))

    def _not_done(self, failure: Failure) -> None:
        self._shown = None
        self.ended.emit()
        self._desk.jobs.failed.emit(failure)

    def _not_applied(self, _: Failure) -> bool:
        self._parts.effect.apply.setEnabled(True)
        return False
