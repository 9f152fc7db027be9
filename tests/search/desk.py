"""A desk with a real casebook on it: add invented documents, remove them, search."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.codebook import Codebook, Theme, ThemeGroup
from caseview.domain.description import Description, KindGuess, ReadDocument
from caseview.domain.document import DocumentText, Form, Kind, Page, Paragraph
from caseview.domain.journal import SetDecision, SetTag
from caseview.domain.passage import Passage
from caseview.domain.query import Answer, Search
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import Section, SectionRole
from caseview.domain.suggestion import Decision, Suggestion
from caseview.domain.tag import Tag
from caseview.search.finder import QueryFinder
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, create_casebook
from caseview.usecases.ports import Rows

MIGRATIONS = Path(__file__).parents[2] / "db"
THEMES = ("staffing_capacity", "professional_curiosity", "record_keeping")


@dataclass(frozen=True)
class Para:
    """A paragraph to be made: its words, section role and themes suggested on all of it."""

    text: str
    role: SectionRole = SectionRole.ANALYSIS
    themes: tuple[str, ...] = ()
    confidence: float = 0.9
    reads_as: ReadsAs = ReadsAs.GAP


@dataclass(frozen=True)
class Doc:
    """A document to be made."""

    paras: tuple[Para, ...]
    kind: Kind = Kind.SAR
    details: tuple[Detail, ...] = ()
    form: Form = Form.FULL_REPORT
    name: str = "review.docx"
    sections: tuple[Section, ...] = ()


def codebook() -> Codebook:
    names = {theme: theme.replace("_", " ").capitalize() for theme in THEMES}
    return Codebook(
        id="small",
        name="Small",
        version="1",
        language="en-GB",
        groups=(ThemeGroup("practice", "Practice", "PR"),),
        themes=tuple(Theme(one, name, "practice", name) for one, name in names.items()),
    )


def read_document(doc: Doc, serial: int) -> tuple[ReadDocument, bytes]:
    """Return what reading such a document would give, and bytes that no other has."""
    original = f"{serial} {doc.name}".encode()
    paragraphs, passages, suggestions, start = [], [], [], 0
    for number, para in enumerate(doc.paras, start=1):
        end = start + len(para.text)
        page = 1 + (number - 1) // 3
        paragraphs.append(Paragraph(start, end, number, page))
        passages.append(Passage(start, end, para.text, number, page, para.role))
        suggestions += [
            Suggestion(theme, start, end, para.text, para.reads_as, "r.1", "Said.", para.confidence)
            for theme in para.themes
        ]
        start = end + 2
    text = "\n\n".join(para.text for para in doc.paras)
    read = ReadDocument(
        path=f"/in/{doc.name}",
        sha256=hashlib.sha256(original).hexdigest(),
        text=DocumentText(text, tuple(paragraphs), (Page(1, 0, len(text)),)),
        description=Description(
            guess=KindGuess(doc.kind, doc.form),
            details=doc.details,
            outline=doc.sections,
            passages=tuple(passages),
        ),
        suggestions=tuple(suggestions),
    )
    return read, original


@dataclass
class Desk:
    """A casebook on a desk: add, remove, search."""

    casebook: StoredCasebook
    finder: QueryFinder = field(default_factory=QueryFinder)
    serial: int = 0

    def add(self, *docs: Doc, review: int | None = None) -> list[int]:
        """Add documents, each a review of its own unless told; return their ids."""
        made = []
        with self.casebook.writing() as work:
            for doc in docs:
                self.serial += 1
                made.append(work.documents.add(*read_document(doc, self.serial), review).id)
        return made

    def texts(self, *texts: str) -> int:
        """Add one document of these paragraphs."""
        return self.add(Doc(tuple(map(Para, texts))))[0]

    def tag(self, theme: str, document: int, span: tuple[int, int], **changes: Any) -> None:
        """Tag a stretch of a document's text as a coder would."""
        with self.casebook.writing() as work:
            start, end = span
            passages = work.documents.passages(document)
            first = next(one for one in passages if start < one.passage.end)
            tag = Tag(
                id=work.decisions.new_id("tag"),
                document_id=document,
                review_id=first.review_id,
                passage_id=first.id,
                theme=theme,
                start=start,
                end=end,
                text=work.documents.text(document).text[start:end],
                reads_as=ReadsAs.GAP,
                restated=False,
                coder="JB",
                made_at="2026-03-01T10:00:00+00:00",
                codebook_version="1",
            )
            tag = replace(tag, **changes)
            work.journal.perform("Tag", [SetTag(None, tag)], tag.coder)

    def decide(self, document: int, decision: Decision) -> None:
        """Decide every suggestion of a document."""
        with self.casebook.writing() as work:
            commands = [
                SetDecision(one.id, one.decision, decision)
                for one in work.decisions.suggestions(document_id=document)
            ]
            work.journal.perform("Decide", commands, "JB")

    def undo(self) -> None:
        with self.casebook.writing() as work:
            work.journal.undo("JB")

    def remove(self, document: int) -> None:
        with self.casebook.writing() as work:
            work.documents.remove(document, reason="test", coder="JB")

    @contextmanager
    def rows(self) -> Iterator[Rows]:
        with self.casebook.reading() as work:
            yield work.sql

    def ask(self, query: str, **options: Any) -> Answer:
        with self.rows() as rows:
            return self.finder.search(rows, Search(query, **options))

    def found(self, query: str, **options: Any) -> list[str]:
        """Return the texts found, in reading order."""
        hits = self.ask(query, limit=1000, **options).hits
        return [hit.text for hit in sorted(hits, key=lambda hit: hit.id)]

    def marked(self, query: str, **options: Any) -> list[list[str]]:
        """Return the marked words of each hit, in reading order."""
        hits = sorted(self.ask(query, limit=1000, **options).hits, key=lambda hit: hit.id)
        return [[hit.text[start:end] for start, end in hit.marks] for hit in hits]

    def reviews(self, where: str) -> frozenset[int]:
        with self.rows() as rows:
            return self.finder.reviews(rows, where)


@contextmanager
def open_desk(path: Path, passphrase: str | None = None) -> Iterator[Desk]:
    casebook = create_casebook(
        path,
        codebook(),
        full_text=FullTextIndex(),
        migrations=MIGRATIONS,
        passphrase=passphrase,
        coder="JB",
    )
    try:
        yield Desk(casebook)
    finally:
        casebook.close()


def doc(
    *paras: str | Para,
    kind: Kind = Kind.SAR,
    form: Form = Form.FULL_REPORT,
    **details: str | Sequence[str],
) -> Doc:
    """Return a document from texts, and details by name."""
    made = tuple(para if isinstance(para, Para) else Para(para) for para in paras)
    kept = [
        Detail(DetailName(name), value)
        for name, values in details.items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    return Doc(made, kind, tuple(kept), form)
