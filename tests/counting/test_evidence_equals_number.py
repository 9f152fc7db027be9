"""Every number of a table equals the evidence behind it, whatever is counted."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseview.counting.sections import section_id
from caseview.counting.tally import Tally
from caseview.domain.crosstab import CellAddress, Counts, CrossTabSpec, Mention, Unit
from caseview.domain.document import Form, Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review, Status
from caseview.domain.suggestion import Level

REVIEWS = range(1, 6)
MENTION_AXES = ["themes", "groups", "reads_as", "role", "coder"]
ATTRIBUTES = ["kind", "form", "year", "area"]
UNIT: dict[Unit, Callable[[Mention], int]] = {
    Unit.REVIEWS: lambda m: m.review_id,
    Unit.DOCUMENTS: lambda m: m.document_id,
    Unit.SECTIONS: lambda m: section_id(m.document_id, m.role),
    Unit.PASSAGES: lambda m: m.passage_id,
}

specs = st.builds(
    CrossTabSpec,
    rows=st.sampled_from(MENTION_AXES + ATTRIBUTES),
    columns=st.sampled_from(MENTION_AXES + ATTRIBUTES),
    unit=st.sampled_from(Unit),
    counts=st.sampled_from(Counts),
    level=st.sampled_from(Level),
    reads_as=st.frozensets(st.sampled_from(ReadsAs)),
    restated=st.booleans(),
)
shapes = st.lists(
    st.tuples(
        st.sampled_from([Kind.SAR, Kind.DHR, Kind.PFD]),
        st.sampled_from([Status.FINISHED, Status.TAGGING, Status.SCREENED_OUT]),
        st.sampled_from([
            (Form.FULL_REPORT,),
            (Form.FULL_REPORT, Form.BRIEFING),
            (Form.BRIEFING,),
            (Form.FULL_REPORT, Form.EXECUTIVE_SUMMARY),
        ]),
    ),
    min_size=len(REVIEWS),
    max_size=len(REVIEWS),
)
values = st.dictionaries(
    st.sampled_from(REVIEWS),
    st.lists(st.sampled_from(["a", "b", "c"]), unique=True, max_size=2).map(tuple),
)
attributes = st.fixed_dictionaries({"year": values, "area": values})
Shapes = list[tuple[Kind, Status, tuple[Form, ...]]]
Make = Callable[..., Tally]
MakeReview = Callable[..., Review]


@st.composite
def some_mentions(draw: st.DrawFn) -> tuple[Mention, ...]:
    found = []
    for id_ in range(draw(st.integers(0, 25))):
        review = draw(st.sampled_from(REVIEWS))
        document = review * 10 + draw(st.integers(0, 1))
        on_page = draw(st.integers(0, 3)) == 0  # a tag on a whole page, which has no passage
        place = document * 10 + draw(st.integers(0, 2))
        found.append(
            Mention(
                id=id_,
                suggested=not on_page and draw(st.booleans()),
                review_id=review,
                document_id=document,
                passage_id=-place if on_page else place,
                theme=draw(st.sampled_from(["staffing", "curiosity", "risk", "praised", "lost"])),
                reads_as=draw(st.sampled_from(ReadsAs)),
                restated=draw(st.booleans()),
                role=draw(st.sampled_from(["", "analysis", "findings"])),
                coder=draw(st.sampled_from(["JB", "SO", ""])),
                confidence=draw(st.sampled_from([0.2, 0.5, 0.75, 1.0])),
            )
        )
    return tuple(found)


@st.composite
def tallies(draw: st.DrawFn) -> Callable[[Make, MakeReview], Tally]:
    shape, mentions, known = draw(shapes), draw(some_mentions()), draw(attributes)
    spec, selected = draw(specs), draw(st.none() | st.frozensets(st.sampled_from(REVIEWS)))

    def make(tally: Make, a_review: MakeReview) -> Tally:
        reviews = tuple(
            a_review(id_, kind, status, forms)
            for id_, (kind, status, forms) in zip(REVIEWS, shape, strict=True)
        )
        return tally(spec, reviews, mentions, known, selected)

    return make


@given(made=tallies())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_evidence_of_every_cell_and_total_is_its_number(
    tally: Make, a_review: MakeReview, made: Callable[[Make, MakeReview], Tally]
) -> None:
    counted = made(tally, a_review)
    spec = counted.spec
    table = counted.table()
    shown = {
        CellAddress(row.id, column.id): table.cells[i][j]
        for i, row in enumerate(table.rows)
        for j, column in enumerate(table.columns)
    }
    shown |= {CellAddress(r.id, None): c for r, c in zip(table.rows, table.totals, strict=True)}
    shown |= {
        CellAddress(None, c.id): cell
        for c, cell in zip(table.columns, table.column_totals, strict=True)
    }
    shown[CellAddress(None, None)] = table.total
    sample = {spec.rows, spec.columns} <= set(ATTRIBUTES) and spec.unit is not Unit.PASSAGES
    for address, cell in shown.items():
        behind = {UNIT[spec.unit](m) for m in counted.evidence(address)}
        assert len(counted.units(address)) == cell.n
        assert sample or len(behind) == cell.n
        if not any(one < 0 for one in behind):  # a whole page counts under another number
            assert behind <= counted.units(address)
        assert cell.percent is None or 0 <= cell.percent <= 100
    for i, row in enumerate(table.rows):
        cells = [cell.n for cell in table.cells[i]]
        assert max(cells, default=0) <= table.totals[i].n <= max(sum(cells), 0), row


@given(made=tallies())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_counted_and_what_is_left_out_make_up_every_review(
    tally: Make, a_review: MakeReview, made: Callable[[Make, MakeReview], Tally]
) -> None:
    counted = made(tally, a_review)
    out = counted.table().left_out
    left = out.not_finished + out.screened_out + out.no_text + out.filtered
    assert left + len(counted.population.reviews) == len(REVIEWS)
