"""Cross-tabs and filters are kept as questions, counted anew, and undone like any other act."""

from dataclasses import replace

import pytest

from caseview.counting.halves import Parting
from caseview.domain.crosstab import Counts, CrossTabSpec, Share, Unit
from caseview.domain.errors import CasebookError, QueryError
from caseview.domain.journal import SetSaved
from caseview.domain.reads_as import ReadsAs
from caseview.domain.saved import SavedKind
from caseview.domain.suggestion import Level
from caseview.search.finder import QueryFinder
from caseview.store.casebook import StoredCasebook
from caseview.usecases.keep_named import forget
from caseview.usecases.saved_crosstab import (
    TableChoice,
    body_of,
    choice_of,
    save_crosstab,
    save_filter,
    saved_crosstabs,
    saved_filters,
)
from caseview.usecases.tell import Question, Telling
from caseview.usecases.undo import undo

CHOICE = TableChoice(
    CrossTabSpec(
        rows="groups",
        columns="year",
        unit=Unit.DOCUMENTS,
        counts=Counts.PROVISIONAL,
        level=Level.SURE,
        where="kind:sar",
        reads_as=frozenset({ReadsAs.GAP}),
        restated=True,
    ),
    Share.ROW,
)


def now() -> str:
    return "2026-11-22T09:00:00Z"


def test_nothing_of_a_choice_is_lost() -> None:
    assert choice_of(body_of(CHOICE)) == CHOICE
    with pytest.raises(QueryError, match="cannot be read"):
        choice_of("{}")


@pytest.mark.parametrize("telling", list(Telling))
def test_every_other_question_is_kept_whole(
    telling: Telling, book: StoredCasebook, finder: QueryFinder
) -> None:
    question = Question(
        telling,
        CHOICE.spec,
        ("staffing", "supervision"),
        7 if telling is Telling.REVIEW else None,
        Parting("force", "Northmoor Police") if telling is Telling.BODY else None,
    )
    choice = replace(CHOICE, question=question)
    assert choice_of(body_of(choice)) == choice
    save_crosstab(book, telling.value, choice, coder="JB", now=now)
    [one] = saved_crosstabs(book, finder)
    assert one.choice == choice
    assert one.reviews is not None


def test_a_cross_tab_is_saved_listed_replaced_removed_and_undone(
    book: StoredCasebook, finder: QueryFinder
) -> None:
    save_crosstab(book, "  By  year ", CHOICE, coder="JB", now=now)
    [one] = saved_crosstabs(book, finder)
    assert (one.saved.name, one.choice, one.amiss) == ("By year", CHOICE, "")
    assert one.reviews is not None
    wide = replace(CHOICE, spec=replace(CHOICE.spec, where=""))
    save_crosstab(book, "By year", wide, coder="JB", now=now)
    [more] = saved_crosstabs(book, finder)
    assert more.saved.id == one.saved.id
    assert more.reviews is not None
    assert more.reviews >= one.reviews
    forget(book, SavedKind.CROSSTAB, "By year", coder="JB")
    assert not saved_crosstabs(book, finder)
    undo(book, coder="JB")
    assert saved_crosstabs(book, finder) == (more,)
    with pytest.raises(CasebookError, match="Nothing was changed"):
        forget(book, SavedKind.CROSSTAB, "Never", coder="JB")
    with pytest.raises(CasebookError, match="under a name"):
        save_crosstab(book, " ", CHOICE, coder="JB", now=now)


def test_a_cross_tab_that_cannot_count_says_why(book: StoredCasebook, finder: QueryFinder) -> None:
    amiss = replace(CHOICE, spec=replace(CHOICE.spec, where='kind:"'))
    save_crosstab(book, "Amiss", amiss, coder="JB", now=now)
    [one] = saved_crosstabs(book, finder)
    assert one.reviews is None
    assert one.amiss


def test_a_filter_is_kept_only_if_it_is_understood(
    book: StoredCasebook, finder: QueryFinder
) -> None:
    save_filter(book, finder, "Adults", "kind:sar", coder="JB", now=now)
    assert saved_filters(book) == (("Adults", "kind:sar"),)
    with pytest.raises(QueryError):
        save_filter(book, finder, "Amiss", 'kind:"', coder="JB", now=now)
    forget(book, SavedKind.FILTER, "Adults", coder="JB")
    assert not saved_filters(book)
    with book.reading() as work:
        acts = [entry.commands for entry in work.journal.entries()][-2:]
    assert all(isinstance(one, SetSaved) for commands in acts for one in commands)
