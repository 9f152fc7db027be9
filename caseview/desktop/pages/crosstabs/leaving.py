"""What everything leaving the Cross-tabs page shares: the panel, the file, and word of it saved."""

from abc import ABC, abstractmethod
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caseview.counting.small_numbers import SHOW_ALL, SmallNumbers
from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.exporting import COUNTING, FILES, ExportDialog
from caseview.desktop.models.small_numbers import EVERY
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.notices import Saved


class Leaving(ABC):
    """Asks to what and where, and by which rule; whoever sends overrides `preview` and `write`.

    `casebook_rule` is the rule for small numbers that holds where none was chosen here.
    """

    panel = ExportDialog

    def __init__(self, page: QWidget, desk: Desk, name: str) -> None:
        self.page, self.desk = page, desk
        self._name = name
        self._rule: SmallNumbers | None = None
        self.casebook_rule = SHOW_ALL
        self.told = Saved(desk.appearance)

    def ask(self, ending: str = ".docx") -> None:
        """Open the export panel with the casebook's rule, or the one chosen last."""
        dialog = self.panel(self.page, self.desk.appearance, ending, self._to_file)
        dialog.rule_changed.connect(lambda rule: self._changed(dialog, rule))
        dialog.show()
        dialog.choose(self._rule or self.casebook_rule)

    @abstractmethod
    def preview(self, dialog: ExportDialog, rule: SmallNumbers) -> None:
        """Count what the rule hides and tell the panel, which may be closed by then."""

    @abstractmethod
    def write(self, path: Path, rule: SmallNumbers | None = None) -> None:
        """Write the file; the ending of the path says to what. None: by the casebook's rule."""

    def tell_saved(self, path: Path) -> None:
        """Say that a file was written, and offer to open it."""
        self.told.tell(path)
        self.desk.events.say(tr("Saved {0}.", path.name))

    def _changed(self, dialog: ExportDialog, rule: SmallNumbers) -> None:
        dialog.tell(tr(COUNTING if rule.under else EVERY))
        if rule.under:
            self.preview(dialog, rule)

    def _to_file(self, ending: str, rule: SmallNumbers) -> None:
        self._rule = rule
        chosen, _ = QFileDialog.getSaveFileName(
            self.page, tr(self.panel.title), tr(self._name) + ending, tr(FILES[ending])
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == ending else path.with_suffix(ending), rule)
