"""Other programs in memory: what the window hands over and takes."""

from dataclasses import dataclass, field
from pathlib import Path

from typing_extensions import override

from caseview.desktop.session.exchanging import Exchanging
from caseview.domain.attribute import DetailName
from caseview.domain.changes import Changes
from caseview.usecases.details_table import DetailChange, DetailsPlan
from caseview.usecases.export_exchange import Exported
from caseview.usecases.load_exchange import Loaded
from caseview.usecases.new_version import Adopted
from caseview.usecases.ports import Stop

PLAN = DetailsPlan(
    (
        DetailChange(2, 1, "Person Alder", DetailName.SEX, (), ("male",), conflict=False),
        DetailChange(2, 1, "Person Alder", DetailName.AGE, ("41",), ("42",), conflict=True),
    ),
    ("Row 4 fits no review, so nothing was taken from it.",),
)


@dataclass(frozen=True)
class InventedTaken:
    """What was taken from a sheet."""

    plan: DetailsPlan = PLAN
    tags: int = 3
    trouble: tuple[str, ...] = ()
    changes: Changes = Changes("Take details from a sheet", reviews=frozenset({1}))  # noqa: RUF009


@dataclass
class InventedExchanging(Exchanging):
    """Remembers what it was asked, as (what, path or ids)."""

    asked: list[tuple[object, ...]] = field(default_factory=list)

    @override
    def export_project(self, path: Path) -> Exported:
        self.asked.append(("project", path))
        return Exported(2, 5, ("4 suggestions nobody decided were left behind.",))

    @override
    def load_project(self, path: Path, *, stop: Stop) -> Loaded:
        self.asked.append(("load", path))
        changes = Changes("Load a project", documents=frozenset({10}))
        return Loaded(1, 1, 4, 0, 2, ("Damp",), ("“Plan” is no text.",), changes)

    @override
    def export_tags(self, path: Path) -> int:
        self.asked.append(("tags", path))
        return 7

    @override
    def details_to(self, path: Path) -> int:
        self.asked.append(("out", path))
        return 9

    @override
    def plan_details(self, path: Path) -> DetailsPlan:
        self.asked.append(("plan", path))
        return PLAN

    @override
    def take_details(self, path: Path, *, over_confirmed: bool) -> InventedTaken:
        self.asked.append(("take", path, over_confirmed))
        return InventedTaken()

    @override
    def adopt(self, older: int, newer: int) -> Adopted:
        self.asked.append(("adopt", older, newer))
        return Adopted(3, 1, (), Changes("Take the newer version", documents=frozenset({newer})))
