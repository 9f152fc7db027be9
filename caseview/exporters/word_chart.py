"""Charts that Word can edit: a chart part with the numbers in a workbook inside it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from typing_extensions import override

from caseview.exporters.packing import settled
from caseview.exporters.word_styles import ACCENT, FONT, INK, TEXT_CM

_EMU = 360_000
_BAR_CM = 0.85
_FRAME_CM = 0.7
_CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"


class Chart(ABC):
    """What Word draws: its name, what is read out in its place, its numbers and its drawing."""

    title: str
    about: str

    @property
    @abstractmethod
    def height_cm(self) -> float:
        """How high it stands on the page, in centimetres."""

    @abstractmethod
    def sheet(self) -> list[list[str | float | None]]:
        """Return the rows of the workbook inside, the head first."""

    @abstractmethod
    def plot(self) -> str:
        """Return what the plot area holds: the series and their axes."""

    def legend(self) -> str:
        """Return the key to the series, "" where one needs none."""
        return ""


@dataclass(frozen=True, slots=True)
class BarChart(Chart):
    """Bars from the top down: what they stand for, and how long they are.

    `measure` names the numbers ("Reviews", "Per cent of reviews"); `about` is what is read out in
    place of the picture; `percent` says that the values are percentages, 0 to 100. The bars are one
    colour with their numbers beside them, so that they print in grey.
    """

    title: str
    measure: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    about: str
    percent: bool = False

    @property
    @override
    def height_cm(self) -> float:
        return _FRAME_CM + _BAR_CM * len(self.labels)

    @override
    def sheet(self) -> list[list[str | float | None]]:
        rows: list[list[str | float | None]] = [["", self.measure]]
        rows += [[label, value] for label, value in zip(self.labels, self.values, strict=True)]
        return rows

    @override
    def plot(self) -> str:
        form = '0"%"' if self.percent else "0"
        most = '<c:max val="112"/>' if self.percent else ""
        fill = f'<c:spPr><a:solidFill><a:srgbClr val="{ACCENT}"/></a:solidFill></c:spPr>'
        return (
            '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
            f'<c:ser><c:idx val="0"/><c:order val="0"/>{named(self.measure, 1)}{fill}'
            f'<c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode={quoteattr(form)}'
            f' sourceLinked="0"/>{words(whole=True)}<c:showLegendKey val="0"/><c:showVal val="1"/>'
            '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
            f'<c:showBubbleSize val="0"/></c:dLbls>{points(self.labels, self.values, 1)}</c:ser>'
            '<c:gapWidth val="45"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
            f"{names_axis('l', 'maxMin')}"
            f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{most}'
            '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
            '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
            '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>'
            '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
        )


def add_chart(document: Document, chart: Chart, width_cm: float = TEXT_CM) -> str:
    """Put a chart into a document's package; return the run that shows it."""
    package = document.part.package
    number = sum(part.partname.startswith("/word/charts/") for part in package.iter_parts()) + 1
    book = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        _workbook(chart),
        package,
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    held = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = _part(chart, held).encode()  # noqa: SLF001 (a part's relation comes first)
    shown = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    return _drawing(chart, shown, number, width_cm)


def _part(chart: Chart, held: str) -> str:
    """Return the chart part; `held` is the id of its relation to the workbook inside."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace {nsdecls("c", "a", "r")}><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{chart.plot()}</c:plotArea>'
        f'{chart.legend()}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:externalData r:id="{held}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def named(name: str, column: int) -> str:
    """Return the name of a series, which stands in the head of its column, counted from 0."""
    place = f"Sheet1!${get_column_letter(column + 1)}$1"
    return (
        f'<c:tx><c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def points(labels: Sequence[str], values: Sequence[float | None], column: int) -> str:
    """Return the values of a series under its labels; a gap is left out."""
    count, letter = len(labels), get_column_letter(column + 1)
    names = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(label)}</c:v></c:pt>'
        for place, label in enumerate(labels)
    )
    there = "".join(
        f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{there}</c:numCache>'
        "</c:numRef></c:val>"
    )


def names_axis(side: str, order: str) -> str:
    """Return the axis of labels, of which none is passed over, at a side ("l", "b")."""
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General"'
        ' sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{words()}<c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def words(*, whole: bool = False) -> str:
    """Return how words look; `whole` ones are not broken into lines ("92%")."""
    body = '<a:bodyPr wrap="none"/>' if whole else "<a:bodyPr/>"
    return (
        f"<c:txPr>{body}"
        '<a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200"><a:solidFill>'
        f'<a:srgbClr val="{INK}"/></a:solidFill><a:latin typeface="{FONT}"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def _workbook(chart: Chart) -> bytes:
    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = "Sheet1"
    for place, cells in enumerate(chart.sheet(), start=1):
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(row=place, column=column, value=value)
            if isinstance(value, str):
                cell.data_type = "s"
    out = BytesIO()
    book.save(out)
    return settled(out.getvalue(), chart.title)


def _drawing(chart: Chart, relation: str, number: int, width_cm: float) -> str:
    width, height = round(width_cm * _EMU), round(chart.height_cm * _EMU)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" title={quoteattr(chart.title)}'
        f" descr={quoteattr(chart.about)}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_CHART_NAMESPACE}"><c:chart r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
