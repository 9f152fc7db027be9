"""A document comes out of the casebook as it went in."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.description import ReadDocument
from caseview.domain.document import Page
from caseview.domain.errors import CasebookError
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.recommendation import Concern
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]
Reopen = Callable[..., StoredCasebook]


def test_everything_read_comes_out_as_it_went_in_and_after_opening_again(
    casebook: StoredCasebook, opener: Reopen, document: Document
) -> None:
    read, original = document()
    with casebook.writing() as work:
        kept = work.documents.add(read, original, None)
    casebook.close()
    again = opener()
    with again.reading() as work:
        documents = work.documents
        text = documents.text(kept.id)
        assert text == replace(read.text, lines=())
        assert documents.lines(kept.id, 1) == read.text.lines
        assert documents.original(kept.id) == original
        assert tuple(one.passage for one in documents.passages(kept.id)) == (
            read.description.passages
        )
        assert documents.outline(kept.id) == read.description.outline
        assert documents.details(kept.id) == read.description.details
        assert documents.recommendations(kept.id) == read.description.recommendations
        assert documents.concerns(kept.id) == read.description.concerns
        suggestions = work.decisions.suggestions(document_id=kept.id)
        assert tuple(one.suggestion for one in suggestions) == read.suggestions
        assert documents.get(kept.id) == kept == documents.all()[0]
    again.close()


def test_a_document_is_found_by_its_bytes_and_by_its_words(
    casebook: StoredCasebook, document: Document
) -> None:
    read, original = document()
    with casebook.writing() as work:
        kept = work.documents.add(read, original, None)
        words = hashlib.sha256(read.text.text.encode()).hexdigest()
        assert work.documents.by_sha256(read.sha256) == kept
        assert work.documents.by_text(words) == kept
        assert work.documents.by_sha256(words) is None
        assert work.documents.by_text(read.sha256) is None


def test_a_scan_without_words_is_kept_with_its_bytes(
    casebook: StoredCasebook, document: Document
) -> None:
    read, original = document("scan.pdf", words=())
    with casebook.writing() as work:
        kept = work.documents.add(read, original, None)
        assert not kept.has_text
        assert work.documents.text(kept.id).text == ""
        assert work.documents.original(kept.id) == original
        assert work.reviews.get(kept.review_id).status.value == "no_text"


def test_words_beyond_the_common_alphabet_keep_their_places(
    casebook: StoredCasebook, document: Document
) -> None:
    words = ("Dŵr", "The nurse’s 👩‍⚕️ note said “naïve”\x00\u2028 twice.", "A\tB\n  C")
    read, original = document(words=words)
    with casebook.writing() as work:
        kept = work.documents.add(read, original, None)
    with casebook.reading() as work:
        assert work.documents.text(kept.id).text == "\n\n".join(words)
        assert [one.suggestion for one in work.decisions.suggestions()] == list(read.suggestions)
    assert casebook.check(repair=False) == ()


@pytest.mark.parametrize(
    ("amiss", "said"),
    [
        (lambda read: replace(read, sha256="0" * 64), "bytes"),
        (lambda read: replace(read, text=replace(read.text, text=read.text.text + "!")), "text"),
        (lambda read: replace(read, text=replace(read.text, paragraphs=())), "paragraphs"),
        (lambda read: replace(read, suggestions=(replace(read.suggestions[0], text="x"),)), "at"),
        (lambda read: replace(read, text=replace(read.text, pages=(Page(1, 0, 9_999),))), "past"),
        (
            lambda read: replace(
                read,
                description=replace(
                    read.description, concerns=(Concern("1", "No such words", None, 0, 9),)
                ),
            ),
            "at 0",
        ),
        (
            lambda read: replace(
                read,
                description=replace(
                    read.description, details=(Detail(DetailName.AGE, "42", "42", 0, 2),)
                ),
            ),
            "at 0",
        ),
    ],
)
def test_what_does_not_fit_together_is_refused_and_leaves_nothing(
    casebook: StoredCasebook,
    document: Document,
    amiss: Callable[[ReadDocument], ReadDocument],
    said: str,
) -> None:
    read, original = document()
    with pytest.raises(CasebookError, match=said), casebook.writing() as work:
        work.documents.add(amiss(read), original, None)
    assert casebook.info().documents == casebook.info().reviews == 0


def test_a_file_with_signs_that_cannot_be_written_is_refused(
    casebook: StoredCasebook, document: Document
) -> None:
    read, original = document(words=("Heading", "Half a sign \udc80 stood here"))
    with pytest.raises(CasebookError, match="signs"), casebook.writing() as work:
        work.documents.add(read, original, None)


def test_the_same_file_is_not_kept_twice(casebook: StoredCasebook, document: Document) -> None:
    with casebook.writing() as work:
        work.documents.add(*document(), None)
    with pytest.raises(CasebookError, match="already"), casebook.writing() as work:
        work.documents.add(*document(), None)


def test_a_document_joins_a_review_that_is_there_and_no_other(
    casebook: StoredCasebook, document: Document
) -> None:
    with casebook.writing() as work:
        first = work.documents.add(*document(), None)
        second = work.documents.add(*document("summary.pdf"), first.review_id)
        assert second.review_id == first.review_id
    with pytest.raises(CasebookError, match="no review 99"), casebook.writing() as work:
        work.documents.add(*document("third.pdf"), 99)


def test_a_theme_the_codebook_does_not_have_is_refused_in_plain_words(
    casebook: StoredCasebook, document: Document
) -> None:
    read, original = document()
    strange = replace(read.suggestions[0], theme="weather")
    with pytest.raises(CasebookError, match="weather"), casebook.writing() as work:
        work.documents.add(replace(read, suggestions=(strange,)), original, None)


def test_passages_can_be_found_in_the_transaction_that_keeps_them(
    casebook: StoredCasebook, document: Document
) -> None:
    with casebook.writing() as work:
        work.documents.add(*document(), None)
        found = work.sql.rows(
            "SELECT rowid FROM passage_words WHERE passage_words MATCH ?", ["vacancies"]
        )
        assert found == [(3,)]


def test_unknown_documents_are_told_apart_from_empty_ones(casebook: StoredCasebook) -> None:
    with casebook.reading() as work:
        for ask in (work.documents.get, work.documents.text, work.documents.original):
            with pytest.raises(CasebookError, match="no document 7"):
                ask(7)


def test_outcomes_of_an_import_are_kept_in_order(
    casebook: StoredCasebook, document: Document
) -> None:
    refused = ImportOutcome(
        "/from/locked.pdf", OutcomeKind.REFUSED, "Needs a password.", "Ask for a copy without one."
    )
    with casebook.writing() as work:
        kept = work.documents.add(*document(), None)
        imported = ImportOutcome(
            "/from/north.pdf", OutcomeKind.IMPORTED, document_id=kept.id, review_id=kept.review_id,
            kind=kept.kind, form=kept.form, pages=1, words=27, seconds=0.5,
        )  # fmt: skip
        work.imports.record(refused)
        work.imports.record(imported)
    with casebook.reading() as work:
        assert work.imports.all() == (refused, imported)
