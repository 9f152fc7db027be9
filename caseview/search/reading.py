"""Reads Whoosh's syntax tree, node by node, into what is asked for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from whoosh.qparser import plugins, syntax

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
    Slot,
    Unit,
    Value,
    Without,
)
from caseview.search.fields import OF_MENTIONS
from caseview.search.language import Together
from caseview.search.lexicon import Lexicon
from caseview.search.spelling import near
from caseview.search.tokens import Token, fold, tokens
from caseview.search.typed import CLOSE

_SUFFIX = re.compile(r"~(?:(?P<ordered>>?)(?P<width>\d+)|(?P<scope>[sp]\w*))")
_SCOPES = {"se": Scope.SECTION, "s": Scope.SENTENCE, "p": Scope.PARAGRAPH}
_MOST_WAYS = 256
_WILD_PARTS = re.compile(r"[\w*?]+")


@dataclass(slots=True)
class Reading:
    """What reading gathers beside the tree.

    `forms` are words searched beside those typed; `typed` the words typed, with their places;
    `passed_over` the signs that describe no word.
    """

    forms: dict[str, None] = field(default_factory=dict)
    typed: list[Token] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


class Reader:
    """Reads one query; `exact` takes every word as it stands."""

    def __init__(self, text: str, lexicon: Lexicon, *, exact: bool) -> None:
        self._text = text
        self._lexicon = lexicon
        self._exact = exact
        self.reading = Reading()
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

        Raises TypeError for a node the language does not have.
        """
        if isinstance(node, syntax.MarkerNode | syntax.Operator):
            return None
        read = self._readers.get(type(node))
        if read is None:
            raise TypeError(f"unknown node: {node!r}")
        name = getattr(node, "fieldname", None)
        if name is not None and not isinstance(node, syntax.GroupNode):
            return self._field(node, name.lower())
        return read(node)

    def _parts(self, node: Any) -> tuple[Node, ...]:
        return tuple(part for part in map(self.read, node) if part is not None)

    def _together(self, node: Any) -> Node | None:
        """Words side by side must all be there; the same field twice means either."""
        parts = self._parts(node)
        fields: dict[str, tuple[Field, ...]] = {}
        for part in parts:
            if isinstance(part, Field):
                fields[part.name] = (*fields.get(part.name, ()), part)
        return _all_of((
            *(part for part in parts if not isinstance(part, Field)),
            *(_any_of(some) for name, some in fields.items() if name not in OF_MENTIONS),
            *_mentions(some for name, some in fields.items() if name in OF_MENTIONS),
        ))

    def _all(self, node: Any) -> Node | None:
        parts = self._parts(node)
        about = [part for part in parts if isinstance(part, Field) and part.name in OF_MENTIONS]
        return _all_of((
            *(part for part in parts if part not in about),
            *_mentions((part,) for part in about),
        ))

    def _any(self, node: Any) -> Node | None:
        return _any_of(self._parts(node))

    def _not(self, node: Any) -> Node | None:
        part = _all_of(self._parts(node))
        return None if part is None else Without(part)

    def _prefer(self, node: Any) -> Node | None:
        must, may = (self.read(part) for part in node)
        return Prefer(must, may) if must is not None and may is not None else must or may

    def _word(self, node: Any) -> Node | None:
        exact = self._exact or self._text[node.startchar : node.startchar + 1] == "="
        found = self._placed(node.startchar, node.endchar)
        return Found((self._unit(found, exact=exact),)) if found else None

    def _placed(self, start: int, end: int) -> list[Token]:
        """Return the words typed from `start` to `end` with their places in the query."""
        found = [
            Token(token.word, token.start + start, token.end + start)
            for token in tokens(self._text[start:end])
        ]
        self.reading.typed += found
        return found

    def _unit(self, found: list[Token], *, exact: bool) -> Unit:
        """Return words that follow one another; the last may stand in any of its forms."""
        *first, last = [token.word for token in found]
        return (*((word,) for word in first), (last,) if exact else self._forms(last))

    def _forms(self, word: str) -> Slot:
        forms = self._lexicon.forms(word)
        self.reading.forms.update(dict.fromkeys(forms[1:]))
        return forms

    def _wild(self, node: Any) -> Node | None:
        if node.text == "*":
            return Every()
        unit = self._wild_unit(node)
        return None if unit is None else Found((unit,))

    def _wild_unit(self, node: Any) -> Unit | None:
        slots: list[Slot] = []
        for part in _WILD_PARTS.findall(node.text):
            pattern = fold(part.replace("_", ""))
            if not pattern.strip("*?"):
                self.reading.passed_over.append(part)
            elif "*" in pattern or "?" in pattern:
                slots.append(tuple(self._lexicon.like(pattern)) or (pattern,))
            else:
                slots.append((pattern,))
        return tuple(slots) or None

    def _fuzzy(self, node: Any) -> Node | None:
        found = self._placed(node.startchar, node.endchar)
        return Found((self._fuzzy_unit(found, node),)) if found else None

    def _fuzzy_unit(self, found: list[Token], node: Any) -> Unit:
        return tuple(
            tuple(
                dict.fromkeys((
                    token.word,
                    *near(token.word, self._lexicon.all, node.maxdist, same=node.prefixlength),
                ))
            )
            for token in found
        )

    def _range(self, node: Any) -> Node | None:
        low, high = (fold(end.strip()) if end else None for end in (node.start, node.end))
        words = self._lexicon.between(low, high)
        leave = {low if node.startexcl else None, high if node.endexcl else None}
        return Found(((tuple(word for word in words if word not in leave) or ("",),),))

    def _phrase(self, node: Any) -> Node | None:
        start = node.textstartchar
        found = self._placed(start, start + len(node.text))
        suffix = _SUFFIX.match(self._text, start + len(node.text) + 1)
        return self._quoted([[self._one(token, suffix)] for token in found], suffix)

    def _one(self, token: Token, suffix: re.Match[str] | None) -> Unit:
        """Return a word in quotes: as it stands, but in any form when it must only be near."""
        exact = self._exact or suffix is None
        return (((token.word,) if exact else self._forms(token.word)),)

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
            return [sum(way, ()) for way in _limited(inside)] if inside else []
        unit = self._quoted_unit(node)
        return [] if unit is None else [unit]

    def _quoted_unit(self, node: Any) -> Unit | None:
        if isinstance(node, syntax.MarkerNode | syntax.Operator):
            return None
        if isinstance(node, plugins.WildcardPlugin.WildcardNode):
            return self._wild_unit(node)
        found = self._placed(node.startchar, node.endchar)
        if isinstance(node, plugins.FuzzyTermPlugin.FuzzyTermNode):
            return self._fuzzy_unit(found, node) or None
        return tuple((token.word,) for token in found) or None

    def _quoted(self, places: list[list[Unit]], suffix: re.Match[str] | None) -> Node | None:
        if not places:
            return None
        slots = [_as_slot(ways) for ways in places]
        found = [[slot] if slot else ways for slot, ways in zip(slots, places, strict=True)]
        if suffix is None or len(places) == 1:
            return _any_of(Found((sum(way, ()),)) for way in _limited(found))
        near_by = _near(suffix)
        return _any_of(Found(way, near_by) for way in _limited(found))

    def _field(self, node: Any, name: str) -> Node | None:
        place = node.startchar - len(name) - 1
        if isinstance(node, syntax.RangeNode):
            low, high = (end.strip() if end else None for end in (node.start, node.end))
            return Field(name, Between(low, high, node.startexcl, node.endexcl), place)
        return Field(name, Value(node.text.strip()), place)


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


def _as_slot(ways: list[Unit]) -> Unit | None:
    """Return single words as the alternatives of one place, None when a way has several words."""
    if any(len(unit) > 1 for unit in ways):
        return None
    return (tuple(dict.fromkeys(word for unit in ways for word in unit[0])),)


def _limited(places: list[list[Unit]]) -> Iterable[tuple[Unit, ...]]:
    count = 1
    for ways in places:
        count *= len(ways)
    if count > _MOST_WAYS:
        raise QueryError(
            f"The words in quotes can be put together in {count:,} ways; the most is {_MOST_WAYS}.",
            "Leave some of them out, or search for them one after the other.",
        )
    return product(*places)


def _all_of(parts: Iterable[Node | None]) -> Node | None:
    kept = tuple(part for part in parts if part is not None)
    return kept[0] if len(kept) == 1 else AllOf(kept) if kept else None


def _any_of(parts: Iterable[Node]) -> Node | None:
    kept = tuple(parts)
    return kept[0] if len(kept) == 1 else AnyOf(kept) if kept else None
