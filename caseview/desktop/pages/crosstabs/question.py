"""What is told besides the cross-tab: of which themes, which review, which force or board."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from caseview.counting.halves import Parting
from caseview.counting.trend import MOST_THEMES
from caseview.counting.wording import joined
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.panes import emptied, row
from caseview.desktop.widgets.theme_picker import ThemePicker
from caseview.domain.crosstab import CrossTabSpec, Unit
from caseview.domain.english import English
from caseview.domain.review import Review
from caseview.usecases.tell import Question, Telling

BODIES = {
    "force": English("Police force"),
    "board": English("Board"),
    "area": English("Area"),
    "region": English("Region"),
}
WITHIN = (Unit.REVIEWS, Unit.DOCUMENTS, Unit.SECTIONS, Unit.PASSAGES)
_THREE = English("the three most frequent")
USUAL = {Telling.TOGETHER: English("every one"), Telling.YEARS: _THREE, Telling.MATRIX: _THREE}
MOST_CHIPS, LONGEST = 5, 26


class ThemeChips(QWidget):
    """Holds themes as chips to take away, with a button to add more; `changed()` tells."""

    changed = Signal()

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__()
        self._look, self._book = look, book
        self.themes: tuple[str, ...] = ()
        self._most, self._usual = 0, ""
        self._row = row(spacing=6)
        self.setLayout(self._row)
        self._show()

    def limit(self, most: int, usual: str) -> None:
        """Take at most so many themes (0: any number); `usual` says what no choice means."""
        self._most, self._usual = most, usual
        self._show()

    def choose(self, themes: Sequence[str]) -> None:
        """Hold other themes without telling."""
        self.themes = tuple(themes)
        self._show()

    def pick(self) -> None:
        """Let a person type a theme to add."""
        picker = ThemePicker(self.window(), self._look, self._book, self._add)
        picker.show_at(self.mapToGlobal(QPoint(0, self.height())))

    def _add(self, theme: str) -> None:
        self._change(tuple(dict.fromkeys((*self.themes, theme))))

    def _change(self, themes: tuple[str, ...]) -> None:
        self.themes = themes
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        emptied(self._row)
        if len(self.themes) > MOST_CHIPS:
            names = joined([self._book.face(theme).name for theme in self.themes])
            self._chip(tr("{0} themes", len(self.themes)), tr("Leave out all: {0}", names), ())
        else:
            for theme in self.themes:
                name = self._book.face(theme).name
                short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
                left = tuple(one for one in self.themes if one != theme)
                self._chip(short, tr("Leave out {0}", name), left)
        if not self.themes:
            self._row.addWidget(label(self._usual, Voice.SECONDARY))
        full = bool(self._most) and len(self.themes) >= self._most
        add = Button(self._look, tr("Add a theme"), Role.LINK, icon="plus")
        add.setEnabled(not full)
        add.setToolTip(
            tr("Take one away first: {0} can be told apart.", self._most) if full else ""
        )
        add.clicked.connect(lambda _checked: self.pick())
        self._row.addWidget(add)

    def _chip(self, words: str, spoken: str, left: tuple[str, ...]) -> None:
        chip = Button(self._look, f"{words}  ✕", Role.CHIP)
        chip.setAccessibleName(spoken)
        chip.setToolTip(spoken)
        chip.clicked.connect(lambda _checked: self._change(left))
        self._row.addWidget(chip)


class Chooser(QComboBox):
    """A list to type into: what is typed anywhere in a name finds it; `picked()` tells."""

    picked = Signal()

    def __init__(self, look: Appearance, what: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(what)
        self.setMinimumWidth(look.px(380))
        self.setMaximumWidth(look.px(560))
        if (field := self.lineEdit()) is not None:
            field.setPlaceholderText(tr("Type a few letters"))
            field.setAccessibleName(what)
        if (completer := self.completer()) is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(completer.CompletionMode.PopupCompletion)
        self.activated.connect(lambda _place: self.picked.emit())

    def offer(self, names: Iterable[tuple[str, object]]) -> None:
        """Offer names with what each stands for; the one chosen stays where it is offered."""
        before = self.currentData()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for name, value in names:
            self.addItem(name, value)
        self.setCurrentIndex(self.findData(before) if before is not None else -1)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own

    def choose(self, value: object) -> None:
        """Choose what stands for this, none where it is not offered."""
        self.setCurrentIndex(self.findData(value))


class QuestionLine(QObject):
    """Holds what is asked besides what counts; `changed()` tells of each change.

    Its `parts` stand among the choices, those of the question in front.

    `bodies_wanted(str)` asks for the names of an attribute: "force", "board" …
    """

    changed = Signal()
    bodies_wanted = Signal(str)

    def __init__(self, look: Appearance, book: ThemeBook) -> None:
        super().__init__()
        self.telling = Telling.TOGETHER
        self._kept: dict[Telling, tuple[str, ...]] = {}
        meets = [(unit.value, unit.one.capitalize()) for unit in WITHIN]
        self.within = Segments(look, tr("In the same"), meets)
        self.themes = ThemeChips(look, book)
        self.review = Chooser(look, tr("Review"))
        self.attribute = Segments(look, tr("Compare by"), list(BODIES.items()))
        self.body = Chooser(look, tr("Force or board"))
        meeting, themes = _named(tr("In the same"), self.within), _named(tr("Themes"), self.themes)
        self._lines = {
            Telling.TOGETHER: (meeting, themes),
            Telling.YEARS: (themes,),
            Telling.MATRIX: (themes,),
            Telling.REVIEW: (_named(tr("Review"), self.review),),
            Telling.BODY: (_named(tr("Reviews of a"), self.attribute), self.body),
        }
        self.within.chosen.connect(lambda _value: self.changed.emit())
        self.themes.changed.connect(self.changed)
        self.review.picked.connect(self.changed)
        self.attribute.chosen.connect(self._other_bodies)
        self.body.picked.connect(self.changed)
        self.turn(self.telling)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Every part of every question, once."""
        return tuple(dict.fromkeys(part for line in self._lines.values() for part in line))

    def show_parts(self, *, on: bool) -> None:
        """Show the parts of the question in front, or none."""
        wanted = self._lines[self.telling] if on else ()
        for part in self.parts:
            part.setVisible(part in wanted)

    def turn(self, telling: Telling) -> None:
        """Ask of something else; the themes chosen for each stay with it."""
        self._kept[self.telling] = self.themes.themes
        self.telling = telling
        self.themes.choose(self._kept.get(telling, ()))
        most = MOST_THEMES if telling is Telling.YEARS else 0
        self.themes.limit(most, USUAL.get(telling, ""))
        if telling is Telling.BODY and not self.body.count():
            self.bodies_wanted.emit(self.attribute.value)

    def question(self, over: CrossTabSpec) -> Question | None:
        """Return what is asked, None while nothing is chosen to be told of."""
        if self.telling is Telling.TOGETHER:
            over = replace(over, unit=Unit(self.within.value))
            return Question(self.telling, over, self.themes.themes)
        over = replace(over, unit=Unit.REVIEWS)
        if self.telling in {Telling.YEARS, Telling.MATRIX}:
            return Question(self.telling, over, self.themes.themes)
        if self.telling is Telling.REVIEW:
            number = self.review.currentData()
            return Question(self.telling, over, review=number) if number is not None else None
        name = self.body.currentData()
        if name is None:
            return None
        return Question(self.telling, over, body=Parting(self.attribute.value, str(name)))

    def come_back(self, question: Question) -> None:
        """Take over a question without telling."""
        if question.body is not None:
            self.attribute.choose(question.body.attribute)
            if self.body.findData(question.body.value) < 0:
                self.body.addItem(question.body.value, question.body.value)
            self.body.choose(question.body.value)
            self.bodies_wanted.emit(question.body.attribute)
        self.turn(question.telling)
        if question.telling is Telling.TOGETHER:
            self.within.choose(question.over.unit.value)
        self.themes.choose(question.themes)
        if question.review is not None:
            if self.review.findData(question.review) < 0:
                self.review.addItem("", question.review)
            self.review.choose(question.review)

    def offer_reviews(self, reviews: Iterable[Review]) -> None:
        """Offer these reviews, by title."""
        self.review.offer(
            (f"{one.title} ({told(one.kind.label)}, {one.year or tr('year not recorded')})", one.id)
            for one in reviews
        )

    def offer_bodies(self, names: Sequence[str]) -> None:
        """Offer the names of the attribute chosen."""
        self.body.offer((name, name) for name in names)
        self.body.setEnabled(bool(names))
        if (field := self.body.lineEdit()) is not None:
            field.setPlaceholderText(tr("Type a few letters") if names else tr("None is recorded"))

    def _other_bodies(self, attribute: str) -> None:
        self.body.clear()
        self.bodies_wanted.emit(attribute)
        self.changed.emit()


def _named(words: str, widget: QWidget) -> QWidget:
    """Return a choice after its name, kept together on one line."""
    holder = QWidget()
    holder.setLayout(row(label(words, Voice.SECONDARY), widget, spacing=7))
    return holder
