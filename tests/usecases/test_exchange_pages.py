"""Tags on whole pages go out as selections of the page's picture, and come back as they were."""

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from caseview.domain.exchange import ExchangeArea
from caseview.domain.reads_as import ReadsAs
from caseview.exporters.refi_reader import read_project
from caseview.exporters.refi_writer import RefiProject
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, create_casebook
from caseview.usecases.export_exchange import Exported, export_exchange
from caseview.usecases.import_documents import Batch, import_documents
from caseview.usecases.load_exchange import Loaded, Loading, load_exchange
from caseview.usecases.ports import FileReader
from caseview.usecases.tag_page import ChosenPage, tag_page
from caseview.usecases.tag_passage import Change, change_tag
from caseview.usecases.write_note import write_note
from tests.readers.conftest import Sheet, pdf_bytes
from tests.usecases.conftest import CORE, ROOT

SCHEMA = Path(__file__).parents[1] / "exporters" / "refi" / "Project.xsd"
SPACE = "{urn:QDA-XML:project:1.0}"
THEME, OTHER = "staffing_capacity", "professional_curiosity"


def now() -> str:
    return "2026-03-01T09:00:00+00:00"


@pytest.fixture
def tagged(
    casebook: StoredCasebook,
    reader: FileReader,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> StoredCasebook:
    """Return a casebook with a scan of three pages, tagged by two coders, with a note."""
    monkeypatch.setenv("PATH", "")  # no program beside that could read the scan
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf_bytes([Sheet().shade(50, 50, 500, 600 + n) for n in range(3)]))
    (outcome,) = import_documents(casebook, reader, Batch((path,)), jobs=1, stop=lambda: False)
    number = outcome.document_id
    assert number is not None
    for page, theme, coder in ((1, THEME, "SO"), (3, THEME, "JB"), (3, OTHER, "JB")):
        chosen = ChosenPage(number, page, theme, ReadsAs.RECOMMENDED)
        tag_page(casebook, chosen, coder=coder, now=now)
    with casebook.reading() as work:
        first = work.decisions.tags()[0].id
    change_tag(casebook, first, Change(is_key=True), coder="SO")
    write_note(casebook, f"tag:{first}", "The letter of the trust.", coder="SO", now=now)
    return casebook


def export(casebook: StoredCasebook, path: Path) -> Exported:
    return export_exchange(casebook, RefiProject(), path)


def load(casebook: StoredCasebook, path: Path, reader: FileReader, folder: Path) -> Loaded:
    folder.mkdir()
    return load_exchange(casebook, read_project(path), Loading(reader, folder, "LD", now))


@pytest.fixture
def other(tmp_path: Path) -> StoredCasebook:
    return create_casebook(
        tmp_path / "other.casebook", CORE, full_text=FullTextIndex(), migrations=ROOT / "db",
        passphrase=None, coder="LD",
    )  # fmt: skip


def held(casebook: StoredCasebook) -> set[tuple[object, ...]]:
    with casebook.reading() as work:
        return {
            (tag.page, tag.theme, tag.reads_as, tag.coder, tag.made_at, tag.origin, tag.is_key)
            for tag in work.decisions.tags()
        }


def test_whole_pages_are_valid_selections_of_the_picture_counted_from_nought(
    tagged: StoredCasebook, tmp_path: Path
) -> None:
    said = export(tagged, tmp_path / "out.qdpx")
    with zipfile.ZipFile(tmp_path / "out.qdpx") as packed:
        body = etree.fromstring(packed.read("project.qde"))
    etree.XMLSchema(etree.parse(str(SCHEMA))).assertValid(body)
    found = list(body.iter(f"{SPACE}PDFSelection"))
    assert [one.get("page") for one in found] == ["0", "2", "2"]
    assert {(one.get("firstX"), one.get("secondY")) for one in found} == {("0", "0")}
    assert all(int(one.get("firstY", "0")) > 700 for one in found), "the top left comes first"
    assert any(line.startswith("3 tags on whole pages went") for line in said.left_behind)
    assert said.selections == 3


def test_they_come_back_with_coder_reading_star_and_note_and_only_once(
    tagged: StoredCasebook, other: StoredCasebook, reader: FileReader, tmp_path: Path
) -> None:
    export(tagged, tmp_path / "out.qdpx")
    loaded = load(other, tmp_path / "out.qdpx", reader, tmp_path / "first")
    assert held(other) == held(tagged)
    assert (loaded.tags, loaded.notes) == (3, 1)
    again = load(other, tmp_path / "out.qdpx", reader, tmp_path / "second")
    assert (again.tags, again.tags_already_here) == (0, 3)
    with other.writing() as work:
        note = work.decisions.every_note()[0]
        tag = next(one for one in work.decisions.tags() if one.is_key)
        assert note.about == f"tag:{tag.id}"
        work.journal.undo("LD")
        assert work.decisions.tags() == ()
    other.close()


@pytest.mark.parametrize(
    ("box", "whole"),
    [
        ((0, 842, 595, 0), True),
        ((595, 0, 0, 842), True),
        ((10, 830, 585, 12), True),
        ((72, 640, 480, 700), False),
        ((0, 842, 595, 421), False),
    ],
)
def test_an_area_is_a_whole_page_where_it_covers_all_but_the_edges(
    box: tuple[int, int, int, int], whole: bool
) -> None:
    assert ExchangeArea("g", 1, box).covers(595.0, 842.0) is whole


def test_a_part_of_a_page_of_another_program_is_left_behind_and_said(
    tagged: StoredCasebook, other: StoredCasebook, reader: FileReader, tmp_path: Path
) -> None:
    export(tagged, tmp_path / "out.qdpx")
    smaller = tmp_path / "smaller.qdpx"
    with zipfile.ZipFile(tmp_path / "out.qdpx") as packed, zipfile.ZipFile(smaller, "w") as made:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "project.qde":
                body = etree.fromstring(content)
                for one in body.iter(f"{SPACE}PDFSelection"):
                    one.set("secondX", "200")
                content = etree.tostring(body)
            made.writestr(name, content)
    loaded = load(other, smaller, reader, tmp_path / "work")
    assert loaded.tags == 0
    assert "“scan.pdf”: 3 coded stretches of a page’s picture." in loaded.left_behind
    other.close()
