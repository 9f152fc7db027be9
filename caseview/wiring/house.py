"""The adapters, made to measure for the data that ships; each is imported when first needed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from caseview.domain.codebook import Codebook
from caseview.domain.english import English
from caseview.domain.errors import ExportError
from caseview.locate import Places, places
from caseview.usecases.ports import (
    FileReader,
    Finder,
    FullText,
    HandoutWriter,
    HearsPages,
    ListingWriter,
    PagePainter,
    SummaryWriter,
    TableWriter,
)
from caseview.usecases.preview_summary import SummaryPreviewer
from caseview.usecases.work import Casebook


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Opening:
    """Who opens a casebook, and with which passphrase (None for a plain one)."""

    coder: str
    passphrase: str | None = None


@dataclass(frozen=True)
class House:
    """The adapters, made to measure for what ships at `places`."""

    places: Places

    def codebook(self, codebook_id: str = "core") -> Codebook:
        """Return a codebook that ships. Raises CaseViewError when there is none."""
        from caseview.tagging.codebook_text import read_codebook  # noqa: PLC0415 (start-up)

        return read_codebook(self.places.codebook(codebook_id).read_text(encoding="utf-8"))

    def new_casebook(
        self, path: Path, opening: Opening, *, codebook_id: str = "core", title: str = ""
    ) -> Casebook:
        """Make a casebook with a codebook that ships, and open it.

        Raises CasebookError when something is there already or it cannot be written.
        """
        from caseview.store.casebook import create_casebook  # noqa: PLC0415 (start-up)

        return create_casebook(
            path,
            self.codebook(codebook_id),
            full_text=self.full_text(),
            migrations=self.places.migrations,
            passphrase=opening.passphrase,
            coder=opening.coder,
            title=title or path.stem,
        )

    def open_casebook(self, path: Path, opening: Opening) -> Casebook:
        """Open a casebook. Raises CasebookCannotOpenError when it cannot be."""
        from caseview.store.casebook import open_casebook  # noqa: PLC0415 (start-up)

        return open_casebook(
            path,
            full_text=self.full_text(),
            migrations=self.places.migrations,
            passphrase=opening.passphrase,
            coder=opening.coder,
        )

    def restore_backup(self, backup: Path, to: Path, opening: Opening) -> Path | None:
        """Put a backup in the place of a closed casebook; return where that lies now, if any.

        `opening` holds the passphrase of the backup. Raises CasebookError; nothing changes then.
        """
        from caseview.store.restoring import restore_backup  # noqa: PLC0415 (start-up)

        return restore_backup(
            backup,
            to,
            migrations=self.places.migrations,
            passphrase=opening.passphrase,
            coder=opening.coder,
        )

    def set_passphrase(self, path: Path, opening: Opening, wanted: str | None) -> None:
        """Give a closed casebook another passphrase, or none; `opening` holds the one it has.

        Raises CasebookError; nothing changes then.
        """
        from caseview.store.passphrase import set_passphrase  # noqa: PLC0415 (start-up)

        set_passphrase(
            path,
            migrations=self.places.migrations,
            passphrase=opening.passphrase,
            wanted=wanted,
            coder=opening.coder,
        )

    def full_text(self) -> FullText:
        """Return what keeps the full-text index beside the passages."""
        from caseview.search.full_text import FullTextIndex  # noqa: PLC0415 (start-up)

        return FullTextIndex()

    def reader(self, codebook: Codebook, heard: HearsPages | None = None) -> FileReader:
        """Return what reads files in children, describes them and suggests by the codebook.

        `heard` hears of each scanned page that is read: path, pages read, pages in all.
        """
        from caseview.readers.pipeline import Preparation  # noqa: PLC0415 (start-up)
        from caseview.readers.worker import ChildReader  # noqa: PLC0415 (start-up)
        from caseview.tagging.codebook_text import write_codebook  # noqa: PLC0415 (start-up)

        preparation = Preparation(self.places.lists, write_codebook(codebook))
        return ChildReader(preparation, heard=heard)

    def page_painter(self) -> PagePainter:
        """Return what paints pages of documents in a child of its own."""
        from caseview.readers.page_pictures import ChildPainter  # noqa: PLC0415 (start-up)

        return ChildPainter()

    def finder(self) -> Finder:
        """Return what answers searches; one for all, for it keeps word lists between searches."""
        return self._finder

    @cached_property
    def _finder(self) -> Finder:
        from caseview.search.families import read_table  # noqa: PLC0415 (start-up)
        from caseview.search.finder import QueryFinder  # noqa: PLC0415 (start-up)

        families = self.places.lists / "word_families.txt"
        return QueryFinder(read_table(families.read_text(encoding="utf-8")))

    def summary_previewer(self) -> SummaryPreviewer:
        """Return what shows theme summaries as they will stand in Word."""
        from caseview.exporters.word_summary import WordSummary  # noqa: PLC0415 (start-up)

        return WordSummary()

    def summary_writer(self) -> SummaryWriter:
        """Return what writes theme summaries to Word."""
        from caseview.exporters.word_summary import WordSummary  # noqa: PLC0415 (start-up)

        return WordSummary()

    def table_writer(self, ending: str) -> TableWriter:
        """Return what writes cross-tabs to Excel (".xlsx"), Word (".docx"), CSV (".csv") or HTML.

        Raises ExportError for another ending.
        """
        if ending == ".docx":
            from caseview.exporters.word_table import WordTable  # noqa: PLC0415 (start-up)

            return WordTable()
        if ending == ".csv":
            from caseview.exporters.csv_table import CsvTable  # noqa: PLC0415 (start-up)

            return CsvTable()
        if ending == ".html":
            from caseview.exporters.html_table import HtmlTable  # noqa: PLC0415 (start-up)

            return HtmlTable()
        if ending == ".xlsx":
            from caseview.exporters.workbook import Workbook  # noqa: PLC0415 (start-up)

            return Workbook()
        raise ExportError(
            English("A table cannot be written to a file that ends in “{0}”.", ending),
            "Use .xlsx, .docx, .csv or .html.",
        )

    def listing_writer(self, ending: str) -> ListingWriter:
        """Return what writes a plain list to Excel (".xlsx"), Word (".docx") or CSV (".csv").

        Raises ExportError for another ending.
        """
        from caseview.exporters.listing_files import WRITERS  # noqa: PLC0415 (start-up)

        if ending not in WRITERS:
            raise ExportError(
                English("A list cannot be written to a file that ends in “{0}”.", ending),
                "Use .xlsx, .docx or .csv.",
            )
        return WRITERS[ending]()

    def handout_writer(self, ending: str) -> HandoutWriter:
        """Return what writes handouts to Excel (".xlsx"), Word (".docx") or CSV (".csv").

        Raises ExportError for another ending.
        """
        from caseview.exporters.handout_files import WRITERS  # noqa: PLC0415 (start-up)

        if ending not in WRITERS:
            raise ExportError(
                English("Figures cannot be written to a file that ends in “{0}”.", ending),
                "Use .xlsx, .docx or .csv.",
            )
        return WRITERS[ending]()


def house() -> House:
    """Return the adapters over the data that ships with this program."""
    return House(places())
