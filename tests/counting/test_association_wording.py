"""What tests of association say, in words that claim no more than the tests do."""

from caseview.counting import association
from caseview.counting.association_wording import (
    FEWER,
    MORE,
    association_sentences,
    mark,
    row_tests,
    written_association,
)
from caseview.domain.crosstab import Axis, Cell, CrossTab, CrossTabSpec, LeftOut, Unit


def table(counts: dict[str, tuple[int, int]], spec: CrossTabSpec | None = None) -> CrossTab:
    """Return a table of 40 SARs and 60 DHRs with these counts."""
    return CrossTab(
        spec or CrossTabSpec(),
        tuple(Axis(name, name) for name in counts),
        (Axis("sar", "SAR", 40), Axis("dhr", "DHR", 60)),
        tuple((Cell(a), Cell(b)) for a, b in counts.values()),
        tuple(Cell(a + b) for a, b in counts.values()),
        100,
        LeftOut(),
    )


def test_rows_that_differ_are_named_and_marked_where_they_stand_out() -> None:
    counted = table({"Staffing": (36, 10), "Curiosity": (20, 30), "Never": (0, 0)})
    tests = association.tested(counted)
    said = " ".join(association_sentences(counted, tests))
    assert said.startswith("Differ by review type beyond chance: Staffing (V 0.")
    assert "Curiosity" not in said
    assert "1 of 3 rows: too few to say." in said
    assert [mark(tests[0], column) for column in (0, 1)] == [MORE, FEWER]
    assert [mark(tests[1], column) for column in (0, 1)] == ["", ""]
    assert dict(row_tests(counted))["Never"] == "too few to say"
    assert dict(row_tests(counted))["Staffing"].startswith("chi-square test ")


def test_nothing_is_claimed_where_nothing_differs_or_can_be_told() -> None:
    alike = table({"Curiosity": (20, 30)})
    assert association_sentences(alike, association.tested(alike)) == (
        "None of the themes that could be tested differs by review type beyond chance.",
    )
    none = table({"Never": (0, 0)})
    assert written_association(none) == ("Whether themes differ by review type: too few to say.",)


def test_what_is_not_tested_says_why() -> None:
    passages = table({"Curiosity": (20, 30)}, CrossTabSpec(unit=Unit.PASSAGES))
    [said] = written_association(passages)
    assert said.startswith("Passages are not tested")
