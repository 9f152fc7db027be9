"""Details go out to a sheet and come back; conflicts are shown, and coding becomes tags."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from caseview.domain.attribute import DetailName
from caseview.domain.errors import ReadError
from caseview.domain.reads_as import ReadsAs
from caseview.exporters.listing_files import ListingWorkbook
from caseview.exporters.sheet_reader import read_sheet
from caseview.store.casebook import StoredCasebook
from caseview.usecases.coded_sheet import holds_coding, tags_from_sheet
from caseview.usecases.details_table import apply_details, details_table, plan_details
from caseview.usecases.edit_details import edit_details
from caseview.usecases.import_documents import Batch, import_documents
from caseview.usecases.ports import FileReader

Clock = Callable[[], str]
Rows = Sequence[Sequence[object]]


@pytest.fixture
def filled(casebook: StoredCasebook, reader: FileReader, report: Path) -> StoredCasebook:
    other = report.with_name("second.txt")
    words = report.read_text(encoding="utf-8").replace("Martin Alder", "Priya Nolan")
    other.write_text(words, encoding="utf-8")
    batch = Batch((report, other))
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    return casebook


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    def made(*rows: Sequence[object]) -> Path:
        book = Workbook()
        assert book.active is not None
        for row in rows:
            book.active.append(list(row))
        book.save(tmp_path / "in.xlsx")
        return tmp_path / "in.xlsx"

    return made


Made = Callable[..., Path]


def held(casebook: StoredCasebook, review: int, name: DetailName) -> tuple[str, ...]:
    with casebook.reading() as work:
        return work.reviews.get(review).attribute(name)


def test_an_export_that_comes_back_untouched_changes_nothing(
    filled: StoredCasebook, tmp_path: Path
) -> None:
    ListingWorkbook().write(details_table(filled), tmp_path / "out.xlsx")
    plan = plan_details(filled, read_sheet(tmp_path / "out.xlsx"))
    assert (plan.changes, plan.trouble) == ((), ())


def test_what_was_typed_in_the_export_is_taken_back_as_one_act(
    filled: StoredCasebook, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    ListingWorkbook().write(details_table(filled), path)
    book = load_workbook(path)
    heads = [cell.value for cell in book["List"][1]]
    book["List"].cell(2, heads.index("Agency") + 1, "Police; Housing")
    book["List"].cell(2, heads.index("Date of death") + 1, "04/05/2022")
    book["List"].cell(3, heads.index("Coroner") + 1, "-")
    book.save(path)
    first, second = (book["List"].cell(row, 1).value for row in (2, 3))
    plan, _ = apply_details(filled, read_sheet(path), over_confirmed=False, coder="JB")
    assert {change.name for change in plan.changes} >= {DetailName.AGENCY, DetailName.CORONER}
    assert held(filled, int(str(first)), DetailName.AGENCY) == ("Police", "Housing")
    assert held(filled, int(str(first)), DetailName.DATE_OF_DEATH) == ("2022-05-04",)
    assert held(filled, int(str(second)), DetailName.CORONER) == ()
    with filled.writing() as work:
        work.journal.undo("JB")
    assert held(filled, int(str(second)), DetailName.CORONER) == ("Judith Vale",)


def test_rows_are_matched_by_number_file_or_reference_and_the_rest_is_said(
    filled: StoredCasebook, sheet: Made
) -> None:
    edit_details(filled, [2], DetailName.REF, ["2023-0117"], coder="JB")
    path = sheet(
        ["File", "Ref", "Sex", "Weather"],
        ["alder-report.txt", "", "male", "wet"],
        ["", "2023-0117", "female", ""],
        ["nobody.pdf", "", "male", ""],
    )
    plan = plan_details(filled, read_sheet(path))
    assert [(one.review_id, one.after) for one in plan.changes if one.name is DetailName.SEX] == [
        (1, ("male",)),
        (2, ("female",)),
    ]
    assert any("Weather" in sentence for sentence in plan.trouble)
    assert any("Row 4 fits no review" in sentence for sentence in plan.trouble)


def test_what_a_person_confirmed_is_left_alone_unless_asked(
    filled: StoredCasebook, sheet: Made
) -> None:
    edit_details(filled, [1], DetailName.SEX, ["female"], coder="JB")
    path = sheet(["Review number", "Sex"], [1, "male"])
    plan, _ = apply_details(filled, read_sheet(path), over_confirmed=False, coder="SO")
    assert [change.conflict for change in plan.changes] == [True]
    assert held(filled, 1, DetailName.SEX) == ("female",)
    apply_details(filled, read_sheet(path), over_confirmed=True, coder="SO")
    assert held(filled, 1, DetailName.SEX) == ("male",)


def test_a_date_that_is_none_is_said_with_its_row(filled: StoredCasebook, sheet: Made) -> None:
    path = sheet(["Review number", "Published"], [1, "last spring"])
    plan = plan_details(filled, read_sheet(path))
    assert plan.changes == ()
    assert "Row 2: “last spring” is no date." in plan.trouble[0]


def test_a_column_of_themes_becomes_tags_with_their_coder(
    filled: StoredCasebook, sheet: Made, clock: Clock
) -> None:
    path = sheet(
        ["File", "Theme", "Words", "Coder", "Reads as"],
        ["alder-report.txt", "Professional curiosity", "at FACE value", "KL", "gap"],
        ["second.txt", "staffing_capacity; No such theme", "", "", "good practice"],
        ["second.txt", "staffing_capacity", "words that are not there", "", ""],
    )
    given = read_sheet(path)
    assert holds_coding(given)
    coded = tags_from_sheet(filled, given, coder="JB", now=clock)
    with filled.reading() as work:
        tags = work.decisions.tags()
    assert [(tag.text, tag.coder, tag.reads_as) for tag in tags if tag.document_id == 1] == [
        ("at face value", "KL", ReadsAs.GAP)
    ]
    (whole,) = [tag for tag in tags if tag.document_id == 2]
    assert (whole.coder, whole.origin) == ("JB", "from a sheet, on the whole review")
    assert coded.tags == 2
    assert [sentence.split(":")[0] for sentence in coded.trouble] == ["Row 3", "Row 4"]
    again = tags_from_sheet(filled, given, coder="JB", now=clock)
    assert (again.tags, again.already_here) == (0, 2)


def test_what_is_no_workbook_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text("Ref,Sex", encoding="utf-8")
    with pytest.raises(ReadError, match="is not an Excel workbook"):
        read_sheet(path)
