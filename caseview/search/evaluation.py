"""Works out which passages, or which reviews, answer a query once it is read."""

import json
from collections.abc import Iterable, Sequence

from caseview.search.expression import (
    AllOf,
    AnyOf,
    Every,
    Field,
    Found,
    Mention,
    Node,
    Prefer,
    Scope,
    Whole,
    Without,
    leaves,
)
from caseview.search.fields import OF_MENTIONS, OF_PASSAGES, Fields
from caseview.search.match import loosened, match_text
from caseview.search.spots import Spots
from caseview.search.state import State
from caseview.search.wide import Wide, read_texts
from caseview.usecases.ports import Rows

_FEW = 500
"""Up to this many passages it costs less to read them than to ask the index once more."""

_MATCHING = "SELECT group_concat(rowid) FROM passage_words WHERE passage_words MATCH ?"
_SECTIONS = (
    "SELECT passage.id, (SELECT max(position) FROM section"
    " WHERE section.document_id = passage.document_id AND section.begins <= passage.begins"
    " AND section.ends > passage.begins) FROM passage"
    " WHERE passage.id IN (SELECT value FROM json_each(?))"
)


class Evaluation:
    """Evaluates queries over one state of a casebook."""

    def __init__(self, rows: Rows, state: State, fields: Fields, wide: Wide) -> None:
        self._rows = rows
        self._places = state.places
        self._wide = wide
        self._kept = state.kept
        self._fields = fields

    def passages(self, node: Node) -> list[int]:
        """Return the ids of the passages that answer, in order."""
        text = match_text(node)
        if text is not None:
            return self._matching(text)
        match node:
            case Found():
                return self._found(node)
            case AllOf(parts):
                return self._all(parts)
            case AnyOf(parts):
                return sorted({one for part in _joined(parts) for one in self.passages(part)})
            case Prefer(must, _) | Whole(must):
                return self.passages(must)
            case Every() | Field() | Mention() | Without():
                return self._among_all(node)

    def reviews(self, node: Node) -> frozenset[int]:
        """Return the ids of the reviews that answer: a review has what any passage of it has."""
        match node:
            case Field() if node.name not in OF_PASSAGES:
                return self._fields.reviews(node)
            case AllOf(parts):
                found = [self.reviews(part) for part in parts]
                return found[0].intersection(*found[1:])
            case AnyOf(parts):
                return frozenset(one for part in parts for one in self.reviews(part))
            case Without(part):
                return self._fields.every_review() - self.reviews(part)
            case Prefer(must, _):
                return self.reviews(must)
            case _:
                documents = {*self._places.documents(self.passages(node)), *self._pages(node)}
                return frozenset(self._fields.review_of(one) for one in documents)

    def _pages(self, node: Node) -> frozenset[int]:
        """Return the documents whose tags on whole pages answer: those pages are no passages."""
        match node:
            case Mention(tests):
                return self._fields.on_pages({group[0].name: group for group in tests})
            case Field() if node.name in OF_MENTIONS:
                return self._fields.on_pages({node.name: (node,)})
            case _:
                return frozenset()

    def _all(self, parts: Sequence[Node]) -> list[int]:
        """Return what all parts find: FTS5 first, then fields, then what takes longest."""
        native = [part for part in parts if match_text(_bare(part)) is not None]
        if all(isinstance(part, Without) for part in native):
            native = []
        rest = [part for part in parts if part not in native]
        rest.sort(key=_effort)
        found = self.passages(AllOf(tuple(native)) if native else rest.pop(0))
        for part in rest:
            found = self._keep(found, part)
        return found

    def _among_all(self, node: Every | Field | Mention | Without) -> list[int]:
        if isinstance(node, Field) and node.name not in OF_PASSAGES:
            return self._places.of(self._fields.documents(node))
        return self._keep(list(self._places.every), node)

    def _keep(self, found: list[int], part: Node) -> list[int]:
        """Return those passages that a part finds too."""
        match part:
            case Field() if part.name not in OF_PASSAGES:
                return self._places.inside(found, self._fields.documents(part))
            case Field() if part.name == "role":
                return self._places.playing(found, self._fields.roles(part))
            case Without(unwanted):
                return self._without(found, unwanted)
            case Every():
                return found
            case _:
                there = self._there(found, part)
        if len(found) > len(there):
            return sorted(there.intersection(found))
        return [one for one in found if one in there]

    def _without(self, found: list[int], unwanted: Node) -> list[int]:
        """Return those passages that a part does not find."""
        if len(found) == len(self._places.every):
            return self._places.others(self.passages(unwanted))
        return sorted(frozenset(found).difference(self._keep(found, unwanted)))

    def _there(self, found: list[int], part: Node) -> frozenset[int]:
        """Return the passages, among those found or among all, that a part finds."""
        match part:
            case Field():
                return self._fields.passages(part)
            case Mention(tests):
                return self._fields.mentioned({group[0].name: group for group in tests})
            case Found() if match_text(part) is None and not _of_sections(part):
                return frozenset(self._found(part, frozenset(found)))
            case _:
                return frozenset(self.passages(part))

    def _matching(self, text: str) -> list[int]:
        """Return what a MATCH text finds, in order of ids."""
        remembered = self._kept.matches.get(text)
        if remembered is not None:
            return remembered
        said = self._rows.rows(_MATCHING, (text,))[0][0]
        found: list[int] = json.loads(f"[{said or ''}]")  # quicker than int() one by one
        self._kept.remember(text, found)
        return found

    def _found(self, found: Found, among: frozenset[int] | None = None) -> list[int]:
        """Return the passages, of these or of all, with words FTS5 cannot find in one go."""
        if among is not None and len(among) <= _FEW:
            return self._reading(found, among)
        if len(found.units) == 1 and len(found.units[0]) == 1:
            return sorted(self._wide.passages(found.units[0][0]))
        if _of_sections(found):
            return self._in_one_section(found)
        loose = match_text(loosened(found))
        if loose is not None:
            candidates: Iterable[int] = self._matching(loose)
        else:
            slots = dict.fromkeys(slot for unit in found.units for slot in unit)
            candidates = frozenset.intersection(*map(self._wide.passages, slots))
        return self._reading(found, candidates if among is None else among.intersection(candidates))

    def _reading(self, found: Found, passages: Iterable[int]) -> list[int]:
        """Return those of some passages in whose text the words stand."""
        spots = Spots(found)
        texts = read_texts(self._rows, sorted(passages))
        return sorted(one for one, text in texts if spots.stands_in(text))

    def _in_one_section(self, found: Found) -> list[int]:
        """Return the passages with any of the units, in sections that have all of them."""
        each = [self.passages(Found((unit,))) for unit in found.units]
        together = json.dumps(sorted({one for some in each for one in some}))
        document = self._places.document
        section = {
            one: (document[one], position)
            for one, position in self._rows.rows(_SECTIONS, (together,))
        }
        complete = set.intersection(*({section[one] for one in some} for some in each))
        return sorted(one for one, where in section.items() if where in complete)


def _bare(part: Node) -> Node:
    return part.part if isinstance(part, Without) else part


def _of_sections(part: Found) -> bool:
    return part.near is not None and part.near.scope is Scope.SECTION


def _effort(part: Node) -> tuple[int, int]:
    """Return the place of a part in the order in which parts cost least."""
    if isinstance(part, Field) and part.name not in OF_PASSAGES:
        return 0, 0
    bare = _bare(part)
    if isinstance(bare, Field | Mention):
        return 1, 0
    return 2, sum(len(slot) for leaf in leaves(bare) for unit in leaf.units for slot in unit)


def _joined(parts: Sequence[Node]) -> list[Node]:
    """Return the parts of an OR with all single words as one: together they cost least."""
    rest: list[Node] = []
    words: dict[str, None] = {}
    for part in parts:
        match part:
            case Found(((slot,),), None):
                words.update(dict.fromkeys(slot))
            case _:
                rest.append(part)
    return [*rest, Found(((tuple(words),),))] if words else rest
