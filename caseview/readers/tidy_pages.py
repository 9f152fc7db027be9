"""The pages of a PDF become its paragraphs in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from caseview.readers.aligned_tables import AlignedTables
from caseview.readers.assemble import Piece
from caseview.readers.contents import with_contents
from caseview.readers.noise import describes_picture
from caseview.readers.strips import Layout, Strip, extent
from caseview.readers.tables import Cell
from caseview.readers.tidy_columns import columns_parted
from caseview.readers.tidy_flow import Part, run_together
from caseview.readers.tidy_grid import GridRow, grid, in_column
from caseview.readers.tidy_heads import drop_heads
from caseview.readers.tidy_hyphens import Hyphens
from caseview.readers.tidy_levels import with_levels
from caseview.readers.tidy_lines import settled
from caseview.readers.tidy_order import Place, box_at, reading_order, runs_of
from caseview.readers.tidy_paragraphs import ParagraphBuilder, footnote
from caseview.readers.tidy_repeats import without_repeated_heads
from caseview.readers.tidy_type import TypeProfile, profile_of

_LEAST_LINES = 5
_PADDING = (2.0, 12.0)


def paragraphs_of(layouts: Sequence[Layout]) -> list[Piece]:
    """Return the paragraphs of a document; running heads move to each layout's `left_out`."""
    drop_heads(layouts)
    profile = profile_of(layouts)
    hyphens = Hyphens(strip.text for layout in layouts for strip in layout.strips)
    pages = _Pages(profile, ParagraphBuilder(profile, hyphens))
    parts = [part for layout in layouts for part in pages.parts(layout)]
    pieces = run_together(without_repeated_heads(parts, layouts), hyphens)
    headed = with_levels(with_contents(pieces), profile)
    return [settled(piece) for piece in headed if not describes_picture(piece.text)]


@dataclass(frozen=True, slots=True)
class _Pages:
    """Reads one page after another with the usual type of the document in mind."""

    profile: TypeProfile
    builder: ParagraphBuilder
    tables: AlignedTables = field(default_factory=AlignedTables)

    def parts(self, layout: Layout) -> Iterator[Part]:
        """Yield the paragraphs of each part of one page in reading order, its footnotes last."""
        rest, aligned = self.tables.part(layout.strips, layout.rules)
        body, notes = self._without_notes(rest, layout, aligned)
        loose, rows = grid(columns_parted(body, layout.width), layout.rules)
        parts: list[tuple[int, Place, list[Strip] | GridRow]] = [
            (row.first, row.place, row) for row in [*rows, *aligned]
        ]
        first = {id(strip): index for index, strip in loose}
        for run in runs_of([strip for _, strip in loose], layout.rules.boxes):
            begins = min((first[id(s)] for s in run if id(s) in first), default=len(first))
            parts.append((begins, extent(run), run))
        parts.sort(key=lambda part: part[0])
        for index in reading_order([place for _, place, _ in parts]):
            _, place, part = parts[index]
            if isinstance(part, GridRow):
                yield self._row(part, layout.number)
            elif box_at(place, layout.rules.boxes) is None:
                yield Part(layout.number, list(self.builder.pieces(part, self._margin(part, body))))
            else:
                pieces = self.builder.pieces(part, place[2])
                yield Part(layout.number, [replace(piece, aside=True) for piece in pieces])
        yield Part(layout.number, [footnote(piece) for piece in self._notes(notes)])

    def _without_notes(
        self, strips: list[Strip], layout: Layout, tables: Sequence[GridRow]
    ) -> tuple[list[Strip], list[Strip]]:
        """Return the strips of the page and those of the footnotes at its foot.

        Footnotes are the small type below everything else, from the first that opens with a
        number or sign.
        """
        within = [row.place[3] for row in tables]
        text = [
            s.bottom
            for s in strips
            if not self.profile.smaller(s.size) or in_column(s, layout.rules)
        ]
        lowest = max([*within, *text], default=0.0)
        small = [s for s in strips if s.top > lowest - 1 and self.profile.smaller(s.size)]
        small = [s for s in small if s.top > layout.height / 3]
        start = next(
            (i for i, s in enumerate(small) if s.text[0].isdigit() or s.text[0] in "*†‡"), None
        )
        if start is None or not lowest:
            return strips, []
        notes = {id(strip) for strip in small[start:]}
        return [s for s in strips if id(s) not in notes], small[start:]

    def _notes(self, strips: Sequence[Strip]) -> Iterator[Piece]:
        held: list[Strip] = []
        for strip in strips:
            if held and strip.text[0].isdigit() and strip.left <= held[0].left + 1:
                yield from self.builder.pieces(held, max(s.right for s in held))
                held = []
            held.append(strip)
        if held:
            yield from self.builder.pieces(held, max(s.right for s in held))

    def _margin(self, run: Sequence[Strip], page: Sequence[Strip]) -> float:
        """Return where the column of a run ends: as far as its like on the page, or in the book."""
        left = min(strip.left for strip in run)
        like = [
            strip.right
            for strip in page
            if abs(strip.left - left) < 4 * strip.size and not self.profile.larger(strip.size)
        ]
        own = max(strip.right for strip in run)
        if len(like) >= _LEAST_LINES:
            return max(own, sorted(like)[int(0.9 * (len(like) - 1))])
        return max(own, self.profile.margin(left))

    def _row(self, row: GridRow, page: int) -> Part:
        cells = [Cell(list(self._cell(c.strips, c.left, c.right))) for c in row.cells]
        return Part(page, cells=cells, lefts=tuple(cell.left for cell in row.cells))

    def _cell(self, strips: Sequence[Strip], left: float, right: float) -> Iterator[Piece]:
        if not strips:
            return
        runs = runs_of(strips)
        edge = min(strip.left for strip in strips)
        padding = min(max(edge - left, _PADDING[0]), _PADDING[1]) if left else _PADDING[0]
        for index in reading_order([extent(run) for run in runs]):
            own = max(strip.right for strip in runs[index])
            yield from self.builder.pieces(runs[index], max(own, right - padding))
