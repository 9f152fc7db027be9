"""A casebook goes out as a REFI-QDA project and comes back with every word where it was."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from caseview.domain.attribute import DetailName
from caseview.domain.document import Form, Kind
from caseview.domain.errors import ReadError
from caseview.domain.journal import ReadAs, SetKind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from caseview.exporters.refi_reader import read_project
from caseview.exporters.refi_writer import RefiProject
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, create_casebook
from caseview.tagging.codebook_text import read_codebook
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.edit_details import edit_details
from caseview.usecases.export_exchange import Exported, export_exchange
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.import_documents import Batch, import_documents
from caseview.usecases.load_exchange import Loaded, Loading, load_exchange
from caseview.usecases.ports import FileReader
from caseview.usecases.tag_passage import Change, Chosen, change_tag, tag_passage
from caseview.usecases.write_note import write_note

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
SCHEMA = Path(__file__).parents[1] / "exporters" / "refi" / "Project.xsd"
New = Callable[..., StoredCasebook]
SPACE = "{urn:QDA-XML:project:1.0}"
AT = "2026-03-01T09:00:00+00:00"


@pytest.fixture
def new(tmp_path: Path) -> Iterator[New]:
    """Return what makes further casebooks."""
    made: list[StoredCasebook] = []

    def make(name: str) -> StoredCasebook:
        casebook = create_casebook(
            tmp_path / name,
            read_codebook((ROOT / "resources/codebooks/core.toml").read_text(encoding="utf-8")),
            full_text=FullTextIndex(),
            migrations=ROOT / "db",
            passphrase=None,
            coder="LD",
        )
        made.append(casebook)
        return casebook

    yield make
    for casebook in made:
        casebook.close()


def now() -> str:
    return AT


@pytest.fixture
def worked(casebook: StoredCasebook, reader: FileReader, report: Path) -> StoredCasebook:
    """Return a casebook with documents of three formats, tags of two coders, notes, a star."""
    chosen = [min(SAMPLE.glob(f"*.{ending}")) for ending in ("pdf", "docx")] + [report]
    list(import_documents(casebook, reader, Batch(tuple(chosen)), jobs=1, stop=lambda: False))
    with casebook.reading() as work:
        suggestions = work.decisions.suggestions()
        documents = work.documents.all()
    for number, kept in enumerate(suggestions[:12]):
        ruling = Ruling(Decision.ACCEPTED, ReadsAs.GOOD_PRACTICE if number % 2 else None)
        decide(casebook, [kept.id], ruling, coder="JB" if number % 3 else "SO", now=now)
    last = documents[-1].id
    tag_passage(casebook, Chosen(last, Span(0, 40), "staffing_capacity"), coder="SO", now=now)
    with casebook.reading() as work:
        tags = work.decisions.tags()
    change_tag(casebook, tags[0].id, Change(is_key=True), coder="JB")
    write_note(casebook, f"tag:{tags[0].id}", "Ask the board about this.", coder="JB", now=now)
    write_note(casebook, f"document:{last}", "Read twice.", coder="SO", now=now)
    write_note(casebook, "theme:staffing_capacity", "Vacancies count.", coder="SO", now=now)
    edit_details(casebook, [last], DetailName.AGENCY, ["Police", "Housing"], coder="JB")
    finish_documents(casebook, [last], coder="SO", now=now)
    return casebook


def described(casebook: StoredCasebook) -> dict[str, set[tuple[object, ...]]]:
    """Return what a casebook holds, by names and words alone."""
    with casebook.reading() as work:
        names = {one.id: Path(one.name).stem for one in work.documents.all()}
        return {
            "documents": {
                (names[one.id], one.kind, one.kind_also, one.form, one.finished_by, one.finished_at)
                for one in work.documents.all()
            },
            "details": {
                (names[number], detail.name, detail.value)
                for number in names
                for detail in work.documents.details(number)
            },
            "tags": {
                (
                    names[tag.document_id], tag.theme, tag.start, tag.end, tag.text, tag.reads_as,
                    tag.restated, tag.coder, tag.made_at, tag.origin, tag.is_key,
                )
                for tag in work.decisions.tags()
            },
            "notes": {
                (note.text, note.coder, note.made_at) for note in work.decisions.every_note()
            },
        }  # fmt: skip


def load(casebook: StoredCasebook, path: Path, reader: FileReader, folder: Path) -> Loaded:
    folder.mkdir()
    how = Loading(reader, folder, "LD", now)
    return load_exchange(casebook, read_project(path), how)


def export(casebook: StoredCasebook, path: Path) -> Exported:
    return export_exchange(casebook, RefiProject(), path)


def test_the_project_is_valid_and_its_selections_are_the_very_words(
    worked: StoredCasebook, tmp_path: Path
) -> None:
    said = export(worked, tmp_path / "out.qdpx")
    with zipfile.ZipFile(tmp_path / "out.qdpx") as packed:
        body = etree.fromstring(packed.read("project.qde"))
        texts = {
            name: packed.read(name).decode() for name in packed.namelist() if name.endswith("txt")
        }
    etree.XMLSchema(etree.parse(str(SCHEMA))).assertValid(body)
    with worked.reading() as work:
        tags = work.decisions.tags()
    found = [
        texts["sources/" + str(source.attrib["plainTextPath"]).removeprefix("internal://")][
            int(one.attrib["startPosition"]) : int(one.attrib["endPosition"])
        ]
        for source in body.iter(f"{SPACE}TextSource", f"{SPACE}Representation")
        for one in source.iter(f"{SPACE}PlainTextSelection")
    ]
    assert sorted(found) == sorted(tag.text for tag in tags)
    assert said.selections == len(tags) == 13
    assert len(list(body.iter(f"{SPACE}PDFSource"))) == 1
    guids = [one.attrib["guid"] for one in body.iter() if "guid" in one.attrib]
    assert len(set(guids)) == len(guids), "no two things share a guid"


def test_everything_the_standard_can_carry_comes_back(
    worked: StoredCasebook, new: New, reader: FileReader, tmp_path: Path
) -> None:
    export(worked, tmp_path / "out.qdpx")
    other = new("other.casebook")
    loaded = load(other, tmp_path / "out.qdpx", reader, tmp_path / "work")
    assert described(other) == described(worked)
    assert (loaded.documents, loaded.tags, loaded.notes, loaded.themes) == (3, 13, 3, ())
    with other.writing() as work:
        work.journal.undo("LD")
        assert work.decisions.tags() == ()


def test_loading_the_same_project_twice_adds_nothing_the_second_time(
    worked: StoredCasebook, new: New, reader: FileReader, tmp_path: Path
) -> None:
    export(worked, tmp_path / "out.qdpx")
    other = new("other.casebook")
    load(other, tmp_path / "out.qdpx", reader, tmp_path / "first")
    before = described(other)
    again = load(other, tmp_path / "out.qdpx", reader, tmp_path / "second")
    assert described(other) == before
    assert (again.documents, again.already_here, again.tags, again.tags_already_here) == (
        0,
        3,
        0,
        13,
    )


def test_a_kind_put_right_by_hand_is_carried(
    worked: StoredCasebook, new: New, reader: FileReader, tmp_path: Path
) -> None:
    with worked.writing() as work:
        one = work.documents.all()[0]
        before = ReadAs(one.kind, one.kind_also, one.form)
        after = ReadAs(Kind.MAPPA_SCR, Kind.DHR, Form.BRIEFING)
        work.journal.perform("Change kind", [SetKind(one.id, before, after)], "JB")
    export(worked, tmp_path / "out.qdpx")
    other = new("other.casebook")
    load(other, tmp_path / "out.qdpx", reader, tmp_path / "work")
    assert described(other)["documents"] == described(worked)["documents"]


def test_what_is_no_project_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "letter.qdpx"
    path.write_text("Dear all", encoding="utf-8")
    with pytest.raises(ReadError, match="is not a REFI-QDA project"):
        read_project(path)
