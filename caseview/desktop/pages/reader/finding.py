"""Finding words in the document that is open."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QObject

from caseview.desktop.desk import Desk
from caseview.desktop.models.finding import folded, following, occurrences
from caseview.desktop.pages.reader.views import Views
from caseview.desktop.widgets.find_bar import FindBar
from caseview.domain.span import Span

LONGEST = 80


@dataclass
class _Plain:
    """A text and, once asked for on a worker, its plain letters."""

    text: str

    @cached_property
    def letters(self) -> str:
        return folded(self.text)

    def spans(self, typed: str) -> tuple[Span, ...]:
        return occurrences(self.letters, typed)


class Finding(QObject):
    """Answers Ctrl+F, F3 and Shift+F3."""

    def __init__(self, desk: Desk, views: Views, bar: FindBar) -> None:
        super().__init__(bar)
        self._desk = desk
        self._views = views
        self._bar = bar
        self._plain = _Plain("")
        self._spans: tuple[Span, ...] = ()
        self._at: int | None = None
        self._from = 0
        bar.typed.connect(self._look)
        bar.step.connect(self.step)
        bar.left.connect(self.close)

    def show(self, text: str) -> None:
        """Find in this text from now on."""
        self._plain = _Plain(text)
        self._spans, self._at = (), None
        self._bar.hide()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches found."""
        return self._spans

    def open(self) -> None:
        """Show the bar; words selected are looked for at once."""
        selected = self._views.text.selection()
        self._from = self._views.text.here if selected is None else selected.start
        if selected is not None and len(selected) <= LONGEST:
            self._bar.field.setText(" ".join(selected.of(self._plain.text).split()))
        self._bar.open()
        self._look(self._bar.field.text())

    def step(self, step: int) -> None:
        """Go to the next stretch (1) or the one before (-1)."""
        if not self._bar.isVisible():
            self.open()
        elif self._spans and self._at is not None:
            self._go(self._at + step)

    def close(self) -> None:
        """Hide the bar and its marks; the cursor stays where it came to."""
        self._bar.hide()
        self._spans, self._at = (), None
        self._views.show_found(())
        self._views.focus()

    @property
    def is_open(self) -> bool:
        """Whether the bar shows."""
        return self._bar.isVisible()

    def _look(self, typed: str) -> None:
        plain = self._plain
        self._desk.read(
            "Find words in the document",
            lambda _session: plain.spans(typed),
            self._found,
            name="reader find",
        )

    def _found(self, spans: tuple[Span, ...]) -> None:
        if not self._bar.isVisible():
            return
        self._spans = spans
        self._at = None
        first = following(spans, self._from)
        if first is None:
            self._views.show_found(())
            self._bar.say(0, 0)
        else:
            self._go(first)

    def _go(self, at: int) -> None:
        self._at = at % len(self._spans)
        here = self._spans[self._at]
        self._from = here.start
        self._views.show_found(self._spans, here)
        self._views.reveal(here)
        self._bar.say(self._at + 1, len(self._spans))
