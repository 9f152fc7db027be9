"""Views of the Library under a name: kept, replaced, removed, undone, read as they were."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError, QueryError
from caseview.domain.saved import SavedKind
from caseview.store.casebook import StoredCasebook
from caseview.usecases.keep_named import forget
from caseview.usecases.saved_view import LibraryView, body_of, save_view, saved_views, view_of
from caseview.usecases.undo import undo

MINE = LibraryView({"status": frozenset({"to_tag"}), "year": frozenset({"2022"})}, "adult", "tags")
Clock = Callable[[], str]


@given(
    st.dictionaries(
        st.text(max_size=5), st.frozensets(st.text(max_size=5), min_size=1), max_size=3
    ),
    st.text(max_size=9),
    st.booleans(),
)
def test_a_view_is_read_as_it_was_kept(
    chosen: dict[str, frozenset[str]], typed: str, downwards: bool
) -> None:
    view = LibraryView(chosen, typed, "year", downwards)
    assert view_of(body_of(view)) == view


def test_a_view_is_kept_replaced_and_removed_and_each_is_undone(
    casebook: StoredCasebook, clock: Clock
) -> None:
    save_view(casebook, " My  year ", MINE, coder="JB", now=clock)
    (kept,) = saved_views(casebook)
    assert (kept.name, kept.view) == ("My year", MINE)
    assert save_view(casebook, "My year", MINE, coder="JB", now=clock) == Changes()
    save_view(casebook, "My year", LibraryView(), coder="JB", now=clock)
    forget(casebook, SavedKind.VIEW, "My year", coder="JB")
    assert saved_views(casebook) == ()
    undo(casebook, coder="JB")
    undo(casebook, coder="JB")
    assert saved_views(casebook)[0].view == MINE
    undo(casebook, coder="JB")
    assert saved_views(casebook) == ()


def test_a_view_without_a_name_is_not_kept_and_one_not_there_not_removed(
    casebook: StoredCasebook, clock: Clock
) -> None:
    with pytest.raises(CasebookError, match="under a name"):
        save_view(casebook, "  ", MINE, coder="JB", now=clock)
    with pytest.raises(CasebookError, match="No view is saved"):
        forget(casebook, SavedKind.VIEW, "Mine", coder="JB")


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"chosen": 1, "typed": "", "sorted_by": ""}'])
def test_a_view_that_cannot_be_read_says_so(body: str) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        view_of(body)
