"""What the Codebook view needs of an open casebook; the wiring fulfils it over the use cases.

As in `session`, each method blocks, returns domain values and may raise CaseViewError.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from caseview.desktop.session.schooling import Schooling
from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook
from caseview.domain.codebook_effect import Effect
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.query import Search
from caseview.domain.tag import Tag
from caseview.tagging.editing.draft import Draft
from caseview.usecases.try_rule import Attempt, Trial

Stop = Callable[[], bool]
Told = Callable[[int, int], object]


class Revising(Protocol):
    """The codebook as a document that is edited, tried and applied."""

    @property
    def schooling(self) -> Schooling:
        """What is learned from decisions beside the rules that are written."""
        ...

    def figures(self) -> CodebookFigures:
        """Return how the themes and rules have done so far."""
        ...

    def versions(self) -> tuple[CodebookVersion, ...]:
        """Return every version ever kept, oldest first."""
        ...

    def version(self, number: int) -> Codebook:
        """Return a version by its id."""
        ...

    def preview(self, draft: Draft, told: Told, stop: Stop) -> Effect | None:
        """Return what applying a draft would do; None when stopped."""
        ...

    def apply(self, draft: Draft, effect: Effect) -> Changes:
        """Put a draft in use as one act."""
        ...

    def try_rule(self, attempt: Attempt, stop: Stop) -> Trial:
        """Return what a rule alone would find. Raises NotationError where it cannot be read."""
        ...

    def tags_of(self, theme: str) -> tuple[Tag, ...]:
        """Return the tags of a theme in reading order."""
        ...

    def rule_of(self, search: Search) -> str:
        """Return the words of a search in the notation of rules."""
        ...

    def read_file(self, path: Path) -> Codebook:
        """Return the codebook in a TOML file or an Excel workbook.

        The codes of another program (.qdc) are returned as what they make of the one in use.
        """
        ...

    def write_file(self, codebook: Codebook, path: Path) -> None:
        """Write a codebook to TOML, Excel or for other programs, by the path's ending."""
        ...

    def open_of_rule(self, document_id: int, rule: str) -> int:
        """Return how many open suggestions a rule made in a document."""
        ...

    def reject_rule(self, document_id: int, rule: str) -> Changes:
        """Reject them all as one act."""
        ...
