"""What is kept in compact form comes back as it was, as finely as it is said to."""

import random

from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.document import Line
from caseview.store import packing

POINTS = st.integers(-200_000, 200_000).map(lambda parts: parts / 100)


@st.composite
def lines(draw: st.DrawFn) -> tuple[Line, ...]:
    made = []
    for _ in range(draw(st.integers(0, 5))):
        start, count = draw(st.integers(0, 2_000_000)), draw(st.integers(0, 30))
        edges = draw(st.lists(POINTS, min_size=count + 1, max_size=count + 1))
        made.append(Line(start, start + count, 7, draw(POINTS), draw(POINTS), tuple(edges)))
    return tuple(made)


@given(lines())
def test_lines_come_back_to_a_hundredth_of_a_point(made: tuple[Line, ...]) -> None:
    assert packing.unpack_lines(packing.pack_lines(made), 7) == made


def test_a_page_of_lines_is_kept_in_less_than_its_numbers_would_take() -> None:
    chance = random.Random(4)  # noqa: S311 - invented type, not a secret
    widths = {letter: chance.uniform(2.5, 8.5) for letter in "abcdefghijklmnopqrstuvwxyz"}
    made, start = [], 0
    for row in range(45):
        edges = [72.0]
        for letter in chance.choices("eeetaoinshrdlu" + "".join(widths), k=90):
            edges.append(edges[-1] + widths[letter])
        made.append(Line(start, start + 90, 1, row * 14.0, row * 14.0 + 11, tuple(edges)))
        start += 91
    kept = packing.pack_lines(made)
    assert kept is not None
    assert len(kept) < sum(len(line.edges) for line in made) * 4 / 2
    back = packing.unpack_lines(kept, 1)
    worst = max(
        abs(one - other)
        for line, again in zip(made, back, strict=True)
        for one, other in zip(line.edges, again.edges, strict=True)
    )
    assert worst <= 0.0051


@given(
    st.lists(
        st.tuples(
            st.integers(0, 2**31 - 1),
            st.integers(0, 2**31 - 1),
            st.integers(0, 10_000).map(lambda parts: parts / 10_000),
        )
    ).map(tuple)
)
def test_word_confidence_comes_back(words: tuple[tuple[int, int, float], ...]) -> None:
    assert packing.unpack_confidence(packing.pack_confidence(words)) == words


@given(st.binary(max_size=2_000) | st.binary(max_size=20).map(lambda some: some * 5_000))
def test_bytes_come_back_whatever_they_are(content: bytes) -> None:
    kept, packed = packing.pack_bytes(content)
    assert packing.unpack_bytes(kept, packed=packed) == content
    assert len(kept) <= len(content)


def test_only_what_shrinks_is_compressed() -> None:
    text = b"The practitioners did not see the child. " * 3_000
    assert packing.pack_bytes(text)[1]
    assert not packing.pack_bytes(random.Random(1).randbytes(100_000))[1]  # noqa: S311 - as above
    assert packing.pack_bytes(b"") == (b"", False)


@given(st.lists(st.text()).map(tuple))
def test_lists_of_texts_come_back(words: tuple[str, ...]) -> None:
    assert packing.unpack_words(packing.pack_words(words)) == words
