"""A project of another program comes in: what can be carried is, and what cannot is said."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from caseview.domain.attribute import DetailName, value
from caseview.domain.errors import ReadError
from caseview.domain.reads_as import ReadsAs
from caseview.exporters.refi_reader import read_project
from caseview.store.casebook import StoredCasebook
from caseview.usecases.load_exchange import Loaded, Loading, load_exchange
from caseview.usecases.ports import FileReader

TEXT = (
    "What happened\r\n\r\nOfficers took \u201cthe account\u201d at face value \N{HOUSE BUILDING}."
    "\r\n\r\nNobody shared what they knew with the school."
)
GUIDS = {
    name: f"0000000{number}-aaaa-bbbb-cccc-dddddddddddd" for number, name in enumerate("abcdefghi")
}
Clock = Callable[[], str]


def project(folder: Path, sources: str, *, files: dict[str, bytes], before: str = "") -> Path:
    """Write a project with a coder and two codes, as another program would."""
    path = folder / "other.qdpx"
    body = f"""<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Study" origin="OtherTool 9">
<Users><User guid="{GUIDS["a"]}" name="Mary Ann Lee"/></Users>
<CodeBook><Codes>
 <Code guid="{GUIDS["b"]}" name="Practice" isCodable="false">
  <Code guid="{GUIDS["c"]}" name="Took at face value" isCodable="true"/>
 </Code>
</Codes></CodeBook>
<Variables><Variable guid="{GUIDS["d"]}" name="Region" typeOfVariable="Text"/>
<Variable guid="{GUIDS["i"]}" name="Weather" typeOfVariable="Integer"/></Variables>
{before}
<Sources>{sources}</Sources>
<Notes><Note guid="{GUIDS["e"]}" creatingUser="{GUIDS["a"]}">
<PlainTextContent>Look again.</PlainTextContent></Note></Notes>
</Project>"""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("project.qde", body)
        for name, content in files.items():
            packed.writestr(name, content)
    return path


def source(selections: str, rest: str = "") -> str:
    number = GUIDS["f"]
    head = (
        f'<TextSource guid="{number}" name="Interview 1" plainTextPath="internal://{number}.txt">'
    )
    return f"{head}{selections}{rest}</TextSource>"


def coded(code: str) -> str:
    by, code_at = GUIDS["a"], f'<CodeRef targetGUID="{GUIDS[code]}"/>'
    return f'<Coding guid="{GUIDS["g"]}" creatingUser="{by}">{code_at}</Coding>'


def selection(words: str, code: str = "c", note: str = "", text: str = TEXT) -> str:
    at = text.index(words)
    place = f'startPosition="{at}" endPosition="{at + len(words)}"'
    inside = (coded(code) if code else "") + note
    return f'<PlainTextSelection guid="{GUIDS["h"]}" {place}>{inside}</PlainTextSelection>'


def valued(variable: str, kind: str, value: str) -> str:
    reference = f'<VariableRef targetGUID="{GUIDS[variable]}"/>'
    return f"<VariableValue>{reference}<{kind}>{value}</{kind}></VariableValue>"


@pytest.fixture
def load(
    casebook: StoredCasebook, reader: FileReader, tmp_path: Path, clock: Clock
) -> Callable[[Path], Loaded]:
    def loaded(path: Path) -> Loaded:
        folder = tmp_path / "work"
        folder.mkdir()
        return load_exchange(casebook, read_project(path), Loading(reader, folder, "LD", clock))

    return loaded


Load = Callable[[Path], Loaded]


def test_codings_become_tags_of_their_coder_on_the_very_words(
    casebook: StoredCasebook, load: Load, tmp_path: Path
) -> None:
    words = "took \u201cthe account\u201d at face value"
    rest = valued("d", "TextValue", "North East") + valued("i", "IntegerValue", "7")
    note = f'<NoteRef targetGUID="{GUIDS["e"]}"/>'
    path = project(
        tmp_path,
        source(selection(words, note=note), rest),
        files={f"sources/{GUIDS['f']}.txt": TEXT.encode()},
    )
    loaded = load(path)
    with casebook.reading() as work:
        (tag,) = work.decisions.tags()
        theme = work.codebook.theme(tag.theme)
        assert (tag.text, tag.coder, tag.reads_as) == (words, "MAL", ReadsAs.GAP)
        assert tag.origin == "loaded from OtherTool 9"
        assert (theme.name, work.codebook.group(theme.group).name) == (
            "Took at face value",
            "Practice",
        )
        assert [one.text for one in work.decisions.notes(f"tag:{tag.id}")] == ["Look again."]
        assert [one.text for one in work.decisions.notes("document:1")] == [
            "As recorded elsewhere: Weather: 7"
        ]
        assert value(work.documents.details(1), DetailName.REGION) == "North East"
    assert (loaded.documents, loaded.tags, loaded.themes) == (1, 1, ("Took at face value",))
    assert loaded.left_behind == ()
    with casebook.writing() as work:
        version = work.codebook.version
        work.journal.undo("LD")
        assert work.decisions.tags() == ()
        assert work.codebook.version != version


def test_a_selection_of_our_reading_of_a_file_is_found_by_its_words(
    casebook: StoredCasebook, load: Load, tmp_path: Path
) -> None:
    """The other program read the same file with other spaces, hyphens and line ends."""
    theirs = TEXT.replace("\r\n\r\n", "\r\n\r\n\r\n   ").replace("what they", "what-\r\nthey")
    path = project(
        tmp_path,
        source(selection("shared what-\r\nthey knew", text=theirs)),
        files={f"sources/{GUIDS['f']}.txt": theirs.encode()},
    )
    load(path)
    with casebook.reading() as work:
        (tag,) = work.decisions.tags()
        text = work.documents.text(tag.document_id).text
    assert "".join(filter(str.isalnum, tag.text)) == "sharedwhattheyknew"
    assert text[tag.start : tag.end] == tag.text


def test_words_without_a_code_keep_their_note(
    casebook: StoredCasebook, load: Load, tmp_path: Path
) -> None:
    note = f'<NoteRef targetGUID="{GUIDS["e"]}"/>'
    path = project(
        tmp_path,
        source(selection("Nobody shared", code="", note=note)),
        files={f"sources/{GUIDS['f']}.txt": TEXT.encode()},
    )
    assert load(path).notes == 1
    with casebook.reading() as work:
        (one,) = work.decisions.every_note()
    assert one.about.startswith("passage:")


def test_what_has_no_place_is_said(load: Load, tmp_path: Path) -> None:
    picture = f'<PictureSource guid="{GUIDS["g"]}" name="Plan of the flat"/>'
    coding = f'<Coding guid="{GUIDS["h"]}"><CodeRef targetGUID="{GUIDS["c"]}"/></Coding>'
    path = project(
        tmp_path, source("", coding) + picture, files={f"sources/{GUIDS['f']}.txt": TEXT.encode()}
    )
    said = " ".join(load(path).left_behind)
    assert "“Plan of the flat” is no text" in said
    assert "“Interview 1”: 1 codes on the whole source" in said


def test_a_project_that_names_outside_files_reads_none_of_them(tmp_path: Path) -> None:
    body = (
        '<!DOCTYPE Project [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="{escape("&secret;")}"/>'
    )
    path = tmp_path / "bad.qdpx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("project.qde", body)
    with pytest.raises(ReadError, match="not a REFI-QDA project"):
        read_project(path)
