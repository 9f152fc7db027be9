"""Coding that was done in a spreadsheet becomes tags, each with its coder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caseview.domain.anchoring import Anchors
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand, SetTag
from caseview.domain.passage import KeptPassage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review
from caseview.domain.sheet import Sheet, SheetRow
from caseview.domain.span import Span
from caseview.domain.tag import Tag
from caseview.usecases.details_table import BETWEEN, Matching
from caseview.usecases.edit_review import documents_of
from caseview.usecases.ports import Now
from caseview.usecases.work import Casebook, Work

FROM_SHEET = "from a sheet"
FROM_SHEET_WHOLE = "from a sheet, on the whole review"
_READINGS = {word: one for one in ReadsAs for word in (one.value, one.label)}


@dataclass(frozen=True, slots=True)
class Coded:
    """What became of a sheet's coding; `trouble` says in sentences what could not be taken."""

    tags: int
    already_here: int
    trouble: tuple[str, ...]
    changes: Changes


def holds_coding(sheet: Sheet) -> bool:
    """Return whether a sheet has a column of themes."""
    return any(head.casefold() in {"theme", "themes"} for head in sheet.heads)


def tags_from_sheet(casebook: Casebook, sheet: Sheet, *, coder: str, now: Now) -> Coded:
    """Make a tag of each theme in the column “Theme” or “Themes”, as one act.

    With a column “Words” the tag stands on those words, else on the first words of the review's
    report, which says that it is about the review as a whole. “Coder” names who coded, `coder`
    stands in; “Reads as” says how it reads. A tag that is there already is not made twice.
    """
    with casebook.writing() as work:
        taking = _Taking(work, coder, now())
        matching = Matching(work.reviews.all())
        commands: list[AnyCommand] = []
        for row in sheet.rows:
            commands += taking.row(row, matching)
        changes = (
            work.journal.perform("Take coding from a sheet", commands, coder)
            if commands
            else Changes()
        )
    return Coded(len(commands), taking.known, tuple(taking.trouble), changes)


class _Taking:
    def __init__(self, work: Work, coder: str, at: str) -> None:
        self._work = work
        self._coder = coder
        self._at = at
        self._themes = {
            word.casefold(): theme.id
            for theme in work.codebook.themes
            for word in (theme.id, theme.name)
        }
        self._there = {
            (tag.document_id, tag.theme, tag.start, tag.end, tag.coder)
            for tag in work.decisions.tags()
        }
        self.known = 0
        self.trouble: list[str] = []

    def row(self, row: SheetRow, matching: Matching) -> Iterator[AnyCommand]:
        """Yield the commands of one row."""
        cells = {head.casefold(): words for head, words in row.cells.items()}
        named = cells.get("theme", "") or cells.get("themes", "")
        if not named:
            return
        try:
            review = matching.review(row)
            kept, span, text = self._place(review, cells.get("words", ""))
        except CasebookError as trouble:
            self.trouble.append(f"Row {row.number}: {trouble}")
            return
        for name in filter(None, (one.strip() for one in named.split(BETWEEN.strip()))):
            theme = self._themes.get(name.casefold())
            if theme is None:
                self.trouble.append(f"Row {row.number}: the codebook has no theme “{name}”.")
            else:
                yield from self._tag(kept, span, text, theme, cells)

    def _tag(
        self,
        kept: KeptPassage,
        span: Span,
        text: str,
        theme: str,
        cells: Mapping[str, str],
    ) -> Iterator[AnyCommand]:
        coder = cells.get("coder", "") or self._coder
        address = (kept.document_id, theme, span.start, span.end, coder)
        if address in self._there:
            self.known += 1
            return
        self._there.add(address)
        reading = _READINGS.get(cells.get("reads as", "").casefold())
        yield SetTag(
            None,
            Tag(
                id=self._work.decisions.new_id("tag"),
                document_id=kept.document_id,
                review_id=kept.review_id,
                passage_id=kept.id,
                theme=theme,
                start=span.start,
                end=span.end,
                text=text,
                reads_as=reading or self._work.codebook.theme(theme).default_reads_as,
                restated=kept.passage.restated,
                coder=coder,
                made_at=self._at,
                codebook_version=self._work.codebook.version,
                origin=FROM_SHEET if cells.get("words", "") else FROM_SHEET_WHOLE,
            ),
        )

    def _place(self, review: Review, words: str) -> tuple[KeptPassage, Span, str]:
        """Return where a row's coding stands. Raises CasebookError when it is nowhere."""
        for document in documents_of(review):
            passages = self._work.documents.passages(document.id)
            if not passages:
                continue
            text = self._work.documents.text(document.id).text
            if not words:
                first = passages[0]
                return first, Span(first.passage.start, first.passage.end), first.passage.text
            span = Anchors(text).find(words, 0.0)
            for kept in passages:
                if span is not None and kept.passage.start <= span.start < kept.passage.end:
                    return kept, span, span.of(text)
        if words:
            raise CasebookError(
                English("these words are not in “{0}”: “{1}”.", review.title, words[:60])
            )
        raise CasebookError(English("“{0}” has no text to tag.", review.title))
