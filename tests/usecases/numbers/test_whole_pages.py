"""A tag on a whole page is counted, shown as evidence and exported, and said for what it is."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from caseview.counting.small_numbers import SmallNumbers
from caseview.counting.wording import by_page_sentence, notes
from caseview.domain.crosstab import (
    ByPage,
    CellAddress,
    Counts,
    CrossTab,
    CrossTabSpec,
    Unit,
)
from caseview.domain.summary import Quotes, SummarySpec, place_of
from caseview.exporters.csv_table import CsvTable
from caseview.exporters.html_table import HtmlTable
from caseview.exporters.word_summary import WordSummary
from caseview.exporters.workbook import Workbook
from caseview.store.casebook import StoredCasebook
from caseview.usecases.asked import Asked
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.export_summary import export_summary
from caseview.usecases.export_table import export_table
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.gather_evidence import gather_evidence
from caseview.usecases.pair_themes import pair_themes
from caseview.usecases.ports import Now
from caseview.usecases.tag_page import ChosenPage, tag_page
from caseview.usecases.tag_passage import Change, change_tag
from caseview.usecases.tag_table import tag_table
from caseview.usecases.tell_method import tell_method
from tests.usecases.bare_scan import put_scan

THEME = "staffing_capacity"
EVERYTHING = CellAddress(None, None)


@pytest.fixture
def scan(book: StoredCasebook, clock: Now) -> int:
    """Put in a scan with three tags on two whole pages, finished; return its document's id."""
    number = put_scan(book)
    for page, theme in ((2, THEME), (3, THEME), (3, "professional_curiosity")):
        tag_page(book, ChosenPage(number, page, theme), coder="JB", now=clock)
    finish_documents(book, [number], coder="JB", now=clock)
    return number


def counted(book: StoredCasebook, finder: Any, clock: Now, **spec: Any) -> CrossTab:
    return build_crosstab(book, finder, CrossTabSpec(**spec), clock)


@pytest.mark.usefixtures("scan")
@pytest.mark.parametrize(
    ("unit", "n"),
    [(Unit.REVIEWS, 1), (Unit.DOCUMENTS, 1), (Unit.SECTIONS, 1), (Unit.PASSAGES, 2)],
)
def test_each_page_is_one_passage_and_the_evidence_equals_the_number(
    book: StoredCasebook, finder: Any, clock: Now, unit: Unit, n: int
) -> None:
    spec = CrossTabSpec(unit=unit, counts=Counts.TAGS)
    table = build_crosstab(book, finder, spec, clock)
    assert (table.base, table.total.n) == (n, n)
    assert table.by_page == ByPage(scans=1, tags=3)
    for row, total in zip(table.rows, table.totals, strict=True):
        found = gather_evidence(book, finder, spec, CellAddress(row.id, None))
        assert found.units == total.n
        assert len({item.quote.place.page for item in found.items}) == len(found.items)


