"""An open casebook with the coder who works in it, as the window asks for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from caseview.domain.crosstab import CellAddress, CrossTab, CrossTabSpec
from caseview.domain.evidence import EvidenceSet
from caseview.domain.outcome import ImportOutcome
from caseview.domain.preview import Block
from caseview.domain.summary import Summary, SummarySpec
from caseview.usecases.build_crosstab import axis_names, build_crosstab
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.usecases.gather_evidence import gather_evidence
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.ports import HearsPages, PagePainter, Stop
from caseview.usecases.preview_summary import preview_summary
from caseview.usecases.work import Casebook
from caseview.wiring.comparing import Comparing
from caseview.wiring.deciding import Deciding
from caseview.wiring.exchanging import Exchanging
from caseview.wiring.house import House, now
from caseview.wiring.keeping import Keeping
from caseview.wiring.reading import Reading
from caseview.wiring.registering import Registering
from caseview.wiring.revising import Revising
from caseview.wiring.searching import Searching
from caseview.wiring.summarising import Summarising
from caseview.wiring.tabulating import Tabulating

Told = Callable[[ImportOutcome, int, int], None]


@dataclass(frozen=True, slots=True)
class Asking:
    """What the casebook answers."""

    house: House
    casebook: Casebook

    def axes(self) -> tuple[str, ...]:
        """Return the names a cross-tab's rows and columns may have."""
        with self.casebook.reading() as work:
            return axis_names(work)

    def crosstab(self, spec: CrossTabSpec) -> CrossTab:
        """Return the counted table."""
        return build_crosstab(self.casebook, self.house.finder(), spec, now)

    def evidence(self, spec: CrossTabSpec, address: CellAddress) -> EvidenceSet:
        """Return the passages behind one cell or total."""
        return gather_evidence(self.casebook, self.house.finder(), spec, address)

    def summary(self, spec: SummarySpec) -> Summary:
        """Return a theme summary as a value."""
        return compose_summary(self.casebook, self.house.finder(), spec, now)


@dataclass(frozen=True, slots=True)
class Filing:
    """What goes in and out as files."""

    house: House
    casebook: Casebook
    jobs: int

    def find_files(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Return the files that an import of these files and folders would read."""
        return gather_files(paths, casebook=self.casebook.path).files

    def import_files(
        self, paths: Sequence[Path], told: Told, stop: Stop, heard: HearsPages | None = None
    ) -> tuple[ImportOutcome, ...]:
        """Import; `told` hears each outcome with files done and files in all.

        `heard` hears of each scanned page that is read: path, pages read, pages in all.
        """
        batch = gather_files(paths, casebook=self.casebook.path)
        with self.casebook.reading() as work:
            batch = replace(batch, codebook=work.codebook)
            reader = self.house.reader(work.codebook, heard)
        seen: list[ImportOutcome] = []
        for outcome in import_documents(self.casebook, reader, batch, jobs=self.jobs, stop=stop):
            seen.append(outcome)
            told(outcome, len(seen), len(batch.files) + len(batch.refused))
        return tuple(seen)

    def past_imports(self) -> tuple[ImportOutcome, ...]:
        """Return what became of each file ever imported, oldest first."""
        with self.casebook.reading() as work:
            return work.imports.all()

    def preview(self, summary: Summary, template: Path | None = None) -> tuple[Block, ...]:
        """Return what the Word file of a summary would hold."""
        return preview_summary(self.house.summary_previewer(), summary, template)

    def save_summary(self, summary: Summary, path: Path, template: Path | None = None) -> int:
        """Write a summary to Word; return how many quotes were checked."""
        return export_summary(self.casebook, self.house.summary_writer(), summary, path, template)


@dataclass(frozen=True, slots=True)
class Session:
    """An open casebook with its coder."""

    coder: str
    reading: Reading
    deciding: Deciding
    asking: Asking
    searching: Searching
    keeping: Keeping
    filing: Filing
    register: Registering
    comparing: Comparing
    revising: Revising
    summarising: Summarising
    exchanging: Exchanging
    tabulating: Tabulating
    casebook: Casebook
    painter: PagePainter

    def as_coder(self, coder: str) -> "Session":
        """Return the session in which another coder goes on in the same open casebook."""
        self.casebook.work_as(coder)
        return _joined(self.filing, coder, self.painter)

    def close(self) -> None:
        """Give the casebook back."""
        self.painter.close()
        self.casebook.close()


def session(house: House, casebook: Casebook, coder: str, *, jobs: int = 2) -> Session:
    """Return the session of a coder in an open casebook; `jobs` files are read at once."""
    return _joined(Filing(house, casebook, jobs), coder, house.page_painter())


def _joined(filing: Filing, coder: str, painter: PagePainter) -> Session:
    house, casebook, jobs = filing.house, filing.casebook, filing.jobs
    register = Registering(house, casebook, coder)
    return Session(
        coder,
        Reading(casebook, painter),
        Deciding(casebook, coder),
        Asking(house, casebook),
        Searching(house, casebook, coder),
        Keeping(house, casebook, coder),
        filing,
        register,
        Comparing(house, casebook, coder),
        Revising(house, casebook, coder, jobs),
        Summarising(casebook, coder),
        Exchanging(house, casebook, coder, jobs),
        Tabulating(house, casebook, coder, register.compared),
        casebook,
        painter,
    )
