"""The words around a table: one wording for the window, the command line, Excel and Word."""

from collections.abc import Sequence

from caseview.counting.halves import ELSEWHERE, REVIEW, parting
from caseview.counting.scales import GROUPS, MENTION_SCALES, THEMES
from caseview.domain.crosstab import (
    COUNTED_READS_AS,
    NOT_RECORDED,
    Axis,
    Cell,
    Counts,
    CrossTab,
    CrossTabSpec,
    Share,
    Unit,
)
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Level

SMALL_BASE = 20
TINY_BASE = 10
SMALL_SIGN = "†"

_TITLES = {
    THEMES: "theme",
    GROUPS: "theme group",
    "reads_as": "reads as",
    "role": "section of the review",
    "coder": "coder",
    "kind": "review type",
    "force": "police force",
    "harm": "type of harm",
    "status": "status",
}
_MANY_HEADINGS = {"themes": "Themes", "groups": "Theme groups"}


def number(n: int) -> str:
    """Return a count as printed: "1,204"."""
    return f"{n:,}"


def counted(cell: Cell) -> str:
    """Return a count as printed, or the sign that stands for it where it is hidden."""
    return cell.hidden or number(cell.n)


def base_number(table: CrossTab) -> str:
    """Return the base of a table as printed, or the sign that stands for it."""
    return table.base_hidden or number(table.base)


def several(n: int, singular: str, plural: str = "") -> str:
    """Return a count with its noun: "1 review", "61 reviews"."""
    return f"{number(n)} {singular if n == 1 else plural or singular + 's'}"


def units(n: int, unit: Unit) -> str:
    """Return a number of units: "1 review", "61 documents"."""
    return several(n, unit.value.removesuffix("s"))


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    *first, end = words or ("",)
    return f"{', '.join(first)} {last} {end}" if first else end


def percent(cell: Cell) -> str:
    """Return the percentage as printed, a whole number: "69%"; "" where there is none."""
    return "" if cell.percent is None else f"{int(cell.percent + 0.5)}%"


def axis_title(name: str) -> str:
    """Return what an axis is called, in lower case: "review type"."""
    if (parts := parting(name)) is not None:
        here = "this review" if parts.attribute == REVIEW else parts.value
        return f"{here} and {parts.labels[ELSEWHERE].lower()}"
    return _TITLES.get(name, name.replace("_", " "))


def any_row(spec: CrossTabSpec) -> str:
    """Return the label of the row that counts units in any row: "Any theme"."""
    return f"Any {axis_title(spec.rows)}"


def of_sample(spec: CrossTabSpec) -> bool:
    """Return whether a table counts the reviews or documents themselves, whatever is tagged."""
    axes = {spec.rows, spec.columns}
    return spec.unit.apart and not axes & set(MENTION_SCALES)


def title(spec: CrossTabSpec) -> str:
    """Return the title of a table: "Themes by review type (provisional)"."""
    rows = _MANY_HEADINGS.get(spec.rows) or axis_title(spec.rows).capitalize()
    provisional = spec.counts is Counts.PROVISIONAL and not of_sample(spec)
    mark = " (provisional)" if provisional else ""
    return f"{rows} by {axis_title(spec.columns)}{mark}"


def base_words(axis: Axis, unit: Unit) -> str:
    """Return the base of a column as printed in its header: "12 reviews †"."""
    if axis.hidden:
        return f"{axis.hidden} {unit.value}"
    small = f" {SMALL_SIGN}" if 0 < axis.base < SMALL_BASE else ""
    return f"{units(axis.base, unit)}{small}"


def spoken(table: CrossTab, row: int, column: int) -> str:
    """Return a cell for the ear: "Staffing, SAR, 31 of 45 reviews, 69 per cent"."""
    cell, axis = table.cells[row][column], table.columns[column]
    words = f"{table.rows[row].label}, {axis.label}, {number(cell.n)} of "
    share = percent(cell).replace("%", " per cent")
    return words + units(axis.base, table.spec.unit) + (f", {share}" if share else "")


def units_told(table: CrossTab, before: str = "") -> str:
    """Return the base in words: "12 reviews", with `before` "fewer than 5 finished reviews"."""
    many = f"{before}{table.spec.unit.value}"
    if table.base_hidden:
        return f"{told_sign(table.base_hidden)} {'of ' * (table.base_hidden[:1] != '<')}{many}"
    return several(table.base, many.removesuffix("s"))


def told_sign(sign: str) -> str:
    """Return what stands for a hidden count as words of a sentence."""
    return f"fewer than {sign[1:]}" if sign[:1] == "<" else f"a {sign} number"


def base_sentence(table: CrossTab) -> str:
    """Return what is counted and left out: without numbers where the base is hidden."""
    spec = table.spec
    the = "" if table.base_hidden else "the "
    if spec.counts is Counts.TAGS:
        of = " in finished reviews" if spec.unit is not Unit.REVIEWS else ""
        finished = "finished " if spec.unit is Unit.REVIEWS else ""
        first = f"Counts {the}{units_told(table, finished)}{of}."
    else:
        noun = f"{the}{units_told(table)}"
        first = f"Provisional: counts tags and undecided suggestions in {noun} with text."
        if not spec.unit.apart:
            first = f"Provisional: counts {noun} with a tag or an undecided suggestion."
        elif of_sample(spec):
            first = f"Counts {noun} with text, whatever is tagged in them."
    named = [
        words if table.base_hidden else f"{number(n)} {words}" for n, words in _left_out(table) if n
    ]
    return f"{first} Left out: {joined(named)}." if named else first


