"""What leaves of a cross-tab and what is kept of it, as the window asks for it."""

from dataclasses import dataclass, field
from pathlib import Path

from caseview.counting.framework import Place
from caseview.counting.small_numbers import SHOW_ALL, SmallNumbers
from caseview.domain.changes import Changes
from caseview.domain.crosstab import CrossTabSpec
from caseview.domain.handout import Handout
from caseview.domain.saved import SavedKind
from caseview.usecases.asked import Asked
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.change_settings import settings_of
from caseview.usecases.compare_body import bodies
from caseview.usecases.export_table import export_table
from caseview.usecases.frame_matrix import cell_words, quoted_words, write_cell
from caseview.usecases.keep_named import forget
from caseview.usecases.ports import HearsRows, unheard
from caseview.usecases.saved_crosstab import (
    SavedTable,
    TableChoice,
    save_crosstab,
    save_filter,
    saved_crosstabs,
    saved_filters,
)
from caseview.usecases.tell import Question, tell
from caseview.usecases.work import Casebook
from caseview.wiring.house import House, now
from caseview.wiring.registering import Compared


@dataclass(frozen=True, slots=True)
class Tabulating:
    """Cross-tabs of one coder: to files, and under names."""

    house: House
    casebook: Casebook
    coder: str
    compared: Compared = field(default_factory=Compared)

    def rule(self) -> SmallNumbers:
        """Return the casebook's own rule for small numbers."""
        return SmallNumbers(settings_of(self.casebook).small_numbers)

    def save_table(
        self,
        choice: TableChoice,
        path: Path,
        small: SmallNumbers | None,
        heard: HearsRows = unheard,
    ) -> None:
        """Write a cross-tab with its evidence to Excel, Word, CSV or a web page.

        Without a rule of its own the casebook's rule for small numbers holds: with one, there is
        no evidence in the file.
        """
        finder = self.house.finder()
        table = build_crosstab(self.casebook, finder, choice.spec, now)
        writer, rule = self.house.table_writer(path.suffix.lower()), small or self.rule()
        to = (writer, path)
        share = choice.share
        export_table(self.casebook, finder, table, *to, small=rule, share=share, heard=heard)

    def bodies(self, attribute: str) -> tuple[str, ...]:
        """Return every force, board, area or region that reviews have, by name."""
        with self.casebook.reading() as work:
            return bodies(work, attribute)

    def tell(self, question: Question, small: SmallNumbers = SHOW_ALL) -> Handout:
        """Return the answer to a question on figures, with small numbers hidden by a rule."""
        asked = Asked(self.casebook, self.house.finder(), now, question.over, small)
        return tell(asked, question, self.compared)

    def save_told(self, question: Question, path: Path, small: SmallNumbers | None) -> None:
        """Write the answer to Excel, Word or CSV; without a rule the casebook's own holds."""
        told = self.tell(question, self.rule() if small is None else small)
        self.house.handout_writer(path.suffix.lower()).write(told, path)

    def cell(self, place: Place) -> str:
        """Return what is written in a cell of the framework matrix, by review and theme."""
        return cell_words(self.casebook, place)

    def quotes(self, over: CrossTabSpec, place: Place) -> str:
        """Return the key quotes of a cell, else its first quotes, to begin its words with."""
        return quoted_words(self.casebook, self.house.finder(), over, place)

    def write_cell(self, place: Place, words: str) -> Changes:
        """Keep words in a cell of the framework matrix, or empty it."""
        return write_cell(self.casebook, place, words, coder=self.coder, now=now)

    def saved(self) -> tuple[SavedTable, ...]:
        """Return every saved cross-tab, by name, as the casebook stands."""
        return saved_crosstabs(self.casebook, self.house.finder())

    def save(self, name: str, choice: TableChoice) -> Changes:
        """Keep a cross-tab under a name."""
        return save_crosstab(self.casebook, name, choice, coder=self.coder, now=now)

    def forget(self, name: str) -> Changes:
        """Remove a saved cross-tab."""
        return forget(self.casebook, SavedKind.CROSSTAB, name, coder=self.coder)

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Return every saved filter as its name and its expression."""
        return saved_filters(self.casebook)

    def save_filter(self, name: str, where: str) -> Changes:
        """Keep a filter under a name."""
        finder = self.house.finder()
        return save_filter(self.casebook, finder, name, where, coder=self.coder, now=now)

    def forget_filter(self, name: str) -> Changes:
        """Remove a saved filter."""
        return forget(self.casebook, SavedKind.FILTER, name, coder=self.coder)
