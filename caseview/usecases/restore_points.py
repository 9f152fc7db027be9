"""Restore points: made before big changes and on request, listed, and gone back to."""

from dataclasses import dataclass

from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.moment import spoken
from caseview.domain.restore_point import RestorePoint, turned, way_to
from caseview.usecases.bring_along import bring_along
from caseview.usecases.work import Casebook, Work

ON_REQUEST = English("you asked for it")


@dataclass(frozen=True, slots=True)
class Marked:
    """What came of asking for a restore point.

    `saved_at` is when the casebook was last written (ISO 8601, UTC); `made` is False when nothing
    had changed since the point that is there.
    """

    point: RestorePoint
    saved_at: str
    made: bool

    @property
    def words(self) -> str:
        """What to say to whoever asked."""
        saved = English("Already saved at {0}.", spoken(self.saved_at))
        if self.made:
            return English("{0} Restore point made.", saved)
        made_at = spoken(self.point.made_at)
        return English("{0} Nothing has changed since the restore point of {1}.", saved, made_at)


def make_restore_point(work: Work, why: str, coder: str) -> RestorePoint:
    """Make a restore point in a unit of work that writes, before a big change; return it.

    `why` completes "made ...": "before the codebook changed". Call it in the same unit of work as
    the change, before the change, so that both are kept or neither is.
    """
    return work.restore_points.make(why, coder)


def mark_place(casebook: Casebook, *, coder: str) -> Marked:
    """Make a restore point because the coder asked; none where nothing changed since the last."""
    audit = casebook.audit()
    saved_at = audit[-1].at
    with casebook.writing() as work:
        points = work.restore_points.all()
        done = [entry.id for entry in work.journal.entries() if not entry.undone]
        if points and points[0].journal_id == max(done, default=0):
            return Marked(points[0], saved_at, made=False)
        return Marked(work.restore_points.make(ON_REQUEST, coder), saved_at, made=True)


def list_restore_points(casebook: Casebook) -> tuple[RestorePoint, ...]:
    """Return every restore point, newest first."""
    with casebook.reading() as work:
        return work.restore_points.all()


def go_back(casebook: Casebook, point_id: int, *, coder: str) -> Changes:
    """Bring what coders decided back to a restore point, as one act that undo takes back.

    Documents imported since stay. Raises CasebookError when there is no such point.
    """
    with casebook.writing() as work:
        point = next((one for one in work.restore_points.all() if one.id == point_id), None)
        if point is None:
            raise CasebookError(
                English(
                    "There is no restore point {0} in this casebook. Nothing was changed.", point_id
                ),
                "Look at the list of restore points.",
            )
        entries, before = work.journal.entries(), work.codebooks.in_use()
        way = way_to(point, entries)
        if not way:
            return Changes()
        label = English("Go back to {0}", spoken(point.made_at))
        changes = work.journal.perform(label, way, coder)
        back, again = turned(point, entries)
        return changes | bring_along(work, before, (*back, *again), coder=coder)
