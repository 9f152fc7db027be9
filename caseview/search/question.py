"""A query read over one state of a casebook, ready to be answered."""

from collections.abc import Sequence
from typing import Any

from caseview.search.evaluation import Evaluation
from caseview.search.expression import AnyOf, Node, leaves
from caseview.search.families import Families
from caseview.search.fields import Fields
from caseview.search.lexicon import Lexicon
from caseview.search.reading import Reader
from caseview.search.spelling import near
from caseview.search.state import State
from caseview.search.typed import Typed
from caseview.search.units import Reading, Units
from caseview.search.wide import Wide
from caseview.usecases.ports import Rows

_SHORT, _LONG = 3, 6
Remark = tuple[int | None, str]
"""A place in the query as typed, None for none, and plain sentences, "" when all is well."""


class Question:
    """A query read over one state of a casebook."""

    def __init__(self, rows: Rows, state: State, families: Families) -> None:
        self.rows = rows
        self.state = state
        self.fields = Fields(rows, state)
        self.lexicon = Lexicon(rows, families, state.kept)
        self.evaluation = Evaluation(rows, state, self.fields, Wide(rows, state, self.lexicon))
        self.reading = Reading()

    def read(self, typed: Typed, tree: Any, *, exact: bool) -> Node:
        """Return what a query asks for; nothing at all finds nothing."""
        units = Units(typed.text, self.lexicon, exact=exact)
        self.reading = units.reading
        node = Reader(typed.text, units).read(tree)
        return AnyOf(()) if node is None else node

    def also_finding(self, node: Node) -> tuple[str, ...]:
        """Return the forms found beside the words typed, as they stand in the casebook."""
        typed = {token.word for token in self.reading.typed}
        found = {
            word for leaf in leaves(node) for unit in leaf.units for slot in unit for word in slot
        }
        return tuple(form for form in self.reading.forms if form in found and form not in typed)

    def trouble(self, typed: Typed) -> Remark:
        """Return what could not be understood as typed, and the place of the first such thing."""
        passed_over = dict.fromkeys(self.reading.passed_over)
        return _together([
            *([(typed.place, typed.remark)] if typed.remark else []),
            *self.fields.unknown,
            *((None, f"“{sign}” describes no word, so it was left out.") for sign in passed_over),
        ])

    def remark(self, typed: Typed) -> Remark:
        """Return the same, with the values that nothing in the casebook has."""
        return _together([self.trouble(typed), *self.fields.absent])

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
            found = near(word, words, most)
            if found:
                return min(found, key=lambda other: (other[0] != word[0], -words[other], other))
        return None


def _together(said: Sequence[tuple[int | None, str]]) -> Remark:
    remark = " ".join(dict.fromkeys(words for _, words in said if words))
    return next((place for place, words in said if words and place is not None), None), remark
