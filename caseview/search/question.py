"""A query read over one state of a casebook, ready to be answered."""

from typing import Any

from caseview.search.evaluation import Evaluation
from caseview.search.expression import AnyOf, Node
from caseview.search.families import Families
from caseview.search.fields import Fields
from caseview.search.lexicon import Lexicon
from caseview.search.reading import Reader
from caseview.search.spelling import near
from caseview.search.state import State
from caseview.search.typed import Typed
from caseview.search.units import Reading, Units
from caseview.usecases.ports import Rows

_SHORT, _LONG = 3, 6


class Question:
    """A query read over one state of a casebook."""

    def __init__(self, rows: Rows, state: State, families: Families) -> None:
        self.rows = rows
        self.state = state
        self.fields = Fields(rows, state)
        self.lexicon = Lexicon(rows, families, state.kept)
        self.evaluation = Evaluation(rows, state, self.fields)
        self.reading = Reading()

    def read(self, typed: Typed, tree: Any, *, exact: bool) -> Node:
        """Return what a query asks for; nothing at all finds nothing."""
        units = Units(typed.text, self.lexicon, exact=exact)
        self.reading = units.reading
        node = Reader(typed.text, units).read(tree)
        return AnyOf(()) if node is None else node

    def also_finding(self) -> tuple[str, ...]:
        """Return the forms searched beside the words typed, as they stand in the casebook."""
        typed = {token.word for token in self.reading.typed}
        return tuple(form for form in self.reading.forms if form not in typed)

    def remark(self, typed: Typed) -> tuple[str, int | None]:
        """Return what was read otherwise than typed, and the place of the first such thing."""
        said = [(typed.place, typed.remark)] if typed.remark else []
        said += self.fields.unknown
        said += [
            (None, f"“{sign}” describes no word, so it was left out.")
            for sign in dict.fromkeys(self.reading.passed_over)
        ]
        place = next((place for place, _ in said if place is not None), None)
        return " ".join(remark for _, remark in said), place

    def did_you_mean(self, query: str) -> str | None:
        """Return the query with words the casebook lacks put right, None where none can be."""
        better = query
        for token in sorted(self.reading.typed, key=lambda token: -token.start):
            if not self.lexicon.passages(token.word) and (word := self._nearest(token.word)):
                better = better[: token.start] + word + better[token.end :]
        return None if better == query else better

    def _nearest(self, word: str) -> str | None:
        """Return the word of the casebook spelled most nearly so, the commonest of several."""
        if len(word) < _SHORT:
            return None
        words = self.lexicon.all
        for most in (1, 2) if len(word) >= _LONG else (1,):
            if found := near(word, words, most):
                return max(found, key=lambda other: (other[0] == word[0], words[other]))
        return None
