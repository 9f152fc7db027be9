"""The codebook of an open casebook as the faces edit, try and apply it."""

from dataclasses import dataclass
from pathlib import Path

from caseview.domain.changes import Changes
from caseview.domain.codebook import Codebook
from caseview.domain.codebook_effect import Effect
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.query import Search
from caseview.domain.tag import Tag
from caseview.tagging.editing.draft import Draft
from caseview.usecases import edit_codebook, reject_rule
from caseview.usecases.exchange_matching import codebook_of
from caseview.usecases.ports import Stop
from caseview.usecases.search_casebook import search_as_rule
from caseview.usecases.suggest_again import InTurn, Suggester, Told
from caseview.usecases.try_rule import Attempt, Trial, try_rule
from caseview.usecases.work import Casebook
from caseview.wiring.codebook_files import read_codebook_file, write_codebook_file
from caseview.wiring.exchanging import CODES, read_codes, write_codes
from caseview.wiring.house import House
from caseview.wiring.learning import Schooling

MANY_PASSAGES = 3_000
"""From how many passages on children are worth their start, which takes about a second."""


def suggester(passages: int, jobs: int) -> Suggester:
    """Return what suggests on so many passages: here, or in `jobs` children."""
    if passages < MANY_PASSAGES:
        return InTurn()
    from caseview.readers.suggesting import ChildSuggester  # noqa: PLC0415 (start-up)

    return ChildSuggester(jobs)


@dataclass(frozen=True, slots=True)
class Revising:
    """The acts of one coder on the codebook; `jobs` children suggest at once."""

    house: House
    casebook: Casebook
    coder: str
    jobs: int = 1

    @property
    def schooling(self) -> Schooling:
        """What is learned from decisions beside the rules that are written."""
        return Schooling(self.casebook, self.coder)

    def figures(self) -> CodebookFigures:
        """Return how the themes and rules have done so far."""
        return edit_codebook.read_figures(self.casebook)

    def versions(self) -> tuple[CodebookVersion, ...]:
        """Return every version ever kept, oldest first."""
        return edit_codebook.list_versions(self.casebook)

    def version(self, number: int) -> Codebook:
        """Return a version by its id."""
        return edit_codebook.read_version(self.casebook, number)

    def preview(self, draft: Draft, told: Told, stop: Stop) -> Effect | None:
        """Return what applying a draft would do; None when stopped."""
        by = suggester(self.casebook.info().passages, self.jobs)
        return edit_codebook.preview_codebook(self.casebook, draft, by, told=told, stop=stop)

    def apply(self, draft: Draft, effect: Effect) -> Changes:
        """Put a draft in use as one act."""
        return edit_codebook.apply_codebook(self.casebook, draft, effect.fresh, coder=self.coder)

    def try_rule(self, attempt: Attempt, stop: Stop) -> Trial:
        """Return what a rule alone would find."""
        from caseview.search.touching import WordTouching  # noqa: PLC0415 (start-up)

        return try_rule(self.casebook, WordTouching(), attempt, stop=stop)

    def tags_of(self, theme: str) -> tuple[Tag, ...]:
        """Return the tags of a theme in reading order."""
        with self.casebook.reading() as work:
            return work.decisions.tags(themes=[theme])

    def rule_of(self, search: Search) -> str:
        """Return the words of a search in the notation of rules."""
        return search_as_rule(self.casebook, self.house.finder(), search).pattern

    def read_file(self, path: Path) -> Codebook:
        """Return the codebook in a TOML file or an Excel workbook.

        The codes of another program (.qdc) are returned as what they make of the one in use.
        """
        if path.suffix.lower() != CODES:
            return read_codebook_file(path)
        with self.casebook.reading() as work:
            return codebook_of(read_codes(path), work.codebook)

    def write_file(self, codebook: Codebook, path: Path) -> None:
        """Write a codebook to TOML, Excel or for other programs, by the path's ending."""
        if path.suffix.lower() == CODES:
            write_codes(codebook, path)
        else:
            write_codebook_file(codebook, path)

    def open_of_rule(self, document_id: int, rule: str) -> int:
        """Return how many open suggestions a rule made in a document."""
        return reject_rule.open_suggestions_of_rule(self.casebook, document_id, rule)

    def reject_rule(self, document_id: int, rule: str) -> Changes:
        """Reject them all as one act."""
        return reject_rule.reject_rule(self.casebook, document_id, rule, coder=self.coder)
