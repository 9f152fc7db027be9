"""Figures made for a reader: each is as many as the passages it opens; small ones are hidden."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from caseview.counting.framework import cell_behind, cell_of
from caseview.counting.halves import Parting
from caseview.counting.small_numbers import SHOW_ALL, SmallNumbers
from caseview.domain.crosstab import CrossTabSpec, Unit
from caseview.domain.errors import QueryError
from caseview.domain.handout import Drawing, Figure, Handout, Printed
from caseview.exporters.handout_files import WRITERS
from caseview.store.casebook import StoredCasebook
from caseview.usecases.asked import Asked
from caseview.usecases.compare_body import bodies, compare_body
from caseview.usecases.follow_years import follow_years
from caseview.usecases.frame_matrix import (
    cell_words,
    frame_matrix,
    quoted_words,
    write_cell,
)
from caseview.usecases.gather_evidence import gather_evidence
from caseview.usecases.pair_themes import pair_themes
from caseview.usecases.ports import Now
from caseview.usecases.profile_review import profile_review
from caseview.usecases.undo import redo, undo

THEMES = ("professional_curiosity", "staffing_capacity", "information_sharing", "supervision")
Ask = Callable[..., Asked]


@pytest.fixture
def ask(book: StoredCasebook, finder: Any, clock: Now) -> Ask:
    def make(small: SmallNumbers = SHOW_ALL, **over: Any) -> Asked:
        return Asked(book, finder, clock, CrossTabSpec(**over), small)

    return make


def body(asked: Asked) -> Handout:
    with asked.casebook.reading() as work:
        [first, *_] = bodies(work, "board")
    return compare_body(asked, Parting("board", first))


def profile(asked: Asked) -> Handout:
    with asked.casebook.reading() as work:
        number = next(one.id for one in work.reviews.all() if one.kind.value == "sar")
    return profile_review(asked, number)


def trend(asked: Asked) -> Handout:
    return follow_years(asked)


def pairs(asked: Asked) -> Handout:
    with asked.casebook.reading() as work:
        known = [theme.id for theme in work.codebook.themes]
    return pair_themes(asked, known[:14])


def matrix(asked: Asked) -> Handout:
    return frame_matrix(asked)


MAKERS = (pairs, trend, profile, body)


def figures(handout: Handout) -> Sequence[Figure]:
    return [figure for table in handout.tables for row in table.rows for figure in row]


@pytest.mark.parametrize("make", MAKERS)
def test_every_figure_is_as_many_as_the_passages_it_opens(
    make: Callable[[Asked], Handout], ask: Ask, book: StoredCasebook, finder: Any
) -> None:
    handout = make(ask())
    opened = 0
    for figure in figures(handout):
        if figure.behind is not None and isinstance(figure.value, int):
            found = gather_evidence(book, finder, figure.behind.spec, figure.behind.address)
            assert found.units == figure.value
            opened += 1
    assert opened > 5


@pytest.mark.parametrize("unit", Unit)
def test_themes_together_open_their_passages_wherever_they_meet(
    unit: Unit, ask: Ask, book: StoredCasebook, finder: Any
) -> None:
    handout = pairs(ask(unit=unit))
    [table] = handout.tables
    assert table.rows
    for row in table.rows[:12]:
        behind = row[2].behind
        assert behind is not None
        assert gather_evidence(book, finder, behind.spec, behind.address).units == row[2].value
    heads = [column.head for column in table.columns]
    assert ("95% interval" in heads) is unit.apart


def test_chance_is_reckoned_over_every_passage_tagged_or_not(ask: Ask) -> None:
    note = pairs(ask(unit=Unit.PASSAGES)).tables[0].notes[0]
    with ask().casebook.reading() as work:
        every = sum(size.passages for size in work.decisions.sizes().values())
    said = int(note.split("among ")[1].split()[0].replace(",", ""))
    assert 0 < said <= every
    assert said > 100


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("zeros", [False, True])
def test_no_small_count_leaves_where_they_are_hidden(
    make: Callable[[Asked], Handout], ask: Ask, tmp_path: Path, *, zeros: bool
) -> None:
    handout = make(ask(SmallNumbers(3, zeros)))
    assert not any(figure.behind and isinstance(figure.value, int) and 0 < figure.value < 3
                   for figure in figures(handout))  # fmt: skip
    for table in handout.tables:
        for at, column in enumerate(table.columns):
            if column.printed is Printed.COUNT:
                shown = [row[at].value for row in table.rows]
                assert not {1, 2}.intersection(one for one in shown if isinstance(one, int))
                assert not zeros or 0 not in shown or table.title == "Recommendations by status"
    titles = [table.title for table in handout.tables]
    assert "Its reviews" not in titles
    assert "Recommendations made to it" not in titles
    for ending, writer in WRITERS.items():
        writer().write(handout, tmp_path / f"safe{ending}")
    book = load_workbook(tmp_path / "safe.xlsx")
    counts = [
        cell.value
        for sheet, table in zip(book.worksheets, handout.tables, strict=False)
        for row in sheet.iter_rows(min_row=2, max_row=len(table.rows) + 1)
        for cell, column in zip(row, table.columns, strict=False)
        if column.printed is Printed.COUNT
    ]
    assert not {1, 2}.intersection(one for one in counts if isinstance(one, int))


@pytest.mark.parametrize("make", MAKERS)
def test_every_figure_is_the_same_in_word_and_in_excel(
    make: Callable[[Asked], Handout], ask: Ask, tmp_path: Path
) -> None:
    handout = make(ask())
    for ending, writer in WRITERS.items():
        writer().write(handout, tmp_path / f"all{ending}")
    book = load_workbook(tmp_path / "all.xlsx")
    for sheet, table in zip(book.worksheets, handout.tables, strict=False):
        for cells, row in zip(sheet.iter_rows(min_row=2), table.rows, strict=False):
            for cell, figure, column in zip(cells, row, table.columns, strict=False):
                if column.printed is Printed.SHARE and isinstance(figure.value, float):
                    share = float(str(cell.value))
                    assert f"{int(round(100 * share, 9) + 0.5)}%" == figure.words
                elif isinstance(figure.value, int):
                    assert cell.value == figure.value
    paper = docx.Document(str(tmp_path / "all.docx"))
    printed = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    apart = {part.rstrip(")") for words in printed for part in (words, *words.split(" ("))}
    wanted = {
        figure.words.rstrip(")")
        for table in handout.tables
        for row in table.rows[: table.on_paper or 120]
        for figure in row
    }
    assert wanted <= apart
    assert book.worksheets[-1].title == "Method"


def test_a_year_without_reviews_is_told_as_none_and_not_as_zero(ask: Ask) -> None:
    handout = trend(ask())
    [table] = handout.tables
    years = [row[0].words for row in table.rows if row[0].words.isdecimal()]
    assert years == [str(year) for year in range(int(years[0]), int(years[-1]) + 1)]
    for row in table.rows:
        if row[1].value is None:
            assert row[1].words == "no reviews"
            assert all(figure.value == "" for figure in row[2:])
        assert row[1].value != 0


def test_a_trend_of_more_than_five_themes_is_refused_in_words(ask: Ask) -> None:
    with pytest.raises(QueryError, match="told apart"):
        follow_years(ask(), ("a", "b", "c", "d", "e", "f"))


def test_pictures_say_in_words_what_they_show(ask: Ask) -> None:
    for make in MAKERS:
        picture = make(ask()).picture
        assert picture is not None
        marks = [mark for row in picture.marks for mark in row if mark is not None]
        assert marks
        assert all(mark.spoken in picture.about for mark in marks)
        assert all(len(row) == len(picture.columns) for row in picture.marks)
        assert len(picture.marks) == len(picture.rows)
    drawn = [make(ask()).picture for make in MAKERS]
    assert [one.drawing for one in drawn if one] == [
        Drawing.MATRIX,
        Drawing.LINES,
        Drawing.BARS,
        Drawing.BARS,
    ]


def test_here_and_elsewhere_and_not_recorded_make_up_every_review(ask: Ask) -> None:
    handout = body(ask())
    themes = handout.tables[handout.drawn]
    bases = [int(themes.columns[at].head.split("= ")[1].split()[0]) for at in (1, 4)]
    unknown = [note for note in themes.notes if "not recorded" in note]
    said = int(unknown[0].split()[0]) if unknown else 0
    every = len({one.id for one in _reviews(ask())})
    assert sum(bases) + said == every


def _reviews(asked: Asked) -> Sequence[Any]:
    with asked.casebook.reading() as work:
        return work.reviews.all()


def test_a_body_that_no_review_has_is_refused(ask: Ask) -> None:
    with pytest.raises(QueryError, match="No review has the board"):
        compare_body(ask(), Parting("board", "Nowhere Board"))


def test_a_filter_narrows_every_handout(ask: Ask) -> None:
    asked = replace(ask(), over=CrossTabSpec(where="kind:sar"))
    assert all(row[0].words != "DHR" for row in body_of_sar(asked).tables[0].rows)


def body_of_sar(asked: Asked) -> Handout:
    with asked.casebook.reading() as work:
        held = work.reviews.attributes("board")
        sar = next(
            one for one in work.reviews.all() if one.kind.value == "sar" and held.get(one.id)
        )
    return compare_body(asked, Parting("board", held[sar.id][0]))


def test_each_cell_of_the_matrix_says_as_many_passages_as_it_opens(
    ask: Ask, book: StoredCasebook, finder: Any
) -> None:
    [table] = matrix(ask()).tables
    opened = 0
    for row in table.rows:
        for figure in row[3:]:
            assert figure.behind is not None
            found = gather_evidence(book, finder, figure.behind.spec, figure.behind.address)
            said = 0 if figure.words == "nothing found" else int(figure.words[1:].split()[0])
            assert found.units == said
            opened += bool(said)
    assert opened > 3


def test_words_of_a_cell_are_kept_undone_and_done_again(
    ask: Ask, book: StoredCasebook, finder: Any, clock: Now
) -> None:
    asked = ask()
    [table] = matrix(asked).tables
    figure = next(one for row in table.rows for one in row[3:] if one.words.startswith("("))
    assert figure.behind is not None
    place = cell_of(figure.behind)
    assert place is not None
    assert figure.behind == cell_behind(figure.behind.spec, *place)
    begun = quoted_words(book, finder, asked.over, place)
    assert begun.startswith("“")
    changed = write_cell(book, place, f"  {begun} Nobody asked.  ", coder="JB", now=clock)
    assert changed.matrix
    assert changed.reviews == {place[0]}
    assert cell_words(book, place) == f"{begun} Nobody asked."
    assert not write_cell(book, place, f"{begun} Nobody asked.", coder="JB", now=clock).matrix
    shown = [one.words for row in matrix(asked).tables[0].rows for one in row]
    assert f"{begun} Nobody asked." in shown
    undo(book, coder="JB")
    assert cell_words(book, place) == ""
    redo(book, coder="JB")
    write_cell(book, place, "", coder="JB", now=clock)
    assert cell_words(book, place) == ""


def test_a_hidden_matrix_leaves_without_numbers_of_passages(ask: Ask, tmp_path: Path) -> None:
    handout = matrix(ask(SmallNumbers(5)))
    words = {figure.words for figure in figures(handout)}
    assert "(passages to read)" in words
    assert not any(word.startswith("(") and word[1].isdigit() for word in words)
    for ending, writer in WRITERS.items():
        writer().write(handout, tmp_path / f"matrix{ending}")
