"""Reads Whoosh's syntax tree, node by node, into what is asked for."""

import re
from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

from whoosh.qparser import plugins, syntax

from caseview.domain.english import English
from caseview.domain.errors import QueryError
from caseview.search.expression import (
    AllOf,
    AnyOf,
    Between,
    Every,
    Field,
    Found,
    Mention,
    Near,
    Node,
    Prefer,
    Scope,
    Unit,
    Value,
    Without,
)
from caseview.search.fields import ALL_OF_THEM, OF_MENTIONS, SAVED
from caseview.search.language import Together
from caseview.search.typed import CLOSE
from caseview.search.units import Units

_SUFFIX = re.compile(r"~(?:(?P<ordered>>?)(?P<width>\d+)|(?P<scope>[sp]\w*))")
_SCOPES = {"se": Scope.SECTION, "s": Scope.SENTENCE, "p": Scope.PARAGRAPH}
_MOST_WAYS = 256
MOST_NEAR = 12


class Reader:
    """Reads one query into nodes; `units` knows its words, `saved` what a saved search asks for.

    `place` is where the whole query stands in another, None for a query by itself.
    """

    def __init__(
        self, text: str, units: Units, saved: Callable[[Field], Node], place: int | None = None
    ) -> None:
        self._text = text
        self._units = units
        self._saved = saved
        self._place = place
        self._readers: dict[type, Callable[[Any], Node | None]] = {
            Together: self._together,
            syntax.AndGroup: self._all,
            syntax.OrGroup: self._any,
            syntax.NotGroup: self._not,
            syntax.AndMaybeGroup: self._prefer,
            syntax.WordNode: self._word,
            syntax.RangeNode: self._range,
            plugins.WildcardPlugin.WildcardNode: self._wild,
            plugins.PrefixPlugin.PrefixNode: self._wild,
            plugins.FuzzyTermPlugin.FuzzyTermNode: self._fuzzy,
            plugins.PhrasePlugin.PhraseNode: self._phrase,
            plugins.SequencePlugin.SequenceNode: self._sequence,
        }

    def read(self, node: Any) -> Node | None:
        """Return what a node asks for, None when it asks for nothing.

        Raises TypeError for a node the language does not have, QueryError when quotes hold too
        many alternatives.
        """
        if isinstance(node, syntax.MarkerNode | syntax.Operator):
            return None
        read = self._readers.get(type(node))
        if read is None:
            raise TypeError(f"unknown node: {node!r}")
        name = getattr(node, "fieldname", None)
        if name is not None and not isinstance(node, syntax.GroupNode):
            field = self._field(node, name.lower())
            return self._saved(field) if name.lower() == SAVED else field
        return read(node)

    def _field(self, node: Any, name: str) -> Field:
        place = max(0, node.startchar - len(name) - 1) if self._place is None else self._place
        if isinstance(node, syntax.RangeNode):
            low, high = (end.strip() if end else None for end in (node.start, node.end))
            return Field(name, Between(low, high, node.startexcl, node.endexcl), place)
        return Field(name, Value(node.text.strip()), place)

    def _parts(self, node: Any) -> tuple[Node, ...]:
        """Return what the nodes of a group ask for, each once."""
        return tuple(dict.fromkeys(part for part in map(self.read, node) if part is not None))

    def _together(self, node: Any) -> Node | None:
        """Words side by side must all be there; the same field twice means either."""
        parts = self._parts(node)
        fields: dict[str, tuple[Field, ...]] = {}
        for part in parts:
            for one in _alternatives(part):
                fields[one.name] = (*fields.get(one.name, ()), one)
        return _all_of((
            *(part for part in parts if not _alternatives(part)),
            *(_any_of(some) for name, some in fields.items() if name not in OF_MENTIONS),
            *_mentions(some for name, some in fields.items() if name in OF_MENTIONS),
        ))

    def _all(self, node: Any) -> Node | None:
        parts = self._parts(node)
        about = [some for some in map(_alternatives, parts) if some and some[0].name in OF_MENTIONS]
        rest = [part for part in parts if _alternatives(part) not in about]
        return _all_of((*rest, *_mentions(about)))

    def _any(self, node: Any) -> Node | None:
        return _any_of(self._parts(node))

    def _not(self, node: Any) -> Node | None:
        part = _all_of(self._parts(node))
        return None if part is None else Without(part)

    def _prefer(self, node: Any) -> Node | None:
        must, may = (self.read(part) for part in node)
        return Prefer(must, may) if must is not None and may is not None else must or may

    def _word(self, node: Any) -> Node | None:
        return _found(self._units.word(node.startchar, node.endchar))

    def _wild(self, node: Any) -> Node | None:
        return Every() if node.text == "*" else _found(self._units.wild(node.text))

    def _fuzzy(self, node: Any) -> Node | None:
        return _found(self._fuzzy_unit(node))

    def _fuzzy_unit(self, node: Any) -> Unit | None:
        return self._units.fuzzy(node.startchar, node.endchar, node.maxdist, node.prefixlength)

    def _range(self, node: Any) -> Node | None:
        leave = (node.start if node.startexcl else None, node.end if node.endexcl else None)
        return _found(self._units.between(node.start, node.end, leave))

    def _phrase(self, node: Any) -> Node | None:
        start, end = node.textstartchar, node.textstartchar + len(node.text)
        suffix = _SUFFIX.match(self._text, end + 1)
        units = self._units.quoted(start, end, forms=suffix is not None)
        return self._quoted([[unit] for unit in units], suffix)

    def _sequence(self, node: Any) -> Node | None:
        if not node.nodes:
            return None
        close = self._text.find(CLOSE, node.nodes[-1].endchar or 0)
        suffix = _SUFFIX.match(self._text, close + 1)
        return self._quoted([ways for ways in map(self._ways, node) if ways], suffix)

    def _ways(self, node: Any) -> list[Unit]:
        """Return the units of which any may stand at one place in quotes."""
        if isinstance(node, syntax.OrGroup):
            return [unit for part in node for unit in self._ways(part)]
        if isinstance(node, syntax.GroupNode):
            inside = [ways for ways in map(self._ways, node) if ways]
            return [self._units.joined(way) for way in _limited(inside)] if inside else []
        if isinstance(node, syntax.MarkerNode | syntax.Operator):
            return []
        if isinstance(node, plugins.FuzzyTermPlugin.FuzzyTermNode):
            unit = self._fuzzy_unit(node)
            return [] if unit is None else [unit]
        units = self._units.quoted(node.startchar, node.endchar)
        return [self._units.joined(units)] if units else []

    def _quoted(self, places: list[list[Unit]], suffix: re.Match[str] | None) -> Node | None:
        if not places:
            return None
        if suffix is not None and len(places) > MOST_NEAR:
            raise QueryError(
                English(
                    "{0} words stand together in a search for near words; the most is {1}.",
                    len(places),
                    MOST_NEAR,
                ),
                "Leave some of them out.",
                place=suffix.start(),
            )
        ways = [_as_one(units) for units in places]
        if suffix is None or len(places) == 1:
            return _any_of(Found((self._units.joined(way),)) for way in _limited(ways))
        return _any_of(Found(way, _near(suffix)) for way in _limited(ways))


