"""Where one was in a casebook, kept as text so that it opens there again.

Only ids are kept: what was typed in a search can name people. A document opens again at the
first suggestion to decide.
"""

import json
from pathlib import Path

from caseview.desktop.places import Place, View
from caseview.desktop.window.views import VIEWS


def kept(casebook: Path, place: Place) -> str:
    """Return a place in a casebook as text."""
    return json.dumps({
        "casebook": str(casebook),
        "view": place.view,
        "review": place.review,
        "document": place.document,
        "themes": place.themes,
    })


def place_in(casebook: Path, text: str) -> Place | None:
    """Return the place that a text was kept of; None when it is of another casebook, or none."""
    try:
        held = json.loads(text)
        if held["casebook"] != str(casebook):
            return None
        place = Place(
            View(held["view"]),
            held["review"],
            held["document"],
            themes=tuple(held["themes"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
    return place if place.view in VIEWS else None
