"""The models answer without a window: narrowing, sorting, spoken words, offsets, queues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from caseview.desktop.models.crosstab import CrossTabModel
from caseview.desktop.models.evidence import EvidenceModel
from caseview.desktop.models.facets import FacetModel, FacetRole, RowKind
from caseview.desktop.models.library import Column, LibraryModel
from caseview.desktop.models.narrowing import Narrowing
from caseview.desktop.models.offsets import Offsets
from caseview.desktop.models.outline import WAITING, OutlineModel
from caseview.desktop.models.queue import QueueModel
from caseview.desktop.models.reading import MarkKind, Marks, less, more, sentence_at, undecided
from caseview.desktop.models.results import ResultModel, in_context, narrowed_query, span_of
from caseview.desktop.models.summary_quotes import SummaryQuotes
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.models.words import day
from caseview.domain.crosstab import CellAddress, CrossTabSpec
from caseview.domain.query import Search
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Status
from caseview.domain.suggestion import Decision
from caseview.domain.summary import SummarySpec
from tests.desktop import invented
from tests.desktop.invented_session import InventedSession

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
BOOK = ThemeBook(invented.CODEBOOK)
REVIEWS = invented.reviews()


@given(st.text(max_size=60), st.integers(0, 60))
def test_offsets_go_to_the_widget_and_back(text: str, at: int) -> None:
    at = min(at, len(text))
    offsets = Offsets(text)
    assert offsets.to_qt(at) == len(text[:at].encode("utf-16-le")) // 2
    assert offsets.from_qt(offsets.to_qt(at)) == at


def test_offsets_are_those_of_the_text_widget(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setPlainText("a\N{GRINNING FACE}b")
    assert document.characterCount() - 1 == Offsets("a\N{GRINNING FACE}b").to_qt(3)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "status": st.frozensets(st.sampled_from([s.value for s in Status]), min_size=1),
            "year": st.frozensets(st.sampled_from(["2019", "2021"]), min_size=1),
            "area": st.frozensets(st.sampled_from(invented.AREAS), min_size=1),
        },
    )
)
def test_each_count_of_a_facet_is_what_ticking_it_alone_would_leave(
    chosen: dict[str, frozenset[str]],
) -> None:
    known = Narrowing(REVIEWS)
    for facet in known.narrow(chosen)[1]:
        others = {name: values for name, values in chosen.items() if name != facet.name}
        for value, _, count in facet.choices:
            ticked = {**others, facet.name: frozenset({value})}
            assert count == len(known.narrow(ticked)[0])


def test_a_facet_is_ticked_and_opened_by_acting_on_its_row(qapp: QApplication) -> None:
    model = FacetModel()
    model.show(Narrowing(REVIEWS).narrow({})[1])
    row = next(
        n
        for n in range(model.rowCount())
        if model.index(n).data(FacetRole.ROW).kind is RowKind.CHOICE
    )
    model.act(model.index(row))
    assert model.chosen == {"status": {Status.TO_TAG.value}}
    assert model.index(row).data(SPOKEN).endswith(", ticked")
    whole = model.rowCount()
    model.act(model.index(0))
    assert model.rowCount() < whole
    assert model.index(0).data(SPOKEN) == "Status, closed, 1 ticked"


def test_the_library_sorts_by_every_column_and_speaks_every_cell(qapp: QApplication) -> None:
    model = LibraryModel()
    model.show(REVIEWS)
    for column in Column:
        model.sort(column, Qt.SortOrder.DescendingOrder)
        for row in range(model.rowCount()):
            assert model.index(row, column).data(SPOKEN)
    model.sort(Column.TAGS)
    tags = [r.tags for n in range(model.rowCount()) if (r := model.review(model.index(n, 0)))]
    assert tags == sorted(tags)


def test_a_review_is_spoken_as_a_sentence(qapp: QApplication) -> None:
    model = LibraryModel()
    model.show([invented.review(4, "Person Larch", Status.TO_TAG)])
    assert model.index(0, 0).data(SPOKEN) == (
        "Person Larch, SAR, 2022, Fenwick, to tag, 8 to decide, 0 tags"
    )


def test_every_cell_of_a_crosstab_is_spoken_and_has_an_address(qapp: QApplication) -> None:
    model = CrossTabModel(BOOK)
    table = InventedSession().asking.crosstab(CrossTabSpec())
    model.show(table)
    seen = set()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            assert index.data(SPOKEN)
            if (address := model.address(index)) is not None:
                assert model.index_of(address) == index
                seen.add(address)
    assert len(seen) == len(table.rows) * (len(table.columns) + 1)
    assert CellAddress("workload", None) in seen


def test_groups_stand_above_their_themes(qapp: QApplication) -> None:
    model = CrossTabModel(BOOK)
    model.show(InventedSession().asking.crosstab(CrossTabSpec()))
    lines = [model.line(n) for n in range(model.rowCount())]
    assert [line.words for line in lines[:3] if line] == [
        "People and families",
        "Hearing the person",
        "Family knowledge",
    ]


def test_evidence_is_narrowed_by_how_it_reads(qapp: QApplication) -> None:
    model = EvidenceModel()
    model.show(InventedSession().asking.evidence(CrossTabSpec(), CellAddress("workload", None)))
    whole = model.rowCount()
    assert model.counts["all"] == whole == sum(model.counts[r.value] for r in ReadsAs)
    first = model.item(0)
    assert first is not None
    assert first.is_key
    model.narrow(ReadsAs.GOOD_PRACTICE.value)
    assert model.rowCount() == model.counts["good_practice"] < whole
    assert "good practice" in model.index(0).data(SPOKEN)


def test_the_queue_shows_decisions_before_they_are_kept(qapp: QApplication) -> None:
    model = QueueModel(BOOK)
    made = invented.suggestions(10, 1)
    model.show(made)
    model.foresee(made[0].id, Decision.ACCEPTED)
    assert model.left == len(made) - 1
    model.show(made)  # a reading from before the decision was kept
    assert model.left == len(made) - 1
    model.settled(made[0].id)
    model.show(made)
    assert model.left == len(made)


def test_the_queue_goes_round_and_leaves_skipped_ones_for_last(qapp: QApplication) -> None:
    model = QueueModel(BOOK)
    made = invented.suggestions(10, 1)[:3]
    model.show(made)
    model.foresee(made[1].id, Decision.SKIPPED)
    assert model.next_open(0) == 2
    assert model.next_open(2) == 0
    model.foresee(made[0].id, Decision.REJECTED)
    model.foresee(made[2].id, Decision.ACCEPTED)
    assert model.next_open(2) == 1
    assert "reads as gap, skipped" in model.index(1).data(SPOKEN)


def test_marks_stand_in_reading_order_with_the_one_in_hand_set_apart() -> None:
    made = invented.suggestions(10, 1)
    tag = invented.tag_of(made[0], 1, "QZ")
    marks = Marks().of([tag], made[1:], made[2].id)
    assert [m.span.start for m in marks] == sorted(m.span.start for m in marks)
    assert [m.kind for m in marks].count(MarkKind.DECIDING) == 1
    assert len(undecided(made)) == len(made)


def test_sentences_are_added_and_taken_off() -> None:
    text = invented.TEXT
    at = text.text.index("Each call")
    one = sentence_at(text, at)
    assert one is not None
    assert one.of(text.text).startswith("Each call")
    assert one.of(text.text).endswith("before.")
    two = more(text, one)
    assert "A neighbour told" in two.of(text.text)
    assert less(text, two) == one
    assert less(text, one) == one


def test_sections_count_what_waits_in_them(qapp: QApplication) -> None:
    model = OutlineModel()
    made = invented.suggestions(10, 1)
    model.show(invented.outline(), made)
    waiting = [model.index(n).data(WAITING) for n in range(model.rowCount())]
    assert sum(waiting) == len(made)
    assert all(model.index(n).data(SPOKEN) for n in range(model.rowCount()))
    assert model.row_at(invented.outline()[1].start) == 1


def test_a_result_shows_its_word_with_what_stands_around_it(qapp: QApplication) -> None:
    answer = InventedSession().searching.search(Search("curtains"), lambda: False)
    hit = answer.hits[0]
    context = in_context(hit)
    assert context.found == "curtains"
    assert context.before.endswith("that the ")
    assert span_of(hit).of(invented.TEXT.text) == "curtains"
    model = ResultModel(BOOK)
    model.show(answer.hits)
    model.tick(model.index(0))
    assert model.chosen == (hit,)
    assert "ticked" in model.index(0).data(SPOKEN)


@pytest.mark.parametrize(
    ("chosen", "query"),
    [
        ({}, "fire"),
        ({"kind": frozenset({"sar"})}, "fire kind:sar"),
        ({"area": frozenset({"Upper Tarn"})}, 'fire area:"Upper Tarn"'),
        ({"year": frozenset({"2021", "2020"})}, "fire (year:2020 OR year:2021)"),
    ],
)
def test_ticks_become_fields_of_the_query(chosen: dict[str, frozenset[str]], query: str) -> None:
    assert narrowed_query("fire", chosen) == query


def test_only_ticked_quotes_go_into_the_summary(qapp: QApplication) -> None:
    summary = InventedSession().asking.summary(SummarySpec(("workload",)))
    model = SummaryQuotes()
    model.show(summary)
    ticked, whole = model.counts
    assert 0 < ticked < whole
    model.tick(model.index(0))
    assert len(model.ticks) == ticked - 1
    model.show(summary)
    assert model.counts[0] == ticked - 1, "what was unticked stays so"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("work", "Workload"),
        ("rep", "Repeat contacts"),
        ("missed", "Meetings missed"),
        ("po clo", "Closing too soon"),
    ],
)
def test_a_few_letters_find_a_theme(typed: str, first: str) -> None:
    assert BOOK.matching(typed)[0].name == first


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2024-11-12", "12 November 2024"), ("2021-05", "May 2021"), ("2019", "2019")],
)
def test_dates_are_written_at_the_precision_known(iso: str, words: str) -> None:
    assert day(iso) == words
