"""Documents: the kinds and forms they come in, and their immutable text with its places."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.english import English


class Kind(StrEnum):
    """The sort of review a document belongs to."""

    PFD = "pfd"
    PFD_RESPONSE = "pfd_response"
    CSPR = "cspr"
    SCR = "scr"
    RAPID_REVIEW = "rapid_review"
    SAR = "sar"
    SCR_ADULT = "scr_adult"
    DHR = "dhr"
    CPR_WALES = "cpr_wales"
    APR_WALES = "apr_wales"
    SUSR_WALES = "susr_wales"
    MAPPA_SCR = "mappa_scr"
    OWHR = "owhr"
    MHHR = "mhhr"
    LEDER = "leder"
    THEMATIC_REVIEW = "thematic_review"
    OTHER = "other"

    @property
    def label(self) -> English:
        """The name analysts use in tables."""
        return English(_KIND_LABELS.get(self, self.value.upper()))

    @property
    def in_full(self) -> English:
        """The name spelled out, the one of tables in brackets where that is another."""
        spelled = _KINDS_IN_FULL.get(self)
        return English("{0} ({1})", English(spelled), self.label) if spelled else self.label


_KIND_LABELS = {
    Kind.PFD_RESPONSE: "PFD response",
    Kind.RAPID_REVIEW: "Rapid review",
    Kind.SCR_ADULT: "Adult SCR",
    Kind.CPR_WALES: "CPR (Wales)",
    Kind.APR_WALES: "APR (Wales)",
    Kind.SUSR_WALES: "SUSR (Wales)",
    Kind.MAPPA_SCR: "MAPPA SCR",
    Kind.LEDER: "LeDeR",
    Kind.THEMATIC_REVIEW: "Thematic review",
    Kind.OTHER: "Other",
}
_KINDS_IN_FULL = {
    Kind.PFD: "Report to prevent future deaths",
    Kind.CSPR: "Child safeguarding practice review",
    Kind.SCR: "Serious case review",
    Kind.SAR: "Safeguarding adults review",
    Kind.SCR_ADULT: "Serious case review of an adult",
    Kind.DHR: "Domestic homicide review",
    Kind.CPR_WALES: "Child practice review",
    Kind.APR_WALES: "Adult practice review",
    Kind.SUSR_WALES: "Single unified safeguarding review",
    Kind.MAPPA_SCR: "Serious case review of public protection",
    Kind.OWHR: "Offensive weapons homicide review",
    Kind.MHHR: "Mental health homicide review",
    Kind.LEDER: "Learning from lives and deaths",
}


class Form(StrEnum):
    """The shape of one document, apart from the kind of review."""

    FULL_REPORT = "full_report"
    EXECUTIVE_SUMMARY = "executive_summary"
    BRIEFING = "briefing"
    ACTION_PLAN = "action_plan"
    RESPONSE = "response"
    LETTER = "letter"
    ANNUAL_REPORT = "annual_report"
    GUIDANCE = "guidance"

    @property
    def counted(self) -> bool:
        """Whether the document's passages count for its review (DECISIONS 7)."""
        return self not in {Form.BRIEFING, Form.LETTER, Form.ANNUAL_REPORT, Form.GUIDANCE}

    @property
    def label(self) -> English:
        """The form in words, for people."""
        return English(self.value.replace("_", " ").capitalize())


class ParagraphStyle(StrEnum):
    """What a paragraph is on the page."""

    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"


A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, the text it holds, its size in points (0 where unknown).

    A page that was scanned and not read has no text: then `start` and `end` are the same.

    `left_out` are running heads, page numbers and the like: kept here, dropped from the text.
    """

    number: int
    start: int
    end: int
    width: float = 0.0
    height: float = 0.0
    left_out: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height in points, those of A4 where the file does not say."""
        known = self.width > 0 and self.height > 0
        return (self.width, self.height) if known else A4

    @property
    def bare(self) -> bool:
        """Whether it holds no words, so that it is tagged whole or not at all."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text.

    `number` counts paragraphs of the document from 1; `printed` is the number the page prints
    ("5.12"), "" where it prints none; `page` is None where the format has no pages; `level` is
    1 to 6 for headings, 0 otherwise.
    """

    start: int
    end: int
    number: int
    page: int | None = None
    printed: str = ""
    style: ParagraphStyle = ParagraphStyle.BODY
    level: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, in points from the top left of its page.

    `edges` holds the left edge of each code point from `start` to `end` and the right edge of
    the last: `end - start + 1` numbers, so that any stretch of the line has an exact box.
    """

    start: int
    end: int
    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The words of one document, immutable once read, with where they stand.

    Paragraphs are in reading order and make up the whole text: it is their words with a blank
    line (two line feeds) between them, so each offset lies in a paragraph or such a gap.
    `word_confidence` holds (start, end, confidence 0 to 1) for words read by OCR.
    `remarks` are plain sentences about the reading ("2 hidden passages were left out.").
    `left_out` are the running heads and feet of a file that has no pages, where one that has them
    keeps them by page; they are known while the file is read, and not kept.
    """

    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    word_confidence: tuple[tuple[int, int, float], ...] = ()
    remarks: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def bare_pages(self) -> dict[int, Page]:
        """The pages that hold no words, by their number."""
        return {page.number: page for page in self.pages if page.bare}

    @property
    def words(self) -> int:
        """The number of words, parted by white space."""
        return len(self.text.split())

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page that holds `offset`, None where there are no pages."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """One imported file and where it stands in its review. Times are ISO 8601 in UTC.

    `replaced_by` is the id of the newer version that stands in for it, None for none;
    `page_tagged` says that a document without words has a tag on a whole page.
    """

    id: int
    review_id: int
    name: str
    sha256: str
    kind: Kind
    form: Form
    title: str
    pages: int
    words: int
    imported_at: str
    kind_also: Kind | None = None
    finished_by: str | None = None
    finished_at: str | None = None
    replaced_by: int | None = None
    page_tagged: bool = False

    @property
    def has_text(self) -> bool:
        """Whether there are words to search and tag."""
        return self.words > 0

    @property
    def can_be_read(self) -> bool:
        """Whether there is something to go through: words, or the pages of a scan."""
        return self.has_text or self.pages > 0

    @property
    def gone_through(self) -> bool:
        """Whether a coder has taken up a scan by its pages: tagged one whole, or finished it."""
        return not self.has_text and (self.page_tagged or self.finished_at is not None)

    @property
    def stands(self) -> bool:
        """Whether it counts: with words or gone through by its pages, and no newer version."""
        return (self.has_text or self.gone_through) and self.replaced_by is None
