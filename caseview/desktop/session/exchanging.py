"""What the window needs to hand work to other programs and take it from them.

The wiring fulfils it; each method blocks, so the window calls it on a worker only (see `jobs`).
All may raise CaseViewError, whose words are shown as they stand.
"""

from pathlib import Path
from typing import Protocol

from caseview.domain.changes import Changes
from caseview.usecases.details_table import DetailsPlan
from caseview.usecases.export_exchange import Exported
from caseview.usecases.load_exchange import Loaded
from caseview.usecases.new_version import Adopted
from caseview.usecases.ports import Stop


class Taken(Protocol):
    """What was taken from a sheet."""

    @property
    def plan(self) -> DetailsPlan: ...  # noqa: D102 - named for what it returns
    @property
    def tags(self) -> int: ...  # noqa: D102
    @property
    def trouble(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def changes(self) -> Changes: ...  # noqa: D102


class Exchanging(Protocol):
    """Projects, tables and sheets, out and in."""

    def export_project(self, path: Path) -> Exported:
        """Write the casebook as a REFI-QDA project."""
        ...

    def load_project(self, path: Path, *, stop: Stop) -> Loaded:
        """Bring in a REFI-QDA project."""
        ...

    def export_tags(self, path: Path) -> int:
        """Write every tag with its words to a table; return how many."""
        ...

    def details_to(self, path: Path) -> int:
        """Write the details of every review to Excel; return how many reviews."""
        ...

    def plan_details(self, path: Path) -> DetailsPlan:
        """Return what a sheet of details would change."""
        ...

    def take_details(self, path: Path, *, over_confirmed: bool) -> Taken:
        """Take details, and coding where there is some, from a sheet."""
        ...

    def adopt(self, older: int, newer: int) -> Adopted:
        """Let a newer version of a document stand in for an older one, tags and all."""
        ...
