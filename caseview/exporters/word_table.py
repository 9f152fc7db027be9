"""Writes one cross-tab to Word: a real table with its caption, base and notes."""

from pathlib import Path

from typing_extensions import override

from caseview.counting import table_words, wording
from caseview.domain.crosstab import CrossTab
from caseview.domain.evidence import EvidenceSet
from caseview.domain.info import CasebookInfo
from caseview.exporters import word_figures as figures
from caseview.exporters import word_styles as look
from caseview.exporters.saving import save
from caseview.exporters.word_template import new_page
from caseview.usecases.ports import HearsRows, TableWriter, unheard


class WordTable(TableWriter):
    """Fulfils `usecases.ports.TableWriter` with a .docx file."""

    @property
    @override
    def shows_evidence(self) -> bool:
        """False: the evidence is not in a Word table."""
        return False

    @override
    def write(
        self,
        table: CrossTab,
        evidence: EvidenceSet,
        info: CasebookInfo,
        path: Path,
        heard: HearsRows = unheard,
    ) -> None:
        """Write the file. Raises ExportError when it cannot be written."""
        title = wording.title(table.spec)
        page = new_page(None)
        page.frame(info.marking, title)
        page.paragraph(title, look.TITLE)
        page.caption("Table", title)
        first = wording.axis_title(table.spec.rows).capitalize()
        for place, grid in enumerate(figures.by_theme(table, first, with_any=True)):
            if place:
                page.paragraph("The same table, further columns:", look.NOTE)
            page.table(grid)
        words = (*table_words.sentences(table), figures.tiny_sentence(table))
        page.paragraph(figures.note(*words), look.NOTE)
        for name, value in table_words.about(table, info):
            if name not in {"Table", "Marking"}:
                page.paragraph(f"{name}: {value}")
        save(path, page.file(title))
