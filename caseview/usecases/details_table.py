"""Details of reviews out to a sheet, and back in: each change is shown first, none is forced."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import AnyCommand
from caseview.domain.listing import Listing
from caseview.domain.review import Review
from caseview.domain.sheet import Sheet, SheetRow
from caseview.usecases.edit_review import edit_commands
from caseview.usecases.work import Casebook, Work

REVIEW, TITLE, KIND, FILES = "Review number", "Review", "Type", "Files"
_FIXED = (REVIEW, TITLE, KIND, FILES)
CODING = ("Theme", "Themes", "Words", "Reads as", "Coder")
"""Columns of a sheet that hold coding done elsewhere (see `coded_sheet`)."""
BETWEEN, NOTHING = "; ", "-"
SHOWN = (
    DetailName.REF, DetailName.SUBJECT, DetailName.PUBLISHED, DetailName.DATE_OF_DEATH,
    DetailName.BOARD, DetailName.AREA, DetailName.POLICE_FORCE, DetailName.REGION,
    DetailName.AUTHOR, DetailName.CORONER, DetailName.ADDRESSEE, DetailName.AGENCY,
    DetailName.AGE, DetailName.SEX, DetailName.RELATIONSHIP, DetailName.HARM,
    DetailName.REVIEW_PERIOD, DetailName.RESPONSE_DUE,
)  # fmt: skip
_DATES = {DetailName.PUBLISHED, DetailName.DATE_OF_DEATH, DetailName.RESPONSE_DUE}
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_NAMES = {word.casefold(): name for name in DetailName for word in (name.label, name.value)}


def details_table(casebook: Casebook) -> Listing:
    """Return every review with its details, a column each, to be filled in and brought back."""
    info = casebook.info()
    with casebook.reading() as work:
        reviews = work.reviews.all()
    return Listing(
        title=f"Details of {info.title}",
        heads=(*_FIXED, *(name.label for name in SHOWN)),
        rows=tuple(_row(review) for review in reviews),
        about=(
            ("Casebook", info.title),
            ("Several values", f"Stand in one cell with “{BETWEEN.strip()}” between them."),
            ("An empty cell", "Changes nothing when the sheet comes back."),
            (f"“{NOTHING}” in a cell", "Takes away what is recorded."),
            ("Dates", "2021-09-14, 2021-09 or 2021; 14/09/2021 is read as well."),
            ("Reviews are matched", f"By “{REVIEW}”, else by a file’s name, else by “Ref”."),
        ),
        marking=info.marking,
    )


def _row(review: Review) -> tuple[str | int | None, ...]:
    files = BETWEEN.join(document.name for document in review.documents)
    held = (BETWEEN.join(review.attribute(name)) or None for name in SHOWN)
    return (review.id, review.title, review.kind.label, files, *held)


@dataclass(frozen=True, slots=True)
class DetailChange:
    """One detail of one review that a sheet would change.

    `conflict` says that a person had confirmed other values in the casebook.
    """

    row: int
    review_id: int
    review: str
    name: DetailName
    before: tuple[str, ...]
    after: tuple[str, ...]
    conflict: bool


@dataclass(frozen=True, slots=True)
class DetailsPlan:
    """What a sheet would do: its changes, and in sentences what it cannot do."""

    changes: tuple[DetailChange, ...]
    trouble: tuple[str, ...]

    @property
    def conflicts(self) -> tuple[DetailChange, ...]:
        """The changes to what a person had confirmed."""
        return tuple(change for change in self.changes if change.conflict)


def plan_details(casebook: Casebook, sheet: Sheet) -> DetailsPlan:
    """Return what a sheet would change; nothing is changed."""
    with casebook.reading() as work:
        return _Plan(work, sheet).made()


def apply_details(
    casebook: Casebook, sheet: Sheet, *, over_confirmed: bool, coder: str
) -> tuple[DetailsPlan, Changes]:
    """Do what `plan_details` says, as one act; return the plan and what changed.

    What a person had confirmed otherwise is left alone unless `over_confirmed`.
    """
    with casebook.writing() as work:
        plan = _Plan(work, sheet).made()
        wanted: dict[int, dict[DetailName, tuple[str, ...]]] = {}
        for change in plan.changes:
            if over_confirmed or not change.conflict:
                wanted.setdefault(change.review_id, {})[change.name] = change.after
        commands: list[AnyCommand] = []
        for review in work.reviews.these(wanted):
            commands += edit_commands(work, review, wanted[review.id])
        if not commands:
            return plan, Changes()
        return plan, work.journal.perform("Take details from a sheet", commands, coder)


class Matching:
    """Finds the review that a row of a sheet is about."""

    def __init__(self, reviews: tuple[Review, ...]) -> None:
        self._by_id = {str(review.id): review for review in reviews}
        self._by_file: dict[str, list[Review]] = {}
        self._by_ref: dict[str, list[Review]] = {}
        for review in reviews:
            for document in review.documents:
                self._by_file.setdefault(document.name.casefold(), []).append(review)
            for ref in review.attribute(DetailName.REF):
                self._by_ref.setdefault(ref.casefold(), []).append(review)

    def review(self, row: SheetRow) -> Review:
        """Return the review of a row: by its number, else a file's name, else its reference.

        Raises CasebookError when there is none or there are several.
        """
        folded = {head.casefold(): words for head, words in row.cells.items()}
        number = folded.get(REVIEW.casefold(), "") or folded.get("id", "")
        if number in self._by_id:
            return self._by_id[number]
        files = (folded.get("files", "") or folded.get("file", "")).split(BETWEEN.strip())
        found = [one for name in files for one in self._by_file.get(name.strip().casefold(), ())]
        found = found or self._by_ref.get(folded.get("ref", "").casefold(), [])
        ids = {review.id for review in found}
        if len(ids) == 1:
            return found[0]
        why = "fits several reviews" if ids else "fits no review"
        raise CasebookError(
            English("Row {0} {1}, so nothing was taken from it.", row.number, why),
            English("Give it the “{0}” that an export of the details shows.", REVIEW),
        )


class _Plan:
    def __init__(self, work: Work, sheet: Sheet) -> None:
        self._sheet = sheet
        self._matching = Matching(work.reviews.all())
        self._trouble: list[str] = []

    def made(self) -> DetailsPlan:
        known = {head.casefold() for head in (*_FIXED, "Id", "File", *CODING)}
        unknown = [
            head
            for head in self._sheet.heads
            if head.casefold() not in known and head.casefold() not in _NAMES
        ]
        if unknown:
            self._trouble.append(f"Columns passed over: {', '.join(unknown)}.")
        changes = [change for row in self._sheet.rows for change in self._row(row)]
        return DetailsPlan(tuple(changes), tuple(self._trouble))

    def _row(self, row: SheetRow) -> Iterator[DetailChange]:
        try:
            review = self._matching.review(row)
        except CasebookError as trouble:
            self._trouble.append(str(trouble))
            return
        for head, words in row.cells.items():
            name = _NAMES.get(head.casefold())
            if name is None or not words:
                continue
            try:
                after = _values(name, words)
            except CasebookError as trouble:
                self._trouble.append(f"Row {row.number}: {trouble}")
                continue
            before = review.attribute(name)
            if after != before:
                held = [one for one in review.details if one.name is name]
                yield DetailChange(
                    row.number, review.id, review.title, name, before, after, _confirmed(held)
                )


def _confirmed(held: list[Detail]) -> bool:
    return any(detail.confirmed for detail in held)


def _values(name: DetailName, words: str) -> tuple[str, ...]:
    """Return the values in a cell. Raises CasebookError when it cannot hold them."""
    if words == NOTHING:
        return ()
    parts = [one.strip() for one in words.split(BETWEEN.strip())] if name.many else [words]
    found = tuple(dict.fromkeys(filter(None, parts)))
    return tuple(map(_date, found)) if name in _DATES else found


def _date(words: str) -> str:
    british = _BRITISH.fullmatch(words)
    if british:
        day, month, year = british.groups()
        words = f"{year}-{int(month):02}-{int(day):02}"
    if not _ISO.fullmatch(words):
        raise CasebookError(
            English("“{0}” is no date.", words), "Write it as 2021-09-14, 2021-09 or 2021."
        )
    return words


def counted(plan: DetailsPlan) -> Mapping[str, int]:
    """Return how many details a plan changes, in how many reviews, and how many conflict."""
    return {
        "changes": len(plan.changes),
        "reviews": len({change.review_id for change in plan.changes}),
        "conflicts": len(plan.conflicts),
    }
