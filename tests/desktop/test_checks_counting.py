"""UX.md section 7, checks 1, 2, 3 and 21, over a made casebook of 300 reviews, 411 documents."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt

from caseview.desktop.pages.crosstabs.page import CrossTabsPage
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.places import Place, View
from caseview.domain.crosstab import COUNTED_READS_AS, CellAddress, Counts, CrossTabSpec, Unit
from caseview.domain.evidence import Evidence, EvidenceSet
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from tests.desktop.driving import ALT, press
from tests.desktop.made_casebook import DOCUMENTS, FINISHED, REVIEWS, SCREENED_OUT
from tests.desktop.real_casebook import Room

KEY = Qt.Key
UNITS = (Unit.REVIEWS, Unit.DOCUMENTS, Unit.PASSAGES)
DRIVEN = 6
"""So many numbers of each table are gone to with the keyboard; of the rest the window is asked."""


def show(room: Room, spec: CrossTabSpec) -> CrossTabsPage:
    room.window.go(Place(View.CROSSTABS, spec=spec))
    room.settle()
    page = room.window.page()
    assert isinstance(page, CrossTabsPage)
    assert page.model.table is not None
    assert page.model.table.spec == spec
    return page


def addresses(page: CrossTabsPage) -> Iterator[CellAddress]:
    """Yield the address of every number that shows: cells, row totals, column totals."""
    for row in range(page.model.rowCount()):
        for column in range(page.model.columnCount()):
            address = page.model.address(page.model.index(row, column))
            if address is not None:
                yield address


def unit_of(item: Evidence, unit: Unit) -> int | None:
    return {
        Unit.REVIEWS: item.review_id,
        Unit.DOCUMENTS: item.quote.document_id,
        Unit.PASSAGES: item.passage_id,
    }[unit]


def shown_number(page: CrossTabsPage, address: CellAddress) -> int:
    """Return the number as it stands in the window."""
    words = str(page.model.index_of(address).data())
    return int(words.split(maxsplit=1)[0].replace(",", ""))


def made_of(found: EvidenceSet, unit: Unit) -> int:
    return len({unit_of(item, unit) for item in found.items})


def press_on(page: CrossTabsPage, room: Room, address: CellAddress) -> EvidenceSet:
    """Press Enter on a number and return what the pane beside the table shows."""
    page.table.setCurrentIndex(page.model.index_of(address))
    page.table.setFocus()
    press(KEY.Key_Return)
    room.settle()
    model = page.evidence.model
    items = [model.item(row) for row in range(model.rowCount())]
    return EvidenceSet(tuple(item for item in items if item is not None), 0)


def test_the_made_casebook_is_as_large_as_the_checks_say(large: Room) -> None:
    info = large.session.reading.info()
    assert (info.reviews, info.documents) == (REVIEWS, DOCUMENTS) == (300, 411)
    assert info.finished == FINISHED
    assert info.tags > 500
    screened = [r for r in large.session.reading.library() if r.screened_out is not None]
    assert len(screened) == SCREENED_OUT


@pytest.mark.parametrize("unit", UNITS)
def test_every_number_equals_its_evidence_in_each_unit(large: Room, unit: Unit) -> None:
    page = show(large, CrossTabSpec(unit=unit, counts=Counts.TAGS))
    table = page.model.table
    assert table is not None
    known = list(addresses(page))
    cells = len(table.rows) * len(table.columns)
    assert len(known) == cells + len(table.rows) + len(table.columns) + 1
    numbers = {address: shown_number(page, address) for address in known}
    assert sum(n > 0 for n in numbers.values()) > 100
    for address, n in numbers.items():
        found = large.session.asking.evidence(table.spec, address)
        assert n == found.units == made_of(found, unit), address
    tall = sorted((a for a in known if numbers[a]), key=lambda a: numbers[a])
    for address in tall[:: max(1, len(tall) // DRIVEN)]:
        assert made_of(press_on(page, large, address), unit) == numbers[address], address


def test_evidence_of_another_table_never_stands_beside_a_number(large: Room) -> None:
    page = show(large, CrossTabSpec(counts=Counts.TAGS))
    cell = next(a for a in addresses(page) if a.row and a.column and shown_number(page, a))
    press_on(page, large, cell)
    assert page.evidence.isVisible()
    show(large, CrossTabSpec(rows="groups", columns="year", counts=Counts.TAGS))
    assert not page.evidence.isVisible()


def test_two_keys_lead_from_a_number_to_its_sentence_and_one_back(large: Room) -> None:
    page = show(large, CrossTabSpec(counts=Counts.TAGS))
    cell = next(
        a for a in addresses(page) if a.row is not None and a.column and shown_number(page, a) > 2
    )
    press_on(page, large, cell)
    item = page.evidence.model.item(page.evidence.quotes.currentIndex().row())
    assert item is not None
    press(KEY.Key_Return)
    large.settle()
    reader = large.window.page()
    assert isinstance(reader, ReaderPage)
    span = Span(item.quote.start, item.quote.end)
    text = reader.parts.text
    assert text.found == (span,), "the words are highlighted"
    seen = text.visible()
    assert seen.start <= span.start, "and in view"
    assert span.end <= seen.end
    press(KEY.Key_Left, ALT)
    large.settle()
    assert large.window.page() is page
    assert page.model.address(page.table.currentIndex()) == cell


@pytest.mark.parametrize("unit", [Unit.REVIEWS, Unit.PASSAGES])
def test_accepting_one_changes_exactly_the_cells_it_should(large: Room, unit: Unit) -> None:
    page = show(large, CrossTabSpec(unit=unit, counts=Counts.TAGS))
    before = {address: shown_number(page, address) for address in addresses(page)}
    session = large.session
    finished = {r.id: r.kind for r in session.reading.library() if r.id <= FINISHED}
    held = {
        (unit_of(item, unit), item.theme)
        for item in session.asking.evidence(page.choices.spec, CellAddress(None, None)).items
    }
    any_theme = {place for place, _ in held}
    kept = next(
        each
        for document in range(1, FINISHED)
        for each in session.reading.suggestions(document)
        if each.decision is Decision.UNDECIDED
        and each.suggestion.reads_as in COUNTED_READS_AS
        and not each.suggestion.restated
        and (_unit(each.review_id, each.passage_id, unit), each.suggestion.theme) not in held
    )
    desk = large.window.desk
    assert desk is not None
    desk.change("Accept", lambda d: d.accept(kept.id))
    large.settle()
    after = {address: shown_number(page, address) for address in addresses(page)}
    theme, kind = kept.suggestion.theme, str(finished[kept.review_id])
    wanted = {CellAddress(theme, kind), CellAddress(theme, None)}
    if _unit(kept.review_id, kept.passage_id, unit) not in any_theme:
        wanted |= {CellAddress(None, kind), CellAddress(None, None)}
    changed = {a: after[a] - before[a] for a in after if after[a] != before[a]}
    assert changed == dict.fromkeys(wanted, 1)


def _unit(review: int, passage: int, unit: Unit) -> int:
    return review if unit is Unit.REVIEWS else passage


def test_what_is_undecided_or_rejected_changes_no_count_of_tags(large: Room) -> None:
    page = show(large, CrossTabSpec(unit=Unit.PASSAGES, counts=Counts.TAGS))
    before = {address: shown_number(page, address) for address in addresses(page)}
    waiting = [
        each.id
        for document in range(1, 20)
        for each in large.session.reading.suggestions(document)
        if each.decision is Decision.UNDECIDED
    ]
    desk = large.window.desk
    assert desk is not None
    desk.change("Reject", lambda d: d.reject(waiting))
    large.settle()
    assert {address: shown_number(page, address) for address in addresses(page)} == before
    provisional = show(large, CrossTabSpec(unit=Unit.PASSAGES))
    assert shown_number(provisional, CellAddress(None, None)) > before[CellAddress(None, None)]


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_excel_holds_numbers_a_frozen_head_its_base_and_every_passage(
    large: Room, tmp_path: Path
) -> None:
    page = show(large, CrossTabSpec(unit=Unit.PASSAGES, counts=Counts.TAGS, where="kind:sar"))
    table = page.model.table
    assert table is not None
    page.export_to(tmp_path / "table.xlsx")
    large.settle()
    book = openpyxl.load_workbook(tmp_path / "table.xlsx")
    numbers, evidence = book["Numbers"], book["Evidence"]
    assert numbers.freeze_panes == "B2"
    assert evidence.freeze_panes
    written = rows(numbers)[1 : len(table.rows) + 1]
    expected = [
        (axis.label, *(cell.n for cell in cells), total.n)
        for axis, cells, total in zip(table.rows, table.cells, table.totals, strict=True)
    ]
    assert [line[: len(table.columns) + 2] for line in written] == expected
    assert all(type(value) is int for line in written for value in line[1 : len(expected[0])])
    words = " ".join(str(v) for sheet in book for line in rows(sheet) for v in line if v)
    assert "Base (passages)" in words
    assert "kind:sar" in words
    heads, *passages = rows(evidence)
    by_theme = defaultdict(set)
    for line in passages:
        item = dict(zip(heads, line, strict=True))
        by_theme[item["Theme"]].add(item["Passage"])
    shown = {row.label: t.n for row, t in zip(table.rows, table.totals, strict=True) if t.n}
    assert {theme: len(found) for theme, found in by_theme.items()} == shown
    assert len(set().union(*by_theme.values())) == table.total.n
