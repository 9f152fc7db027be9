"""What the window needs of an open casebook; the wiring fulfils it over the use cases.

Each method blocks and returns domain values, so the window calls it on a worker only (see `jobs`).
All may raise CaseViewError, whose words are shown as they stand.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from caseview.desktop.session.comparing import Comparing
from caseview.desktop.session.exchanging import Exchanging
from caseview.desktop.session.keeping import Keeping
from caseview.desktop.session.registering import Registering
from caseview.desktop.session.revising import Revising
from caseview.desktop.session.searching import Searching
from caseview.desktop.session.summarising import Summarising
from caseview.desktop.session.tabulating import Tabulating
from caseview.domain.attribute import DetailName
from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook
from caseview.domain.crosstab import CellAddress, CrossTab, CrossTabSpec
from caseview.domain.document import Document, DocumentText, Line
from caseview.domain.evidence import EvidenceSet
from caseview.domain.info import CasebookInfo
from caseview.domain.note import Note
from caseview.domain.outcome import ImportOutcome
from caseview.domain.passage import KeptPassage
from caseview.domain.picture import PicturePlace
from caseview.domain.preview import Block
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review
from caseview.domain.section import Section
from caseview.domain.span import Span
from caseview.domain.suggestion import KeptSuggestion
from caseview.domain.summary import Summary, SummarySpec
from caseview.domain.tag import Tag

Stop = Callable[[], bool]
Told = Callable[[ImportOutcome, int, int], None]
HearsPages = Callable[[str, int, int], object]


class Reading(Protocol):
    """What is in the casebook."""

    def info(self) -> CasebookInfo:
        """Return the casebook at a glance."""
        ...

    def codebook(self) -> Codebook:
        """Return the codebook in force."""
        ...

    def library(self, ids: Iterable[int] | None = None) -> tuple[Review, ...]:
        """Return every review with its documents, by title, or those of these ids still there."""
        ...

    def review(self, review_id: int) -> Review:
        """Return one review with its documents."""
        ...

    def document(self, document_id: int) -> Document:
        """Return one document."""
        ...

    def text(self, document_id: int) -> DocumentText:
        """Return a document's words with paragraphs and pages."""
        ...

    def lines(self, document_id: int, page: int) -> tuple[Line, ...]:
        """Return the printed lines of one page, for exact boxes on its picture."""
        ...

    def page_picture(self, document_id: int, page: int, width: int) -> bytes:
        """Return one page as a PNG of `width` dots; b"" where the format has no pages."""
        ...

    def pictures_on(self, document_id: int, page: int) -> tuple[PicturePlace, ...]:
        """Return where photographs and drawings stand on a page, to cover them."""
        ...

    def outline(self, document_id: int) -> tuple[Section, ...]:
        """Return the sections of a document in reading order."""
        ...

    def passages(self, document_id: int) -> tuple[KeptPassage, ...]:
        """Return the passages of a document in reading order."""
        ...

    def suggestions(self, document_id: int) -> tuple[KeptSuggestion, ...]:
        """Return every suggestion of a document, decided or not, in reading order."""
        ...

    def tags(self, document_id: int) -> tuple[Tag, ...]:
        """Return the tags of a document in reading order."""
        ...

    def review_tags(self, review_id: int) -> tuple[Tag, ...]:
        """Return the tags of every document of a review."""
        ...

    def notes(self, about: str, *more: str) -> tuple[Note, ...]:
        """Return the notes on one thing ("document:4"), or on several, oldest first."""
        ...


