"""The words around a table: one wording for the window, the command line, Excel and Word."""

from collections.abc import Sequence

from caseview.counting.caveats import missing_sentence, overlap_sentence
from caseview.counting.halves import ELSEWHERE, REVIEW, parting
from caseview.counting.scales import GROUPS, MENTION_SCALES, THEMES
from caseview.domain.crosstab import (
    COUNTED_READS_AS,
    Axis,
    Cell,
    Counts,
    CrossTab,
    CrossTabSpec,
    Share,
    Unit,
)
from caseview.domain.english import English, run_on
from caseview.domain.english import counted as counted_noun
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Level

SMALL_BASE = 20
TINY_BASE = 10
SMALL_SIGN = "†"

_TITLES = {
    THEMES: English("theme"),
    GROUPS: English("theme group"),
    "reads_as": English("reads as"),
    "role": English("section of the review"),
    "coder": English("coder"),
    "kind": English("review type"),
    "force": English("police force"),
    "harm": English("type of harm"),
    "status": English("status"),
}
_MANY_HEADINGS = {"themes": English("Themes"), "groups": English("Theme groups")}


def number(n: int) -> str:
    """Return a count as printed: "1,204"."""
    return f"{n:,}"


def counted(cell: Cell) -> str:
    """Return a count as printed, or the sign that stands for it where it is hidden."""
    return cell.hidden or number(cell.n)


def base_number(table: CrossTab) -> str:
    """Return the base of a table as printed, or the sign that stands for it."""
    return table.base_hidden or number(table.base)


def several(n: int, singular: str, plural: str = "") -> English:
    """Return a count with its noun: "1 review", "61 reviews"."""
    return counted_noun(n, singular, plural)


def units(n: int, unit: Unit) -> English:
    """Return a number of units: "1 review", "61 documents"."""
    return several(n, unit.one)


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence: "a, b and c"; `last` is "and" or "or"."""
    *first, end = words or ("",)
    if not first:
        return end
    both = English("{0} or {1}") if last == "or" else English("{0} and {1}")
    return English(both.words, run_on(first, ", "), end)


def percent(cell: Cell) -> str:
    """Return the percentage as printed, a whole number: "69%"; "" where there is none."""
    return "" if cell.percent is None else f"{int(cell.percent + 0.5)}%"


def axis_title(name: str) -> str:
    """Return what an axis is called, in lower case: "review type"."""
    if (parts := parting(name)) is not None:
        here = English("this review") if parts.attribute == REVIEW else parts.value
        return English("{0} and {1}", here, parts.labels[ELSEWHERE].lower())
    return _TITLES.get(name) or English(name.replace("_", " "))


def any_row(spec: CrossTabSpec) -> str:
    """Return the label of the row that counts units in any row: "Any theme"."""
    return English("Any {0}", axis_title(spec.rows))


def of_sample(spec: CrossTabSpec) -> bool:
    """Return whether a table counts the reviews or documents themselves, whatever is tagged."""
    axes = {spec.rows, spec.columns}
    return spec.unit.apart and not axes & set(MENTION_SCALES)


def title(spec: CrossTabSpec) -> str:
    """Return the title of a table: "Themes by review type (provisional)"."""
    rows = _MANY_HEADINGS.get(spec.rows) or axis_title(spec.rows).capitalize()
    provisional = spec.counts is Counts.PROVISIONAL and not of_sample(spec)
    mark = English(" (provisional)") if provisional else ""
    return English("{0} by {1}{2}", rows, axis_title(spec.columns), mark)


def base_words(axis: Axis, unit: Unit) -> str:
    """Return the base of a column as printed in its header: "12 reviews †"."""
    if axis.hidden:
        return English("{0} {1}", axis.hidden, unit.words)
    small = f" {SMALL_SIGN}" if 0 < axis.base < SMALL_BASE else ""
    return units(axis.base, unit) + small


def spoken(table: CrossTab, row: int, column: int) -> str:
    """Return a cell for the ear: "Staffing, SAR, 31 of 45 reviews, 69 per cent"."""
    cell, axis = table.cells[row][column], table.columns[column]
    words = English("{0}, {1}, {2} of ", table.rows[row].label, axis.label, number(cell.n))
    share = percent(cell).replace("%", English(" per cent"))
    return words + units(axis.base, table.spec.unit) + (f", {share}" if share else "")


def units_told(table: CrossTab, *, finished: bool = False) -> English:
    """Return the base in words: "12 reviews", or "fewer than 5 finished reviews"."""
    unit, sign = table.spec.unit, table.base_hidden
    if sign:
        many = English("finished {0}", unit.words) if finished else unit.words
        of = English("{0} {1}") if sign[:1] == "<" else English("{0} of {1}")
        return English(of.words, told_sign(sign), many)
    return several(table.base, "finished review") if finished else units(table.base, unit)


def told_sign(sign: str) -> str:
    """Return what stands for a hidden count as words of a sentence."""
    return English("fewer than {0}", sign[1:]) if sign[:1] == "<" else English("a {0} number", sign)


def base_sentence(table: CrossTab) -> str:
    """Return what is counted and left out: without numbers where the base is hidden."""
    spec = table.spec
    the = "" if table.base_hidden else English("the ")
    if spec.counts is Counts.TAGS:
        of = English(" in finished reviews") if spec.unit is not Unit.REVIEWS else ""
        base = units_told(table, finished=spec.unit is Unit.REVIEWS)
        first = English("Counts {0}{1}{2}.", the, base, of)
    else:
        noun = the + units_told(table)
        first = English(
            "Provisional: counts tags and undecided suggestions in {0} with text.", noun
        )
        if not spec.unit.apart:
            first = English("Provisional: counts {0} with a tag or an undecided suggestion.", noun)
        elif of_sample(spec):
            first = English("Counts {0} with text, whatever is tagged in them.", noun)
    named = [
        words if table.base_hidden else English("{0} {1}", number(n), words)
        for n, words in _left_out(table)
        if n
    ]
    return English("{0} Left out: {1}.", first, joined(named)) if named else first


def _left_out(table: CrossTab) -> tuple[tuple[int, str], ...]:
    out, spec = table.left_out, table.spec
    waiting = 0 if of_sample(spec) else out.undecided
    sort = English("undecided") if spec.counts is Counts.TAGS else English("less sure")
    return (
        (out.not_finished, English("not finished")),
        (out.screened_out, English("screened out")),
        (out.no_text, English("without text")),
        (out.filtered, English("outside the filter")),
        (waiting, English("{0} suggestion{1}", sort, "" if waiting == 1 else "s")),
    )


def level_sentence(spec: CrossTabSpec) -> str:
    """Return the sentence on the level of suggestions, "" where it is the usual one."""
    if spec.counts is Counts.TAGS or spec.level is Level.NORMAL:
        return ""
    if spec.level is Level.READING:
        return English("Suggestions at level “reading” count: every suggestion, however unsure.")
    return English("Suggestions at level “sure” count, and no less sure ones.")


def notes(table: CrossTab) -> tuple[str, ...]:
    """Return the notes that belong under a table, after its base sentence."""
    spec = table.spec
    tagged = not of_sample(spec)
    found = [
        level_sentence(spec) if tagged else "",
        by_page_sentence(table),
        English("Filter: {0}.", spec.where) if spec.where else "",
        reading_sentence(spec) if tagged else "",
        share_sentence(table),
        overlap_sentence(table),
        missing_sentence(table),
        English("The base of a percentage is the {0} with any theme.", spec.unit.words)
        if not spec.unit.apart and table.share in {Share.COLUMN, Share.ALL}
        else "",
        small_base_sentence(table.columns, spec.unit),
        small_numbers_sentence(table),
    ]
    return tuple(sentence for sentence in found if sentence)


def by_page_sentence(table: CrossTab) -> str:
    """Return what is counted of pages without words, "" where there are none.

    Without numbers where a count of the table may not be told.
    """
    found, spec = table.by_page, table.spec
    told = not table.small_numbers and not table.base_hidden
    tags = "" if of_sample(spec) or not found.tags else English("Tags on whole pages of scans")
    if tags and told:
        tags = English("{0} on whole pages of scans", several(found.tags, "tag"))
    if tags:
        count = "counts" if told and found.tags == 1 else "count"
        each = English("; in passages, each such page is one") if spec.unit is Unit.PASSAGES else ""
        return English("{0} {1}: these pages have no words{2}.", tags, count, each)
    if found.scans and spec.unit.apart:
        scans = (
            English("{0} without words", several(found.scans, "scan"))
            if told
            else English("Scans without words")
        )
        count = "counts" if told and found.scans == 1 else "count"
        return English("{0} {1}, for a coder went through the pages.", scans, count)
    return ""


def share_sentence(table: CrossTab) -> str:
    """Return what the percentages are of, "" where they are of the columns' bases as usual."""
    if table.share is Share.ROW:
        return English("Percentages are of the row’s total.")
    if table.share is Share.ALL:
        every = "" if table.base_hidden else English("all ")
        return English("Percentages are of {0}{1} counted.", every, units_told(table))
    return ""


