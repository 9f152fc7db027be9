"""What goes to other programs and comes from them: REFI-QDA projects and codebooks, sheets."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook
from caseview.domain.exchange import Exchange, ExchangeCode
from caseview.domain.sheet import Sheet
from caseview.tagging.editing.draft import Draft
from caseview.usecases.coded_sheet import holds_coding, tags_from_sheet
from caseview.usecases.details_table import (
    DetailsPlan,
    apply_details,
    details_table,
    plan_details,
)
from caseview.usecases.edit_codebook import apply_codebook, preview_codebook
from caseview.usecases.exchange_codes import codes_of
from caseview.usecases.exchange_matching import codebook_of
from caseview.usecases.export_exchange import Exported, export_exchange
from caseview.usecases.load_exchange import Loaded, Loading, load_exchange
from caseview.usecases.new_version import Adopted, adopt_version
from caseview.usecases.ports import Stop
from caseview.usecases.suggest_again import InTurn
from caseview.usecases.tag_table import tag_table
from caseview.usecases.work import Casebook
from caseview.wiring.house import House, now

ORIGIN = "CaseView"
CODES = ".qdc"
"""What the name of a codebook for other programs ends with."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken from a sheet: its plan, how many tags, and what could not be taken."""

    plan: DetailsPlan
    tags: int
    trouble: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Exchanging:
    """What goes to other programs and comes from them; `coder` is who does it."""

    house: House
    casebook: Casebook
    coder: str
    jobs: int = 2

    def export_project(self, path: Path) -> Exported:
        """Write the casebook as a project (.qdpx). Raises ExportError when it cannot be."""
        from caseview.exporters.refi_writer import RefiProject  # noqa: PLC0415 (start-up)

        return export_exchange(self.casebook, RefiProject(), path)

    def load_project(self, path: Path, *, stop: Stop = lambda: False) -> Loaded:
        """Bring in a project (.qdpx). Raises ReadError when the file is none."""
        exchange = read_project(path)
        with self.casebook.reading() as work:
            reader = self.house.reader(work.codebook)
        with tempfile.TemporaryDirectory(prefix="caseview-") as folder:
            how = Loading(reader, Path(folder), self.coder, now, self.jobs, stop)
            return load_exchange(self.casebook, exchange, how)

    def export_tags(self, path: Path) -> int:
        """Write every tag with its words to .xlsx, .docx or .csv; return how many.

        Raises ExportError when the file cannot be written.
        """
        listing = tag_table(self.casebook)
        self.house.listing_writer(path.suffix.lower()).write(listing, path)
        return len(listing.rows)

    def details_to(self, path: Path) -> int:
        """Write the details of every review to Excel; return how many reviews.

        Raises ExportError when the file cannot be written.
        """
        listing = details_table(self.casebook)
        self.house.listing_writer(path.suffix.lower()).write(listing, path)
        return len(listing.rows)

    def plan_details(self, path: Path) -> DetailsPlan:
        """Return what a sheet of details would change. Raises ReadError when it is no workbook."""
        return plan_details(self.casebook, read_sheet(path))

    def take_details(self, path: Path, *, over_confirmed: bool) -> Taken:
        """Take details, and coding where there is some, from a sheet; each is one act."""
        sheet = read_sheet(path)
        plan, changes = apply_details(
            self.casebook, sheet, over_confirmed=over_confirmed, coder=self.coder
        )
        if not holds_coding(sheet):
            return Taken(plan, 0, plan.trouble, changes)
        coded = tags_from_sheet(self.casebook, sheet, coder=self.coder, now=now)
        trouble = (*plan.trouble, *coded.trouble)
        return Taken(plan, coded.tags, trouble, changes | coded.changes)

    def adopt(self, older: int, newer: int) -> Adopted:
        """Let a newer version of a document stand in for an older one, tags and all."""
        return adopt_version(self.casebook, older, newer, coder=self.coder)

    def export_codebook(self, path: Path) -> int:
        """Write the codebook in use (.qdc); return how many codes are in it.

        Raises ExportError when it cannot be written.
        """
        with self.casebook.reading() as work:
            return write_codes(work.codebook, path)

    def load_codebook(self, path: Path, *, stop: Stop = lambda: False) -> tuple[str, ...]:
        """Put the codes of a file (.qdc) in use as one act; return what changed, in sentences.

        Raises ReadError when the file is none.
        """
        draft = self.codebook_draft(path)
        effect = preview_codebook(
            self.casebook, draft, InTurn(), told=lambda _done, _of: None, stop=stop
        )
        if effect is None:
            return ()
        apply_codebook(self.casebook, draft, effect.fresh, coder=self.coder)
        return draft.changes

    def codebook_draft(self, path: Path) -> Draft:
        """Return what the codebook in use would become with the codes of a file (.qdc).

        Raises ReadError when the file is none.
        """
        with self.casebook.reading() as work:
            current = work.codebook
        return Draft.of(current).with_codebook(codebook_of(read_codes(path), current))


def read_project(path: Path) -> Exchange:
    """Return the project in a file (.qdpx). Raises ReadError when it is none."""
    from caseview.exporters.refi_reader import read_project as read  # noqa: PLC0415 (start-up)

    return read(path)


def write_codes(codebook: Codebook, path: Path) -> int:
    """Write a codebook for other programs (.qdc); return how many codes are in it.

    Raises ExportError when it cannot be written.
    """
    from caseview.exporters.refi_codebook import write_codebook_file  # noqa: PLC0415 (start-up)

    codes = codes_of(codebook)
    write_codebook_file(codes, ORIGIN, path)
    return len(codes)


def read_codes(path: Path) -> tuple[ExchangeCode, ...]:
    """Return the codes in a codebook file (.qdc). Raises ReadError when it is none."""
    from caseview.exporters.refi_reader import read_codebook_file  # noqa: PLC0415 (start-up)

    return read_codebook_file(path)


def read_sheet(path: Path) -> Sheet:
    """Return the first sheet of an Excel workbook. Raises ReadError when the file is none."""
    from caseview.exporters.sheet_reader import read_sheet as read  # noqa: PLC0415 (start-up)

    return read(path)
