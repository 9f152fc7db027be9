"""Charts in Word are Word's own: lines and bars with their numbers inside, no label passed over."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from caseview.domain.handout import (
    Drawing,
    Figure,
    FigureColumn,
    FigureTable,
    Handout,
    Mark,
    Picture,
    Printed,
)
from caseview.exporters.handout_page import HandoutPage

CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
YEARS = ("2019\nn 4", "2020\n–", "2021\nn 6")
LINES = {"Staffing & <capacity>": (25.0, None, 50.0), "Supervision": (75.0, None, 66.7)}


def lines() -> Picture:
    marks = tuple(
        tuple(None if at is None else Mark(f"{at}%", f"{name}, {at}", at=at) for at in shares)
        for name, shares in LINES.items()
    )
    return Picture(Drawing.LINES, "Themes by year", tuple(LINES), YEARS, marks, "Shares of years.")


def bars(many: int) -> Picture:
    names = tuple(f"Theme {n}" for n in range(many))
    marks = tuple((Mark(f"{n} of 40", f"Theme {n}", at=100 * n / 40),) for n in range(many))
    return Picture(Drawing.BARS, "Themes here", names, ("",), marks)


def written(picture: Picture, folder: Path) -> zipfile.ZipFile:
    columns = (FigureColumn("Year", Printed.WORDS), FigureColumn("Reviews"))
    table = FigureTable(picture.title, columns, ((Figure("2019", "2019"), Figure(4, "4")),))
    path = folder / "figures.docx"
    HandoutPage().write(Handout(picture.title, (table,), picture=picture), path)
    return zipfile.ZipFile(path)


def value(node: Any, path: str) -> str:
    """Return the value of the one part of a chart at a path."""
    [found] = node.xpath(path, namespaces=CHART)
    return str(found.get("val"))


@pytest.fixture
def trend(tmp_path: Path) -> zipfile.ZipFile:
    return written(lines(), tmp_path)


def test_a_trend_is_a_line_chart_with_a_gap_where_no_review_is(trend: zipfile.ZipFile) -> None:
    chart = etree.fromstring(trend.read("word/charts/chart1.xml"))
    series = chart.findall(".//c:lineChart/c:ser", CHART)
    names = [one.findtext("./c:tx//c:v", "", CHART) for one in series]
    assert names == list(LINES)
    for one, shares in zip(series, LINES.values(), strict=True):
        held = {
            int(point.get("idx", "")): float(point.findtext("c:v", "", CHART))
            for point in one.findall("./c:val//c:pt", CHART)
        }
        assert held == {n: share for n, share in enumerate(shares) if share is not None}
        labels = [point.findtext("c:v", "", CHART) for point in one.findall("./c:cat//c:pt", CHART)]
        assert labels == ["2019", "2020", "2021"]
    dashes = {value(one, ".//*[local-name()='prstDash']") for one in series}
    symbols = {value(one, "./c:marker/c:symbol") for one in series}
    assert len(dashes) == len(symbols) == len(LINES)
    assert value(chart, ".//c:dispBlanksAs") == "gap"


def test_its_numbers_can_be_edited_and_it_is_read_out(trend: zipfile.ZipFile) -> None:
    sheet = load_workbook(BytesIO(trend.read("word/embeddings/chart1.xlsx"))).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        [None, *LINES],
        ["2019", 25, 75],
        ["2020", None, None],
        ["2021", 50, 66.7],
    ]
    body = trend.read("word/document.xml").decode()
    assert "Supervision, 75.0" in body
    assert "Themes by year. Shares of years." in body


@pytest.mark.parametrize("many", [2, 12])
def test_no_label_is_passed_over_where_there_are_many(many: int, tmp_path: Path) -> None:
    chart = etree.fromstring(written(bars(many), tmp_path).read("word/charts/chart1.xml"))
    [axis] = chart.findall(".//c:catAx", CHART)
    assert value(axis, "c:tickLblSkip") == "1"
    order = [etree.QName(part).localname for part in axis]
    assert order.index("lblOffset") < order.index("tickLblSkip") < order.index("noMultiLvlLbl")
    assert len(chart.findall(".//c:cat//c:pt", CHART)) == many


def test_lines_without_a_share_are_no_chart(tmp_path: Path) -> None:
    empty = Picture(Drawing.LINES, "Themes by year", ("Staffing",), YEARS, ((None,) * 3,))
    assert "word/charts/chart1.xml" not in written(empty, tmp_path).namelist()
