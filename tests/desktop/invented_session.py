"""A casebook in memory that fulfils what the window asks of a session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from typing_extensions import override

from caseview.desktop.session.session import Filing, HearsPages, Reading, Stop, Told
from caseview.domain.codebook import Codebook
from caseview.domain.document import Document, DocumentText, Line
from caseview.domain.info import CasebookInfo
from caseview.domain.note import Note
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.passage import KeptPassage
from caseview.domain.picture import PicturePlace
from caseview.domain.preview import Block, BlockKind
from caseview.domain.review import Review, Status
from caseview.domain.section import Section
from caseview.domain.suggestion import KeptSuggestion
from caseview.domain.summary import Summary
from caseview.domain.tag import Tag
from tests.desktop import invented
from tests.desktop.invented_answers import InventedAsking, InventedSearching
from tests.desktop.invented_comparing import InventedComparing
from tests.desktop.invented_deciding import CODER, InventedDeciding, State
from tests.desktop.invented_exchanging import InventedExchanging
from tests.desktop.invented_keeping import InventedKeeping
from tests.desktop.invented_register import InventedRegister
from tests.desktop.invented_revising import InventedRevising
from tests.desktop.invented_summarising import InventedSummarising
from tests.desktop.invented_tabulating import InventedTabulating


@dataclass
class InventedReading(Reading):
    """What is in the casebook."""

    state: State

    @override
    def info(self) -> CasebookInfo:
        held = self.state.reviews
        return CasebookInfo(
            path="invented.casebook",
            title="Invented",
            made_at=invented.NOON,
            size=1,
            encrypted=False,
            codebook="invented",
            codebook_version="3",
            schema="1",
            reviews=len(held),
            documents=sum(len(r.documents) for r in held),
            passages=9,
            suggestions=8,
            undecided=8,
            tags=len(self.state.tags),
            finished=sum(r.status is Status.FINISHED for r in held),
            marking="OFFICIAL",
        )

    @override
    def codebook(self) -> Codebook:
        return invented.CODEBOOK

    @override
    def library(self, ids: Iterable[int] | None = None) -> tuple[Review, ...]:
        wanted = None if ids is None else frozenset(ids)
        return tuple(r for r in self.state.reviews if wanted is None or r.id in wanted)

    @override
    def review(self, review_id: int) -> Review:
        return next(review for review in self.state.reviews if review.id == review_id)

    @override
    def document(self, document_id: int) -> Document:
        return self.state.document(document_id)

    @override
    def text(self, document_id: int) -> DocumentText:
        return invented.TEXT

    @override
    def lines(self, document_id: int, page: int) -> tuple[Line, ...]:
        return ()

    @override
    def page_picture(self, document_id: int, page: int, width: int) -> bytes:
        return b""

    @override
    def pictures_on(self, document_id: int, page: int) -> tuple[PicturePlace, ...]:
        return ()

    @override
    def outline(self, document_id: int) -> tuple[Section, ...]:
        return invented.outline()

    @override
    def passages(self, document_id: int) -> tuple[KeptPassage, ...]:
        return invented.passages(document_id, self.document(document_id).review_id)

    @override
    def suggestions(self, document_id: int) -> tuple[KeptSuggestion, ...]:
        return tuple(self.state.of(document_id))

    @override
    def tags(self, document_id: int) -> tuple[Tag, ...]:
        found = [tag for tag in self.state.tags if tag.document_id == document_id]
        return tuple(sorted(found, key=lambda tag: tag.start))

    @override
    def review_tags(self, review_id: int) -> tuple[Tag, ...]:
        own = tuple(tag for tag in self.state.tags if tag.review_id == review_id)
        made = [invented.tag_of(s, 900 + s.id, CODER) for s in invented.suggestions(0, review_id)]
        return own or tuple(made)

    @override
    def notes(self, about: str, *more: str) -> tuple[Note, ...]:
        return tuple(note for note in self.state.notes if note.about in {about, *more})


@dataclass
class InventedFiling(Filing):
    """What goes in and out as files."""

    written: list[Path] = field(default_factory=list)

    @override
    def find_files(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        return tuple(sorted(f for path in paths for f in path.rglob("*") if f.is_file()))

    @override
    def import_files(
        self, paths: Sequence[Path], told: Told, stop: Stop, heard: HearsPages | None = None
    ) -> tuple[ImportOutcome, ...]:
        kinds = (OutcomeKind.IMPORTED, OutcomeKind.REFUSED, OutcomeKind.ALREADY_HERE)
        outcomes: list[ImportOutcome] = []
        for n, path in enumerate(paths):
            if stop():
                break
            kind = kinds[n % 3]
            reason = "" if kind is OutcomeKind.IMPORTED else "Needs a password."
            outcomes.append(ImportOutcome(str(path), kind, reason, pages=2, words=90))
            told(outcomes[-1], n + 1, len(paths))
        return tuple(outcomes)

    @override
    def past_imports(self) -> tuple[ImportOutcome, ...]:
        return (ImportOutcome("one.txt", OutcomeKind.IMPORTED, pages=2, words=90),)

    @override
    def preview(self, summary: Summary, template: Path | None = None) -> tuple[Block, ...]:
        blocks = [Block(BlockKind.MARKING, summary.marking)] if summary.marking else []
        blocks.append(Block(BlockKind.TITLE, summary.title))
        blocks += [Block(BlockKind.BULLET, words) for words in summary.key_points]
        blocks.append(Block(BlockKind.TABLE, rows=(("", "SAR"), ("Reviews", "23"))))
        for section in summary.sections:
            blocks.append(Block(BlockKind.HEADING_1, section.theme.name))
            for item in (*section.gaps, *section.good_practice, *section.recommended):
                blocks.append(Block(BlockKind.QUOTE, item.quote.text))
                blocks.append(Block(BlockKind.REFERENCE, item.quote.place.reference))
        return tuple(blocks)

    @override
    def save_summary(self, summary: object, path: Path, template: Path | None = None) -> int:
        self.written.append(path)
        return 2


class InventedSession:
    """The casebook with its coder."""

    coder = CODER

    def __init__(self) -> None:
        self.state = State()
        self.reading = InventedReading(self.state)
        self.deciding = InventedDeciding(self.state)
        self.asking = InventedAsking(self.reading)
        self.searching = InventedSearching(self.reading)
        self.filing = InventedFiling()
        self.register = InventedRegister()
        self.comparing = InventedComparing()
        self.revising = InventedRevising()
        self.summarising = InventedSummarising()
        self.exchanging = InventedExchanging()
        self.tabulating = InventedTabulating()
        self.keeping = InventedKeeping(CODER, self.state)
        self.closed = False

    def as_coder(self, coder: str) -> "InventedSession":
        self.coder = coder
        return self

    def close(self) -> None:
        self.closed = True
