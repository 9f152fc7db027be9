"""Goes from the review one is at to its theme profile in the Cross-tabs view."""

from collections.abc import Callable

from caseview.desktop.desk import Desk
from caseview.desktop.places import Place, View
from caseview.desktop.session.session import Session
from caseview.desktop.tongue import tr
from caseview.desktop.window.window import Window
from caseview.domain.crosstab import Counts, CrossTabSpec
from caseview.domain.english import English
from caseview.usecases.tell import Question, Telling

ReviewOf = Callable[[Session], int | None]
NO_REVIEW = English(
    "Go to a review in the Library, or open one in the Reader, for its theme profile."
)


def profile(window: Window) -> None:
    """Show the theme profile of the review gone to in the Library or open in the Reader."""
    desk, page = window.desk, window.page()
    if desk is None or page is None:
        return
    here = page.place()
    if here.review is not None:
        _ask(window, desk, lambda _session: here.review)
    elif (document := here.document) is not None:
        _ask(window, desk, lambda session: session.reading.document(document).review_id)
    else:
        window.events.say(tr(NO_REVIEW))


def _ask(window: Window, desk: Desk, review_of: ReviewOf) -> None:
    def read(session: Session) -> Question:
        finished = session.reading.info().finished > 0
        over = CrossTabSpec(counts=Counts.TAGS if finished else Counts.PROVISIONAL)
        return Question(Telling.REVIEW, over, review=review_of(session))

    desk.read(
        tr("Look the review up"),
        read,
        lambda question: window.go(Place(View.CROSSTABS, question=question)),
        name="profile",
    )
