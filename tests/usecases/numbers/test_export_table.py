"""A table leaves with what it rests on, and names only those whose work it counts."""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from caseview.counting.small_numbers import SmallNumbers
from caseview.domain.crosstab import CrossTabSpec
from caseview.domain.errors import StoppedError
from caseview.domain.suggestion import Decision
from caseview.exporters import workbook
from caseview.exporters.csv_table import CsvTable
from caseview.exporters.workbook import Workbook
from caseview.store.casebook import StoredCasebook
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.export_table import export_table
from caseview.usecases.list_casebook import list_suggestions
from caseview.usecases.ports import Now
from caseview.usecases.screen_review import screen_review


def named(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {line[0]: line[1] for line in csv.reader(file) if len(line) > 1}


def test_only_coders_whose_tags_are_counted_are_named(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    path, spec = tmp_path / "table.csv", CrossTabSpec()
    export_table(book, finder, build_crosstab(book, finder, spec, clock), CsvTable(), path)
    assert "JB" in book.info().coders
    assert "Coders" not in named(path)
    kept = next(k for k in list_suggestions(book) if k.suggestion.reads_as in spec.reads_as)
    decide(book, [kept.id], Ruling(Decision.ACCEPTED), coder="SO", now=clock)
    export_table(book, finder, build_crosstab(book, finder, spec, clock), CsvTable(), path)
    assert named(path)["Coders"] == "SO"


def test_a_table_of_the_reviews_themselves_names_no_counts_and_no_coders(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    path, spec = tmp_path / "table.csv", CrossTabSpec(rows="kind", columns="year")
    export_table(book, finder, build_crosstab(book, finder, spec, clock), CsvTable(), path)
    assert not {"Coders", "Counts", "Level of suggestions"} & set(named(path))


def test_the_evidence_goes_where_it_is_shown(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    path, table = tmp_path / "table.xlsx", build_crosstab(book, finder, CrossTabSpec(), clock)
    assert Workbook().shows_evidence
    assert not CsvTable().shows_evidence
    export_table(book, finder, table, Workbook(), path)
    evidence = openpyxl.load_workbook(path)["Evidence"]
    assert evidence.max_row - 1 >= table.total.n > 0


def test_a_table_says_how_its_reviews_were_screened(
    book: StoredCasebook, finder: Any, clock: Now, tmp_path: Path
) -> None:
    with book.reading() as work:
        first = work.reviews.all()[0]
    screen_review(book, first.id, "Outside the period", coder="JB")
    table = build_crosstab(book, finder, CrossTabSpec(), clock)
    export_table(book, finder, table, Workbook(), tmp_path / "table.xlsx")
    method = openpyxl.load_workbook(tmp_path / "table.xlsx")["Method"]
    rows = {name: str(words) for name, words, *_ in method.iter_rows(values_only=True)}
    assert "1 was screened out: Outside the period (1)" in rows["Screening"]
    hidden = tmp_path / "hidden.csv"
    export_table(book, finder, table, CsvTable(), hidden, small=SmallNumbers(5))
    assert named(hidden)["Screening"] == "Reviews were screened out for: Outside the period."


def test_a_stopped_export_leaves_no_file(
    book: StoredCasebook,
    finder: Any,
    clock: Now,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "_HEARD", 20)
    table = build_crosstab(book, finder, CrossTabSpec(), clock)
    heard: list[tuple[int, int]] = []
    export_table(
        book, finder, table, Workbook(), tmp_path / "all.xlsx", heard=lambda *at: heard.append(at)
    )
    assert heard == sorted(heard)
    assert len(heard) > 1
    assert all(of // 2 < made <= of for made, of in heard)

    def stop(_made: int, _of: int) -> None:
        raise StoppedError("Stopped.", "Export again.")

    with pytest.raises(StoppedError):
        export_table(book, finder, table, Workbook(), tmp_path / "none.xlsx", heard=stop)
    assert [path.name for path in tmp_path.glob("*.xlsx*")] == ["all.xlsx"]
