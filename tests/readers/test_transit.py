"""What a child sends arrives as it was, and nothing else is made from it."""

import os
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from caseview.domain.description import Description, KindGuess, ReadDocument, Refused
from caseview.domain.document import DocumentText, Form, Kind, Line, Page, Paragraph
from caseview.domain.section import SectionRole
from caseview.readers.transit import TransitError, pack, unpack

LINES = st.builds(
    Line,
    st.integers(0, 9_000),
    st.integers(0, 9_000),
    st.integers(1, 900),
    st.floats(0, 900),
    st.floats(0, 900),
    st.lists(st.floats(0, 600), max_size=5).map(tuple),
)


def document(lines: tuple[Line, ...] = ()) -> ReadDocument:
    text = DocumentText("words", (Paragraph(0, 5, 1, 1),), (Page(1, 0, 5),), lines)
    return ReadDocument("a.pdf", "00", text, Description(KindGuess(Kind.SAR, Form.LETTER)))


@given(st.lists(LINES, max_size=6).map(tuple))
def test_a_document_arrives_with_every_edge(lines: tuple[Line, ...]) -> None:
    assert unpack(pack(document(lines))) == document(lines)


def test_a_refusal_and_plain_values_arrive() -> None:
    assert unpack(pack(Refused("a", "b", "c"))) == Refused("a", "b", "c")
    assert unpack(pack(("pages", 3))) == ("pages", 3)


def test_lines_travel_much_smaller_than_as_objects() -> None:
    lines = tuple(
        Line(n, n + 80, 1, 1.0, 2.0, tuple(float(e) for e in range(81))) for n in range(500)
    )
    assert len(pack(document(lines))) < 0.95 * len(pickle.dumps(document(lines)))


class Trap:
    @override
    def __reduce__(self) -> tuple[object, ...]:
        return os.getcwd, ()


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps((Trap(), None)),
        pickle.dumps((os.path.join, None)),
        b"not a pickle",
        b"",
        pickle.dumps(("short",)),
        pickle.dumps((("pages", 3), (b"x",))),
    ],
)
def test_nothing_else_is_made_from_what_a_child_sends(data: bytes) -> None:
    with pytest.raises(TransitError):
        unpack(data)


def test_kinds_and_roles_travel_without_a_call_of_getattr() -> None:
    # Python 3.11.2 (Debian 12) would send an enumeration's member as such a call.
    for member in (Kind.PFD, Form.RESPONSE, SectionRole.CONCERNS):
        data = pack(("pages", member))
        assert b"getattr" not in data
        assert unpack(data) == ("pages", member)
