"""Addressees of coroners' reports against the official lists of whom they were sent to."""

import re

from caseview.domain.attribute import DetailName, values
from caseview.domain.description import Description
from caseview.domain.document import DocumentText
from tests.quality.scores import f1, words, write

_PIECE = re.compile(r"[a-z]|\w{1,4}$(?<![A-Z]{3})")
_ACRONYM = re.compile(r"[A-Z]{3,}$")
_SMALL = frozenset({"the", "of", "and", "for", "a", "to"})
_SHORTEST = len("redacted") + 1


class SentTo:
    """Counts addressees found, false and missed, over all lists and over those that are whole.

    Only reports whose official list stands word for word in the first box can be compared. Many
    lists were broken on the way (pieces of names, a name twice over): they count in the first
    figure and not in the second.
    """

    def __init__(self) -> None:
        self._all = [0, 0, 0]
        self._whole = [0, 0, 0]

    def compare(self, row: dict[str, str], text: DocumentText, found: Description) -> None:
        """Add one report with its row of the official table."""
        got = [_key(name) for name in values(found.details, DetailName.ADDRESSEE)]
        names = [name.strip() for name in row["sent_to"].split("|")]
        wanted = [_key(name) for name in names if len(name) >= _SHORTEST or _ACRONYM.match(name)]
        box = next((s for s in found.outline if "sent to" in s.heading.lower()), None)
        if box is None or not wanted:
            return
        said = _key(text.text[box.start : box.end])
        if not all(name <= said for name in wanted):
            return
        used: set[int] = set()
        for name in wanted:
            used |= set([n for n, one in enumerate(got) if n not in used and name <= one][:1])
        broken = len(set(names)) < len(names) or any(_PIECE.match(name) for name in names)
        for sums in [self._all] if broken else [self._all, self._whole]:
            sums[0] += len(used)
            sums[1] += len(got) - len(used)
            sums[2] += len(wanted) - len(used)

    def say(self, folder: str) -> None:
        """Print both figures."""
        write(f"  addressees ({folder}): {f1(*self._all)}")
        write(f"  addressees ({folder}), unbroken lists: {f1(*self._whole)}")


def _key(name: str) -> set[str]:
    return set(words(name.replace("&", "and"))) - _SMALL
