"""The words of a summary: its title, its key figures, and how it was made."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from caseview.counting import wording
from caseview.counting.small_numbers import MORE
from caseview.domain.crosstab import Cell, Counts, CrossTab, Mention
from caseview.domain.info import CasebookInfo
from caseview.domain.reads_as import ReadsAs
from caseview.domain.summary import Quotes, SummarySpec

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Making:
    """What a summary was made from: the casebook, what was asked, the table, what it rests on."""

    info: CasebookInfo
    codebook: str
    spec: SummarySpec
    overview: CrossTab
    mentions: tuple[Mention, ...]


def when(moment: str) -> str:
    """Return an ISO 8601 time as printed: "22 November 2026 at 16:31 (UTC)"."""
    time = datetime.fromisoformat(moment).astimezone(UTC)
    return f"{time.day} {time:%B %Y} at {time:%H:%M} (UTC)"


def summary_title(names: Sequence[str], counts: Counts) -> str:
    """Return the title of a summary of the themes with these names."""
    if len(names) > MOST_NAMED:
        what = f"{len(names)} themes"
    else:
        inside = [_inside(name) for name in names]
        several = any("," in name or " and " in name for name in inside)
        what = "; ".join(inside) if several else wording.joined(inside)
    mark = " (provisional)" if counts is Counts.PROVISIONAL else ""
    return f"Theme summary: {what}{mark}"


def key_figure(table: CrossTab) -> str:
    """Return the key figure of one theme's table: how often, and how it reads.

    The first row of `table` is the theme, the others are readings.
    """
    total = table.totals[0]
    share = wording.percent(total) if table.base >= wording.TINY_BASE else ""
    held = f" ({share})" if share else ""
    first = f"{table.rows[0].label}: {_said(total)} of {wording.units_told(table)}{held}"
    if total.hidden == table.base_hidden == MORE:
        first = f"{table.rows[0].label}: the number of reviews is hidden"
    readings = [
        (_AS.get(axis.id, axis.label.lower()), cell)
        for axis, cell in zip(table.rows[1:], table.totals[1:], strict=True)
    ]
    told = [
        f"{how} in {_said(cell)}"
        for how, cell in readings
        if cell.hidden != MORE and (cell.n or cell.hidden)
    ]
    kept = [how for how, cell in readings if cell.hidden == MORE]
    hidden = f"how many {wording.joined(kept)} is hidden" if kept else ""
    return f"{'; '.join(part for part in (first, wording.joined(told), hidden) if part)}."


def _said(cell: Cell) -> str:
    return wording.told_sign(cell.hidden) if cell.hidden else wording.number(cell.n)


_AS = {
    ReadsAs.GAP.value: "as a gap",
    ReadsAs.GOOD_PRACTICE.value: "as good practice",
    ReadsAs.RECOMMENDED.value: "recommended",
    ReadsAs.IMPROVED.value: "improved since",
}


def how_made(making: Making) -> tuple[str, ...]:
    """Return the paragraphs that say how the figures and quotes of a summary were made."""
    info, table = making.info, making.overview
    source = (
        f"The figures were counted on {when(table.counted_at)} from the casebook “{info.title}” "
        f"with the codebook “{making.codebook}”, version {info.codebook_version}."
    )
    return (
        source,
        " ".join((wording.base_sentence(table), *_scope(table))),
        (
            f"{_standing(making.spec.counts)} "
            f"{_coders(making.mentions, hidden=bool(making.spec.small_numbers))}"
        ),
        (
            "Briefings, letters, annual reports and guidance count only where nothing fuller of "
            "the same review is in the casebook. Words that a document restates from another, such "
            "as a concern repeated in a response, are counted with the document they come from."
        ),
        (
            "Percentages are whole numbers of the reviews in a column, and are left out where "
            f"a column has fewer than {wording.TINY_BASE} reviews. "
            f"{wording.small_numbers_sentence(table)}".rstrip()
        ),
        f"{_choice(making.spec)} {_CHECKED}",
    )


_CHECKED = (
    "Before this document was written, every quote was compared with its source, character for "
    "character."
)


def _scope(table: CrossTab) -> tuple[str, ...]:
    where = f"Filter: {table.spec.where}." if table.spec.where else ""
    pages = wording.by_page_sentence(table)
    parts = (
        wording.level_sentence(table.spec),
        where,
        wording.reading_sentence(table.spec),
        pages,
    )
    return tuple(part for part in parts if part)


def _standing(counts: Counts) -> str:
    if counts is Counts.TAGS:
        return (
            "Every figure rests on tags: passages that a coder read and decided. Suggestions that "
            "nobody has decided are not counted."
        )
    return (
        "The figures are provisional. They count what coders tagged and, at level normal, what "
        "the codebook's rules suggest and nobody has decided yet. A suggestion that was skipped is "
        "undecided and counts; one that was rejected does not. The figures will change as the "
        "suggestions are decided."
    )


def _coders(mentions: Iterable[Mention], *, hidden: bool) -> str:
    by_coder = Counter("" if mention.suggested else mention.coder for mention in mentions)
    waiting = by_coder.pop("", 0)
    if not waiting and not by_coder:
        return "No passage with these themes was counted."
    if hidden:
        # How many tags there are can tell how many reviews there can be at most.
        who = f"tags by {wording.joined(sorted(by_coder))}" if by_coder else ""
        also = "undecided suggestions" if waiting else ""
        return f"They rest on {wording.joined([part for part in (who, also) if part])}."
    parts = [
        f"{wording.several(n, 'tag')} by {coder}"
        for coder, n in sorted(by_coder.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    if waiting:
        parts.append(wording.several(waiting, "undecided suggestion"))
    return f"They rest on {wording.joined(parts)}."


def _choice(spec: SummarySpec) -> str:
    quotes = spec.quotes
    if spec.by_hand:
        return f"The quotes were picked by hand, out of {_OFFERED.get(quotes) or _offered(quotes)}."
    if quotes is Quotes.ALL:
        return "Every counted passage is quoted, the same words once."
    if quotes is Quotes.KEY:
        return "The quotes are the ones that coders starred as key quotes."
    return (
        f"At most {wording.several(quotes, 'quote')} stand for each theme and reading. CaseView "
        "chose them: key quotes first, from as many reviews and review types as possible, then "
        "tags before suggestions."
    )


_OFFERED: dict[Quotes | int, str] = {
    Quotes.ALL: "every counted passage",
    Quotes.KEY: "the ones that coders starred as key quotes",
}


def _offered(most: Quotes | int) -> str:
    return (
        f"at most {most} that CaseView put forward for each theme and reading: key quotes first, "
        "from as many reviews and review types as possible, then tags before suggestions"
    )


def _inside(name: str) -> str:
    """Return a name as it stands inside a sentence: acronyms keep their capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
