"""The remark on a search: what could not be understood, pointed at in what was typed."""

from functools import partial

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.notices import Banner
from caseview.desktop.widgets.search_field import SearchField


class Remark(Banner):
    """A banner above the results that leads to the place in the field it speaks of."""

    def __init__(self, look: Appearance, field: SearchField) -> None:
        super().__init__(look, "plain")
        self._field = field

    def tell(self, what: str, more: str, place: int | None) -> None:
        """Say what could not be understood and point at its place, "" and None for nothing."""
        typed = place is not None and place < len(self._field.text())
        self.setVisible(bool(what))
        if what:
            go = partial(self._field.go_to, place or 0)
            self.say(what, more, [(tr("Show where"), go)] if typed else [])
        self._field.point_at(place if typed else None)
