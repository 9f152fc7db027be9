"""More like this: from any passage one is at, the passages of the casebook that are like it."""

from collections.abc import Sequence

from shiboken6 import isValid

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.alike import AlikeDialog
from caseview.desktop.jobs import Failure, Job
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.window.window import Window
from caseview.domain.english import English
from caseview.domain.learned import Missed

MOST = 40
NOWHERE = English(
    "Go to a passage first, in the Reader or among results, then ask for more like it."
)
Found = tuple[tuple[Missed, ...], dict[int, str]]


def bind_alike(window: Window) -> None:
    """Let the command list passages like the one that the view is at."""
    window.commands.bind("passage.like", window, lambda: more_like_this(window))


def more_like_this(window: Window) -> AlikeDialog | None:
    """Open the list; None, with a word, where the view is at no passage."""
    page, desk = window.page(), window.desk
    here = None if page is None else page.passage_here()
    if here is None or desk is None:
        window.events.say(tr(NOWHERE))
        return None
    dialog = _dialog(window, desk)

    def look(session: Session, job: Job[Found]) -> Found:
        schooling = session.revising.schooling
        passage = schooling.passage_at(*here)
        found = schooling.more_like(passage, MOST, job.stopped)
        return found, {review.id: review.title for review in session.reading.library()}

    def failed(failure: Failure) -> None:
        if isValid(dialog):
            dialog.reject()
        if failure.details:
            desk.jobs.failed.emit(failure)
        else:
            window.events.say(f"{failure.message} {failure.advice}")

    job = desk.look(
        "alike", tr("Look for passages like this"), look, lambda it: _show(dialog, it), failed
    )
    dialog.rejected.connect(job.stop)
    dialog.show()
    return dialog


def _dialog(window: Window, desk: Desk) -> AlikeDialog:
    def opened(one: Missed) -> None:
        window.go(Place(View.READER, document=one.document_id, span=one.span))

    def tagged(chosen: Sequence[Missed], theme: str) -> None:
        places = [(one.document_id, one.span) for one in chosen]
        desk.change(tr("Tag the passages"), lambda d: d.tag_all(places, theme))

    return AlikeDialog(window, window.look, ThemeBook(desk.codebook), opened, tagged)


def _show(dialog: AlikeDialog, found: Found | None) -> None:
    if found is not None and isValid(dialog):  # it may have been closed meanwhile
        dialog.show_found(*found)
