"""Lines over the years as a chart that Word can edit, told apart in grey as well."""

from dataclasses import dataclass

from typing_extensions import override

from caseview.exporters.word_chart import Chart, named, names_axis, points, words
from caseview.exporters.word_styles import ACCENT

_HIGH_CM, _KEY_CM = 8.0, 0.75
_COLOURS = (ACCENT, "A84300", "005F56", "C2408A", "2B1A6B")
_DASHES = ("solid", "dash", "sysDot", "dashDot", "lgDash")
_POINTS = ("circle", "square", "triangle", "diamond", "x")


@dataclass(frozen=True, slots=True)
class LineChart(Chart):
    """A line for each name over the labels, in per cent from 0 to 100; None leaves a gap.

    Each line has a dash and points of its own, so that they print in grey; `about` is what is
    read out in place of the picture.
    """

    title: str
    labels: tuple[str, ...]
    lines: tuple[tuple[str, tuple[float | None, ...]], ...]
    about: str

    @property
    @override
    def height_cm(self) -> float:
        return _HIGH_CM + _KEY_CM * len(self.lines)

    @override
    def sheet(self) -> list[list[str | float | None]]:
        head: list[str | float | None] = ["", *(name for name, _ in self.lines)]
        rows: list[list[str | float | None]] = [
            [label, *(values[place] for _, values in self.lines)]
            for place, label in enumerate(self.labels)
        ]
        return [head, *rows]

    @override
    def plot(self) -> str:
        lines = "".join(self._line(place) for place in range(len(self.lines)))
        return (
            '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f'{lines}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
            f"{names_axis('b', 'minMax')}"
            '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
            '<c:max val="100"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
            '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D3DAE1"/>'
            "</a:solidFill></a:ln></c:spPr></c:majorGridlines>"
            '<c:numFmt formatCode="0&quot;%&quot;" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="nextTo"/>{words(whole=True)}<c:crossAx val="1"/>'
            '<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="25"/>'
            "</c:valAx>"
        )

    @override
    def legend(self) -> str:
        return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{words()}</c:legend>'

    def _line(self, place: int) -> str:
        name, values = self.lines[place]
        kind = place % len(_DASHES)
        fill = f'<a:solidFill><a:srgbClr val="{_COLOURS[kind]}"/></a:solidFill>'
        return (
            f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>{named(name, place + 1)}'
            f'<c:spPr><a:ln w="22225">{fill}<a:prstDash val="{_DASHES[kind]}"/></a:ln></c:spPr>'
            f'<c:marker><c:symbol val="{_POINTS[kind]}"/><c:size val="8"/><c:spPr>{fill}'
            f"<a:ln>{fill}</a:ln></c:spPr></c:marker>"
            f'{points(self.labels, values, place + 1)}<c:smooth val="0"/></c:ser>'
        )
