"""What the Cross-tabs page needs of an open casebook; the wiring fulfils it over the use cases.

Each method blocks, so the window calls it on a worker only; all may raise CaseViewError.
"""

from pathlib import Path
from typing import Protocol

from caseview.counting.framework import Place
from caseview.counting.small_numbers import SHOW_ALL, SmallNumbers
from caseview.domain.changes import Changes
from caseview.domain.crosstab import CrossTabSpec
from caseview.domain.handout import Handout
from caseview.usecases.ports import HearsRows, unheard
from caseview.usecases.saved_crosstab import SavedTable, TableChoice
from caseview.usecases.tell import Question


class Tabulating(Protocol):
    """What leaves of a cross-tab, and what is kept of it."""

    def rule(self) -> SmallNumbers:
        """Return the casebook's own rule for small numbers."""
        ...

    def save_table(
        self,
        choice: TableChoice,
        path: Path,
        small: SmallNumbers | None,
        heard: HearsRows = unheard,
    ) -> None:
        """Write a cross-tab to Excel, Word, CSV or a web page by the path's ending.

        Without a rule of its own the casebook's rule for small numbers holds. `heard` hears how
        far it is, and may raise StoppedError: then nothing is written.
        """
        ...

    def bodies(self, attribute: str) -> tuple[str, ...]:
        """Return every force, board, area or region that reviews have, by name."""
        ...

    def tell(self, question: Question, small: SmallNumbers = SHOW_ALL) -> Handout:
        """Return the answer to a question on figures, with small numbers hidden by a rule."""
        ...

    def save_told(self, question: Question, path: Path, small: SmallNumbers | None) -> None:
        """Write the answer to Excel, Word or CSV; without a rule the casebook's own holds."""
        ...

    def cell(self, place: Place) -> str:
        """Return what is written in a cell of the framework matrix, by review and theme."""
        ...

    def quotes(self, over: CrossTabSpec, place: Place) -> str:
        """Return the key quotes of a cell, else its first quotes, to begin its words with."""
        ...

    def write_cell(self, place: Place, words: str) -> Changes:
        """Keep words in a cell of the framework matrix, or empty it."""
        ...

    def saved(self) -> tuple[SavedTable, ...]:
        """Return every saved cross-tab, by name, as the casebook stands."""
        ...

    def save(self, name: str, choice: TableChoice) -> Changes:
        """Keep a cross-tab under a name, in place of one that has the name already."""
        ...

    def forget(self, name: str) -> Changes:
        """Remove a saved cross-tab."""
        ...

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Return every saved filter as its name and its expression."""
        ...

    def save_filter(self, name: str, where: str) -> Changes:
        """Keep a filter under a name, in place of one that has the name already."""
        ...

    def forget_filter(self, name: str) -> Changes:
        """Remove a saved filter."""
        ...
