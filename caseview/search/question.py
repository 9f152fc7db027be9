"""A query read over one state of a casebook, ready to be answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from caseview.domain.errors import QueryError
from caseview.domain.query import Search
from caseview.search.beside import Beside
from caseview.search.evaluation import Evaluation
from caseview.search.expression import AnyOf, Field, Node, Value, Whole, leaves
from caseview.search.families import Families
from caseview.search.fields import FIELDS, Fields, meant
from caseview.search.lexicon import Lexicon
from caseview.search.reading import Reader
from caseview.search.state import State
from caseview.search.tokens import Token
from caseview.search.trouble import LEFT_OUT, Trouble
from caseview.search.typed import read_typed
from caseview.search.units import Reading, Units
from caseview.search.wide import Wide
from caseview.usecases.ports import Rows
from caseview.usecases.saved_search import search_of

_SAVED = "SELECT name, body FROM saved WHERE kind = 'search'"
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query asks for and what it found.

    `found` are the ids of the passages, in order, `left_out` how many more screened-out reviews
    have; `absent` are the troubles that are merely values nothing in the casebook has.
    """

    node: Node
    found: Sequence[int]
    left_out: int
    also_finding: tuple[str, ...]
    troubles: tuple[Trouble, ...]
    absent: tuple[Trouble, ...]
    typed: tuple[Token, ...]

    @property
    def remark(self) -> str:
        """What had to be read otherwise than typed, or finds nothing, in sentences."""
        return " ".join(dict.fromkeys(one.remark for one in (*self.troubles, *self.absent)))

    @property
    def place(self) -> int | None:
        """The place of the first such thing, None where it has none."""
        places = (one.place for one in (*self.troubles, *self.absent))
        return next((place for place in places if place is not None), None)


class Question:
    """Reads queries over one state of a casebook and finds what answers."""

    def __init__(self, rows: Rows, state: State, families: Families, parser: Any) -> None:
        self.rows = rows
        self.state = state
        self.beside = Beside(rows, state.aside, families)
        self.fields = Fields(rows, state, self.beside)
        self.lexicon = Lexicon(rows, families, state.kept)
        self._parser = parser
        self._evaluation = Evaluation(rows, state, self.fields, Wide(rows, state, self.lexicon))
        self._saved: list[str] = []

    def ask(self, search: Search) -> Asked:
        """Return what a search finds. Raises QueryError when nothing can be searched for."""
        key = (search.query, search.exact, search.screened_out)
        if (before := self.state.asked.outcomes.get(key)) is None:
            before = self._asked(search)
            self.state.asked.remember(key, before)
        return before

    def reviews(self, where: str) -> frozenset[int]:
        """Return the reviews that a filter selects.

        Raises QueryError when anything in it is not understood as typed.
        """
        node, reading, troubles = self._read(Search(where))
        found = self._evaluation.reviews(node)
        wrong = (*troubles, *self._odd(reading))
        if wrong:
            said = " ".join(dict.fromkeys(one.what for one in wrong))
            advice = " ".join(dict.fromkeys(one.advice for one in wrong if one.advice))
            place = next((one.place for one in wrong if one.place is not None), None)
            raise QueryError(said, advice or "Correct the filter.", place=place)
        return found

    def count(self, query: str, search: Search) -> int:
        """Return how many passages another query finds in place of a search's own."""
        node, _, _ = self._read(Search(query, exact=search.exact))
        return len(self._kept(self._evaluation.passages(node), search))

    def _asked(self, search: Search) -> Asked:
        node, reading, troubles = self._read(search)
        every = self._evaluation.passages(node)
        found = self._kept(every, search)
        return Asked(
            node=node,
            found=found,
            left_out=len(every) - len(found),
            also_finding=_also_finding(node, reading),
            troubles=(*troubles, *self._odd(reading)),
            absent=tuple(self.fields.absent),
            typed=tuple(reading.typed),
        )

    def _kept(self, found: Sequence[int], search: Search) -> Sequence[int]:
        """Return the passages without those of screened-out reviews, unless these are wanted."""
        if search.screened_out or not (out := self.state.shelf.screened_out()):
            return found
        return self.state.places.outside(found, out)

    def _read(
        self, search: Search, place: int | None = None
    ) -> tuple[Node, Reading, tuple[Trouble, ...]]:
        typed = read_typed(search.query, FIELDS)
        units = Units(typed.text, self.lexicon, exact=search.exact)
        reader = Reader(typed.text, units, self._saved_search, place)
        node = reader.read(self._parser.process(typed.text))
        return AnyOf(()) if node is None else node, units.reading, typed.troubles

    def _odd(self, reading: Reading) -> tuple[Trouble, ...]:
        """Return the names that are not known and the signs that describe no word."""
        signs = (
            Trouble(None, f"“{sign}” describes no word.", LEFT_OUT)
            for sign in dict.fromkeys(reading.passed_over)
        )
        return (*self._behind(), *self.fields.unknown, *signs)

    def _behind(self) -> tuple[Trouble, ...]:
        """Return that the index is not whole, where it is not: then no number would be right."""
        if not (behind := self.state.behind):
            return ()
        what = f"The search index lacks {behind:,} passages, so not everything is found."
        return (Trouble(None, what, advice="Run “caseview check --repair” to complete it."),)

    def _saved_search(self, field: Field) -> Node:
        """Return what a saved search asks for; one that is not there finds nothing."""
        asked = field.test.text if isinstance(field.test, Value) else ""
        bodies = {name.casefold(): (name, body) for name, body in self.rows.rows(_SAVED)}
        if asked.casefold() not in bodies:
            names = [name for name, _ in bodies.values()]
            what = f"No search is saved as “{asked}”."
            self.fields.unknown.append(Trouble(field.place, what, advice=meant(asked, names)))
            return AnyOf(())
        name, body = bodies[asked.casefold()]
        if name in self._saved or len(self._saved) >= _DEEPEST:
            what = f"The saved search “{name}” leads back to itself or through too many others."
            self.fields.unknown.append(Trouble(field.place, what))
            return AnyOf(())
        self._saved.append(name)
        node, reading, troubles = self._read(search_of(body), field.place)
        self._saved.pop()
        if troubles or reading.passed_over:
            what = f"The saved search “{name}” was not understood as typed."
            self.fields.unknown.append(Trouble(field.place, what))
        return Whole(node)


def _also_finding(node: Node, reading: Reading) -> tuple[str, ...]:
    """Return the forms found beside the words typed, as they stand in the casebook."""
    typed = {token.word for token in reading.typed}
    found = {word for leaf in leaves(node) for unit in leaf.units for slot in unit for word in slot}
    return tuple(form for form in reading.forms if form in found and form not in typed)
