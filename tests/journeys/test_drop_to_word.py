"""From files dropped to a Word summary, on the sample casebook."""

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest


@pytest.fixture
def desk(filled: Any, tmp_path: Path) -> Any:
    shutil.copy(filled.casebook, tmp_path / "learning.casebook")
    return type(filled)(tmp_path)


def test_every_sample_document_comes_in_as_what_it_is(desk: Any, sample: tuple[Path, ...]) -> None:
    documents = {item["name"]: item for item in desk.json("documents", desk.casebook)}
    assert len(documents) == len(sample)
    for name, document in documents.items():
        scan = document["words"] == 0
        kind = "pfd_response" if name.startswith("response") else name.split("-")[0]
        form = {"pfd_response": "response"}.get(kind, "full_report")
        if "summary" in name:
            form = "executive_summary"
        assert scan or (document["kind"], document["form"]) == (kind, form), name
    assert sum(item["words"] == 0 for item in documents.values()) == 1


def test_a_case_counts_once_however_many_documents_it_has(desk: Any) -> None:
    reviews = desk.json("reviews", desk.casebook)
    sizes = Counter(len(review["documents"]) for review in reviews)
    assert len(reviews) == 12
    assert sizes == {1: 9, 2: 3}


def test_suggestions_show_their_words_their_reason_and_their_place(desk: Any) -> None:
    suggestions = desk.json("suggestions", desk.casebook)
    assert len(suggestions) > 100
    for item in suggestions:
        assert item["text"]
        assert item["reason"].endswith(".")
        assert item["end"] - item["start"] == len(item["text"])
    themes = {item["theme"] for item in suggestions}
    assert {"professional_curiosity", "staffing_capacity", "information_sharing"} <= themes
    assert any(item["restated"] for item in suggestions)


def test_a_search_finds_the_words_and_marks_them(desk: Any) -> None:
    answer = desk.json("search", desk.casebook, '"risk assessment"', "--limit", 500)
    assert answer["total"]["passages"] == len(answer["hits"]) > 0
    assert sum(answer["facets"]["kind"].values()) == answer["total"]["passages"]
    for hit in answer["hits"]:
        for start, end in hit["marks"]:
            assert hit["text"][start:end].lower().replace("-", " ").startswith("risk")


def test_numbers_are_the_same_on_screen_in_excel_and_behind_the_cell(desk: Any) -> None:
    book = desk.folder / "table.xlsx"
    table = desk.json("crosstab", desk.casebook, "--counts", "provisional", "--xlsx", book)
    rows = [axis["id"] for axis in table["rows"]]
    columns = [axis["id"] for axis in table["columns"]]
    row = rows.index("professional_curiosity")
    for column, cell in zip(columns, table["cells"][row], strict=True):
        behind = desk.json(
            *("evidence", desk.casebook, "--counts", "provisional"),
            *("--row", "professional_curiosity", "--column", column),
        )
        assert len({item["review"] for item in behind}) == cell["n"]
    sheets = openpyxl.load_workbook(book)
    numbers = {
        str(line[0]): line[1 : len(columns) + 1]
        for line in sheets.worksheets[0].iter_rows(values_only=True)
        if line[0]
    }
    label = table["rows"][row]["label"]
    assert list(numbers[label]) == [cell["n"] for cell in table["cells"][row]]


def test_tags_alone_count_finished_reviews_and_say_what_is_left_out(desk: Any) -> None:
    document = next(
        item for item in desk.json("documents", desk.casebook) if item["name"].startswith("sar-d")
    )
    mine = [
        item
        for item in desk.json("suggestions", desk.casebook, "--document", document["id"])
        if item["reads_as"] != "context"
    ]
    before = desk.json("crosstab", desk.casebook, "--counts", "tags")
    assert before["base"] == 0
    desk.run("decide", desk.casebook, *[item["id"] for item in mine], "--accept", "--coder", "JB")
    desk.run("finish", desk.casebook, document["id"], "--coder", "JB")
    after = desk.json("crosstab", desk.casebook)
    assert (after["counts"], after["base"]) == ("tags", 1)
    assert after["left_out"]["not_finished"] == 10
    assert after["left_out"]["no_text"] == 1
    counted = {
        axis["id"] for axis, total in zip(after["rows"], after["totals"], strict=True) if total["n"]
    }
    assert counted == {item["theme"] for item in mine}


