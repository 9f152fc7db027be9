"""Summaries hold the numbers of the cross-tab and the words of the sources."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from caseview.domain.crosstab import CellAddress, Counts, CrossTabSpec
from caseview.domain.errors import CodebookError, ExportError
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision, Level
from caseview.domain.summary import Quotes, SummarySpec
from caseview.exporters.word_summary import WordSummary
from caseview.exporters.workbook import Workbook
from caseview.store.casebook import StoredCasebook
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.compose_summary import compose_summary
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.export_summary import export_summary
from caseview.usecases.export_table import export_table
from caseview.usecases.gather_evidence import gather_evidence
from caseview.usecases.list_casebook import list_suggestions
from caseview.usecases.ports import Now

THEMES = ("staffing_capacity", "professional_curiosity")
SPEC = SummarySpec(THEMES, marking="OFFICIAL")


def test_numbers_are_those_of_the_cross_tab(book: StoredCasebook, finder: Any, clock: Now) -> None:
    summary = compose_summary(book, finder, SPEC, clock)
    table = build_crosstab(book, finder, CrossTabSpec(), clock)
    rows = [axis.id for axis in table.rows]
    for section in summary.sections:
        place = rows.index(section.theme.id)
        assert section.table.totals[0] == table.totals[place]
        assert section.table.cells[0] == table.cells[place]
        readings = [axis.id for axis in section.table.rows[1:]]
        assert readings == ["gap", "good_practice", "recommended", "improved"]
        by_reading = CrossTabSpec(reads_as=frozenset({ReadsAs.GAP}))
        gaps = build_crosstab(book, finder, by_reading, clock)
        assert section.table.totals[1].n == gaps.totals[place].n
    assert [section.theme.id for section in summary.sections] == list(THEMES)
    totals = [cell.n for cell in summary.overview.totals]
    assert totals == sorted(totals, reverse=True)
    assert len(summary.reviews) == table.base == summary.overview.base


def test_quotes_are_at_most_as_many_as_asked_for_and_apart(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    for most in (0, 1, 3):
        summary = compose_summary(book, finder, replace(SPEC, quotes=most), clock)
        for section in summary.sections:
            assert len(section.gaps) <= most
            reviews = next(
                total.n
                for axis, total in zip(section.table.rows, section.table.totals, strict=True)
                if axis.id == ReadsAs.GAP.value
            )
            spread = {item.review_id for item in section.gaps}
            assert len(spread) == min(len(section.gaps), reviews)


def test_all_quotes_leave_no_gap_out(book: StoredCasebook, finder: Any, clock: Now) -> None:
    summary = compose_summary(book, finder, replace(SPEC, quotes=Quotes.ALL), clock)
    section = summary.sections[0]
    address = CellAddress(section.theme.id, None)
    behind = gather_evidence(book, finder, CrossTabSpec(), address).items
    gaps = {item.quote.text for item in behind if item.reads_as is ReadsAs.GAP}
    assert {item.quote.text for item in section.gaps} == gaps


def test_only_starred_quotes_are_key_quotes(book: StoredCasebook, finder: Any, clock: Now) -> None:
    summary = compose_summary(book, finder, replace(SPEC, quotes=Quotes.KEY), clock)
    assert not summary.sections[0].gaps
    assert any("starred" in words for words in summary.method)


def test_the_method_says_who_coded_and_what_is_open(
    book: StoredCasebook, finder: Any, clock: Now
) -> None:
    of_theme = [k for k in list_suggestions(book) if k.suggestion.theme in THEMES]
    open_ones = [k for k in of_theme if not k.suggestion.restated]
    sure = [k for k in open_ones if k.suggestion.confidence >= Level.NORMAL.least]
    counted = [k for k in sure if k.suggestion.reads_as is not ReadsAs.CONTEXT]
    decide(book, [counted[0].id], Ruling(Decision.ACCEPTED), coder="SO", now=clock)
    words = " ".join(compose_summary(book, finder, SPEC, clock).method)
    assert f"They rest on 1 tag by SO and {len(counted) - 1} undecided suggestions." in words
    assert "Winter reviews" in words
    assert "provisional" in words


def test_titles_say_what_is_provisional(book: StoredCasebook, finder: Any, clock: Now) -> None:
    assert compose_summary(book, finder, SPEC, clock).title == (
        "Theme summary: staffing, workload and capacity; professional curiosity (provisional)"
    )
    four = ("staffing_capacity", "it_systems", "professional_curiosity", "supervision_oversight")
    tags = replace(SPEC, themes=four, counts=Counts.TAGS)
    assert compose_summary(book, finder, tags, clock).title == "Theme summary: 4 themes"


@pytest.mark.parametrize("themes", [(), ("no_such_theme",)])
def test_a_summary_needs_themes_of_the_codebook(
    book: StoredCasebook, finder: Any, clock: Now, themes: tuple[str, ...]
) -> None:
    with pytest.raises(CodebookError):
        compose_summary(book, finder, replace(SPEC, themes=themes), clock)


def test_from_casebook_to_word(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    path = tmp_path / "summary.docx"
    summary = compose_summary(book, finder, SPEC, clock)
    checked = export_summary(book, WordSummary(), summary, path)
    written = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    evidence = [item.quote.text for section in summary.sections for item in section.evidence]
    assert checked == len(summary.quotes) >= len(evidence) > 0
    assert all(f"“{quote}”" in written for quote in evidence)
    assert all(quote.text in written for quote in summary.quotes)


def test_from_casebook_to_excel(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    path = tmp_path / "table.xlsx"
    table = build_crosstab(book, finder, CrossTabSpec(), clock)
    export_table(book, finder, table, Workbook(), path)
    sheets = openpyxl.load_workbook(path)
    evidence = gather_evidence(book, finder, CrossTabSpec(), CellAddress(None, None))
    assert sheets["Evidence"].max_row == len(evidence.items) + 1
    assert sheets["Numbers"].cell(2, 2).value == table.cells[0][0].n


def test_a_table_that_is_no_longer_true_is_not_exported(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    table = build_crosstab(book, finder, CrossTabSpec(), clock)
    everything = [kept.id for kept in list_suggestions(book)]
    decide(book, everything, Ruling(Decision.REJECTED), coder="JB", now=clock)
    with pytest.raises(ExportError, match="changed"):
        export_table(book, finder, table, Workbook(), tmp_path / "table.xlsx")
    assert not (tmp_path / "table.xlsx").exists()
