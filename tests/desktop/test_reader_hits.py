"""From hit to hit of a search in the Reader, and the figures of the themes given last."""

from PySide6.QtCore import Qt

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.pages.reader.page import ReaderPage
from caseview.desktop.pages.search.page import SearchPage
from caseview.desktop.places import Place, View
from caseview.desktop.widgets.labels import OneLine
from caseview.desktop.widgets.recent_themes import RecentThemes
from caseview.domain.query import Search
from caseview.domain.span import Span
from tests.desktop import invented
from tests.desktop.driving import CONTROL, press, type_in
from tests.desktop.real_casebook import PDF, Room

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = "landlord OR housing"


def opened(room: Room, at: int) -> tuple[ReaderPage, tuple[Span, ...]]:
    """Open a hit of the PDF from Search; return the Reader and where every hit begins."""
    room.window.go(Place(View.SEARCH, query=WORDS))
    room.settle()
    page = room.window.page()
    assert isinstance(page, SearchPage)
    whole = room.session.searching.search(Search(WORDS, 500), lambda: False)
    mine = [hit for hit in whole.hits if hit.document_id == room.document(PDF)]
    found = (Span(h.start + h.marks[0][0], h.start + h.marks[0][1]) for h in mine)
    spans = tuple(sorted(found, key=lambda span: span.start))
    rows = [n for n in range(page.model.rowCount()) if page.model.hit(n) is not None]
    wanted = spans[at].start
    for row in rows:
        hit = page.model.hit(row)
        assert hit is not None
        if hit.document_id == room.document(PDF) and hit.start + hit.marks[0][0] == wanted:
            page.results.setCurrentIndex(page.model.index(row))
    page.results.setFocus()
    press(KEY.Key_Return)
    room.settle()
    return room.reader, spans


def said(room: Room) -> str:
    return next(iter(room.window.status.findChildren(OneLine))).words


def test_hits_are_walked_with_f3_round_the_document(room: Room) -> None:
    reader, spans = opened(room, 1)
    assert len(spans) > 3
    text = reader.parts.views.content.text
    assert reader.finding.spans == spans
    assert said(room).startswith(f"Hit 2 of {len(spans)} in this document")
    press(KEY.Key_F3)
    assert said(room).startswith("Hit 3 of")
    assert spans[2].overlaps(reader.parts.text.visible())
    for _ in range(3):
        press(KEY.Key_F3, SHIFT)
    assert said(room).startswith(f"Hit {len(spans)} of")
    assert len(reader.parts.text.found) >= len(spans)
    assert {s.of(text).casefold().rstrip("s") for s in reader.parts.text.found} >= {"housing"}
    assert not reader.parts.find.isVisible()


def test_escape_and_finding_other_words_leave_the_hits(room: Room) -> None:
    reader, _ = opened(room, 0)
    press(KEY.Key_F, CONTROL)
    type_in("review")
    room.settle()
    assert {s.of(reader.parts.views.content.text).casefold() for s in reader.finding.spans} == {
        "review"
    }
    press(KEY.Key_Escape)
    assert reader.finding.spans == ()
    reader, spans = opened(room, 0)
    assert reader.finding.spans == spans
    press(KEY.Key_Escape)
    assert reader.finding.spans == reader.parts.text.found == ()
    press(KEY.Key_F3)
    assert reader.parts.find.isVisible(), "without hits F3 asks what to find"


def test_a_document_opened_otherwise_has_no_hits(room: Room) -> None:
    opened(room, 0)
    reader = room.read("sar-denise")
    assert reader.finding.spans == ()


def test_nine_themes_have_a_figure_and_the_tenth_takes_the_oldest_away(
    appearance: Appearance,
) -> None:
    recent = RecentThemes(appearance, ThemeBook(invented.CODEBOOK))
    for name in "abcdefghij":
        recent.given(name)
    assert [recent.theme(figure) for figure in range(1, 11)] == [*"jihgfedcb", None]
