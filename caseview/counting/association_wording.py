"""The words on tests of association: which rows differ by column, and where nobody can say."""

from collections.abc import Sequence

from caseview.counting.association import Association, tested
from caseview.counting.scales import GROUPS, MENTION_SCALES, THEMES
from caseview.counting.wording import axis_title, joined, number
from caseview.domain.crosstab import CrossTab
from caseview.domain.english import English

CHANCE = 0.05
"""A row differs between the columns when its corrected probability is under this."""
STANDS_OUT = 2.0
"""An adjusted residual beyond this either way stands out (Haberman, 1973)."""
MORE, FEWER = "▲", "▼"
TOO_FEW = English("too few to say")
_MOST_NAMED = 5
_METHODS = {"chi-square": English("chi-square test"), "fisher": English("Fisher’s exact test")}


def differs(found: Association) -> bool:
    """Return whether a row differs between the columns after the correction for many tests."""
    return found.p_holm is not None and found.p_holm < CHANCE


def mark(found: Association, column: int) -> str:
    """Return the sign of a cell that stands out in a row that differs, "" for any other."""
    if not differs(found) or abs(found.residuals[column]) <= STANDS_OUT:
        return ""
    return MORE if found.residuals[column] > 0 else FEWER


def mark_words(sign: str) -> str:
    """Return a sign in words, for the ear; "" for none."""
    return {
        MORE: English("more than in the other columns"),
        FEWER: English("fewer than in the other columns"),
    }.get(sign, "")


def association_sentences(table: CrossTab, tests: Sequence[Association]) -> tuple[str, ...]:
    """Return what the tests of a table's rows say, in a few plain sentences.

    `tests` are those of `counting.association.tested`. () where the table has nothing to test.
    """
    if not table.base or len(table.columns) < 2:  # noqa: PLR2004 - nothing to compare
        return ()
    if not tests:
        return _untested(table)
    many, what = _rows_of(table), axis_title(table.spec.columns)
    labels = {axis.id: axis.label for axis in table.rows}
    told = [one for one in tests if one.method]
    few = len(tests) - len(told)
    if not told:
        return (English("Whether {0} differ by {1}: {2}.", many, what, TOO_FEW),)
    found = sorted((one for one in told if differs(one)), key=lambda one: -(one.v or 0.0))
    named = [f"{labels[one.row]} (V {one.v:.2f})" for one in found[:_MOST_NAMED]]
    rest = (
        [English("{0} more", number(len(found) - _MOST_NAMED))] if len(found) > _MOST_NAMED else []
    )
    first = English("Differ by {0} beyond chance: {1}.", what, joined([*named, *rest]))
    if not found:
        first = English(
            "None of the {0} that could be tested differs by {1} beyond chance.", many, what
        )
    return tuple(
        filter(
            None,
            (
                first,
                English("{0} {1} mark where they stand out.", MORE, FEWER) if found else "",
                English("{0} of {1} rows: {2}.", number(few), number(len(tests)), TOO_FEW)
                if few
                else "",
            ),
        )
    )


def association_method(tests: Sequence[Association]) -> str:
    """Return how the rows were tested, "" where none was."""
    if not any(one.method for one in tests):
        return ""
    return English(
        "Each row was tested over the columns: by chi-square, or by Fisher’s exact test for two "
        "columns with an expected count under 5. Probabilities are corrected for the number of "
        "rows tested (Holm, 1979); under {0} a row differs. V is Cramér’s. {1} and "
        "{2} mark adjusted residuals beyond {3} (Haberman, 1973) in rows that "
        "differ. The reviews are not a random sample: a test says how a pattern compares with "
        "chance, not why it is there.",
        CHANCE,
        MORE,
        FEWER,
        f"{STANDS_OUT:.0f}",
    )


def row_tests(table: CrossTab) -> tuple[tuple[str, str], ...]:
    """Return each row that was tested as its label and the test in words."""
    labels = {axis.id: axis.label for axis in table.rows}
    return tuple((labels[one.row], tested_words(one)) for one in tested(table))


def tested_words(found: Association) -> str:
    """Return a test in words: "chi-square test 12.31, 4 degrees of freedom, p 0.015, ..."."""
    if not found.method or found.p is None or found.p_holm is None or found.v is None:
        return TOO_FEW
    said = _METHODS[found.method]
    if found.statistic is not None:
        said += English(" {0}, {1} degrees of freedom", f"{found.statistic:.2f}", found.freedom)
    both = English("p {0}, corrected {1}", _probability(found.p), _probability(found.p_holm))
    return f"{said}, {both}, V {found.v:.2f}"


def written_association(table: CrossTab) -> tuple[str, ...]:
    """Return the sentences on association that go under a table wherever it is written."""
    tests = tested(table)
    return tuple(filter(None, (*association_sentences(table, tests), association_method(tests))))


def _probability(p: float) -> str:
    """Return a probability to three places; one so small that it would read 0.000 is "under"."""
    return English("under 0.001") if p < 0.001 else f"{p:.3f}"  # noqa: PLR2004 - the least shown


def _rows_of(table: CrossTab) -> str:
    return {THEMES: "themes", GROUPS: English("theme groups")}.get(table.spec.rows, "rows")


def _untested(table: CrossTab) -> tuple[str, ...]:
    if table.small_numbers:
        return (English("No test of association is told where small numbers are hidden."),)
    if not table.spec.unit.apart:
        many = table.spec.unit.words.capitalize()
        return (
            English("{0} are not tested for association: those of one review go together.", many),
        )
    if table.spec.columns in MENTION_SCALES:
        return ()
    one = table.spec.unit.one
    return (English("Not tested for association: a {0} can stand in several columns.", one),)
