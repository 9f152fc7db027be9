"""The parts of the Codebook view: groups, themes, and beside them what is done with one theme."""

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.codebook import GROUP_COLUMNS, THEME_COLUMNS
from caseview.desktop.models.figures_table import FiguresModel
from caseview.desktop.pages.codebook.effect_pane import EffectPane
from caseview.desktop.pages.codebook.group_form import GroupForm
from caseview.desktop.pages.codebook.rule_editor import RuleEditor
from caseview.desktop.pages.codebook.split_pane import SplitPane
from caseview.desktop.pages.codebook.theme_form import ThemeForm
from caseview.desktop.pages.codebook.theme_tabs import ThemeTabs
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.buttons import Button
from caseview.desktop.widgets.collapsing import Panes
from caseview.desktop.widgets.figures_table import TALL, FiguresTable
from caseview.desktop.widgets.labels import OneLine, Voice
from caseview.desktop.widgets.notices import Banner, Empty
from caseview.desktop.widgets.page import GAP
from caseview.desktop.widgets.panes import Pane, row
from caseview.domain.english import English

ABOUT = English("About the theme")
NOTHING = English("No theme matches.")
FOOT = English("* suggestions accepted of those decided; ▲ fewer than half were right")


class Parts(QWidget):
    """Lays the parts out and knows which of them stands at the right."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.banner = Banner(look, "plain")
        self.amiss = Banner(look, "problem")
        self.groups_model, self.themes_model = FiguresModel(), FiguresModel()
        self.groups_model.show(GROUP_COLUMNS, ())
        self.themes_model.show(THEME_COLUMNS, ())
        self.groups = FiguresTable(look, self.groups_model, tr("Groups of themes"), high=TALL)
        self.themes = FiguresTable(look, self.themes_model, tr("Themes"))
        self.filter = QLineEdit()
        self.middle = QStackedWidget()
        self.tabs, self.form, self.rule = ThemeTabs(look), ThemeForm(look), RuleEditor(look)
        self.about = self.tabs.about
        self.effect, self.split, self.group = EffectPane(look), SplitPane(look), GroupForm(look)
        self.add_group = Button(look, tr("Add"), icon="plus")
        self.edit_group = Button(look, tr("Edit"), icon="pencil")
        self.right = QStackedWidget()
        for part in (self.tabs, self.form, self.rule, self.effect, self.split, self.group):
            self.right.addWidget(part)
        self.nothing = Empty(look, NOTHING)
        self.panes = self._lay_out(look)

    def show_right(self, part: QWidget) -> None:
        """Show one of the parts at the right."""
        self.right.setCurrentWidget(part)
        self.panes.show_pane(tr(ABOUT))

    def turn_tab(self, tab: str) -> None:
        """Show one of the tabs about the theme."""
        self.show_right(self.tabs)
        self.tabs.turn(tab)

    @property
    def at_work(self) -> bool:
        """Whether something is being filled in or looked at beside the list."""
        return self.right.currentWidget() is not self.tabs

    def _lay_out(self, look: Appearance) -> Panes:
        left = Pane(tr("Groups"), margins=1)
        left.main = self.groups
        left.column.addWidget(self.groups, 1)
        acts = row(self.add_group, self.edit_group, None)
        acts.setContentsMargins(10, 0, 10, 8)
        left.column.addLayout(acts)
        for button, words in (
            (self.add_group, tr("Add a group")),
            (self.edit_group, tr("Edit the group")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        left.setFixedWidth(look.px(252))
        self.groups.horizontalHeader().hide()
        self.filter.setPlaceholderText(tr("Filter the themes"))
        self.filter.setAccessibleName(tr("Filter the themes"))
        self.filter.setClearButtonEnabled(True)
        work = Pane(tr("Themes"), margins=1)
        work.main = self.themes
        top = QVBoxLayout()
        top.setContentsMargins(10, 8, 10, 0)
        top.addWidget(self.filter)
        work.column.addLayout(top)
        self.middle.addWidget(self.themes)
        self.middle.addWidget(self.nothing)
        work.column.addWidget(self.middle, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 0, 10, 8)
        foot.addWidget(OneLine(FOOT, Voice.SECONDARY))
        work.column.addLayout(foot)
        beside = Pane(ABOUT, margins=1)
        beside.column.addWidget(self.right)
        beside.setFixedWidth(look.px(392))
        panes = Panes(
            look, [(tr("Groups"), left), (tr("Themes"), work), (tr(ABOUT), beside)], least=400
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.banner, self.amiss):
            column.addWidget(part)
        column.addWidget(panes, 1)
        return panes
