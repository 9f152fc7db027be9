"""What is counted: rows, columns, unit, percentages, tags or suggestions too, and filters."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from caseview.counting.wording import axis_title
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.pages.crosstabs.filter_line import FilterLine
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import Pane, row
from caseview.domain.crosstab import COUNTED_READS_AS, Counts, CrossTabSpec, Share, Unit
from caseview.domain.english import English
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review
from caseview.domain.suggestion import Level

_READS = [
    ("counted", English("all but context")),
    (ReadsAs.GAP.value, English("– gap")),
    (ReadsAs.GOOD_PRACTICE.value, English("+ good practice")),
    (ReadsAs.RECOMMENDED.value, English("→ recommended")),
    ("any", English("any")),
]
_READ = {"counted": COUNTED_READS_AS, "any": frozenset(ReadsAs)}
_LEVELS = {
    Level.SURE: English("Sure suggestions only"),
    Level.NORMAL: English("Normal: what the Reader shows"),
    Level.READING: English("Reading: every suggestion, however unsure"),
}
_LEVEL = {
    Level.SURE: English("sure"),
    Level.NORMAL: English("normal"),
    Level.READING: English("reading"),
}
_DOWN = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"


class Choices(Pane):
    """Holds a CrossTabSpec; `changed()` tells of each change of it.

    `shared(Share)` tells what percentages are to be of, `trimmed(bool)` whether rows without a
    number are left out: both change what is shown, not what is counted.
    """

    changed = Signal()
    shared = Signal(object)
    trimmed = Signal(bool)

    def __init__(self, look: Appearance) -> None:
        super().__init__(tr("What is counted"), margins=10)
        self._spec = CrossTabSpec()
        self._own_counts = False
        self._rows = Button(look, "", Role.MENU)
        self._columns = Button(look, "", Role.MENU)
        self._level = Button(look, "", Role.MENU)
        self._unit = Segments(look, tr("Count"), [(u.value, u.words.capitalize()) for u in Unit])
        self._share = Segments(look, tr("Show per cent"), [(s.value, s.words) for s in Share])
        self._counts = Segments(
            look,
            tr("Counts"),
            [
                (Counts.TAGS.value, tr("Tags")),
                (Counts.PROVISIONAL.value, tr("Tags and suggestions")),
            ],
        )
        self._reads = Segments(look, tr("Reads as"), _READS, compact=True)
        lead = QWidget()
        lead.setLayout(row(self._level, 2, label(tr("Reads as"), Voice.SECONDARY), self._reads, 4))
        self.filters = FilterLine(look, lead)
        self._amiss = Banner(look)
        self._lay_out()
        self._offer_levels()
        self._unit.chosen.connect(lambda value: self._set(replace(self._spec, unit=Unit(value))))
        self._counts.chosen.connect(self._count)
        self._reads.chosen.connect(self._read)
        self._share.chosen.connect(lambda value: self.shared.emit(Share(value)))
        self.filters.changed.connect(
            lambda: self._set(replace(self._spec, where=self.filters.where))
        )
        self.choose(self._spec)

    @property
    def spec(self) -> CrossTabSpec:
        """What is to be counted."""
        return self._spec

    @property
    def follows(self) -> bool:
        """Whether nobody has said yet if suggestions count, so that finished reviews decide."""
        return not self._own_counts

    def choose(self, spec: CrossTabSpec) -> None:
        """Take over a spec without telling."""
        self._spec = spec
        self._unit.choose(spec.unit.value)
        self._counts.choose(spec.counts.value)
        named = {read: name for name, read in _READ.items()}
        one = next(iter(spec.reads_as)).value if len(spec.reads_as) == 1 else "any"
        known = {value for value, _ in _READS}
        self._reads.choose(named.get(spec.reads_as, one if one in known else "any"))
        self.filters.choose(spec.where)
        self._show()

    @property
    def share(self) -> Share:
        """What percentages are to be of."""
        return Share(self._share.value)

    def choose_share(self, share: Share) -> None:
        """Choose what percentages are of, and tell."""
        self._share.choose(share.value)
        self.shared.emit(share)

    def arrive(self, spec: CrossTabSpec, *, follows: bool) -> bool:
        """Take over the spec of a place; return whether it is not what was counted here.

        Unless finished reviews decide what counts there (`follows`) the place says it, even where
        that is how one begins.
        """
        if spec == self._spec and (follows or self._own_counts):
            return False
        self.come_back(spec, own_counts=not follows)
        return True

    def come_back(self, spec: CrossTabSpec, *, own_counts: bool = False) -> None:
        """Take over the spec of a place gone back to, with whether suggestions counted there.

        With `own_counts` a person has said what counts, as in a saved cross-tab.
        """
        self._own_counts = self._own_counts or own_counts or spec.counts is not self._spec.counts
        self.choose(spec)

    def offer(self, axes: Sequence[str], reviews: Iterable[Review]) -> None:
        """Offer these names for rows and columns, and what these reviews can be filtered by."""
        for button, is_row in ((self._rows, True), (self._columns, False)):
            menu = QMenu(button)
            for name in axes:
                action = menu.addAction(told(axis_title(name).capitalize()))
                action.triggered.connect(
                    lambda _checked, name=name, is_row=is_row: self._axis(name, is_row)
                )
            if is_row:
                menu.addSeparator()
                trim = menu.addAction(tr("Leave out rows without a number"))
                trim.setCheckable(True)
                trim.toggled.connect(self.trimmed.emit)
            button.setMenu(menu)
        self.filters.offer(reviews)

    def add(self, words: str, widget: QWidget) -> None:
        """Add one more choice of a cross-tab, after those of what is counted."""
        self._own.append(self._flow.add(label(words, Voice.SECONDARY), widget))

    def ask_besides(self, parts: Iterable[QWidget]) -> None:
        """Put in what is asked besides a cross-tab; whoever asks shows and hides it."""
        for part in parts:
            self._flow.addWidget(part)
            part.hide()

    def turn(self, *, besides: bool) -> None:
        """Offer what makes a cross-tab, or leave it away for what is asked besides one."""
        for part in self._own:
            part.setVisible(not besides)
        self._flow.invalidate()
        self.updateGeometry()

    def say_amiss(self, what: str, more: str) -> None:
        """Say that the filter cannot be understood, "" for that it can."""
        self._amiss.setVisible(bool(what))
        if what:
            self._amiss.say(what, more)

    def _lay_out(self) -> None:
        self._flow = flow = FlowLayout(across=10)
        self._own = [
            flow.add(self._rows),
            flow.add(self._columns),
            flow.add(label(tr("Count"), Voice.SECONDARY), self._unit),
            flow.add(label(tr("Show %"), Voice.SECONDARY), self._share),
        ]
        flow.add(label(tr("Counts"), Voice.SECONDARY), self._counts)
        self.column.addLayout(flow)
        self.column.addWidget(self.filters)
        self.column.addWidget(self._amiss)

    def _offer_levels(self) -> None:
        menu = QMenu(self._level)
        for level, words in _LEVELS.items():
            menu.addAction(words).triggered.connect(
                lambda _checked, level=level: self._set(replace(self._spec, level=level))
            )
        self._level.setMenu(menu)

    def _axis(self, name: str, is_row: bool) -> None:  # noqa: FBT001 - from a menu's own action
        self._set(replace(self._spec, rows=name) if is_row else replace(self._spec, columns=name))

    def _count(self, value: str) -> None:
        self._own_counts = True
        self._set(replace(self._spec, counts=Counts(value)))

    def _read(self, value: str) -> None:
        read = _READ.get(value) or frozenset({ReadsAs(value)})
        self._set(replace(self._spec, reads_as=read))

    def _set(self, spec: CrossTabSpec) -> None:
        if spec != self._spec:
            self._spec = spec
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        spec = self._spec
        self._rows.say(tr("Rows: {0}  {1}", axis_title(spec.rows).capitalize(), _DOWN))
        self._columns.say(tr("Columns: {0}  {1}", axis_title(spec.columns).capitalize(), _DOWN))
        self._level.say(tr("Level: {0}  {1}", tr(_LEVEL[spec.level]), _DOWN))
        self._level.setVisible(spec.counts is Counts.PROVISIONAL)
