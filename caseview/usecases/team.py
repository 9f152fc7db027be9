"""What a team keeps in a casebook: versions of the codebook, registers, saved questions."""

from collections.abc import Mapping
from typing import Protocol

from caseview.domain.codebook import Codebook
from caseview.domain.codebook_figures import CodebookFigures
from caseview.domain.codebook_version import CodebookVersion
from caseview.domain.register import KeptConcern, KeptRecommendation, RecommendationGroup
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

    def groups(self) -> tuple[RecommendationGroup, ...]:
        """Return every group of recommendations, by name."""
        ...

    def concerns(self) -> tuple[KeptConcern, ...]:
        """Return every coroner's concern with its answer, by document and place."""
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


class RestorePoints(Protocol):
    """Places in the journal to go back to."""

    def all(self) -> tuple[RestorePoint, ...]:
        """Return every restore point, newest first."""
        ...

    def make(self, why: str, coder: str) -> RestorePoint:
        """Keep the place the journal stands at, and return it."""
        ...
