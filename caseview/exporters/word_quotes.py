"""The quotes of a summary in Word: each with where it stands, numbered once for all its sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from caseview.counting import wording
from caseview.domain.evidence import Evidence
from caseview.domain.quote import Place, Quote
from caseview.domain.reads_as import ReadsAs
from caseview.domain.summary import Made, Part, Summary, ThemeSection, place_of
from caseview.exporters import word_styles as look
from caseview.exporters import word_xml as xml
from caseview.exporters.word_page import Page
from caseview.exporters.word_styles import Look

_MOST_MADE = 8
_HEADINGS = (
    ("What reviews said", ReadsAs.GAP, None),
    ("Good practice", ReadsAs.GOOD_PRACTICE, Part.GOOD_PRACTICE),
    ("What reviews recommended", ReadsAs.RECOMMENDED, Part.RECOMMENDED),
    ("What has changed since", ReadsAs.IMPROVED, Part.IMPROVED),
)


@dataclass
class Quoting:
    """Writes quotes with a number each; the same words have one number wherever they stand."""

    page: Page
    summary: Summary
    _sources: dict[tuple[int, int, int], tuple[int, Place]] = field(default_factory=dict)

    def theme(self, section: ThemeSection) -> None:
        """Write what is quoted on one theme, by how it reads, and its recommendations."""
        for heading, reading, part in _HEADINGS:
            if part is None or self._holds(part):
                self._quotes(heading, _read(section, reading), reading)
        self._recommendations(section)

    def behind(self, section: ThemeSection) -> str:
        """Return how much the theme's numbers rest on, and how much of it is quoted."""
        if not section.passages:
            return ""
        shown = sum(
            len(_read(section, reading))
            for _, reading, part in _HEADINGS
            if part is None or self._holds(part)
        )
        rest = wording.several(section.passages, "passage")
        here = f"{wording.number(shown)} {'is' if shown == 1 else 'are'}" if shown else "none is"
        return f"This rests on {rest}, of which {here} quoted here."

    def source_list(self) -> None:
        """List every source quoted so far by its number."""
        self.page.heading("Sources")
        if not self._sources:
            self.page.paragraph("Nothing is quoted.")
        for number, place in self._sources.values():
            under = f" Under “{place.section}”." if place.section else ""
            mark = self.page.bookmark(f"source_{number}", f"[{number}]")
            self.page.block(look.SOURCE, mark, xml.runs(f"\t{place.reference}.{under}"))

    def _holds(self, part: Part) -> bool:
        return part not in self.summary.left_out

    def _quotes(self, heading: str, quotes: Sequence[Evidence], reading: ReadsAs) -> None:
        if not quotes:
            return
        self.page.heading(heading, 2)
        good = reading is ReadsAs.GOOD_PRACTICE
        words, below = (look.GOOD, look.GOOD_SOURCE) if good else (look.QUOTE, look.QUOTE_SOURCE)
        for evidence in quotes:
            self._said(evidence.quote, words)
            self.page.paragraph(self._reference(evidence), below)

    def _said(self, quote: Quote, style: Look) -> None:
        """Write the words, and the number that leads to where they stand."""
        number = self._number(quote)
        # Held to the last word, so that it never begins a line of its own.
        reference = xml.link(f"source_{number}", xml.runs(f"\N{NO-BREAK SPACE}[{number}]"))
        self.page.block(style, xml.runs(quote.said), reference)

    def _recommendations(self, section: ThemeSection) -> None:
        """Quote the first recommendations on a theme word for word, and say how many more.

        One that stands among the quotes above is not quoted again.
        """
        above = section.recommended if self._holds(Part.RECOMMENDED) else ()
        made = [one for one in section.recommendations if not _is_among(one, above)]
        if not made or not self._holds(Part.RECOMMENDATIONS):
            return
        self.page.heading(f"{'Further r' if above else 'R'}ecommendations on this theme", 2)
        for one in made[:_MOST_MADE]:
            self._said(one.quote, look.QUOTE)
            to = f" to {one.to}" if one.to else ""
            place = self._short(one.quote)
            self.page.paragraph(f"{one.name}{to}. {place.reference}.", look.QUOTE_SOURCE)
        rest = len(made) - _MOST_MADE
        if rest > 0 and not self.summary.overview.small_numbers:
            more = wording.several(rest, "further recommendation")
            self.page.paragraph(f"{more} on this theme: see the register.", look.NOTE)

    def _reference(self, evidence: Evidence) -> str:
        place = self._short(evidence.quote)
        return f"{place.reference}.{' Suggested, undecided.' if evidence.suggested else ''}"

    def _short(self, quote: Quote) -> Place:
        """Return where a quote stands; a document goes unnamed where its review has but one."""
        if quote.document_id in self._with_others:
            return quote.place
        return replace(quote.place, document="")

    @cached_property
    def _with_others(self) -> set[int]:
        """The documents of reviews that are listed with several."""
        return {
            document.id
            for review in self.summary.reviews
            if len(review.documents) > 1
            for document in review.documents
        }

    def _number(self, quote: Quote) -> int:
        fresh = (len(self._sources) + 1, quote.place)
        return self._sources.setdefault(place_of(quote), fresh)[0]


def _read(section: ThemeSection, reading: ReadsAs) -> Sequence[Evidence]:
    return [item for item in section.evidence if item.reads_as is reading]


def _is_among(made: Made, quotes: Sequence[Evidence]) -> bool:
    """Return whether one of the quotes holds words of this recommendation."""
    one = made.quote
    return any(
        one.document_id == item.quote.document_id
        and one.start < item.quote.end
        and item.quote.start < one.end
        for item in quotes
    )
