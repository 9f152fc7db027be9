"""Tables count what they say they count."""

from collections.abc import Callable

from caseview.counting.tally import Tally
from caseview.domain.crosstab import (
    NOT_RECORDED,
    CellAddress,
    Counts,
    CrossTab,
    CrossTabSpec,
    Mention,
    Unit,
)
from caseview.domain.document import Form, Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review, Status
from caseview.domain.suggestion import Level

Make = Callable[..., Tally]
MakeReview = Callable[..., Review]
MakeMention = Callable[..., Mention]
TAGS = CrossTabSpec(counts=Counts.TAGS)
PROVISIONAL = CrossTabSpec()


def numbers(table: CrossTab) -> dict[tuple[str, str], int]:
    return {
        (row.id, column.id): table.cells[i][j].n
        for i, row in enumerate(table.rows)
        for j, column in enumerate(table.columns)
    }


def test_a_theme_mentioned_nine_times_in_a_review_counts_once(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    mentions = tuple(a_mention(i, 1, "staffing", passage_id=i) for i in range(9))
    table = tally(TAGS, (a_review(1), a_review(2)), mentions).table()
    assert numbers(table)["staffing", "sar"] == 1
    assert table.cells[2][0].percent == 50


def test_rows_stand_in_codebook_order_by_group_and_markers_last(
    tally: Make, a_review: MakeReview
) -> None:
    rows = tally(TAGS, (a_review(1),), ()).table().rows
    assert [row.id for row in rows] == ["curiosity", "risk", "staffing", "praised"]
    assert [row.group for row in rows] == [
        "Practice and judgement",
        "Practice and judgement",
        "Organisation and workforce",
        "",
    ]


def test_a_retired_theme_stands_in_the_table_only_while_it_is_tagged(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    table = tally(TAGS, (a_review(1),), (a_mention(1, 1, "old"), a_mention(2, 1, "lost"))).table()
    assert "old" in {row.id for row in table.rows}
    assert table.rows[-1].id == "lost"


def test_kinds_stand_in_their_usual_order(tally: Make, a_review: MakeReview) -> None:
    reviews = (a_review(1, Kind.DHR), a_review(2, Kind.SAR), a_review(3, Kind.PFD))
    columns = tally(TAGS, reviews, ()).table().columns
    assert [(axis.label, axis.base) for axis in columns] == [("PFD", 1), ("SAR", 1), ("DHR", 1)]


def test_tags_count_finished_reviews_and_name_the_rest(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    reviews = (
        a_review(1),
        a_review(2, status=Status.TAGGING),
        a_review(3, status=Status.SCREENED_OUT),
        a_review(4, status=Status.NO_TEXT, words=0),
        a_review(5),
    )
    mentions = (
        a_mention(1, 1, "staffing"),
        a_mention(2, 2, "staffing"),
        a_mention(3, 1, "risk", suggested=True, confidence=Level.NORMAL.least),
        a_mention(4, 1, "risk", suggested=True, confidence=Level.NORMAL.least - 0.1),
    )
    table = tally(TAGS, reviews, mentions, selected=frozenset({1, 2, 3, 4})).table()
    out = table.left_out
    assert table.base == 1
    assert (out.not_finished, out.screened_out, out.no_text, out.filtered) == (1, 1, 1, 1)
    assert out.undecided == 1
    assert numbers(table)["risk", "sar"] == 0


def test_provisional_counts_take_undecided_suggestions_at_the_level_and_above(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    reviews = (a_review(1, status=Status.TO_TAG), a_review(2, status=Status.TAGGING))
    mentions = (
        a_mention(1, 1, "risk", suggested=True, confidence=Level.NORMAL.least),
        a_mention(2, 2, "risk", suggested=True, confidence=Level.NORMAL.least - 0.1),
        a_mention(3, 2, "staffing"),
    )
    table = tally(PROVISIONAL, reviews, mentions).table()
    assert (numbers(table)["risk", "sar"], table.base, table.left_out.undecided) == (1, 2, 1)
    sure = CrossTabSpec(level=Level.SURE)
    assert numbers(tally(sure, reviews, mentions).table())["risk", "sar"] == 0


def test_context_and_restated_words_are_left_out_unless_asked_for(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    mentions = (
        a_mention(1, 1, "risk", reads_as=ReadsAs.CONTEXT),
        a_mention(2, 1, "staffing", restated=True),
    )
    reviews = (a_review(1),)
    assert tally(TAGS, reviews, mentions).table().total.n == 0
    asked = CrossTabSpec(counts=Counts.TAGS, reads_as=frozenset(ReadsAs), restated=True)
    assert tally(asked, reviews, mentions).table().total.n == 1


def test_a_briefing_counts_only_where_it_is_all_there_is(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    both = a_review(1, forms=(Form.FULL_REPORT, Form.BRIEFING))
    alone = a_review(2, forms=(Form.BRIEFING,))
    mentions = (a_mention(1, 1, "risk", document_id=11), a_mention(2, 2, "risk"))
    table = tally(TAGS, (both, alone), mentions).table()
    assert numbers(table)["risk", "sar"] == 1


def test_a_review_in_two_columns_counts_in_both_and_once_in_the_total(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    spec = CrossTabSpec(columns="area", counts=Counts.TAGS)
    areas = {"area": {1: ("Northmoor", "Eastvale")}}
    table = tally(spec, (a_review(1), a_review(2)), (a_mention(1, 1, "risk"),), areas).table()
    assert [axis.label for axis in table.columns] == ["Eastvale", "Northmoor", "Not recorded"]
    assert [axis.base for axis in table.columns] == [1, 1, 1]
    row = [axis.id for axis in table.rows].index("risk")
    assert [cell.n for cell in table.cells[row]] == [1, 1, 0]
    assert table.totals[row].n == 1
    assert table.base == 2


def test_a_missing_value_is_not_recorded_and_never_a_zero(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    spec = CrossTabSpec(columns="year", counts=Counts.TAGS)
    years = {"year": {1: ("2021",), 2: ("2019",)}}
    reviews = (a_review(1), a_review(2), a_review(3))
    table = tally(spec, reviews, (a_mention(1, 3, "risk"),), years).table()
    assert [axis.id for axis in table.columns] == ["2019", "2021", NOT_RECORDED]
    assert numbers(table)["risk", NOT_RECORDED] == 1


def test_the_form_is_the_documents_own(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    spec = CrossTabSpec(columns="form", counts=Counts.TAGS)
    review = a_review(1, forms=(Form.FULL_REPORT, Form.EXECUTIVE_SUMMARY))
    table = tally(spec, (review,), (a_mention(1, 1, "risk", document_id=11),)).table()
    assert numbers(table)["risk", "full_report"] == 0
    assert numbers(table)["risk", "executive_summary"] == 1


def test_two_attributes_make_the_table_of_the_sample(tally: Make, a_review: MakeReview) -> None:
    spec = CrossTabSpec(rows="kind", columns="year", counts=Counts.TAGS)
    reviews = (a_review(1), a_review(2), a_review(3, Kind.DHR))
    years = {"year": {1: ("2021",), 2: ("2021",), 3: ("2022",)}}
    table = tally(spec, reviews, (), years).table()
    assert numbers(table)["sar", "2021"] == 2
    assert numbers(table)["dhr", "2021"] == 0
    assert [axis.base for axis in table.rows] == [2, 1]


def test_two_themes_stand_together_in_a_review_even_in_two_passages(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    spec = CrossTabSpec(rows="themes", columns="themes", counts=Counts.TAGS)
    mentions = (a_mention(1, 1, "risk"), a_mention(2, 1, "staffing", passage_id=7))
    counted = tally(spec, (a_review(1), a_review(2)), mentions)
    table = counted.table()
    assert numbers(table)["risk", "staffing"] == 1
    assert [axis.base for axis in table.columns] == [0, 1, 1, 0]
    assert len(counted.evidence(CellAddress("risk", "staffing"))) == 2


def test_passages_are_counted_over_the_passages_with_any_theme(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    spec = CrossTabSpec(columns="reads_as", unit=Unit.PASSAGES, counts=Counts.TAGS)
    mentions = (
        a_mention(1, 1, "risk", passage_id=5),
        a_mention(2, 1, "risk", passage_id=5),
        a_mention(3, 1, "staffing", passage_id=6, reads_as=ReadsAs.GOOD_PRACTICE),
    )
    table = tally(spec, (a_review(1),), mentions).table()
    assert numbers(table)["risk", "gap"] == 1
    assert table.base == 2
    assert table.totals[1].low is None


def test_groups_count_a_review_once_for_two_of_their_themes(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    spec = CrossTabSpec(rows="groups", counts=Counts.TAGS)
    mentions = (a_mention(1, 1, "risk"), a_mention(2, 1, "curiosity"), a_mention(3, 2, "praised"))
    counted = tally(spec, (a_review(1), a_review(2)), mentions)
    table = counted.table()
    assert numbers(table)["practice", "sar"] == 1
    assert table.total.n == 1
    assert {m.id for m in counted.evidence(CellAddress(None, None))} == {1, 2}


def test_coders_stand_beside_what_is_only_suggested(
    tally: Make, a_review: MakeReview, a_mention: MakeMention
) -> None:
    mentions = (
        a_mention(1, 1, "risk", coder="SO"),
        a_mention(2, 1, "risk"),
        a_mention(3, 1, "risk", suggested=True, coder=""),
    )
    table = tally(CrossTabSpec(columns="coder"), (a_review(1),), mentions).table()
    assert [axis.label for axis in table.columns] == ["JB", "SO", "Suggested, undecided"]