def _left_out(table: CrossTab) -> tuple[tuple[int, str], ...]:
    out, spec = table.left_out, table.spec
    waiting = 0 if of_sample(spec) else out.undecided
    sort = "undecided" if spec.counts is Counts.TAGS else "less sure"
    return (
        (out.not_finished, "not finished"),
        (out.screened_out, "screened out"),
        (out.no_text, "without text"),
        (out.filtered, "outside the filter"),
        (waiting, f"{sort} suggestion{'' if waiting == 1 else 's'}"),
    )


def level_sentence(spec: CrossTabSpec) -> str:
    """Return the sentence on the level of suggestions, "" where it is the usual one."""
    if spec.counts is Counts.TAGS or spec.level is Level.NORMAL:
        return ""
    if spec.level is Level.READING:
        return "Suggestions at level “reading” count: every suggestion, however unsure."
    return "Suggestions at level “sure” count, and no less sure ones."


def notes(table: CrossTab) -> tuple[str, ...]:
    """Return the notes that belong under a table, after its base sentence."""
    spec = table.spec
    tagged = not of_sample(spec)
    found = [
        level_sentence(spec) if tagged else "",
        f"Filter: {spec.where}." if spec.where else "",
        reading_sentence(spec) if tagged else "",
        share_sentence(table),
        _overlap(table),
        _missing(table),
        f"The base of a percentage is the {spec.unit.value} with any theme."
        if not spec.unit.apart and table.share in {Share.COLUMN, Share.ALL}
        else "",
        small_base_sentence(table.columns, spec.unit),
        small_numbers_sentence(table),
    ]
    return tuple(sentence for sentence in found if sentence)


def share_sentence(table: CrossTab) -> str:
    """Return what the percentages are of, "" where they are of the columns' bases as usual."""
    if table.share is Share.ROW:
        return "Percentages are of the row’s total."
    if table.share is Share.ALL:
        every = "" if table.base_hidden else "all "
        return f"Percentages are of {every}{units_told(table)} counted."
    return ""


def reading_sentence(spec: CrossTabSpec) -> str:
    """Return what is counted by how it reads, and whether restated words are."""
    if spec.reads_as == COUNTED_READS_AS:
        first = "Mentions that read as context are not counted"
    elif spec.reads_as == frozenset(ReadsAs):
        first = "Mentions count however they read"
    else:
        kept = [reading.label for reading in ReadsAs if reading in spec.reads_as]
        first = f"Counts only what reads as {joined(kept, 'or')}"
    if spec.restated:
        return f"{first}; words restated from another document are counted."
    return (
        f"{first}, nor are words restated from another document."
        if first.endswith("not counted")
        else f"{first}; words restated from another document are not counted."
    )


def _overlap(table: CrossTab) -> str:
    spec, one = table.spec, table.spec.unit.value.removesuffix("s")
    if spec.rows in {THEMES, GROUPS} and spec.columns in {THEMES, GROUPS}:
        return f"A cell counts each {one} in which both themes stand."
    if table.share in {Share.ROW, Share.NONE}:
        return _columns_overlap(table)
    if spec.rows in {THEMES, GROUPS}:
        return f"A {one} can carry several themes, so columns do not add up to 100%."
    if spec.rows in MENTION_SCALES:
        return f"A {one} can stand in several rows, so columns do not add up to 100%."
    return _columns_overlap(table)


def _columns_overlap(table: CrossTab) -> str:
    one = table.spec.unit.value.removesuffix("s")
    if sum(axis.base for axis in table.columns) > table.base:
        return f"A {one} can stand in several columns; it counts once in the total."
    return ""


def _missing(table: CrossTab) -> str:
    if NOT_RECORDED in {axis.id for axis in (*table.rows, *table.columns)}:
        return "“Not recorded” means that the review does not say, not that the answer is no."
    return ""


def small_numbers_sentence(table: CrossTab) -> str:
    """Return what is hidden in a table that leaves the desk, "" where nothing may be."""
    under = table.small_numbers
    if not under:
        return ""
    zeros = ", and counts of none," if table.zeros_hidden else ""
    return (
        f"Counts under {under}{zeros} show as “<{under}”, and others as “hidden” where totals "
        "would give them away."
    )


def small_base_sentence(columns: Sequence[Axis], unit: Unit) -> str:
    """Return the warning on small bases, "" where no column's base is small."""
    if any(0 < axis.base < SMALL_BASE for axis in columns):
        return f"{SMALL_SIGN} Fewer than {SMALL_BASE} {unit.value}: treat percentages with care."
    return ""


def empty_sentence(table: CrossTab) -> str:
    """Return what to say in place of a table with no base, "" for a table with one."""
    waiting = table.left_out.not_finished
    if table.base or table.base_hidden:
        return ""
    if table.spec.counts is Counts.PROVISIONAL:
        return "No reviews with text match."
    if waiting:
        are = "is" if waiting == 1 else "are"
        return f"No finished reviews match. {several(waiting, 'review')} {are} still to tag."
    return "No finished reviews match."


LIMITATIONS = (
    (
        "The reviews are the ones in this casebook, most of them published. They are not a random "
        "sample of cases, and the figures say nothing about how common a problem is in practice."
    ),
    (
        "Themes show what the authors of reviews wrote. A theme that is absent from a review is "
        "absent from its text, which does not mean that it was absent from the case."
    ),
    (
        "Reviews look back with hindsight, their quality and length vary, and the police are one "
        "of many agencies in them."
    ),
    (
        "A review can carry several themes, so percentages do not add up to 100%. A review counts "
        "once for a theme, however often the theme stands in it."
    ),
)
"""The limits that travel with every summary."""
