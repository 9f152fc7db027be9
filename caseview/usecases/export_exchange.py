"""Write a casebook as a project for other programs for coding texts."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from caseview.domain.attribute import Detail
from caseview.domain.document import Document
from caseview.domain.exchange import (
    Exchange,
    ExchangeArea,
    ExchangeCase,
    ExchangeCoder,
    ExchangeCoding,
    ExchangeNote,
    ExchangeSelection,
    ExchangeSource,
    ExchangeValue,
)
from caseview.domain.note import Note
from caseview.domain.review import Review
from caseview.domain.suggestion import Decision
from caseview.domain.tag import Tag
from caseview.usecases.exchange_codes import (
    KEY_QUOTE,
    RESTATED,
    codes_of,
    flag_guid,
    reading_guid,
    stable_guid,
    theme_guid,
)
from caseview.usecases.ports import ExchangeWriter
from caseview.usecases.work import Casebook, Work

OURS = "CaseView: "
"""What the names of variables begin with that say how CaseView holds a document or review."""
KIND, KIND_ALSO, FORM = f"{OURS}kind", f"{OURS}second kind", f"{OURS}form"
FINISHED, SCREENED_OUT = f"{OURS}finished", f"{OURS}screened out"
_ALWAYS_LEFT = (
    "The history of decisions, saved searches and tables, groups of recommendations and answers "
    "to concerns have no place in the standard."
)


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds, and in sentences what it could not carry."""

    sources: int
    selections: int
    left_behind: tuple[str, ...]


def export_exchange(casebook: Casebook, writer: ExchangeWriter, path: Path) -> Exported:
    """Write every document, tag, note, coder and detail of a casebook.

    A review is a case. Each tag is a selection of its own, coded with its theme and with how it
    reads, so that other programs can count both. Raises ExportError when it cannot be written.
    """
    info = casebook.info()
    with casebook.reading() as work:
        composed = _Composition(work, f"{info.title}/{info.made_at}")
        exchange = composed.exchange(info.title, info.coders)
        count = writer.write(exchange, path)
        return Exported(count, composed.selections, exchange.left_behind)


