"""The Word summary is fit to sign: checked quotes, marked pages, real tables and headings."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from caseview.domain.crosstab import Counts
from caseview.domain.errors import ExportError
from caseview.domain.summary import Made
from caseview.exporters.word_summary import WordSummary

Invent = Callable[..., Any]


def write(invented: Any, path: Path, template: Path | None = None) -> Any:
    WordSummary().write(invented.summary, path, invented.source, template)
    return docx.Document(str(path))


@pytest.fixture
def invented(invent: Invent) -> Any:
    return invent(12)


@pytest.fixture
def document(invented: Any, tmp_path: Path) -> Any:
    return write(invented, tmp_path / "summary.docx")


def words(document: Any) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def part(path: Path, name: str) -> str:
    with ZipFile(path) as file:
        return file.read(name).decode()


def test_every_quote_stands_word_for_word_with_a_numbered_source(
    invented: Any, document: Any
) -> None:
    written = words(document)
    for section in invented.summary.sections:
        for item in (*section.gaps, *section.good_practice, *section.improved):
            assert f"“{item.quote.text}”\N{NO-BREAK SPACE}[" in written
            assert item.quote.place.reference in written
    sources = [p.text for p in document.paragraphs if p.style.name == "CaseView source"]
    assert [line.split("\t")[0] for line in sources] == [
        f"[{number}]" for number in range(1, len(sources) + 1)
    ]
    assert "Under “Analysis”." in sources[0]


def test_the_number_of_quotes_checked_is_told(invented: Any, tmp_path: Path) -> None:
    checked = WordSummary().write(
        invented.summary, tmp_path / "a.docx", invented.source, template=None
    )
    shown = sum(
        len(section.gaps + section.good_practice + section.recommended + section.improved)
        for section in invented.summary.sections
    )
    assert checked == shown


def test_a_quote_that_no_longer_matches_leaves_no_file(invented: Any, tmp_path: Path) -> None:
    number = invented.summary.sections[-1].recommended[-1].quote.document_id
    texts = invented.texts | {number: invented.texts[number].replace("recorded", "kept")}
    with pytest.raises(ExportError, match="no longer matches its source"):
        WordSummary().write(invented.summary, tmp_path / "a.docx", texts.get, template=None)
    assert not list(tmp_path.iterdir())


def test_a_quote_with_a_sign_word_cannot_hold_is_named(invented: Any, tmp_path: Path) -> None:
    section = invented.summary.sections[0]
    gap = section.gaps[0]
    odd = replace(gap, quote=replace(gap.quote, start=0, end=2, text="a\x01"))
    sections = (replace(section, gaps=(odd,)),)
    summary = replace(invented.summary, sections=sections)
    with pytest.raises(ExportError, match="Word cannot show"):
        WordSummary().write(summary, tmp_path / "a.docx", lambda _: "a\x01", template=None)


def test_words_of_several_lines_keep_their_breaks(invented: Any, tmp_path: Path) -> None:
    section = invented.summary.sections[0]
    gap = section.gaps[0]
    text = "First <line>\n\n  second & \t“last”"
    odd = replace(gap, quote=replace(gap.quote, start=0, end=len(text), text=text))
    summary = replace(invented.summary, sections=(replace(section, gaps=(odd,)),))
    texts = dict(invented.texts)
    kept = texts.pop(gap.quote.document_id)
    others = [*section.good_practice, *section.recommended, *section.improved]
    assert all(item.quote.start for item in others)
    source = dict.fromkeys(texts, "") | texts | {gap.quote.document_id: text + kept[len(text) :]}
    WordSummary().write(summary, tmp_path / "a.docx", source.__getitem__, template=None)
    assert f"“{text}”" in words(docx.Document(str(tmp_path / "a.docx")))


def test_the_marking_stands_at_head_and_foot_with_page_numbers(document: Any) -> None:
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    foot = [paragraph.text for paragraph in section.footer.paragraphs]
    assert foot == ["OFFICIAL-SENSITIVE", "Theme summary (provisional)  |  Page 1 of 1"]
    assert round(section.page_width.cm, 1) == 21.0
    assert round(section.page_height.cm, 1) == 29.7


def test_without_a_marking_the_head_stays_empty(invent: Invent, tmp_path: Path) -> None:
    document = write(invent(4, marking=""), tmp_path / "a.docx")
    assert [p.text for p in document.sections[0].header.paragraphs] == [""]


def test_headings_make_the_contents(document: Any) -> None:
    heads = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    lines = [p.text for p in document.paragraphs if p.style.name.startswith("toc ")]
    assert [line.split(" ", 1)[1] for line in lines] == [p.text for p in heads]
    assert lines[0] == "1 Key figures"
    assert "4 Staffing and capacity" in lines, "one level where two would fill the page"
    anchors = {b.get(qn("w:name")) for b in document.element.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))}
    assert links <= anchors


def test_tables_repeat_their_header_have_captions_and_are_described(document: Any) -> None:
    body = list(document.element.body)
    for table in document.tables:
        row = table.rows[0]._tr
        assert row.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblDescription")) is not None
        before = body[body.index(table._tbl) - 1]
        assert "Table" in "".join(t.text for t in before.iter(qn("w:t")))
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions[0] == "Table 1: Reviews counted, by review type"
    _, *counted, reviews, codebook = captions
    assert all("(provisional)" in caption for caption in counted)
    assert reviews.endswith("Reviews counted"), "how many reviews there are is sure"
    assert codebook.endswith("Themes as the codebook defines them"), "definitions count nothing"


def test_nothing_is_smaller_than_twelve_points(document: Any, tmp_path: Path) -> None:
    styles = part(tmp_path / "summary.docx", "word/styles.xml")
    used = {p.style.style_id for p in document.paragraphs} | {"CaseViewcell", "Header", "Footer"}
    for style in document.styles:
        if style.style_id in used:
            assert style.font.size.pt >= 12, style.name
    assert 'w:val="en-US"' not in styles


def test_charts_are_native_described_and_carry_their_numbers(invented: Any, tmp_path: Path) -> None:
    document = write(invented, tmp_path / "summary.docx")
    last = 1 + len(invented.summary.sections)
    with ZipFile(tmp_path / "summary.docx") as file:
        names = file.namelist()
        book = openpyxl.load_workbook(BytesIO(file.read(f"word/embeddings/chart{last}.xlsx")))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    overview = invented.summary.overview
    assert rows[0] == (None, "Per cent of reviews")
    assert [row[0] for row in rows[1:]] == [axis.label for axis in overview.rows]
    charts = [name for name in names if name.startswith("word/charts/chart")]
    shown = list(document.element.iter(qn("wp:docPr")))
    assert len(charts) == len(shown) == 1 + len(invented.summary.sections)
    assert shown[-1].get("descr").startswith("Bar chart. Reviews with each theme: ")
    assert len({item.get("id") for item in shown}) == len(shown)


def test_percentages_of_small_bases_are_left_out(invent: Invent, tmp_path: Path) -> None:
    document = write(invent(12), tmp_path / "a.docx")
    table = document.tables[-3]
    assert [cell.text for cell in table.rows[1].cells][1:] == ["3", "3", "3", "3", "12 (100%)"]
    assert "Percentages are left out where there are fewer than 10 reviews." in words(document)


def test_the_properties_name_nobody(document: Any, tmp_path: Path) -> None:
    core = document.core_properties
    assert (core.author, core.last_modified_by, core.created) == ("", "", None)
    assert core.title.startswith("Theme summary: ")
    with ZipFile(tmp_path / "summary.docx") as file:
        names = file.namelist()
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]


def test_the_same_summary_gives_the_same_bytes(invented: Any, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write(invented, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_final_counts_are_not_called_provisional(invent: Invent, tmp_path: Path) -> None:
    document = write(invent(12, Counts.TAGS), tmp_path / "a.docx")
    assert "rovisional" not in words(document)
    assert "What reviews recommended" not in words(document), "no heading without a quote"


def test_a_summary_of_nothing_says_so(invent: Invent, tmp_path: Path) -> None:
    document = write(invent(0), tmp_path / "a.docx")
    assert "No reviews with text match." in words(document)
    assert "Nothing is quoted." in words(document)


def test_a_recommendation_has_a_numbered_source_like_every_quote(
    invented: Any, tmp_path: Path
) -> None:
    first, *rest = invented.summary.sections
    quote = first.gaps[0].quote
    made = replace(
        quote, start=quote.start, end=quote.start + 8, text=quote.text[:8], place=quote.place
    )
    section = replace(first, recommendations=(Made("Recommendation 1", made, "All"),))
    summary = replace(invented.summary, sections=(section, *rest))
    document = write(replace(invented, summary=summary), tmp_path / "a.docx")
    said = next(p.text for p in document.paragraphs if p.text.startswith(f"“{made.text}”"))
    number = said.rsplit("[", 1)[1].rstrip("]")
    assert any(p.text.startswith(f"[{number}]\t{made.place.review}") for p in document.paragraphs)
    headings = {p.text for p in document.paragraphs if p.style.name == "Heading 2"}
    assert headings & {"Recommendations on this theme", "Further recommendations on this theme"}


def test_tables_of_words_may_break_between_rows(document: Any) -> None:
    codebook = document.tables[-1]
    rows = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in codebook.rows]
    assert rows[0] is True
    assert not any(rows[1:])


@pytest.mark.parametrize(("themes", "alone"), [(1, True), (2, False)])
def test_the_front_page_stands_alone_where_it_holds_every_line_of_its_contents(
    invented: Any, tmp_path: Path, themes: int, alone: bool
) -> None:
    sections = invented.summary.sections[:themes]
    few = replace(invented.summary, sections=sections, key_points=("A point.",) * 4)
    written = write(replace(invented, summary=few), tmp_path / "few.docx")
    headings = [p for p in written.paragraphs if p.style.name == "Heading 1"]
    about = next(p for p in headings if p.text.endswith("About this summary"))
    assert (about.paragraph_format.page_break_before is True) is alone
