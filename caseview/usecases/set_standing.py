"""Says how recommendations stand: for whom, how strong, how far, and that all is right."""

from collections.abc import Sequence
from dataclasses import dataclass

from caseview.counting.wording import several
from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetStanding
from caseview.domain.register import Placed, Progress, Standing, Strength
from caseview.usecases.work import Casebook


@dataclass(frozen=True, slots=True)
class Said:
    """What a coder says of recommendations; None leaves it as it is."""

    progress: Progress | None = None
    strength: Strength | None = None
    addressee: str | None = None
    confirmed: bool | None = None

    def of(self, before: Standing) -> Standing:
        """Return the standing that this makes of one."""
        addressee = before.addressee if self.addressee is None else self.addressee.strip()
        return Standing(
            before.progress if self.progress is None else self.progress,
            before.strength if self.strength is None else self.strength,
            addressee,
            before.confirmed if self.confirmed is None else self.confirmed,
        )


def set_standing(
    casebook: Casebook, places: Sequence[Placed], said: Said, *, coder: str
) -> Changes:
    """Say how recommendations stand, as one act; return what changed.

    Raises CasebookError when one of them is not in the casebook.
    """
    with casebook.writing() as work:
        known = {one.place: one.standing for one in work.register.recommendations()}
        if not set(places) <= set(known):
            raise CasebookError(
                "One of these recommendations is not in the casebook. Nothing was changed.",
                "Look at the list of recommendations.",
            )
        commands = [
            SetStanding(place, known[place], after)
            for place in dict.fromkeys(places)
            if (after := said.of(known[place])) != known[place]
        ]
        if not commands:
            return Changes()
        verb = "Confirm" if said == Said(confirmed=True) else "Change"
        label = f"{verb} {several(len(commands), 'recommendation')}"
        return work.journal.perform(label, commands, coder)
