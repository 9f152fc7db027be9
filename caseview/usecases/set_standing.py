"""Says how recommendations stand: for whom, how strong, how far, and that all is right."""

from collections.abc import Sequence

from caseview.counting.wording import several
from caseview.domain.changes import Changes
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetStanding
from caseview.domain.register import Placed
from caseview.domain.registered import Said
from caseview.usecases.work import Casebook


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
