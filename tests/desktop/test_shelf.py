"""The Library reads again only what a change names, and narrows without asking twice."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from caseview.desktop.desk import MANY, Shelf
from caseview.desktop.events import Events
from caseview.desktop.models.narrowing import Narrowing
from caseview.desktop.session.session import HearsPages, Stop, Told
from caseview.desktop.window.importing import Importing
from caseview.desktop.window.window import Window
from caseview.domain.changes import Changes
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.review import Review
from tests.desktop.driving import settle
from tests.desktop.invented_session import InventedSession


class Counted:
    """A session whose reads of reviews are counted."""

    def __init__(self) -> None:
        self.session = InventedSession()
        self.events = Events()
        self.whole = 0
        self.asked: list[int] = []
        reading = self.session.reading
        library = reading.library

        def counted(ids: Iterable[int] | None = None) -> tuple[Review, ...]:
            if ids is None:
                self.whole += 1
                return library()
            self.asked += sorted(ids)
            return library(self.asked)

        reading.library = counted  # type: ignore[method-assign]
        self.shelf = Shelf(self.session, self.events)


def test_a_change_of_one_review_reads_that_one_again_and_no_other(qtbot: QtBot) -> None:
    counted = Counted()
    before = counted.shelf.library()
    changed, gone = before[0], before[1]
    counted.session.state.reviews = [
        replace(review, tags=review.tags + 1) for review in before if review is not gone
    ]
    counted.events.change(Changes("Remove", reviews=frozenset({changed.id, gone.id})))
    after = counted.shelf.library()
    assert (counted.whole, counted.asked) == (1, sorted([changed.id, gone.id]))
    by_id = {review.id: review for review in after}
    assert gone.id not in by_id
    assert by_id[changed.id].tags == changed.tags + 1
    assert all(by_id[review.id] is review for review in before[2:])


def test_what_was_not_changed_is_not_read_at_all(qtbot: QtBot) -> None:
    counted = Counted()
    before = counted.shelf.library()
    assert counted.shelf.library() == before
    counted.events.change(Changes("Write a note", notes=frozenset({4})))
    assert counted.shelf.library() == before
    assert (counted.whole, counted.asked) == (1, [])


def test_a_change_that_names_no_review_and_one_of_very_many_read_all(qtbot: QtBot) -> None:
    counted = Counted()
    counted.shelf.library()
    counted.events.change(Changes("Change the codebook", codebook=True))
    counted.shelf.library()
    counted.events.change(Changes("Import", reviews=frozenset(range(MANY + 1))))
    counted.shelf.library()
    assert (counted.whole, counted.asked) == (3, [])


def test_the_order_is_that_of_the_whole_read(qtbot: QtBot) -> None:
    counted = Counted()
    read = counted.shelf.library()
    assert [r.title.casefold() for r in read] == sorted(r.title.casefold() for r in read)
    counted.events.change(Changes("Edit", reviews=frozenset({read[0].id})))
    assert counted.shelf.library() == read


def test_an_import_of_many_files_has_the_library_read_few_times(
    window: Window, session: InventedSession, qtbot: QtBot
) -> None:
    importing = window.findChild(Importing)
    assert importing is not None
    reads: list[frozenset[int] | None] = []
    library = session.reading.library
    known = [review.id for review in library()]
    kinds = (OutcomeKind.IMPORTED, OutcomeKind.ALREADY_HERE)

    def counted(ids: Iterable[int] | None = None) -> tuple[Review, ...]:
        reads.append(None if ids is None else frozenset(ids))
        return library(reads[-1])

    def import_files(
        paths: Sequence[Path], told: Told, stop: Stop, heard: HearsPages | None = None
    ) -> tuple[ImportOutcome, ...]:
        assert heard is not None
        heard("folder/long scan.pdf", 3, 120)
        for n in range(300):
            kind, review = kinds[n % 2], known[n % 2]
            told(ImportOutcome(f"{n}.txt", kind, review_id=review), n + 1, 300)
        return ()

    session.reading.library = counted  # type: ignore[method-assign]
    session.filing.import_files = import_files  # type: ignore[method-assign]
    importing.run([Path("anything")])
    settle(window, qtbot)
    assert not importing.running
    assert reads == [frozenset({known[0]})], "only what came in anew, and at the end"


def test_a_narrowing_takes_over_the_rows_of_unchanged_reviews(qtbot: QtBot) -> None:
    reviews = InventedSession().reading.library()
    first = Narrowing(reviews)
    second = Narrowing(reviews, first)
    assert all(second.rows[r.id] is first.rows[r.id] for r in reviews)
    assert second.narrow({}) == first.narrow({})
