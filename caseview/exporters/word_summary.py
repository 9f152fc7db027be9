"""Writes a theme summary to Word: numbers with their base, quotes checked, sources numbered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from caseview.counting import method, wording
from caseview.counting.limitations import LIMITATIONS
from caseview.domain.crosstab import Counts, CrossTab
from caseview.domain.preview import Block
from caseview.domain.summary import Part, Summary, ThemeSection
from caseview.exporters import word_figures as figures
from caseview.exporters import word_styles as look
from caseview.exporters import word_xml as xml
from caseview.exporters.checking import check_quotes
from caseview.exporters.saving import save
from caseview.exporters.word_page import Page
from caseview.exporters.word_preview import blocks_of
from caseview.exporters.word_quotes import Quoting
from caseview.exporters.word_template import new_page

_FEW_THEMES = 2
_FRONT_LINES, _LINE_SIGNS, _TITLE_SIGNS = 28, 82, 38
_PARTS_OF_A_THEME = 4
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

    @cached_property
    def _quoting(self) -> Quoting:
        return Quoting(self.page, self.summary)

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
        if self._front_fits():
            page.new_leaf()
        self._about()
        for section in summary.sections:
            self._theme(section)
        if self._holds(Part.HOW_OFTEN):
            self._overview()
        page.heading("Limitations")
        page.bullets(LIMITATIONS)
        page.heading("How this was made")
        for words in summary.method:
            page.paragraph(words)
        self._quoting.source_list()
        self._lists()

    def _front_fits(self) -> bool:
        """Return whether title, contents, key points and figures fill no more than a page."""
        shown = list(self.summary.key_points)
        if self._holds(Part.KEY_FIGURES):
            shown += [method.key_figure(section.table) for section in self.summary.sections]
        lines = sum(1 + len(words) // _LINE_SIGNS for words in shown)
        title = 2 * (1 + len(self.summary.title) // _TITLE_SIGNS)
        return self.page.numbered and title + lines + self._parts() <= _FRONT_LINES

    def _parts(self) -> int:
        """Return about how many lines the contents have."""
        within = _PARTS_OF_A_THEME * self._themes_with_words() if self._levels() > 1 else 0
        sections = len(self.summary.sections) + within
        return sections + 2 * bool(self.summary.key_points) + len(Part)

    def _themes_with_words(self) -> int:
        return sum(
            len(section.evidence) > 0 or bool(section.recommendations)
            for section in self.summary.sections
        )

    def _levels(self) -> int:
        """Return how many levels the contents have: fewer where there is more."""
        return 2 if self._themes_with_words() <= _FEW_THEMES else 1

    def _contents(self) -> None:
        """Leave room for contents that stay on the first page."""
        self.page.contents(self._levels())

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
        counted = wording.units_told(table).capitalize()
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
        page.paragraph(
            figures.note(wording.empty_sentence(table) or _it_counts(table), self._years())
        )
        self._own(self.summary.words.about)
        page.caption("Table", "Reviews counted, by review type")
        page.table(figures.sample(table))

    def _years(self) -> str:
        """Return from when the reviews are, "" where that may not be told or is not known."""
        years = [review.year for review in self.summary.reviews if review.year]
        if not years:
            return ""
        first, last = min(years), max(years)
        who = "They date" if len(years) == len(self.summary.reviews) else "Those with a date are"
        return f"{who} from {first}{f' to {last}' if last > first else ''}."

    def _overview(self) -> None:
        page, table = self.page, self.summary.overview
        page.heading("How often the themes were found")
        parts = list(figures.by_theme(table, "Theme"))
        page.caption("Table", f"Reviews with each theme, by review type{self._mark}")
        for place, grid in enumerate(parts):
            if place:
                page.paragraph("The same table, further review types:", look.NOTE)
            page.table(grid)
        page.paragraph(figures.note(*wording.notes(table), figures.tiny_sentence(table)), look.NOTE)
        if len(table.rows) > 1 and figures.shows_all(table.totals, ()) and table.base:
            chart = figures.themes_chart(table)
            of = wording.units_told(table)
            page.caption("Figure", f"{chart.measure} with each theme, of {of}{self._mark}")
            page.chart(chart)

    def _theme(self, section: ThemeSection) -> None:
        page, theme, table = self.page, section.theme, section.table
        page.heading(theme.name)
        page.paragraph(theme.definition)
        self._own(self.summary.words.themes.get(theme.id, ""))
        page.heading("How often", 2)
        page.paragraph(figures.note(method.key_figure(table), self._quoting.behind(section)))
        page.caption("Table", f"{theme.name}, by review type and how it reads{self._mark}")
        page.table(figures.by_kind(table))
        overlap = "A review can stand in several of the last columns."
        small = wording.small_base_sentence(table.columns, table.spec.unit)
        hidden = wording.small_numbers_sentence(table)
        page.paragraph(
            figures.note(overlap, small, hidden, figures.tiny_sentence(table)), look.NOTE
        )
        if len(table.columns) > 1 and figures.shows_all(table.cells[0], table.columns):
            chart = figures.kinds_chart(table)
            page.caption("Figure", f"{chart.measure} with {theme.name}, by type{self._mark}")
            page.chart(chart)
        self._quoting.theme(section)
        questions = self.summary.words.questions.get(theme.id, ())
        if questions:
            page.heading("Questions for your force or board", 2)
            page.bullets(questions)

    def _own(self, words: str) -> None:
        """Write the analyst's own paragraphs."""
        for paragraph in filter(None, (one.strip() for one in words.split("\n"))):
            self.page.paragraph(paragraph)


def _it_counts(table: CrossTab) -> str:
    """Return what is counted as a sentence that goes on from one about the summary."""
    said = wording.base_sentence(table)
    return f"It c{said[1:]}" if said.startswith("Counts") else said