class Deciding(Protocol):
    """What a coder does; each act is one entry of the journal and returns what changed."""

    def accept(
        self,
        suggestion_id: int,
        *,
        reads_as: ReadsAs | None = None,
        theme: str | None = None,
        span: Span | None = None,
        is_key: bool = False,
    ) -> Changes:
        """Make a tag of a suggestion; what is None stays as suggested."""
        ...

    def reject(self, suggestion_ids: Sequence[int]) -> Changes:
        """Reject suggestions."""
        ...

    def skip(self, suggestion_ids: Sequence[int]) -> Changes:
        """Leave suggestions for later."""
        ...

    def tag(
        self, document_id: int, where: Span | int, theme: str, reads_as: ReadsAs | None
    ) -> Changes:
        """Tag words by hand, or a whole page without words, by its number.

        `reads_as` None takes the theme's own default.
        """
        ...

    def tag_all(self, places: Sequence[tuple[int, Span]], theme: str) -> Changes:
        """Tag words of several documents, each (document id, span), as one act."""
        ...

    def change_tag(
        self,
        tag_id: int,
        *,
        theme: str | None = None,
        reads_as: ReadsAs | None = None,
        span: Span | None = None,
        is_key: bool | None = None,
    ) -> Changes:
        """Change a tag; what is None stays."""
        ...

    def untag(self, tag_id: int) -> Changes:
        """Remove a tag."""
        ...

    def finish(self, document_id: int) -> Changes:
        """Finish a document."""
        ...

    def reopen(self, document_id: int) -> Changes:
        """Open a finished document again."""
        ...

    def screen(self, review_id: int, reason: str | None) -> Changes:
        """Screen a review out with a reason, or back in with None."""
        ...

    def edit_reviews(
        self, review_ids: Sequence[int], values: Mapping[DetailName, Sequence[str]]
    ) -> Changes:
        """Give reviews these confirmed values, by detail, as one act; other details stay."""
        ...

    def write_note(self, about: str, text: str, note_id: int | None = None) -> Changes:
        """Add a note; with the id of one, give that other words, or take it away with none."""
        ...

    def remove(self, document_id: int, reason: str) -> Changes:
        """Remove a document for good; the one act that cannot be undone."""
        ...

    def undo(self) -> Changes:
        """Take back the last act."""
        ...

    def redo(self) -> Changes:
        """Do the last undone act again."""
        ...


class Asking(Protocol):
    """What the casebook answers."""

    def axes(self) -> tuple[str, ...]:
        """Return the names a cross-tab's rows and columns may have."""
        ...

    def crosstab(self, spec: CrossTabSpec) -> CrossTab:
        """Count."""
        ...

    def evidence(self, spec: CrossTabSpec, address: CellAddress) -> EvidenceSet:
        """Return the passages behind one cell or total."""
        ...

    def summary(self, spec: SummarySpec) -> Summary:
        """Compose a theme summary as a value."""
        ...


class Filing(Protocol):
    """What goes in and out as files."""

    def find_files(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Return the files that an import of these files and folders would read."""
        ...

    def import_files(
        self, paths: Sequence[Path], told: Told, stop: Stop, heard: HearsPages | None = None
    ) -> tuple[ImportOutcome, ...]:
        """Import; `told` hears each outcome with files done and files in all.

        `heard` hears of each scanned page that is read: path, pages read, pages in all.
        """
        ...

    def past_imports(self) -> tuple[ImportOutcome, ...]:
        """Return what became of each file ever imported, oldest first."""
        ...

    def preview(self, summary: Summary, template: Path | None = None) -> tuple[Block, ...]:
        """Return what the Word file of a summary would hold; no file is made."""
        ...

    def save_summary(self, summary: Summary, path: Path, template: Path | None = None) -> int:
        """Write a summary to Word; return how many quotes were checked."""
        ...


class Session(Protocol):
    """An open casebook with the coder who works in it."""

    @property
    def coder(self) -> str:
        """The coder's initials."""
        ...

    @property
    def reading(self) -> Reading: ...  # noqa: D102 - named for what it returns
    @property
    def deciding(self) -> Deciding: ...  # noqa: D102
    @property
    def asking(self) -> Asking: ...  # noqa: D102
    @property
    def searching(self) -> Searching: ...  # noqa: D102
    @property
    def filing(self) -> Filing: ...  # noqa: D102
    @property
    def keeping(self) -> Keeping: ...  # noqa: D102
    @property
    def register(self) -> Registering: ...  # noqa: D102
    @property
    def comparing(self) -> Comparing: ...  # noqa: D102
    @property
    def exchanging(self) -> Exchanging: ...  # noqa: D102
    @property
    def revising(self) -> Revising: ...  # noqa: D102
    @property
    def tabulating(self) -> Tabulating: ...  # noqa: D102
    @property
    def summarising(self) -> Summarising: ...  # noqa: D102

    def as_coder(self, coder: str) -> "Session":
        """Return the session in which another coder goes on in the same open casebook."""
        ...

    def close(self) -> None:
        """Give the casebook back."""
        ...
