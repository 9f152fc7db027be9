"""Every number of a real casebook opens the passages it rests on."""

from collections.abc import Callable
from typing import Any

import pytest

from caseview.domain.crosstab import CellAddress, CrossTabSpec, Unit
from caseview.domain.errors import QueryError
from caseview.domain.evidence import Evidence
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from caseview.store.casebook import StoredCasebook
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.gather_evidence import gather_evidence, sentence_of
from caseview.usecases.list_casebook import list_suggestions
from caseview.usecases.ports import Now

WHOLE = CellAddress(None, None)
UNIT: dict[Unit, Callable[[Evidence], object]] = {
    Unit.REVIEWS: lambda item: item.review_id,
    Unit.DOCUMENTS: lambda item: item.quote.document_id,
    Unit.SECTIONS: lambda item: (item.quote.document_id, item.role),
    Unit.PASSAGES: lambda item: item.passage_id,
}


@pytest.mark.parametrize("unit", Unit)
def test_cells_and_totals_equal_their_evidence(
    book: StoredCasebook, finder: Any, clock: Now, unit: Unit
) -> None:
    spec = CrossTabSpec(rows="groups", columns="kind", unit=unit)
    table = build_crosstab(book, finder, spec, clock)
    shown = {
        CellAddress(row.id, column.id): table.cells[i][j].n
        for i, row in enumerate(table.rows)
        for j, column in enumerate(table.columns)
    }
    shown |= {CellAddress(r.id, None): t.n for r, t in zip(table.rows, table.totals, strict=True)}
    shown[WHOLE] = table.total.n
    for address, number in shown.items():
        evidence = gather_evidence(book, finder, spec, address)
        assert evidence.units == number
        assert len({UNIT[unit](item) for item in evidence.items}) == number


def test_every_quote_is_the_words_of_its_source_with_its_place(
    book: StoredCasebook, finder: Any
) -> None:
    items = gather_evidence(book, finder, CrossTabSpec(), WHOLE).items
    with book.reading() as work:
        texts = {d.id: work.documents.text(d.id).text for d in work.documents.all()}
        names = {theme.id: theme.name for theme in work.codebook.themes}
    for item in items:
        item.quote.check(texts[item.quote.document_id])
        assert item.quote.place.review
        assert item.quote.place.paragraph
        assert item.theme_name == names[item.theme]
        assert item.suggested
        assert not item.coder
    assert any(item.quote.place.page for item in items)
    assert any(item.quote.place.section for item in items)


def test_a_suggestion_is_quoted_as_whole_sentences_and_a_tag_as_it_was_made(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    before = gather_evidence(book, finder, CrossTabSpec(), WHOLE).items[0]
    kept = next(one for one in list_suggestions(book) if one.id == before.id)
    assert before.quote.start <= kept.suggestion.start
    assert before.quote.end >= kept.suggestion.end
    decide(book, [kept.id], Ruling(Decision.ACCEPTED), coder="SO", now=clock)
    after = gather_evidence(book, finder, CrossTabSpec(), WHOLE).items
    (tagged,) = [item for item in after if not item.suggested]
    assert (tagged.quote.text, tagged.coder) == (kept.suggestion.text, "SO")


def test_evidence_stands_review_by_review_in_reading_order(
    book: StoredCasebook, finder: Any
) -> None:
    items = gather_evidence(book, finder, CrossTabSpec(), WHOLE).items
    with book.reading() as work:
        places = {review.id: place for place, review in enumerate(work.reviews.all())}
    keys = [(places[i.review_id], i.quote.document_id, i.quote.start) for i in items]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("address", "advice"),
    [
        (CellAddress("professional_curiosty", "pfd"), "professional_curiosity"),
        (CellAddress("professional_curiosity", "PFD"), "pfd"),
        (CellAddress("Professional curiosity", None), "professional_curiosity"),
        (CellAddress(None, "zzz"), "pfd"),
    ],
)
def test_a_row_or_column_that_the_table_has_not_is_said_with_what_was_meant(
    book: StoredCasebook, finder: Any, address: CellAddress, advice: str
) -> None:
    with pytest.raises(QueryError) as fault:
        gather_evidence(book, finder, CrossTabSpec(), address)
    assert advice in fault.value.advice


WORDS = "Nobody asked. The son spoke at the door, and officers left. They did not return."


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("spoke at the door", "The son spoke at the door, and officers left."),
        ("asked. The son", "Nobody asked. The son spoke at the door, and officers left."),
        ("They did not return.", "They did not return."),
        (" ", "Nobody asked."),
    ],
)
def test_the_sentences_round_a_stretch(words: str, quoted: str) -> None:
    offset = 100
    passage = Passage(offset, offset + len(WORDS), WORDS, 1, None, SectionRole.ANALYSIS)
    start = offset + WORDS.index(words)
    if words == " ":
        start = offset
    span = sentence_of(passage, Span(start, start + len(words)))
    assert span.shifted(-offset).of(WORDS) == quoted


def test_a_stretch_outside_every_sentence_stays_as_it_is() -> None:
    passage = Passage(5, 8, "   ", 1, None, SectionRole.ANALYSIS)
    assert sentence_of(passage, Span(6, 7)) == Span(6, 7)
