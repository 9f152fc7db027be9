"""A Word document in the making, written from top to bottom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from docx.document import Document
from docx.oxml import parse_xml
from docx.section import Section
from docx.section import _BaseHeaderFooter as BaseHeaderFooter
from docx.shared import Cm

from caseview.exporters import word_styles as look
from caseview.exporters import word_xml as xml
from caseview.exporters.packing import settled
from caseview.exporters.word_chart import Chart, add_chart
from caseview.exporters.word_styles import TEXT_CM, Look

MOST_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading already written, for the contents: its number as shown, words and bookmark."""

    level: int
    number: str
    words: str
    bookmark: str


@dataclass
class Page:
    """Collects the blocks of a document and makes the file of them.

    `document` is an empty one with its styles, whose ids in it `ids` gives by their names;
    `numbered` says whether headings show numbers (those of a house template may not).
    """

    document: Document
    ids: Mapping[str, str]
    numbered: bool = True
    headings: list[Heading] = field(default_factory=list)
    _blocks: list[str] = field(default_factory=list)
    _counts: list[int] = field(default_factory=lambda: [0] * MOST_LEVELS)
    _captions: dict[str, int] = field(default_factory=dict)
    _bookmarks: int = 1000
    _contents: tuple[int, int] | None = None
    _breaks: bool = False

    @property
    def room(self) -> float:
        """How wide the text of a page is, in centimetres."""
        section = self.document.sections[0]
        wide, left, right = section.page_width, section.left_margin, section.right_margin
        if wide is None or left is None or right is None:
            return TEXT_CM
        return (wide - left - right) / Cm(1)

    def paragraph(self, words: str, style: Look = look.NORMAL) -> None:
        """Add a paragraph of plain words."""
        self.block(style, xml.runs(words))

    def block(self, style: Look, *content: str) -> None:
        """Add a paragraph made of runs, fields and links."""
        self._blocks.append(xml.paragraph(self.ids[style.name], *content))

    def bullets(self, points: Sequence[str]) -> None:
        """Add a bulleted list."""
        for point in points:
            self.paragraph(point, look.BULLET)

    def new_leaf(self) -> None:
        """Begin a new page with the next heading."""
        self._breaks = True

    def heading(self, words: str, level: int = 1) -> None:
        """Add a numbered heading of level 1 or 2 and keep it for the contents."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (MOST_LEVELS - level)
        number = ".".join(str(count) for count in self._counts[:level]) if self.numbered else ""
        name = f"_Toc{len(self.headings) + 1:06d}"
        style = look.HEADING_1 if level == 1 else look.HEADING_2
        self._blocks.append(
            xml.paragraph(
                self.ids[style.name], self.bookmark(name, words), keep=True, breaks=self._breaks
            )
        )
        self._breaks = False
        self.headings.append(Heading(level, number, words, name))

    def bookmark(self, name: str, words: str) -> str:
        """Return words under a bookmark with this name."""
        self._bookmarks += 1
        return xml.bookmark(self._bookmarks, name, xml.runs(words))

    def caption(self, label: str, words: str) -> None:
        """Add a caption ("Table 2: ...") whose number Word keeps."""
        number = self._captions[label] = self._captions.get(label, 0) + 1
        counted = xml.field(f"SEQ {label} \\* ARABIC", str(number))
        self.block(look.CAPTION, xml.runs(f"{label} "), counted, xml.runs(f": {words}"))

    def table(self, grid: xml.Grid) -> None:
        """Add a table."""
        self._blocks.append(xml.table(xml.fitted(grid, self.room)))

    def chart(self, chart: Chart) -> None:
        """Add a chart that can be edited in Word."""
        self.block(look.FIGURE, add_chart(self.document, chart, self.room))

    def contents(self, levels: int) -> None:
        """Leave room for the contents here: headings down to this level."""
        self._contents = (len(self._blocks), levels)

    def frame(self, marking: str, title: str) -> None:
        """Write the marking at the head and foot of every page, with title and page number.

        In a house template the head and foot keep what they hold and gain the marking.
        """
        marked = [xml.paragraph(self.ids["Header"], xml.runs(marking))] if marking else []
        pages = xml.paragraph(
            self.ids["Footer"],
            xml.runs(f"{title}  |  Page "),
            xml.field("PAGE", "1"),
            xml.runs(" of "),
            xml.field("NUMPAGES", "1"),
        )
        head = marked or [xml.paragraph(self.ids["Header"])]
        foot = [*marked, pages] if self.numbered else marked
        for section in self.document.sections:
            for header, footer in self._heads_and_feet(section):
                _frame(header, head if self.numbered else marked, anew=self.numbered)
                _frame(footer, foot, anew=self.numbered)

    def _heads_and_feet(self, section: Section) -> Iterator[tuple[BaseHeaderFooter, ...]]:
        """Yield the head and foot of every sort of page: a house may have others on the first."""
        yield section.header, section.footer
        if section.different_first_page_header_footer:
            yield section.first_page_header, section.first_page_footer
        if self.document.settings.odd_and_even_pages_header_footer:
            yield section.even_page_header, section.even_page_footer

    def file(self, title: str) -> bytes:
        """Return the whole document as a file, with nothing but its title in its properties."""
        blocks = list(self._blocks)
        if self._contents is not None:
            place, levels = self._contents
            blocks[place:place] = self._contents_blocks(levels)
        empty = self.document.element.body
        body = parse_xml(xml.whole("w:body", blocks))
        # Moved as one: a long table put in block by block takes seconds.
        body.extend(list(empty))
        self.document.element.replace(empty, body)
        out = BytesIO()
        self.document.save(out)
        return settled(out.getvalue(), title)

    def _contents_blocks(self, levels: int) -> list[str]:
        """Return the contents with lines of our own, so that they stand before Word updates them.

        The lines carry no page numbers: only Word knows them, and adds them on updating.
        """
        shown = [heading for heading in self.headings if heading.level <= levels]
        blocks = [xml.paragraph(self.ids["TOC Heading"], xml.runs("Contents"))]
        for place, heading in enumerate(shown):
            first = xml.opened(f'TOC \\o "1-{levels}" \\h \\z \\u') if place == 0 else ""
            last = xml.closed() if place == len(shown) - 1 else ""
            words = xml.runs(f"{heading.number} {heading.words}".strip())
            line = xml.link(heading.bookmark, words)
            blocks.append(xml.paragraph(self.ids[f"toc {heading.level}"], first, line, last))
        return blocks


def _frame(part: BaseHeaderFooter, blocks: Sequence[str], *, anew: bool) -> None:
    part.is_linked_to_previous = False
    root = part.part.element
    if anew:
        for old in list(root):
            root.remove(old)
    for place, made in enumerate(list(parse_xml(xml.whole("w:body", blocks)))):
        root.insert(place, made)
