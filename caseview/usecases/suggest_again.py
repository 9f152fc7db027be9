"""Suggests again on the stored passages, for the themes whose rules are to change."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from caseview.domain.codebook import Codebook, Theme
from caseview.domain.codebook_effect import Fresh
from caseview.domain.document import Document, Form, Kind
from caseview.domain.passage import KeptPassage, Passage
from caseview.domain.suggestion import Suggestion
from caseview.tagging.suggest import Tagger
from caseview.usecases.ports import Stop
from caseview.usecases.work import Casebook, Work

Told = Callable[[int, int], object]
"""Hears how many documents are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Text:
    """The passages of one document, to be suggested on."""

    document_id: int
    kind: Kind
    form: Form
    passages: tuple[Passage, ...]


class Suggester(Protocol):
    """Suggests by a codebook on many documents."""

    def suggest(
        self, codebook: Codebook, texts: Iterator[Text], stop: Stop
    ) -> Iterator[tuple[int, tuple[Suggestion, ...]]]:
        """Yield each document's id with its suggestions, in no fixed order.

        Once `stop` says so no text is begun. Raises CodebookError for a rule it cannot read.
        """
        ...


class InTurn:
    """Suggests in this process, one document after the other (a Suggester)."""

    def suggest(
        self, codebook: Codebook, texts: Iterator[Text], stop: Stop
    ) -> Iterator[tuple[int, tuple[Suggestion, ...]]]:
        """Yield each document's id with its suggestions, in order."""
        tagger = Tagger(codebook)
        for text in texts:
            if stop():
                return
            yield text.document_id, tagger.suggest(text.passages, kind=text.kind, form=text.form)


def suggest_again(
    casebook: Casebook, codebook: Codebook, suggester: Suggester, *, told: Told, stop: Stop
) -> Mapping[int, tuple[Fresh, ...]] | None:
    """Return what the codebook suggests on each document, by its id; None when stopped.

    Each document is read in a unit of work of its own: others may decide meanwhile.
    """
    with casebook.reading() as work:
        documents = work.documents.all()
    if not any(_suggests(theme) for theme in codebook.themes):
        return {document.id: () for document in documents}
    kept: dict[int, tuple[KeptPassage, ...]] = {}

    def texts() -> Iterator[Text]:
        for document in documents:
            kept[document.id] = _passages(casebook, document.id)
            yield text_of(document, kept[document.id])

    found: dict[int, tuple[Fresh, ...]] = {}
    for document_id, suggestions in suggester.suggest(codebook, texts(), stop):
        found[document_id] = fresh(kept.pop(document_id), suggestions)
        told(len(found), len(documents))
    return None if len(found) < len(documents) else found


def suggested_on(
    work: Work, rules: Codebook, documents: Iterable[Document]
) -> Mapping[int, tuple[Fresh, ...]]:
    """Return what a codebook suggests on a few documents, by their ids, in this unit of work."""
    tagger = Tagger(rules)
    found = {}
    for document in documents:
        passages = work.documents.passages(document.id)
        text = text_of(document, passages)
        put = tagger.suggest(text.passages, kind=text.kind, form=text.form)
        found[document.id] = fresh(passages, put)
    return found


def text_of(document: Document, passages: Iterable[KeptPassage]) -> Text:
    """Return a document's passages as they are suggested on."""
    inside = tuple(kept.passage for kept in passages)
    return Text(document.id, document.kind, document.form, inside)


def fresh(passages: Sequence[KeptPassage], suggestions: Iterable[Suggestion]) -> tuple[Fresh, ...]:
    """Return suggestions with the passages they stand in."""
    starts = [kept.passage.start for kept in passages]
    return tuple(
        Fresh(at.id, at.passage.page, at.passage.printed or str(at.passage.number), one)
        for one in suggestions
        for at in [passages[bisect_right(starts, one.start) - 1]]
    )


def _suggests(theme: Theme) -> bool:
    return not theme.retired and bool(theme.rules or theme.telling)


def _passages(casebook: Casebook, document_id: int) -> tuple[KeptPassage, ...]:
    with casebook.reading() as work:
        return work.documents.passages(document_id)