class _Composition:
    def __init__(self, work: Work, identity: str) -> None:
        self._work = work
        self._identity = identity
        self._codebook = work.codebook
        self._reviews = work.reviews.all()
        self._documents = [one for review in self._reviews for one in review.documents]
        self._notes: dict[str, list[Note]] = {}
        for note in work.decisions.every_note():
            self._notes.setdefault(note.about, []).append(note)
        self.selections = 0

    def exchange(self, title: str, coders: Sequence[str]) -> Exchange:
        notes = [note for some in self._notes.values() for note in some]
        return Exchange(
            name=title,
            origin="CaseView",
            coders=tuple(ExchangeCoder(self._guid("coder", one), one, one) for one in coders),
            codes=codes_of(self._codebook),
            variables=tuple(self._variables()),
            cases=tuple(self._case(review) for review in self._reviews),
            sources=(self._source(document) for document in self._documents),
            notes=tuple(map(self._note, notes)),
            own_notes=tuple(
                self._guid("note", note.id) for note in notes if not _has_place(note.about)
            ),
            left_behind=(*self._left_behind(), _ALWAYS_LEFT),
        )

    def _left_behind(self) -> Iterator[str]:
        open_ones = self._work.decisions.of_state(Decision.UNDECIDED)
        if open_ones:
            yield f"{open_ones:,} suggestions nobody decided were left behind."
        lost = [one.name for one in self._documents if not one.has_text]
        if lost:
            yield f"{len(lost):,} documents without text went as files without selections of words."
        whole = [tag for tag in self._work.decisions.tags() if tag.page is not None]
        if whole:
            yield (
                f"{len(whole):,} tags on whole pages went as selections of the page’s picture; "
                "a program that shows no pages may leave them out."
            )

    def _guid(self, kind: str, number: int | str) -> str:
        return stable_guid(f"{self._identity}/{kind}/{number}")

    def _variables(self) -> Iterator[str]:
        """Yield every name that something is recorded under, each once."""
        yield from (KIND, KIND_ALSO, FORM, FINISHED, SCREENED_OUT)
        names = {
            detail.name
            for document in self._documents
            for detail in self._work.documents.details(document.id)
        }
        yield from sorted(name.label for name in names)

    def _case(self, review: Review) -> ExchangeCase:
        sources = tuple(self._guid("document", one.id) for one in review.documents)
        values = [] if review.screened_out is None else [(SCREENED_OUT, review.screened_out)]
        return ExchangeCase(
            self._guid("review", review.id), review.title, sources, tuple(_values(values))
        )

    def _source(self, document: Document) -> ExchangeSource:
        read = self._work.documents.text(document.id)
        sizes = {page.number: page.size for page in read.pages}
        tags = self._work.decisions.tags(document_id=document.id)
        self.selections += len(tags)
        return ExchangeSource(
            guid=self._guid("document", document.id),
            name=document.name,
            text=read.text,
            ending=PurePath(document.name).suffix.lower(),
            content=self._work.documents.original(document.id),
            selections=tuple(self._selection(tag) for tag in tags if tag.page is None),
            notes=tuple(self._on(f"document:{document.id}")),
            values=tuple(_values(self._recorded(document))),
            areas=tuple(
                self._area(tag, tag.page, sizes[tag.page]) for tag in tags if tag.page is not None
            ),
        )

    def _recorded(self, document: Document) -> Iterator[tuple[str, str]]:
        yield KIND, document.kind.value
        if document.kind_also is not None:
            yield KIND_ALSO, document.kind_also.value
        yield FORM, document.form.value
        if document.finished_by is not None and document.finished_at is not None:
            yield FINISHED, f"{document.finished_by} {document.finished_at}"
        yield from _by_name(self._work.documents.details(document.id))

    def _area(self, tag: Tag, page: int, size: tuple[float, float]) -> ExchangeArea:
        width, height = map(round, size)
        return ExchangeArea(
            self._guid("tag", tag.id),
            page,
            (0, height, width, 0),
            self._codings(tag),
            _about(tag),
            tuple(self._on(f"tag:{tag.id}")),
        )

    def _codings(self, tag: Tag) -> tuple[ExchangeCoding, ...]:
        by = self._guid("coder", tag.coder)
        codes = [theme_guid(self._codebook, tag.theme), reading_guid(tag.reads_as)]
        codes += [flag_guid(KEY_QUOTE)] if tag.is_key else []
        codes += [flag_guid(RESTATED)] if tag.restated else []
        return tuple(ExchangeCoding(code, by, tag.made_at) for code in codes)

    def _selection(self, tag: Tag) -> ExchangeSelection:
        return ExchangeSelection(
            self._guid("tag", tag.id),
            tag.start,
            tag.end,
            self._codings(tag),
            _about(tag),
            tuple(self._on(f"tag:{tag.id}")),
        )

    def _on(self, about: str) -> Iterator[str]:
        for note in self._notes.get(about, ()):
            yield self._guid("note", note.id)

    def _note(self, note: Note) -> ExchangeNote:
        number, coder = self._guid("note", note.id), self._guid("coder", note.coder)
        return ExchangeNote(number, note.text, f"Note on {note.about}", coder, note.made_at)


def _about(tag: Tag) -> str:
    return f"Origin: {tag.origin}\nCodebook version: {tag.codebook_version}"


def _has_place(about: str) -> bool:
    """Return whether a note is on something that can point to it: a document or a tag."""
    return about.partition(":")[0] in {"document", "tag"}


def _by_name(details: Iterable[Detail]) -> Iterator[tuple[str, str]]:
    """Yield each detail's label and value; several values stand as a JSON list."""
    found: dict[str, list[str]] = {}
    for detail in details:
        found.setdefault(detail.name.label, []).append(detail.value)
    for label, some in found.items():
        yield label, some[0] if len(some) == 1 else json.dumps(some, ensure_ascii=False)


def _values(pairs: Iterable[tuple[str, str]]) -> Iterator[ExchangeValue]:
    for name, value in pairs:
        yield ExchangeValue(name, value)
