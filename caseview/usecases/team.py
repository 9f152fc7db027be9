"""What a team keeps in a casebook: versions of the codebook, registers, saved questions."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from caseview.domain.agreement import ParagraphPlace, Settlement
from caseview.domain.codebook import Codebook
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.learned import LearnedRule
from caseview.domain.matrix import MatrixCell
from caseview.domain.passage import KeptPassage
from caseview.domain.register import KeptConcern, KeptRecommendation, Placed, RecommendationGroup
from caseview.domain.restore_point import RestorePoint
from caseview.domain.saved import Saved, SavedKind


class Codebooks(Protocol):
    """The versions of the codebook; `Work.codebook` is the one in use."""

    def versions(self) -> tuple[CodebookVersion, ...]:
        """Return every version ever kept, oldest first."""
        ...

    def in_use(self) -> int:
        """Return the id of the version in use."""
        ...

    def version(self, number: int) -> Codebook:
        """Return one version by its id."""
        ...

    def keep(self, codebook: Codebook, *, coder: str, note: str) -> int:
        """Keep a version and return its id; a SetCodebook command puts it in use."""
        ...

    def figures(self) -> CodebookFigures:
        """Return how the themes and rules have done so far."""
        ...


class Register(Protocol):
    """Recommendations, groups of them, and the answers to coroners' concerns."""

    def recommendations(self) -> tuple[KeptRecommendation, ...]:
        """Return every recommendation with its standing, by document and place."""
        ...

    def themes(self) -> Mapping[Placed, Mapping[str, bool]]:
        """Return the themes on the words of each recommendation: True where a coder tagged it.

        Suggestions count from level normal on; rejected ones do not.
        """
        ...

    def groups(self) -> tuple[RecommendationGroup, ...]:
        """Return every group of recommendations, by name."""
        ...

    def concerns(self) -> tuple[KeptConcern, ...]:
        """Return every coroner's concern with its answers, by document and place."""
        ...


class SavedOnes(Protocol):
    """What analysts keep under a name, and the casebook's own settings."""

    def all(self, kind: SavedKind) -> tuple[Saved, ...]:
        """Return everything saved of one kind, by name."""
        ...

    def named(self, kind: SavedKind, name: str) -> Saved | None:
        """Return what was saved under a name, None when nothing was."""
        ...

    def settings(self) -> Mapping[str, str]:
        """Return the casebook's own settings by name; one never set is not there."""
        ...

    def cells(self) -> tuple[MatrixCell, ...]:
        """Return every cell of the framework matrix that has words, by review and theme."""
        ...


class RestorePoints(Protocol):
    """Places in the journal to go back to."""

    def all(self) -> tuple[RestorePoint, ...]:
        """Return every restore point, newest first."""
        ...

    def make(self, why: str, coder: str) -> RestorePoint:
        """Keep the place the journal stands at, and return it."""
        ...


class Comparison(Protocol):
    """What coders and rules are compared by."""

    def coded(self) -> Mapping[int, Mapping[str, str]]:
        """Return when each coder finished a document for a comparison, by document and coder."""
        ...

    def settlements(self) -> tuple[Settlement, ...]:
        """Return every disagreement settled, by id, with the tags as they were before."""
        ...

    def paragraphs(self, document_ids: Iterable[int]) -> tuple[ParagraphPlace, ...]:
        """Return where the paragraphs of documents stand that can be tagged, in reading order."""
        ...

    def passages(self, ids: Iterable[int]) -> tuple[KeptPassage, ...]:
        """Return passages by id, in this order; one that is gone is left out."""
        ...

    def quiet(self) -> tuple[int, ...]:
        """Return the ids of paragraphs where no rule found anything at the level shown."""
        ...


class Sketches(Protocol):
    """Sketches of the texts of documents (see `domain.sketch`)."""

    def like(self, numbers: Collection[int], least: float) -> tuple[tuple[int, float], ...]:
        """Return (document id, likeness) of documents with nearly these words, likest first.

        `numbers` are the sketch of a text, `least` is the lowest likeness, 0 to 1.
        """
        ...


class LearnedOnes(Protocol):
    """Rules learned from decisions; they can be learned anew at any time."""

    def all(self) -> tuple[LearnedRule, ...]:
        """Return every learned rule, by theme."""
        ...

    def keep(self, rules: Iterable[LearnedRule]) -> None:
        """Keep these in place of all there were."""
        ...
