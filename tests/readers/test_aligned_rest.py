"""Whatever stands on a page, looking for tables loses no word and reads none twice."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.readers.aligned_tables import AlignedTables
from caseview.readers.strips import TAB, Rules, Strip

HEADS = ["No.", "Recommendation", "Lead agency", "By when", "Action"]
LEFTS = (50, 90, 200, 330, 440)


def strip(words: str, left: float, top: float, *, bold: bool) -> Strip:
    """Return words of ten points as a strip."""
    lefts = [left + 5.0 * at for at in range(len(words))]
    return Strip(words, lefts, lefts[-1] + 5.0, top, top + 10, 10.0, 1, bold=bold)


words = st.sampled_from([*HEADS, "1", "2.", "•", "Police", "ask them", f"1.{TAB}Told", "May 2021"])
placed = st.tuples(
    words,
    st.sampled_from(LEFTS),
    st.integers(0, 40).map(lambda line: 80.0 + 6.0 * line),
    st.booleans(),
)
pages = st.lists(st.lists(placed, max_size=40), min_size=1, max_size=3)


@given(pages)
def test_every_word_is_either_in_a_table_or_left_for_the_text(
    sheets: list[list[tuple[str, int, float, bool]]],
) -> None:
    tables = AlignedTables()
    for sheet in sheets:
        strips = [
            strip(f"{said}{' ' * (said in HEADS)}{number:03}", left, top, bold=bold)
            for number, (said, left, top, bold) in enumerate(sheet)
        ]
        rest, rows = tables.part(strips, Rules())
        held = [s for row in rows for cell in row.cells for s in cell.strips]
        found = [part for s in [*rest, *held] for part in s.text.split(TAB)]
        assert sorted(found) == sorted(part for s in strips for part in s.text.split(TAB))
        assert all(len(s.lefts) == len(s.text) for s in held)
        assert all(0 <= row.first <= len(rest) for row in rows)