def reading_sentence(spec: CrossTabSpec) -> str:
    """Return what is counted by how it reads, and whether restated words are."""
    if spec.reads_as == COUNTED_READS_AS:
        first = English("Mentions that read as context are not counted")
    elif spec.reads_as == frozenset(ReadsAs):
        first = English("Mentions count however they read")
    else:
        kept = [reading.label for reading in ReadsAs if reading in spec.reads_as]
        first = English("Counts only what reads as {0}", joined(kept, "or"))
    if spec.restated:
        return English("{0}; words restated from another document are counted.", first)
    return (
        English("{0}, nor are words restated from another document.", first)
        if first.endswith("not counted")
        else English("{0}; words restated from another document are not counted.", first)
    )


def small_numbers_sentence(table: CrossTab) -> str:
    """Return what is hidden in a table that leaves the desk, "" where nothing may be."""
    under = table.small_numbers
    if not under:
        return ""
    zeros = English(", and counts of none,") if table.zeros_hidden else ""
    return English(
        "Counts under {0}{1} show as “<{2}”, and others as “hidden” where totals "
        "would give them away.",
        under,
        zeros,
        under,
    )


def small_base_sentence(columns: Sequence[Axis], unit: Unit) -> str:
    """Return the warning on small bases, "" where no column's base is small."""
    if any(0 < axis.base < SMALL_BASE for axis in columns):
        return English(
            "{0} Fewer than {1} {2}: treat percentages with care.",
            SMALL_SIGN,
            SMALL_BASE,
            unit.words,
        )
    return ""


def empty_sentence(table: CrossTab) -> str:
    """Return what to say in place of a table with no base, "" for a table with one."""
    waiting = table.left_out.not_finished
    if table.base or table.base_hidden:
        return ""
    if table.spec.counts is Counts.PROVISIONAL:
        return English("No reviews with text match.")
    if waiting:
        are = "is" if waiting == 1 else "are"
        return English(
            "No finished reviews match. {0} {1} still to tag.", several(waiting, "review"), are
        )
    return English("No finished reviews match.")