@pytest.mark.usefixtures("scan")
def test_pages_and_passages_are_counted_side_by_side(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    with book.reading() as work:
        before = {one.passage_id for one in work.decisions.suggestions()}
    table = counted(book, finder, clock, unit=Unit.PASSAGES)
    found = gather_evidence(book, finder, CrossTabSpec(unit=Unit.PASSAGES), EVERYTHING)
    assert found.units == table.total.n > 2
    words = {item.passage_id for item in found.items if item.quote.text}
    assert words <= before
    assert table.total.n == len(words) + 2


@pytest.mark.usefixtures("scan")
def test_the_base_line_says_what_a_page_counts_as(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    table = counted(book, finder, clock, counts=Counts.TAGS, unit=Unit.PASSAGES)
    said = "3 tags on whole pages of scans count: these pages have no words; in passages, each "
    assert f"{said}such page is one." in notes(table)
    reviews = counted(book, finder, clock, counts=Counts.TAGS)
    assert by_page_sentence(reviews).endswith("count: these pages have no words.")
    hidden = by_page_sentence(replace(reviews, small_numbers=5))
    assert hidden == "Tags on whole pages of scans count: these pages have no words."


def test_a_scan_gone_through_without_a_find_is_in_the_base_and_said(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    finish_documents(book, [put_scan(book)], coder="JB", now=clock)
    table = counted(book, finder, clock, counts=Counts.TAGS)
    assert (table.base, table.total.n) == (1, 0)
    assert by_page_sentence(table) == (
        "1 scan without words counts, for a coder went through the pages."
    )


def test_a_scan_nobody_opened_is_left_out(book: StoredCasebook, finder: Any, clock: Now) -> None:
    before = counted(book, finder, clock)
    put_scan(book)
    table = counted(book, finder, clock)
    assert (table.base, table.left_out.no_text) == (before.base, before.left_out.no_text + 1)
    assert by_page_sentence(table) == ""


def test_evidence_of_a_page_stands_for_it_without_words(
    book: StoredCasebook, finder: Any, scan: int
) -> None:
    spec = CrossTabSpec(counts=Counts.TAGS)
    items = gather_evidence(book, finder, spec, CellAddress(THEME, None)).items
    assert [item.quote.place.page for item in items] == [2, 3], "in the order of the pages"
    one = items[0]
    assert (one.passage_id, one.number, one.role, one.quote.text) == (None, None, None, "")
    assert (one.quote.words, one.quote.said) == ("Whole page 2, no text",) * 2
    assert one.quote.place.reference.endswith("page 2")
    assert place_of(items[0].quote) != place_of(items[1].quote)
    assert one.quote.document_id == scan


@pytest.mark.usefixtures("scan")
def test_excel_csv_and_html_say_that_it_is_a_page(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    table = counted(book, finder, clock, counts=Counts.TAGS, unit=Unit.PASSAGES)
    files = {Workbook(): "t.xlsx", CsvTable(): "t.csv", HtmlTable(): "t.html"}
    for writer, name in files.items():
        export_table(book, finder, table, writer, tmp_path / name)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["Evidence"]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.rows]
    assert [row["Page"] for row in rows[1:]] == [2, 3, 3]
    assert rows[1][heads[-1]] == "Whole page 2, no text"
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        said = [line[1] for line in csv.reader(file) if line[:1] == ["Note"]]
    assert any("whole pages of scans" in one for one in said)
    html = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert "<blockquote>Whole page 2, no text<cite>" in html


@pytest.mark.usefixtures("scan")
def test_hidden_small_numbers_hide_how_many_pages_there_are(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    table, path = counted(book, finder, clock, counts=Counts.TAGS), tmp_path / "t.csv"
    export_table(book, finder, table, CsvTable(), path, small=SmallNumbers(5))
    text = path.read_text(encoding="utf-8-sig")
    assert "Tags on whole pages of scans count" in text
    assert "3 tags on whole" not in text


@pytest.mark.usefixtures("scan")
def test_the_word_summary_points_to_the_page_and_quotes_nothing(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    spec = SummarySpec((THEME,), counts=Counts.TAGS, quotes=Quotes.ALL)
    summary = compose_summary(book, finder, spec, clock)
    assert summary.quotes == ()
    path = tmp_path / "s.docx"
    assert export_summary(book, WordSummary(), summary, path) == 0
    said = "\n".join(one.text for one in docx.Document(str(path)).paragraphs)
    assert "Whole page 2, no text" in said
    assert "“Whole page" not in said
    assert "on whole pages of scans count" in said


def test_words_are_quoted_before_pages_unless_a_page_is_starred(
    book: StoredCasebook, finder: Any, clock: Now, scan: int
) -> None:
    spec = SummarySpec((THEME,), quotes=1)
    (section,) = compose_summary(book, finder, spec, clock).sections
    assert all(item.quote.text for item in section.gaps)
    with book.reading() as work:
        tag = work.decisions.tags(document_id=scan)[0]
    change_tag(book, tag.id, Change(is_key=True), coder="JB")
    (section,) = compose_summary(book, finder, spec, clock).sections
    assert "Whole page 2, no text" in [item.quote.words for item in section.evidence]


@pytest.mark.usefixtures("scan")
def test_every_tag_as_a_list_has_the_page_and_no_paragraph(book: StoredCasebook) -> None:
    listing = tag_table(book)
    rows = [dict(zip(listing.heads, row, strict=True)) for row in listing.rows]
    assert [(row["Page"], row["Paragraph"], row["Words"]) for row in rows] == [
        (2, "", "Whole page 2, no text"),
        (3, "", "Whole page 3, no text"),
        (3, "", "Whole page 3, no text"),
    ]
    assert dict(listing.about)["Whole pages"].startswith("3 of the tags")


def test_pairs_are_reckoned_among_pages_too(
    book: StoredCasebook, finder: Any, clock: Now, scan: int
) -> None:
    spec = CrossTabSpec(counts=Counts.TAGS, unit=Unit.PASSAGES)
    handout = pair_themes(Asked(book, finder, clock, spec))
    assert handout.tables
    with book.reading() as work:
        assert work.decisions.sizes()[scan].passages == 2


@pytest.mark.usefixtures("scan")
def test_the_method_says_how_many_tags_stand_on_pages(book: StoredCasebook, clock: Now) -> None:
    said = tell_method(book, clock)
    assert "3 of these stand on whole pages of scans, which have no words" in said
