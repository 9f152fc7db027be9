"""Finds the passages that the words of a rule can touch, by the full-text index."""

from caseview.search.tokens import fold, words
from caseview.tagging.notation import Pattern
from caseview.tagging.prefilter import Needed, needs
from caseview.usecases.ports import Rows

_HOLDING = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid"
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
