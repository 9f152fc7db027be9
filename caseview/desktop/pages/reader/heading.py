"""The head of the Reader: which document this is, and what comes after it."""

from caseview.counting.wording import number
from caseview.desktop.models.reading import OpenDocument
from caseview.desktop.models.words import day
from caseview.desktop.pages.reader.finishing import Finishing
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.labels import Voice, cap, label
from caseview.desktop.widgets.page import Page
from caseview.domain.attribute import DetailName
from caseview.domain.english import English

FINISH, OPEN_NEXT = English("Finish and open next"), English("Open the next to tag")


class Heading:
    """Title, kind, one line of facts and the buttons of a page."""

    def __init__(self, page: Page, finishing: Finishing) -> None:
        self._page = page
        self._finishing = finishing
        self._kind = label("", Voice.PILL)
        self._kind.hide()
        page.beside_title.addWidget(self._kind)
        for words, step in ((tr("Previous"), -1), (tr("Next"), 1)):
            button = Button(page.look, words)
            button.clicked.connect(lambda _checked, step=step: finishing.next(step))
            page.buttons.addWidget(button)
        self._again = Button(page.look, tr("Open again"))
        self._again.clicked.connect(lambda _checked: finishing.reopen())
        self._again.hide()
        self._finish = Button(page.look, FINISH, Role.PRIMARY, icon="check")
        self._finish.clicked.connect(lambda _checked: finishing.finish())
        for each in (self._again, self._finish, cap("Ctrl+Enter")):
            page.buttons.addWidget(each)

    def show(self, opened: OpenDocument | None) -> None:
        """Show which document is open, and where it stands among those to tag."""
        if opened is None:
            return
        document, review = opened.document, opened.review
        self._page.title.say(f"{review.title}: {told(document.form.label.lower())}")
        self._kind.setText(told(document.kind.label))
        self._kind.show()
        facts = [
            review.year or "",
            tr("{0} words", number(document.words)) if document.words else "",
        ]
        waiting = self._finishing.waiting
        if document.finished_at and document.finished_by:
            facts.append(
                tr("finished by {0}, {1}", document.finished_by, day(document.finished_at))
            )
        elif document.id in waiting:
            at = waiting.index(document.id) + 1
            facts.append(tr("{0} of {1} in your queue", number(at), number(len(waiting))))
        if harm := review.attribute(DetailName.HARM):
            facts.append(tr("tells of {0}", " and ".join(", ".join(harm).rsplit(", ", 1))))
        self._page.facts.say("  ·  ".join(fact for fact in facts if fact))
        to_finish = document.can_be_read and not self._finishing.finished
        self._finish.say(FINISH if to_finish else OPEN_NEXT)
        self._again.setVisible(self._finishing.finished)
