"""What is looked at before a summary leaves: quotes against their sources, and names."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caseview.counting.wording import number
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.names_check import NamesDialog
from caseview.desktop.models.told import Looked
from caseview.desktop.session.summarising import Checked
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.buttons import Button, Role
from caseview.desktop.widgets.notices import Banner, Saved
from caseview.domain.summary import Summary
from caseview.usecases.check_anonymity import Told

Act = Callable[[], object]


class Leaving:
    """Checks a page's summary and writes it to Word.

    `summary` gives it as it would be written; `decided` hears that something was kept or left
    out; `template` gives the house template in use.
    """

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        summary: Callable[[], Summary | None],
        template: Callable[[], Path | None],
        decided: Act,
    ) -> None:
        self._page = page
        self._desk = desk
        self._summary = summary
        self._template = template
        self._decided = decided
        look = desk.appearance
        self.looked = Looked()
        self.check_button = Button(look, tr("Check quotes against sources"), icon="shield-check")
        self.save_button = Button(look, tr("Save as Word"), Role.PRIMARY, icon="file-text")
        self.amiss = Banner(look, "problem")
        self.saved = Saved(look)
        self.check_button.clicked.connect(lambda _checked: self.check())
        self.save_button.clicked.connect(lambda _checked: self.leave(self._ask_where))

    def enable(self, *, there: bool) -> None:
        """Offer the buttons where there is a summary."""
        self.check_button.setEnabled(there)
        self.save_button.setEnabled(there)

    def check(self) -> None:
        """Compare every quote with its source, and list what could give a person away."""
        self._look(lambda told: self._ask(told, self._say_checked) if told else self._say_checked())

    def leave(self, then: Act) -> None:
        """Do `then` once every quote matches and nothing waits to be looked at."""

        def go(told: tuple[Told, ...]) -> None:
            if self.looked.waiting(told):
                self._ask(told, then)
            else:
                then()

        self._look(go)

    def save_to(self, path: Path) -> None:
        """Write the summary to a Word file, once it was looked at."""
        self.leave(partial(self._write, path))

    def _look(self, then: Callable[[tuple[Told, ...]], object]) -> None:
        def done(checked: Checked) -> None:
            amiss, told = checked
            self.amiss.setVisible(bool(amiss))
            self.save_button.setEnabled(not amiss)
            if amiss:
                self._say_amiss(amiss)
            else:
                then(told)

        if (summary := self._summary()) is not None:
            self._desk.read(tr("Check the summary"), lambda s: s.summarising.check(summary), done)

    def _ask(self, told: tuple[Told, ...], then: Act) -> None:
        def done() -> None:
            self._decided()
            then()

        NamesDialog(self._page, self._desk.appearance, told, self.looked, done).show()

    def _say_amiss(self, amiss: tuple[str, ...]) -> None:
        one = len(amiss) == 1
        verb = tr("quote no longer matches its") if one else tr("quotes no longer match their")
        self.amiss.say(tr("{0} {1} source.", number(len(amiss)), verb), " ".join(amiss))

    def _say_checked(self) -> None:
        if (summary := self._summary()) is not None:
            quotes = several(len(summary.quotes), "quote")
            self._desk.events.say(tr("All {0} match their sources.", quotes))

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, tr("Save as Word"), tr("Theme summary.docx"), tr("Word documents (*.docx)")
        )
        if chosen:
            self._write(Path(chosen).with_suffix(".docx"))

    def _write(self, path: Path) -> None:
        summary, template = self._summary(), self._template()
        if summary is None:
            return

        def done(checked: int) -> None:
            quotes = several(checked, "quote")
            self.saved.tell(path, tr("{0} checked against the sources.", quotes))
            self._desk.events.say(
                tr("Saved {0}. {1} checked against the sources.", path.name, quotes)
            )

        self._desk.read(
            tr("Save as Word"), lambda s: s.filing.save_summary(summary, path, template), done
        )
