"""Says that the numbers of a summary have aged; they change only when they are asked for anew."""

from collections.abc import Callable
from functools import partial

from caseview.desktop.desk import Desk
from caseview.desktop.models.words import clock
from caseview.desktop.tongue import several, tr
from caseview.desktop.widgets.notices import Banner
from caseview.domain.changes import Changes


class Aging(Banner):
    """A banner; `update` makes the numbers anew."""

    def __init__(self, desk: Desk, update: Callable[[], object]) -> None:
        super().__init__(desk.appearance)
        self._desk = desk
        self._update = update
        self._made_at: str | None = None
        self._since = Changes()
        desk.events.changed.connect(self._count)

    def made(self, moment: str | None) -> None:
        """Take over when the numbers were made (ISO 8601 in UTC); None where there are none."""
        self._made_at, self._since = moment, Changes()
        self.hide()

    def tell_since(self, moment: str) -> None:
        """Tell, of a summary just opened, what changed between its last numbers and now."""
        if moment:
            self._desk.read(
                tr("Look what has changed"),
                lambda s: s.summarising.changed_since(moment),
                partial(self._say_since, moment),
            )

    def _count(self, changes: Changes) -> None:
        touched = changes.tags or changes.suggestions or changes.reviews or changes.documents
        if self._made_at is None or not (touched or changes.codebook or changes.register):
            return
        self._since |= changes
        when = clock(self._made_at) if self._made_at else "before"
        tags = len(self._since.tags)
        have = "has" if tags == 1 else "have"
        said = (
            tr("{0} {1} changed", several(tags, "tag"), have)
            if tags
            else tr("The casebook has changed")
        )
        acts = [(tr("Update numbers"), self._update)]
        self.say(tr("Numbers are from {0}.", when), tr("{0} since then.", said), acts)

    def _say_since(self, moment: str, acts: int) -> None:
        if acts:
            have = "has" if acts == 1 else "have"
            self.say(
                tr(
                    "{0} {1} changed since the numbers of {2}.",
                    several(acts, "tag"),
                    have,
                    clock(moment),
                ),
                tr("The numbers are made anew; what you wrote and ticked is as you left it."),
                [(tr("Close"), self.hide)],
            )
