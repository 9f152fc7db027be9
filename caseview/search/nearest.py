"""What to say when nothing is found: each word's count, the nearest words, a better query."""

from collections.abc import Sequence

from caseview.domain.query import Looked
from caseview.search.lexicon import Lexicon
from caseview.search.spelling import near
from caseview.search.tokens import Token

_SHORT, _LONG, _VERY_LONG = 4, 6, 8
_MOST = 5


class Nearest:
    """Looks for the words of a casebook that are spelled nearly as those typed."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def looked(self, typed: Sequence[Token]) -> tuple[Looked, ...]:
        """Return each word typed with its count and, where that is 0, the nearest words."""
        words = dict.fromkeys(token.word for token in typed)
        counts = ((word, self._lexicon.passages(word)) for word in words)
        return tuple(Looked(one, many, () if many else self._words(one)) for one, many in counts)

    def better(self, query: str, typed: Sequence[Token]) -> str | None:
        """Return the query with words the casebook lacks put right, None where none can be."""
        better = query
        for token in sorted(typed, key=lambda token: -token.start):
            # A part of a word like “shouldn’t” is no word that could be spelled wrongly.
            if _beside_apostrophe(query, token) or self._lexicon.passages(token.word):
                continue
            if nearest := self._words(token.word):
                better = better[: token.start] + nearest[0][0] + better[token.end :]
        return None if better == query else better

    def _words(self, word: str) -> tuple[tuple[str, int], ...]:
        """Return the words spelled most nearly so, likeliest first, with their counts.

        Two letters may differ only in a long word that keeps its first letter.
        """
        if len(word) < _SHORT:
            return ()
        words = self._lexicon.all
        found = near(word, words, 1)
        if not found and len(word) >= _LONG:
            found = near(word, words, 2, same=1 if len(word) >= _VERY_LONG else 2)
        found.sort(key=lambda other: (other[0] != word[0], -words[other], other))
        return tuple((other, words[other]) for other in found[:_MOST])


def _beside_apostrophe(query: str, token: Token) -> bool:
    around = query[max(0, token.start - 1) : token.start] + query[token.end : token.end + 1]
    return any(sign in "'\u2019\u2018\u02bc" for sign in around)
