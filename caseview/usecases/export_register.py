"""Writes the register and the tracker of responses to a file, each line with its reference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caseview.counting.addressed import Sort
from caseview.counting.due import Came
from caseview.counting.method import when
from caseview.counting.register import made_before, narrowed
from caseview.counting.wording import joined, number, several
from caseview.domain.info import CasebookInfo
from caseview.domain.listing import Listing, Value
from caseview.domain.moment import day_in_words
from caseview.domain.register import Progress
from caseview.domain.registered import Register, Registered, Wanted
from caseview.domain.responses import Expected, Tracked, Tracker
from caseview.usecases.list_recommendations import Compare, read_register
from caseview.usecases.ports import ListingWriter, Now
from caseview.usecases.track_responses import track_responses
from caseview.usecases.work import Casebook

GUESSED = "guessed from its words"
FULL_HEADS = (
    "Review", "Type", "Year", "Number", "Recommendation", "For whom", "As printed", "Sort of body",
    "Themes", "Suggested themes", "Strength", "Strength is", "Status", "Status is", "Group",
    "Made before", "Checked", "Document", "Page", "Paragraph", "Reference",
)  # fmt: skip
SHORT_HEADS = ("Recommendation", "For whom", "What is known of it", "Where it stands")
ANSWER_HEADS = (
    "Review", "Report ref", "Sent", "Due", "Asked of", "Stands", "Received", "Days late", "Concern",
    "Words of the concern", "Page of the concern", "Says", "Decided by", "Words of the response",
    "Response",
)  # fmt: skip
_OF_CONCERN = 7  # how many of these tell of a concern and what was said to it
DUE_HEADS = ("Review", "Asked of", "Due", "How it stands")
_ONCE = (
    "A recommendation that a summary or action plan of the same review restates is "
    "listed once, from the fullest document."
)

_GUESSES = (
    "Strength and status follow from words until a coder sets them; themes suggested and "
    "not decided stand apart."
)

_BEFORE = (
    "The same body was asked for the like in these years: decided by a coder, or with "
    "“?” where likeness alone says so."
)

_DUE = (
    "As the report says, else 56 days after its date (regulation 29 of the Coroners "
    "(Investigations) Regulations 2013); more time given by a coroner is not known here."
)

_WHOSE = (
    "Follows from the head and foot of each letter; one from nobody named in the report "
    "is listed with its concerns only."
)


@dataclass(frozen=True, slots=True)
class To:
    """Where a list goes: what writes it, and the file."""

    writer: ListingWriter
    path: Path

    @property
    def on_paper(self) -> bool:
        """Whether few columns are wanted, for a page is narrow."""
        return self.path.suffix == ".docx"


def export_register(
    casebook: Casebook, wanted: Wanted, to: To, now: Now, compare: Compare | None = None
) -> int:
    """Write the recommendations wanted; return how many. Raises ExportError when it cannot be."""
    info = casebook.info()
    with casebook.reading() as work:
        register = read_register(work, compare) if compare else read_register(work)
        names = {theme.id: theme.name for theme in work.codebook.themes}
    listing = register_listing(register, wanted, names, info, now(), on_paper=to.on_paper)
    to.writer.write(listing, to.path)
    return len(listing.rows)


def register_listing(  # noqa: PLR0913 - a list and all that is said beside it, by name
    register: Register,
    wanted: Wanted,
    names: Mapping[str, str],
    info: CasebookInfo,
    at: str,
    *,
    on_paper: bool,
) -> Listing:
    """Return the recommendations wanted as a list ready to be written."""
    groups = {group.id: group.name for group in register.groups}
    items = narrowed(register.items, wanted)
    row = _short if on_paper else _full
    reviews = len({one.kept.review_id for one in items})
    about = (
        ("Casebook", info.title),
        ("Narrowed to", _narrowing(wanted, names) or "nothing left out"),
        ("Listed", f"{several(len(items), 'recommendation')} in {several(reviews, 'review')}"),
        ("Counted once", _ONCE),
        ("Guesses", _GUESSES),
        ("Made before", _BEFORE),
        ("Codebook", f"{info.codebook}, version {info.codebook_version}"),
        ("Listed at", when(at)),
    )
    return Listing(
        "Recommendations",
        SHORT_HEADS if on_paper else FULL_HEADS,
        tuple(row(one, groups, names) for one in items),
        about,
        info.marking,
    )


def export_responses(casebook: Casebook, on: str, to: To, now: Now) -> int:
    """Write the tracker as of an ISO day; return how many rows. Raises ExportError if it cannot.

    An Excel or CSV file has a row for each body asked and concern answered; on paper each body.
    """
    tracker = track_responses(casebook, on)
    listing = responses_listing(tracker, casebook.info(), now(), on_paper=to.on_paper)
    to.writer.write(listing, to.path)
    return len(listing.rows)


def responses_listing(tracker: Tracker, info: CasebookInfo, at: str, *, on_paper: bool) -> Listing:
    """Return the tracker as a list ready to be written."""
    counted = [(tracker.count(one.value), one.label.lower()) for one in Came]
    counts = [f"{number(count)} {words}" for count, words in counted if count]
    about = (
        ("Casebook", info.title),
        ("As of", day_in_words(tracker.on)),
        ("Responses", joined(counts) or "none is waited for"),
        ("Due", _DUE),
        ("Whose response", _WHOSE),
        ("Says", "As a coder decided; with “?” where words alone suggest it."),
        ("Listed at", when(at)),
    )
    heads, row = (DUE_HEADS, _owed) if on_paper else (ANSWER_HEADS, _answers)
    rows = tuple(one for report in tracker.reports for one in row(report))
    return Listing("Responses to coroners", heads, rows, about, info.marking)


def _full(
    one: Registered, groups: Mapping[int, str], names: Mapping[str, str]
) -> tuple[Value, ...]:
    kept = one.kept
    return (
        one.review,
        one.kind.label,
        one.year or None,
        kept.recommendation.number or None,
        one.text,
        "; ".join(one.bodies),
        kept.recommendation.addressee,
        _sorts(one),
        "; ".join(names.get(theme, theme) for theme in one.themes),
        "; ".join(names.get(theme, theme) for theme in one.suggested),
        one.strength.label,
        GUESSED if one.strength_guessed else "",
        one.progress.label,
        GUESSED if one.progress_guessed else "",
        groups.get(one.group) if one.group is not None else None,
        made_before(one),
        "yes" if kept.standing.confirmed else "",
        one.document,
        kept.page,
        kept.paragraph,
        one.reference,
    )


def _short(
    one: Registered, groups: Mapping[int, str], _names: Mapping[str, str]
) -> tuple[Value, ...]:
    before = made_before(one)
    mark = " ?" if one.progress_guessed else ""
    known = [
        f"{one.progress.label}{mark}." if one.progress is not Progress.UNKNOWN else "",
        f"Group: {groups[one.group]}." if one.group is not None else "",
        f"Made before: {before}." if before else "",
    ]
    return one.text, "; ".join(one.bodies), " ".join(filter(None, known)), one.reference


def _sorts(one: Registered) -> str:
    return "; ".join(sort.label for sort in Sort if sort.value in one.sorts)


def _narrowing(wanted: Wanted, names: Mapping[str, str]) -> str:
    parts: tuple[tuple[str, Sequence[str]], ...] = (
        ("for", [sort.label for sort in Sort if sort.value in wanted.sorts]),
        ("to", sorted(wanted.bodies)),
        ("theme", sorted(names.get(theme, theme) for theme in wanted.themes)),
        ("year", sorted(wanted.years)),
        ("strength", sorted(one.label for one in wanted.strengths)),
        ("status", sorted(one.label for one in wanted.progress)),
        ("words", [wanted.words] if wanted.words.strip() else []),
    )
    return "; ".join(f"{name}: {joined(held, 'or')}" for name, held in parts if held)


def _owed(report: Tracked) -> list[tuple[Value, ...]]:
    """Return a row for each body asked, for paper."""
    review = f"{report.review} ({report.ref})" if report.ref else report.review
    due = report.due and day_in_words(report.due)
    return [(review, one.addressee, due, _stands(one)) for one in report.expected]


def _stands(one: Expected) -> str:
    parts: list[str] = [Came(one.came).label]
    if one.received:
        parts.append(f"on {day_in_words(one.received)}")
    if days := _late(one):
        parts.append(f"({several(days, 'day')} late)")
    return " ".join(parts)


def _late(one: Expected) -> int | None:
    return one.days if one.came in {Came.LATE, Came.OVERDUE} else None


def _answers(report: Tracked) -> list[tuple[Value, ...]]:
    """Return a row for each body asked and each concern it answered; one where it did not."""
    head = (report.review, report.ref or None, report.sent, report.due)
    rows: list[tuple[Value, ...]] = []
    for one in report.expected:
        asked = (*head, one.addressee, Came(one.came).label, one.received, _late(one))
        said = _said(report, one.response_id)
        rows += [(*asked, *each) for each in said] or [(*asked, *[None] * _OF_CONCERN)]
    for other in report.others:
        rows += [
            (*head, None, "From nobody named", None, None, *each) for each in _said(report, other)
        ]
    return rows


def _said(report: Tracked, response_id: int | None) -> list[tuple[Value, ...]]:
    return [
        (
            concern.kept.concern.number or None,
            concern.kept.concern.text,
            concern.kept.page,
            answer.reply.label if answer.decided else f"{answer.reply.label} ?",
            answer.decided.coder if answer.decided else None,
            answer.words or None,
            answer.response,
        )
        for concern in report.concerns
        for answer in concern.answers
        if answer.response_id == response_id
    ]
