"""What the Reader works out without a window: boxes, pages, words found, edges, notes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.models.edges import Edge, Edges
from caseview.desktop.models.finding import folded, following, occurrences
from caseview.desktop.models.note_list import PLACE, NoteModel, about_document, about_passage
from caseview.desktop.models.page_places import boxes, first_offset, offset_at
from caseview.desktop.models.page_stack import GAP, SIZES, PageStack, fitted, other_size
from caseview.desktop.models.queue import Choice, QueueModel
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.widgets.painting import two_lines
from caseview.domain.document import Line, Page
from caseview.domain.note import Note
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from tests.desktop import invented

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
WORDS = "The note stayed in a file. Nobody read it. It was found in May."

widths = st.lists(st.floats(0.5, 9), min_size=1, max_size=12)


@st.composite
def printed(draw: st.DrawFn) -> tuple[Line, ...]:
    """Draw lines of a page, one under the other, with a letter between two that is nowhere."""
    lines, start = [], draw(st.integers(0, 50))
    for n, wide in enumerate(draw(st.lists(widths, min_size=1, max_size=5))):
        edges = [draw(st.floats(0, 80))]
        for each in wide:
            edges.append(edges[-1] + each)
        top = 20.0 * n
        lines.append(Line(start, start + len(wide), 1, top, top + 12, tuple(edges)))
        start += len(wide) + 1
    return tuple(lines)


@given(printed(), st.data())
def test_every_letter_of_a_stretch_lies_in_its_boxes_and_no_other_does(
    lines: tuple[Line, ...], data: st.DataObject
) -> None:
    last = lines[-1].end
    start = data.draw(st.integers(0, last))
    span = Span(start, data.draw(st.integers(start, last)))
    found = boxes(lines, span)
    for line in lines:
        for n in range(line.end - line.start):
            middle = (line.edges[n] + line.edges[n + 1]) / 2
            inside = any(box.left <= middle <= box.right and box.top == line.top for box in found)
            assert inside == (span.start <= line.start + n < span.end)


@given(printed(), st.data())
def test_a_point_on_a_letter_answers_with_the_nearer_of_its_edges(
    lines: tuple[Line, ...], data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from(lines))
    n = data.draw(st.integers(0, line.end - line.start - 1))
    left, right = line.edges[n], line.edges[n + 1]
    down = line.top + 3
    assert offset_at(lines, left + (right - left) * 0.3, down) == line.start + n
    assert offset_at(lines, left + (right - left) * 0.7, down) == line.start + n + 1


def test_a_point_beside_the_words_answers_with_the_nearest_line() -> None:
    lines = (Line(0, 2, 1, 0, 10, (5, 6, 7)), Line(3, 5, 1, 20, 30, (5, 6, 7)))
    assert offset_at(lines, 90, 2) == 2
    assert offset_at(lines, 0, 500) == 3
    assert offset_at((), 1, 1) is None
    assert [first_offset(lines, down) for down in (0, 15, 40)] == [0, 3, None]


def pages(count: int) -> tuple[Page, ...]:
    return tuple(Page(n, n * 10, n * 10 + 9, 500, 700) for n in range(1, count + 1))


@given(st.integers(1, 40), st.floats(0.2, 4), st.integers(0, 40_000))
def test_pages_stand_one_below_the_other(count: int, scale: float, down: int) -> None:
    stack = PageStack(pages(count), scale)
    for one, other in pairwise(stack.sheets):
        assert other.top - one.bottom == GAP
    assert stack.height == stack.sheets[-1].bottom + GAP
    sheet = stack.at(down)
    assert sheet is not None
    assert down < sheet.bottom + GAP or sheet.number == count
    assert sheet.top <= down or sheet.number == 1
    shown = stack.between(down, down + 500)
    assert all(s.top < down + 500 and s.bottom > down for s in shown)


def test_pages_are_fitted_to_the_room_and_grow_by_steps() -> None:
    assert fitted(pages(3), 524).sheets[0].width == 500
    assert fitted(pages(3), 524, 200).sheets[0].width == 1000
    assert fitted(pages(3), 5_000).sheets[0].width < 1_000, "a page is no larger than in the hand"
    assert fitted((), 300).sheets == ()
    assert fitted((Page(1, 0, 0),), 619).sheets[0].height == 842, "A4 where the file says nothing"
    assert [other_size(100, step) for step in (1, -1, 0)] == [125, 75, 100]
    assert (other_size(SIZES[-1], 1), other_size(SIZES[0], -1)) == (SIZES[-1], SIZES[0])


@given(st.text(max_size=200))
def test_folding_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(st.text("abÀé’' -\n", max_size=80), st.text("abÀé’' -", min_size=1, max_size=5))
def test_what_is_found_answers_to_what_was_typed(text: str, typed: str) -> None:
    plain = folded(text)
    wanted = folded(typed).split()
    found = occurrences(plain, typed)
    for span in found:
        assert span.of(plain).split() == wanted or "".join(wanted) in span.of(plain)
    for one, other in pairwise(found):
        assert one.end <= other.start
    if len(wanted) == 1:
        assert len(found) == plain.count(wanted[0])


def test_words_are_found_without_case_accents_or_the_shape_of_quotes() -> None:
    text = "The café’s owner said “No\nmore”. CAFE'S."
    spans = occurrences(folded(text), "cafe's")
    assert [span.of(text) for span in spans] == ["café’s", "CAFE'S"]
    (span,) = occurrences(folded(text), '"no  more')
    assert span.of(text) == "“No\nmore"
    assert occurrences(folded(text), "   ") == ()


def test_the_next_and_the_one_before_go_round() -> None:
    spans = (Span(3, 5), Span(9, 11))
    assert [following(spans, at) for at in (0, 3, 4, 12)] == [0, 0, 1, 0]
    assert [following(spans, at, forwards=False) for at in (12, 9, 2)] == [1, 0, 1]
    assert following((), 4) is None


steps = st.lists(
    st.sampled_from([
        lambda edges: edges.choose(Edge.START),
        lambda edges: edges.choose(Edge.END),
        lambda edges: edges.by_word(1),
        lambda edges: edges.by_word(-1),
        lambda edges: edges.by_sentence(1),
        lambda edges: edges.by_sentence(-1),
    ]),
    max_size=12,
)


@given(steps)
def test_edges_stay_in_their_bounds_and_never_pass_each_other(taken: list[object]) -> None:
    bounds = Span(4, len(WORDS) - 3)
    edges = Edges(WORDS, Span(9, 15), bounds)
    for step in taken:
        assert callable(step)
        edges = step(edges)
        assert bounds.covers(edges.span)
        assert len(edges.span)


def test_edges_move_by_words_and_by_sentences() -> None:
    edges = Edges(WORDS, Span(9, 15), Span(0, len(WORDS)))
    assert edges.span.of(WORDS) == "stayed"
    assert edges.by_word(1).span.of(WORDS) == "stayed in"
    assert edges.by_word(-1).span.of(WORDS) == "stayed", "never empty"
    assert edges.by_sentence(1).span.of(WORDS) == "stayed in a file."
    whole = edges.by_sentence(1).choose(Edge.START).by_sentence(-1)
    assert whole.span.of(WORDS) == "The note stayed in a file."
    assert whole.choose(Edge.END).by_sentence(1).span.of(WORDS).endswith("Nobody read it.")


def test_notes_stand_in_reading_order_and_say_where_they_are(qapp: QApplication) -> None:
    held = invented.passages(10, 1)
    later, earlier = held[4], held[1]
    notes = [
        Note(1, about_passage(later.id), "Later", "QZ", invented.NOON),
        Note(2, about_passage(earlier.id), "Earlier", "QZ", invented.NOON),
        Note(3, about_document(10), "On it all", "QZ", invented.NOON),
    ]
    model = NoteModel()
    model.show(notes, held)
    rows = [model.index(n) for n in range(model.rowCount())]
    assert [row.data() for row in rows] == ["On it all", "Earlier", "Later"]
    assert rows[1].data(PLACE) == "Paragraph 1.1, p. 1"
    assert rows[0].data(SPOKEN) == "Note by QZ, 2 March 2026, The document: On it all"


def test_what_was_chosen_stays_with_a_suggestion_read_again(qapp: QApplication) -> None:
    model = QueueModel(ThemeBook(invented.CODEBOOK))
    given_ = invented.suggestions(10, 1)
    model.show(given_)
    first = given_[0]
    span = Span(first.suggestion.start, first.suggestion.end - 6)
    model.choose(first.id, Choice(ReadsAs.CONTEXT, span, is_key=True))
    for _ in range(2):
        kept = model.kept(0)
        assert kept is not None
        assert kept.suggestion.text == first.suggestion.text[:-6]
        assert model.reading_of(kept) is ReadsAs.CONTEXT
        assert model.choice_of(kept).is_key
        model.show(given_)


@pytest.mark.parametrize("width", [40, 90, 140, 600])
def test_long_names_take_two_lines_and_no_more(appearance: Appearance, width: int) -> None:
    metrics = QFontMetrics(appearance.font(11))
    name = "Learning disability, autism and neurodiversity"
    lines = two_lines(metrics, name, width)
    assert 1 <= len(lines) <= 2
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    if width == 600:
        assert lines == [name]
