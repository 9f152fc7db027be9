"""A codebook goes out to Excel and comes back the same; what people type there is understood."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from caseview.domain.codebook import Codebook
from caseview.domain.errors import CodebookError
from caseview.exporters.codebook_sheet import read_sheets, write_sheets
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.editing.sheets import from_sheets, to_sheets
from caseview.tagging.editing.themes import map_theme

CORE = Path(__file__).parents[2] / "resources" / "codebooks" / "core.toml"


@pytest.fixture(scope="module")
def core() -> Codebook:
    return read_codebook(CORE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def few(core: Codebook) -> Codebook:
    """Three themes of the core codebook."""
    return replace(core, themes=core.themes[:3], cues={}, sources={})


@pytest.fixture
def book(few: Codebook, tmp_path: Path) -> Path:
    path = tmp_path / "codebook.xlsx"
    write_sheets(to_sheets(few), path)
    return path


def test_the_core_codebook_comes_back_from_excel_as_it_went(core: Codebook, tmp_path: Path) -> None:
    path = tmp_path / "core.xlsx"
    write_sheets(to_sheets(core), path)
    assert from_sheets(read_sheets(path)) == core


def test_where_a_theme_maps_to_is_a_column_to_fill_in(few: Codebook, tmp_path: Path) -> None:
    path = tmp_path / "mapped.xlsx"
    mapped = map_theme(few, few.themes[0].id, "college", "Curiosity and challenge")
    mapped = map_theme(mapped, few.themes[1].id, "our own", "=not a formula")
    write_sheets(to_sheets(mapped), path)
    sheet = load_workbook(path)["Themes"]
    headings = [cell.value for cell in sheet[1]]
    assert "Maps to: College of Policing perennial issue" in headings
    assert "Maps to: our own" in headings
    assert sheet.freeze_panes == "A2"
    assert from_sheets(read_sheets(path)) == mapped


def test_what_an_analyst_adds_in_excel_is_understood(few: Codebook, book: Path) -> None:
    work = load_workbook(book)
    work["Themes"].append([None, "Pets in the home", few.groups[0].name, "Animals that matter."])
    work["Rules"].append([None, "Pets in the home", "Gap", None, "(dog|cat) .. not fed"])
    work["Rules"].append([few.themes[0].id, None, "topic", None, "quite new words"])
    work.save(book)
    read = from_sheets(read_sheets(book))
    pets = read.theme("pets_in_the_home")
    assert (pets.group, [rule.pattern for rule in pets.rules]) == (
        few.groups[0].id,
        ["(dog|cat) .. not fed"],
    )
    added = [rule for rule in read.theme(few.themes[0].id).rules if "quite new" in rule.pattern]
    known = {rule.id for rule in few.themes[0].rules}
    assert len(added) == 1
    assert added[0].id not in known


@pytest.mark.parametrize(
    ("sheet", "row", "words"),
    [
        ("Rules", [None, "No such theme", "gap", None, "words"], "Rules, row"),
        ("Rules", [None, "Professional curiosity", "maybe", None, "words"], "Rules, row"),
        ("Rules", [None, "Professional curiosity", "gap", None, "open (bracket"], "open (bracket"),
        ("Themes", [None, None, "x", "No name."], "Themes, row"),
        ("Lists", ["nothing", "a", "b"], "Lists, row"),
    ],
)
def test_what_cannot_be_used_is_named_by_sheet_and_row(
    book: Path, sheet: str, row: list[str | None], words: str
) -> None:
    work = load_workbook(book)
    work[sheet].append(row)
    work.save(book)
    with pytest.raises(CodebookError) as told:
        from_sheets(read_sheets(book))
    assert words in told.value.message


def test_another_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "letter.xlsx"
    path.write_bytes(b"not a workbook")
    with pytest.raises(CodebookError):
        read_sheets(path)
    with pytest.raises(CodebookError) as told:
        from_sheets({"Sheet1": [["a"]]})
    assert "no sheet “Codebook”" in told.value.message