def _found(unit: Unit | None) -> Node | None:
    return None if unit is None else Found((unit,))


def _alternatives(part: Node) -> tuple[Field, ...]:
    """Return the tests of a part that is about one field and nothing else, () for other parts."""
    match part:
        case Field():
            return () if part.name in ALL_OF_THEM else (part,)
        case Mention((tests,)):
            return tests
        case AnyOf(parts):
            some = [one for one in parts if isinstance(one, Field)]
            alike = len({one.name for one in some}) == 1 and len(some) == len(parts)
            return tuple(some) if alike else ()
        case _:
            return ()


def _mentions(groups: Iterable[tuple[Field, ...]]) -> Iterable[Mention]:
    """Return tests of tags joined: those on different fields are about one and the same tag."""
    joined: list[dict[str, tuple[Field, ...]]] = []
    for group in groups:
        name = group[0].name
        free = next((tests for tests in joined if name not in tests), None)
        if free is None:
            joined.append(free := {})
        free[name] = group
    return [Mention(tuple(tests.values())) for tests in joined]


def _near(suffix: re.Match[str]) -> Near:
    if suffix["width"]:
        return Near(int(suffix["width"]), ordered=bool(suffix["ordered"]))
    said = suffix["scope"]
    return Near(scope=_SCOPES["se" if said == "section" else said[0]])


def _as_one(units: list[Unit]) -> list[Unit]:
    """Return single words as the alternatives of one place; units of several words stay apart."""
    if any(len(unit) > 1 for unit in units):
        return units
    return [(tuple(dict.fromkeys(word for unit in units for word in unit[0])),)]


def _limited(places: list[list[Unit]]) -> Iterable[tuple[Unit, ...]]:
    count = 1
    for ways in places:
        count *= len(ways)
    if count > _MOST_WAYS:
        raise QueryError(
            English(
                "The words in quotes can be put together in {0} ways; the most is {1}.",
                f"{count:,}",
                _MOST_WAYS,
            ),
            "Leave some of them out, or search for them one after the other.",
        )
    return product(*places)


def _all_of(parts: Iterable[Node | None]) -> Node | None:
    kept = tuple(part for part in parts if part is not None)
    return kept[0] if len(kept) == 1 else AllOf(kept) if kept else None


def _any_of(parts: Iterable[Node]) -> Node | None:
    kept = tuple(parts)
    return kept[0] if len(kept) == 1 else AnyOf(kept) if kept else None
