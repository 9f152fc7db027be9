"""Finds the passages that the words of a rule can touch, by the full-text index."""

from caseview.search.tokens import fold, words
from caseview.tagging.needs import Needed, needs
from caseview.tagging.notation import Pattern
from caseview.usecases.ports import Rows

_HOLDING = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid"
_CARRYING = (
    "SELECT passage_id FROM suggestion WHERE theme = ?"
    " UNION SELECT passage_id FROM tag WHERE theme = ?"
)
_MOST_WORDS = 400


class WordTouching:
    """Fulfils usecases.try_rule.Touching over the index in the casebook."""

    def passages(self, rows: Rows, pattern: Pattern) -> list[int] | None:
        """Return the ids of the passages that may match; None where all of them may.

        No passage that matches is left out: each holds one word of every set the pattern needs.
        """
        asked = [said for one in needs(pattern) if (said := _said(one))]
        if not asked:
            return None
        return [int(row[0]) for row in rows.rows(_HOLDING, [" AND ".join(asked)])]

    def carrying(self, rows: Rows, theme: str) -> frozenset[int]:
        """Return the ids of the passages that have a suggestion or a tag of a theme."""
        return frozenset(int(row[0]) for row in rows.rows(_CARRYING, [theme, theme]))


def _said(needed: Needed) -> str:
    """Return a set in the language of the index, "" where it cannot be told in it."""
    if len(needed) > _MOST_WORDS:
        return ""
    said = []
    for spelling in needed:
        if words(spelling.letters) != [fold(spelling.letters)]:
            return ""
        said.append(f'"{fold(spelling.letters)}"' + " *" * spelling.open_end)
    return f"({' OR '.join(sorted(said))})"
