"""The words round a table are the same wherever it is shown."""

from dataclasses import replace

import pytest

from caseview.counting import wording
from caseview.domain.crosstab import (
    NOT_RECORDED,
    Axis,
    Cell,
    Counts,
    CrossTab,
    CrossTabSpec,
    LeftOut,
    Unit,
)
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Level

TAGS = CrossTab(
    spec=CrossTabSpec(counts=Counts.TAGS),
    rows=(Axis("curiosity", "Professional curiosity", 228),),
    columns=(Axis("sar", "SAR", 45), Axis("mappa_scr", "MAPPA SCR", 12)),
    cells=((Cell(31, 68.9), Cell(7, 58.3)),),
    totals=(Cell(132, 57.9),),
    base=228,
    left_out=LeftOut(not_finished=81, screened_out=14, undecided=214),
)


def provisional(**changes: object) -> CrossTab:
    spec = replace(CrossTabSpec(), **changes)  # type: ignore[arg-type]
    return replace(TAGS, spec=spec, base=312, left_out=LeftOut(screened_out=1, no_text=3))


def test_base_of_tags() -> None:
    assert wording.base_sentence(TAGS) == (
        "Counts the 228 finished reviews. "
        "Left out: 81 not finished, 14 screened out and 214 undecided suggestions."
    )


def test_base_of_provisional_counts() -> None:
    assert wording.base_sentence(provisional()) == (
        "Provisional: counts tags and undecided suggestions in the 312 reviews with text. "
        "Left out: 1 screened out and 3 without text."
    )


def test_base_of_passages_names_what_they_carry() -> None:
    assert wording.base_sentence(provisional(unit=Unit.PASSAGES)).startswith(
        "Provisional: counts the 312 passages with a tag or an undecided suggestion."
    )
    documents = replace(TAGS, spec=replace(TAGS.spec, unit=Unit.DOCUMENTS), base=1)
    assert wording.base_sentence(documents).startswith("Counts the 1 document in finished reviews.")


def test_a_table_of_the_reviews_themselves_says_nothing_of_suggestions() -> None:
    table = provisional(rows="kind", columns="year")
    table = replace(table, left_out=replace(table.left_out, undecided=9))
    assert wording.title(table.spec) == "Review type by year"
    assert wording.base_sentence(table) == (
        "Counts the 312 reviews with text, whatever is tagged in them. "
        "Left out: 1 screened out and 3 without text."
    )
    assert not any("context" in note or "suggest" in note for note in wording.notes(table))
    of_passages = provisional(rows="kind", columns="year", unit=Unit.PASSAGES)
    assert wording.title(of_passages.spec).endswith("(provisional)")


def test_nothing_left_out_is_not_mentioned() -> None:
    assert wording.base_sentence(replace(TAGS, left_out=LeftOut())) == (
        "Counts the 228 finished reviews."
    )


def test_notes_say_how_to_read_the_percentages() -> None:
    found = wording.notes(TAGS)
    assert "A review can carry several themes, so columns do not add up to 100%." in found
    assert found[-1] == "† Fewer than 20 reviews: treat percentages with care."


def test_notes_say_what_is_filtered_and_at_which_level() -> None:
    found = wording.notes(provisional(where="kind:sar", level=Level.SURE))
    assert found[0].startswith("Suggestions at level “sure” count")
    assert found[1] == "Filter: kind:sar."
    assert not any("level" in note for note in wording.notes(provisional()))


def test_notes_explain_not_recorded_and_several_values() -> None:
    spec = CrossTabSpec(rows="kind", columns="area", counts=Counts.TAGS)
    columns = (Axis("a", "A", 200), Axis(NOT_RECORDED, "Not recorded", 40))
    found = wording.notes(replace(TAGS, spec=spec, columns=columns))
    assert "A review can stand in several columns; it counts once in the total." in found
    assert any(note.startswith("“Not recorded” means") for note in found)


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        (
            CrossTabSpec(),
            (
                "Mentions that read as context are not counted, "
                "nor are words restated from another document."
            ),
        ),
        (
            CrossTabSpec(reads_as=frozenset({ReadsAs.GAP, ReadsAs.IMPROVED}), restated=True),
            (
                "Counts only what reads as gap or improved since; "
                "words restated from another document are counted."
            ),
        ),
        (
            CrossTabSpec(reads_as=frozenset(ReadsAs)),
            (
                "Mentions count however they read; "
                "words restated from another document are not counted."
            ),
        ),
    ],
)
def test_what_is_counted_by_how_it_reads(spec: CrossTabSpec, words: str) -> None:
    assert wording.reading_sentence(spec) == words


def test_a_cell_is_spoken_with_its_base() -> None:
    assert (
        wording.spoken(TAGS, 0, 0) == "Professional curiosity, SAR, 31 of 45 reviews, 69 per cent"
    )


def test_titles_say_provisional() -> None:
    assert wording.title(TAGS.spec) == "Themes by review type"
    assert wording.title(CrossTabSpec(rows="year", columns="reads_as")) == (
        "Year by reads as (provisional)"
    )


def test_small_bases_carry_their_sign() -> None:
    assert wording.base_words(Axis("a", "A", 12), Unit.REVIEWS) == "12 reviews †"
    assert wording.base_words(Axis("a", "A", 1204), Unit.REVIEWS) == "1,204 reviews"
    assert wording.base_words(Axis("a", "A", 0), Unit.REVIEWS) == "0 reviews"


@pytest.mark.parametrize(
    ("waiting", "words"),
    [
        (61, "No finished reviews match. 61 reviews are still to tag."),
        (1, "No finished reviews match. 1 review is still to tag."),
        (0, "No finished reviews match."),
    ],
)
def test_an_empty_table_says_why(waiting: int, words: str) -> None:
    empty = replace(TAGS, base=0, left_out=LeftOut(not_finished=waiting))
    assert wording.empty_sentence(empty) == words


def test_a_table_with_a_base_is_not_empty() -> None:
    assert not wording.empty_sentence(TAGS)
    assert wording.empty_sentence(replace(provisional(), base=0)) == "No reviews with text match."


def test_halves_round_up() -> None:
    assert [wording.percent(Cell(1, value)) for value in (12.5, 0.49, 100.0)] == [
        "13%",
        "0%",
        "100%",
    ]


def test_words_join_as_a_list() -> None:
    assert [wording.joined(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
