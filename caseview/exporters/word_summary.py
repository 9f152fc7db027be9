"""Writes a theme summary to Word: numbers with their base, quotes checked, sources numbered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from caseview.counting import method, wording
from caseview.domain.crosstab import Counts
from caseview.domain.evidence import Evidence
from caseview.domain.preview import Block
from caseview.domain.reads_as import ReadsAs
from caseview.domain.summary import Made, Part, Summary, ThemeSection
from caseview.exporters import word_figures as figures
from caseview.exporters import word_styles as look
from caseview.exporters import word_xml as xml
from caseview.exporters.checking import check_quotes
from caseview.exporters.saving import save
from caseview.exporters.word_page import Page, new_page
from caseview.exporters.word_preview import blocks_of

_FEW_THEMES, _MOST_MADE = 2, 8
_NO_LIST = (
    "The reviews are not listed, since the list would tell numbers that are hidden as too small."
)


class WordSummary:
    """Fulfils `usecases.ports.SummaryWriter` with a .docx file."""

    def write(
        self, summary: Summary, path: Path, source: Callable[[int], str], template: Path | None
    ) -> int:
        """Write the file after checking every quote; return how many quotes were checked.

        `source` gives a document's text by id. Raises ExportError, and leaves no file, when a
        quote does not match its source, the template cannot be used or the disk refuses.
        """
        checked = check_quotes(summary, source)
        save(path, _made(summary, template))
        return checked

    def preview(self, summary: Summary, template: Path | None) -> tuple[Block, ...]:
        """Return the blocks of the file that `write` would make; no file is made.

        Raises ExportError when the template cannot be used.
        """
        return blocks_of(_made(summary, template))


def _made(summary: Summary, template: Path | None) -> bytes:
    page = new_page(template)
    _Writing(page, summary).everything()
    return page.file(summary.title)


@dataclass
class _Writing:
    page: Page
    summary: Summary
    _sources: dict[tuple[int, int], tuple[int, Evidence]] = field(default_factory=dict)

    def everything(self) -> None:
        page, summary = self.page, self.summary
        page.frame(summary.marking, f"Theme summary{self._mark}")
        self._title()
        self._contents()
        if summary.key_points:
            page.heading("Key points")
            page.bullets(summary.key_points)
        if self._holds(Part.KEY_FIGURES):
            page.heading("Key figures")
            page.bullets([method.key_figure(section.table) for section in summary.sections])
        page.new_leaf()
        self._about()
        for section in summary.sections:
            self._theme(section)
        if self._holds(Part.HOW_OFTEN):
            self._overview()
        page.heading("Limitations")
        page.bullets(wording.LIMITATIONS)
        page.heading("How this was made")
        for words in summary.method:
            page.paragraph(words)
        self._source_list()
        self._lists()

    def _contents(self) -> None:
        """Leave room for contents that stay on the first page: fewer levels where there is more."""
        parts = sum(
            len(section.evidence) > 0 or bool(section.recommendations)
            for section in self.summary.sections
        )
        self.page.contents(2 if parts <= _FEW_THEMES else 1)

    def _lists(self) -> None:
        page, summary = self.page, self.summary
        if self._holds(Part.REVIEWS):
            page.heading("Reviews counted")
            if summary.reviews:
                page.caption("Table", "Reviews counted")
                page.table(figures.reviews(summary.reviews))
            else:
                page.paragraph(_NO_LIST if summary.overview.small_numbers else "None.")
            page.paragraph("", look.NOTE)
        if self._holds(Part.CODEBOOK):
            page.heading("Themes and what they mean")
            page.caption("Table", "Themes as the codebook defines them")
            page.table(figures.codebook(section.theme for section in summary.sections))
            page.paragraph("", look.NOTE)

    def _holds(self, part: Part) -> bool:
        return part not in self.summary.left_out

    @property
    def _provisional(self) -> bool:
        return self.summary.overview.spec.counts is Counts.PROVISIONAL

    @property
    def _mark(self) -> str:
        return " (provisional)" if self._provisional else ""

    def _title(self) -> None:
        page, table = self.page, self.summary.overview
        page.paragraph(self.summary.title, look.TITLE)
        kinds = wording.joined([axis.label for axis in table.columns])
        counted = method.units_counted(table)
        made = method.when(self.summary.made_at)
        page.paragraph(
            f"{counted}{': ' if kinds else ''}{kinds}. Made with CaseView on {made}.", look.SUBTITLE
        )
        if self._provisional:
            page.block(
                look.BOX,
                xml.runs("Provisional. ", "<w:b/>"),
                xml.runs(
                    "The figures count suggestions that nobody has decided yet. They will change "
                    "as coders decide them."
                ),
            )

    def _about(self) -> None:
        page, table = self.page, self.summary.overview
        page.heading("About this summary")
        page.paragraph(
            f"This summary was made from the casebook “{self.summary.casebook}” with the codebook "
            f"{self.summary.codebook}."
        )
        page.paragraph(wording.empty_sentence(table) or wording.base_sentence(table))
        self._own(self.summary.words.about)
        page.caption("Table", "Reviews counted, by review type")
        page.table(figures.sample(table))

    def _overview(self) -> None:
        page, table = self.page, self.summary.overview
        page.heading("How often the themes were found")
        parts = list(figures.by_theme(table, "Theme"))
        page.caption("Table", f"Reviews with each theme, by review type{self._mark}")
        for place, grid in enumerate(parts):
            if place:
                page.paragraph("The same table, further review types:", look.NOTE)
            page.table(grid)
        page.paragraph(_sentences(*wording.notes(table), figures.tiny_sentence(table)), look.NOTE)
        if len(table.rows) > 1 and figures.shows_all(table.totals, ()) and not table.base_hidden:
            chart = figures.themes_chart(table)
            page.caption("Figure", f"{chart.measure} with each theme{self._mark}")
            page.chart(chart)

    def _theme(self, section: ThemeSection) -> None:
        page, theme, table = self.page, section.theme, section.table
        page.heading(theme.name)
        page.paragraph(theme.definition)
        self._own(self.summary.words.themes.get(theme.id, ""))
        page.heading("How often", 2)
        page.paragraph(_sentences(method.key_figure(table), self._behind(section)))
        page.caption("Table", f"{theme.name}, by review type and how it reads{self._mark}")
        page.table(figures.by_kind(table))
        overlap = "A review can stand in several of the last columns."
        small = wording.small_base_sentence(table.columns, table.spec.unit)
        hidden = wording.small_numbers_sentence(table)
        page.paragraph(_sentences(overlap, small, hidden, figures.tiny_sentence(table)), look.NOTE)
        if len(table.columns) > 1 and figures.shows_all(table.cells[0], table.columns):
            chart = figures.kinds_chart(table)
            page.caption("Figure", f"{chart.measure} with {theme.name}, by type{self._mark}")
            page.chart(chart)
        self._quotes("What reviews said", section.gaps, ReadsAs.GAP)
        if self._holds(Part.GOOD_PRACTICE):
            self._quotes("Good practice", section.good_practice, ReadsAs.GOOD_PRACTICE)
        if self._holds(Part.RECOMMENDED):
            self._quotes("What reviews recommended", section.recommended, ReadsAs.RECOMMENDED)
        if self._holds(Part.IMPROVED):
            self._quotes("What has changed since", section.improved, ReadsAs.IMPROVED)
        self._recommendations(section)
        questions = self.summary.words.questions.get(theme.id, ())
        if questions:
            page.heading("Questions for your force or board", 2)
            page.bullets(questions)

    def _own(self, words: str) -> None:
        """Write the analyst's own paragraphs."""
        for paragraph in filter(None, (one.strip() for one in words.split("\n"))):
            self.page.paragraph(paragraph)

    def _recommendations(self, section: ThemeSection) -> None:
        """Quote the first recommendations on a theme word for word, and say how many more.

        One that stands among the quotes above is not quoted again.
        """
        above = section.recommended if self._holds(Part.RECOMMENDED) else ()
        made = [one for one in section.recommendations if not _is_among(one, above)]
        if not made or not self._holds(Part.RECOMMENDATIONS):
            return
        self.page.heading("Recommendations on this theme", 2)
        for one in made[:_MOST_MADE]:
            self.page.block(look.QUOTE, xml.runs(f"“{one.quote.text}”"))
            to = f" to {one.to}" if one.to else ""
            self.page.paragraph(f"{one.name}{to}. {one.quote.place.reference}.", look.QUOTE_SOURCE)
        rest = len(made) - _MOST_MADE
        if rest > 0 and not self.summary.overview.small_numbers:
            more = wording.several(rest, "further recommendation")
            self.page.paragraph(f"{more} on this theme: see the register.", look.NOTE)

    def _quotes(self, heading: str, quotes: Sequence[Evidence], reading: ReadsAs) -> None:
        if not quotes:
            return
        self.page.heading(heading, 2)
        good = reading is ReadsAs.GOOD_PRACTICE
        words, below = (look.GOOD, look.GOOD_SOURCE) if good else (look.QUOTE, look.QUOTE_SOURCE)
        for evidence in quotes:
            number = self._source_number(evidence)
            reference = xml.link(f"source_{number}", xml.runs(f"[{number}]"))
            said = xml.runs(f"“{evidence.quote.text}”")
            self.page.block(words, said, xml.runs(" "), reference)
            self.page.paragraph(self._reference(evidence), below)

    def _behind(self, section: ThemeSection) -> str:
        """Return how much the theme's numbers rest on, and how much of it is quoted."""
        shown = [
            section.gaps,
            section.good_practice if self._holds(Part.GOOD_PRACTICE) else (),
            section.recommended if self._holds(Part.RECOMMENDED) else (),
            section.improved if self._holds(Part.IMPROVED) else (),
        ]
        if not section.passages:
            return ""
        rest = wording.several(section.passages, "passage")
        here = wording.number(sum(map(len, shown)))
        return f"This rests on {rest}, of which {here} are quoted here."

    def _reference(self, evidence: Evidence) -> str:
        """Return where a quote stands; the document goes unnamed where the review has but one."""
        place = evidence.quote.place
        if evidence.review_id not in self._with_several:
            place = replace(place, document="")
        return f"{place.reference}.{' Suggested, undecided.' if evidence.suggested else ''}"

    @cached_property
    def _with_several(self) -> set[int]:
        return {review.id for review in self.summary.reviews if len(review.documents) > 1}

    def _source_number(self, evidence: Evidence) -> int:
        key = (evidence.quote.document_id, evidence.passage_id)
        return self._sources.setdefault(key, (len(self._sources) + 1, evidence))[0]

    def _source_list(self) -> None:
        self.page.heading("Sources")
        if not self._sources:
            self.page.paragraph("Nothing is quoted.")
        for number, evidence in self._sources.values():
            place = evidence.quote.place
            section = f" Section: {place.section}." if place.section else ""
            mark = self.page.bookmark(f"source_{number}", f"[{number}]")
            self.page.block(look.SOURCE, mark, xml.runs(f"\t{place.reference}.{section}"))


def _is_among(made: Made, quotes: Sequence[Evidence]) -> bool:
    """Return whether one of the quotes holds words of this recommendation."""
    one = made.quote
    return any(
        one.document_id == item.quote.document_id
        and one.start < item.quote.end
        and item.quote.start < one.end
        for item in quotes
    )


def _sentences(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
