"""The query language: Whoosh's parser with the parts of it that analysts need.

    staffing pressure             both words, each in any of its forms
    =staffing  "staffing"         the word as it stands
    "professional curiosity"      these words in this order
    "(staff OR team) shortage*"   alternatives and beginnings in quotes
    "risk assessment"~5           at most 5 words between them, any form, either order
    "risk assessment"~>5          the same in this order
    "risk review"~sentence        in one sentence; ~paragraph, ~section (~s, ~p) likewise
    a OR b   a AND b   NOT a      and brackets; -a is NOT a; +a b wants a and prefers b
    safeg*  *harm  organi?e       any letters, one letter
    curosity~  curosity~2         one or two letters other than typed
    [16 TO 18]  {16 TO 18}        numbers in the text, with and without the ends
    kind:sar year:[2019 TO 2024]  fields; the same field twice means either
    year:>=2020  force:"Essex Police"  theme:(a OR b)  -status:finished

Only the parser's syntax tree is used: its nodes keep their places in what was typed.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from whoosh.qparser import QueryParser, plugins, syntax

from caseview.search.typed import CLOSE, OPEN

NEAR = r"(?:~(?:>?\d+|s|sentence|p|paragraph|section)(?!\w))"
_WILD = r"(?<![\w*?])(?P<text>(?=[\w'-]*[*?])[\w*?][\w*?'-]*)"
_PHRASE = rf"{OPEN}(?P<text>[^{CLOSE}()]*){CLOSE}{NEAR}?(?P<slop>(?!))?"
_SEQUENCE = rf"[{OPEN}{CLOSE}]{NEAR}?(?P<slop>(?!))?"
_RANGE = (
    rf"(?P<open>[\[{{])(?P<start>[^\[\]{{}}{OPEN}{CLOSE}()]*?\s)?\s*TO(?=[\s\]}}])"
    rf"(?P<end>\s[^\[\]{{}}{OPEN}{CLOSE}()]*?)?\s*(?P<close>[\]}}])"
)
_EXACT = rf"(?<![^\s(+-])=(?P<text>[^\s(){OPEN}{CLOSE}:]+)"
_SIGN = r"(?<![^\s(])"

Together: Any = type("Together", (syntax.GroupNode,), {"__doc__": "Words side by side."})


class Signs:
    """Whoosh's + and -, taken where they stand: also within brackets and beside operators."""

    def __init__(self) -> None:
        self._signs = plugins.PlusMinusPlugin(rf"{_SIGN}\+(?=\S)", rf"{_SIGN}-(?=\S)")

    def taggers(self, parser: Any) -> Any:
        """Return the taggers of the two signs, as Whoosh asks for them."""
        return self._signs.taggers(parser)

    def filters(self, _parser: Any) -> list[tuple[Callable[[Any, Any], Any], int]]:
        """Return the filter that applies them: after quotes (550), before operators (600)."""
        return [(self._apply, 560)]

    def _apply(self, parser: Any, group: Any) -> Any:
        kept = group.empty_copy()
        wanted = []
        sign = None
        for node in group:
            if isinstance(node, self._signs.Plus | self._signs.Minus):
                sign = node
                continue
            inner = self._apply(parser, node) if isinstance(node, syntax.GroupNode) else node
            if isinstance(sign, self._signs.Minus):
                inner = syntax.NotGroup([inner])
            elif sign is not None:
                wanted.append(inner)
            kept.append(inner)
            sign = None
        if wanted and not any(isinstance(node, syntax.Operator) for node in kept):
            return _preferring(kept, wanted)
        return kept


def _preferring(group: Any, wanted: list[Any]) -> Any:
    """Return a group in which only the words with + must be there."""
    must = [node for node in group if node in wanted or isinstance(node, syntax.NotGroup)]
    may = [node for node in group if node not in must]
    kept = group.empty_copy()
    kept.append(syntax.AndMaybeGroup([Together(must), Together(may)]) if may else Together(must))
    return kept


def parser(fields: Iterable[str]) -> Any:
    """Return a parser of the language with these field names."""
    names = "|".join(map(re.escape, sorted(fields)))
    wild = plugins.TaggingPlugin(_WILD)
    wild.nodetype = plugins.WildcardPlugin.WildcardNode
    exact = plugins.TaggingPlugin(_EXACT)
    exact.nodetype = syntax.WordNode
    left, right = rf"(?<![^\s(){CLOSE}])", rf"(?=[\s({OPEN}]|$)"
    return QueryParser(
        None,
        None,
        plugins=[
            plugins.FieldsPlugin(rf"(?<!\w)(?P<text>(?i:{names})):", remove_unknown=False),
            wild,
            exact,
            plugins.PhrasePlugin(_PHRASE),
            plugins.SequencePlugin(_SEQUENCE),
            plugins.RangePlugin(re.compile(_RANGE)),
            plugins.GtLtPlugin(r"(?<=:)(?P<rel>(<=|>=|<|>|=<|=>))(?=[^\s()])"),
            plugins.GroupPlugin(),
            plugins.OperatorsPlugin(
                And=f"{left}AND{right}",
                Or=f"{left}OR{right}",
                Not=f"{left}NOT{right}",
                AndNot=None,
                AndMaybe=None,
                Require=None,
            ),
            plugins.FuzzyTermPlugin(),
            Signs(),
        ],
        group=Together,
    )
