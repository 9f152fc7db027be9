"""Says for a view what reviews are and which documents belong together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from caseview.desktop.desk import Desk
from caseview.desktop.session.keeping import Sorting
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.type_fields import recasts
from caseview.domain.changes import Changes
from caseview.domain.review import Review
from caseview.usecases.group_reviews import Recast


@dataclass(frozen=True)  # without slots, for a signal holds its methods weakly
class Sorter:
    """The acts of sorting, each on a worker and said in the status bar where it moves things."""

    desk: Desk

    def recast(self, reviews: Sequence[Review], wanted: Recast) -> None:
        """Give reviews another type, or one review another form."""
        for documents, step in recasts(reviews, wanted):
            self._do(tr("Change the type"), partial(_recast, documents, step))

    def group(self, reviews: Sequence[Review]) -> None:
        """Make one review of several."""
        ids = [review.id for review in reviews]
        said = tr("{0} are one now. Ctrl+Z undoes it.", several(len(ids), "review"))
        self._do(tr("Group the reviews"), lambda sorting: sorting.group(ids), said)

    def part(self, document_id: int) -> None:
        """Make a document a review of its own."""
        said = tr("The document is a review of its own now. Ctrl+Z undoes it.")
        self._do(tr("Part the document"), lambda sorting: sorting.part(document_id), said)

    def _do(self, doing: str, act: Callable[[Sorting], Changes], said: str = "") -> None:
        def then(_: Changes) -> None:
            if said:
                self.desk.events.say(said)

        self.desk.change(doing, lambda _: act(self.desk.session.keeping.sorting()), then)


def _recast(documents: Sequence[int], wanted: Recast, sorting: Sorting) -> Changes:
    return sorting.recast(documents, wanted)
