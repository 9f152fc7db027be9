"""What is counted: rows, columns, unit, tags or suggestions too, and a filter."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu

from caseview.counting.wording import axis_title
from caseview.desktop.appearance.look import Appearance
from caseview.desktop.widgets.buttons import Button, Role, Segments
from caseview.desktop.widgets.labels import Voice, label
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.panes import Pane, row
from caseview.domain.crosstab import COUNTED_READS_AS, Counts, CrossTabSpec, Unit
from caseview.domain.reads_as import ReadsAs

_READS = [
    ("counted", "all but context"),
    (ReadsAs.GAP.value, "– gap"),
    (ReadsAs.GOOD_PRACTICE.value, "+ good practice"),
    (ReadsAs.RECOMMENDED.value, "→ recommended"),
]


class Choices(Pane):
    """Holds a CrossTabSpec; `changed()` tells of each change."""

    changed = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__("What is counted", margins=10)
        self._look = look
        self._spec = CrossTabSpec()
        self._rows = Button(look, "", Role.MENU)
        self._columns = Button(look, "", Role.MENU)
        self._unit = Segments(look, "Count", [(u.value, u.value.capitalize()) for u in Unit])
        self._counts = Segments(
            look,
            "Counts",
            [(Counts.TAGS.value, "Tags"), (Counts.PROVISIONAL.value, "Tags and suggestions")],
        )
        self._reads = Segments(look, "Reads as", _READS, compact=True)
        self._where = QLineEdit()
        self._where.setPlaceholderText("All reviews. Filter: kind:sar year:2023")
        self._where.setAccessibleName("Filter by details")
        self._where.setClearButtonEnabled(True)
        self._amiss = Banner(look)
        self._lay_out()
        self._unit.chosen.connect(lambda value: self._set(replace(self._spec, unit=Unit(value))))
        self._counts.chosen.connect(
            lambda value: self._set(replace(self._spec, counts=Counts(value)))
        )
        self._reads.chosen.connect(self._read)
        self._where.editingFinished.connect(self._filter)
        self._where.textChanged.connect(self._cleared)
        self.choose(self._spec)

    @property
    def spec(self) -> CrossTabSpec:
        """What is to be counted."""
        return self._spec

    def choose(self, spec: CrossTabSpec) -> None:
        """Take over a spec without telling."""
        self._spec = spec
        self._unit.choose(spec.unit.value)
        self._counts.choose(spec.counts.value)
        self._where.setText(spec.where)
        self._show()

    def offer(self, axes: Sequence[str]) -> None:
        """Offer these names for rows and columns."""
        for button, is_row in ((self._rows, True), (self._columns, False)):
            menu = QMenu(button)
            for name in axes:
                if is_row or name not in {"themes", "groups"}:
                    action = menu.addAction(axis_title(name).capitalize())
                    action.triggered.connect(
                        lambda _checked, name=name, is_row=is_row: self._axis(name, is_row)
                    )
            button.setMenu(menu)

    def say_amiss(self, what: str, more: str) -> None:
        """Say that the filter cannot be understood, "" for that it can."""
        self._amiss.setVisible(bool(what))
        if what:
            self._amiss.say(what, more)

    def _lay_out(self) -> None:
        first = row(
            self._rows,
            self._columns,
            4,
            label("Count", Voice.SECONDARY),
            self._unit,
            4,
            label("Counts", Voice.SECONDARY),
            self._counts,
            None,
        )
        second = row(label("Reads as", Voice.SECONDARY), self._reads, 8)
        second.addWidget(label("Filter", Voice.SECONDARY))
        second.addWidget(self._where, 1)
        self.column.addLayout(first)
        self.column.addLayout(second)
        self.column.addWidget(self._amiss)

    def _axis(self, name: str, is_row: bool) -> None:  # noqa: FBT001 - from a menu's own action
        self._set(replace(self._spec, rows=name) if is_row else replace(self._spec, columns=name))

    def _read(self, value: str) -> None:
        read = COUNTED_READS_AS if value == "counted" else frozenset({ReadsAs(value)})
        self._set(replace(self._spec, reads_as=read))

    def _cleared(self, typed: str) -> None:
        if not typed:
            self._filter()

    def _filter(self) -> None:
        self._set(replace(self._spec, where=self._where.text().strip()))

    def _set(self, spec: CrossTabSpec) -> None:
        if spec != self._spec:
            self._spec = spec
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        arrow = "\N{BLACK DOWN-POINTING TRIANGLE}"
        self._rows.say(f"Rows: {axis_title(self._spec.rows).capitalize()}  {arrow}")
        self._columns.say(f"Columns: {axis_title(self._spec.columns).capitalize()}  {arrow}")
