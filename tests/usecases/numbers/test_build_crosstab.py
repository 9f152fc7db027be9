"""Cross-tabs over a real casebook follow what coders do."""

from typing import Any

import pytest

from caseview.domain.crosstab import Counts, CrossTab, CrossTabSpec, Unit
from caseview.domain.errors import QueryError
from caseview.domain.review import Status
from caseview.domain.suggestion import Decision
from caseview.store.casebook import StoredCasebook
from caseview.usecases.build_crosstab import axis_names, build_crosstab
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.list_casebook import list_suggestions
from caseview.usecases.ports import Now
from caseview.usecases.screen_review import screen_review

PROVISIONAL, TAGS = CrossTabSpec(), CrossTabSpec(counts=Counts.TAGS)


def total(table: CrossTab, row: str) -> int:
    return table.totals[[axis.id for axis in table.rows].index(row)].n


def documents(book: StoredCasebook) -> list[int]:
    with book.reading() as work:
        return [document.id for document in work.documents.all()]


def test_a_fresh_import_is_counted_before_anyone_has_decided_anything(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    table = build_crosstab(book, finder, PROVISIONAL, clock)
    with book.reading() as work:
        assert table.base == len(work.reviews.all())
        assert len(table.rows) == sum(not theme.retired for theme in work.codebook.themes)
    assert table.total.n > 0
    assert {axis.label for axis in table.columns} >= {"SAR", "DHR", "CSPR", "PFD"}
    assert table.counted_at.startswith("2024-05-01T09:00:00")


def test_tags_count_nothing_until_a_review_is_finished(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    empty = build_crosstab(book, finder, TAGS, clock)
    assert (empty.base, empty.total.n) == (0, 0)
    kept = next(k for k in list_suggestions(book) if not k.suggestion.restated)
    decide(book, [kept.id], Ruling(Decision.ACCEPTED), coder="JB", now=clock)
    assert build_crosstab(book, finder, TAGS, clock).total.n == 0
    finish_documents(book, documents(book), coder="JB", now=clock)
    table = build_crosstab(book, finder, TAGS, clock)
    assert table.left_out.not_finished == 0
    assert table.base == empty.left_out.not_finished
    assert table.total.n == int(kept.suggestion.reads_as.value != "context")
    assert table.left_out.undecided > 0


def test_a_rejected_suggestion_counts_nowhere_and_a_skipped_one_is_still_open(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    before = build_crosstab(book, finder, PROVISIONAL, clock)
    everything = [kept.id for kept in list_suggestions(book)]
    decide(book, everything, Ruling(Decision.SKIPPED), coder="JB", now=clock)
    skipped = build_crosstab(book, finder, PROVISIONAL, clock)
    assert skipped.totals == before.totals
    decide(book, everything, Ruling(Decision.REJECTED), coder="JB", now=clock)
    assert build_crosstab(book, finder, PROVISIONAL, clock).total.n == 0


def test_accepting_changes_a_provisional_table_in_nothing(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    before = build_crosstab(book, finder, PROVISIONAL, clock)
    least = PROVISIONAL.level.least
    sure = [kept.id for kept in list_suggestions(book) if kept.suggestion.confidence >= least]
    decide(book, sure[::2], Ruling(Decision.ACCEPTED), coder="JB", now=clock)
    after = build_crosstab(book, finder, PROVISIONAL, clock)
    assert (after.cells, after.totals, after.base) == (before.cells, before.totals, before.base)


def test_a_review_screened_out_is_named_and_not_counted(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    before = build_crosstab(book, finder, PROVISIONAL, clock)
    with book.reading() as work:
        first = work.reviews.all()[0]
    screen_review(book, first.id, reason="Outside the period", coder="JB")
    after = build_crosstab(book, finder, PROVISIONAL, clock)
    assert (after.base, after.left_out.screened_out) == (before.base - 1, 1)
    with book.reading() as work:
        assert work.reviews.get(first.id).status is Status.SCREENED_OUT


def test_a_filter_narrows_the_base(book: StoredCasebook, finder: Any, clock: Now) -> None:
    table = build_crosstab(book, finder, CrossTabSpec(where="kind:sar"), clock)
    assert [axis.id for axis in table.columns] == ["sar"]
    everyone = build_crosstab(book, finder, PROVISIONAL, clock)
    assert table.left_out.filtered == everyone.base - table.base


@pytest.mark.parametrize("unit", Unit)
def test_every_axis_can_be_counted_by_every_unit(
    book: StoredCasebook, finder: Any, clock: Now, unit: Unit
) -> None:
    with book.reading() as work:
        names = axis_names(work)
    assert {"themes", "groups", "kind", "form", "year", "area", "reads_as", "role"} <= set(names)
    for name in names:
        spec = CrossTabSpec(columns=name, unit=unit)
        table = build_crosstab(book, finder, spec, clock)
        assert all(cell.n <= table.base for cell in table.totals), name
        assert build_crosstab(book, finder, CrossTabSpec(rows=name), clock).base > 0


def test_an_unknown_axis_is_named_with_those_there_are(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    with pytest.raises(QueryError, match="weather") as caught:
        build_crosstab(book, finder, CrossTabSpec(columns="weather"), clock)
    assert "kind" in caught.value.advice
