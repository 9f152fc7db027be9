"""The pane about a theme: what it is, when to use it, its rules with how often they were right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.codebook import RULE_COLUMNS, rule_lines, weak_first
from caseview.desktop.models.figures_table import FiguresModel
from caseview.desktop.models.themebook import NO_GROUP, Face, ThemeBook
from caseview.desktop.pages.codebook.weak_rule import WeakRule
from caseview.desktop.tongue import told, tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.chips import Chip
from caseview.desktop.widgets.figures_table import FiguresTable
from caseview.desktop.widgets.flow import FlowLayout
from caseview.desktop.widgets.labels import OneLine, Voice, label
from caseview.desktop.widgets.panes import emptied, row, scrolled
from caseview.domain.codebook import Codebook, Rule, Theme
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.english import English
from caseview.domain.frameworks import framework_name

_EXAMPLES = {"gap": "gap", "good_practice": English("good practice"), "context": "context"}


class AboutTheme(QWidget):
    """Shows a theme. `edit_wanted()`, `rule_wanted(str)` ("" for a new one), and the big acts.

    `remake_wanted(str, str)` asks for a rule to do something else, "" for it to be taken out.
    """

    edit_wanted = Signal()
    rule_wanted = Signal(str)
    split_wanted = Signal()
    merge_wanted = Signal()
    retire_wanted = Signal()
    remake_wanted = Signal(str, str)

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._chip = Chip(look, Face("", "", "", NO_GROUP))
        self._name = OneLine("", Voice.PANE)
        self._words = QWidget()
        self._column = QVBoxLayout(self._words)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(3)
        self.rules_model = FiguresModel()
        self.rules = FiguresTable(look, self.rules_model, tr("Rules of the theme"))
        self._rules_title = label(tr("Rules"), Voice.CAPTION)
        self.weak = WeakRule(look)
        self._figures = CodebookFigures()
        self._rules: tuple[Rule, ...] = ()
        self._lay_out(look)
        self.rules.opened.connect(self._open)
        self.rules.selectionModel().currentRowChanged.connect(lambda *_: self._tell_weak())
        self.weak.remake_wanted.connect(self.remake_wanted)
        self.setEnabled(False)

    @property
    def theme(self) -> Theme | None:
        """The theme shown."""
        return self._theme

    def show_theme(self, theme: Theme | None, codebook: Codebook, figures: CodebookFigures) -> None:
        """Show a theme with its figures, or nothing."""
        self._theme, self._figures = theme, figures
        self.setEnabled(theme is not None)
        emptied(self._column)
        self._rules = ()
        if theme is None:
            self._name.say(tr("No theme chosen"))
            self.rules_model.show(RULE_COLUMNS, ())
            return
        self._chip.show_face(ThemeBook(codebook).face(theme.id))
        self._name.say(tr("{0} (retired)", theme.name) if theme.retired else theme.name)
        names = {one.id: one.name for one in codebook.themes}
        for head, words in _paragraphs(codebook.in_words(theme), names):
            self._column.addWidget(label(head, Voice.CAPTION))
            self._column.addWidget(label(words, Voice.BODY, wrap=True))
            self._column.addSpacing(4)
        self._column.addStretch(1)
        self._rules = weak_first(theme, figures)
        self.rules_model.show(RULE_COLUMNS, rule_lines(self._rules, figures))
        weak = sum(figures.of_rule(rule.id).is_weak for rule in self._rules)
        count = len(self._rules)
        self._rules_title.setText(
            tr("Rules {0}, {1} weak", count, weak) if weak else tr("Rules {0}", count)
        )
        self._tell_weak()
        self._retire.say(tr("Bring back") if theme.retired else tr("Retire"))
        for button in (self._split, self._merge):
            button.setEnabled(not theme.retired and not theme.marker)

    def _tell_weak(self) -> None:
        at = self.rules.currentIndex().row()
        rule = self._rules[at] if 0 <= at < len(self._rules) else None
        self.weak.show_rule(rule, self._figures)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._rules):
            self.rule_wanted.emit(self._rules[at].id)

    def _lay_out(self, look: Appearance) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        edit = Button(look, tr("Edit theme"), icon="pencil")
        edit.clicked.connect(lambda _checked: self.edit_wanted.emit())
        add = Button(look, tr("Add rule"), icon="plus")
        add.clicked.connect(lambda _checked: self.rule_wanted.emit(""))
        change = Button(look, tr("Edit rule"))
        change.clicked.connect(lambda _checked: self._open(self.rules.currentIndex().row()))
        self._split = Button(look, tr("Split"))
        self._split.clicked.connect(lambda _checked: self.split_wanted.emit())
        self._merge = Button(look, tr("Merge into…"))
        self._merge.clicked.connect(lambda _checked: self.merge_wanted.emit())
        self._retire = Button(look, tr("Retire"))
        self._retire.clicked.connect(lambda _checked: self.retire_wanted.emit())
        column.addLayout(row(self._chip, self._name))
        column.addWidget(scrolled(self._words), 1)
        column.addLayout(row(self._rules_title, None, add, change))
        column.addWidget(self.rules, 1)
        self.rules.setMinimumHeight(look.px(84))
        column.addWidget(self.weak)
        acts = FlowLayout()
        for button in (edit, self._split, self._merge, self._retire):
            acts.add(button)
        column.addLayout(acts)


def _paragraphs(theme: Theme, names: dict[str, str]) -> list[tuple[str, str]]:
    found = [
        (tr("What it is"), theme.definition),
        (tr("Use it when"), theme.use_when),
        (tr("Do not use it when"), theme.not_when),
        *(
            (tr("Example: {0}", _EXAMPLES.get(shows, shows)), f"“{words}”")
            for shows, words in theme.examples.items()
        ),
        (tr("Reads as, unless said otherwise"), told(theme.default_reads_as.label.capitalize())),
        *((tr("Maps to: {0}", framework_name(name)), said) for name, said in theme.maps_to.items()),
        (tr("Came from"), ", ".join(names.get(one, one) for one in theme.came_from)),
        (tr("Sources"), ", ".join(theme.sources)),
    ]
    return [(head, words) for head, words in found if words]