def test_undo_and_redo_work_across_runs(desk: Any) -> None:
    first = desk.json("suggestions", desk.casebook)[0]["id"]
    desk.run("decide", desk.casebook, first, "--accept", "--reads-as", "gap", "--coder", "JB")
    (tag,) = desk.json("tags", desk.casebook)
    desk.run("undo", desk.casebook)
    assert desk.json("tags", desk.casebook) == []
    desk.run("redo", desk.casebook)
    assert desk.json("tags", desk.casebook) == [tag]


def test_the_word_summary_quotes_its_sources_word_for_word(desk: Any) -> None:
    out = desk.folder / "summary.docx"
    theme = "professional_curiosity"
    done = desk.json(
        *("summary", desk.casebook, "--theme", theme, "--out", out),
        *("--marking", "OFFICIAL", "--counts", "provisional"),
    )
    assert done["quotes_checked"] > 0
    document = docx.Document(str(out))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    everything = words + "\n".join(cells)
    evidence = desk.json(*("evidence", desk.casebook, "--counts", "provisional", "--row", theme))
    quoted = [item for item in evidence if f"“{item['text']}”" in everything]
    assert len(quoted) > 0
    for section in document.sections:
        header = "\n".join(paragraph.text for paragraph in section.header.paragraphs)
        assert "OFFICIAL" in header
    assert document.core_properties.author == ""


def test_a_removed_document_is_gone_from_every_list_and_from_the_file(desk: Any) -> None:
    target = next(
        item for item in desk.json("documents", desk.casebook) if item["name"].startswith("dhr-i")
    )
    words = desk.json("search", desk.casebook, "Langstone")
    assert words["total"]["documents"] == 1
    desk.run("remove", desk.casebook, target["id"], "--reason", "sent by mistake")
    assert target["id"] not in {item["id"] for item in desk.json("documents", desk.casebook)}
    assert desk.json("search", desk.casebook, "Langstone")["total"]["passages"] == 0
    assert b"Langstone" not in desk.casebook.read_bytes()
    assert desk.json("check", desk.casebook) == []


def test_describe_and_suggest_need_no_casebook(desk: Any, sample: tuple[Path, ...]) -> None:
    report = next(path for path in sample if path.name.startswith("pfd-petherick"))
    (described,) = desk.lines("describe", report)
    assert described["details"]["ref"] == "2023-0914"
    assert described["details"]["published"] == "2023-03-14"
    assert described["details"]["coroner"]["name"] == "Judith Penhallow"
    (suggested,) = desk.lines("suggest", report)
    assert suggested["suggestions"]
    text = "There was a lack of professional curiosity."
    (answer,) = desk.lines(
        "suggest", "--stdin", stdin=json.dumps({"id": 7, "text": text, "kind": "pfd"})
    )
    assert answer["id"] == 7
    assert answer["suggestions"][0]["theme"] == "professional_curiosity"


def test_the_demo_prints_the_table_and_writes_both_files_and_can_run_again(
    tmp_path: Path, desk: Any
) -> None:
    out = tmp_path / "demo"
    first = desk.run("demo", "--no-window", "--out", out)
    assert "Themes by review type (provisional)" in first.stdout
    assert "14 imported, 1 no text" in first.stdout
    again = desk.run("demo", "--no-window", "--out", out)
    table = "Themes by review type (provisional)"
    assert again.stdout == table + first.stdout.split(table)[1]
    assert docx.Document(str(out / "summary.docx")).tables
    assert openpyxl.load_workbook(out / "crosstab.xlsx").sheetnames
