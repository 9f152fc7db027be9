"""The codebook as files: exported, imported as a draft, and its versions."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from caseview.desktop.dialogs.codebook_versions import VersionsDialog
from caseview.desktop.pages.codebook.applying import Applying
from caseview.desktop.pages.codebook.editing import Drafting
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.notices import Saved
from caseview.desktop.widgets.page import Page
from caseview.domain.codebook import Codebook
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.english import English

KINDS = {
    ".xlsx": English("Excel workbooks (*.xlsx)"),
    ".toml": English("Codebooks as text (*.toml)"),
    ".qdc": English("Codebooks of other programs, REFI-QDA (*.qdc)"),
}


class Filing(QObject):
    """Asks for files and reads or writes them on a worker."""

    def __init__(self, page: Page, drafting: Drafting, applying: Applying, saved: Saved) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self._drafting = drafting
        self._applying = applying
        self._saved = saved

    def ask_export(self) -> None:
        """Ask for a file and write the codebook in use."""
        self._ask(self._drafting.draft.before.version, self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the codebook in use."""
        codebook = self._drafting.draft.before
        self._write(lambda: codebook, path)

    def ask_import(self) -> None:
        """Ask for a file and make its codebook the draft."""
        kinds = tr("Codebooks (*.xlsx *.toml *.qdc);;{0}", ";;".join(KINDS.values()))
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("Import a codebook"), "", kinds)
        if chosen:
            self.import_from(Path(chosen))

    def import_from(self, path: Path) -> None:
        """Make the codebook in a file the draft, and show what taking it would do."""

        def take(codebook: Codebook) -> None:
            if self._drafting.take(codebook):
                self._applying.preview()

        self._desk.read(tr("Read the codebook"), lambda s: s.revising.read_file(path), take)

    def show_versions(self) -> None:
        """Show every version there was."""
        self._desk.read(
            tr("Read the versions"), lambda s: s.revising.versions(), self._show, name="versions"
        )

    def _show(self, versions: tuple[CodebookVersion, ...]) -> None:
        names = {one.id: one.version for one in versions}

        def save(number: int) -> None:
            self._ask(names[number], partial(self._write_version, number))

        VersionsDialog(self._page, self._page.look, versions, save).show()

    def _write_version(self, number: int, path: Path) -> None:
        self._write(lambda: self._desk.session.revising.version(number), path)

    def _ask(self, version: str, act: Callable[[Path], object]) -> None:
        kinds = ";;".join(KINDS.values())
        name = tr("Codebook {0}.xlsx", version)
        chosen, kind = QFileDialog.getSaveFileName(self._page, tr("Export codebook"), name, kinds)
        if chosen:
            path = Path(chosen)
            meant = next((e for e, words in KINDS.items() if words == kind), ".xlsx")
            act(path if path.suffix in KINDS else path.with_suffix(meant))

    def _write(self, codebook: Callable[[], Codebook], path: Path) -> None:
        def done(_: None) -> None:
            self._saved.tell(path)
            self._desk.events.say(tr("Saved {0}.", path.name))

        self._desk.read(
            tr("Save the codebook"), lambda s: s.revising.write_file(codebook(), path), done
        )
